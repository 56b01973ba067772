"""The words for a difference, an error, a helper that was left outside."""

from pathlib import Path

import numpy as np
import pytest

from cs231n_course.checks import compare, messages, payload, source_names
from cs231n_course.checks.source_names import NotebookNames, names_of
from cs231n_course.cleaning import clean


def output(value, results="", case=None, secret=False, call="", **options):
    """Make what a check shows of one value, or, of a list of (call, value), of several."""
    calls = value if isinstance(value, Calls) else [(call, value)]
    shown = [
        {
            **(payload.describe_results(one, results, **options) if results else payload.describe(one)),
            "call": call,
            "inputs": [name for name in case or {} if name in call],
        }
        for call, one in calls
    ]
    described = {name: payload.describe(one) for name, one in (case or {}).items()}
    return {"exercise": "e", "check": "c", "shown": shown, "case": described, "secret": secret}


class Calls(list):
    """A list of (call, value)."""


def difference(expected, got, printed=False, **options):
    found = compare.compare(output(expected, **options), output(got, **options), printed=printed)
    return found.words if found else ""


@pytest.mark.parametrize(
    ("expected", "got", "says"),
    [
        (17, 17.0, ""),
        (17, 12, "Expected 17, got 12."),
        (17, None, "Expected 17, got None: does the function return its result?"),
        (17, "17", "Expected a number, 17; got a text, '17'. Return the value itself: no quotes"),
        (np.array([1, 2]), [1.0, 2.0], ""),
        (np.array([1, 2]), [1, 3], "1 of 2 values differ. The first is at [1]: expected 2, got 3."),
        (np.array([1, 2]), [1], "Expected an array of shape (2,), got shape (1,)."),
        (np.array([1, 2]), [1, "a"], "Expected an array, array 2: [1 2]; got a tuple or list, (1, 'a')."),
        ([1, 2], np.array([1, 3]), "Expected (1, 2), got (1, 3)."),
        (np.array([1, 2]), (np.array([1, 2]), 7), "returns 2 values, and value 1 is right: return it alone."),
        (576, [3, 576], "returns 2 values, and value 2 is right: return it alone."),
        (True, 1, "Expected True or False, True; got a number, 1."),
        (3, np.array([4]), "Expected 3, got 4."),
        (3, np.array([3, 4]), "Expected a number, 3; got an array, array 2: [3 4]."),
        (3, [3], "The value is right, but it is in a tuple or list: return it alone. Is there a comma behind it?"),
        (np.zeros((2, 3)), np.zeros((3, 2)), "Expected an array of shape (2, 3), got shape (3, 2)."),
        (np.array([1, 2]), np.array([1, 3]), "1 of 2 values differ. The first is at [1]: expected 2, got 3."),
        (np.array([1, 2]), np.array([1, 3]), "Expected in all: array 2: [1 2]."),
        ((55, 55, 96), (55, 55), "Expected 3 items, (55, 55, 96); got 2, (55, 55)."),
        (0.25, 0.250003, "was precision lost"),
        (np.array([0.25]), np.array([0.250003]), "was precision lost"),
        (np.array([2.5, -1.5]), np.array([2, -1]), "behind the point is cut off"),
        (np.array([2.5, -1.5]), np.array([2, -2]), "behind the point is cut off"),  # by //
        (2.5, 2, "behind the point is cut off"),
        ([2.5, -1.5], [2, -1], "behind the point is cut off"),
        (3, print, "got a builtin_function_or_method."),
        (3, {"\u202eevil\x1b[31m": 1}, "got a dict, {evil: 1}."),
        (np.zeros(2), np.zeros(10**6), "got an array of shape (1000000,): too large to compare."),
        ("a", "b", "Expected 'a', got 'b'."),
        ({"x": 1}, {"x": 2}, "Expected {x: 1}, got {x: 2}."),
    ],
)
def test_a_difference_in_words(expected, got, says):
    words = difference(expected, got)
    assert says in words if says else words == ""


DX, DW, DB = np.zeros((2, 3)), np.ones((4, 3)), np.arange(4)
SECOND = "Value 2 of 2 differs, the other agrees."


@pytest.mark.parametrize(
    ("expected", "got", "says"),
    [
        ((DX, DW, DB), (DX, DW / 2, DB), "Value 2 of 3 differs, the others agree. 12 of 12 values differ."),
        ((DX, DW, DB), (DX, DW / 2, DB[None]), "Value 2 of 3 differs, others differ, too. 12 of 12"),
        ((DX, DB), (DX, DB[None]), f"{SECOND} Expected an array of shape (4,), got shape (1, 4)."),
        ((DX, DB), (DX + 1, DB[None]), "Value 1 of 2 differs, the other differs, too. 6 of 6"),
        ((DX, 3), (DX, 4), f"{SECOND} Expected 3, got 4."),
        ((DX, [{}, {"w": DW}]), (DX, [{"w": DW}]), f"{SECOND} Expected 2 items, got 1."),
        ((DX, DW, DB), (DX, DW), "Expected 3 items, got 2."),
        ((1, 2, 3), (DX, DW), "Expected 3 items, got 2."),
        ([{"w": DW, "b": DB}], [{"w": DW}], "Value 1 of 1 differs. Expected a dict with the keys w, b; got the key w."),
        ([{"w": DW}], [{}], "Value 1 of 1 differs. Expected a dict with the key w; got no keys."),
        ((1, {"w": DW}), (1, {"w": DW * 2}), f"{SECOND} Entry 'w' differs. 12 of 12 values"),
    ],
)
def test_of_several_values_the_one_that_differs_is_named(expected, got, says):
    assert difference(expected, got).startswith(says)
    assert difference(expected, expected) == ""
    assert difference(tuple(expected), list(expected)) == ""


@pytest.mark.parametrize(
    ("got", "says"),
    [
        ((DX, DW / 2, DB), "dw differs, the others agree. 12 of 12 values differ."),
        ((DX, DW, None), "db differs, the others agree. Expected an array, array 4: [0 1 2 3]; got None."),
        ((DX, DW, "db"), "db differs, the others agree. Expected an array, array 4: [0 1 2 3]; got a text, 'db'."),
        ((DB, DX, DW), "The results are right, but in another order: it is dx, dw and db."),
        ((DX, DW), "Expected 3 results, dx, dw and db; got 2."),
        (DW, "Expected 3 results, dx, dw and db; got dw alone."),
        (DX + 1, "Expected 3 results, dx, dw and db; got one value."),
        (None, "does the function return its result?"),
        ({"dx": DX}, "Expected 3 results, dx, dw and db; got one value."),
        ([DX, DW, DB], ""),
        ([DX.tolist(), DW.astype("float32"), list(DB)], ""),
    ],
)
def test_of_several_results_the_wrong_one_is_named(got, says):
    words = difference((DX, DW, DB), got, results="dx, dw, db")
    assert says in words if says else words == ""


@pytest.mark.parametrize(
    ("names", "got", "says"),
    [
        ("parameters, multiply-adds", (1, 7), "parameters differ, multiply-adds agree. Expected 5, got 1."),
        ("parameters, multiply-adds", (5, 1), "multiply-adds differ, parameters agree. Expected 7, got 1."),
        ("parameters, depth", (1, 1), "parameters and depth differ. parameters: Expected 5, got 1."),
        ("weights, bias", (5, 1), "bias differs, weights agree. Expected 7, got 1."),
        ("CONV parameters, FC parameters", (5, 1), "FC parameters differ, CONV parameters agree."),
    ],
)
def test_one_or_several_have_the_verb_that_goes_with_them(names, got, says):
    assert difference((5, 7), got, results=names).startswith(says)


def test_results_in_parentheses_are_not_looked_at():
    assert difference((DX, "one"), (DX, None), results="y, (cache)") == ""
    assert "y differs. 6 of 6" in difference((DX, 1), (DX + 1, 1), results="y, (cache)")
    assert "Expected 2 results, y and cache; got y alone." in difference((DX, 1), DX, results="y, (cache)")
    assert difference(([1, 2], [3]), (np.array([1, 2]), [3.0]), results="dx, dw", array=True) == ""
    one_by_one = [np.array([1]), np.array([2])]  # an array of one number will do for it, in a list, too
    assert difference(([1, 2], [3]), (one_by_one, [3.0]), results="dx, dw", array=True) == ""


def test_who_prints_is_told_to_return():
    assert "prints and returns nothing" in difference(17, None, printed=True)
    assert difference(17, 12, printed=True) == "Expected 17, got 12.", "a print to look at something is no mistake"


def test_the_smallest_call_that_fails_is_told():
    calls = "fc(64, 64, 3, 20)", "fc(8, 8, 3, 3)", "fc(2, 2, 3, 1)"
    expected = Calls(zip(calls, (245_780, 579, 13), strict=True))
    got = Calls(zip(calls, (245_760, 576, 13), strict=True))
    assert difference(expected, got) == "`fc(8, 8, 3, 3)`: expected 579, got 576. 2 of 3 calls differ."
    assert difference(Calls(expected[1:2]), Calls(got[1:2])) == "`fc(8, 8, 3, 3)`: expected 579, got 576."


def test_the_inputs_that_a_call_names_are_told_and_the_call_with_fewer_numbers_first():
    case = {"dy": np.arange(9), "y": np.array([1, 2])}
    expected = Calls([("back(dy)", 1), ("back(y)", 2)])
    found = compare.compare(output(expected, case=case), output(Calls([("back(dy)", 0), ("back(y)", 0)]), case=case))
    assert (found.words, found.case) == ("`back(y)`: expected 2, got 0.", "with y = array 2: [1 2]")


def test_of_a_judgement_nobody_is_told_what_is_right():
    for expected, wrong in ((3, 2), ((1, 2), (0, 0))):
        found = compare.compare(output(expected, secret=True), output(wrong, secret=True))
        assert (found.words, found.case, found.expected, found.got) == ("That is not it.", "", "", "")
    found = compare.compare(output(3, secret=True), output("2", secret=True))
    assert found.words == "The answer should be a number; it is a text, '2'."
    found = compare.compare(output((1, 2), secret=True), output(2, secret=True))
    assert found.words == "The answer should be a pair, (row, column); it is a number, 2."
    assert compare.compare(output(3, secret=True), output(3.0, secret=True)) is None
    assert compare.compare(output((1, 2), secret=True), output(np.array([1, 2]), secret=True)) is None
    found = compare.compare(output((1, 2), secret=True), output(np.array([1, 3]), secret=True))
    assert found.words == "That is not it."


def test_a_judgement_that_can_not_be_is_told_so():
    def problem(value, **ask):
        return messages.judgement_problem(
            {"options": ["a", "b"], "cells": [[""] * 3] * 2, **ask}, payload.describe(value)
        )

    assert problem(3, kind="choice") == "A choice is a whole number from 1 to 2; yours is 3."
    assert problem(1, kind="choice") == problem(7, kind="number") == problem((1, 2), kind="cell") == ""
    for outside in ((2, 0), (0, 3), (1,)):
        assert "a row from 0 to 1 and a column from 0 to 2" in problem(outside, kind="cell")


def test_whole_numbers_off_by_one_are_not_called_imprecise():
    assert "precision" not in difference(105_705_600, 105_705_601)
    assert "precision" not in difference(np.array([100_000.0]), np.array([100_001.0]))


def test_a_changed_input_is_noticed():
    before, after = (output(3, case={"x": np.array([n])}) for n in (1, 2))
    assert "changed its input x" in compare.compare(before, after).words


HELPER = NotebookNames(["def helper():\n    pass"])


def test_errors_in_words():
    def call(ename, evalue, line=None, **options):
        return messages.call_failed({"ename": ename, "evalue": evalue, "line": line}, "f", HELPER, **options)

    assert call("NotImplementedError", "") == "f is not written yet."
    assert "helper comes from another cell of the notebook" in call("NameError", "name 'helper' is not defined")
    early = "print(late)\nlate = 1"
    missing = {"ename": "NameError", "evalue": "name 'late' is not defined", "line": 1}
    assert "NameError in line 1" in messages.answer_failed(missing, early, NotebookNames([early]))
    assert "late comes from another cell" in messages.answer_failed(missing, "print(late)", NotebookNames([early]))
    assert "Keep the name" in call("NameError", "name 'f' is not defined")
    assert call("ValueError", "bad", 3) == "The call stopped in line 3 of the answer with ValueError: bad."
    assert call("SystemExit", "") == "The call stopped with SystemExit."
    assert call("ValueError", "bad", call="f(1)") == "`f(1)` stopped with ValueError: bad."
    assert "NameError" in call("NameError", "name 'typo' is not defined")


def test_a_name_of_pythons_own_that_an_answer_took_is_named():
    error = {"ename": "TypeError", "evalue": "'list' object is not callable", "line": 2}
    answer = "range = [1]\ndef f(W, max):\n    return range(W) + max + sum([W])"
    words = messages.call_failed(error, "f", NotebookNames([], [answer]), answer)
    assert "max and range are something else here than what they mean in Python" in words
    assert "`del max, range` brings Python's back." in words
    for source in ("import numpy as np\nnp.zeros(1)", "sum = 1", "def f(x):\n    return max(x)", "not python ("):
        assert names_of(source)["rebound"] == []


def test_control_characters_do_not_reach_the_terminal():
    assert clean("\x1b[31mred\x1b[0m\x07\x1b]0;title\x07") == "red"
    assert clean("\ud800a\uffff") == "a", "nor what neither UTF-8 nor XML can hold"
    assert len(clean("a" * 10_000)) == 300


ESCAPES = ["\x1b[2J", "\x9b31m", "\x1b[?1049h", "\x1b]8;;a.org\x1b\\", "\x1bP1$q\x9c", "\x90", "\r", "\x08"]
UNSEEN = ["\u200b", "\u200d", "\u2028", "\u2029", "\ufeff", "\xad", "\U000e0041", "\u2066", "\u206f"]


@pytest.mark.parametrize("hidden", ESCAPES + UNSEEN, ids=ascii)
def test_nothing_that_nobody_sees_is_in_a_text(hidden):
    assert clean(f"Caf\u00e9 {hidden}\U0001f600\n{hidden * 1000}\tx", limit=10_000) == "Caf\u00e9 \U0001f600\n\tx"


@pytest.mark.parametrize("text", ["\x1b", "\x90", "\x1b[", "\x1b]0;", "\u202e", "a\u0301"], ids=ascii)
def test_a_million_characters_are_short_at_once(text):
    assert len(clean(text * 1_000_000)) <= 300


@pytest.mark.parametrize("mark", [*"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"])
def test_nothing_turns_the_rest_of_a_sentence_round(mark):
    assert clean(f"{mark}b{mark}ad") == "bad"
    error = {"ename": f"My{mark}Error\x1b[31m", "evalue": f"{mark}bad", "line": 3}
    assert (
        messages.call_failed(error, "f", messages.NO_NAMES)
        == "The call stopped in line 3 of the answer with MyError: bad."
    )
    assert messages.answer_failed(error) == "The answer's cell stops in line 3 of the answer with MyError: bad."
    assert messages.error_place([f"Cell In[1], {mark}line 3"], called=False) == (3, None)


def test_the_name_of_an_error_is_shortened_too():
    assert len(messages.call_failed({"ename": "E" * 10_000, "evalue": "", "line": None}, "f", messages.NO_NAMES)) < 400


def test_defined_names_of_cells():
    sources = [
        "%matplotlib inline\nimport numpy as np\nA, (b, *c) = 1, (2, 3)",
        "def f():\n    inner = 1",
        "not python (",
    ]
    assert NotebookNames(sources).defined == {"np", "A", "b", "c", "f"}


HOSTILE = {
    "signs": "x = " + "-" * 90_000 + "1",
    "brackets": "x = " + "(" * 90_000,
    "sum": "x = " + "+".join("1" * 45_000),
    "attributes": "x = a" + ".a" * 45_000,
    "branches": "if 0: pass\n" + "elif 0: pass\n" * 7_000,
    "assignments": "x = 1\n" * 5_000_000,
    "nothing": "\0" * 1000,
    "half": "x = '\ud800'",
}


def test_no_cell_costs_another_one_its_names():
    cells = NotebookNames([*HOSTILE.values(), "def helper():\n    pass"])
    assert "helper" in cells.defined
    nested = {kind for kind, source in HOSTILE.items() if cells.of(source)["nested_too_deeply"]}
    assert nested == {"signs", "sum", "attributes", "branches"}


def test_a_source_that_ends_the_parser_costs_no_shorter_one_its_names(monkeypatch, tmp_path):
    """Which sources crash Python differs with its version; so this one's parser ends at a source on purpose."""
    crash = "    if 'crash' in source: __import__('os').abort()\n    lines = ["
    own = Path(source_names.__file__).read_text().replace("    lines = [", crash, 1)
    (tmp_path / "source_names.py").write_text(own)
    monkeypatch.setattr(source_names, "__file__", str(tmp_path / "source_names.py"))
    cells = NotebookNames(["crash = 1  # and more", "a = 1"], ["b = 1  # longer than the one that crashes"])
    assert cells.defined == {"a"}
