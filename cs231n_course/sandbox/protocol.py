"""What the grader and its processes send each other: types of lines of JSON, and no code.

grader -> reference   ReferenceSetUp, then ReferenceJob for each job
reference -> grader   ReferencePart: for each job first what is right in all its exercises, then one for each exercise
grader -> runner      SetUp, then, for each job, RunnerJob and ExpectedOutputs
runner -> grader      CellRecord for each cell as soon as it has run, or ErrorRecord; DoneRecord at the end of a job
runner -> fork server ForkOrder; the fork server answers those that ask for something
"""

from typing import Literal, NotRequired, TypedDict

from cs231n_course.checks.messages import CellError
from cs231n_course.notebooks.format import CheckOutput, Notebook
from cs231n_course.notebooks.submission import CellToRun


class SetUp(TypedDict):
    """What a process runs before it knows its job, to have it imported: the chapter's setup cells and its imports."""

    warm: list[str]


class ReferenceSetUp(TypedDict):
    """The chapter, as notebooks.chapter.Chapter has it, read before any answer runs: its path is only told."""

    path: str
    notebook: Notebook
    mistakes: str


class ReferenceJob(TypedDict):
    """What the reference process computes."""

    seed: int
    exercises: list[str]


class Outcome(TypedDict, total=False):
    """The result of one check of the course's own: what it showed, or else the name of the exception that ended it."""

    shown: CheckOutput
    error: str


class MistakeOutcomes(TypedDict):
    """What a known wrong answer shows, an outcome for each check, and the words for a learner who shows the same."""

    words: str
    outcomes: list[Outcome]


class ExerciseReference(TypedDict):
    """What an exercise's right answer shows, an outcome for each check, and what its known wrong answers show."""

    right: list[Outcome]
    wrong: list[MistakeOutcomes]


RightOutcomes = dict[str, list[Outcome]]  # by exercise
MistakesOfExercise = dict[str, list[MistakeOutcomes]]  # with one exercise as its key


class ReferencePart(TypedDict, total=False):
    """A part of the reference, under the one key that it has."""

    right: RightOutcomes
    wrong: MistakesOfExercise


class ExerciseToRun(TypedDict):
    """The cells that checking one exercise runs, in their order."""

    id: str
    cells: list[CellToRun]


class RunnerJob(TypedDict):
    """What a runner runs, where, and within which limits: seconds for a cell, bytes of a cell's output."""

    seed: int
    timeout: float
    output: int
    folder: str
    exercises: list[ExerciseToRun]


ExpectedOutputs = dict[str, dict[str, CheckOutput]]  # {exercise: {id of a check's cell: what it should show}}

# timeout: a cell took too long. died: the kernel ended, or something was left that could end it. flood: it wrote too
# much; files: into files. killed: the runner ended, twice.
Trouble = Literal["timeout", "died", "flood", "files", "killed"]


class CellResult(TypedDict):
    """What a cell showed and printed, and what stopped it."""

    shown: list[CheckOutput]
    printed: str
    trouble: Trouble | None
    error: CellError | None


class CellRecord(CellResult):
    """The result of one cell, which cell that is, and whether nbval let it pass."""

    event: Literal["cell"]
    exercise: str
    role: str
    cell: str
    passed: bool
    seconds: float


class ErrorRecord(TypedDict):
    """An exercise could not be run at all."""

    event: Literal["error"]
    message: str


class DoneRecord(TypedDict):
    """The runner has done its job, with pytest's exit status."""

    event: Literal["done"]
    status: int
    seconds: float


RunnerRecord = CellRecord | ErrorRecord | DoneRecord


class ForkOrder(TypedDict):
    """An order to the fork server; what else it says depends on the order."""

    order: Literal["warm", "set", "start", "alive", "others", "signal"]
    sources: NotRequired[list[str]]  # warm: code to run once, for what it imports
    variables: NotRequired[dict[str, str]]  # set: environment variables of the kernels
    network: NotRequired[bool]  # start: whether its sockets are TCP's
    folder: NotRequired[str]  # start: the kernel's; the answer is its process id
    pid: NotRequired[int]  # alive, signal: which kernel; the answer is whether it lives. others: whether it has any
    signal: NotRequired[int]
