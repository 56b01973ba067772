"""Pooling layers.

Built in 04_pooling. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import dataclass
from math import prod

import numpy as np

from cs231n_kit.backend import refuse_float16, require_library, xp_of
from cs231n_kit.kernels import pooling
from cs231n_kit.layers.base import Buffer, Layer, require_cache
from cs231n_kit.sizing import check_gradient

__all__ = [
    "check_batch",
    "max_pool_forward",
    "avg_pool_forward",
    "l2_pool_forward",
    "max_pool_backward",
    "avg_pool_backward",
    "l2_pool_backward",
    "Pool2d",
    "MaxPool2d",
    "AvgPool2d",
    "L2Pool2d",
    "global_avg_pool_forward",
    "global_avg_pool_backward",
    "GlobalAvgPool2d",
]


def check_batch(x):
    """Refuse what is not a batch of volumes."""
    xp_of(x)  # an error if it is no array
    if x.dtype.kind not in "biuf":
        raise TypeError(f"x must hold real numbers; got {x.dtype}.")
    if x.ndim != 4 or 0 in x.shape:
        raise ValueError(f"x must be (N,C,H,W) with no size 0; got {x.shape}. One image alone is x[None].")


def max_pool_forward(x, size, stride=None, pad=0, fit="crop"):
    """Compute max pooling: the largest number of each window, slice by slice.

    x (N,C,H,W) -> y (N,C,H',W') and the cache. stride None means stride = size.
    Padding never wins. ValueError for sizes that don't suit. Source: notes, Pooling
    Layer.
    """
    check_batch(x)
    grid = pooling.lay(x.shape[1:], size, stride, pad, fit)
    y, switches = pooling.max_windows(x, grid)
    return y, (switches, grid)


def avg_pool_forward(x, size, stride=None, pad=0, fit="crop", count_pad=True):
    """Compute average pooling: the mean of each window, slice by slice.

    x (N,C,H,W) -> y (N,C,H',W') and the cache. Padding counts as zeros, or with
    count_pad=False not at all. ValueError for sizes that don't suit. Source: notes,
    Pooling Layer.
    """
    check_batch(x)
    refuse_float16(x)
    xp, grid = xp_of(x), pooling.lay(x.shape[1:], size, stride, pad, fit)
    y = pooling.sum_windows(x, grid)
    y /= pooling.divisors(xp, grid, count_pad, y.dtype)
    return y, (xp, y.shape, grid, count_pad)


def l2_pool_forward(x, size, stride=None, pad=0, fit="crop"):
    """Compute L2-norm pooling: the root of the sum of the squares of each window.

    x (N,C,H,W) -> y (N,C,H',W') and the cache. ValueError for sizes that don't suit.
    Source: notes, Pooling Layer.
    """
    check_batch(x)
    refuse_float16(x)
    grid, xp = pooling.lay(x.shape[1:], size, stride, pad, fit), xp_of(x)
    x = x.astype(xp.result_type(x, xp.float32), copy=False)
    y = pooling.sum_windows(x * x, grid)
    xp.sqrt(y, out=y)
    return y, (x, y, grid)


def max_pool_backward(dy, cache):
    """Send each gradient to the cell that won: dy (N,C,H',W') -> dx (N,C,H,W)."""
    switches, grid = cache
    xp_of(dy, switches)
    refuse_float16(dy)
    check_gradient(dy.shape, switches.shape)
    return pooling.route(dy, switches, grid)


def avg_pool_backward(dy, cache):
    """Share each gradient equally in its window: dy (N,C,H',W') -> dx (N,C,H,W)."""
    xp, shape, grid, count_pad = cache
    require_library(xp, dy)
    refuse_float16(dy)
    check_gradient(dy.shape, shape)
    counts = pooling.divisors(xp, grid, count_pad, dy.dtype)
    return pooling.spread(dy / counts, grid)


def l2_pool_backward(dy, cache):
    """Share each gradient by x/y in its window: dy (N,C,H',W') -> dx (N,C,H,W)."""
    x, y, grid = cache
    xp = xp_of(dy, y)
    refuse_float16(dy)
    check_gradient(dy.shape, y.shape)
    # y is 0 where all x are 0, or too small to be squared: divide by any number but 0.
    safe = xp.where(y == 0, 1, y)
    return x * pooling.spread(dy / safe, grid)


@dataclass(frozen=True)
class Pool2d(Layer):
    """Holds what the pooling layers share: a window, and no parameters."""

    size: int | tuple = 2
    stride: int | tuple | None = None
    pad: int | tuple = 0
    fit: str = "crop"

    def out_shape(self, in_shape):
        out = self.grid(in_shape).out  # speaks up if the sizes don't suit
        return in_shape[0], *out

    def grid(self, in_shape):
        """Lay the layer's windows over a volume (C,H,W)."""
        return pooling.lay(in_shape, self.size, self.stride, self.pad, self.fit)

    def forward(self, x, params, state, *, train=False, keep=True, rng=None):
        y, cache = self.apply(x, self.size, self.stride, self.pad, self.fit)
        return y, cache if keep else None, state

    def backward(self, dy, cache):
        return self.undo(dy, require_cache(cache)), {}


@dataclass(frozen=True)
class MaxPool2d(Pool2d):
    """Keep the largest number of each window: x (N,C,H,W) -> y (N,C,H',W')."""

    apply = staticmethod(max_pool_forward)
    undo = staticmethod(max_pool_backward)

    def forward(self, x, params, state, *, train=False, keep=True, rng=None):
        if keep:
            return super().forward(x, params, state)
        check_batch(x)
        return pooling.maxima(x, self.grid(x.shape[1:])), None, state

    def cache_shapes(self, in_shape, *, n=1, dtype="float32", kernel=None):
        out = (n, *self.out_shape(in_shape))
        return {"switches": Buffer(out, pooling.switch_dtype(self.size))}

    def workspace_bytes(self, in_shape, *, n=1, dtype="float32", kernel=None):
        C, rows, columns = self.out_shape(in_shape)
        # What y is taken from: its rows, with all columns. Comparing takes less.
        taken = n * C * rows * in_shape[2] * np.dtype(dtype).itemsize
        return taken + 2 * 8 * (rows + columns)  # two whole numbers say where from


@dataclass(frozen=True)
class AvgPool2d(Pool2d):
    """Average each window: x (N,C,H,W) -> y (N,C,H',W')."""

    count_pad: bool = True
    undo = staticmethod(avg_pool_backward)

    def apply(self, x, *sizes):
        return avg_pool_forward(x, *sizes, self.count_pad)

    def cache_shapes(self, in_shape, *, n=1, dtype="float32", kernel=None):
        self.out_shape(in_shape)  # speaks up if the sizes don't suit
        return {}

    def workspace_bytes(self, in_shape, *, n=1, dtype="float32", kernel=None):
        out = self.out_shape(in_shape)[1:]
        # The counts, and before them four whole numbers for each row, then column.
        return prod(out) * np.dtype(dtype).itemsize + 4 * 8 * max(out)


@dataclass(frozen=True)
class L2Pool2d(Pool2d):
    """Take the root of each window's sum of squares: x (N,C,H,W) -> y (N,C,H',W')."""

    apply = staticmethod(l2_pool_forward)
    undo = staticmethod(l2_pool_backward)

    def cache_shapes(self, in_shape, *, n=1, dtype="float32", kernel=None):
        x, y = (n, *in_shape), (n, *self.out_shape(in_shape))
        return {"x": Buffer(x, dtype, "input"), "y": Buffer(y, dtype, "output")}

    def workspace_bytes(self, in_shape, *, n=1, dtype="float32", kernel=None):
        return n * prod(in_shape) * np.dtype(dtype).itemsize  # the squares


def global_avg_pool_forward(x):
    """Average each depth slice to a number: x (N,C,H,W) -> y (N,C) and the cache.

    Source: Lin and others, 2013.
    """
    check_batch(x)
    refuse_float16(x)
    xp = xp_of(x)
    y = x.mean(axis=(2, 3), dtype=xp.result_type(x, xp.float32))
    return y, (xp, x.shape)


def global_avg_pool_backward(dy, cache):
    """Share each gradient equally in its slice: dy (N,C) -> dx (N,C,H,W)."""
    xp, shape = cache
    N, C, H, W = shape
    require_library(xp, dy)
    refuse_float16(dy)
    check_gradient(dy.shape, (N, C))
    share = dy / (H * W)
    dx = xp.empty(shape, dtype=share.dtype)
    dx[...] = share[:, :, None, None]
    return dx


@dataclass(frozen=True)
class GlobalAvgPool2d(Layer):
    """Average each depth slice to a number: x (N,C,H,W) -> y (N,C)."""

    def out_shape(self, in_shape):
        pooling.lay(in_shape, 1)  # speaks up if it is not a volume
        return (in_shape[0],)

    def cache_shapes(self, in_shape, *, n=1, dtype="float32", kernel=None):
        return {}

    def forward(self, x, params, state, *, train=False, keep=True, rng=None):
        y, cache = global_avg_pool_forward(x)
        return y, cache if keep else None, state

    def backward(self, dy, cache):
        return global_avg_pool_backward(dy, require_cache(cache)), {}
