"""Drawings of the book: inline SVG that follows the page's light or dark theme, each with its text equivalent."""

from html import escape

from cs231n_kit.sizing import out_size

# Fills are translucent, so that one colour serves a light page and a dark one; ink is the page's own.
INPUT, WEIGHT, OUTPUT = "rgba(47,111,222,.22)", "rgba(214,60,60,.22)", "rgba(22,150,90,.24)"
CELL = 44  # side of a cell in pixels


class Drawing:
    """An SVG with its text equivalent: shown by a notebook, read out by a screen reader, printed as text."""

    def __init__(self, width, height, parts, alt, least=0):
        """Put an SVG together; on a page narrower than `least` pixels it scrolls instead of shrinking further."""
        self.svg = (
            f'<svg role="img" aria-label="{escape(alt)}" viewBox="0 0 {width} {height}" width="{width}" '
            'style="max-width:100%;height:auto" font-family="ui-sans-serif,system-ui,sans-serif" font-size="15" '
            f'fill="currentColor" xmlns="http://www.w3.org/2000/svg">{"".join(parts)}</svg>'
        )
        self.alt, self.least = alt, least

    def _repr_html_(self):
        if not self.least:
            return self.svg
        inner = f'<div style="min-width:{self.least}px">{self.svg}</div>'
        return f'<div tabindex="0" style="overflow-x:auto">{inner}</div>'  # what scrolls is reached by keyboard

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


def _box(x, y, width, height, depth, fill):
    """Draw a box seen from the front left: a face of width x height, receding to the right by depth."""
    dx, dy = depth * 0.8, -depth * 0.5
    face = f"M{x} {y}h{width}v{height}h{-width}z"
    top = f"M{x} {y}l{dx} {dy}h{width}l{-dx} {-dy}z"
    side = f"M{x + width} {y}l{dx} {dy}v{height}l{-dx} {-dy}z"
    return "".join(
        f'<path d="{d}" fill="{fill}" stroke="currentColor" stroke-linejoin="round"/>' for d in (face, top, side)
    )


def local_connection(W=32, H=32, D=3, F=5, K=5):
    """Draw a W x H x D volume, one F x F x D window in it, and the K neurons of a fibre that all read it."""
    size, depth, x, y = 190, 40, 20, 50
    window = size * F / W
    wx, wy = x + size * 0.45, y + size * 0.4
    parts = [_box(x, y, size, size, depth, INPUT), _box(wx, wy, window, window, depth * 0.5, WEIGHT)]
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
        f"A volume {W} wide, {H} high and {D} deep. A window of {F} by {F} cells, through the whole depth, is "
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
        parts.append(_box(left, bottom - height, width, height, depth, OUTPUT if sizes else INPUT))
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
        least=560,
    )
