"""What layers.base must do: `check(base)` fails, or the module is right."""

import numpy as np
import pytest
import standin

from cs231n_kit.shapes import pack

W, B = np.array([[1.0, 0, -1], [2, 1, 0]]), np.array([10.0, 20])
X = np.array([[1.0, 2, 3], [4, 5, 6]])


def plain(base, **methods):
    """Make a layer of y = x @ weight.T + bias, with other methods if they are given."""

    def backward(self, dy, x):
        return dy, dy.T @ x, dy.sum(axis=0) if self.bias else None

    own = {
        "bias": True,
        "param_names": ("weight", "bias"),
        "param_shapes": lambda self, in_shape: {"weight": (2, 3), "bias": (2,)} if self.bias else {"weight": (2, 3)},
        "_forward": lambda self, x, w, b: (x @ w.T + (0 if b is None else b), x),
        "_backward": backward,
    }
    return type("Plain", (base.Layer,), own | methods)()


def check_he_normal(base):
    """Normal with variance 2/fan-in."""
    weight = base.he_normal(np.random.default_rng(0), (300, 4, 5, 5), 100)
    assert weight.shape == (300, 4, 5, 5)
    assert weight.std() == pytest.approx((2 / 100) ** 0.5, rel=0.02)
    assert abs(weight.mean()) < 0.002


def check_new_parameters(base):
    for dtype in ("float32", "float64"):
        params, state = plain(base).init(np.random.default_rng(0), (3,), dtype=dtype)
        assert ({name: array.dtype.name for name, array in params.items()}, state) == (
            {"weight": dtype, "bias": dtype},
            {},
        )
        assert params["bias"].tolist() == [0, 0]
        expected = base.he_normal(np.random.default_rng(0), (2, 3), 3)
        np.testing.assert_allclose(params["weight"], expected, rtol=1e-6)  # a neuron reads three numbers
    for dtype in (int, "float16", complex, None, "u1", "number", object):
        with pytest.raises(TypeError, match="dtype is float32 or float64"):
            plain(base).init(np.random.default_rng(0), (3,), dtype=dtype)
    with standin.installed() as xp:
        params, _ = plain(base).init(np.random.default_rng(0), (3,), like=xp.empty(0))
        assert {type(array) for array in params.values()} == {xp.ndarray}


def check_a_pass(base):
    layer = plain(base)
    y, cache, state = layer.forward(X, {"bias": B, "weight": W}, {"mine": 1})  # by name, in any order
    np.testing.assert_array_equal(y, X @ W.T + B)
    assert state == {"mine": 1}
    dx, grads = layer.backward(np.ones((2, 2)), cache)
    np.testing.assert_array_equal(dx, np.ones((2, 2)))
    assert {name: grad.tolist() for name, grad in grads.items()} == {"weight": [[5, 7, 9]] * 2, "bias": [2, 2]}
    without = plain(base, bias=False)
    y, cache, _ = without.forward(X, {"weight": W}, {})
    np.testing.assert_array_equal(y, X @ W.T)
    assert without.backward(np.ones((2, 2)), cache)[1].keys() == {"weight"}
    one = plain(base, param_shapes=lambda self, in_shape: {}, param_names=(), _backward=lambda self, dy, cache: dy)
    dx, grads = one.backward(X, pack(one, X, X))
    assert grads == {}  # one gradient needs no tuple
    np.testing.assert_array_equal(dx, X)


def check_what_is_kept(base):
    layer = plain(base)
    assert layer.forward(X, {"weight": W, "bias": B}, {}, keep=False)[1] is None
    y, cache, _ = layer.forward(X, {"weight": W, "bias": B}, {})
    assert (cache.owner, cache.y_shape, cache.library) == (layer, y.shape, "numpy")
    assert cache.cache is X
    with pytest.raises(ValueError, match="keep=True"):
        layer.backward(X, None)


def check_parameters(base):
    for params in ({"weight": W}, {"weight": W, "gain": B}, {"weight": W.T, "bias": B}):
        with pytest.raises(ValueError, match=r"parameters .*got .*x is \(2, 3\)"):
            plain(base).forward(X, params, {})
    for x, params in [(X.tolist(), {"weight": W, "bias": B}), (X, {"weight": W, "bias": [1.0, 2]})]:
        with pytest.raises(TypeError, match="Expected NumPy or CuPy arrays"):
            plain(base).forward(x, params, {})


def check_how_a_layer_is_run(base):
    """train, keep and rng reach a layer that asks for them."""
    asked = []

    def run(self, x, params, state, **mode):
        asked.append(mode)
        return x, None, state

    layer = plain(base, _run=run)
    layer.forward(X, {}, {})
    layer.forward(X, {}, {}, train=True, keep=False, rng=5)
    assert asked == [{"train": False, "keep": True, "rng": None}, {"train": True, "keep": False, "rng": 5}]


def check_a_layer_with_nothing_to_say(base):
    """A layer with nothing to say needs to say nothing."""

    class Plain(base.Layer):
        pass

    rng = np.random.default_rng(0)
    assert (Plain().param_shapes((3,)), Plain().state_shapes((3,)), Plain().macs((3,))) == ({}, {}, 0)
    assert Plain().init(rng, (3,)) == ({}, {})
    with pytest.raises(NotImplementedError):
        Plain().out_shape((3,))


CHECKS = [value for name, value in list(globals().items()) if name.startswith("check_")]
