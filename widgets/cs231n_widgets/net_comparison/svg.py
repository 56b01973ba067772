"""The still picture of NetComparison, for print and for viewers without JavaScript."""

from html import escape

from ..base import number
from ..svg import RULES as SHARED
from ..svg import text
from . import model
from .messages import AREAS, SOURCE_MESSAGE, TITLES, amount_text, bytes_text, macs_text, percent, short_message

WIDE, HIGH = 700, 396
NAME, BAR, FIGURES = 110, 150, 145  # of a row of the table: its name, the longest bar, the words behind it
LINE = 22
RULES = SHARED | {
    ".grid": ("stroke:#c3cad3;fill:none", "stroke:#4a5563"),
    ".net": ("stroke:#48566b;fill:#d5dde8;fill-opacity:.7", "stroke:#b4bdc9;fill:#3a4656"),
    ".chosen": ("stroke:#0d3b70;stroke-width:2.5;fill:#a9cdf6", "stroke:#d3e6fc;fill:#2c5c96"),
    ".beside": ("stroke:#7c1d12;stroke-width:2.5;fill:#f6bcb3", "stroke:#fbd9d3;fill:#7d3027"),
}


def draw(widget):
    """Draw the chart, and where the net in view and the one beside it have their weights and their work."""
    chart = model.chart(widget.nets, widget.axis, WIDE, HIGH)
    parts = [*axes(widget, chart), *circles(widget, chart)]
    top = HIGH + 24
    parts += [*legend(widget, chart, top), *source(widget, top + 34)]
    top += 90
    for net, kind in ((widget.net, "chosen"), (widget.kept, "beside")):
        if net:
            parts += table(net, kind, top)
            top += LINE * (len(net["parts"]) + 3) + 8
    return WIDE, top - 20, RULES, "".join(parts)


def axes(widget, chart):
    """Draw both axes with their ticks and names, and the strip of nets without a figure."""
    end, bottom = WIDE - model.RIGHT, HIGH - model.BOTTOM
    parts = [text(1, 11, "top-1", "l t")]
    for y, value in chart.up:
        parts += [f'<path d="M{model.LEFT} {y:g}H{end}" class="grid"/>', text(model.LEFT - 6, y + 4, f"{value}%", "r")]
    for x, value in chart.across:
        parts += [
            f'<path d="M{x:.5g} {model.TOP}V{bottom}" class="grid"/>',
            text(round(x, 1), bottom + 16, number(value)),
        ]
    parts.append(text((model.LEFT + end) / 2, bottom + 36, TITLES[widget.axis], "t"))
    if bottom > chart.floor:
        parts.append(text(1, chart.floor + model.STRIP / 2 + 4, "none", "l"))
    return parts


def circles(widget, chart):
    """Draw the nets with their names, those in view last, so that nothing hides them."""
    kinds = {widget.chosen: "chosen", widget.beside: "beside"}
    ordered = sorted(chart.circles, key=lambda one: (one.name in kinds, -one.r))
    discs = [
        f'<circle cx="{one.x:.5g}" cy="{one.y:.5g}" r="{one.r:.4g}" class="{kinds.get(one.name, "net")}"/>'
        for one in ordered
    ]
    names = [text(round(one.label_x, 1), round(one.label_y, 1), escape(one.name)) for one in ordered]
    return [*discs, *names]


def legend(widget, chart, top):
    """Draw two circles of known size, and say what their areas stand for."""
    area = model.other(widget.axis)
    parts, left = [text(1, top, f"Area of a circle: {AREAS[area]}", "l")], 200
    for r, value in chart.legend:
        parts.append(f'<circle cx="{left + r:.4g}" cy="{top - 4:g}" r="{r:.4g}" class="net"/>')
        parts.append(text(round(left + 2 * r + 6, 1), top, amount_text(value, area), "l"))
        left += 2 * r + 100
    return parts


def source(widget, top):
    """Say where the figures of top-1 are from, in two lines."""
    protocol, name = SOURCE_MESSAGE.format(escape(widget.about)).split(": ")
    return [text(1, top, f"{protocol}:", "l"), text(1, top + 18, name, "l")]


def table(net, kind, top):
    """Draw a net's parts, a line each: its weights and its multiply-adds, as bars and in numbers."""
    heads = enumerate(("weights", "multiply-adds"))
    lines = [text(1, top, escape(short_message(net)), "l t")]
    lines += [text(NAME + m * (BAR + FIGURES), top + LINE, head, "l") for m, head in heads]
    for n, part in enumerate(net["parts"], 2):
        y = top + n * LINE
        lines.append(text(1, y, part["name"], "l"))
        for m, (key, write) in enumerate((("weights", bytes_text), ("macs", macs_text))):
            left, share = NAME + m * (BAR + FIGURES), part[key] / max(net[key], 1)
            lines.append(f'<rect x="{left}" y="{y - 11}" width="{BAR * share:.4g}" height="13" class="{kind}"/>')
            lines.append(
                text(
                    round(left + BAR * share + 8, 1),
                    y,
                    escape(f"{write(part[key])}, {percent(part[key], net[key])}"),
                    "l",
                )
            )
    return lines
