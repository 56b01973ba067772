"""The JSON that travels between the panel, the server, the worker and the state file.

What the panel receives and sends is in widgets/labextension/src/types.ts, too; a test holds the two to the same names.
"""

from typing import Literal, NotRequired, TypedDict

from cs231n_course.notebooks.format import Ask

ExerciseStatus = Literal["unchecked", "passed", "failed", "changed"]


class Check(TypedDict):
    """The result of one check of an exercise."""

    title: str
    passed: bool
    points: float
    possible: float
    message: str
    case: str
    expected: str
    got: str


class Exercise(TypedDict):
    """One exercise of a notebook, with the result of its last check."""

    id: str
    title: str
    cell_id: str | None
    points: float
    possible: float
    status: ExerciseStatus
    unwritten: bool
    checked_source: str | None
    messages: list[str]
    checks: list[Check]
    hints: list[str]
    cell_problem: str | None
    gradable: bool
    checked_at: str | None
    ask: Ask | None
    reference: str | None
    why: str | None


class Notebook(TypedDict):
    """One notebook, as it is saved."""

    path: str
    in_course: bool
    not_in_course_reason: str | None
    chapter: str | None
    title: str | None
    points: float
    possible: float
    book_url: str | None
    exercises: list[Exercise]
    notes: list[str]
    being_checked: bool
    save_error: str | None


class Chapter(TypedDict):
    """One chapter of the course, and how far the learner's copy has come."""

    stem: str
    title: str
    path: str | None
    points: float
    possible: float
    exercise_count: int


class Book(TypedDict):
    """Where the book is, or how to build it."""

    url: str | None
    hint: str


class Course(TypedDict):
    """The course, seen from one folder."""

    version: str
    dir: str
    chapters: list[Chapter]
    book: Book
    nothing_checked: bool


class Starter(TypedDict):
    """The source that an exercise's answer cell starts with."""

    source: str


class CheckRequest(TypedDict):
    """The body of a request for a check."""

    path: str
    exercise_ids: NotRequired[list[str] | None]
    timeout: NotRequired[float | None]


class QueuedEvent(TypedDict):
    """Other checks come first."""

    event: Literal["queued"]
    ahead: int


class StartedEvent(TypedDict):
    """The check has begun."""

    event: Literal["started"]
    exercise_ids: list[str]


class ExerciseEvent(TypedDict):
    """An exercise has been judged."""

    event: Literal["exercise"]
    exercise: Exercise
    save_error: str | None


class DoneEvent(TypedDict):
    """All exercises have been judged."""

    event: Literal["done"]
    points: float
    possible: float
    seconds: float
    notes: list[str]
    save_error: str | None


class ErrorEvent(TypedDict):
    """The check could not be done, or not to its end."""

    event: Literal["error"]
    message: str


CheckEvent = QueuedEvent | StartedEvent | ExerciseEvent | DoneEvent | ErrorEvent


class Record(TypedDict):
    """The result of one exercise: the worker makes it, the server adds the time, and the state file keeps it."""

    source: str | None
    digest: str
    points: float
    possible: float
    passed: bool
    messages: list[str]
    checks: list[Check]
    taken: NotRequired[str]  # what the answer needed of other cells; records of earlier releases have none
    checked_at: NotRequired[str]


class StateContent(TypedDict):
    """The content of a state file."""

    version: int
    chapter: str
    exercises: dict[str, Record]


class WorkerSetup(TypedDict):
    """The first line that a worker reads: what to prepare."""

    chapter_path: str


class WorkerJob(TypedDict):
    """The second line that a worker reads: what to grade."""

    path: str
    exercise_ids: list[str] | None
    timeout: float


class WorkerExerciseEvent(TypedDict):
    """A worker has judged an exercise."""

    event: Literal["exercise"]
    exercise_id: str
    record: Record


class WorkerDoneEvent(TypedDict):
    """A worker has judged all exercises."""

    event: Literal["done"]
    points: float
    possible: float
    seconds: float
    notes: list[str]


WorkerEvent = WorkerExerciseEvent | WorkerDoneEvent | ErrorEvent
