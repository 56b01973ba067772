"""The still picture of ImageFilter, for print and for viewers without JavaScript."""

import numpy as np

from ..base import number
from ..pixels import image
from ..svg import RULES as SHARED
from ..svg import box, text
from .messages import flat_message, sum_message

WIDE, GAP, CELL, TOP = 290, 20, 44, 22
BLUE = 91, 156, 255  # of -255
DARKEST = 117  # the darkest grey on which black can be read
RULES = SHARED | {
    "image": ("image-rendering:pixelated", "image-rendering:pixelated"),
    ".frame": ("stroke:#fff;stroke-width:4;fill:none", "stroke:#fff"),
    ".window": ("stroke:#c0392b;stroke-width:2;fill:none", "stroke:#c0392b"),
    ".k": ("fill:#000", "fill:#000"),
    ".v": ("fill:#fff", "fill:#fff"),
}


def draw(widget):
    """Draw the picture, the map and the nine products: (width, height, style rules, body)."""
    height, width = widget.image.shape
    scale = WIDE / width
    tall, right = height * scale, WIDE + GAP
    row, col = widget.position
    parts = [
        text(0, 14, f"Picture {width}×{height}×1", "l t"),
        text(right, 14, f"Map {width - 2}×{height - 2}×1", "l t"),
        image(0, TOP, WIDE, tall, widget.image / 255),
        image(right + scale, TOP + scale, (width - 2) * scale, (height - 2) * scale, shades(widget.map) / 255),
    ]
    frame = [(col - 1) * scale, TOP + (row - 1) * scale, 3 * scale, 3 * scale]
    pixel = [right + (col - 0.5) * scale - 3, TOP + (row + 0.5) * scale - 3, 6, 6]
    parts += [box(*sides, kind) for sides in (frame, pixel) for kind in ("frame", "window")]
    top = TOP + tall + 34
    lefts = [0, 3 * CELL + 40, 6 * CELL + 80]
    for left, name in zip(lefts, ("Pixels", "× Weights", "= Products"), strict=True):
        parts.append(text(left, top - 8, name, "l t"))
    for (r, c), pixel in np.ndenumerate(widget.window):
        left, low = c * CELL, top + r * CELL
        parts.append(
            f'<rect x="{left}" y="{low:g}" width="{CELL}" height="{CELL}" style="fill:rgb({pixel},{pixel},{pixel})"/>'
        )
        parts.append(text(left + CELL / 2, low + CELL / 2 + 4, pixel, "k" if pixel >= DARKEST else "v"))
    for values, left, kind in ((widget.filter, lefts[1], "w"), (widget.products, lefts[2], "p")):
        for (r, c), value in np.ndenumerate(values):
            parts.append(box(left + c * CELL, top + r * CELL, CELL, CELL, kind))
            parts.append(text(left + (c + 0.5) * CELL, top + (r + 0.5) * CELL + 4, number(value)))
    low = top + 3 * CELL + 24
    parts += [text(0, low, sum_message(widget), "l t"), text(0, low + 18, flat_message(widget), "l")]
    return right + WIDE, low + 28, RULES, "".join(parts)


def shades(values):
    """Returns the colours of the map, (H,W,3) bytes: 0 black, 255 and more white, below 0 blue."""
    bright = np.clip(values, 0, 255)[..., None] * np.ones(3)
    blue = np.clip(-values, 0, 255)[..., None] * np.array(BLUE) / 255
    return np.floor(np.where(values[..., None] < 0, blue, bright) + 0.5).astype(np.uint8)
