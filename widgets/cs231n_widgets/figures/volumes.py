"""Drawings of rows and volumes: a filter on a row, what a neuron is connected to, the volumes of a network."""

from cs231n_kit.sizing import out_size

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


def local_connection(W=32, H=32, D=3, F=5, K=5):
    """Draw a W x H x D volume, one F x F x D window in it, and the K neurons of a fibre that all read it."""
    size, depth, x, y = 190, 40, 20, 50
    window = size * F / W
    wx, wy = x + size * 0.45, y + size * 0.4
    parts = [solid(x, y, size, size, depth, INPUT), solid(wx, wy, window, window, depth * 0.5, WEIGHT)]
    neurons_x, neurons_y, step = 350, y + size * 0.47, 46
    for corner in (wy, wy + window):
        parts.append(line(wx + window, corner, neurons_x - 16, neurons_y, opacity=0.6))
    for k in range(K):
        at = neurons_x + k * step
        parts.append(f'<circle cx="{at}" cy="{neurons_y}" r="16" fill="{OUTPUT}" stroke="currentColor"/>')
    parts += [
        text(x + size / 2, y + size + 22, f"{W} wide"),
        text(x + size + depth * 0.8 + 8, y + size * 0.2, f"{H} high", "start"),
        text(x + size + depth * 0.8 + 8, y - 12, f"{D} deep", "start"),
        text(neurons_x + (K - 1) * step / 2, neurons_y - 34, f"{K} neurons, one window"),
        text(neurons_x + (K - 1) * step / 2, neurons_y + 46, f"{F}×{F}×{D} = {F * F * D} weights each"),
    ]
    alt = (
        f"A volume {W} wide, {H} high and {D} deep. A window of {F}×{F} cells, through the whole depth, is "
        f"connected to a row of {K} neurons: all read the same window, each with {F * F * D} weights of its own."
    )
    return Drawing(neurons_x + K * step + 10, y + size + 30, parts, alt)


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
