"""Judge one exercise from the records of its cells: points, and the words that help most."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cs231n_course.checks import agree, compare, messages, payload
from cs231n_course.checks.source_names import NotebookNames
from cs231n_course.notebooks.format import Cell, CheckOutput, Shown, metadata_of
from cs231n_course.notebooks.reading import Exercise
from cs231n_course.notebooks.submission import Submission, taken_id
from cs231n_course.sandbox.protocol import CellRecord, ExerciseReference, Outcome, Trouble
from cs231n_course.sandbox.run import Records

TROUBLE = {
    "timeout": "The answer was stopped: a cell took longer than {timeout}. Is there a loop that never ends?",
    "died": "The answer ended its own Python process (it exited, crashed or ran out of memory), or left something "
    "running that may (a thread, a timer, another process). Take that out: such an answer earns no points.",
    "killed": "The answer ended the processes that run it. Take out what kills processes.",
    "files": "The answer was stopped: it filled its folder with more than 500 MB, more than 10,000 files, or folders "
    "that nobody can look into.",
    "flood": "The answer was stopped: it wrote more than a megabyte, by printing or in an error's message, or showed "
    "more than a hundred of pictures. Take out what prints or plots inside its loops.",
}
ENDED = ("died", "killed")  # troubles that cost the whole exercise, for what was shown before depends on chance
NOT_RUN = "This check did not run."
NOT_COUNTED = "This check does not count: the answer ended its process."


@dataclass
class CheckResult:
    """The result of one check; words, case (the inputs), expected and got are texts for the learner."""

    name: str
    points: float
    passed: bool
    words: str = ""
    case: str = ""
    expected: str = ""
    got: str = ""


@dataclass
class ExerciseResult:
    """The result of one exercise; words are sentences for the learner, the most helpful first."""

    id: str
    title: str
    points: float
    possible: float
    passed: bool
    words: list[str] = field(default_factory=list)
    checks: list[CheckResult] = field(default_factory=list)
    trouble: Trouble | None = None  # what has ended the run of the answer


@dataclass
class FileResult:
    """The result of one notebook: its exercises, or why it could not be graded."""

    file: str
    seed: int
    chapter: str | None = None
    exercises: list[ExerciseResult] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    error: str | None = None

    @property
    def points(self) -> float:
        """The points earned."""
        return sum(exercise.points for exercise in self.exercises)

    @property
    def possible(self) -> float:
        """The points that could be earned."""
        return sum(exercise.possible for exercise in self.exercises)

    @property
    def status(self) -> int:
        """The exit status: 0 all pass, 1 some fail, 2 could not grade."""
        if self.error:
            return 2
        return 0 if all(exercise.passed for exercise in self.exercises) else 1


@dataclass
class _JudgedCheck:
    """The result of a check, how large the call is that it is told by, and whether only an input is not as it was."""

    result: CheckResult
    size: tuple[int, int] = (0, 0)
    in_input_only: bool = False


def judge(submission: Submission, reference: ExerciseReference, records: Records, timeout: float) -> ExerciseResult:
    """Returns the result of one exercise; records are the runner's, timeout is the seconds that a cell could take."""
    names = submission.others.names
    exercise, trouble = submission.exercise, _trouble(records)
    judged = [
        _JudgedCheck(CheckResult(outcome["shown"]["check"], metadata_of(cell)["points"], False, NOT_COUNTED))
        if trouble in ENDED
        else _judge_check(submission, cell, outcome["shown"], records.get(cell["id"]), names)
        for cell, outcome in zip(exercise.checks, reference["right"], strict=True)
    ]
    _count_changed_inputs_once(judged)
    checks, sizes = [check.result for check in judged], [check.size for check in judged]
    points = sum(check.points for check in checks if check.passed)
    passed = all(check.passed for check in checks)
    words = [] if passed else _words(submission, reference, records, names, checks, sizes, timeout)
    return ExerciseResult(exercise.id, exercise.title, points, exercise.points, passed, words, checks, trouble)


def _trouble(records: Records) -> Trouble | None:
    """Returns what has ended the run of an exercise before its end, or None."""
    troubles = [record["trouble"] for record in records.values() if record["trouble"]]
    if troubles:
        return troubles[0]
    interrupted = any(
        record["error"] and record["error"]["ename"] == "KeyboardInterrupt" for record in records.values()
    )
    settled = all(record["passed"] for record in records.values() if record["role"] == "settle")
    return "died" if interrupted or not settled else None


def _count_changed_inputs_once(judged: Sequence[_JudgedCheck]) -> None:
    """Let all checks pass in which only an input was changed, but the one with the fewest points."""
    changed = [check.result for check in judged if check.in_input_only]
    for check in sorted(changed, key=lambda check: check.points)[1:]:
        check.passed, check.words = True, ""


def _judge_check(
    submission: Submission, cell: Cell, expected: CheckOutput, record: CellRecord | None, names: NotebookNames
) -> _JudgedCheck:
    """Returns the result of one check, and what it is told by."""
    exercise = submission.exercise
    passed = bool(record and record["passed"])
    result = CheckResult(expected["check"], metadata_of(cell)["points"], passed)
    told = min(expected["shown"], key=lambda shown: compare.call_size(shown, expected["case"]))
    if passed:
        result.expected = result.got = payload.text(told)
    elif not record or record["trouble"]:
        result.words = NOT_RUN
    elif record["error"]:
        told = _stopped_at(expected, record) or told
        call = told["call"] if _stopped_at(expected, record) else ""
        result.words = messages.call_failed(record["error"], exercise.name, names, submission.source or "", call)
        result.case = messages.case_text({name: expected["case"][name] for name in told["inputs"]})
    else:
        return _describe_difference(result, exercise, expected, record)
    return _JudgedCheck(result, compare.call_size(told, expected["case"]))


def _stopped_at(expected: CheckOutput, record: CellRecord) -> Shown | None:
    """Returns what the call that stopped should have shown, or None; a call that the reference hasn't is not told."""
    stopped = [output.get("stopped") for output in record["shown"]]
    return next((shown for shown in expected["shown"] if shown["call"] in stopped), None)


def _describe_difference(
    result: CheckResult, exercise: Exercise, expected: CheckOutput, record: CellRecord
) -> _JudgedCheck:
    """Returns the result with words for how what was shown differs."""
    if len(record["shown"]) != 1:
        result.words = f"The check showed {len(record['shown'])} outputs instead of one."
        return _JudgedCheck(result)
    (shown,) = record["shown"]
    try:
        difference = compare.compare(expected, shown, printed=bool(record["printed"]))
        judged = agree.read_as(expected["shown"][0], shown["shown"][0])
        problem = messages.judgement_problem(exercise.ask, judged) if exercise.ask else ""
    except compare.MALFORMED:
        result.words = "The check's output is not one that the course's own check makes."
        return _JudgedCheck(result)
    if difference is None:
        result.words = "The check's output was changed."
        return _JudgedCheck(result)
    result.words, result.case = problem or difference.words, difference.case
    result.expected, result.got = difference.expected, difference.got
    return _JudgedCheck(result, difference.size, difference.in_input_only)


def _words(
    submission: Submission,
    reference: ExerciseReference,
    records: Records,
    names: NotebookNames,
    checks: Sequence[CheckResult],
    sizes: Sequence[tuple[int, int]],
    timeout: float,
) -> list[str]:
    """Returns sentences about an answer that is not right, the most helpful first."""
    exercise = submission.exercise
    if submission.source is None:
        return list(submission.notes)
    if trouble := _trouble(records):
        if names.of(submission.source)["nested_too_deeply"]:
            return [messages.NESTED_TOO_DEEPLY]
        lines = [record["error"]["line"] for record in records.values() if record["trouble"] and record["error"]]
        limit = f"{timeout:g} second{'' if timeout == 1 else 's'}"
        where = [f"It was then in line {lines[0]} of the answer."] if lines and lines[0] else []
        return [TROUBLE[trouble].format(timeout=limit), *where]
    taken = records.get(taken_id(exercise))
    if taken and taken["error"]:
        return [messages.taken_failed(taken["error"], submission.taken.names)]
    answer = records.get(exercise.answer["id"])
    errors = [record["error"]["evalue"] for record in records.values() if record["error"]]
    not_run = messages.answer_not_run(submission.source, exercise.name)
    if not_run and (f"name {exercise.name!r} is not defined" in errors or (answer and answer["error"])):
        return [not_run]
    if answer and answer["error"]:
        return [messages.answer_failed(answer["error"], submission.source, names)]
    clearest = _clearest_failure(exercise, records, checks, sizes)
    if clearest.words in (messages.not_written(exercise.name), messages.from_kit(exercise.name)):
        return [clearest.words]
    misconception, number = _misconception(exercise, reference, records)
    check = clearest if number is None else checks[number]
    difference = f"Check “{check.name}”: {check.words}"
    if exercise.ask:  # one question, one check: its name says nothing new
        difference = "" if misconception else check.words
    return [sentence for sentence in (misconception, difference, check.case) if sentence]


def _clearest_failure(
    exercise: Exercise, records: Records, checks: Sequence[CheckResult], sizes: Sequence[tuple[int, int]]
) -> CheckResult:
    """Returns the failing check to show: one with a value before one that stopped, then that with the smallest call."""

    def key(number: int) -> tuple[bool, tuple[int, int]]:
        record = records.get(exercise.checks[number]["id"])
        return bool(record and record["error"]), sizes[number]

    return checks[min((number for number, check in enumerate(checks) if not check.passed), key=key)]


def _misconception(exercise: Exercise, reference: ExerciseReference, records: Records) -> tuple[str, int | None]:
    """Returns the words of the known wrong answer that shows what this one shows, or "", and which check decided that.

    It decided alone, or is None: then the two show the same in every check. An answer may have two faults at once. So
    where no known wrong answer shows the same in every check, a failing check decides in which one of them, and no
    other, shows what this one shows: the later, the better, as later checks show more.
    """
    actual = [_outcome_of(records.get(cell["id"])) for cell in exercise.checks]
    right, wrong = reference["right"], reference["wrong"]
    for mistake in wrong:
        if all(_alike(*pair) for pair in zip(mistake["outcomes"], actual, strict=True)):
            return mistake["words"], None
    for number in reversed(range(len(actual))):
        outcome = actual[number]
        if outcome and "shown" in outcome and not _alike(right[number], outcome):
            alike = [mistake["words"] for mistake in wrong if _alike(mistake["outcomes"][number], outcome)]
            if len(alike) == 1:
                return f"In check “{right[number]['shown']['check']}”: {alike[0]}", number
    return "", None


def _outcome_of(record: CellRecord | None) -> Outcome | None:
    """Returns the outcome of the check that a record is of, or None if it showed no single value."""
    if not record:
        return None
    if record["error"]:
        return {"error": record["error"]["ename"]}
    return {"shown": record["shown"][0]} if len(record["shown"]) == 1 else None


def _alike(known: Outcome, actual: Outcome | None) -> bool:
    """Returns whether a check has the same outcome as with one of the course's own answers."""
    if actual is None or "shown" not in known or "shown" not in actual:
        return known == actual
    try:
        return agree.outputs_agree(known["shown"], actual["shown"])
    except agree.MALFORMED:
        return False
