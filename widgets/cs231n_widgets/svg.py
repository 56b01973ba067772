"""What the still pictures share: their colours, text, boxes and tables of numbers."""

import numpy as np

from .base import short

CELL = 28  # side of a cell

RULES = {  # selector: (light, dark)
    "text": ("fill:#212529;font:12px system-ui,sans-serif;text-anchor:middle", "fill:#e6e9ee"),
    ".l": ("text-anchor:start", "text-anchor:start"),
    ".r": ("text-anchor:end", "text-anchor:end"),
    ".t": ("font-weight:bold", "font-weight:bold"),
    "rect": ("stroke:#fff;fill:none", "stroke:#14181e"),
    ".x": ("fill:#e4eefb", "fill:#172a42"),
    ".n": ("fill:#a9cdf6", "fill:#2c5c96"),
    ".w": ("fill:#f6bcb3", "fill:#7d3027"),
    ".y": ("fill:#e1f2e4", "fill:#16301f"),
    ".p": ("stroke:#9aa4b0;fill:none", "stroke:#5d6876"),
    ".z": ("stroke:#9aa4b0;stroke-dasharray:3 2", "stroke:#5d6876"),
    ".f": ("stroke:#1d63b8;stroke-width:2;fill:none", "stroke:#7db5f5"),
    ".h": ("stroke:#14512a;stroke-width:2.5", "stroke:#7fd69b"),
    ".u": ("stroke:#7d8794", "stroke:#8a95a3"),
}


def text(x, y, words, kind="", within=None):
    """Write words, squeezed where they are longer than `within` pixels."""
    squeeze = f' textLength="{within:g}" lengthAdjust="spacingAndGlyphs"' if within else ""
    return f'<text x="{x:g}" y="{y:g}" class="{kind}"{squeeze}>{words}</text>'


def box(x, y, width, height, kind):
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" class="{kind}"/>'


def number_text(x, y, number, wide, kind=""):
    """Write a number into a cell that is so many pixels wide, in type of 12 px."""
    return text(x, y, number, kind, within=wide - 3 if len(number) * 7.5 > wide - 1 else None)


def table(left, top, values, kind, wide=CELL):
    """Draw one slice of numbers; `kind(row, col)` gives a cell's classes: "u", read by no window, is struck out."""
    parts = []
    for (r, c), value in np.ndenumerate(values):
        x, y = left + c * wide, top + r * CELL
        parts.append(box(x, y, wide, CELL, kind(r, c)))
        if "u" in kind(r, c):
            parts.append(f'<path d="M{x + 4:g} {y + CELL - 4:g}L{x + wide - 4:g} {y + 4:g}" class="u"/>')
        parts.append(number_text(x + wide / 2, y + CELL / 2 + 4, short(value), wide))
    return "".join(parts)
