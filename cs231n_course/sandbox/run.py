"""Run a chapter's reference and a learner's answers, each in processes apart from the grader.

An answer that takes its runner with it costs itself only: the run starts again where it stopped, and an exercise that
ends the runner a second time is left out.
"""

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
from dataclasses import dataclass
from pathlib import Path

from cs231n_course.notebooks.reading import role
from cs231n_course.notebooks.submission import cells_to_run
from cs231n_course.sandbox.fork_server import MEGABYTE

STARTUP = 60.0  # seconds for the course's own answers
SLACK = 60.0  # seconds that the answers' run may take beyond what its cells may
MEMORY = 4096 * MEGABYTE
OUTPUT = 1 * MEGABYTE
# What an answer's process keeps of the environment: no key or token of the learner's is among it.
KEPT = re.compile(
    r"PATH|HOME|USERPROFILE|TMPDIR|TEMP|TMP|TZ|LANG|LC_.*|(DY)?LD_.*PATH|PYTHONPATH|VIRTUAL_ENV|CONDA_PREFIX|CUDA_.*"
    r"|CS231N_CHAPTERS|CS231N_DATA|SYSTEMROOT|COMSPEC|MPLCONFIGDIR"
)


class GradingError(Exception):
    """Says why a notebook could not be graded though nothing is wrong with it."""


@dataclass(frozen=True)
class Run:
    """Holds what is run: the pristine chapter and its path, the answers, and under which conditions."""

    chapter: Path
    pristine: dict
    grafts: list
    seed: int
    timeout: float
    fork: bool


class Prepared:
    """Holds the processes of a run, started and with their imports done before it is known what to run.

    They know of no learner and no seed yet, serve one run, and end with the process that started them.
    """

    def __init__(self, pristine, fork):
        """Start the processes for a run of a chapter."""
        self.fork = fork
        self._setup = {"setup": [cell["source"] for cell in pristine["cells"] if role(cell) == "setup"]}
        self.runner, self._killed, self._lock = None, False, threading.Lock()
        self.complaints = tempfile.TemporaryFile()  # noqa: SIM115 # close() closes it
        self.reference = start("sandbox.reference", stderr=self.complaints)
        send(self.reference, self._setup)
        self.renew_runner()

    def renew_runner(self):
        """Start a runner in the place of one that has done its work."""
        with self._lock:
            if self._killed:
                raise GradingError("The run was stopped.")
            if self.runner:
                end(self.runner)
            self.runner = start("sandbox.runner", str(int(self.fork)), str(MEMORY))
            send(self.runner, self._setup)

    def kill(self):
        """Kill the processes and all that they started, from another thread; `run` then ends with a GradingError."""
        with self._lock:
            self._killed = True
            _kill(self.reference)
            _kill(self.runner)

    def close(self):
        """End the processes."""
        end(self.reference)
        end(self.runner)
        self.complaints.close()


def run(asked, prepared=None):
    """Run the reference and, at the same time, the answers.

    Gives, for each exercise as soon as it has been run, its id, its reference and the records of its cells by their
    ids. Raises GradingError if the course's own part does not run, or the run takes too long.
    """
    with (
        tempfile.TemporaryDirectory(prefix="cs231n-", ignore_cleanup_errors=True) as folder,
        contextlib.closing(prepared or Prepared(asked.pristine, asked.fork)) as processes,
    ):
        ids = [one.exercise.id for one in asked.grafts]
        send(processes.reference, {"chapter": str(asked.chapter), "seed": asked.seed, "exercises": ids})
        answers = _Answers(asked, Path(folder), processes)
        answers.begin()
        reference = _Reference(processes)
        answers.expected = {one.exercise.id: _expected(one.exercise, reference.right) for one in asked.grafts}
        for one in asked.grafts:
            if one.source is None:
                yield one.exercise.id, reference.of(one.exercise.id), {}
        for exercise, records in answers.take():
            yield exercise, reference.of(exercise), records


class _Reference:
    """Takes what the reference process finds; what the known wrong answers show comes while the learner's are run."""

    def __init__(self, processes):
        """Wait for what the right answers show. Raises GradingError."""
        self._process, self._complaints = processes.reference, processes.complaints
        self._deadline = time.monotonic() + STARTUP
        self._parts, self._wrong = queue.SimpleQueue(), {}
        threading.Thread(target=self._collect, daemon=True).start()
        self.right = self._next()

    def of(self, id):
        """Give the reference of an exercise. Raises GradingError."""
        while id not in self._wrong:
            self._wrong |= self._next()
        return {"right": self.right[id], "wrong": self._wrong[id]}

    def _collect(self):
        """Take the parts as they come, for a pipe holds only so much."""
        with contextlib.suppress(ValueError, OSError):  # the run is over, and the pipe closed
            for line in self._process.stdout:
                self._parts.put(json.loads(line))
        self._process.wait()
        self._parts.put(None)

    def _next(self):
        try:
            part = self._parts.get(timeout=max(0, self._deadline - time.monotonic()))
        except queue.Empty:
            raise GradingError(f"The course's own answers took longer than {STARTUP:.0f} seconds.") from None
        if part is None:
            self._complaints.seek(0)
            complaint = self._complaints.read().decode(errors="replace")
            *_, reason = ["", *complaint.strip().splitlines()]
            if not reason:
                raise GradingError("What computes the course's own answers was ended from outside. Try again.")
            raise GradingError(f"The course's own chapter fails here: {reason.rstrip('.')}. Try `cs231n doctor`.")
        return part


class _Answers:
    """Runs the answers, in as many runners as it takes."""

    def __init__(self, asked, folder, processes):
        self.asked, self.folder, self.processes = asked, folder, processes
        present = [one for one in asked.grafts if one.source is not None]
        self.left = [{"id": one.exercise.id, "cells": cells_to_run(one)} for one in present]
        self.expected = None
        self._ids = {one.exercise.id: one.exercise.answer["id"] for one in present}
        self._begun, self._suspect = 0, None

    def begin(self):
        """Give the runner what is left to run."""
        self._begun += 1
        folder = self.folder / str(self._begun)
        folder.mkdir(parents=True, exist_ok=True)
        job = {"seed": self.asked.seed, "timeout": self.asked.timeout, "output": OUTPUT}
        if self.left:
            send(self.processes.runner, job | {"folder": str(folder), "exercises": self.left})

    def take(self):
        """Give the id of each exercise and its records by cell, as soon as it has been run."""
        while self.left:
            found = {exercise["id"]: [] for exercise in self.left}
            yield from self._finished(found)
            cut = [exercise for exercise in self.left if len(found[exercise["id"]]) < len(exercise["cells"])]
            self.left = cut
            if not cut:
                return
            if not any(found.values()):  # an answer can't have done it: the setup comes first
                raise GradingError("The process that runs the answers was ended from outside. Try again.")
            at = cut[0]["id"]
            if at == self._suspect:
                yield at, {self._ids[at]: {"passed": False, "shown": [], "trouble": "killed", "error": None}}
                self.left = cut[1:]
            self._suspect = at
            if self.left:
                self.processes.renew_runner()
                self.begin()

    def _finished(self, found):
        """Fill `found` with the records of one runner; give the exercises that come to their end."""
        send(self.processes.runner, self.expected)
        cells = {exercise["id"]: len(exercise["cells"]) for exercise in self.left}
        for record in _records(self.processes.runner, SLACK + self.asked.timeout * sum(cells.values())):
            mine = found[record["exercise"]]
            mine.append(record)
            if len(mine) == cells[record["exercise"]]:
                yield record["exercise"], {one["cell"]: one for one in mine}


def start(module, *arguments, stderr=subprocess.DEVNULL):
    """Start a module of ours in a process, and a group of processes, of its own."""
    # -P: a module that lies where the process starts must not stand in for one of ours.
    return subprocess.Popen(
        [sys.executable, "-P", "-m", f"cs231n_course.{module}", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        encoding="utf-8",
        env=_environment(),
        cwd=Path(sys.executable).anchor,  # a folder that no answer deletes
        start_new_session=True,
    )


def _environment():
    env = {name: value for name, value in os.environ.items() if KEPT.fullmatch(name)}
    for name in ("CS231N_CHAPTERS", "CS231N_DATA"):
        env |= {name: str(Path(env[name]).absolute())} if env.get(name) else {}
    if "MPLCONFIGDIR" not in env:  # a kernel has a home of its own, and finding the fonts again takes seconds
        known = [place for place in (".cache/matplotlib", ".matplotlib") if (Path.home() / place).is_dir()]
        env |= {"MPLCONFIGDIR": str(Path.home() / known[0])} if known else {}
    return env | {
        "CS231N_GRADING": "1",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "PYTHONUTF8": "1",
    }


def send(process, content):
    """Write a line of JSON to a process. Raises GradingError if it has ended."""
    try:
        process.stdin.write(json.dumps(content) + "\n")
        process.stdin.flush()
    except OSError as error:
        raise GradingError("The process that runs the answers ended before it began. Try `cs231n doctor`.") from error


def _expected(exercise, right):
    outcomes = right[exercise.id]
    return {cell["id"]: outcome["shown"] for cell, outcome in zip(exercise.checks, outcomes, strict=True)}


def _records(runner, limit):
    """Give the runner's records of cells, until it ends.

    Raises GradingError if it takes longer than `limit` seconds altogether, or the setup does not run.
    """
    late = threading.Event()
    timer = threading.Timer(limit, lambda: (late.set(), _kill(runner)))
    timer.start()
    try:
        for record in (json.loads(line) for line in runner.stdout if line.endswith("\n")):
            _require_setup(record)
            if record["event"] == "cell":
                yield record
    finally:
        timer.cancel()
    if late.is_set():
        raise GradingError(f"The run took longer than {limit:.0f} seconds, so it was stopped. Try again.")


def _require_setup(record):
    broken = record.get("role") == "setup" and not record["passed"]
    if broken or record["event"] == "error":
        error = (record.get("error") or {}) if broken else {"evalue": record["message"]}
        reason = f"{error.get('ename', '')} {error.get('evalue', 'no kernel could be started')}".strip()
        raise GradingError(f"The chapter's setup does not run here: {reason}. Try `cs231n doctor`.")


def _kill(process):
    """Kill a process, its group and its children, if it still runs."""
    if process.poll() is None:
        import psutil

        with contextlib.suppress(psutil.Error):
            for child in psutil.Process(process.pid).children(recursive=True):
                with contextlib.suppress(psutil.Error):
                    child.kill()
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL) if hasattr(os, "killpg") else process.kill()


def end(process):
    """Kill a process if it still runs, and let go of it."""
    _kill(process)
    process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream and stream.close()
