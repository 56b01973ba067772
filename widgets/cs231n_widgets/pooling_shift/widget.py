"""The widget PoolingShift: its settings, their checks, and what they amount to."""

from base64 import b64decode, b64encode
from functools import cached_property

import numpy as np
import traitlets

from cs231n_kit import layers
from cs231n_kit.data import photograph

from ..base import Widget
from . import messages, svg

MOST = 8  # pixels that the photograph can move
LARGEST = 128  # rows or columns in view: more can't be told apart
POOLS = {  # what each choice makes of a map (1,1,H,W)
    "none": lambda x: x,
    "average": lambda x: layers.avg_pool_forward(x, 2)[0],
    "max2": lambda x: layers.max_pool_forward(x, 2)[0],
    "max3": lambda x: layers.max_pool_forward(x, 3, 2)[0],
}
CAPTION = (
    "The photograph moves to the right. One filter finds its upright edges, a pooling layer sums them up, and the last "
    "picture shows which numbers of the pooled map have changed. 0% is the same map as before. At 100% it is as "
    "different as after shuffling its cells."
)


class PoolingShift(Widget, module="pooling_shift"):
    """Show what a small shift of a photograph changes in its edges, pooled or not.

    `PoolingShift()` moves the man with the camera. `PoolingShift(image)` takes a photograph (H,W) in grey, or (3,H,W)
    whose colours are averaged, from 0 to 1, up to 128 rows and 138 columns: ten columns leave at the sides. `shift` is
    how far it has moved, 0 to 8 pixels; `pool` is "none", "average" (2x2, stride 2), "max2" (2x2, stride 2) or "max3"
    (3x3, stride 2).
    Raises ValueError for an image that is too large to show or too narrow to move.
    """

    pixels = traitlets.Unicode().tag(sync=True)  # one byte each, row by row, in base64
    columns = traitlets.Int(0).tag(sync=True)
    shift = traitlets.Int(1, min=0, max=MOST).tag(sync=True)
    pool = traitlets.Enum(list(POOLS), "none").tag(sync=True)
    caption = traitlets.Unicode(CAPTION).tag(sync=True)

    def __init__(self, image=None, **settings):
        if "pixels" not in settings:
            grey = as_bytes(photograph("camera")[0, 24:120, 44:150] if image is None else image)
            settings |= {"pixels": b64encode(grey.tobytes()).decode(), "columns": grey.shape[1]}
        super().__init__(**settings)

    @cached_property
    def image(self):
        """Give the photograph as whole numbers from 0 to 255: (H,W)."""
        return np.frombuffer(b64decode(self.pixels), np.uint8).reshape(-1, self.columns).astype(float)

    @cached_property
    def edges(self):
        """Give what the filter -1, 0, 1 and a ReLU make of the photograph: (H,W-2)."""
        return np.maximum(self.image[:, 2:] - self.image[:, :-2], 0)

    def map_at(self, shift, pool):
        """Compute the map of a photograph that has moved: (H',W')."""
        seen = self.edges[:, MOST - shift : self.edges.shape[1] - shift]
        return POOLS[pool](seen[None, None])[0, 0]

    @cached_property
    def spreads(self):
        """Compute how far two cells of the unmoved map differ on average, for each pooling: {pool: number}."""
        return {pool: mean_difference(self.map_at(0, pool)) for pool in POOLS}

    @cached_property
    def curves(self):
        """Compute how much each shift changes the map, in percent of what shuffling changes: {pool: [9 numbers]}."""
        return {pool: [self._changed(shift, pool) for shift in range(MOST + 1)] for pool in POOLS}

    def _changed(self, shift, pool):
        before, after = self.map_at(0, pool), self.map_at(shift, pool)
        spread = self.spreads[pool]
        return 100 * abs(after - before).sum() / before.size / spread if spread else 0.0

    @property
    def changed(self):
        """Give by how much the map has changed, in whole percent."""
        return messages.percent(self.curves[self.pool][self.shift])

    def facts(self):
        """Collect what a goal may ask for: shift, pool, changed."""
        return {"shift": self.shift, "pool": self.pool, "changed": self.changed}

    def describe(self):
        """Say in words how far the photograph has moved and what that changes, with and without pooling."""
        return messages.describe(self)

    def static_svg(self):
        """Draw the photograph, its edges, the pooled map, what has changed in it, and the four curves."""
        return svg.draw(self)


def mean_difference(values):
    """Compute the mean of |a - b| over all pairs of numbers, each number with itself, too."""
    values = np.sort(values, axis=None)
    n = values.size
    return 2 * ((2 * np.arange(n) - n + 1) * values).sum() / n / n


def as_bytes(image):
    """Make grey bytes (H,W) of an image (H,W) or (3,H,W) from 0 to 1; ValueError in words for a learner."""
    image = np.asarray(image, dtype=float)
    if image.ndim == 3 and image.shape[0] in (1, 3):
        image = image.mean(axis=0)
    if image.ndim != 2:
        raise ValueError(f"image must be (H, W), or (3, H, W) in colour; its shape is {image.shape}.")
    H, W = image.shape
    if H < 4 or W < MOST + 6:
        raise ValueError(f"image is {W}×{H}; it needs at least {MOST + 6} columns and 4 rows to move in.")
    if H > LARGEST or W > LARGEST + MOST + 2:
        raise ValueError(
            f"image is {W}×{H}; this widget shows up to {LARGEST + MOST + 2} columns and {LARGEST} rows. "
            f"Take a piece of it, such as image[:96, :106]."
        )
    if not (np.isfinite(image).all() and image.min() >= 0 and image.max() <= 1):
        raise ValueError("image must hold numbers from 0 (black) to 1 (white).")
    return np.floor(255 * image + 0.5).astype(np.uint8)
