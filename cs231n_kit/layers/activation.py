"""Activations: ReLU and its relatives.

Built in 01_overview. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import dataclass
from math import prod

import numpy as np

from cs231n_kit.backend import xp_of
from cs231n_kit.layers.base import Buffer, Layer
from cs231n_kit.sizing import check_gradient

__all__ = [
    "relu_forward",
    "relu_backward",
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
    """Compute ReLU, max(x, 0): x of any shape -> y like x, and the cache."""
    y = xp_of(x).maximum(x, 0)
    return y, y


def relu_backward(dy, cache):
    """Let the gradient pass where the output is above 0: dy -> dx. At 0 it is 0."""
    check_gradient(dy.shape, cache.shape)  # an error for another shape
    return xp_of(dy, cache).where(cache > 0, dy, 0)  # dy * False is NaN for infinity


def check_slope(slope):
    """Refuse a slope for which y does not show the sign of x."""
    if not slope > 0:
        raise ValueError(f"The slope below 0 must be above 0 itself; got {slope}.")


def leaky_relu_forward(x, slope=0.01):
    """Compute x where it is above 0, else slope * x.

    x of any shape, slope above 0 -> y like x, and the cache.
    """
    check_slope(slope)
    slope = float(slope)  # a number of NumPy's would decide the dtype of y
    y = xp_of(x).where(x > 0, x, x * slope)
    return y, (y, slope)


def leaky_relu_backward(dy, cache):
    """Pass dy where y is above 0, else slope * dy: dy like y -> dx like x."""
    y, slope = cache
    check_gradient(dy.shape, y.shape)
    return xp_of(dy, y).where(y > 0, dy, dy * slope)


def sigmoid_forward(x):
    """Compute 1/(1 + exp(-x)), by exp of negative numbers only.

    x of any shape -> y like x, and the cache.
    """
    xp = xp_of(x)
    if x.dtype.kind in "biu":  # -x may wrap round: in a byte, -200 is 56
        x = x.astype(xp.result_type(x, xp.float32))
    small = xp.exp(-abs(x))
    y = xp.where(x >= 0, 1, small)
    y /= 1 + small
    return y, y


def sigmoid_backward(dy, cache):
    """Multiply by the slope, y(1 - y): dy like y -> dx like x."""
    check_gradient(dy.shape, cache.shape)
    return dy * cache * (1 - cache)


def tanh_forward(x):
    """Compute tanh(x): x of any shape -> y like x, and the cache."""
    y = xp_of(x).tanh(x)
    return y, y


def tanh_backward(dy, cache):
    """Multiply by the slope, 1 - y*y: dy like y -> dx like x."""
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
        return self.undo(dy, cache), {}


@dataclass(frozen=True)
class ReLU(Elementwise):
    """max(x, 0)."""

    apply = staticmethod(relu_forward)
    undo = staticmethod(relu_backward)


@dataclass(frozen=True)
class LeakyReLU(Elementwise):
    """x above 0, slope * x below."""

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
    """1/(1 + exp(-x))."""

    apply = staticmethod(sigmoid_forward)
    undo = staticmethod(sigmoid_backward)

    def workspace_bytes(self, in_shape, *, n=1, dtype="float32", kernel=None):
        return n * prod(in_shape) * np.dtype(dtype).itemsize * 2  # small, 1 + small


@dataclass(frozen=True)
class Tanh(Elementwise):
    """tanh(x)."""

    apply = staticmethod(tanh_forward)
    undo = staticmethod(tanh_backward)
