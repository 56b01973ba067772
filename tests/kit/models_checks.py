"""What the blocks of the nets with a name, and auxiliary heads, must do: `check(module)` fails, or it is right."""

from importlib import import_module

import numpy as np
import pytest
import standin
from watched import Times

from cs231n_kit.backend import to_host
from cs231n_kit.gradcheck import gradcheck
from cs231n_kit.layers import BatchNorm, Conv2d, GlobalAvgPool2d, Linear, MaxPool2d, ReLU, Serial, Tanh
from cs231n_kit.losses import SoftmaxLoss
from cs231n_kit.models.resnet import shortcut_of

conv_norm_relu = import_module("cs231n_kit.models.googlenet").conv_norm_relu  # its package has a call of this name


def numbers(layer, in_shape, dtype="f8", library=np):
    """Returns (params, state, x): random ones, x with two examples."""
    rng = np.random.default_rng(0)
    params = {name: rng.standard_normal(shape) * 0.5 for name, shape in layer.param_shapes(in_shape).items()}
    state = {name: rng.uniform(0.5, 1.5, shape) for name, shape in layer.state_shapes(in_shape).items()}
    arrays = params, state, {"x": rng.standard_normal((2, *in_shape))}
    params, state, x = ({name: library.asarray(a.astype(dtype)) for name, a in given.items()} for given in arrays)
    return params, state, x["x"]


def check_gradients(layer, in_shape, train=True):
    """Finite differences, with the batch's own statistics: of x and of every parameter."""
    params, state, x = numbers(layer, in_shape)
    names = {f"p{i}": name for i, name in enumerate(params)}

    def forward(x, **given):
        return layer.forward(x, {name: given[p] for p, name in names.items()}, state, train=train)[:2]

    def backward(dy, cache):
        dx, grads = layer.backward(dy, cache)
        return dx, *(grads[name] for name in names.values())

    assert gradcheck(forward, backward, {"x": x} | {p: params[name] for p, name in names.items()}) < 1e-6, layer


def check_back_ends(layer, in_shape):
    """The strict stand-in computes what NumPy does, and stays what it is."""
    params, state, x = numbers(layer, in_shape)
    y, cache, _ = layer.forward(x, params, state, train=True)
    dx, _ = layer.backward(y, cache)
    with standin.installed() as cupy:
        params, state, x = numbers(layer, in_shape, library=cupy)
        there, cache, _ = layer.forward(x, params, state, train=True)
        back, _ = layer.backward(there, cache)
        assert type(there) is type(back) is type(x)
        np.testing.assert_allclose(to_host(there), y, rtol=1e-10, atol=1e-12)
        np.testing.assert_allclose(to_host(back), dx, rtol=1e-8, atol=1e-12)


# ---- Inception -----------------------------------------------------------------------------------------------------
def check_four_lanes(blocks):
    block = blocks.inception(2, 3, 4, 1, 5, 6)
    assert block.out_shape((3, 6, 5)) == (2 + 4 + 5 + 6, 6, 5)
    lanes = [[repr(layer) for layer in lane.layers] for lane in block.branches]
    assert lanes == [
        ["Conv2d(2, 1)", "ReLU()"],
        ["Conv2d(3, 1)", "ReLU()", "Conv2d(4, 3, pad=1)", "ReLU()"],
        ["Conv2d(1, 1)", "ReLU()", "Conv2d(5, 5, pad=2)", "ReLU()"],
        ["MaxPool2d(3, stride=1, pad=1)", "Conv2d(6, 1)", "ReLU()"],
    ]


def check_inception_as_torchvisions(blocks):
    block = blocks.inception(2, 3, 4, 1, 5, 6, conv=conv_norm_relu, large=3)
    assert [repr(layer) for layer in block.branches[2].layers[3:]] == [
        "Conv2d(5, 3, pad=1, bias=False)", "BatchNorm(eps=0.001)", "ReLU()"
    ]  # fmt: skip
    check_gradients(block, (2, 4, 3))


def check_inceptions_gradients(blocks):
    block = blocks.inception(2, 3, 2, 1, 2, 2)
    check_gradients(block, (2, 5, 4))
    check_back_ends(block, (2, 5, 4))


def check_torchvisions_layers(googlenet):
    assert [repr(layer) for layer in googlenet.conv_norm_relu(5, 3, stride=2)] == [
        "Conv2d(5, 3, stride=2, pad=1, bias=False)", "BatchNorm(eps=0.001)", "ReLU()"
    ]  # fmt: skip


def check_googlenet(googlenet):
    """The parameters of both variants, with and without heads, and where the heads read."""
    counts = [(googlenet.googlenet(variant=variant, aux=aux).param_count())
              for variant in ("paper", "torchvision") for aux in (False, True)]  # fmt: skip
    assert counts == [6_998_552, 13_378_280, 6_624_904, 13_004_888]
    layer = googlenet.googlenet().layer
    shapes = {name: shape for name, _, shape in layer.parts((3, 224, 224))}
    assert (shapes["head0"], shapes["head1"]) == ((512, 14, 14), (528, 14, 14))
    assert shapes["1"] == shapes["head0"]
    assert shapes["2"] == shapes["head1"]
    assert isinstance(googlenet.googlenet(aux=False).layer, Serial)
    assert [repr(one) for one in layer.stages[2].layers[-2:]] == ["Dropout(0.4)", "Linear(1000)"]
    with pytest.raises(ValueError, match="variant must be 'paper' or 'torchvision'"):
        googlenet.googlenet(variant="keras")


GOOGLENET = [check_googlenet, check_torchvisions_layers]


# ---- residual blocks -----------------------------------------------------------------------------------------------
def names_of(layer):
    """Returns the layers of a row, each by its repr."""
    return [repr(one) for one in layer.layers]


def check_the_order_of_a_block(blocks):
    """After a CONV layer, a batch norm and a ReLU; the last ReLU behind the sum. Or all of them before."""
    post = blocks.residual_block(blocks.basic(4))
    conv = "Conv2d(4, 3, pad=1, bias=False)"
    assert names_of(post.layers[0].body) == [conv, "BatchNorm()", "ReLU()", conv, "BatchNorm()"]
    assert post.layers[1:] == (ReLU(),)
    pre = blocks.preactivation_block(blocks.basic(4))
    assert names_of(pre.body) == ["BatchNorm()", "ReLU()", conv, "BatchNorm()", "ReLU()", conv]
    shared = blocks.preactivation_block(blocks.basic(4), Conv2d(4, 1))
    assert names_of(shared)[:2] == ["BatchNorm()", "ReLU()"]
    assert names_of(shared.layers[2].body) == [conv, "BatchNorm()", "ReLU()", conv]
    first = blocks.preactivation_block(blocks.basic(4), activated=True)
    assert names_of(first.body) == [conv, "BatchNorm()", "ReLU()", conv]


def check_a_bottleneck(blocks):
    """1x1, 3x3, 1x1 to four times as many; the stride where it is asked for."""
    for stride_in, strides in (("3x3", [1, 2, 1]), ("1x1", [2, 1, 1])):
        convs = blocks.bottleneck(3, 2, stride_in)
        assert [(one.filters, one.size, one.pad, one.stride) for one in convs] == [
            (filters, size, size // 2, stride)
            for filters, size, stride in zip((3, 3, 12), (1, 3, 1), strides, strict=True)
        ]
    assert [one.stride for one in blocks.basic(3, 2)] == [2, 1]


def check_shortcuts(resnet):
    """Only where the volume changes, but for option C; option A has zeros on both sides, and no weights."""
    assert resnet.shortcut_of("A", 4, 4, 1, False) is resnet.shortcut_of("B", 4, 4, 1, False) is None
    assert isinstance(resnet.shortcut_of("C", 4, 4, 1, False), Serial)
    assert names_of(resnet.shortcut_of("B", 4, 8, 2, False)) == [
        "Conv2d(8, 1, stride=2, bias=False)", "BatchNorm()"
    ]  # fmt: skip
    assert resnet.shortcut_of("B", 4, 8, 2, True) == Conv2d(8, 1, stride=2, bias=False)
    x = np.arange(1.0, 4 * 5 * 6 + 1).reshape(1, 4, 5, 6)
    y, *_ = resnet.shortcut_of("A", 4, 8, 2, False).forward(x, {}, {})
    assert y.shape == (1, 8, 3, 3)
    np.testing.assert_array_equal(y[:, 2:6], x[:, :, ::2, ::2])
    assert not y[:, [0, 1, 6, 7]].any()
    assert resnet.shortcut_of("A", 4, 8, 1, False).out_shape((4, 5, 6)) == (8, 5, 6)


def check_residual_gradients(blocks):
    for make in (blocks.residual_block, blocks.preactivation_block):
        check_gradients(make(blocks.basic(3)), (3, 4, 3))
        for option in "ABC":
            preact = make is blocks.preactivation_block
            check_gradients(make(blocks.basic(4, 2), shortcut_of(option, 2, 4, 2, preact)), (2, 5, 4))
        block = make(blocks.bottleneck(1, 2), shortcut_of("B", 2, 4, 2, make is blocks.preactivation_block))
        check_gradients(block, (2, 4, 3))
        check_back_ends(block, (2, 4, 3))
    check_back_ends(blocks.residual_block(blocks.basic(4, 2), shortcut_of("A", 2, 4, 2, False)), (2, 5, 4))


def check_resnets(resnet):
    """The parameters of the papers, and the last layers of pre-activation."""
    makes = [resnet.resnet18, resnet.resnet34, resnet.resnet50, resnet.resnet101, resnet.resnet152]
    counts = [11_689_512, 21_797_672, 25_557_032, 44_549_160, 60_192_808]
    assert [make().param_count() for make in makes] == counts
    makes = [resnet.resnet20, resnet.resnet32, resnet.resnet44, resnet.resnet56, resnet.resnet110]
    assert [make().param_count() for make in makes] == [269_722, 464_154, 658_586, 853_018, 1_727_962]
    assert resnet.resnet20(preact=True).layer.layers[-4:-2] == (BatchNorm(), ReLU())
    assert resnet.resnet20(preact=True).layer.layers[-2:] == (GlobalAvgPool2d(), Linear(10))
    assert MaxPool2d(3, stride=2, pad=1) in resnet.resnet18().layer.layers
    for settings in ({}, {"preact": True}, {"shortcuts": "C"}, {"shortcuts": "none"}):
        assert len(set(resnet.resnet20(**settings).pytorch_names().values())) > 80
    with pytest.raises(ValueError, match="not both"):
        resnet.resnet20(shortcuts="none", preact=True)


RESNET = [check_shortcuts, check_resnets]
BLOCKS = [
    check_four_lanes,
    check_inception_as_torchvisions,
    check_inceptions_gradients,
    check_the_order_of_a_block,
    check_a_bottleneck,
    check_residual_gradients,
]


# ---- auxiliary heads -----------------------------------------------------------------------------------------------
def with_heads(heads):
    """Returns a net with two heads, and the shape that it reads."""
    stages = Serial(Conv2d(3, 1), Tanh()), Serial(BatchNorm(), Conv2d(2, 3, pad=1)), Serial(Tanh(), Linear(4))
    return heads.WithHeads(stages, (Linear(4), Serial(BatchNorm(), Linear(4)))), (2, 3, 4)


def check_heads_run_in_training_only(heads):
    layer, in_shape = with_heads(heads)
    params, state, x = numbers(layer, in_shape)
    scores, _, after = layer.forward(x, params, state, train=True)
    assert [one.shape for one in scores] == [(2, 4)] * 3
    own = {name.removeprefix("head0."): value for name, value in params.items() if name.startswith("head0.")}
    middle, *_ = layer.stages[0].forward(x, {"0.weight": params["0.0.weight"], "0.bias": params["0.0.bias"]}, {})
    np.testing.assert_allclose(scores[1], layer.heads[0].forward(middle, own, {})[0], rtol=1e-12)
    assert all((after[name] != state[name]).any() for name in state)
    plain, cache, same = layer.forward(x, params, state)
    expected, *_ = Serial(*layer.stages).forward(x, {k: v for k, v in params.items() if "head" not in k},
                                                {k: v for k, v in state.items() if "head" not in k})  # fmt: skip
    np.testing.assert_allclose(plain, expected, rtol=1e-12)
    assert same.keys() == state.keys()
    assert all((same[name] == state[name]).all() for name in state)
    _, grads = layer.backward(np.ones_like(plain), cache)
    assert not any("head" in name for name in grads)
    assert layer.forward(x, params, state, train=True, keep=False)[1] is None


def check_the_gradients_of_heads(heads):
    """Finite differences of the loss of all heads, of x and of every parameter."""
    layer, in_shape = with_heads(heads)
    params, state, x = numbers(layer, in_shape)
    loss, labels = heads.HeadsLoss(SoftmaxLoss()), np.array([1, 3])
    names = {f"p{i}": name for i, name in enumerate(params)}

    def forward(x, **given):
        scores, cache, _ = layer.forward(x, {name: given[p] for p, name in names.items()}, state, train=True)
        value, loss_cache = loss.forward(scores, labels)
        return np.array(value), (cache, loss_cache)

    def backward(dy, cache):
        dx, grads = layer.backward(tuple([dy * one for one in loss.backward(cache[1])]), cache[0])
        assert list(grads.keys() - params.keys()) == []
        return dx, *(grads[name] for name in names.values())

    assert gradcheck(forward, backward, {"x": x} | {p: params[name] for p, name in names.items()}) < 1e-6


def check_the_loss_of_heads(heads):
    labels, rng = np.array([0, 2, 1]), np.random.default_rng(4)
    scores = tuple([rng.standard_normal((3, 4)) for _ in range(3)])
    alone = [SoftmaxLoss().forward(one, labels)[0] for one in scores]
    loss = heads.HeadsLoss(SoftmaxLoss())
    assert loss.forward(scores, labels)[0] == pytest.approx(alone[0] + 0.3 * (alone[1] + alone[2]))
    value, cache = heads.HeadsLoss(SoftmaxLoss(), weight=0.5).forward(scores[:2], labels)
    assert value == pytest.approx(alone[0] + 0.5 * alone[1])
    assert len(heads.HeadsLoss(SoftmaxLoss()).backward(cache)) == 2
    value, cache = loss.forward(scores[0], labels)  # a net without heads
    assert value == alone[0]
    assert loss.backward(cache).shape == (3, 4)


def check_what_heads_refuse(heads):
    with pytest.raises(ValueError, match="2 stages have room for 1 heads; got 2"):
        heads.WithHeads((ReLU(), ReLU()), (ReLU(), ReLU()))
    with pytest.raises(ValueError, match="weight must be a number from 0 on"):
        heads.HeadsLoss(SoftmaxLoss(), weight=-1)


def check_no_head_is_computed_at_test_time(heads):
    calls = []
    layer = heads.WithHeads((Times([]), Times([])), (Times(calls),))
    params = {name: np.ones(shape) for name, shape in layer.param_shapes((2,)).items()}
    state = dict.fromkeys(layer.state_shapes((2,)), 0)
    for keep in (True, False):
        layer.forward(np.ones((1, 2)), params, state, keep=keep)
    assert calls == []


HEADS = [
    check_heads_run_in_training_only,
    check_no_head_is_computed_at_test_time,
    check_the_gradients_of_heads,
    check_the_loss_of_heads,
    check_what_heads_refuse,
]
