"""The drawing of layers on layers: what one cell at the top has been computed from, row by row."""

from cs231n_kit.sizing import out_size

from .drawing import INPUT, OUTPUT, Drawing, line, text

SIDE, GAP = 24, 40  # of a cell, and between two rows of them
LEFT = 68  # room for the rows' names


def stacked_windows(windows, pixels):
    """Draw a row of pixels, the rows that layers make of it, and what the middle cell at the top comes from.

    windows is [(F, S), ...], from the first layer to the last.
    """
    sizes = [pixels]
    for F, S in windows:
        sizes.append(out_size(sizes[-1], F, S))
    steps, starts = [1.0], [0.0]  # of each row's cells, in pixels, and where the first one stands
    for F, S in windows:
        starts.append(starts[-1] + (F - 1) / 2 * steps[-1])
        steps.append(steps[-1] * S)
    seen = [(sizes[-1] // 2, sizes[-1] // 2)]  # first and last cell of each row, from the top
    for F, S in reversed(windows):
        first, last = seen[-1]
        seen.append((first * S, last * S + F - 1))
    seen.reverse()
    parts, rows = [], len(sizes)
    for row, (size, step, start, (first, last)) in enumerate(zip(sizes, steps, starts, seen, strict=True)):
        top = (rows - 1 - row) * (SIDE + GAP) + 4
        name = "picture" if row == 0 else f"layer {row}"
        parts.append(text(0, top + SIDE / 2 + 5, name, "start"))
        for i in range(size):
            x = LEFT + (start + i * step) * SIDE
            fill = (INPUT if row == 0 else OUTPUT) if first <= i <= last else "none"
            parts.append(
                f'<rect x="{x + 2:g}" y="{top:g}" width="{SIDE - 4}" height="{SIDE}" rx="4" fill="{fill}" '
                f'stroke="currentColor" stroke-opacity="{1 if first <= i <= last else 0.35}"/>'
            )
        if row:
            below = top + SIDE + GAP
            under, its_step, (low, high) = starts[row - 1], steps[row - 1], seen[row - 1]
            ends = [
                (start + first * step, under + low * its_step),
                (start + last * step + 1, under + high * its_step + 1),
            ]
            for here, there in ends:
                parts.append(line(LEFT + here * SIDE, top + SIDE, LEFT + there * SIDE, below, opacity=0.6))
    counts = [last - first + 1 for first, last in seen]
    said = ", ".join(f"{count} of layer {row}" for row, count in reversed(list(enumerate(counts[1:-1], start=1))))
    alt = (
        f"A row of {pixels} pixels and {len(windows)} layers on it, with windows of "
        f"{', '.join(str(F) for F, _ in windows)} cells. One cell of the last layer has been computed from {said}"
        f"{', and these from ' if said else ''}{counts[0]} pixels."
    )
    return Drawing(LEFT + pixels * SIDE + 4, rows * (SIDE + GAP) - GAP + 8, parts, alt)
