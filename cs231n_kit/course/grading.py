"""Grade a learner's notebook: graft its answers, run them under nbval, compare with the reference, find the words."""

import contextlib
import json
import os
import re
import secrets
import signal
import subprocess
import sys
import tempfile
import threading
from dataclasses import asdict, dataclass, field
from pathlib import Path

from cs231n_kit.course import notebook, verdict
from cs231n_kit.course.check import DEFAULT_SEED
from cs231n_kit.course.graft import cells_to_run, chapter_of, graft
from cs231n_kit.course.kernels import CAN_FORK, MEGABYTE
from cs231n_kit.course.notebook import NotebookError, role

TIMEOUT = 20.0  # seconds that one cell may take
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


@dataclass
class FileResult:
    """Holds what came of one notebook: its exercises (verdict.ExerciseResult), or why it could not be graded."""

    file: str
    seed: int
    chapter: str | None = None
    exercises: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    error: str | None = None

    @property
    def points(self):
        """Add up the points earned."""
        return sum(exercise.points for exercise in self.exercises)

    @property
    def possible(self):
        """Add up the points that could be earned."""
        return sum(exercise.possible for exercise in self.exercises)

    @property
    def status(self):
        """Give the exit status: 0 all pass, 1 some fail, 2 could not grade."""
        if self.error:
            return 2
        return 0 if all(exercise.passed for exercise in self.exercises) else 1

    def as_dict(self):
        """Give what --json prints."""
        return asdict(self) | {"points": self.points, "possible": self.possible, "status": self.status}


def fresh_seed():
    """Draw a seed that is never the book's."""
    drawn = secrets.randbelow(2**31 - 1)
    return drawn if drawn != DEFAULT_SEED else drawn + 1


def grade(path, *, seed=None, timeout=TIMEOUT, only=None, fork=CAN_FORK):
    """Grade one notebook under a seed, drawn anew if none is given; `only` names the exercises to grade.

    Never raises for what is wrong with the notebook or its answers: the result says it.
    """
    result = FileResult(str(path), fresh_seed() if seed is None else seed)
    try:
        _grade(path, result, timeout, only, fork)
    except (NotebookError, GradingError, OSError) as error:
        result.error = str(error)
    return result


def _grade(path, result, timeout, only, fork):
    learner = notebook.load(path)
    chapter, pristine = chapter_of(learner, path)
    result.chapter = chapter.stem
    grafts, result.notes = graft(pristine, learner, chapter.name)
    unknown = set(only or ()) - {one.exercise.id for one in grafts}
    if unknown or not grafts:
        has = ", ".join(one.exercise.id for one in grafts) or "none"
        raise GradingError(f"{chapter.stem} has no exercise {', '.join(sorted(unknown))}; it has: {has}.")
    grafts = [one for one in grafts if not only or one.exercise.id in only]
    for one in grafts:
        result.notes += one.notes
    present = [one for one in grafts if one.source is not None]
    reference, records = _run(chapter, pristine, present, result.seed, timeout, fork)
    elsewhere = [cell["source"] for cell in learner["cells"] if cell.get("cell_type") == "code"]
    for one in grafts:
        mine = {record["cell"]: record for record in records if record["exercise"] == one.exercise.id}
        result.exercises.append(verdict.judge(one, reference[one.exercise.id], mine, elsewhere, timeout))


def _run(chapter, pristine, grafts, seed, timeout, fork):
    """Run the reference and, at the same time, the answers; give the reference and the records of the cells."""
    with tempfile.TemporaryDirectory(prefix="cs231n-", ignore_cleanup_errors=True) as folder:
        env = _environment(seed)
        reference = _start("reference", str(chapter), str(seed), env=env, folder=folder, stderr=subprocess.PIPE)
        runner = _start("runner", str(int(fork)), str(MEMORY), env=env, folder=folder)
        try:
            job = {
                "folder": folder,
                "setup": [cell["source"] for cell in pristine["cells"] if role(cell) == "setup"],
                "timeout": timeout,
                "output": OUTPUT,
                "exercises": [{"id": one.exercise.id, "cells": cells_to_run(pristine, one)} for one in grafts],
            }
            _send(runner, job)
            right = _finish_reference(reference)
            _send(runner, {one.exercise.id: _expected(one.exercise, right) for one in grafts})
            cells = sum(len(exercise["cells"]) for exercise in job["exercises"])
            return right, _records(runner, SLACK + timeout * cells)
        finally:
            _end(runner)
            _end(reference)


def _start(module, *arguments, env, folder, stderr=subprocess.DEVNULL):
    # -P: a module that an answer writes into the folder must not stand in for one of ours.
    return subprocess.Popen(
        [sys.executable, "-P", "-m", f"cs231n_kit.course.{module}", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        encoding="utf-8",
        env=env,
        cwd=folder,
        start_new_session=True,
    )


def _environment(seed):
    env = {name: value for name, value in os.environ.items() if KEPT.fullmatch(name)}
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
    """Read the runner's records; end it if they take longer than `limit` seconds altogether."""
    late = threading.Event()
    timer = threading.Timer(limit, lambda: (late.set(), _kill(runner)))
    timer.start()
    try:
        records = [json.loads(line) for line in runner.stdout if line.endswith("\n")]
    finally:
        timer.cancel()
    if not records or records[-1]["event"] not in ("done", "error"):
        reason = f"took longer than {limit:.0f} seconds" if late.is_set() else "was ended from outside"
        raise GradingError(f"The run {reason}; none of it counts. Try again.")
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
