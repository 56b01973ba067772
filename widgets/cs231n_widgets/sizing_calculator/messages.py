"""What SizingCalculator says about its state.

widgets/js/sizing_calculator/messages.js says the same, and a test compares them.
"""

from cs231n_kit import sizing

from ..base import dilated, signed
from ..numbers import grouped


def describe(widget):
    """Return sizes, fit, the nearest settings that fit, counts and answers, in words."""
    W, H, many = widget.W, widget.height, "s" if widget.K > 1 else ""
    words = [
        f"An input of {W}×{H}×{widget.D} and {widget.K} filter{many} of {widget.F}×{widget.F}×{widget.D}, "
        f"stride {widget.S}, padding {widget.P}{dilated(widget.dilation)}."
    ]
    words += [
        signed(sizing.explain(side, widget.F, widget.S, widget.P, widget.dilation)) for side in dict.fromkeys([W, H])
    ]
    if widget.nearest:
        words.append("Nearest that fit: " + ", ".join(f"{letter} = {value}" for letter, value in widget.nearest) + ".")
    words.append(counts_message(widget))
    words += answers_messages(widget) if widget.mode == "reverse" else []
    return " ".join(filter(None, words))


def counts_message(widget):
    """Return the output's size and what the layer costs, as sentences."""
    n = widget.counts
    kept = f"{grouped(n['weights'])} weights and {grouped(n['biases'])} {'bias' if widget.K == 1 else 'biases'}"
    if not widget.W2:
        return f"There is no output. {kept}."
    return (
        f"The output is {widget.W2}×{widget.H2}×{widget.K}: {grouped(n['neurons'])} neurons, "
        f"{grouped(n['bytes'])} bytes at 4 a number. {kept}; "
        f"{grouped(n['unshared'])} parameters if they were not shared; {grouped(n['macs'])} multiply-adds."
    )


def answers_messages(widget):
    """Return the settings that lead to the target, and what speaks against the others, a sentence each."""
    listed = "; ".join(f"F = {F}, S = {S}, P = {P}" for F, S, P in widget.answers) or "no setting without a catch"
    return [
        f"From {widget.W} to {widget.target}: {listed}.",
        "Left out:" if widget.left_out else "",
        *map(signed, widget.left_out.values()),
    ]
