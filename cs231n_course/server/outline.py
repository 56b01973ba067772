"""Say what the panel shows of a notebook: its exercises, and what the state file says of each."""

from dataclasses import dataclass
from pathlib import Path

from cs231n_course.checks.messages import not_written
from cs231n_course.notebooks import reading
from cs231n_course.notebooks.hints import hints
from cs231n_course.notebooks.reading import NotebookError, chapter_title
from cs231n_course.notebooks.release import starter
from cs231n_course.notebooks.submission import GRADE, chapter_of, find_answer_cell, read_submissions
from cs231n_course.server import book, places
from cs231n_course.server.errors import Refused
from cs231n_course.server.state import State, graded_otherwise, obstacle, standing

OTHER_CHECKS = "The course's checks of this exercise have changed since it was checked. Check it again."


@dataclass
class Outline:
    """Holds a learner's notebook, as saved, beside its pristine chapter."""

    file: Path
    chapter: Path
    pristine: dict
    learner: dict
    grafts: list
    notes: list

    @classmethod
    def of(cls, file):
        """Read a notebook. Raises NotebookError if it is not one of the course, with its name instead of its path."""
        try:
            learner = reading.load(file)
            chapter, pristine = chapter_of(learner, file)
            return cls(file, chapter, pristine, learner, *read_submissions(pristine, learner, chapter.name))
        except NotebookError as error:
            raise NotebookError(str(error).replace(str(file), file.name)) from None

    def graft(self, id):
        """Find the graft of an exercise, or None."""
        return next((one for one in self.grafts if one.exercise.id == id), None)

    def view(self, graft, record):
        """Describe one exercise, with the record of its last check or None."""
        exercise, state = graft.exercise, standing(graft, record)
        cell, _ = find_answer_cell(self.learner["cells"], exercise.id, exercise.answer.get("id"))
        counts = state in ("passed", "failed")
        if record and graded_otherwise(record, exercise):
            record = record | {"words": [OTHER_CHECKS], "checks": []}
        return {
            "id": exercise.id,
            "title": exercise.title,
            "cell": cell.get("id") if cell else None,
            "points": record["points"] if counts else 0,
            "possible": exercise.points,
            "state": state,
            "written": not (record and _unwritten(record, exercise)),
            "answer": record["answer"] if record else None,
            "words": record["words"] if record else [],
            "checks": record["checks"] if record else [],
            "hints": hints(exercise.answer),
            "problem": " ".join(graft.notes) or None,
            "taken": graft.source is not None,
            "checked_at": record["checked_at"] if record else None,
        }

    def views(self, state):
        """Describe every exercise."""
        return [self.view(one, state.records.get(one.exercise.id)) for one in self.grafts]


def describe_notebook(manager, path, runs, may_check=True):
    """Describe the notebook at a contents path, and let `runs` get ready to check it for who may."""
    file = places.notebook_file(manager, path)
    try:
        outline = Outline.of(file)
    except (NotebookError, OSError) as error:
        return _foreign(path, str(error).replace(GRADE, "Open a chapter below."))
    if may_check:
        runs.expect(outline.chapter)
    state = State(file, outline.chapter.stem)
    exercises = outline.views(state)
    return {
        "path": path,
        "ours": True,
        "message": None,
        "chapter": outline.chapter.stem,
        "title": chapter_title(outline.pristine) or outline.chapter.stem,
        **total(exercises),
        "book": book.page(outline.chapter.stem),
        "exercises": exercises,
        "notes": [*state.notes, *outline.notes],
        "busy": runs.busy(file),
        "stored": not_kept(reason) if (reason := obstacle(file)) else None,
    }


def released_source(manager, path, id):
    """Give the source that an exercise's answer cell starts with."""
    outline = known(places.notebook_file(manager, path))
    graft = outline.graft(id)
    if graft is None:
        raise Refused(404, f"{outline.chapter.stem} has no exercise {id!r}.")
    return {"source": starter(graft.exercise.answer["source"])}


def known(file):
    """Read a notebook that must be one of the course. Raises Refused."""
    try:
        return Outline.of(file)
    except (NotebookError, OSError) as error:
        raise Refused(400, str(error)) from None


def not_kept(reason):
    """Say that results can't be kept."""
    return f"The results can't be kept beside the notebook ({reason}). They are shown until you leave."


def _unwritten(record, exercise):
    words = not_written(exercise.name)
    return record["checks"] != [] and all(check.get("words") == words for check in record["checks"])


def _foreign(path, message):
    counts = {"points": 0, "possible": 0, "exercises": [], "notes": []}
    about = {"chapter": None, "title": None, "book": None, "busy": False, "stored": None}
    return {"path": path, "ours": False, "message": message, **about, **counts}


def total(exercises):
    """Add up the points of described exercises, and what is possible."""
    return {key: sum(one[key] for one in exercises) for key in ("points", "possible")}
