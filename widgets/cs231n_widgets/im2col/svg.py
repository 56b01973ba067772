"""The still picture of Im2col, for print and for viewers without JavaScript."""

import numpy as np

from ..svg import CELL, RULES, box, table, text

GAP, LABEL, BETWEEN, HEAD = 34, 30, 14, 42  # between the columns, beside X_col, between slices, a part's headings
COPY = {
    ".c": ("fill:#1d63b8", "fill:#7db5f5"),
    "rect.c + text": ("fill:#fff;font-weight:bold", "fill:#14181e"),
    ".q text": ("font-size:10px", "font-size:10px"),
    ".s": ("fill:#48566b;font-size:11px", "fill:#b4bdc9"),
}


def draw(widget):
    """Draw input and W_row on the left, X_col and Y on the right, the output below: (width, height, style, body)."""
    s, (rows, columns) = widget.shape, widget.x_col.shape
    field = s["W"] + 2 * s["P"]
    across = s["D"] * field * CELL + (s["D"] - 1) * BETWEEN
    right = 2 + max(across, (rows + 1) * CELL + 2 * BETWEEN, 150) + GAP + LABEL
    middle = HEAD + max(rows, s["H"] + 2 * s["P"]) * CELL + 24  # where W_row and Y begin
    below = middle + HEAD + s["K"] * CELL
    parts = [draw_input(widget), draw_columns(widget, right), draw_product(widget, right, middle)]
    parts.append(draw_output(widget, right, below))
    width = max(right + columns * CELL, right + s["K"] * (s["W2"] * CELL + BETWEEN), right + 190) + 2
    return width, below + HEAD + s["H2"] * CELL + 4, {**RULES, **COPY}, "".join(parts)


def heading(left, top, name, detail):
    return text(left, top + 14, name, "l t") + text(left, top + 30, detail, "l s")


def draw_input(widget):
    """Draw the padded input, channel beside channel, with the window and the chosen cell."""
    s, P, (_, row, col) = widget.shape, widget.pad, widget.position
    top, left, F = row * s["S"], col * s["S"], s["F"]
    copies = np.pad(widget.copies, ((0, 0), (P, P), (P, P)), constant_values=-1)  # -1: padding
    parts = [heading(2, 0, "Input x", f"{s['W']}×{s['H']}×{s['D']}")]
    for c, values in enumerate(np.pad(widget.x, ((0, 0), (P, P), (P, P)))):

        def kind(r, q, c=c):
            if copies[c, r, q] < 0:
                return "z"
            if widget.chosen == (c, r - P, q - P):
                return "c"
            unread = "" if copies[c, r, q] else " u"
            return ("n" if top <= r < top + F and left <= q < left + F else "x") + unread

        at = 2 + c * (len(values[0]) * CELL + BETWEEN)
        parts.append(table(at, HEAD, values, kind))
        parts.append(box(at + left * CELL, HEAD + top * CELL, F * CELL, F * CELL, "f"))
    return "".join(parts)


def draw_columns(widget, left):
    """Draw X_col, the column of the window in view framed."""
    (rows, columns), n, origins = widget.x_col.shape, widget.position[0], widget.origins
    own = np.ravel_multi_index(widget.chosen, widget.x.shape) + 1 if widget.chosen else -1

    def kind(r, q):
        if origins[r, q] == own:
            return "c"
        return "z" if not origins[r, q] else "n" if q == n else "x"

    size = rows // widget.shape["D"]
    labels = [text(left - LABEL, HEAD + c * size * CELL + 16, f"x[{c}]", "l") for c in range(widget.shape["D"])]
    return (
        heading(left, 0, "X_col", f"{rows}×{columns}: a column for each window")
        + "".join(labels)
        + table(left, HEAD, widget.x_col, kind)
        + box(left + n * CELL, HEAD, CELL, rows * CELL, "f")
    )


def draw_product(widget, right, top):
    """Draw W_row and b, and Y to the right of them."""
    (K, rows), n = widget.w_row.shape, widget.position[0]
    bias = 2 + rows * CELL + BETWEEN
    return "".join(
        [
            heading(2, top, "W_row", f"{K}×{rows}: a row for each filter"),
            table(2, top + HEAD - 6, widget.w_row, lambda r, q: "w"),
            text(bias + CELL / 2, top + 14, "b", "t"),
            table(bias, top + HEAD - 6, [[value] for value in widget.b], lambda r, q: "w"),
            heading(right, top, "Y = W_row · X_col + b", f"{K}×{widget.x_col.shape[1]}"),
            outputs(right, top, widget.product),
            box(right + n * CELL, top + HEAD - 6, CELL, K * CELL, "h"),
        ]
    )


def outputs(left, top, values):
    """Draw outputs in smaller type: they are the longest numbers."""
    return f'<g class="q">{table(left, top + HEAD - 6, values, lambda r, q: "y")}</g>'


def draw_output(widget, left, top):
    """Draw the output's maps side by side, the outputs of the window in view framed."""
    s, (_, row, col) = widget.shape, widget.position
    parts = [heading(left, top, "Output y", f"{s['W2']}×{s['H2']}×{s['K']}: Y, reshaped")]
    for k, values in enumerate(widget.product.reshape(s["K"], s["H2"], s["W2"])):
        at = left + k * (s["W2"] * CELL + BETWEEN)
        parts.append(outputs(at, top, values))
        parts.append(box(at + col * CELL, top + HEAD - 6 + row * CELL, CELL, CELL, "h"))
    return "".join(parts)
