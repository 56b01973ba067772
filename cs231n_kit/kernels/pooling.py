"""Pooling by slices, one for each cell of the window. Its grids have dilation 1.

Built in 04_pooling. Made by tools/tangle.py: edit the chapter, not this file.
"""

import numpy as np

from cs231n_kit.renamed import old_names

__all__ = ["max_windows", "keep_larger", "sum_windows", "window_counts", "scatter_to_max", "max_only", "scatter_sum"]

__getattr__ = old_names(__name__)  # names of the first release still work


# ---- 04 Pooling: Four slices instead of 800,000 windows ----
def first_cells(x, grid):
    """Returns the number of the first cell of each window that is in the image, (H',W')."""
    first = []
    for axis in (0, 1):
        numbers = np.arange(grid.out[axis], like=x)
        first.append(np.maximum(grid.before[axis] - numbers * grid.stride[axis], 0))
    rows, columns = first
    return rows[:, None] * grid.size[1] + columns


def lowest(dtype):
    """Returns a number that none of a dtype is below: -inf, a whole number, or False."""
    if dtype.kind == "f":
        return -np.inf
    return False if dtype.kind == "b" else np.iinfo(dtype).min


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
    shape, dtype = (*x.shape[:2], *grid.out), switch_dtype(grid.size)
    # Where nothing is better than the lowest number, the first cell of the image wins.
    y, switches = (np.empty(shape, dtype=kind, like=x) for kind in (x.dtype, dtype))
    y[...] = lowest(x.dtype)
    switches[...] = first_cells(x, grid)
    for number, (_, _, windows, cells) in enumerate(grid.taps):
        # A copy has no gaps, and is read faster.
        keep_larger(x[cells].copy(), number, y[windows], switches[windows])
    return y, switches


def keep_larger(part, number, best, held):
    """Puts a part's numbers into best, in place, where they are larger, and number into held."""
    better = part > best
    better |= part != part  # NaN is the one value that isn't itself
    np.maximum(best, part, out=best)
    # Cells come in order, so what wins has a larger number than all before it.
    np.maximum(held, better.view("uint8") * held.dtype.type(number), out=held)


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
def winners(switches, grid):
    """Returns the place of each window's winner, (N,C,H',W'), among all cells of x.

    The cells are counted as x.ravel() has them.
    """
    N, C, rows, columns = switches.shape
    (H, W), (F_h, F_w), (S_h, S_w) = grid.image, grid.size, grid.stride
    u, v = np.arange(F_h, like=switches), np.arange(F_w, like=switches)
    i = np.arange(rows, like=switches) * S_h - grid.before[0]
    j = np.arange(columns, like=switches) * S_w - grid.before[1]
    places = (u[:, None] * W + v).ravel().take(switches)  # from the window's corner on
    places += i[:, None] * W + j
    places += np.arange(N * C, like=switches).reshape(N, C, 1, 1) * (H * W)
    return places


def scatter_to_max(dy, switches, grid):
    """Returns dx (N,C,H,W): each gradient of dy (N,C,H',W') at the cell that won."""
    dx = np.zeros_like(dy, shape=(*dy.shape[:2], *grid.image), order="C")
    places = winners(switches, grid)
    if grid.size[0] > grid.stride[0] or grid.size[1] > grid.stride[1]:  # overlaps
        weights = dy.astype(float, order="C").ravel()  # as bincount takes them
        dx[...] = np.bincount(places.ravel(), weights, dx.size).reshape(dx.shape)
    else:
        dx.reshape(-1)[places] = dy
    return dx


# ---- 04 Pooling: What the switches cost ----
def max_only(x, grid):
    """Returns each window's maximum and no switches: x (N,C,H,W) -> y (N,C,H',W')."""
    y = np.empty((*x.shape[:2], *grid.out), dtype=x.dtype, like=x)
    y[...] = lowest(x.dtype)
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
