"""The still picture of SlidingFilter, for print and for viewers without JavaScript."""

import numpy as np

from cs231n_kit import sizing

from ..base import number
from ..svg import CELL, RULES, box, table, text

WIDE, GAP, NAME, TOP = 34, 30, 18, 26  # a cell of products, between parts, a slice's name, headings


def draw(widget):
    """Draw input, the filter in view, the products, their sums and the output: (width, height, style rules, body)."""
    s, at = widget.shape, widget.position
    padded = np.pad(widget.x, ((0, 0), (s["P"], s["P"]), (s["P"], s["P"])))
    rows, cols, F = padded.shape[1], padded.shape[2], s["F"]
    step = max(rows, F) * CELL + NAME + 8
    lefts = np.cumsum([2, cols * CELL + GAP, F * CELL + GAP, F * WIDE + 60 + GAP])
    k = at[0] if at else 0
    parts = [
        text(lefts[0], 14, f"Input x {s['W']}×{s['H']}×{s['D']}", "l t"),
        text(lefts[1], 14, f"Filter w[{k}]", "l t"),
        text(lefts[2], 14, "Products and their sums", "l t"),
        text(lefts[3], 14, f"Output y {s['W2']}×{s['H2']}×{s['K']}", "l t"),
    ]
    for c in range(s["D"]):
        parts.append(draw_slice(widget, c, padded[c], lefts, TOP + c * step))
    foot = TOP + s["D"] * step
    parts.append(draw_total(widget, k, lefts, foot))
    parts.append(draw_output(widget, lefts[3]))
    width = lefts[3] + max(s["W2"] * WIDE, 110) + 2
    height = max(foot + 56, TOP + s["K"] * (s["H2"] * CELL + NAME + 8))
    return width, height, RULES, "".join(parts)


def draw_slice(widget, c, padded, lefts, top):
    """Draw one depth slice: its input with the window, its filter, their products and the sum."""
    s, at, P, d = widget.shape, widget.position, widget.pad, widget.dilation
    rows, F, read = len(padded), s["F"], widget.readers
    span, middle = sizing.dilated_size(F, d), top + NAME + (max(len(padded), F) - F) * CELL / 2
    k, row, col = at or (0, 0, 0)
    i, j = row * s["S"], col * s["S"]
    taps = {(i + u * d, j + v * d) for u in range(F) for v in range(F)} if at else set()

    def kind(r, q):
        inside = P <= r < rows - P and P <= q < padded.shape[1] - P
        return f"{'z' if not inside else 'n' if (r, q) in taps else 'x'}{'' if read[r, q] else ' u'}"

    parts = [
        text(lefts[0], top + 12, f"x[{c}]", "l"),
        table(lefts[0], top + NAME, padded, kind),
        text(lefts[1], middle - 6, f"w[{k}, {c}]", "l"),
        table(lefts[1], middle, widget.w[k, c], lambda r, q: "w"),
    ]
    if at:
        window = padded[i : i + span : d, j : j + span : d]
        x, y = lefts[0] + j * CELL, top + NAME + i * CELL
        parts.append(box(x, y, span * CELL, span * CELL, "f"))
        parts.append(table(lefts[2], middle, window * widget.w[k, c], lambda r, q: "p", WIDE))
        sum_at = lefts[2] + F * WIDE + 50
        parts.append(text(sum_at, middle + F * CELL / 2 + 4, number((window * widget.w[k, c]).sum()), "r t"))
    return "".join(parts)


def draw_total(widget, k, lefts, top):
    """Draw the bias under the sums, a rule, and the output in view under it."""
    bias, right = widget.b[k], lefts[2] + widget.shape["F"] * WIDE + 50
    parts = [text(lefts[1], top + 14, f"b[{k}]", "l"), table(lefts[1], top + 20, [[bias]], lambda r, q: "w")]
    if widget.position:
        _, row, col = widget.position
        total = number(widget.output[k, row, col])
        sign = "−" if bias < 0 else "+"
        parts += [
            text(right, top + 14, f"bias {sign} {number(abs(bias))}", "r"),
            f'<path d="M{right - 120:g} {top + 22:g}H{right + 4:g}" stroke="currentColor"/>',
            text(right, top + 40, f"y[{k}, {row}, {col}] = {total}", "r t"),
        ]
    return "".join(parts)


def draw_output(widget, left):
    """Draw the activation maps under each other, the output in view framed."""
    s, at = widget.shape, widget.position
    if not at:
        return text(left, TOP + 12, "none", "l")
    parts, y = [], widget.output
    for k in range(s["K"]):
        top = TOP + k * (s["H2"] * CELL + NAME + 8)
        parts.append(text(left, top + 12, f"y[{k}]", "l"))
        parts.append(table(left, top + NAME, y[k], lambda r, q: "y", WIDE))
        if k == at[0]:
            parts.append(box(left + at[2] * WIDE, top + NAME + at[1] * CELL, WIDE, CELL, "h"))
    return "".join(parts)
