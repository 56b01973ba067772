"""Run a chapter's reference and learners' answers, each in processes apart from the grader.

The processes of a chapter serve one notebook after another: what the course's own answers show is computed once a
chapter and seed, and each learner's answer is run in a kernel of its own, which ends with its exercise. An answer that
takes its runner with it costs itself only: the run starts again where it stopped, and an exercise that ends the runner
a second time is left out.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import psutil

from cs231n_course.notebooks.chapter import Chapter
from cs231n_course.notebooks.format import CheckOutput
from cs231n_course.notebooks.reading import Exercise
from cs231n_course.notebooks.submission import Submission, cells_to_run
from cs231n_course.sandbox.fork_server import MEGABYTE

if TYPE_CHECKING:  # only there: the processes are started before anything large is imported
    from cs231n_course.sandbox.protocol import (
        CellRecord,
        ExerciseReference,
        ExerciseToRun,
        ExpectedOutputs,
        MistakeOutcomes,
        Outcome,
        ReferenceJob,
        ReferencePart,
        ReferenceSetUp,
        RunnerJob,
        RunnerRecord,
        SetUp,
    )

STARTUP = 60.0  # seconds for the course's own answers
SLACK = 60.0  # seconds that the answers' run may take beyond what its cells may
MEMORY = 4096 * MEGABYTE
OUTPUT = 1 * MEGABYTE
TRY_DOCTOR = "Try `cs231n doctor`, in a notebook `%run -m cs231n_course doctor`."
# What an answer's process keeps of the environment: no key or token of the learner's is among it.
KEPT = re.compile(
    r"PATH|HOME|USERPROFILE|TMPDIR|TEMP|TMP|TZ|LANG|LC_.*|(DY)?LD_.*PATH|PYTHONPATH|VIRTUAL_ENV|CONDA_PREFIX|CUDA_.*"
    r"|CS231N_CHAPTERS|CS231N_DATA|CS231N_SANDBOX|SYSTEMROOT|COMSPEC|MPLCONFIGDIR"
)


FOR_GRADING = {"CS231N_GRADING": "1", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}

Process = subprocess.Popen[str]
Records = dict[str, "CellRecord"]  # by the cell's id


class GradingError(Exception):
    """A notebook could not be graded though nothing is wrong with it; the text says why."""


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
        self._setup: SetUp = {"setup": chapter.setup}
        self._killed, self._lock = False, threading.Lock()
        self.reference = reference if reference and reference.hold() else Reference(chapter)
        self.runner = self._start_runner()

    def renew_runner(self) -> None:
        """Start a runner in the place of one that has ended."""
        with self._lock:
            if self._killed:
                raise GradingError("The run was stopped.")
            end_process(self.runner)
            self.runner = self._start_runner()

    def _start_runner(self) -> Process:
        runner = start_module("sandbox.runner", str(int(self.fork)), str(MEMORY))
        send_line(runner, self._setup)
        return runner

    def kill(self) -> None:
        """Kill the processes and all that they started, from another thread; the run then ends with a GradingError."""
        with self._lock:
            self._killed = True
            _kill(self.reference.process)
            _kill(self.runner)

    def close(self) -> None:
        """End the processes."""
        self.reference.release()
        end_process(self.runner)


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


class Reference:
    """What the reference process computes, kept for as long as the seed is the same.

    What the known wrong answers show comes while the learner's are run, and is waited for only if one is not right.
    Several runs at once, in threads, may hold one reference; it ends when the last one has let it go.
    """

    def __init__(self, chapter: Chapter) -> None:
        """Start the process for a chapter, for one who holds it."""
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115 # release() closes it
        self.process = start_module("sandbox.reference", stderr=self._complaints)
        cells = [{**cell, "outputs": []} if "outputs" in cell else cell for cell in chapter.notebook["cells"]]
        setup: ReferenceSetUp = {
            "path": str(chapter.path),
            "notebook": {**chapter.notebook, "cells": cells},
            "mistakes": chapter.mistakes,
        }
        send_line(self.process, setup)
        self._lock, self._holders = threading.RLock(), 1
        self._deadline = 0.0
        self._seed: int | None = None
        self._right: dict[str, list[Outcome]] = {}
        self._wrong: dict[str, list[MistakeOutcomes]] = {}
        self._asked: set[str] = set()
        self._parts: queue.SimpleQueue[ReferencePart | None] = queue.SimpleQueue()  # in the end None
        threading.Thread(target=self._collect, daemon=True).start()

    def hold(self) -> bool:
        """Count one more who needs it. Returns whether it has not ended."""
        with self._lock:
            self._holders += self._holders > 0
            return self._holders > 0

    def release(self) -> None:
        """Count one less who needs it, and end the process if that was the last."""
        with self._lock:
            self._holders -= 1
            if self._holders == 0:
                end_process(self.process)
                self._complaints.close()

    def compute(self, seed: int, ids: Sequence[str]) -> None:
        """Ask for the exercises that have not been asked for yet. Raises GradingError."""
        with self._lock:
            if seed != self._seed:
                while self._asked - self._wrong.keys():  # what is computed under the other seed
                    self._take_part()
                self._seed, self._right, self._wrong, self._asked = seed, {}, {}, set()
            to_ask = [id for id in ids if id not in self._asked]
            if to_ask:
                job: ReferenceJob = {"seed": seed, "exercises": to_ask}
                send_line(self.process, job)
                self._asked.update(to_ask)
                self._deadline = time.monotonic() + STARTUP

    def right(self, id: str) -> list[Outcome]:
        """Returns what the right answer to an exercise shows. Raises GradingError."""
        with self._lock:
            while id not in self._right:
                self._take_part()
            return self._right[id]

    def of(self, id: str, *, wrong: bool) -> ExerciseReference:
        """Returns the reference of an exercise, with its known wrong answers only if `wrong`. Raises GradingError."""
        with self._lock:
            right = self.right(id)
            while wrong and id not in self._wrong:
                self._take_part()
            return {"right": right, "wrong": self._wrong.get(id, [])}

    def _collect(self) -> None:
        """Take the parts as they come, for a pipe holds only so much."""
        with contextlib.suppress(ValueError, OSError):  # the run is over, and the pipe closed
            for line in _stdout(self.process):
                self._parts.put(json.loads(line))
        self.process.wait()
        self._parts.put(None)

    def _take_part(self) -> None:
        try:
            part = self._parts.get(timeout=max(0, self._deadline - time.monotonic()))
        except queue.Empty:
            raise GradingError(f"The course's own answers took longer than {STARTUP:.0f} seconds.") from None
        if part is None:
            self._complaints.seek(0)
            complaint = self._complaints.read().decode(errors="replace")
            *_, reason = ["", *complaint.strip().splitlines()]
            if not reason:
                raise GradingError(
                    "The process that computes the course's own answers was ended from outside. Try again."
                )
            raise GradingError(f"The course's own chapter fails here: {reason.rstrip('.')}. {TRY_DOCTOR}")
        self._right |= part.get("right", {})
        self._wrong |= part.get("wrong", {})


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
            send_line(self._processes.runner, job)

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
        send_line(self._processes.runner, expected)
        cells = {exercise["id"]: len(exercise["cells"]) for exercise in self._left}
        for record in _cell_records(self._processes.runner, SLACK + self._job.timeout * sum(cells.values())):
            id = record["exercise"]
            records[id].append(record)
            if len(records[id]) == cells[id]:
                yield id, {record["cell"]: record for record in records[id]}


def start_module(module: str, *arguments: str, stderr: int | IO[bytes] = subprocess.DEVNULL) -> Process:
    """Returns a new process, with a group of processes of its own, that runs a module of cs231n_course."""
    # -P: a module of that name where the process starts must not be run instead.
    return subprocess.Popen(
        [sys.executable, "-P", "-m", f"cs231n_course.{module}", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        encoding="utf-8",
        env=environment() | FOR_GRADING,
        cwd=Path(sys.executable).anchor,  # a folder that no answer deletes
        start_new_session=True,
    )


def environment() -> dict[str, str]:
    """Returns what a process that runs a learner's code has of this one's environment variables."""
    env = {name: value for name, value in os.environ.items() if KEPT.fullmatch(name)}
    for name in ("CS231N_CHAPTERS", "CS231N_DATA"):
        env |= {name: str(Path(env[name]).absolute())} if env.get(name) else {}
    if "MPLCONFIGDIR" not in env:  # a kernel has a home of its own, and finding the fonts again takes seconds
        folders = [Path.home() / name for name in (".cache/matplotlib", ".matplotlib")]
        folder = next((folder for folder in folders if folder.is_dir()), None)
        env |= {"MPLCONFIGDIR": str(folder)} if folder else {}
    return env | {
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "PYTHONUTF8": "1",
    }


def send_line(process: Process, content: Any) -> None:
    """Write a line of JSON to a process. Raises GradingError if it has ended."""
    try:
        assert process.stdin
        process.stdin.write(json.dumps(content) + "\n")
        process.stdin.flush()
    except OSError as error:
        raise GradingError(f"The process that runs the answers ended before it began. {TRY_DOCTOR}") from error


def _stdout(process: Process) -> IO[str]:
    assert process.stdout
    return process.stdout


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
        _kill(runner)

    timer = threading.Timer(limit, stop)
    timer.start()
    try:
        for line in _stdout(runner):
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


def _kill(process: Process) -> None:
    """Kill a process, its group and its children, if it still runs."""
    if process.poll() is None:
        with contextlib.suppress(psutil.Error):
            for child in psutil.Process(process.pid).children(recursive=True):
                with contextlib.suppress(psutil.Error):
                    child.kill()
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL) if hasattr(os, "killpg") else process.kill()


def end_process(process: Process) -> None:
    """Kill a process if it still runs, and let go of it."""
    _kill(process)
    process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream and stream.close()
