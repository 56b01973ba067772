"""Take the answers out of a learner's notebook, to be run in the course's own chapter.

Of the learner's file only the sources of the answer cells count. All else, the checks above all, is the course's.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

from cs231n_course.notebooks import reading
from cs231n_course.notebooks.format import (
    FIXED_ROLES,
    Cell,
    Notebook,
    export_of,
    for_learner,
    metadata_of,
    role,
)
from cs231n_course.notebooks.paths import chapter_paths
from cs231n_course.notebooks.reading import Exercise, NotebookError

GRADE = "Grade the copy that `cs231n learn` made."
LONGEST = 100_000  # characters of an answer; a kernel sends each source back, and may send a megabyte


@dataclass
class Submission:
    """What a learner's notebook has for one exercise: the answer's source, or None, and remarks about its cell."""

    exercise: Exercise
    source: str | None
    notes: list[str] = field(default_factory=list)


class CellToRun(TypedDict):
    """A cell as the process that runs it needs it."""

    id: str
    role: str
    source: str


SETTLE: CellToRun = {
    "id": "settle",
    "role": "settle",
    "source": "from cs231n_course.checks.settle import settle\n\nawait settle()",
}


def chapter_of(nb: Notebook, path: str | Path) -> tuple[Path, Notebook]:
    """Returns the pristine chapter that a learner's notebook was made from: its path and its notebook.

    By the chapter that its metadata names, else by the exercises of its cells. Raises NotebookError.
    """
    chapters = {chapter.stem: chapter for chapter in chapter_paths()}
    named = metadata_of(nb).get("chapter")
    if named in chapters:
        return chapters[named], reading.load(chapters[named])
    ids = {metadata_of(cell).get("exercise") for cell in nb["cells"]} - {None}
    for chapter in chapters.values() if ids else ():
        pristine = reading.load(chapter)
        if ids & {exercise.id for exercise in reading.exercises(pristine, chapter.name)}:
            return chapter, pristine
    if named or ids:
        wanted = f"chapter {named!r}" if named else f"exercises {', '.join(sorted(map(repr, ids)))}"
        raise NotebookError(f"{path} belongs to {wanted}, which this version of the course does not have.")
    raise NotebookError(
        f"{path} is not a notebook of this course: nothing in its metadata names a chapter or an exercise. {GRADE}"
    )


def read_submissions(pristine: Notebook, learner: Notebook, file_name: str) -> tuple[list[Submission], list[str]]:
    """Returns what a learner's notebook has for each exercise of its chapter, and remarks about its other cells."""
    submissions = [_read_submission(exercise, learner) for exercise in reading.exercises(pristine, file_name)]
    return submissions, _remarks_about_fixed_cells(pristine, learner)


def cells_to_run(submission: Submission) -> list[CellToRun]:
    """Returns what checking one exercise runs.

    That is setup with the guard of the kit, what is given, the answer, the checks, and a wait for what the answer left.
    """
    exercise = submission.exercise
    guard = _guard(exercise)
    *setup, last = [_to_run(cell, cell["source"]) for cell in exercise.setup] or [guard]
    if last is not guard:  # each cell costs milliseconds, and there are hundreds of answers
        last["source"] += f"\n\n{guard['source']}"
    given = [_to_run(cell, cell["source"]) for cell in exercise.given]
    answer = _to_run(exercise.answer, submission.source or "")
    checks = [_to_run(cell, cell["source"]) for cell in exercise.checks]
    return [*setup, last, *given, answer, *checks, SETTLE]


def _guard(exercise: Exercise) -> CellToRun:
    """Returns the cell that keeps an answer from calling the function of the kit that it should be."""
    export = export_of(exercise.answer["source"])
    arguments = f"{exercise.name!r}, {export and export.module!r}"
    source = f"from cs231n_course.checks.guard import forbid\n\nforbid({arguments})\ndel forbid"
    return {"id": "guard", "role": "setup", "source": source}


def _to_run(cell: Cell, source: str) -> CellToRun:
    return {"id": cell["id"], "role": metadata_of(cell)["role"], "source": source}


def find_answer_cell(cells: Iterable[Cell], exercise_id: str, cell_id: str | None) -> tuple[Cell | None, list[Cell]]:
    """Returns the cell that holds the answer to an exercise, or None, and all cells whose metadata say so.

    The original, by its id, comes before copies; one that lost its metadata is taken if no other cell claims to be it.
    """
    cells = list(cells)
    claiming = [cell for cell in cells if role(cell) == "answer" and metadata_of(cell).get("exercise") == exercise_id]
    original = next((cell for cell in cells if cell.get("id") == cell_id), None)
    if original is not None and (not claiming or any(cell is original for cell in claiming)):
        return original, claiming
    return (claiming[0] if claiming else None), claiming


def _read_submission(exercise: Exercise, learner: Notebook) -> Submission:
    original_id = exercise.answer.get("id")
    answer, claiming = find_answer_cell(learner["cells"], exercise.id, original_id)
    if answer is None:
        note = f"The answer cell of {exercise.id} is missing from the notebook. Copy it from a fresh `cs231n learn`."
        return Submission(exercise, None, [note])
    notes = []
    if len(claiming) > 1:
        which = "the original one" if answer.get("id") == original_id else "the first one"
        notes.append(f"There are {len(claiming)} answer cells for {exercise.id}; {which} is graded.")
    elif not claiming:
        notes.append(f"The answer cell of {exercise.id} lost its metadata; it was found by its id.")
    if answer.get("cell_type") != "code":
        note = f"The answer cell of {exercise.id} is not a code cell any more; make it one again."
        return Submission(exercise, None, [*notes, note])
    if len(answer["source"]) > LONGEST:
        note = f"The answer to {exercise.id} is longer than {LONGEST:,} characters. Shorten it."
        return Submission(exercise, None, [*notes, note])
    return Submission(exercise, answer["source"], notes)


def _remarks_about_fixed_cells(pristine: Notebook, learner: Notebook) -> list[str]:
    by_id = {cell.get("id"): cell["source"].strip() for cell in reversed(learner["cells"])}
    sources = {cell["source"].strip() for cell in learner["cells"]}
    notes = []
    for cell in pristine["cells"]:
        released = for_learner(cell).strip()
        if role(cell) not in FIXED_ROLES or released in sources:  # by source, for an old notebook's cells have no ids
            continue
        exercise_id = metadata_of(cell).get("exercise")
        about = f" of {exercise_id}" if exercise_id else ""
        if cell.get("id") in by_id:
            notes.append(f"A {role(cell)} cell{about} was edited; the course's own is run instead.")
        else:
            notes.append(f"A {role(cell)} cell{about} is missing; the course's own is run.")
    return notes
