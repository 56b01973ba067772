"""Drawings of the pooling chapter: volumes, and tables of numbers side by side.

One meaning a colour: blue is input (the deeper, the more windows read it), green what won and what is put out, amber a
gradient. Windows that stand side by side have gaps between them, one that overlaps others a frame.
"""

from cs231n_kit.sizing import out_size

from .drawing import CELL, GRADIENT, INPUT, OUTPUT, Drawing, Row, line, solid, text

SHADES = ("none", INPUT, "rgba(47,111,222,.38)", "none", "rgba(47,111,222,.62)")  # by how many windows read a cell
SPLIT = 7  # between two windows


def pooled_volume(before, after):
    """Draw a volume (C,H,W) and what pooling makes of it, with one depth slice marked in both."""
    size, parts, left, bottom = 0.5, [], 6, 150
    for n, (C, H, W) in enumerate((before, after)):
        width, height, depth = size * W, size * H, size * C
        parts.append(solid(left, bottom - height, width, height, depth, OUTPUT if n else INPUT))
        across, up = 0.4 * depth, 0.25 * depth  # the slice half way back
        parts.append(
            f'<rect x="{left + across:g}" y="{bottom - height - up:g}" width="{width:g}" height="{height:g}" '
            f'fill="{OUTPUT if n else INPUT}" stroke="currentColor" stroke-width="2" stroke-dasharray="5 3"/>'
        )
        parts.append(text(left + width / 2, bottom + 24, f"{W}×{H}×{C}"))
        left += width + 0.8 * depth
        if not n:
            parts += [line(left + 8, bottom - 40, left + 62, bottom - 40), text(left + 34, bottom - 50, "POOL")]
            parts += [
                line(left + 55, bottom - 46, left + 62, bottom - 40),
                line(left + 55, bottom - 34, left + 62, bottom - 40),
            ]
            left += 72
    sizes = [f"{W} wide, {H} high and {C} deep" for C, H, W in (before, after)]
    alt = f"A volume {sizes[0]}. Pooling makes of it one that is {sizes[1]}. One depth slice is marked in both."
    return Drawing(left + 14, bottom + 34, parts, alt)


def pooled(x, results, size=2):
    """Draw a slice x (H,W), the largest number of each window marked, and what pooling makes of the windows.

    results {title: (H',W')}. The windows stand side by side.
    """
    won = winners(x, size, size)
    fills = [[OUTPUT if (i, j) in won else INPUT for j in range(len(row))] for i, row in enumerate(x)]
    parts = [("x", x, fills, won, size)]
    parts += [(title, y, [[OUTPUT] * len(row) for row in y], (), 1) for title, y in results.items()]
    return tables(parts, f"Windows of {size}×{size}, side by side; the largest number of each is marked. ")


def overlapping(x, y, size=3, stride=2):
    """Draw a slice x (H,W), deeper where more windows read it, what won in them, and its pooled slice y."""
    rows, columns = out_size(len(x), size, stride), out_size(len(x[0]), size, stride)
    down = [sum(i * stride <= at < i * stride + size for i in range(rows)) for at in range(len(x))]
    across = [sum(j * stride <= at < j * stride + size for j in range(columns)) for at in range(len(x[0]))]
    counts, won = [[a * b for b in across] for a in down], winners(x, size, stride)
    fills = [[OUTPUT if (i, j) in won else SHADES[n] for j, n in enumerate(row)] for i, row in enumerate(counts)]
    parts = [("x", x, fills, won, (size,)), ("its maxima", y, [[OUTPUT] * columns for _ in range(rows)], (), (1,))]
    words = f"Windows of {size}×{size}, stride {stride}, the first in a frame. So many of them read each cell: "
    return tables(parts, f"{words}{spoken(counts)}. The largest number of each is marked. ")


def routed(x, dy, dx, stride=2):
    """Draw a slice x with the cells that won, the gradient dy of its maxima, and where it goes, dx."""
    size = len(x) - stride * (len(dy) - 1)
    won, split = winners(x, size, stride), size if size == stride else 1
    fills = [[OUTPUT if (i, j) in won else INPUT for j in range(len(row))] for i, row in enumerate(x)]
    back = [[GRADIENT if value else "none" for value in row] for row in dx]
    parts = [("x", x, fills, won, split), ("dy", dy, [[GRADIENT] * len(row) for row in dy], (), 1)]
    parts.append(("dx", dx, back, {(i, j) for i, row in enumerate(dx) for j, value in enumerate(row) if value}, split))
    return tables(parts, "The cells that held a maximum have a heavy outline. ")


def winners(x, size, stride):
    """Find the cells that are the first largest of a window: {(row, column)}."""
    rows, columns = out_size(len(x), size, stride), out_size(len(x[0]), size, stride)
    found = set()
    for i in range(rows):
        for j in range(columns):
            cells = [(i * stride + u, j * stride + v) for u in range(size) for v in range(size)]
            found.add(max(cells, key=lambda at: x[at[0]][at[1]]))
    return found


def tables(parts, words):
    """Draw tables side by side, each (title, rows of numbers, rows of fills, heavy cells, windows).

    The windows are the side of those that gaps separate, or in a tuple of the one that has a frame.
    """
    drawn = [table(*part) for part in parts]
    said = [f"Row by row, {title}: {spoken(values)}." for title, values, *_ in parts]
    said[0] = words + said[0]
    return Row(*(Drawing(*one, alt) for one, alt in zip(drawn, said, strict=True)))


def table(title, values, fills, heavy, block):
    """Draw one table under its title: (width, height, parts)."""
    (width, height), left, top = extent(values, block), 4, 26
    drawn = [text(left + width / 2, top - 9, title)]
    for i, row in enumerate(values):
        for j, value in enumerate(row):
            x, y = left + j * CELL + gaps(j, block), top + i * CELL + gaps(i, block)
            drawn.append(box(x, y, value, fills[i][j], (i, j) in heavy))
    if isinstance(block, tuple):
        side = block[0] * CELL + 4
        drawn.append(
            f'<rect x="{left - 2}" y="{top - 2}" width="{side}" height="{side}" rx="5" fill="none" '
            'stroke="currentColor" stroke-width="4"/>'
        )
    return width + 8, top + height + 5, drawn


def gaps(n, block):
    """Give the room that gaps take before a row or a column."""
    return 0 if isinstance(block, tuple) or block < 2 else n // block * SPLIT


def extent(values, block):
    """Give the width and the height of a table."""
    return tuple(n * CELL + gaps(n - 1, block) for n in (len(values[0]), len(values)))


def spoken(values):
    """Write rows of numbers on one line: 1 2 / 3 4."""
    return " / ".join(" ".join(f"{value:g}" for value in row) for row in values)


def box(x, y, value, fill, heavy):
    """Draw one cell with its number, its top left corner at (x, y); a heavy one has a thick outline and bold type."""
    width, inset, weight = (3, 2, "bold") if heavy else (1, 0, "normal")
    side = CELL - 2 * inset
    frame = (
        f'<rect x="{x + inset:g}" y="{y + inset:g}" width="{side:g}" height="{side:g}" rx="3" fill="{fill}" '
        f'stroke="currentColor" stroke-width="{width}"/>'
    )
    number = f"{value:g}".replace("-", "−")
    return frame + text(x + CELL / 2, y + CELL / 2 + 5, number, font_weight=weight)
