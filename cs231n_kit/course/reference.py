"""Compute what the checks show for the right answer and for each known wrong one, under a seed.

    python -m cs231n_kit.course.reference CHAPTER SEED

runs in a plain Python process of its own and writes JSON to stdout. Only code of the course runs here, never a
learner's. Where the system can fork, each answer runs in a child that starts from the setup's fresh state.
"""

import contextlib
import json
import os
import select
import signal
import sys
import time
from pathlib import Path

from cs231n_kit.course import check, notebook
from cs231n_kit.course.kernels import hide_memory
from cs231n_kit.course.notebook import NotebookError, course, role

LIMIT = 30.0  # seconds that one answer may take


def reference(path, *, limit=LIMIT):
    """Run a chapter's own answers under CS231N_SEED: {exercise: {right: [outcome], wrong: [{says, outcomes}]}}.

    An outcome, one a check, is {shown: payload} or {error: name of the exception}. Raises NotebookError if the chapter
    is not sound or its right answer fails a check.
    """
    nb = notebook.load(path)
    where = Path(path).name
    state = _Setup([cell["source"] for cell in nb["cells"] if role(cell) == "setup"])
    found = {}
    for exercise in notebook.exercises(nb, where):
        right = state.outcomes(exercise, exercise.answer["source"], limit)
        for cell, outcome in zip(exercise.checks, right, strict=True):
            if "shown" not in outcome:
                here = notebook.place(nb, cell, where)
                raise NotebookError(f"{here}: the course's own answer fails this check: {outcome['error']}.")
        wrong = [
            {"says": course(cell).get("says", ""), "outcomes": state.outcomes(exercise, cell["source"], limit)}
            for cell in exercise.wrong
        ]
        found[exercise.id] = {"right": right, "wrong": wrong}
    return found


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


def main(argv=None):
    """Write the reference of a chapter as JSON; give the exit status."""
    hide_memory()
    path, seed = sys.argv[1:] if argv is None else argv
    os.environ |= {"CS231N_SEED": seed, "CS231N_GRADING": "1"}
    with os.fdopen(os.dup(1), "w") as out:
        os.dup2(2, 1)  # what a setup cell prints is no part of the answer
        try:
            found = reference(path)
        except NotebookError as error:
            print(error, file=sys.stderr)
            return 2
        json.dump(found, out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
