"""Nets that are drawn at random for the tests of surgery: linear ones, and such with branches."""

import numpy as np

from cs231n_kit.layers import (
    LRN,
    AvgPool2d,
    BatchNorm,
    Concat,
    Conv2d,
    Dropout,
    Flatten,
    GlobalAvgPool2d,
    L2Pool2d,
    LeakyReLU,
    Linear,
    MaxPool2d,
    ReLU,
    Residual,
    Serial,
    Sigmoid,
    Tanh,
)
from cs231n_kit.net import Net
from cs231n_kit.sliding import stride_of

DEPTH = 6  # channels: a cell whose window was cut is the same in none of so many by chance


def random_net(seed, *, padding, dtype="float64", like=None):
    """Draw a net that reads (DEPTH,H,W) and ends with FC layers: the same one for the same seed."""
    rng, layers, strides = np.random.default_rng(seed), [], 1
    in_shape = (DEPTH, *map(int, rng.integers(11, 16, 2)))
    for _ in range(rng.integers(2, 5)):
        block = [conv(rng, padding, strides), *between(rng)]
        if strides < 4 and rng.random() < 0.7:
            block.append(pool(rng, padding))
        try:
            Serial(*layers, *block).out_shape(in_shape)
        except ValueError:  # no window fits any more
            break
        layers += block
        strides = stride_of(Serial(*layers))[0]
    return finished(Net.build(Serial(*layers, *head(rng)), in_shape, seed, dtype=dtype, like=like), rng)


def conv(rng, padding, strides):
    """Draw a CONV layer, or branches of which one is."""
    F, dilation = int(rng.choice([1, 2, 3, 3, 3, 5])), int(rng.choice([1, 1, 2])) if strides == 1 else 1
    span = (F - 1) * dilation + 1
    if not padding:
        return Conv2d(DEPTH, F, dilation=dilation, stride=int(rng.choice([1, 1, 2])) if strides == 1 else 1)
    if span % 2 and rng.random() < 0.3:
        same = Conv2d(DEPTH, F, dilation=dilation, pad=span // 2, groups=2)
        return one_of(rng, [Residual(Serial(same, Tanh())), Residual(same, Conv2d(DEPTH, 1)), branches(same)])
    pad = span // 2 if rng.random() < 0.7 else tuple(int(side) for side in rng.integers(0, span // 2 + 1, 4))
    return Conv2d(DEPTH, F, dilation=dilation, pad=pad, bias=bool(rng.random() < 0.8))


def one_of(rng, choices):
    """Draw one of several layers; NumPy's own choice would take a Serial apart."""
    return choices[rng.integers(len(choices))]


def branches(same):
    """Make a Concat of DEPTH channels: a CONV layer and a 1x1 one, half as many of each."""
    return Concat(Serial(same, Conv2d(DEPTH // 2, 1)), Conv2d(DEPTH // 2, 1))


def between(rng):
    """Draw what stands between CONV and POOL."""
    other = one_of(rng, [None, BatchNorm(), LRN(3, alpha=0.5), Dropout(0.5)])
    active = one_of(rng, [ReLU(), LeakyReLU(0.1), Tanh(), Sigmoid()])
    return [active] if other is None else [other, active]


def pool(rng, padding):
    """Draw a POOL layer."""
    kind = one_of(rng, [MaxPool2d, AvgPool2d, L2Pool2d])
    return one_of(rng, [kind(2), kind(3, stride=2, pad=1) if padding else kind(3, stride=2)])


def head(rng):
    """Draw FC layers, with or without what often stands beside them."""
    start = one_of(rng, [[], [Flatten(), Dropout(0.3)], [GlobalAvgPool2d()]])
    hidden = [Linear(7, bias=bool(rng.random() < 0.8)), BatchNorm(), Tanh()] if rng.random() < 0.7 else []
    return [*start, *hidden, Linear(5)]


def finished(net, rng):
    """Give a net biases and running statistics that aren't those of a new one."""
    for numbers in (net.params, net.state):
        for name, array in numbers.items():
            if array.ndim == 1:
                drawn = rng.uniform(0.5, 1.5, array.shape)
                numbers[name] = np.asarray(drawn, dtype=array.dtype, like=array)
    return net


def draw_image(seed, net, more):
    """Draw two images that are larger than what a net reads by `more` (rows, columns)."""
    C, H, W = net.in_shape
    return np.random.default_rng(seed).standard_normal((2, C, H + more[0], W + more[1]))
