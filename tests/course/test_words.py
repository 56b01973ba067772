"""The words for a difference, an error, a helper that was left outside."""

import numpy as np
import pytest

from cs231n_course.checks import compare, messages, payload


def difference(expected, got):
    return compare.compare(payload.describe(expected), payload.describe(got))


@pytest.mark.parametrize(
    ("expected", "got", "says"),
    [
        (17, 17.0, ""),
        (17, 12, "Expected 17, got 12."),
        (17, None, "does the function return its result?"),
        (True, 1, "Expected True or False, True; got a number, 1."),
        (3, np.array([3]), "Expected a number, 3; got an array, array 1: [3]."),
        (np.zeros((2, 3)), np.zeros((3, 2)), "Expected an array of shape (2, 3), got shape (3, 2)."),
        (np.array([1, 2]), np.array([1, 3]), "1 of 2 values differ. The first is at [1]: expected 2, got 3."),
        (np.array([1, 2]), np.array([1, 3]), "Expected in all: array 2: [1 2]."),
        ((55, 55, 96), (55, 55), "Expected 3 items, (55, 55, 96); got 2, (55, 55)."),
        (0.25, 0.250003, "was precision lost"),
        (np.array([0.25]), np.array([0.250003]), "was precision lost"),
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


def test_whole_numbers_off_by_one_are_not_called_imprecise():
    assert "precision" not in difference(105_705_600, 105_705_601)
    assert "precision" not in difference(np.array([100_000.0]), np.array([100_001.0]))


def test_a_changed_input_is_noticed():
    before, after = ({"x": payload.describe(np.array([n]))} for n in (1, 2))
    words = compare.compare({**payload.describe(3), "case": before}, {**payload.describe(3), "case": after})
    assert "changed its input x" in words


def test_errors_in_words():
    def call(ename, evalue, line=None):
        return messages.call_failed({"ename": ename, "evalue": evalue, "line": line}, "f", {"helper"})

    assert call("NotImplementedError", "") == "f is not written yet."
    assert "helpers belong inside the answer cell" in call("NameError", "name 'helper' is not defined")
    assert "Keep the name" in call("NameError", "name 'f' is not defined")
    assert call("ValueError", "bad", 3) == "The call stopped in line 3 of the answer with ValueError: bad."
    assert call("SystemExit", "") == "The call stopped with SystemExit."
    assert "NameError" in call("NameError", "name 'typo' is not defined")


def test_control_characters_do_not_reach_the_terminal():
    assert messages.clean("\x1b[31mred\x1b[0m\x07\x1b]0;title\x07") == "red]0;title"
    assert messages.clean("\ud800a\uffff") == "a", "nor what neither UTF-8 nor XML can hold"
    assert len(messages.clean("a" * 10_000)) == 300


@pytest.mark.parametrize("mark", [*"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"])
def test_nothing_turns_the_rest_of_a_sentence_round(mark):
    assert messages.clean(f"{mark}b{mark}ad") == "bad"
    error = {"ename": f"My{mark}Error\x1b[31m", "evalue": f"{mark}bad", "line": 3}
    assert messages.call_failed(error, "f", ()) == "The call stopped in line 3 of the answer with MyError: bad."
    assert messages.answer_failed(error) == "The answer's cell stops in line 3 of the answer with MyError: bad."
    assert messages.error_line([f"Cell In[1], {mark}line 3"], called=False) == 3


def test_the_name_of_an_error_is_shortened_too():
    assert len(messages.call_failed({"ename": "E" * 10_000, "evalue": "", "line": None}, "f", ())) < 400


def test_defined_names_of_cells():
    sources = [
        "%matplotlib inline\nimport numpy as np\nA, (b, *c) = 1, (2, 3)",
        "def f():\n    inner = 1",
        "not python (",
    ]
    assert messages.defined_names(sources) == {"np", "A", "b", "c", "f"}
