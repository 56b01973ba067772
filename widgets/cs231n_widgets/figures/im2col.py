"""The drawing of im2col: an image, its windows stretched into the columns of a matrix."""

import numpy as np

from cs231n_kit.kernels.im2col import im2col
from cs231n_kit.sizing import out_size

from .drawing import INPUT, OUTPUT, WEIGHT, Drawing, cell, line, text

STEP = 46  # from one cell to the next


def _grid(values, left, top, fill):
    """Draw a matrix, cell by cell."""
    return [
        cell(left + j * STEP, top + i * STEP, value, fill)
        for i, row in enumerate(values)
        for j, value in enumerate(row)
    ]


def _frame(left, top, columns, rows):
    """Draw a thick frame round cells."""
    return (
        f'<rect x="{left - 3:g}" y="{top - 3:g}" width="{columns * STEP + 4:g}" height="{rows * STEP + 4:g}" rx="6" '
        'fill="none" stroke="currentColor" stroke-width="3"/>'
    )


def stretched_windows(x, w, window=0):
    """Draw an image x (H,W), its windows as columns, and the product with the stretched filter w (F,F).

    One window, counted row by row from 0, is framed in the image, in the matrix and in the result.
    """
    x, w = np.array(x), np.array(w)
    (H, W), F = x.shape, len(w)
    x_col, w_row = im2col(x[None], F), w.ravel()
    product, columns = w_row @ x_col, out_size(W, F)
    left, top = max(F * F, W) * STEP + 60, 26  # where X_col begins
    below = top + F * F * STEP + 42  # where the filter and the product stand
    parts = [text(0, top - 10, f"image, {W}×{H}", "start")]
    parts += _grid(x, 3, top, INPUT)
    parts += [text(left, top - 10, f"X_col, {F * F}×{len(product)}", "start")]
    parts += _grid(x_col, left, top, INPUT)
    parts += [text(0, below - 12, f"W_row, 1×{F * F}", "start"), *_grid([w_row], 3, below, WEIGHT)]
    parts += [text(left, below - 12, f"W_row · X_col, 1×{len(product)}", "start")]
    parts += _grid([product], left, below, OUTPUT)
    row, column = divmod(window, columns)
    parts.append(_frame(column * STEP + 3, top + row * STEP, F, F))
    parts += [_frame(left + window * STEP, top, 1, F * F), _frame(left + window * STEP, below, 1, 1)]
    middle = top + (row + F / 2) * STEP
    parts.append(line(3 + (column + F) * STEP, middle, left + window * STEP - 4, middle, opacity=0.6))
    alt = (
        f"An image of {W}×{H} numbers, {x.tolist()}. Each of its {len(product)} windows of {F}×{F} is a "
        f"column of the matrix X_col, {x_col.tolist()}. The filter, stretched into the row {w_row.tolist()}, "
        f"times X_col gives {product.tolist()}, a number for each window. Window {window} is framed in all of them."
    )
    return Drawing(left + len(product) * STEP + 4, below + STEP + 4, parts, alt)
