"""Fixtures of the tests around the course: a folder of chapters with one small chapter in it."""

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output
from small import MISTAKES, WINDOW, cell, small_chapter, with_answers

from cs231n_course.learn.copy import copy_course
from cs231n_course.notebooks import reading
from cs231n_course.notebooks.format import WIDGET_VIEW_MIME


@pytest.fixture
def chapter():
    """Returns the small chapter."""
    return small_chapter()


@pytest.fixture
def chapters(tmp_path, monkeypatch, chapter):
    """Make a folder of chapters with the small one and its mistakes in it, and let the course find it."""
    folder = tmp_path / "chapters"
    (folder / "mistakes").mkdir(parents=True)
    nbformat.write(chapter, folder / "01_small.ipynb")
    (folder / "mistakes" / "01_small.txt").write_text(MISTAKES)
    (folder / "index.md").write_text("# The course\n")
    monkeypatch.setenv("CS231N_CHAPTERS", str(folder))
    return folder


@pytest.fixture
def publish(chapters):
    """Let the course bring out a chapter."""

    def write(nb, name="01_small.ipynb"):
        nbformat.write(nb, chapters / name)

    return write


@pytest.fixture
def worked(chapters, tmp_path, chapter):
    """Make a copy of the small chapter in which a learner has worked: the folder."""
    folder = tmp_path / "course"
    copy_course(folder)
    nb = with_answers(reading.read(folder / "01_small.ipynb"), window=WINDOW)
    nb.cells.insert(4, new_markdown_cell("My own note.", id="note"))
    plot = new_output("display_data", {"text/plain": "a plot"})
    view = new_output("display_data", {WIDGET_VIEW_MIME: {"model_id": "gone"}})
    nb.cells.append(new_code_cell("plot(1)", id="try", outputs=[plot, view], execution_count=3))
    nb.cells.append(new_code_cell("", id="empty"))
    cell(nb, "plain").source = "print(STEP * 100)"
    cell(nb, "given").source = "STEP = 3"
    nbformat.write(nb, folder / "01_small.ipynb")
    return folder
