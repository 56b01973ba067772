"""Worker processes: each grades one notebook, and one is kept ready, so that a check begins at once."""

import asyncio
import contextlib
import json
import shutil
import subprocess
import tempfile
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from cs231n_course.sandbox import child
from cs231n_course.server import types

CLOSE_TIME = 1.5  # seconds for a worker to end all that it started, before it is killed
IDLE_TIME = 600.0  # seconds that a worker waits for a job before it is ended, to free its memory


class WorkerProcess:
    """A process that grades one notebook, once. Its methods block: call them in threads."""

    def __init__(self, chapter: Path):
        """Starts the process, and lets it prepare for a chapter."""
        self.chapter = chapter
        self._folder = tempfile.mkdtemp(prefix="cs231n-")
        self._process = child.start_module("server.worker", self._folder)
        setup: types.WorkerSetup = {"chapter_path": str(chapter)}
        child.send_line(self._process, setup)

    @property
    def is_alive(self) -> bool:
        """Returns whether the process still waits or works."""
        return self._process.poll() is None

    def events(self, job: types.WorkerJob) -> Iterator[types.WorkerEvent]:
        """Sends the job and yields the events. Raises GradingError if the process has ended."""
        child.send_line(self._process, job)
        for line in self._process.stdout:
            yield json.loads(line)

    def close(self) -> None:
        """Ends the process and all that it started."""
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(CLOSE_TIME)
        child.end(self._process)
        shutil.rmtree(self._folder, ignore_errors=True)


class SpareWorker:
    """At most one worker that waits for its job. It is prepared for the panel; a server without one has none."""

    def __init__(self):
        self._worker: WorkerProcess | None = None
        self._timer: threading.Timer | None = None
        self._lock = threading.Lock()
        self._closed = False

    def prepare(self, chapter: Path) -> None:
        """Gets a worker ready for a chapter, in a thread."""
        threading.Thread(target=self._prepare, args=[chapter], daemon=True).start()

    def take(self, chapter: Path) -> WorkerProcess:
        """Returns a worker for a chapter: the one that is ready, else a new one."""
        with self._lock:
            worker = self._worker
            if worker and worker.chapter == chapter and worker.is_alive:
                self._worker = None
                return worker
            self._drop()
        return WorkerProcess(chapter)

    def close(self) -> None:
        """Ends the worker, and takes no other."""
        with self._lock:
            self._closed = True
            self._drop()

    def _prepare(self, chapter):
        with self._lock:
            if self._closed:
                return
            if not self._worker or self._worker.chapter != chapter or not self._worker.is_alive:
                self._drop()
                self._worker = WorkerProcess(chapter)
            self._restart_timer()

    def _restart_timer(self):
        if self._timer:
            self._timer.cancel()
        self._timer = threading.Timer(IDLE_TIME, self._end_idle)
        self._timer.daemon = True
        self._timer.start()

    def _end_idle(self):
        with self._lock:
            self._drop()

    def _drop(self):
        if self._timer:
            self._timer.cancel()
        if self._worker:
            self._worker.close()
        self._worker = None


@contextlib.asynccontextmanager
async def worker_for(spare: SpareWorker, chapter: Path) -> AsyncIterator[WorkerProcess]:
    """Takes a worker for a chapter, and ends it afterwards; also if the task is cancelled while the worker starts."""
    taking = asyncio.create_task(asyncio.to_thread(spare.take, chapter))
    try:
        yield await asyncio.shield(taking)
    finally:
        worker = await taking
        await asyncio.shield(asyncio.to_thread(worker.close))


async def stream_events(
    worker: WorkerProcess, job: types.WorkerJob, silence: float
) -> AsyncIterator[types.WorkerEvent]:
    """Yields a worker's events as they come; a thread of its own waits for them.

    Raises TimeoutError if none comes for `silence` seconds, as when an answer has stopped the process.
    """
    loop = asyncio.get_running_loop()
    events: asyncio.Queue[types.WorkerEvent | None] = asyncio.Queue()

    def put(event):
        loop.call_soon_threadsafe(events.put_nowait, event)

    def pump():
        with contextlib.suppress(RuntimeError, ValueError, OSError):  # the loop, or the worker, has been closed
            try:
                for event in worker.events(job):
                    put(event)
            except child.GradingError as error:
                put({"event": "error", "message": str(error)})
            finally:
                put(None)

    threading.Thread(target=pump, daemon=True).start()
    while (event := await asyncio.wait_for(events.get(), silence)) is not None:
        yield event
