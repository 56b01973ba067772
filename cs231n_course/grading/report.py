"""Write the results of grading: a table for people; JSON, CSV and JUnit's XML for programs.

Every form has `start`, `file(result)` and `end(results)`, each of which gives the text to print then, or "".
"""

import csv
import io
import json
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Protocol, TypedDict, cast
from xml.etree import ElementTree as xml

from cs231n_course.cleaning import clean
from cs231n_course.grading.verdict import ExerciseResult, FileResult
from cs231n_course.sandbox import confine

WIDTH = 100
LONGEST = 10_000  # characters of one text; a spreadsheet's cell holds 32,767
COLUMNS = ("file", "chapter", "seed", "exercise", "title", "points", "possible", "state", "checks", "words", "notes")
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # a spreadsheet would compute a text that begins so


class CheckReport(TypedDict):
    """A check in the JSON report."""

    name: str
    points: float
    passed: bool
    words: str
    case: str
    expected: str
    got: str


class ExerciseReport(TypedDict):
    """An exercise in the JSON report."""

    id: str
    title: str
    points: float
    possible: float
    passed: bool
    words: list[str]
    checks: list[CheckReport]
    trouble: str | None


class FileReport(TypedDict):
    """A notebook in the JSON report; error says why it could not be graded."""

    file: str
    seed: int
    chapter: str | None
    exercises: list[ExerciseReport]
    notes: list[str]
    error: str | None
    points: float
    possible: float
    status: int


class Report(TypedDict):
    """The JSON report: all files, the exit status, and what this machine doesn't keep answers from, in sentences."""

    status: int
    not_protected: list[str]
    files: list[FileReport]


class Form(Protocol):
    """A form of the report: what to print before the first file, after each, and in the end."""

    start: str

    def file(self, result: FileResult) -> str: ...

    def end(self, results: Sequence[FileResult]) -> str: ...


class Table:
    """A table for each file, printed as soon as the file is graded."""

    start = ""

    def file(self, result: FileResult) -> str:
        """Returns one file's table."""
        return table(result) + "\n"

    def end(self, results: Sequence[FileResult]) -> str:
        """Returns a sum, if there are several files."""
        if len(results) < 2:
            return ""
        passed = sum(result.status == 0 for result in results)
        failed = sum(result.status == 2 for result in results)
        not_graded = f"; {failed} could not be graded" if failed else ""
        return f"{len(results)} files: all exercises pass in {passed}{not_graded}.\n"


class Json:
    """One JSON object, a Report, for all files."""

    start = ""

    def file(self, result: FileResult) -> str:
        """Returns nothing: the object is written at the end."""
        return ""

    def end(self, results: Sequence[FileResult]) -> str:
        """Returns all results."""
        status = max((result.status for result in results), default=0)
        files = [file_report(result) for result in results]
        report: Report = {"status": status, "not_protected": confine.missing(), "files": files}
        return json.dumps(report, indent=2) + "\n"


class Csv:
    """A line for each exercise, printed as soon as its file is graded; one for a file that could not be."""

    def __init__(self) -> None:
        self.start = _csv([COLUMNS])

    def file(self, result: FileResult) -> str:
        """Returns one file's lines."""
        about = (result.file, result.chapter or "", result.seed)
        if result.error:
            return _csv([(*about, "", "", 0, "", "could not be graded", "", result.error, "")])
        notes = [" ".join(result.notes), *[""] * len(result.exercises)]  # once, in the file's first line
        return _csv(
            [(*about, *_columns(exercise), note) for exercise, note in zip(result.exercises, notes, strict=False)]
        )

    def end(self, results: Sequence[FileResult]) -> str:
        """Returns nothing: a sum is no line of the same kind."""
        return ""


class Junit:
    """JUnit's XML: a suite for each file, a case for each check, with its points as a property."""

    start = ""

    def file(self, result: FileResult) -> str:
        """Returns nothing: the XML is written at the end."""
        return ""

    def end(self, results: Sequence[FileResult]) -> str:
        """Returns all results."""
        top = xml.Element("testsuites", name="cs231n grade")
        for result in results:
            _suite(top, result)
        xml.indent(top)
        return '<?xml version="1.0" encoding="utf-8"?>\n' + xml.tostring(top, encoding="unicode") + "\n"


FORMS: dict[str, type[Form]] = {"table": Table, "json": Json, "csv": Csv, "junit": Junit}


def file_report(result: FileResult) -> FileReport:
    """Returns one file's result as --json prints it."""
    totals = {"points": result.points, "possible": result.possible, "status": result.status}
    return cast(FileReport, asdict(result) | totals)


def table(result: FileResult) -> str:
    """Returns one file's result: a line an exercise, then the words about each that is not yet right."""
    if result.error:
        return f"{_one_line(result.file)}: could not be graded.\n{_wrapped(result.error, '  ')}\n"
    rows = [("exercise", "title", "points", "")]
    rows += [(one.id, one.title, f"{one.points:g}/{one.possible:g}", _state(one)) for one in result.exercises]
    rows.append(("total", "", f"{result.points:g}/{result.possible:g}", ""))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = [f"{_one_line(result.file)} (chapter {result.chapter}, seed {result.seed})", ""]
    for id, title, points, state in rows:
        lines.append(f"  {id:<{widths[0]}}  {title:<{widths[1]}}  {points:>{widths[2]}}  {state}".rstrip())
    for exercise in result.exercises:
        if exercise.words:
            lines += ["", f"  {exercise.id}", *(_wrapped(sentence, "    ") for sentence in exercise.words)]
    lines += ["", *(_wrapped(f"Note: {note}", "  ") for note in result.notes)] if result.notes else []
    return "\n".join(lines) + "\n"


def _state(exercise: ExerciseResult) -> str:
    if exercise.passed:
        return "passed"
    passed = sum(check.passed for check in exercise.checks)
    return f"{passed} of {len(exercise.checks)} checks" if passed else "not yet"


def _columns(exercise: ExerciseResult) -> tuple[object, ...]:
    """Returns the columns of CSV that are about one exercise."""
    passed = sum(check.passed for check in exercise.checks)
    state = "passed" if exercise.passed else "partly" if passed else "not yet"
    checks, words = f"{passed}/{len(exercise.checks)}", " ".join(exercise.words)
    return exercise.id, exercise.title, exercise.points, exercise.possible, state, checks, words


def _csv(rows: Iterable[Iterable[object]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([_plain(value) for value in row] for row in rows)
    return out.getvalue()


def _plain(value: object) -> object:
    """Returns a text on one line, and not as a formula; a number as a number."""
    if not isinstance(value, str):
        return f"{value:g}" if isinstance(value, float) else value
    text = _one_line(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _one_line(text: str) -> str:
    return " ".join(clean(text, limit=LONGEST).split())


def _suite(top: xml.Element, result: FileResult) -> None:
    checks = [(exercise, check) for exercise in result.exercises for check in exercise.checks]
    failures = sum(not check.passed for _, check in checks)
    counts = {"tests": len(checks) or 1, "failures": failures, "errors": int(bool(result.error))}
    attributes = {"name": _legal(result.file)} | {key: str(count) for key, count in counts.items()}
    suite = xml.SubElement(top, "testsuite", attributes)
    about = {"chapter": result.chapter, "seed": result.seed, "points": result.points, "possible": result.possible}
    _properties(suite, about)
    if result.error:
        case = xml.SubElement(suite, "testcase", classname=_legal(result.file), name="grading")
        xml.SubElement(case, "error", message=_legal(result.error))
    for exercise, check in checks:
        class_name = f"{result.chapter}.{exercise.id}"
        case = xml.SubElement(suite, "testcase", classname=class_name, name=_legal(check.name))
        _properties(case, {"points": check.points if check.passed else 0, "possible": check.points})
        if not check.passed:
            failure = xml.SubElement(case, "failure", message=_legal(check.words or exercise.words[0]))
            said = "\n".join(exercise.words)
            own = [words for words in (check.words, check.case) if words and words not in said]
            failure.text = _legal("\n".join([*own, *exercise.words]))
    if result.notes:
        xml.SubElement(suite, "system-out").text = _legal("\n".join(result.notes))


def _properties(element: xml.Element, values: Mapping[str, Any]) -> None:
    properties = xml.SubElement(element, "properties")
    for name, value in values.items():
        text = f"{value:g}" if isinstance(value, float) else "" if value is None else str(value)
        xml.SubElement(properties, "property", name=name, value=_legal(text))


def _legal(text: str) -> str:
    """Returns a text without what XML can't hold."""
    return clean(text, limit=LONGEST)


def _wrapped(text: str, indent: str) -> str:
    text = clean(text, limit=LONGEST)
    return textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ", break_on_hyphens=False)
