"""A learner's notebook beside its chapter: its exercises, and what the state file says of each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from cs231n_course.checks.messages import not_written
from cs231n_course.notebooks import reading
from cs231n_course.notebooks.format import metadata_of, without_export, without_solution_marks
from cs231n_course.notebooks.hints import hints
from cs231n_course.notebooks.reading import NotebookError
from cs231n_course.notebooks.submission import Submission, chapter_of, read_submissions
from cs231n_course.server import types
from cs231n_course.server.errors import RequestError
from cs231n_course.server.state import SavedState, has_other_checks, status_of

OTHER_CHECKS = "The course's checks of this exercise have changed since it was checked. Check it again."


@dataclass
class CourseNotebook:
    """A learner's notebook, as saved, beside its pristine chapter."""

    file: Path
    chapter: Path
    pristine: dict
    learner: dict
    submissions: list[Submission]
    notes: list[str]

    @classmethod
    def read(cls, file: Path) -> "CourseNotebook":
        """Returns the notebook in a file. Raises NotebookError, with the file's name instead of its path."""
        try:
            learner = reading.load(file)
            chapter, pristine = chapter_of(learner, file)
            submissions, notes = read_submissions(pristine, learner, chapter.name)
        except NotebookError as error:
            raise NotebookError(str(error).replace(str(file), file.name)) from None
        return cls(file, chapter, pristine, learner, submissions, notes)

    def submission_of(self, exercise_id: str) -> Submission | None:
        """Returns the submission of an exercise, or None."""
        return next((submission for submission in self.submissions if submission.exercise.id == exercise_id), None)

    def describe_exercise(self, submission: Submission, record: types.Record | None) -> types.Exercise:
        """Returns one exercise with the record of its last check, or without if there is none."""
        exercise = submission.exercise
        status = status_of(submission, record)
        points = record["points"] if record and status in ("passed", "failed") else 0
        if record and has_other_checks(record, exercise):
            record = record | {"messages": [OTHER_CHECKS], "checks": []}
        return {
            "id": exercise.id,
            "title": exercise.title,
            "cell_id": submission.cell_id,
            "points": points,
            "possible": exercise.points,
            "status": status,
            "unwritten": record is not None and _is_unwritten(record, exercise),
            "checked_source": record["source"] if record else None,
            "messages": record["messages"] if record else [],
            "checks": record["checks"] if record else [],
            "hints": hints(exercise.answer),
            "cell_problem": " ".join(submission.notes) or None,
            "gradable": submission.source is not None,
            "checked_at": record["checked_at"] if record else None,
            "ask": exercise.ask,
            "reference": reference_source(exercise.answer) if status == "passed" else None,
            "why": metadata_of(exercise.answer).get("why") if status == "passed" else None,
        }

    def describe_exercises(self, state: SavedState) -> list[types.Exercise]:
        """Returns every exercise with its record in the state file."""
        return [
            self.describe_exercise(submission, state.records.get(submission.exercise.id))
            for submission in self.submissions
        ]


def read_course_notebook(file: Path) -> CourseNotebook:
    """Returns the notebook in a file, which must be one of the course. Raises RequestError."""
    try:
        return CourseNotebook.read(file)
    except (NotebookError, OSError) as error:
        raise RequestError(400, str(error)) from None


def reference_source(answer: Mapping) -> str:
    """Returns the course's own answer, as a learner would have it in their cell."""
    return without_solution_marks(without_export(answer["source"])).strip("\n")


def save_error(reason: str) -> str:
    """Returns the sentence that says that results can't be saved, and why."""
    return f"The results can't be kept beside the notebook ({reason}). They are shown until you leave."


def total(exercises: Iterable[Mapping]) -> dict[str, float]:
    """Returns the points of some exercises and the possible points, each added up."""
    exercises = list(exercises)
    return {key: sum(exercise[key] for exercise in exercises) for key in ("points", "possible")}


def _is_unwritten(record, exercise):
    message = not_written(exercise.name)
    return record["checks"] != [] and all(check["message"] == message for check in record["checks"])
