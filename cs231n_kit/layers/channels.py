"""Channels of zeros: how a shortcut without weights becomes as deep as what it is added to."""

from dataclasses import dataclass

import numpy as np

from cs231n_kit.backend import backend_of
from cs231n_kit.layers.base import Layer
from cs231n_kit.shapes import as_gradient, as_int, check_cache, check_volume, check_volumes

__all__ = ["PadChannels", "pad_channels_backward", "pad_channels_forward"]


def pad_channels_forward(x, before, after):
    """Returns (y, cache): x with so many channels of zeros before its own and after them.

    x (N,C,H,W) -> y (N,K,H,W), K = before + C + after. Source: He and others, 2015, option A.
    """
    check_volumes(x)
    before, after = as_int(before, "before", least=0), as_int(after, "after", least=0)
    N, C, *sides = x.shape
    y = np.zeros_like(x, shape=(N, before + C + after, *sides))
    y[:, before : before + C] = x
    return y, (backend_of(x), before, x.shape, y.shape)


def pad_channels_backward(dy, cache):
    """Returns dx: the gradients of x's own channels; dy (N,K,H,W) -> dx (N,C,H,W)."""
    check_cache(cache, "pad_channels_forward", "backend", "before", "x_shape", "y_shape")
    backend, before, x_shape, y_shape = cache
    dy = as_gradient(dy, y_shape, backend)
    return dy[:, before : before + x_shape[1]].copy()


@dataclass(frozen=True, repr=False)
class PadChannels(Layer):
    """Channels of zeros before a volume's own and after them: x (N,C,H,W) -> y (N,K,H,W), K = before + C + after."""

    before: int = 1
    after: int = 1
    _backward = staticmethod(pad_channels_backward)

    def __post_init__(self):  # checks; the fields keep what was given
        as_int(self.before, "before", least=0)
        as_int(self.after, "after", least=0)

    def out_shape(self, in_shape):
        C, *sides = check_volume(in_shape, self)
        return (int(self.before) + C + int(self.after), *sides)

    def _forward(self, x):
        return pad_channels_forward(x, self.before, self.after)
