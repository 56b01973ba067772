"""The widget SlidingFilter: its settings, their checks, and what they amount to."""

import numpy as np
import traitlets

from cs231n_kit import sizing
from cs231n_kit.kernels.registry import using
from cs231n_kit.layers import conv_forward

from ..fill import fill_b, fill_w, fill_x
from ..filtered import Filtered, check_depths, complete
from ..knobs import Knobs
from . import messages, svg

SIDE, DEPTH = 9, 3  # what can still be read at a glance
CAPTION = (
    "Each output is one dot product: the window’s numbers times the filter’s, added up over every depth slice, "
    "plus the bias."
)


class SlidingFilter(Filtered, module="sliding_filter"):
    """Show a convolution one output at a time, with numbers that can be edited and settings that can be changed.

    `SlidingFilter()` is a 5x5x3 input under two 3x3x3 filters, stride 2, pad 1. `SlidingFilter(x=x, w=w, b=b)` takes
    arrays of your own: x (C,H,W) up to 3x9x9, w (K,C,F,F) with K up to 3 and F up to 5, b (K,); what is left out is
    made up to suit. `SlidingFilter.sized(W=7, F=3, stride=3)` makes up all of it. `row`, `col` and `k` are the place
    in the output; `knobs=["S", "P"]` lets the reader change only these settings.
    Raises ValueError for shapes that don't suit each other or are too large to draw.
    """

    FILTERS, SIZE = 3, 5  # what can still be read at a glance

    stride = traitlets.Int(2, min=1, max=5).tag(sync=True)
    pad = traitlets.Int(1, min=0, max=4).tag(sync=True)
    dilation = traitlets.Int(1, min=1, max=3).tag(sync=True)
    row = traitlets.Int(0, min=0).tag(sync=True)
    col = traitlets.Int(0, min=0).tag(sync=True)
    k = traitlets.Int(0, min=0).tag(sync=True)
    knobs = Knobs("W", "H", "D", "K", "F", "S", "P", "dilation")
    caption = traitlets.Unicode(CAPTION).tag(sync=True)

    def __init__(self, x=None, w=None, b=None, **settings):
        super().__init__(**complete(x, w, b), **settings)

    @classmethod
    def sized(cls, W=5, H=None, D=3, K=2, F=3, **settings):
        """Make a widget of a given size, filled with small whole numbers: input W x H x D, K filters of F x F x D."""
        return cls(x=fill_x(D, H or W, W), w=fill_w(K, D, F), b=fill_b(K), **settings)

    # ---- checks: they run when all of a set of changes has been made -----------------------------------
    @traitlets.validate("x")
    def _check_x(self, proposal):
        C, H, W = proposal["value"].shape
        if max(H, W) > SIDE or C > DEPTH:
            raise ValueError(
                f"x (C, H, W) is {proposal['value'].shape}; this widget draws up to {DEPTH} depth slices of "
                f"{SIDE}x{SIDE}. Take a piece of it, such as x[:3, :9, :9]."
            )
        check_depths(proposal["value"], self.w)
        return proposal["value"]

    # ---- what the present state amounts to -------------------------------------------------------------
    @property
    def shape(self):
        """Give the notes' letters: {D, H, W, K, F, S, P, dilation, H2, W2}; H2 or W2 is 0 where F is too large."""
        (C, H, W), (K, _, F, _) = self.x.shape, self.w.shape
        S, P, d = self.stride, self.pad, self.dilation
        H2, W2 = (0 if sizing.slack(side, F, P, d) < 0 else sizing.out_size(side, F, S, P, d) for side in (H, W))
        return {"D": C, "H": H, "W": W, "K": K, "F": F, "S": S, "P": P, "dilation": d, "H2": H2, "W2": W2}

    @property
    def output(self):
        """Compute the output with the kit's plain loops: y (K,H2,W2)."""
        s = self.shape
        if not s["H2"] or not s["W2"]:
            return np.zeros((s["K"], s["H2"], s["W2"]))
        x, w, b = (np.array(values, dtype=float) for values in (self.x, self.w, self.b))
        with using("loops"):
            y, _ = conv_forward(x[None], w, b, stride=self.stride, pad=self.pad, dilation=self.dilation)
        return y[0]

    @property
    def position(self):
        """Give the output in view as (k, row, col), or None if there is no output."""
        s = self.shape
        if not s["H2"] or not s["W2"]:
            return None
        return min(self.k, s["K"] - 1), min(self.row, s["H2"] - 1), min(self.col, s["W2"] - 1)

    @property
    def readers(self):
        """Count how many windows read each cell of the padded input: (H+2P, W+2P)."""
        s = self.shape
        counts = [np.zeros(s[side] + 2 * self.pad, dtype=int) for side in "HW"]
        for count, windows in zip(counts, (s["H2"], s["W2"]), strict=True):
            for first in range(windows if s["H2"] and s["W2"] else 0):
                start = first * self.stride
                count[start : start + sizing.dilated_size(s["F"], self.dilation) : self.dilation] += 1
        return np.outer(*counts)

    @property
    def unread(self):
        """Mark the cells of the input that no window reads: booleans (H,W)."""
        s = self.shape
        return self.readers[self.pad : self.pad + s["H"], self.pad : self.pad + s["W"]] == 0

    def facts(self):
        """Collect what a goal may ask for: the letters of `shape`, fits, same, unread, and row, col, k, value."""
        s = self.shape
        fit = all(sizing.fits(s[side], s["F"], self.stride, self.pad, self.dilation) for side in "HW")
        known = {"fits": fit, "same": (s["H2"], s["W2"]) == (s["H"], s["W"]), "unread": int(self.unread.sum())}
        k, row, col = self.position or (None, None, None)
        value = None if k is None else float(self.output[k, row, col])
        return {**s, **known, "row": row, "col": col, "k": k, "value": value}

    def describe(self):
        """Say in words what the widget shows now: sizes, fit, what is left unread, and the calculation in view."""
        return messages.describe(self)

    def slice_sums(self):
        """Compute what each depth slice adds to the output in view: (C,)."""
        k, row, col = self.position
        P, d, F = self.pad, self.dilation, self.shape["F"]
        padded = np.pad(self.x, ((0, 0), (P, P), (P, P)))
        top, left, span = row * self.stride, col * self.stride, sizing.dilated_size(F, d)
        window = padded[:, top : top + span : d, left : left + span : d]
        return (window * self.w[k]).sum(axis=(1, 2))

    def static_svg(self):
        """Draw input, filter, products and output as they stand now."""
        return svg.draw(self)
