"""Write what grading found: a table for people; JSON, CSV and JUnit's XML for programs.

Every form has `start`, `file(result)` and `end(results)`, each of which gives the text to print then, or "".
"""

import csv
import io
import json
import textwrap
from xml.etree import ElementTree as xml

from cs231n_course.checks.messages import clean

WIDTH = 100
COLUMNS = ("file", "chapter", "seed", "exercise", "title", "points", "possible", "state", "checks", "words", "notes")
FORMULA = ("=", "+", "-", "@")  # a spreadsheet would compute a text that begins so


class Table:
    """A table for each file, printed as soon as the file is graded."""

    start = ""

    def file(self, result):
        """Write one file's result."""
        return table(result) + "\n"

    def end(self, results):
        """Sum up, if there are several files."""
        if len(results) < 2:
            return ""
        passed = sum(result.status == 0 for result in results)
        failed = sum(result.status == 2 for result in results)
        lost = f"; {failed} could not be graded" if failed else ""
        return f"{len(results)} files: all exercises pass in {passed}{lost}.\n"


class Json:
    """One JSON object for all files."""

    start = ""

    def file(self, result):
        """Wait for the end."""
        return ""

    def end(self, results):
        """Write all results."""
        status = max((result.status for result in results), default=0)
        return json.dumps({"status": status, "files": [result.as_dict() for result in results]}, indent=2) + "\n"


class Csv:
    """A line for each exercise, printed as soon as its file is graded; one for a file that could not be."""

    def __init__(self):
        self.start = _csv([COLUMNS])

    def file(self, result):
        """Write one file's lines."""
        about = (result.file, result.chapter or "", result.seed)
        if result.error:
            return _csv([(*about, "", "", 0, "", "could not be graded", "", result.error, "")])
        notes = " ".join(result.notes)
        return _csv([(*about, *_cells(one), notes) for one in result.exercises])

    def end(self, results):
        """Add nothing: a sum is no line of the same kind."""
        return ""


class Junit:
    """JUnit's XML: a suite for each file, a case for each check, with its points as a property."""

    start = ""

    def file(self, result):
        """Wait for the end."""
        return ""

    def end(self, results):
        """Write all results."""
        top = xml.Element("testsuites", name="cs231n grade")
        for result in results:
            _suite(top, result)
        xml.indent(top)
        return '<?xml version="1.0" encoding="utf-8"?>\n' + xml.tostring(top, encoding="unicode") + "\n"


FORMS = {"table": Table, "json": Json, "csv": Csv, "junit": Junit}


def table(result):
    """Write one file's result: a line an exercise, then the words about each that is not yet right."""
    if result.error:
        return f"{result.file}: could not be graded.\n{_wrapped(result.error, '  ')}\n"
    rows = [("exercise", "title", "points", "")]
    rows += [(one.id, one.title, f"{one.points:g}/{one.possible:g}", _state(one)) for one in result.exercises]
    rows.append(("total", "", f"{result.points:g}/{result.possible:g}", ""))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = [f"{result.file} (chapter {result.chapter}, seed {result.seed})", ""]
    for row in rows:
        name, title, points, state = row
        lines.append(f"  {name:<{widths[0]}}  {title:<{widths[1]}}  {points:>{widths[2]}}  {state}".rstrip())
    for one in result.exercises:
        if one.words:
            lines += ["", f"  {one.id}", *(_wrapped(sentence, "    ") for sentence in one.words)]
    lines += ["", *(_wrapped(f"Note: {note}", "  ") for note in result.notes)] if result.notes else []
    return "\n".join(lines) + "\n"


def _state(exercise):
    if exercise.passed:
        return "passed"
    passed = sum(check.passed for check in exercise.checks)
    return f"{passed} of {len(exercise.checks)} checks" if passed else "not yet"


def _cells(one):
    passed = sum(check.passed for check in one.checks)
    state = "passed" if one.passed else "partly" if passed else "not yet"
    return one.id, one.title, one.points, one.possible, state, f"{passed}/{len(one.checks)}", " ".join(one.words)


def _csv(rows):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([_plain(value) for value in row] for row in rows)
    return out.getvalue()


def _plain(value):
    """Keep a text on one line, and from being a formula; numbers stay numbers."""
    if not isinstance(value, str):
        return f"{value:g}" if isinstance(value, float) else value
    text = " ".join(value.split())
    return f"'{text}" if text.startswith(FORMULA) else text


def _suite(top, result):
    checks = [(one, check) for one in result.exercises for check in one.checks]
    failures = sum(not check.passed for _, check in checks)
    counts = {"tests": len(checks) or 1, "failures": failures, "errors": int(bool(result.error))}
    suite = xml.SubElement(top, "testsuite", name=_legal(result.file), **{key: str(n) for key, n in counts.items()})
    told = {"chapter": result.chapter, "seed": result.seed, "points": result.points, "possible": result.possible}
    _properties(suite, told)
    if result.error:
        case = xml.SubElement(suite, "testcase", classname=_legal(result.file), name="grading")
        xml.SubElement(case, "error", message=_legal(result.error))
    for one, check in checks:
        case = xml.SubElement(suite, "testcase", classname=f"{result.chapter}.{one.id}", name=_legal(check.name))
        _properties(case, {"points": check.points if check.passed else 0, "possible": check.points})
        if not check.passed:
            said = "\n".join(filter(None, [check.words, check.case, "", *one.words]))
            failure = xml.SubElement(case, "failure", message=_legal(check.words or one.words[0]))
            failure.text = _legal(said)
    if result.notes:
        xml.SubElement(suite, "system-out").text = _legal("\n".join(result.notes))


def _properties(element, told):
    properties = xml.SubElement(element, "properties")
    for name, value in told.items():
        text = f"{value:g}" if isinstance(value, float) else "" if value is None else str(value)
        xml.SubElement(properties, "property", name=name, value=_legal(text))


def _legal(text):
    """Leave out what XML can't hold."""
    return clean(text, limit=10_000)


def _wrapped(text, indent):
    return textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ", break_on_hyphens=False)
