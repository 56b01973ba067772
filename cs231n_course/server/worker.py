"""Grade one notebook in a process of its own: JSON in, a line of JSON for each event out.

    python -m cs231n_course.server.worker FOLDER      # the server starts it; FOLDER is for what it writes

The first line of stdin names the chapter, {chapter: path}; the processes that grading takes are started then. The
second, once there is one, is the job, {path, exercises, timeout}. When stdin closes, everything ends.
"""

import json
import os
import shutil
import sys
import tempfile
import threading
import time

from cs231n_course.notebooks import reading
from cs231n_course.sandbox import run
from cs231n_course.sandbox.fork_server import CAN_FORK, forbid_ptrace

PATIENCE = 1.0  # seconds for the main thread to clean up


def main():
    """Prepare, wait for the job, grade, write the events; give the exit status."""
    forbid_ptrace()
    tempfile.tempdir = sys.argv[1]
    about = json.loads(sys.stdin.readline())
    prepared = run.PreparedProcesses(reading.load(about["chapter"]), CAN_FORK)
    from cs231n_course.grading import grade

    line = sys.stdin.readline()
    if not line:
        prepared.kill()
        return 2
    threading.Thread(target=_watch, args=[prepared], daemon=True).start()
    job = json.loads(line)
    started = time.monotonic()
    result = grade.grade_notebook(
        job["path"], timeout=job["timeout"], only=job["exercises"], prepared=prepared, on_exercise=_tell_exercise
    )
    seconds = round(time.monotonic() - started, 3)
    if result.error:
        _tell(event="error", message=result.error)
    else:
        counts = {"points": result.points, "possible": result.possible}
        _tell(event="done", **counts, seconds=seconds, notes=result.notes)
    return 0


def _tell_exercise(graft, result):
    """Write what came of one exercise, with the answer and the checks that it is about."""
    from cs231n_course.server.state import digest

    checks = [
        {"title": one.name, "passed": one.passed, "points": one.points if one.passed else 0, "possible": one.points}
        | {"words": one.words, "case": one.case, "expected": one.expected, "got": one.got}
        for one in result.checks
    ]
    record = {"answer": graft.source, "digest": digest(graft.exercise), "points": result.points, "words": result.words}
    record |= {"possible": result.possible, "passed": result.passed, "checks": checks}
    _tell(event="exercise", id=result.id, record=record)


def _tell(**event):
    print(json.dumps(event), flush=True)


def _watch(prepared):
    """Wait for the server's end, or for it to end this run; then let the main thread find its processes gone."""
    sys.stdin.read()
    prepared.kill()
    threading.main_thread().join(PATIENCE)
    _clean()
    os._exit(2)


def _clean():
    shutil.rmtree(tempfile.tempdir, ignore_errors=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    finally:
        _clean()
