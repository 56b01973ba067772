"""Which values agree, by the one rule of checks.agree, and how a value is written."""

import itertools
import json
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from cs231n_course.checks import agree, payload

AVERAGES = np.array([[1.0, 1 / 3], [200 / 3, -0.1]])


def squares(n):
    yield from (i * i for i in range(n))


# What is expected, and what agrees with it.
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
    # the container
    (np.array([1.0, 2.0]), [1, 2]),
    (np.array([[1.0, 2.0], [3.0, 4.0]]), ([1, 2], np.array([3, 4]))),
    (np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1, 2], [3, 4]], dtype=object)),
    (np.zeros((0,)), []),
    ([0, 1, 4], squares(3)),
    ((0, 1, 2), range(3)),
    ([1, 2, 3], {3, 1, 2}),
    ([(3, 1, 0), (3, 2, 1)], {(3, 2, 1), (3, 1, 0)}),
    ([1, 2], {1: "a", 2: "b"}.keys()),
    ([(3, 1), (5, 2)], np.array([[3, 1], [5, 2]])),
    ([(3, 1), (5, 2)], [np.array([3, 1]), np.array([5.0, 2.0])]),
    ([], np.array([])),
    (["CONV", "FC"], np.array(["CONV", "FC"])),
    ([np.zeros((2, 3)), np.ones((2, 3))], np.stack([np.zeros((2, 3)), np.ones((2, 3))])),
    ([{"w": np.zeros(2)}], ({"w": [0, 0]},)),
    (3, np.array([3])),
    (3, np.array([[[3.0]]])),
    (True, np.array([True])),
    ((5, 7), (np.array([5]), np.array([[7]]))),
    # the precision
    (AVERAGES, AVERAGES.astype(np.float32)),
    (AVERAGES, [[np.float32(x) for x in row] for row in AVERAGES]),
    (np.array([1.0, 2.0]), [np.array([1]), 2.0]),
    (np.array([[1.0], [2.0]]), [np.array([1]), np.array([2])]),
    (AVERAGES, AVERAGES.astype(np.float16)),
    (1 / 3, np.float32(1) / np.float32(3)),
    (0.12345649999, 0.1234565000),
    (np.array([0.5e-6 - 1e-12]), np.array([0.5e-6 + 1e-12])),
    (1e9 / 3, np.nextafter(1e9 / 3, 0)),
    (5, 4.999999999999),
]
APART = [
    (1, True),
    ([1], [True]),
    (1, "1"),
    (1, [1]),
    (1, (1,)),
    (1, {1}),
    (1, np.array([1, 1])),
    (np.array([1]), 1),
    (True, 1),
    (True, np.array([1])),
    (np.array([1, 0]), np.array([True, False])),
    (np.array([1, 0]), [True, False]),
    ([1, 2], np.array([[1, 2]])),
    ([2, 1], {1, 2}),
    ([1, 1, 2], {1, 2}),
    ([1, 2], {1: 0, 2: 0}),
    ([1, "a"], {1, "a"}),
    ([1, 2], iter([1, 2, 3])),
    ("ab", ["a", "b"]),
    (["CONV"], ["conv"]),
    (np.zeros((2, 2)), [[0, 0], [0]]),
    (np.zeros((2, 2)), [0, 0, 0, 0]),
    (np.array([1.0, 2.0]), ["1", "2"]),
    (AVERAGES, AVERAGES.round(4)),
    (AVERAGES, AVERAGES + 4e-6),
    (AVERAGES, (AVERAGES + 4e-4).astype(np.float32)),
    (AVERAGES, (AVERAGES * 1.02).astype(np.float16)),
    (105_705_600, 105_705_601),
    (105_705_600, np.float32(105_705_608)),
    (5, 5.00001),
    (np.zeros((2, 3)), np.zeros((3, 2))),
    (0, None),
    (0.1, 0.10001),
    ({"x": 1}, {"y": 1}),
    (np.inf, -np.inf),
    (1, 1 + 1j),
    (Decimal(1), "1"),
]


def agrees(expected, actual, **options):
    """Returns whether a value agrees with the expected one when both have gone through JSON."""
    described = [json.loads(json.dumps(payload.describe(value, **options))) for value in (expected, actual)]
    return agree.agrees(*described)


@pytest.mark.parametrize(("expected", "actual"), ALIKE)
def test_right_answers_agree(expected, actual):
    assert agrees(expected, actual)


@pytest.mark.parametrize(("expected", "actual"), APART)
def test_other_answers_are_told_apart(expected, actual):
    assert not agrees(expected, actual)


def test_dtype_counts_only_when_asked_for():
    a, b = np.zeros(2, np.float32), np.zeros(2)
    assert agrees(a, b)
    assert not agrees(a, b, dtype=True)
    assert agrees(a, a, dtype=True)


@given(arrays(np.float64, array_shapes(max_dims=3, max_side=4), elements=st.floats(-1e6, 1e6)), st.data())
def test_a_sum_in_another_order_agrees_and_another_number_does_not(array, data):
    moved = array * (1 + 1e-13) + 1e-10
    assert agrees(array, moved)
    assert agrees(array, moved.tolist())
    assert agrees(array.tolist(), moved)
    place = data.draw(st.integers(0, array.size - 1))
    moved.flat[place] += 1e-3 + 1e-8 * np.abs(array).max()
    assert not agrees(array, moved)
    assert not agrees(array.tolist(), moved.tolist())


def test_an_endless_generator_is_too_large():
    assert payload.describe(itertools.count())["kind"] == "too large"
    assert not agrees([0, 1], itertools.count())


def test_several_numbers_may_be_in_an_array():
    expected = payload.describe_results((5, 7), "weights, biases")
    for value in ([5, 7], np.array([5, 7]), iter([5, 7]), {7, 5}):
        assert agree.agrees(expected, payload.describe_results(value, "weights, biases"))
    for value in ([7, 5], np.array([5]), iter([5, 7, 9]), {5}, 5):
        assert not agree.agrees(expected, payload.describe_results(value, "weights, biases"))


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
    assert agrees(np.ones(2), torch.ones(2))


@pytest.mark.gpu
def test_cupy_arrays_count_as_arrays():
    cupy = pytest.importorskip("cupy")
    assert payload.describe(cupy.ones(2)) == payload.describe(np.ones(2))
    assert payload.describe(cupy.float64(3)) == payload.describe(3)
