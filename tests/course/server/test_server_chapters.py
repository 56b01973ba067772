"""What the server says of the course: its chapters, and where the learner's copy of each is."""

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook
from served import PATH

from cs231n_course.learn.copy import copy_course
from cs231n_course.notebooks import reading
from cs231n_course.server import chapters as chapters_of
from cs231n_kit import __version__

MINE = "chapter 1 - done by me.ipynb"


async def test_the_course(panel, right):
    found = await panel.get("course", dir="course")
    chapter = {"stem": "01_small", "title": "Small", "path": PATH, "points": 0, "possible": 5, "exercise_count": 2}
    assert found["chapters"] == [chapter]
    assert (found["version"], found["dir"], found["nothing_checked"]) == (__version__, "course", True)
    await panel.check()
    found = await panel.get("course", dir="course")
    assert found["chapters"] == [chapter | {"points": 5}]
    assert not found["nothing_checked"]


@pytest.mark.slow
async def test_who_has_begun_is_not_welcomed_again_after_a_rename(panel, right, folder, publish, chapter):
    chapter.metadata.cs231n["chapter"] = "02_next"
    publish(chapter, "02_next.ipynb")
    nbformat.write(chapter, folder / "02_next.ipynb")
    await panel.check()
    (folder / "01_small.ipynb").rename(folder / "mine.ipynb")
    found = await panel.get("course", dir="course")
    assert [one["path"] for one in found["chapters"]] == ["course/mine.ipynb", "course/02_next.ipynb"]
    assert not found["nothing_checked"]


async def test_the_course_is_found_in_its_usual_folder_or_at_the_top(panel, folder, jp_root_dir, publish, chapter):
    (jp_root_dir / "other").mkdir()
    found = await panel.get("course", dir="other")
    assert (found["dir"], found["chapters"][0]["path"]) == ("course", PATH)
    copy_course(jp_root_dir)
    assert (await panel.get("course", dir=""))["chapters"][0]["path"] == "01_small.ipynb"
    assert (await panel.get("course", dir="course"))["chapters"][0]["path"] == PATH
    for path in folder.iterdir():
        path.unlink()
    assert (await panel.get("course", dir="course"))["dir"] == ""
    chapter.metadata.cs231n["chapter"] = "02_next"
    publish(chapter, "02_next.ipynb")
    assert [one["path"] for one in (await panel.get("course"))["chapters"]] == ["01_small.ipynb", None]
    (jp_root_dir / "01_small.ipynb").unlink()
    found = await panel.get("course", dir="other")
    assert (found["dir"], found["nothing_checked"]) == ("other", True)
    assert [one["path"] for one in found["chapters"]] == [None, None]


async def test_a_file_that_only_has_the_name_is_no_copy(panel, folder):
    nbformat.write(new_notebook(), folder / "01_small.ipynb")
    assert (await panel.get("course", dir="course"))["chapters"][0]["path"] is None
    (folder / "01_small.ipynb").write_text("{")
    assert (await panel.get("course", dir="course"))["chapters"][0]["path"] is None


async def test_a_course_without_chapters_is_said(panel, tmp_path, monkeypatch):
    monkeypatch.setenv("CS231N_CHAPTERS", str(tmp_path / "nothing"))
    assert "Is CS231N_CHAPTERS spelled right?" in await panel.refused(500, "course")
    assert "Is CS231N_CHAPTERS spelled right?" in (await panel.get("notebook", path=PATH))["not_in_course_reason"]


async def only_path(panel, folder="course"):
    """Give the path of the only chapter's copy."""
    (found,) = (await panel.get("course", dir=folder))["chapters"]
    return found["path"]


@pytest.mark.slow
async def test_a_copy_under_another_name_is_found(panel, right, folder):
    await panel.check()
    (folder / "01_small.ipynb").rename(folder / MINE)
    (folder / "a.ipynb").write_text('{"01_small"')
    (folder / "b.ipynb").mkdir()
    nbformat.write(new_notebook(cells=[new_markdown_cell('about "01_small"')]), folder / "c.ipynb")
    found = (await panel.get("course", dir="course"))["chapters"][0]
    assert (found["path"], found["points"], found["possible"]) == (f"course/{MINE}", 5, 5)
    assert await only_path(panel, "") == f"course/{MINE}"


async def test_what_cs231n_learn_set_aside_comes_last(panel, right, folder):
    (folder / "01_small.ipynb").rename(folder / "01_small.before-2026-01-01.ipynb")
    assert await only_path(panel) == "course/01_small.before-2026-01-01.ipynb"
    nbformat.write(right, folder / MINE)
    assert await only_path(panel) == f"course/{MINE}"


async def test_a_copy_under_its_own_name_comes_first_in_whichever_folder(panel, right, folder, write):
    write(MINE)
    write("a.ipynb")
    (folder / MINE).rename(folder.parent / MINE)
    assert await only_path(panel, "") == PATH
    assert await only_path(panel) == PATH


async def test_the_search_for_a_copy_is_bounded(panel, right, folder, monkeypatch):
    (folder / "01_small.ipynb").rename(folder / MINE)
    with monkeypatch.context() as small:
        small.setattr(chapters_of, "MAX_BYTES", 100)
        assert await only_path(panel) is None
    for number in range(chapters_of.MAX_SEARCHED):
        (folder / f"{number:03}.ipynb").write_text("{}")
    assert await only_path(panel) is None
    (folder / "000.ipynb").unlink()
    assert await only_path(panel) == f"course/{MINE}"


async def test_no_notebook_is_parsed_that_can_not_be_a_copy(panel, right, folder, monkeypatch):
    (folder / "01_small.ipynb").rename(folder / MINE)
    nbformat.write(new_notebook(), folder / "a.ipynb")
    read, load = [], reading.load
    monkeypatch.setattr(reading, "load", lambda path: read.append(path.name) or load(path))
    assert await only_path(panel) == f"course/{MINE}"
    assert sorted(read) == ["01_small.ipynb", MINE]


async def test_a_path_is_given_as_it_was_asked_for(panel, folder):
    (folder.parent / "lnk").symlink_to(folder)
    (folder / "real.ipynb").symlink_to(folder / "01_small.ipynb")
    for asked in ("lnk", "lnk/", "/lnk"):
        assert await only_path(panel, asked) == "lnk/01_small.ipynb"
    (folder / "01_small.ipynb").rename(folder.parent / "01_small.ipynb")
    assert await only_path(panel, "") == "01_small.ipynb"
    assert await only_path(panel, "/") == "01_small.ipynb"


@pytest.mark.parametrize("name", [" lead", "trail ", " "])
async def test_spaces_belong_to_a_name(panel, folder, name):
    folder.rename(folder.parent / name)
    assert await only_path(panel, name) == f"{name}/01_small.ipynb"
    (folder.parent / name / "01_small.ipynb").rename(folder.parent / f"{name}a.ipynb")
    assert (await panel.get("notebook", path=f"{name}a.ipynb"))["in_course"]
    assert "def window" in (await panel.get("starter", path=f"{name}a.ipynb", exercise_id="window"))["source"]
