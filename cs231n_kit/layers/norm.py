"""Normalisation: local response normalisation, and batch normalisation.

Built in 05_normalisation. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import KW_ONLY, dataclass
from math import prod
from typing import Any, NamedTuple

import numpy as np

from cs231n_kit.layers.base import Layer
from cs231n_kit.shapes import (
    as_dtype,
    as_gradient,
    as_lrn_input,
    as_norm_input,
    as_shape,
    check_batch,
    check_cache,
    check_lrn,
    check_params,
    check_real,
    check_share,
    check_state,
    check_volume,
)

__all__ = [
    "lrn_forward",
    "lrn_backward",
    "LRN",
    "batch_norm_forward",
    "batch_norm_backward",
    "batch_norm_inference",
    "batch_norm_inference_backward",
    "BatchNorm",
]


# ---- 05 Normalisation: Neighbours that hold each other down ----
def channel_window_sum(a, before, after):
    """Returns the sum of channels c - before to c + after for each channel c; a (N,C,H,W).

    Outside there are zeros.
    """
    total = a.copy()
    for shift in range(1, min(before, a.shape[1] - 1) + 1):
        total[:, shift:] += a[:, :-shift]
    for shift in range(1, min(after, a.shape[1] - 1) + 1):
        total[:, :-shift] += a[:, shift:]
    return total


# ---- 05 Normalisation: Exercise: local response normalisation ----
def lrn_forward(x, size, alpha=1e-4, beta=0.75, k=1.0):
    """Returns (y, cache): local response normalisation, x / (k + alpha/size * sum) ** beta.

    The sum is that of the squares in `size` channels, c - size//2 to c + (size-1)//2, at
    the same place; outside there are zeros. x (N,C,H,W) -> y like x. ValueError for a
    size below 1, alpha or beta below 0, or k that isn't above 0. The paper doesn't divide
    alpha by size. Source: Krizhevsky and others, 2012; conventions: PyTorch.
    """
    x, size, alpha, beta, k = as_lrn_input(x, size, alpha, beta, k)
    base = channel_window_sum(x * x, size // 2, (size - 1) // 2)
    base *= alpha / size
    base += k
    y = base**-beta
    y *= x
    return y, (x, base, size, alpha, beta)


def lrn_backward(dy, cache):
    """Returns dx: the way back through local response normalisation; dy like y -> dx like x."""
    check_cache(cache, "lrn_forward", "x", "base", "size", "alpha", "beta")
    x, base, size, alpha, beta = cache
    dx = as_gradient(dy, x.shape, x, x) * base**-beta  # through the x above the line
    shares = dx * x
    shares /= base
    below = channel_window_sum(shares, (size - 1) // 2, size // 2)  # all whose window holds it
    below *= x
    below *= 2 * alpha * beta / size
    dx -= below
    return dx


@dataclass(frozen=True, repr=False)
class LRN(Layer):
    """Local response normalisation over `size` channels: x (N,C,H,W) -> y like x."""

    size: int = 5
    _: KW_ONLY
    alpha: float = 1e-4
    beta: float = 0.75
    k: float = 1.0
    _backward = staticmethod(lrn_backward)

    def __post_init__(self):  # checks; the fields keep what was given
        check_lrn(self.size, self.alpha, self.beta, self.k)

    def out_shape(self, in_shape):
        return check_volume(in_shape, self)

    def _forward(self, x):
        return lrn_forward(x, self.size, self.alpha, self.beta, self.k)


# ---- 05 Normalisation: Batch normalisation ----
# With a number for each of so few places, NumPy computes twice as fast as with one for all.
FEW_PLACES = 4096


def channel_sum(a, b=None):
    """Returns the sum of a, or of a * b, over images and places, (C,); (N,C,H,W) or (N,D).

    The sums of the images are added up in float64.
    """
    N, C, *places = a.shape
    if not places:
        rows = a if b is None else a * b
    elif b is None:
        rows = a.reshape(N, C, -1).sum(axis=2)
    else:  # an inner product for each channel of each image: a * b is never stored
        rows = (a.reshape(N, C, 1, -1) @ b.reshape(N, C, -1, 1)).reshape(N, C)
    return rows.sum(axis=0, dtype=np.float64).astype(a.dtype)


def channel_mean(a, b=None):
    """Returns the mean of a, or of a * b, over images and places, (C,); a as in channel_sum."""
    return channel_sum(a, b) / (a.size / a.shape[1])


def per_channel(values, x):
    """Returns values (C,) as (C,1,1), or (C,H,W), if x is (N,C,H,W): so they go with its channels."""
    C, *places = x.shape[1:]
    columns = values.reshape(C, *[1] * len(places))
    if not FEW_PLACES >= prod(places) > 1:
        return columns
    full = np.empty((C, *places), dtype=values.dtype, like=values)
    full[...] = columns
    return full


class BatchNormCache(NamedTuple):
    """What batch norm keeps for the way back: mean (C,) and var (C,) are those it used."""

    x: Any
    gamma: Any
    mean: Any
    var: Any  # biased: the mean of the squares
    eps: float


def batch_norm_forward(x, gamma, beta, eps=1e-5):
    """Returns (y, cache): gamma * x_hat + beta, channel by channel.

    x (N,C,H,W) or (N,D), gamma (C,), beta (C,) -> y like x. Source: Ioffe, Szegedy, 2015.
    """
    x, eps = as_norm_input(x, eps, gamma=gamma, beta=beta)
    mean = channel_mean(x)
    y = x - per_channel(mean, x)
    var = channel_mean(y, y)
    y *= per_channel(gamma / np.sqrt(var + eps), x)
    y += per_channel(beta, x)
    return y, BatchNormCache(x, gamma, mean, var, eps)


# ---- 05 Normalisation: Exercise: batch normalisation, backwards ----
def batch_norm_backward(dy, cache):
    """Returns the gradients: dy like y -> dx like x, dgamma (C,), dbeta (C,).

    The mean and the variance are the batch's own, and x moves them, too.
    """
    check_cache(cache, "batch_norm_forward", "x", "gamma", "mean", "var", "eps")
    x, gamma, mean, var, eps = cache
    dy, std = as_gradient(dy, x.shape, x, gamma), np.sqrt(var + eps)
    centred = x - per_channel(mean, x)  # x_hat * std
    dgamma, dbeta = channel_sum(dy, centred) / std, channel_sum(dy)
    count = x.size / len(gamma)
    centred *= per_channel(dgamma / (count * std), x)
    dx = dy - centred  # through the variance
    dx -= per_channel(dbeta / count, x)  # through the mean
    dx *= per_channel(gamma / std, x)
    return dx, dgamma, dbeta


# ---- 05 Normalisation: In a test there is no batch ----
def batch_norm_inference(x, gamma, beta, mean, var, eps=1e-5):
    """Returns y: gamma * (x - mean) / sqrt(var + eps) + beta, mean and var from before.

    x (N,C,H,W) or (N,D), the others (C,) -> y like x. Source: Ioffe, Szegedy, 2015.
    """
    x, eps = as_norm_input(x, eps, gamma=gamma, beta=beta, mean=mean, var=var)
    y = x - per_channel(mean, x)
    y *= per_channel(gamma / np.sqrt(var + eps), x)
    y += per_channel(beta, x)
    return y


def batch_norm_inference_backward(dy, cache):
    """Returns the gradients: dy like y -> dx like x, dgamma (C,), dbeta (C,).

    cache is BatchNormCache(x, gamma, mean, var, eps). The mean and the variance are from
    before, so x doesn't move them.
    """
    check_cache(cache, "BatchNorm", "x", "gamma", "mean", "var", "eps")
    x, gamma, mean, var, eps = cache
    dy, std = as_gradient(dy, x.shape, x, gamma), np.sqrt(var + eps)
    dgamma = channel_sum(dy, x - per_channel(mean, x)) / std
    return dy * per_channel(gamma / std, x), dgamma, channel_sum(dy)


@dataclass(frozen=True, repr=False)
class BatchNorm(Layer):
    """Batch normalisation: x (N,C,H,W) or (N,D) -> y like x.

    Under train=True with the batch's own mean and variance, of which it keeps running ones:
    running = (1 - momentum) * running + momentum * batch's, the variance unbiased. Else
    with the running ones. ValueError for one number a channel to train on.
    """

    _: KW_ONLY
    eps: float = 1e-5
    momentum: float = 0.1
    param_names = ("weight", "bias")

    def __post_init__(self):  # checks; the fields keep what was given
        check_real(self.eps, "eps")
        check_share(self.momentum, "momentum")

    def out_shape(self, in_shape):
        in_shape = as_shape(in_shape, least=1)
        return in_shape if len(in_shape) == 1 else check_volume(in_shape, self)

    def param_shapes(self, in_shape):
        C, *_ = self.out_shape(in_shape)
        return {"weight": (C,), "bias": (C,)}

    def state_shapes(self, in_shape):
        C, *_ = self.out_shape(in_shape)
        return {"running_mean": (C,), "running_var": (C,)}

    def init(self, rng, in_shape, *, like=None, dtype=np.float32):
        shape, dtype = self.out_shape(in_shape)[:1], as_dtype(dtype)
        zeros, ones = (np.asarray(one(shape), dtype=dtype, like=like) for one in (np.zeros, np.ones))
        params = {"weight": ones, "bias": zeros}
        return params, {"running_mean": zeros.copy(), "running_var": ones.copy()}

    def _run(self, x, params, state, *, train, keep, rng):
        check_params(self, x, params)
        check_state(self, x, params, state)
        gamma, beta = params["weight"], params["bias"]
        if not train:
            mean, var = state["running_mean"], state["running_var"]
            y = batch_norm_inference(x, gamma, beta, mean, var, self.eps)
            return y, (train, BatchNormCache(x, gamma, mean, var, float(self.eps))), state
        check_batch(self, x)
        y, cache = batch_norm_forward(x, gamma, beta, self.eps)
        return y, (train, cache), self._move(state, cache)

    def _backward(self, dy, cache):
        train, cache = cache
        back = batch_norm_backward if train else batch_norm_inference_backward
        return back(dy, cache)

    def _move(self, state, cache):
        """Returns the running statistics after a batch."""
        count, new = cache.x.size / len(cache.mean), float(self.momentum)
        found = {"running_mean": cache.mean, "running_var": cache.var * (count / (count - 1))}
        return {name: (1 - new) * state[name] + new * found[name] for name in found}
