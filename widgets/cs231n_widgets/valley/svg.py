"""The still picture of Valley, for print and for viewers without JavaScript."""

from ..svg import RULES as SHARED
from ..svg import text
from . import model
from .messages import outcome, sentence

SCALE, TOP = 64, 26  # pixels of a unit, where the valley begins
HEIGHTS = [0.5, 2, 5, 10, 17, 26, 37, 50, 70, 95, 125, 160, 200]  # of the lines of equal height
LINE = 22  # of a row of the list
COLOURS = {  # light and dark, and how the line is broken
    "SGD": ("#48566b", "#b4bdc9", "none"),
    "momentum": ("#c0392b", "#f08d80", "none"),
    "Nesterov": ("#b0630a", "#f2b45a", "7 4"),
    "Adagrad": ("#1d63b8", "#7db5f5", "2 4"),
    "RMSProp": ("#1f7a3d", "#7fd69b", "7 3 2 3"),
    "Adam": ("#7b3fa0", "#cfa5ea", "12 3"),
}
RULES = SHARED | {
    ".g": ("stroke:#c3cad3;fill:none", "stroke:#4a5563"),
    ".c": ("stroke:#212529;stroke-width:2.5;fill:none", "stroke:#e6e9ee"),
    ".walk": ("fill:none;stroke-width:2;stroke-linejoin:round", ""),
    **{f".{name}": (f"stroke:{light}", f"stroke:{dark}") for name, (light, dark, _) in COLOURS.items()},
}


def draw(widget):
    """Draw the valley, and below it a row for each walk: (width, height, style rules, body)."""
    wide, high = (2 * half * SCALE for half in model.ROOM)
    middle = wide / 2, TOP + high / 2
    ellipses = "".join(
        f'<ellipse rx="{(2 * height) ** 0.5 * SCALE:.4g}" '
        f'ry="{(2 * height / model.STEEP) ** 0.5 * SCALE:.4g}" class="g"/>'
        for height in HEIGHTS
    )
    inner = (
        f'<svg x="0" y="{TOP}" width="{wide}" height="{high:g}" viewBox="{-wide / 2} {-high / 2:g} {wide} {high:g}">'
    )
    parts = [text(1, 15, sentence(widget), "l t"), f'{inner}<g transform="rotate({-widget.turn})">{ellipses}</g>']
    for name, walk in widget.walks.items():
        places = walk.places[: min(widget.step, model.drawable(walk)) + 1].clip(-99, 99) * SCALE
        points = " ".join(f"{x:.4g},{-y:.4g}" for x, y in places)
        parts.append(f'<polyline points="{points}" class="walk {name}" stroke-dasharray="{COLOURS[name][2]}"/>')
    parts.append('<path d="M-7 0H7M0 -7V7" class="c"/></svg>')
    x, y = model.turned(widget.begin, widget.turn)
    parts.append(f'<circle cx="{middle[0] + x * SCALE:.5g}" cy="{middle[1] - y * SCALE:.5g}" r="6" class="c"/>')
    for n, (name, walk) in enumerate(widget.walks.items()):
        row = TOP + high + 20 + n * LINE
        dash = f'stroke-dasharray="{COLOURS[name][2]}"'
        parts.append(f'<path d="M4 {row - 4:g}h40" class="walk {name}" {dash}/>')
        parts += [text(56, row, name, "l t"), text(150, row, outcome(walk, widget.step), "l")]
    return wide, TOP + high + 12 + LINE * len(widget.walks), RULES, "".join(parts)
