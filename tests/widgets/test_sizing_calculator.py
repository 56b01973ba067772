"""SizingCalculator in Python: what it takes, says and links with; test_both_languages.py holds the browser to it."""

import ipywidgets
import numpy as np
import pytest
import traitlets
from cs231n_widgets import SizingCalculator, SlidingFilter, sizing_search
from cs231n_widgets.sizing_calculator import PRESETS
from random_states import random_sizing_calculator

from cs231n_kit import sizing
from cs231n_kit.layers import conv_forward


def test_the_default_is_alexnets_first_layer():
    widget = SizingCalculator()
    assert widget.out_shape == (96, 55, 55)
    assert widget.fits
    counts = {"weights": 34848, "biases": 96, "parameters": 34944, "neurons": 290400, "unshared": 105705600}
    assert widget.counts == {**counts, "macs": 105415200, "bytes": 1161600}


def test_every_layer_of_the_chapter_comes_out_as_the_kit_computes_it():
    sizes = {}
    for name, layer in PRESETS.items():
        widget = SizingCalculator.preset(name)
        shape = (layer["D"], layer["W"], layer["W"])
        want = sizing.conv_shape(shape, layer["K"], layer["F"], layer.get("S", 1), layer.get("P", 0))
        assert widget.out_shape == want, name
        sizes[name] = widget.W2
    assert sizes == {
        "The sliding filter’s": 3, "A row of 5, stride 1": 5, "A row of 5, stride 2": 3, "A row of 5, stride 3": 2,
        "A row of 7, stride 1": 5, "A row of 7, stride 2": 3, "A row of 10, stride 2": 4, "A layer on CIFAR-10": 32,
        "The NumPy example": 4, "AlexNet’s first, on 227": 55, "AlexNet’s first, on 224": 54, "ResNet’s first": 112,
        "DeepFace’s locally connected": 55,
    }  # fmt: skip
    with pytest.raises(ValueError, match=r"no layer named 'LeNet'.*ResNet’s first"):
        SizingCalculator.preset("LeNet")


def test_counts_are_those_of_a_layer_that_runs():
    widget = SizingCalculator(W=6, H=5, D=2, K=3, F=3, S=2, P=1)
    x, w, b = np.ones((1, 2, 5, 6), np.float32), np.ones((3, 2, 3, 3), np.float32), np.ones(3, np.float32)
    y, _ = conv_forward(x, w, b, stride=2, pad=1)
    assert (w.size, b.size, y.size, y.nbytes) == tuple(
        widget.counts[name] for name in ("weights", "biases", "neurons", "bytes")
    )


def test_the_nearest_settings_fit_and_nothing_nearer_does():
    for W in range(1, 14):
        for F, S, P in [(f, s, p) for f in range(1, 6) for s in range(1, 5) for p in range(3)]:
            near = sizing_search.neighbours(W, W, F, S, P)
            assert not near or not sizing.fits(W, F, S, P)
            for letter, value, (w, h, f, s, p, d) in near:
                assert w == h and sizing.fits(w, f, s, p, d)  # noqa: PT018
                assert {"W": w, "F": f, "S": s, "P": p}[letter] == value
                old = {"W": W, "F": F, "S": S, "P": P}
                for between in range(min(value, old[letter]) + 1, max(value, old[letter])):
                    tried = {**old, letter: between}
                    assert not sizing.fits(tried["W"], tried["F"], tried["S"], tried["P"])


def test_the_reverse_question_misses_nothing():
    for W in range(1, 16):
        for out in range(2, 12):
            found = sizing_search.settings_between(W, out, strides=6)
            want = {
                (F, S)
                for F in range(1, W + 1)
                for S in range(1, 7)
                if any(sizing.slack(W, F, P) // S + 1 == out and sizing.slack(W, F, P) >= 0 for P in range(80))
            }
            assert {setting[:2] for setting in found} == want
            for F, S, P, over, _ in found:
                assert sizing.out_size(W, F, S, P) == out
                assert over == sizing.leftover(W, F, S, P)


def test_alexnets_question_and_resnets():
    widget = SizingCalculator(W=227, target=55, mode="reverse")
    assert widget.answers == [(11, 4, 0), (13, 4, 1), (15, 4, 2)]
    assert set(widget.left_out) == {"over", "large", "half", "zeros"}
    assert "From 227 to 55: F = 11, S = 4, P = 0" in widget.describe()
    stem = SizingCalculator(W=224, target=112, mode="reverse")
    assert stem.answers == []
    assert stem.left_out["even"].startswith("F = 2 is even")
    assert (7, 2, 3, 1, "over") in sizing_search.settings_between(224, 112)
    assert SizingCalculator(W=7, target=1).answers == [(7, 1, 0)], "one window over everything"


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"W": 0}, "should not be less than 1"),
        ({"S": 65}, "should not be greater than 64"),
        ({"P": -1}, "should not be less than 0"),
        ({"F": 2.5}, "expected an int"),
        ({"fit": "stretch"}, "crop"),
        ({"goal": {"stride": 2}}, "doesn't know: stride"),
    ],
)
def test_refuses_in_words(settings, says):
    with pytest.raises((ValueError, traitlets.TraitError), match=says):
        SizingCalculator(**settings)


def test_its_stride_links_with_a_sliding_filter_and_a_slider():
    calculator, demo, slider = (
        SizingCalculator.preset("The sliding filter’s"),
        SlidingFilter(),
        ipywidgets.IntSlider(max=5),
    )
    ipywidgets.link((calculator, "S"), (demo, "stride"))
    ipywidgets.link((calculator, "S"), (slider, "value"))
    slider.value = 4
    assert (calculator.S, demo.stride, calculator.W2) == (4, 4, 2)
    demo.stride = 1
    assert (calculator.S, slider.value, calculator.W2) == (1, 1, 5)
    ipywidgets.jslink((calculator, "W"), (slider, "value"))
    result = ipywidgets.IntText()
    traitlets.dlink((calculator, "W2"), (result, "value"))
    calculator.set_state({"S": 2})  # what the browser sends
    assert result.value == 3
    with pytest.raises(traitlets.TraitError, match="read-only"):
        calculator.W2 = 4


def test_show_changes_several_settings_and_a_goal_is_met():
    widget = SizingCalculator.preset("A row of 10, stride 2", task="Make it fit.", goal={"W": 10, "fits": True})
    assert not widget.met
    seen = []
    widget.observe(lambda change: seen.append(change["new"]), "W2")
    widget.show(S=1, P=1)
    assert widget.met
    assert seen[-1] == 10
    with pytest.raises(ValueError, match="no setting 'stride'"):
        widget.show(stride=2)


def test_describe_says_sizes_fit_counts_and_the_nearest():
    words = SizingCalculator.preset("AlexNet’s first, on 224").describe()
    assert "224×224×3 and 96 filters of 11×11×3, stride 4, padding 0" in words
    assert "not divisible by 4" in words
    assert "Nearest that fit: W = 223, W = 227, F = 8, F = 12, S = 3." in words
    assert "There is no output. 25 weights and 1 bias." in SizingCalculator(W=3, F=5).describe()
    assert "290,400 neurons, 1,161,600 bytes at 4 a number" in SizingCalculator().describe()


def test_the_still_picture_shows_the_state():
    svg = SizingCalculator.preset("A row of 10, stride 2").still_svg()
    assert svg.startswith("<svg ")
    assert 'role="img" aria-label="An input of 10×10×1' in svg
    assert svg.count('class="y"') == 4, "a neuron for each window"
    assert svg.count('class="u"') == 2, "the cell left over is crossed out and framed"
    assert "= 4.5: does not fit" in svg


@pytest.mark.parametrize("seed", range(12))
def test_the_still_picture_can_be_drawn_in_any_state(seed):
    assert random_sizing_calculator(np.random.default_rng(seed)).still_svg().endswith("</svg>")
