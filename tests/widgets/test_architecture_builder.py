"""ArchitectureBuilder in Python: what it says of a net, its code, its repairs and its task."""

import json
import re

import pytest
from cs231n_widgets import ArchitectureBuilder
from cs231n_widgets.architecture_builder import EXAMPLES
from node_js import SOURCES, run_node

from cs231n_kit.layers import Conv2d, LeakyReLU, Linear, MaxPool2d, ReLU, Residual, Serial
from cs231n_kit.net import Net, summary_rows
from cs231n_kit.spec import build_spec, spec_of

WIDE = Serial(Conv2d(4, (3, 1), pad=(0, 1, 2, 1), bias=False), LeakyReLU(1e-05), MaxPool2d(3, stride=2, fit="pad"))
REPAIRS = [  # a text and what is offered for it
    ("INPUT -> [CONV -> RELU -> POOL]*2] -> FC -> RELU -> FC", ["without ]"]),
    ("[CONV -> RELU -> FC", ["a ] at the end", "without ["]),
    ("CONV(8,3 -> FC", ["a ) before it"]),
    ("CONVO -> FC", ["CONV instead"]),
    ("DENSE(10)", ["FC instead"]),
    ("CONV - RELU", ["-> instead"]),
    ("CONV RELU", ["a -> before it", "without RELU"]),
    ("CONV -> RELU ->", ["without the last ->"]),
    ("INPUT(32,32) -> FC", ["INPUT(3,32,32)"]),
    ("INPUT(3,4,4) -> CONV(8,7,1,0) -> FC", ["pad 3", "size 3", "input 7×7", "without CONV"]),
    ("CONV(8,4) -> FC", ["size 3", "pad 0", "without CONV"]),
    ("CONV(8,3,0) -> FC", ["stride 1", "without CONV"]),
    ("FC -> CONV(8)", ["FC instead", "without CONV"]),
    ("FC -> GAP", ["without GAP"]),
    ("CONV(6) -> CONV(8,groups=4)", ["groups 2", "without CONV"]),
    ("POOL(2,2,2) -> FC", ["size 4", "without POOL"]),
    ("INPUT(3,224,224) -> CONV(96,11,4,fit=raise) -> FC", ["stride 1", "input 225×225", "without CONV"]),
    ("[POOL]*7 -> FC", ["input 128×128"]),
    ("INPUT(3,224,224) -> CONV(96,11,4,0) -> POOL(3,2)", ["input 227×227", "stride 3"]),  # cells left over
    ("CONV -> FC", []),
]


@pytest.mark.parametrize("name", EXAMPLES)
def test_sizes_and_costs_are_the_kit_s(name):
    widget = ArchitectureBuilder(EXAMPLES[name])
    if name == "One that doesn’t fit":
        assert not widget.facts()["fits"]
        return
    layers, shape = build_spec(EXAMPLES[name], N=1, M=2, K=1)
    rows = [(widget.net.rows[i].out, *row[2:]) for i, row in enumerate(summary_rows(layers, shape))]
    assert [(row.out, row.costs[0], row.costs[2]) for row in widget.net.rows] == rows
    assert widget.facts()["parameters"] == sum(parameters for _, parameters, _ in rows)
    assert widget.layers == layers


def test_vggnet_costs_what_the_notes_say():
    facts = ArchitectureBuilder(EXAMPLES["VGG-16"]).facts()
    assert (facts["parameters"], facts["macs"], facts["out"]) == (138_357_544, 15_470_264_320, "1000")


@pytest.mark.parametrize(
    "net",
    [*EXAMPLES.values(), Net.build(WIDE, (3, 9, 8)), Serial(*[*[ReLU()] * 2, Conv2d(4, 1)] * 3, ReLU(), Linear(5))],
)
def test_its_code_makes_the_same_net(net):
    widget = ArchitectureBuilder(net)
    if not widget.facts()["fits"]:
        assert widget.code == widget.canonical == ""
        return
    there = {}
    code = widget.code
    if widget.facts()["parameters"] > 10**7:  # with numbers for all of them it takes long
        code = code.replace("Net.build(layers, (3, 224, 224))", "Net(layers, (3, 224, 224), {}, {})")
    exec(code, there)
    assert there["net"].layer == widget.layers
    assert there["net"].in_shape == widget.net.in_shape
    assert spec_of(there["net"].layer, there["net"].in_shape) == widget.canonical


def test_a_net_of_one_s_own_is_taken_unless_it_has_branches():
    assert ArchitectureBuilder(Net.build(WIDE, (3, 9, 8))).layers == WIDE
    assert ArchitectureBuilder(Serial(ReLU(), Linear(3)), in_shape=(7,)).spec == "INPUT(7) -> RELU -> FC(3)"
    with pytest.raises(TypeError, match="it has branches"):
        ArchitectureBuilder(Residual(ReLU()))
    with pytest.raises(ValueError, match="up to 1000 characters"):
        ArchitectureBuilder("RELU -> " * 200 + "FC")


@pytest.mark.parametrize(("text", "labels"), REPAIRS)
def test_a_repair_is_offered_that_gets_further(text, labels):
    widget = ArchitectureBuilder(text)
    assert [label for label, _ in widget.repairs] == labels
    before = widget.net
    for _, mended in widget.repairs:
        widget.spec = mended
        after = widget.net
        assert after.error is None or (after.misfit is not None and after.misfit >= (before.misfit or 0)), mended


def test_the_task_is_met_by_padding_and_not_by_a_click_on_a_repair():
    widget = ArchitectureBuilder.repair()
    assert "1×1×16" in widget.describe()
    text = widget.spec
    assert len(widget.repairs) == 2
    for mended in [
        text,
        *(mended for _, mended in widget.repairs),
        text.replace("]*3", "]*2"),
        text.replace("5,1,0", "5,1,1"),
    ]:
        widget.spec = mended
        assert not widget.met, mended
    for answer in ["CONV(16,5)", "CONV(16,3)", "CONV(99,7,1,3)"]:
        widget.spec = text.replace("CONV(16,5,1,0)", answer)
        assert widget.met, answer


def test_the_still_picture_has_the_table_or_the_place_that_is_wrong():
    svg = ArchitectureBuilder().still_svg()
    assert "106,278" in svg
    assert ">16×16×16<" in svg
    assert 'class="u"' not in svg
    text = "INPUT -> [CONV -> RELU -> POOL]*2] -> FC"
    place = re.search('<path d="M([0-9.]+) [0-9]+h[0-9.]+" class="u"/>', ArchitectureBuilder(text).still_svg())
    assert float(place[1]) == pytest.approx(2 + 7.25 * text.index("] ->"), abs=0.01)
    assert "and 13 layers more" in ArchitectureBuilder(EXAMPLES["VGG-16"]).still_svg()


def test_a_copied_link_opens_the_same_net():
    """The page's address holds the text, whatever is in it, and the letters."""
    first = json.loads(json.dumps(ArchitectureBuilder().settings()))
    texts = [*EXAMPLES.values(), "", "5", "true", "CONV(8", "é & = # + %20 🙂", "RELU -> " * 124 + "RELU"]
    states = [{**first, "spec": text, "N": n % 4, "pool": bool(n % 2)} for n, text in enumerate(texts)]
    body = """return given.states.map((state) => {
        const { id, values } = m.readAddress(new URL(m.writeAddress("w-x", given.first, state), "http://a.b/c").hash);
        return { id, state: { ...given.first, ...m.fitting(values, given.first, {}) } };
    })"""
    said = run_node(SOURCES / "page" / "address.js", body, {"first": first, "states": states})
    assert said == [{"id": "w-x", "state": state} for state in states]
