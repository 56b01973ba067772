"""The still picture of BackpropConvolution, for print and for viewers without JavaScript."""

import numpy as np

from ..base import short
from ..svg import RULES as SHARED
from ..svg import box, number_text, text
from .messages import sentences, size_message

CELL, EDGE, GAP, TOP, LINE = 32, 16, 34, 36, 17  # a cell, row numbers, between tables, headings, a line of words
WRAP, NARROWEST = 92, 84  # letters in a line of words; a table is never narrower than its heading
RULES = SHARED | {
    ".s": ("fill:#5b6675;font-size:12px", "fill:#b4bdc9"),
    ".v": ("fill:#fce7e4", "fill:#3b1d1a"),
    ".here": ("fill:#1f7a3d", "fill:#7fd69b"),
    ".over": ("fill:#fff;font-weight:bold", "fill:#0b2414"),
    ".told": ("fill:#1d63b8", "fill:#7db5f5"),
    ".g": ("stroke:#1f7a3d;stroke-width:2;fill:none", "stroke:#7fd69b"),
    ".k": ("stroke:#c0392b;stroke-width:2;fill:none", "stroke:#f08d80"),
}


def draw(widget):
    """Draw the tables as they stand, and below them the words: (width, height, style rules, body)."""
    parts, wide, bottom = (draw_input if widget.view == "input" else draw_outputs)(widget)
    lines = [line for said in sentences(widget) for line in wrapped(said)]
    parts.insert(0, text(2, 12, size_message(widget), "l s"))
    parts += [text(2, bottom + n * LINE, line, "l") for n, line in enumerate(lines)]
    return max(wide, 640), bottom + len(lines) * LINE + 2, RULES, "".join(parts)


def draw_outputs(widget):
    """Draw input, filter and dy, and dx and dw below what they belong to: parts, width, bottom."""
    s, (row, col) = widget.shape, widget.position
    x_wide, w_wide = across(s["W"]), across(s["F"])
    lefts = 2, 2 + x_wide + GAP, 2 + x_wide + w_wide + 2 * GAP
    rows = max(s["H"], s["F"], s["H2"])
    tops = 24, 24 + TOP + s["H"] * CELL + 14
    window = {(one["r"], one["c"]) for one in widget.products() if (one["row"], one["col"]) == (row, col)}
    taps = {(one["u"], one["v"]) for one in widget.products() if (one["row"], one["col"]) == (row, col)}
    told = None if widget.view == "one" else widget.input_position

    def of_dx(at):
        return "u" if widget.readers[at] == 0 else "n" if at in window else "p"

    parts = [
        *table("Input x", widget.x, lefts[0], tops[0], lambda at: "n" if at in window else "x"),
        *table("Filter w", widget.w, lefts[1], tops[0], lambda at: "w" if at in taps else "v"),
        *table("dy", widget.gradient, lefts[2], tops[0], lambda at: "here" if at == (row, col) else "y"),
        *table("dx", widget.dx, lefts[0], tops[1], of_dx),
        *table("dw", widget.dw, lefts[1], tops[1], lambda at: "w" if at in taps else "p"),
    ]
    (top, left), (bottom, right) = min(window), max(window)
    for y in tops:
        parts.append(frame(lefts[0], y, top, left, bottom - top + 1, right - left + 1, "f"))
    parts += [frame(lefts[2], tops[0], *at, 1, 1, "g") for at in np.argwhere(widget.in_view).tolist()]
    if told:
        parts.append(frame(lefts[0], tops[1], *told, 1, 1, "h p"))
    return parts, lefts[2] + across(s["W2"]), tops[1] + TOP + rows * CELL + 24


def draw_input(widget):
    """Draw dx, the flipped filter and its products, and dy with its zeros: parts, width, bottom."""
    s, (r, c) = widget.shape, widget.input_position
    (values, real), F = widget.spread, s["F"]
    lefts = 2, 2 + across(s["W"]) + GAP, 2 + across(s["W"]) + across(F) + 2 * GAP
    tops = 24, 24 + TOP + F * CELL + 14
    turned, under = widget.w[::-1, ::-1], values[r : r + F, c : c + F]
    reads = real[r : r + F, c : c + F]

    def of_dx(at):
        return "told" if at == (r, c) else "u" if widget.readers[at] == 0 else "p"

    parts = [
        *table("dx", widget.dx, lefts[0], tops[0], of_dx),
        *table("w, flipped", turned, lefts[1], tops[0], lambda at: "w" if reads[at] else "z", edge=0),
        *table("products", turned * under, lefts[1], tops[1], lambda at: "w" if reads[at] else "z", edge=0),
        *table("dy, with zeros", values, lefts[2], tops[0], lambda at: "y" if real[at] else "z", edge=0),
        frame(lefts[2], tops[0], r, c, F, F, "k", edge=0),
    ]
    rows = max(s["H"], s["H"] + F - 1)
    bottom = max(tops[0] + TOP + rows * CELL, tops[1] + TOP + F * CELL) + 24
    return parts, lefts[2] + len(values[0]) * CELL, bottom


def across(columns):
    return max(EDGE + columns * CELL, NARROWEST)


def frame(left, top, row, col, rows, columns, kind, edge=EDGE):
    """Draw a frame round some cells of a table."""
    return box(left + edge + col * CELL, top + TOP + row * CELL, columns * CELL, rows * CELL, kind)


def table(title, values, left, top, kind, edge=EDGE):
    """Draw a table with its heading, its rows and columns numbered; `kind((row, col))` gives a cell's class."""
    parts = [text(left, top + 12, title, "l t")]
    if edge:
        parts += [text(left + 8, top + TOP + r * CELL + CELL / 2 + 4, r, "s") for r in range(len(values))]
        parts += [text(left + edge + (c + 0.5) * CELL, top + TOP - 4, c, "s") for c in range(len(values[0]))]
    for at, value in np.ndenumerate(values):
        x, y = left + edge + at[1] * CELL, top + TOP + at[0] * CELL
        parts.append(box(x, y, CELL, CELL, kind(at)))
        if kind(at) == "u":
            parts.append(f'<path d="M{x + 4:g} {y + CELL - 4:g}L{x + CELL - 4:g} {y + 4:g}" class="u"/>')
        over = "over" if kind(at) in ("here", "told") else ""
        parts.append(number_text(x + CELL / 2, y + CELL / 2 + 4, short(value), CELL, over))
    return parts


def wrapped(said):
    """Break a sentence into lines."""
    lines, line = [], ""
    for word in said.split(" "):
        if line and len(line) + len(word) >= WRAP:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line] if line else lines
