"""What shapes must do: `check(shapes)` fails, or the module is right. test_rules.py walks over all that rests on it."""

import math
from types import SimpleNamespace

import numpy as np
import pytest
import standin

from cs231n_kit.layers import BatchNorm, Conv2d, ReLU, Serial

X = np.ones((2, 3))


def check_whole_numbers(shapes):
    assert shapes.as_int(np.int16(3), "n", least=1) == 3
    assert shapes.as_pair((1, np.int8(2)), least=1) == (1, 2)
    for bad in (2.0, True, "2", None, math.nan, np.ones(2)):
        for call in (lambda bad: shapes.as_int(bad, "size"), shapes.as_pair, lambda bad: shapes.as_pair((2, bad))):
            with pytest.raises(ValueError, match="size is a whole number"):
                call(bad)
        with pytest.raises(ValueError, match="pad is a whole number"):
            shapes.as_pads((1, 1, 1, bad))
    for bad in (-1, (0, -1), (-1, 0, 0, 0), (0, -1, 0, 0), (0, 0, -1, 0), (0, 0, 0, -1)):
        with pytest.raises(ValueError, match="Padding starts at 0"):
            shapes.as_pads(bad)
    assert shapes.as_pads((0, 1)) == (0, 0, 1, 1)
    with pytest.raises(ValueError, match="size starts at 1"):
        shapes.as_pair((2, 0), least=1)


def check_shapes_of_one_example(shapes):
    assert shapes.as_shape([3, np.int8(4)]) == (3, 4)
    for bad in (None, 3, "abc", (3, 2.0), (3, True), np.array([3, 4])):
        with pytest.raises(ValueError, match="A shape is a tuple of whole numbers"):
            shapes.as_shape(bad)
    with pytest.raises(ValueError, match="sizes from 1 on"):
        shapes.as_shape((3, 0), least=1)
    for bad in ((3, 4), (3, 4, 0), (1, 3, 4, 4)):
        with pytest.raises(ValueError, match=r"A reads \(C,H,W\), sizes from 1 on"):
            shapes.check_volume(bad, "A")
    assert shapes.check_volume((3, 4, 0), "A", least=0) == (3, 4, 0)


def check_sizes_of_the_arithmetic(shapes):
    shapes.check_sizes(W=5, before=1, after=0, fit="pad")
    for name in ("W", "F", "S"):
        for bad, words in [(2.0, f"{name} is a whole number"), (True, f"{name} is"), (0, "start at 1; got .*0")]:
            with pytest.raises(ValueError, match=words):
                shapes.check_sizes(**{"W": 5, "F": 3, name: bad})
    for key in ("before", "after"):
        for bad, words in [(2.0, "padding is a whole number"), (-1, "Padding starts at 0")]:
            with pytest.raises(ValueError, match=words):
                shapes.check_sizes(W=5, **{key: bad})
    with pytest.raises(ValueError, match="fit must be"):
        shapes.check_sizes(fit="same")


def check_biases(shapes):
    for bad in [(3, 1), (1, 3), (4,), (), (3, 3)]:
        with pytest.raises(ValueError, match=r"b must be \(3,\)"):
            shapes.check_filters((1, 2, 5, 5), (3, 2, 3, 3), bad)
        with pytest.raises(ValueError, match=r"b must be \(3,\)"):
            shapes.check_linear((1, 2), (3, 2), bad)
    for bad in [(3, 4, 1), (3, 4), (3,)]:
        with pytest.raises(ValueError, match="w and b must begin so"):
            shapes.check_local((3, 4, 4, 2, 2, 2), bad, (3, 4, 4))


def check_dtypes_of_parameters(shapes):
    assert [shapes.as_dtype(one).name for one in ("float32", np.float64, float, np.dtype("f4"))] == [
        *["float32", "float64"],
        *["float64", "float32"],
    ]
    for bad in (int, "float16", complex, None, "number", bool, np.longdouble):
        with pytest.raises(TypeError, match="dtype is float32 or float64"):
            shapes.as_dtype(bad)


def check_operands(shapes):
    w = np.ones((3, 3), "f4")
    for kind in ("?", "u1", "i4", "i8"):
        assert shapes.as_operand(X.astype(kind), w=w).dtype == np.float32
        assert shapes.as_operand(X.astype(kind)).dtype == kind
    assert shapes.as_operand(X, w=w) is X  # the wider dtype decides
    assert shapes.as_operand(X, w=w, b=None) is X
    for kind in ("f2", "c8", "O", "U1", np.longdouble):
        for name in ("x", "w", "b"):
            with pytest.raises(TypeError, match=f"^{name} must"):
                shapes.as_operand(**{"x": X, "w": w, "b": X} | {name: np.ones((2, 3)).astype(kind)})
    for bad in (None, [1.0], 3):
        with pytest.raises(TypeError, match=r"Expected NumPy or CuPy arrays; got .* for w"):
            shapes.as_operand(X, w=bad)
    with standin.installed() as cupy, pytest.raises(TypeError, match="both NumPy and CuPy"):
        shapes.as_operand(X, w=cupy.asarray(w))


def check_batches(shapes):
    weights = {"weight": np.ones(3, "f4"), "bias": np.ones(3, "f4")}
    assert shapes.as_batch(ReLU(), X.astype("u1"), weights, {}).dtype == np.float32
    assert shapes.as_batch(ReLU(), X, {}, {}) is X
    assert shapes.as_batch(ReLU(), X.astype("f4"), {"weight": X}, {}).dtype == np.float32
    with pytest.raises(TypeError, match=r"x is float64, .*ReLU\(\) are float32\. Use x\.astype\(np\.float32\)"):
        shapes.as_batch(ReLU(), X, weights, {})
    for bad in (None, [], 3):
        with pytest.raises(TypeError, match="params is a dict"):
            shapes.as_batch(ReLU(), X, bad, {})
        with pytest.raises(TypeError, match="state is a dict"):
            shapes.as_batch(ReLU(), X, {}, bad)
    with pytest.raises(TypeError, match="got NoneType for bias"):
        shapes.as_batch(ReLU(), X, weights | {"bias": None}, {})


def check_gradients(shapes):
    dy = np.ones((2, 3), "f4")
    assert shapes.as_gradient(dy, (2, 3), X) is dy
    assert shapes.as_gradient(dy, (2, 3), "numpy") is dy
    assert shapes.as_gradient(dy, (2, 3), dy, X).dtype == np.float64  # as wide as the weights
    assert shapes.as_gradient(dy, (2, 3), X, dy).dtype == np.float64  # and as x
    assert shapes.as_gradient(dy.astype("u1"), (2, 3), X).dtype == np.float32
    with pytest.raises(ValueError, match=r"dy must have the shape of the output, \(3, 2\); got \(2, 3\)"):
        shapes.as_gradient(dy, (3, 2), X)
    for bad in (None, [1.0], dy.astype("f2"), dy.astype("c8")):
        with pytest.raises(TypeError, match="dy"):
            shapes.as_gradient(bad, (2, 3), X)
    with standin.installed() as cupy, pytest.raises(TypeError, match="both NumPy and CuPy"):
        shapes.as_gradient(cupy.asarray(dy), (2, 3), X)


def check_caches(shapes):
    layer, other = Conv2d(3, 3), Conv2d(3, 5)
    kept = shapes.pack(layer, X, "what was kept")
    dy, cache = shapes.unpack(Conv2d(3, 3), X, kept)  # an equal layer is the same layer
    assert (dy is X, cache) == (True, "what was kept")
    with pytest.raises(TypeError, match=r"cache is that of Conv2d\(3, 3\), and not of this Conv2d\(3, 5\)"):
        shapes.unpack(other, X, kept)
    a, b = SimpleNamespace(), type("Net", (), {})()
    with pytest.raises(TypeError, match="cache is that of"):
        shapes.unpack(b, X, shapes.pack(a, X, 0))
    with pytest.raises(ValueError, match=r"cache is None.*keep=True"):
        shapes.unpack(layer, X, None)
    for bad in (X, [], (1, 2)):
        with pytest.raises(TypeError, match=r"cache must be what forward of Conv2d\(3, 3\) gave"):
            shapes.unpack(layer, X, bad)
    with pytest.raises(ValueError, match="dy must have the shape"):
        shapes.unpack(layer, X.T, kept)
    shapes.check_cache((X, X, None), "f", "x", "w", "b")
    shapes.check_cache(X, "f", "y")
    for bad in (None, X, (X, X), (X, X, 3), (X, None, X), [X, X, X], (X, X, X, X)):
        with pytest.raises(TypeError, match=r"cache must be what f gave beside y, \(x, w, b\)"):
            shapes.check_cache(bad, "f", "x", "w", "b")
    with pytest.raises(TypeError, match="cache must be"):
        shapes.check_cache((X,), "f", "y")


def check_what_normalisation_reads(shapes):
    x, c = np.ones((2, 3, 2, 2), "f4"), np.ones(3, "f4")
    given, eps = shapes.as_norm_input(x, np.float64(0.5), gamma=c, beta=c)
    assert given is x
    assert type(eps) is float
    assert shapes.as_norm_input(x, 1, gamma=c, beta=c.astype("f8"))[0].dtype == "f8"
    assert shapes.as_norm_input(x.astype("u1"), 1, gamma=c, beta=c)[0].dtype == "f4"
    for bad in (np.ones(2), np.ones((3, 1)), np.ones(())):
        with pytest.raises(
            ValueError, match=r"beta must be \(3,\), a number for each channel of x \(2, 3, 2, 2\); got"
        ):
            shapes.as_norm_input(x, 1, gamma=c, beta=bad)
    for bad in (np.ones((2, 0)), np.ones((2, 3, 4)), np.ones(3)):
        with pytest.raises(ValueError, match=r"x must be \(N,D\) or \(N,C,H,W\) with no size 0"):
            shapes.as_norm_input(bad, 1)
    with pytest.raises(ValueError, match="eps must be a number above 0"):
        shapes.as_norm_input(x, 0, gamma=c, beta=c)
    numbers = shapes.as_lrn_input(x, np.int64(5), np.float64(1), 0, 2)[1:]
    assert numbers == (5, 1.0, 0.0, 2.0)
    assert [type(number) for number in numbers] == [int, float, float, float]
    assert shapes.as_lrn_input(x.astype("u1"), 5, 1, 1, 1)[0].dtype == "f4"
    for bad in ((0, 1, 1, 1), (5, -1, 1, 1), (5, 1, -1, 1), (5, 1, 1, 0)):
        with pytest.raises(ValueError, match=r"starts at 1|from 0 on|above 0"):
            shapes.as_lrn_input(x, *bad)
    for good in (0, 1, 0.5, np.float32(1)):
        shapes.check_share(good, "momentum")
    for bad in (-0.1, 1.1, math.nan, True, None):
        with pytest.raises(ValueError, match="momentum must be a number from 0 to 1; got"):
            shapes.check_share(bad, "momentum")


def check_states(shapes):
    layer, params = BatchNorm(), {"weight": np.ones(3), "bias": np.ones(3)}
    state = {"running_mean": np.ones(3), "running_var": np.ones(3)}
    shapes.check_state(layer, X, params, state)
    for wrong, error, words in [
        ({}, ValueError, r"BatchNorm\(\) has the state .* here; got \{\}"),
        (state | {"a": np.ones(3)}, ValueError, "has the state"),
        (state | {"running_var": np.ones(2)}, ValueError, "has the state"),
        (state | {"running_var": [1]}, TypeError, "must be an array"),
        (state | {"running_var": np.ones(3, "f4")}, TypeError, "must be float64, as the parameters are; got float32"),
        (None, TypeError, "state is a dict"),
    ]:
        with pytest.raises(error, match=words):
            shapes.check_state(layer, X, params, wrong)
    with standin.installed() as xp, pytest.raises(TypeError, match="both NumPy and CuPy"):
        shapes.check_state(layer, X, params, {name: xp.asarray(array) for name, array in state.items()})
    for few in (np.ones((1, 3)), np.ones((1, 3, 1, 1))):
        with pytest.raises(ValueError, match="can't train"):
            shapes.check_batch(layer, few)
    for enough in (X, np.ones((1, 3, 1, 2)), np.ones((3, 1))):
        shapes.check_batch(layer, enough)


def check_errors_in_parts(shapes):
    error = ValueError("too large")
    shapes.add_part(error, 3, Conv2d(3, 3))
    shapes.add_part(error, "body", Serial(ReLU()))
    shapes.add_part(error, 0, Serial(ReLU()), "Branch", (1, 2, 3))
    assert str(error) == "Branch 0.body.3, Conv2d(3, 3): too large"
    error = ValueError("too large")
    shapes.add_part(error, 3, Conv2d(3, 3), shape=(1, 2, 3))
    assert str(error) == "Layer 3, Conv2d(3, 3), can't read a volume (1, 2, 3): too large"
    error = ValueError("Conv2d(3, 3) reads volumes")
    shapes.add_part(error, 3, Conv2d(3, 3))
    assert str(error) == "Layer 3, Conv2d(3, 3) reads volumes"  # not said twice
    error = ValueError("long " * 100)
    shapes.add_part(error, 3, Conv2d(3, 3))
    assert len(str(error)) < 300
    assert shapes.brief(Serial(*[ReLU()] * 50)) == "Serial of 50"
    assert len(shapes.clip("x" * 1000)) <= 80
    assert shapes.clip((X, 1)).count("\n") == 0
    assert shapes.clip(X) == "ndarray (2, 3)"
    with pytest.raises(TypeError, match=r"net is one layer; got a list\. Put layers in a row: Serial\(\*layers\)"):
        shapes.check_layer([ReLU()], "net")
    for bad in (None, (ReLU(),), ReLU, 3):
        with pytest.raises(TypeError, match=r"^net"):
            shapes.check_layer(bad, "net")


CHECKS = [value for name, value in list(globals().items()) if name.startswith("check_")]
