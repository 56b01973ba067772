"""Write any value that an answer may give as plain JSON that two right answers share.

What is shared: Python's, NumPy's and CuPy's scalars alike, lists and tuples alike, numbers to 6 decimals and at most 12
significant digits, no negative zero. What is told apart: number, truth value, text, None, array with its shape,
sequence, mapping, and anything else by its type.
"""

import math
import numbers

import numpy as np

LARGEST = 10_000  # entries of a value that is shown whole
DEEPEST = 12
LINE = 2000  # characters: what a check gives an answer is shown whole, so that it can be tried


class TooLarge(Exception):
    """Says how large a value is that nobody wants to read."""


def normal(value, *, dtype=False):
    """Describe a value as {kind, values}, with its shape if it is an array and its dtype if asked for."""
    try:
        return _normal(value, [LARGEST], 0, dtype)
    except TooLarge as error:
        shape = [int(n) for n in value.shape] if hasattr(value, "shape") else None
        return {"kind": "too large", "values": str(error)} | ({"shape": shape} if shape is not None else {})


def text(described, limit=LINE):
    """Write a described value on one line of at most `limit` characters."""
    kind, values = described["kind"], described["values"]
    if kind == "array":
        shape = "x".join(str(n) for n in described["shape"])
        body = f"array {shape}: {_nested(values)}"
    elif kind == "sequence":
        body = "(" + ", ".join(_item_text(item) for item in values) + ("," if len(values) == 1 else "") + ")"
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
    return body if len(body) <= limit else body[: limit - 4].rstrip() + " ..."


def _normal(value, left, depth, dtype=False):
    if depth > DEEPEST:
        raise TooLarge("nested too deeply to compare")
    if hasattr(value, "__cuda_array_interface__") and hasattr(value, "get"):
        value = value.get()  # CuPy: off the GPU
    if hasattr(value, "__array__") and not isinstance(value, np.ndarray | np.generic):
        value = np.asarray(value)
    if isinstance(value, np.ndarray | np.generic):
        return _array(value, left, dtype)
    _spend(left, 1)
    if value is None:
        return {"kind": "none", "values": None}
    if isinstance(value, bool):
        return {"kind": "bool", "values": bool(value)}
    if isinstance(value, str):
        _spend(left, len(value) // 8)
        return {"kind": "text", "values": str(value)}
    if isinstance(value, numbers.Number):
        return {"kind": "number", "values": number(value)}
    if isinstance(value, list | tuple):
        return {"kind": "sequence", "values": [_item(item, left, depth + 1) for item in value]}
    if isinstance(value, dict):
        return {"kind": "mapping", "values": {str(key): _item(item, left, depth + 1) for key, item in value.items()}}
    return {"kind": "object", "values": f"a {type(value).__name__}"}


def number(value):
    """Round a number to what two right answers share: 6 decimals, 12 significant digits, no -0.0; NaN as text."""
    if isinstance(value, numbers.Integral):
        value = int(value)
        return value if abs(value) < 10**300 else f"a whole number of {value.bit_length()} bits"
    if isinstance(value, numbers.Real):
        value = float(value)
        return round(float(f"{value:.12g}"), 6) + 0.0 if math.isfinite(value) else str(value)
    return f"{number(complex(value).real)} + {number(complex(value).imag)}i"


def _array(value, left, dtype):
    _spend(left, value.size, value.shape)
    if value.shape == () and value.dtype.kind != "O":
        found = _normal(value.item(), left, 0)
    else:
        found = {"kind": "array", "shape": [int(n) for n in value.shape], "values": _each(value.tolist())}
    return found | ({"dtype": str(value.dtype)} if dtype else {})


def _each(values):
    if isinstance(values, list):
        return [_each(value) for value in values]
    if isinstance(values, bool | str):
        return values
    return number(values) if isinstance(values, numbers.Number) else f"a {type(values).__name__}"


def _item(value, left, depth):
    """Write an item of a sequence: a number as it is, all else with its kind (True is not 1)."""
    found = _normal(value, left, depth)
    return found["values"] if found["kind"] == "number" else found


def _spend(left, count, shape=None):
    left[0] -= count
    if left[0] < 0:
        size = f"an array of shape {tuple(shape)}" if shape else f"a value of more than {LARGEST:,} parts"
        raise TooLarge(f"{size}: too large to compare")


def _item_text(item):
    return text(item, limit=60) if isinstance(item, dict) else _number_text(item)


def _number_text(value):
    whole = isinstance(value, float) and value.is_integer() and abs(value) < 1e15
    return str(int(value)) if whole else str(value)


def _nested(values):
    if isinstance(values, list):
        return "[" + " ".join(_nested(value) for value in values) + "]"
    return _number_text(values)
