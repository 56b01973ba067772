"""The fully connected layer.

Built in 01_overview. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import dataclass
from math import prod

from cs231n_kit.backend import refuse_float16, require_wide, xp_of
from cs231n_kit.layers.base import Buffer, Layer, check_params, parameter_buffers, require_cache
from cs231n_kit.sizing import check_gradient, whole

__all__ = ["check_linear", "linear_forward", "linear_backward", "Linear"]


def check_linear(x_shape, w_shape, b_shape=None):
    """Refuse weights that don't suit their input: x (N,D) or (N,C,H,W), w (out,D), b (out,)."""
    x_shape, w_shape = tuple(x_shape), tuple(w_shape)
    if len(x_shape) not in (2, 4):
        raise ValueError(f"x must be (N,D) or (N,C,H,W); got {x_shape}; one is x[None].")
    if len(w_shape) != 2:
        raise ValueError(f"w must be (out,in); got {w_shape}.")
    if min(x_shape + w_shape) < 1:
        raise ValueError(f"No size may be below 1; got x {x_shape} and w {w_shape}.")
    D = prod(x_shape[1:])
    if w_shape[1] != D:
        given = f"x {x_shape} has {D} numbers an example"
        raise ValueError(f"{given}, so w must be (out,{D}); got {w_shape}.")
    if b_shape is not None and tuple(b_shape) != w_shape[:1]:
        given = f"got {tuple(b_shape)}"
        raise ValueError(f"One bias a neuron: b must be {w_shape[:1]}; {given}.")


def linear_forward(x, w, b=None):
    """Compute an FC layer: each output is a weighted sum of a whole example.

    x (N,D) or (N,C,H,W), which is read as (N,C*H*W); w (out,in), b (out,) or None
    -> y (N,out) and the cache. ValueError for shapes that don't suit.
    Source: notes, Fully-connected layer.
    """
    xp_of(x, w, b)  # an error if they are on different devices
    require_wide(x, w, b)
    check_linear(x.shape, w.shape, None if b is None else b.shape)
    y = x.reshape(len(x), -1) @ w.T
    if b is not None:
        y = y + b
    return y, (x, w, b)


def linear_backward(dy, cache):
    """Compute gradients: dy (N,out) -> dx like x, dw (out,in), db (out,) or None."""
    x, w, b = cache
    xp_of(dy, x, w)
    refuse_float16(dy)
    check_gradient(dy.shape, (len(x), len(w)))
    dx = (dy @ w).reshape(x.shape)
    dw = dy.T @ x.reshape(len(x), -1)
    db = None if b is None else dy.sum(axis=0)
    return dx, dw, db


@dataclass(frozen=True)
class Linear(Layer):
    """Connect fully (FC): x (N,D), or (N,C,H,W) read as rows -> y (N,units)."""

    units: int
    bias: bool = True

    def out_shape(self, in_shape):
        return self.param_shapes(in_shape)["weight"][:1]

    def param_shapes(self, in_shape):
        units = whole(self.units, "units")
        shapes = {"weight": (units, prod(in_shape)), "bias": (units,)}
        check_linear((1, *in_shape), shapes["weight"])
        return shapes if self.bias else {"weight": shapes["weight"]}

    def cache_shapes(self, in_shape, *, n=1, dtype="float32", kernel=None):
        x = {"x": Buffer((n, *in_shape), dtype, "input")}
        return x | parameter_buffers(self, in_shape, dtype)

    def workspace_bytes(self, in_shape, *, n=1, dtype="float32", kernel=None):
        sums = Buffer((n, self.units), dtype)  # y before the bias is added
        return sums.nbytes if self.bias else 0

    def macs(self, in_shape):
        return prod(self.param_shapes(in_shape)["weight"])

    def forward(self, x, params, state, *, train=False, keep=True, rng=None):
        check_params(self, x, params)
        y, cache = linear_forward(x, params["weight"], params.get("bias"))
        return y, cache if keep else None, state

    def backward(self, dy, cache):
        dx, dw, db = linear_backward(dy, require_cache(cache))
        return dx, {"weight": dw, "bias": db} if self.bias else {"weight": dw}
