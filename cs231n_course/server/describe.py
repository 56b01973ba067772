"""One notebook as the panel shows it."""

from cs231n_course.notebooks.reading import NotebookError, chapter_title
from cs231n_course.notebooks.release import starter
from cs231n_course.notebooks.submission import GRADE
from cs231n_course.server import book, contents, types
from cs231n_course.server.check_queue import CheckQueue
from cs231n_course.server.errors import RequestError
from cs231n_course.server.notebook import CourseNotebook, read_course_notebook, save_error, total
from cs231n_course.server.state import SavedState, why_unwritable


def describe_notebook(manager, path: str, queue: CheckQueue, may_check: bool = True) -> types.Notebook:
    """Returns what the panel shows of the notebook at a contents path. Raises RequestError.

    For who may check it, the queue gets a worker ready.
    """
    file = contents.notebook_file(manager, path)
    try:
        notebook = CourseNotebook.read(file)
    except (NotebookError, OSError) as error:
        return _not_in_course(path, str(error).replace(GRADE, "Open a chapter below."))
    if may_check:
        queue.prewarm(notebook.chapter)
    state = SavedState(file, notebook.chapter.stem)
    exercises = notebook.describe_exercises(state)
    reason = why_unwritable(file)
    return {
        "path": path,
        "in_course": True,
        "not_in_course_reason": None,
        "chapter": notebook.chapter.stem,
        "title": chapter_title(notebook.pristine) or notebook.chapter.stem,
        **total(exercises),
        "book_url": book.page_url(notebook.chapter.stem),
        "exercises": exercises,
        "notes": [*state.notes, *notebook.notes],
        "being_checked": queue.is_checking(file),
        "save_error": save_error(reason) if reason else None,
    }


def describe_starter(manager, path: str, exercise_id: str) -> types.Starter:
    """Returns the source that an exercise's answer cell starts with. Raises RequestError."""
    notebook = read_course_notebook(contents.notebook_file(manager, path))
    submission = notebook.submission_of(exercise_id)
    if submission is None:
        raise RequestError(404, f"{notebook.chapter.stem} has no exercise {exercise_id!r}.")
    return {"source": starter(submission.exercise.answer, submission.exercise.ask)}


def _not_in_course(path: str, reason: str) -> types.Notebook:
    return {
        "path": path,
        "in_course": False,
        "not_in_course_reason": reason,
        "chapter": None,
        "title": None,
        "points": 0,
        "possible": 0,
        "book_url": None,
        "exercises": [],
        "notes": [],
        "being_checked": False,
        "save_error": None,
    }
