"""A drawing of a net with a name: a row for each size of its maps, its blocks as they are built."""

from dataclasses import dataclass

from cs231n_kit.heads import WithHeads
from cs231n_kit.layers import Concat, Conv2d, GlobalAvgPool2d, Linear, LocallyConnected2d, Residual, Serial

from .drawing import INPUT, OUTPUT, WEIGHT, Drawing, line, text

WIDE, HIGH, GAP = 78, 30, 16  # of a box, and between two
LANE = HIGH + 8  # from one lane to the next
SIDE = 96  # what the names of the rows take
WIDEST = 750  # of a row, before it goes on in the next line: a page has 800 pixels, and words may shrink a little
SMALL = 13


@dataclass
class Unit:
    """A part of a drawing around a middle line: how wide it is, how far it goes up and down, and how it is drawn."""

    width: float
    up: float
    down: float
    draw: object  # a function of (x, y of the middle line) that returns parts
    words: str
    key: object = None  # equal for equal blocks, which are drawn once
    halves: bool = False  # whether it has its own lines to what is before it


def model_diagram(model):
    """Draw a Model: its layers with weights and its pools, row by row as the maps become smaller.

    Activations, normalisation and dropout are left out. An Inception module is four lanes, a residual block has its
    arc, and the layers of AlexNet's two halves stand above each other.
    """
    rows = rows_of(model)
    parts, y, said = [], 20, []
    widest = 0
    for label, units in rows:
        said.append(f"{label}: {'; '.join(unit.words for unit in units)}")
        for i, some in enumerate(lines_of(units)):
            up, down = max(unit.up for unit in some), max(unit.down for unit in some)
            middle, x = y + up, SIDE
            if i == 0:
                parts.append(text(0, middle + 5, label, "start", font_size=SMALL))
            for j, unit in enumerate(some):
                if j and not unit.halves:
                    parts.append(line(x - GAP, middle, x, middle))
                parts += unit.draw(x, middle)
                x += unit.width + GAP
            widest, y = max(widest, x - GAP), middle + down + 22
    alt = f"{model.name.replace('-', ' ')}, row by row. {'. '.join(said)}."
    return Drawing(widest + 4, y, parts, alt, smallest=SMALL)


def lines_of(units):
    """Yields units as they fit into a line."""
    some, width = [], 0
    for unit in units:
        if some and width + unit.width > WIDEST:
            yield some
            some, width = [], 0
        some.append(unit)
        width += unit.width + GAP
    yield some


# ---- from layers to rows -------------------------------------------------------------------------------------------
def rows_of(model):
    """Returns [(what the row is called, its units)], equal blocks that follow each other as one."""
    rows, scores = {}, model.layer.out_shape(model.in_shape)
    halves = any(getattr(layer, "groups", 1) == 2 for layer, _ in steps_of(model.layer, model.in_shape))
    for layer, shape in steps_of(model.layer, model.in_shape):
        out = layer.out_shape(shape)
        unit = unit_of(layer, shape, halves and out != scores)
        if unit is None:
            continue
        size = shape if is_pool(layer) or is_head(layer) else out  # a pool ends its row
        label = f"{size[2]}×{size[1]}" if len(size) == 3 else "scores"
        rows.setdefault(label, []).append(unit)
    return [(label, folded(units)) for label, units in rows.items() if units]


def steps_of(layer, shape):
    """Yields (layer, shape) of the parts of a row, rows in rows and heads in their places."""
    if isinstance(layer, WithHeads):
        for name, stage, stage_shape in layer.parts(shape)[: len(layer.stages)]:
            yield from steps_of(stage, stage_shape)
            if int(name) < len(layer.heads):
                yield layer.heads[int(name)], stage.out_shape(stage_shape)
    elif isinstance(layer, Serial) and not is_head(layer):
        for _, part, part_shape in layer.parts(shape):
            yield from steps_of(part, part_shape)
    else:
        yield layer, shape


def is_head(layer):
    """Returns whether a row is an auxiliary head: it begins with a pool and ends with scores."""
    return isinstance(layer, Serial) and is_pool(layer.layers[0]) and isinstance(layer.layers[-1], Linear)


def is_pool(layer):
    """Returns whether a layer makes the map smaller without weights."""
    return type(layer).__name__.endswith("Pool2d")


def folded(units):
    """Returns units with equal neighbours as one, which says how many there are."""
    found = []
    for unit in units:
        if found and unit.key is not None and found[-1][0].key == unit.key:
            found[-1][1] += 1
        else:
            found.append([unit, 1])
    return [repeated(unit, times) if times > 1 else unit for unit, times in found]


def repeated(unit, times):
    """Returns a unit in a frame that says how often it comes."""

    def draw(x, y):
        width, height = unit.width + 12, unit.up + unit.down + 12
        frame = (
            f'<rect x="{x:g}" y="{y - unit.up - 6:g}" width="{width:g}" height="{height:g}" rx="8" fill="none" '
            'stroke="currentColor" stroke-dasharray="4 4"/>'
        )
        count = text(x + unit.width + 18, y + 5, f"×{times}", "start", font_weight="bold")
        return [frame, *unit.draw(x + 6, y), count]

    return Unit(unit.width + 46, unit.up + 6, unit.down + 6, draw, f"{times} times {unit.words}")


# ---- units ---------------------------------------------------------------------------------------------------------
def unit_of(layer, shape, halves=False):
    """Returns the Unit of a part, None for one that isn't drawn."""
    if isinstance(layer, Residual):
        return residual(layer, shape)
    if isinstance(layer, Concat):
        return lanes(layer, shape)
    if is_head(layer):
        return head()
    name = name_of(layer)
    if name is None:
        return None
    return half_boxes(layer, name) if halves else box(layer, name)


def name_of(layer):
    """Returns what stands in a layer's box, None for a layer without one."""
    if isinstance(layer, Conv2d | LocallyConnected2d):
        stride = layer.stride if isinstance(layer.stride, int) else max(layer.stride)
        return f"{side(layer.size)}, {layer.filters}{f', /{stride}' if stride > 1 else ''}"
    if isinstance(layer, Linear):
        return f"FC {layer.units}"
    if isinstance(layer, GlobalAvgPool2d):
        return "average"
    if is_pool(layer):
        return f"{'pool' if type(layer).__name__ == 'MaxPool2d' else 'avg'} {side(layer.size)}"
    return None


def side(size):
    """Returns the size of a window, width×height."""
    rows, columns = size if isinstance(size, tuple) else (size, size)
    return f"{columns}×{rows}"


def colour_of(layer):
    """Returns the fill of a layer's box."""
    return WEIGHT if isinstance(layer, Conv2d | Linear | LocallyConnected2d) else INPUT


def rectangle(x, y, width, height, name, fill):
    """Returns a box with its name, its left edge at x, the middle of its height at y."""
    size = SMALL if len(name) < 11 else SMALL - 1
    return (
        f'<rect x="{x:g}" y="{y - height / 2:g}" width="{width:g}" height="{height:g}" rx="5" fill="{fill}" '
        f'stroke="currentColor"/>{text(x + width / 2, y + 4.5, name, font_size=size)}'
    )


def width_of(name):
    """Returns how wide a box has to be for its name."""
    return max(WIDE, 8 * len(name) + 8)


def box(layer, name):
    """Returns the Unit of one layer."""
    width = width_of(name)

    def draw(x, y):
        return [rectangle(x, y, width, HIGH, name, colour_of(layer))]

    return Unit(width, HIGH / 2, HIGH / 2, draw, name)


def half_boxes(layer, name):
    """Returns the Unit of a layer on two GPUs: where it reads both halves, lines cross before it."""
    filters = getattr(layer, "filters", getattr(layer, "units", None))
    half = name if filters is None else name.replace(str(filters), f"{filters // 2}", 1) if filters > 11 else name
    width, apart = width_of(half), HIGH / 2 + 5
    crosses = isinstance(layer, Linear) or (isinstance(layer, Conv2d) and layer.groups == 1)

    def draw(x, y):
        parts = [rectangle(x, y + way * apart, width, HIGH, half, colour_of(layer)) for way in (-1, 1)]
        parts += [line(x - GAP, y + way * apart, x, y + way * apart) for way in (-1, 1)]
        if crosses:
            parts += [line(x - GAP, y - way * apart, x, y + way * apart) for way in (-1, 1)]
        return parts

    reads = "both halves" if crosses else "its own half"
    return Unit(
        width, apart + HIGH / 2, apart + HIGH / 2, draw, f"two halves of {half}, each reads {reads}", halves=True
    )


def row_of(layer, shape):
    """Returns the units of a lane or a body, in their order."""
    return [unit for part, part_shape in steps_of(layer, shape) if (unit := unit_of(part, part_shape))]


def draw_row(units, x, y):
    """Returns the parts of units in a row from x on, with lines between them."""
    parts = []
    for i, unit in enumerate(units):
        if i:
            parts.append(line(x - GAP, y, x, y))
        parts += unit.draw(x, y)
        x += unit.width + GAP
    return parts


def length(units):
    """Returns how long a row of units is."""
    return sum(unit.width for unit in units) + GAP * (len(units) - 1)


def residual(layer, shape):
    """Returns the Unit of a residual block: its body, and the arc around it to the sum."""
    body = row_of(layer.body, shape)
    around = "" if layer.shortcut is None else shortcut_name(layer.shortcut, shape)
    inside, arc = length(body), 34

    def draw(x, y):
        start, plus = x + 6, x + 14 + inside + GAP + 11
        parts = [line(x, y, x + 14, y), *draw_row(body, x + 14, y), line(plus - GAP - 11, y, plus - 11, y)]
        parts.append(f'<circle cx="{plus:g}" cy="{y:g}" r="11" fill="{OUTPUT}" stroke="currentColor"/>')
        parts.append(text(plus, y + 5, "+"))
        top = y - HIGH / 2 - arc
        parts.append(
            f'<path d="M{start:g} {y:g}C{start:g} {top:g} {plus:g} {top:g} {plus:g} {y - 11:g}" fill="none" '
            'stroke="currentColor" stroke-width="2"/>'
        )
        if around:
            parts.append(text((start + plus) / 2, y - HIGH / 2 - arc + 24, around, font_size=SMALL))
        return parts

    words = (
        f"a residual block of {' then '.join(unit.words for unit in body)}{f', around it {around}' if around else ''}"
    )
    return Unit(14 + inside + GAP + 22, HIGH / 2 + arc - 4, HIGH / 2, draw, words, key=(layer, shape))


def shortcut_name(shortcut, shape):
    """Returns what stands at the arc of a shortcut that isn't the input itself."""
    names = [unit.words for unit in row_of(shortcut, shape) if not unit.words.startswith("avg")]
    return names[0] if names else "zeros"


def lanes(layer, shape):
    """Returns the Unit of lanes side by side, whose outputs are stacked in depth."""
    rows = [row_of(branch, shape) for branch in layer.branches]
    inside, high = max(map(length, rows)), LANE * len(rows)
    depth = layer.out_shape(shape)[0]

    def draw(x, y):
        parts, end = [], x + GAP + inside + GAP
        for i, row in enumerate(rows):
            at = y - high / 2 + LANE * (i + 0.5)
            parts += [line(x, y, x + GAP, at), *draw_row(row, x + GAP, at)]
            parts += [line(x + GAP + length(row), at, end - GAP, at), line(end - GAP, at, end, y)]
        parts.append(rectangle(end, y, 44, HIGH, str(depth), OUTPUT))
        return parts

    said = " beside ".join(" then ".join(unit.words for unit in row) for row in rows)
    words = f"lanes side by side ({said}), stacked to {depth}"
    return Unit(2 * GAP + inside + 44, high / 2, high / 2, draw, words, key=(layer, shape))


def head():
    """Returns the Unit of an auxiliary head, which hangs below the line."""

    def draw(x, y):
        middle = x + 28
        return [
            line(x, y, x + 56, y),
            line(middle, y, middle, y + 24),
            rectangle(x, y + 24 + HIGH / 2, 56, HIGH, "head", GREY),
        ]

    return Unit(56, 4, 24 + HIGH, draw, "an auxiliary head")


GREY = "rgba(128,128,128,.18)"
