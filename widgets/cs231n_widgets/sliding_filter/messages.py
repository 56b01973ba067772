"""What SlidingFilter says about its state.

widgets/js/sliding_filter/messages.js says the same, and a test compares them.
"""

from cs231n_kit import sizing

from ..base import dilated, number, signed


def describe(widget):
    """Return sizes, fit, what is left unread and the calculation in view, in words."""
    s = widget.shape
    many = "s" if s["K"] > 1 else ""
    words = [
        f"An input of {s['W']}×{s['H']}×{s['D']} and {s['K']} filter{many} of {s['F']}×{s['F']}×{s['D']}, "
        f"stride {s['S']}, padding {s['P']}{dilated(s['dilation'])}."
    ]
    sides = dict.fromkeys([s["W"], s["H"]])
    words += [signed(sizing.explain(side, s["F"], s["S"], s["P"], s["dilation"])) for side in sides]
    if not widget.position:
        return " ".join([*words, "There is no output."])
    words.append(f"The output is {s['W2']}×{s['H2']}×{s['K']}.")
    words += filter(None, [unread_message(widget)])
    return " ".join([*words, f"Output {sum_message(widget)}: each slice’s sum, then the bias."])


def unread_message(widget):
    """Return how many cells no window reads, as a sentence, or "" where every cell is read."""
    s, missed = widget.shape, int(widget.unread.sum())
    return f"No window reads {missed} of the {s['H'] * s['W']} cells of a slice." if missed else ""


def sum_message(widget):
    """Return the calculation in view: y[0, 1, 2] = 3 + (−1) + 2 + 1 = 5."""
    k, row, col = widget.position
    sums, bias = widget.slice_sums(), widget.b[k]
    parts = " + ".join(f"({number(v)})" if v < 0 else number(v) for v in [*sums, bias])
    return f"y[{k}, {row}, {col}] = {parts} = {number(sums.sum() + bias)}"
