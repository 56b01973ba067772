"""The locally connected layer: filters that are not shared.

Built in 03_convolution_as_code and appendix_kit. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import dataclass
from math import prod

from cs231n_kit.kernels.im2col import col2im, im2col
from cs231n_kit.kernels.windows import WindowGrid
from cs231n_kit.layers.conv import _ConvNd
from cs231n_kit.shapes import (
    as_gradient,
    as_operand,
    as_pair,
    check_cache,
    check_filters,
    check_local,
    check_volume,
    filters_of_a_place,
)
from cs231n_kit.sizing import conv_shape

__all__ = ["local_forward", "local_backward", "LocallyConnected2d"]


# ---- 03 Convolution as code: Adding up over a depth slice ----
def place_by_place(x, w, grid):
    """Returns windows (H'*W',N,C*F*F) and weights (H'*W',C*F*F,K), the places in front."""
    x_col = im2col(x, grid)
    _, window, places = x_col.shape
    weights = w.reshape(len(w), places, window).transpose(1, 2, 0)
    return x_col.transpose(2, 0, 1), weights


def local_forward(x, w, b=None, stride=1, pad=0, fit="crop"):
    """Returns (y, cache): a layer in which each neuron has weights of its own.

    x (N,C,H,W), w (K,H',W',C,F,F), b (K,H',W') or None -> y (N,K,H',W'). The settings are
    as in conv_forward. ValueError for shapes that don't go together.
    Source: Taigman and others, 2014.
    """
    x = as_operand(x, w=w, b=b)
    check_filters(x.shape, filters_of_a_place(w.shape))
    grid = WindowGrid.of(x.shape[1:], w.shape[4:], stride, pad, 1, fit)
    check_local(w.shape, None if b is None else b.shape, (len(w), *grid.out))
    windows, weights = place_by_place(x, w, grid)
    y = (windows @ weights).transpose(1, 2, 0).reshape(len(x), *w.shape[:3])
    return (y if b is None else y + b), (x, w, b, grid)


def local_backward(dy, cache):
    """Returns the gradients: dy (N,K,H',W') -> dx, dw and db like x, w and b."""
    check_cache(cache, "local_forward", "x", "w", "b", "grid")
    x, w, b, grid = cache
    dy = as_gradient(dy, (len(x), *w.shape[:3]), x, w)
    windows, weights = place_by_place(x, w, grid)
    dy_rows = dy.reshape(*dy.shape[:2], -1).transpose(2, 0, 1)  # (H'*W',N,K)
    dw = (dy_rows.swapaxes(1, 2) @ windows).swapaxes(0, 1).reshape(w.shape)
    dx_col = (dy_rows @ weights.swapaxes(1, 2)).transpose(1, 2, 0)
    dx = col2im(dx_col, x.shape, grid)
    db = None if b is None else dy.sum(axis=0)
    return dx, dw, db


# ---- appendix How the kit is built: CONV and locally connected layers ----
@dataclass(frozen=True, repr=False)
class LocallyConnected2d(_ConvNd):
    """A locally connected layer: a separate filter at each place of the output.

    (C,H,W) -> (filters,H',W'). It is a CONV layer without sharing; the settings are as
    in conv_forward.
    """

    _backward = staticmethod(local_backward)

    def out_shape(self, in_shape):
        check_volume(in_shape, self)
        K = int(self.filters)
        check_filters((1, *in_shape), (K, in_shape[0], *as_pair(self.size)))
        return conv_shape(in_shape, K, self.size, self.stride, self.pad, 1, self.fit)

    def param_shapes(self, in_shape):
        out = self.out_shape(in_shape)
        return self.as_params((*out, in_shape[0], *as_pair(self.size)), out)

    def fan_in(self, in_shape):
        return prod(self.param_shapes(in_shape)["weight"][3:])

    def _forward(self, x, w, b):
        return local_forward(x, w, b, self.stride, self.pad, self.fit)
