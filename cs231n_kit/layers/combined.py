"""What layers made of layers share.

Built in 01_overview. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import replace

import numpy as np

from cs231n_kit.layers.base import Layer, put_under, under

__all__ = ["Combined", "kept_by", "run_part", "check_layers", "written", "check_sum", "shape_after"]


class Combined(Layer):
    """A layer made of layers. A subclass lists its parts and runs them."""

    def parts(self, in_shape):
        """List (name, layer, shape that goes into it)."""

    def param_shapes(self, in_shape):
        return self.gather("param_shapes", in_shape)

    def state_shapes(self, in_shape):
        return self.gather("state_shapes", in_shape)

    def gather(self, method, in_shape):
        """Ask each part, and put what it says under its name."""
        found = {}
        for name, layer, shape in self.parts(in_shape):
            found |= put_under(name, getattr(layer, method)(shape))
        return found

    def cache_shapes(self, in_shape, *, n=1, dtype="float32", kernel=None):
        """Describe what is kept where all parts read the same input: side by side."""
        how, found = {"n": n, "dtype": dtype, "kernel": kernel}, {}
        for name, layer, shape in self.parts(in_shape):
            found |= kept_by(name, layer, shape, "input", f"{name}.output", how)
        return found

    def workspace_bytes(self, in_shape, *, n=1, dtype="float32", kernel=None):
        """Give what the hungriest part needs. Outputs between parts are not in it."""
        how, parts = {"n": n, "dtype": dtype, "kernel": kernel}, self.parts(in_shape)
        return max(layer.workspace_bytes(shape, **how) for _, layer, shape in parts)

    def macs(self, in_shape):
        return sum(layer.macs(shape) for _, layer, shape in self.parts(in_shape))

    def init(self, rng, in_shape, *, xp=np, dtype=np.float32):
        params, state = {}, {}
        for name, layer, shape in self.parts(in_shape):
            some_params, some_state = layer.init(rng, shape, xp=xp, dtype=dtype)
            params |= put_under(name, some_params)
            state |= put_under(name, some_state)
        return params, state


def kept_by(name, layer, in_shape, input_is, output_is, how):
    """Describe what one part keeps, its input and output by their names outside."""
    outside, found = {"input": input_is, "output": output_is}, {}
    for key, buffer in layer.cache_shapes(in_shape, **how).items():
        place = outside.get(buffer.alias, buffer.alias)
        if place in (None, "input", "output", "parameter"):
            found[f"{name}.{key}"] = replace(buffer, alias=place)
        else:
            found[place] = replace(buffer, alias=None)  # between two parts: once
    return found


def run_part(name, layer, x, params, state, how):
    """Run the forward pass of one part with its own share of params and state."""
    own = under(name, params), under(name, state)
    try:
        y, cache, after = layer.forward(x, *own, **how)
    except (TypeError, ValueError) as error:
        error.add_note(f"In part {name}, {layer}.")  # of several alike, which one
        raise
    return y, cache, put_under(name, after)


def check_layers(layers):
    """Refuse what is not a layer, and no layers at all."""
    if not layers:
        raise ValueError("Give at least one layer, as in Serial(ReLU()).")
    for layer in layers:
        if isinstance(layer, list | tuple):
            raise TypeError(f"Give layers one by one: Serial(*layers), not {layer!r}.")
        if isinstance(layer, type) or not hasattr(layer, "out_shape"):
            raise TypeError(f"{layer!r} is not a layer; one is made by a call: ReLU().")


def written(combined):
    """Write a net as it is made: Serial(ReLU(), Linear(units=3, bias=True))."""
    (layers,) = vars(combined).values()
    return f"{type(combined).__name__}({', '.join(repr(layer) for layer in layers)})"


def check_sum(body, shortcut):
    """Refuse to add volumes of two shapes: NumPy might spread one slice over many."""
    if body != shortcut:
        raise ValueError(f"The body gives {body}, the shortcut {shortcut}: no sum.")


def shape_after(i, layer, shape, what="Layer"):
    """Give the shape that part number i makes of `shape`; an error names it."""
    try:
        return layer.out_shape(shape)
    except ValueError as error:
        place = f"{what} {i}, {layer}, can't read a volume {shape}."
        raise ValueError(f"{place} {error}") from None
