"""Say what stopped an answer, in words that help and never show the answer's code."""

import ast
import re

from cs231n_course.checks import payload

CONTROL = re.compile(
    r"\x1b\[[0-9;?]*[A-Za-z]|[^\n\t\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    r"|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # these turn the rest of a sentence round
)
CELL_LINE = re.compile(r"Cell In\[[^\]]*\], line (\d+)")
CALLED_LINE = re.compile(r"Cell In\[[^\]]*\], line (\d+), in ")


def case(inputs):
    """Write a check's inputs on one line: "with x = array 2x2: [[1 2] [3 4]], stride = 2"."""
    return "with " + ", ".join(f"{name} = {payload.text(given)}" for name, given in inputs.items()) if inputs else ""


def size(inputs):
    """Count the numbers in a check's inputs, so that the smallest failing case can be shown."""
    return sum(_count(given["values"]) for given in inputs.values())


def answer_failed(error):
    """Say why the answer's own cell stopped, from {ename, evalue, line}."""
    ename, evalue, line = clean(error["ename"]), clean(error["evalue"]), error.get("line")
    if ename in ("SyntaxError", "IndentationError", "TabError"):
        reason = re.sub(r"\s*\([^()]*, line \d+\)$", "", evalue)
        return f"The answer is not Python yet: {ename}{_at(line)}: {reason}."
    if ename == "NameError":
        return f"The answer's cell stops with NameError{_at(line)}: {evalue}."
    return f"The answer's cell stops{_at(line)} with {_sentence(ename, evalue)}"


def call_failed(error, name, elsewhere):
    """Say why a call of the answer stopped, from {ename, evalue, line}; `elsewhere` are names from other cells."""
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
    return f"The call stopped{_at(line)} with {_sentence(ename, evalue)}"


def not_written(name):
    """Say that the answer is still its starter."""
    return f"{name} is not written yet."


def from_kit(name):
    """Say that the answer is the kit's own function."""
    return f"{name} of the course's own kit was called. The exercise is to write it yourself."


def clean(text, limit=300):
    """Take control characters out of what a learner's code wrote, and shorten it."""
    text = CONTROL.sub("", str(text)).strip()
    return text if len(text) <= limit else text[: limit - 4].rstrip() + " ..."


def error_line(traceback, *, called):
    """Find the last line of the answer's cell that IPython's traceback names, or None.

    called=True looks only at lines inside functions: a check calls the answer from the top level of its own cell.
    """
    text = CONTROL.sub("", "\n".join(traceback))
    found = (CALLED_LINE if called else CELL_LINE).findall(text)
    return int(found[-1]) if found else None


def defined_names(sources):
    """Collect the names that cells define at their top level; cells that are not Python define none."""
    found = set()
    for source in sources:
        lines = [line for line in source.splitlines() if not line.lstrip().startswith(("%", "!"))]
        try:
            tree = ast.parse("\n".join(lines))
        except (SyntaxError, ValueError, RecursionError):
            continue
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
                found.add(node.name)
            elif isinstance(node, ast.Import | ast.ImportFrom):
                found |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
            else:
                stores = (part for part in ast.walk(node) if isinstance(part, ast.Name))
                found |= {part.id for part in stores if isinstance(part.ctx, ast.Store)}
    return found


def _count(nested):
    if isinstance(nested, dict):
        nested = list(nested.values())
    return sum(_count(part) for part in nested) if isinstance(nested, list) else 1


def _at(line):
    return f" in line {line} of the answer" if line else ""


def _sentence(ename, text):
    text = f"{ename}: {text}" if text else ename
    return text if text.endswith((".", "!", "?")) else f"{text}."
