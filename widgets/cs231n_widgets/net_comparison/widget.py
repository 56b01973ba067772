"""The widget NetComparison: its settings, their checks, and what they amount to."""

import traitlets

from ..base import Widget
from ..knobs import Knobs
from . import messages, model, svg
from .top1 import SOURCE

CAPTION = (
    "What nets get right on ImageNet and what they cost. Point at a net to see below where its weights and its work "
    "are: layers with maps of one size are counted together, each FC layer by itself."
)
FOR_A_PHONE = {
    "task": (
        "An app for a phone has room for 50 MB of weights, and time for 2 billion multiply-adds a picture. Two nets "
        "stay under both, with the same top-1 to a tenth of a percent. Choose the one that needs less."
    ),
    "goal": {"net": "GoogLeNet"},
    "why": (
        "GoogLeNet has 26.5 MB of weights, because it has no large FC layers: behind its last CONV layer each map is "
        "averaged to one number, and one FC layer of 4.1 MB is left. AlexNet needs only half of its multiply-adds, but "
        "96% of AlexNet’s 244 MB are in three FC layers, which do 8% of its work. In VGG-16 it is 89% of 553 MB, and "
        "CONV layers on large maps make nearly all of its 15.5 billion multiply-adds."
    ),
}


class NetComparison(Widget, module="net_comparison"):
    """Show nets by top-1 on ImageNet and by what they cost, and where each has its weights and its multiply-adds.

    `NetComparison(models=[...])` shows Models of your own besides, at the foot of the chart, since nobody has measured
    them. `axis` is "work", multiply-adds for one image, or "weights", their bytes; the area of a circle is the other
    one. `chosen` is the name of the net in view, `beside` that of another one, or "". `knobs` are the settings that
    the reader can change. The top-1 figures are torchvision's for IMAGENET1K_V1: one model, one crop of 224x224.
    A goal may ask for net, top1, weights and memory (bytes), macs, fc (percent of the weights in FC layers), axis and
    beside. Raises ValueError for the name of a net that isn't there, TypeError for what is no Model.
    """

    nets = traitlets.List(traitlets.Dict()).tag(sync=True)
    axis = traitlets.Enum(model.AXES, "work").tag(sync=True)
    chosen = traitlets.Unicode("VGG-16").tag(sync=True)
    beside = traitlets.Unicode("").tag(sync=True)
    about = traitlets.Unicode(SOURCE).tag(sync=True)
    caption = traitlets.Unicode(CAPTION).tag(sync=True)
    knobs = Knobs("chosen", "axis", "beside")

    def __init__(self, models=(), **settings):
        super().__init__(**{"nets": [*model.measured_nets(), *model.own_nets(models)], **settings})

    @classmethod
    def for_a_phone(cls, **settings):
        """Returns a NetComparison whose task is to find the net that a phone has room and time for."""
        return cls(**{**FOR_A_PHONE, **settings})

    # ---- checks ------------------------------------------------------------------------------------------------
    @traitlets.validate("chosen", "beside")
    def _check_name(self, proposal):
        name, names = proposal["value"], [net["name"] for net in self.nets]
        if name not in names and not (name == "" and proposal["trait"].name == "beside"):
            raise ValueError(f"There is no net {name!r} in the chart. Choose from: {', '.join(names)}.")
        return name

    # ---- what the present state amounts to ---------------------------------------------------------------------
    @property
    def net(self):
        """Give the net in view: {name, top1, weights (bytes), macs, memory (bytes), parts}."""
        return next(net for net in self.nets if net["name"] == self.chosen)

    @property
    def kept(self):
        """Give the net beside it; None if there is none, or if both are the same."""
        return next((net for net in self.nets if net["name"] == self.beside != self.chosen), None)

    def facts(self):
        """Collect what a goal may ask for: the net in view in numbers, and the settings."""
        net = self.net
        fully_connected = sum(part["weights"] for part in net["parts"] if part["name"].startswith("FC"))
        return {
            "net": net["name"],
            "top1": net["top1"],
            "weights": net["weights"],
            "memory": net["memory"],
            "macs": net["macs"],
            "fc": round(100 * fully_connected / max(net["weights"], 1)),
            "axis": self.axis,
            "beside": self.beside,
        }

    def describe(self):
        """Say in words the net in view, the one beside it, and what the chart shows of all."""
        return messages.describe(self)

    def static_svg(self):
        """Draw the chart, and where the net in view has its weights and its work."""
        return svg.draw(self)
