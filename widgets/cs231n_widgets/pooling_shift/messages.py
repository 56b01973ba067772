"""What PoolingShift says about its state.

widgets/js/pooling_shift/messages.js says the same, and a test compares them.
"""

import math

NAMES = {
    "none": "no pooling",
    "average": "average pooling 2×2",
    "max2": "max pooling 2×2",
    "max3": "max pooling 3×3, stride 2",
}


def percent(value):
    """Round to a whole number as the browser does."""
    return math.floor(value + 0.5)


def pixels(shift):
    return f"{shift} pixel{'' if shift == 1 else 's'}"


def change_message(widget):
    """Say how much the map in view has changed, and what it would be without pooling."""
    pool, shift = widget.pool, widget.shift
    if not shift:
        return "Moved by 0 pixels, the photograph stands where it stood, and nothing changes."
    plain = percent(widget.curves["none"][shift])
    said = f"Moved by {pixels(shift)}, the edges change by {plain}% without pooling"
    if pool == "none":
        return f"{said}."
    return f"{said}, and by {percent(widget.curves[pool][shift])}% after {NAMES[pool]}."


def describe(widget):
    """Say the shift, what it changes, and the four curves."""
    H, W = widget.map_at(0, widget.pool).shape
    curves = "; ".join(
        f"{NAMES[pool]} {', '.join(str(percent(value)) for value in values)}" for pool, values in widget.curves.items()
    )
    return (
        f"A photograph and its upright edges, after {NAMES[widget.pool]} a map of {W}×{H}. {change_message(widget)} "
        f"In percent, from 0 to {len(widget.curves['none']) - 1} pixels: {curves}."
    )
