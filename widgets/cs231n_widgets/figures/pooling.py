"""Drawings of the pooling chapter: tables of numbers side by side, tinted by the window that each cell belongs to."""

from cs231n_kit.sizing import out_size

from .drawing import CELL, INPUT, OUTPUT, WEIGHT, Drawing, text

FOURTH = "rgba(214,160,20,.28)"
TINTS = ("none", INPUT, WEIGHT, OUTPUT, FOURTH)
GAP = 28  # between two tables


def pooled(x, results, size=2):
    """Draw a slice x (H,W) and what pooling makes of its windows, which stand side by side.

    results {title: (H',W')}. A window of x and its result have the same tint.
    """
    windows = [[tint(i // size, j // size) for j in range(len(row))] for i, row in enumerate(x)]
    one_each = [[tint(i, j) for j in range(len(windows[0]) // size)] for i in range(len(windows) // size)]
    parts = [("x", x, windows, None)] + [(title, y, one_each, None) for title, y in results.items()]
    return tables(parts, f"Windows of {size}×{size}, side by side. ")


def overlapping(x, y, size=3, stride=2):
    """Draw a slice x (H,W), tinted by how many windows read each cell, and its pooled slice y."""
    rows, columns = out_size(len(x), size, stride), out_size(len(x[0]), size, stride)
    down = [sum(i * stride <= at < i * stride + size for i in range(rows)) for at in range(len(x))]
    across = [sum(j * stride <= at < j * stride + size for j in range(columns)) for at in range(len(x[0]))]
    shades = {0: 0, 1: 1, 2: 3, 4: 2}
    counts = [[a * b for b in across] for a in down]
    tints = [[shades[count] for count in row] for row in counts]
    plain = [[0] * columns for _ in range(rows)]
    parts = [("x", x, tints, None), ("its maxima", y, plain, None)]
    words = f"Windows of {size}×{size}, stride {stride}. So many of them read each cell: {spoken(counts)}. "
    return tables(parts, words)


def routed(x, dy, dx, won):
    """Draw a slice x with the cells that won in bold, the gradient dy of its maxima, and where it goes, dx."""
    size = len(x) // len(dy)
    windows = [[tint(i // size, j // size) for j in range(len(row))] for i, row in enumerate(x)]
    one_each = [[tint(i, j) for j in range(len(dy[0]))] for i in range(len(dy))]
    parts = [("x", x, windows, won), ("dy", dy, one_each, None), ("dx", dx, windows, won)]
    return tables(parts, "The cells that held a maximum have a heavy outline. ")


def tint(i, j):
    """Give neighbouring windows different tints: the number of one of four."""
    return 1 + i % 2 * 2 + j % 2


def tables(parts, words):
    """Draw tables side by side, each (title, rows of numbers, rows of tints, rows of what is bold or None)."""
    height, left, drawn, said = max(len(values) for _, values, _, _ in parts) * CELL, 2, [], []
    for title, values, tints, bold in parts:
        top = 26 + (height - len(values) * CELL) / 2
        drawn.append(text(left + len(values[0]) * CELL / 2, top - 9, title))
        for i, row in enumerate(values):
            for j, value in enumerate(row):
                heavy = bool(bold is not None and bold[i][j])
                drawn.append(box(left + j * CELL, top + i * CELL, value, TINTS[tints[i][j]], heavy))
        left += len(values[0]) * CELL + GAP
        said.append(f"{title}: {spoken(values)}")
    return Drawing(left - GAP + 2, height + 30, drawn, words + "Row by row, " + "; ".join(said) + ".")


def spoken(values):
    """Write rows of numbers on one line: 1 2 / 3 4."""
    return " / ".join(" ".join(f"{value:g}" for value in row) for row in values)


def box(x, y, value, fill, heavy):
    """Draw one cell with its number, its top left corner at (x, y); a heavy one has a thick outline and bold type."""
    width, inset, weight = (3.5, 2.5, "bold") if heavy else (1, 0, "normal")
    side = CELL - 2 * inset
    frame = (
        f'<rect x="{x + inset:g}" y="{y + inset:g}" width="{side:g}" height="{side:g}" rx="3" fill="{fill}" '
        f'stroke="currentColor" stroke-width="{width}"/>'
    )
    number = f"{value:g}".replace("-", "−")
    return frame + text(x + CELL / 2, y + CELL / 2 + 5, number, font_weight=weight)
