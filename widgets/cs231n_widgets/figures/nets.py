"""Drawings of whole networks."""

from itertools import pairwise

from .drawing import INPUT, OUTPUT, Drawing, line, solid, text

CIRCLE = "rgba(120,132,150,.28)"


def two_networks():
    """Draw an ordinary network, columns of neurons, beside a ConvNet, a row of volumes."""
    parts, columns = [], [(24, 3, INPUT), (104, 4, CIRCLE), (184, 4, CIRCLE), (264, 1, OUTPUT)]
    places = [[(x, 100 + 46 * (i - (n - 1) / 2)) for i in range(n)] for x, n, _ in columns]
    for here, there in pairwise(places):
        parts += [line(x, y, x2, y2, opacity=0.35) for x, y in here for x2, y2 in there]
    for column, (_, _, fill) in zip(places, columns, strict=True):
        for x, y in column:
            parts.append(f'<circle cx="{x}" cy="{y:g}" r="15" fill="var(--pst-color-background,#fff)"/>')
            parts.append(f'<circle cx="{x}" cy="{y:g}" r="15" fill="{fill}" stroke="currentColor"/>')
    boxes = [(340, 92, 92, 12, INPUT), (474, 76, 76, 40, CIRCLE), (610, 38, 38, 64, CIRCLE), (724, 10, 10, 84, OUTPUT)]
    for n, (x, width, height, depth, fill) in enumerate(boxes):
        parts.append(solid(x, 152 - height, width, height, depth, fill))
        if n < len(boxes) - 1:
            start, end = x + width + depth * 0.8 + 6, boxes[n + 1][0] - 6
            parts += [line(start, 140, end, 140), line(end - 6, 135, end, 140), line(end - 6, 145, end, 140)]
    parts += [
        text(4, 204, "neurons in columns, wired to all before", "start", font_size="14"),
        text(570, 204, "neurons in boxes, each wired to a piece of the box before", font_size="14"),
        text(386, 180, "width × height", font_size="13"),
        text(734, 180, "scores", font_size="13"),
        text(662, 180, "depth grows", font_size="13"),
    ]
    alt = (
        "Left, an ordinary network: four columns of circles, with a line from every circle to every circle of the "
        "next column. Right, a ConvNet: four boxes, from the wide and flat picture to the small and deep scores."
    )
    return Drawing(810, 214, parts, alt, smallest=13)
