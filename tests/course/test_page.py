"""What a chapter's notebook becomes for its page."""

import copy
import json
import re

import nbformat
import pytest
import sample_book
from cs231n_widgets import Pooling
from nbformat.v4 import new_code_cell

from cs231n_course.notebooks.format import WIDGET_MIME
from cs231n_course.notebooks.hints import hint_cell
from cs231n_course.notebooks.mistakes import Mistake
from cs231n_course.notebooks.pace import exercise_minutes, minutes_line, reading_minutes
from cs231n_course.notebooks.page import prepare, widget_place


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


def start_of(text):
    """Read what a widget's module starts from, in the place that is made for it."""
    return json.loads(re.search(r'<script type="application/json">(.*?)</script>', text, re.DOTALL)[1])


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
    answer = ["answer-hint", "answer-fold", "answer-file", "answer", "answer-end"]
    checks = ["check-fold", "check", "check-2", "check-end"]
    assert ids(page)[start : start + 10] == ["statement", *answer, *checks]
    assert "<summary><span>2 checks, 3 points</span></summary>" in cell(page, "check-fold").source
    assert cell(page, "answer").source == "def twice(n):\n    return n + n\n"
    assert "<summary><span>Show the answer</span></summary>" in cell(page, "answer-fold").source


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


def test_code_that_no_sentence_explains_is_a_line(page):
    line = "goes into <code>cs231n_kit/net.py</code>, 2 lines: run a row of &lt;layers&gt;"
    assert f"<summary><span>{line}</span></summary>" in cell(page, "framework-fold").source
    assert "<summary><span>imports</span></summary>" in cell(page, "setup-fold").source
    start = ids(page).index("framework-fold")
    assert ids(page)[start : start + 3] == ["framework-fold", "framework", "framework-end"]


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        ("import numpy as np\n\nfrom math import prod", True),
        ("import numpy as np\nx = 1", False),
        ("%matplotlib inline", False),
        ("", False),
    ],
)
def test_a_cell_that_only_imports_is_a_line(source, folded):
    nb = sample_book.notebook()
    nb.cells = [new_code_cell(source, id="one")]
    assert ids(prepare(nb)) == (["one-fold", "one", "one-end"] if folded else ["one"])


def test_what_folded_code_shows_stays_in_sight(page):
    start = ids(page).index("pooling-fold")
    assert ids(page)[start : start + 4] == ["pooling-fold", "pooling-source", "pooling-end", "pooling"]
    assert cell(page, "pooling-source").outputs == []
    assert cell(page, "pooling").metadata.tags == ["remove-input"]
    assert "widget-place" in cell(page, "pooling").outputs[0].data["text/html"]


def test_a_widget_has_a_place_with_its_state_and_its_picture(page):
    (output,) = cell(page, "calculator").outputs
    text = output.data["text/html"]
    assert WIDGET_MIME not in output.data
    assert text.startswith('<div class="widget-place" id="w-calculator" data-widget="sizing_calculator">')
    assert text.count("<script") == text.count("</script") == 1
    assert "<!--" not in text
    assert start_of(text)["state"]["W"] == 10
    assert "<img" not in text
    assert 'role="img" aria-label="An input of 10×10×1' in text
    assert "<figcaption>The windows fit where" in text


def test_two_widgets_of_a_cell_have_two_addresses():
    nb = sample_book.notebook()
    two = [sample_book.widget(Pooling()), sample_book.widget(Pooling())]
    nb.cells = [new_code_cell("Pooling()", id="one", outputs=two)]
    texts = [output.data["text/html"] for output in cell(prepare(nb), "one").outputs]
    assert [re.search('id="(.*?)"', text)[1] for text in texts] == ["w-one", "w-one-2"]


def test_a_widget_stands_on_another_page_with_other_settings():
    nb = sample_book.notebook()
    shows = new_code_cell("Pooling()", id="one", outputs=[sample_book.widget(Pooling())])
    before = copy.deepcopy(shows)
    text = widget_place(shows, "w-front", {"task": "", "caption": "Other words."})
    state = start_of(text)["state"]
    assert text.startswith('<div class="widget-place" id="w-front" data-widget="pooling">')
    assert (state["task"], state["caption"], state["size"]) == ("", "Other words.", 2)
    assert "<figcaption>Other words.</figcaption>" in text
    assert shows == before, "the chapter keeps its own"
    assert widget_place(nb.cells[0], "w-front", {}) is None


def test_a_drawing_becomes_part_of_the_page(page):
    drawn = cell(page, "drawing").outputs[0].data["text/html"]
    assert drawn.startswith('<figure class="cs231n-still"><svg')
    assert 'role="img" aria-label="Boxes from left to right' in drawn


def test_a_question_hides_its_source_and_its_answer_is_folded(page):
    assert cell(page, "share").metadata.tags == ["remove-input"]
    start = ids(page).index("answer-share-fold")
    assert ids(page)[start : start + 4] == ["answer-share-fold", "answer-share", "counted", "answer-share-end"]
    fold = cell(page, "answer-share-fold").source
    assert fold.startswith('<details class="answer" data-question="share">\n')
    assert fold.endswith("<summary><span>The answer: What part of all weights?</span></summary>")


def test_an_exercise_of_judgement_answers_at_once_on_the_page():
    nb = sample_book.notebook()
    mistakes = {"grows": [Mistake("the width", "choice = 1", "It shrinks.")]}
    page = prepare(nb, mistakes)
    start = ids(page).index("ask")
    assert ids(page)[start : start + 4] == ["ask", "judged-place", "judged-choices", "judged-end"]
    start = ids(page).index("judged-right-fold")
    assert ids(page)[start : start + 4] == ["judged-right-fold", "judged-right", "judged", "judged-right-end"]
    assert cell(page, "judged-right").source.startswith("the `depth`")
    assert cell(page, "judged").metadata["cs231n"]["points"] == 1
    assert "judged-check" not in ids(page)
    assert cell(page, "ask").source.endswith("Which of *these* grows?")
    assert cell(page, "judged-choices").source == sample_book.CHOICES
    state = start_of(cell(page, "judged-place").source)["state"]
    assert state["choices"] == ["the width", "the depth, of course", "neither"]
    assert (state["kind"], state["right"]) == ("choice", 1)
    assert state["replies"] == [{"guess": 0, "words": "It shrinks."}]


@pytest.mark.parametrize(
    ("ask", "source", "right", "more"),
    [
        ({"kind": "number", "unit": "%"}, "number = 54", 54, {"unit": "%"}),
        ({"kind": "cell", "cells": [["4", "2"]]}, "cell = (0, 1)", [0, 1], {"cells": [["4", "2"]]}),
    ],
)
def test_numbers_and_cells_are_asked_for_in_the_widgets_words(ask, source, right, more):
    nb = sample_book.notebook()
    judged = next(one for one in nb.cells if one.id == "judged")
    judged.source = source
    judged.metadata["cs231n"] |= {"ask": ask, "name": ask["kind"]}
    text = cell(prepare(nb), "judged-place").source
    state = start_of(text)["state"]
    assert state | {"right": right, **more} == state


def test_the_first_cell_says_how_long_the_chapter_takes():
    nb = sample_book.notebook()
    nb.metadata["cs231n"] = {"short": "Read the first section."}
    first = prepare(nb).cells[0].source
    assert first.startswith("# A sample chapter\n\n```{container} pace\nReading takes about 10 minutes")
    assert "the exercises about 20. In a hurry? Read the first section.\n```" in first


def test_a_card_says_the_minutes_shortly():
    nb = sample_book.notebook()
    assert minutes_line(nb) == "10 min to read, 20 min of exercises"
    nb.cells = [one for one in nb.cells if one.metadata.get("cs231n", {}).get("role") not in ("answer", "check")]
    assert minutes_line(nb) == "10 min to read"


def test_an_exercise_takes_the_minutes_that_its_answer_says():
    nb = sample_book.notebook()
    assert exercise_minutes(nb) == 5 * (3 + 1)
    next(one for one in nb.cells if one.id == "answer").metadata["cs231n"]["minutes"] = 7
    assert exercise_minutes(nb) == 7 + 5 * 1


def test_folded_code_takes_no_time_to_read():
    code = new_code_cell("x = 1\n" * 60, id="one")
    assert reading_minutes({"cells": [code]}) == pytest.approx(4)
    code.metadata["cs231n"] = {"fold": "sixty lines"}
    assert reading_minutes({"cells": [code]}) == 0


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
