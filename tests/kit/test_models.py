"""The nets with a name: their parameters, sizes and texts are those that the papers give; weights go both ways."""

import os
import sys
import types
from importlib import import_module
from math import prod
from pathlib import Path

import numpy as np
import pytest
from models_checks import GOOGLENET, HEADS, RESNET
from models_nets import in_pytorch, numbers_for, shrunk

from cs231n_kit import heads, models
from cs231n_kit.data import digits
from cs231n_kit.heads import WithHeads
from cs231n_kit.layers import LRN, Concat, Conv2d, Linear, ReLU, Residual, Serial
from cs231n_kit.losses import SoftmaxLoss
from cs231n_kit.models import MAKERS, MODELS
from cs231n_kit.models.lenet import C3
from cs231n_kit.net import Net
from cs231n_kit.optim import SGD
from cs231n_kit.spec import build_spec, spec_of
from cs231n_kit.train import Run
from cs231n_kit.weights import save_arrays

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"

# The modules, whose names are those of the calls
CHECKED = {
    heads: HEADS,
    import_module("cs231n_kit.models.googlenet"): GOOGLENET,
    import_module("cs231n_kit.models.resnet"): RESNET,
}

# ---- parameters ----------------------------------------------------------------------------------------------------
PARAMETERS = [
    (models.lenet5, {}, 61_706),
    (models.lenet5, {"variant": "paper"}, 60_000),
    (models.alexnet, {}, 60_965_224),
    (models.alexnet, {"variant": "single"}, 62_378_344),
    (models.alexnet, {"variant": "torchvision"}, 61_100_840),
    (models.zfnet, {}, 62_357_608),
    (models.vgg11, {}, 132_863_336),
    (models.vgg13, {}, 133_047_848),
    (models.vgg16, {}, 138_357_544),
    (models.vgg16, {"configuration": "C"}, 133_638_952),
    (models.vgg19, {}, 143_667_240),
    (models.googlenet, {"aux": False}, 6_998_552),
    (models.googlenet, {}, 13_378_280),
    (models.googlenet, {"variant": "torchvision", "aux": False}, 6_624_904),
    (models.googlenet, {"variant": "torchvision"}, 13_004_888),
    (models.resnet18, {}, 11_689_512),
    (models.resnet34, {}, 21_797_672),
    (models.resnet50, {}, 25_557_032),
    (models.resnet50, {"stride_in": "1x1"}, 25_557_032),
    (models.resnet101, {}, 44_549_160),
    (models.resnet152, {}, 60_192_808),
    (models.resnet20, {}, 269_722),
    (models.resnet32, {}, 464_154),
    (models.resnet44, {}, 658_586),
    (models.resnet56, {}, 853_018),
    (models.resnet110, {}, 1_727_962),
    (models.resnet20, {"shortcuts": "none"}, 269_722),
    (models.nin, {}, 966_986),
    (models.all_cnn, {}, 1_369_738),
]
EVERY = pytest.mark.parametrize(
    ("make", "settings", "count"), PARAMETERS, ids=[f"{make.__name__} {settings}" for make, settings, _ in PARAMETERS]
)


@EVERY
def test_a_net_has_the_papers_parameters(make, settings, count):
    assert make(**settings).param_count() == count


def test_the_millions_that_papers_give():
    """VGG's Table 2, ResNet's Table 6, and the All Convolutional Net's Tables 4 and 5."""
    assert [round(MODELS[f"VGG-{n}"].param_count() / 1e6) for n in (11, 13, 16, 19)] == [133, 133, 138, 144]
    cifar = [round(MODELS[f"ResNet-{n}"].param_count() / 1e6, 2) for n in (20, 32, 44, 56, 110)]
    assert cifar == [0.27, 0.46, 0.66, 0.85, 1.73]  # the paper: 0.27M, 0.46M, 0.66M, 0.85M, 1.7M
    millions = {
        kind: [round(models.all_cnn(model=model, kind=kind).param_count() / 1e6, 1) for model in "ABC"]
        for kind in ("base", "strided", "convpool", "all")
    }
    assert millions["base"] == millions["strided"]
    assert millions["convpool"] == millions["all"] == [1.3, 1.3, 1.4]


def test_a_model_takes_no_memory_until_it_is_built(monkeypatch):
    def refuse(*args, **settings):
        raise AssertionError("an array was made")

    with monkeypatch.context() as patch:
        for name in ("zeros", "empty", "ones", "asarray", "array", "full"):
            patch.setattr(np, name, refuse)
        for make in MAKERS.values():
            model = make()
            assert model.param_count() == sum(row[4] for row in model.summary().rows)
            assert str(model.summary())
            assert model.pytorch_names()


# ---- sizes and layers ----------------------------------------------------------------------------------------------
VGG = [224, 112, 56, 28, 14, 7]
SIDES = {  # of the volumes, each where it is new: the figures and tables of the papers
    "LeNet-5": [32, 28, 14, 10, 5],
    "AlexNet": [227, 55, 27, 13, 6],
    "ZFNet": [224, 110, 55, 26, 13, 6],
    "GoogLeNet": VGG,
    "Network in Network": [32, 16, 8],
    "All-CNN-C": [32, 16, 8, 6],
    **{f"VGG-{n}": VGG for n in (11, 13, 16, 19)},
    **{f"ResNet-{n}": VGG for n in (18, 34, 50, 101, 152)},
    **{f"ResNet-{n}": [32, 16, 8] for n in (20, 32, 44, 56, 110)},
    **{f"Plain-{n}": [32, 16, 8] for n in (20, 56)},
}
IN_ITS_NAME = {"LeNet-5": 5, "AlexNet": 8, "ZFNet": 8, "GoogLeNet": 22, "Network in Network": 9, "All-CNN-C": 9}


def leaves(layer, shape):
    """Yields (name, layer, shape) for the layers of a net that aren't made of layers."""
    for name, part, part_shape in layer.parts(shape):
        if hasattr(part, "parts"):
            yield from ((f"{name}.{key}", *rest) for key, *rest in leaves(part, part_shape))
        else:
            yield name, part, part_shape


@pytest.mark.parametrize("name", MODELS)
def test_a_net_has_the_papers_sizes_and_layers(name):
    model = MODELS[name]
    parts = list(leaves(model.layer, model.in_shape))
    assert all(shape[1] == shape[2] for _, _, shape in parts if len(shape) == 3)
    assert list(dict.fromkeys(shape[1] for _, _, shape in parts if len(shape) == 3)) == SIDES[name]
    # A way through the net, along the longest lanes: its layers with weights are the number in its name.
    on_the_way = [part for key, part, _ in parts if "shortcut" not in key and is_longest(key, name)]
    depth = sum(isinstance(part, Conv2d | Linear) for part in on_the_way)
    assert depth == IN_ITS_NAME.get(name, int(name.rpartition("-")[2]) if name[-1].isdigit() else 0)
    assert model.layer.out_shape(model.in_shape) == (model.layer.out_shape(model.in_shape)[0],)
    assert model.layer.out_shape(model.in_shape)[0] == (10 if model.in_shape[1] == 32 else 1000)


def is_longest(key, name):
    """Returns whether a layer is on the way through an Inception module's lane of 1x1 and 3x3."""
    return name != "GoogLeNet" or len(key.split(".")) < 4 or key.split(".")[2] == "1"


def test_what_alexnets_paper_says_of_its_layers():
    model = MODELS["AlexNet"]
    layer, shape = model.layer, model.in_shape
    norms = [i for i, one in enumerate(layer.layers) if isinstance(one, LRN)]
    assert [type(layer.layers[i + step]).__name__ for i in norms for step in (-1, 1)] == ["ReLU", "MaxPool2d"] * 2
    assert {layer.layers[i] for i in norms} == {LRN(5, alpha=5 * 1e-4, beta=0.75, k=2)}
    neurons = [prod(one.out_shape(shape)) for _, one, shape in layer.parts(shape) if isinstance(one, Conv2d | Linear)]
    assert neurons[1:] == [186_624, 64_896, 64_896, 43_264, 4096, 4096, 1000]


def test_the_depths_of_the_inception_modules_are_those_of_table_1():
    model = MODELS["GoogLeNet"]
    stages = [part for _, stage, shape in model.layer.parts(model.in_shape) for part in stage.parts(shape)]
    depths = [part.out_shape(shape) for _, part, shape in stages if isinstance(part, Concat)]
    sides = [28] * 2 + [14] * 5 + [7] * 2
    channels = [256, 480, 512, 512, 512, 528, 832, 832, 1024]
    assert depths == [(depth, side, side) for depth, side in zip(channels, sides, strict=True)]


def test_c3_is_table_1_of_lenets_paper():
    assert len(C3) == len(set(C3)) == 16
    assert [len(maps) for maps in C3] == [3] * 6 + [4] * 9 + [6]
    reads = [[number for number, maps in enumerate(C3) if one in maps] for one in range(6)]
    assert [len(filters) for filters in reads] == [10] * 6  # each map goes to ten filters
    assert reads[0] == [0, 4, 5, 6, 9, 10, 11, 12, 14, 15]


def test_the_stride_of_a_bottleneck_is_in_the_3x3_or_in_the_1x1():
    for stride_in, strides in (("3x3", [1, 2, 1]), ("1x1", [2, 1, 1])):
        model = models.resnet50(stride_in=stride_in)
        halving = [
            [layer.stride for layer in part.body.layers if isinstance(layer, Conv2d)]
            for block in model.layer.layers
            for part in getattr(block, "layers", ())
            if isinstance(part, Residual) and part.shortcut is not None
        ]
        assert halving == [[1, 1, 1], strides, strides, strides]


@pytest.mark.parametrize("name", MODELS)
def test_num_classes_is_the_number_of_scores(name):
    model = MAKERS[name](num_classes=7)
    assert model.layer.out_shape(model.in_shape) == (7,)


# ---- text ----------------------------------------------------------------------------------------------------------
IN_A_ROW = [
    *[models.alexnet(variant=variant) for variant in ("paper", "single", "torchvision")],
    *[models.vgg(configuration) for configuration in ("A", "A-LRN", "B", "C", "D", "E")],
    *[models.vgg(configuration, batch_norm=True) for configuration in "ABDE"],
    *[models.all_cnn(model=model, kind=kind) for model in "ABC" for kind in ("base", "strided", "convpool", "all")],
    *[models.resnet20(shortcuts="none"), models.resnet34(shortcuts="none")],
    *[models.lenet5(), models.zfnet(), models.nin()],
]


def test_nets_in_a_row_go_to_text_and_back():
    """More than twenty: the text builds the same layers, and is written in its shortest form."""
    assert len({model.name for model in IN_A_ROW}) == len(IN_A_ROW) > 20
    for model in IN_A_ROW:
        layer, in_shape = build_spec(model.to_spec())
        assert (layer, in_shape) == (model.layer, model.in_shape)
        assert spec_of(layer, in_shape) == model.to_spec()


def test_a_net_with_branches_has_no_text():
    for model in (models.googlenet(), models.resnet18(), models.lenet5(variant="paper")):
        with pytest.raises(TypeError, match="can't be written as a spec"):
            model.to_spec()


# ---- the table -----------------------------------------------------------------------------------------------------
def test_the_summary_is_a_table_of_what_goes_in_comes_out_and_costs():
    text = str(models.vgg16().summary())
    lines = text.split("\n")
    assert lines[2].split() == ["layer", "input", "output", "kernel", "parameters", "multiply-adds", "activations",
                                "bytes"]  # fmt: skip
    assert lines[4].split() == ["0", "Conv2d(64,", "3,", "pad=1)", "224x224x3", "224x224x64", "3x3", "1,792",
                                "86,704,128", "3,211,264", "12,852,224"]  # fmt: skip
    assert "138,357,544 parameters (553.4 MB), all trained" in text
    assert "15,470,264,320 multiply-adds for one example" in text


def test_the_summary_of_a_net_with_branches_counts_their_sums():
    model = models.resnet18()
    summary = model.summary()
    assert summary.totals["parameters"] == 11_689_512
    assert summary.totals["multiply-adds"] == model.macs()
    assert "9,600 running statistics" in str(summary)
    assert any(row[0] == "4.0.add" and row[6] == 64 * 56 * 56 for row in summary.rows)
    html = summary._repr_html_()
    assert html.count("<tr>") == len(summary.rows) + 2
    assert "11,689,512" in html


# ---- weights -------------------------------------------------------------------------------------------------------
@pytest.fixture(scope="session")
def torchvision(torch):
    """Give torchvision, whose names weights are found under; without it skip the test, but fail it in CI."""
    # What only detection needs isn't loaded: it fails where PyTorch is the CPU's build and torchvision is not.
    sys.modules.setdefault("torchvision._meta_registrations", types.ModuleType("unused"))
    try:
        import torchvision
    except ImportError:
        if os.environ.get("CI"):
            pytest.fail("torchvision is not installed. In CI the comparisons must run.", pytrace=False)
        pytest.skip("torchvision is not installed: pip install torchvision to run the comparisons.")
    return torchvision


TORCHVISION = {
    "alexnet": models.alexnet(variant="torchvision"),
    **{name: getattr(models, name)() for name in ("vgg11", "vgg13", "vgg16", "vgg19")},
    **{f"{name}_bn": getattr(models, name)(batch_norm=True) for name in ("vgg11", "vgg13", "vgg16", "vgg19")},
    "googlenet": models.googlenet(variant="torchvision"),
    **{name: getattr(models, name)() for name in ("resnet18", "resnet34", "resnet50", "resnet101", "resnet152")},
}


def theirs(torch, torchvision, name):
    """Returns a net of torchvision's, which has shapes and no numbers."""
    settings = {} if name.startswith("resnet") or name == "alexnet" else {"init_weights": False}
    with torch.device("meta"):
        return getattr(torchvision.models, name)(weights=None, **settings)


@pytest.mark.parametrize("name", TORCHVISION)
def test_names_and_shapes_are_torchvisions(torch, torchvision, name):
    model = TORCHVISION[name]
    wanted = {key: tuple(value.shape) for key, value in theirs(torch, torchvision, name).state_dict().items()}
    shapes = model.layer.param_shapes(model.in_shape) | model.layer.state_shapes(model.in_shape)
    given = {theirs: shapes[ours] for ours, theirs in model.pytorch_names().items()}
    assert given == {key: shape for key, shape in wanted.items() if not key.endswith("num_batches_tracked")}


@pytest.mark.parametrize("name", ["alexnet", "vgg11_bn", "googlenet", "resnet18", "resnet50"])
def test_scores_are_torchvisions(torch, torchvision, name, tmp_path):
    """With random weights and batch statistics, which go to PyTorch and back; those of ResNet-18 by a file."""
    model, path = TORCHVISION[name], tmp_path / "weights.safetensors"
    net = Net(model.layer, model.in_shape, *numbers_for(model.layer, model.in_shape))
    arrays = model.to_pytorch(net)
    reference = theirs(torch, torchvision, name).eval()
    reference.load_state_dict({key: torch.from_numpy(value) for key, value in arrays.items()}, assign=True)
    if name == "resnet18":
        save_arrays(path, arrays)
    loaded = model.load(path if path.exists() else reference.state_dict())
    side = model.in_shape[1] if name in ("alexnet", "vgg11_bn") else 96  # FC layers on a volume want its own size
    x = np.random.default_rng(1).standard_normal((2, 3, side, side)).astype("f4")
    with torch.no_grad():
        expected = reference(torch.from_numpy(x)).numpy()
    scores = Net(loaded.layer, x.shape[1:], loaded.params, loaded.state)(x)
    assert np.ptp(expected) > 0.01
    np.testing.assert_allclose(scores, expected, rtol=0, atol=1e-4 * np.abs(expected).max())


PLAIN = {
    "lenet5": models.lenet5(),
    "alexnet in groups": models.alexnet(),
    "zfnet": models.zfnet(),
    "vgg C": models.vgg("C"),
    "googlenet of the paper": models.googlenet(aux=False),
    "resnet50, stride in the 1x1": models.resnet50(stride_in="1x1"),
    "resnet50, pre-activation": models.resnet50(preact=True),
    "resnet20": models.resnet20(),
    "resnet20, pre-activation": models.resnet20(preact=True),
    "resnet20, projections": models.resnet20(shortcuts="C"),
    "resnet20, plain": models.resnet20(shortcuts="none"),
    "nin": models.nin(),
    "all_cnn": models.all_cnn(),
}


@pytest.mark.parametrize("name", PLAIN)
def test_scores_are_those_of_plain_torch_layers(torch, name):
    """Each layer in torch.nn.functional's words; the nets of ImageNet with an eighth of their filters."""
    layer, in_shape = shrunk(PLAIN[name].layer, PLAIN[name].in_shape)
    params, state = numbers_for(layer, in_shape)
    x = np.random.default_rng(2).standard_normal((2, *in_shape)).astype("f4")
    expected = in_pytorch(torch, layer, x, params, state)
    scores = Net(layer, in_shape, params, state)(x)
    assert np.ptp(expected) > 0.01 * np.abs(expected).max()
    np.testing.assert_allclose(scores, expected, rtol=0, atol=1e-4 * np.abs(expected).max())


def test_weights_by_the_kits_own_names_and_what_does_not_fit(tmp_path):
    model = models.resnet20()
    net = model.build(seed=3)
    save_arrays(tmp_path / "own.npz", net.params | net.state)
    again = model.load(tmp_path / "own.npz")
    assert all(np.array_equal(again.params[name], net.params[name]) for name in net.params)
    assert model.load(model.to_pytorch(net), dtype="f8").params["0.weight"].dtype == "f8"
    arrays = model.to_pytorch(net)
    arrays["layer1.0.conv3.weight"] = arrays.pop("layer1.0.conv2.weight")
    arrays["linear.weight"] = arrays["linear.weight"][:5]
    with pytest.raises(ValueError, match=r"(?s)conv2.weight: missing in the.*linear.weight: \(5, 64\) in the"):
        model.load(arrays)
    with pytest.raises(ValueError, match="other parameters than ResNet-32"):
        models.resnet32().to_pytorch(net)


@pytest.mark.skipif(not SHARED.exists() and not os.environ.get("CI"), reason="needs the ResNet-20 in shared/data")
def test_a_trained_resnet_20_gets_455_of_the_500_exact_test_images_right():
    net = models.resnet20().load(SHARED / "resnet20-cifar10.npz")
    with np.load(SHARED / "cifar10-exact.npz") as exact:
        images, labels = exact["test_images"], exact["test_labels"]
    mean, std = (np.array(values, "f4")[:, None, None] for values in ([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]))
    x = (images / np.float32(255) - mean) / std
    right = sum(int((net(x[i : i + 50]).argmax(axis=1) == labels[i : i + 50]).sum()) for i in range(0, 500, 50))
    assert abs(right - 455) <= 1


# ---- heads ---------------------------------------------------------------------------------------------------------
def test_googlenet_gives_its_heads_in_training_and_only_there():
    model = models.googlenet(num_classes=5)
    layer, _ = shrunk(model.layer, model.in_shape)
    assert isinstance(layer, WithHeads)
    params, state = numbers_for(layer, model.in_shape)
    net, x = Net(layer, model.in_shape, params, state), np.ones((1, 3, 224, 224), "f4")
    scores, cache = net.forward(x, train=True, rng=np.random.default_rng(0))
    assert [one.shape for one in scores] == [(1, 5)] * 3
    assert net(x).shape == (1, 5)
    dx, grads = net.backward(tuple([np.ones_like(one) for one in scores]), cache)
    assert dx.shape == x.shape
    assert {name: grad.shape for name, grad in grads.items()} == layer.param_shapes(model.in_shape)
    with pytest.raises(TypeError, match="dy is a tuple of 3 gradients"):
        net.backward(np.ones((1, 5), "f4"), cache)


@pytest.mark.parametrize(
    ("module", "check"),
    [(module, check) for module, checks in CHECKED.items() for check in checks],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_blocks_and_heads(module, check):
    check(module)


def test_train_adds_the_losses_of_the_heads_with_0_3():
    net = Net.build(WithHeads((Serial(Linear(40), ReLU()), Linear(10)), (Linear(10),)), (1, 8, 8))
    run = Run(net, digits(), SGD(0.05), batch=50)
    step = run.advance()
    fresh = Run(Net.build(net.layer, (1, 8, 8)), digits(), SGD(0.05), batch=50)
    chosen = fresh.order.batch_of(0)
    x, labels = fresh.prepare(fresh.data.train_images[chosen]), fresh.data.train_labels[chosen]
    scores, _ = fresh.net.forward(x, train=True)
    alone = [SoftmaxLoss().forward(one, labels)[0] for one in scores]
    assert step.loss == pytest.approx(alone[0] + 0.3 * alone[1], rel=1e-5)
    assert step.accuracy == (scores[0].argmax(axis=1) == labels).mean()
    for _ in range(60):
        run.advance()
    assert run.test()[1] > 0.7
    with pytest.raises(TypeError, match="those of a net with auxiliary heads"):
        SoftmaxLoss().forward(scores, labels)
