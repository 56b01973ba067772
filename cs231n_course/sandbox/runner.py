"""Run a learner's answers under nbval, in a process of its own: JSON in, one JSON record a cell out.

    python -m cs231n_course.sandbox.runner FORK MEMORY       # 1 or 0, bytes; the grader starts it

The lines are those of sandbox.protocol. The first line of stdin is what to prepare; the second is the job; the third
brings what the checks should show, and comes once it has been computed. It is put into nbval's cells after they are
collected, so it never lies on a disk, and the process that the learner's kernels are forked from is older than it. When
stdin closes, everything ends.
"""

from __future__ import annotations

import importlib
import json
import os
import shutil
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from cs231n_course.notebooks.format import METADATA_KEY, Notebook
from cs231n_course.sandbox.fork_server import ForkServer, forbid_ptrace

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
    """Read the job, run it, write the records. Returns the exit status, 0 if the run came to its end."""
    fork, memory = sys.argv[1:] if argv is None else argv
    records = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    fork_server = ForkServer(int(memory)) if fork == "1" else None
    forbid_ptrace()
    job = _prepare_and_read_job(fork_server)
    import pytest

    os.chdir(job["folder"])
    plugin = GradingPlugin(job, fork_server, records, lambda: _read_expected(fork_server))
    started = time.monotonic()
    limits = [f"--nbval-cell-timeout={job['timeout']}", "--rootdir=."]
    status = int(pytest.main([*NBVAL, *QUIET, *limits, *plugin.write_notebooks()], plugins=[plugin]))
    if fork_server:
        fork_server.close()
    done = status in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)
    plugin.emit(event="done", status=status, seconds=round(time.monotonic() - started, 3))
    return 0 if done else 2


def _prepare_and_read_job(fork_server: ForkServer | None) -> RunnerJob:
    """Prepare what any job needs. Returns the job, once there is one."""
    to_prepare = json.loads(_read_line(fork_server))
    if fork_server:
        fork_server.warm(to_prepare["setup"])
    # Compiling its grammar, which nothing here needs, takes 2 s.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    for module in ("pytest", "nbval.plugin", "cs231n_course.sandbox.exercise_file"):
        importlib.import_module(module)
    job = json.loads(_read_line(fork_server))
    variables = {"CS231N_SEED": str(job["seed"])}
    os.environ |= variables
    if fork_server:
        fork_server.set_environment(variables)
    return job


def _read_line(fork_server: ForkServer | None) -> str:
    """Returns the next line of stdin; ends this process if the grader has gone."""
    line = sys.stdin.readline()
    if not line:
        _leave(fork_server)
    return line


def _leave(fork_server: ForkServer | None) -> NoReturn:
    if fork_server:
        fork_server.close()
    os._exit(2)


def _read_expected(fork_server: ForkServer | None) -> ExpectedOutputs:
    """Returns what the checks should show; from then on, watches for the grader's end."""
    line = _read_line(fork_server)

    def leave_with_grader() -> None:
        sys.stdin.read()
        _leave(fork_server)

    threading.Thread(target=leave_with_grader, daemon=True).start()
    return json.loads(line)


if __name__ == "__main__":
    sys.exit(main())
