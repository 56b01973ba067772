"""Widgets in random states, for tests that hold in any of them: each function takes a generator of random numbers."""

import random
from functools import cache

import numpy as np
from cs231n_widgets import (
    ActivationHistograms,
    ArchitectureBuilder,
    BackpropConvolution,
    FullyConnectedAsConvolution,
    Im2col,
    ImageFilter,
    MemoryTable,
    NetComparison,
    Pooling,
    PoolingShift,
    ReceptiveField,
    ResidualBlocks,
    SizingCalculator,
    SlidingFilter,
    TrainingTheatre,
    Valley,
    VolumeExplorer,
)
from cs231n_widgets.net_comparison.top1 import TOP1
from cs231n_widgets.training_theatre import record_run
from random_nets import random_net
from spec_texts import drawn_net, kit

from cs231n_kit.data import digits
from cs231n_kit.layers import Conv2d, Flatten, Linear, MaxPool2d, ReLU, Serial
from cs231n_kit.memory import STEP_CACHE
from cs231n_kit.models import MODELS, Model
from cs231n_kit.net import Net
from cs231n_kit.optim import OPTIMIZERS, SGD
from cs231n_kit.train import Run

KINDS = ["max", "average", "L2"]
VIEWS = ["one", "sum", "input"]
SHADES = np.arange(3 * 48 * 48).reshape(3, 48, 48) * 7 % 251 / 255


def random_activation_histograms(rng):
    """Return an ActivationHistograms: at any scale, of few or many layers, or of arrays, some of them zeros or huge."""
    if rng.random() < 0.4:
        arrays = [
            np.maximum(rng.normal(0, 1, (5, 8)), -10 * rng.integers(2)) * rng.choice([0, 1, 1, 1e-8, 4e6, 3e17])
            for _ in range(rng.integers(1, 13))
        ]
        return ActivationHistograms(activations=[*arrays, np.ones(4)] if rng.random() < 0.1 else arrays)
    scale = 5 ** rng.uniform(-1, 1) if rng.random() < 0.6 else rng.choice([0.2, 0.933, 1, 1.07, 5])
    return ActivationHistograms(scale=float(scale), layers=int(rng.integers(2, 11)), seed=int(rng.integers(2)))


def random_architecture_builder(rng):
    """Return an ArchitectureBuilder: nets that fit, that leave cells over and that don't fit, and broken texts."""
    draw = random.Random(int(rng.integers(2**31)))
    text = kit.PATTERN if draw.random() < 0.1 else drawn_net(draw)
    if draw.random() < 0.3:
        cut = draw.randrange(len(text))
        text = text[:cut] + draw.choice(["]", "RELU", "", " ", "("]) + text[cut + draw.randint(0, 2) :]
    letters = {letter: draw.randint(0, 3) for letter in "NMK"}
    return ArchitectureBuilder(text, **letters, pool=draw.random() < 0.5)


def random_memory_table(rng):
    """Return a MemoryTable: presets, other texts, broken ones, nets with branches; at times with a start."""
    draw = random.Random(int(rng.integers(2**31)))
    settings = {
        "side": draw.choice([None, None, draw.randint(1, 60), 4096]),
        "batch": draw.choice([1, draw.randint(1, 100), 65536]),
        "dtype": draw.choice(["float32", "float64"]),
        "train": draw.random() < 0.6,
        "optimizer": draw.choice(list(STEP_CACHE)),
        "card": draw.choice([1, 3, 4, 6, 12, 24, 80, draw.randint(1, 1024)]),
        "row": draw.randint(-1, 9),
        "notes": draw.random() < 0.3,
    }
    kind = draw.random()
    if kind < 0.15:
        name = draw.choice(["LeNet-5", "AlexNet", "ZFNet", "VGG-11", "VGG-16", "ResNet-20"])
        net = (name if name == "ResNet-20" else MODELS[name].spec,)
    elif kind < 0.5:
        net = (drawn_net(draw) if draw.random() < 0.8 else drawn_net(draw)[: draw.randint(0, 30)],)
    else:
        net = random_net(draw)
    if draw.random() < 0.3:
        settings["start"] = {"spec": MODELS["LeNet-5"].spec, "side": None, "batch": 32, "dtype": "float32",
                             "train": True, "optimizer": "Adam"}  # fmt: skip
    return MemoryTable(*net, **settings)


@cache
def short_record():
    """Return a record of a short run on digits, as record_run makes one."""
    run = Run(Net.build(Linear(10), (1, 8, 8)), digits(), SGD(0.1), batch=32)
    about = "A net of one FC layer, digits of 8×8 pixels."
    return record_run(run, steps=40, about=about, command="make records", frames=6, wall=20)


def random_training_theatre(rng):
    """Return a TrainingTheatre: nets on the page, whole and broken, or a record; of few kinds: each has to train."""
    if rng.random() < 0.2:
        return TrainingTheatre(record=short_record(), at=int(rng.integers(0, 8)))
    specs = ["CONV(4,3) -> RELU -> POOL -> FC(10)", "FC(12) -> RELU -> FC(10)", "FC(10)"]
    return TrainingTheatre(
        specs[rng.integers(3)],
        rate=[0.1, 50.0][rng.integers(2)],
        optimizer=["SGD", "momentum"][rng.integers(2)],
        breakage=["", "rate", "zeros", "labels", "inputs"][rng.integers(5)],
        steps=[0, 10][rng.integers(2)],
        batch=int(rng.integers(1, 3)) * 16,
        chosen=int(rng.integers(0, 90)),
        seed=int(rng.integers(0, 2)),
    )


def random_sliding_filter(rng):
    """Return a SlidingFilter; now and then its window is larger than the padded input."""
    C, K, F = rng.integers(1, 4), rng.integers(1, 4), rng.integers(1, 6)
    H, W = rng.integers(1, 10, size=2)
    x, w, b = (rng.integers(-4, 5, size=size).astype(float) for size in [(C, H, W), (K, C, F, F), (K,)])
    limits = {"stride": (1, 6), "pad": (0, 5), "dilation": (1, 4), "row": (0, 9), "col": (0, 9), "k": (0, 3)}
    return SlidingFilter(x=x, w=w, b=b, **{name: int(rng.integers(*limit)) for name, limit in limits.items()})


def random_drawing(rng, H, W):
    """Return a drawing of some stamps and strokes, in part outside of the canvas."""
    marks = [f"{rng.integers(10)}@{rng.integers(-9, H)},{rng.integers(-9, W)}" for _ in range(rng.integers(3))]
    for _ in range(rng.integers(4)):
        points = rng.integers(0, [2 * H, 2 * W], size=(rng.integers(1, 6), 2))
        marks.append("~" + "".join(np.base_repr(at, 36).lower().zfill(2) for at in points.ravel()))
    return " ".join(marks)


def random_fully_connected_as_convolution(rng):
    """Return a FullyConnectedAsConvolution: the course's nets, or random ones; asked, marked and checked or not."""
    place = {name: int(rng.integers(0, 12)) for name in ("row", "col")}
    asked = {"ask": bool(rng.random() < 0.5), "checked": bool(rng.random() < 0.5), "padded": bool(rng.random() < 0.6)}
    if rng.random() < 0.06:
        return FullyConnectedAsConvolution(drawing=random_drawing(rng, 56, 112), **place, **asked)
    P, side = int(rng.integers(0, 3)), int(rng.integers(11, 16))
    layers = [Conv2d(3, 3, pad=P), ReLU(), MaxPool2d(2), Conv2d(4, 3, pad=int(rng.integers(0, 2)), stride=1), ReLU()]
    layers += [Flatten(), Linear(5), ReLU()] if rng.random() < 0.5 else []
    net = Net.build(Serial(*layers, Linear(4)), (1, side, side), seed=int(rng.integers(1000)))
    for name in [name for name in net.params if name.endswith("bias")]:  # which begin as zeros
        net.params[name] = rng.normal(size=net.params[name].shape).astype(np.float32)
    H, W = (int(n) for n in rng.integers(side, 26, size=2))
    widget = FullyConnectedAsConvolution(
        net,
        rng.random((H, W)) if rng.random() < 0.4 else None,
        labels=["3", "7", "", "cat"],
        mean=0.5,
        std=float(rng.choice([0.03, 0.5])),
        height=H,
        width=W,
        drawing=random_drawing(rng, H, W),
        knobs=["drawing", "padding", "crop"][: rng.integers(2, 4)],
        **place,
        **asked,
    )
    chosen = [[int(at) for at in mark] for mark in np.argwhere(widget.untouched | (rng.random() < 0.1))]
    widget.marks = chosen if rng.random() < 0.6 else [*chosen[1:], [0, 0]]
    return widget


def random_im2col(rng):
    """Return an Im2col, often with a chosen cell, and at times with cells that no window reads."""
    C, K, F = (int(n) for n in rng.integers(1, 4, size=3))
    H, W = (int(n) for n in rng.integers(3, 6, size=2))
    x, w, b = (rng.integers(-9, 10, size=size) for size in [(C, H, W), (K, C, F, F), (K,)])
    cell = [int(rng.integers(side)) for side in (C, H, W)] if rng.random() < 0.6 else []
    whole = {"stride": int(rng.integers(1, 4)), "pad": int(rng.integers(0, 2)), "window": int(rng.integers(0, 60))}
    return Im2col(x=x, w=w, b=b, cell=cell, **whole)


def random_backprop_convolution(rng):
    """Return a BackpropConvolution in any view, often with padding, at times with inputs that no window reads."""
    F = int(rng.integers(1, 4))
    x, w = rng.integers(-4, 5, size=rng.integers(F, 7, size=2)) / 2, rng.integers(-3, 4, size=(F, F))
    whole = {name: int(rng.integers(6)) for name in ("row", "col", "input_row", "input_col")}
    settings = {"stride": int(rng.integers(1, 4)), "pad": int(rng.integers(F)), "view": str(rng.choice(VIEWS))}
    widget = BackpropConvolution(x=x, w=w, **settings, **whole)
    if rng.random() < 0.7:
        widget.dy = rng.integers(-9, 10, size=widget.in_view.shape)
    return widget


def random_net_comparison(rng):
    """Return a NetComparison: on either axis, one net or two in view, at times with a small net of one's own."""
    own = [Model("my net", *random_net(random.Random(int(rng.integers(2**31)))), "mine")] if rng.random() < 0.5 else []
    names = [*TOP1, *[model.name for model in own]]
    return NetComparison(
        models=own,
        axis=str(rng.choice(["work", "weights"])),
        chosen=str(rng.choice(names)),
        beside=str(rng.choice([*names, ""])),
    )


def random_pooling(rng):
    """Return a Pooling with many ties, zeros and negative numbers, and now and then fractions."""
    size, stride = int(rng.integers(2, 5)), int(rng.integers(1, 5))
    x = rng.integers(-3, 4, size=rng.integers(size, 7, size=2)) * rng.choice([0, 1, 1, 1, 0.25, 1.1])
    place = {"row": int(rng.integers(0, 5)), "col": int(rng.integers(0, 5)), "backward": bool(rng.random() < 0.8)}
    widget = Pooling(x, size=size, stride=stride, kind=str(rng.choice(KINDS)), **place)
    if rng.random() < 0.7:
        widget.dy = rng.integers(-9, 10, size=widget.output.shape) * rng.choice([0, 1, 1, 0.5])
    return widget


def random_pooling_shift(rng):
    """Return a PoolingShift on a small picture of few shades, now and then of one."""
    shades = int(rng.choice([1, 4, 256]))
    image = rng.integers(0, shades, size=(rng.integers(4, 20), rng.integers(14, 30))) / 255
    return PoolingShift(image, shift=int(rng.integers(0, 9)), pool=str(rng.choice(["none", "average", "max2", "max3"])))


def random_image_filter(rng):
    """Return an ImageFilter: whole weights or fractions, at times one that a task asks for; small pictures."""
    some = [
        rng.integers(-3, 4, (3, 3)),
        rng.normal(0, 2, (3, 3)),
        np.ones((3, 3)) / 9,
        np.eye(9)[rng.integers(9)].reshape(3, 3),
    ]
    lines = rng.integers(-2, 3, 3)
    some += [np.outer([1, 2, 1], [1, 0, -1]), np.outer([1, 0, -1], [1, 1, 1]), np.outer(lines, [1, -1, 0])]
    pixels = rng.integers(0, 256, rng.integers(5, 13, size=2))
    pixels[0, 0] = 255  # so that they are not taken for numbers from 0 to 1
    place = {"row": int(rng.integers(0, 14)), "col": int(rng.integers(0, 14))}
    return ImageFilter(pixels, some[rng.integers(len(some))], **place)


def random_stack(rng):
    """Return the text of a stack of layers that fits, now and then an empty one, with any padding."""
    parts, side = [], 48
    for _ in range(rng.integers(0, 6)):
        kind = str(rng.choice(["CONV", "CONV", "POOL"]))
        size, dilation = int(rng.integers(1, 6)), int(rng.integers(1, 4)) if kind == "CONV" else 1
        stride, pad = int(rng.integers(1, 3 if side > 8 else 2)), int(rng.integers(0, min(size, 3)))
        usual = kind == "CONV" and rng.random() < 0.3
        reach = (size - 1) * dilation
        room = side - reach - 1 + 2 * (reach // 2 if usual else pad)
        if room < 0:
            break
        side = room // stride + 1
        settings = ["", f" pad {pad}"][not usual] + ["", f" dilation {dilation}"][kind == "CONV"]
        parts.append(f"{kind} {size} stride {stride}{settings}")
    return ", ".join(parts)


def random_receptive_field(rng):
    """Return a ReceptiveField, often near an edge, and with cells that are skipped."""
    place = {"level": int(rng.integers(0, 7)), "row": int(rng.integers(0, 50)), "col": int(rng.integers(0, 50))}
    return ReceptiveField(
        random_stack(rng), SHADES, window=bool(rng.random() < 0.3), compare=bool(rng.random() < 0.8), **place
    )


def random_residual_blocks(rng):
    """Return a ResidualBlocks without some of the blocks, at times with a record in which more may be right."""
    record = {"images": 300, "right": rng.integers(0, 301, 512).tolist()} if rng.random() < 0.3 else None
    without = rng.permutation(9)[: rng.integers(0, 10)] + 1
    return ResidualBlocks(without.tolist(), record=record, least=int(rng.integers(0, 400)))


def random_sizing_calculator(rng):
    """Return a SizingCalculator; the windows may fit, be left over, or be too large."""
    most = {"W": 60, "D": 20, "K": 20, "F": 12, "S": 6, "dilation": 4, "target": 40}
    settings = {name: int(rng.integers(1, last + 1)) for name, last in most.items()}
    H = None if rng.random() < 0.5 else int(rng.integers(1, 61))
    fit = str(rng.choice(["crop", "pad", "raise"]))
    mode = str(rng.choice(["size", "reverse"]))
    return SizingCalculator(**settings, H=H, P=int(rng.integers(0, 7)), fit=fit, mode=mode)


def random_valley(rng):
    """Return a Valley: any rules, at rates of the slider and others, from far and from near the lowest point."""
    names = [name for name in OPTIMIZERS if rng.random() < 0.5]
    start = rng.uniform(-1, 1, 2) * [4, 1.2] * rng.choice([1, 1, 0.02])
    rate = 10 ** rng.uniform(-3, 0.69) if rng.random() < 0.5 else rng.choice([0.001, 0.02, 0.04, 0.8, 1, 5])
    place = {"turn": int(rng.choice([0, 15, 30])), "step": int(rng.choice([0, 1, rng.integers(101), 100]))}
    return Valley(shown=names, begin=[float(one) for one in start.round(2)], rate=float(rate), **place)


def random_volume_explorer(rng):
    """Return a VolumeExplorer on a small random net, with weights that float16 holds or not."""
    K, M, F, P = (int(n) for n in rng.integers([1, 1, 1, 0], [4, 4, 4, 2]))
    layers = [Conv2d(K, F, pad=P, stride=int(rng.integers(1, 3)), bias=bool(rng.random() < 0.7)), ReLU(), MaxPool2d(2)]
    if rng.random() < 0.5:
        layers += [Conv2d(M, 3, pad=1), ReLU(), MaxPool2d(3, stride=1, pad=1), Flatten(), Linear(4), ReLU()]
    H, W = (int(n) for n in rng.integers(9, 14, size=2))
    net = Net.build(Serial(*layers, Linear(3)), (3, H, W), seed=int(rng.integers(1000)))
    for name in [name for name in net.params if name.endswith("bias")]:  # which begin as zeros
        net.params[name] = rng.normal(size=net.params[name].shape).astype(np.float32)
    if rng.random() < 0.5:
        net.params = {name: values.astype(np.float16) for name, values in net.params.items()}
    place = {name: int(rng.integers(0, 9)) for name in ("volume", "slice", "row", "col")}
    return VolumeExplorer(net, rng.random((3, H, W)), ["cat", "dog", "ship"], **place)


def many(make, seed, count):
    """Return `count` widgets that `make` makes, always the same ones."""
    rng = np.random.default_rng(seed)
    return [make(rng) for _ in range(count)]


def state(widget):
    """Return what the browser gets of a widget's state: {trait: value}, those that anywidget itself uses left out."""
    return {
        name: value
        for name, value in widget.get_state().items()
        if not name.startswith("_") and name not in ("layout", "tabbable", "tooltip", "presets")
    }
