"""The widget ActivationHistograms: its settings, their checks, and what they amount to."""

import numpy as np
import traitlets

from cs231n_kit.backend import backend_of, to_host
from cs231n_kit.layers import Serial
from cs231n_kit.layers.container import strip_prefix
from cs231n_kit.net import Net

from ..base import Widget
from ..knobs import Knobs
from . import messages, model, svg

ARRAYS = 40  # of a learner, at most
CAPTION = (
    "100 random inputs go through fully connected layers of 100 units. Each histogram shows a layer’s outputs after "
    "its ReLU, without the zeros; the bar beyond 4 counts all that are larger. Below it stands their deviation. Both "
    "nets have the same weights."
)
OWN_CAPTION = (
    "Each histogram shows the outputs of one layer, without the zeros; bars set apart at its ends count those further "
    "out. Below it stands their deviation."
)
FIND_SCALES = {
    "task": (
        "At which scales does the net without batch norm hold: layer 10 between half and twice the deviation of layer "
        "1? Find the least and the largest. Then go to one at which only the net with batch norm holds."
    ),
    "goal": {"found": True, "without": False, "with": True},
    "why": (
        "Without batch norm it is about 0.93 to 1.08 times He's. From layer 1 to layer 10 the scale comes in nine "
        "times, and 0.93⁹ is about a half, 1.08⁹ about 2. With batch norm every scale here holds: each unit is brought "
        "back to mean 0 and deviation 1 before its ReLU. Weights change while they learn, and don't stay in so narrow "
        "a range."
    ),
}


class ActivationHistograms(Widget, module="activation_histograms"):
    """Show what comes out of each layer, by the scale of the weights, without and with batch norm.

    `scale` is the deviation of the weights as a multiple of √(2/100), He's for 100 inputs: 0.2 to 5. `layers` is how
    many there are, 2 to 10; `seed` draws other weights and inputs. `knobs` are the settings that the reader can change:
    only the scale. `found` are the least and the largest scale so far at which the net without batch norm has held:
    its last layer has between half and twice the deviation of the first.
    `ActivationHistograms.of(net, x)` shows the layers of a net of yours in one row, `activations=[...]` arrays of any
    shapes, with `names` for them.
    A goal may ask for scale and layers; without, with: whether that net holds; found: whether such scales were found on
    both sides of He's.
    Raises ValueError for arrays that hold no numbers, or some that aren't finite.
    """

    scale = traitlets.Float(0.5, min=model.LEAST, max=model.MOST).tag(sync=True)
    layers = traitlets.Int(model.MANY, min=model.FEW, max=model.MANY).tag(sync=True)
    seed = traitlets.Int(33, min=0).tag(sync=True)
    found = traitlets.List(traitlets.Float()).tag(sync=True)
    own = traitlets.Dict().tag(sync=True)
    caption = traitlets.Unicode(CAPTION).tag(sync=True)
    knobs = Knobs("scale")

    def __init__(self, activations=None, names=None, **settings):
        if activations is not None:
            settings = {"own": own_layers(activations, names), "knobs": [], "caption": OWN_CAPTION} | settings
        super().__init__(**settings)

    @classmethod
    def of(cls, net, x, *, train=False, **settings):
        """Returns the ActivationHistograms of each layer of a net for inputs x (N, *in_shape), in training if asked."""
        if not isinstance(net, Net):
            raise TypeError(f"of(net, x) takes a Net of the kit, and inputs for it; net is a {type(net).__name__}.")
        net(x)  # raises, in its words, for inputs that it can't read
        mode = {"train": train, "rng": np.random.default_rng(0) if train else None}
        found = list(outputs_of(net.layer, x, net.params, net.state, mode))
        names = [f"{n} {type(layer).__name__}" for n, (layer, _) in enumerate(found, 1)]
        return cls(activations=[y for _, y in found], names=names, **settings)

    @classmethod
    def find_scales(cls, **settings):
        """Returns ActivationHistograms whose task is to find the scales at which batch norm isn't needed."""
        return cls(**{**FIND_SCALES, **settings})

    # ---- checks ------------------------------------------------------------------------------------------------
    @traitlets.validate("scale")
    def _check_scale(self, proposal):
        if np.isnan(proposal["value"]):
            raise ValueError(f"scale is a number from {model.LEAST} to {model.MOST}, 1 for He's deviation; got NaN.")
        return proposal["value"]

    @traitlets.observe("scale", "layers", "seed")
    def _remember(self, _change):
        if not self.own and self.facts()["without"]:
            self.found = [min([self.scale, *self.found]), max([self.scale, *self.found])]

    # ---- what the present state amounts to ---------------------------------------------------------------------
    @property
    def rows(self):
        """Compute the rows of histograms: without and with batch norm, or the one of the learner's arrays."""
        if self.own:
            layers = [model.Layer(**one) for one in self.own["layers"]]
            return [model.Row("Your layers", layers, self.own["low"], self.own["high"])]
        return model.study(self.seed, self.layers, self.scale)

    def facts(self):
        """Collect what a goal may ask for: scale, layers, which net holds, and whether one has without batch norm."""
        holds = [row.fate == "holds" for row in self.rows]
        return {
            "scale": self.scale,
            "layers": self.layers,
            "without": holds[0],
            "with": not self.own and holds[1],
            "found": bool(self.found) and self.found[0] < 1 / model.APART and model.APART < self.found[-1],
        }

    def describe(self):
        """Say in words the scale of the weights, and what comes out of the layers."""
        return messages.describe(self)

    def static_svg(self):
        """Draw the histograms of each row, and what has become of the last layer."""
        return svg.draw(self)


def outputs_of(layer, x, params, state, mode):
    """Yields (layer, output) of a layer, or of each layer in a Serial, and in each Serial in it."""
    if not isinstance(layer, Serial):
        yield layer, layer.forward(x, params, state, keep=False, **mode)[0]
        return
    for n, part in enumerate(layer.layers):
        for inner, y in outputs_of(part, x, strip_prefix(n, params), strip_prefix(n, state), mode):
            yield inner, y
        x = y


def own_layers(activations, names=None):
    """Returns the state of a learner's arrays: {"layers": [a Layer as a dict], "low", "high"}."""
    if not hasattr(activations, "__len__") or not 1 <= len(activations) <= ARRAYS:
        given = f"{len(activations)} of them" if hasattr(activations, "__len__") else repr(activations)
        raise ValueError(f"activations is a list of 1 to {ARRAYS} arrays, one for each layer; got {given}.")
    names = [f"layer {n}" for n in range(1, len(activations) + 1)] if names is None else list(map(str, names))
    if len(names) != len(activations):
        raise ValueError(
            f"names has one name for each of the {len(activations)} arrays; got {len(names)}: {', '.join(names)}."
        )
    arrays = list(map(as_numbers, names, activations))
    low, high = model.own_bins(arrays)
    layers = [model.summary(*one, low, high)._asdict() for one in zip(names, arrays, strict=True)]
    return {"layers": layers, "low": low, "high": high}


def as_numbers(name, values):
    """Returns a learner's array; ValueError for one that is empty, holds no numbers, or some that aren't finite."""
    try:
        array = to_host(values) if backend_of(values) == "cupy" else np.asarray(values)
    except ValueError:
        raise ValueError(f"{name} must be an array of numbers, but its rows differ in length.") from None
    if array.dtype.kind not in "buif" or array.size == 0:
        raise ValueError(f"{name} must be an array of numbers; got shape {array.shape} and dtype {array.dtype}.")
    wrong = array.size - np.isfinite(array).sum()
    if wrong:
        raise ValueError(
            f"{name} holds NaN or infinity in {wrong} of its {array.size} numbers, and no histogram has a place for "
            "them. Show only the layers before it, activations=[...], and see from which on they grow."
        )
    return array
