"""Grade one notebook in a process of its own: JSON in, a line of JSON for each event out.

    python -m cs231n_course.server.worker FOLDER      # the server starts it; FOLDER is for what it writes

The first line of stdin names the chapter (types.WorkerSetup); the processes that grading takes are started then. The
second, once there is one, is the job (types.WorkerJob). When stdin closes, everything ends.
"""

import json
import os
import shutil
import sys
import tempfile
import threading
import time

from cs231n_course.notebooks.chapter import Chapter
from cs231n_course.sandbox import run
from cs231n_course.sandbox.fork_server import CAN_FORK, forbid_ptrace
from cs231n_course.server import types

CLEANUP_TIME = 1.0  # seconds for the main thread to clean up


def main() -> int:
    """Prepares, waits for the job, grades, writes the events; returns the exit status."""
    forbid_ptrace()
    tempfile.tempdir = sys.argv[1]
    setup: types.WorkerSetup = json.loads(sys.stdin.readline())
    chapter = Chapter.read(setup["chapter_path"])
    prepared = run.PreparedProcesses(chapter, CAN_FORK)
    from cs231n_course.grading import grade

    line = sys.stdin.readline()
    if not line:
        prepared.kill()
        return 2
    threading.Thread(target=_end_with_stdin, args=[prepared], daemon=True).start()
    job: types.WorkerJob = json.loads(line)
    started = time.monotonic()
    with grade.Grader(timeout=job["timeout"]) as grader:
        grader.keep(chapter.path, prepared)
        result = grader.grade(job["path"], only=job["exercise_ids"], on_exercise=_emit_exercise)
        if result.error:
            _emit({"event": "error", "message": result.error})
            return 0
        done: types.WorkerDoneEvent = {
            "event": "done",
            "points": result.points,
            "possible": result.possible,
            "seconds": round(time.monotonic() - started, 3),
            "notes": result.notes,
        }
        _emit(done)
    return 0


def _emit_exercise(submission, result):
    """Writes the result of one exercise, with the answer and a digest of the checks that it is about."""
    from cs231n_course.server.state import grading_digest

    checks: list[types.Check] = [
        {
            "title": check.name,
            "passed": check.passed,
            "points": check.points if check.passed else 0,
            "possible": check.points,
            "message": check.words,
            "case": check.case,
            "expected": check.expected,
            "got": check.got,
        }
        for check in result.checks
    ]
    record: types.Record = {
        "source": submission.source,
        "digest": grading_digest(submission.exercise),
        "taken": submission.taken.source,
        "points": result.points,
        "possible": result.possible,
        "passed": result.passed,
        "messages": result.words,
        "checks": checks,
    }
    _emit({"event": "exercise", "exercise_id": result.id, "record": record})


def _emit(event: types.WorkerEvent):
    print(json.dumps(event), flush=True)


def _end_with_stdin(prepared):
    """Waits for the server's end, or for it to end this check; then lets the main thread find its processes gone."""
    sys.stdin.read()
    prepared.kill()
    threading.main_thread().join(CLEANUP_TIME)
    _clean()
    os._exit(2)


def _clean():
    shutil.rmtree(tempfile.tempdir, ignore_errors=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    finally:
        _clean()
