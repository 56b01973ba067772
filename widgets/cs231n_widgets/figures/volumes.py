"""Drawings of rows and volumes: a filter on a row, what a neuron is connected to, the volumes of a network."""

from cs231n_kit.sizing import out_size

from ..pixels import image
from .drawing import CELL, INPUT, OUTPUT, WEIGHT, Drawing, cell, line, solid, text


def sliding_row(x, w, S=1, P=0, b=0, names=("inputs", "outputs", "weights")):
    """Draw a filter w (F,) at work on a row x (W,) with stride S and padding P: each neuron above its window.

    names says what the three rows of numbers are. Raises ValueError if the windows don't fit neatly.
    """
    inputs, results, weights = names
    F, size = len(w), out_size(len(x), len(w), S, P, fit="raise")
    padded = [0] * P + list(x) + [0] * P
    outputs = [sum(padded[i * S + u] * w[u] for u in range(F)) + b for i in range(size)]
    left, top, below = 92, 14, 104
    parts = [text(0, top + 28, results, "start"), text(0, below + 28, inputs, "start")]
    for place, value in enumerate(padded):
        padding = not P <= place < P + len(x)
        parts.append(cell(left + place * (CELL + 6), below, value, "none" if padding else INPUT, dashed=padding))
    for i, value in enumerate(outputs):
        middle = left + (i * S + (F - 1) / 2) * (CELL + 6) + CELL / 2
        parts.append(cell(middle - CELL / 2, top, value, OUTPUT))
        for u in range(F):
            at = left + (i * S + u) * (CELL + 6) + CELL / 2
            parts.append(line(middle, top + CELL, at, below, opacity=0.55))
    end = left + len(padded) * (CELL + 6) + 34
    parts.append(text(end + (F * CELL) / 2, top + 28, weights))
    parts += [cell(end + u * CELL, below, value, WEIGHT) for u, value in enumerate(w)]
    alt = (
        f"A row of {inputs} {list(x)} with {P} zero{'' if P == 1 else 's'} on each side; the {weights} {list(w)}; "
        f"stride {S}: {size} neurons, each above the {F} cells it reads, with {results} {outputs}."
    )
    return Drawing(end + F * CELL + 2, below + CELL + 4, parts, alt)


def depth_column(W=32, H=32, D=3, F=5, K=5):
    """Draw a W x H x D volume, a window of F x F in it, and the K neurons that read it: a column of the output.

    Depth goes to the right, width away from the reader.
    """
    height, wide, top, x, left, step = 140, 96, 78, 4, 160, 46
    window, thick = height * F / H + 8, 10 * D
    at_x, at_y = 46, top + 42  # the window's place: so far to the back, and down
    parts = [
        solid(x, top, thick, height, wide, INPUT),
        solid(x + at_x, at_y, thick, window, window, WEIGHT),
        solid(left, top, K * step, height, wide, "rgba(22,150,90,.07)"),
    ]
    start, middle = (x + at_x + thick + window * 0.4, at_y + window * 0.25), at_y + window / 2
    for k in range(K):
        end = left + at_x + (k + 0.5) * step
        bend = f"{(start[0] + end) / 2:g} {at_y - 36 - 20 * k:g}"
        parts.append(
            f'<path d="M{start[0]:g} {start[1]:g}Q{bend} {end:g} {middle - 18:g}" fill="none" stroke="currentColor"/>'
        )
        parts.append(f'<circle cx="{end:g}" cy="{middle:g}" r="18" fill="{OUTPUT}" stroke="currentColor"/>')
        parts.append(text(end, middle + 5, k))
    low = top + height + 24
    parts += [
        text(x, low, f"input {W}×{H}×{D}", "start"),
        text(left, low, f"output, {K} deep: {K} filters", "start"),
        text(x, 16, f"{K} neurons read the same {F}×{F}×{D} numbers: {F * F * D} weights each", "start"),
    ]
    alt = (
        f"A volume {W} wide, {H} high and {D} deep. A window of {F}×{F} in it goes through the whole depth. Beside it "
        f"the output, {K} deep, with a column of {K} neurons at one place, one behind the other along the depth: lines "
        f"lead from the window to all {K}, which read the same numbers, each by {F * F * D} weights of its own."
    )
    return Drawing(left + K * step + wide * 0.8 + 6, low + 10, parts, alt)


def filter_tiles(w, across=8):
    """Draw filters w (K,3,F,F) as small pictures: a grey cell weighs 0, a lighter one more in its colour."""
    K, _, F, _ = w.shape
    side, gap = 62, 6
    parts = []
    for k, one in enumerate(w):
        pixels = (one / abs(one).max() + 1).transpose(1, 2, 0) / 2
        parts.append(image(k % across * (side + gap), k // across * (side + gap), side, side, pixels))
    rows = -(-K // across)
    alt = f"{K} filters of {F}×{F}×3 as small colour pictures, in {rows} rows."
    return Drawing(min(K, across) * (side + gap) - gap, rows * (side + gap) - gap, parts, alt, smallest=None)


def volume_row(shapes):
    """Draw the volumes of a network, {name: (C,H,W)}, from left to right, each with its name and size.

    Sides are drawn to scale, as long as that leaves something to see.
    """
    size, gap, left, bottom = 3.4, 58, 8, 170
    parts, sizes = [], []
    for name, (C, H, W) in shapes.items():
        width, height, depth = (max(6, size * side) for side in (W, H, C))
        parts.append(solid(left, bottom - height, width, height, depth, OUTPUT if sizes else INPUT))
        middle = left + (width + depth * 0.8) / 2
        sizes.append(f"{W}×{H}×{C}")
        parts += [text(middle, bottom + 26, name, font_weight="bold"), text(middle, bottom + 48, sizes[-1])]
        if len(sizes) < len(shapes):
            arrow = left + width + depth * 0.8 + 8
            parts.append(line(arrow, bottom - 6, arrow + gap - 24, bottom - 6))
            parts.append(line(arrow + gap - 30, bottom - 11, arrow + gap - 24, bottom - 6))
            parts.append(line(arrow + gap - 30, bottom - 1, arrow + gap - 24, bottom - 6))
        left += width + depth * 0.8 + gap
    named = [f"{name} {volume}" for name, volume in zip(shapes, sizes, strict=True)]
    return Drawing(
        left - gap + 30,
        bottom + 58,
        parts,
        f"Boxes from left to right, drawn to scale: {', '.join(named)}.",
    )
