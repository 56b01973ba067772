"""The CONV layer.

Built in 03_convolution_as_code and appendix_kit. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import KW_ONLY, dataclass
from math import prod

from cs231n_kit.kernels.registry import choose_kernel
from cs231n_kit.kernels.windows import WindowGrid
from cs231n_kit.layers.base import Layer
from cs231n_kit.renamed import old_names
from cs231n_kit.shapes import (
    as_bool,
    as_fit,
    as_gradient,
    as_int,
    as_operand,
    as_pads,
    as_pair,
    check_cache,
    check_filters,
    check_volume,
)
from cs231n_kit.sizing import conv_shape, neurons

__all__ = ["conv_forward", "conv_backward", "Conv2d"]

__getattr__ = old_names(__name__)  # names of the first release still work


# ---- 03 Convolution as code: The layer ----
def conv_forward(x, w, b=None, stride=1, pad=0, dilation=1, groups=1, fit="crop"):
    """Returns (y, cache): a CONV layer, by the kernel that its shapes call for.

    x (N,C,H,W), w (K,C/groups,F,F), b (K,) or None -> y (N,K,H',W').
    stride and dilation are a number or (rows, columns); pad is a number, (rows,
    columns) or (top, bottom, left, right); fit is "crop", "pad" or "raise", as in
    WindowGrid.of. ValueError for shapes that don't go together.
    Source: notes, Convolutional Layer.
    """
    x = as_operand(x, w=w, b=b)
    check_filters(x.shape, w.shape, None if b is None else b.shape, groups)
    grid = WindowGrid.of(x.shape[1:], w.shape[2:], stride, pad, dilation, fit)
    kernel = choose_kernel(x.shape, w.shape, grid, groups)
    y, kept = kernel.forward(x, w, b, grid, groups)
    return y, (kernel, kept, w, y.shape)  # the last two for the checks below


def conv_backward(dy, cache):
    """Returns the gradients: dy (N,K,H',W') -> dx, dw and db like x, w and b."""
    check_cache(cache, "conv_forward", "kernel", "kept", "w", "y_shape")
    kernel, kept, w, y_shape = cache
    dy = as_gradient(dy, y_shape, w)
    return kernel.backward(dy, kept)


# ---- appendix How the kit is built: CONV and locally connected layers ----
@dataclass(frozen=True, repr=False)
class _ConvNd(Layer):
    """What layers of filters share: a "weight" and, if bias is True, a "bias"."""

    filters: int
    size: int | tuple
    _: KW_ONLY
    stride: int | tuple = 1
    pad: int | tuple = 0
    bias: bool = True
    fit: str = "crop"
    param_names = ("weight", "bias")

    def __post_init__(self):  # checks; the fields keep what was given
        as_int(self.filters, "filters", least=1)
        as_pair(self.size, "size", least=1)
        as_pair(self.stride, "stride", least=1)
        as_pads(self.pad)
        as_bool(self.bias, "bias")
        as_fit(self.fit)

    def as_params(self, weight, bias):
        """Returns {name: value} for what belongs to the weight and to the bias."""
        return {"weight": weight, "bias": bias} if self.bias else {"weight": weight}

    def macs(self, in_shape):
        window = self.param_shapes(in_shape)["weight"][-3:]
        return neurons(self.out_shape(in_shape)) * prod(window)


@dataclass(frozen=True, repr=False)
class Conv2d(_ConvNd):
    """A CONV layer: filters slide over volumes, (C,H,W) -> (filters,H',W').

    The settings are as in conv_forward.
    """

    _: KW_ONLY
    dilation: int | tuple = 1
    groups: int = 1
    _backward = staticmethod(conv_backward)

    def __post_init__(self):
        super().__post_init__()
        as_pair(self.dilation, "dilation", least=1)
        as_int(self.groups, "groups", least=1)

    def out_shape(self, in_shape):
        self.param_shapes(in_shape)  # raises for an input that can't be read
        hyper = self.size, self.stride, self.pad, self.dilation, self.fit
        return conv_shape(in_shape, int(self.filters), *hyper)

    def param_shapes(self, in_shape):
        check_volume(in_shape, self)
        K, groups = int(self.filters), int(self.groups)
        weight = (K, in_shape[0] // groups, *as_pair(self.size))
        check_filters((1, *in_shape), weight, None, groups)
        return self.as_params(weight, (K,))

    def _forward(self, x, w, b):
        hyper = self.stride, self.pad, self.dilation, self.groups, self.fit
        return conv_forward(x, w, b, *hyper)
