"""NetComparison in Python: what nets cost and where; test_both_languages.py holds the browser to it."""

import importlib.util
import json
import os
import re
from itertools import combinations
from pathlib import Path

import ipywidgets
import numpy as np
import pytest
from cs231n_widgets import NetComparison
from cs231n_widgets.net_comparison import model
from cs231n_widgets.net_comparison.messages import bytes_text, macs_text, percent
from cs231n_widgets.net_comparison.top1 import SOURCE, TOP1
from node_js import SOURCES, run_node

from cs231n_kit import models
from cs231n_kit.layers import BatchNorm, Flatten, Linear, ReLU, Serial
from cs231n_kit.spec import build_spec

BILLION = {"AlexNet": 0.714, "VGG-16": 15.47, "GoogLeNet": 1.498, "ResNet-18": 1.814, "ResNet-152": 11.514}


def net(name):
    """Returns a net of the chart."""
    return next(net for net in model.measured_nets() if net["name"] == name)


def parts(name, key):
    """Returns {part: its weights or multiply-adds} of a net of the chart."""
    return {part["name"]: part[key] for part in net(name)["parts"]}


def test_the_figures_are_those_of_torchvision():
    spec = importlib.util.find_spec("torchvision")
    if spec is None:
        message = "torchvision is not installed: pip install torchvision to run the comparison."
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    sources = Path(spec.origin).parent / "models"
    text = "".join(
        (sources / f"{name}.py").read_text(encoding="utf-8") for name in ("alexnet", "vgg", "googlenet", "resnet")
    )
    theirs = re.findall(r'class (\w+)_Weights.*?IMAGENET1K_V1 = .*?"acc@1": ([\d.]+)', text, re.DOTALL)
    figures = {name.replace("VGG", "VGG-").replace("ResNet", "ResNet-"): float(value) for name, value in theirs}
    assert {name: figures[name] for name in TOP1} == TOP1
    assert SOURCE.endswith("IMAGENET1K_V1")


@pytest.mark.parametrize("name", BILLION)
def test_multiply_adds_and_weights_are_those_that_others_count(name):
    assert net(name)["macs"] / 1e9 == pytest.approx(BILLION[name], abs=6e-4)
    parameters = {"AlexNet": 61_100_840, "VGG-16": 138_357_544, "GoogLeNet": 6_624_904, "ResNet-18": 11_689_512}
    assert net(name)["weights"] == 4 * parameters.get(name, 60_192_808)


def test_the_parts_of_a_net_are_its_maps_and_its_fully_connected_layers():
    weights = parts("VGG-16", "weights")
    assert list(weights) == [*[f"CONV {side}×{side}" for side in (224, 112, 56, 28, 14)], "FC 1", "FC 2", "FC 3"]
    assert weights["FC 1"] == 4 * (7 * 7 * 512 + 1) * 4096
    assert weights["CONV 224×224"] == 4 * ((27 + 1) * 64 + (9 * 64 + 1) * 64)
    assert parts("VGG-16", "macs")["CONV 224×224"] == 224 * 224 * 64 * (27 + 9 * 64)
    assert list(parts("GoogLeNet", "macs")) == [*[f"CONV {side}×{side}" for side in (112, 56, 28, 14, 7)], "FC"]
    assert parts("AlexNet", "macs")["CONV 55×55"] == 55 * 55 * 64 * 363
    for one in model.measured_nets():
        for key in ("weights", "macs"):
            assert one[key] == sum(part[key] for part in one["parts"])


def test_parts_of_other_nets_have_names_too():
    layer, in_shape = build_spec("INPUT(3,9,12) -> CONV(4,3) -> LOCAL(2,3) -> FC(5)")
    named = [part["name"] for part in model.parts_of(layer, in_shape)]
    assert named == ["CONV 12×9", "LOCAL 12×9", "FC"]
    rows = Serial(Flatten(), BatchNorm(), ReLU(), Linear(3), Linear(2))
    assert [part["name"] for part in model.parts_of(rows, (1, 4, 4))] == ["norms of rows", "FC 1", "FC 2"]


def test_what_the_task_says_is_so():
    small = [one["name"] for one in model.measured_nets() if one["weights"] <= 50e6 and one["macs"] <= 2e9]
    assert small == ["GoogLeNet", "ResNet-18"]
    google, resnet = map(net, small)
    assert round(google["top1"], 1) == round(resnet["top1"], 1)
    assert google["weights"] < resnet["weights"]
    assert google["macs"] < resnet["macs"]
    alex, vgg = net("AlexNet"), net("VGG-16")
    assert 0.45 < alex["macs"] / google["macs"] < 0.5
    shares = [sum(part[key] for part in alex["parts"][3:]) / alex[key] for key in ("weights", "macs")]
    assert [percent(share, 1) for share in shares] == ["96%", "8%"]
    assert bytes_text(parts("GoogLeNet", "weights")["FC"]) == "4.1 MB"
    assert [bytes_text(one["weights"]) for one in (google, alex, vgg)] == ["26.5 MB", "244 MB", "553 MB"]
    assert macs_text(vgg["macs"]) == "15.5 billion"
    widget = NetComparison.for_a_phone()
    for figure in (
        "26.5 MB",
        "one FC layer of 4.1 MB",
        "96% of AlexNet’s 244 MB",
        "do 8%",
        "89% of 553 MB",
        "15.5 bill",
    ):
        assert figure in widget.why
    assert (widget.met, widget.facts()["fc"]) == (False, 89)
    widget.chosen = "ResNet-18"
    assert not widget.met
    widget.chosen = "GoogLeNet"
    assert widget.met


def test_it_says_where_weights_and_work_are():
    said = NetComparison(chosen="GoogLeNet", beside="AlexNet").describe()
    assert said.startswith("11 nets by top-1 and multiply-adds; the area of a circle stands for weights. In view: Goog")
    assert (
        "GoogLeNet: top-1 69.8%, 26.5 MB of weights, 1.5 billion multiply-adds, 41 MB of memory for one image at test "
        "time. Weights: CONV 112×112 <1%, CONV 56×56 2%, CONV 28×28 7%, CONV 14×14 40%, CONV 7×7 35%, FC 15%."
    ) in said
    assert "Beside it: AlexNet: top-1 56.5%, 244 MB of weights, 714 million multiply-adds" in said
    assert "Beside it" not in NetComparison(chosen="AlexNet", beside="AlexNet").describe()


def test_nets_of_the_learner_s_own_stand_below_the_chart():
    widget = NetComparison([models.resnet20(), models.lenet5(), models.vgg16(num_classes=10)], chosen="ResNet-20")
    assert [one["name"] for one in widget.nets[11:]] == ["ResNet-20", "LeNet-5", "VGG-16 (2)"]
    assert NetComparison(models.resnet20()).nets[11] == widget.nets[11]
    assert widget.facts()["top1"] is None
    assert widget.facts()["weights"] == 4 * 269_722
    assert "In view: ResNet-20: no figure of top-1, 1.08 MB of weights, 40.6 million multiply-adds" in widget.describe()
    chart = model.chart(widget.nets, "work", 700, 396)
    assert [one.y for one in chart.circles[11:]] == [chart.floor + model.STRIP / 2] * 3
    assert "none</text>" in widget.still_svg()
    assert "none</text>" not in NetComparison().still_svg()
    assert NetComparison(**json.loads(json.dumps(widget.settings()))).describe() == widget.describe()


def test_auxiliary_heads_which_only_run_in_training_are_not_counted():
    with_heads, without = (model.net_of("GoogLeNet", models.googlenet(aux=aux)) for aux in (True, False))
    assert with_heads == without
    assert with_heads["weights"] == 4 * 6_998_552


@pytest.mark.parametrize("axis", model.AXES)
@pytest.mark.parametrize(("wide", "high"), [(700, 396), (744, 396), (358, 340)])
def test_names_in_the_chart_hide_no_other_name(axis, wide, high):
    nets = NetComparison().nets
    chart = model.chart(nets, axis, wide, high)
    boxes = [
        (one.label_x - 3.5 * len(one.name), one.label_y - 11, one.label_x + 3.5 * len(one.name), one.label_y + 2)
        for one in chart.circles
    ]
    assert [pair for pair in combinations(boxes, 2) if model.overlap(*pair) > 0] == []
    assert min(left for left, *_ in boxes) >= 0
    assert max(right for _, _, right, _ in boxes) <= wide
    areas = np.array([one.r for one in chart.circles]) ** 2
    amounts = np.array([model.amount(one, model.other(axis)) for one in nets])
    np.testing.assert_allclose(areas / areas.max(), amounts / amounts.max(), rtol=1e-9)


def test_the_axis_is_logarithmic_and_its_ticks_are_round():
    chart = model.chart(NetComparison().nets, "work", 700, 396)
    assert [value for _, value in chart.across] == [0.5, 1, 2, 5, 10, 20]
    places = [x for x, _ in chart.across]
    assert places[1] - places[0] == pytest.approx(places[5] - places[4])
    assert model.ticks(0.003, 4000) == [0.01, 0.1, 1, 10, 100, 1000]


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: NetComparison(chosen="VGG"), "There is no net 'VGG' in the chart. Choose from: AlexNet, VGG-11,"),
        (lambda: NetComparison(beside="LeNet"), "There is no net 'LeNet' in the chart."),
        (lambda: NetComparison([ReLU()]), "models is a list of Models, such as [models.resnet20()]; got ReLU. For lay"),
        (lambda: NetComparison(goal={"best": True}), "goal names what this widget doesn't know: best."),
        (lambda: NetComparison(knobs=["size"]), "NetComparison has no knob 'size'. Choose from: chosen, axis, beside."),
    ],
)
def test_it_says_what_it_cannot_take(make, says):
    with pytest.raises((ValueError, TypeError), match=re.escape(says)):
        make()


def test_two_widgets_can_be_linked():
    one, other = NetComparison(), NetComparison(chosen="ResNet-50")
    ipywidgets.link((one, "chosen"), (other, "chosen"))
    other.chosen = "AlexNet"
    assert one.chosen == "AlexNet"


def test_the_still_picture_has_every_net_and_every_part():
    widget = NetComparison(beside="AlexNet", chosen="GoogLeNet")
    picture = widget.still_svg()
    assert len(widget.static_html()) < 30_000
    for name in TOP1:
        assert f">{name}</text>" in picture
    assert len(re.findall("<rect[^>]+chosen", picture)) == 2 * 6
    assert len(re.findall("<rect[^>]+beside", picture)) == 2 * 6
    assert "torchvision 0.28.0, weights IMAGENET1K_V1." in picture


def test_a_copied_link_opens_the_same_nets_and_axis():
    first = json.loads(json.dumps(NetComparison().settings()))
    then = json.loads(json.dumps(NetComparison(axis="weights", chosen="GoogLeNet", beside="AlexNet").settings()))
    body = """const { values } = m.readAddress(new URL(m.writeAddress("w-x", given.first, given.then), "http://a.b/c").hash);
        return m.fitting(values, given.first, { axis: { among: ["work", "weights"] } });"""
    read = run_node(SOURCES / "page" / "address.js", body, {"first": first, "then": then})
    assert read == {"axis": "weights", "chosen": "GoogLeNet", "beside": "AlexNet"}
