"""Keep one worker ready, so that a check begins at once; each grades one notebook and is replaced by a fresh one."""

import asyncio
import contextlib
import json
import shutil
import subprocess
import tempfile
import threading

from cs231n_course.sandbox import run

PATIENCE = 1.5  # seconds for a worker to end all that it started, before it is killed
IDLE = 600.0  # seconds that a worker waits for a job before it is ended, to free its memory


class Worker:
    """A process that grades one notebook, once. Its methods block: call them in threads."""

    def __init__(self, chapter):
        """Start the process, and let it prepare for a chapter."""
        self.chapter = chapter
        self._folder = tempfile.mkdtemp(prefix="cs231n-")
        self._process = run.start_module("server.worker", self._folder)
        run.send_line(self._process, {"chapter": str(chapter)})

    @property
    def lives(self):
        """Tell whether the process still waits or works."""
        return self._process.poll() is None

    def events(self, job):
        """Give the job and take its events. Raises GradingError if the process has ended."""
        run.send_line(self._process, job)
        for line in self._process.stdout:
            yield json.loads(line)

    def close(self):
        """End the process and all that it started."""
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(PATIENCE)
        run.end_process(self._process)
        shutil.rmtree(self._folder, ignore_errors=True)


class Spare:
    """Keeps at most one worker that waits for its job; the panel asks for it, so a server without one has none."""

    def __init__(self):
        self._worker = self._timer = None
        self._lock = threading.Lock()
        self._closed = False

    def prepare(self, chapter):
        """Get a worker ready for a chapter, in a thread."""
        threading.Thread(target=self._prepare, args=[chapter], daemon=True).start()

    def _prepare(self, chapter):
        with self._lock:
            if self._closed:
                return
            if not self._worker or self._worker.chapter != chapter or not self._worker.lives:
                self._drop()
                self._worker = Worker(chapter)
            self._expect_use()

    def take(self, chapter):
        """Give a worker for a chapter: the one that is ready, else a new one."""
        with self._lock:
            worker = self._worker
            if worker and worker.chapter == chapter and worker.lives:
                self._worker = None
                return worker
            self._drop()
        return Worker(chapter)

    def close(self):
        """End the worker, and take no other."""
        with self._lock:
            self._closed = True
            self._drop()

    def _expect_use(self):
        if self._timer:
            self._timer.cancel()
        self._timer = threading.Timer(IDLE, self._end_idle)
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
async def worker_for(spare, chapter):
    """Take a worker for a chapter, and end it afterwards; also if whoever asked is cancelled while it starts."""
    taking = asyncio.create_task(asyncio.to_thread(spare.take, chapter))
    try:
        yield await asyncio.shield(taking)
    finally:
        worker = await taking
        await asyncio.shield(asyncio.to_thread(worker.close))


async def events_of(worker, job):
    """Give a worker's events as they come; a thread of its own waits for them."""
    loop, inbox = asyncio.get_running_loop(), asyncio.Queue()

    def pump():
        with contextlib.suppress(RuntimeError, ValueError, OSError):  # the loop, or the worker, has been closed
            try:
                for event in worker.events(job):
                    loop.call_soon_threadsafe(inbox.put_nowait, event)
            except run.GradingError as error:
                loop.call_soon_threadsafe(inbox.put_nowait, {"event": "error", "message": str(error)})
            finally:
                loop.call_soon_threadsafe(inbox.put_nowait, None)

    threading.Thread(target=pump, daemon=True).start()
    while (event := await inbox.get()) is not None:
        yield event
