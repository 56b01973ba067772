"""Pooling by slices: one slice of the image for each cell of the window.

Built in 04_pooling. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import dataclass

import numpy as np

from cs231n_kit.backend import xp_of
from cs231n_kit.sizing import conv_shape, pair, sides

__all__ = [
    "Grid",
    "lay",
    "reach",
    "cells",
    "first_cells",
    "switch_dtype",
    "max_windows",
    "sum_windows",
    "divisors",
    "route",
    "maxima",
    "spread",
]


@dataclass(frozen=True)
class Grid:
    """Says where windows stand on an image; each entry is (rows, columns).

    The first window starts `before` cells outside the image, the next `stride` on.
    Each is `size` large, and `out` of them fit. `after` is padding at the far ends.
    """

    image: tuple
    size: tuple
    stride: tuple
    before: tuple
    after: tuple
    out: tuple


def lay(in_shape, size, stride=None, pad=0, fit="crop"):
    """Lay windows over a volume (C,H,W); stride None puts them side by side -> Grid.

    ValueError if the volume, the sizes or the padding don't suit.
    """
    if len(in_shape) != 3 or min(in_shape) < 1:
        given = tuple(in_shape)
        raise ValueError(f"Pooling reads (C,H,W), sizes from 1 on; got {given}.")
    F, S = pair(size), pair(size if stride is None else stride, "stride")
    out = conv_shape(in_shape, in_shape[0], F, S, pad, 1, fit)[1:]
    top, bottom, left, right = sides(pad)
    if max(top, bottom) >= F[0] or max(left, right) >= F[1]:
        raise ValueError(
            f"pad={pad} is too much for windows of {F[0]}x{F[1]}: one could stand on "
            "padding only, which has no maximum. Use less than the window's size."
        )
    return Grid(tuple(in_shape[1:]), F, S, (top, left), (bottom, right), out)


def reach(grid, axis, u):
    """Say which windows have their cell u inside, and what it meets: two slices."""
    W, S, before, out = (both[axis] for both in (grid.image, grid.stride, grid.before, grid.out))
    first = max(0, -((u - before) // S))  # (before - u)/S, rounded up
    last = min(out - 1, (W - 1 + before - u) // S)
    count, start = max(0, last - first + 1), first * S - before + u
    return slice(first, first + count), slice(start, start + count * S, S)


def cells(grid):
    """List a window's cells: (number, windows that have it inside, what it meets)."""
    F_h, F_w = grid.size
    for u, v in np.ndindex(F_h, F_w):
        rows, i = reach(grid, 0, u)
        columns, j = reach(grid, 1, v)
        yield u * F_w + v, (..., rows, columns), (..., i, j)


def first_cells(xp, grid, axis):
    """Find each window's first cell inside: where in the image, where in the window."""
    corners = xp.arange(grid.out[axis]) * grid.stride[axis] - grid.before[axis]
    return xp.maximum(corners, 0), xp.maximum(-corners, 0)


def switch_dtype(size):
    """Name the smallest type that can number a window's cells: uint8 up to 16x16."""
    F_h, F_w = pair(size)
    return np.min_scalar_type(F_h * F_w - 1).name


def max_windows(x, grid):
    """Find each window's maximum and its switch, the number of the cell that held it.

    x (N,C,H,W) -> y (N,C,H',W') and switches (N,C,H',W'). The first of equals wins;
    a NaN wins over all, the last one if there are several.
    """
    xp = xp_of(x)
    (i, u), (j, v) = first_cells(xp, grid, 0), first_cells(xp, grid, 1)
    switches = xp.empty((*x.shape[:2], *grid.out), dtype=switch_dtype(grid.size))
    switches[...] = u[:, None] * grid.size[1] + v
    y = x.take(i, axis=2).take(j, axis=3)
    for cell, windows, inputs in cells(grid):
        part, best = x[inputs], y[windows]
        better = part > best
        better |= part != part  # NaN is the one value that isn't itself
        xp.maximum(best, part, out=best)
        # Cells come in order, so what wins has a larger number than all before it.
        held = switches[windows]
        xp.maximum(held, better * held.dtype.type(cell), out=held)
    return y, switches


def sum_windows(x, grid):
    """Add up each window: x (N,C,H,W) -> (N,C,H',W'). Whole numbers become floats."""
    xp = xp_of(x)
    total = xp.zeros((*x.shape[:2], *grid.out), dtype=xp.result_type(x, xp.float32))
    for _, windows, inputs in cells(grid):
        total[windows] += x[inputs]
    return total


def divisors(xp, grid, count_pad, dtype):
    """Count the cells that each window's average is over -> (H',W').

    count_pad=True counts the padding asked for, and never what fit="pad" adds.
    """
    counts = []
    for axis in (0, 1):
        first, end = grid.before[axis], grid.before[axis] + grid.image[axis]
        if count_pad:
            first, end = 0, end + grid.after[axis]
        start = xp.arange(grid.out[axis]) * grid.stride[axis]
        stop = xp.minimum(start + grid.size[axis], end)
        counts.append((stop - xp.maximum(start, first)).astype(dtype))
    rows, columns = counts
    return rows[:, None] * columns


def route(dy, switches, grid):
    """Send each gradient to the cell that won: dy (N,C,H',W') -> dx (N,C,H,W)."""
    xp = xp_of(dy, switches)
    dx = xp.zeros((*dy.shape[:2], *grid.image), dtype=dy.dtype)
    for cell, windows, inputs in cells(grid):
        dx[inputs] += xp.where(switches[windows] == cell, dy[windows], 0)
    return dx


def maxima(x, grid):
    """Find each window's maximum and no more: x (N,C,H,W) -> y (N,C,H',W')."""
    xp = xp_of(x)
    (i, _), (j, _) = first_cells(xp, grid, 0), first_cells(xp, grid, 1)
    y = x.take(i, axis=2).take(j, axis=3)
    for _, windows, inputs in cells(grid):
        xp.maximum(y[windows], x[inputs], out=y[windows])
    return y


def spread(dy, grid):
    """Send each gradient to its whole window: dy (N,C,H',W') -> dx (N,C,H,W)."""
    dx = xp_of(dy).zeros((*dy.shape[:2], *grid.image), dtype=dy.dtype)
    for _, windows, inputs in cells(grid):
        dx[inputs] += dy[windows]
    return dx
