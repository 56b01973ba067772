"""Grade a learner's notebook: run its answers under nbval, compare with the reference, find the words."""

import secrets
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from cs231n_course.checks.check import DEFAULT_SEED
from cs231n_course.grading import verdict
from cs231n_course.grading.verdict import ExerciseResult, FileResult
from cs231n_course.notebooks import reading
from cs231n_course.notebooks.reading import NotebookError
from cs231n_course.notebooks.submission import Submission, chapter_of, read_submissions
from cs231n_course.sandbox import run
from cs231n_course.sandbox.fork_server import CAN_FORK
from cs231n_course.sandbox.run import GradingError, GradingJob, PreparedProcesses

TIMEOUT = 20.0  # seconds that one cell may take


def fresh_seed() -> int:
    """Returns a random seed that is never the book's."""
    drawn = secrets.randbelow(2**31 - 1)
    return drawn if drawn != DEFAULT_SEED else drawn + 1


def grade_notebook(
    path: str | Path,
    *,
    seed: int | None = None,
    timeout: float = TIMEOUT,
    only: Collection[str] | None = None,
    fork: bool = CAN_FORK,
    prepared: PreparedProcesses | None = None,
    on_exercise: Callable[[Submission, ExerciseResult], object] | None = None,
) -> FileResult:
    """Returns the result of one notebook under a seed, drawn anew if it is None; `only` names the exercises to grade.

    prepared are processes for the notebook's chapter, if they have been started before; on_exercise is called as soon
    as an exercise has been judged. Never raises for what is wrong with the notebook or its answers: the result says it.
    """
    result = FileResult(str(path), fresh_seed() if seed is None else seed)
    try:
        for submission, exercise in _judged(path, result, timeout, only, fork, prepared):
            if on_exercise:
                on_exercise(submission, exercise)
    except (NotebookError, GradingError, OSError) as error:
        result.error = str(error)
    except Exception as error:  # a class's other notebooks are still to be graded
        reason = f"{type(error).__name__}: {error}"
        result.error = f"The grader itself failed ({reason}). This is a fault of the course: please report it."
    return result


def _judged(
    path: str | Path,
    result: FileResult,
    timeout: float,
    only: Collection[str] | None,
    fork: bool,
    prepared: PreparedProcesses | None,
) -> Iterator[tuple[Submission, ExerciseResult]]:
    """Yields each submission and its verdict as soon as there is one; fills in the rest of the result."""
    learner = reading.load(path)
    chapter, pristine = chapter_of(learner, path)
    result.chapter = chapter.stem
    submissions, result.notes = read_submissions(pristine, learner, chapter.name)
    ids = [submission.exercise.id for submission in submissions]
    unknown = set(only or ()) - set(ids)
    if unknown:
        has = ", ".join(ids) or "none"
        raise GradingError(f"{chapter.stem} has no exercise {', '.join(sorted(unknown))}; it has: {has}.")
    by_id = {
        submission.exercise.id: submission for submission in submissions if not only or submission.exercise.id in only
    }
    for submission in by_id.values():
        result.notes += submission.notes
    if not by_id:
        result.notes.append("This chapter has no exercises.")
        return
    sources = [cell["source"] for cell in learner["cells"] if cell.get("cell_type") == "code"]
    judged = {}
    job = GradingJob(chapter, pristine, list(by_id.values()), result.seed, timeout, fork)
    for id, reference, records in run.run_submissions(job, prepared):
        judged[id] = verdict.judge(by_id[id], reference, records, sources, timeout)
        yield by_id[id], judged[id]
    result.exercises = [judged[id] for id in by_id]
