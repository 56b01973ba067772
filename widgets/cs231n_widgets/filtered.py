"""What widgets of a filtered input share: its arrays, which have to suit each other."""

import numpy as np
import traitlets

from .base import Widget
from .fill import fill_b, fill_w, fill_x
from .numbers import Numbers, as_array


class Filtered(Widget):
    """Hold an input, filters and biases; a subclass says how many filters (FILTERS) of which size (SIZE) it draws."""

    x = Numbers("(C, H, W)")
    w = Numbers("(K, C, F, F)")
    b = Numbers("(K,)")

    @traitlets.validate("w")
    def _check_w(self, proposal):
        K, _, F, F_w = shape = proposal["value"].shape
        if F_w != F:
            raise ValueError(f"w (K, C, F, F) is {shape}: this widget slides square filters; these are {F}x{F_w}.")
        if F > self.SIZE or K > self.FILTERS:
            most = f"{self.FILTERS} filters of {self.SIZE}x{self.SIZE}"
            raise ValueError(f"w (K, C, F, F) is {shape}; this widget draws up to {most}.")
        check_depths(self.x, proposal["value"])
        check_biases(proposal["value"], self.b)
        return proposal["value"]

    @traitlets.validate("b")
    def _check_b(self, proposal):
        check_biases(self.w, proposal["value"])
        return proposal["value"]


def complete(x, w, b):
    """Make up what the caller left out, to suit what they gave: {x, w, b}. Filters without biases get zeros."""
    x = None if x is None else as_array("x", "(C, H, W)", x)
    w = None if w is None else as_array("w", "(K, C, F, F)", w)
    if b is None:
        b = fill_b(2) if w is None else np.zeros(len(w), dtype=int)
    if w is None:
        w = fill_w(np.size(b), 3 if x is None else len(x), 3)
    if x is None:
        x = fill_x(w.shape[1], 5, 5)
    return {"x": x, "w": w, "b": b}


def check_depths(x, w):
    """Refuse filters that are not as deep as the input."""
    if x.shape[0] != w.shape[1]:
        raise ValueError(
            f"A filter reaches through the full depth: x (C, H, W) is {x.shape}, so w (K, C, F, F) needs "
            f"C={x.shape[0]}; it is {w.shape}. To change both at once, use show(x=..., w=..., b=...)."
        )


def check_biases(w, b):
    """Refuse anything but one bias for each filter."""
    if len(w) != len(b):
        raise ValueError(f"A filter has one bias: w is {w.shape}, so b needs the shape ({len(w)},); it is {b.shape}.")
