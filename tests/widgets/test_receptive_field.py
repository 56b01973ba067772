"""ReceptiveField in Python: what a neuron sees, against gradients of real nets; what it takes, says and asks."""

import re

import numpy as np
import pytest
from cs231n_widgets import ReceptiveField
from cs231n_widgets.receptive_field import model
from cs231n_widgets.receptive_field.widget import GUESS, REACH_15
from random_states import many, random_receptive_field

from cs231n_kit.data import photograph
from cs231n_kit.layers import AvgPool2d, Conv2d, Linear, MaxPool2d, ReLU, Serial
from cs231n_kit.net import Net

GREY = np.full((1, 48, 48), 0.5)


def real_net(layers):
    """Returns a net of these layers whose weights are all 1, for an input (1,48,48)."""
    made = [
        Conv2d(1, one.F, stride=one.S, pad=one.P, dilation=one.dilation, bias=False)
        if one.kind == "CONV"
        else AvgPool2d(one.F, stride=one.S, pad=one.P)
        for one in layers
    ]
    net = Net.build(Serial(*made), (1, 48, 48), dtype=np.float64)
    net.params = {name: np.ones_like(values) for name, values in net.params.items()}
    return net


def pixels_with_a_gradient(net, row, col):
    """Returns where the gradient of one output with respect to the input isn't 0, (48,48)."""
    y, cache = net.forward(np.zeros((1, 1, 48, 48)))[:2]
    dy = np.zeros_like(y)
    dy[0, 0, row, col] = 1
    return net.backward(dy, cache)[0][0, 0] != 0


def test_it_lights_up_the_pixels_that_have_a_gradient():
    tried = 0
    for widget in many(random_receptive_field, 8, 120):
        level, row, col = widget.position
        if level == 0:
            continue
        tried += 1
        wanted = np.zeros((48, 48), bool)
        rows, cols = ([at for at in axis if 0 <= at < 48] for axis in widget.seen[0])
        wanted[np.ix_(rows, cols)] = True
        np.testing.assert_array_equal(pixels_with_a_gradient(real_net(widget.stack[:level]), row, col), wanted)
    assert tried > 60


def test_what_each_map_sees_of_the_one_below_is_what_one_layer_reads():
    for widget in many(random_receptive_field, 9, 60):
        for n, ((rows, _), (below, _)) in enumerate(zip(widget.seen[1:], widget.seen, strict=False)):
            real = [at for at in rows if 0 <= at < widget.sides[n + 1]]
            reads = {at for one in real for at in model.window(widget.stack[n], one)}
            assert below == sorted(reads)


def test_field_jump_and_start_are_those_of_the_pixels_with_a_gradient():
    layers = model.read_stack("CONV 3 stride 2, CONV 3 dilation 2, POOL 2", 48)
    net = real_net(layers)
    field, jump, start = model.geometries(layers)[-1]
    assert (field, jump) == (13, 4)
    for at in (4, 5, 6):
        seen = np.flatnonzero(pixels_with_a_gradient(net, 5, at).any(axis=0))
        assert (seen[0], seen[-1]) == (start + at * jump, start + at * jump + field - 1)


def test_three_layers_of_3x3_see_what_one_of_7x7_sees():
    known = ReceptiveField().facts()
    assert (known["field"], known["weights"], known["convs"]) == (7, 27, 3)
    one = ReceptiveField("CONV 7").facts()
    assert (one["field"], one["weights"], one["convs"]) == (7, 49, 1)
    assert ReceptiveField().seen[0] == ReceptiveField("CONV 7").seen[0]
    said = ReceptiveField().describe()
    assert "27C² weights and 3 non-linearities. One layer, CONV 7×7, would see as far and have 49C² weights" in said


def test_skipped_pixels_edges_and_padding_are_counted():
    counts = ReceptiveField("CONV 3 dilation 4", row=20, col=20).counts
    assert counts == {"field": 81, "seen": 9, "skipped": 72, "beyond": 0, "padding": 0}
    corner = ReceptiveField("CONV 3, CONV 3", row=0, col=0)
    assert corner.counts == {"field": 25, "seen": 9, "skipped": 0, "beyond": 16, "padding": 5 + 7}
    assert "Of these 25 pixels it sees 9: 16 lie beyond the edge. It also reads 12 zeros" in corner.describe()


STEPS = {
    "one layer": ("CONV 15", 0),
    "seven": (", ".join(["CONV 3"] * 7), 1),
    "dilated": ("CONV 3, CONV 3 dilation 2, CONV 3 dilation 4", 2),
    "dilated, another way": ("CONV 3, CONV 3 dilation 3, CONV 3 dilation 3", 2),
    "one that skips": ("CONV 3 dilation 7", None),
    "three that skip": ("CONV 3 dilation 2, CONV 3 dilation 2, CONV 3 dilation 3", None),
    "two that cost more": ("CONV 5, CONV 3 dilation 5", None),
    "with a stride": ("CONV 3 stride 2, CONV 3, CONV 3, CONV 3", None),
}


@pytest.mark.parametrize("name", STEPS)
def test_each_step_of_its_task_takes_its_own_answers(name):
    layers, step = STEPS[name]
    met = [ReceptiveField(layers, goal=task["goal"]).met for task in REACH_15]
    assert met == [n == step for n in range(3)]
    assert ReceptiveField(layers).facts()["field"] >= 15


def test_a_photograph_is_guessed_through_a_window():
    widget = ReceptiveField.guess(layers="CONV 3")
    assert widget.window
    assert widget.tasks == GUESS
    widget.goal = GUESS[0]["goal"]
    assert not widget.met
    widget.picked = "a cat"
    assert widget.met


def test_it_takes_the_kit_s_layers_and_leaves_out_those_without_windows():
    layers = [Conv2d(8, 3, pad=1), ReLU(), MaxPool2d(2), Conv2d(8, 3, pad=2, dilation=2), Conv2d(4, 5, stride=2)]
    text = "CONV 3, POOL 2, CONV 3 dilation 2, CONV 5 stride 2 pad 0"
    assert ReceptiveField(layers).layers == text
    assert ReceptiveField(Serial(*layers[:3], Serial(*layers[3:]), Linear(10))).layers == text
    assert ReceptiveField(Net.build(Serial(*layers), (3, 48, 48))).layers == text
    with pytest.raises(ValueError, match=re.escape("square windows, so size must be one number; it is (1, 3).")):
        ReceptiveField([Conv2d(8, (1, 3))])


def test_each_map_shows_the_mean_of_what_its_neurons_see():
    widget = ReceptiveField("CONV 3, POOL 2", photograph("camera"))
    image, first, second = widget.maps
    np.testing.assert_allclose(first[:, 0, 0], image[:, :2, :2].mean(axis=(1, 2)))
    np.testing.assert_allclose(second[:, 5, 7], first[:, 10:12, 14:16].mean(axis=(1, 2)))


@pytest.mark.parametrize(
    ("layers", "says"),
    [
        ("FC 10", "“FC 10” is no layer. Write CONV 3, CONV 3 stride 2 dilation 2, or POOL 2."),
        ("CONV 3 stride 9", "The stride of CONV goes from 1 to 4; 9 is given."),
        ("CONV 9 dilation 3", "The windows of “CONV 9 dilation 3” span 25 cells; this widget draws up to 17."),
        ("POOL 2 dilation 2", "A POOL layer has no dilation."),
        ("POOL 4, POOL 4, POOL 4", "Layer 3, POOL 4: A window of 4 does not fit into 3 cells"),
        (", ".join(["CONV 3"] * 9), "These are 9 layers; this widget draws up to 8."),
    ],
)
def test_it_says_what_it_cannot_stack(layers, says):
    with pytest.raises(ValueError, match=re.escape(says)):
        ReceptiveField(layers, GREY)


@pytest.mark.parametrize(
    ("image", "says"),
    [
        (np.zeros((48, 48)), "image must be (3, H, W), or (1, H, W) in grey; its shape is (48, 48)."),
        (np.zeros((3, 60, 40)), "image is 40x60; it needs at least 48 pixels a side."),
        (np.full((1, 48, 48), 255.0), "image must hold numbers from 0 (black) to 1 (white)."),
    ],
)
def test_it_says_what_it_cannot_show(image, says):
    with pytest.raises(ValueError, match=re.escape(says)):
        ReceptiveField(image=image)


def test_the_still_picture_has_every_map_and_marks_what_is_seen():
    svg = ReceptiveField("CONV 3 dilation 2, POOL 2", GREY, row=0, col=0).still_svg()
    assert svg.count("<image ") == 3
    assert svg.count('class="frame"') == 2
    assert svg.count('class="here"') == 1
    assert svg.count('class="zero"') == 36 - 16, "six rows and six columns are read, of which four each are inside"
