"""Grading one exercise against plain nbval on the same chapter, and against nbval on that exercise's cells alone.

A ratio is the grader's time over nbval's. The grader isolates the answer, computes what is expected anew and looks for
known mistakes; nbval runs the cells in one kernel and compares them with what the notebook stores.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
from record import ROOT, arguments, interleaved, milliseconds, ratio, save

from cs231n_course.notebooks import reading
from cs231n_course.notebooks.format import role

CHAPTER = ROOT / "chapters" / "02_arithmetic_of_space.ipynb"
EXERCISE = "one-output"
ENV = os.environ | {"CS231N_GRADING": "1"}  # a check shows its value and no verdict, as when the chapter was executed
NBVAL = ["--nbval", "--nbval-current-env", "-q", "-p", "no:cacheprovider", "--noconftest"]
NBVAL += ["--nbval-sanitize-with", str(ROOT / "tests" / "nbval-sanitize.cfg")]


def run(*command):
    """Run a command in a process of its own; raise if it fails."""
    subprocess.run([sys.executable, "-m", *map(str, command)], check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=ENV)


def exercise_alone(folder):
    """Write a notebook of the exercise's cells and the setups, with their outputs; return its path."""
    nb = reading.read(CHAPTER)
    (exercise,) = [one for one in reading.exercises(nb, CHAPTER.name) if one.id == EXERCISE]
    ids = {exercise.answer["id"], *(cell["id"] for cell in exercise.checks)}
    nb.cells = [cell for cell in nb.cells if cell.id in ids or role(cell) in ("setup", "given")]
    nbformat.write(nb, folder / CHAPTER.name)
    return folder / CHAPTER.name


def main():
    """Measure and write the record."""
    options = arguments(__doc__, rounds=3)
    with tempfile.TemporaryDirectory() as folder:
        alone = exercise_alone(Path(folder))
        grade = ["cs231n_course.cli", "grade", CHAPTER, "--seed", options.seed]
        sides = {
            "one": lambda: run(*grade, "--exercise", EXERCISE),
            "all": lambda: run(*grade),
            "nbval alone": lambda: run("pytest", *NBVAL, alone),
            "nbval": lambda: run("pytest", *NBVAL, CHAPTER),
        }
        seconds = interleaved(sides, options.rounds, "grading")
    figures = {}
    for ours, theirs, what in (
        ("one", "nbval alone", "one exercise / nbval on its cells"),
        ("one", "nbval", "one exercise / nbval on the chapter"),
        ("all", "nbval", "all exercises / nbval on the chapter"),
    ):
        both = {"grade_ms": milliseconds(seconds[ours]), "nbval_ms": milliseconds(seconds[theirs])}
        figures[what] = ratio(seconds[ours], seconds[theirs]) | both
    save("grading", figures, __doc__.partition("\n")[0], options, ["nbval", "pytest", "ipykernel"])


if __name__ == "__main__":
    main()
