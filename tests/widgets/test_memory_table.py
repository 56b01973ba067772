"""MemoryTable in Python: its figures in the page's arithmetic, what it takes, says and asks, and its still picture."""

import csv
import json
import random
import re
from itertools import pairwise
from pathlib import Path

import pytest
from cs231n_widgets import MemoryTable
from cs231n_widgets.memory_table import CARDS
from cs231n_widgets.memory_table.model import GIB, SETTINGS, recomputed
from cs231n_widgets.memory_table.tree import as_tree, from_tree
from node_js import SOURCES, run_node, run_script
from random_nets import random_net
from random_states import many, random_memory_table, state

from cs231n_kit import memory, models, spec
from cs231n_kit.layers import (
    AvgPool2d,
    BatchNorm,
    Concat,
    Conv2d,
    Flatten,
    GlobalAvgPool2d,
    Linear,
    MaxPool2d,
    ReLU,
    Residual,
    Serial,
)
from cs231n_kit.layers.base import Layer
from cs231n_kit.models import MODELS
from cs231n_kit.net import Net

RARE = ["of its own", "another shape", "freed once", "no multiply-adds", "multiply-adds more", "more than",
        "Only volumes of the same size", "Branches have to agree", "At character", "not even one example"]  # fmt: skip
OPTIMIZERS = list(memory.STEP_CACHE)
TWO_WAYS = (Conv2d(4, 3, stride=2, pad=1), Serial(AvgPool2d(2), Conv2d(4, 1)))  # the same size where that is even
SPECIAL = [
    lambda: MemoryTable(Residual(*TWO_WAYS), (3, 8, 8), side=7),
    lambda: MemoryTable(Residual(Conv2d(3, 3, stride=2, pad=4)), (3, 7, 7), side=9),
    lambda: MemoryTable(Concat(*TWO_WAYS), (3, 8, 8), side=7, start={"side": None, "batch": 2}),
    lambda: MemoryTable(Serial(Residual(ReLU()), Linear(2), Flatten()), (3, 8, 8), row=4),
    lambda: MemoryTable("INPUT(3,8,8) -> POOL(17,2,8) -> AVGPOOL -> FC", row=1),
    lambda: MemoryTable("INPUT(100000,100000,100000) -> FC(1000000)"),
    lambda: MemoryTable("INPUT -> FLATTEN", batch=3, train=False),
    lambda: MemoryTable("INPUT(3,224,224) -> [CONV(64,3) -> RELU]*3", card=1, batch=100, row=4),
    lambda: MemoryTable.squeeze(optimizer="momentum", batch=24),
]


def branching_net():
    """Returns (layer, in_shape) of a net with a repeated shortcut and three branches."""

    def residual():
        return Residual(Serial(Conv2d(16, 3, pad=1), ReLU(), Conv2d(16, 3, pad=1)))

    branches = Concat(Conv2d(4, 1), Serial(Conv2d(4, 3, pad=1), ReLU()), MaxPool2d(3, stride=1, pad=1))
    front = [Conv2d(16, 3, pad=1), ReLU(), *[residual(), ReLU()] * 2]
    return Serial(*front, MaxPool2d(2), branches, GlobalAvgPool2d(), Linear(10)), (3, 64, 64)


def case_of(layer, in_shape, rng, budgets=()):
    """Returns a question for both languages: a net and settings."""
    n = rng.choice([1, 1, 2, 3, 32, rng.randint(1, 5000)])
    size, train, optimizer = rng.choice([4, 8]), rng.random() < 0.6, rng.choice(OPTIMIZERS)
    return [as_tree(layer), list(in_shape), n, size, train, optimizer, list(budgets)]


SMALL = ("LeNet-5", "AlexNet", "ZFNet", "VGG-11", "VGG-16", "ResNet-20")  # whose largest batch is soon found


def cases():
    """Returns questions: 2,000 random nets, most with branches, and every preset with every optimiser and card."""
    rng = random.Random(17)
    some = []
    for k in range(2_000):
        layer, in_shape = random_net(rng)
        case = case_of(layer, in_shape, rng)
        if k % 16 == 0:
            n, dtype = rng.randint(1, 300), "float32" if case[3] == 4 else "float64"
            needs = memory.memory_needed(layer, in_shape, n=n, dtype=dtype, train=case[4], optimizer=case[5])
            case[6] = [needs.total, rng.randint(10**3, 10**9)]  # what holds n, and not a byte more
        some.append(case)
    sides = [(1, 1), (64, 64), (64, 65)]  # batch norm's numbers at each place, up to 4096 of them
    some += [case_of(Serial(BatchNorm()), (3, *places), rng) for places in sides]
    for name, optimizer in zip(list(MODELS) * 2, OPTIMIZERS * 7, strict=False):
        layer, in_shape = MODELS[name].layer, MODELS[name].in_shape
        budgets = [rng.choice(CARDS) * GIB, GIB // 4] if name in SMALL else []
        case = case_of(layer, in_shape, rng, budgets)
        some.append([*case[:5], optimizer, case[6]])
    return some


@pytest.fixture(scope="module")
def javascript():
    """Ask node all questions at once: what it was asked, and what it says, by key."""
    asked = {
        "memory": cases(),
        "constants": None,
        "bytes": [*range(1020, 1030), 2304, 1024**2 - 1, 1024**2, 1024**3 - 1, 2**40,
                  *[int(2 ** (k / 3)) for k in range(120)], *range(1024, 40_000, 256)],
    }  # fmt: skip
    widgets = [make() for make in SPECIAL] + many(random_memory_table, 17, 150)
    states = [state(widget) | {"presets": widget.presets} for widget in widgets]
    said = run_script([Path(__file__).with_name("both_languages.mjs")], asked | {"table": states})
    return asked | {"table": widgets}, said


def test_rows_moments_needs_and_largest_batches_are_the_kit_s_to_the_byte(javascript):
    kinds = set()
    for case, js in zip(*(part["memory"] for part in javascript), strict=True):
        tree, in_shape, n, size, train, optimizer, budgets = case
        layer, in_shape = from_tree(tree), tuple(in_shape)
        settings = {"n": n, "dtype": "float32" if size == 4 else "float64"}
        rows = memory.memory_rows(layer, in_shape, **settings)
        assert js["rows"] == [
            [row.name, list(row.out_shape), row.activations, row.kept, row.parameters, row.statistics, row.workspace,
             row.backward_workspace, row.macs]
            for row in rows
        ], case  # fmt: skip
        needs = memory.memory_needed(layer, in_shape, **settings, train=train, optimizer=optimizer)
        moments = memory.timeline(layer, in_shape, **settings, train=train) or [needs.moment]
        assert js["moments"] == [
            [m.name, m.stage, m.data, m.activations, m.gradients, m.parameter_gradients, m.workspace] for m in moments
        ], case
        most = needs.moment
        parameters = needs.parameters + needs.statistics
        assert js["needs"] == [most.name, most.stage, parameters, needs.step_cache, needs.total], case
        settings = {"dtype": settings["dtype"], "train": train, "optimizer": optimizer}
        assert js["largest"] == [memory.largest_batch(layer, in_shape, b, **settings) for b in budgets], case
        kinds.update(type(row.layer).__name__ for row in rows)
        kinds.update(row.name.rsplit(".")[-1] for row in rows if row.layer is None)
    layers = {kind.__name__ for kind, _ in spec.WORDS.values() if kind}
    assert kinds >= layers | {"input", "add", "concat"}, "the cases have every layer that a spec has a word for"


def test_each_layer_that_a_spec_has_a_word_for_has_a_rule_in_the_page(javascript):
    cards, caches, settings, words = javascript[1]["constants"]
    assert set(words) == set(spec.WORDS) - {"INPUT"}
    assert (tuple(cards), caches, tuple(settings)) == (CARDS, memory.STEP_CACHE, SETTINGS)


def test_bytes_are_written_the_same(javascript):
    values, said = (part["bytes"] for part in javascript)
    assert said == [memory.format_bytes(value) for value in values]


def test_facts_words_and_csv_are_the_same(javascript):
    kinds = set()
    for widget, js in zip(*(part["table"] for part in javascript), strict=True):
        assert js["facts"] == widget.facts(), widget.settings()
        assert js["describe"] == widget.describe()
        assert js["csv"] == widget.csv
        lines = widget.study.lines
        assert js["again"] == (list(recomputed(lines, range(1, len(lines) - 1))) if lines else None)
        known = widget.facts()
        kinds.add((known["valid"], known["fits"], widget.train, bool(widget.tree), known["changed"] > 0))
    assert {kind[:2] for kind in kinds} == {(False, False), (True, False), (True, True)}
    assert len(kinds) > 12, "the cases have nets from text and from Python, that fit and that don't"
    said = " ".join(js["describe"] for js in javascript[1]["table"])
    for part in RARE:
        assert part in said, part


def test_vgg_16_is_what_the_notes_count_and_what_they_don_t():
    sums = MemoryTable().study.sums
    assert (sums["numbers"], sums["activations"] // 4) == (15_237_608, 28_793_320)
    assert (sums["parameters"] // 4, sums["macs"]) == (138_357_544, 15_470_264_320)
    rows = list(csv.DictReader(MemoryTable(notes=True).csv.splitlines()[1:]))
    assert [rows[32][name] for name in ("layer", "parameters", "depth")] == ["FC(4096)", str(4 * 102_764_544), "4096"]
    assert sum(int(row["activations"]) for row in rows) == 4 * 28_793_320


SQUEEZED = {  # a change, and whether it is an answer
    "nothing": ({}, False),
    "half the batch": ({"batch": 16}, True),
    "the batch that just fits": ({"batch": 22}, True),
    "one more": ({"batch": 23}, False),
    "a smaller picture": ({"side": 192}, True),
    "a plain optimiser": ({"optimizer": "SGD"}, True),
    "half a cache": ({"optimizer": "momentum"}, False),
    "test time": ({"train": False}, True),
    "another net": ({"spec": MODELS["VGG-11"].spec}, True),
    "a deeper net": ({"spec": MODELS["VGG-19"].spec}, False),
    "longer numbers": ({"dtype": "float64"}, False),
    "two things": ({"batch": 16, "optimizer": "SGD"}, False),
    "a larger card": ({"card": 6}, False),
}


@pytest.mark.parametrize("name", SQUEEZED)
def test_the_task_is_met_by_one_change_that_saves_enough(name):
    change, met = SQUEEZED[name]
    widget = MemoryTable.squeeze()
    assert "4.8 GiB" in widget.describe()
    widget.show(**change)
    assert widget.met == met


def test_what_a_task_s_change_did_is_said():
    widget = MemoryTable.squeeze(optimizer="momentum")
    assert widget.describe().endswith("Nothing is changed yet.")
    widget = MemoryTable.squeeze()
    widget.optimizer = "SGD"
    said = "Changed: SGD instead of Adam. At the fullest moment that is 1.0 GiB less: 1.0 GiB of step cache less."
    assert widget.describe().endswith(said)


def test_what_recomputing_frees_and_costs_is_counted_by_hand():
    lines = MemoryTable().study.lines
    for before, line in pairwise(lines):
        if line.label == "RELU":  # its CONV or FC layer, whose output nobody keeps
            assert (line.frees, line.again) == (line.activations, before.macs)
    assert [line.again for line in lines if line.label == "POOL"] == [0] * 5
    # In a shortcut: the sum is read by the next CONV; body and start aren't kept, except the CONV's input.
    body = Serial(Conv2d(4, 3, pad=1), ReLU(), Conv2d(4, 3, pad=1))
    net = Serial(Conv2d(4, 1), Residual(body), Conv2d(2, 1))
    lines = MemoryTable(net, (3, 8, 8)).study.lines
    assert [line.label for line in lines[1:]] == ["CONV(4,1)", "CONV(4,3)", "RELU", "CONV(4,3)", "add", "CONV(2,1)"]
    first, inner, last = 3 * 4 * 64, 4 * 4 * 9 * 64, 4 * 2 * 64
    assert [line.macs for line in lines[1:]] == [first, inner, 0, inner, 0, last]
    assert [line.again for line in lines[1:]] == [first, 0, inner, 0, inner, 0], "the sum needs the last CONV again"
    assert recomputed(lines, range(1, 6)) == (lines[1].kept + lines[3].kept + lines[5].kept, first + 2 * inner)


class Doubled(Layer):
    """A layer of one's own."""

    def out_shape(self, in_shape):
        return in_shape


def test_a_net_of_one_s_own_is_taken_with_its_branches():
    plain = Serial(Conv2d(4, 3), ReLU(), Linear(3))
    assert MemoryTable(Net.build(plain, (3, 9, 8))).spec == spec.spec_of(plain, (3, 9, 8))
    net = Serial(Conv2d(4, 3), Residual(Serial(ReLU(), Conv2d(4, 3, pad=1))), Concat(*TWO_WAYS), Linear(3))
    widget = MemoryTable(net, (3, 10, 10))
    assert (widget.spec, from_tree(widget.tree["net"])) == ("", net)
    again = MemoryTable(**json.loads(json.dumps(widget.settings())))
    assert again.describe() == widget.describe()
    assert MemoryTable(**MemoryTable().settings()).facts() == MemoryTable().facts()
    for wrong in (Doubled(), Serial(ReLU(), Doubled())):
        with pytest.raises(TypeError, match="no row for Doubled: a spec has no word for it"):
            MemoryTable(wrong, (3, 8, 8))
    assert from_tree(MemoryTable(models.resnet20()).tree["net"]) == models.resnet20().layer
    with pytest.raises(TypeError, match=r"no rows for auxiliary heads.*googlenet\(aux=False\)"):
        MemoryTable(models.googlenet())
    with pytest.raises(TypeError, match="a net as text, a Net, a Model, or a layer and its in_shape; got int"):
        MemoryTable(3)
    with pytest.raises(ValueError, match=re.escape('tree is {"input": shape, "net": layers}')):
        MemoryTable(tree={"net": "RELU"})
    with pytest.raises(ValueError, match="start names colour"):
        MemoryTable(start={"colour": 3})


def test_the_still_picture_has_every_row_and_both_totals():
    picture = MemoryTable(batch=32, optimizer="Adam").still_svg()
    assert picture.count(">RELU<") == 15
    assert all(f">{text}<" in picture for text in ("FC(4096)", "224×224×64", "all rows summed up", "3.4 GiB"))
    assert ">at the fullest moment: 4.8 GiB<" in picture
    assert ">15,237,608<" in MemoryTable(notes=True).still_svg()
    assert "and 13 layers more" in MemoryTable("INPUT(9) -> [FC(9) -> RELU]*30").still_svg()
    assert "Expected , or )" in MemoryTable("CONV(8,3 -> FC").still_svg()


def test_a_copied_link_opens_the_same_table():
    first = json.loads(json.dumps(MemoryTable().settings()))
    changes = [
        {"spec": MODELS["AlexNet"].spec, "side": 99, "batch": 128, "dtype": "float64", "train": False, "card": 80},
        {"optimizer": "Adam", "notes": True, "sort": "macs", "ascending": True, "opened": [1, 4], "row": 7},
    ]
    body = """return given.changes.map((change) => {
        const state = { ...given.first, ...change };
        const { values } = m.readAddress(new URL(m.writeAddress("w-x", given.first, state), "http://a.b/c").hash);
        return m.fitting(values, given.first, {});
    })"""
    assert run_node(SOURCES / "page" / "address.js", body, {"first": first, "changes": changes}) == changes
