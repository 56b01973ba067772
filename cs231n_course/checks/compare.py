"""Find where a check's output differs from the reference's, and say it in words that never show the answer's code."""

from typing import Any, cast

from cs231n_course.checks import payload
from cs231n_course.checks.messages import clean
from cs231n_course.notebooks.format import CheckOutput, Value

KINDS = {
    "number": "a number",
    "bool": "True or False",
    "text": "a text",
    "none": "None",
    "array": "an array",
    "sequence": "a tuple or list",
    "mapping": "a dict",
}
COMPARED_BY_PARTS = {"array", "sequence", "mapping"}  # kinds too large to be read side by side
NEARLY = 1e-4
Entry = tuple[list[int], Any]  # where an array has a number, and the number
Part = tuple[str, Value, Value]  # what a part of a result is called, and the part as expected and as it is


def compare(expected: CheckOutput, actual: CheckOutput) -> str:
    """Returns how a check's output differs from the reference's, in words; "" if it does not."""
    where, expected_part, actual_part = first_difference(expected, actual)
    if difference := _difference(expected_part, actual_part):
        return f"{where}{difference}"
    inputs, inputs_after = expected.get("case", {}), actual.get("case", {})
    changed = [name for name, value in inputs.items() if inputs_after.get(name) != value]
    if changed:
        return f"The value is right, but the function changed its input {changed[0]}: work on a copy."
    return ""


def first_difference(expected: Value, actual: Value) -> Part:
    """Returns the first of several results that differs: where it is, in words, the expected one and the actual one.

    What has no parts, or other parts, is returned whole, with "" for where.
    """
    parts = _parts(expected, actual)
    differing = [part for part in parts if _difference(*part[1:])]
    if not differing:
        return "", expected, actual
    name, expected_part, actual_part = differing[0]
    others = "the other differs, too" if len(differing) == len(parts) == 2 else "others differ, too"
    others = others if len(differing) > 1 else "the other agrees" if len(parts) == 2 else "the others agree"
    where = f"{name} differs{f', {others}' if len(parts) > 1 else ''}. "
    below, expected_part, actual_part = first_difference(expected_part, actual_part)
    return where + below, expected_part, actual_part


def _parts(expected: Value, actual: Value) -> list[Part]:
    """Returns the parts of two sequences or dicts that hold something large, in pairs; of others none."""
    if expected["kind"] != actual["kind"]:
        return []
    left, right = expected["values"], actual["values"]
    if expected["kind"] == "mapping" and left.keys() == right.keys():
        parts = [(f"Entry {key!r}", _described(left[key]), _described(right[key])) for key in left]
    elif expected["kind"] == "sequence" and len(left) == len(right):
        pairs = zip(map(_described, left), map(_described, right), strict=True)
        parts = [(f"Value {number} of {len(left)}", *pair) for number, pair in enumerate(pairs, 1)]
    else:
        return []
    return parts if any(part["kind"] in COMPARED_BY_PARTS for _, part, _ in parts) else []


def _described(item: Any) -> Value:
    return cast(Value, item) if isinstance(item, dict) else {"kind": "number", "values": item}


def _difference(expected: Value, actual: Value) -> str:
    if actual["kind"] != expected["kind"]:
        return _other_kind(expected, actual)
    expected_shape, actual_shape = expected.get("shape") or [], actual.get("shape") or []
    if expected_shape != actual_shape:
        return f"Expected an array of shape {tuple(expected_shape)}, got shape {tuple(actual_shape)}."
    if expected["values"] != actual["values"]:
        return _other_values(expected, actual)
    if expected.get("dtype") != actual.get("dtype"):
        dtype = clean(actual.get("dtype"), 40)
        return f"The values are right, but the dtype is {dtype} where {expected.get('dtype')} was expected."
    return ""


def _other_kind(expected: Value, actual: Value) -> str:
    if actual["kind"] == "none":
        return f"Expected {payload.text(expected)}, got None: does the function return its result?"
    kind = KINDS.get(expected["kind"], expected["kind"])
    if actual["kind"] in ("object", "too large"):
        return f"Expected {kind}, {payload.text(expected)}; got {clean(actual['values'])}."
    return f"Expected {kind}, {payload.text(expected)}; got {KINDS[actual['kind']]}, {clean(payload.text(actual))}."


def _other_values(expected: Value, actual: Value) -> str:
    left, right = expected["values"], actual["values"]
    if expected["kind"] == "array":
        return _other_entries(_entries(left, []), _entries(right, []), payload.text(expected))
    if expected["kind"] == "sequence" and len(left) != len(right):
        return _other_length(expected, actual)
    if expected["kind"] == "mapping" and left.keys() != right.keys():
        return f"Expected a dict with {_keys(left)}; got {clean(_keys(right))}."
    precision = _precision() if _is_near(left, right) else ""
    return f"Expected {payload.text(expected)}, got {clean(payload.text(actual))}.{precision}"


def _other_length(expected: Value, actual: Value) -> str:
    left, right = expected["values"], actual["values"]
    items = f"{len(left)} item{'' if len(left) == 1 else 's'}"
    if any(_described(item)["kind"] in COMPARED_BY_PARTS for item in [*left, *right]):
        return f"Expected {items}, got {len(right)}."  # written out, they could not be read
    return f"Expected {items}, {payload.text(expected)}; got {len(right)}, {clean(payload.text(actual))}."


def _keys(mapping: dict[str, Any]) -> str:
    return f"the key{'' if len(mapping) == 1 else 's'} {', '.join(mapping)}" if mapping else "no keys"


def _other_entries(expected: list[Entry], actual: list[Entry], whole: str) -> str:
    pairs = zip(expected, actual, strict=True)
    differing = [(index, left, right) for (index, left), (_, right) in pairs if left != right]
    index, left, right = differing[0]
    nearly = all(_is_near(left, right) for _, left, right in differing)
    return (
        f"{len(differing)} of {len(expected)} values differ. The first is at {index}: expected {_number(left)}, "
        f"got {clean(_number(right))}.{_precision() if nearly else f' Expected in all: {whole}.'}"
    )


def _entries(nested: Any, index: list[int]) -> list[Entry]:
    """Returns the numbers of nested lists, each with its index; `index` is where the lists themselves are."""
    if isinstance(nested, list):
        return [entry for position, part in enumerate(nested) for entry in _entries(part, [*index, position])]
    return [(index, nested)]


def _number(value: Any) -> str:
    return payload.text({"kind": "number", "values": value})


def _is_near(a: Any, b: Any) -> bool:
    if not all(isinstance(v, int | float) and not isinstance(v, bool) for v in (a, b)):
        return False
    whole = float(a).is_integer() and float(b).is_integer()
    return not whole and abs(a - b) <= NEARLY * max(abs(a), abs(b))


def _precision() -> str:
    return " That is nearly right: was precision lost, by float32 or by rounding on the way?"
