"""SlidingFilter in Python: what it takes, computes and says; test_both_languages.py holds the browser to it."""

import ipywidgets
import numpy as np
import pytest
from cs231n_widgets import SlidingFilter
from cs231n_widgets.fill import fill_b, fill_w, fill_x
from random_states import random_sliding_filter

from cs231n_kit.layers import conv_forward


def test_the_default_is_the_running_demo_of_the_notes():
    widget = SlidingFilter()
    assert widget.shape == {"D": 3, "H": 5, "W": 5, "K": 2, "F": 3, "S": 2, "P": 1, "dilation": 1, "H2": 3, "W2": 3}
    assert all(array.dtype.kind == "i" for array in (widget.x, widget.w, widget.b))
    assert widget.output.shape == (2, 3, 3)


def test_output_is_the_kit_s():
    x, w, b = fill_x(2, 6, 7), fill_w(3, 2, 2), fill_b(3)
    widget = SlidingFilter(x=x, w=w, b=b, stride=2, pad=1, dilation=2)
    want, _ = conv_forward(x[None].astype(float), w.astype(float), b.astype(float), stride=2, pad=1, dilation=2)
    np.testing.assert_array_equal(widget.output, want[0])


def test_takes_arrays_of_ones_own():
    x = np.arange(16, dtype=np.float32).reshape(1, 4, 4) / 10
    widget = SlidingFilter(x=x, w=[[[[1, 0], [0, -1]]]], stride=1, pad=0)
    assert widget.b.tolist() == [0], "filters without biases get zeros"
    np.testing.assert_allclose(widget.output, np.full((1, 3, 3), -0.5), rtol=1e-6)
    x[0, 0, 0] = 99
    assert widget.x[0, 0, 0] == 0, "it keeps a copy"
    with pytest.raises(ValueError, match="read-only"):
        widget.x[0, 0, 0] = 1
    assert SlidingFilter(x=np.zeros((1, 4, 4))).w.shape == (2, 1, 3, 3), "filters are made up to suit the input"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"x": np.zeros((3, 10, 9))}, r"\(3, 10, 9\).*up to 3 depth slices of 9x9"),
        ({"x": np.zeros((4, 5, 5))}, r"\(4, 5, 5\)"),
        ({"x": np.zeros((5, 5))}, r"shape \(C, H, W\); the shape given is \(5, 5\)"),
        ({"x": [[[1, 2], [3]]]}, "rows differ in length"),
        ({"x": np.full((1, 3, 3), np.nan)}, "NaN"),
        ({"x": [[["a"]]]}, "plain numbers"),
        ({"x": np.zeros((3, 5, 5)), "w": np.zeros((2, 1, 3, 3))}, r"full depth.*C=3; it is \(2, 1, 3, 3\)"),
        ({"w": np.zeros((2, 3, 3, 5))}, r"\(2, 3, 3, 5\).*square filters; these are 3x5"),
        ({"w": np.zeros((4, 3, 3, 3))}, "up to 3 filters"),
        ({"w": np.zeros((1, 3, 6, 6))}, "5x5"),
        ({"w": np.zeros((2, 3, 3, 3)), "b": np.zeros(3)}, r"b needs the shape \(2,\); it is \(3,\)"),
        ({"goal": {"width": 7}}, "doesn't know: width"),
    ],
)
def test_refuses_in_words(given, says):
    with pytest.raises(ValueError, match=says):
        SlidingFilter(**given)


def test_several_changes_are_checked_together():
    widget = SlidingFilter()
    with pytest.raises(ValueError, match="full depth"):
        widget.x = np.zeros((1, 5, 5))
    assert widget.x.shape == (3, 5, 5), "a refused value changes nothing"
    widget.show(x=fill_x(1, 7, 7), w=fill_w(1, 1, 3), b=[0], pad=0)
    assert (widget.shape["D"], widget.shape["W2"]) == (1, 3)
    widget.set_state({"x": [[[1, 2], [3, 4]]], "w": [[[[2]]]], "b": [1], "stride": 1})  # what the browser sends
    assert widget.output.tolist() == [[[3, 5], [7, 9]]]


def test_traits_link_and_notify_once():
    a, b = SlidingFilter(), SlidingFilter()
    seen = []
    b.observe(lambda change: seen.append(change["name"]), ["x", "row"])
    ipywidgets.link((a, "x"), (b, "x"))
    ipywidgets.link((a, "row"), (b, "row"))
    a.x = a.x + 1
    a.x = a.x.copy()  # equal: no news
    b.row = 2
    assert a.row == 2
    np.testing.assert_array_equal(a.x, b.x)
    assert seen == ["x", "row"]


def test_position_stays_inside_the_output():
    widget = SlidingFilter(row=8, col=8, k=2)
    assert widget.position == (1, 2, 2)
    assert SlidingFilter.sized(W=3, F=5, pad=0).position is None


def test_a_goal_is_met_by_facts():
    widget = SlidingFilter.sized(W=7, pad=0, stride=2, task="Find a stride.", goal={"W": 7, "fits": False})
    assert not widget.met
    widget.stride = 3
    assert widget.met
    assert not SlidingFilter().met


def test_describe_says_sizes_fit_and_the_calculation():
    words = SlidingFilter(row=1, col=1).describe()
    assert "5×5×3 and 2 filters of 3×3×3, stride 2, padding 1" in words
    assert "The output is 3×3×2." in words
    assert "y[0, 1, 1] = (−2) + (−4) + 0 + 1 = −5" in words
    words = SlidingFilter.sized(W=7, stride=3, pad=0).describe()
    assert "not divisible by 3" in words
    assert "No window reads 13 of the 49 cells" in words
    assert "There is no output." in SlidingFilter.sized(W=3, F=5, pad=0).describe()


def test_the_still_picture_shows_the_state():
    svg = SlidingFilter(row=1).still_svg()
    assert svg.startswith("<svg ")
    assert 'role="img" aria-label="An input of 5×5×3' in svg
    assert "html[data-theme=dark]" in svg
    assert svg.count('class="f"') == 3, "the window in each slice"
    assert "y[0, 1, 0] =" in svg


@pytest.mark.parametrize("seed", range(12))
def test_the_still_picture_can_be_drawn_in_any_state(seed):
    widget = random_sliding_filter(np.random.default_rng(seed))
    assert widget.still_svg().endswith("</svg>")
