"""Drawings of nets with more than one way through them: lanes side by side, and a shortcut."""

from .drawing import INPUT, OUTPUT, WEIGHT, Drawing, line, text

WIDE, HIGH, GAP = 86, 34, 26  # of a box, and between two
NARROW = 62  # of a box in a row that a small screen is to show whole
ROW = HIGH + 18  # from one lane to the next


def lanes(rows):
    """Draw an Inception module: lanes of layers side by side, whose outputs are stacked in depth.

    rows is a list of lanes, each a list of layers' names.
    """
    longest = max(len(row) for row in rows)
    middle = (len(rows) * ROW - ROW + HIGH) / 2
    first, last = WIDE + GAP, WIDE + GAP + longest * (WIDE + GAP)
    parts = [_box(0, middle - HIGH / 2, "input", INPUT), _box(last, middle - HIGH / 2, "stacked", OUTPUT)]
    for number, row in enumerate(rows):
        top = number * ROW
        centre = top + HIGH / 2
        parts.append(line(WIDE, middle, first, centre))
        for i, name in enumerate(row):
            parts.append(_box(first + i * (WIDE + GAP), top, name, WEIGHT))
            if i:
                parts.append(line(first + i * (WIDE + GAP) - GAP, centre, first + i * (WIDE + GAP), centre))
        end = first + len(row) * (WIDE + GAP) - GAP
        parts += [line(end, centre, last - GAP, centre), line(last - GAP, centre, last, middle)]
    said = "; ".join(" then ".join(row) for row in rows)
    alt = f"An input goes through {len(rows)} lanes side by side: {said}. Their outputs are stacked in depth."
    return Drawing(last + WIDE + 2, len(rows) * ROW - ROW + HIGH + 2, parts, alt)


def shortcut(body):
    """Draw a residual block: layers in a row, and a way around them, whose end is added to theirs."""
    top, gap = 44, GAP - 8
    places = [i * (NARROW + gap) for i in range(len(body) + 1)]
    centre = top + HIGH / 2
    parts = [_box(places[0], top, "input", INPUT, NARROW)]
    for x, name in zip(places[1:], body, strict=True):
        parts += [line(x - gap, centre, x, centre), _box(x, top, name, WEIGHT, NARROW)]
    plus = places[-1] + NARROW + gap + 14
    parts.append(line(places[-1] + NARROW, centre, plus - 14, centre))
    parts.append(f'<circle cx="{plus:g}" cy="{centre:g}" r="14" fill="{OUTPUT}" stroke="currentColor"/>')
    parts += [text(plus, centre + 5, "+"), line(plus + 14, centre, plus + 32, centre)]
    start = places[0] + NARROW / 2
    arc = f"M{start:g} {top:g}C{start:g} -12 {plus:g} -12 {plus:g} {centre - 14:g}"
    parts.append(f'<path d="{arc}" fill="none" stroke="currentColor" stroke-width="2"/>')
    parts.append(text((start + plus) / 2, 30, "the input itself"))
    alt = f"An input goes through {', '.join(body)}. An arc leads round them and adds the input itself to their output."
    return Drawing(plus + 34, top + HIGH + 4, parts, alt)


def _box(x, y, name, fill, wide=WIDE):
    frame = (
        f'<rect x="{x + 1:g}" y="{y + 1:g}" width="{wide - 2}" height="{HIGH - 2}" rx="6" fill="{fill}" '
        'stroke="currentColor"/>'
    )
    return frame + text(x + wide / 2, y + HIGH / 2 + 5, name)
