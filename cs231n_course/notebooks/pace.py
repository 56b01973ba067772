"""How long a chapter takes: to read, and to do its exercises."""

import re

from cs231n_course.notebooks.format import WIDGET_MIME, Notebook, metadata_of, role

WORDS = 200  # that are read in a minute
LINES = 15  # of code
WIDGET = 2  # minutes with a widget, and its task
PICTURE = 1 / 3
POINT = 5  # minutes for a point, where an answer's metadata doesn't say how many `minutes` its exercise takes
_MATH = re.compile(r"\$\$.*?\$\$", re.DOTALL)


def reading_minutes(nb: Notebook) -> float:
    """Returns the minutes that it takes to read a chapter: its text, the code that isn't folded, what it shows."""
    minutes = 0.0
    for cell in nb["cells"]:
        if cell["cell_type"] == "markdown":
            minutes += len(_MATH.sub(" formula " * 10, cell["source"]).split()) / WORDS
            continue
        if role(cell) in ("answer", "check"):
            continue
        if role(cell) not in ("setup", "question") and not metadata_of(cell).get("fold"):
            minutes += len(cell["source"].splitlines()) / LINES
        for output in cell["outputs"]:
            data = output.get("data", {})
            if WIDGET_MIME in data:
                minutes += WIDGET
            elif {"image/png", "image/svg+xml", "text/html"} & data.keys():
                minutes += PICTURE
    return minutes


def exercise_minutes(nb: Notebook) -> float:
    """Returns the minutes that a chapter's exercises take together."""
    own = [metadata_of(cell) for cell in nb["cells"]]
    points: dict[str, float] = {}
    for one in own:
        if one.get("role") == "check":
            points[one["exercise"]] = points.get(one["exercise"], 0) + one["points"]
    answers = [one for one in own if one.get("role") == "answer"]
    return sum(one.get("minutes", POINT * points.get(one["exercise"], 0)) for one in answers)


def minutes_line(nb: Notebook) -> str:
    """Returns how long a chapter takes, shortly: "25 min to read, 85 min of exercises"."""
    exercises = exercise_minutes(nb)
    more = f", {_rounded(exercises)} min of exercises" if exercises else ""
    return f"{_rounded(reading_minutes(nb))} min to read{more}"


def pace_line(nb: Notebook) -> str:
    """Returns how long a chapter takes and its short path (the notebook's metadata, `short`), as Markdown."""
    parts = [f"Reading takes about {_rounded(reading_minutes(nb))} minutes"]
    if exercises := exercise_minutes(nb):
        parts.append(f"the exercises about {_rounded(exercises)}")
    short = metadata_of(nb).get("short")
    return ", ".join(parts) + "." + (f" In a hurry? {short}" if short else "")


def _rounded(minutes: float) -> int:
    """Returns minutes as one says them: by fives from ten on."""
    return max(1, round(minutes)) if minutes < 10 else 5 * round(minutes / 5)
