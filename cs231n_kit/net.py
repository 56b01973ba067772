"""A net: a layer with its numbers.

Built in appendix_kit. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import dataclass
from math import prod

import numpy as np

from cs231n_kit.backend import default_like
from cs231n_kit.layers.base import Layer
from cs231n_kit.renamed import old_names
from cs231n_kit.shapes import as_batch, as_dtype, as_shape, check_layer, pack, unpack
from cs231n_kit.sizing import format_volume

__all__ = ["Net", "summary_rows", "summary"]

__getattr__ = old_names(__name__)  # names of the first release still work


# ---- appendix How the kit is built: Layers made of layers ----
@dataclass(eq=False, repr=False)
class Net:
    """A layer, usually a Serial, together with its parameters and its state."""

    layer: Layer
    in_shape: tuple
    params: dict
    state: dict

    def __post_init__(self):
        check_layer(self.layer)
        self.in_shape = as_shape(self.in_shape)

    def __repr__(self):
        return f"Net({self.layer}, in_shape={self.in_shape})"  # not all its numbers

    @classmethod
    def build(cls, layer, in_shape, seed=0, *, like=None, dtype=np.float32):
        """Returns a net with new parameters, for inputs (N, *in_shape).

        They are made on the back end of array `like`, else on the one that
        cs231n_kit.backend.use has set.
        """
        check_layer(layer)
        in_shape, dtype = as_shape(in_shape), as_dtype(dtype)
        layer.out_shape(in_shape)  # raises before anything is drawn
        rng, like = np.random.default_rng(seed), default_like() if like is None else like
        params, state = layer.init(rng, in_shape, like=like, dtype=dtype)
        return cls(layer, in_shape, params, state)

    def __call__(self, x):
        """Returns the output for x (N, *in_shape), and keeps nothing."""
        x = self._check(x)
        return self.layer.forward(x, self.params, self.state, keep=False)[0]

    def forward(self, x, *, train=False, rng=None):
        """Returns (y, cache) for x (N, *in_shape); the state moves on."""
        x = self._check(x)
        mode = {"train": train, "rng": rng}
        y, cache, self.state = self.layer.forward(x, self.params, self.state, **mode)
        return y, pack(self, y, cache)

    def backward(self, dy, cache):
        """Returns (dx, grads); grads has the keys of params."""
        return self.layer.backward(*unpack(self, dy, cache))

    def summary(self):
        """Print a table of the layers: outputs, parameters, multiply-adds."""
        print(summary(self.layer, self.in_shape))

    def _check(self, x):
        x = as_batch(self, x, self.params, self.state)
        if tuple(x.shape[1:]) != self.in_shape:
            wanted = ", ".join(str(size) for size in self.in_shape)
            raise ValueError(f"This net reads x (N, {wanted}); got {tuple(x.shape)}.")
        return x


def summary_rows(layer, in_shape, name=""):
    """Returns [(name and layer, output, parameters, multiply-adds)], one for each part."""
    if not hasattr(layer, "parts"):
        count = sum(prod(shape) for shape in layer.param_shapes(in_shape).values())
        out = format_volume(layer.out_shape(in_shape))
        return [(f"{name} {layer}", out, count, layer.macs(in_shape))]
    rows = []
    for key, part, shape in layer.parts(in_shape):
        rows += summary_rows(part, shape, f"{name}.{key}" if name else key)
    return rows


def summary(layer, in_shape):
    """Returns a table of a layer's parts as text: output, parameters, multiply-adds."""
    check_layer(layer)
    rows = summary_rows(layer, in_shape)
    params, macs = sum([row[2] for row in rows]), sum([row[3] for row in rows])
    rows.append(("in all", format_volume(layer.out_shape(in_shape)), params, macs))
    head = ("layer", "output", "parameters", "multiply-adds")
    first = ("input", format_volume(in_shape), "", "")
    table = [head, first, *[(*row[:2], f"{row[2]:,}", f"{row[3]:,}") for row in rows]]
    widths = [max(len(row[i]) for row in table) for i in range(4)]
    lines = []
    for row in table:
        left = [cell.ljust(width) for cell, width in zip(row[:2], widths[:2], strict=True)]
        right = [cell.rjust(width) for cell, width in zip(row[2:], widths[2:], strict=True)]
        lines.append("  ".join([*left, *right]))
    return "\n".join(lines)
