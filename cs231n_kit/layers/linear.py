"""The fully connected layer.

Built in 01_overview and appendix_kit. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import KW_ONLY, dataclass
from math import prod

from cs231n_kit.layers.base import Layer
from cs231n_kit.shapes import as_bool, as_gradient, as_int, as_operand, as_shape, check_cache, check_linear

__all__ = ["linear_forward", "linear_backward", "Linear", "Flatten"]


# ---- 01 Architecture overview: Exercise: the FC layer ----
def linear_forward(x, w, b=None):
    """Returns (y, cache): an FC layer, each output a weighted sum of an example.

    x (N,D) or (N,C,H,W), which is read as (N,C*H*W); w (out,in), b (out,) or None
    -> y (N,out). ValueError for shapes that don't go together.
    Source: notes, Fully-connected layer.
    """
    x = as_operand(x, w=w, b=b)
    check_linear(x.shape, w.shape, None if b is None else b.shape)
    y = x.reshape(len(x), -1) @ w.T
    if b is not None:
        y = y + b
    return y, (x, w, b)


# ---- 01 Architecture overview: Exercise: the FC layer, backwards ----
def linear_backward(dy, cache):
    """Returns the gradients: dy (N,out) -> dx like x, dw (out,in), db (out,) or None."""
    check_cache(cache, "linear_forward", "x", "w", "b")
    x, w, b = cache
    dy = as_gradient(dy, (len(x), len(w)), x, w)
    dx = (dy @ w).reshape(x.shape)
    dw = dy.T @ x.reshape(len(x), -1)
    db = None if b is None else dy.sum(axis=0)
    return dx, dw, db


# ---- appendix How the kit is built: Fully connected ----
@dataclass(frozen=True, repr=False)
class Linear(Layer):
    """A fully connected layer (FC): x (N,D), or (N,C,H,W) read as rows -> y (N,units)."""

    units: int
    _: KW_ONLY
    bias: bool = True
    param_names = ("weight", "bias")
    _forward = staticmethod(linear_forward)
    _backward = staticmethod(linear_backward)

    def __post_init__(self):  # checks; the fields keep what was given
        as_int(self.units, "units", least=1)
        as_bool(self.bias, "bias")

    def out_shape(self, in_shape):
        return self.param_shapes(in_shape)["weight"][:1]

    def param_shapes(self, in_shape):
        units = int(self.units)
        in_shape = as_shape(in_shape)
        weight = units, prod(in_shape)
        check_linear((1, *in_shape), weight)
        return {"weight": weight, "bias": (units,)} if self.bias else {"weight": weight}

    def macs(self, in_shape):
        return prod(self.param_shapes(in_shape)["weight"])


@dataclass(frozen=True, repr=False)
class Flatten(Layer):
    """Each example as one row: x (N,C,H,W) -> y (N,C*H*W), a view of x."""

    def out_shape(self, in_shape):
        return (prod(as_shape(in_shape, least=1)),)

    def _forward(self, x):
        return x.reshape(len(x), -1), x.shape

    def _backward(self, dy, x_shape):
        return dy.reshape(x_shape)
