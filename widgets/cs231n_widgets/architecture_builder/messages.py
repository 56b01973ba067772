"""What ArchitectureBuilder says about its state.

widgets/js/architecture_builder/messages.js says the same, and a test compares them.
"""

import re

from cs231n_kit import spec

from ..base import signed
from ..numbers import grouped

MOST = 12  # layers whose sizes are read out


def plural(n, word):
    return f"{n} {word}{'' if n == 1 else 's'}"


def shown(text):
    """Returns a sentence of the kit as a reader sees it: 4×4×16, true minus signs and apostrophes."""
    return signed(re.sub(r"(\d)x(?=\d)", r"\1×", text))


def volume(shape):
    """Returns a shape as a reader sees it: 32×32×3."""
    return "×".join(str(size) for size in reversed(shape))


def name_of(row):
    """Returns what the table calls a row."""
    return row.word.word if row.layer is None else spec.word_of(row.layer)


def error_message(net):
    """Returns what is wrong with a net, in a sentence or two, and where."""
    reason = shown(net.error.reason)
    if net.misfit is None:
        return f"At character {net.error.place + 1}: {reason}"
    return f"Layer {net.misfit + 1}, {name_of(net.rows[net.misfit])}: {reason}"


def left_over_message(net):
    """Returns what the first layer that leaves cells over leaves, or ""."""
    some = [i for i, row in enumerate(net.rows) if any(row.left_over)]
    if not some:
        return ""
    row = net.rows[some[0]]
    down, across = row.left_over
    parts = [plural(down, "row") if down else "", plural(across, "column") if across else ""]
    more = len(some) - 1
    others = f" {plural(more, 'layer')} more {'does' if more == 1 else 'do'} the same." if more else ""
    return (
        f"It works, but in layer {some[0] + 1}, {name_of(row)}, the windows leave {' and '.join(filter(None, parts))} "
        f"over: none {'reads it' if down + across == 1 else 'reads them'}.{others}"
    )


def net_message(net):
    """Returns the sizes, and what the net costs."""
    parameters, sizes, macs = map(grouped, net.totals)
    return (
        f"{plural(len(net.rows), 'layer')}, from {volume(net.in_shape)} to {volume(net.rows[-1].out)}: "
        f"{parameters} parameters, {sizes} bytes of activations, {macs} multiply-adds."
    )


def sizes_message(net):
    """Returns the sizes after each layer."""
    some = [row for row in net.rows if row.out][:MOST]
    if not some:
        return ""
    rest = len(net.rows) - len(some)
    sizes = ", ".join(f"{name_of(row)} {volume(row.out)}" for row in some)
    more = f", and {plural(rest, 'layer')} more" if rest else ""
    return f"Sizes: {sizes}{more}."


def describe(widget):
    """Returns everything in words."""
    net, text = widget.net, widget.net.text.strip()
    labels = [label for label, _ in widget.repairs]
    words = [
        f"The text is {text}." if text else "There is no text yet.",
        error_message(net) if net.error else net_message(net),
        sizes_message(net),
        "" if net.error else left_over_message(net),
        f"Repairs: {'; '.join(labels)}." if labels else "",
        "All windows fit." if widget.facts()["exact"] else "",
    ]
    return " ".join(filter(None, words))
