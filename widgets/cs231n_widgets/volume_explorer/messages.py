"""What VolumeExplorer says; widgets/js/volume_explorer/messages.js says the same, and a test compares them."""

import math

from cs231n_kit.sizing import format_volume

from ..base import number
from ..nets import receptive_field


def two(value):
    """Write a number with two decimals at most and a true minus."""
    text = f"{math.floor(float(value) * 100 + 0.5) / 100:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "−")


def seen(widget):
    """Returns the pixels that the neuron in view sees: (first row, last row, first column, last column)."""
    volume, _, row, col = widget.neuron
    field, (H, W) = receptive_field(widget.net["layers"][:volume]), (widget.net["H"], widget.net["W"])
    if field["size"] is None:
        return 0, H - 1, 0, W - 1
    ends = []
    for at, side in ((row, H), (col, W)):
        first = field["start"] + at * field["step"]
        ends += [max(first, 0), min(first + field["size"], side) - 1]
    return tuple(ends)


def describe(widget):
    """Say the volumes, the three highest scores, and the neuron in view."""
    sizes = ", ".join(f"{name} {format_volume(values.shape)}" for name, values in widget.volumes).replace("x", "×")
    best = sorted(widget.scores.items(), key=lambda one: -one[1])[:3]
    scores = ", ".join(f"{label} {two(score)}" for label, score in best)
    return f"{sizes}. Highest scores: {scores}. {neuron_message(widget)}"


def neuron_message(widget):
    """Say where the neuron in view is, what it sees, and what it makes of it."""
    volume, k, row, col = widget.neuron
    name, values = widget.volumes[volume]
    value = values[k, row, col]
    if volume == 0:
        return f"INPUT, row {row}, column {col}: {('red', 'green', 'blue')[k]} is {two(value)}, of 1 at most."
    top, bottom, left, right = seen(widget)
    if name.startswith("FC"):
        where = f"The neuron for {widget.labels[k]}" if volume == len(widget.volumes) - 1 else f"Neuron {k} of {name}"
    else:
        where = f"The neuron at row {row}, column {col} of slice {k} of {name}"
    whole = (top, left, bottom, right) == (0, 0, widget.net["H"] - 1, widget.net["W"] - 1)
    field = "the whole picture" if whole else f"{right - left + 1}×{bottom - top + 1} pixels of the picture"
    return f"{where} sees {field}. {made_message(widget)}"


def made_message(widget):
    """Say what the neuron in view makes of what comes in."""
    volume, k, row, col = widget.neuron
    layer, before = widget.net["layers"][volume - 1], widget.volumes[volume - 1][1]
    if volume == 1:
        before = (before - 0.5) * 4  # as the net reads it
    value = widget.volumes[volume][1][k, row, col]
    if layer["kind"] == "RELU":
        came = before[k, row, col]
        return f"It gets {two(came)} and keeps it." if came > 0 else f"It gets {two(came)} and gives 0."
    if layer["kind"] == "POOL":
        return f"It keeps the largest of {layer['F']}×{layer['F']} numbers: {two(value)}."
    F = layer["F"] if layer["kind"] == "CONV" else None
    count = before.size if F is None else F * F * len(before)
    sizes = f"{before.shape[2]}·{before.shape[1]}·{len(before)}" if F is None else f"{F}·{F}·{len(before)}"
    return f"It adds up {sizes} = {number(count)} products and a bias: {two(value)}."
