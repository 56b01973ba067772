"""Checks through a real server: what is streamed, in which order, for whom, and what goes wrong."""

import asyncio
import json
import os

import nbformat
import psutil
import pytest
from nbformat.v4 import new_code_cell
from served import PATH, by_event, hangs, seen
from small import COUNT, NO_ONE, NO_STRIDE, STRIDE_WORDS, WINDOW, cell

from cs231n_course.grading import grade
from cs231n_course.notebooks import reading
from cs231n_course.server import check_queue, worker_process

pytestmark = pytest.mark.slow  # a grader or more for each test


async def test_a_check_streams_what_grade_gives(panel, write, folder):
    write(window=NO_STRIDE, count=COUNT)
    events = await panel.check()
    assert [event["event"] for event in events] == ["started", "exercise", "exercise", "done"]
    assert events[0]["exercise_ids"] == ["window", "count"]
    window, count = (event["exercise"] for event in events[1:3])
    graded = grade.grade_notebook(folder / "01_small.ipynb")
    assert [window["points"], count["points"]] == [one.points for one in graded.exercises] == [2, 1]
    assert [window["status"], count["status"]] == ["failed", "passed"]
    assert window["messages"][0] == graded.exercises[0].words[0] == STRIDE_WORDS
    assert [check["passed"] for check in window["checks"]] == [True, False]
    assert window["checks"][1]["title"] == "two steps"
    assert window["checks"][1]["possible"] == 2
    assert count["checked_source"] == COUNT
    done = events[3]
    assert (done["points"], done["possible"], done["save_error"], done["notes"]) == (3, 5, None, [])
    assert isinstance(done["seconds"], float)


async def test_results_come_as_they_are_judged(panel, hanging):
    judged = []
    async for event in panel.stream(timeout=300):
        if event["event"] == "exercise":
            judged.append(event["exercise"]["id"])
            if judged == ["window"]:
                await seen(hanging)
                hanging.unlink()
    assert judged == ["window", "count"]


async def test_a_check_has_the_time_that_it_asks_for(panel, hanging):
    events = by_event(await panel.check(timeout=1))
    assert "took longer than 1 second" in events["exercise"][1]["exercise"]["messages"][0]


async def test_one_exercise(panel, right):
    events = by_event(await panel.check(exercises=["count", "count"]))
    assert events["started"][0]["exercise_ids"] == ["count"]
    assert [event["exercise"]["id"] for event in events["exercise"]] == ["count"]
    after = await panel.get("notebook", path=PATH)
    assert [one["status"] for one in after["exercises"]] == ["unchecked", "passed"]
    assert (after["points"], after["possible"], after["being_checked"]) == (1, 5, False)


async def test_a_spare_worker_makes_the_next_check_quick_and_is_used_once(panel, right, spare):
    await panel.get("notebook", path=PATH)
    async with asyncio.timeout(120):
        while not spare._worker:
            await asyncio.sleep(0.05)
    first = spare._worker
    await panel.check()
    assert not first.is_alive
    assert not any(map(psutil.pid_exists, [first._process.pid]))
    assert spare._worker is not first


async def test_a_spare_worker_that_nobody_needs_is_ended(panel, right, spare, monkeypatch):
    monkeypatch.setattr(worker_process, "IDLE_TIME", 0.5)
    before = set(psutil.Process().children(recursive=True))
    await panel.get("notebook", path=PATH)
    for state in (True, False):
        async with asyncio.timeout(120):
            while bool(spare._worker) != state:
                await asyncio.sleep(0.05)
    left = set(psutil.Process().children(recursive=True)) - before
    assert [one for one in left if one.is_running() and one.status() != psutil.STATUS_ZOMBIE] == []
    assert (await panel.check())[-1]["points"] == 5


async def test_nothing_is_started_before_the_panel_asks(panel, spare):
    before = psutil.Process().children(recursive=True)
    await panel.get("course")
    assert spare._worker is None
    assert psutil.Process().children(recursive=True) == before


async def test_a_client_that_goes_takes_all_with_it(
    panel, queue, hanging, scratch, jp_http_port, jp_auth_header, jp_base_url
):
    before = set(psutil.Process().children(recursive=True))
    _, writer = await asyncio.open_connection("127.0.0.1", jp_http_port)
    body = json.dumps({"path": PATH})
    lines = [f"POST {jp_base_url}cs231n/check HTTP/1.1", f"Content-Length: {len(body)}", "Host: 127.0.0.1"]
    lines += [f"{name}: {value}" for name, value in jp_auth_header.items()]
    writer.write("\r\n".join([*lines, "", body]).encode())
    await seen(hanging)
    assert (await panel.get("notebook", path=PATH))["being_checked"]
    started = set(psutil.Process().children(recursive=True)) - before
    assert len(started) >= 3
    writer.close()
    gone = asyncio.to_thread(psutil.wait_procs, started, 120)
    assert not (await gone)[1]
    after = await panel.get("notebook", path=PATH)
    assert [one["status"] for one in after["exercises"]] == ["passed", "unchecked"]  # what was judged is kept
    assert not after["being_checked"]
    await queue.close()
    assert not list(scratch.iterdir())


async def test_a_notebook_is_checked_once_at_a_time(panel, hanging):
    first = asyncio.create_task(panel.check(timeout=300))
    await seen(hanging)
    words = await panel.refused(409, "check", {"path": PATH})
    assert words == "01_small.ipynb is being checked already, maybe in another tab. Wait until that is done."
    other = await panel.refused(409, "check", {"path": "course//01_small.ipynb"})  # another name of the same
    assert other == words
    hanging.unlink()
    assert (await first)[-1]["event"] == "done"


async def test_others_wait_in_a_bounded_line(panel, hanging, folder, right, write):
    write(window=WINDOW, count=hangs(hanging))
    for number in range(5):
        write(f"{number}.ipynb", window=WINDOW, count=COUNT)
    first = asyncio.create_task(panel.check(timeout=300))
    await seen(hanging)
    others = []
    for number in range(4):
        others.append(asyncio.create_task(panel.check(f"course/{number}.ipynb", ["count"])))
        await asyncio.sleep(0.1)
    words = await panel.refused(429, "check", {"path": "course/4.ipynb"})
    assert words == "4 notebooks wait already while one is checked. Try again in a while."
    others[1].cancel()
    hanging.unlink()
    await first
    events = by_event(await others[3])
    assert [event["ahead"] for event in events["queued"]] in ([4, 3, 2, 1], [4, 2, 1], [4, 3, 1])
    assert events["done"][0]["points"] == 1
    assert by_event(await others[0])["done"][0]["points"] == 1


async def test_two_notebooks_of_a_folder_do_not_clash(panel, write):
    write(window=WINDOW, count=COUNT)
    write("mine.ipynb", window=NO_STRIDE, count=NO_ONE)
    both = await asyncio.gather(panel.check(), panel.check("course/mine.ipynb"))
    assert [events[-1]["points"] for events in both] == [5, 2]
    states = [(await panel.get("notebook", path=path))["points"] for path in (PATH, "course/mine.ipynb")]
    assert states == [5, 2]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("{", "The request is not one that the course's server part understands. Reload the page."),
        (b"\xff\xfe{}", "The request is not text in UTF-8."),
        ("[]", 'Say which notebook to check: {"path": "course/02.ipynb"}.'),
        ({"path": 3}, 'Say which notebook to check: {"path": "course/02.ipynb"}.'),
        ({"path": PATH, "timeout": 0}, "The time limit is a number of seconds from 1 to 600, not 0."),
        ({"path": PATH, "timeout": 601}, "The time limit is a number of seconds from 1 to 600, not 601."),
        ({"path": PATH, "timeout": float("nan")}, "The time limit is a number of seconds from 1 to 600, not nan."),
        ({"path": PATH, "timeout": True}, "The time limit is a number of seconds from 1 to 600, not True."),
        ({"path": PATH, "timeout": "5"}, "The time limit is a number of seconds from 1 to 600, not '5'."),
        ({"path": PATH, "exercise_ids": []}, "Name the exercises to check in a list, or give null to check all."),
        ({"path": PATH, "exercise_ids": "count"}, "Name the exercises to check in a list, or give null to check all."),
        ({"path": PATH, "exercise_ids": ["no"]}, "01_small has no exercise no; it has: window, count."),
    ],
)
async def test_a_request_that_is_wrong(panel, body, words):
    assert await panel.refused(400, "check", body) == words


async def test_a_kernel_that_dies_costs_its_exercise_only(panel, write):
    write(window=f"{WINDOW}\nimport os\nos._exit(1)", count=COUNT)
    events = by_event(await panel.check())
    window, count = (event["exercise"] for event in events["exercise"])
    assert "ended its own Python process" in window["messages"][0]
    assert (window["status"], count["status"]) == ("failed", "passed")
    assert events["done"][0]["points"] == 1


async def test_a_worker_that_dies_is_said(panel, hanging, queue):
    check = asyncio.create_task(panel.check())
    await seen(hanging)
    workers = [one for one in psutil.Process().children() if "cs231n_course.server.worker" in one.cmdline()]
    started = [one for worker in workers for one in worker.children(recursive=True)]
    for worker in workers:
        worker.kill()
    events = by_event(await check)
    assert events["error"][0]["message"] == "The process that checks ended before it was done. Check again."
    assert not psutil.wait_procs(started, timeout=120)[1]
    assert by_event(await panel.check(exercises=["window"]))["done"][0]["points"] == 4


async def test_a_worker_that_an_answer_stops_is_ended_and_said(panel, hanging, monkeypatch):
    monkeypatch.setattr(check_queue, "LONGEST_SILENCE", 15 - 2 * 6 * 300)  # seconds; its cells may take the rest
    check = asyncio.create_task(panel.check(timeout=300))
    await seen(hanging)
    (worker,) = [one for one in psutil.Process().children() if "cs231n_course.server.worker" in one.cmdline()]
    started = [worker, *worker.children(recursive=True)]
    worker.suspend()
    message = by_event(await check)["error"][0]["message"]
    assert message == "The process that checks did not answer any more, so it was ended. Check again."
    assert not psutil.wait_procs(started, timeout=120)[1]
    hanging.unlink()
    assert by_event(await panel.check(exercises=["window"], timeout=300))["done"][0]["points"] == 4


async def test_answers_that_are_missing_doubled_or_moved(panel, folder, right):
    nb = right
    window, count = cell(nb, "w-answer"), cell(nb, "c-answer")
    again = new_code_cell(NO_ONE, metadata=count.metadata, id="again")
    nb.cells = [again, *reversed([one for one in nb.cells if one is not window])]
    nbformat.write(nb, folder / "01_small.ipynb")
    first, second = (await panel.get("notebook", path=PATH))["exercises"]
    assert first["cell_id"] is None
    assert first["cell_problem"].startswith("The answer cell of window is missing from the notebook.")
    assert second["cell_id"] == "c-answer"
    assert second["cell_problem"].startswith("There are 2 answer cells for count; the original one")
    events = by_event(await panel.check())
    first, second = (event["exercise"] for event in events["exercise"])
    assert (first["status"], first["points"], first["checked_source"]) == ("unchecked", 0, None)
    assert first["messages"][0].startswith("The answer cell of window is missing")
    assert (second["status"], second["points"]) == ("passed", 1)


async def test_a_check_cell_that_was_deleted_is_a_note(panel, folder, right):
    right.cells = [one for one in right.cells if one.id != "c-check"]
    nbformat.write(right, folder / "01_small.ipynb")
    assert "A check cell of count is missing" in (await panel.get("notebook", path=PATH))["notes"][0]
    assert "A check cell of count is missing" in (await panel.check())[-1]["notes"][0]


async def test_a_notebook_of_300_cells(panel, folder, right):
    right.cells += [new_code_cell(f"print({number})") for number in range(300)]
    nbformat.write(right, folder / "01_small.ipynb")
    assert (await panel.check())[-1]["points"] == 5
    assert (await panel.get("notebook", path=PATH))["points"] == 5


async def test_a_notebook_that_is_broken_while_it_waits(panel, hanging, write, folder):
    write("other.ipynb", window=WINDOW)
    first = asyncio.create_task(panel.check(timeout=300))
    await seen(hanging)
    waiting = panel.stream("course/other.ipynb")
    assert (await anext(waiting))["event"] == "queued"
    (folder / "other.ipynb").write_text((folder / "01_small.ipynb").read_text()[:200])
    hanging.unlink()
    await first
    message = [event async for event in waiting][-1]["message"]
    assert "was saved only half" in message
    assert str(folder) not in message


async def test_the_answers_see_nothing_of_the_servers_environment(panel, write, monkeypatch):
    monkeypatch.setenv("JUPYTER_TOKEN", "secret")
    monkeypatch.setenv("MY_TOKEN", "secret")
    above = "''.join(str(one.environ()) for one in psutil.Process().parents()[:3])"
    spy = f"import os, psutil\nseen = str(os.environ)\ntry:\n    seen += {above}\nexcept (OSError, psutil.Error): pass"
    write(count=f"{spy}\ndef count(W, F):\n    return W - F + 1 if 'secret' not in seen else 0")
    assert (await panel.check(exercises=["count"]))[-1]["points"] == 1
    assert os.environ["MY_TOKEN"] == "secret"


async def test_the_notebook_is_not_touched(panel, right, folder):
    before = (folder / "01_small.ipynb").read_bytes()
    await panel.check()
    assert (folder / "01_small.ipynb").read_bytes() == before
    assert reading.load(folder / "01_small.ipynb")
    assert sorted(path.name for path in folder.iterdir()) == [
        ".01_small.cs231n.json",
        ".cs231n.json",
        "01_small.ipynb",
        "index.md",
    ]
