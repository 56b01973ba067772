"""The widget ImageFilter: its settings, their checks, and what they amount to."""

from base64 import b64decode, b64encode

import numpy as np
import traitlets

from cs231n_kit.data import photograph
from cs231n_kit.layers import conv_forward

from ..base import Widget
from ..numbers import Numbers, as_array
from . import messages, svg

SIDE, SMALLEST, LARGEST = 128, 5, 99  # pixels of a side, at most and at least; a weight
SHARPEN = [[0, -1, 0], [-1, 5, -1], [0, -1, 0]]
FORM = "the shape (H, W), or (C, H, W) with its channels first"
CAPTION = (
    "A filter of nine numbers slides over a photograph. At each pixel the nine pixels around it are multiplied by the "
    "nine numbers and added up: that makes one pixel of the map."
)
NEARLY_0 = 1 / 512  # a sum of weights that leaves 255 below half a step of grey
FAINT = 0.05  # a weight that shows


class ImageFilter(Widget, module="image_filter"):
    """Show what a 3x3 filter makes of a photograph, and how one pixel of the map comes about.

    `ImageFilter()` is the cameraman and a filter that sharpens. `ImageFilter(image, filter)` takes an image of your
    own, (H,W) or (C,H,W), from 0 to 1 or from 0 to 255, and nine weights (3,3) from -99 to 99. An image of several
    channels is shown in grey, their mean, and a large one is made smaller. `row` and `col` are the pixel in view.
    `tasks` is a list of {"task", "goal", "why"}. Raises ValueError for what is no image or no filter.
    """

    picture = traitlets.Dict().tag(sync=True)  # {"width", "height", "pixels": a byte for each, row by row, in base64}
    filter = Numbers("(3, 3)")
    row = traitlets.Int(0, min=0).tag(sync=True)
    col = traitlets.Int(0, min=0).tag(sync=True)
    tasks = traitlets.List(traitlets.Dict()).tag(sync=True)

    def __init__(self, image=None, filter=SHARPEN, **settings):
        picture = settings.pop("picture", None)  # as another ImageFilter has it
        if picture is None:
            picture = packed(as_pixels(photograph("camera") if image is None else image))
        place = {"row": picture["height"] // 2, "col": picture["width"] // 2}
        super().__init__(picture=picture, filter=filter, **{"caption": CAPTION, **place, **settings})

    # ---- checks ----------------------------------------------------------------------------------------
    @traitlets.validate("filter")
    def _check_filter(self, proposal):
        weights = proposal["value"]
        if weights.shape != (3, 3):
            raise ValueError(f"filter has the shape {weights.shape}; this widget slides filters of 3x3.")
        if abs(weights).max() > LARGEST:
            raise ValueError(
                f"Weights go from -{LARGEST} to {LARGEST}; one of these is {abs(weights).max():g} in size."
            )
        return weights

    @traitlets.validate("tasks")
    def _check_tasks(self, proposal):
        for task in proposal["value"]:
            unknown = sorted(set(task.get("goal", {})) - set(self.facts()))
            if unknown or not {"task", "goal"} <= set(task):
                raise ValueError(
                    f'A task is {{"task": text, "goal": facts, "why": text}}; the facts are {self._known()}.'
                )
        return proposal["value"]

    # ---- what the present state amounts to -------------------------------------------------------------
    @property
    def image(self):
        """Give the picture as it is shown, (H,W): whole numbers from 0, black, to 255, white."""
        shape = self.picture["height"], self.picture["width"]
        return np.frombuffer(b64decode(self.picture["pixels"]), dtype=np.uint8).reshape(shape)

    @property
    def map(self):
        """Compute the map with the kit, (H-2,W-2): no window sticks out of the picture."""
        x, w = (np.array(values, dtype=float)[None, None] for values in (self.image, self.filter))
        return conv_forward(x, w)[0][0, 0]

    @property
    def position(self):
        """Give the pixel in view, the middle of its window: (row, col)."""
        return tuple(min(max(at, 1), side - 2) for at, side in zip((self.row, self.col), self.image.shape, strict=True))

    @property
    def window(self):
        """Give the nine pixels in view, (3,3)."""
        row, col = self.position
        return self.image[row - 1 : row + 2, col - 1 : col + 2].astype(int)

    @property
    def products(self):
        """Give each of these pixels times its weight, (3,3)."""
        return self.window * np.array(self.filter) + 0.0

    @property
    def value(self):
        """Give the pixel of the map in view: the products, added up one after the other."""
        return added(self.products.ravel())

    def facts(self):
        """Collect what a goal may ask for.

        sum (of the weights), flat (whether a flat area comes out black, though not everything does), upright and level
        (whether edges of that direction are found, and those of the other are not), shift (whether the picture moves
        by one pixel and is otherwise unchanged), row, col, value.
        """
        weights = np.array(self.filter, dtype=float)
        total = added(weights.ravel())
        across, down = [all(abs(added(line)) < NEARLY_0 for line in lines) for lines in (weights, weights.T)]
        flat = abs(total) < NEARLY_0 and bool((abs(weights) >= FAINT).any())
        used = np.flatnonzero(weights)
        row, col = self.position
        return {
            "sum": total,
            "flat": flat,
            "upright": flat and across and not down,
            "level": flat and down and not across,
            "shift": len(used) == 1 and used[0] != 4 and weights.flat[used[0]] == 1,
            "row": row,
            "col": col,
            "value": self.value,
        }

    def describe(self):
        """Say in words what the widget shows now: the filter, and how the pixel in view comes about."""
        return messages.describe(self)

    def static_svg(self):
        """Draw picture, map and the pixel in view as they stand now."""
        return svg.draw(self)


def added(values):
    """Returns the sum as JavaScript has it, one number after the other: Python's own may be more exact."""
    total = 0.0
    for value in values.tolist():
        total += value
    return total


def as_pixels(image):
    """Returns an image as this widget shows it: (H,W), whole numbers from 0 to 255, no side over SIDE pixels."""
    shape = np.shape(image)
    if len(shape) not in (2, 3):
        raise ValueError(f"image needs {FORM}; its shape is {shape}.")
    if len(shape) == 3 and shape[0] not in (1, 3, 4):
        raise ValueError(f"image needs {FORM}; the first of {shape} is no number of channels: try transpose(2, 0, 1).")
    values = as_array("image", "(H, W)" if len(shape) == 2 else "(C, H, W)", image).astype(float)
    if values.min() < 0 or values.max() > 255:
        raise ValueError(f"image goes from {values.min():g} to {values.max():g}; it must be from 0 to 1 or 0 to 255.")
    grey = values if values.ndim == 2 else values[:3].mean(axis=0)
    grey = grey * 255 if values.max() <= 1 else grey
    if min(grey.shape) < SMALLEST:
        raise ValueError(f"image is {grey.shape[1]}x{grey.shape[0]}; it needs at least {SMALLEST} pixels a side.")
    step = -(-max(grey.shape) // SIDE)  # so many pixels become one
    height, width = (max(1, side // step) for side in grey.shape)
    blocks = grey[: height * step, : width * step].reshape(height, step, width, step)
    return np.floor(blocks.mean(axis=(1, 3)) + 0.5).astype(np.uint8)


def packed(pixels):
    """Returns pixels (H,W) as text that JSON can hold."""
    height, width = pixels.shape
    return {"width": width, "height": height, "pixels": b64encode(pixels.tobytes()).decode()}
