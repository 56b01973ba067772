"""The still picture of VolumeExplorer, for print and for programs that run no JavaScript."""

import numpy as np

from ..pixels import image
from ..svg import RULES as SHARED
from ..svg import box, text
from .messages import seen, two

ROWS, TILE, GAP, TOP, PICTURE = 16, 22, 2, 136, 128  # slices in a column; pixels: a slice, between, headings, the input
LEVELS = 15  # of grey: what can be told apart at that size, and a third of the bytes
RULES = SHARED | {
    ".a": ("fill:#1f7a3d", "fill:#7fd69b"),
    ".m": ("stroke:#c0392b;stroke-width:2;fill:none", "stroke:#f08d80"),
}


def draw(widget):
    """Draw the picture, the volumes with the neuron in view, and the scores: (width, height, style rules, body)."""
    volumes = widget.volumes
    parts = [text(0, TOP - 6, f"INPUT {sizes(volumes[0][1])}", "l t")]
    parts.append(image(0, TOP, PICTURE, PICTURE, widget.image.transpose(1, 2, 0)))
    top, bottom, left, right = seen(widget)
    scale = PICTURE / widget.net["W"]
    parts.append(box(left * scale, TOP + top * scale, (right - left + 1) * scale, (bottom - top + 1) * scale, "m"))
    across = PICTURE + 14
    number, k = widget.neuron[:2]
    for n, (name, values) in enumerate(volumes[1:-1], 1):
        columns = -(-len(values) // ROWS)
        width = columns * (TILE + GAP) - GAP
        upright = f'<g transform="translate({across + 12:g} {TOP - 6}) rotate(-90)">'
        parts.append(f"{upright}{text(0, 0, f'{name} {sizes(values)}', 'l t')}</g>")
        parts += tiles(values, across, TOP)
        if n == number:
            parts.append(box(*corner(k, across, TOP), TILE, TILE, "m"))
        across += width + 9
    parts.append(text(across, TOP - 6, f"{volumes[-1][0]} {sizes(volumes[-1][1])}", "l t"))
    parts += scores(widget.scores, across)
    rows = min(ROWS, max(len(values) for _, values in volumes[1:-1])) if len(volumes) > 2 else 1
    return across + 190, TOP + max(rows * (TILE + GAP), len(widget.scores) * 22) + 6, RULES, "".join(parts)


def sizes(values):
    return f"{values.shape[2]}×{values.shape[1]}×{values.shape[0]}"


def corner(k, left, top):
    """Returns where slice k has its top left corner."""
    return left + k // ROWS * (TILE + GAP), top + k % ROWS * (TILE + GAP)


def tiles(values, left, top):
    """Draw the slices of a volume, one image each column of ROWS."""
    low = 0 if values.min() >= 0 else -np.abs(values).max()
    high = np.abs(values).max() or 1
    grey = np.round(np.clip((values - low) / (high - low), 0, 1) * LEVELS) / LEVELS
    return [image(*corner(k, left, top), TILE, TILE, one) for k, one in enumerate(grey)]


def scores(values, left):
    """Draw a bar for each score, from a line for 0."""
    most = max(abs(value) for value in values.values()) or 1
    best = max(values, key=values.get)
    parts, zero = [], left + 108
    for n, (label, value) in enumerate(values.items()):
        y = TOP + n * 22
        parts.append(text(left, y + 14, label, "l t" if label == best else "l"))
        length = abs(value) / most * 30
        parts.append(box(zero if value > 0 else zero - length, y + 4, length, 12, "a" if value > 0 else "u x"))
        parts.append(text(left + 188, y + 14, two(value), "r t" if label == best else "r"))
    return parts
