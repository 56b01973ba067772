"""Take the answers out of a learner's notebook and put them into the course's own chapter.

Of the learner's file only the sources of the answer cells count. All else, the checks above all, is the course's.
"""

from dataclasses import dataclass, field

from cs231n_course.notebooks import reading
from cs231n_course.notebooks.paths import chapter_paths
from cs231n_course.notebooks.reading import EXPORT, Exercise, NotebookError, course, role

GRADE = "Grade the copy that `cs231n learn` made."
LONGEST = 100_000  # characters of an answer; a kernel sends each source back, and may send a megabyte


@dataclass
class Graft:
    """Holds what a learner's notebook has for one exercise: the answer's source, or None, and remarks."""

    exercise: Exercise
    source: str | None
    notes: list = field(default_factory=list)


def chapter_of(nb, path):
    """Find the pristine chapter that a learner's notebook was made from: (path, notebook).

    By the chapter that its metadata names, else by the exercises of its cells. Raises NotebookError.
    """
    chapters = {one.stem: one for one in chapter_paths()}
    named = course(nb).get("chapter")
    if named in chapters:
        return chapters[named], reading.load(chapters[named])
    asked = {course(cell).get("exercise") for cell in nb["cells"]} - {None}
    for found in chapters.values() if asked else ():
        pristine = reading.load(found)
        if asked & {exercise.id for exercise in reading.exercises(pristine, found.name)}:
            return found, pristine
    if named or asked:
        wanted = f"chapter {named!r}" if named else f"exercises {', '.join(sorted(map(repr, asked)))}"
        raise NotebookError(f"{path} belongs to {wanted}, which this version of the course does not have.")
    raise NotebookError(
        f"{path} is not a notebook of this course: nothing in its metadata names a chapter or an exercise. {GRADE}"
    )


def graft(pristine, learner, where):
    """Find the learner's answer to each exercise: a list of Graft, and remarks about the other cells."""
    grafts = [_find_answer(exercise, learner) for exercise in reading.exercises(pristine, where)]
    return grafts, _other_notes(pristine, learner)


def cells_to_run(graft):
    """List what checking one exercise runs: setup, what is given, the guard of the kit, the answer, the checks."""
    before = [_to_run(cell) for cell in [*graft.exercise.setup, *graft.exercise.given]]
    answer = _to_run(graft.exercise.answer) | {"source": graft.source}
    return [*before, _guard(graft.exercise), answer, *map(_to_run, graft.exercise.checks)]


def _guard(exercise):
    export = EXPORT.match(exercise.answer["source"])
    module = export[1] if export else None
    source = f"from cs231n_course.checks.guard import arm\n\narm({exercise.name!r}, {module!r})\ndel arm"
    return {"id": "guard", "role": "setup", "source": source}


def _to_run(cell):
    return {"id": cell["id"], "role": role(cell), "source": cell["source"]}


def answer_cells(cells, exercise, id):
    """Find the cell that holds the answer to an exercise, or None, and all that say they do.

    The original, by its id, comes before copies; one that lost its metadata is taken if no other cell claims to be it.
    """
    found = [cell for cell in cells if role(cell) == "answer" and course(cell).get("exercise") == exercise]
    original = next((cell for cell in cells if cell.get("id") == id), None)
    if original is not None and (not found or any(cell is original for cell in found)):
        return original, found
    return (found[0] if found else None), found


def _find_answer(exercise, learner):
    id = exercise.answer.get("id")
    chosen, found = answer_cells(learner["cells"], exercise.id, id)
    if chosen is None:
        note = f"The answer cell of {exercise.id} is missing from the notebook. Copy it from a fresh `cs231n learn`."
        return Graft(exercise, None, [note])
    notes = []
    if len(found) > 1:
        kept = "the original one" if chosen.get("id") == id else "the first one"
        notes.append(f"There are {len(found)} answer cells for {exercise.id}; {kept} is graded.")
    elif not found:
        notes.append(f"The answer cell of {exercise.id} lost its metadata; it was found by its id.")
    if chosen.get("cell_type") != "code":
        note = f"The answer cell of {exercise.id} is not a code cell any more; make it one again."
        return Graft(exercise, None, [*notes, note])
    if len(chosen["source"]) > LONGEST:
        note = f"The answer to {exercise.id} is longer than {LONGEST:,} characters. Shorten it."
        return Graft(exercise, None, [*notes, note])
    return Graft(exercise, chosen["source"], notes)


def _other_notes(pristine, learner):
    by_id = {cell.get("id"): cell["source"].strip() for cell in reversed(learner["cells"])}
    sources = {cell["source"].strip() for cell in learner["cells"]}
    notes = []
    for cell in pristine["cells"]:
        own = EXPORT.sub("", cell["source"]).strip()
        if role(cell) not in ("setup", "given", "check") or own in sources:  # an old notebook's cells have no ids
            continue
        about = f" of {course(cell)['exercise']}" if course(cell).get("exercise") else ""
        if cell.get("id") in by_id:
            notes.append(f"A {role(cell)} cell{about} was edited; the course's own is run instead.")
        else:
            notes.append(f"A {role(cell)} cell{about} is missing; the course's own is run.")
    return notes
