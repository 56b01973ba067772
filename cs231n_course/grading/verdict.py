"""Judge one exercise from the records of its cells: points, and the words that help most."""

from dataclasses import dataclass, field

from cs231n_course.checks import compare, messages, payload
from cs231n_course.notebooks.reading import course

TROUBLE = {
    "timeout": "The answer was stopped: a cell took longer than {timeout}. Is there a loop that never ends?",
    "died": "The answer ended its own Python process (by an exit, a crash, or for want of memory).",
    "killed": "The answer ended the processes that run it. Take out what kills processes.",
    "flood": "The answer was stopped: it wrote more than a megabyte, by printing or in an error's message. "
    "Take out what prints inside its loops.",
}
NOT_RUN = "This check did not run."


@dataclass
class CheckResult:
    """Holds what came of one check."""

    name: str
    points: float
    passed: bool
    words: str = ""
    case: str = ""
    expected: str = ""
    got: str = ""


@dataclass
class ExerciseResult:
    """Holds what came of one exercise; words are sentences for the learner, the most helpful first."""

    id: str
    title: str
    points: float
    possible: float
    passed: bool
    words: list = field(default_factory=list)
    checks: list = field(default_factory=list)


def judge(graft, reference, records, sources, timeout):
    """Judge the answer to one exercise.

    reference is what reference.reference gives for the exercise, records are the runner's by cell id, sources are the
    code cells of the learner's notebook (to tell a helper that was left outside the answer).
    """
    exercise = graft.exercise
    checks = [
        _check(exercise, cell, outcome["shown"], records.get(cell["id"]), sources)
        for cell, outcome in zip(exercise.checks, reference["right"], strict=True)
    ]
    points = sum(check.points for check in checks if check.passed)
    passed = all(check.passed for check in checks)
    said = [] if passed else _words(graft, reference, records, checks, timeout)
    return ExerciseResult(exercise.id, exercise.title, points, exercise.points, passed, said, checks)


def _check(exercise, cell, expected, record, sources):
    result = CheckResult(expected["check"], course(cell)["points"], bool(record and record["passed"]))
    result.case = messages.case(expected["case"])
    result.expected = payload.text(expected)
    if result.passed:
        result.got = result.expected
    elif not record or record["trouble"]:
        result.words = NOT_RUN
    elif record["error"]:
        result.words = messages.call_failed(record["error"], exercise.name, messages.defined_names(sources))
    else:
        _show(result, expected, record["shown"])
    return result


def _show(result, expected, shown):
    """Say how what was shown differs; of several values, the first that differs is shown."""
    if len(shown) != 1:
        result.words = f"The check showed {len(shown)} values instead of one."
        return
    try:
        result.words = compare.compare(expected, shown[0]) or "The check's output was changed."
        _, wanted, came = compare.narrow(expected, shown[0])
        result.expected, result.got = payload.text(wanted), messages.clean(payload.text(came), payload.LINE)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError):
        result.words = "The check's output is not one that the course's own check makes."


def _words(graft, reference, records, checks, timeout):
    exercise = graft.exercise
    if graft.source is None:
        return list(graft.notes)
    troubled = next((record for record in records.values() if record["trouble"]), None)
    if troubled:
        line = (troubled["error"] or {}).get("line")
        limit = f"{timeout:g} second{'' if timeout == 1 else 's'}"
        where = [f"It was then in line {line} of the answer."] if line else []
        return [TROUBLE[troubled["trouble"]].format(timeout=limit), *where]
    answer = records.get(exercise.answer["id"])
    if answer and answer["error"]:
        return [messages.answer_failed(answer["error"])]
    smallest = _clearest(exercise, reference, records, checks)
    if smallest.words in (messages.not_written(exercise.name), messages.from_kit(exercise.name)):
        return [smallest.words]
    says, place = _misconception(exercise, reference, records)
    shown = smallest if place is None else checks[place]
    said = [says, f"Check “{shown.name}”: {shown.words}", shown.case]
    return [one for one in said if one]


def _clearest(exercise, reference, records, checks):
    """Choose the failing check to speak of: one that shows a value before one that stopped, then the smallest case."""

    def key(place):
        record = records.get(exercise.checks[place]["id"])
        return bool(record and record["error"]), messages.size(reference["right"][place]["shown"]["case"])

    return checks[min((place for place, check in enumerate(checks) if not check.passed), key=key)]


def _misconception(exercise, reference, records):
    """Give the words of the known wrong answer that shows exactly what this one shows, or "", and in which check.

    The check is None unless it is the only one that decided.

    An answer may have two faults at once. So where none shows the same in every check, a failing check decides in which
    one known mistake, and no other, shows what this one shows: the later, the better, as later checks show more.
    """
    came = [_outcome(records.get(cell["id"])) for cell in exercise.checks]
    right = [_comparable(outcome) for outcome in reference["right"]]
    known = [([_comparable(outcome) for outcome in wrong["outcomes"]], wrong["says"]) for wrong in reference["wrong"]]
    for outcomes, says in known:
        if came == outcomes:
            return says, None
    for place in reversed(range(len(came))):
        if came[place] and "error" not in came[place] and came[place] != right[place]:
            alike = [says for outcomes, says in known if outcomes[place] == came[place]]
            if len(alike) == 1:
                return f"In check “{reference['right'][place]['shown']['check']}”: {alike[0]}", place
    return "", None


def _outcome(record):
    if not record:
        return None
    if record["error"]:
        return {"error": record["error"]["ename"]}
    return _comparable({"shown": record["shown"][0]}) if len(record["shown"]) == 1 else None


def _comparable(outcome):
    if "shown" not in outcome:
        return outcome
    return {key: value for key, value in outcome["shown"].items() if key != "case"}
