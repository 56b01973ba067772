"""Make the learner's own copy of the course and serve it in JupyterLab."""

import contextlib
import os
import queue
import secrets
import signal
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Sized
from pathlib import Path
from typing import Any
from urllib.parse import quote

from cs231n_course.learn.copy import Copied, copy_course
from cs231n_course.learn.errors import explain
from cs231n_course.learn.settings import course_settings, server_options
from cs231n_course.notebooks.paths import chapter_paths
from cs231n_course.notebooks.reading import NotebookError

PATIENCE = 60.0  # seconds for the server to answer
NOT_STARTED = "Jupyter did not start; its last line above says why. `cs231n doctor` looks for what stands in the way."


def update_and_serve(folder: Path, *, browser: bool = True) -> int:
    """Bring the learner's copy up to date and serve it until Ctrl-C. Returns the exit status."""
    with course_settings():
        return _update(folder) or serve_folder(folder, chapter_paths()[0].name, browser=browser)


def update(folder: Path) -> int:
    """Make the learner's copy or bring it up to date, for a Jupyter that runs elsewhere. Returns the exit status."""
    with course_settings():
        status = _update(folder)
    if status == 0:
        print(f"Open it in JupyterLab or in Notebook 7: {folder / chapter_paths()[0].name}")
    return status


def _update(folder: Path) -> int:
    """Bring the learner's copy up to date and print what was done. Returns the exit status."""
    copied, failure = Copied(), None
    try:
        copy_course(folder, copied)
    except (NotebookError, OSError) as error:
        failure = f"cs231n learn: {explain(error, folder)}"
    if copied.written or copied.updated or copied.kept:
        print(summary(folder, copied))
    sys.stdout.flush()
    if failure:
        print(failure, file=sys.stderr)
        return 2
    return 0


def summary(folder: Path, copied: Copied) -> str:
    """Returns what was done to a folder, for the learner: a line in all, then one for each file that has news."""
    counts = [f"{_count(copied.written)} written"]
    counts += [f"{len(copied.updated)} brought up to date"] if copied.updated else []
    lines = [f"{folder}: {', '.join(counts)}, {_count(copied.kept)} left alone."]
    lines += [f"  new {name}" for name in copied.written if copied.kept or copied.updated]
    lines += [f"  updated {name}: {remark}" for name, remark in copied.updated.items()]
    lines += [f"  kept {name}: {remark}" for name, remark in copied.kept.items() if remark]
    return "\n".join(lines)


def serve_folder(folder: Path, first: str, *, browser: bool) -> int:
    """Serve a folder in JupyterLab, with notebook `first` open, until Ctrl-C. Returns the exit status.

    The URL, with its token, goes to stdout, alone on a line, once the server answers; the server's log goes to stderr.
    """
    path = f"lab/tree/{quote(first)}"
    token = secrets.token_hex(24)
    server = start_server(folder, path, token, browser=browser)
    if server is None:
        print(f"cs231n learn: {NOT_STARTED}", file=sys.stderr)
        return 2
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as a shell starts its background jobs
        signal.signal(signal.SIGINT, signal.default_int_handler)
    stopped = threading.Event()
    address = f"{server.connection_url}{path}?token={token}"
    threading.Thread(target=_announce, args=(server.connection_url, token, address, stopped), daemon=True).start()
    try:
        run_server(server)
    finally:
        stopped.set()
    return 0


def start_server(folder: Path, path: str, token: str, *, browser: bool) -> Any:
    """Returns a Jupyter server for a folder, ready to be started; None if Jupyter has ended and logged the reason."""
    from jupyterlab.labapp import LabApp

    os.environ["JUPYTER_TOKEN"] = token  # and not on the command line, where other users could read it
    try:
        return LabApp.initialize_server(server_options(folder, path, browser=browser))
    except SystemExit:
        return None
    finally:
        del os.environ["JUPYTER_TOKEN"]


def run_server(server: Any) -> None:
    """Run a Jupyter server until it is told to stop."""
    try:
        server.start()
    finally:
        _end_threads()


def _end_threads() -> None:
    """Let AnyIO's threads end: each waits for the request that it was started for, and Python, for ever, for them."""
    for thread in threading.enumerate():
        if thread.name == "AnyIO worker thread":
            with contextlib.suppress(AttributeError, queue.Full):  # of other versions; of one that has been told
                thread.stop()  # type: ignore[attr-defined]


def _announce(base: str, token: str, address: str, stopped: threading.Event) -> None:
    """Print the address once the server answers to its token."""
    request = urllib.request.Request(f"{base}api/status", headers={"Authorization": f"token {token}"})
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and not stopped.wait(0.05):
        with contextlib.suppress(OSError, urllib.error.URLError), opener.open(request, timeout=5):
            print("The course is served here; Ctrl-C ends it:", address, sep="\n", flush=True)
            return
    if not stopped.is_set():
        print(f"cs231n learn: the server did not answer within {PATIENCE:.0f} seconds.", file=sys.stderr)


def _count(names: Sized) -> str:
    return "1 file" if len(names) == 1 else f"{len(names)} files"
