"""Run a chapter's reference and a learner's answers, each in processes apart from the grader.

An answer that takes its runner with it costs itself only: the run starts again where it stopped, and an exercise that
ends the runner a second time is left out.
"""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from cs231n_kit.course.graft import cells_to_run
from cs231n_kit.course.kernels import MEGABYTE
from cs231n_kit.course.notebook import role

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


def run(asked):
    """Run the reference and, at the same time, the answers; give the reference and the records of the cells.

    Raises GradingError if the course's own part does not run, or the run takes too long.
    """
    with tempfile.TemporaryDirectory(prefix="cs231n-", ignore_cleanup_errors=True) as folder:
        env = _environment(asked.seed)
        reference = _start("reference", str(asked.chapter), str(asked.seed), env=env, stderr=subprocess.PIPE)
        try:
            if not asked.grafts:
                return _finish_reference(reference), []
            answers = _Answers(asked, Path(folder), env)
            with answers.runner():
                right = _finish_reference(reference)
                answers.expect({one.exercise.id: _expected(one.exercise, right) for one in asked.grafts})
            while answers.left:
                with answers.runner():
                    answers.expect_again()
            return right, answers.records
        finally:
            _end(reference)


class _Answers:
    """Runs the answers, in as many runners as it takes, and keeps the records of the cells."""

    def __init__(self, asked, folder, env):
        self.asked, self.folder, self.env = asked, folder, env
        self.records = []
        self.left = [{"id": one.exercise.id, "cells": cells_to_run(asked.pristine, one)} for one in asked.grafts]
        self._ids = {one.exercise.id: one.exercise.answer["id"] for one in asked.grafts}
        self._started, self._suspect, self._expected = 0, None, None

    @contextlib.contextmanager
    def runner(self):
        """Start a runner on what is left; end it afterwards."""
        self._started += 1
        folder = self.folder / str(self._started)
        folder.mkdir(parents=True, exist_ok=True)
        self._runner = _start("runner", str(int(self.asked.fork)), str(MEMORY), env=self.env)
        job = {
            "folder": str(folder),
            "setup": [cell["source"] for cell in self.asked.pristine["cells"] if role(cell) == "setup"],
            "timeout": self.asked.timeout,
            "output": OUTPUT,
            "exercises": self.left,
        }
        try:
            _send(self._runner, job)
            yield
        finally:
            _end(self._runner)

    def expect(self, expected):
        """Say what the checks should show, and take the records of what they do."""
        self._expected = expected
        self.expect_again()

    def expect_again(self):
        """Take the records of a run, under the same expectations."""
        _send(self._runner, self._expected)
        cells = sum(len(exercise["cells"]) for exercise in self.left)
        records = _records(self._runner, SLACK + self.asked.timeout * cells)
        if not records:  # an answer can't have done it: the setup comes first
            raise GradingError("The process that runs the answers was ended from outside. Try again.")
        self._sort(records)

    def _sort(self, records):
        """Keep the records of the exercises that came to their end; find the one that did not."""
        counts = {exercise["id"]: 0 for exercise in self.left}
        for record in records:
            counts[record["exercise"]] += 1
        cut = [one for one in self.left if counts[one["id"]] < len(one["cells"])]
        if not cut:
            self.records, self.left = self.records + records, []
            return
        at, again = cut[0]["id"], {one["id"] for one in cut}
        self.records += [record for record in records if record["exercise"] not in again]
        self.left = cut
        if at == self._suspect:
            lost = {"exercise": at, "cell": self._ids[at], "role": "answer", "passed": False}
            self.records.append(lost | {"shown": [], "printed": "", "trouble": "killed", "error": None})
            self.left = cut[1:]
        self._suspect = at


def _start(module, *arguments, env, stderr=subprocess.DEVNULL):
    # -P: a module that lies where the process starts must not stand in for one of ours.
    return subprocess.Popen(
        [sys.executable, "-P", "-m", f"cs231n_kit.course.{module}", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        encoding="utf-8",
        env=env,
        cwd=Path(sys.executable).anchor,  # a folder that no answer deletes
        start_new_session=True,
    )


def _environment(seed):
    env = {name: value for name, value in os.environ.items() if KEPT.fullmatch(name)}
    for name in ("CS231N_CHAPTERS", "CS231N_DATA"):
        env |= {name: str(Path(env[name]).absolute())} if env.get(name) else {}
    if "MPLCONFIGDIR" not in env:  # a kernel has a home of its own, and finding the fonts again takes seconds
        known = [place for place in (".cache/matplotlib", ".matplotlib") if (Path.home() / place).is_dir()]
        env |= {"MPLCONFIGDIR": str(Path.home() / known[0])} if known else {}
    return env | {
        "CS231N_SEED": str(seed),
        "CS231N_GRADING": "1",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "PYTHONUTF8": "1",
    }


def _send(process, content):
    try:
        process.stdin.write(json.dumps(content) + "\n")
        process.stdin.flush()
    except OSError as error:
        raise GradingError("The process that runs the answers ended before it began. Try `cs231n doctor`.") from error


def _finish_reference(process):
    try:
        out, complaint = process.communicate(timeout=STARTUP)
    except subprocess.TimeoutExpired:
        raise GradingError(f"The course's own answers took longer than {STARTUP:.0f} seconds.") from None
    if process.returncode:
        reason = complaint.strip().splitlines()[-1:] or ["no reason given"]
        raise GradingError(f"The course's own chapter fails here: {reason[0]} Try `cs231n doctor`.")
    return json.loads(out)


def _expected(exercise, reference):
    outcomes = reference[exercise.id]["right"]
    return {cell["id"]: outcome["shown"] for cell, outcome in zip(exercise.checks, outcomes, strict=True)}


def _records(runner, limit):
    """Read the runner's records of cells, until it ends.

    Raises GradingError if it takes longer than `limit` seconds altogether, or the setup does not run.
    """
    late = threading.Event()
    timer = threading.Timer(limit, lambda: (late.set(), _kill(runner)))
    timer.start()
    try:
        records = [json.loads(line) for line in runner.stdout if line.endswith("\n")]
    finally:
        timer.cancel()
    if late.is_set():
        raise GradingError(f"The run took longer than {limit:.0f} seconds; none of it counts. Try again.")
    errors = [record["message"] for record in records if record["event"] == "error"]
    broken = [record for record in records if record.get("role") == "setup" and not record["passed"]]
    if errors or broken:
        error = (broken[0].get("error") or {}) if broken else {"evalue": errors[0]}
        reason = f"{error.get('ename', '')} {error.get('evalue', 'no kernel could be started')}".strip()
        raise GradingError(f"The chapter's setup does not run here: {reason}. Try `cs231n doctor`.")
    return [record for record in records if record["event"] == "cell"]


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


def _end(process):
    """Kill a process if it still runs, and let go of it."""
    _kill(process)
    process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream and stream.close()
