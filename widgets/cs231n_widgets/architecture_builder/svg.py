"""The still picture of ArchitectureBuilder, for print and for viewers without JavaScript: its table."""

from html import escape

from ..numbers import grouped
from ..spec_reading import BYTES
from .messages import error_message, left_over_message, name_of, net_message, volume

WIDE, HIGH, MOST = 720, 22, 24  # pixels of the picture and of a row; rows that are drawn
COLUMNS = (250, 390, 520, 716)  # where size, parameters, bytes and multiply-adds end
LINE, LETTER = 92, 7.25  # characters of a line of the text, pixels of one

RULES = {  # selector: (light, dark)
    "text": ("fill:#212529;font:13px system-ui,sans-serif", "fill:#e6e9ee"),
    ".c": ("font:12px ui-monospace,monospace", "font:12px ui-monospace,monospace"),
    ".r": ("text-anchor:end", "text-anchor:end"),
    ".h": ("fill:#5b6675;font-size:12px", "fill:#b4bdc9"),
    ".t": ("font-weight:bold", "font-weight:bold"),
    ".m": ("fill:#8a3c00", "fill:#ffc078"),
    ".g": ("stroke:#c3cad3;fill:none", "stroke:#4a5563"),
    ".u": ("stroke:#8a3c00;stroke-width:2;fill:none", "stroke:#ffc078"),
    ".x": ("fill:#cfe2f8", "fill:#1f4069"),
    ".w": ("fill:#f9d3cd", "fill:#5a2721"),
    ".y": ("fill:#cdeed4", "fill:#1f4a2d"),
}


def text(x, y, words, kind="", long=0):
    """Write words, in letters so wide that they are `long` pixels if that is given."""
    spaced = f' textLength="{long:g}"' if long else ""
    return f'<text x="{x:g}" y="{y:g}" class="{kind}" xml:space="preserve"{spaced}>{escape(words)}</text>'


def draw(widget):
    """Draw the text, what is said of it, and the table: (width, height, style rules, body)."""
    net = widget.net
    parts, top = draw_text(net)
    said = error_message(net) if net.error else left_over_message(net) or net_message(net)
    for line in wrapped(said, 105):
        parts.append(text(2, top, line, "m" if net.error else ""))
        top += 18
    if net.rows:
        table, top = draw_table(net, top + 10)
        parts += table
    return WIDE, top + 8, RULES, "".join(parts)


def draw_text(net):
    """Draw the spec in lines of its own; where it is wrong, a line under the place."""
    parts, top, at = [], 14, 0
    for line in cut(net.text):
        parts.append(text(2, top, line, "c", long=LETTER * len(line)))
        place = net.error.place - at if net.error else -1
        if 0 <= place < max(len(line), 1):
            parts.append(f'<path d="M{2 + place * LETTER:g} {top + 5}h{LETTER * 1.5:g}" class="u"/>')
        at += len(line)
        top += 20
    return parts, top + 8


def cut(words):
    """Returns a text in pieces as long as a line, which are whole again when put together."""
    pieces = []
    while len(words) > LINE:
        end = words.rfind(" ", 0, LINE) + 1 or LINE
        pieces.append(words[:end])
        words = words[end:]
    return [*pieces, words]


def wrapped(words, most):
    """Returns a sentence in lines."""
    lines = [""]
    for word in words.split():
        lines = [*lines[:-1], f"{lines[-1]} {word}".strip()] if len(lines[-1]) + len(word) < most else [*lines, word]
    return lines


def draw_table(net, top):
    """Draw a row for the input and for each layer, a bar behind each number as long as its share of the largest."""
    heads = ("size W×H×D", "parameters", "bytes", "multiply-adds")
    parts = [text(2, top, "layer", "h")]
    parts += [text(x, top, head, "h r") for x, head in zip(COLUMNS, heads, strict=True)]
    parts.append(f'<path d="M0 {top + 7}h{WIDE}" class="g"/>')
    input_bytes = BYTES
    for size in net.in_shape:
        input_bytes *= size
    rows = [("INPUT", volume(net.in_shape), (None, input_bytes, None), "")]
    for i, row in enumerate(net.rows):
        size = volume(row.out) if row.out else "does not fit" if i == net.misfit else "–"
        rows.append((name_of(row), size, row.costs if row.out else None, "m" if i == net.misfit else ""))
    most = [max([counts[n] or 0 for _, _, counts, _ in rows if counts] + [1]) for n in range(3)]
    for name, size, counts, kind in rows[:MOST]:
        top += HIGH
        parts += bars(counts or (0, 0, 0), most, top)
        parts += [text(2, top, name, f"c {kind}"), text(COLUMNS[0], top, size, f"r {kind}")]
        for x, count in zip(COLUMNS[1:], counts or (), strict=False):
            parts.append(text(x, top, "" if count is None else grouped(count), "r"))
    if len(rows) > MOST:
        top += HIGH
        parts.append(text(2, top, f"and {len(rows) - MOST} layers more", "h"))
    top += HIGH + 4
    parts.append(f'<path d="M0 {top - 17}h{WIDE}" class="g"/>')
    parts.append(text(2, top, "in all" if not net.error else "as far as it goes", "t"))
    parts += [text(x, top, grouped(count), "r t") for x, count in zip(COLUMNS[1:], net.totals, strict=True)]
    return parts, top


def bars(counts, most, top):
    """Returns a bar for each of a row's counts."""
    found = []
    for n, kind in enumerate("wxy"):
        wide = (counts[n] or 0) / most[n] * (COLUMNS[n + 1] - COLUMNS[n] - 12)
        if wide >= 0.5:
            x = COLUMNS[n + 1] + 4 - wide
            found.append(f'<rect x="{x:.1f}" y="{top - 15}" width="{wide:.1f}" height="{HIGH - 3}" class="{kind}"/>')
    return found
