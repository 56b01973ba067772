"""Convolution as a matrix product: windows stretched into columns.

Built in 03_convolution_as_code. Made by tools/tangle.py: edit the chapter, not this file.
"""

from math import prod

import numpy as np

from cs231n_kit.backend import refuse_float16, require_wide, xp_of
from cs231n_kit.sizing import check_filters, check_gradient, conv_shape, extent, pair, sides

__all__ = ["place", "im2col", "forward", "cache_shapes", "workspace_size", "col2im", "backward"]


def place(in_shape, size, stride=1, pad=0, dilation=1, fit="crop"):
    """Place the windows on an image with its padding: in_shape (C,H,W).

    Gives the output's (rows, columns), the (height, width) of the image with zeros,
    and the cells: (u, v, what cell (u, v) of all windows meets: two slices).
    """
    C, H, W = in_shape
    _, rows, columns = conv_shape(in_shape, C, size, stride, pad, dilation, fit)
    (F_h, F_w), (S_h, S_w), (d_h, d_w) = pair(size), pair(stride), pair(dilation)
    top, _, left, _ = sides(pad)
    height = max(top + H, (rows - 1) * S_h + extent(F_h, d_h))
    width = max(left + W, (columns - 1) * S_w + extent(F_w, d_w))
    cells = []
    for u, v in np.ndindex(F_h, F_w):
        down = slice(u * d_h, u * d_h + (rows - 1) * S_h + 1, S_h)
        across = slice(v * d_w, v * d_w + (columns - 1) * S_w + 1, S_w)
        cells.append((u, v, down, across))
    return (rows, columns), (height, width), cells


def im2col(x, size, stride=1, pad=0, dilation=1, fit="crop"):
    """Stretch each window into a column: x (...,C,H,W) -> (...,C*F*F,H'*W').

    A column goes channel by channel, each read row by row; the windows go row by row.
    Source: notes, Implementation as Matrix Multiplication.
    """
    *front, C, H, W = x.shape
    out, frame, cells = place((C, H, W), size, stride, pad, dilation, fit)
    top, _, left, _ = sides(pad)
    framed = x
    if frame != (H, W):  # zeros all round
        framed = xp_of(x).zeros((*front, C, *frame), dtype=x.dtype)
        framed[..., top : top + H, left : left + W] = x
    x_col = xp_of(x).empty((*front, C, *pair(size), *out), dtype=x.dtype)
    for u, v, down, across in cells:
        x_col[..., u, v, :, :] = framed[..., down, across]
    return x_col.reshape(*front, C * len(cells), out[0] * out[1])


def forward(x, w, b, stride=1, pad=0, dilation=1, groups=1, fit="crop"):
    """Compute a CONV layer as a matrix product, one image after the other.

    x (N,C,H,W), w (K,C/groups,F,F), b (K,) or None -> y (N,K,H',W') and the cache.
    The other arguments are as in kernels.loops.
    Source: notes, Implementation as Matrix Multiplication.
    """
    xp = xp_of(x, w, b)
    require_wide(x, w, b)
    check_filters(x.shape, w.shape, None if b is None else b.shape, groups)
    N, K, size = len(x), len(w), w.shape[2:]
    out = conv_shape(x.shape[1:], K, size, stride, pad, dilation, fit)
    arrays = [array for array in (x, w, b) if array is not None]
    y = xp.empty((N, *out), dtype=xp.result_type(*arrays))
    w_row = w.reshape(groups, K // groups, -1)
    for n in range(N):
        x_col = im2col(x[n], size, stride, pad, dilation, fit)
        x_col = x_col.reshape(groups, w_row.shape[2], -1)  # a group's own rows
        y[n] = (w_row @ x_col).reshape(out)
        del x_col  # or it would wait for the next one to be made
    if b is not None:
        y += b[:, None, None]
    return y, (x, w, b, stride, pad, dilation, groups, fit)


def cache_shapes(x_shape, w_shape, stride=1, pad=0, dilation=1, groups=1, fit="crop"):
    """Name what is kept besides parameters: {name: (shape, what it is a view of)}."""
    return {"x": (tuple(x_shape), "input")}


def workspace_size(x_shape, w_shape, stride=1, pad=0, dilation=1, groups=1, fit="crop"):
    """Count the numbers that a forward pass needs room for: mostly one X_col."""
    _, C, H, W = x_shape
    out, frame, cells = place((C, H, W), w_shape[2:], stride, pad, dilation, fit)
    framed = 0 if frame == (H, W) else C * prod(frame)
    product = w_shape[0] * prod(out)
    # Beside X_col there is first the padded image, then the product.
    return C * len(cells) * prod(out) + max(framed, product)


def col2im(x_col, x_shape, size, stride=1, pad=0, dilation=1, fit="crop"):
    """Add the columns up in the windows that they came from, the reverse of im2col.

    x_col (...,C*F*F,H'*W') -> x_shape, (...,C,H,W). What falls on padding is dropped.
    """
    *front, C, H, W = x_shape
    out, frame, cells = place((C, H, W), size, stride, pad, dilation, fit)
    top, _, left, _ = sides(pad)
    x_col = x_col.reshape(*front, C, *pair(size), *out)
    framed = xp_of(x_col).zeros((*front, C, *frame), dtype=x_col.dtype)
    for u, v, down, across in cells:
        framed[..., down, across] += x_col[..., u, v, :, :]
    return framed[..., top : top + H, left : left + W]


def backward(dy, cache):
    """Compute the gradients of a CONV layer by matrix products, image by image.

    dy (N,K,H',W') -> dx like x, dw like w, and db (K,), or None if there is no bias.
    """
    x, w, b, stride, pad, dilation, groups, fit = cache
    xp = xp_of(dy, x, w)
    refuse_float16(dy)
    N, K, size = len(x), len(w), w.shape[2:]
    how = (size, stride, pad, dilation, fit)
    check_gradient(dy.shape, (N, *conv_shape(x.shape[1:], K, *how)))
    dtype = xp.result_type(dy, x, w)
    w_row = w.reshape(groups, K // groups, -1)
    dx, dw_row = xp.empty(x.shape, dtype=dtype), xp.zeros(w_row.shape, dtype=dtype)
    for n in range(N):
        dy_row = dy[n].reshape(groups, K // groups, -1)
        x_col = im2col(x[n], *how).reshape(groups, w_row.shape[2], -1)
        dw_row += dy_row @ x_col.swapaxes(1, 2)
        del x_col  # dx_col is as large: one of them at a time
        dx_col = w_row.swapaxes(1, 2) @ dy_row
        dx[n] = col2im(dx_col, x.shape[1:], *how)
        del dx_col
    db = None if b is None else dy.sum(axis=(0, 2, 3), dtype=dtype)
    return dx, dw_row.reshape(w.shape), db
