"""The still picture of ActivationHistograms, for print and for viewers without JavaScript."""

from ..base import number
from ..svg import RULES as SHARED
from ..svg import text
from .messages import figure, note, outcome, scale_message
from .model import BINS

WIDE, HIGH, GAP, ACROSS = 60, 64, 8, 10  # of a histogram, between two, in a line
HEAD, FOOT = 40, 56  # above and below a line of histograms
MARGIN = 4  # before the first
BAR, END = 3, 3  # width of a bar; between the bins and what lies outside of them
RULES = SHARED | {
    ".base": ("stroke:#7d8794;fill:none", "stroke:#8a95a3"),
    ".without": ("stroke:#8a3c00;fill:#fff3e2", "stroke:#ffc078;fill:#35260f"),
    ".with": ("stroke:#1d63b8;fill:#1d63b8", "stroke:#7db5f5;fill:#7db5f5"),
}


def draw(widget):
    """Draw each row of histograms with its outcome: (width, height, style rules, body)."""
    parts, top = [], 0
    if not widget.own:
        parts.append(text(1, 15, f"Deviation of the weights: {scale_message(widget.scale)}", "l t"))
        top = 30
    for kind, row in zip(("without", "with"), widget.rows, strict=False):
        parts.append(text(1, top + 16, f"{row.title}: {outcome(row)}", "l t"))
        for n, layer in enumerate(row.layers):
            line, column = divmod(n, ACROSS)
            left, up = MARGIN + column * (WIDE + GAP), top + HEAD + line * (HIGH + HEAD + FOOT)
            parts.append(text(left + WIDE / 2, up - 4, layer.name, within=WIDE if len(layer.name) > 9 else None))
            parts += one_layer(row, layer, left, up, kind)
        lines = -(-len(row.layers) // ACROSS)
        top += lines * (HIGH + HEAD + FOOT)
    return MARGIN + ACROSS * (WIDE + GAP), top, RULES, "".join(parts)


def one_layer(row, layer, left, top, kind):
    """Draw a histogram, where its bins begin and end, and its words."""
    begin = left + BAR + END
    base, middle = top + HIGH, left + WIDE / 2
    return [
        f'<path d="{bars(layer.counts, left, base)}" class="{kind}"/>',
        f'<path d="M{left:g} {base:g}h{WIDE:g}" class="base"/>',
        text(begin, base + 14, number(row.low)),
        text(begin + BINS * BAR, base + 14, number(row.high)),
        text(middle, base + 31, figure(layer), "t"),
        text(middle, base + 46, note(row, layer)),
    ]


def bars(counts, left, base):
    """Returns the bars as one path: the highest as high as the histogram, those outside of the bins set apart."""
    most = max(counts) or 1
    drawn = []
    for n, count in enumerate(counts):
        x = left + n * BAR + END * ((n > 0) + (n > BINS))
        high = HIGH * count / most
        if count:
            drawn.append(f"M{x:.4g} {base:g}v{-high:.4g}h{BAR:g}v{high:.4g}z")
    return "".join(drawn)
