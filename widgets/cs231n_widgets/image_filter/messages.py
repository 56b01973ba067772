"""What ImageFilter says about its state; js/image_filter/messages.js says the same, and a test compares them."""

from ..base import number


def describe(widget):
    """Say what the filter is, what it makes of flat areas, and how the pixel in view comes about."""
    height, width = widget.image.shape
    rows = "; ".join(", ".join(number(weight) for weight in row) for row in widget.filter)
    return (
        f"A filter of 3×3 over a picture of {width}×{height}×1; the map is {width - 2}×{height - 2}×1. "
        f"The weights, row by row: {rows}. {flat_message(widget)} {window_message(widget)} {sum_message(widget)}"
    )


def flat_message(widget):
    """Say what the weights add up to, and what that makes of an area where all pixels are alike."""
    facts = widget.facts()
    if facts["flat"]:
        return "The weights add up to 0, so flat areas come out black."
    if abs(facts["sum"] - 1) < 0.002:
        return "The weights add up to 1, so flat areas stay as they are."
    return f"The weights add up to {number(facts['sum'])}."


def window_message(widget):
    """Say which pixels the filter reads for the pixel in view."""
    row, col = widget.position
    pixels = "; ".join(", ".join(str(pixel) for pixel in line) for line in widget.window.tolist())
    return f"Around row {row}, column {col} the nine pixels are {pixels}."


def sum_message(widget):
    """Say what the nine products add up to, and how the map shows that."""
    return f"The nine products add up to {number(widget.value)}: {shade_name(widget.value)} in the map."


def shade_name(value):
    """Returns a word for how the map shows a number."""
    if value <= -0.5:
        return "below 0, so blue"
    if value < 0.5:
        return "black"
    if value < 254.5:
        return "almost black" if value < 24 else "dark grey" if value < 85 else "grey" if value < 170 else "light grey"
    return "white"
