"""What Im2col says about its state; widgets/js/im2col/messages.js says the same, and a test compares them."""

from math import floor

import numpy as np

from ..base import number


def listed(items):
    """Join words as a sentence does: 0, 1 and 2."""
    items = [str(item) for item in items]
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def entry(name, index):
    """Write an entry of an array: Y[0, 4]."""
    return f"{name}[{', '.join(map(str, index))}]"


def all_messages(widget):
    """Say all that the widget says, in the order of reading: {what about: sentence}."""
    s, known = widget.shape, widget.facts()
    return {
        "sizes": f"An input of {s['W']}×{s['H']}×{s['D']} and {s['K']} filter{'s' if s['K'] > 1 else ''} of "
        f"{s['F']}×{s['F']}×{s['D']}, stride {s['S']}, padding {s['P']}.",
        "shapes": shapes_message(known),
        "memory": memory_message(known, widget.x.size),
        "column": column_message(widget),
        "aside": copies_message(widget) if widget.chosen else zeros_message(widget),
    }


def shapes_message(s):
    rows, columns, K = s["rows"], s["columns"], s["K"]
    return (
        f"X_col is {rows}×{columns} and W_row is {K}×{rows}. W_row times X_col, plus b, is Y: {K}×{columns}, "
        f"reshaped to {s['W2']}×{s['H2']}×{K}."
    )


def memory_message(s, before):
    numbers, missed = s["numbers"], ""
    if s["unread"]:
        missed = f" No window reads {s['unread']} of the input’s {before} cells."
    if numbers == before:
        return f"X_col holds {numbers} numbers, as many as the input.{missed}"
    times = number(floor(s["ratio"] * 100 + 0.5) / 100)
    return f"X_col holds {numbers} numbers, the input {before}: {times} times as many.{missed}"


def column_message(widget):
    n, row, col = widget.position
    results = [f"{entry('Y', [k, n])} = {number(line[n])}" for k, line in enumerate(widget.product)]
    places = [entry("y", [k, row, col]) for k in range(len(results))]
    return (
        f"Window {n} is column {n} of X_col. W_row times this column, plus b, gives {listed(results)}: "
        f"{listed(places)} of the output."
    )


def zeros_message(widget):
    read = widget.origins[:, widget.position[0]]
    zeros = int((read == 0).sum())
    is_zero = "is a zero" if zeros == 1 else "are zeros"
    many = "number" if len(read) == 1 else "numbers"
    return f"{zeros} of its {len(read)} {many} {is_zero} of the padding." if zeros else ""


def copies_message(widget):
    name = f"{entry('x', widget.chosen)} = {number(widget.x[widget.chosen])}"
    own = np.ravel_multi_index(widget.chosen, widget.x.shape) + 1
    columns = np.flatnonzero((widget.origins == own).any(axis=0))
    if not len(columns):
        return f"{name} stands nowhere in X_col: no window reads it."
    times = {1: "once", 2: "twice"}.get(len(columns), f"{len(columns)} times")
    return f"{name} stands in X_col {times}, in column{'s' if len(columns) > 1 else ''} {listed(columns)}."
