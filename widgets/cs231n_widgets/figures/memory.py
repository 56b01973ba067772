"""Drawings of a net's memory: how it fills and empties over a step, and what it is made of."""

from itertools import groupby

from cs231n_kit.memory import format_bytes

from .drawing import Drawing, line, text

WIDTH, LEFT, RIGHT = 480, 80, 8  # of the drawing, and of the margins beside a plot, in pixels
HIGH = 230  # of the plot over time
BAR, STEP = 30, 46  # the height of a bar, and from one to the next
TYPE, LETTER = 17, 10  # the size of the words, so that a phone shows all of the drawing, and roughly a letter's width
COLOURS = {  # translucent, so that they serve a light page and a dark one
    "parameters": "rgba(206,56,56,.5)",
    "step cache": "rgba(206,56,56,.24)",
    "parameter gradients": "rgba(178,70,178,.42)",
    "data": "rgba(38,98,217,.6)",
    "activations": "rgba(22,150,90,.45)",
    "gradients": "rgba(224,140,20,.5)",
    "workspace": "rgba(120,132,150,.5)",
}
PILE = tuple(COLOURS)  # from the bottom up
# The three sources of the notes, one after the other; each has its own gradients.
SOURCES = ("activations", "gradients", "parameters", "parameter gradients", "step cache", "data", "workspace")
UNITS = {"bytes": 1, "KiB": 2**10, "MiB": 2**20, "GiB": 2**30}


def memory_over_time(moments, base=0, step_cache=0, limit=None, names=None):
    """Draw the bytes that are alive at each moment of a step, piled up by what they are, and mark the fullest moment.

    moments are those of cs231n_kit.memory.timeline; base are the bytes of the parameters, and step_cache what the
    optimiser keeps; both are there all the time. limit is the memory of a card, which becomes a line, and names says
    what layers are called, {moment's name: words}. ValueError for no moments.
    """
    if not moments:
        raise ValueError("There is no moment to draw: the net has no layer that takes memory.")
    piles = [pile_of(moment, base, step_cache) for moment in moments]
    totals = [sum(pile.values()) for pile in piles]
    most = max(totals)
    fullest = totals.index(most)
    used = [source for source in PILE if any(pile[source] for pile in piles)]
    parts, top = legend(used)
    top += 34  # room for the words on the fullest moment
    bottom, wide, scale = top + HIGH, (WIDTH - LEFT - RIGHT) / len(moments), HIGH / max(most, limit or 0)
    parts += [grid_line(bottom - at * scale, words) for at, words in ticks(max(most, limit or 0))]
    floor = [0] * len(piles)
    for source in used:
        ceiling = [below + pile[source] for below, pile in zip(floor, piles, strict=True)]
        parts.append(band([bottom - y * scale for y in floor], [bottom - y * scale for y in ceiling], wide, source))
        floor = ceiling
    parts += stages(moments, wide, top, bottom)
    where = f"in {(names or {}).get(moments[fullest].name, f'layer {moments[fullest].name}')}"
    said = f"at most {size_of(most)}, {where}, {moments[fullest].stage}"
    x, y = LEFT + (fullest + 0.5) * wide, bottom - most * scale
    parts += [line(x, top - 8, x, y), f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5"/>', beside(x, top - 14, said)]
    if limit:
        y = bottom - limit * scale
        parts.append(line(LEFT, y, WIDTH - RIGHT, y, stroke_dasharray="7 4"))
        parts.append(text(LEFT + 5, y + 17, f"a card of {size_of(limit)}", "start"))
    alt = over_time_in_words(moments, piles, said, limit)
    return Drawing(WIDTH, bottom + 28, parts, alt, smallest=TYPE)


def three_sources(needs, cards=()):
    """Draw one bar a row of what a step needs at its fullest moment, divided by what it is, with its total.

    needs is {name of the row: Needs}, as cs231n_kit.memory.memory_needed returns them; cards are sizes in bytes, each
    of which becomes a line. ValueError for no rows.
    """
    if not needs:
        raise ValueError('There is no bar to draw: give at least one row, as in {"batch 1": memory_needed(...)}.')
    piles = {name: pile_of(need.moment, need.parameters, need.step_cache) for name, need in needs.items()}
    totals = {name: sum(pile.values()) for name, pile in piles.items()}
    used = [source for source in SOURCES if any(pile[source] for pile in piles.values())]
    left, most = LETTER * (2 + max(map(len, needs))), max(*totals.values(), *cards)
    right = WIDTH - LETTER * max(len(size_of(total)) for total in totals.values())
    scale = (right - left) / most
    parts, top = legend(used)
    top += 32 if cards else 8
    bottom = top + (len(needs) - 1) * STEP + BAR
    unit, size = unit_of(max(cards, default=1))
    for i, card in enumerate(cards, start=1):
        x, words = left + card * scale, f"{card / size:g}"
        parts.append(line(x, top - 8, x, bottom + 6, stroke_dasharray="7 4"))
        parts.append(beside(x, top - 13, words if i < len(cards) else f"{words} {unit}"))
    for y, (name, pile) in zip(range(top, bottom, STEP), piles.items(), strict=True):
        parts.append(text(0, y + BAR / 2 + 6, name, "start"))
        x = left
        for source in used:
            parts.append(patch(x, y, pile[source] * scale, BAR, source))
            x += pile[source] * scale
        parts.append(text(WIDTH, y + BAR / 2 + 6, size_of(totals[name]), "end"))
    alt = sources_in_words(piles, totals, cards)
    return Drawing(WIDTH, bottom + 10, parts, alt, smallest=TYPE)


def pile_of(moment, parameters, step_cache):
    """Returns {what it is: bytes} at a moment."""
    return {
        "parameters": parameters,
        "step cache": step_cache,
        "parameter gradients": moment.parameter_gradients,
        "data": moment.data,
        "activations": moment.activations,
        "gradients": moment.gradients,
        "workspace": moment.workspace,
    }


def size_of(nbytes):
    """Returns bytes as text, whole numbers without a decimal: 6 GiB, 58.1 MiB."""
    return format_bytes(nbytes).replace(".0 ", " ")


def legend(used):
    """Returns (parts, height): a patch of colour and a name for each source, in as many lines as they take."""
    parts, x, y = [], 0, 0
    for source in used:
        wide = 21 + LETTER * len(source)
        if x + wide > WIDTH:
            x, y = 0, y + 26
        parts.append(patch(x, y + 3, 15, 15, source))
        parts.append(text(x + 21, y + 16, source, "start"))
        x += wide + 14
    return parts, y + 22


def patch(x, y, width, height, source):
    """Draw a rectangle in the colour of a source."""
    return f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{height}" fill="{COLOURS[source]}"/>'


def unit_of(nbytes):
    """Returns (name, bytes) of the largest unit that isn't more than so many bytes."""
    return max([unit for unit in UNITS.items() if unit[1] <= nbytes], key=lambda unit: unit[1])


def ticks(most):
    """Returns [(bytes, words)] of the lines across a plot up to `most` bytes, at most five above 0."""
    unit, size = unit_of(most)
    steps = [size * first * 10**power for power in range(-1, 20) for first in (1, 2, 5)]
    step = next(step for step in steps if most <= 5 * step)
    return [(i * step, f"{i * step / size:g} {unit}" if i else "0") for i in range(int(most / step) + 1)]


def grid_line(y, words):
    """Draw a faint line across a plot, with its words at the left."""
    return line(LEFT, y, WIDTH - RIGHT, y, opacity=0.25) + text(LEFT - 8, y + 5, words, "end")


def band(floor, ceiling, wide, source):
    """Draw what one source takes over time: a band with a step at each moment."""
    there = [f"{LEFT + (i + side) * wide:.1f} {y:.1f}" for i, y in enumerate(ceiling) for side in (0, 1)]
    back = [f"{LEFT + (i + side) * wide:.1f} {y:.1f}" for i, y in enumerate(floor) for side in (0, 1)]
    return f'<path d="M{"L".join(there + back[::-1])}Z" fill="{COLOURS[source]}"/>'


def stages(moments, wide, top, bottom):
    """Draw where the forward and the backward pass are below a plot, and a line between them."""
    parts, start = [], 0
    for stage, some in groupby(moments, key=lambda moment: moment.stage):
        end = start + len(list(some))
        parts.append(text(LEFT + (start + end) / 2 * wide, bottom + 20, f"{stage} pass"))
        if start:
            parts.append(line(LEFT + start * wide, top, LEFT + start * wide, bottom + 24, opacity=0.5))
        start = end
    return parts


def beside(x, y, words):
    """Write words above a place, to the left or the right of it where the edge is near."""
    half = LETTER * len(words) / 2
    anchor = "start" if x < half else "end" if x > WIDTH - half else "middle"
    return text(x, y, words, anchor)


def over_time_in_words(moments, piles, said, limit):
    """Returns the text equivalent of memory_over_time."""
    last = max((i for i, moment in enumerate(moments) if moment.stage == "forward"), default=0)
    words = [f"Memory over {len(moments)} moments, {said}."]
    if last + 1 < len(moments):
        words.append(f"After the forward pass {size_of(piles[last]['activations'])} of activations are there.")
    peak = max(piles, key=lambda pile: sum(pile.values()))
    words.append(f"At the fullest moment: {amounts(peak)}.")
    if limit:
        words.append(f"A line marks a card of {size_of(limit)}.")
    return " ".join(words)


def sources_in_words(piles, totals, cards):
    """Returns the text equivalent of three_sources."""
    words = [f"{name}: {size_of(totals[name])}, of which {amounts(pile)}." for name, pile in piles.items()]
    for card in cards:
        fitting = [name for name, total in totals.items() if total <= card]
        words.append(f"Into {size_of(card)} fit: {', '.join(fitting) or 'none'}.")
    return " ".join(["Memory at the fullest moment of a step.", *words])


def amounts(pile):
    """Returns what a pile is made of as text, largest first."""
    some = sorted(((nbytes, source) for source, nbytes in pile.items() if nbytes), reverse=True)
    return ", ".join(f"{source} {size_of(nbytes)}" for nbytes, source in some)
