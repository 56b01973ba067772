"""Compute what the checks show for the right answer and for each known wrong one, under a seed.

    python -m cs231n_course.sandbox.reference

runs in a plain Python process of its own. The first line of stdin is what to prepare, {setup: [source]}; the second,
once there is one, is the job, {chapter, seed, exercises}; the reference goes to stdout, a line of JSON for each part:
first what the right answers show, which the run of a learner's answers waits for. Only code of the course runs here,
never a learner's. Where the system can fork, each answer runs in a child that starts from the setup's fresh state.
"""

import contextlib
import json
import os
import select
import signal
import sys
import time
from pathlib import Path

from cs231n_course.checks import check
from cs231n_course.notebooks import reading
from cs231n_course.notebooks.mistakes import known_mistakes
from cs231n_course.notebooks.reading import NotebookError, role
from cs231n_course.sandbox.fork_server import hide_memory

LIMIT = 30.0  # seconds that one answer may take


def reference(path, *, only=None, limit=LIMIT):
    """Run a chapter's own answers under CS231N_SEED: {exercise: {right: [outcome], wrong: [{says, outcomes}]}}.

    `only` names the exercises that are asked for, or None for all. An outcome, one a check, is {shown: payload} or
    {error: name of the exception}. Raises NotebookError if the chapter or its file of mistakes is not sound, or if its
    right answer fails a check.
    """
    parts = in_parts(path, only, limit)
    right = next(parts)
    return {id: {"right": right[id], "wrong": wrong} for part in parts for id, wrong in part.items()}


def in_parts(path, only=None, limit=LIMIT):
    """Give what `reference` gives as soon as it is there: {exercise: right} of all, then {exercise: wrong} of each."""
    nb = reading.load(path)
    where = Path(path).name
    state = _Setup([cell["source"] for cell in nb["cells"] if role(cell) == "setup"])
    exercises = reading.exercises(nb, where)
    asked = [one for one in exercises if only is None or one.id in only]
    right = {exercise.id: _right(state, exercise, limit, nb, where) for exercise in asked}
    mistakes = known_mistakes(path, exercises)
    yield right
    for exercise in asked:
        outcomes = ((one.words, state.outcomes(exercise, one.source, limit)) for one in mistakes[exercise.id])
        yield {exercise.id: [{"says": words, "outcomes": came} for words, came in outcomes]}


def _right(state, exercise, limit, nb, where):
    right = state.outcomes(exercise, exercise.answer["source"], limit)
    for cell, outcome in zip(exercise.checks, right, strict=True):
        if "shown" not in outcome:
            here = reading.place(nb, cell, where)
            raise NotebookError(f"{here}: the course's own answer fails this check: {outcome['error']}.")
    return right


class _Setup:
    """Runs answers, each from the state that the setup cells leave."""

    def __init__(self, sources):
        self.sources = sources
        self.namespace = self._fresh()

    def outcomes(self, exercise, answer, limit):
        given = [cell["source"] for cell in exercise.given]
        checks = [cell["source"] for cell in exercise.checks]
        if not hasattr(os, "fork"):
            return _run(self._fresh(), [*given, answer], checks)
        return _in_child(lambda: _run(self.namespace, [*given, answer], checks), limit) or [
            {"error": "TimeoutError"} for _ in checks
        ]

    def _fresh(self):
        namespace = {"__name__": "__main__"}
        for source in self.sources:
            exec(compile(source, "<setup>", "exec"), namespace)
        return namespace


def _run(namespace, before, checks):
    shown = []
    check.publish = lambda bundle: shown.append(bundle[check.MIME])
    failed = None
    for source in before:
        failed = failed or _error(source, namespace)
    outcomes = []
    for source in checks:
        shown.clear()
        error = failed or _error(source, namespace)
        if error is None and len(shown) != 1:
            error = f"it shows {len(shown)} values, not one"
        elif error is None and shown[0]["kind"] == "too large":
            error = f"it shows {shown[0]['values']}"
        outcomes.append({"error": error} if error else {"shown": shown[0]})
    return outcomes


def _error(source, namespace):
    try:
        exec(compile(source, "<cell>", "exec"), namespace)
    except Exception as error:
        return type(error).__name__
    return None


def _in_child(work, limit):
    """Run `work` in a forked child and give its result, or None if it takes longer than `limit` seconds or dies."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            os.close(read)
            with os.fdopen(write, "w") as pipe:
                json.dump(work(), pipe)
        os._exit(0)
    os.close(write)
    content, deadline = b"", time.monotonic() + limit
    with os.fdopen(read, "rb", buffering=0) as pipe:
        while select.select([pipe], [], [], max(0, deadline - time.monotonic()))[0]:
            part = pipe.read(1 << 16)
            if not part:
                break
            content += part
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with contextlib.suppress(ValueError):
        return json.loads(content)
    return None


def main():
    """Write the reference of a chapter, a line of JSON for each part; give the exit status."""
    hide_memory()
    os.environ["CS231N_GRADING"] = "1"
    with os.fdopen(os.dup(1), "w") as out:
        os.dup2(2, 1)  # what a setup cell prints is no part of the answer
        with contextlib.suppress(Exception):  # the job's own setup will report it
            _Setup(json.loads(sys.stdin.readline())["setup"])
        asked = sys.stdin.readline()
        if not asked:
            return 2
        job = json.loads(asked)
        os.environ["CS231N_SEED"] = str(job["seed"])
        try:
            for part in in_parts(job["chapter"], job["exercises"]):
                out.write(json.dumps(part) + "\n")
                out.flush()
        except NotebookError as error:
            print(error, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
