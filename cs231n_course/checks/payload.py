"""Write any value that an answer may return as plain JSON.

Python's, NumPy's and CuPy's scalars, decimals and fractions are written alike, and so is all that is read item by
item: lists, tuples, ranges, generators, sets. Numbers are rounded to 6 decimals and 12 significant digits, with no
negative zero. What is told apart: number, truth value, text, None, array with its shape, sequence, mapping, several
results by their names, and anything else by its type. checks.agree says which of them agree.
"""

import math
import numbers
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import islice
from typing import Any, cast

import numpy as np

from cs231n_course.cleaning import clipped
from cs231n_course.notebooks.format import Value

ROUGH = ("float32", "float16")  # types that hold fewer digits than Python's own numbers
LARGEST = 10_000  # entries of a value that is shown whole
DEEPEST = 12
LINE = 2000  # characters: the inputs of a check are shown whole, so that it can be tried


class TooLarge(Exception):
    """Says how large a value is that nobody wants to read."""


def describe(value: Any, *, dtype: bool = False) -> Value:
    """Returns a value as {kind, values}, with its shape if it is an array, and with its dtype where dtype is True."""
    try:
        return _describe(value, _Budget(LARGEST), 0, dtype)
    except TooLarge as error:
        shape = [int(n) for n in value.shape] if hasattr(value, "shape") else None
        described: Value = {"kind": "too large", "values": str(error)}
        return described if shape is None else {**described, "shape": shape}


def describe_results(value: Any, names: str, *, array: bool = False) -> Value:
    """Returns the results of a function that returns several, each under its name: "dx, dw, db".

    A name in parentheses, as in "y, (cache)", stands for a result that is not shown. array=True takes lists for arrays.
    What is no tuple or list of so many results is described as it is.
    """
    wanted = [name.strip() for name in names.split(",")]
    plain = [name.strip("()") for name in wanted]
    value = _results(value, wanted)
    if not isinstance(value, tuple | list) or len(value) != len(wanted) or len(wanted) == 1:
        return describe(value)
    parts = {
        name: describe(as_array(part) if array else part)
        for name, part in zip(wanted, value, strict=True)
        if name in plain
    }
    return {"kind": "results", "values": parts, "names": plain}


def _results(value: Any, wanted: list[str]) -> Any:
    """Returns several results as a list where they are in what is read item by item, or numbers in an array."""
    all_shown = not any(name.startswith("(") for name in wanted)
    if isinstance(value, np.ndarray) and value.ndim == 1 and all_shown:
        return list(value)
    if isinstance(value, set | frozenset):
        return _in_order(value)
    return list(islice(value, len(wanted) + 1)) if isinstance(value, Iterator | range) else value


def as_array(value: Any) -> Any:
    """Returns a list of numbers, or of such lists, as an array; all else as it is. An array of one is a number here."""
    if not isinstance(value, list | tuple):
        return value
    try:
        array = np.asarray([one.item() if isinstance(one, np.ndarray) and one.size == 1 else one for one in value])
    except ValueError:  # rows of different lengths
        return value
    return array if array.dtype.kind in "iuf" else value


def text(described: Value, limit: int = LINE) -> str:
    """Returns a described value as one line of at most `limit` characters."""
    kind, values = described["kind"], described["values"]
    if kind == "array":
        shape = "x".join(str(n) for n in described["shape"] or ())
        body = f"array {shape}: {_nested(values)}"
    elif kind == "sequence":
        body = "(" + ", ".join(_item_text(item) for item in values) + ("," if len(values) == 1 else "") + ")"
    elif kind == "results":
        body = ", ".join(f"{name} = {text(part, limit)}" for name, part in values.items())
    elif kind == "mapping":
        body = "{" + ", ".join(f"{key}: {_item_text(item)}" for key, item in values.items()) + "}"
    elif kind == "text":
        body = repr(values)
    elif kind == "none":
        body = "None"
    else:
        body = _number_text(values)
    if "dtype" in described:
        body += f" (dtype {described['dtype']})"
    return clipped(body, limit)


class _Budget:
    """How many more entries of a value may be written."""

    def __init__(self, entries: int) -> None:
        self.left = entries

    def spend(self, entries: int, shape: Iterable[int] | None = None) -> None:
        """Count entries that are about to be written. Raises TooLarge if they are too many."""
        self.left -= entries
        if self.left < 0:
            size = f"an array of shape {tuple(shape)}" if shape else f"a value of more than {LARGEST:,} parts"
            raise TooLarge(f"{size}: too large to compare")


def _describe(value: Any, budget: _Budget, depth: int, dtype: bool = False) -> Value:
    if depth > DEEPEST:
        raise TooLarge("nested too deeply to compare")
    if hasattr(value, "__cuda_array_interface__") and hasattr(value, "get"):
        value = value.get()  # CuPy: off the GPU
    if hasattr(value, "__array__") and not isinstance(value, np.ndarray | np.generic):
        value = np.asarray(value)
    if isinstance(value, np.ndarray | np.generic):
        return _describe_array(value, budget, depth, dtype)
    budget.spend(1)
    if value is None:
        return {"kind": "none", "values": None}
    if isinstance(value, bool):
        return {"kind": "bool", "values": bool(value)}
    if isinstance(value, str):
        budget.spend(len(value) // 8)
        return {"kind": "text", "values": str(value)}
    if isinstance(value, numbers.Number):
        return {"kind": "number", "values": number(value)}
    if isinstance(value, Mapping):
        return {"kind": "mapping", "values": {str(key): _item(item, budget, depth + 1) for key, item in value.items()}}
    if isinstance(value, set | frozenset):
        value = _in_order(value)
    if isinstance(value, Iterable) and not isinstance(value, type | bytes | bytearray | set | frozenset):
        return {"kind": "sequence", "values": [_item(item, budget, depth + 1) for item in value]}
    return {"kind": "object", "values": f"a {type(value).__name__}"}


def _in_order(items: set[Any] | frozenset[Any]) -> Any:
    """Returns the items of a set from the smallest to the largest, or the set if they have no order."""
    try:
        return sorted(items)
    except TypeError:
        return items


def number(value: Any) -> int | float | str:
    """Returns a number as two right answers share it: 6 decimals, 12 significant digits, no -0.0; NaN as text."""
    if isinstance(value, numbers.Integral):
        value = int(value)
        return value if abs(value) < 10**300 else f"a whole number of {value.bit_length()} bits"
    if isinstance(value, numbers.Real | Decimal):
        try:
            value = float(value)
        except (OverflowError, ValueError):  # a fraction too large, a signaling NaN
            return f"a {type(value).__name__} that is no float"
        return round(float(f"{value:.12g}"), 6) + 0.0 if math.isfinite(value) else str(value)
    if isinstance(value, numbers.Complex):
        return f"{number(complex(value).real)} + {number(complex(value).imag)}i"
    return f"a {type(value).__name__}"


def _describe_array(array: np.ndarray | np.generic, budget: _Budget, depth: int, dtype: bool) -> Value:
    budget.spend(array.size, array.shape)
    described: Value
    if array.dtype.kind == "O" or array.shape == ():
        described = _describe(array.tolist(), budget, depth + 1)
    else:
        described = {"kind": "array", "shape": [int(n) for n in array.shape], "values": _entries(array.tolist())}
    if str(array.dtype) in ROUGH:
        described = {**described, "precision": str(array.dtype)}
    return {**described, "dtype": str(array.dtype)} if dtype else described


def _entries(values: Any) -> Any:
    """Returns an array's nested lists with each entry as two right answers share it."""
    if isinstance(values, list):
        return [_entries(value) for value in values]
    if isinstance(values, bool | str):
        return values
    return number(values) if isinstance(values, numbers.Number) else f"a {type(values).__name__}"


def _item(value: Any, budget: _Budget, depth: int) -> Any:
    """Returns an item of a sequence: a number as it is, all else with its kind (True is not 1)."""
    described = _describe(value, budget, depth)
    is_plain = described["kind"] == "number" and "precision" not in described
    return described["values"] if is_plain else described


def _item_text(item: Any) -> str:
    return text(cast(Value, item), limit=60) if isinstance(item, dict) else _number_text(item)


def _number_text(value: Any) -> str:
    whole = isinstance(value, float) and value.is_integer() and abs(value) < 1e15
    return str(int(value)) if whole else str(value)


def _nested(values: Any) -> str:
    if isinstance(values, list):
        return "[" + " ".join(_nested(value) for value in values) + "]"
    return _number_text(values)
