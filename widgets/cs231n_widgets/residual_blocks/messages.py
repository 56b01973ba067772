"""What ResidualBlocks says about its state.

widgets/js/residual_blocks/messages.js says the same, and a test compares them.
"""

from math import floor

from ..numbers import grouped
from . import model


def percent(part, total):
    """Write a part of a total in percent, to the nearest whole number."""
    return f"{floor(100 * part / total + 0.5)}%"


def numbers_text(numbers):
    """Write numbers as a sentence has them: 2, 5 and 8."""
    *first, last = map(str, numbers)
    return f"{', '.join(first)} and {last}" if first else last


def size_text(volume):
    return "×".join(map(str, volume))


def block_name(number, block):
    """Say a block: its number, the size of its volume, and whether it halves the map."""
    before, after = size_text(block["input"]), size_text(block["output"])
    return f"Block {number}, {f'{before} to {after}, halves the map' if before != after else after}"


def without_message(numbers):
    """Say which blocks are taken out."""
    if not numbers:
        return "All blocks are in"
    return f"Block{'s' if len(numbers) > 1 else ''} {numbers_text(numbers)} taken out"


def right_message(right, images):
    """Say how many images are right: "455 of 500 right, 91%"."""
    return f"{right} of {images} right, {percent(right, images)}"


def change_message(right, whole):
    """Say the change from the whole net; "" for none."""
    if right == whole:
        return ""
    return f"{abs(whole - right)} {'fewer' if right < whole else 'more'} than with all blocks"


def parameters_message(left, total):
    """Say how many parameters are left."""
    return f"{grouped(left)} of {grouped(total)} parameters left, {percent(left, total)}"


def sentence(widget):
    """Say what is taken out, and what the net gets right now."""
    change = change_message(widget.right, widget.record["right"][0])
    right = right_message(widget.right, widget.record["images"])
    return f"{without_message(widget.numbers)}: {right}{f', {change}' if change else ''}."


def guess_message(images):
    return f"pure guessing: {floor(images / model.CLASSES + 0.5)}"


def describe(widget):
    """Say the net, what is taken out, what it gets right and what is left of it."""
    sizes = "; ".join(f"blocks {numbers[0]} to {numbers[-1]} make {size_text(size)}" for size, numbers in widget.stages)
    left = parameters_message(widget.left, widget.net["parameters"])
    return (
        f"ResNet-20, a CONV layer, {len(widget.net['blocks'])} residual blocks, an average and an FC layer: {sizes}. "
        f"{sentence(widget)} {left}; {guess_message(widget.record['images'])}."
    )
