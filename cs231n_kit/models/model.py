"""A net with a name: its layers and its paper, before it has any numbers."""

from dataclasses import dataclass, field
from importlib.metadata import entry_points
from math import prod
from pathlib import Path

import numpy as np

from cs231n_kit.layers.base import Layer
from cs231n_kit.models.summary import Summary
from cs231n_kit.net import Net
from cs231n_kit.shapes import check_net
from cs231n_kit.spec import spec_of
from cs231n_kit.weights import load_arrays, net_of

__all__ = ["Model"]


@dataclass(frozen=True, repr=False)
class Model:
    """A net with a name, which takes no memory: a layer, the shape that it reads, and the paper that it is from.

    pytorch_layers has PyTorch's name of each layer that learns, "layer1.0.conv1", in the order of a pass; without it
    they have the names that the kit gives them, as in an nn.Sequential.
    """

    name: str
    layer: Layer
    in_shape: tuple
    source: str
    pytorch_layers: tuple = field(default=(), repr=False)

    def __repr__(self):
        return f"{self.name}: {self.param_count():,} parameters, reads {self.in_shape}"

    def _repr_html_(self):
        drawing = drawing_of(self)
        return (drawing._repr_html_() if drawing is not None else "") + self.summary()._repr_html_()

    @property
    def spec(self):
        """The net as text; TypeError for one with branches."""
        return self.to_spec()

    def param_count(self):
        """Returns the number of parameters, those of auxiliary heads included."""
        return sum(prod(shape) for shape in self.layer.param_shapes(self.in_shape).values())

    def macs(self):
        """Returns the multiply-adds for one example, those of auxiliary heads included."""
        return self.layer.macs(self.in_shape)

    def summary(self):
        """Returns a table of the layers, which prints as text, and which a notebook shows as a table."""
        return Summary.of(self)

    def to_spec(self):
        """Returns the net as text, for build_spec. TypeError for one with branches, which a text can't say."""
        return spec_of(self.layer, self.in_shape)

    def diagram(self):
        """Returns a drawing of the net, an SVG with its words. RuntimeError where nothing is installed that draws."""
        drawing = drawing_of(self)
        if drawing is None:
            raise RuntimeError(f"The diagram of {self.name} is drawn by cs231n_widgets, which isn't installed here.")
        return drawing

    def build(self, seed=0, *, like=None, dtype=np.float32):
        """Returns a Net with new parameters; the arguments are those of Net.build."""
        return Net.build(self.layer, self.in_shape, seed, like=like, dtype=dtype)

    def load(self, weights, *, like=None, dtype=np.float32):
        """Returns a Net with the numbers of a .safetensors or .npz file, or of a dict {name: array}.

        The names are the kit's, "0.weight", or those of the same net in PyTorch, as its state_dict has them:
        pytorch_names() has both. ValueError that lists what doesn't fit; errors for a file are those of load_arrays.
        """
        if isinstance(weights, str | Path):
            arrays, told = load_arrays(weights)[0], str(weights)
        else:
            arrays, told = {name: np.asarray(array) for name, array in weights.items()}, "This dict"
        names = self.pytorch_names()
        if any(name in arrays for name in names):  # the kit's own
            names = {name: name for name in names}
        return net_of(self.layer, self.in_shape, arrays, names, told, like=like, dtype=dtype)

    def pytorch_names(self):
        """Returns {the kit's name: PyTorch's} for parameters and running statistics."""
        names = [*self.layer.param_shapes(self.in_shape), *self.layer.state_shapes(self.in_shape)]
        layers = list(dict.fromkeys(name.rpartition(".")[0] for name in names))
        theirs = dict(zip(layers, self.pytorch_layers or layers, strict=True))
        return {name: f"{theirs[name.rpartition('.')[0]]}.{name.rpartition('.')[2]}" for name in names}

    def to_pytorch(self, net):
        """Returns {PyTorch's name: array} of a net of this model: save_arrays writes it, load_state_dict reads it."""
        check_net(net)
        arrays = {**net.params, **net.state}
        names = self.pytorch_names()
        if arrays.keys() != names.keys():
            raise ValueError(f"This net has other parameters than {self.name}: build or load it with this model.")
        return {names[name]: array for name, array in arrays.items()}


def drawing_of(model):
    """Returns a drawing of a model, by the first package that says it can draw one; None if no such is installed."""
    for entry in entry_points(group="cs231n_kit.diagrams"):
        return entry.load()(model)
    return None
