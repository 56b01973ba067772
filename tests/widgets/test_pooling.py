"""Pooling in Python: what it takes, what it says, and that the browser computes and says what the kit computes."""

import ipywidgets
import numpy as np
import pytest
from cs231n_widgets import Pooling
from cs231n_widgets.pooling import KINDS, SLICE
from cs231n_widgets.pooling_words import backward, fit, forward, in_cell, plain
from node_js import SOURCES, run_node

from cs231n_kit import layers

OVERLAPPING = [[1, 0, 2, 0, 1], [0, 3, 1, 1, 0], [2, 1, 7, 0, 4], [0, 1, 0, 5, 1], [6, 0, 1, 0, 2]]
TRAITS = ("x", "dy", "kind", "size", "stride", "row", "col", "backward")

POOL = """
return given.map((s) => {
  const { y, dx, windows } = m.pool(s), { row, col } = m.place(s);
  const parts = m.shares(s, windows[row][col], m.gradient(s)[row][col]);
  return { y, dx, switches: windows.map((line) => line.map((w) => w.switched)), facts: m.facts(s), parts };
});
"""
SAY = "return given.map((s) => [m.fit_words(s), ...m.forward_words(s), ...m.backward_words(s)]);"


def state(widget):
    sent = widget.get_state()
    return {name: sent[name] for name in TRAITS}


def random_widget(rng):
    """Make a widget with many ties, zeros and negative numbers, and now and then fractions."""
    size, stride = int(rng.integers(2, 5)), int(rng.integers(1, 5))
    x = rng.integers(-3, 4, size=rng.integers(size, 7, size=2)) * rng.choice([0, 1, 1, 1, 0.25, 1.1])
    place = {"row": int(rng.integers(0, 5)), "col": int(rng.integers(0, 5))}
    widget = Pooling(x, size=size, stride=stride, kind=str(rng.choice(list(KINDS))), **place)
    if rng.random() < 0.7:
        widget.dy = rng.integers(-9, 10, size=widget.output.shape) * rng.choice([0, 1, 1, 0.5])
    return widget


@pytest.fixture(scope="module")
def widgets():
    rng = np.random.default_rng(231)
    return [random_widget(rng) for _ in range(240)]


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


def test_the_browser_computes_what_the_kit_computes(widgets):
    kinds = set()
    for widget, js in zip(
        widgets, run_node(SOURCES / "pooling_math.js", POOL, [state(w) for w in widgets]), strict=True
    ):
        np.testing.assert_allclose(js["y"], widget.output, rtol=1e-12)
        np.testing.assert_allclose(js["dx"], widget.dx, rtol=1e-12, atol=1e-12)
        alone = np.zeros_like(widget.output)
        alone[widget.position] = widget.gradient[widget.position]
        there = widget.back(alone)[widget.region(*widget.position)].ravel()
        np.testing.assert_allclose(js["parts"], there, rtol=1e-12, atol=1e-12)
        if widget.kind == "max":
            np.testing.assert_array_equal(js["switches"], widget.switches)
        facts = widget.facts()
        assert js["facts"].pop("value") == pytest.approx(facts.pop("value"), rel=1e-12)
        # A sum that is 0 in one order of adding up may be 1e-17 in another.
        if widget.kind == "max":
            assert js["facts"]["receivers"] == facts["receivers"]
        assert js["facts"] | {"receivers": 0} == facts | {"receivers": 0}
        kinds.add((widget.kind, bool(facts["ties"]), facts["fits"], facts["S"] < facts["F"]))
    assert len(kinds) == 16, "the cases cover ties, misfits and overlaps of every kind"


def test_the_browser_says_what_python_says(widgets):
    said = run_node(SOURCES / "pooling_words.js", SAY, [state(w) for w in widgets])
    for widget, js in zip(widgets, said, strict=True):
        assert js == [fit(widget.shape), *forward(widget), *backward(widget)]
    words = " ".join(" ".join(sentences) for sentences in said)
    for part in (
        "A tie: 2",
        "the 2 that are as large",
        "nothing is sent",
        "has no slope",
        "of the other sign",
        "≈",
        "won in 2",
    ):
        assert part in words, part


def test_numbers_are_written_the_same_in_both_languages():
    values = [
        0,
        -0.001,
        0.125,
        1.25,
        -1.25,
        12.25,
        -12.25,
        99.95,
        127.085,
        -1234.5,
        9999.4,
        12345.6,
        998001,
        0.07,
        2 / 3,
    ]
    got = run_node(SOURCES / "pooling_words.js", "return given.map((v) => [m.plain(v), m.in_cell(v)]);", values)
    assert got == [[plain(v), in_cell(v)] for v in values]
    assert all(len(text) <= 5 for _, text in got)
    assert [plain(v) for v in (0.125, -0.001, 2 / 3)] == ["0.13", "0", "0.67"]


def test_a_slice_is_grown_until_the_windows_fit():
    ask = "return [[4, 3, 2], [4, 2, 2], [5, 2, 2], [6, 3, 2], [2, 4, 1]].map((a) => m.fitting(...a));"
    assert run_node(SOURCES / "pooling_math.js", ask, 0) == [5, 4, 6, 5, 4]
    grown = run_node(SOURCES / "pooling_math.js", "return m.resized(given, 5, 3);", SLICE)
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


def test_the_still_picture_comes_with_the_view():
    data, _ = Pooling(col=1)._repr_mimebundle_()
    svg = data["text/html"]
    assert "application/vnd.jupyter.widget-view+json" in data
    assert 'role="img" aria-label="Max pooling of a depth slice of 4×4' in svg
    assert "html[data-theme=dark]" in svg
    assert svg.count('class="f"') == 2, "the window in x and in dx"
    assert svg.count('class="won"') == 4
    assert "y[0, 1] = max(2, 1, 2, 0) = 2." in svg
    assert "dy[0" not in Pooling(backward=False).static_html()


def test_the_still_picture_can_be_drawn_in_any_state(widgets):
    for widget in widgets[:40]:
        assert widget.static_html().endswith("</svg>")
