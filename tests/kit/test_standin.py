"""The stand-in bites: what would go wrong on a GPU goes wrong under it."""

import numpy as np
import pytest
from standin import FUNCTIONS, METHODS, cupy

X = np.arange(6.0).reshape(2, 3)
DISPATCHED = {
    "ufunc": np.exp,
    "two arrays": lambda a: np.add(a, a),
    "an array and a number": lambda a: np.maximum(a, 2),
    "out": lambda a: np.sqrt(a, out=a),
    "reduction": lambda a: np.sum(a, axis=0),
    "like": np.zeros_like,
    "like, another shape": lambda a: np.zeros_like(a, shape=(3, 1), dtype="float32"),
    "zeros": lambda a: np.zeros((2, 2), dtype="float32", like=a),
    "empty": lambda a: np.empty((0, 2), like=a),
    "arange": lambda a: np.arange(3, like=a),
    "from the host": lambda a: np.asarray(X, dtype="float32", like=a),
    "concatenate": lambda a: np.concatenate([a, a], axis=1),
    "where": lambda a: np.where(a > 2, a, 0),
    "pad": lambda a: np.pad(a, 1),
    "matmul": lambda a: np.matmul(a, a.T),
}
NOT_DISPATCHED = {
    "array": lambda a: np.array([a, a]),
    "asarray": np.asarray,
    "float64": lambda a: np.float64(a),
    "into a NumPy array": lambda a: np.zeros((2, 3)).__setitem__(slice(None), a),
    "a ufunc's reduce": lambda a: np.add.reduce(a),
    "a ufunc that CuPy hasn't got here": np.spacing,
    "add.at": lambda a: np.add.at(a, 0, 1),
    "a function that CuPy hasn't got": lambda a: np.put_along_axis(a, a, a, 0),
    "sliding windows": lambda a: np.lib.stride_tricks.sliding_window_view(a, 2),
    "a keyword that CuPy hasn't got": lambda a: np.sum(a, where=a > 0),
}
MIXED = {
    "array first": lambda a: a + X,
    "NumPy first": lambda a: X + a,
    "in place": lambda a: a.__iadd__(X),
    "NumPy in place": lambda a: X.copy().__iadd__(a),
    "matmul": lambda a: a @ X.T,
    "NumPy @": lambda a: X.T @ a,
    "compared": lambda a: a > X,
    "argument": lambda a: cupy.maximum(a, X),
    "argument of NumPy's": lambda a: np.maximum(X, a),
    "chosen from": lambda a: np.where(a > 2, X, a),
    "in a list": lambda a: cupy.concatenate([a, X]),
    "assigned": lambda a: a.__setitem__(slice(None), X),
    "out": lambda a: cupy.exp(a, out=X),
    "index": lambda a: a[np.array([0, 1])],
    "method": lambda a: a.dot(X.T),
}
NOT_CUPYS = {
    "add.at": lambda a: cupy.add.at(a, 0, 1),
    "sliding windows": lambda a: cupy.lib.stride_tricks.sliding_window_view(a, 2),
    "put_along_axis": lambda a: cupy.put_along_axis,
    "errstate": lambda a: cupy.errstate,
    "where= of a reduction": lambda a: cupy.sum(a, where=a > 0),
    "initial= of a reduction": lambda a: a.max(initial=0),
    "where= of a ufunc": lambda a: cupy.exp(a, where=a > 0),
    "a size from an array": lambda a: range(a[0, 0].astype("int64")),
    "a slice from an array": lambda a: a[: a[0, 0].astype("int64")],
    "@=": lambda a: a.__imatmul__,
}


@pytest.mark.parametrize("name", DISPATCHED)
def test_numpys_functions_are_answered_on_the_device(name):
    expected = DISPATCHED[name](X.copy())
    found = DISPATCHED[name](cupy.asarray(X.copy()))
    assert type(found) is cupy.ndarray
    assert (found.dtype, found.shape) == (expected.dtype, expected.shape)
    np.testing.assert_array_equal(cupy.asnumpy(found), expected)


@pytest.mark.parametrize("name", NOT_DISPATCHED)
def test_what_cupy_does_not_answer_is_refused(name):
    with pytest.raises(TypeError):
        NOT_DISPATCHED[name](cupy.asarray(X))


@pytest.mark.parametrize("name", MIXED)
def test_it_is_not_mixed_with_numpys_arrays(name):
    with pytest.raises(TypeError):
        MIXED[name](cupy.asarray(X))


@pytest.mark.parametrize("name", NOT_CUPYS)
def test_what_cupy_has_not_got_is_missing(name):
    with pytest.raises((AttributeError, TypeError)):
        NOT_CUPYS[name](cupy.asarray(X))


def test_an_element_is_a_view_and_not_a_number():
    a = cupy.asarray(X.copy())
    total = a[1, 2]
    assert isinstance(total, cupy.ndarray)
    total += 1
    assert float(a[1, 2]) == 6
    assert isinstance(a.sum(), cupy.ndarray)
    assert (float(a.sum()), int(a.max()), bool(a.any())) == (16, 6, True)


def test_arithmetic_is_numpys():
    a = cupy.asarray(X)
    for given, expected in [
        (2 * a - 1, 2 * X - 1),
        (1 / (a + 1), 1 / (X + 1)),
        (np.float32(2) ** a, 2**X),
        (a @ a.T, X @ X.T),
        (abs(-a), X),
        (a.reshape(3, -1)[::2], X.reshape(3, -1)[::2]),
        (a[a > 2], X[X > 2]),
        (cupy.concatenate([a, a], axis=1), np.concatenate([X, X], axis=1)),
        (a.astype(cupy.float32).sum(axis=0, keepdims=True), X.astype("f4").sum(axis=0, keepdims=True)),
    ]:
        assert isinstance(given, cupy.ndarray)
        assert given.dtype == expected.dtype
        np.testing.assert_array_equal(cupy.asnumpy(given), expected)
    assert cupy.asarray(a) is a
    assert a.astype("f8", copy=False) is a
    assert np.result_type(a, np.float32) == np.float64


@pytest.mark.gpu
def test_cupy_has_all_that_the_stand_in_offers():
    real = pytest.importorskip("cupy")
    assert [name for name in FUNCTIONS if not hasattr(real, name)] == []
    assert [name for name in METHODS if not hasattr(real.ndarray, name)] == []
