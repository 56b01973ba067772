"""What kernels.windows must do: `check(windows)` fails, or the module is right. Windows are walked one by one."""

import numpy as np
import pytest
from generated import CONV_AXES, TILTED, lay


def cases(count, seed):
    """Draw windows of all kinds, with no refused ones among them."""
    rng, found = np.random.default_rng(seed), 0
    while found < count:
        rows, columns = (CONV_AXES[i] for i in rng.integers(len(CONV_AXES), size=2))
        case = lay(rows, columns, (1, int(rng.integers(1, 4)), 1, 1, False, TILTED[rng.integers(5)], "normal"))
        if not case.refused:
            found += 1
            yield case


def grid_of(windows, case):
    return windows.WindowGrid.of((case.C, case.H, case.W), case.size, case.stride, case.pad, case.dilation, case.fit)


def check_taps(windows):
    """Write at each tap which cell every window reads, and compare with a walk."""
    for case in cases(200, seed=31):
        grid = grid_of(windows, case)
        assert grid.out == tuple(case.out)
        assert [(u, v) for u, v, _, _ in grid.taps] == list(np.ndindex(case.size))
        numbers = 1 + np.arange(case.H * case.W).reshape(1, case.H, case.W)
        for u, v, where, cells in grid.taps:
            read = np.zeros((1, *case.out), int)
            read[where] = numbers[cells]
            for r, k in np.ndindex(*case.out):
                i = case.starts[0][r] + u * case.dilation[0] - case.pad[0]
                j = case.starts[1][k] + v * case.dilation[1] - case.pad[2]
                inside = 0 <= i < case.H and 0 <= j < case.W
                assert read[0, r, k] == (numbers[0, i, j] if inside else 0)


def check_the_fields(windows):
    grid = windows.WindowGrid.of((3, 8, 9), (3, 2), (2, 1), (1, 2, 3, 0), (1, 2))
    assert (grid.image, grid.size, grid.stride, grid.dilation) == ((8, 9), (3, 2), (2, 1), (1, 2))
    assert (grid.before, grid.after, grid.out) == ((1, 3), (2, 0), (5, 10))
    assert windows.WindowGrid.of([3, 5, 5], 3) == windows.WindowGrid.of((7, 5, 5), (3, 3), 1, 0, 1)


def check_one_axis_by_hand(windows):
    """The row of chapter 04: five cells, one of padding at each end, windows of three, two apart."""
    grid = windows.WindowGrid.of((1, 5, 7), 3, stride=2, pad=(1, 1, 0, 0))
    walk = [grid.valid_windows(0, u) for u in range(3)]
    assert [(list(range(3))[a], list(range(5))[b]) for a, b in walk] == [
        ([1, 2], [1, 3]),
        ([0, 1, 2], [0, 2, 4]),
        ([0, 1], [1, 3]),
    ]


def check_a_grid_is_taken_as_it_is(windows):
    grid = windows.WindowGrid.of((3, 8, 9), 3, 2, 1)
    assert windows.WindowGrid.of((3, 8, 9), grid) is grid


def check_refusals(windows):
    for settings, words in [
        ({"size": 9}, "A window of 9 does not fit into 8 cells"),
        ({"size": 3.0}, "size is a whole number"),
        ({"size": 3, "stride": "2"}, "stride is a whole number"),
        ({"size": 3, "dilation": (1, 2, 3)}, "dilation is a whole number"),
        ({"size": 3, "pad": -1}, "Padding starts at 0"),
        ({"size": 3, "stride": 2, "fit": "raise"}, "is not divisible by 2"),
        ({"size": 3, "fit": "same"}, "'crop', 'raise' or 'pad'"),
    ]:
        with pytest.raises(ValueError, match=words):
            windows.WindowGrid.of((1, 8, 9), **settings)


CHECKS = [value for name, value in list(globals().items()) if name.startswith("check_")]
