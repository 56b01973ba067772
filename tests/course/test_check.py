"""The check helper, by itself and by hand in a real kernel."""

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_output
from small import WINDOW, cell, check_source, with_answers

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


def run(body, exercise="sum", name="two", **notebook):
    """Run a function as the check of a notebook that has these names."""
    notebook = {"__name__": "__main__", **notebook}
    source = check_source(exercise, name, ", ".join(notebook.keys() - {"__name__", "_"}), body)
    exec(source, notebook)
    return notebook


def add(a, b=0):
    return a + b


def test_one_output_with_values_calls_and_inputs(shown):
    run("x = np.array([[1.0, 2.0]])\ncheck.show(add(2, b=3))\ncheck.show(add(x, x))", add=add)
    (bundle,) = shown
    assert bundle["text/plain"] == "two:\n  add(2, b=3): 5\n  add(x, x): array 1x2: [[2 4]]"
    assert bundle[CHECK_MIME] == {
        "exercise": "sum",
        "check": "two",
        "shown": [
            {"kind": "number", "values": 5, "call": "add(2, b=3)", "inputs": []},
            {"kind": "array", "shape": [1, 2], "values": [[2.0, 4.0]], "call": "add(x, x)", "inputs": ["x"]},
        ],
        "case": {"x": {"kind": "array", "shape": [1, 2], "values": [[1.0, 2.0]]}},
        "secret": False,
    }


@pytest.mark.parametrize(
    ("body", "call", "inputs"),
    [
        ("x, w = np.zeros(9), np.zeros(9)\nf(x, (w, None, 'crop'), 1.5)", "f(x, (w, None, 'crop'), 1.5)", ["x", "w"]),
        ("f(np.array([[1.0, -2.5]]), [1, [2]], (3,))", "f(np.array([[1, -2.5]]), [1, [2]], (3,))", []),
        ("cache = [np.zeros(99)]\nf(cache, np.zeros(99), {})", "f(cache, ..., ...)", []),
        ("from cs231n_kit.layers import Conv2d\nf([Conv2d(2, 3, pad=1)])", "f([Conv2d(2, 3, pad=1)])", []),
        ("x = np.zeros(9)\nf(x)\nx = np.ones(9)\nf(x)", "f(x); f(x2)", ["x", "x2"]),
        ("for x in [np.zeros(9)]:\n    [f(x) for _ in range(1)]", "f(x)", ["x"]),
        ("f(np.float32(2), np.True_, b=f(1))", "f(1); f(2, True, b=None)", []),
    ],
)
def test_a_call_is_told_as_it_is_written(shown, body, call, inputs):
    run(f"{body}\ncheck.show(1)", f=lambda *args, **kwargs: None)
    (value,) = shown[0][CHECK_MIME]["shown"]
    assert (value["call"], value["inputs"]) == (call, inputs)


def test_a_check_and_a_notebook_do_not_share_their_names(shown):
    own = {"np": 3, "check": 4, "cs": 5, "x": 6, "range": 7, "values": 8, "Check": 9, "_": 10}
    names = {"__name__": "__main__", "add": add, **own}
    exec(check_source("sum", "two", "add", "x = np.arange(2)\nfor i in range(2):\n    check.show(add(i))"), names)
    assert len(shown[0][CHECK_MIME]["shown"]) == 2
    del names["cs231n_course"], names["__builtins__"], names["__name__"], names["add"]
    assert names == own


def test_an_input_that_the_answer_changes_shows(shown):
    def change(x):
        x[0] = 7
        return 1

    run("x = np.zeros(3)\ncheck.show(change(x))", change=change)
    assert shown[0][CHECK_MIME]["case"]["x"]["values"] == [7.0, 0.0, 0.0]


def test_a_number_counts_by_its_range_and_what_is_right_is_secret(shown):
    for number in (10, np.array([50]), 84.9, 90, "90 %"):
        run("check.judge(number, edges=[50, 85, 97])", number=number)
    values = [(bundle[CHECK_MIME]["shown"][0]["values"], bundle[CHECK_MIME]["secret"]) for bundle in shown]
    assert values == [(0, True), (1, True), (1, True), (2, True), ("90 %", True)]
    assert [bundle["text/plain"] for bundle in shown] == [
        *("two: 10", "two: 50", "two: 84.9", "two: 90", "two: '90 %'")
    ]


def test_a_judgement_that_is_not_made_is_not_written(shown):
    with pytest.raises(NotImplementedError):
        run("check.judge(choice)", choice=None)


def test_a_call_that_stops_is_told_to_the_grader(shown):
    with pytest.raises(TypeError):
        run("check.show(add(1))\ncheck.show(add(1, 'a'))", add=add)
    (bundle,) = shown
    assert bundle[CHECK_MIME]["stopped"] == "add(1, 'a')"
    with pytest.raises(NameError, match="name 'add' is not defined"):
        exec(check_source("sum", "two", "add", "pass"), {"__name__": "__main__"})
    assert len(shown) == 1


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


def with_outputs(chapter):
    """Give the first check of the chapter the output that its execution would."""
    values = (Check("window", "one step").integers(9) + 10 * np.arange(9)).tolist()
    value = {"kind": "array", "shape": [2], "values": values[2:4], "call": "window(x, 2, stride=1)", "inputs": ["x"]}
    case = {"x": {"kind": "array", "shape": [9], "values": values}}
    payload = {"exercise": "window", "check": "one step", "shown": [value], "case": case, "secret": False}
    cell(chapter, "w-check-1").outputs = [new_output("display_data", {CHECK_MIME: payload, "text/plain": ""})]
    return chapter


def copies(nb, *cells):
    """Append copies of cells to a notebook: pairs of an id and a source, each under an id of its own."""
    for number, (id, source) in enumerate(cells):
        copied = cell(nb, id).copy()
        copied.update(id=f"{id}-{number}", source=source or copied.source)
        nb.cells.append(copied)


def test_by_hand(chapters, chapter, monkeypatch):
    nbformat.write(with_outputs(chapter), chapters / "01_small.ipynb")
    learner = with_answers(release.release_chapter(chapter), window=WINDOW)
    nb = learner.copy()
    nb.cells = [one for one in learner.cells if one.id != "c-answer"]
    copies(
        nb,
        ("w-answer", "range = 3\ndef window(x, row, stride=1):\n    return [x[i] for i in range(2)]"),
        ("w-check-1", None),
        ("w-answer", "def window(x, row, stride=1):\n    print(x[:2])"),
        ("w-check-1", None),
        ("w-answer", "def window(x, row, stride=1):\n    return x[:2] * 0 + 9"),
        ("w-check-1", None),
        ("w-answer", "raise NotImplementedError('later')"),
    )
    copies(nb, ("c-check", None))
    nb.cells.insert(nb.cells.index(cell(nb, "c-check-0")), cell(learner, "c-answer"))
    executed(nb, monkeypatch)

    def words(id):
        return [output.data["text/plain"] for output in cell(nb, id).outputs if "data" in output]

    assert words("w-check-1")[1:] == ["✓ one step: agrees with the reference."]
    assert len(words("w-check-2")) == 1, "nothing is stored for this one, so nothing is said"
    (rebound,) = words("w-check-1-1")
    assert rebound.startswith(
        "✗ one step: `window(x, 2, stride=1)` stopped with TypeError: 'int' object is not callable. range is something "
        "else here than what it means in Python"
    )
    assert "the function prints and returns nothing" in words("w-check-1-3")[1]
    assert cell(nb, "w-check-1-3").outputs[0].text.startswith("["), "what it prints is seen, too"
    wrong, case = words("w-check-1-5")[1].splitlines()
    assert wrong.startswith("✗ one step: `window(x, 2, stride=1)`: 2 of 2 values differ.")
    assert case.startswith("with x = array 9: [")
    unknown, unwritten = cell(nb, "c-check").outputs[0], cell(nb, "c-check-0").outputs[0]
    assert unknown.ename == "NameError"
    assert unknown.traceback == ["NameError: There is no count yet. Run your cell above, then this one again."]
    assert unwritten.ename == "NotImplementedError"
    assert unwritten.traceback == [
        "NotImplementedError: count is not written yet. Run your cell above, then this one again."
    ]
    assert "later" in "".join(cell(nb, "w-answer-6").outputs[0].traceback), "other errors keep their traceback"


def test_the_kits_function_is_not_taken_for_the_learners(chapters, chapter, monkeypatch):
    nbformat.write(with_outputs(chapter), chapters / "01_small.ipynb")
    borrowed = release.release_chapter(chapter)
    answer = cell(borrowed, "w-answer")
    answer.source = f"{WINDOW}\nwindow.__module__ = 'cs231n_kit.kernels.loops'  # as after an import"
    executed(borrowed, monkeypatch)
    remark = cell(borrowed, "w-check-1").outputs[1].data["text/plain"]
    assert remark == "✗ one step: window is the kit's own here, not yours. Run your cell above again."


def test_a_check_needs_no_other_cell_but_the_answers(chapters, chapter, monkeypatch):
    nbformat.write(with_outputs(chapter), chapters / "01_small.ipynb")
    alone = with_answers(release.release_chapter(chapter), window=WINDOW)
    alone.cells = [cell(alone, "w-answer"), cell(alone, "w-check-1")]
    assert cell(executed(alone, monkeypatch), "w-check-1").outputs[1].data["text/plain"].startswith("✓")


def test_a_copy_of_an_earlier_release_is_told_how_to_come_up_to_date():
    with pytest.raises(ImportError, match="`cs231n learn` brings its folder up to date"):
        exec("from cs231n_course import Check", {})
