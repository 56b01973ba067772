"""Convolution as a matrix product: windows stretched into columns.

Built in 03_convolution_as_code. Made by tools/tangle.py: edit the chapter, not this file.
"""

import numpy as np

from cs231n_kit.backend import result_dtype
from cs231n_kit.kernels.windows import WindowGrid
from cs231n_kit.renamed import old_names

__all__ = ["im2col", "forward", "col2im", "backward"]

__getattr__ = old_names(__name__)  # names of the first release still work


# ---- 03 Convolution as code: Exercise: im2col ----
def im2col(x, size, stride=1, pad=0, dilation=1, fit="crop"):
    """Returns each window as a column: x (...,C,H,W) -> (...,C*F*F,H'*W').

    A column goes channel by channel, each read row by row; the windows go row by row.
    The settings are those of WindowGrid.of, and a grid may stand in place of size.
    Source: notes, Implementation as Matrix Multiplication.
    """
    *front, C, H, W = x.shape
    grid = WindowGrid.of((C, H, W), size, stride, pad, dilation, fit)
    (F_h, F_w), (rows, columns) = grid.size, grid.out
    x_col = np.zeros((*front, C, F_h, F_w, rows, columns), dtype=x.dtype, like=x)
    for u, v, windows, cells in grid.taps:
        x_col[..., u, v, :, :][windows] = x[cells]  # what lies in the padding stays 0
    return x_col.reshape(*front, C * F_h * F_w, rows * columns)


# ---- 03 Convolution as code: Exercise: a layer as one product ----
def forward(x, w, b, grid, groups=1):
    """Returns (y, cache): a CONV layer as a matrix product, one image after the other.

    x (N,C,H,W), w (K,C/groups,F,F), b (K,) or None -> y (N,K,H',W').
    Source: notes, Implementation as Matrix Multiplication.
    """
    N, K = len(x), len(w)
    y = np.empty((N, K, *grid.out), dtype=result_dtype(x, w, b), like=x)
    # By group: w_row (G,K/G,C/G*F*F) @ x_col (G,C/G*F*F,H'*W') -> (G,K/G,H'*W')
    w_row = w.reshape(groups, K // groups, -1)
    for n in range(N):
        x_col = im2col(x[n], grid).reshape(groups, w_row.shape[2], -1)
        y[n] = (w_row @ x_col).reshape(K, *grid.out)
        del x_col  # free it before the next image's is made
    if b is not None:
        y += b[:, None, None]
    return y, (x, w, b, grid, groups)


# ---- 03 Convolution as code: Exercise: col2im ----
def backward(dy, cache):
    """Returns the gradients of a CONV layer, by matrix products, image by image.

    dy (N,K,H',W') -> dx like x, dw like w, and db (K,), or None if there is no bias.
    """
    x, w, b, grid, groups = cache
    dtype = result_dtype(dy, x, w)
    w_row = w.reshape(groups, len(w) // groups, -1)
    dx = np.empty(x.shape, dtype=dtype, like=x)
    dw_row = np.zeros_like(w_row, dtype=dtype)
    for n in range(len(x)):
        dy_row = dy[n].reshape(*w_row.shape[:2], -1)
        x_col = im2col(x[n], grid).reshape(groups, w_row.shape[2], -1)
        dw_row += dy_row @ x_col.swapaxes(1, 2)
        del x_col  # dx_col is as large: one of them at a time
        dx_col = w_row.swapaxes(1, 2) @ dy_row
        dx[n] = col2im(dx_col, x.shape[1:], grid)
        del dx_col
    db = None if b is None else dy.sum(axis=(0, 2, 3), dtype=dtype)
    return dx, dw_row.reshape(w.shape), db


def col2im(x_col, x_shape, size, stride=1, pad=0, dilation=1, fit="crop"):
    """Returns the columns added up in the windows that they came from.

    x_col (...,C*F*F,H'*W') -> x_shape, (...,C,H,W). What falls on padding is dropped.
    It is im2col's backward pass, with the settings, or the grid, that im2col had.
    """
    *front, C, H, W = x_shape
    grid = WindowGrid.of((C, H, W), size, stride, pad, dilation, fit)
    x_col = x_col.reshape(*front, C, *grid.size, *grid.out)
    dx = np.zeros(x_shape, dtype=x_col.dtype, like=x_col)
    for u, v, windows, cells in grid.taps:
        dx[cells] += x_col[..., u, v, :, :][windows]
    return dx
