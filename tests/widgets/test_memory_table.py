"""MemoryTable in Python: its figures in the page's arithmetic, what it takes, says and asks, and its still picture."""

import random
from pathlib import Path

import pytest
from cs231n_widgets import MemoryTable
from cs231n_widgets.memory_table import CARDS
from cs231n_widgets.memory_table.model import GIB, SETTINGS
from cs231n_widgets.memory_table.tree import as_tree, from_tree
from node_js import run_script
from random_nets import random_net
from random_states import many, random_memory_table, state

from cs231n_kit import memory, spec
from cs231n_kit.layers import AvgPool2d, Concat, Conv2d, Flatten, Linear, ReLU, Residual, Serial
from cs231n_kit.models import MODELS

RARE = ["of its own", "another shape", "freed once", "no multiply-adds", "multiply-adds more", "more than",
        "Only volumes of the same size", "Branches have to agree", "At character", "not even one example"]  # fmt: skip
OPTIMIZERS = list(memory.STEP_CACHE)
TWO_WAYS = (Conv2d(4, 3, stride=2, pad=1), Serial(AvgPool2d(2), Conv2d(4, 1)))  # the same size where that is even
SPECIAL = [
    lambda: MemoryTable(Residual(*TWO_WAYS), (3, 8, 8), side=7),
    lambda: MemoryTable(Concat(*TWO_WAYS), (3, 8, 8), side=7, start={"side": None, "batch": 2}),
    lambda: MemoryTable(Serial(Residual(ReLU()), Linear(2), Flatten()), (3, 8, 8), row=4),
    lambda: MemoryTable("INPUT(3,8,8) -> POOL(17,2,8) -> AVGPOOL -> FC", row=1),
    lambda: MemoryTable("INPUT(100000,100000,100000) -> FC(1000000)"),
    lambda: MemoryTable("INPUT -> FLATTEN", batch=3, train=False),
    lambda: MemoryTable("INPUT(3,224,224) -> [CONV(64,3) -> RELU]*3", card=1, batch=100, row=4),
    lambda: MemoryTable.squeeze(optimizer="momentum", batch=24),
]


def case_of(layer, in_shape, rng, budgets=()):
    """Returns a question for both languages: a net and settings."""
    n = rng.choice([1, 1, 2, 3, 32, rng.randint(1, 5000)])
    size, train, optimizer = rng.choice([4, 8]), rng.random() < 0.6, rng.choice(OPTIMIZERS)
    return [as_tree(layer), list(in_shape), n, size, train, optimizer, list(budgets)]


def cases():
    """Returns questions: 2,000 random nets, most with branches, and every preset with every optimiser and card."""
    rng = random.Random(17)
    some = []
    for k in range(2_000):
        layer, in_shape = random_net(rng)
        budgets = [rng.randint(10**3, 10 ** rng.randint(4, 9))] if k % 5 == 0 else []
        some.append(case_of(layer, in_shape, rng, budgets))
    for name, optimizer in zip(list(MODELS) * 2, OPTIMIZERS * 3, strict=False):
        layer, in_shape = spec.build_spec(MODELS[name].spec)
        case = case_of(layer, in_shape, rng, [rng.choice(CARDS) * GIB, GIB // 4])
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
            [row.name, list(row.out_shape), row.activations, row.kept, row.parameters, row.workspace,
             row.backward_workspace, row.macs]
            for row in rows
        ], case  # fmt: skip
        needs = memory.memory_needed(layer, in_shape, **settings, train=train, optimizer=optimizer)
        moments = memory.timeline(layer, in_shape, **settings, train=train) or [needs.moment]
        assert js["moments"] == [
            [m.name, m.stage, m.data, m.activations, m.gradients, m.parameter_gradients, m.workspace] for m in moments
        ], case
        most = needs.moment
        assert js["needs"] == [most.name, most.stage, needs.parameters, needs.step_cache, needs.total], case
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
        known = widget.facts()
        kinds.add((known["valid"], known["fits"], widget.train, bool(widget.tree), known["changed"] > 0))
    assert {kind[:2] for kind in kinds} == {(False, False), (True, False), (True, True)}
    assert len(kinds) > 12, "the cases have nets from text and from Python, that fit and that don't"
    said = " ".join(js["describe"] for js in javascript[1]["table"])
    for part in RARE:
        assert part in said, part
