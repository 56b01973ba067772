"""The widget Pooling: its settings, their checks, and what they amount to."""

import numpy as np
import traitlets

from cs231n_kit import layers, sizing

from ..base import Widget
from ..knobs import Knobs
from ..numbers import Numbers, as_array, require_gradients, require_showable
from . import messages, svg

SIDE = 6  # what can still be read at a glance
KINDS = {
    "max": (layers.max_pool_forward, layers.max_pool_backward),
    "average": (layers.avg_pool_forward, layers.avg_pool_backward),
    "L2": (layers.l2_pool_forward, layers.l2_pool_backward),
}
SLICE = [[1, 5, 2, 1], [3, 1, 2, 0], [0, 0, 4, 6], [0, 4, 2, 5]]
FORWARD = "Pooling makes one number of each window."
BACKWARD = {
    "max": "On the way back, a maximum sends the whole gradient to the cell that won.",
    "average": "On the way back, an average shares the gradient out equally.",
    "L2": "On the way back, a norm shares the gradient out by size.",
}
EVERY_WAY = (
    "On the way back, a maximum sends the whole gradient to the cell that won; an average and a norm share it out."
)


class Pooling(Widget, module="pooling"):
    """Show pooling one window at a time, forward and backward, with numbers that can be changed.

    `Pooling()` is the slice of chapter 04 under 2x2 windows, stride 2. `Pooling(x, dy, size=3, stride=2)` takes a
    slice x (H,W) of your own, up to 6x6, and the gradients dy (H',W') of its output; those left out are made up: 10,
    20, 30 ... `stride` left out is `size`. `kind` is "max", "average" or "L2"; `backward=False` hides the way back;
    `row` and `col` are the output in view; `knobs=["kind"]` lets the reader change the kind, but neither the windows
    nor the way. Raises ValueError for what is too large to draw or doesn't fit together.
    """

    x = Numbers("(H, W)")
    dy = Numbers("(H', W')")
    kind = traitlets.Unicode("max").tag(sync=True)
    size = traitlets.Int(2, min=2, max=4).tag(sync=True)
    stride = traitlets.Int(2, min=1, max=4).tag(sync=True)
    row = traitlets.Int(0, min=0).tag(sync=True)
    col = traitlets.Int(0, min=0).tag(sync=True)
    backward = traitlets.Bool(True).tag(sync=True)
    knobs = Knobs("kind", "windows", "backward")

    def __init__(self, x=None, dy=None, size=2, stride=None, **settings):
        x = as_array("x", "(H, W)", SLICE if x is None else x)
        given = {"x": x, "size": size, "stride": size if stride is None else stride}
        if dy is not None:
            given["dy"] = dy
        caption = FORWARD
        if settings.get("backward", True):
            free = "kind" in settings.get("knobs", ["kind"])
            caption += f" {EVERY_WAY if free else BACKWARD.get(settings.get('kind', 'max'), '')}"
        super().__init__(**given, **{"caption": caption, **settings})
        if dy is None:
            self.dy = made_up(self.shape)

    # ---- checks: they run when all of a set of changes has been made -----------------------------------
    @traitlets.validate("x")
    def _check_x(self, proposal):
        x = proposal["value"]
        if max(x.shape) > SIDE:
            raise ValueError(
                f"x (H, W) is {x.shape}; this widget draws slices of up to {SIDE}x{SIDE}. "
                f"Take a piece of it, such as x[:{SIDE}, :{SIDE}]."
            )
        require_showable("x", x)
        check_window(x.shape, self.size, self.stride)
        return x

    @traitlets.validate("size", "stride")
    def _check_size(self, proposal):
        sizes = {"size": self.size, "stride": self.stride, proposal["trait"].name: proposal["value"]}
        check_window(self.x.shape, **sizes)
        return proposal["value"]

    @traitlets.validate("kind")
    def _check_kind(self, proposal):
        if proposal["value"] not in KINDS:
            raise ValueError(f"kind is '{proposal['value']}'; use one of: {', '.join(KINDS)}.")
        return proposal["value"]

    @traitlets.validate("dy")
    def _check_dy(self, proposal):
        dy, s = proposal["value"], self.shape
        require_gradients(dy, s["H2"], s["W2"])
        return dy

    # ---- what the present state amounts to -------------------------------------------------------------
    @property
    def shape(self):
        """Give the notes' letters: {H, W, F, S, H2, W2}."""
        H, W = self.x.shape
        H2, W2 = (sizing.out_size(side, self.size, self.stride) for side in (H, W))
        return {"H": H, "W": W, "F": self.size, "S": self.stride, "H2": H2, "W2": W2}

    @property
    def gradient(self):
        """Give the gradient of each output: dy, or where it no longer suits the output 10, 20, 30 ... (H',W')."""
        s = self.shape
        return np.array(self.dy) if self.dy.shape == (s["H2"], s["W2"]) else made_up(s)

    def run(self):
        """Let the kit pool the slice: y (H',W') and the cache."""
        y, cache = KINDS[self.kind][0](np.array(self.x, dtype=float)[None, None], self.size, self.stride)
        return y[0, 0], cache

    def back(self, dy):
        """Let the kit take gradients dy (H',W') back through the slice: dx (H,W)."""
        return KINDS[self.kind][1](np.array(dy, dtype=float)[None, None], self.run()[1])[0, 0]

    @property
    def output(self):
        """Compute the output with the kit: y (H',W')."""
        return self.run()[0]

    @property
    def dx(self):
        """Compute the gradient of the input with the kit: dx (H,W)."""
        return self.back(self.gradient)

    @property
    def switches(self):
        """Number the cell of each window that won, row by row, (H',W'); None where nothing wins."""
        return self.run()[1][0][0, 0] if self.kind == "max" else None

    @property
    def ties(self):
        """Mark the windows whose maximum stands in more than one cell, (H',W'); for a maximum only."""
        s = self.shape
        tied = np.zeros((s["H2"], s["W2"]), dtype=bool)
        if self.kind == "max":
            for place in np.ndindex(tied.shape):
                values = self.x[self.region(*place)]
                tied[place] = (values == values.max()).sum() > 1
        return tied

    @property
    def position(self):
        """Give the output in view: (row, col)."""
        s = self.shape
        return min(self.row, s["H2"] - 1), min(self.col, s["W2"] - 1)

    def region(self, row, col):
        """Say which part of the slice the window of an output reads, as an index."""
        top, left = row * self.stride, col * self.stride
        return np.s_[top : top + self.size, left : left + self.size]

    def facts(self):
        """Collect what a goal may ask for.

        The letters of `shape`, kind, fits; of the window in view row, col, value (its y), switch, tied; in all, the
        number of ties and of receivers, the cells that get a gradient other than 0.
        """
        s, (row, col) = self.shape, self.position
        fit = all(sizing.fits(s[side], s["F"], s["S"]) for side in "HW")
        switch = None if self.switches is None else int(self.switches[row, col])
        here = {"row": row, "col": col, "value": float(self.output[row, col]), "switch": switch}
        tied = {"tied": bool(self.ties[row, col]), "ties": int(self.ties.sum())}
        return {"kind": self.kind, **s, "fits": fit, **here, **tied, "receivers": int((self.dx != 0).sum())}

    def describe(self):
        """Say in words what the widget shows now: sizes, the window in view, and the way of its gradient."""
        return messages.describe(self)

    def static_svg(self):
        """Draw both ways as they stand now."""
        return svg.draw(self)


def made_up(s):
    """Number the outputs 10, 20, 30 ..., so that one can tell where each gradient goes: (H',W')."""
    return 10 * np.arange(1, s["H2"] * s["W2"] + 1).reshape(s["H2"], s["W2"])


def check_window(shape, size, stride):
    """Refuse windows that are larger than the slice."""
    for side in shape:
        if sizing.slack(side, size) < 0:
            raise ValueError(
                f"{sizing.explain(side, size, stride)} x (H, W) is {shape}. "
                "To change slice and window together, use show(x=..., size=...)."
            )
