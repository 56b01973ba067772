"""Run answers to the chapters' exercises in this process: hundreds of them, where a kernel each would take minutes."""

import json

import pytest

from cs231n_course.checks import agree, check
from cs231n_course.notebooks import reading
from cs231n_course.notebooks.format import CHECK_MIME, role
from cs231n_course.notebooks.paths import chapter_paths

CHAPTERS = [path for path in chapter_paths() if reading.exercises(reading.load(path), path.name)]


def exercises(path):
    """List the exercises of a chapter."""
    return reading.exercises(reading.read(path), path.name)


def setup_of(path):
    """Returns the names that the setup cells of a chapter define."""
    names = {"__name__": "__main__"}
    exec("\n".join(cell["source"] for cell in reading.load(path)["cells"] if role(cell) == "setup"), names)
    return names


def outcomes_of(answer, exercise, setup):
    """Run an answer, and its checks each apart. Returns the list of their outcomes, as sandbox.reference has them."""
    outcomes, names = [], dict(setup)
    for source in [*(cell["source"] for cell in exercise.given), answer]:
        exec(compile(source, "<cell>", "exec"), names)
    with pytest.MonkeyPatch.context() as patch:
        for cell in exercise.checks:
            shown = []
            patch.setattr(check, "publish", lambda bundle, shown=shown: shown.append(bundle[CHECK_MIME]))
            try:
                exec(cell["source"], dict(names))
                (output,) = shown
                outcomes.append({"shown": json.loads(json.dumps(output))})
            except Exception as error:
                outcomes.append({"error": type(error).__name__})
    return outcomes


def is_right(expected, outcome):
    """Returns whether a check passes, by the course's rule."""
    return "error" not in outcome and agree.is_right(expected["shown"], outcome["shown"])
