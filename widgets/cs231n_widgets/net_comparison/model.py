"""What nets cost and where, and the places of their circles in the chart; widgets/js/net_comparison/model.js draws the
same chart.
"""

from functools import lru_cache
from math import ceil, floor, log, log10, sqrt
from typing import NamedTuple

from cs231n_kit.heads import WithHeads
from cs231n_kit.layers import Linear, LocallyConnected2d, Serial
from cs231n_kit.memory import memory_needed, memory_rows
from cs231n_kit.models import Model

from .top1 import TOP1, measured_models

FLOAT = 4  # bytes of a number
AXES = ("work", "weights")
UNITS = {"work": 1e9, "weights": 1e6}  # of the axis: a billion multiply-adds, a megabyte
LOWEST, HIGHEST, STEP = 55, 80, 5  # of the axis of top-1, in percent
MARGIN = 1.6  # of the other axis, as a factor beyond the least and the largest
TICKS = 7  # at most
LEFT, RIGHT, TOP, BOTTOM = 44, 12, 28, 46  # of the chart, in pixels
STRIP = 40  # below it, for nets without a figure
NARROW = 520  # a chart that is less wide has smaller circles
LARGE, SMALL, LEAST = 30, 19, 3  # radius of the largest circle, in a wide and a narrow chart; of the smallest
LEGEND = {"work": [1e9, 5e9], "weights": [5e7, 2e8]}  # circles that say how large others are
LETTER, LINE, GAP = 7.5, 15, 4  # width of a letter of a name, height of a name, and how far it stands from its circle


class Circle(NamedTuple):
    """A net in the chart: its middle and radius, and the middle of its name and the line that the name stands on."""

    name: str
    x: float
    y: float
    r: float
    label_x: float
    label_y: float


class Chart(NamedTuple):
    """The chart in pixels: its Circles, [place, value] of the ticks, and where the axis is."""

    circles: list
    across: list
    up: list
    floor: float
    legend: list  # [radius, value] of circles that say how large the others are


# ---- what a net costs ----------------------------------------------------------------------------------------------
def net_of(name, model, top1=None):
    """Returns what the page shows of a Model: {name, top1, weights (bytes), macs, memory (bytes), parts}.

    memory is what a forward pass of one image needs at its fullest moment. Errors are those of memory_rows.
    """
    layer = at_test_time(model.layer)
    parts = parts_of(layer, model.in_shape)
    return {
        "name": name,
        "top1": top1,
        "weights": sum(part["weights"] for part in parts),
        "macs": sum(part["macs"] for part in parts),
        "memory": memory_needed(layer, model.in_shape, train=False).total,
        "parts": parts,
    }


def at_test_time(layer):
    """Returns a net without its auxiliary heads, which only run in training."""
    return Serial(*layer.stages) if isinstance(layer, WithHeads) else layer


def parts_of(layer, in_shape):
    """Returns [{name, weights (bytes), macs}]: all layers with maps of one size together, each FC layer by itself."""
    rows = [row for row in memory_rows(layer, in_shape) if row.parameters or row.macs]
    many = sum(isinstance(row.layer, Linear) for row in rows) > 1
    parts, count = {}, 0
    for row in rows:
        if isinstance(row.layer, Linear):
            count += 1
            name = f"FC {count}" if many else "FC"
        elif len(row.out_shape) == 1:
            name = "norms of rows"
        else:
            kind = "LOCAL" if isinstance(row.layer, LocallyConnected2d) else "CONV"
            name = f"{kind} {row.out_shape[2]}×{row.out_shape[1]}"
        part = parts.setdefault(name, {"name": name, "weights": 0, "macs": 0})
        part["weights"] += row.parameters
        part["macs"] += row.macs
    return list(parts.values())


@lru_cache(maxsize=1)
def measured_nets():
    """Returns the nets that have a figure, as net_of gives them."""
    return [net_of(name, model, TOP1[name]) for name, model in measured_models().items()]


def own_nets(models):
    """Returns the nets of a learner's Models, which have no figure. TypeError for what is no Model."""
    nets, taken = [], set(TOP1)
    for model in models if isinstance(models, list | tuple) else [models]:
        if not isinstance(model, Model):
            raise TypeError(
                f"models is a list of Models, such as [models.resnet20()]; got {type(model).__name__}. For layers of "
                'your own: cs231n_kit.models.Model("my net", layer, (3, 224, 224), "mine").'
            )
        name, count = model.name, 1
        while name in taken:
            count += 1
            name = f"{model.name} ({count})"
        taken.add(name)
        nets.append(net_of(name, model))
    return nets


# ---- the chart -----------------------------------------------------------------------------------------------------
def amount(net, axis):
    """Returns what a net has on an axis: its multiply-adds, or the bytes of its weights."""
    return net["macs"] if axis == "work" else net["weights"]


def other(axis):
    """Returns what the area of a circle stands for: what the axis doesn't show."""
    return "weights" if axis == "work" else "work"


def bounds(nets, axis):
    """Returns where the axis begins and ends."""
    values = [max(amount(net, axis), 1) for net in nets]
    return min(values) / MARGIN, max(values) * MARGIN


def ticks(low, high):
    """Returns the values between two others that an axis names: 1, 2, 5, 10, ..., or powers of ten only."""
    powers = range(floor(log10(low)), ceil(log10(high)) + 1)
    fine = [value for power in powers for digit in (1, 2, 5) if low <= (value := float(f"{digit}e{power}")) <= high]
    return fine if len(fine) <= TICKS else [value for power in powers if low <= (value := float(f"1e{power}")) <= high]


def chart(nets, axis, wide, high):
    """Returns the Chart of nets, so many pixels wide and high."""
    low, end = bounds(nets, axis)
    strip = STRIP if any(net["top1"] is None for net in nets) else 0
    base, across = high - BOTTOM - strip, wide - LEFT - RIGHT
    area, largest = other(axis), LARGE if wide >= NARROW else SMALL
    most = max(amount(net, area) for net in nets)

    def x_of(value):
        return LEFT + across * log(max(value, 1) / low) / log(end / low)

    def y_of(top1):
        return base + STRIP / 2 if top1 is None else TOP + (base - TOP) * (HIGHEST - top1) / (HIGHEST - LOWEST)

    def r_of(value):
        return max(largest * sqrt(value / most), LEAST)

    discs = [(net["name"], x_of(amount(net, axis)), y_of(net["top1"]), r_of(amount(net, area))) for net in nets]
    circles = [Circle(*disc, *label) for disc, label in zip(discs, labels(discs, wide, base + strip), strict=True)]
    rows = range(LOWEST, HIGHEST + 1, STEP)
    unit = UNITS[axis]
    return Chart(
        circles,
        [(x_of(value * unit), value) for value in ticks(low / unit, end / unit)],
        [(y_of(value), value) for value in rows],
        base,
        [(r_of(value), value) for value in LEGEND[area]],
    )


def labels(discs, wide, base):
    """Returns (x, y) of each disc's name: where it hides least of other names and discs, and stays in the chart."""
    boxes = [(x - r, y - r, x + r, y + r) for _, x, y, r in discs]
    placed, found = [], []
    for n, (name, x, y, r) in enumerate(discs):
        others = boxes[:n] + boxes[n + 1 :]
        best = min(spots(name, x, y, r), key=lambda box: cost(box, placed, others, wide, base))
        placed.append(best)
        found.append(((best[0] + best[2]) / 2, best[1] + 12))
    return found


def spots(name, x, y, r):
    """Returns boxes where a name may stand: in its disc if that is wide enough, then round it."""
    wide, half = LETTER * len(name), LINE / 2
    beside = r + GAP
    middles = [(x + beside + wide / 2, y), (x - beside - wide / 2, y), (x, y - r - half), (x, y + r + half)]
    away = 0.8 * r + half
    middles += [(x + (wide + r) / 2, y - away), (x - (wide + r) / 2, y - away)]
    middles += [(x + (wide + r) / 2, y + away), (x - (wide + r) / 2, y + away)]
    if 2 * r > wide:
        middles.insert(0, (x, y))
    return [(cx - wide / 2, cy - half, cx + wide / 2, cy + half) for cx, cy in middles]


def cost(box, placed, discs, wide, base):
    """Returns how much a name in a box would hide, and how much of it would lie outside of the chart."""
    outside = max(LEFT - box[0], 0) + max(box[2] - wide, 0) + max(-box[1], 0) + max(box[3] - base, 0)
    return 4 * sum(overlap(box, one) for one in placed) + sum(overlap(box, one) for one in discs) + 99 * outside


def overlap(one, two):
    """Returns the area that two boxes share."""
    wide = min(one[2], two[2]) - max(one[0], two[0])
    high = min(one[3], two[3]) - max(one[1], two[1])
    return max(wide, 0) * max(high, 0)
