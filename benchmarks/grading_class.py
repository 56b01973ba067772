"""Grading nine copies of chapter 02 against grading one, and, with --than, against an older version of the course.

A ratio is the time for nine copies over nine times the time for one, and over the older version's time for the same
nine. Half of the copies have the course's own answers; in the others some are the known wrong ones, some not written.
"""

import random
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
from record import ROOT, arguments, interleaved, milliseconds, ratio, save

from cs231n_course.notebooks import reading, release
from cs231n_course.notebooks.format import metadata_of, role
from cs231n_course.notebooks.mistakes import known_mistakes

CHAPTER = ROOT / "chapters" / "02_arithmetic_of_space.ipynb"
COPIES = 9


def write_copies(folder, seed):
    """Write the copies of a class; return their paths."""
    draw = random.Random(seed)
    pristine = reading.read(CHAPTER)
    exercises = reading.exercises(pristine, CHAPTER.name)
    mistakes = known_mistakes(CHAPTER, exercises)
    paths = []
    for number in range(COPIES):
        nb = release.release_chapter(pristine)
        answers = {exercise.id: [exercise.answer["source"]] for exercise in exercises}
        if number % 2:
            answers = {id: [*right, None, *(one.source for one in mistakes[id])] for id, right in answers.items()}
        for cell in nb.cells:
            if role(cell) == "answer":
                cell.source = draw.choice(answers[metadata_of(cell)["exercise"]]) or cell.source
        paths.append(folder / f"{number}.ipynb")
        nbformat.write(nb, paths[-1])
    return paths


def grade(python, paths, seed):
    """Grade notebooks with the course that an interpreter has; raise if they could not be graded."""
    command = [python, "-P", "-m", "cs231n_course.cli", "grade", "--seed", str(seed), "--csv", *map(str, paths)]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, cwd=paths[0].parent, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{python} could not grade the copies: exit status {done.returncode}.")


def main():
    """Measure and write the record."""
    than = {"--than": "the Python of an environment with an older version of the course"}
    options = arguments(__doc__, rounds=3, more=than)
    with tempfile.TemporaryDirectory() as folder:
        paths = write_copies(Path(folder), options.seed)
        sides = {
            "one": lambda: grade(sys.executable, paths[:1], options.seed),
            "nine": lambda: grade(sys.executable, paths, options.seed),
        }
        if options.than:
            sides["before"] = lambda: grade(options.than, paths, options.seed)
        seconds = interleaved(sides, options.rounds, "grading_class")
    times = {f"{name}_ms": milliseconds(taken) for name, taken in seconds.items()}
    figures = {
        "nine copies / nine times one": ratio(seconds["nine"], [COPIES * one for one in seconds["one"]]) | times,
    }
    if options.than:
        figures["nine copies / the same before"] = ratio(seconds["nine"], seconds["before"]) | times
    save("grading_class", figures, __doc__.partition("\n")[0], options, ["nbval", "pytest", "ipykernel"])


if __name__ == "__main__":
    main()
