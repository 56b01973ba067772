"""The still picture of ResidualBlocks, for print and for viewers without JavaScript."""

from ..svg import RULES as SHARED
from ..svg import text
from . import model
from .messages import guess_message, parameters_message, sentence, size_text

BLOCK, HIGH, GAP, ENDS = 62, 64, 12, 46  # width and height of a block; between two stages; the layers before and behind
TOP = 44  # of the blocks
MIDDLE = 52  # of a block, where the volume comes in and goes out
SIDES = {32: (34, 8), 16: (26, 11), 8: (18, 14)}  # height and width of a CONV layer, by the side of its maps
RULES = SHARED | {
    ".way": ("stroke:#48566b;stroke-width:1.5;fill:none", "stroke:#b4bdc9"),
    ".arc": ("stroke:#1d63b8;stroke-width:2;fill:none", "stroke:#7db5f5"),
    ".alone": ("stroke-width:4", "stroke-width:4"),
    ".conv": ("stroke:#7c1d12;fill:#f6bcb3", "stroke:#fbd9d3;fill:#7d3027"),
    ".gone": ("stroke:#7d8794;fill:none;stroke-dasharray:3 3", "stroke:#8a95a3"),
    ".right": ("stroke:none;fill:#1f7a3d", "fill:#7fd69b"),
    ".all": ("stroke:#7d8794;fill:none", "stroke:#8a95a3"),
    ".mark": ("stroke:#212529;stroke-width:2", "stroke:#e6e9ee"),
}


def draw(widget):
    """Draw the net's blocks, those that are taken out with their arc only, and a bar of what it gets right."""
    parts, left, out = [end("CONV", 0)], ENDS, widget.numbers
    for size, numbers in widget.stages:
        parts.append(text(left, 28, size_text(size), "l t"))
        for number in numbers:
            parts += block(number, size[0], left, number in out)
            left += BLOCK
        left += GAP
    parts.append(end("average, FC", left - GAP))
    wide = left - GAP + ENDS + 34
    top = TOP + HIGH + 56
    parts += [text(1, top, sentence(widget), "l t"), *bar(widget, top + 12, wide)]
    parts.append(text(1, top + 74, f"{parameters_message(widget.left, widget.net['parameters'])}.", "l"))
    return wide, top + 84, RULES, "".join(parts)


def end(words, left):
    """Draw the layers before or behind the blocks."""
    first, *rest = words.split()
    lines = [text(left + 6, TOP + MIDDLE + 4, first, "l")]
    return "".join([*lines, *[text(left + 6, TOP + MIDDLE + 19, word, "l") for word in rest]])


def block(number, side, left, gone):
    """Draw a block: its arc, and its two CONV layers where they are in."""
    high, wide = SIDES.get(side, SIDES[8])
    y, kind = TOP + MIDDLE, "gone" if gone else "conv"
    ways = f"M{left} {y}h{BLOCK}" if not gone else f"M{left} {y}h5M{left + 57} {y}h5"
    parts = [f'<path d="{ways}" class="way"/>']
    for middle in (19, 39):
        x, top = left + middle - wide / 2, y - high / 2
        parts.append(f'<rect x="{x:g}" y="{top:g}" width="{wide}" height="{high}" class="{kind}"/>')
    arc = f"M{left + 5} {y}C{left + 5} {TOP - 14} {left + 57} {TOP - 14} {left + 57} {y}"
    parts.append(f'<path d="{arc}" class="arc{" alone" if gone else ""}"/>')
    words = f"{number}, out" if gone else str(number)
    return [*parts, text(left + BLOCK / 2, TOP + HIGH + 22, words, "t" if gone else "")]


def bar(widget, top, wide):
    """Draw what is right as a bar, with marks for pure guessing and for the whole net."""
    images, whole = widget.record["images"], widget.record["right"][0]
    full = wide - 2
    scale = full / images
    parts = [
        f'<rect x="1" y="{top}" width="{widget.right * scale:.5g}" height="20" class="right"/>',
        f'<rect x="1" y="{top}" width="{full}" height="20" class="all"/>',
    ]
    marks = [(images / model.CLASSES, guess_message(images), "l"), (whole, f"all blocks: {whole}", "r")]
    for value, words, side in marks:
        x = 1 + value * scale
        parts.append(f'<path d="M{x:.5g} {top - 3}v28" class="mark"/>')
        parts.append(text(round(x, 1), top + 40, words, side))
    return parts
