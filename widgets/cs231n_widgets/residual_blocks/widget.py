"""The widget ResidualBlocks: its settings, their checks, and what they amount to."""

import traitlets

from cs231n_kit.weights import training_record

from ..base import Widget
from ..knobs import Knobs
from . import messages, model, svg

CAPTION = (
    "A trained ResNet-20 and its nine residual blocks. Take the two CONV layers of a block out, so that only its arc "
    "is left, and see how many of 500 test images of CIFAR-10 the rest gets right. Nothing is trained again."
)
FIND = {
    "task": "Take out three blocks, and keep at least 35% of the images right.",
    "goal": {"count": 3, "enough": True},
    "least": 175,
    "why": (
        "A residual block only adds something to the volume that comes in, and the arc carries that volume on. So the "
        "net still works without a block: without block 6 it loses 33 images, without 1 or 5 twice as many. But each "
        "block was trained together with the others: without 1, 5 and 6, 260 are lost. Blocks 4 and 7 can’t be spared. "
        "They halve the map and double the depth, and their arc has only zeros for the new half of the maps."
    ),
}


class ResidualBlocks(Widget, module="residual_blocks"):
    """Take blocks out of a trained ResNet-20, and see how many test images of CIFAR-10 it still gets right.

    `without` names the blocks that are taken out, by their numbers from 1 on, "2, 5"; a list [2, 5] will do as well.
    `knobs` are the settings that the reader can change. `record` is {"right": [512 counts], "images": 500}, for each
    choice of blocks how many images are right: bit i of its place stands for block i + 1, which is taken out.
    A goal may ask for count (of blocks taken out), right (images), share (percent, a whole number), enough (whether
    at least `least` images are right) and parameters (left). ValueError for a block that isn't there.
    """

    without = traitlets.Unicode("").tag(sync=True)
    least = traitlets.Int(0, min=0).tag(sync=True)  # images that a task asks for
    net = traitlets.Dict().tag(sync=True)
    record = traitlets.Dict().tag(sync=True)
    caption = traitlets.Unicode(CAPTION).tag(sync=True)
    knobs = Knobs("without")

    def __init__(self, without="", **settings):
        text = without if isinstance(without, str) else model.write_numbers(without)
        record = settings.pop("record", None) or training_record("blocks")
        record = {name: record[name] for name in ("right", "images")}
        super().__init__(**{"net": model.net(), "record": record, "without": text, **settings})

    @classmethod
    def find(cls, **settings):
        """Returns ResidualBlocks whose task is to take out three blocks that the net can spare."""
        return cls(**{**FIND, **settings})

    # ---- checks ------------------------------------------------------------------------------------------------
    @traitlets.validate("without")
    def _check_without(self, proposal):
        given, most = proposal["value"], len(self.net["blocks"])
        try:
            numbers = model.read_numbers(given)
        except ValueError:
            numbers = [0]
        if not all(1 <= number <= most for number in numbers):
            raise ValueError(f'without names blocks by their numbers from 1 to {most}, such as "2, 5"; got {given!r}.')
        return model.write_numbers(numbers)

    @traitlets.validate("record")
    def _check_record(self, proposal):
        record, wanted = proposal["value"], 2 ** len(self.net["blocks"])
        if len(record["right"]) != wanted:
            raise ValueError(
                f"record has one count for each choice of blocks, {wanted} of them; got {len(record['right'])}."
            )
        return record

    # ---- what the present state amounts to ---------------------------------------------------------------------
    @property
    def numbers(self):
        """Give the numbers of the blocks that are taken out."""
        return model.read_numbers(self.without)

    @property
    def stages(self):
        """Give [(volume, numbers of its blocks)]."""
        return model.stages(self.net["blocks"])

    @property
    def right(self):
        """Give how many images are right without these blocks."""
        return self.record["right"][model.index_of(self.numbers)]

    @property
    def left(self):
        """Give how many parameters are left."""
        gone = sum(self.net["blocks"][number - 1]["parameters"] for number in self.numbers)
        return self.net["parameters"] - gone

    def facts(self):
        """Collect what a goal may ask for: how many blocks are out, and what the net gets right."""
        return {
            "count": len(self.numbers),
            "right": self.right,
            "share": int(messages.percent(self.right, self.record["images"])[:-1]),
            "enough": self.right >= self.least,
            "parameters": self.left,
        }

    def describe(self):
        """Say in words what is taken out, what the net gets right and what is left of it."""
        return messages.describe(self)

    def static_svg(self):
        """Draw the blocks and what the net gets right."""
        return svg.draw(self)
