"""Compute what the checks show for the right answer and for each known wrong one, under a seed.

    python -m cs231n_course.sandbox.reference

runs in a plain Python process of its own. The lines are those of sandbox.protocol: the first line of stdin is the
chapter; each one that follows is a job, whose reference goes to stdout, a line of JSON for each part: first what the
right answers show, which the run of a learner's answers waits for. Only code of the course runs here, never a
learner's. Where the system can fork, each answer runs in a child that starts from the setup's fresh state.
"""

import contextlib
import gc
import json
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from cs231n_course.checks import check
from cs231n_course.notebooks import reading
from cs231n_course.notebooks.chapter import Chapter
from cs231n_course.notebooks.format import CHECK_MIME, Notebook
from cs231n_course.notebooks.mistakes import known_mistakes
from cs231n_course.notebooks.reading import Exercise, NotebookError, cell_place
from cs231n_course.sandbox.fork_server import forbid_ptrace
from cs231n_course.sandbox.protocol import (
    MistakeOutcomes,
    MistakesOfExercise,
    Outcome,
    ReferenceSetUp,
    RightOutcomes,
)

LIMIT = 30.0  # seconds that one answer may take


def reference_parts(
    chapter: Chapter, only: Collection[str] | None = None, limit: float = LIMIT
) -> Iterator[RightOutcomes | MistakesOfExercise]:
    """Yields what a chapter's own answers show under CS231N_SEED, as soon as it is known.

    First what the right answers show, of all exercises; then, for one exercise after the other, what the known wrong
    ones show. `only` names the exercises to run, or is None for all; one answer may take `limit` seconds. Raises
    NotebookError if the chapter or its file of mistakes is not sound, or if its right answer fails a check.
    """
    nb, file_name = chapter.notebook, chapter.path.name
    runner = _AnswerRunner(chapter.setup, limit)
    exercises = reading.exercises(nb, file_name)
    to_run = [exercise for exercise in exercises if only is None or exercise.id in only]
    right = {exercise.id: _right_outcomes(runner, exercise, nb, file_name) for exercise in to_run}
    mistakes = known_mistakes(chapter.path, exercises, chapter.mistakes)
    yield right
    for exercise in to_run:
        wrong: list[MistakeOutcomes] = [
            {"words": mistake.words, "outcomes": runner.outcomes(exercise, mistake.source)}
            for mistake in mistakes[exercise.id]
        ]
        yield {exercise.id: wrong}


def _right_outcomes(runner: "_AnswerRunner", exercise: Exercise, nb: Notebook, file_name: str) -> list[Outcome]:
    outcomes = runner.outcomes(exercise, exercise.answer["source"])
    for cell, outcome in zip(exercise.checks, outcomes, strict=True):
        if "shown" not in outcome:
            here = cell_place(nb, cell, file_name)
            raise NotebookError(f"{here}: the course's own answer fails this check: {outcome['error']}.")
    return outcomes


class _AnswerRunner:
    """Runs answers, each from the state that the setup cells leave."""

    def __init__(self, setup: list[str], limit: float) -> None:
        self._setup, self._limit = setup, limit
        self._namespace = self._fresh_namespace()

    def outcomes(self, exercise: Exercise, answer: str) -> list[Outcome]:
        """Returns the results of an exercise's checks after running the source of an answer."""
        before = [*(cell["source"] for cell in exercise.given), answer]
        checks = [cell["source"] for cell in exercise.checks]
        if not hasattr(os, "fork"):
            return _run(self._fresh_namespace(), before, checks)
        outcomes = in_child(lambda: _run(self._namespace, before, checks), self._limit)
        return outcomes or [{"error": "TimeoutError"} for _ in checks]

    def _fresh_namespace(self) -> dict[str, Any]:
        namespace: dict[str, Any] = {"__name__": "__main__"}
        for source in self._setup:
            exec(compile(source, "<setup>", "exec"), namespace)
        return namespace


def _run(namespace: dict[str, Any], before: Iterable[str], checks: Iterable[str]) -> list[Outcome]:
    shown: list[Any] = []
    check.publish = lambda bundle: shown.append(bundle[CHECK_MIME])
    failed = None
    for source in before:
        failed = failed or _error(source, namespace)
    outcomes: list[Outcome] = []
    for source in checks:
        shown.clear()
        error = failed or _error(source, namespace)
        if error is None and len(shown) != 1:
            error = f"it has {len(shown)} outputs, not one"
        elif error is None:
            large = [value["values"] for value in shown[0]["shown"] if value["kind"] == "too large"]
            error = f"it shows {large[0]}" if large else None
        outcomes.append({"error": error} if error else {"shown": shown[0]})
    return outcomes


def _error(source: str, namespace: dict[str, Any]) -> str | None:
    """Run a cell. Returns the name of the exception that stopped it, or None."""
    try:
        exec(compile(source, "<cell>", "exec"), namespace)
    except Exception as error:
        return type(error).__name__
    return None


def in_child(work: Callable[[], Any], limit: float) -> Any:
    """Returns what `work` returns in a forked child, or None if it takes longer than `limit` seconds or dies."""
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


def _warm(sources: list[str]) -> None:
    """Import once what each child would import; what the sources define is thrown away."""
    for source in sources:
        with contextlib.suppress(Exception):  # the job's own setup will report it
            exec(compile(source, "<setup>", "exec"), {"__name__": "__main__"})
    gc.collect()
    gc.freeze()  # a child's garbage collector then leaves these pages alone, and they stay shared


def main() -> int:
    """Write the reference for each job, a line of JSON for each part, until stdin closes. Returns the exit status."""
    forbid_ptrace()
    os.environ["CS231N_GRADING"] = "1"
    with os.fdopen(os.dup(1), "w") as out:
        os.dup2(2, 1)  # what a setup cell prints is no part of the reference
        given: ReferenceSetUp = json.loads(sys.stdin.readline())
        chapter = Chapter(Path(given["path"]), given["notebook"], given["mistakes"])
        _warm([*chapter.setup, *chapter.imports, "import numpy.random"])
        for line in sys.stdin:
            job = json.loads(line)
            os.environ["CS231N_SEED"] = str(job["seed"])
            key = "right"
            try:
                for part in reference_parts(chapter, job["exercises"]):
                    out.write(json.dumps({key: part}) + "\n")
                    out.flush()
                    key = "wrong"
            except NotebookError as error:
                print(error, file=sys.stderr)
                return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
