"""Activations: ReLU and its relatives.

Built in 01_overview and appendix_kit. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import dataclass

import numpy as np

from cs231n_kit.backend import as_float
from cs231n_kit.kernels.masks import keep_where
from cs231n_kit.layers.base import Layer
from cs231n_kit.shapes import as_gradient, as_operand, as_shape, check_cache, check_slope

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
    x = as_operand(x)  # an error if x is no array
    # With zeros for one example np.maximum takes half the time that it takes with 0.
    y = np.maximum(x, np.zeros(x.shape[1:], dtype=x.dtype, like=x))
    return y, y


# ---- 01 Architecture overview: Exercise: ReLU, backwards ----
def relu_backward(dy, cache):
    """Returns dx: 0 where the output is at most 0, else dy; dy like y -> dx like x."""
    check_cache(cache, "relu_forward", "y")
    dy = as_gradient(dy, cache.shape, cache)  # an error for another shape
    # Not dy * (cache > 0): infinity times False is NaN. And a NaN in y lets dy pass.
    return keep_where(~(cache <= 0), dy)  # np.where(..., dy, 0), only faster


# ---- appendix How the kit is built: Three more activations ----
def leaky_relu_forward(x, slope=0.01):
    """Returns (y, cache): x above 0, slope * x below; x of any shape -> y like x.

    ValueError for a slope that isn't above 0. Source: Maas and others, 2013.
    """
    check_slope(slope)
    x = as_float(as_operand(x))
    slope = float(slope)  # np.float64(0.01) would make float32 float64
    y = x * slope
    larger_or_smaller = np.maximum if slope <= 1 else np.minimum
    return larger_or_smaller(x, y, out=y), (y, slope)


def leaky_relu_backward(dy, cache):
    """Returns dx: dy where y is above 0, else slope * dy; dy like y -> dx like x."""
    check_cache(cache, "leaky_relu_forward", "y", "slope")
    y, slope = cache
    dy = as_gradient(dy, y.shape, y)
    passes = y > 0
    factor = (~passes).astype(dy.dtype)  # 1 and slope, exactly; np.where is far slower
    factor *= slope
    factor += passes
    factor *= dy
    return factor


def sigmoid_forward(x):
    """Returns (y, cache): 1/(1 + exp(-x)); x of any shape -> y like x. The cache is y."""
    x = as_float(as_operand(x))  # in a byte, -x would overflow
    small = np.exp(-abs(x))  # of negative numbers only, so it can't overflow
    y = np.maximum(small, x >= 0)  # 1 where x >= 0, for there small is at most 1
    small += 1
    y /= small
    return y, y


def sigmoid_backward(dy, cache):
    """Returns dx: dy times the derivative, y(1 - y); dy like y -> dx like x."""
    check_cache(cache, "sigmoid_forward", "y")
    dy = as_gradient(dy, cache.shape, cache)
    slope = 1 - cache
    slope *= cache
    return dy * slope


def tanh_forward(x):
    """Returns (y, cache): tanh(x); x of any shape -> y like x. The cache is y."""
    y = np.tanh(as_float(as_operand(x)))
    return y, y


def tanh_backward(dy, cache):
    """Returns dx: dy times the derivative, 1 - y*y; dy like y -> dx like x."""
    check_cache(cache, "tanh_forward", "y")
    dy = as_gradient(dy, cache.shape, cache)
    slope = cache * cache
    np.subtract(1, slope, out=slope)
    return dy * slope


# ---- appendix How the kit is built: Activations ----
class _Elementwise(Layer):
    """A layer that treats each number alone."""

    def out_shape(self, in_shape):
        return as_shape(in_shape, least=1)


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
