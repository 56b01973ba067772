"""Run a chapter's reference and learners' answers, each in processes apart from the grader.

The processes of a chapter serve one notebook after another: what the course's own answers show is computed once a
chapter and seed, and each learner's answer is run in a kernel of its own, which ends with its exercise. An answer that
takes its runner with it costs itself only: the run starts again where it stopped, and an exercise that ends the runner
a second time is left out.
"""

from __future__ import annotations

import json
import tempfile
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cs231n_course.notebooks.chapter import Chapter
from cs231n_course.notebooks.format import CheckOutput
from cs231n_course.notebooks.reading import Exercise
from cs231n_course.notebooks.submission import Submission, cells_to_run
from cs231n_course.sandbox import child
from cs231n_course.sandbox.child import TRY_DOCTOR, GradingError, Process
from cs231n_course.sandbox.fork_server import MEGABYTE
from cs231n_course.sandbox.reference_process import Reference

if TYPE_CHECKING:  # only there: the processes are started before anything large is imported
    from cs231n_course.sandbox.protocol import (
        CellRecord,
        ExerciseReference,
        ExerciseToRun,
        ExpectedOutputs,
        Outcome,
        RunnerJob,
        RunnerRecord,
        SetUp,
    )

SLACK = 60.0  # seconds that the answers' run may take beyond what its cells may
MEMORY = 4096 * MEGABYTE
OUTPUT = 1 * MEGABYTE
Records = dict[str, "CellRecord"]  # by the cell's id


@dataclass(frozen=True)
class GradingJob:
    """What is run: the chapter, the learner's answers, and under which conditions."""

    chapter: Chapter
    submissions: Sequence[Submission]
    seed: int
    timeout: float
    fork: bool


class PreparedProcesses:
    """The processes that run a chapter's answers, started and with their imports done before it is known what to run.

    They know of no learner and no seed yet, serve one run after another, and end with the process that started them.
    """

    def __init__(self, chapter: Chapter, fork: bool, reference: Reference | None = None) -> None:
        """Start the processes for runs of a chapter; a reference that other runs have is used by this one, too."""
        self.fork = fork
        self._setup: SetUp = {"warm": [*chapter.setup, *chapter.imports]}
        self._killed, self._lock = False, threading.Lock()
        self.reference = reference if reference and reference.hold() else Reference(chapter)
        self.runner = self._start_runner()

    def renew_runner(self) -> None:
        """Start a runner in the place of one that has ended."""
        with self._lock:
            if self._killed:
                raise GradingError("The run was stopped.")
            child.end(self.runner)
            self.runner = self._start_runner()

    def _start_runner(self) -> Process:
        runner = child.start_module("sandbox.runner", str(int(self.fork)), str(MEMORY))
        child.send_line(runner, self._setup)
        return runner

    def kill(self) -> None:
        """Kill the processes and all that they started, from another thread; the run then ends with a GradingError."""
        with self._lock:
            self._killed = True
            child.kill(self.reference.process)
            child.kill(self.runner)

    def close(self) -> None:
        """End the processes."""
        self.reference.release()
        child.end(self.runner)


def run_submissions(job: GradingJob, processes: PreparedProcesses) -> Iterator[tuple[str, ExerciseReference, Records]]:
    """Run the answers of one notebook and, at the same time, what the reference has yet to compute for it.

    Yields, for each exercise as soon as it has been run, its id, its reference and the records of its cells. Raises
    GradingError if the course's own part does not run or the run takes too long: the processes serve no other run then.
    """
    with tempfile.TemporaryDirectory(prefix="cs231n-", ignore_cleanup_errors=True) as folder:
        exercises = [submission.exercise for submission in job.submissions]
        reference = processes.reference
        reference.compute(job.seed, [exercise.id for exercise in exercises])
        answers = _Answers(job, Path(folder), processes)
        answers.send_job()
        expected = {exercise.id: _expected_outputs(exercise, reference.right(exercise.id)) for exercise in exercises}
        for submission in job.submissions:
            if submission.source is None:
                yield submission.exercise.id, reference.of(submission.exercise.id, wrong=False), {}
        for id, records in answers.run(expected):
            all_passed = all(record["passed"] for record in records.values())
            yield id, reference.of(id, wrong=not all_passed), records


class _Answers:
    """Runs the answers, in as many runners as it takes."""

    def __init__(self, job: GradingJob, folder: Path, processes: PreparedProcesses) -> None:
        self._job, self._folder, self._processes = job, folder, processes
        written = [submission for submission in job.submissions if submission.source is not None]
        self._answer_ids = {submission.exercise.id: submission.exercise.answer["id"] for submission in written}
        self._left: list[ExerciseToRun] = [
            {"id": submission.exercise.id, "cells": cells_to_run(submission)} for submission in written
        ]
        self._runs = 0
        self._suspect: str | None = None  # the exercise that was being run when the last runner ended

    def send_job(self) -> None:
        """Send the runner what is left to run."""
        if self._processes.runner.poll() is not None:  # ended since the last run
            self._processes.renew_runner()
        self._runs += 1
        folder = self._folder / str(self._runs)
        folder.mkdir(parents=True, exist_ok=True)
        if self._left:
            job: RunnerJob = {
                "seed": self._job.seed,
                "timeout": self._job.timeout,
                "output": OUTPUT,
                "folder": str(folder),
                "exercises": self._left,
            }
            child.send_line(self._processes.runner, job)

    def run(self, expected: ExpectedOutputs) -> Iterator[tuple[str, Records]]:
        """Yields the id of each exercise and its records, as soon as it has been run."""
        while self._left:
            records: dict[str, list[CellRecord]] = {exercise["id"]: [] for exercise in self._left}
            yield from self._run_once(expected, records)
            self._left = [exercise for exercise in self._left if len(records[exercise["id"]]) < len(exercise["cells"])]
            if not self._left:
                return
            if not any(records.values()):  # an answer can't have done it: the setup comes first
                raise GradingError("The process that runs the answers was ended from outside. Try again.")
            id = self._left[0]["id"]
            if id == self._suspect:
                yield id, self._killed_records(id)
                self._left = self._left[1:]
            self._suspect = id
            if self._left:
                self._processes.renew_runner()
                self.send_job()

    def _killed_records(self, id: str) -> Records:
        """Returns the records of an exercise whose answer has ended the runner twice."""
        cell = self._answer_ids[id]
        record: CellRecord = {
            "event": "cell",
            "exercise": id,
            "role": "answer",
            "cell": cell,
            "shown": [],
            "printed": "",
            "trouble": "killed",
            "error": None,
            "passed": False,
            "seconds": 0.0,
        }
        return {cell: record}

    def _run_once(
        self, expected: ExpectedOutputs, records: dict[str, list[CellRecord]]
    ) -> Iterator[tuple[str, Records]]:
        """Fill `records` with those of one runner. Yields the exercises that come to their end."""
        child.send_line(self._processes.runner, expected)
        cells = {exercise["id"]: len(exercise["cells"]) for exercise in self._left}
        for record in _cell_records(self._processes.runner, SLACK + self._job.timeout * sum(cells.values())):
            id = record["exercise"]
            records[id].append(record)
            if len(records[id]) == cells[id]:
                yield id, {record["cell"]: record for record in records[id]}


def _expected_outputs(exercise: Exercise, right: Sequence[Outcome]) -> dict[str, CheckOutput]:
    outcomes = zip(exercise.checks, right, strict=True)
    return {cell["id"]: outcome["shown"] for cell, outcome in outcomes}


def _cell_records(runner: Process, limit: float) -> Iterator[CellRecord]:
    """Yields the runner's records of cells, until it has done its job or ends.

    Raises GradingError if it takes longer than `limit` seconds altogether, or the setup does not run.
    """
    late = threading.Event()

    def stop() -> None:
        late.set()
        child.kill(runner)

    timer = threading.Timer(limit, stop)
    timer.start()
    try:
        for line in child.stdout(runner):
            if line.endswith("\n"):  # else the runner was killed while it wrote
                record: RunnerRecord = json.loads(line)
                _require_setup(record)
                if record["event"] == "done":
                    break
                if record["event"] == "cell":
                    yield record
    finally:
        timer.cancel()
    if late.is_set():
        raise GradingError(f"The run took longer than {limit:.0f} seconds, so it was stopped. Try again.")


def _require_setup(record: RunnerRecord) -> None:
    """Raise GradingError if the record says that nothing can be run here."""
    if record["event"] == "error":
        reason = record["message"]
    elif record["event"] == "cell" and record["role"] == "setup" and not record["passed"]:
        error = record["error"]
        reason = f"{error['ename']} {error['evalue']}" if error else "no kernel could be started"
    else:
        return
    raise GradingError(f"The chapter's setup does not run here: {reason.strip()}. {TRY_DOCTOR}")
