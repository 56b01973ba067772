"""A notebook that is renamed, moved or deleted outside of Jupyter, and a check after one that was just cancelled."""

import asyncio
import json
import os

import pytest
from served import PATH, by_event, seen
from small import COUNT, NO_ONE, NO_STRIDE, WINDOW

from cs231n_course.server.check_queue import RENAMED
from cs231n_course.server.state import state_file

pytestmark = pytest.mark.slow  # a grader or more for each test
RENAMED_PATH = "course/mine.ipynb"


@pytest.fixture
def rename(folder):
    """Rename the learner's notebook."""
    return lambda: (folder / "01_small.ipynb").rename(folder / "mine.ipynb")


async def test_a_renamed_notebook_keeps_what_was_graded(panel, write, folder, rename):
    write(window=WINDOW, count=COUNT)
    await panel.check()
    rename()
    after = await panel.get("notebook", path=RENAMED_PATH)
    assert [one["status"] for one in after["exercises"]] == ["passed", "passed"]
    assert after["points"] == 5
    await panel.check(RENAMED_PATH, ["count"])
    kept = state_file(folder / "mine.ipynb")
    assert set(json.loads(kept.read_text())["exercises"]) == {"window", "count"}
    (folder / "mine.ipynb").rename(folder / "again.ipynb")
    assert (await panel.get("notebook", path="course/again.ipynb"))["points"] == 5


async def test_what_a_copy_has_read_stays_with_the_notebook_that_was_away(panel, write, folder):
    write(window=WINDOW, count=COUNT)
    await panel.check()
    write("copy.ipynb", window=NO_STRIDE, count=COUNT)
    (folder / "01_small.ipynb").rename(folder.parent / "away.ipynb")
    await panel.check("course/copy.ipynb")
    (folder.parent / "away.ipynb").rename(folder / "01_small.ipynb")
    assert (await panel.get("notebook", path=PATH))["points"] == 5
    assert (await panel.get("notebook", path="course/copy.ipynb"))["points"] == 3


async def test_of_several_states_left_behind_the_newest_is_read(panel, write, folder):
    write("mine.ipynb", window=WINDOW, count=COUNT)
    names = ["b.ipynb", "c.ipynb", "a.ipynb"]
    for age, name in enumerate(names):
        write(name, window=WINDOW, count=COUNT)
        await panel.check(f"course/{name}", None if name == "b.ipynb" else ["count"])
        os.utime(state_file(folder / name), (10**9 - age, 10**9 - age))
    for name in names:
        (folder / name).unlink()
    assert (await panel.get("notebook", path=RENAMED_PATH))["points"] == 5


async def test_the_state_of_a_notebook_that_is_there_stays_its_own(panel, write, folder):
    write(window=WINDOW, count=COUNT)
    await panel.check()
    write("other.ipynb", window=WINDOW, count=COUNT)
    after = await panel.get("notebook", path="course/other.ipynb")
    assert [one["status"] for one in after["exercises"]] == ["unchecked", "unchecked"]


async def test_what_was_left_behind_counts_only_for_the_same_answers(panel, write, folder):
    write(window=WINDOW, count=COUNT)
    await panel.check()
    write("mine.ipynb", window=WINDOW, count=NO_ONE)
    (folder / "01_small.ipynb").unlink()
    after = await panel.get("notebook", path=RENAMED_PATH)
    assert [(one["status"], one["points"]) for one in after["exercises"]] == [("passed", 4), ("changed", 0)]


async def test_a_damaged_state_that_was_left_behind_is_not_taken(panel, write, folder, rename):
    write(window=WINDOW, count=COUNT)
    await panel.check()
    state_file(folder / "01_small.ipynb").write_text("{")
    rename()
    after = await panel.get("notebook", path=RENAMED_PATH)
    assert [one["status"] for one in after["exercises"]] == ["unchecked", "unchecked"]
    assert after["notes"] == []


async def test_a_notebook_that_is_renamed_while_it_is_checked(panel, hanging, rename):
    check = asyncio.create_task(panel.check(timeout=300))
    await seen(hanging)
    rename()
    hanging.unlink()
    events = by_event(await check)
    assert events["exercise"][-1]["save_error"] == events["done"][0]["save_error"] == RENAMED


async def test_a_notebook_that_is_deleted_while_it_is_checked(panel, hanging, folder):
    check = asyncio.create_task(panel.check(timeout=300))
    await seen(hanging)
    (folder / "01_small.ipynb").unlink()
    hanging.unlink()
    words = "The notebook was renamed, moved or deleted while it was checked, so the results could not be kept."
    assert (await check)[-1]["save_error"] == f"{words} Check again."


async def test_a_check_may_follow_one_that_is_just_being_cancelled(panel, hanging, queue):
    first = asyncio.create_task(panel.check())
    await seen(hanging)
    (job,) = queue._jobs
    job.close()
    assert not (await panel.get("notebook", path=PATH))["being_checked"]
    events = await panel.check(exercises=["window"])
    assert events[-1]["event"] == "done"
    assert (await first)[-1]["event"] == "error"
    after = await panel.get("notebook", path=PATH)
    assert [one["status"] for one in after["exercises"]] == ["passed", "unchecked"]
