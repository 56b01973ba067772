"""Activations: ReLU and its relatives.

Built in 01_overview. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import dataclass
from math import prod

import numpy as np

from cs231n_kit.backend import xp_of
from cs231n_kit.layers.base import Buffer, Layer, require_cache
from cs231n_kit.sizing import check_gradient

__all__ = [
    "relu_forward",
    "relu_backward",
    "as_floats",
    "check_slope",
    "leaky_relu_forward",
    "leaky_relu_backward",
    "sigmoid_forward",
    "sigmoid_backward",
    "tanh_forward",
    "tanh_backward",
    "Elementwise",
    "ReLU",
    "LeakyReLU",
    "Sigmoid",
    "Tanh",
]


def relu_forward(x):
    """Compute ReLU, max(x, 0): x of any shape -> y like x, and the cache.

    Source: notes, Layers used to build ConvNets.
    """
    y = xp_of(x).maximum(x, 0)
    return y, y


def relu_backward(dy, cache):
    """Let the gradient pass where the output is above 0: dy like y -> dx like x.

    At the kink, 0, it is 0.
    """
    xp = xp_of(dy, cache)
    check_gradient(dy.shape, cache.shape)  # an error for another shape
    # Not dy * (cache > 0): infinity times False is NaN. And a NaN in y lets dy pass.
    return xp.where(cache <= 0, 0, dy)


def as_floats(x):
    """Make floats of whole numbers, which hold no slopes and no fractions."""
    xp = xp_of(x)
    return x.astype(xp.result_type(x, xp.float32)) if x.dtype.kind in "biu" else x


def check_slope(slope):
    """Refuse a slope for which y does not show the sign of x."""
    if not slope > 0:
        raise ValueError(f"The slope below 0 must be above 0 itself; got {slope}.")


def leaky_relu_forward(x, slope=0.01):
    """Compute x where it is above 0, else slope * x.

    x of any shape, slope above 0 -> y like x, and the cache.
    Source: Maas and others, 2013.
    """
    check_slope(slope)
    x, slope = as_floats(x), float(slope)  # a number of NumPy's would decide the dtype
    y = xp_of(x).where(x > 0, x, x * slope)
    return y, (y, slope)


def leaky_relu_backward(dy, cache):
    """Pass dy where y is above 0, else slope * dy: dy like y -> dx like x."""
    y, slope = cache
    xp = xp_of(dy, y)
    check_gradient(dy.shape, y.shape)
    return xp.where(y > 0, dy, dy * slope)


def sigmoid_forward(x):
    """Compute 1/(1 + exp(-x)), by exp of negative numbers only.

    x of any shape -> y like x, and the cache.
    """
    xp, x = xp_of(x), as_floats(x)  # in a byte -200 would be 56
    small = xp.exp(-abs(x))
    y = xp.where(x >= 0, 1, small)
    y /= 1 + small
    return y, y


def sigmoid_backward(dy, cache):
    """Multiply by the slope, y(1 - y): dy like y -> dx like x."""
    xp_of(dy, cache)
    check_gradient(dy.shape, cache.shape)
    return dy * cache * (1 - cache)


def tanh_forward(x):
    """Compute tanh(x): x of any shape -> y like x, and the cache."""
    y = xp_of(x).tanh(as_floats(x))
    return y, y


def tanh_backward(dy, cache):
    """Multiply by the slope, 1 - y*y: dy like y -> dx like x."""
    xp_of(dy, cache)
    check_gradient(dy.shape, cache.shape)
    return dy * (1 - cache * cache)


class Elementwise(Layer):
    """What activations share: each number is treated alone, the output is kept."""

    def out_shape(self, in_shape):
        return tuple(in_shape)

    def cache_shapes(self, in_shape, *, n=1, dtype="float32", kernel=None):
        return {"y": Buffer((n, *in_shape), dtype, "output")}

    def forward(self, x, params, state, *, train=False, keep=True, rng=None):
        y, cache = self.apply(x)
        return y, cache if keep else None, state

    def backward(self, dy, cache):
        return self.undo(dy, require_cache(cache)), {}


@dataclass(frozen=True)
class ReLU(Elementwise):
    """Cut off what is below 0, max(x, 0): x of any shape -> y like x."""

    apply = staticmethod(relu_forward)
    undo = staticmethod(relu_backward)


@dataclass(frozen=True)
class LeakyReLU(Elementwise):
    """Give x above 0, slope * x below: x of any shape -> y like x."""

    slope: float = 0.01
    undo = staticmethod(leaky_relu_backward)

    def __post_init__(self):
        check_slope(self.slope)

    def apply(self, x):
        return leaky_relu_forward(x, self.slope)

    def workspace_bytes(self, in_shape, *, n=1, dtype="float32", kernel=None):
        # x * slope, and a byte for each answer to x > 0
        return n * prod(in_shape) * (np.dtype(dtype).itemsize + 1)


@dataclass(frozen=True)
class Sigmoid(Elementwise):
    """Squeeze into (0, 1), 1/(1 + exp(-x)): x of any shape -> y like x."""

    apply = staticmethod(sigmoid_forward)
    undo = staticmethod(sigmoid_backward)

    def workspace_bytes(self, in_shape, *, n=1, dtype="float32", kernel=None):
        return n * prod(in_shape) * np.dtype(dtype).itemsize * 2  # small, 1 + small


@dataclass(frozen=True)
class Tanh(Elementwise):
    """Squeeze into (-1, 1), tanh(x): x of any shape -> y like x."""

    apply = staticmethod(tanh_forward)
    undo = staticmethod(tanh_backward)
