"""The still picture of MemoryTable, for print and for viewers without JavaScript: the notes' table with bars."""

from html import escape

from cs231n_kit.memory import format_bytes

from ..figures.memory import COLOURS
from ..numbers import grouped
from .messages import error_message, fit_message, need_message, net_message, settings_message
from .tree import volume

WIDE, HIGH, MOST = 720, 19, 48  # pixels of the picture and of a row; rows that are drawn
LINE = 100  # characters of a line of words
NUMBER, NAME, SIZE = 22, 28, 262  # where a row's number ends, its name begins, and its size ends
TRAINING = ("activations", "parameters", "gradients", "step cache", "workspace")
TESTING = ("activations", "parameters", "workspace", "multiply-adds")
NOTES = ("activations", "parameters", "multiply-adds")

RULES = {  # selector: (light, dark)
    "text": ("fill:#212529;font:12px system-ui,sans-serif", "fill:#e6e9ee"),
    ".c": ("font:12px ui-monospace,monospace", "font:12px ui-monospace,monospace"),
    ".r": ("text-anchor:end", "text-anchor:end"),
    ".h": ("fill:#5b6675", "fill:#b4bdc9"),
    ".t": ("font-weight:bold", "font-weight:bold"),
    ".m": ("fill:#8a3c00", "fill:#ffc078"),
    ".g": ("stroke:#c3cad3;fill:none", "stroke:#4a5563"),
}


def text(x, y, words, kind=""):
    return f'<text x="{x:g}" y="{y:g}" class="{kind}">{escape(words)}</text>'


def draw(widget):
    """Draw what is needed and the table: (width, height, style rules, body)."""
    found = widget.study
    if found.error:
        lines = [settings_message(widget), error_message(found)]
    else:
        lines = [net_message(widget, found), settings_message(widget), need_message(found), fit_message(widget, found)]
    parts, top = [], 0
    for line in [part for words in lines for part in wrapped(words)]:
        top += 18
        parts.append(text(2, top, line, "m" if found.error else ""))
    if not found.error:
        table, top = draw_table(widget, found, top + 26)
        parts += table
    return WIDE, top + 10, RULES, "".join(parts)


def wrapped(words):
    """Returns a sentence in lines."""
    lines = [""]
    for word in words.split():
        lines = [*lines[:-1], f"{lines[-1]} {word}".strip()] if len(lines[-1]) + len(word) < LINE else [*lines, word]
    return lines


def draw_table(widget, found, top):
    """Draw a row for the input and for each layer, and the totals: (parts, where it ends)."""
    columns = NOTES if widget.notes else TRAINING if widget.train else TESTING
    ends = {name: SIZE + (WIDE - 4 - SIZE) * (n + 1) / len(columns) for n, name in enumerate(columns)}
    room = (WIDE - 4 - SIZE) / len(columns) - 10
    counts = [counts_of(widget, line) for line in found.lines]
    parts = [text(NAME, top, "layer", "h"), text(SIZE, top, "W×H×D", "h r")]
    parts += [text(x, top, name, "h r") for name, x in ends.items()]
    parts.append(rule(top + 6))
    most = {name: max([sum(one[name].values()) for one in counts] + [1]) for name in columns}
    for n, (line, one) in enumerate(zip(found.lines[:MOST], counts, strict=False)):
        top += HIGH
        parts += [text(NUMBER, top, str(n) if n else "", "h r"), text(NAME, top, line.label, "c")]
        parts.append(text(SIZE, top, volume(line.shape), "h r"))
        for name, x in ends.items():
            parts += bars(one[name], most[name], x, top, room)
            parts.append(text(x, top, written(widget, name, sum(one[name].values())), "r"))
    if len(counts) > MOST:
        top += HIGH
        parts.append(text(NAME, top, f"and {len(counts) - MOST} layers more", "h"))
    sums = {name: sum(sum(one[name].values()) for one in counts) for name in columns if name != "workspace"}
    totals = {"all rows summed up": sums}
    if not widget.notes:
        totals[f"at the fullest moment: {format_bytes(found.total)}"] = fullest(found)
    for label, values in totals.items():
        top += HIGH + 4
        parts += [rule(top - 15), text(2, top, label, "t")]
        for name, x in ends.items():
            parts.append(text(x, top, written(widget, name, values[name]) if name in values else "–", "r t"))
    return parts, top


def rule(y):
    return f'<path d="M0 {y:g}h{WIDE}" class="g"/>'


def counts_of(widget, line):
    """Returns {column: {source: what a row has of it}}; in bytes, or as the notes count, in numbers of one example."""
    if widget.notes:
        return {
            "activations": {"activations": line.numbers},
            "parameters": {"parameters": line.parameter_numbers},
            "multiply-adds": {"data": line.macs // widget.batch},
        }
    return {
        "activations": {"activations": line.activations},
        "parameters": {"parameters": line.parameters},
        "gradients": {"gradients": line.gradients, "parameter gradients": line.parameter_gradients},
        "step cache": {"step cache": line.step_cache},
        "workspace": {"workspace": line.workspace},
        "multiply-adds": {"data": line.macs},
    }


def fullest(found):
    """Returns {column: bytes} at the fullest moment."""
    moment = found.needs.moment
    return {
        "activations": moment.data + moment.activations,
        "parameters": found.needs.parameters + found.needs.statistics,
        "gradients": moment.gradients + moment.parameter_gradients,
        "step cache": found.needs.step_cache,
        "workspace": moment.workspace,
    }


def written(widget, name, count):
    """Returns a count as it stands in its column."""
    return grouped(count) if widget.notes or name == "multiply-adds" or not count else format_bytes(count)


def bars(sources, most, right, top, room):
    """Returns a bar that ends behind a number, as long as its share of the largest, a part for each source."""
    found, x = [], right + 4
    for source, count in sources.items():
        wide = count / most * room
        x -= wide
        if wide >= 0.5:
            place = f'x="{x:.1f}" y="{top - 13}" width="{wide:.1f}" height="{HIGH - 3}"'
            found.append(f'<rect {place} fill="{COLOURS[source]}"/>')
    return found
