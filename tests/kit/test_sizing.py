"""The arithmetic of volumes, against counting by hand, windows laid out one by one, and PyTorch."""

import random

import numpy as np
import pytest
from walked import lay_out

from cs231n_kit import layers, shapes, sizing
from cs231n_kit.net import Net


def cases(count, seed=231):
    """Draw sizes, most of them sensible and some not."""
    rng = random.Random(seed)
    for _ in range(count):
        yield (
            rng.randint(1, 30),
            rng.randint(1, 9),
            rng.randint(1, 6),
            rng.randint(0, 5),
            rng.randint(0, 5),
            rng.randint(1, 4),
            rng.choice(["crop", "raise", "pad"]),
        )


def test_windows_equals_walking_along_the_row():
    for W, F, S, before, after, dilation, fit in cases(5000):
        starts = lay_out(W, F, S, before, after, dilation, fit)
        if starts is None:
            with pytest.raises(ValueError, match=r"does not fit|not divisible"):
                sizing.count_windows(W, F, S, before, after, dilation, fit)
        else:
            case = (W, F, S, before, after, dilation, fit)
            assert sizing.count_windows(*case) == len(starts), case


@pytest.mark.parametrize(
    ("W", "F", "S", "P", "expected"), [(7, 3, 1, 0, 5), (7, 3, 2, 0, 3), (5, 3, 2, 1, 3), (227, 11, 4, 0, 55)]
)
def test_out_size_of_the_notes(W, F, S, P, expected):
    assert sizing.out_size(W, F, S, P, fit="raise") == expected
    assert sizing.fits(W, F, S, P)


def test_a_size_that_does_not_fit_is_explained_with_its_numbers():
    with pytest.raises(ValueError, match=r"\(10 - 3 \+ 0\) = 7 is not divisible by 2: 4 windows fit, and 1 of the 10"):
        sizing.out_size(10, 3, 2, fit="raise")
    with pytest.raises(ValueError, match=r"does not fit into 6 cells \(4 and 2 of padding\)"):
        sizing.out_size(4, 7, 1, 1)
    with pytest.raises(ValueError, match=r"A window of 9 .*into 7 cells .*with dilation 4 a filter of 3 spans 9\."):
        sizing.conv_shape((1, 9, 7), 1, 3, dilation=4)
    with pytest.raises(ValueError, match=r"left over; with dilation 2 a filter of 3 spans 5\."):
        sizing.out_size(8, 3, 2, dilation=2, fit="raise")
    assert sizing.explain(7, 3, 2) == "(7 - 3 + 0)/2 + 1 = 3: the windows fit."


@pytest.mark.parametrize("case", [(0, 3), (5, 0), (5, 3, 0), (5, 3, 1, -1), (5, 3, 1, 0, 0)])
def test_impossible_settings_are_refused(case):
    with pytest.raises(ValueError, match=r"start at 1|Padding starts at 0"):
        sizing.out_size(*case)


def test_fit_must_be_one_of_three():
    with pytest.raises(ValueError, match="'crop', 'raise' or 'pad'; got 'same'"):
        sizing.out_size(5, 3, fit="same")


def test_same_pad_keeps_the_size_for_odd_windows_only():
    for F in range(1, 20):
        for dilation in range(1, 4):
            if sizing.dilated_size(F, dilation) % 2:
                assert sizing.out_size(50, F, 1, sizing.same_pad(F, dilation), dilation, "raise") == 50
            else:
                with pytest.raises(ValueError, match="no middle cell"):
                    sizing.same_pad(F, dilation)


def test_pad_mode_is_pytorchs_ceil_mode(torch):
    for W, F, S, P, _, dilation, _ in cases(1500, seed=7):
        P = min(P, F // 2)  # what PyTorch allows
        pool = torch.nn.MaxPool1d(F, S, P, dilation, ceil_mode=True)
        try:
            expected = pool(torch.zeros(1, 1, W)).shape[-1]
        except RuntimeError:
            with pytest.raises(ValueError, match="does not fit"):
                sizing.out_size(W, F, S, P, dilation, "pad")
        else:
            assert sizing.out_size(W, F, S, P, dilation, "pad") == expected, (W, F, S, P, dilation)


def test_conv_shape_reads_pairs_and_sides():
    assert sizing.conv_shape((3, 227, 227), 96, 11, 4) == (96, 55, 55)
    assert sizing.conv_shape((3, 7, 9), 2, (3, 5), (2, 1), (1, 2)) == (2, 4, 9)
    assert sizing.conv_shape((3, 224, 224), 96, 11, 4, (1, 2, 1, 2), fit="raise") == (96, 55, 55)
    assert sizing.format_volume((96, 55, 55)) == "55x55x96"


def test_counts_of_alexnets_first_layer():
    out = sizing.conv_shape((3, 227, 227), 96, 11, 4)
    assert sizing.neurons(out) == 290_400
    assert sizing.unshared_parameters(out, 11, 3) == 105_705_600
    assert sizing.conv_weights(96, 11, 3) == 34_848
    assert sizing.conv_macs(out, 11, 3) == 55 * 55 * 96 * 363


@pytest.mark.parametrize(
    ("x", "w", "b", "groups", "words"),
    [
        ((3, 5, 5), (2, 3, 3, 3), None, 1, r"One image alone is x\[None\]"),
        ((1, 3, 5, 5), (3, 3, 3), None, 1, r"One filter alone is w\[None\]"),
        ((1, 3, 5, 5), (2, 4, 3, 3), None, 1, r"3 channels in 1 group.*must be \(K,3,F,F\); got \(2, 4, 3, 3\)"),
        ((1, 4, 5, 5), (3, 2, 3, 3), None, 2, "groups=2 must divide 4 channels and 3 filters"),
        ((1, 3, 5, 5), (2, 3, 3, 3), (3,), 1, r"b must be \(2,\); got \(3,\)"),
        ((0, 3, 5, 5), (2, 3, 3, 3), None, 1, "No size may be below 1"),
    ],
)
def test_check_filters_names_the_shapes(x, w, b, groups, words):
    with pytest.raises(ValueError, match=words):
        shapes.check_filters(x, w, b, groups)


@pytest.mark.parametrize("size", [1.5, "3", "same", (1, 1, 1), (1, 2.0), None, np.array([3, 3])])
def test_what_is_no_size_is_refused_with_words(size):
    with pytest.raises(ValueError, match=r"stride is a whole number, or two: \(rows, columns\); got "):
        shapes.as_pair(size, "stride")
    with pytest.raises(ValueError, match=r"pad is .*four: \(top, bottom, left, right\); got "):
        shapes.as_pads(size)


def test_sizes_of_numpy_are_whole_numbers_too():
    assert shapes.as_pair(np.int64(3)) == (3, 3)
    assert {type(n) for n in (*shapes.as_pair(np.uint8(3)), *shapes.as_pads([np.int8(1)] * 4))} == {int}
    assert type(shapes.as_int(np.int16(3), "groups")) is int
    assert shapes.as_pads([np.int32(1), 2, 3, 4]) == (1, 2, 3, 4)
    with pytest.raises(ValueError, match=r"got \(3, 0.5\)"):
        shapes.as_pads((1, 2, 3, 0.5))


@pytest.mark.parametrize("seed", range(20))
def test_the_receptive_field_is_what_a_gradient_reaches(seed):
    """Through filters of ones a gradient reaches exactly the pixels that a cell was computed from."""
    rng = np.random.default_rng(seed)
    windows = [(int(rng.integers(1, 5)), int(rng.integers(1, 4))) for _ in range(rng.integers(1, 4))]
    stack = layers.Serial(*[layers.Conv2d(1, (1, F), stride=(1, S), bias=False) for F, S in windows])
    net = Net.build(stack, (1, 1, 130), dtype=np.float64)
    net.params = {key: np.ones_like(value) for key, value in net.params.items()}
    y, cache = net.forward(np.ones((1, 1, 1, 130)))
    dy = np.zeros_like(y)
    dy[..., y.shape[3] // 2] = 1
    reached = np.flatnonzero(net.backward(dy, cache)[0])
    assert sizing.receptive_field(windows) == reached[-1] - reached[0] + 1
