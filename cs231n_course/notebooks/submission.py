"""Take the answers out of a learner's notebook, to be run in the course's own chapter.

Of the learner's file only the sources of the answer cells count, and the definitions elsewhere that these need. All
else, the checks above all, is the course's.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal, TypedDict

from cs231n_course.checks.magics import without_magics
from cs231n_course.checks.source_names import NotebookNames, names_of
from cs231n_course.cleaning import clean
from cs231n_course.notebooks import reading
from cs231n_course.notebooks.align import align, continues, plain_text, share
from cs231n_course.notebooks.format import (
    FIXED_ROLES,
    Cell,
    Notebook,
    derived_id,
    export_of,
    for_learner,
    metadata_of,
    role,
)
from cs231n_course.notebooks.paths import chapter_paths
from cs231n_course.notebooks.reading import Exercise, NotebookError
from cs231n_course.notebooks.taken import Taken, taken_along

GRADE = "Grade the copy that `cs231n learn` made."
MUCH = 1 / 3  # of a chapter's cells, that a notebook without metadata must have to be taken for a copy of it
FEW = 2  # answer cells that each get a note of their own if they lost their metadata
UNWRITTEN = re.compile(r"^[ \t]*raise NotImplementedError\b|^(choice|number|cell) = None\b", re.MULTILINE)
LONGEST = 100_000  # characters of an answer; a kernel sends each source back, and may send a megabyte


@dataclass
class OtherCells:
    """The sources of a notebook's code cells above and below an answer, and the names in all of its cells."""

    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    names: NotebookNames = field(default_factory=lambda: NotebookNames([]))


@dataclass
class Submission:
    """What a learner's notebook has for one exercise: the answer's source, the id of its cell, remarks about the cell.

    source is None if there is nothing to grade; others are the cells that it may need something of.
    """

    exercise: Exercise
    source: str | None
    cell_id: str | None = None
    notes: list[str] = field(default_factory=list)
    others: OtherCells = field(default_factory=OtherCells)

    @cached_property
    def taken(self) -> Taken:
        """What the answer needs of the notebook's other cells."""
        if self.source is None:
            return Taken()
        here = [cell["source"] for cell in [*self.exercise.setup, *self.exercise.given]]
        at_hand = {name for source in here for name in _defined_by_course(source)}
        return taken_along(self.source, self.others.above, self.others.below, at_hand, self.others.names)


@dataclass
class FoundAnswer:
    """Where the answer to an exercise is: the cell's number, the whole source, and how it was found.

    claiming are the numbers of all cells whose metadata say that they are this answer.
    """

    number: int
    source: str
    how: Literal["id", "role", "name", "place"]
    claiming: list[int]


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


def chapter_of(nb: Notebook, path: str | Path, load: Callable[[Path], Notebook] | None = None) -> tuple[Path, Notebook]:
    """Returns the pristine chapter that a learner's notebook was made from: its path and its notebook.

    By the chapter that its metadata names, else by the exercises of its cells, else by their text. load is what reads
    chapters, reading.load if it is None. Raises NotebookError.
    """
    load = load or reading.load
    chapters = {chapter.stem: chapter for chapter in chapter_paths()}
    named = metadata_of(nb).get("chapter")
    if named in chapters:
        return chapters[named], load(chapters[named])
    ids = {metadata_of(cell).get("exercise") for cell in nb["cells"]} - {None}
    shares: dict[Path, float] = {}
    for chapter in chapters.values():
        pristine = load(chapter)
        if ids & {exercise.id for exercise in reading.exercises(pristine, chapter.name)}:
            return chapter, pristine
        shares[chapter] = share(nb["cells"], _released(pristine))
    best = max(shares, key=shares.__getitem__, default=None)
    if best and shares[best] >= MUCH:
        return best, load(best)
    if named or ids:
        wanted = f"chapter {named!r}" if named else f"exercises {', '.join(sorted(map(repr, ids)))}"
        raise NotebookError(f"{path} belongs to {clean(wanted)}, which this version of the course does not have.")
    raise NotebookError(
        f"{path} is not a notebook of this course: its cells are not those of a chapter, and nothing in its metadata "
        f"names a chapter or an exercise. {GRADE}"
    )


def _released(pristine: Notebook) -> list[Cell]:
    """Returns a chapter's cells as learners get them, but its answers, which they don't."""
    cells = [cell for cell in pristine["cells"] if role(cell) != "answer"]
    return [{**cell, "source": for_learner(cell)} if cell["cell_type"] == "code" else cell for cell in cells]


def read_submissions(pristine: Notebook, learner: Notebook, file_name: str) -> tuple[list[Submission], list[str]]:
    """Returns what a learner's notebook has for each exercise of its chapter, and remarks about its other cells."""
    exercises = reading.exercises(pristine, file_name)

    def released() -> list[Cell]:
        from cs231n_course.notebooks.release import release_chapter

        return list(release_chapter(pristine, file_name)["cells"])

    answers = find_answers(learner["cells"], [exercise.answer for exercise in exercises], released)
    notes = _remarks_about_fixed_cells(pristine, learner)
    lost = sum(not answer.claiming for answer in answers.values())
    if lost > FEW:
        notes.append(
            f"{lost} answer cells lost their metadata; they were found by their ids, by the names that they define or "
            "by their places. `cs231n learn --no-serve FOLDER` puts the metadata back."
        )
    submissions = [
        _read_submission(exercise, learner, answers.get(exercise.id), say_lost=lost <= FEW) for exercise in exercises
    ]
    _give_other_cells(submissions, learner, answers)
    return submissions, notes


def _give_other_cells(submissions: Sequence[Submission], learner: Notebook, answers: Mapping[str, FoundAnswer]) -> None:
    """Tell each submission of the code cells beside it; checks and answers that are not written have nothing for it."""
    code = [cell["source"] for cell in learner["cells"] if cell.get("cell_type") == "code"]
    names = NotebookNames(code, [submission.source or "" for submission in submissions])
    usable = [
        (number, cell["source"])
        for number, cell in enumerate(learner["cells"])
        if cell.get("cell_type") == "code"
        and names.may_have(cell["source"])  # the others are not kept, for a whole class is read at once
        and role(cell) != "check"
        and not (role(cell) == "answer" and is_unwritten(cell["source"]))
    ]
    for submission in submissions:
        answer = answers.get(submission.exercise.id)
        place = answer.number if answer else 0
        above = [source for number, source in usable if number < place]
        below = [source for number, source in usable if number > place]
        submission.others = OtherCells(above, below, names)


@lru_cache(maxsize=200)
def _defined_by_course(source: str) -> frozenset[str]:
    """Returns the names that a cell of the course's own defines."""
    return frozenset(names_of(source)["defined"])


def cells_to_run(submission: Submission) -> list[CellToRun]:
    """Returns what checking one exercise runs.

    That is setup with the guard of the kit, what is given, what the answer needs of other cells, the answer, the
    checks, and a wait for what the answer left.
    """
    exercise = submission.exercise
    guard = _guard(exercise)
    *setup, last = [_to_run(cell, cell["source"]) for cell in exercise.setup] or [guard]
    if last is not guard:  # each cell costs milliseconds, and there are hundreds of answers
        last["source"] += f"\n\n{guard['source']}"
    given = [_to_run(cell, cell["source"]) for cell in exercise.given]
    answer = _to_run(exercise.answer, without_magics(submission.source or ""))
    checks = [_to_run(cell, cell["source"]) for cell in exercise.checks]
    return [*setup, last, *given, *_taken_to_run(submission), answer, *checks, SETTLE]


def _taken_to_run(submission: Submission) -> list[CellToRun]:
    """Returns the cell that defines what the answer needs of other cells, if it needs something.

    Its lines come after the answer's: so a traceback tells them apart.
    """
    taken = submission.taken.source
    if not taken:
        return []
    above = "\n" * count_lines(submission.source or "")
    source = f"# What the answer needs of other cells:{above}\n{taken}"
    return [{"id": taken_id(submission.exercise), "role": "taken", "source": source}]


def count_lines(source: str) -> int:
    """Returns how many lines an answer has."""
    return source.count("\n") + 1


def taken_id(exercise: Exercise) -> str:
    """Returns the id of the cell that defines what an answer needs of other cells."""
    return derived_id(exercise.answer, "taken")


def _guard(exercise: Exercise) -> CellToRun:
    """Returns the cell that keeps an answer from calling the function of the kit that it should be."""
    export = export_of(exercise.answer["source"])
    arguments = f"{exercise.name!r}, {export and export.module!r}"
    source = f"from cs231n_course.checks.guard import forbid\n\nforbid({arguments})\ndel forbid"
    return {"id": "guard", "role": "setup", "source": source}


def _to_run(cell: Cell, source: str) -> CellToRun:
    return {"id": cell["id"], "role": metadata_of(cell)["role"], "source": source}


def find_answers(
    cells: Sequence[Cell], answers: Iterable[Cell], course: Callable[[], Sequence[Cell]]
) -> dict[str, FoundAnswer]:
    """Returns the answers that a notebook has, by exercise.

    answers are the course's own cells for them; course returns all of the course's cells as learners get them, and is
    only called if it takes more than ids and metadata. An answer is known by its id, then by its role, then by the name
    that it defines, then by its place among the course's cells. Of several, one that is written comes first.
    """
    found, lost = {}, []
    for answer in answers:
        place = _find_by_identity(cells, answer)
        if place:
            found[metadata_of(answer)["exercise"]] = place
        else:
            lost.append(answer)
    if lost and cells:
        found |= _find_by_content(cells, lost, course(), {answer.number for answer in found.values()})
    return found


def whole_source(cells: Sequence[Cell], number: int) -> str:
    """Returns a cell's source and, if it was split inside a function, the rest of it from the cells below."""
    source: str = cells[number]["source"]
    for cell in cells[number + 1 :]:
        if not continues(cell):
            break
        source += "\n" + cell["source"]
    return source


def is_unwritten(source: str) -> bool:
    """Returns whether an answer still has what the course has put in the place of it."""
    return UNWRITTEN.search(source) is not None


def _find_by_identity(cells: Sequence[Cell], answer: Cell) -> FoundAnswer | None:
    exercise, name = metadata_of(answer)["exercise"], metadata_of(answer)["name"]
    claiming = [number for number, cell in enumerate(cells) if _claims(cell) == exercise]
    with_id = [number for number, cell in enumerate(cells) if cell.get("id") == answer.get("id")]
    if claiming:
        with_id = [number for number in with_id if number in claiming]
    else:  # a program may have given the id to another cell
        with_id = [number for number in with_id if not role(cells[number]) and _defines(cells[number], name)]
    candidates = list(dict.fromkeys([*with_id, *claiming]))
    if not candidates:
        return None
    written = (one for one in candidates if _defines(cells[one], name) and not is_unwritten(cells[one]["source"]))
    number = next(written, candidates[0])
    return FoundAnswer(number, whole_source(cells, number), "id" if number in with_id else "role", claiming)


def _find_by_content(
    cells: Sequence[Cell], lost: Sequence[Cell], course: Sequence[Cell], taken: set[int]
) -> dict[str, FoundAnswer]:
    """Returns the answers that are known by what they define, and not the course's own cell; else by their place."""
    places = {cell["id"]: place for place, cell in enumerate(course)}
    own = {plain_text(cell["source"]) for cell in course if role(cell) != "answer"}
    free = [
        number
        for number, cell in enumerate(cells)
        if number not in taken and not role(cell) and plain_text(cell["source"]) not in own
    ]
    alignment = align(cells, course)
    found = {}
    for answer in lost:
        exercise, name, place = metadata_of(answer)["exercise"], metadata_of(answer)["name"], places.get(answer["id"])
        # What several exercises ask for by one name, as `choice`, the name doesn't tell apart.
        several = sum(metadata_of(cell).get("name") == name and role(cell) == "answer" for cell in course) > 1
        defining = [] if several else [number for number in free if _defines(cells[number], name)]
        in_place = alignment.first.get(place) if place is not None else None
        if in_place in free and (in_place in defining or not defining):
            defining.insert(0, in_place)
        written = (number for number in defining if not is_unwritten(cells[number]["source"]))
        number = next(written, defining[0] if defining else None)
        if number is not None:
            how: Literal["name", "place"] = "name" if _defines(cells[number], name) and not several else "place"
            found[exercise] = FoundAnswer(number, whole_source(cells, number), how, [])
    return found


def _claims(cell: Cell) -> str | None:
    """Returns the exercise that a cell's metadata say it is the answer to, or None."""
    return metadata_of(cell).get("exercise") if role(cell) == "answer" else None


def _defines(cell: Cell, name: str) -> bool:
    """Returns whether a cell is code that defines a name outside of functions, also code that does not run."""
    if cell.get("cell_type") != "code":
        return False
    definition = rf"^(?:(?:async[ \t]+)?def|class)[ \t]+{name}\b|^{name}[ \t]*(?::[^=\n]+)?=(?!=)"
    return re.search(definition, cell["source"], re.MULTILINE) is not None


def _read_submission(
    exercise: Exercise, learner: Notebook, answer: FoundAnswer | None, *, say_lost: bool
) -> Submission:
    if answer is None:
        note = (
            f"The answer cell of {exercise.id} is missing from the notebook. Take it from a fresh copy of the course."
        )
        return Submission(exercise, None, None, [note])
    cell, notes = learner["cells"][answer.number], []
    if len(answer.claiming) > 1:
        which = "the original one" if cell.get("id") == exercise.answer.get("id") else "the first one"
        first = answer.how == "id" or answer.number == answer.claiming[0]
        which = which if first else "the first one that is written"
        notes.append(f"There are {len(answer.claiming)} answer cells for {exercise.id}; {which} is graded.")
    elif not answer.claiming and say_lost:
        how = {"id": "by its id", "name": f"by the name {exercise.name!r}", "place": "by its place"}[answer.how]
        notes.append(f"The answer cell of {exercise.id} lost its metadata; it was found {how}.")
    if cell.get("cell_type") != "code":
        note = f"The answer cell of {exercise.id} is not a code cell any more; make it one again."
        return Submission(exercise, None, cell.get("id"), [*notes, note])
    if len(answer.source) > LONGEST:
        note = (
            f"The answer to {exercise.id} is longer than {LONGEST:,} characters: it has {len(answer.source):,}. "
            "Shorten it: is something in its cell that doesn't belong there?"
        )
        return Submission(exercise, None, cell.get("id"), [*notes, note])
    return Submission(exercise, answer.source, cell.get("id"), notes)


def _remarks_about_fixed_cells(pristine: Notebook, learner: Notebook) -> list[str]:
    ids = {cell.get("id") for cell in learner["cells"]}
    sources = {plain_text(cell["source"]) for cell in learner["cells"]}
    notes = []
    for cell in pristine["cells"]:
        text = plain_text(for_learner(cell))
        if role(cell) not in FIXED_ROLES or text in sources:  # by source, for an old notebook's cells have no ids
            continue
        exercise_id = metadata_of(cell).get("exercise")
        about = f" of {exercise_id}" if exercise_id else ""
        if cell.get("id") in ids:
            notes.append(f"A {role(cell)} cell{about} was edited; the course's own is run instead.")
        elif not any(f"\n{text}\n" in f"\n{source}\n" for source in sources):  # merged into another one
            notes.append(f"A {role(cell)} cell{about} is missing; the course's own is run.")
    return notes
