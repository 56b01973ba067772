"""What layers.norm must do: `check(norm)` fails, or the module is right."""

import numpy as np
import pytest
import standin
from comparing import fixed

from cs231n_kit.gradcheck import gradcheck
from cs231n_kit.layers import Linear, Serial
from cs231n_kit.net import Net

# Two channels, whose means are 3 and 12, and whose variances are 4: with 12 for eps, the root is 4.
ROWS = fixed([[1, 14], [5, 10]])
GAMMA, BETA, EPS = fixed([2, 4]), fixed([10, 0]), 12
THREE = fixed([1, 2, 3]).reshape(1, 3, 1, 1)


def numbers(shape, seed=0):
    array = np.random.default_rng(seed).standard_normal(shape)
    array.flags.writeable = False
    return array


def volume(rows):
    """Make a volume (2,C,1,2) that has the numbers of rows (2,C) twice: each image holds both of its channel."""
    return np.stack([rows, rows[::-1]], axis=2).reshape(2, -1, 1, 2)


# ---- local response normalisation ----
def check_lrn_by_hand(norm):
    for size, alpha, expected in [
        (1, 1, [1 / 2, 2 / 5, 3 / 10]),
        (2, 2, [1 / (1 + 1), 2 / (1 + 1 + 4), 3 / (1 + 4 + 9)]),  # the channel and the one before it
        (3, 3, [1 / (1 + 1 + 4), 2 / (1 + 14), 3 / (1 + 4 + 9)]),
        (4, 4, [1 / (1 + 1 + 4), 2 / (1 + 14), 3 / (1 + 14)]),  # two before it, one after it
        (9, 9, [1 / 15, 2 / 15, 3 / 15]),  # all there are, and still divided by 9
        (9, 18, [1 / 29, 2 / 29, 3 / 29]),
    ]:
        y, _ = norm.lrn_forward(THREE, size, alpha, beta=1)
        np.testing.assert_allclose(y.ravel(), expected, rtol=1e-14)
    y, _ = norm.lrn_forward(THREE, 3, 3, 0.5, 2)
    np.testing.assert_allclose(y.ravel(), [1 / 7**0.5, 2 / 4, 3 / 15**0.5], rtol=1e-14)
    x = 100 * numbers((2, 6, 2, 3))
    np.testing.assert_allclose(norm.lrn_forward(x, 5)[0], norm.lrn_forward(x, 5, 1e-4, 0.75, 1.0)[0], rtol=0)


def check_lrn_looks_at_one_place_of_one_image(norm):
    x = np.zeros((2, 3, 2, 2))
    x[0, 1, 0, 1] = 2
    y, cache = norm.lrn_forward(x, 3, 3, 1)
    assert y[0, 1, 0, 1] == 2 / 5
    assert y.sum() == 2 / 5
    dx = norm.lrn_backward(np.ones(x.shape), cache)
    assert dx[0, 1, 0, 1] == pytest.approx(1 / 5 - 2 * 2 * 2 / 25)
    assert (dx[0, [0, 2], 0, 1] == 1 / 5).all()
    assert dx.sum() == pytest.approx(21 + 2 / 5 + 1 / 5 - 8 / 25)


def check_lrn_against_finite_differences(norm):
    x = numbers((2, 5, 2, 3))
    for size, alpha, beta, k in [
        (1, 1, 0.75, 1), (2, 3, 2, 0.5), (3, 2, 0.75, 2), (4, 1, 1, 1), (5, 5, 0.5, 1), (8, 9, 1, 2)
    ]:  # fmt: skip
        how = {"size": size, "alpha": alpha, "beta": beta, "k": k}
        assert gradcheck(lambda x, how=how: norm.lrn_forward(x, **how), norm.lrn_backward, {"x": x}) < 1e-7


def check_the_lrn_layer(norm):
    layer, x = norm.LRN(4, alpha=2, beta=0.5, k=3), numbers((2, 5, 2, 3))
    y, cache = norm.lrn_forward(x, 4, 2, 0.5, 3)
    for train in (True, False):
        out, kept, state = layer.forward(x, {}, {"a": 1}, train=train)
        np.testing.assert_array_equal(out, y)
        dx, grads = layer.backward(x, kept)
        np.testing.assert_array_equal(dx, norm.lrn_backward(x, cache))
        assert (grads, state) == ({}, {"a": 1})
    assert norm.LRN() == norm.LRN(5, alpha=1e-4, beta=0.75, k=1.0)
    assert repr(norm.LRN(3, alpha=5e-4, k=2)) == "LRN(3, alpha=0.0005, k=2)"
    assert layer.out_shape((5, 2, 3)) == (5, 2, 3)


# ---- batch normalisation ----
def check_batch_norm_by_hand(norm):
    for x in (ROWS, volume(ROWS)):
        y, cache = norm.batch_norm_forward(x, GAMMA, BETA, EPS)
        expected = np.array([[9.0, 2], [11, -2]])  # 10 - 2 * 2/4, 0 + 4 * 2/4; ...
        assert y.tolist() == (expected if x.ndim == 2 else volume(expected)).tolist()
        assert (cache.mean.tolist(), cache.var.tolist(), cache.eps) == ([3, 12], [4, 4], 12)
        dy = fixed([[1, 0], [3, 0]])
        dx, dgamma, dbeta = norm.batch_norm_backward(dy if x.ndim == 2 else volume(dy), cache)
        # 2/4 times: dy less its mean, 2, less x_hat, 2/4, times the mean of dy * x_hat, 1/2
        expected = np.array([[-0.375, 0], [0.375, 0]])
        assert dx.tolist() == (expected if x.ndim == 2 else volume(expected)).tolist()
        assert (dgamma / (x.size / 4)).tolist() == [1, 0]  # 3 * 1/2 - 1 * 1/2, twice in the volume
        assert (dbeta / (x.size / 4)).tolist() == [4, 0]
    y, cache = norm.batch_norm_forward(ROWS, np.ones(2), np.zeros(2))
    assert cache.eps == 1e-5
    np.testing.assert_allclose(y[1], [2 / 4.00001**0.5, -2 / 4.00001**0.5], rtol=1e-14)


def check_what_comes_out_has_mean_beta_and_deviation_gamma(norm):
    for shape in [(50, 3), (20, 3, 4, 5), (2, 3, 65, 64)]:  # few places, and many
        y, _ = norm.batch_norm_forward(7 + 5 * numbers(shape), fixed([1, 2, 3]), fixed([0, 5, -5]))
        rows = np.moveaxis(y, 1, -1).reshape(-1, 3)
        np.testing.assert_allclose(rows.mean(axis=0), [0, 5, -5], atol=1e-12)
        np.testing.assert_allclose(rows.std(axis=0), [1, 2, 3], rtol=1e-5)


def check_a_batch_of_one_gives_beta(norm):
    beta = numbers(4, seed=1)
    y, cache = norm.batch_norm_forward(1e6 + numbers((1, 4)), numbers(4), beta)
    np.testing.assert_array_equal(y[0], beta)
    dx, dgamma, dbeta = norm.batch_norm_backward(np.ones((1, 4)), cache)
    assert not dx.any()
    assert not dgamma.any()
    assert (dbeta == 1).all()


def check_batch_norm_against_finite_differences(norm):
    for shape in [(5, 3), (3, 2, 2, 4), (2, 3, 1, 2), (1, 2, 3, 2)]:
        arrays = {"x": numbers(shape), "gamma": 1 + numbers(shape[1], 1), "beta": numbers(shape[1], 2)}
        for eps in (1e-5, 0.5):

            def forward(x, gamma, beta, eps=eps):
                return norm.batch_norm_forward(x, gamma, beta, eps)

            assert gradcheck(forward, norm.batch_norm_backward, arrays) < 1e-6


def check_with_statistics_from_before(norm):
    mean, var = fixed([1, 2]), fixed([13, 4])
    y = norm.batch_norm_inference(fixed([[6, 10]]), GAMMA, BETA, mean, var, EPS)
    assert y.tolist() == [[12, 8]]  # 10 + 2 * 5/5, 0 + 4 * 8/4
    y = norm.batch_norm_inference(fixed([[6, 10]]), GAMMA, BETA, mean, var)
    np.testing.assert_allclose(y, [[10 + 10 / 13.00001**0.5, 32 / 4.00001**0.5]], rtol=1e-14)
    for shape in [(5, 2), (3, 2, 2, 4)]:
        arrays = {"x": numbers(shape), "gamma": numbers(2, 1), "beta": numbers(2, 2)}

        def forward(x, gamma, beta):
            y = norm.batch_norm_inference(x, gamma, beta, mean, var, 0.5)
            return y, norm.BatchNormCache(x, gamma, mean, var, 0.5)

        assert gradcheck(forward, norm.batch_norm_inference_backward, arrays) < 1e-7


def check_a_large_mean_costs_no_digits(norm):
    """float32 has seven: the squares of what isn't centred would leave none of the variance."""
    x = (1e4 + numbers((64, 2, 16, 16))).astype("f4")
    exact = x.astype("f8")
    mean, var = (function(axis=(0, 2, 3), keepdims=True) for function in (exact.mean, exact.var))
    y, cache = norm.batch_norm_forward(x, np.ones(2, "f4"), np.zeros(2, "f4"))
    assert y.dtype == cache.mean.dtype == cache.var.dtype == np.float32
    np.testing.assert_allclose(cache.mean, mean.ravel(), rtol=1e-7)
    np.testing.assert_allclose(cache.var, var.ravel(), rtol=1e-5)
    np.testing.assert_allclose(y, (exact - mean) / np.sqrt(var + 1e-5), atol=6e-4)  # half a digit of x itself
    y = norm.batch_norm_inference(x, np.ones(2, "f4"), np.zeros(2, "f4"), cache.mean, cache.var)
    np.testing.assert_allclose(y, (exact - mean) / np.sqrt(var + 1e-5), atol=6e-4)
    dy = numbers(x.shape, 1).astype("f4")
    dx, dgamma, dbeta = norm.batch_norm_backward(dy, cache)
    wide = norm.batch_norm_backward(dy.astype("f8"), norm.batch_norm_forward(exact, np.ones(2), np.zeros(2))[1])
    for ours, theirs in zip((dx, dgamma, dbeta), wide, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=2e-3, atol=2e-3)


def check_dtypes(norm):
    for shape in [(4, 3), (2, 3, 2, 2)]:
        x, gamma, beta = numbers(shape), numbers(3, 1), numbers(3, 2)
        for dtype in ("f4", "f8"):
            arrays = [array.astype(dtype) for array in (x, gamma, beta)]
            y, cache = norm.batch_norm_forward(*arrays, np.float64(0.1))
            gradients = norm.batch_norm_backward(x.astype(dtype), cache)
            test = norm.batch_norm_inference(*arrays, *(abs(one) for one in arrays[1:]), np.float64(0.1))
            back = norm.batch_norm_inference_backward(x.astype(dtype), cache)
            assert {one.dtype.str[1:] for one in (y, test, *cache[:4], *gradients, *back)} == {dtype}
        narrow = [array.astype("f4") for array in (x, gamma, beta)]
        for i in range(3):  # the widest of all
            arrays = [array.astype("f8") if i == j else array for j, array in enumerate(narrow)]
            y, cache = norm.batch_norm_forward(*arrays)
            assert y.dtype == "f8"
            assert norm.batch_norm_backward(narrow[0], cache)[0].dtype == "f8"
        _, cache = norm.batch_norm_forward(*narrow)
        assert {one.dtype.name for one in norm.batch_norm_backward(x, cache)} == {"float64"}
        whole = (3 * x).round()
        expected, _ = norm.batch_norm_forward(whole, gamma, beta)
        np.testing.assert_array_equal(norm.batch_norm_forward(whole.astype(int), gamma, beta)[0], expected)
        y, _ = norm.batch_norm_forward(whole.astype(int), *narrow[1:])
        np.testing.assert_allclose(y, expected, rtol=1e-4, atol=1e-5)
    x = numbers((2, 3, 2, 2))
    for dtype in ("f4", "f8"):
        y, cache = norm.lrn_forward(x.astype(dtype), np.int64(2), np.float64(0.1), np.float64(0.75), np.float64(2))
        assert y.dtype == norm.lrn_backward(x.astype(dtype), cache).dtype == dtype
    assert norm.lrn_backward(x, norm.lrn_forward(x.astype("f4"), 2)[1]).dtype == "f8"
    whole, _ = norm.lrn_forward(np.full((1, 3, 1, 1), 200, "u1"), 3)
    np.testing.assert_allclose(whole, norm.lrn_forward(np.full((1, 3, 1, 1), 200.0), 3)[0], rtol=1e-5)


def check_nothing_given_is_changed(norm):
    """The arrays of these checks can't be written to; here are some that can."""
    for shape in [(4, 3), (2, 3, 2, 2)]:
        arrays = [numbers(shape, seed).copy() for seed in (0, 1)] + [1 + abs(numbers(3, seed)) for seed in range(4)]
        copies = [array.copy() for array in arrays]
        x, dy, gamma, beta, mean, var = arrays
        _, cache = norm.batch_norm_forward(x, gamma, beta)
        norm.batch_norm_backward(dy, cache)
        again = norm.batch_norm_backward(dy, cache)
        norm.batch_norm_inference_backward(dy, norm.BatchNormCache(x, gamma, mean, var, 0.1))
        norm.batch_norm_inference(x, gamma, beta, mean, var)
        if len(shape) == 4:
            norm.lrn_backward(dy, norm.lrn_forward(x, 3)[1])
        for array, copy in zip(arrays, copies, strict=True):
            np.testing.assert_array_equal(array, copy)
        for one, other in zip(again, norm.batch_norm_backward(dy, cache), strict=True):
            np.testing.assert_array_equal(one, other)


# ---- the layer ----
def check_the_layer_begins_as_pytorchs(norm):
    for in_shape in [(3,), (3, 4, 5)]:
        layer = norm.BatchNorm()
        params, state = layer.init(np.random.default_rng(0), in_shape)
        assert {name: array.tolist() for name, array in params.items()} == {"weight": [1] * 3, "bias": [0] * 3}
        assert {name: array.tolist() for name, array in state.items()} == {
            "running_mean": [0] * 3, "running_var": [1] * 3
        }  # fmt: skip
        arrays = [*params.values(), *state.values()]
        assert {array.dtype.name for array in arrays} == {"float32"}
        assert len({id(array) for array in arrays}) == len({array.ctypes.data for array in arrays}) == 4
        assert layer.out_shape(in_shape) == in_shape
        assert layer.macs(in_shape) == 0
        _, state = layer.init(None, in_shape, dtype="f8")
        assert state["running_var"].dtype == "f8"
    assert repr(norm.BatchNorm()) == "BatchNorm()"
    assert norm.BatchNorm() == norm.BatchNorm(eps=1e-5, momentum=0.1)


def check_running_statistics_by_hand(norm):
    params = {"weight": GAMMA, "bias": BETA}
    for x, unbiased in [(ROWS, 8), (volume(ROWS), 16 / 3)]:  # 2 numbers a channel, or 4
        before = {"running_mean": fixed([0, 4]), "running_var": fixed([1, 5])}
        layer = norm.BatchNorm(eps=12, momentum=0.25)
        y, cache, after = layer.forward(x, params, before, train=True)
        np.testing.assert_array_equal(y, norm.batch_norm_forward(x, GAMMA, BETA, EPS)[0])
        assert after["running_mean"].tolist() == [0.25 * 3, 0.75 * 4 + 0.25 * 12]
        np.testing.assert_allclose(after["running_var"], [0.75 + unbiased / 4, 3.75 + unbiased / 4], rtol=1e-14)
        assert before["running_mean"].tolist() == [0, 4]
        dy = numbers(x.shape)
        dx, grads = layer.backward(dy, cache)
        expected = norm.batch_norm_backward(dy, norm.batch_norm_forward(x, GAMMA, BETA, EPS)[1])
        for ours, theirs in zip((dx, grads["weight"], grads["bias"]), expected, strict=True):
            np.testing.assert_array_equal(ours, theirs)
        test, cache, state = layer.forward(x, params, after)  # with those, and they stay
        np.testing.assert_array_equal(test, norm.batch_norm_inference(x, GAMMA, BETA, *after.values(), 12))
        assert state is after
        dx, grads = layer.backward(dy, cache)
        kept = norm.BatchNormCache(x, GAMMA, *after.values(), 12.0)
        expected = norm.batch_norm_inference_backward(dy, kept)
        for ours, theirs in zip((dx, grads["weight"], grads["bias"]), expected, strict=True):
            np.testing.assert_array_equal(ours, theirs)
        assert layer.forward(x, params, before, keep=False)[1] is None
    for momentum, mean in [(0, [0, 4]), (1, [3, 12])]:
        _, _, after = norm.BatchNorm(momentum=momentum).forward(ROWS, params, before, train=True)
        assert after["running_mean"].tolist() == mean


# ---- what is wrong ----
def check_refusals_of_functions(norm):
    x, gamma, beta = numbers((2, 3)), numbers(3), numbers(3)
    for bad, words in [
        (numbers(3), r"x must be \(N,D\) or \(N,C,H,W\) with no size 0; got \(3,\)\. One example alone is x\[None\]"),
        (numbers((3, 2, 2)), r"got \(3, 2, 2\)\. One example"),
        (numbers((0, 3)), r"no size 0; got \(0, 3\)\.$"),
        (numbers((1, 2, 3, 4, 5)), "no size 0; got"),
    ]:
        with pytest.raises(ValueError, match=words):
            norm.batch_norm_forward(bad, gamma, beta)
        with pytest.raises(ValueError, match=words):
            norm.batch_norm_inference(bad, gamma, beta, gamma, abs(beta))
    for wrong in (numbers(2), numbers((1, 3)), numbers(())):
        for i, name in enumerate(("gamma", "beta", "mean", "var")):
            arrays = [gamma, beta, gamma, abs(beta)]
            arrays[i] = wrong
            with pytest.raises(ValueError, match=rf"{name} must be \(3,\), a number for each channel of x \(2, 3\)"):
                norm.batch_norm_inference(x, *arrays)
    for bad in (0, -1, np.nan, "small", True, None):
        for call in (norm.batch_norm_forward, lambda *a: norm.batch_norm_inference(*a[:3], gamma, beta, a[3])):
            with pytest.raises(ValueError, match="eps must be a number above 0"):
                call(x, gamma, beta, bad)
    with pytest.raises(TypeError, match="got NoneType for gamma"):
        norm.batch_norm_forward(x, None, beta)
    _, cache = norm.batch_norm_forward(x, gamma, beta)
    for backward, name in [
        (norm.batch_norm_backward, "batch_norm_forward"), (norm.batch_norm_inference_backward, "BatchNorm")
    ]:  # fmt: skip
        with pytest.raises(ValueError, match=r"\(2, 3\).*\(3,\)"):
            backward(np.ones(3), cache)
        for wrong in (None, x, cache[:4], (*cache, 1), (*cache[:4], None)):
            with pytest.raises(TypeError, match=f"cache must be what {name} gave"):
                backward(x, wrong)
    with standin.installed() as xp:
        for call in (
            lambda: norm.batch_norm_forward(xp.asarray(x), gamma, beta),
            lambda: norm.batch_norm_backward(xp.asarray(x), cache),
            lambda: norm.batch_norm_inference_backward(xp.asarray(x), cache),
            lambda: norm.batch_norm_inference(x, gamma, beta, xp.asarray(gamma), beta),
        ):
            with pytest.raises(TypeError, match="both NumPy and CuPy"):
                call()


def check_refusals_of_lrn(norm):
    x = numbers((1, 3, 2, 2))
    for bad in (numbers((3, 2, 2)), numbers((2, 3)), numbers((1, 0, 2, 2))):
        with pytest.raises(ValueError, match=r"x must be \(N,C,H,W\)"):
            norm.lrn_forward(bad, 3)
    for setting, bad, words in [
        ("size", 0, "size starts at 1; got 0"),
        ("size", 2.0, "size is a whole number; got 2.0"),
        ("alpha", -1, "alpha must be a number from 0 on"),
        ("beta", -1, "beta must be a number from 0 on"),
        ("k", 0, "k must be a number above 0"),
    ]:
        for call in (lambda **how: norm.lrn_forward(x, **{"size": 3} | how), norm.LRN):
            with pytest.raises(ValueError, match=words):
                call(**{setting: bad})
    with pytest.raises(ValueError, match=r"reads \(C,H,W\).*got \(3,\)"):
        norm.LRN(3).out_shape((3,))
    _, cache = norm.lrn_forward(x, 3)
    with pytest.raises(ValueError, match=r"\(1, 3, 2, 2\).*\(2, 3\)"):
        norm.lrn_backward(numbers((2, 3)), cache)
    with pytest.raises(TypeError, match="cache must be what lrn_forward gave"):
        norm.lrn_backward(x, cache[:4])


def check_refusals_of_the_layer(norm):
    layer, params = norm.BatchNorm(), {"weight": GAMMA, "bias": BETA}
    state = {"running_mean": fixed([0, 0]), "running_var": fixed([1, 1])}
    for x in (ROWS[:1], ROWS[:1].reshape(1, 2, 1, 1)):
        with pytest.raises(ValueError, match=r"BatchNorm\(\) can't train on x \(1, 2.*Give at least two examples"):
            layer.forward(x, params, state, train=True)
        assert layer.forward(x, params, state)[0].shape == x.shape
    net = Net.build(Serial(Linear(2), layer), (3,))
    with pytest.raises(ValueError, match=r"^Layer 1, BatchNorm\(\) can't train .*last batch of an epoch") as error:
        net.forward(np.ones((1, 3), "f4"), train=True)
    assert len(str(error.value)) < 300
    assert layer.forward(np.ones((1, 2, 1, 2)), params, state, train=True)[0].shape == (1, 2, 1, 2)
    for train in (True, False):
        for wrong, error, words in [
            ({}, ValueError, r"has the state .*running_mean.* here; got \{\}"),
            ({"running_mean": state["running_mean"]}, ValueError, "has the state"),
            (state | {"running_var": fixed([1])}, ValueError, "has the state"),
            (state | {"running_var": [1, 1]}, TypeError, r"state\['running_var'\] must be an array"),
            (state | {"running_var": np.ones(2, "f4")}, TypeError, r"state\['running_var'\] must be float64"),
        ]:
            with pytest.raises(error, match=words):
                layer.forward(ROWS, params, wrong, train=train)
        with standin.installed() as xp, pytest.raises(TypeError, match="both NumPy and CuPy"):
            layer.forward(ROWS, params, {name: xp.asarray(array) for name, array in state.items()}, train=train)
        with pytest.raises(ValueError, match="has the parameters"):
            layer.forward(ROWS, {"weight": GAMMA}, state, train=train)
    for bad in (-0.1, 1.1, np.nan, None, True):
        with pytest.raises(ValueError, match="momentum must be a number from 0 to 1"):
            norm.BatchNorm(momentum=bad)
    for bad in ((2, 3), (0,), (2, 0, 3), (1, 2, 3, 4)):
        with pytest.raises(ValueError, match="from 1 on"):
            layer.out_shape(bad)


CHECKS = [
    check_lrn_by_hand,
    check_lrn_looks_at_one_place_of_one_image,
    check_lrn_against_finite_differences,
    check_the_lrn_layer,
    check_batch_norm_by_hand,
    check_what_comes_out_has_mean_beta_and_deviation_gamma,
    check_a_batch_of_one_gives_beta,
    check_batch_norm_against_finite_differences,
    check_with_statistics_from_before,
    check_a_large_mean_costs_no_digits,
    check_dtypes,
    check_nothing_given_is_changed,
    check_the_layer_begins_as_pytorchs,
    check_running_statistics_by_hand,
    check_refusals_of_functions,
    check_refusals_of_lrn,
    check_refusals_of_the_layer,
]
