"""Nets: layers in a row, side by side, and round a shortcut.

Built in 01_overview. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import dataclass, replace

import numpy as np

from cs231n_kit.backend import default_xp, xp_of
from cs231n_kit.layers.base import Layer, put_under, require_cache, under
from cs231n_kit.sizing import check_gradient

__all__ = [
    "Combined",
    "kept_by",
    "run_part",
    "check_layers",
    "written",
    "check_sum",
    "shape_after",
    "Serial",
    "Net",
    "Concat",
    "Residual",
]


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


@dataclass(frozen=True, init=False, repr=False)
class Serial(Combined):
    """Run layers in a row, Serial(first, second, ...): each reads the last one's."""

    layers: tuple

    def __init__(self, *layers):
        check_layers(layers)
        object.__setattr__(self, "layers", layers)  # as a frozen dataclass does it

    __repr__ = written

    def parts(self, in_shape):
        found, shape = [], in_shape
        for i, layer in enumerate(self.layers):
            found.append((str(i), layer, shape))
            shape = shape_after(i, layer, shape)
        return found

    def out_shape(self, in_shape):
        _, layer, shape = self.parts(in_shape)[-1]
        return layer.out_shape(shape)

    def cache_shapes(self, in_shape, *, n=1, dtype="float32", kernel=None):
        how, found = {"n": n, "dtype": dtype, "kernel": kernel}, {}
        for i, (name, layer, shape) in enumerate(self.parts(in_shape)):
            before = "input" if i == 0 else f"{i - 1}.output"
            after = "output" if i == len(self.layers) - 1 else f"{i}.output"
            found |= kept_by(name, layer, shape, before, after, how)
        return found

    def forward(self, x, params, state, *, train=False, keep=True, rng=None):
        how, caches, states = {"train": train, "keep": keep, "rng": rng}, [], {}
        for i, layer in enumerate(self.layers):
            x, cache, after = run_part(str(i), layer, x, params, state, how)
            caches.append(cache)
            states |= after
        return x, caches if keep else None, states

    def backward(self, dy, cache):
        caches, grads = require_cache(cache), {}
        for i in reversed(range(len(self.layers))):
            dy, some = self.layers[i].backward(dy, caches[i])
            grads |= put_under(str(i), some)
        return dy, grads


@dataclass(eq=False, repr=False)
class Net:
    """Holds a layer, usually a Serial, together with its parameters and its state."""

    layer: Layer
    in_shape: tuple
    params: dict
    state: dict

    def __post_init__(self):
        self.in_shape = tuple(self.in_shape)

    def __repr__(self):
        return f"Net({self.layer}, in_shape={self.in_shape})"  # not all its numbers

    @classmethod
    def build(cls, layer, in_shape, seed=0, *, xp=None, dtype=np.float32):
        """Draw the parameters of a layer for inputs (N, *in_shape)."""
        in_shape = tuple(in_shape)
        layer.out_shape(in_shape)  # speaks up before anything is drawn
        rng, xp = np.random.default_rng(seed), xp or default_xp()
        params, state = layer.init(rng, in_shape, xp=xp, dtype=dtype)
        return cls(layer, in_shape, params, state)

    def __call__(self, x):
        """Compute the output for x (N, *in_shape), keeping nothing."""
        self.check(x)
        return self.layer.forward(x, self.params, self.state, keep=False)[0]

    def forward(self, x, *, train=True, rng=None):
        """Compute (y, cache); with train=True running statistics move on."""
        self.check(x)
        how = {"train": train, "rng": rng}
        y, cache, self.state = self.layer.forward(x, self.params, self.state, **how)
        return y, cache

    def backward(self, dy, cache):
        """Compute (dx, grads); grads has the keys of params."""
        return self.layer.backward(dy, cache)

    def check(self, x):
        """Refuse what is no array, and an input of another shape."""
        xp_of(x)
        if tuple(x.shape[1:]) != self.in_shape:
            wanted = ", ".join(str(size) for size in self.in_shape)
            raise ValueError(f"This net reads x (N, {wanted}); got {tuple(x.shape)}.")


@dataclass(frozen=True, init=False, repr=False)
class Concat(Combined):
    """Run branches side by side on one input; their outputs are stacked in depth."""

    branches: tuple

    def __init__(self, *branches):
        check_layers(branches)
        object.__setattr__(self, "branches", branches)

    __repr__ = written

    def parts(self, in_shape):
        return [(str(i), branch, in_shape) for i, branch in enumerate(self.branches)]

    def out_shape(self, in_shape):
        shapes = [shape_after(*part, "Branch") for part in self.parts(in_shape)]
        if len({shape[1:] for shape in shapes}) > 1:
            raise ValueError(f"Branches must agree in height and width; got {shapes}.")
        return sum(shape[0] for shape in shapes), *shapes[0][1:]

    def forward(self, x, params, state, *, train=False, keep=True, rng=None):
        xp, how = xp_of(x), {"train": train, "keep": keep, "rng": rng}
        self.out_shape(x.shape[1:])  # speaks up if the branches disagree
        outputs, caches, states = [], [], {}
        for name, branch, _ in self.parts(x.shape[1:]):
            y, cache, after = run_part(name, branch, x, params, state, how)
            outputs, caches, states = [*outputs, y], [*caches, cache], states | after
        depths = [y.shape[1] for y in outputs]
        y = xp.concatenate(outputs, axis=1)
        return y, (y.shape, depths, caches) if keep else None, states

    def backward(self, dy, cache):
        shape, depths, caches = require_cache(cache)
        check_gradient(dy.shape, shape)
        dx, grads, first = 0, {}, 0
        for i, (depth, one) in enumerate(zip(depths, caches, strict=True)):
            part, some = self.branches[i].backward(dy[:, first : first + depth], one)
            dx, first = dx + part, first + depth  # all read x: gradients add up
            grads |= put_under(i, some)
        return dx, grads


@dataclass(frozen=True)
class Residual(Combined):
    """Add a layer's input to its output: y = body(x) + x, or body(x) + shortcut(x)."""

    body: Layer
    shortcut: Layer | None = None

    def __post_init__(self):
        one = self.shortcut is None
        check_layers([self.body] if one else [self.body, self.shortcut])

    def parts(self, in_shape):
        both = [("body", self.body, in_shape), ("shortcut", self.shortcut, in_shape)]
        return both if self.shortcut else both[:1]

    def out_shape(self, in_shape):
        shape, other = self.body.out_shape(in_shape), tuple(in_shape)
        if self.shortcut:
            other = self.shortcut.out_shape(in_shape)
        check_sum(shape, other)
        return shape

    def forward(self, x, params, state, *, train=False, keep=True, rng=None):
        how = {"train": train, "keep": keep, "rng": rng}
        y, body, states = run_part("body", self.body, x, params, state, how)
        around, cut, more = x, None, {}
        if self.shortcut:
            part = "shortcut", self.shortcut
            around, cut, more = run_part(*part, x, params, state, how)
        check_sum(y.shape, around.shape)
        return y + around, (body, cut) if keep else None, states | more

    def backward(self, dy, cache):
        body, cut = require_cache(cache)
        dx, grads = self.body.backward(dy, body)
        grads, around = put_under("body", grads), dy
        if self.shortcut:
            around, some = self.shortcut.backward(dy, cut)
            grads |= put_under("shortcut", some)
        return dx + around, grads
