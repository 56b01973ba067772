"""Pooling in Python: what it takes, computes and says; test_both_languages.py holds the browser to it."""

import ipywidgets
import numpy as np
import pytest
from cs231n_widgets import Pooling
from cs231n_widgets.pooling.widget import KINDS, SLICE
from node_js import SOURCES, run_node
from random_states import many, random_pooling

from cs231n_kit import layers

OVERLAPPING = [[1, 0, 2, 0, 1], [0, 3, 1, 1, 0], [2, 1, 7, 0, 4], [0, 1, 0, 5, 1], [6, 0, 1, 0, 2]]


@pytest.fixture(scope="module")
def widgets():
    return many(random_pooling, 231, 40)


def test_it_opens_with_the_chapter_s_slice():
    widget = Pooling()
    assert widget.output.tolist() == [[5, 2], [4, 6]]
    assert widget.switches.tolist() == [[1, 0], [3, 1]]
    assert widget.gradient.tolist() == [[10, 20], [30, 40]]
    assert widget.dx.tolist() == [[0, 10, 20, 0], [0, 0, 0, 0], [0, 0, 0, 40], [0, 30, 0, 0]]
    assert widget.ties.tolist() == [[False, True], [False, False]]
    assert Pooling(kind="average").output.tolist() == [[2.5, 1.25], [1, 4.25]]
    assert Pooling(kind="L2").output.tolist() == [[6, 3], [4, 9]]


def test_what_one_cell_wins_in_several_windows_adds_up():
    widget = Pooling(OVERLAPPING, [[1, 2], [3, 4]], size=3, stride=2)
    assert widget.dx[2, 2] == 10
    assert widget.facts()["receivers"] == 1
    assert "That cell won in 4 windows: dx[2, 2] = 1 + 2 + 3 + 4 = 10." in widget.describe()


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_the_kit_s_pooling(kind):
    x = np.array(OVERLAPPING, dtype=float)
    run, back = (getattr(layers, f"{ {'max': 'max', 'average': 'avg', 'L2': 'l2'}[kind]}_pool_{way}")
                 for way in ("forward", "backward"))  # fmt: skip
    widget = Pooling(x, [[1, 2], [3, 4]], size=3, stride=2, kind=kind)
    y, cache = run(x[None, None], 3, 2)
    np.testing.assert_array_equal(widget.output, y[0, 0])
    np.testing.assert_array_equal(widget.dx, back(np.array([[[[1.0, 2], [3, 4]]]]), cache)[0, 0])


def test_a_slice_is_grown_until_the_windows_fit():
    ask = "return [[4, 3, 2], [4, 2, 2], [5, 2, 2], [6, 3, 2], [2, 4, 1]].map((a) => m.fitting(...a));"
    assert run_node(SOURCES / "pooling" / "model.js", ask, 0) == [5, 4, 6, 5, 4]
    grown = run_node(SOURCES / "pooling" / "model.js", "return m.resized(given, 5, 3);", SLICE)
    assert [row[:3] for row in grown[:4]] == [row[:3] for row in SLICE]
    assert len(grown) == 5


def test_ties_go_to_the_first_and_are_told():
    x = np.array(SLICE)
    x[0, 0] = 5
    widget = Pooling(x)
    assert widget.switches[0, 0] == 0
    assert "A tie: 2 cells hold 5. Row by row, the first of them wins: row 0, column 0." in widget.describe()
    assert "not even the one that is as large" in widget.describe()
    assert "3 that are as large" in Pooling(np.zeros((2, 2))).describe()


def test_a_goal_is_met_by_facts():
    goal = {"row": 0, "col": 0, "tied": True, "switch": 0}
    widget = Pooling(task="Make a tie.", goal=goal)
    assert not widget.met
    widget.col = 1
    assert not widget.met, "the tie that is there from the start is in another window"
    widget.show(x=[[5, 5, 2, 1], *SLICE[1:]], col=0)
    assert widget.met


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"x": np.zeros((4, 7))}, r"\(4, 7\).*up to 6x6"),
        ({"x": np.zeros((1, 4, 4))}, r"shape \(H, W\); the shape given is \(1, 4, 4\)"),
        ({"x": [[1, 2], [3]]}, "rows differ in length"),
        ({"x": np.full((3, 3), np.inf)}, "infinity"),
        ({"x": [[1, -2000], [0, 1]]}, "-999 to 999.*-2000"),
        ({"x": np.zeros((2, 4)), "size": 3}, "window of 3 does not fit into 2 cells"),
        ({"size": 5}, "size"),
        ({"dy": [[1, 2, 3]]}, r"dy needs the shape \(2, 2\); it is \(1, 3\)"),
        ({"kind": "mean"}, "'mean'; use one of: max, average, L2"),
        ({"goal": {"winner": 1}}, "doesn't know: winner"),
    ],
)
def test_refuses_in_words(given, says):
    with pytest.raises(ValueError if "size" not in given or given["size"] == 3 else Exception, match=says):
        Pooling(**given)


def test_several_changes_are_checked_together():
    widget = Pooling(dy=[[1, 2], [3, 4]])
    with pytest.raises(ValueError, match="does not fit"):
        widget.x = np.zeros((1, 4))
    assert widget.x.shape == (4, 4), "a refused value changes nothing"
    widget.show(x=OVERLAPPING, size=3, stride=1)
    assert widget.gradient.tolist() == [[10, 20, 30], [40, 50, 60], [70, 80, 90]], "dy no longer suits the output"
    widget.set_state({"x": SLICE, "size": 2, "stride": 2})  # what the browser sends
    assert widget.gradient.tolist() == [[1, 2], [3, 4]]


def test_traits_link():
    a, b = Pooling(), Pooling()
    ipywidgets.link((a, "x"), (b, "x"))
    ipywidgets.link((a, "kind"), (b, "kind"))
    a.x = a.x + 1
    b.kind = "L2"
    assert a.kind == "L2"
    np.testing.assert_array_equal(a.x, b.x)


def test_the_still_picture_shows_the_state():
    svg = Pooling(col=1).still_svg()
    assert 'role="img" aria-label="Max pooling of a depth slice of 4×4' in svg
    assert "html[data-theme=dark]" in svg
    assert svg.count('class="f"') == 2, "the window in x and in dx"
    assert svg.count('class="won"') == 4
    assert "y[0, 1] = max(2, 1, 2, 0) = 2." in svg
    assert "dy[0" not in Pooling(backward=False).still_svg()


def test_the_still_picture_can_be_drawn_in_any_state(widgets):
    for widget in widgets:
        assert widget.still_svg().endswith("</svg>")
