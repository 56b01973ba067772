"""The check helper, by itself and by hand in a real kernel."""

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_output
from small import SETUP, WINDOW, cell, window_check, with_answers

from cs231n_course.checks import check
from cs231n_course.checks.check import Check
from cs231n_course.notebooks import release
from cs231n_course.notebooks.format import CHECK_MIME


@pytest.fixture(autouse=True)
def grading(monkeypatch):
    monkeypatch.setenv("CS231N_GRADING", "1")
    monkeypatch.delenv("CS231N_SEED", raising=False)


@pytest.fixture
def shown(monkeypatch):
    bundles = []
    monkeypatch.setattr(check, "publish", bundles.append)
    return bundles


def test_one_output_with_the_value_and_its_case(shown):
    Check("sum", "two").show(5, a=2, b=3)
    (bundle,) = shown
    assert bundle["text/plain"] == "two: 5"
    assert bundle[CHECK_MIME] == {
        **{"exercise": "sum", "check": "two", "kind": "number", "shape": None, "values": 5},
        "case": {"a": {"kind": "number", "values": 2}, "b": {"kind": "number", "values": 3}},
    }


def test_inputs_depend_on_the_seed_and_the_names_and_not_on_the_order(monkeypatch):
    first, second = Check("e", "a").integers(20), Check("e", "b").integers(20)
    assert (Check("e", "b").integers(20) == second).all()
    assert (Check("e", "a").integers(20) == first).all()
    assert (first != second).any()
    assert (Check("f", "a").integers(20) != first).any()
    monkeypatch.setenv("CS231N_SEED", "1")
    assert (Check("e", "a").integers(20) != first).any()
    monkeypatch.setenv("CS231N_SEED", str(check.DEFAULT_SEED))
    assert (Check("e", "a").integers(20) == first).all()


def test_inputs_are_what_they_are_said_to_be():
    one = Check("e", "kinds")
    drawn = one.integers(300, low=-1, high=2)
    assert drawn.dtype == "float64"
    assert set(drawn) == {-1, 0, 1, 2}
    assert one.floats(2, 3).shape == (2, 3)
    assert {one.integer(1, 2) for _ in range(50)} == {1, 2}
    assert type(one.integer(1, 2)) is int


def test_a_seed_that_is_no_number_is_an_error(monkeypatch):
    monkeypatch.setenv("CS231N_SEED", "abc")
    with pytest.raises(ValueError, match="whole number of at least 0; it is 'abc'"):
        Check("e", "a")


def executed(nb, monkeypatch):
    """Run a notebook as a learner would: in a real kernel, with nothing saying that it is graded."""
    monkeypatch.delenv("CS231N_GRADING", raising=False)
    NotebookClient(nb, timeout=300, allow_errors=True).execute()
    return nb


def stored_outputs(chapter):
    """Put outputs into the checks of the chapter as its execution would."""
    for name, values in (("one step", [0.0, 0.0]), ("two steps", None)):
        check_cell = next(one for one in chapter.cells if f'"{name}"' in one.source)
        space = {}
        if values is None:
            continue
        exec(f"{SETUP}\n{WINDOW}", space)
        x = Check("window", name).integers(9) + 10 * np.arange(9)
        payload = {"exercise": "window", "check": name, "shape": [2], "kind": "array", "values": x[2:4].tolist()}
        check_cell.outputs = [new_output("display_data", {CHECK_MIME: {**payload, "case": {}}, "text/plain": ""})]


def test_by_hand(chapters, chapter, monkeypatch):
    stored_outputs(chapter)
    nbformat.write(chapter, chapters / "01_small.ipynb")
    learner = release.release_chapter(chapter)
    right = with_answers(learner, window=WINDOW)
    wrong = cell(right, "w-answer").copy()
    wrong.update(id="wrong-now", source="def window(x, row, stride=1):\n    return x[:2] * 0 + 9")
    own = cell(right, "w-answer").copy()
    own.update(id="own-error", source="raise NotImplementedError('later')")
    again = window_check("again", "one step", 1)
    right.cells = [*right.cells, wrong, again, own]
    executed(right, monkeypatch)

    shown, verdict = cell(right, "w-check-1").outputs
    assert shown.data[CHECK_MIME]["check"] == "one step"
    assert verdict.data["text/plain"] == "✓ one step: agrees with the reference."
    assert len(cell(right, "w-check-2").outputs) == 1, "nothing is stored for this one, so nothing is said"
    assert (
        cell(right, "again")
        .outputs[1]
        .data["text/plain"]
        .startswith("✗ one step: differs from the reference. 2 of 2 values differ.")
    )
    (error,) = cell(right, "c-check").outputs
    assert error.ename == "NotImplementedError"
    assert error.traceback[0].splitlines() == [
        "NotImplementedError: count is not written yet.",
        "Write the body of count above, run its cell, then run this cell again.",
    ]
    assert "later" in "".join(cell(right, "own-error").outputs[0].traceback), "other errors keep their traceback"


def test_the_kits_function_is_not_taken_for_the_learners(chapters, chapter, monkeypatch):
    stored_outputs(chapter)
    nbformat.write(chapter, chapters / "01_small.ipynb")
    borrowed = release.release_chapter(chapter)
    answer = cell(borrowed, "w-answer")
    answer.source = f"{WINDOW}\nwindow.__module__ = 'cs231n_kit.kernels.loops'  # as after an import"
    executed(borrowed, monkeypatch)
    remark = cell(borrowed, "w-check-1").outputs[1].data["text/plain"]
    assert remark == "✗ one step: window is the kit's own here, not yours. Run your cell above again."
