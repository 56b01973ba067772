"""Asks a server as the panel in the browser does."""

import asyncio
import contextlib
import json
import tempfile
from pathlib import Path

import pytest
import tornado.httpclient

PATH = "course/01_small.ipynb"


class Panel:
    """Asks as the panel in the browser does."""

    def __init__(self, fetch):
        self.fetch = fetch

    async def get(self, verb, **query):
        """Give what a request for a description brings."""
        return json.loads((await self.fetch("cs231n", verb, params=query)).body)

    async def check(self, path=PATH, exercises=None, timeout=None):
        """Give all events of a check."""
        return [event async for event in self.stream(path, exercises, timeout)]

    async def stream(self, path=PATH, exercises=None, timeout=None):
        """Give the events of a check as they come."""
        came = asyncio.Queue()
        body = json.dumps({"path": path, "exercise_ids": exercises, "timeout": timeout})
        asked = self.fetch(
            "cs231n", "check", method="POST", body=body, streaming_callback=came.put_nowait, request_timeout=600
        )
        asked.add_done_callback(lambda _: came.put_nowait(None))
        text = b""
        while (part := await came.get()) is not None:
            *lines, text = (text + part).split(b"\n")
            for line in lines:
                yield json.loads(line)
        assert (await asked).headers["Content-Type"] == "application/x-ndjson"
        assert text == b""

    async def refused(self, status, verb, body=None, headers=None, **query):
        """Ask for what is refused; give the words."""
        post = (
            {}
            if body is None
            else {"method": "POST", "body": body if isinstance(body, str | bytes) else json.dumps(body)}
        )
        with pytest.raises(tornado.httpclient.HTTPClientError) as caught:
            await self.fetch("cs231n", verb, params=query, headers=headers, **post)
        assert caught.value.code == status
        assert caught.value.response.headers["Content-Type"] == "application/json"
        return json.loads(caught.value.response.body)["message"]


def by_event(events):
    """Sort events by their kind: {kind: [event]}."""
    found = {}
    for event in events:
        found.setdefault(event["event"], []).append(event)
    return found


class Sign:
    """What shows that an answer runs, a file in its own folder, and what lets it end, a file that the test makes."""

    def __init__(self, end):
        self.end = end
        self.name = f"sign-{end.parent.name}"

    def exists(self):
        """Say whether the answer runs, or has run."""
        with contextlib.suppress(FileNotFoundError):  # a folder that went while it was looked through
            return any(Path(tempfile.gettempdir()).glob(f"cs231n-*/cs231n-*/*/k*/*/{self.name}"))
        return False

    def unlink(self):
        """Let the answer end."""
        self.end.touch()


def hangs(sign):
    """Give an answer that shows that it runs, and hangs until it may end."""
    return f"""def count(W, F):
    import time, pathlib
    pathlib.Path({sign.name!r}).touch()
    while not pathlib.Path({str(sign.end)!r}).exists():
        time.sleep(0.02)"""


async def seen(sign):
    """Wait until an answer gives its sign."""
    async with asyncio.timeout(120):
        while not sign.exists():
            await asyncio.sleep(0.02)
