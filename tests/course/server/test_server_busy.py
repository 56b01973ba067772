"""A panel that asks for far too much: Jupyter's own requests are answered meanwhile, and what is too much refused."""

import asyncio
import json
import resource
import threading

import pytest
from served import PATH

from cs231n_course.server import handlers
from cs231n_course.server.work_thread import BUSY, MOST_WAITING

REQUESTS = 500


@pytest.fixture
def held(monkeypatch):
    """Hold up what describes a notebook until the event is set; give the event, with the paths that were described."""
    event, describe = threading.Event(), handlers.describe_notebook
    event.paths = []

    def wait_and_describe(manager, path, *others):
        event.paths.append(path)
        event.wait(120)
        return describe(manager, path, *others)

    monkeypatch.setattr(handlers, "describe_notebook", wait_and_describe)
    yield event
    event.set()


@pytest.fixture
def sockets():
    """Let this process, which is the browser and the server, have as many sockets as it takes."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (before[1], before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


@pytest.fixture
def ask(jp_http_port, jp_auth_header, jp_base_url, sockets):
    """Give what asks for a path over a connection of its own, as many at once as one likes: (status, JSON)."""

    async def get(path):
        reader, writer = await asyncio.open_connection("127.0.0.1", jp_http_port)
        lines = [f"GET {jp_base_url}{path} HTTP/1.1", "Host: 127.0.0.1", "Connection: close"]
        lines += [f"{name}: {value}" for name, value in jp_auth_header.items()]
        writer.write("\r\n".join([*lines, "", ""]).encode())
        head, _, body = (await reader.read()).partition(b"\r\n\r\n")
        writer.close()
        return int(head.split()[1]), json.loads(body)

    return get


async def test_others_are_answered_while_the_panel_asks_for_too_much(panel, held, ask):
    paths = ["course" + "/" * (number + 1) + "01_small.ipynb" for number in range(REQUESTS)]  # each another request
    asked = [asyncio.create_task(ask(f"cs231n/notebook?path={path}")) for path in paths]
    refused = REQUESTS - MOST_WAITING - 1
    while sum(task.done() for task in asked) < refused:
        await asyncio.sleep(0.05)
    for path in ("api/status", "api/contents/course", f"api/contents/{PATH}"):
        assert (await ask(path))[0] == 200
    assert sum(task.done() for task in asked) == refused, "what waits is still waiting"
    held.set()
    answers = await asyncio.gather(*asked)
    assert [answer for status, answer in answers if status == 503] == [{"message": BUSY}] * refused
    assert sum(status == 200 and answer["in_course"] for status, answer in answers) == MOST_WAITING + 1


async def test_who_asks_for_the_same_shares_the_answer(panel, held, ask):
    asked = [asyncio.create_task(ask(f"cs231n/notebook?path={PATH}")) for _ in range(REQUESTS)]
    assert (await ask("api/status"))[0] == 200
    held.set()
    answers = await asyncio.gather(*asked)
    assert {status for status, _ in answers} == {200}
    assert len(held.paths) < REQUESTS / 2


async def test_what_fails_fails_for_all_who_share_it(panel, held, ask):
    asked = [asyncio.create_task(ask("cs231n/notebook?path=nothing.ipynb")) for _ in range(20)]
    held.set()
    answers = await asyncio.gather(*asked)
    assert {status for status, _ in answers} == {404}
    assert (await panel.get("notebook", path=PATH))["in_course"]
