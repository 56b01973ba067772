"""What kernels.registry must do: `check(registry)` fails, or the module is right."""

import threading

import pytest

from cs231n_kit.kernels import im2col, loops

SHAPES = (1, 3, 8, 8), (4, 3, 3, 3)


def check_using(registry):
    usual = registry.pick(*SHAPES)
    assert usual is im2col
    with registry.using("loops"):
        assert registry.pick(*SHAPES, stride=2, dilation=2, groups=1) is loops
        with registry.using("im2col"):
            assert registry.pick(*SHAPES) is im2col
        assert registry.pick(*SHAPES) is loops
    assert registry.pick(*SHAPES) is usual
    with pytest.raises(ZeroDivisionError), registry.using("loops"):
        1 / 0  # noqa: B018
    assert registry.pick(*SHAPES) is usual


def check_threads(registry):
    """Another thread chooses for itself."""
    seen = []
    with registry.using("loops"):
        thread = threading.Thread(target=lambda: seen.append(registry.pick(*SHAPES)))
        thread.start()
        thread.join()
    assert seen == [im2col]


def check_unknown_names(registry):
    for name in ("winograt", "", None):
        with pytest.raises(ValueError, match=r"loops.*im2col"):
            registry.using(name).__enter__()
        with pytest.raises(ValueError, match=r"loops.*im2col"):
            registry.kernel(name)


def check_the_first_row_that_suits(registry):
    rows = list(registry.TABLE)
    asked = []

    def never(*layer):
        asked.append(layer)
        return False

    try:
        registry.TABLE[:] = [(never, "a"), (lambda *layer: True, "b"), (lambda *layer: True, "c")]
        assert registry.pick(*SHAPES, 2, 3, 1) == "b"
        assert asked == [(*SHAPES, 2, 3, 1)]
    finally:
        registry.TABLE[:] = rows


CHECKS = [value for name, value in list(globals().items()) if name.startswith("check_")]
