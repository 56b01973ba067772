"""What ActivationHistograms says about its state.

widgets/js/activation_histograms/messages.js says the same, and a test compares them.
"""

from decimal import ROUND_HALF_UP, Context
from math import floor

from ..base import number
from ..numbers import grouped
from . import model

ONE, TWO = (Context(prec=digits, rounding=ROUND_HALF_UP) for digits in (1, 2))
LARGE = [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")]


def size(value):
    """Write a number with two significant digits, from a million on with one: 8.5e−8, 0.00081, 1,000, 8 million."""
    if value < 0:
        return f"−{size(-value)}"
    one, two = (float(digits.create_decimal(float(value))) for digits in (ONE, TWO))
    if one >= 1e15:
        return grouped(one)
    for unit, word in LARGE:
        if one >= unit:
            return f"{number(one / unit)} {word}"
    if 0 < two < 1e-4:
        return f"{two:g}".replace("e-0", "e-").replace("-", "−")
    return grouped(int(two)) if two >= 1000 else number(two)


def percent(share):
    return f"{floor(100 * share + 0.5)}%"


def note(row, layer):
    """Say below a histogram what is wrong with its layer, "" if nothing is."""
    if layer.zeros >= model.DEAD:
        return f"{percent(layer.zeros)} zeros"
    first = row.layers[0].deviation
    words = {"fades": "too small", "explodes": "too large"}
    return words.get(model.fate(layer.deviation / first), "") if first > 0 else ""


def figure(layer):
    """Say below a histogram the deviation of its layer, or that it is dead."""
    return "dead" if layer.zeros >= model.DEAD else size(layer.deviation)


def layer_message(layer):
    """Say a layer in words: "layer 10: mean 0.00057, deviation 0.00081, 48% zeros"."""
    dead = "dead, " if layer.zeros >= model.DEAD else ""
    mean, deviation = size(layer.mean), size(layer.deviation)
    return f"{layer.name}: {dead}mean {mean}, deviation {deviation}, {percent(layer.zeros)} zeros"


def outcome(row):
    """Say what has become of the last layer, beside the first."""
    first, last = row.layers[0].name, row.layers[-1].name
    if row.fate == "dead":
        return f"{last if row.ratio is not None else first} is dead."
    return f"{last} has {beside(row.ratio, first)}: it {row.fate}."


def beside(ratio, first):
    """Say a deviation, which is `ratio` times the first layer's."""
    if ratio == 0:
        return "no deviation"
    if model.fate(ratio) == "fades":
        return f"{size(1 / ratio)} times less deviation than {first}"
    return f"{number(ratio) if ratio <= 2 else size(ratio)} times the deviation of {first}"


def scale_message(scale):
    """Say a scale as a multiple of He's deviation, and as the deviation itself."""
    return f"{number(scale)} × √(2/{model.UNITS}) = {number(scale * model.HE)}"


def found_message(found):
    """Say at which scales the net without batch norm has held so far."""
    if not found:
        return ""
    least, most = map(number, found)
    return f"Held without batch norm: {least if least == most else f'{least} to {most}'}."


def row_message(row):
    """Say a row: the last layer beside the first, all deviations, and the last layer in numbers."""
    each = ", ".join(size(layer.deviation) for layer in row.layers)
    return f"{row.title}: {outcome(row)} Deviations: {each}; {layer_message(row.layers[-1])}."


def describe(widget):
    """Say the weights' scale and what comes out of the layers of each net."""
    rows = " ".join(row_message(row) for row in widget.rows)
    if widget.own:
        return rows
    begin = (
        f"{widget.layers} fully connected layers of {model.UNITS} units with ReLU. Deviation of the weights: "
        f"{scale_message(widget.scale)}."
    )
    return f"{begin} {rows}"
