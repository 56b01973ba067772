"""The widget SizingCalculator: its settings, their checks, and what they amount to."""

import traitlets

from cs231n_kit import sizing

from .. import sizing_search
from ..base import Widget
from ..knobs import Knobs
from . import messages, svg

FIT = "The windows fit where (W − F + 2P)/S + 1 is a whole number."
COSTS = "A layer’s numbers say how large its output is and what it costs."

PRESETS = {  # the layers that chapter 02 names; what is left out is H as W, S=1, P=0, dilation 1
    "The sliding filter’s": {"W": 5, "D": 3, "K": 2, "F": 3, "S": 2, "P": 1},
    "A row of 5, stride 1": {"W": 5, "D": 1, "K": 1, "F": 3, "S": 1, "P": 1},
    "A row of 5, stride 2": {"W": 5, "D": 1, "K": 1, "F": 3, "S": 2, "P": 1},
    "A row of 5, stride 3": {"W": 5, "D": 1, "K": 1, "F": 3, "S": 3, "P": 1},
    "A row of 7, stride 1": {"W": 7, "D": 1, "K": 1, "F": 3, "S": 1},
    "A row of 7, stride 2": {"W": 7, "D": 1, "K": 1, "F": 3, "S": 2},
    "A row of 10, stride 2": {"W": 10, "D": 1, "K": 1, "F": 3, "S": 2},
    "A layer on CIFAR-10": {"W": 32, "D": 3, "K": 12, "F": 3, "S": 1, "P": 1},
    "The NumPy example": {"W": 11, "D": 4, "K": 2, "F": 5, "S": 2},
    "AlexNet’s first, on 227": {"W": 227, "D": 3, "K": 96, "F": 11, "S": 4},
    "AlexNet’s first, on 224": {"W": 224, "D": 3, "K": 96, "F": 11, "S": 4},
    "ResNet’s first": {"W": 224, "D": 3, "K": 64, "F": 7, "S": 2, "P": 3},
    "DeepFace’s locally connected": {"W": 63, "D": 16, "K": 16, "F": 9, "S": 1},
}
PLAIN = {"H": None, "S": 1, "P": 0, "dilation": 1}
OBJECTIONS = ("over", "even", "large", "half", "skips", "zeros")  # in the order in which they are told


def size(default, least, most, **options):
    """Make a whole number that travels to the browser and back."""
    return traitlets.Int(default, min=least, max=most, **options).tag(sync=True)


class SizingCalculator(Widget, module="sizing_calculator"):
    """Work out the size of a CONV layer's output, or why its windows don't fit, and what the layer costs.

    `SizingCalculator()` is AlexNet's first layer; `SizingCalculator(W=10, F=3, S=2)` is another, and
    `SizingCalculator.preset("ResNet’s first")` one of `PRESETS`. The letters are the notes': input W x H x D (H None:
    as high as wide), K filters of F x F x D, stride S, padding P; `fit` is as in sizing.out_size. `mode="reverse"` asks
    which F, S, P lead from W to `target`, the layer's own W2 as long as you name no other. W2 and H2, the sizes of the
    output, can be observed and linked; 0 is none.
    `knobs=["S"]` lets the reader change only S; `costs=False` leaves out what the layer costs.
    """

    W = size(227, 1, 1024)
    H = size(None, 1, 1024, allow_none=True)
    D = size(3, 1, 4096)
    K = size(96, 1, 4096)
    F = size(11, 1, 1024)
    S = size(4, 1, 64)
    P = size(0, 0, 512)
    dilation = size(1, 1, 32)
    fit = traitlets.Enum(["crop", "pad", "raise"], "crop").tag(sync=True)
    mode = traitlets.Enum(["size", "reverse"], "size").tag(sync=True)
    target = size(55, 1, 1024)
    presets = traitlets.Dict(PRESETS).tag(sync=True)
    knobs = Knobs("W", "H", "D", "K", "F", "S", "P", "dilation", "layer", "fit", "mode")
    costs = traitlets.Bool(True).tag(sync=True)
    W2 = traitlets.Int(0, read_only=True)
    H2 = traitlets.Int(0, read_only=True)

    def __init__(self, **settings):
        given = settings.keys() & {"W", "H", "D", "K", "F", "S", "P", "dilation"}
        plain = {**PLAIN, "D": 1, "K": 1} if given else {}
        caption = f"{FIT} {COSTS}" if settings.get("costs", True) else FIT
        self._aimed = "target" in settings
        super().__init__(**{**plain, "caption": caption, **settings})
        self._measure()

    @classmethod
    def preset(cls, name, **settings):
        """Make a widget that shows one of the named layers: `SizingCalculator.preset("The NumPy example")`."""
        if name not in PRESETS:
            raise ValueError(f"There is no layer named {name!r}. Choose one of: {', '.join(PRESETS)}.")
        return cls(**{**PRESETS[name], **settings})

    @traitlets.observe("W", "H", "F", "S", "P", "dilation", "fit")
    def _measure(self, _=None):
        W2, H2 = (self._windows(side) for side in (self.W, self.height))
        self.set_trait("W2", W2 if H2 else 0)
        self.set_trait("H2", H2 if W2 else 0)
        if self.mode == "size" and not self._aimed:  # the question backwards will start from the layer as it is
            self.target = min(self.W2 or self.W, self.traits()["target"].max)

    def _windows(self, side):
        try:
            return sizing.out_size(side, self.F, self.S, self.P, self.dilation, self.fit)
        except ValueError:
            return 0

    # ---- what the present state amounts to -------------------------------------------------------------
    @property
    def height(self):
        """Give the input's height: H, or W where H is None."""
        return self.W if self.H is None else self.H

    @property
    def out_shape(self):
        """Give the output's shape (K,H2,W2); two zeros where there is no output."""
        return self.K, self.H2, self.W2

    @property
    def fits(self):
        """Tell whether the windows fit both ways with nothing left over."""
        return all(sizing.fits(side, self.F, self.S, self.P, self.dilation) for side in (self.W, self.height))

    @property
    def counts(self):
        """Count {weights, biases, parameters, neurons, unshared, macs, bytes}; bytes at 4 a number."""
        F, D, K, out = self.F, self.D, self.K, self.out_shape
        return {
            "weights": sizing.conv_weights(K, F, D),
            "biases": K,
            "parameters": sizing_search.conv_parameters(K, F, D),
            "neurons": sizing.neurons(out),
            "unshared": sizing.unshared_parameters(out, F, D),
            "macs": sizing.conv_macs(out, F, D),
            "bytes": sizing_search.output_bytes(out),
        }

    @property
    def nearest(self):
        """List the nearest settings that fit, one number changed: [(letter, value), ...]."""
        near = sizing_search.neighbours(self.W, self.height, self.F, self.S, self.P, self.dilation)
        return [(letter, value) for letter, value, _ in near if value <= self.traits()[letter].max]

    @property
    def answers(self):
        """List the settings (F, S, P) that lead from W to `target`, those without a catch."""
        return [found[:3] for found in self._found() if not found[4]]

    @property
    def left_out(self):
        """Say what speaks against the other settings that lead from W to `target`: {objection: sentence}."""
        found = self._found()
        met = {objection for *_, objection in found}
        names = [name for name in OBJECTIONS if name in met]
        firsts = [sizing_search.examples(found, name, 1)[0] for name in names]
        return {
            name: sizing_search.objection_message(name, F, S, P, over, self.dilation) for F, S, P, over, name in firsts
        }

    def _found(self):
        return sizing_search.settings_between(self.W, self.target, self.dilation)

    def facts(self):
        """Collect what a goal may ask for: the letters, fit, mode, target, W2, H2, fits, same and the counts."""
        letters = {
            name: getattr(self, name) for name in ("W", "D", "K", "F", "S", "P", "dilation", "fit", "mode", "target")
        }
        known = {"H": self.height, "W2": self.W2, "H2": self.H2, "fits": self.fits}
        return {**letters, **known, "same": (self.W2, self.H2) == (self.W, self.height), **self.counts}

    def describe(self):
        """Say in words what the widget shows now: sizes, fit, the nearest that fit, counts, answers."""
        return messages.describe(self)

    def static_svg(self):
        """Draw the formula, the row with its windows, and the counts as they stand now."""
        return svg.draw(self)
