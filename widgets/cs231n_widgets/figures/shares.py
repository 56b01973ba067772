"""The drawing of where things sit in a net: one bar for each thing that is counted, divided from front to back."""

from .drawing import Drawing, text

WIDTH = 480  # of the drawing, in pixels
TITLE, HIGH, STEP = 26, 50, 94  # the room for a title, the height of its bar, and from one title to the next
TYPE, LETTER = 17, 10  # the size of the words, so that a phone shows all of the drawing, and roughly a letter's width
# From the front of a net to its back; translucent, so that they serve a light page and a dark one.
RAMP = ((38, 98, 217), (20, 150, 190), (30, 150, 90), (150, 160, 30), (224, 140, 20), (206, 56, 56))


def where_it_sits(names, rows):
    """Draw bars one below the other, each divided into the same parts by what they have of the whole.

    names are those of the parts, front to back; where one has no room, its last word stands for it. rows is {title:
    one number for each part}, such as bytes, counts or seconds. ValueError for rows that don't go with the names.
    """
    parts, said = [], []
    for number, (title, values) in enumerate(rows.items()):
        shares, top = shares_of(title, values, names), number * STEP
        parts.append(text(0, top + 17, title, "start"))
        left = 1
        for i, (name, share) in enumerate(zip(names, shares, strict=True)):
            width = share * (WIDTH - 2)
            parts += segment(left, top + TITLE, width, name, share, colour(i, len(names)))
            left += width
        some = [f"{name} {percent(share)}" for name, share in zip(names, shares, strict=True)]
        said.append(f"{title}: {', '.join(some)}.")
    alt = " ".join(["Bars of one length, each divided from the net’s front to its back.", *said])
    return Drawing(WIDTH, (len(rows) - 1) * STEP + TITLE + HIGH + 2, parts, alt, smallest=TYPE)


def shares_of(title, values, names):
    """Returns each value's part of their sum."""
    if len(values) != len(names) or min(values) < 0 or not sum(values):
        raise ValueError(
            f"{title!r} needs a number for each of {len(names)} parts, none below 0 and not all of them 0; "
            f"got {list(values)}."
        )
    return [value / sum(values) for value in values]


def segment(left, top, width, name, share, fill):
    """Draw one part of a bar, with its name, or the last word of it, and its share where they have room."""
    parts = [
        f'<rect x="{left:.1f}" y="{top}" width="{width:.1f}" height="{HIGH}" fill="{fill}" stroke="currentColor"/>'
    ]
    short, middle, letters = name.split()[-1], left + width / 2, (width - 4) / LETTER
    said = name if len(name) <= letters else short
    if max(len(said), len(percent(share))) <= letters:
        parts.append(text(middle, top + 21, said))
        parts.append(text(middle, top + 42, percent(share)))
    elif len(said) <= letters:
        parts.append(text(middle, top + 31, said))
    return parts


def percent(share):
    """Returns a share as text, with a decimal where it is small: 21%, 0.8%."""
    if 0 < share < 0.0005:
        return "under 0.1%"
    return f"{share:.1%}" if 0 < share < 0.0995 else f"{share:.0%}"


def colour(i, count):
    """Returns the fill of part i of `count`: blue at the front, red at the back."""
    at = i * (len(RAMP) - 1) / max(count - 1, 1)
    low = min(int(at), len(RAMP) - 2)
    mixed = [round(a + (b - a) * (at - low)) for a, b in zip(RAMP[low], RAMP[low + 1], strict=True)]
    return f"rgba({','.join(map(str, mixed))},.4)"
