"""What JavaScript computes and says is what the kit computes and Python says: thousands of cases, asked of one node."""

import inspect
import random
import re
from pathlib import Path

import numpy as np
import pytest
from cs231n_widgets import SizingCalculator, sizing_search
from cs231n_widgets.backprop_convolution.messages import weight_message
from cs231n_widgets.base import number, short, signed
from cs231n_widgets.fill import fill_b, fill_w, fill_x
from cs231n_widgets.image_filter.svg import shades
from cs231n_widgets.pooling.messages import backward_messages, fit_message, forward_messages, in_cell, plain
from cs231n_widgets.sliding_filter.messages import sum_message, unread_message
from cs231n_widgets.volume_explorer.messages import seen
from node_js import run_script
from random_states import (
    many,
    random_backprop_convolution,
    random_im2col,
    random_image_filter,
    random_pooling,
    random_pooling_shift,
    random_sizing_calculator,
    random_sliding_filter,
    random_volume_explorer,
    state,
)

from cs231n_kit import sizing
from cs231n_kit.kernels import im2col as im2col_kernel
from cs231n_kit.layers import conv_forward

SEED = 231
OBJECTIONS = ["zeros", "skips", "half", "over", "even", "large", ""]


def camel(name):
    return re.sub(r"_(\w)", lambda match: match[1].upper(), name)


def functions(module):
    """Return the functions that a module defines, by their names in JavaScript: {name: function}."""
    found = inspect.getmembers(module, inspect.isfunction)
    return {camel(name): function for name, function in found if function.__module__ == module.__name__}


def argument(rng, name):
    """Make up an argument by its parameter's name: a whole number, a shape, settings, a word."""
    if name in ("shape", "out_shape"):
        return [rng.randint(0, 300) for _ in range(3)]
    if name == "settings":
        return [rng.randint(1, 20), rng.randint(1, 20), *(rng.randint(1, 6) for _ in range(2)), rng.randint(0, 4), 1]
    if name == "found":
        return [[*(rng.randint(1, 9) for _ in range(4)), rng.choice(OBJECTIONS)] for _ in range(12)]
    words = {"fit": ["crop", "raise", "pad", "other"], "name": OBJECTIONS, "side": [-1, 0, 1], "step": [-1, 1]}
    if name in words:
        return rng.choice(words[name])
    if name in ("place", "most"):
        return rng.randint(0, 5)
    return rng.randint(-3, rng.choice([6, 30, 300]))


def random_calls(module, names, count):
    """Make up calls, of every named function equally often: [(name in JavaScript, arguments)]."""
    rng, calls, own = random.Random(SEED), [], functions(module)
    for n in range(count):
        name = names[n % len(names)]
        parameters = list(inspect.signature(own[name]).parameters.values())
        needed = sum(p.default is p.empty for p in parameters)
        taken = parameters[: rng.randint(needed, len(parameters))]
        calls.append((name, [argument(rng, p.name) for p in taken]))
    return calls


def outcome(function, args):
    try:
        return ["value", plainly(function(*args))]
    except ValueError as error:
        return ["error", str(error)]


def plainly(value):
    """Return a value with its tuples as lists, as JSON has them."""
    return [plainly(item) for item in value] if isinstance(value, tuple | list) else value


def numbers_to_write():
    rng = np.random.default_rng(7)
    edges = [0, -1, 12, 999, -999, 0.004, -0.004, 0.04, 0.5, -0.53, 1.27, -9.949, 9.96, 123.4, -123.4, -0.001, 0.125,
             1.25, -1.25, 12.25, -12.25, 99.95, 127.085, -1234.5, 9999.4, 12345.6, 998001, 0.07, 2 / 3,
             99.7, -99.7, 999.4, 1500, 2500.5, 1234567, -74850750, 3e-5, 1.234e-7, 2.5e-9]  # fmt: skip
    return edges + rng.normal(0, 3, 1000).tolist() + (rng.integers(-99999, 99999, 500) / 8).tolist()


@pytest.fixture(scope="module")
def javascript():
    """Ask node all questions at once: what it was asked, and what it says, by key."""
    script = Path(__file__).with_name("both_languages.mjs")
    names = run_script([script], {"names": None})["names"]
    widgets = {
        "sliding": many(random_sliding_filter, SEED, 500),
        "image": many(random_image_filter, SEED, 200),
        "im2col": many(random_im2col, SEED, 500),
        "backprop": many(random_backprop_convolution, SEED, 500),
        "pooling": many(random_pooling, SEED, 500),
        "shift": many(random_pooling_shift, SEED, 300),
        "calculator": many(random_sizing_calculator, SEED, 1000),
        "volumes": many(random_volume_explorer, SEED, 200),
    }
    asked = {
        "sizing": random_calls(sizing, names["sizing"], 20_000),
        "search": random_calls(sizing_search, names["search"], 6_000),
        "numbers": numbers_to_write(),
        "sentences": ["(5 - 3 + 2)/2 + 1 = 3", "y = -3", "a well-known x-axis"],
        "demo": {"D": 3, "H": 9, "W": 8, "K": 3, "F": 5},
        "limits": None,
    }
    states = {key: [state(widget) for widget in some] for key, some in widgets.items()}
    states["im2col"] = [{**s, "dilation": 1} for s in states["im2col"]]
    said = run_script([script], asked | states)
    return asked | widgets, said


@pytest.mark.parametrize(("key", "module"), [("sizing", sizing), ("search", sizing_search)])
def test_the_arithmetic_is_the_same_in_numbers_words_and_errors(javascript, key, module):
    calls, said = (part[key] for part in javascript)
    own = functions(module)
    wanted = [outcome(own[name], args) for name, args in calls]
    wrong = [(call, want, js) for call, want, js in zip(calls, wanted, said, strict=True) if want != js]
    assert not wrong[:5]
    if key == "sizing":
        assert {kind for kind, _ in wanted} == {"value", "error"}, "the cases reach the errors, too"
    else:
        assert sum(isinstance(value, list) and len(value) > 0 for _, value in wanted) > 1_000


def test_numbers_are_written_the_same(javascript):
    values, said = (part["numbers"] for part in javascript)
    assert said == [[number(v), short(v), plain(v), in_cell(v)] for v in values]
    assert all(len(small) <= 4 and len(cell) <= 5 for _, small, _, cell in said)
    assert [plain(v) for v in (0.125, -0.001, 2 / 3)] == ["0.13", "0", "0.67"]
    asked, said = (part["sentences"] for part in javascript)
    assert said == [signed(text) for text in asked] == ["(5 − 3 + 2)/2 + 1 = 3", "y = −3", "a well-known x-axis"]


def test_demo_numbers_are_the_same(javascript):
    assert javascript[1]["demo"] == {
        "x": fill_x(3, 9, 8).tolist(),
        "w": fill_w(3, 3, 5).tolist(),
        "b": fill_b(3).tolist(),
    }


def test_a_sliding_filter_is_the_same(javascript):
    for widget, js in zip(*(part["sliding"] for part in javascript), strict=True):
        facts = widget.facts()
        np.testing.assert_array_equal(np.reshape(js["y"], widget.output.shape), widget.output)
        np.testing.assert_array_equal(js["readers"], widget.readers)
        assert js["facts"] == {name: value for name, value in facts.items() if value is not None}
        assert js["messages"] == [unread_message(widget), sum_message(widget) if widget.position else None]
        assert js["fine"] == facts["fits"]
        assert js["describe"] == widget.describe()
        if widget.position:
            np.testing.assert_array_equal(js["sums"], widget.slice_sums())


def test_an_image_filter_is_the_same(javascript):
    for widget, js in zip(*(part["image"] for part in javascript), strict=True):
        np.testing.assert_allclose(js["map"], widget.map.ravel(), rtol=1e-12, atol=1e-9)
        assert js["products"] == widget.products.ravel().tolist()
        assert js["shade"] == shades(np.array([[widget.value]]))[0, 0].tolist()
        assert js["facts"] == widget.facts()
        assert js["describe"] == widget.describe()
    said = [js["facts"] for js in javascript[1]["image"]]
    for name in ("flat", "upright", "level", "shift"):
        assert {one[name] for one in said} == {True, False}, f"the cases reach both of {name}"


def test_im2col_is_the_same(javascript):
    for widget, js in zip(*(part["im2col"] for part in javascript), strict=True):
        x_col = im2col_kernel.im2col(np.array(widget.x), widget.w.shape[2], widget.stride, widget.pad)
        np.testing.assert_array_equal(js["xCol"], x_col)
        np.testing.assert_array_equal(js["copied"], x_col, "each entry is the cell that it says it comes from")
        assert js["padding"] == (widget.origins == 0).sum()
        np.testing.assert_array_equal(js["wRow"], widget.w_row)
        y, _ = conv_forward(*(np.array(v, dtype=float) for v in (widget.x[None], widget.w, widget.b)),
                             stride=widget.stride, pad=widget.pad)  # fmt: skip
        np.testing.assert_array_equal(np.reshape(js["y"], y[0].shape), y[0])
        for channel in widget.copies:
            np.testing.assert_array_equal(js["copies"], channel)
        assert js["facts"] == {name: value for name, value in widget.facts().items() if value is not None}
        assert tuple(js["at"].values()) == widget.position
        assert js["describe"] == widget.describe()
    assert {js["facts"]["least"] for js in javascript[1]["im2col"]} >= {0, 1}, "the cases reach cells that none reads"


def test_the_way_back_through_a_convolution_is_the_same(javascript):
    seen = set()
    for widget, js in zip(*(part["backprop"] for part in javascript), strict=True):
        facts, (values, real) = widget.facts(), widget.spread
        np.testing.assert_array_equal(js["dx"], widget.dx)
        np.testing.assert_array_equal(js["dw"], widget.dw)
        np.testing.assert_array_equal(js["spread"], values)
        np.testing.assert_array_equal(js["real"], real)
        assert js["facts"] == facts
        for place in np.ndindex(widget.w.shape):
            assert js["weights"][place[0]][place[1]] == weight_message(widget, *place)
        assert js["describe"] == widget.describe()
        seen.add((facts["view"], facts["S"] > 1, facts["P"] > 0, facts["unread"] > 0))
    assert len(seen) == 3 * 6, "the cases cover strides, padding and unread inputs in every view"


def test_pooling_is_the_same(javascript):
    kinds = set()
    for widget, js in zip(*(part["pooling"] for part in javascript), strict=True):
        np.testing.assert_allclose(js["y"], widget.output, rtol=1e-12)
        np.testing.assert_allclose(js["dx"], widget.dx, rtol=1e-12, atol=1e-12)
        alone = np.zeros_like(widget.output)
        alone[widget.position] = widget.gradient[widget.position]
        parts = widget.back(alone)[widget.region(*widget.position)].ravel()
        np.testing.assert_allclose(js["parts"], parts, rtol=1e-12, atol=1e-12)
        if widget.kind == "max":
            np.testing.assert_array_equal(js["switches"], widget.switches)
        facts = widget.facts()
        assert js["facts"].pop("value") == pytest.approx(facts.pop("value"), rel=1e-12)
        # A sum that is 0 in one order of adding up may be 1e-17 in another.
        if widget.kind == "max":
            assert js["facts"]["receivers"] == facts["receivers"]
        assert js["facts"] | {"receivers": 0} == facts | {"receivers": 0}
        assert js["messages"] == [fit_message(widget.shape), *forward_messages(widget), *backward_messages(widget)]
        assert js["describe"] == widget.describe()
        kinds.add((widget.kind, bool(facts["ties"]), facts["fits"], facts["S"] < facts["F"]))
    assert len(kinds) == 16, "the cases cover ties, misfits and overlaps of every kind"
    words = " ".join(" ".join(js["messages"]) for js in javascript[1]["pooling"])
    for part in (
        "A tie: 2",
        "the 2 that are as large",
        "nothing is sent",
        "has no slope",
        "other sign",
        "≈",
        "won in 2",
    ):
        assert part in words, part


def test_pooling_under_a_shift_is_the_same(javascript):
    for widget, js in zip(*(part["shift"] for part in javascript), strict=True):
        np.testing.assert_array_equal(np.reshape(js["map"], widget.map_at(0, widget.pool).shape),
                                      widget.map_at(widget.shift, widget.pool))  # fmt: skip
        for pool, curve in widget.curves.items():
            np.testing.assert_allclose(js["curves"][pool], curve, rtol=1e-12, atol=1e-12)
        assert js["facts"] == widget.facts()
        assert js["describe"] == widget.describe()


def test_a_sizing_calculator_is_the_same(javascript):
    for widget, js in zip(*(part["calculator"] for part in javascript), strict=True):
        wanted = widget.facts()
        assert {name: js["facts"][name] for name in wanted} == wanted
        assert [tuple(pair) for pair in js["near"]] == widget.nearest
        assert [tuple(answer) for answer in js["good"]] == widget.answers
        assert js["leftOut"] == widget.left_out
        assert js["describe"] == widget.describe()
    limits = javascript[1]["limits"]
    assert limits == {name: SizingCalculator.class_traits()[name].max for name in limits}
    assert set(limits) == {"W", "H", "D", "K", "F", "S", "P", "dilation"}


def test_a_net_in_the_page_computes_what_the_kit_computes(javascript):
    kinds = set()
    for widget, js in zip(*(part["volumes"] for part in javascript), strict=True):
        assert [name for name, _ in js["volumes"]] == [name for name, _ in widget.volumes]
        for (_, said), (_, values) in zip(js["volumes"], widget.volumes, strict=True):
            np.testing.assert_allclose(said, values.ravel(), rtol=1e-10, atol=1e-12)
        facts, told = widget.facts(), js["facts"]
        assert told.pop("value") == pytest.approx(facts.pop("value"), rel=1e-10, abs=1e-12)
        assert told == facts
        assert tuple(js["seen"].values()) == seen(widget)
        assert js["describe"] == widget.describe()
        assert js["parts"] == pytest.approx(widget.facts()["value"]), "what is shown to come in adds up"
        kinds.add((facts["volume"], widget.net["dtype"]))
    assert {kind for kind, _ in kinds} >= {"INPUT", "CONV", "CONV 2", "RELU 1", "POOL 2", "FC 1", "FC"}
    assert {dtype for _, dtype in kinds} == {"float16", "float32"}
