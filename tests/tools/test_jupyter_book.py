"""What Jupyter Book reads is made of the cells' roles, and of jupyter_book.yml."""

import subprocess
import sys

import nbformat
import pytest
import sample_book
import yaml
from visit import ROOT

from cs231n_course.notebooks.jupyter_book import mark, unmark
from cs231n_course.notebooks.page import prepare
from cs231n_course.notebooks.release import release_chapter

TOOL = ROOT / "tools" / "jupyter_book.py"
CHAPTER = "chapters/02_sample.ipynb"
TAGS = {  # of the sample chapter's cells
    "setup": ["hide-input"],
    "share": ["remove-input"],
    "answer-share": ["hide-cell"],
    "counted": ["hide-cell"],
    "framework": ["hide-input"],
    "calculator": ["hide-input"],
    "answer": ["hide-input"],
    "check": ["remove-cell"],
    "check-2": ["remove-cell"],
    "judged": ["hide-input"],
    "judged-check": ["remove-cell"],
    "pooling": ["hide-input"],
}


@pytest.fixture
def sample(tmp_path):
    """Give the folder of the sample book."""
    return sample_book.write(tmp_path).parent


def run(folder, *more):
    """Run the tool on a book."""
    command = [sys.executable, TOOL, "--book", folder / "jupyter_book.yml", "--chapters", folder / "chapters", *more]
    return subprocess.run(command, capture_output=True, text=True)


def test_tags_are_made_of_the_roles_and_kept_up_to_date(sample):
    assert run(sample).returncode == 0
    notebook = nbformat.read(sample / CHAPTER, as_version=4)
    assert {cell.id: cell.metadata.tags for cell in notebook.cells if "tags" in cell.metadata} == TAGS
    lines = {cell.id: cell.metadata.get("mystnb", {}) for cell in notebook.cells}
    assert lines["framework"] == {"code_prompt_show": "goes into cs231n_kit/net.py, 2 lines: run a row of <layers>"}
    assert lines["figure"] == {"image": {"alt": 'A line, "up" and down.'}}
    assert run(sample, "--check").returncode == 0
    del notebook.cells[-2].metadata["tags"]
    nbformat.write(notebook, sample / CHAPTER)
    stale = run(sample, "--check")
    assert stale.returncode == 1
    assert "02_sample.ipynb: differs from what it is made of; run `python tools/jupyter_book.py`" in stale.stderr


def test_tags_of_an_author_stay_and_old_ones_go():
    cell = sample_book.code("measured", "x", tags=["nbval-ignore-output", "remove-output"], fold="measure")
    mark(cell)
    assert cell.metadata.tags == ["nbval-ignore-output", "hide-input"]
    unmark(cell)
    assert cell.metadata.tags == ["nbval-ignore-output"]


def test_our_own_page_and_a_learner_s_copy_are_as_without_them():
    plain, marked = sample_book.notebook(), sample_book.notebook()
    for cell in marked.cells:
        mark(cell)
    assert prepare(marked) == prepare(plain)
    assert release_chapter(marked, "02_sample.ipynb") == release_chapter(plain, "02_sample.ipynb")


def test_the_contents_are_those_of_jupyter_book_yml(sample):
    run(sample)
    toc = yaml.safe_load((sample / "_toc.yml").read_text(encoding="utf-8"))
    assert toc == {
        "format": "jb-book",
        "root": "chapters/index",
        "parts": [
            {"caption": "Part one", "chapters": [{"file": "chapters/02_sample", "title": "02 A sample chapter"}]},
            {"chapters": [{"file": "chapters/references"}]},
        ],
    }
    assert yaml.safe_load((sample / "_config.yml").read_text(encoding="utf-8"))["title"] == "A Sample Book"


def test_what_is_committed_is_up_to_date():
    done = subprocess.run([sys.executable, TOOL, "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
