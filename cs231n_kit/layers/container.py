"""Layers made of layers: in a row, side by side, and round a shortcut.

Built in appendix_kit. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import dataclass

import numpy as np

from cs231n_kit.layers.base import Layer
from cs231n_kit.shapes import add_part, as_shape, check_layer, check_same_shape

__all__ = ["Container", "Serial", "Concat", "Residual"]


# ---- appendix How the kit is built: Layers made of layers ----
def strip_prefix(prefix, values):
    """Returns what has a prefix, without it: {"0.bias": b, "1.bias": c} -> {"bias": b}."""
    start = f"{prefix}."
    names = [key for key in values if key.startswith(start)]
    return {name.removeprefix(start): values[name] for name in names}


def add_prefix(prefix, values):
    """Returns values by longer names: add_prefix(0, {"bias": b}) -> {"0.bias": b}."""
    return {f"{prefix}.{key}": value for key, value in values.items()}


class Container(Layer):
    """A layer made of layers. A subclass lists its parts and runs them."""

    def parts(self, in_shape):
        """Returns [(name, layer, the shape that goes into it)]."""
        raise NotImplementedError

    def param_shapes(self, in_shape):
        return self.collect("param_shapes", in_shape)

    def state_shapes(self, in_shape):
        return self.collect("state_shapes", in_shape)

    def collect(self, method, in_shape):
        """Returns what each part says, asked by the name of a method, under its name."""
        found = {}
        for name, layer, shape in self.parts(in_shape):
            found |= add_prefix(name, getattr(layer, method)(shape))
        return found

    def macs(self, in_shape):
        return sum([layer.macs(shape) for _, layer, shape in self.parts(in_shape)])

    def init(self, rng, in_shape, *, like=None, dtype=np.float32):
        params, state = {}, {}
        for name, layer, shape in self.parts(as_shape(in_shape)):
            part_params, part_state = layer.init(rng, shape, like=like, dtype=dtype)
            params |= add_prefix(name, part_params)
            state |= add_prefix(name, part_state)
        return params, state


def run_part(name, layer, x, params, state, mode):
    """Returns (y, cache, state) of one part, run with its share of params and state."""
    own = strip_prefix(name, params), strip_prefix(name, state)
    try:
        y, cache, part_state = layer.forward(x, *own, **mode)
    except (TypeError, ValueError) as error:
        add_part(error, name, layer)  # of equal layers, which one
        raise
    return y, cache, add_prefix(name, part_state)


def back_part(name, layer, dy, cache):
    """Returns (dx, grads) of one part, the gradients by the names that they have outside."""
    try:
        dx, grads = layer.backward(dy, cache)
    except (TypeError, ValueError) as error:
        add_part(error, name, layer)
        raise
    return dx, add_prefix(name, grads)


def check_layers(layers):
    """Raises TypeError for what is not a layer, ValueError for no layers at all."""
    if not layers:
        raise ValueError("Give at least one layer, as in Serial(ReLU()).")
    for i, layer in enumerate(layers):
        check_layer(layer, f"layer {i}")


def out_shape_of(i, layer, shape, what="Layer"):
    """Returns the shape that part number i makes of `shape`; an error names the part."""
    try:
        return layer.out_shape(shape)
    except ValueError as error:
        add_part(error, i, layer, what, shape)
        raise


@dataclass(frozen=True, init=False, repr=False)
class Serial(Container):
    """Run layers in a row, Serial(first, second, ...): each reads the last one's output."""

    layers: tuple

    def __init__(self, *layers):
        check_layers(layers)
        object.__setattr__(self, "layers", layers)  # as a frozen dataclass does it

    def __repr__(self):
        return f"Serial({', '.join([repr(layer) for layer in self.layers])})"

    def __len__(self):
        return len(self.layers)

    def __getitem__(self, i):
        return Serial(*self.layers[i]) if isinstance(i, slice) else self.layers[i]

    def parts(self, in_shape):
        found, shape = [], in_shape
        for i, layer in enumerate(self.layers):
            found.append((str(i), layer, shape))
            shape = out_shape_of(i, layer, shape)
        return found

    def out_shape(self, in_shape):
        shape = in_shape
        for i, layer in enumerate(self.layers):
            shape = out_shape_of(i, layer, shape)
        return shape

    def _run(self, x, params, state, **mode):
        caches, new_state = [], {}
        for i, layer in enumerate(self.layers):
            x, cache, part_state = run_part(i, layer, x, params, state, mode)
            caches.append(cache)
            new_state |= part_state
        return x, caches, new_state

    def _run_backward(self, dy, caches):
        grads = {}
        for i in reversed(range(len(self.layers))):
            dy, part_grads = back_part(i, self.layers[i], dy, caches[i])
            grads |= part_grads
        return dy, grads


# ---- appendix How the kit is built: Not only in a row ----
@dataclass(frozen=True, init=False, repr=False)
class Concat(Container):
    """Run branches side by side on one input; their outputs are stacked in depth."""

    branches: tuple

    def __init__(self, *branches):
        check_layers(branches)
        object.__setattr__(self, "branches", branches)

    def __repr__(self):
        return f"Concat({', '.join([repr(branch) for branch in self.branches])})"

    def parts(self, in_shape):
        return [(str(i), branch, in_shape) for i, branch in enumerate(self.branches)]

    def out_shape(self, in_shape):
        shapes = [out_shape_of(*part, "Branch") for part in self.parts(in_shape)]
        for shape in shapes:
            if shape[1:] != shapes[0][1:]:
                first = f"got {shapes[0]} and {shape}"
                raise ValueError(f"Branches must agree in height and width; {first}.")
        return sum([shape[0] for shape in shapes]), *shapes[0][1:]

    def _run(self, x, params, state, **mode):
        self.out_shape(x.shape[1:])  # raises if the branches disagree
        outputs, caches, new_state = [], [], {}
        for name, branch, _ in self.parts(x.shape[1:]):
            y, cache, part_state = run_part(name, branch, x, params, state, mode)
            outputs.append(y)
            caches.append(cache)
            new_state |= part_state
        depths = [y.shape[1] for y in outputs]
        y = np.concatenate(outputs, axis=1)
        return y, (depths, caches), new_state

    def _run_backward(self, dy, cache):
        depths, caches = cache
        start, grads = 0, {}
        for i, (depth, branch_cache) in enumerate(zip(depths, caches, strict=True)):
            part_dy = dy[:, start : start + depth]
            part_dx, part_grads = back_part(i, self.branches[i], part_dy, branch_cache)
            dx = dx + part_dx if i else part_dx  # all read x: gradients add up
            del part_dx  # the next branch needs the room
            grads |= part_grads
            start += depth
        return dx, grads


@dataclass(frozen=True, repr=False)
class Residual(Container):
    """Add a layer's input to its output: y = body(x) + x, or body(x) + shortcut(x)."""

    body: Layer
    shortcut: Layer | None = None

    def __post_init__(self):
        check_layers([self.body] if self.shortcut is None else [self.body, self.shortcut])

    def parts(self, in_shape):
        both = [("body", self.body, in_shape), ("shortcut", self.shortcut, in_shape)]
        return both if self.shortcut is not None else both[:1]

    def out_shape(self, in_shape):
        shapes = [out_shape_of(*part) for part in self.parts(in_shape)]
        check_same_shape(shapes[0], (*shapes, in_shape)[1])
        return shapes[0]

    def _run(self, x, params, state, **mode):
        y, body_cache, new_state = run_part("body", self.body, x, params, state, mode)
        skip_out, skip_cache = x, None
        if self.shortcut is not None:
            skip = run_part("shortcut", self.shortcut, x, params, state, mode)
            skip_out, skip_cache, skip_state = skip
            new_state |= skip_state
        check_same_shape(y.shape, skip_out.shape)
        return y + skip_out, (body_cache, skip_cache), new_state

    def _run_backward(self, dy, cache):
        body_cache, skip_cache = cache
        dx, grads = back_part("body", self.body, dy, body_cache)
        skip_dx = dy
        if self.shortcut is not None:
            skip_dx, skip_grads = back_part("shortcut", self.shortcut, dy, skip_cache)
            grads |= skip_grads
        return dx + skip_dx, grads
