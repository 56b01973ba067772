"""The widget Im2col: its settings, their checks, and what they amount to."""

import numpy as np
import traitlets

from cs231n_kit.kernels.im2col import im2col
from cs231n_kit.sizing import conv_shape

from ..fill import fill_b, fill_w
from ..filtered import Filtered, check_depths, complete
from ..knobs import Knobs
from ..numbers import as_array
from . import messages, svg

SIDES, DEPTH = (3, 5), 3  # the least side takes the largest filter, the rest can still be read
CAPTION = (
    "Each window, stretched out, is a column of X_col; each filter, stretched out, is a row of W_row. "
    "The product of the two matrices is the whole layer."
)


class Im2col(Filtered, module="im2col"):
    """Show a convolution as a matrix product: the window in view, its column of X_col, and what W_row makes of it.

    `Im2col()` is an input of 2x4x4 whose cells are numbered, under two filters of 2x2x2, stride 1, no padding.
    `Im2col(x=x, w=w, b=b)` takes arrays of your own: x (C,H,W) with up to 3 channels and sides from 3 to 5,
    w (K,C,F,F) with K and F up to 3, b (K,); what is left out is made up to suit. `window` counts the windows row
    by row from 0; `cell` is a cell (c, row, column) of the input whose copies are shown, or empty.
    Raises ValueError for shapes that don't suit each other or are too large to draw.
    """

    FILTERS, SIZE = 3, 3

    stride = traitlets.Int(1, min=1, max=3).tag(sync=True)
    pad = traitlets.Int(0, min=0, max=1).tag(sync=True)
    window = traitlets.Int(0, min=0).tag(sync=True)
    cell = traitlets.List(traitlets.Int()).tag(sync=True)
    knobs = Knobs("F", "S", "P")
    caption = traitlets.Unicode(CAPTION).tag(sync=True)

    def __init__(self, x=None, w=None, b=None, **settings):
        w = None if w is None else as_array("w", "(K, C, F, F)", w)
        if x is None:
            x = count(2 if w is None else w.shape[1], 4, 4)
        if w is None:
            b = fill_b(2) if b is None else b
            w = fill_w(np.size(b), len(as_array("x", "(C, H, W)", x)), 2)
        super().__init__(**complete(x, w, b), **settings)

    # ---- checks: they run when all of a set of changes has been made -----------------------------------
    @traitlets.validate("x")
    def _check_x(self, proposal):
        (C, H, W), (least, most) = proposal["value"].shape, SIDES
        if C > DEPTH or min(H, W) < least or max(H, W) > most:
            raise ValueError(
                f"x (C, H, W) is {(C, H, W)}; this widget draws up to {DEPTH} channels, of {least}x{least} to "
                f"{most}x{most} cells. Take a piece of yours, such as x[:2, :4, :4]."
            )
        check_depths(proposal["value"], self.w)
        return proposal["value"]

    @traitlets.validate("cell")
    def _check_cell(self, proposal):
        at = proposal["value"]
        if at and not (len(at) == 3 and all(0 <= place < side for place, side in zip(at, self.x.shape, strict=True))):
            raise ValueError(f"cell is {tuple(at)}; it needs (c, row, column) of a cell in x, which is {self.x.shape}.")
        return at

    # ---- what the present state amounts to -------------------------------------------------------------
    @property
    def shape(self):
        """Give the notes' letters: {D, H, W, K, F, S, P, H2, W2}."""
        (C, H, W), (K, _, F, _) = self.x.shape, self.w.shape
        _, H2, W2 = conv_shape((C, H, W), K, F, self.stride, self.pad)
        return {"D": C, "H": H, "W": W, "K": K, "F": F, "S": self.stride, "P": self.pad, "H2": H2, "W2": W2}

    def stretch(self, x):
        """Stretch windows as this widget's are: x (C,H,W) -> (C*F*F,H2*W2)."""
        return im2col(np.array(x), self.w.shape[2], self.stride, self.pad)

    @property
    def x_col(self):
        """Compute X_col with the kit: (C*F*F,H2*W2)."""
        return self.stretch(self.x)

    @property
    def w_row(self):
        """Stretch the filters: (K,C*F*F)."""
        return np.array(self.w).reshape(len(self.w), -1)

    @property
    def product(self):
        """Compute Y = W_row @ X_col + b: (K,H2*W2)."""
        return self.w_row @ self.x_col + np.array(self.b)[:, None]

    @property
    def origins(self):
        """Give for each entry of X_col the cell of x that it was copied from, counted from 1; 0 is padding."""
        return self.stretch(np.arange(1, self.x.size + 1).reshape(self.x.shape))

    @property
    def copies(self):
        """Count how often each cell of the input stands in X_col: (C,H,W)."""
        return np.bincount(self.origins.ravel(), minlength=self.x.size + 1)[1:].reshape(self.x.shape)

    @property
    def position(self):
        """Give the window in view as (number, row, column)."""
        s = self.shape
        n = min(self.window, s["H2"] * s["W2"] - 1)
        return n, *divmod(n, s["W2"])

    @property
    def chosen(self):
        """Give the cell whose copies are shown, (c, row, column), or None."""
        inside = self.cell and all(place < side for place, side in zip(self.cell, self.x.shape, strict=True))
        return tuple(self.cell) if inside else None

    def facts(self):
        """Collect what a goal may ask for: the letters of `shape`; rows, columns, numbers of X_col; most, least..."""
        copies, (rows, columns) = self.copies, self.x_col.shape
        counts = {"rows": rows, "columns": columns, "numbers": rows * columns, "ratio": rows * columns / self.x.size}
        seen = {"most": int(copies.max()), "least": int(copies.min()), "unread": int((copies == 0).sum())}
        chosen = int(copies[self.chosen]) if self.chosen else None
        return {**self.shape, **counts, **seen, "window": self.position[0], "copies": chosen}

    def describe(self):
        """Say in words what the widget shows now: sizes, memory, the window in view, and the chosen cell."""
        return " ".join(filter(None, messages.all_messages(self).values()))

    def static_svg(self):
        """Draw input, X_col, W_row, Y and the output as they stand now."""
        return svg.draw(self)


def count(C, H, W):
    """Number the cells of an input, x (C,H,W), from 1: each can be told wherever it is copied to."""
    return np.arange(1, C * H * W + 1).reshape(C, H, W)
