"""What layers.local must do: `check(local)` fails, or the module is right."""

import conv_checks
import numpy as np
import pytest
from conv_checks import by_slices, cases, same
from layouts import pass_of, same_in_any_layout

from cs231n_kit.gradcheck import gradcheck


def plain_cases(count, seed):
    """Draw cases without dilation and groups."""
    return [case for case in cases(count, seed) if case.groups == 1 and case.dilation == (1, 1)]


def check_local_place_by_place(local):
    """At each place a locally connected layer is a CONV layer with that place's filters."""
    for case in plain_cases(60, seed=21):
        rng = np.random.default_rng(case.seed)
        x = rng.standard_normal(case.x_shape)
        w = rng.standard_normal((case.K, *case.out, case.C, *case.size))
        b = rng.standard_normal((case.K, *case.out)) if case.bias else None
        how = {"stride": case.stride, "pad": case.pad, "fit": case.fit}
        y, _ = local.local_forward(x, w, b, **how)
        assert y.shape == (case.N, case.K, *case.out)
        for row, column in np.ndindex(case.out):
            bias = None if b is None else b[:, row, column]
            dy = np.zeros((case.N, case.K, *case.out))
            expected = by_slices(case, x, w[:, row, column], bias, dy)[0]
            np.testing.assert_allclose(y[:, :, row, column], expected[:, :, row, column], rtol=1e-12, atol=1e-12)


def check_local_gradients(local):
    for case in plain_cases(40, seed=22):
        rng = np.random.default_rng(case.seed)
        w_shape = case.K, *case.out, case.C, *case.size
        arrays = {"x": rng.standard_normal(case.x_shape), "w": rng.standard_normal(w_shape)}
        arrays["b"] = rng.standard_normal((case.K, *case.out)) if case.bias else None
        how = {"stride": case.stride, "pad": case.pad, "fit": case.fit}

        def forward(x, w, b, how=how):
            return local.local_forward(x, w, b, **how)

        assert gradcheck(forward, local.local_backward, arrays) < 1e-6
        y, cache = forward(**arrays)
        db = local.local_backward(y, cache)[2]
        assert (db is None) == (not case.bias)
    arrays = np.ones((1, 1, 3, 4), "f4"), np.ones((2, 2, 3, 1, 2, 2), "f4"), np.ones((2, 2, 3), "f4")
    y, cache = local.local_forward(*arrays)
    assert {array.dtype.name for array in (y, *local.local_backward(y, cache))} == {"float32"}
    y, cache = local.local_forward(arrays[0], arrays[1], arrays[2].astype("f8") + 2.0**-40)
    assert (y.dtype, y[0, 0, 0, 0]) == ("f8", 4 + 1 + 2.0**-40)
    assert {array.dtype.name for array in local.local_backward(y.astype("f8"), cache)} == {"float64"}
    _, cache = local.local_forward(*(array.astype("f8") for array in arrays))
    assert {array.dtype.name for array in local.local_backward(y.astype("f4"), cache)} == {"float64"}
    _, cache = local.local_forward(arrays[0], arrays[1].astype("f8"), arrays[2])  # w alone is wide
    assert {array.dtype.name for array in local.local_backward(y.astype("f4"), cache)} == {"float64"}
    weirdly = [conv_checks.weird(array) for array in arrays]
    given = local.local_forward(*weirdly), local.local_forward(*arrays)
    same([given[0][0], *local.local_backward(y, given[0][1])], [given[1][0], *local.local_backward(y, given[1][1])])


def check_any_layout(local):
    run = pass_of(local.local_forward, local.local_backward)
    rng = np.random.default_rng(1)
    shapes = (2, 3, 4, 5), (2, 2, 3, 3, 3, 3), (2, 2, 3), (2, 2, 2, 3)
    same_in_any_layout(run, *(rng.standard_normal(shape) for shape in shapes))


def check_caches_of_others(local):
    x, w, b = np.ones((2, 3, 4, 5)), np.ones((2, 2, 3, 3, 3, 3)), np.ones((2, 2, 3))
    for wrong in (None, (x, w, b), (x, w, b, 5), ("numpy", (1, 2), 3, True)):
        with pytest.raises(TypeError, match="cache must be what local_forward gave"):
            local.local_backward(x, wrong)


def check_local_refusals(local):
    x, w, b = np.ones((2, 3, 4, 5)), np.ones((2, 2, 3, 3, 3, 3)), np.ones((2, 2, 3))
    y, cache = local.local_forward(x, w, b)
    with pytest.raises(ValueError, match=r"\(2, 2, 2, 3\).*\(2, 2, 3, 2\)"):
        local.local_backward(y.transpose(0, 1, 3, 2), cache)
    for wrong_x, wrong_w, wrong_b, words in [
        (x, w[:, 0], None, r"\(K,H',W',C,F,F\); got \(2, 3, 3, 3, 3\)"),
        (x[0], w, None, r"\(N,C,H,W\); got \(3, 4, 5\)"),
        (x[:, :2], w, None, r"x \(2, 2, 4, 5\) has 2 channels"),
        (x, w.transpose(0, 2, 1, 3, 4, 5), None, r"\(2, 2, 3\).*\(2, 3, 2, 3, 3, 3\)"),
        (x, w, b[:, :1], r"\(2, 2, 3\).*\(2, 1, 3\)"),
        (x[:0], w, None, r"No size may be below 1; got x \(0, 3, 4, 5\)"),
    ]:
        with pytest.raises(ValueError, match=words):
            local.local_forward(wrong_x, wrong_w, wrong_b)
    for i in range(3):
        with pytest.raises(TypeError, match="float16"):
            local.local_forward(*(array.astype("f2") if i == j else array for j, array in enumerate((x, w, b))))
    with pytest.raises(TypeError, match="float16"):
        local.local_backward(y.astype("f2"), cache)
    with pytest.raises(TypeError, match="need float32 or float64"):
        local.local_forward(x.astype("u1"), w.astype("u1"), b.astype("u1"))
    with pytest.raises(TypeError, match="got list"):
        local.local_backward(y.tolist(), cache)


def check_the_local_layer(local):
    for bias in (True, False):
        layer = local.LocallyConnected2d(2, (3, 2), stride=(1, 2), pad=(0, 1, 0, 0), bias=bias)
        shapes = {"weight": (2, 3, 2, 3, 3, 2), "bias": (2, 3, 2)} if bias else {"weight": (2, 3, 2, 3, 3, 2)}
        assert layer.out_shape((3, 4, 5)) == (2, 3, 2)
        assert layer.param_shapes((3, 4, 5)) == shapes
        assert layer.macs((3, 4, 5)) == 2 * 3 * 2 * 18
        params, _ = layer.init(np.random.default_rng(0), (3, 4, 5), dtype=np.float64)
        assert {name: array.shape for name, array in params.items()} == shapes
        x = np.random.default_rng(26).standard_normal((2, 3, 4, 5))
        y, cache, _ = layer.forward(x, params, {})
        expected = local.local_forward(x, *params.values(), *([] if bias else [None]), (1, 2), (0, 1, 0, 0))[0]
        np.testing.assert_array_equal(y, expected)
        dx, grads = layer.backward(y, cache)
        assert {name: grad.shape for name, grad in grads.items()} == shapes
        assert dx.shape == x.shape


def check_nonsense_is_refused_when_a_layer_is_made(local):
    kind = local.LocallyConnected2d
    for wrong, words in [
        ({"filters": 0}, "filters starts at 1; got 0"),
        ({"filters": 4.0}, "filters is a whole number; got 4.0"),
        ({"filters": "4"}, "filters is a whole number"),
        ({"filters": True}, "filters is a whole number"),
        ({"size": 0}, "size starts at 1"),
        ({"size": (3, 2.5)}, "size is a whole number, or two"),
        ({"stride": 0}, "stride starts at 1"),
        ({"stride": (1, 0)}, "stride starts at 1"),
        ({"pad": -1}, "Padding starts at 0; got -1"),
        ({"pad": (1, 2, 3)}, "or four"),
        ({"bias": 10}, "bias is True or False; got 10"),
        ({"bias": None}, "bias is True or False"),
        ({"fit": "same"}, "'crop', 'raise' or 'pad'"),
    ]:
        with pytest.raises(ValueError, match=words):
            kind(**{"filters": 4, "size": 3} | wrong)
    with pytest.raises(TypeError, match="positional"):
        kind(3, 64, 3)  # in PyTorch's order: channels, filters, size


def check_sizes_of_numpy(local):
    """A small whole number of NumPy's must not make a count wrap round."""
    kind = local.LocallyConnected2d
    assert kind(np.int16(4), np.int16(3)).macs((64, 56, 56)) == 4 * 54 * 54 * 9 * 64
    shapes = kind(np.int16(4), np.int16(3)).param_shapes((64, 56, 56))
    assert {type(n) for shape in shapes.values() for n in shape} == {int}
    with pytest.raises(ValueError, match=r"reads \(C,H,W\), sizes from 1 on; got \(-3, 8, 8\)"):
        kind(4, 3).out_shape((-3, 8, 8))


def check_how_weights_are_drawn(local):
    """Normal with variance 2/fan-in, and the fan-in is one window's; biases 0."""
    params, _ = local.LocallyConnected2d(20, 5).init(np.random.default_rng(0), (8, 9, 9), dtype=np.float64)
    assert params["weight"].std() == pytest.approx((2 / 200) ** 0.5, rel=0.02)
    assert not params["bias"].any()


def check_parameters_are_the_layers_own(local):
    x = np.ones((2, 3, 5, 6))
    for kind in (local.LocallyConnected2d,):
        params, _ = kind(4, 3).init(np.random.default_rng(0), x.shape[1:], dtype=np.float64)
        weight = {"weight": params["weight"]}
        kind(4, 3).forward(x, params, {})
        for layer, given in [
            (kind(4, 3), weight),
            (kind(4, 3, bias=False), params),
            (kind(5, 3), params),
            (kind(4, 3), {}),
        ]:
            with pytest.raises(ValueError, match=r"parameters .*got"):
                layer.forward(x, given, {})


def check_going_back_with_nothing_kept(local):
    x = np.ones((1, 2, 4, 4))
    for kind in (local.LocallyConnected2d,):
        params, _ = kind(2, 3).init(np.random.default_rng(0), (2, 4, 4), dtype="f8")
        y, cache, _ = kind(2, 3).forward(x, params, {}, keep=False)
        with pytest.raises(ValueError, match="keep=True"):
            kind(2, 3).backward(y, cache)


CHECKS = [value for name, value in list(globals().items()) if name.startswith("check_")]
