"""Pooling: by hand, window by window, against PyTorch, and against finite differences away from ties."""

import numpy as np
import pytest
from comparing import DTYPES, close, with_torch
from generated import ANY_WINDOWS, pool_cases, run
from pool_checks import CHECKS

from cs231n_kit import layers
from cs231n_kit.backend import to_host
from cs231n_kit.gradcheck import gradcheck
from cs231n_kit.layers import pool

WAYS = pytest.mark.parametrize(("name", "also"), [("max", {}), ("avg", {}), ("avg", {"count_pad": False}), ("l2", {})])


def pair(name):
    return getattr(layers, f"{name}_pool_forward"), getattr(layers, f"{name}_pool_backward")


def settings_of(case):
    return {name: getattr(case, name) for name in ("size", "stride", "pad", "fit")}


def refused(case, forward, x):
    """Tell whether the case is one that fit="raise" refuses, and then see that it does."""
    if case.refused:
        with pytest.raises(ValueError, match=r"is not divisible by|does not fit"):
            forward(x, **settings_of(case))
    return case.refused


def in_torch(torch, case, name, count_pad=True):
    """Give the same pooling in PyTorch. It pads, and pools what it padded; what counts is counted by pooling ones."""
    functional = torch.nn.functional
    top, bottom, left, right = case.pad
    rows, columns = case.extra()
    asked, everywhere = (left, right, top, bottom), (left, right + columns, top, bottom + rows)

    def total(x):
        return functional.avg_pool2d(x, case.size, case.stride, divisor_override=1)

    def compute(x):
        if name == "max":
            padded = functional.pad(x, everywhere, value=-float("inf"))
            return functional.max_pool2d(padded, case.size, case.stride)
        if name == "l2":
            return total(functional.pad(x * x, everywhere)).sqrt()
        ones = torch.ones(x.shape, dtype=x.dtype)
        counting = functional.pad(functional.pad(ones, asked, value=float(count_pad)), (0, columns, 0, rows))
        return total(functional.pad(x, everywhere)) / total(counting)

    return compute


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_pool(check):
    check(pool)


@DTYPES
@WAYS
def test_equals_pytorch(torch, xp, name, also, dtype):
    forward, backward = pair(name)
    numbers = ("normal",) if name == "l2" else ("normal", "ties")

    def check(case):
        x = case.draw(case.rng(), case.x_shape, dtype)
        if refused(case, forward, xp.asarray(x)):
            return
        dy = np.random.default_rng(case.seed + 1).standard_normal((case.N, case.C, *case.out)).astype(dtype)
        y, cache = forward(xp.asarray(x), **settings_of(case), **also)
        expected = with_torch(torch, in_torch(torch, case, name, **also), [x], dy)
        close([y, backward(xp.asarray(dy), cache)], expected, dtype)

    run(pool_cases(*numbers), check, ANY_WINDOWS | {"ties"} if len(numbers) > 1 else ANY_WINDOWS)


@WAYS
def test_against_finite_differences(xp, name, also):
    forward, backward = pair(name)

    def check(case):
        x = xp.asarray(case.draw(case.rng(), case.x_shape, "float64"))
        if refused(case, forward, x):
            return
        how = settings_of(case) | also
        assert gradcheck(lambda x: forward(x, **how), backward, {"x": x}, seed=case.seed) < 1e-6

    run(pool_cases("apart"), check, ANY_WINDOWS)


@pytest.mark.parametrize("ceil_mode", [False, True])
@pytest.mark.parametrize(("size", "stride", "pad"), [(2, 2, 0), (3, 2, 0), (3, 2, 1), (3, 3, 1), (2, 3, 1), (4, 3, 2)])
def test_the_conventions_are_pytorchs(torch, size, stride, pad, ceil_mode):
    """fit="pad" is its ceil_mode and count_pad its count_include_pad; L2 is lp_pool2d with norm 2."""
    functional, fit = torch.nn.functional, "pad" if ceil_mode else "crop"
    x = np.random.default_rng(8).random((2, 3, 9, 12))
    t = torch.from_numpy(x)
    how = {"kernel_size": size, "stride": stride, "ceil_mode": ceil_mode}
    close([pool.max_pool_forward(x, size, stride, pad, fit)[0]], [functional.max_pool2d(t, padding=pad, **how)])
    for count_pad in (True, False):
        expected = functional.avg_pool2d(t, padding=pad, count_include_pad=count_pad, **how)
        close([pool.avg_pool_forward(x, size, stride, pad, fit, count_pad)[0]], [expected])
    if pad == 0 and not ceil_mode:  # in ceil_mode lp_pool2d weighs a ragged window up
        close([pool.l2_pool_forward(x, size, stride, pad, fit)[0]], [functional.lp_pool2d(t, 2, **how)])


@DTYPES
def test_global_average_equals_pytorch(torch, xp, dtype):
    def check(case):
        x = case.draw(case.rng(), case.x_shape, dtype)
        dy = np.random.default_rng(case.seed + 1).standard_normal((case.N, case.C)).astype(dtype)
        y, cache = pool.global_avg_pool_forward(xp.asarray(x))
        expected = with_torch(torch, lambda x: x.mean(dim=(2, 3)), [x], dy)
        close([y, pool.global_avg_pool_backward(xp.asarray(dy), cache)], expected, dtype)

    run(pool_cases("normal"), check, {"H != W", "N = 1"})


def test_global_average_against_finite_differences(xp):
    def check(case):
        x = xp.asarray(case.draw(case.rng(), case.x_shape, "float64"))
        given = pool.global_avg_pool_forward, pool.global_avg_pool_backward, {"x": x}
        assert gradcheck(*given, seed=case.seed) < 1e-6

    run(pool_cases("normal"), check)


@pytest.mark.parametrize("name", ["max", "l2", "avg", "global_avg"])
def test_arrays_of_two_back_ends_are_refused(device, name):
    forward, backward = getattr(pool, f"{name}_pool_forward"), getattr(pool, f"{name}_pool_backward")
    how = {} if name == "global_avg" else {"size": 2}
    y, cache = forward(np.ones((1, 2, 4, 4)), **how)
    with pytest.raises(TypeError, match="both NumPy and CuPy"):
        backward(device.asarray(y), cache)
    y, cache = forward(device.ones((1, 2, 4, 4)), **how)
    with pytest.raises(TypeError, match="both NumPy and CuPy"):
        backward(to_host(y), cache)
