"""The CONV layer, and the locally connected layer.

Built in 03_convolution_as_code. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import dataclass
from math import prod

import numpy as np

from cs231n_kit.backend import refuse_float16, require_wide, xp_of
from cs231n_kit.kernels.im2col import col2im, im2col, workspace_size
from cs231n_kit.kernels.registry import kernel as by_name
from cs231n_kit.kernels.registry import pick
from cs231n_kit.layers.base import Buffer, Layer, check_params, draw, parameter_buffers, require_cache
from cs231n_kit.sizing import check_filters, check_gradient, conv_shape, neurons, pair, whole

__all__ = [
    "check_local",
    "local_windows",
    "local_forward",
    "local_backward",
    "conv_forward",
    "conv_backward",
    "Filters",
    "Conv2d",
    "LocallyConnected2d",
]


def check_local(x_shape, w_shape, b_shape, stride, pad, fit):
    """Refuse weights that don't suit: x (N,C,H,W), w (K,H',W',C,F,F), b (K,H',W')."""
    if len(w_shape) != 6:
        given = tuple(w_shape)
        raise ValueError(f"w must be (K,H',W',C,F,F); got {given}.")
    one_place = (w_shape[0], *w_shape[3:])
    check_filters(x_shape, one_place)
    out = conv_shape(x_shape[1:], w_shape[0], w_shape[4:], stride, pad, 1, fit)
    if tuple(w_shape[:3]) != out or (b_shape is not None and tuple(b_shape) != out):
        given = f"w {tuple(w_shape)} and b {b_shape and tuple(b_shape)}"
        raise ValueError(f"The output is {out}; w and b must begin so. Got {given}.")


def local_windows(x, w, stride, pad, fit):
    """Give windows (H'*W',N,C*F*F) and weights (H'*W',C*F*F,K), place by place."""
    x_col = im2col(x, w.shape[-2:], stride, pad, 1, fit)
    _, window, places = x_col.shape
    weights = w.reshape(len(w), places, window).transpose(1, 2, 0)
    return x_col.transpose(2, 0, 1), weights


def local_forward(x, w, b, stride=1, pad=0, fit="crop"):
    """Compute a locally connected layer: each neuron has weights of its own.

    x (N,C,H,W), w (K,H',W',C,F,F), b (K,H',W') or None -> y (N,K,H',W') and a cache.
    ValueError for shapes that don't suit. Source: Taigman and others, 2014.
    """
    xp_of(x, w, b)
    require_wide(x, w, b)
    check_local(x.shape, w.shape, None if b is None else b.shape, stride, pad, fit)
    windows, weights = local_windows(x, w, stride, pad, fit)
    y = (windows @ weights).transpose(1, 2, 0).reshape(len(x), *w.shape[:3])
    return (y if b is None else y + b), (x, w, b, stride, pad, fit)


def local_backward(dy, cache):
    """Compute the gradients: dy (N,K,H',W') -> dx, dw and db like x, w and b."""
    x, w, b, stride, pad, fit = cache
    xp = xp_of(dy, x, w)
    refuse_float16(dy)
    check_gradient(dy.shape, (len(x), *w.shape[:3]))
    windows, weights = local_windows(x, w, stride, pad, fit)
    there = dy.reshape(*dy.shape[:2], -1).transpose(2, 0, 1)  # (H'*W',N,K)
    dw = (there.swapaxes(1, 2) @ windows).swapaxes(0, 1).reshape(w.shape)
    dx_col = (there @ weights.swapaxes(1, 2)).transpose(1, 2, 0)
    dx = col2im(dx_col, x.shape, w.shape[-2:], stride, pad, 1, fit)
    db = None if b is None else dy.sum(axis=0, dtype=xp.result_type(dy, x, w))
    return dx, dw, db


def conv_forward(x, w, b, stride=1, pad=0, dilation=1, groups=1, fit="crop"):
    """Compute a CONV layer, by the kernel that suits.

    x (N,C,H,W), w (K,C/groups,F,F), b (K,) or None -> y (N,K,H',W') and the cache.
    stride and dilation are a number or (rows, columns); pad is one, two or four
    numbers (top, bottom, left, right); fit is as in sizing.windows. ValueError for
    shapes that don't suit. Source: notes, Convolutional Layer.
    """
    xp_of(x, w, b)
    require_wide(x, w, b)
    check_filters(x.shape, w.shape, None if b is None else b.shape, groups)
    kernel = pick(x.shape, w.shape, stride, dilation, groups)
    y, kept = kernel.forward(x, w, b, stride, pad, dilation, groups, fit)
    return y, (kernel, kept)


def conv_backward(dy, cache):
    """Compute the gradients: dy (N,K,H',W') -> dx, dw and db like x, w and b."""
    kernel, kept = cache
    return kernel.backward(dy, kept)


class Filters(Layer):
    """Holds what layers of filters share: a "weight" and, if bias is True, a "bias"."""

    def check(self, in_shape):
        """Refuse what is not a volume (C,H,W)."""
        if len(in_shape) != 3 or min(in_shape) < 1:
            given = tuple(in_shape)
            raise ValueError(f"{self} reads (C,H,W), sizes from 1 on; got {given}.")

    def named(self, weight, bias):
        """Put what belongs to weight and bias under these names."""
        return {"weight": weight, "bias": bias} if self.bias else {"weight": weight}

    def cache_shapes(self, in_shape, *, n=1, dtype="float32", kernel=None):
        x = {"x": Buffer((n, *in_shape), dtype, "input")}
        return x | parameter_buffers(self, in_shape, dtype)

    def macs(self, in_shape):
        window = self.param_shapes(in_shape)["weight"][-3:]
        return neurons(self.out_shape(in_shape)) * prod(window)

    def forward(self, x, params, state, *, train=False, keep=True, rng=None):
        check_params(self, x, params)
        y, cache = self.apply(x, params["weight"], params.get("bias"))
        return y, cache if keep else None, state

    def backward(self, dy, cache):
        dx, dw, db = self.undo(dy, require_cache(cache))
        return dx, self.named(dw, db)


@dataclass(frozen=True)
class Conv2d(Filters):
    """Slide filters over volumes (CONV), as conv_forward: (C,H,W) -> (filters,H',W')."""

    filters: int
    size: int | tuple
    stride: int | tuple = 1
    pad: int | tuple = 0
    dilation: int | tuple = 1
    groups: int = 1
    bias: bool = True
    fit: str = "crop"
    undo = staticmethod(conv_backward)

    def how(self):
        return self.stride, self.pad, self.dilation, self.groups, self.fit

    def apply(self, x, w, b):
        return conv_forward(x, w, b, *self.how())

    def out_shape(self, in_shape):
        self.param_shapes(in_shape)  # speaks up if the input doesn't suit
        K, how = int(self.filters), (self.stride, self.pad, self.dilation, self.fit)
        return conv_shape(in_shape, K, self.size, *how)

    def param_shapes(self, in_shape):
        self.check(in_shape)
        K, groups = whole(self.filters, "filters"), whole(self.groups, "groups")
        weight = (K, in_shape[0] // max(1, groups), *pair(self.size))
        check_filters((1, *in_shape), weight, None, groups)
        return self.named(weight, (K,))

    def cache_shapes(self, in_shape, *, n=1, dtype="float32", kernel=None):
        said = self.ask("cache_shapes", in_shape, n, kernel).items()
        found = {name: Buffer(shape, dtype, of) for name, (shape, of) in said}
        return found | parameter_buffers(self, in_shape, dtype)

    def workspace_bytes(self, in_shape, *, n=1, dtype="float32", kernel=None):
        numbers = self.ask("workspace_size", in_shape, n, kernel)
        return numbers * np.dtype(dtype).itemsize

    def ask(self, question, in_shape, n, kernel):
        self.out_shape(in_shape)  # speaks up if the sizes don't suit
        x, w = (n, *in_shape), self.param_shapes(in_shape)["weight"]
        hyper = (self.stride, self.dilation, self.groups)
        found = by_name(kernel) if kernel else pick(x, w, *hyper)
        return getattr(found, question)(x, w, *self.how())


@dataclass(frozen=True)
class LocallyConnected2d(Filters):
    """Give each place filters of its own: x (N,C,H,W) -> y (N,filters,H',W').

    It is a CONV layer without sharing; the settings are as in local_forward.
    """

    filters: int
    size: int | tuple
    stride: int | tuple = 1
    pad: int | tuple = 0
    bias: bool = True
    fit: str = "crop"
    undo = staticmethod(local_backward)

    def apply(self, x, w, b):
        return local_forward(x, w, b, self.stride, self.pad, self.fit)

    def out_shape(self, in_shape):
        self.check(in_shape)
        K = whole(self.filters, "filters")
        check_filters((1, *in_shape), (K, in_shape[0], *pair(self.size)))
        how = (self.stride, self.pad, 1, self.fit)
        return conv_shape(in_shape, K, self.size, *how)

    def param_shapes(self, in_shape):
        out = self.out_shape(in_shape)
        return self.named((*out, in_shape[0], *pair(self.size)), out)

    def workspace_bytes(self, in_shape, *, n=1, dtype="float32", kernel=None):
        twice = (2 * self.filters, in_shape[0], *pair(self.size))  # y in two orders
        how = (self.stride, self.pad, 1, 1, self.fit)
        one_image = workspace_size((1, *in_shape), twice, *how)
        one_image -= neurons(self.out_shape(in_shape))  # one of them stays
        return n * one_image * np.dtype(dtype).itemsize  # all n are stretched at once

    def init(self, rng, in_shape, *, xp=np, dtype=np.float32):
        weight, *bias = self.param_shapes(in_shape).values()
        in_a_row = (neurons(weight[:3]), *weight[3:])  # fan-in is one window
        w = draw(rng, "weight", in_a_row, xp, dtype).reshape(weight)
        return self.named(w, bias and draw(rng, "bias", bias[0], xp, dtype)), {}
