"""Dropout: while a net trains, some of the numbers are left out.

Built in 07b_watching. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import dataclass

import numpy as np

from cs231n_kit.backend import as_float
from cs231n_kit.kernels.masks import keep_where
from cs231n_kit.layers.base import Layer
from cs231n_kit.shapes import as_gradient, as_operand, as_shape, check_cache, check_fraction, check_rng

__all__ = ["dropout_forward", "dropout_backward", "Dropout"]


# ---- 07b Learning: watching a run: Dropout ----
def dropout_forward(x, rng, drop=0.5):
    """Returns (y, cache): each number is 0 with probability `drop`, else x/(1 - drop).

    So y is x on average, and nothing is left to do in a test ("inverted dropout").
    x of any shape, rng a NumPy generator -> y like x. drop is PyTorch's p; the notes' p
    is what stays. TypeError for no generator, ValueError unless 0 <= drop < 1.
    Source: Srivastava and others, 2014; notes, Dropout.
    """
    x = as_float(as_operand(x))
    check_fraction(drop, "drop")
    check_rng(rng)
    mask = np.asarray(rng.random(x.shape, dtype=np.float32) >= drop, like=x)
    y = keep_where(mask, x)
    y *= 1 / (1 - float(drop))
    return y, (mask, float(drop))


# ---- 07b Learning: watching a run: Exercise: dropout, backwards ----
def dropout_backward(dy, cache):
    """Returns dx: dy/(1 - drop) where x went through, else 0; dy like y -> dx like x."""
    check_cache(cache, "dropout_forward", "mask", "drop")
    mask, drop = cache
    dx = keep_where(mask, as_gradient(dy, mask.shape, mask))
    dx *= 1 / (1 - drop)
    return dx


@dataclass(frozen=True, repr=False)
class Dropout(Layer):
    """Dropout under train=True, which needs rng, else a copy: x of any shape -> y like x."""

    drop: float = 0.5

    def __post_init__(self):
        check_fraction(self.drop, "drop")

    def out_shape(self, in_shape):
        return as_shape(in_shape, least=1)

    def _run(self, x, params, state, *, train, keep, rng):
        if not train:
            return x.copy(), None, state
        return *dropout_forward(x, rng, self.drop), state

    def _backward(self, dy, cache):
        return dy.copy() if cache is None else dropout_backward(dy, cache)
