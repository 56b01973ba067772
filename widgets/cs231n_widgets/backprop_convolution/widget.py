"""The widget BackpropConvolution: its settings, their checks, and what they amount to."""

import numpy as np
import traitlets

from cs231n_kit import sizing
from cs231n_kit.kernels.registry import using
from cs231n_kit.layers import conv_backward, conv_forward

from ..base import Widget
from ..knobs import Knobs
from ..numbers import Numbers, as_array, require_gradients, require_showable
from . import messages, svg

SIDE, SIZE = 6, 3  # what can still be read at a glance
VIEWS = ("one", "sum", "input")
X = [[1, 0, 2, 1, 0], [0, 3, 1, 0, 2], [2, 1, 4, 1, 1], [0, 2, 1, 3, 0], [1, 0, 2, 0, 1]]
W = [[1, 2, 0], [0, -1, 3], [-2, 0, 1]]
DY = [[1, 0, 2], [-1, 3, 0], [0, 1, -2]]
CAPTION = (
    "An output is a sum of products. On the way back each product gives its input the weight times dy, and its weight "
    "the input times dy. What arrives from several outputs adds up."
)


class BackpropConvolution(Widget, module="backprop_convolution"):
    """Show how the gradients dy of a convolution's outputs go back to its input and to its filter.

    `BackpropConvolution()` is a 5x5 input under a 3x3 filter. `BackpropConvolution(x=x, w=w, dy=dy)` takes arrays of
    your own: x (H,W) up to 6x6, a filter w (F,F) up to 3x3, dy (H',W'); a dy left out is made up: 1, 2, 3 ...
    `view` is "one" (from the output row, col), "sum" (from all outputs up to that one) or "input" (into the input
    input_row, input_col, by the flipped filter); `knobs=["view"]` lets the reader change the view, but neither stride
    nor padding. Raises ValueError for what is too large to draw or doesn't go together.
    """

    x = Numbers("(H, W)")
    w = Numbers("(F, F)")
    dy = Numbers("(H', W')")
    stride = traitlets.Int(1, min=1, max=3).tag(sync=True)
    pad = traitlets.Int(0, min=0, max=2).tag(sync=True)
    view = traitlets.Unicode("one").tag(sync=True)
    row = traitlets.Int(0, min=0).tag(sync=True)
    col = traitlets.Int(0, min=0).tag(sync=True)
    input_row = traitlets.Int(2, min=0).tag(sync=True)
    input_col = traitlets.Int(2, min=0).tag(sync=True)
    knobs = Knobs("view", "S", "P")
    caption = traitlets.Unicode(CAPTION).tag(sync=True)

    def __init__(self, x=None, w=None, dy=None, **settings):
        x = as_array("x", "(H, W)", X if x is None else x)
        w = as_array("w", "(F, F)", W if w is None else w)
        super().__init__(x=x, w=w, **settings)
        if dy is None:  # the demo's, where it has the size of the output
            dy = DY if self.in_view.shape == np.shape(DY) else self.gradient
        self.dy = dy

    # ---- checks: they run when all of a set of changes has been made -----------------------------------
    @traitlets.validate("x")
    def _check_x(self, proposal):
        x = proposal["value"]
        if max(x.shape) > SIDE:
            raise ValueError(
                f"x (H, W) is {x.shape}; this widget draws inputs of up to {SIDE}x{SIDE}. "
                f"Take a piece of it, such as x[:{SIDE}, :{SIDE}]."
            )
        require_showable("x", x)
        check_window(x.shape, self.w.shape)
        return x

    @traitlets.validate("w")
    def _check_w(self, proposal):
        w = proposal["value"]
        if w.shape[0] != w.shape[1] or len(w) > SIZE:
            raise ValueError(f"w (F, F) is {w.shape}; this widget draws square filters of up to {SIZE}x{SIZE}.")
        require_showable("w", w)
        check_window(self.x.shape, w.shape)
        check_pad(self.pad, len(w))
        return w

    @traitlets.validate("pad")
    def _check_pad(self, proposal):
        check_pad(proposal["value"], len(self.w))
        return proposal["value"]

    @traitlets.validate("view")
    def _check_view(self, proposal):
        if proposal["value"] not in VIEWS:
            raise ValueError(f"view is '{proposal['value']}'; use one of: {', '.join(VIEWS)}.")
        return proposal["value"]

    @traitlets.validate("dy")
    def _check_dy(self, proposal):
        dy, s = proposal["value"], self.shape
        require_gradients(dy, s["H2"], s["W2"])
        return dy

    # ---- what the present state amounts to -------------------------------------------------------------
    @property
    def shape(self):
        """Give the notes' letters: {H, W, F, S, P, H2, W2}."""
        (H, W), F, S, P = self.x.shape, len(self.w), self.stride, self.pad
        H2, W2 = (sizing.out_size(side, F, S, P) for side in (H, W))
        return {"H": H, "W": W, "F": F, "S": S, "P": P, "H2": H2, "W2": W2}

    @property
    def gradient(self):
        """Give the gradient of each output: dy, or where it is of another size 1, 2, 3 ... (H',W')."""
        size = self.shape["H2"], self.shape["W2"]
        return np.array(self.dy) if self.dy.shape == size else 1 + np.arange(np.prod(size)).reshape(size)

    @property
    def position(self):
        """Give the output in view: (row, col)."""
        s = self.shape
        return min(self.row, s["H2"] - 1), min(self.col, s["W2"] - 1)

    @property
    def input_position(self):
        """Give the input in view: (row, col)."""
        s = self.shape
        return min(self.input_row, s["H"] - 1), min(self.input_col, s["W"] - 1)

    @property
    def in_view(self):
        """Mark the outputs whose gradients are shown, booleans (H',W'): one, those up to it, or all."""
        size = self.shape["H2"], self.shape["W2"]
        number, at = np.arange(np.prod(size)).reshape(size), np.ravel_multi_index(self.position, size)
        return {"one": number == at, "sum": number <= at}.get(self.view, number >= 0)

    def back(self, dy):
        """Let the kit's plain loops take gradients dy (H',W') back: dx (H,W), dw (F,F)."""
        x, w, dy = (np.array(values, dtype=float)[None, None] for values in (self.x, self.w, dy))
        with using("loops"):
            _, cache = conv_forward(x, w, None, stride=self.stride, pad=self.pad)
        dx, dw, _ = conv_backward(dy, cache)
        return dx[0, 0], dw[0, 0]

    @property
    def dx(self):
        """Compute the gradient of the input with the kit, from the outputs in view: (H,W)."""
        return self.back(self.gradient * self.in_view)[0]

    @property
    def dw(self):
        """Compute the gradient of the filter, likewise: (F,F)."""
        return self.back(self.gradient * self.in_view)[1]

    @property
    def spread(self):
        """Give dy with the zeros over which the flipped filter slides, (H+F-1,W+F-1), and where dy itself stands."""
        s, dy = self.shape, self.gradient
        size = s["H"] + s["F"] - 1, s["W"] + s["F"] - 1
        values, real = np.zeros(size), np.zeros(size, dtype=bool)
        start = s["F"] - 1 - s["P"]
        at = np.s_[start : start + s["S"] * s["H2"] : s["S"], start : start + s["S"] * s["W2"] : s["S"]]
        values[at], real[at] = dy, True
        return values, real

    def products(self, some=None):
        """List every product of the outputs in view, of both gradients: [{row, col, u, v, r, c, w, x, dy}]."""
        s, dy, found = self.shape, self.gradient, []
        for row, col in np.argwhere(self.in_view if some is None else some).tolist():
            for u, v in np.ndindex(s["F"], s["F"]):
                r, c = row * s["S"] - s["P"] + u, col * s["S"] - s["P"] + v
                if 0 <= r < s["H"] and 0 <= c < s["W"]:
                    met = {"w": self.w[u, v], "x": self.x[r, c], "dy": dy[row, col]}
                    found.append({"row": row, "col": col, "u": u, "v": v, "r": r, "c": c, **met})
        return found

    @property
    def readers(self):
        """Count how many outputs read each input: (H,W)."""
        counts = np.zeros(self.x.shape, dtype=int)
        for one in self.products(np.ones_like(self.in_view)):
            counts[one["r"], one["c"]] += 1
        return counts

    def facts(self):
        """Collect what a goal may ask for.

        The letters of `shape`, view, fits, unread, row, col, input_row, input_col; of the input in view its whole
        gradient, value, and how many outputs read it, readers.
        """
        s, (row, col), at = self.shape, self.position, self.input_position
        fit = all(sizing.fits(s[side], s["F"], s["S"], s["P"]) for side in "HW")
        here = {"row": row, "col": col, "input_row": at[0], "input_col": at[1]}
        value = float(self.back(self.gradient)[0][at])
        known = {"value": value, "readers": int(self.readers[at]), "unread": int((self.readers == 0).sum())}
        return {"view": self.view, **s, "fits": fit, **here, **known}

    def describe(self):
        """Say in words what the widget shows now: sizes, and every product in view."""
        return messages.describe(self)

    def static_svg(self):
        """Draw the present state."""
        return svg.draw(self)


def check_window(shape, size):
    """Refuse a filter that is larger than the input."""
    for side in shape:
        if sizing.slack(side, size[0]) < 0:
            raise ValueError(
                f"{sizing.explain(side, size[0])} x (H, W) is {shape}. "
                "To change input and filter together, use show(x=..., w=...)."
            )


def check_pad(pad, F):
    """Refuse padding that is as wide as the filter."""
    if pad >= F:
        raise ValueError(f"Padding of {pad} is too much: windows of {F} would read nothing else.")
