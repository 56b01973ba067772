"""Predict in Python: what may be asked, what may be guessed, and what its output holds."""

import pytest
from cs231n_widgets import Predict
from cs231n_widgets.base import WIDGET_MIME
from node_js import SOURCES, run_node

MESSAGES = SOURCES / "predict" / "messages.js"
CURVE = {"x": "shift", "y": "unchanged", "at": [0, 1, 2], "least": 0, "most": 100}
QUESTIONS = {
    "number": lambda **more: Predict("share", "What part?", unit="%", **more),
    "choice": lambda **more: Predict("layer", "Which layer?", choices=["CONV", "POOL", "FC"], **more),
    "cell": lambda **more: Predict("tie", "Which cell?", cells=(2, 3), **more),
    "curve": lambda **more: Predict("shift", "How much?", curve=CURVE, unit="%", **more),
}
GOOD = {"number": [54, 0.5, 100], "choice": [0, 2], "cell": [(1, 2), [0, 0]], "curve": [[1, 2.5, 3]]}
BAD = {
    "number": ["54", True, [1], -3, 101],
    "choice": [3, -1, "FC", True],
    "cell": [(2, 0), (0, 3), 1, (1,), (0.5, 1)],
    "curve": [[1, 2], 5, ["a", 1, 2]],
}
SAID = {
    "number": "You said 54%.",
    "choice": "You said “CONV”.",
    "cell": "You said row 1, column 2.",
    "curve": "You said a curve from 1% to 3%.",
}


@pytest.mark.parametrize("kind", QUESTIONS)
def test_the_kind_follows_from_what_is_given(kind):
    assert QUESTIONS[kind]().kind == kind


@pytest.mark.parametrize("kind", QUESTIONS)
def test_a_guess_is_taken_if_it_answers_the_question(kind):
    for guess in GOOD[kind]:
        assert QUESTIONS[kind](guess=guess).guess == (list(guess) if isinstance(guess, tuple) else guess)
    for guess in BAD[kind]:
        with pytest.raises(ValueError, match="asked for"):
            QUESTIONS[kind](guess=guess)


def test_two_ways_to_answer_are_refused_in_words():
    with pytest.raises(ValueError, match="Ask for one thing"):
        Predict("q", "What?", choices=["a"], cells=(1, 1))
    with pytest.raises(ValueError, match="most is missing"):
        Predict("q", "What?", curve={"x": "a", "y": "b", "at": [1], "least": 0})


def test_what_came_out_is_said_when_the_answer_is_open():
    curve = {**CURVE, "real": [2, 3.5, 9]}
    assert "What came out" not in Predict("q", "What?", curve=curve).describe()
    shown = Predict("q", "What?", curve=curve, shown=True)
    assert shown.describe().endswith("What came out goes 2, 3.5, 9.")
    assert run_node(MESSAGES, "return m.realText(given)", shown.settings()) == "What came out goes 2, 3.5, 9."
    with pytest.raises(ValueError, match="3 points and 2 heights"):
        Predict("q", "What?", curve={**CURVE, "real": [1, 2]})


@pytest.mark.parametrize("kind", SAID)
def test_both_languages_say_the_same_of_a_guess(kind):
    widget = QUESTIONS[kind](guess=GOOD[kind][0])
    assert widget.describe().endswith(SAID[kind])
    said = run_node(MESSAGES, "return m.guessText(given)", widget.settings())
    assert f"You said {said}." == SAID[kind]


@pytest.mark.parametrize(
    ("widget", "said"),
    [
        (Predict("q", "What?", unit="times", guess=7), "7"),
        (Predict("q", "What?", guess=-1200), "−1,200"),
        (Predict("q", "What?", choices=["It's one", "two"], guess=0), "“It’s one”"),
        (Predict("q", "Which?", cells=[[1, -5], [0, 3]], guess=(0, 1)), "the −5 in row 0, column 1"),
        (Predict("q", "Which?", cells=[[1, -5], [0, 3]], guess=(1, 0)), "the 0 in row 1, column 0"),
        (Predict("q", "Which?", cells=[["a", ""]], guess=(0, 0)), "the a in row 0, column 0"),
    ],
)
def test_a_guess_is_quoted_as_the_reader_saw_it(widget, said):
    assert run_node(MESSAGES, "return m.guessText(given)", widget.settings()) == said
    assert widget.describe().endswith(f"You said {said}.")


@pytest.mark.parametrize(
    ("ends", "value", "words"),
    [
        ({"unit": "%"}, 101, "Between 0 and 100, please."),
        ({"unit": "%"}, 100, ""),
        ({"unit": "%", "most": None}, 250, ""),
        ({"unit": "%", "most": None}, -1, "At least 0, please."),
        ({"most": 12}, 13, "At most 12, please."),
        ({"unit": "times"}, -4000, ""),
    ],
)
def test_a_number_that_cannot_be_is_refused_in_words(ends, value, words):
    question = Predict("q", "What?", **ends)
    # An exercise's page knows the unit only.
    for state in (ends, question.settings()):
        assert run_node(MESSAGES, "return m.outOfRange(given[0], given[1])", [value, state]) == words
    if words:
        with pytest.raises(ValueError, match=r"A number .*is asked for"):
            question.guess = value


def test_an_output_asks_to_have_the_guess_kept_and_reads_as_a_question_elsewhere():
    bundle = QUESTIONS["choice"]().mimebundle()
    assert bundle[WIDGET_MIME]["keep"] == ["guess", "shown"]
    assert bundle[WIDGET_MIME]["state"]["question"] == "layer"
    assert bundle["text/plain"] == "Which layer? Choose: CONV; POOL; FC."
    assert "Which layer?" in bundle["text/html"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("54", 54), ("54 %", 54), ("54%", 54), ("1,000", 1000), ("0,5", 0.5), ("−3", -3), ("1e6", 1e6), ("12 000", 12000)],
)
def test_numbers_are_read_as_people_write_them(text, value):
    assert run_node(MESSAGES, "return m.readNumber(given, '%')", text) == value


@pytest.mark.parametrize("text", ["", "many", "1.2.3", "5 or 6"])
def test_what_is_no_number_is_not_taken_for_one(text):
    assert run_node(MESSAGES, "return m.readNumber(given, '%')", text) is None


def test_where_the_right_guess_is_known_each_wrong_one_has_its_words():
    state = {"right": 2, "replies": [{"guess": 0, "words": "That is the depth."}]}
    body = "return given.guesses.map((guess) => m.reply(given.state, guess))"
    right, known, other = run_node(MESSAGES, body, {"state": state, "guesses": [2, 0, 1]})
    assert right["right"]
    assert (known["right"], known["text"]) == (False, "That is the depth.")
    assert not other["right"]
    state["why"] = "FC has no windows."
    assert run_node(MESSAGES, body, {"state": state, "guesses": [2]})[0]["text"] == "That’s right. FC has no windows."
    state = {"right": 250, "edges": [10, 225, 275], "replies": [{"guess": 2.5, "words": "In thousands."}]}
    found = run_node(MESSAGES, body, {"state": state, "guesses": [225, 274.9, 275, 3]})
    assert [one["right"] for one in found] == [True, True, False, False]
    assert found[3]["text"] == "In thousands."


@pytest.mark.parametrize("kind", QUESTIONS)
def test_a_kept_guess_of_another_question_is_no_guess(kind):
    state = QUESTIONS[kind]().settings()
    others = [guess for other, good in GOOD.items() if other != kind for guess in good]
    others = ["54", None, *(guess for guess in others if not (kind in ("number", "choice") and guess in (0, 2)))]
    body = "return given.guesses.map((guess) => m.guessText({ ...given.state, guess }))"
    said = run_node(MESSAGES, body, {"state": state, "guesses": others})
    assert said == [""] * len(others)
