"""Run a learner's answers under nbval, in a process of its own: JSON in, one JSON record a cell out.

    python -m cs231n_course.sandbox.runner FORK MEMORY       # 1 or 0, bytes; the grader starts it

The lines are those of sandbox.protocol. The first line of stdin is what to prepare. Then come two for each job: the job
itself, and what the checks should show, once it has been computed. That is put into nbval's cells after they are
collected, so it never lies on a disk, and the process that the learners' kernels are forked from is older than it. When
stdin closes, everything ends.
"""

from __future__ import annotations

import importlib
import json
import os
import queue
import shutil
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from cs231n_course.notebooks.format import METADATA_KEY, Notebook
from cs231n_course.sandbox.fork_server import ForkServer, forbid_ptrace
from cs231n_course.surroundings import skip_grammar

if TYPE_CHECKING:  # only there: the fork server is forked before anything large is imported
    from cs231n_course.sandbox.exercise_file import ExerciseFile
    from cs231n_course.sandbox.protocol import ExerciseToRun, ExpectedOutputs, RunnerJob

NBVAL = ["-p", "nbval.plugin", "--nbval-current-env", "-p", "no:cacheprovider", "-c", os.devnull]
QUIET = ["-q", "--color=no", "--tb=no", "--no-header", "--no-summary", "--capture=no", "--noconftest"]


def exercise_notebook(exercise: ExerciseToRun) -> Notebook:
    """Returns the notebook of one exercise: its cells as if they had been run, with no outputs yet."""
    cells = [
        {
            "cell_type": "code",
            "id": cell["id"],
            "source": cell["source"],
            "metadata": {METADATA_KEY: {"role": cell["role"], "exercise": exercise["id"]}},
            "outputs": [],
            "execution_count": 1,
        }
        for cell in exercise["cells"]
    ]
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


class GradingPlugin:
    """The pytest plugin: nbval's collector with limited kernels and the reference's outputs; a record for each cell."""

    def __init__(
        self,
        job: RunnerJob,
        fork_server: ForkServer | None,
        records: TextIO,
        wait_for_expected: Callable[[], ExpectedOutputs],
    ) -> None:
        """Take the job, what forks the kernels, where the records go, and what waits for the reference."""
        self.job, self.fork_server = job, fork_server
        self._records, self._wait_for_expected = records, wait_for_expected
        self.folder = Path(job["folder"])
        self._paths: list[Path] = []

    def write_notebooks(self) -> list[str]:
        """Write a notebook for each exercise into the current folder. Returns their paths from there.

        pytest would take a "[", a "::" or a "$" in the folder's own path for something else.
        """
        Path("notebooks").mkdir()
        for number, exercise in enumerate(self.job["exercises"]):
            path = Path("notebooks", f"{number}.ipynb")
            path.write_text(json.dumps(exercise_notebook(exercise)), encoding="utf-8")
            self._paths.append(path.absolute())
        return [f"notebooks/{path.name}" for path in self._paths]

    def pytest_collect_file(self, file_path: Path, parent: Any) -> ExerciseFile | None:
        """Collect with nbval, whose --nbval would take kernels and comparison of its own."""
        from cs231n_course.sandbox.exercise_file import ExerciseFile

        if file_path in self._paths:
            return ExerciseFile.from_parent(parent, path=file_path, plugin=self)
        return None

    def pytest_collection_finish(self, session: Any) -> None:
        """Take the notebooks off the disk and put what is expected into the cells, in memory."""
        shutil.rmtree("notebooks")
        expected = self._wait_for_expected()
        for item in session.items:
            item.expect(expected)

    def pytest_runtest_setup(self, item: Any) -> None:
        """Forget that an earlier cell took too long, for nbval would excuse this one."""
        item.parent.timed_out = False

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Record a cell: after its run, or where it ended before."""
        if report.when == "call" or (report.when == "setup" and not report.passed):
            no_result: dict[str, Any] = {"shown": [], "printed": "", "trouble": None, "error": None}
            record = no_result | dict(report.user_properties)
            self.emit(**record, passed=report.passed, seconds=round(report.duration, 3))

    def pytest_collectreport(self, report: Any) -> None:
        """Record an exercise that could not be collected."""
        if report.failed:
            self.emit(event="error", message=str(report.longrepr)[-2000:])

    def emit(self, **record: Any) -> None:
        """Write one record, a protocol.RunnerRecord."""
        self._records.write(json.dumps(record) + "\n")
        self._records.flush()


def main(argv: list[str] | None = None) -> int:
    """Run one job after another and write their records. Returns the exit status, 0 if all came to their end."""
    fork, memory = sys.argv[1:] if argv is None else argv
    records = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    # An answer that ends the fork server ends this process, too, and the grader starts both again.
    fork_server = ForkServer(int(memory), on_loss=lambda: os._exit(3)) if fork == "1" else None
    forbid_ptrace()
    _prepare(json.loads(sys.stdin.readline() or "{}").get("warm", []), fork_server)
    lines = _read_lines(fork_server)
    while True:
        if not _run_job(lines.get(), fork_server, records, lines.get):
            return 2


def _prepare(sources: list[str], fork_server: ForkServer | None) -> None:
    """Import what any job needs."""
    if fork_server:
        fork_server.warm(sources)
    skip_grammar()
    for module in ("pytest", "nbval.plugin", "cs231n_course.sandbox.exercise_file"):
        importlib.import_module(module)


def _read_lines(fork_server: ForkServer | None) -> queue.SimpleQueue[Any]:
    """Returns a queue of what the grader sends, read in a thread; when the grader goes, this process ends."""
    lines: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def read() -> None:
        for line in sys.stdin:
            lines.put(json.loads(line))
        if fork_server:
            fork_server.close()
        os._exit(2)

    threading.Thread(target=read, daemon=True).start()
    return lines


def _run_job(
    job: RunnerJob, fork_server: ForkServer | None, records: TextIO, wait_for_expected: Callable[[], ExpectedOutputs]
) -> bool:
    """Run one job and write its records. Returns whether pytest came to its end."""
    import pytest

    variables = {"CS231N_SEED": str(job["seed"])}
    os.environ |= variables
    if fork_server:
        fork_server.set_environment(variables)
    os.chdir(job["folder"])
    plugin = GradingPlugin(job, fork_server, records, wait_for_expected)
    started = time.monotonic()
    limits = [f"--nbval-cell-timeout={job['timeout']}", "--rootdir=."]
    status = int(pytest.main([*NBVAL, *QUIET, *limits, *plugin.write_notebooks()], plugins=[plugin]))
    os.chdir(Path(sys.executable).anchor)  # the grader deletes the folder
    plugin.emit(event="done", status=status, seconds=round(time.monotonic() - started, 3))
    return status in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)


if __name__ == "__main__":
    sys.exit(main())
