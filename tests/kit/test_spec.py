"""Nets as text, both ways, and what is said of a text that is no net."""

import numpy as np
import pytest

from cs231n_kit.layers import (
    LRN,
    AvgPool2d,
    BatchNorm,
    Conv2d,
    Dropout,
    Flatten,
    GlobalAvgPool2d,
    L2Pool2d,
    LeakyReLU,
    Linear,
    LocallyConnected2d,
    MaxPool2d,
    ReLU,
    Serial,
    Sigmoid,
    Tanh,
)
from cs231n_kit.net import Net
from cs231n_kit.spec import SpecError, build_spec, parse_spec, spec_of

PATTERN = "INPUT -> [[CONV -> RELU]*N -> POOL?]*M -> [FC -> RELU]*K -> FC"
NOTES = [  # the four examples of the notes, the third without the bracket that is one too many
    ("INPUT -> FC", Serial(Linear(10))),
    ("INPUT -> CONV -> RELU -> FC", Serial(Conv2d(16, 3, pad=1), ReLU(), Linear(10))),
    (
        "INPUT -> [CONV -> RELU -> POOL]*2 -> FC -> RELU -> FC",
        Serial(*[Conv2d(16, 3, pad=1), ReLU(), MaxPool2d(2)] * 2, Linear(100), ReLU(), Linear(10)),
    ),
    (
        "INPUT -> [CONV -> RELU -> CONV -> RELU -> POOL]*3 -> [FC -> RELU]*2 -> FC",
        Serial(*[*[Conv2d(16, 3, pad=1), ReLU()] * 2, MaxPool2d(2)] * 3, *[Linear(100), ReLU()] * 2, Linear(10)),
    ),
]


@pytest.mark.parametrize(("text", "layers"), NOTES)
def test_the_notes_examples_are_built_and_run(text, layers):
    built = build_spec(text)
    assert built == (layers, (3, 32, 32))
    assert Net.build(*built)(np.zeros((2, 3, 32, 32), "f4")).shape == (2, 10)


def test_of_the_notes_third_example_the_bracket_too_many_is_pointed_at():
    text = "INPUT -> [CONV -> RELU -> POOL]*2] -> FC -> RELU -> FC"
    with pytest.raises(SpecError) as raised:
        parse_spec(text)
    assert raised.value.place == text.index("]*2]") + 3
    assert str(raised.value).split("\n")[1] == " " * raised.value.place + "^"
    assert "one too many" in raised.value.reason


def test_the_pattern_s_letters():
    def text(**letters):
        return spec_of(*build_spec(PATTERN, in_shape=(3, 64, 64), **letters))

    assert text(N=0, M=0, K=0) == "INPUT(3,64,64) -> FC(10)"
    assert text(N=2, M=3, K=1, filters=(8, 16, 32), classes=7) == (
        "INPUT(3,64,64) -> [CONV(8,3) -> RELU]*2 -> POOL -> [CONV(16,3) -> RELU]*2 -> POOL -> [CONV(32,3) -> RELU]*2"
        " -> POOL -> FC(100) -> RELU -> FC(7)"
    )
    assert text(N=1, M=2, K=0, pool=False) == "INPUT(3,64,64) -> [CONV(16,3) -> RELU]*2 -> FC(10)"


@pytest.mark.parametrize(
    "text",
    [
        "[[CONV(8,3) -> RELU]*2 -> POOL]*3 -> FC(10)",
        "[[CONV(3,1) -> RELU]*2 -> POOL(1)]*200",
        "CONV(4,3) -> RELU -> POOL -> [CONV(8,3) -> RELU -> POOL]*2",
        "POOL -> [[CONV(8,3) -> RELU]*3 -> POOL]*2 -> [FC(9) -> RELU]*2 -> FC(10)",
        "[[[RELU]*2 -> [TANH]*2]*3 -> SIGMOID]*2",
    ],
)
def test_what_was_written_with_brackets_is_folded_so_again(text):
    assert spec_of(*build_spec(f"INPUT(3,64,64) -> {text}")) == f"INPUT(3,64,64) -> {text}"


def pair(rng, most):
    """Draw a number, or a pair of them."""
    return tuple(map(int, rng.integers(1, most + 1, 2))) if rng.random() < 0.2 else int(rng.integers(1, most + 1))


def window(rng, *, layer=Conv2d):
    """Draw a layer of filters."""
    pad = rng.choice(4)
    pads = [0, int(rng.integers(0, 4)), (1, 2), (0, 1, 2, 1)][pad]
    size = pair(rng, 5)
    if rng.random() < 0.5 and isinstance(size, int):
        size, pads = size | 1, size // 2
    more = {"bias": bool(rng.random() < 0.8), "fit": str(rng.choice(["crop", "crop", "pad", "raise"]))}
    if layer is Conv2d:
        more |= {"dilation": pair(rng, 2), "groups": int(rng.integers(1, 3))}
    return layer(int(rng.integers(1, 65)), size, stride=pair(rng, 3), pad=pads, **more)


def pool(rng, layer):
    """Draw a pooling layer."""
    more = {"count_pad": bool(rng.random() < 0.5)} if layer is AvgPool2d else {}
    stride = None if rng.random() < 0.5 else pair(rng, 3)
    return layer(pair(rng, 4), stride=stride, pad=int(rng.integers(0, 2)), fit=str(rng.choice(["crop", "pad"])), **more)


def pick(rng, *values):
    return values[rng.integers(len(values))]


KINDS = [
    window,
    lambda rng: window(rng, layer=LocallyConnected2d),
    *[lambda rng, kind=kind: pool(rng, kind) for kind in (MaxPool2d, AvgPool2d, L2Pool2d)],
    lambda rng: Linear(int(rng.integers(1, 200)), bias=bool(rng.random() < 0.8)),
    lambda rng: LeakyReLU(float(rng.choice([0.01, 0.1, 0.00001, 1 / 3]))),
    lambda rng: Dropout(float(rng.choice([0.5, 0.0, 0.25, 1 / 3]))),
    lambda rng: BatchNorm(eps=float(rng.choice([1e-5, 1e-3])), momentum=float(rng.choice([0.1, 1 / 3]))),
    lambda rng: LRN(int(rng.integers(1, 8)), alpha=pick(rng, 1e-4, 5e-4, 1), k=pick(rng, 1.0, 1, 2)),
    *[lambda rng, kind=kind: kind() for kind in (ReLU, Sigmoid, Tanh, Flatten, GlobalAvgPool2d)],
]


def some_net(rng):
    """Draw layers in a row, some of them again and again; their sizes need not go together."""
    drawn = [KINDS[rng.integers(len(KINDS))](rng) for _ in range(rng.integers(1, 7))]
    row = []
    for _ in range(rng.integers(1, 6)):
        start = int(rng.integers(len(drawn)))
        row += drawn[start : start + int(rng.integers(1, 4))] * int(rng.integers(1, 4))
    return Serial(*row)


def test_a_net_becomes_text_and_the_same_net_again(monkeypatch):
    monkeypatch.setattr("cs231n_kit.spec.shape_after", lambda text, word, layer, shape: shape)
    rng = np.random.default_rng(8)
    for _ in range(10_000):
        net = some_net(rng)
        text = spec_of(net, (3, 9, 9))
        again, shape = build_spec(text)
        assert (again, shape) == (net, (3, 9, 9)), text
        assert spec_of(again, shape) == text


# Each text with a ^ before the place that the caret points at, and some of its words.
BROKEN = [
    ("^", "Expected a layer"),
    ("   ^", "before the end"),
    ("^->", "before '->'"),
    ("CONV ->^", "before the end"),
    ("CONV -> ^-> FC", "before '->'"),
    ("^]", "before ']'"),
    ("FC^]", "one too many"),
    ("INPUT -> [CONV -> RELU -> POOL]*2^] -> FC -> RELU -> FC", "one too many"),
    ("[CONV -> RELU]*2 -> FC^)", "Expected -> or the end of the net before ')'"),
    ("^[CONV -> RELU", "never closed: a ] is missing"),
    ("[CONV -> ^[POOL -> RELU", "never closed: a ] is missing"),
    ("[CONV -> RELU ^FC]", "Expected -> or ] before 'FC'"),
    ("[^]*2 -> FC", "before ']'"),
    ("[[CONV -> RELU]*2 -> ^]*2", "before ']'"),
    ("CONV ^RELU", "Expected -> or the end"),
    ("CONV ^, RELU", "Expected -> or the end"),
    ("CONV -> ^3", "before '3'"),
    ("CONV -> ^*2", "before '*'"),
    ("CONV^- RELU", "no meaning"),
    ("CONV ^> RELU", "no meaning"),
    ("CONV -> ^é", "no meaning"),
    ("CONV^; FC", "no meaning"),
    ("^CONVO -> FC", "There is no layer CONVO. The words are INPUT, CONV"),
    ("CONV -> ^DROPUOT", "There is no layer DROPUOT"),
    ("^DENSE(10)", "DENSE is called FC here"),
    ("CONV -> ^maxpool(2)", "MAXPOOL is called POOL here"),
    ("FC -> ^INPUT", "INPUT stands once"),
    ("[^INPUT -> CONV]*2", "INPUT stands once"),
    ("INPUT -> ^INPUT -> FC", "INPUT stands once"),
    ("^INPUT(3,32) -> FC", "INPUT(channels,height,width)"),
    ("^INPUT(3,32,0) -> FC", "INPUT(channels,height,width)"),
    ("INPUT(3,32,32,^1) -> FC", "INPUT takes at most 3 numbers"),
    ("CONV*^", "After * comes a number"),
    ("CONV*^X", "After * comes a number"),
    ("CONV*^-> FC", "After * comes a number"),
    ("CONV*^2.5", "After * comes a number"),
    ("CONV*^5000", "At most 1000 times"),
    ("CONV^(", "never closed: a ) is missing"),
    ("CONV^(8,3", "never closed: a ) is missing"),
    ("CONV^(8,", "never closed: a ) is missing"),
    ("CONV(8 ^3)", "Expected , or ) before '3'"),
    ("CONV(^,3)", "Expected a number before ','"),
    ("CONV(8,3,1,1,^1)", "CONV takes at most 4 numbers"),
    ("RELU(^1)", "RELU takes no number. Write the word alone"),
    ("FC(10,^20)", "FC takes one number"),
    ("CONV(8,^foo=1)", "CONV has no setting 'foo'"),
    ("CONV(8,3,stride=1,^stride=2)", "stride is given twice"),
    ("CONV(8,3,^size=3)", "size is given twice"),
    ("CONV(8,stride ^2)", "Expected = before '2'"),
    ("CONV(8,stride=2,^1)", "What has no name comes first"),
    ("CONV(8,stride=^)", "Expected a number before ')'"),
    ("RELU -> ^CONV(8,4)", "no middle cell"),
    ("^CONV(0)", "filters"),
    ("^CONV(8,3,fit=bad)", "'crop', 'raise' or 'pad'"),
    ("^CONV(8,3,bias=maybe)", "bias"),
    ("FC -> ^CONV(8)", "CONV reads a volume, and here comes a row of numbers, as FC makes it. Its input is 10."),
    ("INPUT(10) -> ^GAP", "GAP reads a volume"),
    ("POOL(2)*3 -> ^POOL(5)", "does not fit into 4 cells"),
    ("CONV(6) -> ^CONV(8,groups=4)", "groups=4 must divide"),
    ("^CONV(8,groups=4)", "groups=4 must divide 3 channels and 8 filters"),
    ("BN(^1)", "BN takes no number. Its settings are eps, momentum."),
    ("^BN(momentum=2)", "momentum must be a number from 0 to 1; got 2"),
    ("^BN(eps=0)", "eps must be a number above 0; got 0"),
    ("^LRN(0)", "size starts at 1; got 0"),
    ("^LRN((3,3))", "size is a whole number; got (3, 3)"),
    ("^LRN(5,0.1,0.75,0)", "k must be a number above 0; got 0"),
    ("LRN(5,1,1,1,^1)", "LRN takes at most 4 numbers"),
    ("FC -> ^LRN", "LRN reads a volume, and here comes a row of numbers, as FC makes it. Its input is 10."),
    ("^BATCHNORM", "BATCHNORM is called BN here"),
    ("^[FC]*0", "No layer is left"),
    ("^INPUT*2 -> FC", "INPUT stands once"),
    ("FC -> ^INPUT?", "INPUT stands once"),
    ("^INPUT(channels=yes) -> FC", "INPUT(channels,height,width)"),
    ("^INPUT(height=32) -> FC", "INPUT(channels,height,width)"),
    ("FC(^1000001)", "Numbers go up to 1,000,000 here"),
    (f"POOL((2,^{'9' * 5000}))", "Numbers go up to 1,000,000 here"),
    (f"FC*^{'9' * 5000}", "At most 1000 times"),
    ("^[[[FC]*1000]*1000]*1000", "more than 1000 layers"),
    ("^[[[FC*0]*1000]*1000]*1000", "No layer is left"),
    (f"{'[' * 50}^[FC", "At most 50 brackets"),
]


@pytest.mark.parametrize(("marked", "words"), BROKEN)
def test_a_broken_text_has_its_caret_at_the_place_and_a_word_of_help(marked, words):
    place, text = marked.index("^"), marked.replace("^", "", 1)
    with pytest.raises(SpecError) as raised:
        build_spec(text)
    shown, caret, reason = str(raised.value).split("\n")
    assert (shown, caret, raised.value.place) == (text, " " * place + "^", place)
    assert words in reason


def test_alexnets_own_normalisation_is_written_with_its_numbers():
    layer = LRN(5, alpha=5e-4, beta=0.75, k=2)
    assert spec_of(layer) == "LRN(5,0.0005,0.75,2)"
    text = "CONV(96,11,4,0) -> BN -> RELU -> LRN(5,0.0005,0.75,2)"
    assert build_spec(text)[0] == Serial(Conv2d(96, 11, stride=4), BatchNorm(), ReLU(), layer)
    assert spec_of(*build_spec(f"INPUT(3,227,227) -> {text}")) == f"INPUT(3,227,227) -> {text}"
    assert build_spec("LRN -> LRN(5) -> BN(momentum=0.01)")[0] == Serial(LRN(), LRN(5), BatchNorm(momentum=0.01))


def test_true_and_false_are_yes_and_no():
    assert build_spec("CONV(8,bias=False)") == build_spec("CONV(8,bias=no)")
    assert spec_of(*build_spec("CONV(8,bias=False)")) == "INPUT(3,32,32) -> CONV(8,3,bias=no)"
