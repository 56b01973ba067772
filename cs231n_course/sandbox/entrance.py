"""The one way in for what a kernel sends: bytes become a plain message that the grader can read, or nothing.

An answer may use its kernel's own sockets, with the kernel's own key, and send whatever it likes. So a message that
comes in here has only the types, the keys and the kinds of values that are listed below. What is odd by chance is
mended (an exception whose traceback is a number has none); what no kernel and no check sends is left out, and is never
an error.
"""

import functools
import hmac
import json
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn, TypedDict, get_args, get_origin, get_type_hints, is_typeddict

from jupyter_client.session import DELIM

from cs231n_course.notebooks.format import CHECK_MIME, CheckOutput, Value

LARGEST_HEADERS = 10_000  # bytes; Jupyter's own have some 600
LONGEST_TEXT = 20_000  # characters of what an exception says, or of what a cell prints at once
LONGEST_TRACEBACK = 200_000  # characters; of what is longer, the end counts
DEEPEST = 100  # levels of what a check shows; an array has at most 64 dimensions
LARGEST_NUMBER = 10**300  # what is smaller can be compared with any float


DISPLAYS = ("display_data", "execute_result", "update_display_data")


class Message(TypedDict):
    """What nbval reads of a message; of the parent, that is the request that it answers, there is the id alone."""

    msg_type: str
    parent_header: dict[str, str]
    content: dict[str, Any]


def size(parts: Sequence[bytes]) -> int:
    """Returns how many bytes of a message count as an answer's: all of it but the usual headers."""
    whole, headers = sum(map(len, parts)), sum(map(len, parts[: _start(parts) + 4]))
    return whole - headers if headers <= LARGEST_HEADERS else whole


def is_display(parts: Sequence[bytes]) -> bool:
    """Returns whether a message says that it displays something."""
    start = _start(parts)
    return len(parts) > start + 1 and _parse(parts[start + 1]).get("msg_type") in DISPLAYS


def read(
    parts: Sequence[bytes], sign: Callable[[list[bytes]], bytes], *, everything_shown: bool = False
) -> Message | None:
    """Returns the message that came in these parts, or None if the grader needs nothing of it.

    sign gives the signature of the four parts that are signed; everything_shown keeps also what is no check's output.
    Raises nothing, whatever the parts are.
    """
    signature, *signed = parts[_start(parts) :][:5] or [b""]
    if len(signed) < 4 or not hmac.compare_digest(signature, sign(signed)):
        return None
    header, parent, content = (_parse(signed[number]) for number in (0, 1, 3))
    kind, id = header.get("msg_type"), parent.get("msg_id")
    if not isinstance(kind, str) or not isinstance(id, str) or kind not in CONTENTS:
        return None
    plain = (EVERYTHING if everything_shown else CONTENTS)[kind](content)
    return None if plain is None else {"msg_type": kind, "parent_header": {"msg_id": id}, "content": plain}


def _start(parts: Sequence[bytes]) -> int:
    """Returns where a message's own parts begin, after those that say whom it is for."""
    return parts.index(DELIM) + 1 if DELIM in parts else len(parts)


def _parse(part: bytes) -> dict[str, Any]:
    """Returns the object that a part is in JSON; an empty one if it is none."""
    try:
        parsed = json.loads(part.decode(errors="replace"), parse_constant=_refuse)
    except (ValueError, RecursionError):  # a number of thousands of digits is one, too
        return {}
    return parsed if isinstance(parsed, dict) else {}


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _reply(content: Mapping[str, Any]) -> dict[str, Any]:
    return {}


def _status(content: Mapping[str, Any]) -> dict[str, Any] | None:
    state = content.get("execution_state")
    return {"execution_state": state} if isinstance(state, str) else None


def _stream(content: Mapping[str, Any]) -> dict[str, Any]:
    return {"name": "stderr" if content.get("name") == "stderr" else "stdout", "text": _text(content.get("text"))}


def _error(content: Mapping[str, Any]) -> dict[str, Any]:
    lines, left = [], LONGEST_TRACEBACK
    traceback = content.get("traceback")
    if isinstance(traceback, list) and all(isinstance(line, str) for line in traceback):
        for line in reversed(traceback):
            lines.append(_printable(line[-left:]))
            left -= len(line)
            if left <= 0:
                break
    return {
        "ename": _text(content.get("ename")),
        "evalue": _text(content.get("evalue")),
        "traceback": lines[::-1],
    }


def _display(content: Mapping[str, Any]) -> dict[str, Any] | None:
    """Returns what a check shows, and nothing else that is displayed: the grader looks at no picture and no text."""
    bundle = content.get("data")
    shown = bundle.get(CHECK_MIME) if isinstance(bundle, dict) else None
    if not _fits(shown, CheckOutput, 0):
        return None
    return {"data": {CHECK_MIME: shown}, "metadata": {}, "execution_count": None}


def _display_all(content: Mapping[str, Any]) -> dict[str, Any] | None:
    """Returns what a cell displays, which nbval compares with what a notebook stores."""
    bundle, count = content.get("data"), content.get("execution_count")
    if not isinstance(bundle, dict) or not _is_shallow(bundle, 0):
        return None
    return {"data": bundle, "metadata": {}, "execution_count": count if isinstance(count, int) else None}


def _is_shallow(part: Any, depth: int) -> bool:
    parts = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    return depth <= DEEPEST and all(_is_shallow(one, depth + 1) for one in parts)


CONTENTS: dict[str, Callable[[Mapping[str, Any]], dict[str, Any] | None]] = {
    "execute_reply": _reply,
    "kernel_info_reply": _reply,
    "status": _status,
    "stream": _stream,
    "error": _error,
    "display_data": _display,
    "execute_result": _display,
}

EVERYTHING = CONTENTS | {"display_data": _display_all, "execute_result": _display_all}


def _text(value: Any) -> str:
    return _printable(value[:LONGEST_TEXT]) if isinstance(value, str) else ""


def _printable(text: str) -> str:
    """Returns a text without halves of characters, which no file and no terminal takes."""
    return text.encode(errors="backslashreplace").decode()


def _fits(part: Any, form: Any, depth: int) -> bool:
    """Returns whether a part of JSON has a form: str, int, bool, list[int], dict[str, Value], or a TypedDict's."""
    if depth > DEEPEST:
        return False
    if is_typeddict(form):
        fields = _fields(form)
        if not isinstance(part, dict) or not form.__required_keys__ <= part.keys() <= fields.keys():
            return False
        return all(_fits(part[name], fields[name], depth + 1) for name in part) and _has_its_kind(part, depth)
    if get_origin(form) is list:
        return isinstance(part, list) and all(_fits(item, get_args(form)[0], depth + 1) for item in part)
    if get_origin(form) is dict:
        return isinstance(part, dict) and all(_fits(item, get_args(form)[1], depth + 1) for item in part.values())
    if form is int:
        return _is_number(part, depth) and isinstance(part, int)
    return form is Any or isinstance(part, form)  # what stands for Any depends on the kind


@functools.cache
def _fields(form: Any) -> dict[str, Any]:
    return get_type_hints(form)


def _has_its_kind(part: Mapping[str, Any], depth: int) -> bool:
    """Returns whether the values of a described value are what its kind says; True for what has no kind."""
    if "kind" not in part:
        return True
    return part["kind"] in KINDS and KINDS[part["kind"]](part["values"], depth + 1)


def _is_number(value: Any, depth: int) -> bool:
    """Returns whether checks.payload writes a number so: NaN and what is too large are texts."""
    if isinstance(value, int) and not isinstance(value, bool):
        return abs(value) < LARGEST_NUMBER
    return isinstance(value, str) or (isinstance(value, float) and math.isfinite(value))


def _is_entries(value: Any, depth: int) -> bool:
    """Returns whether a value is an array's nested lists, or one entry."""
    if isinstance(value, list):
        return depth <= DEEPEST and all(_is_entries(entry, depth + 1) for entry in value)
    return isinstance(value, bool) or _is_number(value, depth)


def _is_item(value: Any, depth: int) -> bool:
    """Returns whether a value is an item of a sequence: a number as it is, all else with its kind."""
    return _is_number(value, depth) or _fits(value, Value, depth)


# The kinds of values that checks.payload describes, and what the values of each are.
KINDS: dict[str, Callable[[Any, int], bool]] = {
    "number": _is_number,
    "bool": lambda value, depth: isinstance(value, bool),
    "text": lambda value, depth: isinstance(value, str),
    "none": lambda value, depth: value is None,
    "array": _is_entries,
    "sequence": lambda value, depth: isinstance(value, list) and all(_is_item(item, depth + 1) for item in value),
    "mapping": lambda value, depth: (
        isinstance(value, dict) and all(_is_item(item, depth + 1) for item in value.values())
    ),
    "results": lambda value, depth: _fits(value, dict[str, Value], depth),
    "object": lambda value, depth: isinstance(value, str),
    "too large": lambda value, depth: isinstance(value, str),
}
