"""Convolution by plain loops: slow, and the reference for everything faster.

Built in 02_arithmetic_of_space and 03_convolution_as_code. Made by tools/tangle.py: edit the chapter, not this file.
"""

import numpy as np

from cs231n_kit.backend import result_dtype
from cs231n_kit.shapes import as_pair
from cs231n_kit.sizing import dilated_size

__all__ = ["conv_at", "dilate", "forward", "backward"]


# ---- 02 Convolution: the arithmetic of space: Exercise: one output ----
def conv_at(x, w, b, row, col, stride=1, pad=0):
    """Returns one output number of a CONV layer: window times w, summed up, plus b.

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
                inside = 0 <= i < H and 0 <= j < W
                cell = x[c, i, j] if inside else 0  # padding
                total = total + cell * w[c, u, v]
    return total


# ---- 03 Convolution as code: Exercise: how many copies ----
def dilate(w, dilation):
    """Returns filters with zeros between their cells: w (K,C,F,F) -> (K,C,E,E).

    E = (F - 1) * dilation + 1. dilation is a number or (rows, columns).
    """
    d_h, d_w = as_pair(dilation)
    K, C, F_h, F_w = w.shape
    E_h, E_w = dilated_size(F_h, d_h), dilated_size(F_w, d_w)
    spread = np.zeros_like(w, shape=(K, C, E_h, E_w))
    spread[:, :, ::d_h, ::d_w] = w
    return spread


# ---- 03 Convolution as code: Exercise: a layer as one product ----
def forward(x, w, b, grid, groups=1):
    """Returns (y, cache): a CONV layer by plain loops, with windows where the grid says.

    x (N,C,H,W), w (K,C/groups,F,F), b (K,) or None -> y (N,K,H',W').
    groups is the number of groups, grid a WindowGrid. Source: notes, Convolutional Layer.
    """
    y = np.empty((len(x), len(w), *grid.out), dtype=result_dtype(x, w, b), like=x)
    (H, W), (S_h, S_w), (d_h, d_w) = grid.image, grid.stride, grid.dilation
    top, left = grid.before
    depth, share = w.shape[1], len(w) // groups  # channels per filter, filters per group
    for n, k, row, col in np.ndindex(y.shape):
        first = k // share * depth
        total = 0 if b is None else b[k]
        for c, u, v in np.ndindex(w.shape[1:]):
            i, j = row * S_h - top + u * d_h, col * S_w - left + v * d_w
            inside = 0 <= i < H and 0 <= j < W
            cell = x[n, first + c, i, j] if inside else 0  # padding
            total = total + cell * w[k, c, u, v]
        y[n, k, row, col] = total
    return y, (x, w, b, grid, groups)


# ---- 03 Convolution as code: Exercise: a layer, backwards ----
def backward(dy, cache):
    """Returns the gradients of a CONV layer, by plain loops.

    dy (N,K,H',W') -> dx like x, dw like w, and db (K,), or None if there is no bias.
    """
    x, w, b, grid, groups = cache
    dtype = result_dtype(dy, x, w)
    dx, dw = np.zeros_like(x, dtype=dtype), np.zeros_like(w, dtype=dtype)
    (H, W), (S_h, S_w), (d_h, d_w) = grid.image, grid.stride, grid.dilation
    top, left = grid.before
    depth, share = w.shape[1], len(w) // groups
    for n, k, row, col in np.ndindex(dy.shape):
        first = k // share * depth
        for c, u, v in np.ndindex(w.shape[1:]):
            i, j = row * S_h - top + u * d_h, col * S_w - left + v * d_w
            cell = 0  # padding
            if 0 <= i < H and 0 <= j < W:  # y read x[n, first + c, i, j] here
                dx[n, first + c, i, j] += dy[n, k, row, col] * w[k, c, u, v]
                cell = x[n, first + c, i, j]
            dw[k, c, u, v] += dy[n, k, row, col] * cell
    db = None if b is None else dy.sum(axis=(0, 2, 3), dtype=dtype)
    return dx, dw, db
