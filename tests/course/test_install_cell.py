"""The cell that the book's notebooks begin with: nothing to the grader, and to `learn` a cell of the learner's own."""

import json

import nbformat
import pytest
from small import COUNT, WINDOW, cs231n, with_answers

from cs231n_course.learn.copy import copy_course
from cs231n_course.notebooks import reading, release
from cs231n_course.notebooks.install_cell import ID, with_install_cell


@pytest.fixture
def downloaded(chapters, chapter):
    """Release the small chapter as the book's site has it."""
    return with_install_cell(release.release_chapter(chapter), "https://example.org/ada/convnets", "v1")


def test_the_cell_is_the_only_difference(downloaded, chapter):
    nbformat.validate(downloaded)
    first = downloaded.cells.pop(0)
    assert '"cs231n-kit @ git+https://example.org/ada/convnets@v1"' in first.source
    assert downloaded == release.release_chapter(chapter)


@pytest.mark.slow
def test_a_downloaded_notebook_is_graded_and_brought_up_to_date_like_any_other(downloaded, tmp_path):
    answered = with_answers(downloaded, window=WINDOW, count=COUNT)
    path = tmp_path / "course" / "01_small.ipynb"
    path.parent.mkdir()
    reading.write(path, answered)
    done = cs231n("grade", "--json", path)
    assert done.returncode == 0, done.stdout + done.stderr
    (graded,) = json.loads(done.stdout)["files"]
    assert graded["points"] == graded["possible"] == 5
    assert copy_course(path.parent).updated == {}
    assert reading.read(path).cells[0].id == ID
    assert reading.read(path) == answered
