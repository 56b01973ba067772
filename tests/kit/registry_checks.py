"""What kernels.registry must do: `check(registry)` fails, or the module is right."""

import threading

import pytest

from cs231n_kit.kernels import im2col, loops
from cs231n_kit.kernels.windows import WindowGrid

GRID = WindowGrid.of((3, 8, 8), 3)
SHAPES = (1, 3, 8, 8), (4, 3, 3, 3), GRID


def check_using(registry):
    usual = registry.choose_kernel(*SHAPES)
    assert usual is im2col
    with registry.using("loops"):
        assert registry.choose_kernel(*SHAPES, groups=1) is loops
        with registry.using("im2col"):
            assert registry.choose_kernel(*SHAPES) is im2col
        assert registry.choose_kernel(*SHAPES) is loops
    assert registry.choose_kernel(*SHAPES) is usual
    with pytest.raises(ZeroDivisionError), registry.using("loops"):
        1 / 0  # noqa: B018
    assert registry.choose_kernel(*SHAPES) is usual


def check_threads(registry):
    """Another thread chooses for itself."""
    seen = []
    with registry.using("loops"):
        thread = threading.Thread(target=lambda: seen.append(registry.choose_kernel(*SHAPES)))
        thread.start()
        thread.join()
    assert seen == [im2col]


def check_unknown_names(registry):
    for name in ("winograt", "", None):
        with pytest.raises(ValueError, match=r"loops.*im2col"):
            registry.using(name).__enter__()
        with pytest.raises(ValueError, match=r"loops.*im2col"):
            registry.get_kernel(name)


def check_the_first_row_that_suits(registry):
    rows = list(registry.RULES)
    asked = []

    def never(*layer):
        asked.append(layer)
        return False

    try:
        registry.RULES[:] = [(never, "a"), (lambda *layer: True, "b"), (lambda *layer: True, "c")]
        assert registry.choose_kernel(*SHAPES, 3) == "b"
        assert asked == [(*SHAPES, 3)]
    finally:
        registry.RULES[:] = rows


CHECKS = [value for name, value in list(globals().items()) if name.startswith("check_")]
