"""ActivationHistograms in Python: what it computes, says and asks; test_both_languages.py holds the browser to it."""

import json
import re

import ipywidgets
import numpy as np
import pytest
from cs231n_widgets import ActivationHistograms
from cs231n_widgets.activation_histograms import model
from cs231n_widgets.activation_histograms.messages import size
from node_js import SOURCES, run_node

from cs231n_kit.layers import Conv2d, Dropout, Flatten, Linear, MaxPool2d, ReLU, Serial
from cs231n_kit.net import Net


def deviations(widget):
    """Returns the deviations of the layers of each row."""
    return [[layer.deviation for layer in row.layers] for row in widget.rows]


def test_the_layers_are_those_of_plain_numpy():
    rng_x, weights = model.draw(33)
    for norm in (False, True):
        h = rng_x
        for w, got in zip(weights[:4], model.outputs(33, 4, 0.7, norm), strict=True):
            z = h @ (0.7 * np.sqrt(2 / 100) * w).T
            if norm:
                z = np.stack([(unit - np.mean(unit)) / np.sqrt(np.var(unit) + 1e-5) for unit in z.T], axis=1)
            h = np.where(z > 0, z, 0)
            np.testing.assert_allclose(got, h, rtol=1e-9, atol=1e-12)


def test_weights_and_inputs_have_the_deviation_that_is_said():
    x, weights = model.draw(33)
    for values in (x, *weights):
        assert abs(values.mean()) < 0.04
        assert values.std() == pytest.approx(1, abs=0.03)


def test_without_batch_norm_the_scale_counts_once_for_each_layer_and_with_it_not_at_all():
    (plain, normed), (plain_half, normed_half) = (deviations(ActivationHistograms(scale=s)) for s in (1, 0.5))
    for n in range(10):
        assert plain_half[n] == pytest.approx(plain[n] * 0.5 ** (n + 1), rel=1e-9)
        assert normed_half[n] == pytest.approx(normed[n], rel=1e-3)  # not the same: batch norm adds 1e-5


def test_the_range_that_the_task_tells_is_the_one_that_there_is():
    scales = [0.2, 0.912, 0.925, 0.927, 0.933, 1, 1.07, 1.079, 1.081, 1.1, 5]
    facts = [ActivationHistograms(scale=scale).facts() for scale in scales]
    assert [one["without"] for one in facts] == [False] * 3 + [True] * 5 + [False] * 3
    assert all(one["with"] for one in facts)


def test_a_histogram_counts_what_is_above_zero_in_its_bins_and_beyond():
    layer = model.summary("layer 1", [0, 0, 0, 0.1, 0.25, 3.99, 4, 70], 0, 4)
    assert layer.zeros == 3 / 8
    assert layer.counts == [0, 1, 1, *[0] * 13, 1, 2]
    assert model.summary("layer 1", [-9, -4, 3], -4, 4).counts == [1, 1, *[0] * 13, 1, 0, 0]
    for row in ActivationHistograms(scale=2).rows:
        for layer in row.layers:
            assert sum(layer.counts) == round(10_000 * (1 - layer.zeros))


def test_the_task_is_met_by_who_has_found_both_ends_and_left_the_range():
    widget = ActivationHistograms.find_scales()
    assert not widget.met
    for scale, found, met in [
        (0.9, [], False),
        (0.955, [0.955, 0.955], False),
        (0.5, [0.955, 0.955], False),
        (1.07, [0.955, 1.07], False),
        (0.977, [0.955, 1.07], False),
        (1.1, [0.955, 1.07], True),
        (0.2, [0.955, 1.07], True),
    ]:
        widget.scale = scale
        assert (widget.found, widget.met) == (found, met)


def test_it_says_what_has_become_of_the_last_layer():
    said = ActivationHistograms().describe()
    assert "Deviation of the weights: 0.5 × √(2/100) = 0.0707." in said
    assert "Without batch norm: layer 10 has 510 times less deviation than layer 1: it fades." in said
    assert "layer 10: mean 0.00057, deviation 0.00081, 48% zeros." in said
    assert "With batch norm: layer 10 has 1.01 times the deviation of layer 1: it holds." in said
    assert (
        "layer 10 has 2 million times the deviation of layer 1: it explodes."
        in ActivationHistograms(scale=5).describe()
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (0.000814, "0.00081"),
        (0.0001, "0.0001"),
        (0.0000955, "9.6e−5"),
        (1.25e-9, "1.3e−9"),
        (-0.125, "−0.13"),
        (1024, "1,000"),
        (-1024, "−1,000"),
        (-3e17, "−3.00 × 10¹⁷"),
        (949_999, "950,000"),
        (8.1e6, "8 million"),
        (9.6e8, "1 billion"),
        (2e13, "20 trillion"),
        (4e17, "4.00 × 10¹⁷"),
    ],
)
def test_sizes_are_short_and_large_ones_are_words(value, text):
    assert size(value) == text


def test_a_net_of_the_learner_s_is_shown_layer_by_layer():
    net = Net.build(
        Serial(Conv2d(4, 3, pad=1), ReLU(), Serial(MaxPool2d(2), Flatten()), Linear(10)), (3, 8, 8), dtype=np.float64
    )
    x = np.random.default_rng(0).normal(size=(20, 3, 8, 8))
    widget = ActivationHistograms.of(net, x)
    (row,) = widget.rows
    assert [layer.name for layer in row.layers] == ["1 Conv2d", "2 ReLU", "3 MaxPool2d", "4 Flatten", "5 Linear"]
    assert row.layers[-1].deviation == pytest.approx(net(x).std())
    assert row.layers[1].mean == pytest.approx(np.maximum(row_output(net, x), 0).mean())
    assert (row.low, row.high) == (-row.high, row.high)
    assert widget.knobs == []
    assert "Your layers: 5 Linear has" in widget.describe()
    assert ActivationHistograms(**json.loads(json.dumps(widget.settings()))).describe() == widget.describe()


def row_output(net, x):
    """Returns what the first layer of a net gives."""
    first = net.layer[0]
    return first.forward(x, {"weight": net.params["0.weight"], "bias": net.params["0.bias"]}, {})[0]


def test_a_net_can_be_shown_as_it_trains_and_keeps_its_state():
    net = Net.build(Serial(Flatten(), Dropout(0.5)), (1, 8, 8), dtype=np.float64)
    x = np.ones((50, 1, 8, 8))
    before = dict(net.state)
    at_rest, at_work = (ActivationHistograms.of(net, x, train=train).rows[0].layers[-1] for train in (False, True))
    assert at_rest.zeros == 0
    assert 0.4 < at_work.zeros < 0.6
    assert net.state == before


def test_a_layer_of_zeros_is_dead():
    dead = ActivationHistograms(activations=[np.ones((4, 5)) * [1, 2, 3, 4, 5], np.zeros((4, 5))], names=["a", "b"])
    assert "Your layers: b is dead." in dead.describe()
    assert "b: dead, mean 0, deviation 0, 100% zeros." in dead.describe()
    assert not dead.facts()["without"]
    assert "layer 1 is dead." in ActivationHistograms(activations=[np.zeros(3), np.ones(3)]).describe()
    assert "dead</text>" in dead.still_svg()
    same = ActivationHistograms(activations=[np.arange(3), np.ones(3)])
    assert "layer 2 has no deviation: it fades." in same.describe()


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (
            lambda: ActivationHistograms(scale=float("nan")),
            "scale is a number from 0.2 to 5, 1 for He's deviation; got",
        ),
        (
            lambda: ActivationHistograms(activations=[]),
            "activations is a list of 1 to 40 arrays, one for each layer; got 0",
        ),
        (
            lambda: ActivationHistograms(activations=5),
            "activations is a list of 1 to 40 arrays, one for each layer; got 5.",
        ),
        (
            lambda: ActivationHistograms(activations=[[1], [2]], names=["a"]),
            "names has one name for each of the 2 arrays; got 1: a.",
        ),
        (
            lambda: ActivationHistograms(activations=[[1, np.inf]]),
            "layer 1 holds NaN or infinity in 1 of its 2 numbers",
        ),
        (lambda: ActivationHistograms(activations=[["a"]]), "layer 1 must be an array of numbers; got shape (1,) and"),
        (lambda: ActivationHistograms(activations=[[[1], [1, 2]]]), "array of numbers, but its rows differ in length."),
        (lambda: ActivationHistograms(goal={"fades": True}), "goal names what this widget doesn't know: fades."),
        (lambda: ActivationHistograms(knobs=["layers"]), "ActivationHistograms has no knob 'layers'."),
        (lambda: ActivationHistograms.of([1], np.ones(3)), "takes a Net of the kit, and inputs for it; net is a list."),
    ],
)
def test_it_says_what_it_cannot_take(make, says):
    with pytest.raises((ValueError, TypeError), match=re.escape(says)):
        make()


def test_two_widgets_can_be_linked():
    one, other = ActivationHistograms(), ActivationHistograms(layers=5)
    ipywidgets.link((one, "scale"), (other, "scale"))
    other.scale = 2
    assert one.scale == 2
    assert "explodes" in one.describe()


def test_the_still_picture_is_small_and_has_every_histogram():
    widget = ActivationHistograms()
    picture = widget.still_svg()
    assert len(widget.static_html()) < 60_000
    assert len(re.findall('class="with"', picture)) == len(re.findall('class="without"', picture)) == 10
    assert "Without batch norm: layer 10 has 510 times less deviation than layer 1: it fades." in picture


def test_a_copied_link_opens_the_same_scale_and_not_what_was_found():
    first = json.loads(json.dumps(ActivationHistograms().settings()))
    then = json.loads(json.dumps(ActivationHistograms(scale=1.07).settings()))
    body = """const { values } = m.readAddress(new URL(m.writeAddress("w-x", given.first, given.then), "http://a.b/c").hash);
        return m.fitting(values, given.first, { scale: { real: true, least: 0.2, most: 5 } });"""
    assert run_node(SOURCES / "page" / "address.js", body, {"first": first, "then": then}) == {"scale": 1.07}
