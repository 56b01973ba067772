"""Say what stopped an answer, in sentences that help and never show the answer's code."""

import ast
import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypedDict

from cs231n_course.checks import payload
from cs231n_course.notebooks.format import Value

CONTROL = re.compile(
    r"\x1b\[[0-9;?]*[A-Za-z]|[^\n\t\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    r"|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # these turn the rest of a sentence round
)
CELL_LINE = re.compile(r"Cell In\[[^\]]*\], line (\d+)")
CALLED_LINE = re.compile(r"Cell In\[[^\]]*\], line (\d+), in ")


class CellError(TypedDict):
    """What stopped a cell: the exception's class and text, and the line of the answer, if the traceback names one."""

    ename: str
    evalue: str
    line: int | None


def case_text(inputs: Mapping[str, Value]) -> str:
    """Returns a check's inputs as one line: "with x = array 2x2: [[1 2] [3 4]], stride = 2"."""
    texts = [f"{name} = {payload.text(value)}" for name, value in inputs.items()]
    return f"with {', '.join(texts)}" if texts else ""


def case_size(inputs: Mapping[str, Value]) -> int:
    """Returns how many numbers a check's inputs have, so that the smallest failing case can be shown."""
    return sum(_count(value["values"]) for value in inputs.values())


def answer_failed(error: CellError) -> str:
    """Returns why the answer's own cell stopped."""
    ename, evalue, line = clean(error["ename"]), clean(error["evalue"]), error.get("line")
    if ename in ("SyntaxError", "IndentationError", "TabError"):
        reason = re.sub(r"\s*\([^()]*, line \d+\)$", "", evalue)
        return f"The answer is not Python yet: {ename}{_in_line(line)}: {reason}."
    if ename == "NameError":
        return f"The answer's cell stops with NameError{_in_line(line)}: {evalue}."
    return f"The answer's cell stops{_in_line(line)} with {_sentence(ename, evalue)}"


def call_failed(error: CellError, name: str, elsewhere: Collection[str]) -> str:
    """Returns why a call of the answer stopped; `elsewhere` are names that other cells of the notebook define."""
    ename, evalue, line = clean(error["ename"]), clean(error["evalue"]), error.get("line")
    if ename == "NotImplementedError":
        return not_written(name)
    missing = re.match(r"name '(\w+)' is not defined", evalue)
    if ename == "NameError" and missing and missing[1] == name:
        return f"The answer's cell does not define {name}. Keep the name that the starter has."
    if ename == "NameError" and missing and missing[1] in elsewhere:
        return (
            f"{missing[1]} is defined in another cell of the notebook. "
            "An answer is graded by itself: helpers belong inside the answer cell."
        )
    if ename == "KitFunctionUsed":
        return from_kit(name)
    return f"The call stopped{_in_line(line)} with {_sentence(ename, evalue)}"


def not_written(name: str) -> str:
    """Returns what is said of an answer that is still its starter."""
    return f"{name} is not written yet."


def from_kit(name: str) -> str:
    """Returns what is said of an answer that calls the kit's own function."""
    return f"{name} of the course's own kit was called. The exercise is to write it yourself."


def clean(text: object, limit: int = 300) -> str:
    """Returns what a learner's code wrote without its control characters, cut to `limit` characters."""
    cleaned = CONTROL.sub("", str(text)).strip()
    return cleaned if len(cleaned) <= limit else cleaned[: limit - 4].rstrip() + " ..."


def error_line(traceback: Iterable[str], *, called: bool) -> int | None:
    """Returns the last line of the answer's cell that IPython's traceback names, or None.

    called=True looks only at lines inside functions: a check calls the answer from the top level of its own cell.
    """
    text = CONTROL.sub("", "\n".join(traceback))
    lines = (CALLED_LINE if called else CELL_LINE).findall(text)
    return int(lines[-1]) if lines else None


def defined_names(sources: Iterable[str]) -> set[str]:
    """Returns the names that cells define at their top level; cells that are not Python define none."""
    names: set[str] = set()
    for source in sources:
        lines = [line for line in source.splitlines() if not line.lstrip().startswith(("%", "!"))]
        try:
            tree = ast.parse("\n".join(lines))
        except (SyntaxError, ValueError, RecursionError):
            continue
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
                names.add(node.name)
            elif isinstance(node, ast.Import | ast.ImportFrom):
                names |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
            else:
                stores = (part for part in ast.walk(node) if isinstance(part, ast.Name))
                names |= {part.id for part in stores if isinstance(part.ctx, ast.Store)}
    return names


def _count(nested: Any) -> int:
    if isinstance(nested, dict):
        nested = list(nested.values())
    return sum(_count(part) for part in nested) if isinstance(nested, list) else 1


def _in_line(line: int | None) -> str:
    return f" in line {line} of the answer" if line else ""


def _sentence(ename: str, text: str) -> str:
    text = f"{ename}: {text}" if text else ename
    return text if text.endswith((".", "!", "?")) else f"{text}."
