"""CONV layers: every kernel, and the locally connected layer, against PyTorch and finite differences."""

import conv_layer_checks
import local_checks
import numpy as np
import pytest
from comparing import DTYPES, close, on, with_torch
from generated import ANY_FILTERS, ANY_WINDOWS, COUNT, conv_cases, local_cases, run

from cs231n_kit.backend import to_host
from cs231n_kit.gradcheck import gradcheck
from cs231n_kit.kernels import seven_loops
from cs231n_kit.kernels.registry import KERNELS, using
from cs231n_kit.layers import conv, conv_backward, conv_forward, local, local_backward, local_forward

BY_KERNEL = pytest.mark.parametrize("kernel", KERNELS)


def arrays_of(case, dtype="float64", local=False):
    """Draw x, w and b of a case."""
    rng = case.rng()
    w_shape = (case.K, *case.out, case.C, *case.size) if local else case.w_shape
    b_shape = (case.K, *case.out) if local else (case.K,)
    x, w, b = (case.draw(rng, shape, dtype) for shape in (case.x_shape, w_shape, b_shape))
    return x, w, b if case.bias else None


def dy_of(case, dtype="float64"):
    """Draw the gradient of the output."""
    return np.random.default_rng(case.seed + 1).standard_normal((case.N, case.K, *case.out)).astype(dtype)


def settings_of(case):
    return {name: getattr(case, name) for name in ("stride", "pad", "dilation", "groups", "fit")}


def local_settings(case):
    return {name: getattr(case, name) for name in ("stride", "pad", "fit")}


def framed(torch, x, case, value=0.0):
    """Pad in PyTorch: the padding asked for, and what fit="pad" reads beyond it."""
    top, bottom, left, right = case.pad
    rows, columns = case.extra()
    return torch.nn.functional.pad(x, (left, right + columns, top, bottom + rows), value=value)


def run_all(kernel, xp, check, wanted):
    """Run the generated CONV layers; of the loops, which are slow, few on a device: NumPy has run them all."""
    if kernel == "loops" and xp is not np:
        run(conv_cases(), check, count=COUNT // 10)
    else:
        run(conv_cases(), check, wanted)


def refused_or(case, forward):
    """Tell whether the case is one that fit="raise" refuses, and then see that it does."""
    if not case.refused:
        return False
    with pytest.raises(ValueError, match=r"is not divisible by|does not fit"):
        forward()
    return True


@DTYPES
@BY_KERNEL
def test_conv_equals_pytorch(torch, xp, kernel, dtype):
    def check(case):
        if case.refused:
            return
        arrays, dy = arrays_of(case, dtype), dy_of(case, dtype)

        def compute(x, w, b):
            how = {"stride": case.stride, "dilation": case.dilation, "groups": case.groups}
            return torch.nn.functional.conv2d(framed(torch, x, case), w, b, **how)

        with using(kernel):
            y, cache = conv_forward(*on(xp, *arrays), **settings_of(case))
        close([y, *conv_backward(xp.asarray(dy), cache)], with_torch(torch, compute, arrays, dy), dtype)

    run_all(kernel, xp, check, ANY_FILTERS)


@pytest.mark.parametrize("where", ["x", "w", "dy"])
@pytest.mark.parametrize("dilation", [1, 2])
@pytest.mark.parametrize("groups", [1, 2])
@pytest.mark.parametrize("stride", [1, 2])
@BY_KERNEL
def test_numbers_that_are_not_finite_equal_pytorchs(torch, kernel, stride, groups, dilation, where):
    """Padding is zeros, and 0 times infinity is NaN; between the cells of a dilated filter nothing is read."""
    how = {"stride": stride, "dilation": dilation, "groups": groups}
    rng = np.random.default_rng(7)
    given = {"x": rng.standard_normal((1, 2, 7, 8)), "w": rng.standard_normal((2, 2 // groups, 3, 3))}
    y, _ = conv_forward(*given.values(), pad=2, **how)
    given["dy"] = rng.standard_normal(y.shape)
    for value, place in [(np.inf, 0), (-np.inf, -1), (np.nan, given[where].size // 2)]:
        changed = {name: array.copy() for name, array in given.items()}
        changed[where].flat[place] = value
        x, w, dy = changed.values()
        with np.errstate(invalid="ignore"), using(kernel):
            y, cache = conv_forward(x, w, None, pad=2, **how)
            found = [y, *conv_backward(dy, cache)[:2]]
        expected = with_torch(torch, lambda x, w: torch.nn.functional.conv2d(x, w, None, padding=2, **how), [x, w], dy)
        close(found, expected, tolerance=1e-9)
        if (stride, groups, dilation) == (1, 1, 1):
            with np.errstate(invalid="ignore"):
                close([seven_loops.forward(x, w, np.zeros(2), pad=2)[0]], [y], tolerance=1e-9)


@BY_KERNEL
def test_conv_against_finite_differences(xp, kernel):
    def check(case):
        shapes = case.x_shape, case.w_shape, (case.K,)
        arrays = arrays_of(case) if not case.refused else [np.ones(shape) for shape in shapes]
        x, w, b = on(xp, *arrays)
        how = settings_of(case)
        with using(kernel):
            if refused_or(case, lambda: conv_forward(x, w, b, **how)):
                return

            def forward(x, w, b):
                return conv_forward(x, w, b, **how)

            assert gradcheck(forward, conv_backward, {"x": x, "w": w, "b": b}, seed=case.seed) < 1e-6

    run_all(kernel, xp, check, ANY_FILTERS)


@DTYPES
def test_locally_connected_equals_pytorch(torch, xp, dtype):
    def check(case):
        if case.refused:
            return
        arrays, dy = arrays_of(case, dtype, local=True), dy_of(case, dtype)

        def compute(x, w, b):
            columns = torch.nn.functional.unfold(framed(torch, x, case), case.size, stride=case.stride)
            y = torch.einsum("ncp,kpc->nkp", columns, w.reshape(case.K, -1, columns.shape[1]))
            return y.reshape(dy.shape) if b is None else y.reshape(dy.shape) + b

        y, cache = local_forward(*on(xp, *arrays), **local_settings(case))
        close([y, *local_backward(xp.asarray(dy), cache)], with_torch(torch, compute, arrays, dy), dtype)

    run(local_cases(), check, ANY_WINDOWS)


def test_locally_connected_against_finite_differences(xp):
    def check(case):
        if case.refused:
            return
        x, w, b = on(xp, *arrays_of(case, local=True))

        def forward(x, w, b):
            return local_forward(x, w, b, **local_settings(case))

        assert gradcheck(forward, local_backward, {"x": x, "w": w, "b": b}, seed=case.seed) < 1e-6

    run(local_cases(), check, ANY_WINDOWS)


def test_sharing_is_the_sum_over_the_places(xp):
    """A CONV layer is a locally connected one with the same weights everywhere; its gradients add up."""

    def check(case):
        if case.refused:
            return
        x, w, b = arrays_of(case)
        dy = xp.asarray(dy_of(case))
        everywhere = np.broadcast_to(w[:, None, None], (case.K, *case.out, *w.shape[1:])).copy()
        bias = None if b is None else np.broadcast_to(b[:, None, None], (case.K, *case.out)).copy()
        y, cache = conv_forward(*on(xp, x, w, b), **settings_of(case))
        y_local, cache_local = local_forward(*on(xp, x, everywhere, bias), **local_settings(case))
        dx, dw, db = conv_backward(dy, cache)
        dx_local, dw_local, db_local = local_backward(dy, cache_local)
        expected = y_local, dx_local, dw_local.sum(axis=(1, 2)), None if b is None else db_local.sum(axis=(1, 2))
        close([y, dx, dw, db], to_host(expected), tolerance=1e-12)

    run(local_cases(), check)


def test_arrays_of_two_back_ends_are_refused(device):
    x, w, b = np.ones((1, 2, 4, 4)), np.ones((2, 2, 3, 3)), np.ones(2)
    local_w, local_b = np.ones((2, 2, 2, 2, 3, 3)), np.ones((2, 2, 2))
    for forward, backward, given in [
        (conv_forward, conv_backward, (x, w, b)),
        (local_forward, local_backward, (x, local_w, local_b)),
    ]:
        for i in range(3):
            with pytest.raises(TypeError, match="both NumPy and CuPy"):
                forward(*(device.asarray(array) if i == j else array for j, array in enumerate(given)))
        y, cache = forward(*given)
        with pytest.raises(TypeError):
            backward(device.asarray(y), cache)


@pytest.mark.parametrize("check", conv_layer_checks.CHECKS, ids=lambda check: check.__name__)
def test_conv_layer(check):
    check(conv)


@pytest.mark.parametrize("check", local_checks.CHECKS, ids=lambda check: check.__name__)
def test_local_layer(check):
    check(local)
