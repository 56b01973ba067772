"""What JavaScript computes and says is what the kit computes and Python says: thousands of cases, asked of one node."""

import inspect
import random
import re
from dataclasses import MISSING, fields
from pathlib import Path

import numpy as np
import pytest
from cs231n_widgets import ArchitectureBuilder, SizingCalculator, sizing_search
from cs231n_widgets.activation_histograms.messages import figure, note
from cs231n_widgets.architecture_builder.repairs import repairs
from cs231n_widgets.backprop_convolution.messages import weight_message
from cs231n_widgets.base import number, short, signed
from cs231n_widgets.fill import fill_b, fill_w, fill_x
from cs231n_widgets.fully_connected_as_convolution import messages as slid_net_messages
from cs231n_widgets.image_filter.svg import shades
from cs231n_widgets.net_comparison import model as nets_model
from cs231n_widgets.pooling.messages import backward_messages, fit_message, forward_messages, in_cell, plain
from cs231n_widgets.receptive_field import model
from cs231n_widgets.residual_blocks import model as model_of_blocks
from cs231n_widgets.residual_blocks.messages import block_name
from cs231n_widgets.sliding_filter.messages import sum_message, unread_message
from cs231n_widgets.spec_reading import read
from cs231n_widgets.volume_explorer.messages import seen
from node_js import run_script
from random_states import (
    many,
    random_activation_histograms,
    random_architecture_builder,
    random_backprop_convolution,
    random_fully_connected_as_convolution,
    random_im2col,
    random_image_filter,
    random_net_comparison,
    random_pooling,
    random_pooling_shift,
    random_receptive_field,
    random_residual_blocks,
    random_sizing_calculator,
    random_sliding_filter,
    random_valley,
    random_volume_explorer,
    state,
)
from spec_texts import texts

from cs231n_kit import sizing, spec
from cs231n_kit.kernels import im2col as im2col_kernel
from cs231n_kit.layers import conv_forward

SEED = 231
STACKS = [
    "CONV 3 stride 1, pool 2",
    " CONV 3 dilation 4 dilation 2,, POOL 3 stride 2 ",
    "CONV 3 pad 0, CONV 4",
    "FC 10",
    "CONV",
    "CONV 3 strides 2",
    "CONV 18",
    "CONV 9 dilation 3",
    "CONV 3 stride 5",
    "POOL 2 dilation 2",
    "POOL 0",
    "CONV 3, POOL 17, POOL 4",
    ", ".join(["CONV 1"] * 9),
]
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


def spec_cases():
    """Return texts with what the letters stand for, and whether repairs are asked for: [text, letters, bool]."""
    rng = random.Random(SEED)
    some = [{"N": 1, "M": 1, "K": 1, "pool": True}, {"N": 2, "M": 3, "K": 0, "pool": False}]
    return [[text, rng.choice(some), n < 700] for n, text in enumerate(texts(6_000))]


@pytest.fixture(scope="module")
def javascript():
    """Ask node all questions at once: what it was asked, and what it says, by key."""
    script = Path(__file__).with_name("both_languages.mjs")
    names = run_script([script], {"names": None})["names"]
    widgets = {
        "builder": many(random_architecture_builder, SEED, 300),
        "sliding": many(random_sliding_filter, SEED, 500),
        "image": many(random_image_filter, SEED, 200),
        "im2col": many(random_im2col, SEED, 500),
        "backprop": many(random_backprop_convolution, SEED, 500),
        "pooling": many(random_pooling, SEED, 500),
        "shift": many(random_pooling_shift, SEED, 300),
        "valley": many(random_valley, SEED, 100),
        "histograms": many(random_activation_histograms, SEED, 60),
        "nets": many(random_net_comparison, SEED, 60),
        "blocks": many(random_residual_blocks, SEED, 300),
        "slidNet": many(random_fully_connected_as_convolution, SEED, 40),
        "field": many(random_receptive_field, SEED, 150),
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
        "words": None,
        "specs": spec_cases(),
        "stacks": STACKS,
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


def test_six_walks_through_a_valley_are_the_kit_s(javascript):
    for widget, js in zip(*(part["valley"] for part in javascript), strict=True):
        assert js["facts"] == widget.facts()
        assert js["describe"] == widget.describe()
        for name, places in js["places"].items():
            np.testing.assert_allclose(np.array(places, float), widget.walk(name).places, rtol=1e-9, atol=1e-12)


def test_activations_of_ten_layers_are_the_same(javascript):
    fates = set()
    for widget, js in zip(*(part["histograms"] for part in javascript), strict=True):
        for row, layers in zip(widget.rows, js["layers"], strict=True):
            for layer, one in zip(row.layers, layers, strict=True):
                assert one["name"] == layer.name
                told = [one["mean"], one["deviation"], one["zeros"]]
                np.testing.assert_allclose(told, [layer.mean, layer.deviation, layer.zeros], rtol=1e-9)
                moved = np.abs(np.subtract(one["counts"], layer.counts)).sum()
                assert moved <= 2, "a number on the edge of two bins may be rounded into either"
            fates.add((len(widget.rows), row.fate))
        assert js["facts"] == widget.facts()
        assert js["found"] == widget.found
        assert js["describe"] == widget.describe()
        assert js["notes"] == [[[figure(layer), note(row, layer)] for layer in row.layers] for row in widget.rows]
    kinds = {"fades", "explodes", "holds"}
    assert fates == {(2, fate) for fate in kinds} | {(1, fate) for fate in kinds | {"dead"}}


def test_nets_in_a_chart_are_the_same(javascript):
    kinds = set()
    for widget, js in zip(*(part["nets"] for part in javascript), strict=True):
        assert js["facts"] == widget.facts()
        assert js["describe"] == widget.describe()
        for (wide, high), theirs in zip([(744, 396), (358, 340)], js["charts"], strict=True):
            chart = nets_model.chart(widget.nets, widget.axis, wide, high)
            assert [one["name"] for one in theirs["circles"]] == [one.name for one in chart.circles]
            places = [list(one.values())[1:] for one in theirs["circles"]]
            np.testing.assert_allclose(places, [one[1:] for one in chart.circles], rtol=1e-9)
            for key in ("across", "up", "legend"):
                np.testing.assert_allclose(theirs[key], getattr(chart, key), rtol=1e-9)
            assert theirs["floor"] == chart.floor
        kinds.add((widget.axis, widget.kept is not None, widget.net["top1"] is None, len(widget.nets)))
    assert len(kinds) >= 10, kinds


def test_a_net_without_some_blocks_is_the_same(javascript):
    said = set()
    for widget, js in zip(*(part["blocks"] for part in javascript), strict=True):
        assert js["facts"] == widget.facts()
        assert js["describe"] == widget.describe()
        assert js["names"] == [block_name(n, block) for n, block in enumerate(widget.net["blocks"], 1)]
        assert js["toggled"] == model_of_blocks.write_numbers(sorted({*widget.numbers} ^ {5}))
        words = ("All blocks", "Block ", "Blocks ", "fewer", "more")
        said |= {word for word in words if word in js["describe"]}
    assert len(said) == 5


def test_a_net_that_slides_is_the_same(javascript):
    kinds = set()
    for widget, js in zip(*(part["slidNet"] for part in javascript), strict=True):
        np.testing.assert_array_equal(js["image"], widget.image.ravel())
        before, scores = widget.scan
        for name, values in [("before", before), ("scores", scores), ("differences", widget.differences)]:
            np.testing.assert_allclose(js[name], values.ravel(), rtol=1e-9, atol=1e-9 * np.abs(before).max())
        assert js["seen"] == widget.seen.ravel().tolist()
        assert js["untouched"] == widget.untouched.ravel().tolist()
        assert js["macs"] == list(widget.macs)
        assert js["facts"] == widget.facts()
        assert js["cells"] == [slid_net_messages.cell_message(widget, *at) for at in np.ndindex(widget.untouched.shape)]
        assert js["verdict"] == slid_net_messages.verdict(widget)
        assert js["describe"] == widget.describe()
        kinds |= {("seen", bool(widget.sightings)), ("right", widget.facts()["right"]), ("hidden", widget.hidden)}
        kinds |= {("untouched", widget.untouched.all(), widget.untouched.any()), ("luck", "by luck" in js["describe"])}
    assert len(kinds) >= 10, kinds


def test_a_receptive_field_is_the_same(javascript):
    kinds = set()
    for widget, js in zip(*(part["field"] for part in javascript), strict=True):
        assert js["sides"] == widget.sides
        assert [tuple(one.values()) for one in js["maps"]] == [tuple(one) for one in widget.geometries]
        assert [tuple(axes) for axes in js["seen"]] == widget.seen
        assert js["counts"] == widget.counts
        assert js["read"] == model.pixels_read(widget.stack)
        highest = widget.maps[-1].transpose(1, 2, 0).ravel()
        np.testing.assert_allclose(js["means"], 255 * highest, rtol=1e-9, atol=1e-9)
        assert js["facts"] == widget.facts()
        assert js["written"] == widget.layers
        assert js["describe"] == widget.describe()
        counts = widget.counts
        kinds.add((js["facts"]["level"] > 0, *(counts[name] > 0 for name in ("skipped", "beyond", "padding"))))
    assert len(kinds) == 5, "the cases cover the photograph itself, skipped cells and padding, which comes with edges"


def test_stacks_are_read_the_same(javascript):
    texts, said = (part["stacks"] for part in javascript)
    assert said == [outcome(lambda text: model.write_stack(model.read_stack(text, 48)), [text]) for text in texts]
    assert said[:3] == [["value", "CONV 3, POOL 2"], ["value", "CONV 3 dilation 2, POOL 3 stride 2"],
                        ["value", "CONV 3 pad 0, CONV 4"]]  # fmt: skip
    assert {kind for kind, _ in said[3:]} == {"error"}


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


def tree(items):
    """Return a parsed spec as lists, each setting as Python writes it."""
    return [
        [item.word, list(map(repr, item.values)), {name: repr(value) for name, value in item.named.items()}, item.place]
        if isinstance(item, spec.Word)
        else [tree(item.items), item.times, item.place]
        for item in items
    ]


def test_a_page_s_layers_have_the_kit_s_settings(javascript):
    wanted = []
    for word, (kind, names) in spec.WORDS.items():
        own = fields(kind) if kind else ()
        defaults = [[one.name, "" if one.default is MISSING else repr(one.default)] for one in own]
        first = sum(not one.kw_only for one in own)
        wanted.append([word, kind and kind.__name__, list(names), defaults, first])
    assert javascript[1]["words"] == wanted


def test_a_text_is_the_same_net_or_has_the_same_caret_and_words(javascript):
    kinds = set()
    for (text, letters, mend), js in zip(*(part["specs"] for part in javascript), strict=True):
        net = read(text, letters)
        try:
            built, in_shape = spec.build_spec(text, **letters)
            error = None
        except spec.SpecError as wrong:
            error = [wrong.text, wrong.place, wrong.reason, net.misfit]
        assert (js["error"], js["tree"]) == (error, tree(net.items) if net.items else None), text
        assert js["spec"] == ("" if error else spec.spec_of(built, in_shape)), text
        assert error or (net.layers, net.in_shape) == (list(built.layers), in_shape), "and what the widget reads"
        shapes = [
            [row.shape and [str(n) for n in row.shape], row.out and [str(n) for n in row.out]] for row in net.rows
        ]
        assert js["shapes"] == shapes, text
        assert js["costs"] == [[str(n) for n in row.costs] if row.out else None for row in net.rows], text
        assert js["over"] == [list(row.left_over) for row in net.rows], text
        assert js["totals"] == [str(n) for n in net.totals], text
        assert js["code"] == ("" if error else ArchitectureBuilder(text, **letters).code if mend else js["code"]), text
        if mend:
            assert [tuple(one) for one in js["repairs"]] == repairs(net), text
            kinds.update(label.split()[0] for label, _ in repairs(net))
    assert kinds >= {"a", "->", "without", "pad", "size", "stride", "groups", "input", "FC", "POOL"}


def test_an_architecture_builder_is_the_same(javascript):
    fits = set()
    for widget, js in zip(*(part["builder"] for part in javascript), strict=True):
        assert js["facts"] == widget.facts()
        assert js["describe"] == widget.describe()
        fits.add((js["facts"]["fits"], js["facts"]["exact"]))
    assert fits == {(True, True), (True, False), (False, False)}
