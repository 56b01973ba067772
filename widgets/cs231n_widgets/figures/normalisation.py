"""The drawing of what is normalised together: pictures by channels, and which of them share a mean."""

from .drawing import INPUT, Drawing, Row, text

PICTURES, CHANNELS, GROUP = 3, 6, 3
SIDE, STEP, LEFT, TOP = 20, 24, 4, 34  # of the box that stands for a map; the room on its left and above
WIDTH, HEIGHT = LEFT + CHANNELS * STEP, TOP + PICTURES * STEP + 24

TOGETHER = "rgba(22,150,90,.6)"  # stronger than the others, so that it stands out on a dark page, too

# Which (picture, channel) are normalised together with picture 1, channel 2, and what that means.
KINDS = {
    "batch norm": (lambda n, c: c == 2, "one channel, all places, all pictures"),
    "layer norm": (lambda n, c: n == 1, "one picture, all places, all channels"),
    "group norm": (lambda n, c: n == 1 and c < GROUP, "one picture, all places, a group of channels"),
    "LRN": (lambda n, c: n == 1 and 1 <= c <= 3, "one picture, one place, neighbouring channels"),
}


def normalised_together():
    """Draw for four layers which numbers are normalised together: a row a picture, a column a channel."""
    return Row(*[one_kind(name, *kind, only_a_place=name == "LRN") for name, kind in KINDS.items()])


def one_kind(name, is_together, words, only_a_place):
    """Draw one layer: each box is the map that one channel of one picture makes."""
    parts = [text(LEFT, 20, name, "start", font_weight="bold")]
    for n in range(PICTURES):
        for c in range(CHANNELS):
            x, y = LEFT + c * STEP, TOP + n * STEP
            together = is_together(n, c)
            parts.append(box(x, y, SIDE, TOGETHER if together and not only_a_place else INPUT, 2 if together else 1))
            if together and only_a_place:
                parts.append(box(x + 7, y + 7, 7, "currentColor", 1))
    parts.append(text(LEFT, HEIGHT - 6, "channels →   pictures ↓", "start", font_size=13))
    alt = f"{name}: {words}, of {PICTURES} pictures with {CHANNELS} channels."
    return Drawing(WIDTH, HEIGHT, parts, alt, smallest=13)


def box(x, y, side, fill, stroke):
    return (
        f'<rect x="{x}" y="{y}" width="{side}" height="{side}" rx="3" fill="{fill}" stroke="currentColor" '
        f'stroke-width="{stroke}"/>'
    )
