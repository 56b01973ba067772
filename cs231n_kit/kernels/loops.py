"""Convolution by plain loops: slow, and the reference for everything faster.

Built in 02_arithmetic_of_space and 03_convolution_as_code. Made by tools/tangle.py: edit the chapter, not this file.
"""

import numpy as np

from cs231n_kit.backend import refuse_float16, require_wide, xp_of
from cs231n_kit.sizing import check_filters, check_gradient, conv_shape, extent, pair, sides

__all__ = ["conv_at", "dilate", "forward", "cache_shapes", "workspace_size", "backward"]


def conv_at(x, w, b, row, col, stride=1, pad=0):
    """Compute one neuron of a CONV layer: window times w, summed up, plus b.

    x (C,H,W), w (C,F,F), b a number; row, col the place in the output -> a number.
    What lies outside x counts as zero. Source: notes, Convolutional Layer.
    """
    C, H, W = x.shape
    F_h, F_w = w.shape[1:]
    total = b
    for c in range(C):
        for u in range(F_h):
            for v in range(F_w):
                i = row * stride - pad + u
                j = col * stride - pad + v
                if 0 <= i < H and 0 <= j < W:  # everything else is padding
                    total = total + x[c, i, j] * w[c, u, v]
    return total


def dilate(w, dilation):
    """Spread a filter's cells apart by zeros: w (K,C,F,F) -> (K,C,E,E), E = extent(F)."""
    d_h, d_w = pair(dilation)
    K, C, F_h, F_w = w.shape
    E_h, E_w = extent(F_h, d_h), extent(F_w, d_w)
    spread = xp_of(w).zeros((K, C, E_h, E_w), dtype=w.dtype)
    spread[:, :, ::d_h, ::d_w] = w
    return spread


def forward(x, w, b, stride=1, pad=0, dilation=1, groups=1, fit="crop"):
    """Compute a CONV layer by plain loops.

    x (N,C,H,W), w (K,C/groups,F,F), b (K,) or None -> y (N,K,H',W') and the cache.
    stride and dilation are a number or (rows, columns); pad is one, two or four numbers
    (top, bottom, left, right); fit is as in sizing.windows. ValueError for shapes that
    don't suit. Source: notes, Convolutional Layer.
    """
    xp = xp_of(x, w, b)
    require_wide(x, w, b)
    check_filters(x.shape, w.shape, None if b is None else b.shape, groups)
    out = conv_shape(x.shape[1:], len(w), w.shape[2:], stride, pad, dilation, fit)
    arrays = [array for array in (x, w, b) if array is not None]
    y = xp.empty((len(x), *out), dtype=xp.result_type(*arrays))
    (S_h, S_w), (top, _, left, _) = pair(stride), sides(pad)
    depth, share = w.shape[1], len(w) // groups  # channels a filter, filters a group
    spread = dilate(w, dilation)
    for n, k, row, col in np.ndindex(y.shape):
        first = k // share * depth
        part = x[n, first : first + depth]
        bias = 0 if b is None else b[k]
        i, j = row * S_h - top, col * S_w - left
        y[n, k, row, col] = conv_at(part, spread[k], bias, i, j)
    return y, (x, w, b, stride, pad, dilation, groups, fit)


def cache_shapes(x_shape, w_shape, stride=1, pad=0, dilation=1, groups=1, fit="crop"):
    """Name what is kept besides parameters: {name: (shape, what it is a view of)}."""
    return {"x": (tuple(x_shape), "input")}


def workspace_size(x_shape, w_shape, stride=1, pad=0, dilation=1, groups=1, fit="crop"):
    """Count the numbers that a forward pass needs room for: the dilated filters."""
    (K, C, F_h, F_w), (d_h, d_w) = w_shape, pair(dilation)
    return K * C * extent(F_h, d_h) * extent(F_w, d_w)


def backward(dy, cache):
    """Compute the gradients of a CONV layer by plain loops.

    dy (N,K,H',W') -> dx like x, dw like w, and db (K,), or None if there is no bias.
    """
    x, w, b, stride, pad, dilation, groups, fit = cache
    xp = xp_of(dy, x, w)
    refuse_float16(dy)
    (N, _, H, W), (K, depth, F_h, F_w) = x.shape, w.shape
    out = conv_shape(x.shape[1:], K, (F_h, F_w), stride, pad, dilation, fit)
    check_gradient(dy.shape, (N, *out))
    dtype = xp.result_type(dy, x, w)
    dx, dw = xp.zeros(x.shape, dtype=dtype), xp.zeros(w.shape, dtype=dtype)
    (S_h, S_w), (d_h, d_w) = pair(stride), pair(dilation)
    top, _, left, _ = sides(pad)
    for n, k, row, col in np.ndindex(dy.shape):
        first = k // (K // groups) * depth
        for c, u, v in np.ndindex(w.shape[1:]):
            i, j = row * S_h - top + u * d_h, col * S_w - left + v * d_w
            if 0 <= i < H and 0 <= j < W:  # y read x[n, first + c, i, j] here
                dx[n, first + c, i, j] += dy[n, k, row, col] * w[k, c, u, v]
                dw[k, c, u, v] += dy[n, k, row, col] * x[n, first + c, i, j]
    db = None if b is None else dy.sum(axis=(0, 2, 3), dtype=dtype)
    return dx, dw, db
