"""The drawings of surgery: a CONV layer as the matrix of an FC layer, and the cells that a crop and one pass share."""

import numpy as np

from .drawing import INPUT, WEIGHT, Drawing, Row, line, text

SIDE = 26  # of a cell with a number
EQUAL = "rgba(22,150,90,.6)"  # stronger than the others, so that it stands out on a dark page, too
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def conv_as_matrix(W, F):
    """Draw the matrix of a CONV layer with one FxF filter on a WxW image: each row has the filter's letters once."""
    out, top, left = W - F + 1, 66, 96
    parts = [text(left, 18, f"the {W}·{W} pixels, row by row", "start")]
    for j in range(W * W):
        x = left + SIDE * j + 8 * (j // W)
        parts.append(square(x, 30, SIDE, INPUT))
    for i in range(out * out):
        y, (row, column) = top + (SIDE + 6) * i, divmod(i, out)
        parts.append(text(2, y + 18, f"output {i + 1}", "start"))
        for j in range(W * W):
            x = left + SIDE * j + 8 * (j // W)
            u, v = j // W - row, j % W - column
            inside = 0 <= u < F and 0 <= v < F
            parts.append(square(x, y, SIDE, WEIGHT if inside else "none", faint=not inside))
            letter = LETTERS[u * F + v] if inside else "0"
            parts.append(text(x + SIDE / 2, y + 18, letter, opacity=1 if inside else 0.45))
    alt = (
        f"A matrix with a row for each of {out * out} outputs and a column for each of {W * W} pixels. Each row has "
        f"the {F * F} weights {LETTERS[0]} to {LETTERS[F * F - 1]} of the same filter, where its window stands, and "
        f"{W * W - F * F} zeros."
    )
    return Drawing(left + SIDE * W * W + 8 * (W - 1) + 2, top + (SIDE + 6) * out * out, parts, alt, smallest=15)


def touched_columns(layers, cells=8):
    """Draw, layer by layer, which columns next to a cut edge a zero of the padding touches.

    layers are "CONV", 3x3 with padding 1, and "POOL", 2x2. The cells are the first of a row, from the edge inwards.
    """
    label, rows, touched = 66, [], 0
    for layer in layers:
        touched = touched + 1 if layer == "CONV" else (touched + 1) // 2
        rows.append((layer, touched))
    edge = label + SIDE * 2 + 1
    parts = [text(edge - 4, 14, "zeros", "end"), text(edge + 6, 14, "the crop →", "start")]
    parts.append(line(edge, 2, edge, 22 + 24 * len(rows), stroke_width=2))
    for i, (layer, count) in enumerate(rows):
        y = 22 + 24 * i
        bold = "bold" if layer == "POOL" else "normal"
        parts.append(text(2, y + 16, layer, "start", font_weight=bold))
        parts.append(square(label + SIDE, y, 20, "none", faint=True))
        parts.append(text(label + SIDE + 10, y + 15, "0", opacity=0.6, font_size=15))
        for j in range(cells):
            parts.append(square(label + SIDE * (2 + j) + 6, y, 20, WEIGHT if j < count else "none", faint=j >= count))
        parts.append(text(label + SIDE * (2 + cells) + 12, y + 16, f"{count}", "start", font_weight=bold))
    said_rows = ", ".join(f"{layer} {count}" for layer, count in rows)
    alt = f"How many columns next to a cut edge are touched by a zero outside, layer by layer: {said_rows}."
    return Drawing(label + SIDE * (2 + cells) + 40, 26 + 24 * len(rows), parts, alt, smallest=15)


def equal_cells(grids):
    """Draw which cells of crops are equal in one pass over the whole image: grids is {title: bools (H,W)}."""
    return Row(*[one_crop(title, np.asarray(equal)) for title, equal in grids.items()])


def one_crop(title, equal):
    """Draw one crop's cells: those that are equal are filled and have a sign, the others are hatched by a dot."""
    (H, W), top = equal.shape, 30
    parts = [text(2, 18, title, "start", font_weight="bold")]
    for (i, j), same in np.ndenumerate(equal):
        x, y = 2 + SIDE * j, top + SIDE * i
        parts.append(square(x, y, SIDE - 2, EQUAL if same else WEIGHT, faint=not same))
        parts.append(text(x + SIDE / 2 - 1, y + 17, "=" if same else "≠", opacity=1 if same else 0.6))
    count = f"{equal.sum()} of {equal.size} equal"
    parts.append(text(2, top + SIDE * H + 18, count, "start"))
    rows, columns = (said(np.flatnonzero(equal.any(axis=axis)) + 1) for axis in (1, 0))
    where = f", in rows {rows} and columns {columns}" if equal.any() else ""
    return Drawing(max(2 + SIDE * W, 150), top + SIDE * H + 26, parts, f"{title}: {count}{where}.", smallest=15)


def said(numbers):
    """Say consecutive numbers: "4", or "4 to 7"."""
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]} to {numbers[-1]}"


def square(x, y, side, fill, faint=False):
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{side}" height="{side}" rx="3" fill="{fill}" stroke="currentColor" '
        f'stroke-width="1" stroke-opacity="{0.35 if faint else 1}"/>'
    )
