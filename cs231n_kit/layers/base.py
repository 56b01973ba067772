"""What every layer offers.

Built in 01_overview. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import dataclass
from math import prod
from typing import Protocol, runtime_checkable

import numpy as np

from cs231n_kit.backend import xp_of

__all__ = [
    "Layer",
    "Shape",
    "Buffer",
    "parameter_buffers",
    "check_params",
    "require_cache",
    "draw",
    "under",
    "put_under",
]


@runtime_checkable
class Layer(Protocol):
    """A function from volume to volume. It holds hyperparameters only.

    Shapes are those of one example, (C,H,W) or (D,); arrays have N examples in front.
    """

    def out_shape(self, in_shape):
        """Give the shape of the output. ValueError for an input that doesn't suit."""

    def param_shapes(self, in_shape):
        """Name the parameters, which training changes, and give their shapes."""
        return {}

    def state_shapes(self, in_shape):
        """Name the running statistics, which forward changes, and their shapes."""
        return {}

    def cache_shapes(self, in_shape, *, n=1, dtype="float32", kernel=None):
        """Describe what n examples leave for the backward pass: {name: Buffer}."""

    def workspace_bytes(self, in_shape, *, n=1, dtype="float32", kernel=None):
        """Count the bytes that a forward pass takes for a while and gives back."""
        return 0  # y and the cache are not in it, nor NumPy's own small buffers

    def macs(self, in_shape):
        """Count the multiply-adds for one example; biases are not counted."""
        return 0

    def init(self, rng, in_shape, *, xp=np, dtype=np.float32):
        """Draw parameters and state: ({name: array}, {name: array})."""
        shapes = self.param_shapes(in_shape)
        return {name: draw(rng, name, shapes[name], xp, dtype) for name in shapes}, {}

    def forward(self, x, params, state, *, train=False, keep=True, rng=None):
        """Compute (y, cache, state); y is a new array. With keep=False the cache is None.

        A cache may hold x, y and the parameters themselves. Change none of them in
        place until backward has run.
        """

    def backward(self, dy, cache):
        """Compute (dx, grads) from the output's gradient; grads has params' keys."""


Shape = tuple[int, ...]


@dataclass(frozen=True)
class Buffer:
    """Describes an array that a forward pass keeps for the backward pass.

    alias says what it is a view of, "input", "output" or "parameter": memory that is
    there anyway. None: memory of its own.
    """

    shape: Shape
    dtype: str
    alias: str | None = None

    @property
    def nbytes(self):
        """Count its bytes."""
        return prod(self.shape) * np.dtype(self.dtype).itemsize


def parameter_buffers(layer, in_shape, dtype):
    """Describe a layer's parameters as buffers that cost a cache nothing."""
    shapes = layer.param_shapes(in_shape)
    return {name: Buffer(shape, dtype, "parameter") for name, shape in shapes.items()}


def check_params(layer, x, params):
    """Refuse x that is no batch, and parameters whose names or shapes don't suit it."""
    xp_of(x, *params.values())
    if x.ndim not in (2, 4):
        one = "One example alone is x[None]."
        raise ValueError(f"x must be (N,D) or (N,C,H,W); got {tuple(x.shape)}. {one}")
    wanted = layer.param_shapes(x.shape[1:])
    given = {name: getattr(array, "shape", None) for name, array in params.items()}
    if given != wanted:
        given = f"got {given}; x is {tuple(x.shape)}"
        raise ValueError(f"{layer} has the parameters {wanted} here; {given}.")


def require_cache(cache):
    """Give a cache back. ValueError if forward was told to keep nothing."""
    if cache is None:
        raise ValueError("Nothing was kept to go back with: run forward with keep=True.")
    return cache


def draw(rng, name, shape, xp, dtype):
    """Draw a parameter: biases 0, weights normal with variance 2/fan-in.

    Fan-in is the number of inputs of one neuron. Source: He and others, 2015.
    """
    if name.endswith("bias"):
        return xp.zeros(shape, dtype=dtype)
    fan_in = prod(shape[1:])
    return xp.asarray(rng.standard_normal(shape) * (2 / fan_in) ** 0.5, dtype=dtype)


def under(prefix, values):
    """Pick what is stored under a name: {"0.bias": b, "1.bias": c} -> {"bias": b}."""
    start = f"{prefix}."
    names = [key for key in values if key.startswith(start)]
    return {name.removeprefix(start): values[name] for name in names}


def put_under(prefix, values):
    """Store under a name: put_under(0, {"bias": b}) -> {"0.bias": b}."""
    return {f"{prefix}.{key}": value for key, value in values.items()}
