"""The processes of a grading, which speak in lines of JSON: how they are started, told something, and ended."""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

import psutil

TRY_DOCTOR = "Try `cs231n doctor`, in a notebook `%run -m cs231n_course doctor`."
# What an answer's process keeps of the environment: no key or token of the learner's is among it.
KEPT = re.compile(
    r"PATH|HOME|USERPROFILE|TMPDIR|TEMP|TMP|TZ|LANG|LC_.*|(DY)?LD_.*PATH|PYTHONPATH|VIRTUAL_ENV|CONDA_PREFIX|CUDA_.*"
    r"|CS231N_CHAPTERS|CS231N_DATA|CS231N_SANDBOX|SYSTEMROOT|COMSPEC|MPLCONFIGDIR"
)
FOR_GRADING = {"CS231N_GRADING": "1", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}

Process = subprocess.Popen[str]


class GradingError(Exception):
    """A notebook could not be graded though nothing is wrong with it; the text says why."""


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


def stdout(process: Process) -> IO[str]:
    """Returns the stream of what a process says."""
    assert process.stdout
    return process.stdout


def kill(process: Process) -> None:
    """Kill a process, its group and its children, if it still runs."""
    if process.poll() is None:
        with contextlib.suppress(psutil.Error):
            for child in psutil.Process(process.pid).children(recursive=True):
                with contextlib.suppress(psutil.Error):
                    child.kill()
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL) if hasattr(os, "killpg") else process.kill()


def end(process: Process) -> None:
    """Kill a process if it still runs, and let go of it."""
    kill(process)
    process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream and stream.close()
