"""Write what grading found as a table for people or as JSON for programs."""

import json
import textwrap

WIDTH = 100


def table(result):
    """Write one file's result: a line an exercise, then the words about each that is not yet right."""
    if result.error:
        return f"{result.file}: could not be graded.\n{_wrapped(result.error, '  ')}\n"
    rows = [("exercise", "title", "points", "")]
    rows += [
        (one.id, one.title, f"{one.points:g}/{one.possible:g}", "passed" if one.passed else "not yet")
        for one in result.exercises
    ]
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


def as_json(results):
    """Write all results as one JSON object."""
    status = max((result.status for result in results), default=0)
    return json.dumps({"status": status, "files": [result.as_dict() for result in results]}, indent=2)


def _wrapped(text, indent):
    return textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ", break_on_hyphens=False)
