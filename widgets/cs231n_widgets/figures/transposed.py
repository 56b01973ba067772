"""The drawing of a transposed convolution: each number stamps the filter, times itself, and overlaps are added up."""

import numpy as np

from .drawing import GRADIENT, INPUT, OUTPUT, WEIGHT, Drawing, line, text
from .pooling import spoken

TINTS = (INPUT, WEIGHT, OUTPUT, GRADIENT)  # of neighbouring stamps
CELL, SUM, GAP = 26, 36, 44  # cells of a stamp, cells of the sum, between the three columns


def stamped(small, w, stride=2):
    """Draw a map (H,W), the stamp that each of its numbers makes with the filter w (F,F), and the sum of all stamps.

    The stamps stand as their numbers do in the map, and have their tints.
    """
    small, w = np.array(small), np.array(w)
    (H, W), F = small.shape, len(w)
    rows, columns = (H - 1) * stride + F, (W - 1) * stride + F
    total = np.zeros((rows, columns), dtype=int)
    cover = np.zeros((rows, columns), dtype=int)
    tints = np.full((rows, columns), "none", dtype=object)
    left = max(W, F) * SUM + GAP
    block = columns * CELL + 14, rows * CELL + 14
    parts = [text(2, 16, "map", "start"), text(2, 60 + H * SUM, "filter", "start")]
    parts.append(text(left, 16, f"stamps, {stride} cells apart", "start"))
    for (i, j), value in np.ndenumerate(small):
        fill = TINTS[2 * (i % 2) + j % 2]
        parts.append(number_cell(2 + j * SUM, 26 + i * SUM, value, fill, SUM))
        x, y = left + j * block[0], 26 + i * block[1]
        parts.append(
            f'<rect x="{x:g}" y="{y:g}" width="{columns * CELL}" height="{rows * CELL}" rx="3" fill="none" '
            'stroke="currentColor" stroke-dasharray="4 3" opacity="0.6"/>'
        )
        at = np.s_[i * stride : i * stride + F, j * stride : j * stride + F]
        total[at] += value * w
        cover[at] += 1
        tints[at] = fill
        for (u, v), weight in np.ndenumerate(w):
            where = x + (j * stride + v) * CELL, y + (i * stride + u) * CELL
            parts.append(number_cell(*where, value * weight, fill, CELL))
    for (u, v), weight in np.ndenumerate(w):
        parts.append(number_cell(2 + v * SUM, 70 + (H + u) * SUM, weight, "none", SUM))
    end = left + W * block[0] - 14 + GAP
    middle = 26 + (H * block[1] - 14) / 2
    top = middle - rows * SUM / 2
    parts.append(line(end - GAP + 10, middle, end - 12, middle, stroke_width=2))
    parts.append(line(end - 19, middle - 6, end - 12, middle, stroke_width=2))
    parts.append(line(end - 19, middle + 6, end - 12, middle, stroke_width=2))
    parts.append(text(end, top - 10, "added up", "start"))
    for (i, j), value in np.ndenumerate(total):
        heavy = cover[i, j] > 1
        fill = "none" if heavy else tints[i, j]
        parts.append(number_cell(end + j * SUM, top + i * SUM, value, fill, SUM, heavy))
    alt = (
        f"Each number of a map, {spoken(small)}, stamps the filter {spoken(w)}, times itself, into a larger map of "
        f"{columns}×{rows}, {stride} cells on from its neighbour's stamp. Where stamps overlap they are added up, in "
        f"bold: {spoken(total)}."
    )
    height = max(26 + H * block[1], 70 + (H + F) * SUM, top + rows * SUM) + 4
    return Drawing(end + columns * SUM + 2, height, parts, alt, smallest=13)


def number_cell(x, y, value, fill, side, heavy=False):
    """Draw one cell with its number, its top left corner at (x, y)."""
    weight, size = ("bold" if heavy else "normal"), (15 if side == SUM else 13)
    box = (
        f'<rect x="{x:g}" y="{y:g}" width="{side}" height="{side}" rx="3" fill="{fill}" stroke="currentColor" '
        f'stroke-width="{2.5 if heavy else 1}"/>'
    )
    number = f"{value:g}".replace("-", "−")
    return box + text(x + side / 2, y + side / 2 + 5, number, font_weight=weight, font_size=size)
