"""Activations: by hand, against PyTorch, and against finite differences away from the kinks."""

import numpy as np
import pytest
from activation_checks import CHECKS
from comparing import DTYPES, close, with_torch
from generated import pool_cases, run

from cs231n_kit import layers
from cs231n_kit.gradcheck import gradcheck
from cs231n_kit.layers import activation

NAMES = ["relu", "leaky_relu", "sigmoid", "tanh"]
BY_NAME = pytest.mark.parametrize("name", NAMES)


def pair(name):
    return getattr(layers, f"{name}_forward"), getattr(layers, f"{name}_backward")


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_activation(check):
    check(activation)


@DTYPES
@BY_NAME
def test_equals_pytorch(torch, xp, name, dtype):
    forward, backward = pair(name)
    functional = getattr(torch.nn.functional, name) if "relu" in name else getattr(torch, name)

    def check(case):
        rng = case.rng()
        x, dy = case.draw(rng, case.x_shape, dtype) * 3, rng.standard_normal(case.x_shape).astype(dtype)
        y, cache = forward(xp.asarray(x))
        close([y, backward(xp.asarray(dy), cache)], with_torch(torch, functional, [x], dy), dtype)

    run(pool_cases("normal", "ties"), check, {"ties", "H != W", "N = 1"})


@BY_NAME
def test_against_finite_differences(xp, name):
    forward, backward = pair(name)

    def check(case):
        x = xp.asarray(case.draw(case.rng(), case.x_shape, "float64"))
        assert gradcheck(forward, backward, {"x": x}, seed=case.seed) < 1e-6

    run(pool_cases("apart"), check, {"H != W", "N = 1"})


@BY_NAME
def test_arrays_of_two_back_ends_are_refused(device, name):
    forward, backward = pair(name)
    _, cache = forward(device.ones((2, 3)))
    with pytest.raises(TypeError):
        backward(np.ones((2, 3)), cache)
