"""Wait until an answer has come to its end, and end its process if it does not.

What an answer leaves running (a thread, a timer, a task of the event loop) might end the process at any time, and its
verdict would then depend on when. So a check begins and ends only when nothing of the answer runs any more, and the
grader's last cell asks once more. What is still there after a grace ends the process here: the verdict is then the same
as if it had done so itself.
"""

import asyncio
import os
import signal
import sys
import threading
import time
from types import FrameType

GRACE = 2.0  # seconds
TIMERS = [getattr(signal, name) for name in ("ITIMER_REAL", "ITIMER_VIRTUAL", "ITIMER_PROF") if hasattr(signal, name)]


def wait_for_threads() -> None:
    """Wait until no thread and no timer of an answer runs; end the process if one does after the grace."""
    deadline = time.monotonic() + GRACE
    while _something_runs():
        if time.monotonic() > deadline:
            os._exit(1)
        time.sleep(0.005)


async def settle() -> None:
    """Wait as wait_for_threads does, and also until the event loop has nothing of an answer to do."""
    deadline = time.monotonic() + GRACE
    while _something_runs() or _something_is_scheduled():
        if time.monotonic() > deadline:
            os._exit(1)
        await asyncio.sleep(0.005)


def _something_runs() -> bool:
    if any(signal.getitimer(timer)[0] for timer in TIMERS):
        return True
    main = threading.main_thread().ident
    return any(_is_of_answer(frame) for ident, frame in sys._current_frames().items() if ident != main)


def _is_of_answer(frame: FrameType | None) -> bool:
    """Returns whether a thread with this frame runs code of a notebook, or nothing but what a Thread or Timer calls.

    Others belong to a library, as Jupyter's own and those of a pool that waits for work.
    """
    modules = []
    while frame is not None:
        modules.append(frame.f_globals.get("__name__"))
        frame = frame.f_back
    return "__main__" in modules or set(modules) == {"threading"}


def _something_is_scheduled() -> bool:
    loop = asyncio.get_running_loop()
    pending = [handle for handle in getattr(loop, "_scheduled", []) if not handle.cancelled()]
    frames = [getattr(task.get_coro(), "cr_frame", None) for task in asyncio.all_tasks(loop) - {asyncio.current_task()}]
    return bool(pending) or any(frame and frame.f_globals.get("__name__") == "__main__" for frame in frames)
