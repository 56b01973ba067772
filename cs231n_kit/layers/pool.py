"""Pooling layers.

Built in 04_pooling and appendix_kit. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import KW_ONLY, dataclass

import numpy as np

from cs231n_kit.backend import as_float, backend_of
from cs231n_kit.kernels import pooling
from cs231n_kit.kernels.windows import WindowGrid
from cs231n_kit.layers.base import Layer
from cs231n_kit.shapes import (
    as_bool,
    as_fit,
    as_gradient,
    as_pads,
    as_pair,
    check_cache,
    check_pool_pad,
    check_volume,
    check_volumes,
)

__all__ = [
    "max_pool_forward",
    "avg_pool_forward",
    "l2_pool_forward",
    "max_pool_backward",
    "avg_pool_backward",
    "l2_pool_backward",
    "global_avg_pool_forward",
    "global_avg_pool_backward",
    "MaxPool2d",
    "AvgPool2d",
    "L2Pool2d",
    "GlobalAvgPool2d",
]


# ---- 04 Pooling: Four slices instead of 800,000 windows ----
def pool_grid(in_shape, size, stride=None, pad=0, fit="crop"):
    """Returns the WindowGrid on a volume (C,H,W); stride None means stride = size.

    pad and fit are as in WindowGrid.of. ValueError if the windows don't fit, or if one
    could stand on padding only.
    """
    grid = WindowGrid.of(in_shape, size, size if stride is None else stride, pad, 1, fit)
    check_pool_pad(grid)
    return grid


def max_pool_forward(x, size, stride=None, pad=0, fit="crop"):
    """Returns (y, cache): max pooling, the largest number of each window of each slice.

    x (N,C,H,W) -> y (N,C,H',W'). stride None means stride = size; pad and fit are as in
    WindowGrid.of, and padding never wins. ValueError if the windows don't fit.
    The cache is (switches, grid). Source: notes, Pooling Layer.
    """
    check_volumes(x)
    grid = pool_grid(x.shape[1:], size, stride, pad, fit)
    y, switches = pooling.max_windows(x, grid)
    return y, (switches, grid)


# ---- 04 Pooling: Exercise: the way back through a maximum ----
def max_pool_backward(dy, cache):
    """Returns dx: each gradient at the cell that won; dy (N,C,H',W') -> dx (N,C,H,W)."""
    check_cache(cache, "max_pool_forward", "switches", "grid")
    switches, grid = cache
    dy = as_gradient(dy, switches.shape, switches)
    return pooling.scatter_to_max(dy, switches, grid)


# ---- 04 Pooling: The mean, and the root of the squares ----
def avg_pool_forward(x, size, stride=None, pad=0, fit="crop", count_pad=True):
    """Returns (y, cache): average pooling, the mean of each window of each slice.

    x (N,C,H,W) -> y (N,C,H',W'). The settings are as in max_pool_forward. Padding counts
    as zeros, or with count_pad=False not at all. Source: notes, Pooling Layer.
    """
    count_pad = as_bool(count_pad, "count_pad")
    check_volumes(x)
    grid = pool_grid(x.shape[1:], size, stride, pad, fit)
    y = pooling.sum_windows(x, grid)
    y /= pooling.window_counts(grid, count_pad, y)
    return y, (backend_of(x), y.shape, grid, count_pad)


# ---- 04 Pooling: Back through an average, and through a norm ----
def avg_pool_backward(dy, cache):
    """Returns dx: each gradient in equal shares; dy (N,C,H',W') -> dx (N,C,H,W)."""
    names = "backend", "y_shape", "grid", "count_pad"
    check_cache(cache, "avg_pool_forward", *names)
    backend, y_shape, grid, count_pad = cache
    dy = as_gradient(dy, y_shape, backend)
    share = dy / pooling.window_counts(grid, count_pad, dy)
    return pooling.scatter_sum(share, grid)


# ---- 04 Pooling: The mean, and the root of the squares ----
def l2_pool_forward(x, size, stride=None, pad=0, fit="crop"):
    """Returns (y, cache): L2 pooling, the root of the sum of the squares of each window.

    x (N,C,H,W) -> y (N,C,H',W'). The settings are as in max_pool_forward. The cache is
    (x, y, grid). Source: notes, Pooling Layer.
    """
    check_volumes(x)
    grid = pool_grid(x.shape[1:], size, stride, pad, fit)
    x = as_float(x)
    y = pooling.sum_windows(x * x, grid)
    np.sqrt(y, out=y)
    return y, (x, y, grid)


# ---- 04 Pooling: Exercise: the way back through a norm ----
def l2_pool_backward(dy, cache):
    """Returns dx: each gradient in shares of x/y; dy (N,C,H',W') -> dx (N,C,H,W)."""
    check_cache(cache, "l2_pool_forward", "x", "y", "grid")
    x, y, grid = cache
    dy = as_gradient(dy, y.shape, y)
    # y is 0 where all x are 0, or too small to be squared: divide by any number but 0.
    safe = np.where(y == 0, 1, y)
    return x * pooling.scatter_sum(dy / safe, grid)


# ---- 04 Pooling: "Average pooling has fallen out of favour" ----
def global_avg_pool_forward(x):
    """Returns (y, cache): the average of each depth slice; x (N,C,H,W) -> y (N,C).

    Source: Lin and others, 2013.
    """
    check_volumes(x)
    y = x.mean(axis=(2, 3), dtype=np.result_type(x.dtype, np.float32))
    return y, (backend_of(x), x.shape)


def global_avg_pool_backward(dy, cache):
    """Returns dx: each gradient shared by its slice; dy (N,C) -> dx (N,C,H,W)."""
    check_cache(cache, "global_avg_pool_forward", "backend", "x_shape")
    backend, (N, C, H, W) = cache
    dy = as_gradient(dy, (N, C), backend)
    share = dy / (H * W)
    dx = np.empty((N, C, H, W), dtype=share.dtype, like=share)
    dx[...] = share[:, :, None, None]
    return dx


# ---- appendix How the kit is built: Pooling layers ----
@dataclass(frozen=True, repr=False)
class _Pool2d(Layer):
    """What the pooling layers share: a window, and no parameters."""

    size: int | tuple = 2
    _: KW_ONLY
    stride: int | tuple | None = None
    pad: int | tuple = 0
    fit: str = "crop"

    def __post_init__(self):  # checks; the fields keep what was given
        as_pair(self.size, "size", least=1)
        as_pair(1 if self.stride is None else self.stride, "stride", least=1)
        as_pads(self.pad)
        as_fit(self.fit)

    def hyper(self):
        """Returns (size, stride, pad, fit), as the pooling functions take them after x."""
        return self.size, self.stride, self.pad, self.fit

    def out_shape(self, in_shape):
        C, *_ = check_volume(in_shape, self)
        return C, *pool_grid(in_shape, *self.hyper()).out


@dataclass(frozen=True, repr=False)
class MaxPool2d(_Pool2d):
    """The largest number of each window: x (N,C,H,W) -> y (N,C,H',W')."""

    _backward = staticmethod(max_pool_backward)

    def _forward(self, x):
        return max_pool_forward(x, *self.hyper())

    def _run(self, x, params, state, *, keep, **mode):
        if keep:
            return super()._run(x, params, state, keep=keep, **mode)
        check_volumes(x)
        grid = pool_grid(x.shape[1:], *self.hyper())
        return pooling.max_only(x, grid), None, state  # no backward: no switches


@dataclass(frozen=True, repr=False)
class AvgPool2d(_Pool2d):
    """The average of each window: x (N,C,H,W) -> y (N,C,H',W')."""

    _: KW_ONLY
    count_pad: bool = True
    _backward = staticmethod(avg_pool_backward)

    def __post_init__(self):
        super().__post_init__()
        as_bool(self.count_pad, "count_pad")

    def _forward(self, x):
        return avg_pool_forward(x, *self.hyper(), self.count_pad)


@dataclass(frozen=True, repr=False)
class L2Pool2d(_Pool2d):
    """The root of each window's sum of squares: x (N,C,H,W) -> y (N,C,H',W')."""

    _backward = staticmethod(l2_pool_backward)

    def _forward(self, x):
        return l2_pool_forward(x, *self.hyper())


@dataclass(frozen=True, repr=False)
class GlobalAvgPool2d(Layer):
    """The average of each depth slice: x (N,C,H,W) -> y (N,C)."""

    _forward = staticmethod(global_avg_pool_forward)
    _backward = staticmethod(global_avg_pool_backward)

    def out_shape(self, in_shape):
        check_volume(in_shape, self)
        return (in_shape[0],)
