"""Check notebooks one after the other: a run at a time, a queue that is bounded, one run a notebook."""

import asyncio
import datetime

from tornado.log import app_log

from cs231n_course.grading.grade import TIMEOUT
from cs231n_course.server import places
from cs231n_course.server.errors import Refused
from cs231n_course.server.outline import known, not_kept
from cs231n_course.server.state import State
from cs231n_course.server.workers import Spare, events_of, worker_for

WAITING = 4  # runs that may wait
TIMEOUTS = (1, 600)  # seconds, for one cell
RENAMED = (
    "The notebook was renamed, moved or deleted while it was checked, so the results could not be kept. Check again."
)
LOST = "The process that checks ended before it was done. Check again."


class Runs:
    """The line of runs; its first is at work."""

    def __init__(self):
        self.spare = Spare()
        self._line = []
        self._turn = asyncio.Lock()

    def busy(self, file):
        """Tell whether a notebook is being checked, or waits for it; a run that was told to end does not count.

        One that comes after it waits for its turn until the other has ended.
        """
        return any(run.file == file and not run.closing for run in self._line)

    def expect(self, chapter):
        """Get ready to check a chapter, unless a run is at work; any thread may call this."""
        if not self._line:
            self.spare.prepare(chapter)

    def add(self, file, exercises, timeout):
        """Put a run at the end of the line and give it. Raises Refused."""
        if self.busy(file):
            raise Refused(409, f"{file.name} is being checked already, maybe in another tab. Wait until that is done.")
        if len(self._line) > WAITING:
            raise Refused(429, f"{WAITING} notebooks wait already while one is checked. Try again in a while.")
        run = Run(file, exercises, timeout)
        self._line.append(run)
        run.task = asyncio.create_task(self._go(run))
        return run

    async def close(self):
        """End every run and the worker that waits. (When the server itself ends, its pipes do that.)"""
        tasks = [run.task for run in self._line]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.to_thread(self.spare.close)

    async def _go(self, run):
        end = {"event": "error", "message": LOST}
        try:
            self._tell_places()
            async with self._turn:
                end = await run.work(self.spare)
        except Refused as refused:
            end["message"] = refused.words
        except Exception:
            app_log.exception("cs231n: a check failed")
        finally:  # the end is told when the notebook can be checked again
            self._line.remove(run)
            run.tell(**end)
            run.inbox.put_nowait(None)
            self._tell_places()
            if run.chapter:
                self.expect(run.chapter)

    def _tell_places(self):
        for ahead, run in enumerate(self._line):
            run.tell_place(ahead)


class Run:
    """Checks exercises of one notebook."""

    def __init__(self, file, exercises, timeout):
        self.file, self.exercises, self.timeout = file, exercises, timeout
        self.inbox = asyncio.Queue()
        self.task = self.chapter = self._ahead = None
        self.closing = False

    async def events(self):
        """Give what happens, until the run is over."""
        while (event := await self.inbox.get()) is not None:
            yield event

    def tell(self, **event):
        """Say what has happened."""
        self.inbox.put_nowait(event)

    def tell_place(self, ahead):
        """Say how many runs come first, if that has changed."""
        if ahead and ahead != self._ahead:
            self.tell(event="queued", ahead=ahead)
        self._ahead = ahead

    def close(self):
        """End the run, if it is not over; what was judged is kept."""
        self.closing = True
        if not self.task.done():
            self.task.cancel()

    async def work(self, spare):
        """Read the notebook as it is saved now, and grade it; give the event of its end."""
        outline = await asyncio.to_thread(known, self.file)
        self.chapter = outline.chapter
        async with worker_for(spare, outline.chapter) as worker:
            ids = self.exercises or [one.exercise.id for one in outline.grafts]
            self.tell(event="started", exercises=ids)
            return await self._grade(worker, outline)

    async def _grade(self, worker, outline):
        state = await asyncio.to_thread(State, self.file, outline.chapter.stem)
        job = {"path": str(self.file), "exercises": self.exercises, "timeout": self.timeout}
        end, stored = {"event": "error", "message": LOST}, None
        async for event in events_of(worker, job):
            if event["event"] == "exercise":
                record = event["record"] | {"checked_at": _now()}
                stored = await asyncio.to_thread(_keep, state, event["id"], record) or stored
                self.tell(event="exercise", exercise=outline.view(outline.graft(event["id"]), record), stored=stored)
            elif event["event"] == "done":
                end = event | {"notes": [*state.notes, *event["notes"]], "stored": stored}
            else:
                end = {"event": "error", "message": event["message"].replace(str(self.file), self.file.name)}
        return end


def asked(body, manager):
    """Read the body of a request for a check: (file, exercises or None, timeout). Raises Refused."""
    if not isinstance(body, dict) or not isinstance(body.get("path"), str):
        raise Refused(400, 'Say which notebook to check: {"path": "course/02.ipynb"}.')
    timeout = body.get("timeout")
    timeout = TIMEOUT if timeout is None else timeout
    low, high = TIMEOUTS
    if isinstance(timeout, bool) or not isinstance(timeout, int | float) or not low <= timeout <= high:
        raise Refused(400, f"The time limit is a number of seconds from {low} to {high}, not {timeout!r}.")
    file = places.notebook_file(manager, body["path"])
    return file, _exercises(body.get("exercises"), known(file)), timeout


def _exercises(ids, outline):
    if ids is None:
        return None
    if not isinstance(ids, list) or not ids or not all(isinstance(id, str) for id in ids):
        raise Refused(400, "Name the exercises to check in a list, or give null to check all.")
    has = [one.exercise.id for one in outline.grafts]
    unknown = [id for id in ids if id not in has]
    if unknown:
        raise Refused(400, f"{outline.chapter.stem} has no exercise {', '.join(unknown)}; it has: {', '.join(has)}.")
    return list(dict.fromkeys(ids))


def _keep(state, id, record):
    """Keep a record, if its exercise has an answer; give None, or why it can't be kept."""
    if record["answer"] is None:
        return None
    try:
        state.keep(id, record)
    except FileNotFoundError:
        return RENAMED
    except OSError as error:
        return not_kept(error.strerror)
    return None


def _now():
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
