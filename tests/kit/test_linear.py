"""The fully connected layer: by hand, against PyTorch, and against finite differences."""

import pytest
from comparing import DTYPES, close, on, with_torch
from generated import conv_cases, run
from linear_checks import CHECKS, B, W, X

from cs231n_kit.gradcheck import gradcheck
from cs231n_kit.layers import linear, linear_backward, linear_forward

CLASSES = {"H != W", "N = 1", "no bias"}


def arrays_of(case, dtype="float64"):
    """Draw x, w, b and dy; x is a volume, or a row where the case has one group."""
    rng, units = case.rng(), case.K
    inside = case.C * case.H * case.W
    x_shape = (case.N, inside) if case.groups == 1 else case.x_shape
    shapes = x_shape, (units, inside), (units,), (case.N, units)
    x, w, b, dy = (rng.standard_normal(shape).astype(dtype) for shape in shapes)
    return x, w, b if case.bias else None, dy


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_linear(check):
    check(linear)


@DTYPES
def test_equals_pytorch(torch, xp, dtype):
    def check(case):
        x, w, b, dy = arrays_of(case, dtype)

        def compute(x, w, b):
            return torch.nn.functional.linear(x.flatten(1), w, b)

        y, cache = linear_forward(*on(xp, x, w, b))
        close([y, *linear_backward(xp.asarray(dy), cache)], with_torch(torch, compute, [x, w, b], dy), dtype)

    run(conv_cases(), check, CLASSES)


def test_against_finite_differences(xp):
    def check(case):
        x, w, b = on(xp, *arrays_of(case)[:3])
        arrays = {"x": x, "w": w, "b": b}
        assert gradcheck(linear_forward, linear_backward, arrays, seed=case.seed) < 1e-6

    run(conv_cases(), check, CLASSES)


def test_arrays_of_two_back_ends_are_refused(device):
    for i in range(3):
        mixed = [device.asarray(array) if i == j else array for j, array in enumerate((X, W, B))]
        with pytest.raises(TypeError, match="both NumPy and CuPy"):
            linear_forward(*mixed)
    _, cache = linear_forward(X, W, B)
    with pytest.raises(TypeError):
        linear_backward(device.ones((2, 2)), cache)
