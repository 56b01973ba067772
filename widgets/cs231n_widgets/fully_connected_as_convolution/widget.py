"""The widget FullyConnectedAsConvolution: its canvas, its nets, and the crop in view."""

from functools import cache, partial
from math import isfinite

import numpy as np
import traitlets

from cs231n_kit.weights import sliding_digits

from ..base import Widget
from ..knobs import Knobs
from ..nets import describe_layers
from ..pixels import pack_grey, unpack_grey
from . import ink, messages, model, svg

HIGH, WIDE = 56, 112  # of the canvas
MOST = 60_000_000  # multiply-adds of a pass, that a page makes after each stroke
STAMPS = [(3, 1, 6), (7, 22, 40), (5, 6, 78)]
CAPTION = (
    "A net that was trained on single digits slides over a canvas, as a convolution. Each place of the map stands for "
    "a crop of the canvas. Write some digits, and see where it finds them."
)
OWN_CAPTION = (
    "Your net slides over a canvas, as a convolution: each place of the map stands for a crop as large as its images."
)
WHICH_CELLS = {
    "caption": "A net with zero padding slides over a canvas: each place of the map stands for a crop. In front of the FC "
    "layers a crop has 7×7 cells, and some of them are the same in the one pass and in the crop by itself.",
    "knobs": ["crop"],
    "task": "Which cells in front of the FC layers are equal, in the pass and in this crop by itself? Mark them, then check.",
    "goal": {"padded": True, "right": True},
    "why": (
        "With zero padding a crop isn't what the pass sees there: where it was cut, each layer reads zeros instead of "
        "what lies beyond. Only what no such zero reaches stays the same. So one pass over a large image and its crops "
        "give equal scores only in a net without padding."
    ),
}


class FullyConnectedAsConvolution(Widget, module="fully_connected_as_convolution"):
    """Slide a net over a canvas that the reader writes on, and compare each crop with its place in the one pass.

    `FullyConnectedAsConvolution()` has the course's two nets, trained on single digits: without zero padding and with
    it (`padded=True`). `FullyConnectedAsConvolution(net)` slides a net of yours, a Serial of CONV, ReLU, max pooling,
    Flatten and FC layers that reads (1,S,S); it gets (image - mean) / std, and `labels` has a name for each score, ""
    for one that shows nothing. `image` is an array (H,W) from 0 to 1, ink 1, to begin with; `stamps` are digits to
    write on it: [(digit, row, column)]. `drawing` is what is written, as a text: "3@4,10" is a stamp. `row` and `col`
    are the place in view. `ask=True` hides which cells are equal until the reader has marked them and checked: `marks`,
    `checked`. `knobs` are what the reader can do: drawing, padding, crop.
    A goal may ask for padded, row, col; cells, equal: how many there are in front of the FC layers, and are equal; seen: the
    labels that the map shows, as in "3, 7"; right: whether the right cells are marked, and checked.
    Raises ValueError for a net or an image that it can't show.
    """

    nets = traitlets.List(traitlets.Dict()).tag(sync=True)
    labels = traitlets.List(traitlets.Unicode()).tag(sync=True)
    height = traitlets.Int(HIGH, min=1).tag(sync=True)
    width = traitlets.Int(WIDE, min=1).tag(sync=True)
    pixels = traitlets.Unicode().tag(sync=True)
    drawing = traitlets.Unicode().tag(sync=True)
    padded = traitlets.Bool(False).tag(sync=True)
    row = traitlets.Int(5, min=0).tag(sync=True)
    col = traitlets.Int(10, min=0).tag(sync=True)
    ask = traitlets.Bool(False).tag(sync=True)
    marks = traitlets.List(traitlets.List(traitlets.Int())).tag(sync=True)
    checked = traitlets.Bool(False).tag(sync=True)
    knobs = Knobs("drawing", "padding", "crop")

    def __init__(self, net=None, image=None, *, labels=None, mean=0.0, std=1.0, stamps=None, **settings):
        if net is not None:
            settings = {"nets": [describe_net(net, mean, std)], "caption": OWN_CAPTION} | settings
        settings.setdefault("nets", trained_nets())
        self._slidings = [model.Sliding(one) for one in settings["nets"]]
        if image is not None:
            settings = settings_of(image) | settings
        if stamps is not None:
            settings["drawing"] = ink.write_stamps(stamps)
        if image is None and "pixels" not in settings:
            settings.setdefault("drawing", ink.write_stamps(STAMPS))
        settings["labels"] = check_labels(labels, settings["nets"][0]["layers"][-1]["K"])
        check_size(self._slidings, settings.get("height", HIGH), settings.get("width", WIDE))
        self._computed, self._is_new = {}, True
        super().__init__(**{"caption": CAPTION, **settings})
        self._is_new = False

    @classmethod
    def which_cells(cls, **settings):
        """Returns a FullyConnectedAsConvolution whose task is to mark the cells that are equal."""
        return cls(**{**WHICH_CELLS, "padded": True, "ask": True, **settings})

    # ---- checks ------------------------------------------------------------------------------------------------
    @traitlets.validate("drawing")
    def _check_drawing(self, proposal):
        ink.read_drawing(proposal["value"])
        return proposal["value"]

    @traitlets.validate("marks")
    def _check_marks(self, proposal):
        cells = self.sliding.cells
        for mark in proposal["value"]:
            if len(mark) != 2 or not all(0 <= at < cells for at in mark):
                raise ValueError(f"marks are cells, [row, column] from 0 to {cells - 1}; {mark} is none.")
        return proposal["value"]

    @traitlets.observe("row", "col", "padded")
    def _forget_marks(self, _change):
        if not self._is_new:  # another crop is another question
            self.marks, self.checked = [], False

    @traitlets.validate("height", "width")
    def _check_size(self, proposal):
        sizes = {"height": self.height, "width": self.width, proposal["trait"].name: proposal["value"]}
        check_size(self._slidings, **sizes)
        return proposal["value"]

    # ---- what the present state amounts to ---------------------------------------------------------------------
    @property
    def sliding(self):
        """Returns the net that slides."""
        return self._slidings[self.padded and len(self._slidings) > 1]

    @property
    def image(self):
        """Returns the canvas, (H,W), float64 from 0 to 1: the image that it began with, and the ink on it."""
        drawn = ink.render(self.drawing, self.height, self.width)
        return np.maximum(unpack_grey(self.pixels, self.height, self.width), drawn) if self.pixels else drawn

    @property
    def scan(self):
        """Returns what one pass over the canvas gives: (the volume in front of the FC layers, the scores)."""
        return self._once("scan", self._canvas_key, lambda: self.sliding.scan(self.image))

    @property
    def _canvas_key(self):
        return self.padded, self.drawing, self.pixels, self.height, self.width

    def _once(self, name, key, make):
        """Returns what make() gives, computed again only where the key is another."""
        if self._computed.get(name, (None,))[0] != key:
            self._computed[name] = key, make()
        return self._computed[name][1]

    @property
    def places(self):
        """Returns (rows, cols) of the map."""
        return self.sliding.places(self.height, self.width)

    @property
    def place(self):
        """Returns (row, column) of the place in view."""
        return tuple(min(at, count - 1) for at, count in zip((self.row, self.col), self.places, strict=True))

    @property
    def seen(self):
        """Returns which class each place of the map shows, (rows,cols); -1 where none is sure."""
        return model.seen_at(self.scan.scores, self.labels)

    @property
    def sightings(self):
        """Returns at how many places each class is seen: {class: count}."""
        return model.sightings(self.seen, self.labels)

    @property
    def best(self):
        """Returns (class, row, column) of the highest score."""
        return model.best_place(self.scan.scores, self.labels)

    @property
    def macs(self):
        """Returns multiply-adds: (of one pass over the canvas, of one crop by itself)."""
        return self.sliding.macs(self.height, self.width)

    @property
    def differences(self):
        """Returns by how much each cell in front of the FC layers differs in the crop by itself, (cells,cells); 0 if equal."""
        compare = partial(self.sliding.differences, self.scan, self.image, *self.place)
        return self._once("differences", (self._canvas_key, self.place), compare)

    @property
    def untouched(self):
        """Returns which cells in front of the FC layers see no cut edge, bools (cells,cells)."""
        return self.sliding.untouched(self.height, self.width, *self.place)

    @property
    def best_scores(self):
        """Returns [(class, score)] of the crop in view, the highest: in the pass, and by itself."""
        row, col = self.place
        both = self.scan.scores[:, row, col], self.sliding.scores_alone(self.image, row, col)
        return [(int(scores.argmax()), float(scores.max())) for scores in both]

    @property
    def marked(self):
        """Returns which cells in front of the FC layers the reader has marked, bools (cells,cells)."""
        found = np.zeros((self.sliding.cells,) * 2, bool)
        for row, col in self.marks:
            found[row, col] = True
        return found

    @property
    def hidden(self):
        """Tell whether the reader is still asked which cells are equal."""
        return self.ask and not self.checked

    def facts(self):
        """Collect what a goal may ask for."""
        row, col = self.place
        equal = self.differences == 0
        right = self.checked and not (self.untouched & ~self.marked).any() and not (self.marked & ~equal).any()
        return {
            "padded": self.padded,
            "row": row,
            "col": col,
            "cells": equal.size,
            "equal": int(equal.sum()),
            "seen": ", ".join(self.labels[k] for k in self.sightings),
            "right": bool(right),
        }

    def describe(self):
        """Say in words the canvas, what the net sees on it, what that costs, and the crop in view."""
        return messages.describe(self)

    def static_svg(self):
        """Draw the canvas, the map, and the cells in front of the FC layers of the crop in view."""
        return svg.draw(self)


@cache
def trained_nets():
    """Returns the course's nets for single digits as JavaScript needs them: without zero padding, and with it."""
    return [describe_net(sliding_digits(padding=padding), 0.5, 0.25) for padding in (False, True)]


def describe_net(net, mean, std):
    """Returns what JavaScript needs to slide a net: {layers, weights, dtype, side, mean, std}. ValueError in words."""
    described = describe_layers(net, "FullyConnectedAsConvolution")
    if len(net.in_shape) != 3 or net.in_shape[0] != 1 or net.in_shape[1] != net.in_shape[2]:
        raise ValueError(f"FullyConnectedAsConvolution slides nets that read (1,S,S); this one reads {net.in_shape}.")
    if described["layers"][-1]["kind"] != "FC":
        raise ValueError(
            "FullyConnectedAsConvolution slides nets whose last layer is a Linear, which gives the scores."
        )
    if not isfinite(mean) or not isfinite(std) or std <= 0:
        raise ValueError(f"The net gets (image - mean) / std; std is above 0, and both are numbers; got {mean}, {std}.")
    return {**described, "side": net.in_shape[1], "mean": float(mean), "std": float(std)}


def check_labels(labels, count):
    """Returns a name for each score, digits if there are ten or eleven. ValueError in words for another number."""
    if labels is None:
        labels = [*map(str, range(10)), ""] if count == 11 else map(str, range(count))
    labels = [str(label) for label in labels]
    if len(labels) != count or not any(labels):
        raise ValueError(
            f'The net gives {count} scores, so it needs {count} labels, "" for "nothing"; you gave {labels}.'
        )
    return labels


def check_size(slidings, height, width):
    """Raises ValueError for a canvas that is too small for the nets, or too large for a page."""
    side, macs = slidings[0].side, max(one.macs(max(height, one.side), max(width, one.side))[0] for one in slidings)
    if min(height, width) < side:
        raise ValueError(
            f"The net reads {side}×{side} pixels, so the canvas is at least as large; it is {width}×{height}. Give "
            "width and height, or a larger image."
        )
    if macs > MOST:
        raise ValueError(
            f"One pass over {width}×{height} pixels takes {macs:,} multiply-adds; a page follows the pen up "
            f"to {MOST:,}. Take a smaller net or a smaller canvas."
        )


def settings_of(image):
    """Returns the settings for an image to begin with. ValueError in words for what is none."""
    image = np.asarray(image)
    if image.ndim == 3 and len(image) == 1:
        image = image[0]
    if image.ndim != 2 or image.dtype.kind not in "buif":
        raise ValueError(f"The image is an array of numbers (H,W), ink 1 and paper 0; this one is {image.shape}.")
    if not np.isfinite(image).all() or image.min() < 0 or image.max() > 1:
        raise ValueError("The image's numbers go from 0, paper, to 1, ink; divide bytes by 255.")
    return {"pixels": pack_grey(image), "height": image.shape[0], "width": image.shape[1]}
