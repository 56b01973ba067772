"""What layers.conv must do: `check(conv)` fails, or the module is right."""

from types import SimpleNamespace

import conv_checks
import numpy as np
import pytest
from conv_checks import by_slices, cases, same, settings_of

from cs231n_kit.kernels import im2col, loops
from cs231n_kit.kernels.registry import using
from cs231n_kit.kernels.windows import WindowGrid

DILATED = [
    ({"dilation": 0}, "dilation starts at 1"),
    ({"groups": 0}, "groups starts at 1"),
    ({"groups": (1, 1)}, "groups is a whole number"),
]


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
    conv.conv_backward(y, (watched, "kept", *cache[2:]))
    assert ran == ["kept"]
    assert conv.conv_forward(np.ones((1, 1, 3, 3)), np.ones((1, 1, 2, 2)), None)[1][0] is im2col


def check_caches_of_others(conv):
    x, w = np.ones((1, 1, 3, 3)), np.ones((1, 1, 2, 2))
    y, cache = conv.conv_forward(x, w)
    for wrong in (None, 3, x, cache[1], (*cache, 1), (x, w, None, y.shape), (cache[0], cache[1], None, y.shape)):
        with pytest.raises(TypeError, match="cache must be what conv_forward gave"):
            conv.conv_backward(y, wrong)


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
        assert layer.forward(x, params, {}, keep=False)[1] is None


def check_what_the_rules_are_told(conv):
    """The rules that choose a kernel get all that they may decide by, and the kernel what they got."""
    asked, ran = [], []
    kernel = SimpleNamespace(forward=lambda x, w, b, *where: ran.append(where) or im2col.forward(x, w, b, *where))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conv, "choose_kernel", lambda *layer: asked.append(layer) or kernel)
        conv.conv_forward(np.ones((1, 4, 9, 9)), np.ones((2, 2, 3, 3)), None, 2, 1, 3, 2)
    grid = WindowGrid.of((4, 9, 9), 3, 2, 1, 3)
    assert asked == [((1, 4, 9, 9), (2, 2, 3, 3), grid, 2)]
    assert ran == [(grid, 2)]


def check_nonsense_is_refused_when_a_layer_is_made(conv):
    kind = conv.Conv2d
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
        *DILATED,
    ]:
        with pytest.raises(ValueError, match=words):
            kind(**{"filters": 4, "size": 3} | wrong)
    with pytest.raises(TypeError, match="positional"):
        kind(3, 64, 3)  # in PyTorch's order: channels, filters, size


def check_sizes_of_numpy(conv):
    """A small whole number of NumPy's must not make a count wrap round."""
    kind = conv.Conv2d
    assert kind(np.int16(4), np.int16(3)).macs((64, 56, 56)) == 4 * 54 * 54 * 9 * 64
    shapes = kind(np.int16(4), np.int16(3)).param_shapes((64, 56, 56))
    assert {type(n) for shape in shapes.values() for n in shape} == {int}
    with pytest.raises(ValueError, match=r"reads \(C,H,W\), sizes from 1 on; got \(-3, 8, 8\)"):
        kind(4, 3).out_shape((-3, 8, 8))


def check_how_weights_are_drawn(conv):
    """Normal with variance 2/fan-in, and the fan-in is one window's; biases 0."""
    params, _ = conv.Conv2d(200, 5, groups=2).init(np.random.default_rng(0), (8, 9, 9), dtype=np.float64)
    assert params["weight"].std() == pytest.approx((2 / 100) ** 0.5, rel=0.02)
    assert not params["bias"].any()


def check_parameters_are_the_layers_own(conv):
    x = np.ones((2, 3, 5, 6))
    for kind in (conv.Conv2d,):
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


def check_going_back_with_nothing_kept(conv):
    x = np.ones((1, 2, 4, 4))
    for kind in (conv.Conv2d,):
        params, _ = kind(2, 3).init(np.random.default_rng(0), (2, 4, 4), dtype="f8")
        y, cache, _ = kind(2, 3).forward(x, params, {}, keep=False)
        with pytest.raises(ValueError, match="keep=True"):
            kind(2, 3).backward(y, cache)


CHECKS = [value for name, value in list(globals().items()) if name.startswith("check_")]
