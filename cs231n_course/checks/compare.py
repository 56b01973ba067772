"""Find where a check's output differs from the reference's, and say it in words that never show the answer's code."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cs231n_course.checks import payload
from cs231n_course.checks.agree import MALFORMED as MALFORMED
from cs231n_course.checks.agree import agrees, calls_agree, changed_inputs, described, numbers_agree, read_as, slack_of
from cs231n_course.checks.messages import case_text
from cs231n_course.cleaning import clean
from cs231n_course.notebooks.format import CheckOutput, Shown, Value

KINDS = {
    "number": "a number",
    "bool": "True or False",
    "text": "a text",
    "none": "None",
    "array": "an array",
    "sequence": "a tuple or list",
    "mapping": "a dict",
    "results": "several results",
}
JUDGEMENTS = {"sequence": "a pair, (row, column)"}
COMPARED_BY_PARTS = {"array", "sequence", "mapping"}  # kinds too large to be read side by side
NEARLY = 1e-4
CUT_OFF = " What stands behind the point is cut off: by //, by int(), or by an array made with dtype=int?"
Entry = tuple[list[int], Any]  # where an array has a number, and the number
Part = tuple[str, Value, Value]  # what a part of a result is called, and the part as expected and as it is


@dataclass(frozen=True)
class Difference:
    """How what a check showed differs from the reference: in words, with the inputs, and the two values that differ.

    in_input_only is whether all values are right, and the answer changed one of its inputs.
    """

    words: str
    case: str = ""
    expected: str = ""
    got: str = ""
    size: tuple[int, int] = (0, 0)  # of the call; the smallest is the easiest to follow
    in_input_only: bool = False


def compare(expected: CheckOutput, actual: CheckOutput, *, printed: bool = False) -> Difference | None:
    """Returns how a check's output differs from the reference's, by its smallest call that does; None if it does not.

    printed is whether the answer printed something. Raises one of MALFORMED for an output that no check makes.
    """
    pairs = list(zip(expected["shown"], actual["shown"], strict=True))
    differing = [pair for pair in pairs if not agrees(*pair)]
    if not differing:
        return _changed_input(expected, actual)
    if expected["secret"]:
        return _wrong_judgement(*differing[0])
    right, wrong = min(differing, key=lambda pair: call_size(pair[0], expected["case"]))
    words = general_mistake(right, wrong, printed) or _difference_in(right, wrong)
    _, right_part, wrong_part = first_difference(right, wrong)
    if right["call"]:
        first = words[0] if words[1:2].isupper() else words[0].lower()  # CONV stays as it is
        words = f"`{right['call']}`: {first}{words[1:]}"
    if len(pairs) > 1 and len(differing) < len(pairs):
        words += f" {len(differing)} of {len(pairs)} calls differ."
    return Difference(
        words,
        case_text({name: expected["case"][name] for name in right["inputs"]}),
        payload.text(right_part),
        clean(payload.text(wrong_part), payload.LINE),
        call_size(right, expected["case"]),
    )


def call_size(shown: Shown, case: Mapping[str, Value]) -> tuple[int, int]:
    """Returns how large a call is: how many numbers its arrays have, then the sum of the numbers in its text."""
    entries = sum(_count(case[name]["values"]) for name in shown["inputs"])
    return entries, sum(map(int, re.findall(r"\d+", shown["call"])))


def _difference_in(expected: Value, actual: Value) -> str:
    where, expected_part, actual_part = first_difference(expected, actual)
    difference = _difference(expected_part, actual_part)
    return f"{where}{difference}" if difference else ""


def _changed_input(expected: CheckOutput, actual: CheckOutput) -> Difference | None:
    changed = changed_inputs(expected, actual) if calls_agree(expected, actual) else []
    if not changed:
        return None
    words = f"The value is right, but the function changed its input {changed[0]}: work on a copy."
    return Difference(words, in_input_only=True)


def _wrong_judgement(expected: Value, actual: Value) -> Difference:
    """Returns what is said of a judgement that is not right: nothing of what would be."""
    got, actual = clean(payload.text(actual)), read_as(expected, actual)
    if actual["kind"] != expected["kind"]:
        kind = JUDGEMENTS.get(expected["kind"], KINDS[expected["kind"]])
        return Difference(f"The answer should be {kind}; it is {KINDS.get(actual['kind'], 'something else')}, {got}.")
    return Difference("That is not it.")


def general_mistake(expected: Value, actual: Value, printed: bool) -> str:
    """Returns the words for a mistake that any function can have, or ""."""
    kind, values = actual["kind"], actual["values"]
    if kind == "none":
        if printed:
            return "The function prints and returns nothing. Return the result, with return in place of print."
        return f"Expected {payload.text(expected)}, got None: does the function return its result?"
    if kind == "text" and expected["kind"] != "text":
        article = KINDS.get(expected["kind"], "")
        return (
            f"Expected {article}, {payload.text(expected)}; got a text, {clean(payload.text(actual))}. "
            "Return the value itself: no quotes, no str(), no f-string."
        )
    if expected["kind"] == "results":
        return _results_mistake(expected, actual)
    if kind == "sequence" and expected["kind"] != "sequence":
        right = [number for number, item in enumerate(values, 1) if agrees(expected, described(item))]
        if right and len(values) == 1:
            return "The value is right, but it is in a tuple or list: return it alone. Is there a comma behind it?"
        if right:
            return f"The function returns {len(values)} values, and value {right[0]} is right: return it alone."
    return ""


def _results_mistake(expected: Value, actual: Value) -> str:
    """Returns the words for results that are not all there, or in another order, or ""."""
    names, parts = expected["names"], expected["values"]
    if actual["kind"] != "results":
        alone = [name for name, part in parts.items() if part["kind"] != "none" and agrees(part, actual)]
        what = (
            f"{alone[0]} alone"
            if alone
            else "one value"
            if actual["kind"] != "sequence"
            else str(len(actual["values"]))
        )
        return f"Expected {len(names)} results, {_listed(names)}; got {what}."
    left, right = list(parts.values()), list(actual["values"].values())
    if len(left) == len(names) and left != right and sorted(map(str, left)) == sorted(map(str, right)):
        return f"The results are right, but in another order: it is {_listed(names)}."
    return ""


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"


def first_difference(expected: Value, actual: Value) -> Part:
    """Returns the first of several results that differs: where it is, in words, the expected one and the actual one.

    What has no parts, or other parts, is returned whole, with "" for where.
    """
    parts = _parts(expected, actual)
    differing = [part for part in parts if not agrees(*part[1:])]
    if not differing:
        return "", expected, actual
    _, expected_part, actual_part = differing[0]
    below, expected_part, actual_part = first_difference(expected_part, actual_part)
    return _where(expected["kind"], parts, differing) + below, expected_part, actual_part


def _where(kind: str, parts: Sequence[Part], differing: Sequence[Part]) -> str:
    """Returns which parts differ, as a sentence or two; what is said after it is about the first of them."""
    first, names = differing[0][0], [name for name, *_ in parts]
    if kind == "results" and len(parts) == 2:
        if len(differing) == 2:
            return f"{names[0]} and {names[1]} differ. {first}: "
        (other,) = [name for name in names if name != first]
        return f"{first} {_verb('differ', first)}, {other} {_verb('agree', other)}. "
    if len(parts) == 1:
        return f"{first} {_verb('differ', first)}. "
    if len(differing) == 1:
        others = "the other agrees" if len(parts) == 2 else "the others agree"
    else:
        others = "the other differs, too" if len(parts) == 2 else "others differ, too"
    return f"{first} {_verb('differ', first)}, {others}. "


def _verb(verb: str, name: str) -> str:
    """Returns a verb as it stands after a name: parameters agree, bias agrees."""
    return verb if re.search(r"[^aisu]s$", name) else f"{verb}s"


def _parts(expected: Value, actual: Value) -> list[Part]:
    """Returns the parts of two sequences or dicts that hold something large, in pairs; of others none."""
    actual = read_as(expected, actual)
    if expected["kind"] != actual["kind"]:
        return []
    left, right = expected["values"], actual["values"]
    if expected["kind"] == "results":
        return [(name, left[name], right[name]) for name in left] if left.keys() == right.keys() else []
    if expected["kind"] == "mapping" and left.keys() == right.keys():
        parts = [(f"Entry {key!r}", described(left[key]), described(right[key])) for key in left]
    elif expected["kind"] == "sequence" and len(left) == len(right):
        pairs = zip(map(described, left), map(described, right), strict=True)
        parts = [(f"Value {number} of {len(left)}", *pair) for number, pair in enumerate(pairs, 1)]
    else:
        return []
    return parts if any(part["kind"] in COMPARED_BY_PARTS for _, part, _ in parts) else []


def _difference(expected: Value, actual: Value) -> str:
    if agrees(expected, actual):
        return ""
    actual = read_as(expected, actual)
    if actual["kind"] != expected["kind"]:
        return _other_kind(expected, actual)
    expected_shape, actual_shape = expected.get("shape") or [], actual.get("shape") or []
    if expected_shape != actual_shape:
        return f"Expected an array of shape {tuple(expected_shape)}, got shape {tuple(actual_shape)}."
    if agrees({**expected, "dtype": ""}, {**actual, "dtype": ""}):
        dtype = clean(actual.get("dtype"), 40)
        return f"The values are right, but the dtype is {dtype} where {expected.get('dtype')} was expected."
    return _other_values(expected, actual)


def _other_kind(expected: Value, actual: Value) -> str:
    kind = KINDS[expected["kind"]]
    wanted = kind if expected["kind"] == "none" else f"{kind}, {payload.text(expected)}"
    if actual["kind"] == "none":
        return f"Expected {wanted}; got None."
    if actual["kind"] in ("object", "too large"):
        return f"Expected {wanted}; got {clean(actual['values'])}."
    return f"Expected {wanted}; got {KINDS[actual['kind']]}, {clean(payload.text(actual))}."


def _other_values(expected: Value, actual: Value) -> str:
    left, right = expected["values"], actual["values"]
    if expected["kind"] == "array":
        return _other_entries(expected, actual)
    if expected["kind"] == "sequence" and len(left) != len(right):
        return _other_length(expected, actual)
    if expected["kind"] == "mapping" and left.keys() != right.keys():
        return f"Expected a dict with {_keys(left)}; got {clean(_keys(right))}."
    pairs = zip(_entries(left, []), _entries(right, []), strict=True)
    cut = CUT_OFF if _are_cut_off([(one, other) for (_, one), (_, other) in pairs]) else ""
    precision = _precision() if _is_near(left, right) else ""
    return f"Expected {payload.text(expected)}, got {clean(payload.text(actual))}.{cut or precision}"


def _other_length(expected: Value, actual: Value) -> str:
    left, right = expected["values"], actual["values"]
    items = f"{len(left)} item{'' if len(left) == 1 else 's'}"
    if any(described(item)["kind"] in COMPARED_BY_PARTS for item in [*left, *right]):
        return f"Expected {items}, got {len(right)}."  # written out, they could not be read
    return f"Expected {items}, {payload.text(expected)}; got {len(right)}, {clean(payload.text(actual))}."


def _keys(mapping: dict[str, Any]) -> str:
    return f"the key{'' if len(mapping) == 1 else 's'} {', '.join(mapping)}" if mapping else "no keys"


def _other_entries(expected: Value, actual: Value) -> str:
    entries, slack = _entries(expected["values"], []), slack_of(expected, actual)
    pairs = [
        (index, left, right) for (index, left), (_, right) in zip(entries, _entries(actual["values"], []), strict=True)
    ]
    differing = [pair for pair in pairs if not numbers_agree(*pair[1:], slack)]
    index, left, right = differing[0]
    if _are_cut_off([pair[1:] for pair in pairs]):
        advice = CUT_OFF
    elif all(_is_near(*pair[1:]) for pair in differing):
        advice = _precision()
    else:
        advice = f" Expected in all: {payload.text(expected)}."
    return (
        f"{len(differing)} of {len(entries)} values differ. The first is at {index}: expected {_number(left)}, "
        f"got {clean(_number(right))}.{advice}"
    )


def _entries(nested: Any, index: list[int]) -> list[Entry]:
    """Returns the numbers of nested lists, each with its index; `index` is where the lists themselves are."""
    if isinstance(nested, list):
        return [entry for position, part in enumerate(nested) for entry in _entries(part, [*index, position])]
    return [(index, nested)]


def _count(nested: Any) -> int:
    """Returns how many numbers a described value has."""
    if isinstance(nested, dict):
        nested = list(nested.values())
    return sum(_count(part) for part in nested) if isinstance(nested, list) else 1


def _number(value: Any) -> str:
    return payload.text({"kind": "number", "values": value})


def _is_near(a: Any, b: Any) -> bool:
    if not all(isinstance(v, int | float) and not isinstance(v, bool) for v in (a, b)):
        return False
    whole = float(a).is_integer() and float(b).is_integer()
    return not whole and abs(a - b) <= NEARLY * max(abs(a), abs(b))


def _are_cut_off(pairs: Sequence[tuple[Any, Any]]) -> bool:
    """Returns whether the second numbers are the first ones without what stands behind the point, and not all 0."""
    if not all(type(number) in (int, float) for pair in pairs for number in pair):
        return False
    wanted, got = [left for left, _ in pairs], [right for _, right in pairs]
    return any(got) and wanted != got and any(list(map(cut, wanted)) == got for cut in (math.trunc, math.floor))


def _precision() -> str:
    return " That is nearly right: was precision lost, by float32 or by rounding on the way?"
