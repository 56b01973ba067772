"""The state file goes along when Jupyter itself renames or moves a notebook."""

import asyncio
import errno
import json
import os

import pytest
from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager, LargeFileManager
from served import PATH, by_event, seen

from cs231n_course.server.check_queue import RENAMED
from cs231n_course.server.renames import SCHEMA
from cs231n_course.server.state import state_file

pytestmark = pytest.mark.slow  # a grader or more for each test


@pytest.fixture
def rename(jp_fetch):
    """Rename by Jupyter, as its file browser does."""

    async def rename(old, new):
        reply = await jp_fetch("api", "contents", *old.split("/"), method="PATCH", body=json.dumps({"path": new}))
        assert json.loads(reply.body)["path"] == new

    return rename


@pytest.fixture
def emit(jp_serverapp):
    """Say that something was renamed, whether it was or not; nothing may fail at that."""

    async def emit(old, new):
        data = {"action": "rename", "path": new} | ({"source_path": old} if old else {})
        jp_serverapp.event_logger.emit(schema_id=SCHEMA, data=data)
        assert await jp_serverapp.event_logger.gather_listeners() == [None]

    return emit


@pytest.fixture
def checked(panel, right):
    """Check the learner's notebook before a test goes on."""
    return panel.check()


@pytest.mark.filterwarnings("ignore:The synchronous ContentsManager")
class TestUnder:
    @pytest.fixture(params=[AsyncLargeFileManager, LargeFileManager])
    def jp_server_config(self, jp_server_config, request):
        jp_server_config["ServerApp"]["contents_manager_class"] = request.param
        return jp_server_config

    async def test_every_manager_of_files_a_moved_notebook_keeps_its_results(self, panel, folder, checked, rename):
        await checked
        (folder.parent / "else where").mkdir()
        for old, new in ((PATH, "else where/mine.ipynb"), ("else where/mine.ipynb", "top.ipynb"), ("top.ipynb", PATH)):
            await rename(old, new)
            assert (await panel.get("notebook", path=new))["points"] == 5
            assert state_file(folder.parent / new).is_file()
            assert not state_file(folder.parent / old).exists()


async def test_a_state_at_the_target_was_nobodys(panel, folder, checked, rename):
    await checked
    state_file(folder / "mine.ipynb").write_text("{")
    await rename(PATH, "course/mine.ipynb")
    found = await panel.get("notebook", path="course/mine.ipynb")
    assert (found["points"], found["notes"]) == (5, [])


async def test_a_folder_takes_its_states_along(panel, checked, rename):
    await checked
    await rename("course", "course.ipynb")
    assert (await panel.get("notebook", path="course.ipynb/01_small.ipynb"))["points"] == 5


@pytest.mark.parametrize(("old", "new"), [(PATH, "course/01_small.txt"), ("course/01_small.txt", "course/b.ipynb")])
async def test_a_plain_file_takes_no_state(panel, folder, checked, rename, old, new):
    await checked
    if old != PATH:
        (folder / "01_small.ipynb").rename(folder / "01_small.txt")
    await rename(old, new)
    assert state_file(folder / "01_small.ipynb").is_file()
    assert not state_file(folder / "b.ipynb").exists()


async def test_a_link_that_is_renamed_leaves_the_state_of_the_notebook_that_it_names(panel, folder, checked, rename):
    await checked
    (folder / "link.ipynb").symlink_to(folder / "01_small.ipynb")
    state_file(folder / "link.ipynb").write_text("{")
    await rename("course/link.ipynb", "course/other.ipynb")
    assert (await panel.get("notebook", path=PATH))["points"] == 5
    assert (await panel.get("notebook", path="course/other.ipynb"))["points"] == 5


async def test_what_was_not_renamed_keeps_its_state(panel, write, folder, checked, emit):
    await checked
    write("other.ipynb")
    for old in (PATH, "", "nowhere/a.ipynb", "../course/01_small.ipynb", "."):
        await emit(old, "course/other.ipynb")
    for new in ("course/nothing.ipynb", "../away.ipynb", "course", ""):
        await emit(PATH, new)
    assert (await panel.get("notebook", path=PATH))["points"] == 5
    (folder / "01_small.ipynb").unlink()
    await emit(PATH, "course/nothing.ipynb")
    assert [path.name for path in folder.glob(".?*.cs231n.json")] == [".01_small.cs231n.json"]


async def test_nothing_outside_of_the_folder_is_touched(folder, checked, emit):
    await checked
    place = folder.parent.parent / "outside"
    place.mkdir()
    (folder / "out").symlink_to(place)
    (folder / "01_small.ipynb").rename(place / "a.ipynb")
    await emit(PATH, "course/out/a.ipynb")
    state_file(folder / "01_small.ipynb").rename(state_file(place / "b.ipynb"))
    (folder / "a.ipynb").write_text("{}")
    await emit("course/out/b.ipynb", "course/a.ipynb")
    assert sorted(path.name for path in place.iterdir()) == [".b.cs231n.json", "a.ipynb"]
    assert not state_file(folder / "a.ipynb").exists()


async def test_a_state_that_can_not_go_along_stops_no_rename_and_is_logged(panel, folder, checked, rename, caplog):
    await checked
    state_file(folder / "mine.ipynb").mkdir()
    await rename(PATH, "course/mine.ipynb")
    assert (folder / "mine.ipynb").is_file()
    assert ".01_small.cs231n.json could not go along" in caplog.text


async def test_to_another_disk_it_is_copied(panel, folder, checked, rename, monkeypatch):
    def across(*_):
        raise OSError(errno.EXDEV, "another disk")

    await checked
    monkeypatch.setattr(os, "replace", across)
    await rename(PATH, "mine.ipynb")
    assert (await panel.get("notebook", path="mine.ipynb"))["points"] == 5


async def test_what_was_judged_before_a_rename_goes_along(panel, hanging, rename):
    check = asyncio.create_task(panel.check(timeout=300))
    await seen(hanging)
    await rename(PATH, "mine.ipynb")
    hanging.unlink()
    events = by_event(await check)
    assert events["done"][0]["save_error"] == RENAMED
    found = await panel.get("notebook", path="mine.ipynb")
    assert [one["status"] for one in found["exercises"]] == ["passed", "unchecked"]


@pytest.mark.usefixtures("elsewhere")
class TestNotebooksElsewhere:
    async def test_are_left_alone(self, jp_serverapp):
        jp_serverapp.contents_manager.emit({"action": "rename", "path": "b.ipynb", "source_path": "a.ipynb"})
        assert await jp_serverapp.event_logger.gather_listeners() == [None]
