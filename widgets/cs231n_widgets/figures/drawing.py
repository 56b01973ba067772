"""What drawings are made of: inline SVG that follows the page's light or dark theme, with its text equivalent."""

import math
from html import escape

from ..base import signed
from ..still import still

# Fills are translucent, so that one colour serves a light page and a dark one; ink is the page's own.
INPUT, WEIGHT, OUTPUT = "rgba(47,111,222,.22)", "rgba(214,60,60,.22)", "rgba(22,150,90,.24)"
GRADIENT = "rgba(224,140,20,.32)"
CELL = 44  # side of a cell in pixels
TYPE, LEAST_TYPE = 15, 12  # the size of a drawing's words, and the least that they may shrink to, in pixels
PHONE = 340  # pixels that a drawing has on a small screen


class Drawing:
    """An SVG with its text equivalent: shown by a notebook, read out by a screen reader, printed as text."""

    def __init__(self, width, height, parts, alt, smallest=TYPE):
        """Put an SVG together, its smallest words of so many pixels, None if it has none.

        Where they would become smaller than 12 pixels, it scrolls instead of shrinking. Words that don't say their
        size have TYPE pixels, or as many as the smallest if that is more.
        """
        least = math.ceil(width * LEAST_TYPE / smallest) if smallest else 0
        self.alt, self.least = signed(alt), least if least > PHONE else 0
        size = max(TYPE, smallest or 0)
        self.svg = (
            f'<svg role="img" aria-label="{escape(self.alt)}" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
            f'height="{height:g}" font-family="ui-sans-serif,system-ui,sans-serif" font-size="{size}" '
            f'fill="currentColor" xmlns="http://www.w3.org/2000/svg">{"".join(parts)}</svg>'
        )

    def _repr_html_(self):
        return still(self.svg, self.alt, least=self.least)

    def __repr__(self):
        return self.alt


class Row:
    """Drawings side by side, or below each other where the page is too narrow."""

    def __init__(self, *drawings):
        """Take drawings, or rows of them, from left to right."""
        self.drawings = drawings

    @property
    def alt(self):
        """Give the words of all drawings."""
        return " ".join(drawing.alt for drawing in self.drawings)

    @property
    def svg(self):
        """Give the SVGs of all drawings, one after the other."""
        return "".join(drawing.svg for drawing in self.drawings)

    def _repr_html_(self):
        inside = "".join(drawing._repr_html_() for drawing in self.drawings)
        return f'<div style="display:flex;flex-wrap:wrap;gap:12px 20px;align-items:center">{inside}</div>'

    def __repr__(self):
        return self.alt


def text(x, y, words, anchor="middle", **style):
    """Place words with their baseline at (x, y)."""
    more = "".join(f' {key.replace("_", "-")}="{value}"' for key, value in style.items())
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}"{more}>{escape(str(words))}</text>'


def line(x1, y1, x2, y2, **style):
    """Draw a line in the page's ink."""
    more = "".join(f' {key.replace("_", "-")}="{value}"' for key, value in style.items())
    return f'<path d="M{x1:g} {y1:g}L{x2:g} {y2:g}" fill="none" stroke="currentColor"{more}/>'


def cell(x, y, value, fill, dashed=False):
    """Draw one cell with its number, its top left corner at (x, y); a dashed one is padding."""
    dash = ' stroke-dasharray="4 3"' if dashed else ""
    box = f'<rect x="{x:g}" y="{y:g}" width="{CELL}" height="{CELL}" rx="4" fill="{fill}" stroke="currentColor"{dash}/>'
    return box + text(x + CELL / 2, y + CELL / 2 + 5, f"{value:g}".replace("-", "−"))


def solid(x, y, width, height, depth, fill):
    """Draw a box seen from the front left: a face of width x height, receding to the right by depth."""
    dx, dy = depth * 0.8, -depth * 0.5
    face = f"M{x} {y}h{width}v{height}h{-width}z"
    top = f"M{x} {y}l{dx} {dy}h{width}l{-dx} {-dy}z"
    side = f"M{x + width} {y}l{dx} {dy}v{height}l{-dx} {-dy}z"
    return "".join(
        f'<path d="{d}" fill="{fill}" stroke="currentColor" stroke-linejoin="round"/>' for d in (face, top, side)
    )
