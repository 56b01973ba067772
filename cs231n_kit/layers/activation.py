"""Activations: ReLU and its relatives.

Built in 01_overview and appendix_kit. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import dataclass

import numpy as np

from cs231n_kit.backend import as_float, require_same_backend
from cs231n_kit.layers.base import Layer
from cs231n_kit.shapes import check_gradient, check_slope

__all__ = [
    "relu_forward",
    "relu_backward",
    "leaky_relu_forward",
    "leaky_relu_backward",
    "sigmoid_forward",
    "sigmoid_backward",
    "tanh_forward",
    "tanh_backward",
    "ReLU",
    "LeakyReLU",
    "Sigmoid",
    "Tanh",
]


# ---- 01 Architecture overview: A layer is a function with a way back ----
def relu_forward(x):
    """Returns (y, cache): ReLU, max(x, 0); x of any shape -> y like x. The cache is y.

    Source: notes, Layers used to build ConvNets.
    """
    require_same_backend(x)  # an error if x is no array
    y = np.maximum(x, 0)
    return y, y


# ---- 01 Architecture overview: Exercise: ReLU, backwards ----
def relu_backward(dy, cache):
    """Returns dx: 0 where the output is at most 0, else dy; dy like y -> dx like x."""
    require_same_backend(dy, cache)
    check_gradient(dy.shape, cache.shape)  # an error for another shape
    # Not dy * (cache > 0): infinity times False is NaN. And a NaN in y lets dy pass.
    return np.where(cache <= 0, 0, dy)


# ---- appendix How the kit is built: Three more activations ----
def leaky_relu_forward(x, slope=0.01):
    """Returns (y, cache): x above 0, slope * x below; x of any shape -> y like x.

    ValueError for a slope that isn't above 0. Source: Maas and others, 2013.
    """
    check_slope(slope)
    x, slope = as_float(x), float(slope)  # np.float64(0.01) would make float32 float64
    y = np.where(x > 0, x, x * slope)
    return y, (y, slope)


def leaky_relu_backward(dy, cache):
    """Returns dx: dy where y is above 0, else slope * dy; dy like y -> dx like x."""
    y, slope = cache
    require_same_backend(dy, y)
    check_gradient(dy.shape, y.shape)
    return np.where(y > 0, dy, dy * slope)


def sigmoid_forward(x):
    """Returns (y, cache): 1/(1 + exp(-x)); x of any shape -> y like x. The cache is y."""
    x = as_float(x)  # in a byte, -x would overflow
    small = np.exp(-abs(x))  # of negative numbers only, so it can't overflow
    y = np.where(x >= 0, 1, small)
    y /= 1 + small
    return y, y


def sigmoid_backward(dy, cache):
    """Returns dx: dy times the derivative, y(1 - y); dy like y -> dx like x."""
    y = cache
    require_same_backend(dy, y)
    check_gradient(dy.shape, y.shape)
    return dy * y * (1 - y)


def tanh_forward(x):
    """Returns (y, cache): tanh(x); x of any shape -> y like x. The cache is y."""
    y = np.tanh(as_float(x))
    return y, y


def tanh_backward(dy, cache):
    """Returns dx: dy times the derivative, 1 - y*y; dy like y -> dx like x."""
    y = cache
    require_same_backend(dy, y)
    check_gradient(dy.shape, y.shape)
    return dy * (1 - y * y)


# ---- appendix How the kit is built: Activations ----
class _Elementwise(Layer):
    """A layer that treats each number alone."""

    def out_shape(self, in_shape):
        return tuple(in_shape)


@dataclass(frozen=True, repr=False)
class ReLU(_Elementwise):
    """max(x, 0): x of any shape -> y like x."""

    _forward = staticmethod(relu_forward)
    _backward = staticmethod(relu_backward)


@dataclass(frozen=True, repr=False)
class LeakyReLU(_Elementwise):
    """x above 0, slope * x below: x of any shape -> y like x."""

    slope: float = 0.01
    _backward = staticmethod(leaky_relu_backward)

    def __post_init__(self):
        check_slope(self.slope)

    def _forward(self, x):
        return leaky_relu_forward(x, self.slope)


@dataclass(frozen=True, repr=False)
class Sigmoid(_Elementwise):
    """1/(1 + exp(-x)), between 0 and 1: x of any shape -> y like x."""

    _forward = staticmethod(sigmoid_forward)
    _backward = staticmethod(sigmoid_backward)


@dataclass(frozen=True, repr=False)
class Tanh(_Elementwise):
    """tanh(x), between -1 and 1: x of any shape -> y like x."""

    _forward = staticmethod(tanh_forward)
    _backward = staticmethod(tanh_backward)
