"""What Pooling says about its state; widgets/js/pooling/messages.js says the same, and a test compares them."""

import math

import numpy as np

from cs231n_kit import sizing

from ..base import short, signed

NAMES = {"max": "Max", "average": "Average", "L2": "L2-norm"}


def plain(value, decimals=2):
    """Write a number with at most that many decimals and a true minus."""
    text = f"{rounded(value, decimals):.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if decimals else text
    return "0" if text == "-0" else text.replace("-", "−")


def in_cell(value):
    """Write a number in at most five characters, for a cell: as many decimals as fit, up to two."""
    texts = (plain(value, decimals) for decimals in (2, 1, 0))
    return next((text for text in texts if len(text) < 6), None) or short(value)


def rounded(value, decimals=2):
    return math.floor(float(value) * 10**decimals + 0.5) / 10**decimals


def equals(*values):
    """Give the sign to write before what stands for these numbers: = if two decimals say them all."""
    return "=" if all(abs(rounded(value) - value) < 1e-9 for value in values) else "≈"


def bracketed(value):
    return f"({plain(value)})" if value < 0 else plain(value)


def place(row, col):
    return f"row {row}, column {col}"


def describe(widget):
    """Say sizes, the window in view and, if it is shown, the way back."""
    s = widget.shape
    F = s["F"]
    words = [
        f"{NAMES[widget.kind]} pooling of a depth slice of {s['W']}×{s['H']}, windows of {F}×{F}, stride {s['S']}: "
        f"the output is {s['W2']}×{s['H2']}.",
        fit_message(s),
        *forward_messages(widget),
        *(backward_messages(widget) if widget.backward else []),
    ]
    return " ".join(part for part in words if part)


def fit_message(s):
    """Say whether the windows fit, along each side that differs."""
    sides = dict.fromkeys([s["W"], s["H"]])
    return " ".join(signed(sizing.explain(side, s["F"], s["S"])) for side in sides)


def forward_messages(widget):
    """Say how the output in view comes about: the calculation, then where it comes from."""
    row, col = widget.position
    values = widget.x[widget.region(row, col)].ravel().astype(float)
    y, name, count = widget.output[row, col], f"y[{row}, {col}]", values.size
    shown = [plain(value) for value in values]
    sign = equals(*values)
    if widget.kind == "max":
        return f"{name} {sign} max({', '.join(shown)}) {equals(y)} {plain(y)}.", won_message(widget, values)
    if widget.kind == "average":
        terms, total = " + ".join(bracketed(value) for value in values), values.sum()
        said = f"{name} {sign} ({terms})/{count} {equals(total)} {plain(total)}/{count} {equals(y)} {plain(y)}."
        return said, f"All {count} cells count the same."
    squares = " + ".join(f"{bracketed(value)}²" for value in values)
    total = (values * values).sum()
    said = f"{name} {sign} √({squares}) {equals(total)} √{plain(total)} {equals(y)} {plain(y)}."
    return said, "Large numbers count most." if y else "All its cells are 0."


def won_message(widget, values):
    """Say which cell won, and that the first does where several are as large."""
    row, col = widget.position
    switch = int(widget.switches[row, col])
    at, equal = place(*cell(widget, switch)), int((values == values.max()).sum())
    if equal == 1:
        return f"The largest stands in {at}. That is cell {switch} of the window: the switch is {switch}."
    return (
        f"A tie: {equal} cells hold {plain(values.max())}. Row by row, the first of them wins: {at}. "
        f"That is cell {switch} of the window: the switch is {switch}."
    )


def cell(widget, number):
    """Find a cell of the window in view, numbered row by row, in the slice."""
    (row, col), F, S = widget.position, widget.size, widget.stride
    return row * S + number // F, col * S + number % F


def backward_messages(widget):
    """Say where the gradient of the output in view goes: the route, then what else is to know."""
    row, col = widget.position
    dy, y = widget.gradient[row, col], widget.output[row, col]
    name, count = f"dy[{row}, {col}] {equals(dy)} {plain(dy)}", widget.size**2
    values = widget.x[widget.region(row, col)]
    if dy == 0:
        return f"{name}: nothing is sent.", ""
    if widget.kind == "max":
        return route_messages(widget, name, count, int((values == values.max()).sum()) - 1)
    more = "What a cell gets from several windows adds up." if overlap(widget) else ""
    if widget.kind == "average":
        share = dy / count
        return f"{name} is shared equally: {plain(dy)}/{count} {equals(share)} {plain(share)} for each cell.", more
    if y == 0:
        return f"{name}, but y is 0 and has no slope here: nothing is sent.", more
    parts = ", ".join(plain(part) for part in shares(widget).ravel())
    below = "A cell below 0 gets a share of the other sign: if it grows, y shrinks." if (values < 0).any() else ""
    return f"{name} is shared as dy · x/y, with y {equals(y)} {plain(y)}: {parts}.", " ".join(
        filter(None, [below, more])
    )


def route_messages(widget, name, count, equal):
    """Say which cell gets the whole gradient, what the others get, and what adds up in it."""
    row, col = widget.position
    at = cell(widget, int(widget.switches[row, col]))
    rest = f"The other {count - 1} cells get nothing from this window"
    if equal:
        rest += ", not even the one that is as large" if equal == 1 else f", not even the {equal} that are as large"
    parts = received(widget, *at)
    total = ""
    if len(parts) > 1:
        terms = " + ".join(bracketed(part) for part in parts)
        added = f"dx[{at[0]}, {at[1]}] = {terms} {equals(sum(parts))} {plain(sum(parts))}"
        total = f" That cell won in {len(parts)} windows: {added}."
    return f"{name} goes to {place(*at)}, all of it.", f"{rest}.{total}"


def overlap(widget):
    """Tell whether neighbouring windows share cells."""
    s = widget.shape
    return s["S"] < s["F"] and s["H2"] * s["W2"] > 1


def shares(widget):
    """Compute what each cell of the window in view gets from it, (F,F): the kit's gradient of that output alone."""
    alone = np.zeros_like(widget.output)
    alone[widget.position] = widget.gradient[widget.position]
    return widget.back(alone)[widget.region(*widget.position)]


def received(widget, row, col):
    """List the gradients that a cell gets by winning, window by window."""
    won_in = []
    for at in np.ndindex(widget.switches.shape):
        u, v = divmod(int(widget.switches[at]), widget.size)
        if (at[0] * widget.stride + u, at[1] * widget.stride + v) == (row, col):
            won_in.append(float(widget.gradient[at]))
    return won_in
