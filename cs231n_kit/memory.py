"""What a pass keeps and what room it needs, in bytes, known before anything is computed.

There is a rule for each type of layer; tests hold the rules to the bytes that real passes keep.
"""

from dataclasses import dataclass, replace
from functools import singledispatch
from math import prod

import numpy as np

from cs231n_kit.kernels.pooling import switch_dtype
from cs231n_kit.kernels.registry import KERNELS, choose_kernel, get_kernel
from cs231n_kit.kernels.windows import WindowGrid
from cs231n_kit.layers.activation import ReLU, Sigmoid, _Elementwise
from cs231n_kit.layers.base import Layer
from cs231n_kit.layers.container import Container, Serial
from cs231n_kit.layers.conv import Conv2d
from cs231n_kit.layers.linear import Flatten, Linear
from cs231n_kit.layers.local import LocallyConnected2d
from cs231n_kit.layers.pool import AvgPool2d, GlobalAvgPool2d, L2Pool2d, MaxPool2d, pool_grid
from cs231n_kit.shapes import Shape, as_dtype, as_int, as_pair, check_layer
from cs231n_kit.sizing import neurons

__all__ = ["Buffer", "cache_buffers", "workspace_bytes"]


@dataclass(frozen=True)
class Buffer:
    """An array that a forward pass keeps for the backward pass.

    alias says what it is a view of, "input", "output" or "parameter": memory that is there anyway. None: its own.
    """

    shape: Shape
    dtype: str
    alias: str | None = None

    @property
    def nbytes(self) -> int:
        """The bytes of the array."""
        return prod(self.shape) * np.dtype(self.dtype).itemsize


def cache_buffers(layer: Layer, in_shape: Shape, *, n: int = 1, dtype: str = "float32") -> dict[str, Buffer]:
    """Returns {name: Buffer}, what n examples of in_shape leave for the backward pass.

    ValueError for a shape that the layer can't read, TypeError for a layer that there is no rule for.
    """
    n, dtype = _checked(layer, in_shape, n, dtype)
    return _kept(layer, tuple(in_shape), n, dtype)


def workspace_bytes(
    layer: Layer, in_shape: Shape, *, n: int = 1, dtype: str = "float32", kernel: str | None = None
) -> int:
    """Returns the bytes that a forward pass of n examples takes for a while and gives back.

    y and the cache are not in it, nor NumPy's own small buffers. kernel names one for CONV layers, as `using` does.
    Errors are those of cache_buffers.
    """
    n, dtype = _checked(layer, in_shape, n, dtype)
    return _scratch(layer, tuple(in_shape), n, np.dtype(dtype).itemsize, kernel)


def _checked(layer, in_shape, n, dtype):
    """Returns n and the dtype's name; raises for what is no layer, what it can't read, no number or no dtype."""
    check_layer(layer)
    layer.out_shape(in_shape)
    return as_int(n, "n", least=1), as_dtype(dtype).name


# ---- kept for the backward pass ------------------------------------------------------------------------------------
@singledispatch
def _kept(layer, in_shape, n, dtype):
    raise TypeError(f"memory.py has no rule for {type(layer).__name__}: register what it keeps.")


def _input(in_shape, n, dtype):
    return {"x": Buffer((n, *in_shape), dtype, "input")}


def _output(layer, in_shape, n, dtype):
    return {"y": Buffer((n, *layer.out_shape(in_shape)), dtype, "output")}


@_kept.register(Conv2d)
@_kept.register(LocallyConnected2d)
@_kept.register(Linear)
def _(layer, in_shape, n, dtype):
    shapes = layer.param_shapes(in_shape)
    return _input(in_shape, n, dtype) | {name: Buffer(shape, dtype, "parameter") for name, shape in shapes.items()}


@_kept.register
def _(layer: _Elementwise, in_shape, n, dtype):
    return _output(layer, in_shape, n, dtype)


@_kept.register
def _(layer: MaxPool2d, in_shape, n, dtype):
    return {"switches": Buffer((n, *layer.out_shape(in_shape)), switch_dtype(as_pair(layer.size)))}


@_kept.register
def _(layer: L2Pool2d, in_shape, n, dtype):
    return _input(in_shape, n, dtype) | _output(layer, in_shape, n, dtype)


@_kept.register(AvgPool2d)
@_kept.register(GlobalAvgPool2d)
@_kept.register(Flatten)
def _(layer, in_shape, n, dtype):
    return {}  # shapes only


@_kept.register
def _(layer: Container, in_shape, n, dtype):
    """Parts side by side, Concat and Residual: all read the input, and what they write is their own."""
    found = {}
    for name, part, shape in layer.parts(in_shape):
        found |= _kept_by_part(name, _kept(part, shape, n, dtype), "input", f"{name}.output")
    return found


@_kept.register
def _(layer: Serial, in_shape, n, dtype):
    """Parts in a row: the output of one is the input of the next, so if both keep it, it is there once."""
    found, before = {}, "input"
    for i, (name, part, shape) in enumerate(layer.parts(in_shape)):
        after = "output" if i == len(layer) - 1 else f"{i}.output"
        if isinstance(part, Flatten):
            after = before  # a view of its input
        found |= _kept_by_part(name, _kept(part, shape, n, dtype), before, after)
        before = after
    return found


def _kept_by_part(name, buffers, input_is, output_is):
    """Returns what a part keeps, with its input and its output by the names that they have outside."""
    outside, found = {"input": input_is, "output": output_is}, {}
    for key, buffer in buffers.items():
        alias = outside.get(buffer.alias, buffer.alias)
        if alias in (None, "input", "output", "parameter"):
            found[f"{name}.{key}"] = replace(buffer, alias=alias)
        else:  # between two parts
            found[alias] = replace(buffer, alias=None)
    return found


# ---- room for a while ----------------------------------------------------------------------------------------------
@singledispatch
def _scratch(layer, in_shape, n, itemsize, kernel):
    _kept(layer, in_shape, n, "float32")  # a TypeError where there is no rule
    return 0


def _x_col_numbers(C, grid):
    return C * prod(grid.size) * prod(grid.out)


@_scratch.register
def _(layer: Conv2d, in_shape, n, itemsize, kernel):
    w_shape = layer.param_shapes(in_shape)["weight"]
    grid = WindowGrid.of(in_shape, layer.size, layer.stride, layer.pad, layer.dilation, layer.fit)
    chosen = get_kernel(kernel) if kernel else choose_kernel((n, *in_shape), w_shape, grid, layer.groups)
    if chosen is KERNELS["loops"]:
        return 0  # one number at a time
    product = w_shape[0] * prod(grid.out)  # of one image, beside its X_col
    return (_x_col_numbers(in_shape[0], grid) + product) * itemsize


@_scratch.register
def _(layer: LocallyConnected2d, in_shape, n, itemsize, kernel):
    grid = WindowGrid.of(in_shape, layer.size, layer.stride, layer.pad, 1, layer.fit)
    before_bias = neurons(layer.out_shape(in_shape)) if layer.bias else 0
    return n * (_x_col_numbers(in_shape[0], grid) + before_bias) * itemsize


@_scratch.register
def _(layer: Linear, in_shape, n, itemsize, kernel):
    return n * int(layer.units) * itemsize if layer.bias else 0  # y before the bias is added


@_scratch.register
def _(layer: ReLU, in_shape, n, itemsize, kernel):
    return prod(in_shape) * itemsize  # zeros for one example


@_scratch.register
def _(layer: Sigmoid, in_shape, n, itemsize, kernel):
    return n * prod(in_shape) * (itemsize + 1)  # small, and a byte for each answer to x >= 0


@_scratch.register
def _(layer: MaxPool2d, in_shape, n, itemsize, kernel):
    grid = pool_grid(in_shape, *layer.hyper())
    most = [max(_length(grid.valid_windows(axis, u)[0]) for u in range(grid.size[axis])) for axis in (0, 1)]
    # One cell of so many windows, a byte for each answer to "is it larger?", and what then becomes of the switches;
    # before that, the first cell of each window, as a whole number.
    switch = np.dtype(switch_dtype(grid.size)).itemsize
    return max(n * in_shape[0] * prod(most) * (itemsize + 1 + switch), 8 * prod(grid.out) + 4 * 8 * max(grid.out))


def _length(piece):
    return piece.stop - piece.start


@_scratch.register
def _(layer: AvgPool2d, in_shape, n, itemsize, kernel):
    out = layer.out_shape(in_shape)[1:]
    return prod(out) * (8 + itemsize) + 4 * 8 * max(out)  # the counts, as whole numbers and as floats


@_scratch.register
def _(layer: L2Pool2d, in_shape, n, itemsize, kernel):
    return n * prod(in_shape) * itemsize  # the squares


@_scratch.register
def _(layer: Container, in_shape, n, itemsize, kernel):
    """What the part that needs most needs: outputs between parts are not in it."""
    parts = layer.parts(in_shape)
    return max([_scratch(part, shape, n, itemsize, kernel) for _, part, shape in parts])
