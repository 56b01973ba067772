"""Valley in Python: what it takes, says and asks; test_both_languages.py holds the browser's walks to the kit's."""

import json
import re

import numpy as np
import pytest
from cs231n_widgets import Valley
from cs231n_widgets.valley import model
from node_js import SOURCES, run_node
from random_states import many, random_valley

START = (-4.0, 1.0)


def height(place, turn):
    """Returns the loss at a place of a turned valley."""
    x, y = model.turned(place, -turn)
    return (x**2 + 40 * y**2) / 2


def test_its_slope_is_that_of_the_valley_that_it_draws():
    for turn in model.TURNS:
        place = np.array([1.3, -0.7])
        slope = model.slope_in(turn)(place)
        for n, nudge in enumerate(np.eye(2) * 1e-6):
            numeric = (height(place + nudge, turn) - height(place - nudge, turn)) / 2e-6
            assert slope[n] == pytest.approx(numeric, rel=1e-6)


def test_sgd_arrives_when_the_formula_says():
    for rate in (0.04, 0.045):
        along = np.log(0.1 / 4) / np.log(1 - rate)  # across it is 0 by then
        assert model.walk("SGD", rate, 0, START).arrived == int(np.ceil(along))


def test_a_turned_valley_is_the_same_for_rules_without_a_rate_for_each_weight():
    for name in model.NAMES:
        straight, turned = (model.walk(name, 0.02, turn, START).distances for turn in (0, 30))
        assert np.allclose(straight, turned) == (name in ("SGD", "momentum", "Nesterov")), name


@pytest.mark.parametrize(
    ("make", "changes", "met"),
    [
        (Valley.plain, {}, False),
        (Valley.plain, {"rate": 0.03}, False),
        (Valley.plain, {"rate": 0.04}, True),
        (Valley.plain, {"rate": 0.05}, False),
        (Valley.plain, {"rate": 0.02, "begin": [0.5, 0.0]}, False),
        (Valley.race, {}, False),
        (Valley.race, {"rate": 0.003}, True),
        (Valley.race, {"rate": 0.08}, True),
        (Valley.race, {"rate": 0.1}, False),
        (Valley.turned, {}, False),
        (Valley.turned, {"turn": 30}, False),
        (Valley.turned, {"turn": 30, "rate": 1.2}, True),
        (Valley.turned, {"turn": 15}, False),
    ],
)
def test_each_task_is_met_by_its_own_answers(make, changes, met):
    assert make(**changes).met is met


def test_it_says_where_each_walk_is():
    said = Valley(shown=["SGD", "Nesterov", "Adam"], rate=0.04).describe()
    assert "1 of 3 has arrived. SGD: arrived after 91 steps; Nesterov: flies off; Adam: 0.898 away." in said
    assert "SGD is 0.781 away." in Valley(shown="SGD", step=40).describe()
    assert "no rule is chosen" in Valley(shown="").describe()
    assert "SGD is at the start already." in Valley(shown="SGD", begin=[0, 0.05], rate=0.001, step=0).describe()


def test_rules_are_named_in_the_kit_s_order_and_a_state_makes_the_widget_again():
    widget = Valley(shown="Adam, SGD", turn=15, begin=(1, -1))
    assert widget.shown == "SGD, Adam"
    assert Valley(**widget.settings()).describe() == widget.describe()


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"shown": "SGD, Adamw"}, "There is no rule called “Adamw”. Choose from: SGD, momentum, Nesterov, Adagrad,"),
        ({"begin": [5, 0]}, "begin is (x, y) with x from -4 to 4 and y from -1.2 to 1.2; got (5.0, 0.0)."),
        ({"begin": [float("nan"), 0]}, "begin is (x, y) with"),
        ({"goal": {"SGDM": True}}, "goal names what this widget doesn't know: SGDM."),
        ({"knobs": ["speed"]}, "Valley has no knob 'speed'. Choose from: begin, rate, step, turn, shown."),
    ],
)
def test_it_says_what_it_cannot_take(settings, says):
    with pytest.raises(ValueError, match=re.escape(says)):
        Valley(**settings)


def test_the_still_picture_ends_a_walk_that_flies_off_where_it_leaves():
    svg = Valley(shown="SGD, Adam", rate=0.1).still_svg()
    flies, stays = re.findall('<polyline points="([^"]*)"', svg)
    assert len(stays.split()) == 101
    assert len(flies.split()) < 10
    assert "Rate 0.1, after 100 steps: 1 of 2 has arrived." in svg


def test_a_copied_link_opens_the_same_valley():
    first = json.loads(json.dumps(Valley().settings()))
    states = [json.loads(json.dumps({**first, **widget.settings()})) for widget in many(random_valley, 3, 20)]
    body = """return given.states.map((state) => {
        const { values } = m.readAddress(new URL(m.writeAddress("w-x", given.first, state), "http://a.b/c").hash);
        return { ...given.first, ...m.fitting(values, given.first, {}) };
    })"""
    assert run_node(SOURCES / "page" / "address.js", body, {"first": first, "states": states}) == states
