"""Run grafted exercises under nbval, in a process of its own: JSON in, one JSON record a cell out.

    python -m cs231n_course.sandbox.runner FORK MEMORY       # 1 or 0, bytes; the grader starts it

The first line of stdin is what to prepare, {setup: [source]}; the second is the job; the third brings what the checks
should show, and comes once it has been computed. It is put into nbval's cells after they are collected, so it never
lies on a disk, and the process that the learner's kernels are forked from is older than it. When stdin closes,
everything ends.
"""

import importlib
import json
import os
import shutil
import sys
import threading
import time
from pathlib import Path

from cs231n_course.sandbox.fork_server import Nursery, hide_memory

NBVAL = ["-p", "nbval.plugin", "--nbval-current-env", "-p", "no:cacheprovider", "-c", os.devnull]
QUIET = ["-q", "--color=no", "--tb=no", "--no-header", "--no-summary", "--capture=no", "--noconftest"]


def notebook_of(exercise):
    """Make the notebook of one exercise: its cells as if they had been run, with no outputs yet."""
    cells = [
        {
            "cell_type": "code",
            "id": cell["id"],
            "source": cell["source"],
            "metadata": {"cs231n": {"role": cell["role"], "exercise": exercise["id"]}},
            "outputs": [],
            "execution_count": 1,
        }
        for cell in exercise["cells"]
    ]
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


class Grading:
    """The pytest plugin: nbval's collector with our kernels and the reference's outputs; a record for each cell."""

    def __init__(self, job, nursery, out, expected):
        """Take the job, the nursery or None, the stream of records, and what waits for the reference."""
        self.job, self.nursery, self.out, self.expected = job, nursery, out, expected
        self.folder = Path(job["folder"])
        self.paths = {}

    def write_notebooks(self):
        """Write a notebook for each exercise, and give their paths."""
        for number, exercise in enumerate(self.job["exercises"]):
            path = self.folder / "notebooks" / f"{number}.ipynb"
            path.parent.mkdir(exist_ok=True)
            path.write_text(json.dumps(notebook_of(exercise)), encoding="utf-8")
            self.paths[path] = exercise["id"]
        return [str(path) for path in self.paths]

    def pytest_collect_file(self, file_path, parent):
        """Collect with nbval, whose --nbval would take kernels and comparison of its own."""
        from cs231n_course.sandbox.exercise_file import ExerciseFile

        if file_path in self.paths:
            return ExerciseFile.from_parent(parent, path=file_path, grading=self)
        return None

    def pytest_collection_finish(self, session):
        """Take the notebooks off the disk and put what is expected into the cells, in memory."""
        shutil.rmtree(self.folder / "notebooks")
        expected = self.expected()
        for item in session.items:
            item.expect(expected)

    def pytest_runtest_setup(self, item):
        """Forget that an earlier cell took too long, for nbval would excuse this one."""
        item.parent.timed_out = False

    def pytest_runtest_logreport(self, report):
        """Record a cell: after its run, or where it ended before."""
        if report.when == "call" or (report.when == "setup" and not report.passed):
            self.emit(**dict(report.user_properties), passed=report.passed, seconds=round(report.duration, 3))

    def pytest_collectreport(self, report):
        """Record an exercise that could not be collected."""
        if report.failed:
            self.emit(event="error", message=str(report.longrepr)[-2000:])

    def emit(self, **record):
        """Write one record."""
        self.out.write(json.dumps(record) + "\n")
        self.out.flush()


def main(argv=None):
    """Read the job, run it, write the records; give the exit status, 0 if the run came to its end."""
    fork, memory = sys.argv[1:] if argv is None else argv
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    nursery = Nursery(int(memory)) if fork == "1" else None
    hide_memory()
    job = _job(nursery)
    import pytest

    grading = Grading(job, nursery, out, lambda: _expected(nursery))
    started = time.monotonic()
    limits = [f"--nbval-cell-timeout={job['timeout']}", f"--rootdir={job['folder']}"]
    status = int(pytest.main([*NBVAL, *QUIET, *limits, *grading.write_notebooks()], plugins=[grading]))
    if nursery:
        nursery.close()
    done = status in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)
    grading.emit(event="done", status=status, seconds=round(time.monotonic() - started, 3))
    return 0 if done else 2


def _job(nursery):
    """Prepare what any job needs, then wait for the job."""
    prepare = json.loads(_line(nursery))
    if nursery:
        nursery.tell("warm", sources=prepare["setup"])
    sys.modules.setdefault("rfc3987_syntax", None)  # compiling its grammar, which nothing here asks for, takes 2 s
    for module in ("pytest", "nbval.plugin", "cs231n_course.sandbox.exercise_file"):
        importlib.import_module(module)
    job = json.loads(_line(nursery))
    variables = {"CS231N_SEED": str(job["seed"])}
    os.environ |= variables
    if nursery:
        nursery.tell("set", variables=variables)
    return job


def _line(nursery):
    """Read a line of stdin; end if the grader has gone."""
    line = sys.stdin.readline()
    if not line:
        if nursery:
            nursery.close()
        os._exit(2)
    return line


def _expected(nursery):
    """Read what the checks should show, then watch for the grader's end."""
    line = _line(nursery)

    def leave():
        sys.stdin.read()
        if nursery:
            nursery.close()
        os._exit(2)

    threading.Thread(target=leave, daemon=True).start()
    return json.loads(line)


if __name__ == "__main__":
    sys.exit(main())
