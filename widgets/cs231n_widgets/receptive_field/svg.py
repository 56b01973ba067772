"""The still picture of ReceptiveField, for print and for viewers without JavaScript."""

import numpy as np

from ..pixels import image
from ..svg import RULES as SHARED
from ..svg import box, text
from .messages import layer_name, sentences

BIG, WIDE, GAP, TOP, LINE = 290, 430, 11, 52, 17  # photograph, all maps beside it, between two, titles, a line of words
WRAP = 104  # letters in a line of words
FAINT = 0.33  # how opaque a cell is that isn't seen
RULES = SHARED | {
    ".frame": ("stroke:#1d63b8;stroke-width:2;fill:none", "stroke:#7db5f5"),
    ".here": ("stroke:#d1402f;stroke-width:3;fill:none", "stroke:#ff8a7a"),
    ".edge": ("stroke:#9aa4b0;fill:none", "stroke:#5d6876"),
    ".zero": ("stroke:none;fill:#c77700", "stroke:none;fill:#f2b45a"),
}


def draw(widget):
    """Draw the photograph, the maps beside it and the words below: (width, height, style rules, body)."""
    count = len(widget.stack)
    across = 4 if count > 3 else 3 if count > 2 else 2
    small = (WIDE - GAP * (across - 1)) / across
    parts = []
    for level, values in enumerate(widget.maps):
        row, column = divmod(level - 1, across) if level else (0, 0)
        left = BIG + 22 + column * (small + GAP) if level else 1
        top = TOP + row * (small + TOP)
        name, *settings = layer_name(widget.stack[level - 1]).split(", ") if level else ["Photograph"]
        sizes = f"{f'map {level}, ' if level else ''}{values.shape[2]}×{values.shape[1]}"
        lines = [(", ".join(settings), "l"), (sizes, "l"), (name, "l t")]
        shown = [line for line in lines if line[0]]
        parts += [text(left, top - 7 - 15 * n, line, kind) for n, (line, kind) in enumerate(shown)]
        parts += one_map(widget, level, values, left, top, small if level else BIG)
    rows = -(-count // across)
    high = TOP + max(BIG, rows * (small + TOP) - TOP) + 24
    lines = [(line, n == 0) for n, sentence in enumerate(sentences(widget)) for line in wrapped(sentence)]
    parts += [text(1, high + n * LINE, line, "l t" if bold else "l") for n, (line, bold) in enumerate(lines)]
    return BIG + 24 + WIDE, high + len(lines) * LINE, RULES, "".join(parts)


def one_map(widget, level, values, left, top, size):
    """Draw a map with its ring of padding: what is seen at full strength, the field's frame, and the zeros read."""
    stack, chosen = widget.stack, widget.position[0]
    ring = stack[level].P if level < len(stack) else 0
    side = values.shape[1]
    scale = size / (side + 2 * ring)
    rows, cols = widget.seen[level] if level <= chosen else ([], [])
    lit = np.zeros((side, side), bool)
    lit[np.ix_(inside(rows, side), inside(cols, side))] = True
    hidden = 0 if widget.window else FAINT
    cells = np.concatenate([values, np.where(lit, 1, hidden)[None]]).transpose(1, 2, 0)
    corner = left + ring * scale, top + ring * scale
    parts = [image(*corner, side * scale, side * scale, cells), box(*corner, side * scale, side * scale, "edge")]
    parts += [
        box(corner[0] + (c + 0.2) * scale, corner[1] + (r + 0.2) * scale, 0.6 * scale, 0.6 * scale, "zero")
        for r in rows
        for c in cols
        if not (0 <= r < side and 0 <= c < side)
    ]
    if rows and cols:
        spans = [(min(axis), max(axis) + 1) for axis in (rows, cols)]
        (first, end), (start, stop) = spans
        frame = corner[0] + start * scale, corner[1] + first * scale, (stop - start) * scale, (end - first) * scale
        parts.append(box(*frame, "here" if level == chosen else "frame"))
    return parts


def inside(cells, side):
    return [cell for cell in cells if 0 <= cell < side]


def wrapped(sentence):
    """Break a sentence into lines."""
    lines = []
    for word in sentence.split():
        if lines and len(lines[-1]) + len(word) < WRAP:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
