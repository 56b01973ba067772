"""Grade a learner's notebook: graft its answers, run them under nbval, compare with the reference, find the words."""

import secrets
from dataclasses import asdict, dataclass, field

from cs231n_course.checks.check import DEFAULT_SEED
from cs231n_course.grading import verdict
from cs231n_course.notebooks import reading
from cs231n_course.notebooks.reading import NotebookError
from cs231n_course.notebooks.submission import chapter_of, graft
from cs231n_course.sandbox import run
from cs231n_course.sandbox.fork_server import CAN_FORK
from cs231n_course.sandbox.run import GradingError, Run

TIMEOUT = 20.0  # seconds that one cell may take


@dataclass
class FileResult:
    """Holds what came of one notebook: its exercises (verdict.ExerciseResult), or why it could not be graded."""

    file: str
    seed: int
    chapter: str | None = None
    exercises: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    error: str | None = None

    @property
    def points(self):
        """Add up the points earned."""
        return sum(exercise.points for exercise in self.exercises)

    @property
    def possible(self):
        """Add up the points that could be earned."""
        return sum(exercise.possible for exercise in self.exercises)

    @property
    def status(self):
        """Give the exit status: 0 all pass, 1 some fail, 2 could not grade."""
        if self.error:
            return 2
        return 0 if all(exercise.passed for exercise in self.exercises) else 1

    def as_dict(self):
        """Give what --json prints."""
        return asdict(self) | {"points": self.points, "possible": self.possible, "status": self.status}


def fresh_seed():
    """Draw a seed that is never the book's."""
    drawn = secrets.randbelow(2**31 - 1)
    return drawn if drawn != DEFAULT_SEED else drawn + 1


def grade(path, *, seed=None, timeout=TIMEOUT, only=None, fork=CAN_FORK, prepared=None, on_exercise=None):
    """Grade one notebook under a seed, drawn anew if none is given; `only` names the exercises to grade.

    prepared is run.Prepared for the notebook's chapter, if it has been started before; on_exercise(graft, result)
    is called as soon as an exercise has been judged. Never raises for what is wrong with the notebook or its answers:
    the result says it.
    """
    result = FileResult(str(path), fresh_seed() if seed is None else seed)
    try:
        for graft, exercise in _judged(path, result, timeout, only, fork, prepared):
            if on_exercise:
                on_exercise(graft, exercise)
    except (NotebookError, GradingError, OSError) as error:
        result.error = str(error)
    except Exception as error:  # a class's other notebooks shall still be graded
        reason = f"{type(error).__name__}: {error}"
        result.error = f"The grader itself failed ({reason}). This is a fault of the course: please report it."
    return result


def _judged(path, result, timeout, only, fork, prepared):
    """Give each graft and its verdict as soon as there is one; fill in the rest of the result."""
    learner = reading.load(path)
    chapter, pristine = chapter_of(learner, path)
    result.chapter = chapter.stem
    grafts, result.notes = graft(pristine, learner, chapter.name)
    unknown = set(only or ()) - {one.exercise.id for one in grafts}
    if unknown:
        has = ", ".join(one.exercise.id for one in grafts) or "none"
        raise GradingError(f"{chapter.stem} has no exercise {', '.join(sorted(unknown))}; it has: {has}.")
    grafts = [one for one in grafts if not only or one.exercise.id in only]
    for one in grafts:
        result.notes += one.notes
    if not grafts:
        result.notes.append("This chapter has no exercises.")
        return
    elsewhere = [cell["source"] for cell in learner["cells"] if cell.get("cell_type") == "code"]
    judged, by_id = {}, {one.exercise.id: one for one in grafts}
    for id, reference, records in run.run(Run(chapter, pristine, grafts, result.seed, timeout, fork), prepared):
        judged[id] = verdict.judge(by_id[id], reference, records, elsewhere, timeout)
        yield by_id[id], judged[id]
    result.exercises = [judged[one.exercise.id] for one in grafts]
