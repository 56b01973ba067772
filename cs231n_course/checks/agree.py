"""Decide whether what an answer returns agrees with what the course's own answer returns: one rule for all exercises.

Shape and values count, the container does not:

- For an array, nested lists or tuples of its shape will do; for a list or tuple, an array will, or anything that is
  read item by item: a range, a generator, the keys of a dict. A set has no order, so it is read from its smallest to
  its largest item. (checks.payload does the reading, in the learner's process.)
- For a number, an array that holds one number will do, whatever its shape. A list or tuple of one will not: it means
  several results, one of which is there.
- Numbers of all types are alike, whole or not. True and False are no numbers, and a number is not True or False.
- A whole number, as a count, is right or wrong. Other numbers agree to 6 decimals, and large ones to 10 digits; where
  the answer returns float32 or float16, to what this type can hold of the largest number beside them.
- Where a check shows the dtype, that counts, too.

What is compared are values as checks.payload writes them. `expected` is the course's own; `actual` comes from a
stranger's process, so each function may raise one of MALFORMED for what is no such value.
"""

from collections.abc import Mapping
from typing import Any, cast

from cs231n_course.notebooks.format import CheckOutput, Value

MALFORMED = (KeyError, TypeError, ValueError, IndexError, AttributeError, OverflowError, RecursionError)
DECIMALS = 1.5e-6  # both numbers are rounded to 6 decimals: one step apart they are alike
# How far apart two numbers may be for each unit of the largest beside them: 8 roundings of the type that was returned.
ROUNDINGS = {"float64": 1e-10, "float32": 2.0**-20, "float16": 2.0**-7}
ITEM_KINDS: dict[type, str] = {bool: "bool", int: "number", float: "number"}


def is_right(expected: CheckOutput, actual: CheckOutput) -> bool:
    """Returns whether a check passes: the same calls, values that agree, and no input that the answer has changed."""
    about = all(expected[key] == actual[key] for key in ("exercise", "check", "secret"))
    same = about and calls_agree(expected, actual) and outputs_agree(expected, actual)
    return same and not changed_inputs(expected, actual)


def outputs_agree(expected: CheckOutput, actual: CheckOutput) -> bool:
    """Returns whether all values that a check shows agree with the expected ones."""
    pairs = zip(expected["shown"], actual["shown"], strict=True)
    return all(agrees(*pair) for pair in pairs)


def agrees(expected: Value, actual: Value) -> bool:
    """Returns whether a value agrees with the expected one."""
    return _agrees(expected, actual, _rounding(expected, actual))


def calls_agree(expected: CheckOutput, actual: CheckOutput) -> bool:
    """Returns whether the values of a check come from the same calls, with inputs of the same names."""
    calls, made = ([(shown["call"], shown["inputs"]) for shown in output["shown"]] for output in (expected, actual))
    return calls == made and expected["case"].keys() == actual["case"].keys()


def changed_inputs(expected: CheckOutput, actual: CheckOutput) -> list[str]:
    """Returns the names of a check's inputs that are not after it what they should be."""
    return [name for name, value in expected["case"].items() if actual["case"][name] != value]


def read_as(expected: Value, actual: Value) -> Value:
    """Returns a value in the form of the expected one, where that makes no difference; else as it is."""
    wanted, kind = expected["kind"], actual["kind"]
    if kind == "array":
        if wanted in ("number", "bool", "text") and _size(actual) == 1:
            return _like(actual, _item(_first(actual["values"])))
        if wanted == "sequence" and actual["shape"]:
            rows = [_row(row, actual) for row in actual["values"]]
            return {"kind": "sequence", "values": rows}
    if wanted == "array" and kind == "sequence":
        try:
            values, shape = _nested(actual, len(expected["shape"]))
        except ValueError:  # no numbers, or not as many in each row
            return actual
        return {"kind": "array", "shape": shape, "values": values, "precision": precision_of(actual)}
    return actual


def described(item: Any) -> Value:
    """Returns an item of a sequence or dict as a value: a number stands there as it is."""
    return cast(Value, item) if isinstance(item, dict) else {"kind": "number", "values": item}


def numbers_agree(expected: Any, actual: Any, slack: float = 0.0) -> bool:
    """Returns whether two entries of arrays agree; slack is how far apart they may be besides the decimals."""
    if any(isinstance(value, bool | str) for value in (expected, actual)):  # NaN is a text, too
        return type(expected) is type(actual) and expected == actual
    if isinstance(expected, int):
        return abs(actual - expected) <= DECIMALS
    return abs(actual - expected) <= DECIMALS + slack


def slack_of(expected: Value, actual: Value) -> float:
    """Returns how far apart the entries of two arrays may be, besides the decimals, for the types that they are of."""
    return _rounding(expected, actual) * _largest(expected["values"])


def precision_of(value: Value) -> str:
    """Returns the least precise type of numbers among the parts of a value: float64, float32 or float16."""
    if value["kind"] in ("number", "array"):
        return value.get("precision", "float64")
    parts = value["values"] if value["kind"] in ("sequence", "mapping", "results") else []
    parts = parts.values() if isinstance(parts, Mapping) else parts
    return max((precision_of(described(part)) for part in parts), key=ROUNDINGS.__getitem__, default="float64")


def _rounding(expected: Value, actual: Value) -> float:
    return max(ROUNDINGS[precision_of(value)] for value in (expected, actual))


def _agrees(expected: Value, actual: Value, rounding: float, beside: float = 0.0) -> bool:
    """Returns whether two values agree; beside is the largest of the numbers that the expected one stands beside."""
    actual = read_as(expected, actual)
    left, right = expected["values"], actual["values"]
    if actual["kind"] != expected["kind"] or actual.get("shape") != expected.get("shape"):
        return False
    if any(expected.get(key) != actual.get(key) for key in ("dtype", "names")):
        return False
    if expected["kind"] in ("number", "array"):
        return _entries_agree(left, right, rounding * max(beside, _largest(left)))
    if expected["kind"] == "sequence":
        beside = max((_largest(item) for item in left if not isinstance(item, dict)), default=0.0)
        return len(left) == len(right) and all(
            _agrees(described(one), described(other), rounding, beside) for one, other in zip(left, right, strict=True)
        )
    if expected["kind"] in ("mapping", "results"):
        return left.keys() == right.keys() and all(
            _agrees(described(left[key]), described(right[key]), rounding) for key in left
        )
    return bool(left == right)


def _entries_agree(expected: Any, actual: Any, slack: float) -> bool:
    if not isinstance(expected, list):
        return numbers_agree(expected, actual, slack)
    pairs = zip(expected, actual, strict=True)
    return all(_entries_agree(one, other, slack) for one, other in pairs)


def _largest(values: Any) -> float:
    """Returns the largest absolute value among nested lists of numbers."""
    if isinstance(values, list):
        return max(map(_largest, values), default=0.0)
    return 0.0 if isinstance(values, str | bool) else abs(values)


def _size(array: Value) -> int:
    size = 1
    for length in array["shape"]:
        size *= length
    return size


def _first(values: Any) -> Any:
    while isinstance(values, list):
        values = values[0]
    return values


def _item(entry: Any) -> Value:
    """Returns an entry of an array as a value by itself."""
    if isinstance(entry, str) and entry not in ("nan", "inf", "-inf"):
        return {"kind": "text", "values": entry}
    return {"kind": ITEM_KINDS.get(type(entry), "number"), "values": entry}


def _row(row: Any, array: Value) -> Value:
    """Returns an item of an array's first axis as a value by itself."""
    if not isinstance(row, list):
        return _like(array, _item(row))
    return _like(array, {"kind": "array", "shape": array["shape"][1:], "values": row})


def _nested(value: Value, depth: int) -> tuple[Any, list[int]]:
    """Returns a sequence as the nested lists of an array of at most `depth` axes, and its shape.

    Raises ValueError if it is none.
    """
    if value["kind"] == "number":
        return value["values"], []
    if value["kind"] == "array" and depth == 0 and _size(value) == 1:
        return _first(value["values"]), []
    if value["kind"] == "array" and len(value["shape"]) <= depth:
        return value["values"], value["shape"]
    if value["kind"] != "sequence" or depth == 0:
        raise ValueError("no array")
    rows = [_nested(described(item), depth - 1) for item in value["values"]]
    shapes = [shape for _, shape in rows]
    if any(shape != shapes[0] for shape in shapes):
        raise ValueError("rows of different shapes")
    return [values for values, _ in rows], [len(rows), *(shapes[0] if shapes else [])]


def _like(value: Value, other: Value) -> Value:
    """Returns `other` with the type of `value`, where that is known."""
    types = {key: value[key] for key in ("dtype", "precision") if key in value}  # type: ignore[literal-required]
    return cast(Value, {**other, **types})
