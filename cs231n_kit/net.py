"""Nets: layers in a row, side by side, and round a shortcut.

Built in 01_overview. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import dataclass

import numpy as np

from cs231n_kit.backend import default_xp, xp_of
from cs231n_kit.layers.base import Layer, put_under, require_cache
from cs231n_kit.layers.combined import Combined, check_layers, check_sum, kept_by, run_part, shape_after, written
from cs231n_kit.sizing import check_gradient

__all__ = ["Serial", "Net", "Concat", "Residual"]


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
