"""Values as two right answers share them."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from cs231n_course.checks import payload

ALIKE = [
    (3, 3.0),
    (3, np.int64(3)),
    (3, np.float32(3)),
    (3, np.array(3.0)),
    (-0.0, 0.0),
    (0.1 + 0.2, 0.3),
    (1e12 + 0.01, 1e12),
    (True, np.bool_(True)),
    ((55, 55, 96), [55, np.int32(55), 96.0]),
    (np.array([1, 2]), np.array([1.0, 2.0], dtype=np.float32)),
    (np.array([-0.0]), np.array([0.0])),
    ("a", np.str_("a")),
    ({"x": 1}, {"x": np.float64(1)}),
    (float("nan"), np.nan),
    (np.array([np.inf]), np.array([float("inf")])),
    (Decimal("2.50"), 2.5),
    (Decimal("NaN"), np.nan),
    (np.array([Decimal("0.1")]), np.array([0.1])),
    ((Fraction(1, 2), Fraction(4, 2)), (0.5, 2)),
]
APART = [
    (1, True),
    ([1], [True]),
    (1, "1"),
    (1, np.array([1])),
    ([1, 2], np.array([1, 2])),
    (np.zeros((2, 3)), np.zeros((3, 2))),
    (0, None),
    (0.1, 0.10001),
    ({"x": 1}, {"y": 1}),
    (np.inf, -np.inf),
    (1, 1 + 1j),
    (Decimal(1), "1"),
]


@pytest.mark.parametrize(("a", "b"), ALIKE)
def test_right_answers_are_alike(a, b):
    assert payload.describe(a) == payload.describe(b)


@pytest.mark.parametrize(("a", "b"), APART)
def test_other_answers_are_told_apart(a, b):
    assert payload.describe(a) != payload.describe(b)


def test_dtype_counts_only_when_asked_for():
    a, b = np.zeros(2, np.float32), np.zeros(2)
    assert payload.describe(a) == payload.describe(b)
    assert payload.describe(a, dtype=True) != payload.describe(b, dtype=True)


@given(arrays(np.float64, array_shapes(max_dims=4, max_side=4)))
def test_any_array_becomes_json_and_one_line(array):
    described = payload.describe(array)
    assert described == payload.describe(array.copy())
    zeros = [value for value in np.ravel(described["values"]) if value in (0, "-0.0")]
    assert not any(str(value).startswith("-") for value in zeros)
    line = payload.text(described)
    assert "\n" not in line
    assert len(line) <= payload.LINE


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda kids: st.lists(kids), max_leaves=20))
def test_any_nest_of_plain_values_is_described(value):
    assert payload.describe(value) == payload.describe(value)
    assert payload.text(payload.describe(value))


def test_what_is_too_large_says_how_large_it_is():
    described = payload.describe(np.zeros((1000, 1000)))
    assert described == {
        "kind": "too large",
        "values": "an array of shape (1000, 1000): too large to compare",
        "shape": [1000, 1000],
    }
    endless = []
    endless.append(endless)
    assert payload.describe(10**5000) == {"kind": "number", "values": "a whole number of 16610 bits"}
    assert payload.describe(endless)["kind"] == payload.describe([0] * 20_000)["kind"] == "too large"


def test_an_object_that_equals_everything_is_only_an_object():
    class Everything:
        def __eq__(self, other):
            return True

        __hash__ = None

    assert payload.describe(Everything()) == {"kind": "object", "values": "a Everything"}


@pytest.mark.parametrize(
    ("value", "line"),
    [
        (17.0, "17"),
        (4.5, "4.5"),
        (105_705_600, "105705600"),
        (None, "None"),
        ((55, 55, 96), "(55, 55, 96)"),
        ([True, "a"], "(True, 'a')"),
        (np.array([[1.0, 2.5]]), "array 1x2: [[1 2.5]]"),
        ({"W": 227}, "{W: 227}"),
        (Decimal("0.50"), "0.5"),
        (Decimal("sNaN"), "a Decimal that is no float"),
        (Fraction(10**400, 3), "a Fraction that is no float"),
    ],
)
def test_a_value_reads_well(value, line):
    assert payload.text(payload.describe(value)) == line


def test_arrays_of_other_libraries_count_as_arrays():
    torch = pytest.importorskip("torch")
    assert payload.describe(torch.ones(2)) == payload.describe(np.ones(2))


@pytest.mark.gpu
def test_cupy_arrays_count_as_arrays():
    cupy = pytest.importorskip("cupy")
    assert payload.describe(cupy.ones(2)) == payload.describe(np.ones(2))
    assert payload.describe(cupy.float64(3)) == payload.describe(3)
