"""Pooling by slices, one for each cell of the window. Its grids have dilation 1.

Built in 04_pooling. Made by tools/tangle.py: edit the chapter, not this file.
"""

import numpy as np

from cs231n_kit.renamed import old_names

__all__ = ["max_windows", "sum_windows", "window_counts", "scatter_to_max", "max_only", "scatter_sum"]

__getattr__ = old_names(__name__)  # names of the first release still work


# ---- 04 Pooling: Four slices instead of 800,000 windows ----
def first_cells(x, grid, axis):
    """Returns two arrays (out,) along an axis, on the back end of x.

    For each window the index in the image of its first cell that is inside, and that
    cell's index in the window.
    """
    numbers = np.arange(grid.out[axis], like=x)
    corners = numbers * grid.stride[axis] - grid.before[axis]
    return np.maximum(corners, 0), np.maximum(-corners, 0)


def switch_dtype(size):
    """Returns the name of the smallest dtype that can number the cells of a window.

    size is (rows, columns). It is "uint8" up to 16x16.
    """
    F_h, F_w = size
    return np.min_scalar_type(F_h * F_w - 1).name


def max_windows(x, grid):
    """Returns each window's maximum and its switch, the number of the cell that held it.

    x (N,C,H,W) -> y (N,C,H',W') and switches (N,C,H',W'). The first of equals wins;
    a NaN wins over all, the last one if there are several.
    """
    (i, u), (j, v) = first_cells(x, grid, 0), first_cells(x, grid, 1)
    dtype = switch_dtype(grid.size)
    switches = np.empty((*x.shape[:2], *grid.out), dtype=dtype, like=x)
    switches[...] = u[:, None] * grid.size[1] + v
    # Each window starts from a cell of the image, so that padding never wins.
    y = x.take(i, axis=2).take(j, axis=3)
    for number, (_, _, windows, cells) in enumerate(grid.taps):
        part, best = x[cells], y[windows]
        better = part > best
        better |= part != part  # NaN is the one value that isn't itself
        np.maximum(best, part, out=best)
        # Cells come in order, so what wins has a larger number than all before it.
        held = switches[windows]
        np.maximum(held, better * held.dtype.type(number), out=held)
    return y, switches


# ---- 04 Pooling: The mean, and the root of the squares ----
def sum_windows(x, grid):
    """Returns each window's sum, as floats: x (N,C,H,W) -> (N,C,H',W')."""
    dtype = np.result_type(x.dtype, np.float32)
    total = np.zeros((*x.shape[:2], *grid.out), dtype=dtype, like=x)
    for _, _, windows, cells in grid.taps:
        total[windows] += x[cells]
    return total


def window_counts(grid, count_pad, like):
    """Returns how many cells each window's average is over, (H',W').

    count_pad=True counts the padding asked for, and never what fit="pad" adds. The
    array has the dtype and the back end of `like`.
    """
    counts = []
    for axis in (0, 1):
        first, end = grid.before[axis], grid.before[axis] + grid.image[axis]
        if count_pad:
            first, end = 0, end + grid.after[axis]
        start = np.arange(grid.out[axis]) * grid.stride[axis]
        stop = np.minimum(start + grid.size[axis], end)
        counts.append(stop - np.maximum(start, first))
    rows, columns = counts
    return np.asarray(rows[:, None] * columns, dtype=like.dtype, like=like)


# ---- 04 Pooling: Exercise: the way back through a maximum ----
def scatter_to_max(dy, switches, grid):
    """Returns dx (N,C,H,W): each gradient of dy (N,C,H',W') at the cell that won."""
    dx = np.zeros_like(dy, shape=(*dy.shape[:2], *grid.image))
    for number, (_, _, windows, cells) in enumerate(grid.taps):
        dx[cells] += np.where(switches[windows] == number, dy[windows], 0)
    return dx


# ---- 04 Pooling: What the switches cost ----
def max_only(x, grid):
    """Returns each window's maximum and no switches: x (N,C,H,W) -> y (N,C,H',W')."""
    (i, _), (j, _) = first_cells(x, grid, 0), first_cells(x, grid, 1)
    y = x.take(i, axis=2).take(j, axis=3)
    for _, _, windows, cells in grid.taps:
        np.maximum(y[windows], x[cells], out=y[windows])
    return y


# ---- 04 Pooling: Back through an average, and through a norm ----
def scatter_sum(dy, grid):
    """Returns dx: each gradient added to every cell of its window in the image.

    dy (N,C,H',W') -> dx (N,C,H,W).
    """
    dx = np.zeros_like(dy, shape=(*dy.shape[:2], *grid.image))
    for _, _, windows, cells in grid.taps:
        dx[cells] += dy[windows]
    return dx
