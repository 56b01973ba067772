"""What layers.conv must do: `check(conv)` fails, or the module is right."""

from types import SimpleNamespace

import conv_checks
import numpy as np
import pytest
from conv_checks import by_slices, cases, same, settings_of
from memory import kept, promised

from cs231n_kit.gradcheck import directional_error
from cs231n_kit.kernels import im2col, loops
from cs231n_kit.kernels.registry import using


def check_the_functions(conv):
    """conv_forward and conv_backward do what every kernel does."""
    kernel = SimpleNamespace(forward=conv.conv_forward, backward=conv.conv_backward)
    for check in conv_checks.CHECKS:
        check(kernel)


def check_the_kernel_that_ran_forward_runs_backward(conv):
    with using("loops"):
        y, cache = conv.conv_forward(np.ones((1, 1, 3, 3)), np.ones((1, 1, 2, 2)), None)
    assert cache[0] is loops
    ran = []
    watched = SimpleNamespace(backward=lambda dy, kept: ran.append(kept))
    conv.conv_backward(y, (watched, "kept"))
    assert ran == ["kept"]
    assert conv.conv_forward(np.ones((1, 1, 3, 3)), np.ones((1, 1, 2, 2)), None)[1][0] is im2col


def plain_cases(count, seed):
    """Draw cases without dilation and groups."""
    return [case for case in cases(count, seed) if case.groups == 1 and case.dilation == (1, 1)]


def check_local_place_by_place(conv):
    """At each place a locally connected layer is a CONV layer with that place's filters."""
    for case in plain_cases(60, seed=21):
        rng = np.random.default_rng(case.seed)
        x = rng.standard_normal(case.x_shape)
        w = rng.standard_normal((case.K, *case.out, case.C, *case.size))
        b = rng.standard_normal((case.K, *case.out)) if case.bias else None
        how = {"stride": case.stride, "pad": case.pad, "fit": case.fit}
        y, _ = conv.local_forward(x, w, b, **how)
        assert y.shape == (case.N, case.K, *case.out)
        for row, column in np.ndindex(case.out):
            bias = None if b is None else b[:, row, column]
            dy = np.zeros((case.N, case.K, *case.out))
            expected = by_slices(case, x, w[:, row, column], bias, dy)[0]
            np.testing.assert_allclose(y[:, :, row, column], expected[:, :, row, column], rtol=1e-12, atol=1e-12)


def check_local_gradients(conv):
    for case in plain_cases(40, seed=22):
        rng = np.random.default_rng(case.seed)
        w_shape = case.K, *case.out, case.C, *case.size
        arrays = {"x": rng.standard_normal(case.x_shape), "w": rng.standard_normal(w_shape)}
        arrays["b"] = rng.standard_normal((case.K, *case.out)) if case.bias else None
        how = {"stride": case.stride, "pad": case.pad, "fit": case.fit}

        def forward(x, w, b, how=how):
            return conv.local_forward(x, w, b, **how)

        assert directional_error(forward, conv.local_backward, arrays) < 1e-6
        y, cache = forward(**arrays)
        db = conv.local_backward(y, cache)[2]
        assert (db is None) == (not case.bias)
    arrays = np.ones((1, 1, 3, 4), "f4"), np.ones((2, 2, 3, 1, 2, 2), "f4"), np.ones((2, 2, 3), "f4")
    y, cache = conv.local_forward(*arrays)
    assert {array.dtype.name for array in (y, *conv.local_backward(y, cache))} == {"float32"}
    y, cache = conv.local_forward(arrays[0], arrays[1], arrays[2].astype("f8") + 2.0**-40)
    assert (y.dtype, y[0, 0, 0, 0]) == ("f8", 4 + 1 + 2.0**-40)
    assert {array.dtype.name for array in conv.local_backward(y.astype("f8"), cache)} == {"float64"}
    _, cache = conv.local_forward(*(array.astype("f8") for array in arrays))
    assert {array.dtype.name for array in conv.local_backward(y.astype("f4"), cache)} == {"float64"}
    weirdly = [conv_checks.weird(array) for array in arrays]
    given = conv.local_forward(*weirdly), conv.local_forward(*arrays)
    same([given[0][0], *conv.local_backward(y, given[0][1])], [given[1][0], *conv.local_backward(y, given[1][1])])


def check_local_refusals(conv):
    x, w, b = np.ones((2, 3, 4, 5)), np.ones((2, 2, 3, 3, 3, 3)), np.ones((2, 2, 3))
    y, cache = conv.local_forward(x, w, b)
    with pytest.raises(ValueError, match=r"\(2, 2, 2, 3\).*\(2, 2, 3, 2\)"):
        conv.local_backward(y.transpose(0, 1, 3, 2), cache)
    for wrong_x, wrong_w, wrong_b, words in [
        (x, w[:, 0], None, r"\(K,H',W',C,F,F\); got \(2, 3, 3, 3, 3\)"),
        (x[0], w, None, r"\(N,C,H,W\); got \(3, 4, 5\)"),
        (x[:, :2], w, None, r"x \(2, 2, 4, 5\) has 2 channels"),
        (x, w.transpose(0, 2, 1, 3, 4, 5), None, r"\(2, 2, 3\).*\(2, 3, 2, 3, 3, 3\)"),
        (x, w, b[:, :1], r"\(2, 2, 3\).*\(2, 1, 3\)"),
        (x[:0], w, None, r"No size may be below 1; got x \(0, 3, 4, 5\)"),
    ]:
        with pytest.raises(ValueError, match=words):
            conv.local_forward(wrong_x, wrong_w, wrong_b)
    for i in range(3):
        with pytest.raises(TypeError, match="float16"):
            conv.local_forward(*(array.astype("f2") if i == j else array for j, array in enumerate((x, w, b))))
    with pytest.raises(TypeError, match="float16"):
        conv.local_backward(y.astype("f2"), cache)
    with pytest.raises(TypeError, match="need float32 or float64"):
        conv.local_forward(x.astype("u1"), w.astype("u1"), b.astype("u1"))
    with pytest.raises(TypeError, match="got list"):
        conv.local_backward(y.tolist(), cache)


def check_the_conv_layer(conv):
    for case in cases(40, seed=23):
        in_shape = case.x_shape[1:]
        layer = conv.Conv2d(case.K, case.size, bias=case.bias, **settings_of(case))
        shapes = {"weight": case.w_shape, "bias": (case.K,)} if case.bias else {"weight": case.w_shape}
        assert layer.param_shapes(in_shape) == shapes
        assert layer.out_shape(in_shape) == (case.K, *case.out)
        window = case.C // case.groups * case.size[0] * case.size[1]
        assert layer.macs(in_shape) == case.K * case.out[0] * case.out[1] * window
        params, _ = layer.init(case.rng(), in_shape, dtype=np.float64)
        assert {name: array.shape for name, array in params.items()} == shapes
        x = np.random.default_rng(24).standard_normal(case.x_shape)
        dy = np.random.default_rng(25).standard_normal((case.N, case.K, *case.out))
        y, cache, state = layer.forward(x, params, {"mine": 1})
        dx, grads = layer.backward(dy, cache)
        expected = by_slices(case, x, params["weight"], params.get("bias"), dy)
        same([y, dx, grads["weight"], grads.get("bias")], expected)
        assert (state, grads.keys()) == ({"mine": 1}, shapes.keys())
        assert kept(x, y, params, cache) == promised(layer.cache_shapes(in_shape, n=case.N, dtype="float64"))
        assert layer.forward(x, params, {}, keep=False)[1] is None


def check_the_local_layer(conv):
    for bias in (True, False):
        layer = conv.LocallyConnected2d(2, (3, 2), stride=(1, 2), pad=(0, 1, 0, 0), bias=bias)
        shapes = {"weight": (2, 3, 2, 3, 3, 2), "bias": (2, 3, 2)} if bias else {"weight": (2, 3, 2, 3, 3, 2)}
        assert layer.out_shape((3, 4, 5)) == (2, 3, 2)
        assert layer.param_shapes((3, 4, 5)) == shapes
        assert layer.macs((3, 4, 5)) == 2 * 3 * 2 * 18
        params, _ = layer.init(np.random.default_rng(0), (3, 4, 5), dtype=np.float64)
        assert {name: array.shape for name, array in params.items()} == shapes
        x = np.random.default_rng(26).standard_normal((2, 3, 4, 5))
        y, cache, _ = layer.forward(x, params, {})
        expected = conv.local_forward(x, *params.values(), *([] if bias else [None]), (1, 2), (0, 1, 0, 0))[0]
        np.testing.assert_array_equal(y, expected)
        dx, grads = layer.backward(y, cache)
        assert {name: grad.shape for name, grad in grads.items()} == shapes
        assert dx.shape == x.shape
        assert kept(x, y, params, cache) == promised(layer.cache_shapes((3, 4, 5), n=2, dtype="float64"))


def check_parameters_are_the_layers_own(conv):
    x = np.ones((2, 3, 5, 6))
    for kind in (conv.Conv2d, conv.LocallyConnected2d):
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


def check_numbers_of_filters(conv):
    for kind in (conv.Conv2d, conv.LocallyConnected2d):
        for filters in (0, -2):
            for ask in (kind(filters, 3).out_shape, kind(filters, 3).param_shapes):
                with pytest.raises(ValueError, match="No size may be below 1"):
                    ask((3, 8, 8))


def check_sizes_of_numpy(conv):
    """A small whole number of NumPy's must not make a count wrap round."""
    for kind in (conv.Conv2d, conv.LocallyConnected2d):
        assert kind(np.int16(4), np.int16(3)).macs((64, 56, 56)) == 4 * 54 * 54 * 9 * 64
        shapes = kind(np.int16(4), np.int16(3)).param_shapes((64, 56, 56))
        assert {type(n) for shape in shapes.values() for n in shape} == {int}
        for filters in (4.0, "4", (4, 4)):
            with pytest.raises(ValueError, match="filters is a whole number; got "):
                kind(filters, 3).out_shape((3, 8, 8))
        with pytest.raises(ValueError, match=r"reads \(C,H,W\), sizes from 1 on; got \(-3, 8, 8\)"):
            kind(4, 3).out_shape((-3, 8, 8))


def check_what_the_table_is_told(conv):
    """Functions and layers ask the table with all that it may decide by."""
    asked = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conv, "pick", lambda *layer: asked.append(layer) or im2col)
        conv.conv_forward(np.ones((1, 4, 9, 9)), np.ones((2, 2, 3, 3)), None, 2, 1, 3, 2)
        conv.Conv2d(2, 3, 2, 1, 3, 2).workspace_bytes((4, 9, 9))
    assert asked == [((1, 4, 9, 9), (2, 2, 3, 3), 2, 3, 2)] * 2


def check_going_back_with_nothing_kept(conv):
    x = np.ones((1, 2, 4, 4))
    for kind in (conv.Conv2d, conv.LocallyConnected2d):
        params, _ = kind(2, 3).init(np.random.default_rng(0), (2, 4, 4), dtype="f8")
        y, cache, _ = kind(2, 3).forward(x, params, {}, keep=False)
        with pytest.raises(ValueError, match="keep=True"):
            kind(2, 3).backward(y, cache)


def check_how_weights_are_drawn(conv):
    """Normal with variance 2/fan-in, and the fan-in is one window's; biases 0."""
    for layer in (conv.Conv2d(200, 5, groups=2), conv.LocallyConnected2d(20, 5)):
        params, _ = layer.init(np.random.default_rng(0), (8, 9, 9), dtype=np.float64)
        fan_in = 25 * (4 if layer.__class__.__name__ == "Conv2d" else 8)
        assert params["weight"].std() == pytest.approx((2 / fan_in) ** 0.5, rel=0.02)
        assert not params["bias"].any()


CHECKS = [value for name, value in list(globals().items()) if name.startswith("check_")]
