"""Fixtures of the tests around the course: a folder of chapters with one small chapter in it."""

import nbformat
import pytest
from small import small_chapter


@pytest.fixture
def chapter():
    """Give the small chapter."""
    return small_chapter()


@pytest.fixture
def chapters(tmp_path, monkeypatch, chapter):
    """Make a folder of chapters with the small one in it, and let the course find it."""
    folder = tmp_path / "chapters"
    folder.mkdir()
    nbformat.write(chapter, folder / "01_small.ipynb")
    (folder / "index.md").write_text("# The course\n")
    monkeypatch.setenv("CS231N_CHAPTERS", str(folder))
    return folder
