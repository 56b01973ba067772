"""The still picture of PoolingShift, for print and for viewers without JavaScript."""

from base64 import b64encode

from ..pixels import png
from ..svg import RULES as SHARED
from ..svg import text
from .messages import change_message

SIDE, GAP, TOP = 164, 12, 24  # a picture, between two, where they begin
LEFT, WIDE, HIGH, HIGHEST = 46, 420, 190, 110  # the curves: their left end, their room, percent at the top
DASHES = {"none": "1 4", "average": "7 4", "max2": "none", "max3": "none"}
SHORT = {"none": "none", "average": "average 2×2", "max2": "max 2×2", "max3": "max 3×3"}
RULES = SHARED | {
    ".s": ("fill:#5b6675", "fill:#b4bdc9"),
    ".c": ("stroke:#5b6675;stroke-width:1.8;fill:none;stroke-linecap:round", "stroke:#b4bdc9"),
    ".wide": ("stroke-width:3.2", ""),
    ".on": ("stroke:#1f7a3d;stroke-width:3.2", "stroke:#7fd69b"),
    ".g": ("stroke:#c3cad3;fill:none", "stroke:#4a5563"),
    ".here": ("fill:#1f7a3d", "fill:#7fd69b"),
    ".ink": ("", "filter:invert(1)"),
    ".frame": ("stroke:#c3cad3;fill:none", "stroke:#4a5563"),
}


def draw(widget):
    """Draw four pictures in a row and the curves below them: (width, height, style rules, body)."""
    before, after = widget.map_at(0, widget.pool), widget.map_at(widget.shift, widget.pool)
    edges = widget.map_at(widget.shift, "none")
    most = widget.edges.max() or 1
    start = 9 - widget.shift
    photograph = widget.image[:, start : start + edges.shape[1]]
    changed = abs(after - before) / (widget.spreads[widget.pool] or 1)
    pictures = [
        ("photograph", photograph / 255, ""),
        ("its upright edges", 1 - edges / most, "ink"),
        ("pooled" if widget.pool != "none" else "not pooled", 1 - after / most, "ink"),
        ("what has changed", 1 - changed / 3, "ink"),
    ]
    parts = []
    high = SIDE * edges.shape[0] / edges.shape[1]
    for n, (title, picture, kind) in enumerate(pictures):
        source = f"data:image/png;base64,{b64encode(png(picture)).decode()}"
        x = n * (SIDE + GAP) + 1
        place = f'x="{x}" y="{TOP}" width="{SIDE}" height="{high:g}"'
        looks = 'preserveAspectRatio="none" style="image-rendering:pixelated"'
        parts += [text(x, 14, title, "l t"), f'<rect {place} class="frame"/>']
        parts.append(f'<image {place} href="{source}" class="{kind}" {looks}/>')
    top = TOP + high + 34
    parts += [text(1, top - 12, change_message(widget), "l"), *curves(widget, top + 8)]
    return 4 * SIDE + 3 * GAP + 2, top + HIGH + 56, RULES, "".join(parts)


def curves(widget, top):
    """Draw the curves over the shift, the one in view in green, with their names beside them."""
    steps = len(widget.curves["none"]) - 1

    def at(shift, value):
        return LEFT + shift / steps * WIDE, top + HIGH * (1 - value / HIGHEST)

    parts = []
    for value in (0, 50, 100):
        _, y = at(0, value)
        parts += [f'<path d="M{LEFT} {y:g}h{WIDE}" class="g"/>', text(LEFT - 8, y + 4, f"{value}%", "r s")]
    for shift in range(steps + 1):
        parts.append(text(at(shift, 0)[0], top + HIGH + 18, shift, "s"))
    parts.append(text(LEFT + WIDE / 2, top + HIGH + 36, "moved by, in pixels", "s"))
    x, _ = at(widget.shift, 0)
    parts.append(f'<path d="M{x:g} {top}v{HIGH}" class="g"/>')
    for n, (pool, values) in enumerate(widget.curves.items()):
        points = " ".join("{:.4g},{:.4g}".format(*at(shift, value)) for shift, value in enumerate(values))
        on = " on" if pool == widget.pool else ""
        if pool == "max3":
            on += " wide"
        dash = f'stroke-dasharray="{DASHES[pool]}"'
        parts.append(f'<polyline points="{points}" class="c{on}" {dash}/>')
        y = top + 20 + n * 24
        parts.append(f'<path d="M{LEFT + WIDE + 30} {y}h34" class="c{on}" {dash}/>')
        parts.append(text(LEFT + WIDE + 74, y + 4, SHORT[pool], "l t" if pool == widget.pool else "l"))
    x, y = at(widget.shift, widget.curves[widget.pool][widget.shift])
    parts.append(f'<circle cx="{x:g}" cy="{y:.4g}" r="5" class="here"/>')
    return parts
