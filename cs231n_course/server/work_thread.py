"""The one thread that reads and computes what the panel asks for, so that Jupyter's own requests need not wait.

Python runs one thread at a time, and Jupyter's event loop is one: each more that computes makes it wait longer.
"""

import asyncio
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from cs231n_course.server.errors import RequestError

THREAD_SETTING = "cs231n_thread"
MOST_WAITING = 32  # a learner with many notebooks open asks for some twenty things at once
BUSY = "The course's server part has too much to do at the moment. Try again in a few seconds."


class WorkThread:
    """A thread that does one thing after the other. What waits is shared by all who ask for it; too much is refused."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="cs231n")
        self._waiting: dict[Hashable, asyncio.Future[Any]] = {}  # what has not been begun yet

    async def run(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """Returns what a function returns, called in the thread. Raises RequestError if too much waits."""
        return await self._add(object(), function, arguments)

    async def share(self, function: Callable[..., Any], *arguments: Hashable) -> Any:
        """Returns the same as `run`; those who ask before it is begun have one call of the function in common."""
        key = function, arguments
        return await asyncio.shield(self._waiting.get(key) or self._add(key, function, arguments))

    def _add(self, key: Hashable, function: Callable[..., Any], arguments: Sequence[Any]) -> asyncio.Future[Any]:
        if len(self._waiting) >= MOST_WAITING:
            raise RequestError(503, BUSY)
        loop = asyncio.get_running_loop()

        def begin() -> Any:
            loop.call_soon_threadsafe(self._waiting.pop, key)
            return function(*arguments)

        self._waiting[key] = loop.run_in_executor(self._pool, begin)
        return self._waiting[key]
