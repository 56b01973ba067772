"""The still picture of FullyConnectedAsConvolution, for print and for programs that run no JavaScript."""

import numpy as np

from ..base import short
from ..pixels import image
from ..svg import RULES as SHARED
from ..svg import box, text
from .messages import bill_message, crop_message, net_message, seen_message

WIDE = 720  # of the canvas
PLACE = 20  # side of a place of the map
CELL = 32  # side of a cell before the FC layers
RULES = SHARED | {
    ".edge": ("stroke:#7d8794;fill:none", "stroke:#8a95a3"),
    ".crop": ("stroke:#c0392b;stroke-width:2.5;fill:none", "stroke:#f08d80"),
    ".best": ("stroke:#212529;stroke-width:2.5;fill:none", "stroke:#e6e9ee"),
    ".seen": ("fill:#a9cdf6;stroke:#fff", "fill:#2c5c96;stroke:#14181e"),
    ".same": ("fill:#e1f2e4", "fill:#16301f"),
    ".off": ("fill:#fff3e2", "fill:#35260f"),
    ".mark": ("stroke:#212529;stroke-width:2;fill:none", "stroke:#e6e9ee"),
}


def draw(widget):
    """Draw the canvas, the map, the crop in view and its cells: (width, height, style rules, body)."""
    scale = WIDE / widget.width
    high = widget.height * scale
    parts = [image(0, 0, WIDE, high, 1 - widget.image), box(0, 0, WIDE, high, "edge")]
    for line, message in enumerate((net_message, seen_message, bill_message), 1):
        words = message(widget)
        parts.append(text(1, high + 2 + 18 * line, words, "l", within=WIDE if len(words) > 110 else None))
    top = high + 72
    parts += draw_map(widget, top)
    top += widget.places[0] * PLACE + 6
    if "crop" not in widget.knobs:
        return WIDE + 2, top, RULES, "".join(parts)
    side, step = widget.sliding.side * scale, widget.sliding.step * scale
    row, col = widget.place
    parts.append(box(col * step, row * step, side, side, "crop"))
    parts.append(box(col * PLACE, high + 72 + row * PLACE, PLACE, PLACE, "crop"))
    parts.append(text(1, top + 20, crop_message(widget), "l t"))
    parts += draw_cells(widget, top + 30)
    return WIDE + 2, top + 34 + widget.sliding.cells * CELL, RULES, "".join(parts)


def draw_map(widget, top):
    """Draw the places, with a letter where one is sure of a class; the best outlined."""
    rows, cols = widget.places
    parts = [f'<path d="{grid(rows, cols, PLACE, top)}" class="edge"/>']
    for row, col in np.argwhere(widget.seen >= 0):
        x, y, k = col * PLACE, top + row * PLACE, widget.seen[row, col]
        parts += [box(x, y, PLACE, PLACE, "seen"), text(x + PLACE / 2, y + 14, widget.labels[k], "t")]
    _, row, col = widget.best
    return [*parts, box(col * PLACE, top + row * PLACE, PLACE, PLACE, "best")]


def grid(rows, cols, side, top):
    """Returns the lines of a grid as a path."""
    across = "".join(f"M0 {top + n * side:g}h{cols * side}" for n in range(rows + 1))
    return across + "".join(f"M{n * side} {top:g}v{rows * side}" for n in range(cols + 1))


def draw_cells(widget, top):
    """Draw the cells before the FC layers with their differences, or, where the reader is asked, with their marks."""
    parts = []
    for (row, col), difference in np.ndenumerate(widget.differences):
        x, y = col * CELL, top + row * CELL
        kind = "x" if widget.hidden else "off" if difference else "same"
        parts.append(box(x, y, CELL, CELL, kind))
        if widget.marked[row, col]:
            parts.append(box(x + 3, y + 3, CELL - 6, CELL - 6, "mark"))
        if not widget.hidden:
            parts.append(text(x + CELL / 2, y + 20, short(difference) if difference else "="))
    return parts
