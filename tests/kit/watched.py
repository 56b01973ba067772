"""A layer that can be watched at work inside a net."""

from dataclasses import dataclass

import numpy as np

from cs231n_kit.layers import Layer


@dataclass(frozen=True)
class Times(Layer):
    """A layer made for watching: y = x * weight; its state counts the passes, and it notes how it was called."""

    calls: list

    def out_shape(self, in_shape):
        return tuple(in_shape)

    def param_shapes(self, in_shape):
        return {"weight": (1,)}

    def state_shapes(self, in_shape):
        return {"passes": ()}

    def macs(self, in_shape):
        return 7

    def init(self, rng, in_shape, *, like=None, dtype=np.float32):
        return {"weight": np.asarray(rng.standard_normal(1), dtype=dtype, like=like)}, {"passes": 0}

    def forward(self, x, params, state, *, train=False, keep=True, rng=None):
        self.calls.append((train, keep, rng))
        return x * params["weight"], (x, params["weight"]) if keep else None, {"passes": state["passes"] + 1}

    def backward(self, dy, cache):
        x, weight = cache
        return dy * weight, {"weight": (dy * x).sum(keepdims=True).reshape(1)}
