"""The still picture of Pooling, for print and for viewers without JavaScript."""

import numpy as np

from ..svg import RULES as SHARED
from ..svg import box, number_text, text
from .messages import backward_messages, fit_message, forward_messages, in_cell, shares

CELL, EDGE, GAP, TOP, LINE = 36, 16, 40, 36, 17  # a cell, row numbers, between tables, headings, a line of words
NARROWEST, WRAP = 84, 86  # a table is never narrower than its heading; letters in a line of words
RULES = SHARED | {
    ".s": ("fill:#5b6675;font-size:12px", "fill:#b4bdc9"),
    ".won": ("stroke:#1f7a3d;stroke-width:2.5;fill:none", "stroke:#7fd69b"),
    ".here": ("fill:#1f7a3d", "fill:#7fd69b"),
    ".over": ("fill:#fff;font-weight:bold", "fill:#0b2414"),
    ".dy": ("fill:#fdf3e2", "fill:#33260f"),  # amber: a gradient
    ".goes": ("fill:#955500", "fill:#f2b45a"),
    ".share": ("fill:#edd2a8", "fill:#70511f"),
}


def draw(widget):
    """Draw forward from left to right, and below it backward: (width, height, style rules, body)."""
    s, at = widget.shape, widget.position
    lefts = np.cumsum([2, *(max(EDGE + n * CELL, NARROWEST) + GAP for n in (s["W"], s["F"], s["W2"]))])
    window = widget.x[widget.region(*at)].astype(float)
    shown = window**2 if widget.kind == "L2" else window
    won = winners(widget)
    titles = [f"Input x {s['W']}×{s['H']}", "Window, squared" if widget.kind == "L2" else "Window"]
    parts = [text(2, 12, fit_message(s), "l s")]
    tables = [(widget.x, "x"), (shown, "p"), (widget.output, "y")]
    step, lines = lane(widget, tables, [*titles, f"Output y {s['W2']}×{s['H2']}"], lefts, 24, won)
    parts += [*lines, *sentences(forward_messages(widget), 24 + step)]
    height = 24 + step + LINE * count(forward_messages(widget)) + 8
    if widget.backward:
        tables = [(widget.dx, "x"), (shares(widget), "p"), (widget.gradient, "y")]
        step, lines = lane(widget, tables, ["dx", "Shares", "dy"], lefts, height, won, back=True)
        parts += [*lines, *sentences(backward_messages(widget), height + step)]
        height += step + LINE * count(backward_messages(widget))
    return max(lefts[3] - GAP, 580), height + 4, RULES, "".join(parts)


def winners(widget):
    """Collect the cells that won in some window."""
    if widget.switches is None:
        return set()
    places = np.ndindex(widget.switches.shape)
    F, S = widget.size, widget.stride
    return {(i * S + n // F, j * S + n % F) for i, j in places for n in [int(widget.switches[i, j])]}


def lane(widget, tables, titles, lefts, top, won, back=False):
    """Draw input, window and output, or their gradients, side by side: how high that is, and the parts."""
    (row, col), F, S = widget.position, widget.size, widget.stride
    switch = None if widget.switches is None else int(widget.switches[row, col])
    taps = {(row * S + u, col * S + v): u * F + v for u in range(F) for v in range(F)}

    win = "goes" if back else "here"

    def kind(name, r, c):
        number = taps.get((r, c)) if name == "x" else r * F + c
        if name == "y":
            return win if (r, c) == (row, col) else "dy" if back else "y"
        if number is not None and number == switch and not (back and widget.gradient[row, col] == 0):
            return win
        if back and number is not None and tables[1][0].flat[number] != 0:
            return "share"
        return name if name == "p" or number is None else "n"

    parts = []
    for (values, name), title, left in zip(tables, titles, lefts, strict=False):
        parts.append(text(left, top + 12, title, "l t"))
        parts.append(table(values, left, top + TOP, lambda r, c, name=name: kind(name, r, c), numbered=name != "p"))
        if left != lefts[0]:
            parts.append(text(left - GAP / 2 + 4, top + TOP + CELL, "←" if back else "→"))
    corner = lefts[0] + EDGE, top + TOP
    if not back:
        parts += [box(corner[0] + c * CELL + 2, corner[1] + r * CELL + 2, CELL - 4, CELL - 4, "won") for r, c in won]
    parts.append(box(corner[0] + col * S * CELL, corner[1] + row * S * CELL, F * CELL, F * CELL, "f"))
    return TOP + max(len(values) for values, _ in tables) * CELL + 22, parts


def table(values, left, top, kind, numbered):
    """Draw a table of numbers, perhaps with its rows and columns numbered; `kind(row, col)` gives a cell's class."""
    rows, columns = values.shape if numbered else (0, 0)
    parts = [text(left + 8, top + r * CELL + CELL / 2 + 4, r, "s") for r in range(rows)]
    parts += [text(left + EDGE + (c + 0.5) * CELL, top - 4, c, "s") for c in range(columns)]
    for (r, c), value in np.ndenumerate(values):
        x, y = left + EDGE + c * CELL, top + r * CELL
        parts.append(box(x, y, CELL, CELL, kind(r, c)))
        said, over = in_cell(value), "over" if kind(r, c) in ("here", "goes") else ""
        parts.append(number_text(x + CELL / 2, y + CELL / 2 + 4, said, CELL, over))
    return "".join(parts)


def wrapped(said):
    """Break sentences into lines: (text, whether it is the calculation)."""
    lines = []
    for n, sentence in enumerate(said):
        line = ""
        for word in sentence.split():
            if line and len(line) + len(word) >= WRAP:
                lines.append((line, n == 0))
                line = word
            else:
                line = f"{line} {word}".strip()
        lines += [(line, n == 0)] if line else []
    return lines


def count(said):
    return len(wrapped(said))


def sentences(said, top):
    """Write sentences under each other, the calculation in bold."""
    return [text(2, top + n * LINE, line, "l t" if bold else "l") for n, (line, bold) in enumerate(wrapped(said))]
