"""What layers.linear must do: `check(linear)` fails, or the module is right."""

import numpy as np
import pytest
from comparing import fixed
from layouts import pass_of, same_in_any_layout

X = fixed([[1, 2, 3], [4, 5, 6]])
W = fixed([[1, 0, -1], [2, 1, 0]])
B = fixed([10, 20])
DY = fixed([[1, 2], [3, 4]])


def check_by_hand(linear):
    y, cache = linear.linear_forward(X, W, B)
    assert y.tolist() == [[8, 24], [8, 33]]  # 1 - 3 + 10, 2 + 2 + 20; 4 - 6 + 10, 8 + 5 + 20
    dx, dw, db = linear.linear_backward(DY, cache)
    assert dx.tolist() == [[5, 2, -1], [11, 4, -3]]  # 1*1 + 2*2, 2*1, 1*-1; ...
    assert dw.tolist() == [[13, 17, 21], [18, 24, 30]]  # 1*1 + 3*4, ...
    assert db.tolist() == [4, 6]


def check_without_bias(linear):
    y, cache = linear.linear_forward(X, W)
    assert y.tolist() == [[-2, 4], [-2, 13]]
    assert linear.linear_backward(DY, cache)[2] is None


def check_a_volume_is_read_as_a_row(linear):
    x, w = np.arange(24.0).reshape(2, 2, 2, 3), np.arange(12.0).reshape(1, 12)
    y, cache = linear.linear_forward(x, w, None)
    assert y.tolist() == [[506], [1298]]  # the sums of i*i and of i*(i + 12), i = 0..11
    dx, dw, _ = linear.linear_backward(np.array([[1.0], [2]]), cache)
    assert dx.shape == x.shape
    assert dx.ravel().tolist() == [*w.ravel(), *(2 * w.ravel())]
    assert dw.tolist() == [[i + 2 * (i + 12) for i in range(12)]]


def check_dtypes(linear):
    for dtype in ("f4", "f8"):
        y, cache = linear.linear_forward(*(array.astype(dtype) for array in (X, W, B)))
        assert y.dtype == dtype
        assert all(gradient.dtype == dtype for gradient in linear.linear_backward(DY.astype(dtype), cache))
    _, cache = linear.linear_forward(X.astype("f4"), W, B.astype("f4"))  # w alone is wide
    assert {one.dtype.name for one in linear.linear_backward(DY.astype("f4"), cache)} == {"float64"}
    y, _ = linear.linear_forward(X.astype("f4"), W.astype("f4"), B + 2.0**-40)
    assert (y.dtype, y[0, 0]) == ("f8", 8 + 2.0**-40)  # the bias is not rounded
    assert linear.linear_forward(np.full((1, 16), 200, "u1"), np.ones((1, 16), "f4"))[0].item() == 3200


def check_nothing_given_is_changed(linear):
    x, w, b, dy = (array.copy() for array in (X, W, B, DY))
    _, cache = linear.linear_forward(x, w, b)
    linear.linear_backward(dy, cache)
    for array, copy in [(x, X), (w, W), (b, B), (dy, DY)]:
        np.testing.assert_array_equal(array, copy)


def check_the_layer(linear):
    x = np.arange(24.0).reshape(2, 2, 2, 3)
    for layer, keys in [(linear.Linear(5), ["weight", "bias"]), (linear.Linear(5, bias=False), ["weight"])]:
        assert layer.out_shape((2, 2, 3)) == (5,)
        assert layer.macs((2, 2, 3)) == 60
        shapes = layer.param_shapes((2, 2, 3))
        assert shapes == {"weight": (5, 12), "bias": (5,)} if len(keys) == 2 else {"weight": (5, 12)}
        params, _ = layer.init(np.random.default_rng(0), (2, 2, 3), dtype=np.float64)
        assert list(params) == keys
        y, cache, _ = layer.forward(x, params, {})
        np.testing.assert_array_equal(y, linear.linear_forward(x, *params.values())[0])
        dx, grads = layer.backward(np.ones(y.shape), cache)
        assert {key: grad.shape for key, grad in grads.items()} == shapes
        assert dx.shape == x.shape
        assert layer.forward(x, params, {}, keep=False)[1] is None
        with pytest.raises(ValueError, match="keep=True"):
            layer.backward(y, None)


def check_refusals(linear):
    for x, w, b, words in [
        (X[0], W, B, r"x must be \(N,D\).*got \(3,\)"),
        (X[:, None], W, B, r"\(N,D\) or \(N,C,H,W\); got \(2, 1, 3\)"),
        (X, W[0], B, r"w must be \(out,in\); got \(3,\)"),
        (X, W.T, B, r"x \(2, 3\) has 3 numbers.*\(out,3\).*got \(3, 2\)"),
        (X, W, B[:1], r"b must be \(2,\).*got \(1,\)"),
        (X, W, B[:, None], r"b must be \(2,\).*got \(2, 1\)"),
        (X, W, B[None], r"b must be \(2,\).*got \(1, 2\)"),
        (X[:0], W, B, r"No size may be below 1; got x \(0, 3\)"),
        (X, W[:0], B[:0], r"No size may be below 1; got x \(2, 3\) and w \(0, 3\)"),
    ]:
        with pytest.raises(ValueError, match=words):
            linear.linear_forward(x, w, b)
    _, cache = linear.linear_forward(X, W, B)
    with pytest.raises(ValueError, match=r"\(2, 2\).*\(2, 3\)"):
        linear.linear_backward(np.ones((2, 3)), cache)
    with pytest.raises(TypeError, match="Expected NumPy or CuPy arrays; got list"):
        linear.linear_forward(X.tolist(), W.tolist())
    for i in range(3):
        with pytest.raises(TypeError, match="float16"):
            linear.linear_forward(*(array.astype("f2") if i == j else array for j, array in enumerate((X, W, B))))
    with pytest.raises(TypeError, match="float16"):
        linear.linear_backward(DY.astype("f2"), cache)
    with pytest.raises(TypeError, match=r"need float32 or float64.*uint8"):
        linear.linear_forward(X.astype("u1"), abs(W).astype("u1"))
    with pytest.raises(TypeError, match="got list"):
        linear.linear_backward(DY.tolist(), cache)


def check_sizes_of_the_layer(linear):
    for in_shape in [(0,), (3, 0, 4)]:
        for ask in (linear.Linear(2).out_shape, linear.Linear(2).param_shapes):
            with pytest.raises(ValueError, match="No size may be below 1"):
                ask(in_shape)
    assert linear.Linear(np.int16(300)).macs((300,)) == 90_000
    assert linear.Linear(np.int16(300)).out_shape((300,)) == (300,)
    assert type(linear.Linear(np.int16(3)).out_shape((3,))[0]) is int
    for wrong, words in [
        ({"units": 3.0}, "units is a whole number; got 3.0"),
        ({"units": "3"}, "units is a whole number"),
        ({"units": 0}, "units starts at 1; got 0"),
        ({"units": 3, "bias": 10}, "bias is True or False; got 10"),
    ]:
        with pytest.raises(ValueError, match=words):
            linear.Linear(**wrong)
    with pytest.raises(TypeError, match="positional"):
        linear.Linear(512, 10)


def check_flatten(linear):
    x = np.arange(24.0).reshape(2, 3, 2, 2)
    layer = linear.Flatten()
    assert layer.out_shape((3, 2, 2)) == (12,)
    y, cache, _ = layer.forward(x, {}, {})
    assert y.tolist() == [list(range(12)), list(range(12, 24))]
    dx, grads = layer.backward(y + 1, cache)
    np.testing.assert_array_equal(dx, x + 1)
    assert grads == {}
    with pytest.raises(ValueError, match=r"\(2, 12\).*\(12, 2\)"):
        layer.backward(np.ones((12, 2)), cache)


def check_parameters_are_the_layers_own(linear):
    x = np.ones((2, 3))
    for bias, params, words in [
        (True, {"weight": W}, r"'bias': \(2,\)\}.*got \{'weight': \(2, 3\)\}"),
        (False, {"weight": W, "bias": B}, r"\{'weight': \(2, 3\)\}.*got .*'bias'"),
        (True, {"weight": W[:1], "bias": B[:1]}, r"got .*\(1, 3\)"),
        (True, {}, r"got \{\}"),
    ]:
        with pytest.raises(ValueError, match=words):
            linear.Linear(2, bias=bias).forward(x, params, {})


def check_any_layout(linear):
    run = pass_of(linear.linear_forward, linear.linear_backward)
    rng = np.random.default_rng(1)
    for x_shape in [(2, 12), (2, 2, 2, 3)]:
        same_in_any_layout(run, *(rng.standard_normal(shape) for shape in (x_shape, (5, 12), (5,), (2, 5))))

    def flat(x, dy):
        y, cache, _ = linear.Flatten().forward(x, {}, {})
        return [y, linear.Flatten().backward(dy, cache)[0]]

    same_in_any_layout(flat, rng.standard_normal((2, 2, 2, 3)), rng.standard_normal((2, 12)))


def check_caches_of_others(linear):
    for wrong in (None, 3, [], (X, W), (X, W, 5), (X, W, B, B), (None, W, B)):
        with pytest.raises(TypeError, match="cache must be what linear_forward gave"):
            linear.linear_backward(DY, wrong)


CHECKS = [
    check_any_layout,
    check_caches_of_others,
    check_flatten,
    check_sizes_of_the_layer,
    check_parameters_are_the_layers_own,
    check_by_hand,
    check_without_bias,
    check_a_volume_is_read_as_a_row,
    check_dtypes,
    check_nothing_given_is_changed,
    check_the_layer,
    check_refusals,
]
