"""What NetComparison says about its state.

widgets/js/net_comparison/messages.js says the same, and a test compares them.
"""

from math import floor

from ..base import number
from ..numbers import grouped
from . import model

TITLES = {"work": "multiply-adds for one image, in billions", "weights": "weights in MB, 4 bytes a number"}
SOURCE_MESSAGE = "Top-1 of one model, one crop of 224×224, on ImageNet’s 50,000 validation images: {}."
AREAS = {"work": "multiply-adds", "weights": "weights"}


def macs_text(macs):
    """Write multiply-adds: 1.81 billion, 714 million, 9,216."""
    for unit, word in ((1e9, "billion"), (1e6, "million")):
        if macs >= unit:
            return f"{number(macs / unit)} {word}"
    return grouped(macs)


def bytes_text(count):
    """Write bytes in powers of a thousand: 46.8 MB, 247 kB, 80 bytes."""
    for unit, word in ((1e6, "MB"), (1e3, "kB")):
        if count >= unit:
            return f"{number(count / unit)} {word}"
    return f"{count} bytes"


def amount_text(value, axis):
    """Write multiply-adds or bytes, by the axis that they are of."""
    return macs_text(value) if axis == "work" else bytes_text(value)


def top1_text(net):
    """Say how many images a net gets right, or that there is no figure."""
    return "no figure" if net["top1"] is None else f"{number(net['top1'])}%"


def percent(value, total):
    """Write a part of a total in percent: 12%, <1%, 0%."""
    if not value:
        return "0%"
    return "<1%" if value / total < 0.005 else f"{floor(100 * value / total + 0.5)}%"


def short_message(net):
    """Say a net in a line: "ResNet-18: top-1 69.8%, 46.8 MB of weights, 1.81 billion multiply-adds"."""
    top1 = "no figure of top-1" if net["top1"] is None else f"top-1 {top1_text(net)}"
    return f"{net['name']}: {top1}, {bytes_text(net['weights'])} of weights, {macs_text(net['macs'])} multiply-adds"


def net_message(net):
    """Say a net, the memory that it needs, and where its weights and its work are."""
    where = [
        f"{title}: {', '.join(shares(net, key))}." for key, title in (("weights", "Weights"), ("macs", "Multiply-adds"))
    ]
    memory = f"{bytes_text(net['memory'])} of memory for one image at test time"
    return f"{short_message(net)}, {memory}. {' '.join(where)}"


def shares(net, key):
    """Say the share of each part: ["CONV 112×112 <1%", ...]."""
    return [f"{part['name']} {percent(part[key], net[key])}" for part in net["parts"]]


def describe(widget):
    """Say what the chart shows, the net in view and the one beside it, and all nets in a line each."""
    axis = widget.axis
    area = AREAS[model.other(axis)]
    said = (
        f"{len(widget.nets)} nets by top-1 and {AREAS[axis]}; the area of a circle stands for {area}. "
        f"In view: {net_message(widget.net)}"
    )
    if widget.kept:
        said += f" Beside it: {net_message(widget.kept)}"
    return f"{said} All nets: {'; '.join(short_message(net) for net in widget.nets)}."
