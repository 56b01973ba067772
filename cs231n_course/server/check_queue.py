"""Checks of notebooks, one after the other: a bounded queue, with at most one check for each notebook."""

import asyncio
import datetime
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, cast

from tornado.log import app_log

from cs231n_course.grading.grade import TIMEOUT
from cs231n_course.server import contents, types
from cs231n_course.server.errors import RequestError
from cs231n_course.server.notebook import CourseNotebook, read_course_notebook, save_error
from cs231n_course.server.state import SavedState
from cs231n_course.server.worker_process import SpareWorker, WorkerProcess, stream_events, worker_for

MAX_WAITING = 4  # jobs behind the one at work
TIMEOUTS = (1, 600)  # seconds, for one cell
RENAMED = (
    "The notebook was renamed, moved or deleted while it was checked, so the results could not be kept. Check again."
)
LONGEST_SILENCE = 120.0  # seconds without an event, beyond what the cells of an exercise may take
WORKER_DIED = "The process that checks ended before it was done. Check again."
WORKER_STOPPED = "The process that checks did not answer any more, so it was ended. Check again."


class CheckQueue:
    """The jobs that wait; the first is at work."""

    def __init__(self):
        self.spare = SpareWorker()
        self._jobs: list[CheckJob] = []
        self._turn = asyncio.Lock()

    def is_checking(self, file: Path) -> bool:
        """Returns whether a notebook is being checked, or waits for it; a job that was told to end does not count.

        A job that comes after that one waits for its turn until the other has ended.
        """
        return any(job.file == file and not job.closing for job in self._jobs)

    def prewarm(self, chapter: Path) -> None:
        """Gets a worker ready to check a chapter, unless a job is at work; any thread may call this."""
        if not self._jobs:
            self.spare.prepare(chapter)

    def add(self, file: Path, exercise_ids: list[str] | None, timeout: float) -> "CheckJob":
        """Returns a new job at the end of the queue. Raises RequestError."""
        if self.is_checking(file):
            raise RequestError(
                409, f"{file.name} is being checked already, maybe in another tab. Wait until that is done."
            )
        if len(self._jobs) > MAX_WAITING:
            raise RequestError(429, f"{MAX_WAITING} notebooks wait already while one is checked. Try again in a while.")
        job = CheckJob(file, exercise_ids, timeout)
        self._jobs.append(job)
        job.task = asyncio.create_task(self._run(job))
        return job

    async def close(self) -> None:
        """Ends every job and the worker that waits. (When the server itself ends, its pipes do that.)"""
        tasks = [job.task for job in self._jobs]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.to_thread(self.spare.close)

    async def _run(self, job):
        end = _error(WORKER_DIED)
        try:
            self._emit_positions()
            async with self._turn:
                end = await job.work(self.spare)
        except RequestError as error:
            end = _error(error.message)
        except TimeoutError:
            end = _error(WORKER_STOPPED)
        except Exception:
            app_log.exception("cs231n: a check failed")
        finally:  # the last event comes when the notebook can be checked again
            self._jobs.remove(job)
            job.emit(end)
            job.emit(None)
            self._emit_positions()
            if job.chapter:
                self.prewarm(job.chapter)

    def _emit_positions(self):
        for ahead, job in enumerate(self._jobs):
            job.emit_position(ahead)


class CheckJob:
    """A check of some exercises of one notebook."""

    def __init__(self, file: Path, exercise_ids: list[str] | None, timeout: float):
        self.file = file
        self.exercise_ids = exercise_ids
        self.timeout = timeout
        self.chapter: Path | None = None
        self.task: asyncio.Task | None = None
        self.closing = False
        self._events: asyncio.Queue[types.CheckEvent | None] = asyncio.Queue()
        self._ahead = 0

    async def events(self) -> AsyncIterator[types.CheckEvent]:
        """Yields the events of the check, until it is over."""
        while (event := await self._events.get()) is not None:
            yield event

    def emit(self, event: types.CheckEvent | None) -> None:
        """Puts an event before whoever listens; None ends the events."""
        self._events.put_nowait(event)

    def emit_position(self, ahead: int) -> None:
        """Emits how many jobs come first, if that has changed."""
        if ahead and ahead != self._ahead:
            self.emit({"event": "queued", "ahead": ahead})
        self._ahead = ahead

    def close(self) -> None:
        """Ends the job, if it is not over; the results so far stay saved."""
        self.closing = True
        if self.task and not self.task.done():
            self.task.cancel()

    async def work(self, spare: SpareWorker) -> types.DoneEvent | types.ErrorEvent:
        """Grades the notebook as it is saved now; returns the last event."""
        notebook = await asyncio.to_thread(read_course_notebook, self.file)
        self.chapter = notebook.chapter
        async with worker_for(spare, notebook.chapter) as worker:
            ids = self.exercise_ids or [submission.exercise.id for submission in notebook.submissions]
            self.emit({"event": "started", "exercise_ids": ids})
            return await self._grade(worker, notebook)

    async def _grade(self, worker: WorkerProcess, notebook: CourseNotebook) -> types.DoneEvent | types.ErrorEvent:
        state = await asyncio.to_thread(SavedState, self.file, notebook.chapter.stem)
        job: types.WorkerJob = {
            "path": str(self.file),
            "exercise_ids": self.exercise_ids,
            "timeout": self.timeout,
        }
        end: types.DoneEvent | types.ErrorEvent = _error(WORKER_DIED)
        last_save_error = None
        exercises = [submission.exercise for submission in notebook.submissions]
        cells = max((len([*one.setup, *one.given, *one.checks]) + 2 for one in exercises), default=0)
        silence = LONGEST_SILENCE + 2 * cells * self.timeout  # an answer that ends its process is run twice
        async for event in stream_events(worker, job, silence):
            if event["event"] == "exercise":
                exercise_id = event["exercise_id"]
                record: types.Record = event["record"] | {"checked_at": _now()}
                error = await asyncio.to_thread(_save, state, exercise_id, record)
                last_save_error = error or last_save_error
                exercise = notebook.describe_exercise(notebook.submission_of(exercise_id), record)
                self.emit({"event": "exercise", "exercise": exercise, "save_error": last_save_error})
            elif event["event"] == "done":
                end = event | {"notes": [*state.notes, *event["notes"]], "save_error": last_save_error}
            else:
                end = _error(event["message"].replace(str(self.file), self.file.name))
        return end


def parse_check_request(body: Any, manager) -> tuple[Path, list[str] | None, float]:
    """Returns what a request for a check asks for: (file, exercises or None, timeout). Raises RequestError."""
    if not isinstance(body, dict) or not isinstance(body.get("path"), str):
        raise RequestError(400, 'Say which notebook to check: {"path": "course/02.ipynb"}.')
    request = cast(types.CheckRequest, body)
    timeout = request.get("timeout")
    timeout = TIMEOUT if timeout is None else timeout
    low, high = TIMEOUTS
    if isinstance(timeout, bool) or not isinstance(timeout, int | float) or not low <= timeout <= high:
        raise RequestError(400, f"The time limit is a number of seconds from {low} to {high}, not {timeout!r}.")
    file = contents.notebook_file(manager, request["path"])
    return file, _parse_exercise_ids(request.get("exercise_ids"), read_course_notebook(file)), timeout


def _parse_exercise_ids(ids: Any, notebook: CourseNotebook) -> list[str] | None:
    if ids is None:
        return None
    if not isinstance(ids, list) or not ids or not all(isinstance(id, str) for id in ids):
        raise RequestError(400, "Name the exercises to check in a list, or give null to check all.")
    known = [submission.exercise.id for submission in notebook.submissions]
    unknown = [id for id in ids if id not in known]
    if unknown:
        raise RequestError(
            400, f"{notebook.chapter.stem} has no exercise {', '.join(unknown)}; it has: {', '.join(known)}."
        )
    return list(dict.fromkeys(ids))


def _save(state: SavedState, exercise_id: str, record: types.Record) -> str | None:
    """Saves a record, if its exercise has an answer; returns why it can't be saved, or None."""
    if record["source"] is None:
        return None
    try:
        state.save(exercise_id, record)
    except FileNotFoundError:
        return RENAMED
    except OSError as error:
        return save_error(error.strerror)
    return None


def _error(message: str) -> types.ErrorEvent:
    return {"event": "error", "message": message}


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
