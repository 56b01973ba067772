"""Say what stopped an answer, in sentences that help and never show the answer's code."""

import builtins
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NotRequired, TypedDict

from cs231n_course.checks import payload
from cs231n_course.checks.magics import why_not_run
from cs231n_course.checks.source_names import OWN_NAMES, NotebookNames
from cs231n_course.cleaning import clean, without_control
from cs231n_course.notebooks.format import Ask, Value

# Bounded, for a learner's text is searched.
CELL_LINE = re.compile(r"Cell In\[[^]\n]{0,20}\], line (\d{1,6})\b(?:, in ([\w.<>]{1,100})\()?")
CHECK = "_"  # what a check calls its own function
MERGE_MARK = re.compile(r"^(<{7}|>{7}) ", re.MULTILINE)
NO_NAMES = NotebookNames([])
NESTED_TOO_DEEPLY = (
    "Python can't read the answer: far too much in it is nested, as when thousands of brackets, signs or branches "
    "stand one inside the other. Write it in shorter steps."
)
CONFINED = "While it is graded, an answer can't start programs, use the network, or reach files outside its own folder."
EXAMPLES = {"choice": "choice = 2", "number": "number = 40", "cell": "cell = (0, 1)"}  # of judgements


class CellError(TypedDict):
    """What stopped a cell: the exception's class and text, and the line of the answer, if the traceback names one.

    helper is the function of another cell, taken along, in which that line's call stopped.
    """

    ename: str
    evalue: str
    line: int | None
    helper: NotRequired[str]


def case_text(inputs: Mapping[str, Value]) -> str:
    """Returns a check's inputs as one line: "with x = array 2x2: [[1 2] [3 4]], stride = 2"."""
    texts = [f"{name} = {payload.text(value)}" for name, value in inputs.items()]
    return f"with {', '.join(texts)}" if texts else ""


def answer_not_run(source: str, name: str) -> str:
    """Returns why a cell that begins with a magic, as %%timeit, has not defined what it should, or ""."""
    why = why_not_run(source)
    return why and f"The answer's cell begins with {why}, so {name} is not there. Take that line out."


def answer_failed(error: CellError, source: str = "", names: NotebookNames = NO_NAMES) -> str:
    """Returns why the answer's own cell stopped; source is the answer's, names are the notebook's."""
    ename, evalue, line = clean(error["ename"]), clean(error["evalue"]), error.get("line")
    if ename in ("SyntaxError", "IndentationError", "TabError"):
        if marks := MERGE_MARK.search(source):
            line = source.count("\n", 0, marks.start()) + 1
            return f"The answer holds the marks of a git merge, at line {line}. Keep one side, and take the marks out."
        reason = re.sub(r"\s*\([^()]*, line \d+\)$", "", evalue)
        return f"The answer is not Python yet: {ename}{_in_line(line)}: {reason}."
    if ename == "NameError" and (elsewhere := _from_elsewhere(evalue, source, names)):
        return elsewhere
    if ename == "NameError":
        return f"The answer's cell stops with NameError{_in_line(line)}: {evalue}."
    if ename in ("MemoryError", "RecursionError") and names.of(source)["nested_too_deeply"]:
        return NESTED_TOO_DEEPLY
    why = f"The answer's cell stops{_in_line(line)} with {_sentence(ename, evalue)}"
    confined = CONFINED if ename == "PermissionError" else ""
    return " ".join(filter(None, [why, confined, _rebound(names.of(source)["rebound"])]))


def call_failed(error: CellError, name: str, names: NotebookNames, source: str = "", call: str = "") -> str:
    """Returns why a call of the answer stopped.

    names are those of the notebook's cells; source is the answer's; call is the call, if known.
    """
    ename, evalue, line = clean(error["ename"]), clean(error["evalue"]), error.get("line")
    if ename == "NotImplementedError":
        return not_written(name)
    missing = re.match(r"name '(\w+)' is not defined", evalue)
    if ename == "NameError" and missing and missing[1] == name:
        return f"The answer's cell does not define {name}. Keep the name that the starter has."
    if ename == "NameError" and (elsewhere := _from_elsewhere(evalue, source, names)):
        return elsewhere
    if ename == "KitFunctionUsed":
        return from_kit(name)
    where = f" in {clean(error['helper'])}, called{_in_line(line)}," if "helper" in error else _in_line(line)
    why = f"{_code(call) or 'The call'} stopped{where} with {_sentence(ename, evalue)}"
    confined = CONFINED if ename == "PermissionError" else ""
    return " ".join(filter(None, [why, confined, _rebound(names.of(source)["rebound"])]))


def _from_elsewhere(evalue: str, source: str, names: NotebookNames) -> str:
    """Returns what is said of a name that an answer misses and another cell defines, or ""; evalue is NameError's."""
    missing = re.match(r"name '(\w+)' is not defined", evalue)
    if not missing or missing[1] not in names.defined or missing[1] in names.of(source)["defined"]:
        return ""
    return (
        f"{missing[1]} comes from another cell of the notebook and could not be taken along: only finished functions "
        "and classes, imports and plain constants can. An answer is graded by itself, so put what makes "
        f"{missing[1]} inside the answer cell."
    )


def taken_failed(error: CellError, taken: Sequence[str]) -> str:
    """Returns why the cell stopped in which names of other cells are defined for the answer."""
    names = f"{', '.join(taken[:-1])} or {taken[-1]}" if taken[1:] else taken[0]
    return (
        f"The answer needs what another cell defines, and that stops, at {names}, with "
        f"{_sentence(clean(error['ename']), clean(error['evalue']))}"
    )


def stopped_by_hand(error: Exception, call: str, notebook: Mapping[str, Any]) -> str:
    """Returns why a call stopped in the learner's own kernel; notebook is what that has under which names."""
    why = f"{_code(call) or 'The check'} stopped with {_sentence(type(error).__name__, clean(error))}"
    return " ".join(filter(None, [why, _rebound(_rebound_at(error, notebook))]))


def _rebound_at(error: Exception, notebook: Mapping[str, Any]) -> list[str]:
    """Returns which of Python's own names, and np, the notebook's code that raised an error had under another value."""
    place, names = error.__traceback__, []
    while place is not None:
        frame, place = place.tb_frame, place.tb_next
        if frame.f_globals is notebook:
            here = {name: notebook[name] for name in frame.f_code.co_names if name in notebook}
            values = (here | dict(frame.f_locals)).items() if frame.f_locals is not notebook else here.items()
            names = [name for name, value in values if name in OWN_NAMES and not _is_own(name, value)]
    return sorted(names)


def _is_own(name: str, value: Any) -> bool:
    return value is getattr(builtins, name, None) or getattr(value, "__name__", None) == "numpy"


def _rebound(names: Sequence[str]) -> str:
    if not names:
        return ""
    verb, pronoun = ("is", "it means") if len(names) == 1 else ("are", "they mean")
    return (
        f"{' and '.join(names)} {verb} something else here than what {pronoun} in Python, and that may be why. "
        f"Take another name for yours; in a notebook, `del {', '.join(names)}` brings Python's back."
    )


def not_written(name: str) -> str:
    """Returns what is said of an answer that is still its starter."""
    if name in EXAMPLES:
        return f"Your answer is not written yet. Put it in place of None, as in {EXAMPLES[name]}."
    return f"{name} is not written yet."


def judgement_problem(ask: Ask, shown: Value) -> str:
    """Returns why a judgement can't be right, whatever is, or "": a choice that there is none of, a cell outside."""
    kind, values = shown["kind"], shown["values"]
    if ask["kind"] == "choice" and kind == "number" and values not in range(1, len(ask["options"]) + 1):
        return f"A choice is a whole number from 1 to {len(ask['options'])}; yours is {clean(values)}."
    if ask["kind"] == "cell" and kind == "sequence":
        rows, cols = len(ask["cells"]), len(ask["cells"][0])
        inside = len(values) == 2 and values[0] in range(rows) and values[1] in range(cols)
        if not inside:
            return f"A cell is a pair, (row, column): a row from 0 to {rows - 1} and a column from 0 to {cols - 1}."
    return ""


def from_kit(name: str) -> str:
    """Returns what is said of an answer that calls the kit's own function."""
    return f"{name} of the course's own kit was called. The exercise is to write it yourself."


def error_place(
    traceback: Iterable[str], *, called: bool, answer_lines: int = sys.maxsize
) -> tuple[int | None, str | None]:
    """Returns the last line of the answer's cell that IPython's traceback names, and the helper that this line called.

    Each is None if there is none. called=True looks only at lines inside functions: a check calls the answer from the
    top level of its own cell. Lines beyond the answer's are those of what was taken along from other cells.
    """
    text = without_control("\n".join(traceback))
    frames = [(int(line), function) for line, function in CELL_LINE.findall(text)]
    if called:
        frames = [(line, function) for line, function in frames if function and function != CHECK]
    lines = [line for line, _ in frames if line <= answer_lines]
    line, function = frames[-1] if frames else (0, "")
    return (lines[-1] if lines else None), (function or None if line > answer_lines else None)


def _code(call: str) -> str:
    return f"`{call}`" if call else ""


def _in_line(line: int | None) -> str:
    return f" in line {line} of the answer" if line else ""


def _sentence(ename: str, text: str) -> str:
    text = f"{ename}: {text}" if text else ename
    return text if text.endswith((".", "!", "?")) else f"{text}."
