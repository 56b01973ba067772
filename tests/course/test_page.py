"""What a chapter's notebook becomes for its page."""

import copy

import nbformat
import pytest
import sample_book
from nbformat.v4 import new_code_cell

from cs231n_course.notebooks.hints import hint_cell
from cs231n_course.notebooks.page import prepare


@pytest.fixture(scope="module")
def page():
    """Prepare the sample chapter."""
    return prepare(sample_book.notebook())


def cell(page, id):
    """Find a cell of the page."""
    return next(cell for cell in page.cells if cell.id == id)


def ids(page):
    """List the cells of the page."""
    return [cell.id for cell in page.cells]


def test_the_chapter_itself_stays_as_it_was():
    chapter = sample_book.notebook()
    before = copy.deepcopy(chapter)
    prepare(chapter)
    assert chapter == before


def test_the_page_is_a_valid_notebook(page):
    nbformat.validate(page)
    assert len(set(ids(page))) == len(page.cells)


def test_the_answer_is_folded_behind_its_hints(page):
    start = ids(page).index("statement")
    expected = ["statement", "answer-hint", "answer-fold", "answer-file", "answer", "answer-end", "check"]
    assert ids(page)[start : start + 7] == expected
    assert cell(page, "answer").source == "def twice(n):\n    return n + n\n"
    assert "<summary>Show the answer</summary>" in cell(page, "answer-fold").source


def test_an_exported_cell_says_where_it_goes(page):
    assert cell(page, "grown").source.startswith("def extent(F")
    assert ids(page)[ids(page).index("grown") - 1] == "grown-file"
    assert "goes into `cs231n_kit/sizing.py`" in cell(page, "grown-file").source


@pytest.mark.parametrize(
    ("line", "file"),
    [
        ("#| export kernels.loops\n\n", "cs231n_kit/kernels/loops.py"),
        ("#|export sizing  \n", "cs231n_kit/sizing.py"),
        ("#  an export of goods\n", None),
    ],
)
def test_export_lines_are_read_as_the_tangle_reads_them(line, file):
    nb = sample_book.notebook()
    nb.cells = [new_code_cell(f"{line}x = 1", id="one")]
    cells = prepare(nb).cells
    assert cells[-1].source == ("x = 1" if file else f"{line}x = 1")
    assert [file in one.source for one in cells[:-1]] == ([True] if file else [])


def test_a_check_shows_its_readable_line(page):
    assert cell(page, "check").outputs[0].data == {"text/plain": "the check shows 6"}


def test_pictures_get_the_alternative_text_of_their_cell(page):
    assert cell(page, "figure").metadata["mystnb"]["image"]["alt"] == 'A line, "up" and down.'
    drawn = cell(page, "drawing").outputs[0].data["text/html"]
    assert drawn.startswith('<svg role="img" aria-label="A bar &amp; no more." width="60"')


def test_the_widgets_state_is_kept(page):
    assert page.metadata.widgets == sample_book.notebook().metadata.widgets


def test_each_hint_is_folded_by_itself():
    answer = new_code_cell("", id="a", metadata={"cs231n": {"exercise": "e", "hint": ["Look.", "Look *again*."]}})
    made = hint_cell(answer)
    assert (made.id, made.cell_type) == ("a-hint", "markdown")
    assert made.source == (
        "<details>\n<summary>Hint</summary>\n\nLook.\n\n</details>\n\n"
        "<details>\n<summary>Another hint</summary>\n\nLook *again*.\n\n</details>"
    )


def test_one_hint_may_be_a_text_and_none_makes_no_cell():
    answer = new_code_cell("", id="a", metadata={"cs231n": {"hint": "Look."}})
    assert hint_cell(answer).source.count("<details>") == 1
    assert hint_cell(new_code_cell("", id="b", metadata={"cs231n": {"role": "answer"}})) is None
    assert hint_cell(new_code_cell("", id="c")) is None
