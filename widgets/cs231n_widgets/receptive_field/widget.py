"""The widget ReceptiveField: its settings, their checks, and what they amount to."""

from functools import cache, cached_property

import numpy as np
import traitlets

from cs231n_kit.data import photograph
from cs231n_kit.layers import AvgPool2d, Conv2d, L2Pool2d, MaxPool2d, Serial
from cs231n_kit.net import Net

from ..base import Widget
from ..knobs import Knobs
from ..pixels import fit_picture, pack_pixels, unpack_pixels
from . import messages, model, svg

SIDE = 48  # pixels of the photograph, along each side
CAPTION = (
    "Layers stand on a photograph. Choose a neuron in any map, and what it sees lights up in every map below, down to "
    "the pixels. A map shows the mean of what each of its neurons sees."
)
THREE = "CONV 3, CONV 3, CONV 3"
REACH_15 = [
    {
        "task": "Let a neuron see 15×15 pixels through one CONV layer, without stride or dilation.",
        "goal": {"field": 15, "layers": 1, "weights": 225, "stride": 1},
        "why": "One layer of 15×15 has 225C² weights, and one non-linearity follows it.",
    },
    {
        "task": (
            "See as far with windows of 3×3, without stride, pooling or dilation. How many layers will it take? Guess, "
            "then count."
        ),
        "goal": {"field": 15, "largest": 3, "pools": 0, "stride": 1, "dilation": 1},
        "why": "Each layer adds 2, so it takes seven: 63C² weights instead of 225C², and seven non-linearities.",
    },
    {
        "task": "See as far for 27C² weights, and skip no pixel. Dilation helps; no stride, no pooling.",
        "goal": {"field": 15, "pools": 0, "stride": 1, "covers": True, "weights": 27},
        "why": (
            "Three layers are enough: with dilation 1, 2 and 4 they see 3, 7 and 15, so each about doubles the field, "
            "where a plain one adds 2. Nets that label every pixel do this. The price: fewer non-linearities."
        ),
    },
]
CHOICES = ["a cat", "a frog", "an owl", "a snake"]
GUESS = [
    {
        "task": "What is in the photograph? Add layers until you can tell.",
        "choices": CHOICES,
        "goal": {"picked": CHOICES[0]},
        "why": (
            "A low neuron sees a spot, which may be anything. A high one sees what the spot is part of, and only then "
            "can it know a cat."
        ),
    }
]
GUESS_CAPTION = "A neuron sees a photograph through its window only. Each layer on top opens the window further."


class ReceptiveField(Widget, module="receptive_field"):
    """Show what a neuron sees of a photograph through a stack of layers, and what the stack costs.

    `ReceptiveField()` stands three CONV layers of 3x3 on the cat. `ReceptiveField("CONV 3 dilation 2, POOL 2")` takes
    the layers as text, the lowest first, or as layers of the kit; `image` a photograph of your own, (3,H,W) or (1,H,W)
    from 0 to 1, whose middle is shown in 48 x 48 pixels. A CONV moves by 1 and keeps the size, a POOL moves by its
    size, unless `stride` or `pad` say something else. `level`, `row` and `col` are the neuron in view: level 0 is the
    photograph, and a level higher than the stack its highest map. `window=True` hides what the neuron doesn't see,
    `compare=False` what the stack costs beside one layer.
    `tasks` is a list of {"task", "goal", "why"}, each shown when the one before is done; with "choices" it is answered
    by a click. `knobs` are the settings that the reader can change: layers, window.
    Raises ValueError for layers that can't be drawn or don't fit.
    """

    layers = traitlets.Unicode(THREE).tag(sync=True)
    pixels = traitlets.Unicode().tag(sync=True)
    level = traitlets.Int(model.LAYERS, min=0).tag(sync=True)
    row = traitlets.Int(0, min=0).tag(sync=True)
    col = traitlets.Int(0, min=0).tag(sync=True)
    window = traitlets.Bool(False).tag(sync=True)
    picked = traitlets.Unicode().tag(sync=True)
    compare = traitlets.Bool(True).tag(sync=True)
    tasks = traitlets.List(traitlets.Dict()).tag(sync=True)
    knobs = Knobs("layers", "window")

    def __init__(self, layers=THREE, image=None, **settings):
        if "pixels" not in settings:
            settings["pixels"] = the_cat() if image is None else pack_pixels(as_picture(image))
        text = layers if isinstance(layers, str) else stack_of(layers)
        super().__init__(layers=text, **{"caption": CAPTION, **settings})
        if not {"row", "col"} & set(settings):
            self.row = self.col = self.sides[self.position[0]] // 2

    @classmethod
    def reach_15(cls, **settings):
        """Returns a ReceptiveField with a task in three steps: see 15 pixels, for fewer and fewer weights."""
        return cls(**{"layers": "CONV 3", "tasks": REACH_15, **settings})

    @classmethod
    def guess(cls, **settings):
        """Returns a ReceptiveField whose photograph is seen only through a window, and has to be guessed."""
        given = {"layers": "CONV 3", "row": 18, "col": 13, "window": True, "compare": False, "tasks": GUESS}
        return cls(**{**given, "caption": GUESS_CAPTION, **settings})

    # ---- checks ------------------------------------------------------------------------------------------------
    @traitlets.validate("layers")
    def _check_layers(self, proposal):
        return model.write_stack(model.read_stack(proposal["value"], SIDE))

    @traitlets.validate("tasks")
    def _check_tasks(self, proposal):
        for task in proposal["value"]:
            unknown = sorted(set(task.get("goal", {})) - set(self.facts()))
            if unknown or not {"task", "goal"} <= set(task):
                raise ValueError(
                    f'A task is {{"task": text, "goal": facts, "why": text}}; the facts are {self._known()}.'
                )
        return proposal["value"]

    # ---- what the present state amounts to ---------------------------------------------------------------------
    @cached_property
    def image(self):
        """Give the photograph, (3,48,48): numbers from 0 to 1."""
        return unpack_pixels(self.pixels, SIDE, SIDE)

    @property
    def stack(self):
        """Give the layers, the lowest first."""
        return model.read_stack(self.layers, SIDE)

    @property
    def sides(self):
        """Give the sides of all maps, the photograph's first."""
        return model.map_sizes(self.stack, SIDE)

    @property
    def geometries(self):
        """Give the field, jump and start of each map, the photograph's first."""
        return model.geometries(self.stack)

    @property
    def maps(self):
        """Compute what each map shows, the photograph first: the mean of what its neurons see."""
        return model.averages(self.stack, self.image)

    @property
    def position(self):
        """Give the neuron in view: (level, row, col)."""
        sides = self.sides
        level = min(self.level, len(sides) - 1)
        return level, *(min(at, sides[level] - 1) for at in (self.row, self.col))

    @property
    def seen(self):
        """Give the cells that the neuron in view sees in each map up to its own: [(rows, columns)], with padding."""
        level, row, col = self.position
        rows, cols = (model.cells_seen(self.stack, SIDE, level, at) for at in (row, col))
        return list(zip(rows, cols, strict=True))

    @property
    def counts(self):
        """Count the pixels of the field in view, {field, seen, skipped, beyond}, and the zeros read, padding."""
        level, row, col = self.position
        sides, (field, jump, start) = self.sides, self.geometries[level]
        real = [
            [sum(0 <= one < side for one in axis) for axis in axes]
            for axes, side in zip(self.seen, sides, strict=False)
        ]
        padding = sum(len(rows) * len(cols) - r * c for (rows, cols), (r, c) in zip(self.seen, real, strict=True))
        inside = 1
        for at in (row, col):
            first = start + at * jump
            inside *= max(min(first + field, SIDE) - max(first, 0), 0)
        seen = real[0][0] * real[0][1]
        return {
            "field": field**2,
            "seen": seen,
            "skipped": inside - seen,
            "beyond": field**2 - inside,
            "padding": padding,
        }

    @property
    def single(self):
        """Tell whether the stack is one CONV layer without dilation: then nothing can be set beside it."""
        return len(self.stack) == 1 and self.stack[0].kind == "CONV" and self.stack[0].dilation == 1

    def facts(self):
        """Collect what a goal may ask for.

        The number of layers, convs (as many as non-linearities) and pools; field and jump of the highest map; covers
        (whether its neurons skip no pixel of their field); weights (as a multiple of C²); the largest window, stride
        and dilation; the neuron in view: level, row, col; window, picked.
        """
        stack = self.stack
        level, row, col = self.position
        top = self.geometries[-1]
        return {
            "layers": len(stack),
            "convs": model.convs(stack),
            "pools": len(stack) - model.convs(stack),
            "field": top.field,
            "jump": top.jump,
            "covers": len(model.pixels_read(stack)) == top.field,
            "weights": model.weights(stack),
            "largest": max((layer.F for layer in stack), default=1),
            "stride": max((layer.S for layer in stack), default=1),
            "dilation": max((layer.dilation for layer in stack), default=1),
            "level": level,
            "row": row,
            "col": col,
            "window": self.window,
            "picked": self.picked,
        }

    def describe(self):
        """Say in words what the widget shows now: the stack, what the neuron in view sees, and what the stack costs."""
        return messages.describe(self)

    def static_svg(self):
        """Draw the photograph and the maps with what the neuron in view sees, and the costs."""
        return svg.draw(self)


@cache
def the_cat():
    """Returns the photograph that is shown unless another is given, packed."""
    return pack_pixels(as_picture(photograph("cat")))


def as_picture(image):
    """Returns the middle of an image (3,H,W) or (1,H,W), from 0 to 1, as (3,48,48). ValueError for another."""
    image = np.asarray(image, dtype=float)
    if image.ndim != 3 or image.shape[0] not in (1, 3):
        raise ValueError(f"image must be (3, H, W), or (1, H, W) in grey; its shape is {image.shape}.")
    if min(image.shape[1:]) < SIDE:
        raise ValueError(f"image is {image.shape[2]}x{image.shape[1]}; it needs at least {SIDE} pixels a side.")
    if not (np.isfinite(image).all() and image.min() >= 0 and image.max() <= 1):
        raise ValueError("image must hold numbers from 0 (black) to 1 (white).")
    return fit_picture(np.broadcast_to(image, (3, *image.shape[1:])), SIDE, SIDE)


def stack_of(layers):
    """Returns the text for a net or layers of the kit; those without windows, such as ReLU, are left out."""
    pools = (MaxPool2d, AvgPool2d, L2Pool2d)
    found = []
    for layer in in_a_row(layers):
        kind = "CONV" if isinstance(layer, Conv2d) else "POOL" if isinstance(layer, pools) else None
        if kind:
            found.append(
                model.make_layer(
                    kind,
                    whole(layer, "size"),
                    whole(layer, "stride"),
                    whole(layer, "pad"),
                    whole(layer, "dilation") if kind == "CONV" else 1,
                )
            )
    return model.write_stack(found)


def in_a_row(layers):
    """Yields the layers of a net, of a Serial or of a list, and those of each Serial among them."""
    layers = layers.layer if isinstance(layers, Net) else layers
    for layer in layers.layers if isinstance(layers, Serial) else layers:
        if isinstance(layer, Serial):
            yield from in_a_row(layer)
        else:
            yield layer


def whole(layer, name):
    """Returns a setting that is the same on all sides; ValueError for another."""
    value = getattr(layer, name)
    value = layer.size if value is None else value  # of a pooling layer that moves by its size
    sides = set(value) if isinstance(value, tuple) else {value}
    if len(sides) > 1:
        raise ValueError(f"{layer!r}: this widget draws square windows, so {name} must be one number; it is {value}.")
    return sides.pop()
