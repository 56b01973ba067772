"""What layers.activation must do: `check(activation)` fails, or the module is right."""

import math

import numpy as np
import pytest
import standin
from layouts import pass_of, same_in_any_layout


def both(module, name, x, dy, *args):
    """Run an activation forward and backward: (y, dx)."""
    y, cache = getattr(module, f"{name}_forward")(x, *args)
    return y, getattr(module, f"{name}_backward")(dy, cache)


def check_relu_by_hand(activation):
    x, dy = np.array([[-2.0, -0.5, 0, 0.5, 3]]), np.array([[1.0, 2, 3, 4, 5]])
    y, dx = both(activation, "relu", x, dy)
    assert y.tolist() == [[0, 0, 0, 0.5, 3]]
    assert dx.tolist() == [[0, 0, 0, 4, 5]]  # at the kink itself: 0
    y, cache = activation.relu_forward(np.array([np.nan, 1.0]))
    assert activation.relu_backward(np.array([7.0, 8]), cache).tolist() == [7, 8]  # as in PyTorch: a NaN is not hidden


def check_leaky_relu_by_hand(activation):
    x, dy = np.array([[-2.0, -0.5, 0, 0.5, 3]]), np.array([[1.0, 2, 3, 4, 5]])
    y, dx = both(activation, "leaky_relu", x, dy, 0.5)
    assert y.tolist() == [[-1, -0.25, 0, 0.5, 3]]
    assert dx.tolist() == [[0.5, 1, 1.5, 4, 5]]
    assert activation.leaky_relu_forward(np.array([-1.0]))[0].tolist() == [-0.01]
    assert activation.LeakyReLU(0.5).forward(x, {}, {})[0].tolist() == y.tolist()
    assert activation.LeakyReLU(2).forward(x, {}, {})[0].tolist() == [[-4, -1, 0, 0.5, 3]]
    for slope in (0, -0.1, math.nan):
        with pytest.raises(ValueError, match=f"got {slope}"):
            activation.leaky_relu_forward(x, slope)
        with pytest.raises(ValueError, match=f"got {slope}"):
            activation.LeakyReLU(slope)
    y, dx = both(activation, "leaky_relu", x.astype("f4"), dy.astype("f4"), np.float64(0.5))
    assert y.dtype == dx.dtype == np.float32  # a slope is a number: it decides no dtype


def check_sigmoid_by_hand(activation):
    """Sigmoid of log(3) is 3/4, and its slope there is 3/4 * 1/4."""
    x, dy = np.log([[1 / 3, 1, 3]]), np.array([[16.0, 4, 16]])
    y, dx = both(activation, "sigmoid", x, dy)
    np.testing.assert_allclose(y, [[0.25, 0.5, 0.75]], rtol=1e-15)
    np.testing.assert_allclose(dx, [[3, 1, 3]], rtol=1e-14)


def check_tanh_by_hand(activation):
    """Tanh of log(2) is (2 - 1/2)/(2 + 1/2) = 0.6, and its slope there is 1 - 0.36."""
    y, dx = both(activation, "tanh", np.log([[0.5, 1, 2]]), np.array([[100.0, 1, 100]]))
    np.testing.assert_allclose(y, [[-0.6, 0, 0.6]], rtol=1e-15, atol=1e-17)
    np.testing.assert_allclose(dx, [[64, 1, 64]], rtol=1e-14)


def check_extremes(activation):
    """Numbers whose exp overflows, and NaN, which must not vanish."""
    x = np.array([-np.inf, -1000.0, 1000, np.inf])
    with np.errstate(all="raise", under="ignore"):
        y, dx = both(activation, "sigmoid", x, np.ones(4))
        assert y.tolist() == [0, 0, 1, 1]
        assert dx.tolist() == [0, 0, 0, 0]
        assert both(activation, "tanh", x, np.ones(4))[0].tolist() == [-1, -1, 1, 1]
    assert activation.sigmoid_forward(np.array([-40.0]))[0][0] == pytest.approx(math.exp(-40), rel=1e-12)
    for name in ("relu", "leaky_relu", "sigmoid", "tanh"):
        assert math.isnan(getattr(activation, f"{name}_forward")(np.array([math.nan]))[0][0])


def check_a_gradient_that_is_stopped_is_zero(activation):
    """Also where it is infinite: an overflow behind a neuron that is off must not become NaN."""
    x, dy = np.array([-1.0, 1, -2]), np.array([np.inf, 2, np.nan])
    with np.errstate(all="raise"):
        assert both(activation, "relu", x, dy)[1].tolist() == [0, 2, 0]


def check_whole_numbers(activation):
    """Pixels, say: they must not wrap round."""
    for x in (np.array([0, 1, 2, 255], "u1"), np.array([-128, -1, 0, 127], "i1"), np.array([-40, 0, 40])):
        for name in ("relu", "leaky_relu", "sigmoid", "tanh"):
            y = getattr(activation, f"{name}_forward")(x)[0]
            expected = getattr(activation, f"{name}_forward")(x.astype("f8"))[0]
            np.testing.assert_allclose(y, expected, rtol=1e-6, atol=1e-7)
            assert name == "relu" or y.dtype == np.result_type(x, np.float32)


def check_dtypes(activation):
    for dtype in ("f4", "f8"):
        for name in ("relu", "leaky_relu", "sigmoid", "tanh"):
            x = np.linspace(-3, 3, 13).astype(dtype)
            y, dx = both(activation, name, x, np.ones(13, dtype))
            expected, expected_dx = both(activation, name, x.astype("f8"), np.ones(13))
            assert y.dtype == dx.dtype == dtype
            np.testing.assert_allclose(y, expected, rtol=1e-6, atol=1e-7)
            np.testing.assert_allclose(dx, expected_dx, rtol=1e-5, atol=1e-7)


def check_any_layout(activation):
    x, dy = np.random.default_rng(1).standard_normal((2, 2, 3, 4, 5))
    for name in ("relu", "leaky_relu", "sigmoid", "tanh"):
        run = pass_of(getattr(activation, f"{name}_forward"), getattr(activation, f"{name}_backward"))
        for dtype in ("f4", "f8"):
            same_in_any_layout(run, x.astype(dtype), dy.astype(dtype))


def check_layers_are_the_functions(activation):
    x = np.linspace(-2.0, 2, 24).reshape(2, 3, 4)
    for layer, name in [("ReLU", "relu"), ("LeakyReLU", "leaky_relu"), ("Sigmoid", "sigmoid"), ("Tanh", "tanh")]:
        y, dx = both(activation, name, x, x + 5)
        made = getattr(activation, layer)()
        out, cache, state = made.forward(x, {}, {"kept": 1})
        assert state == {"kept": 1}
        np.testing.assert_array_equal(out, y)
        got, grads = made.backward(x + 5, cache)
        np.testing.assert_array_equal(got, dx)
        assert grads == {}
        assert made.forward(x, {}, {}, keep=False)[1] is None
        with pytest.raises(ValueError, match="keep=True"):
            made.backward(y, None)


def check_refusals(activation):
    for name in ("relu", "leaky_relu", "sigmoid", "tanh"):
        _, cache = getattr(activation, f"{name}_forward")(np.ones((2, 3)))
        with pytest.raises(ValueError, match=r"\(2, 3\).*\(3,\)"):
            getattr(activation, f"{name}_backward")(np.ones(3), cache)
        for kind in ("f2", "c8", "O"):
            with pytest.raises(TypeError, match=r"x must (be float32 or float64|hold real numbers)"):
                getattr(activation, f"{name}_forward")(np.ones((2, 3), kind))
            with pytest.raises(TypeError, match=r"dy must (be float32 or float64|hold real numbers)"):
                getattr(activation, f"{name}_backward")(np.ones((2, 3), kind), cache)
        for wrong in (None, 3, [1.0], (1, 2, 3)):
            with pytest.raises(TypeError, match=f"cache must be what {name}_forward gave"):
                getattr(activation, f"{name}_backward")(np.ones((2, 3)), wrong)
        with pytest.raises(TypeError, match="Expected NumPy or CuPy arrays"):
            getattr(activation, f"{name}_forward")([1.0])
        with standin.installed() as xp, pytest.raises(TypeError, match="both NumPy and CuPy"):
            getattr(activation, f"{name}_backward")(xp.ones((2, 3)), cache)


CHECKS = [
    check_relu_by_hand,
    check_leaky_relu_by_hand,
    check_sigmoid_by_hand,
    check_tanh_by_hand,
    check_extremes,
    check_a_gradient_that_is_stopped_is_zero,
    check_whole_numbers,
    check_dtypes,
    check_any_layout,
    check_layers_are_the_functions,
    check_refusals,
]
