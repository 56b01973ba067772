"""What every layer can do.

Built in appendix_kit. Made by tools/tangle.py: edit the chapter, not this file.
"""

from math import prod

import numpy as np

from cs231n_kit.renamed import old_names
from cs231n_kit.shapes import as_batch, as_dtype, as_shape, check_params, pack, repr_of_layer, unpack

__all__ = ["Layer", "he_normal"]

__getattr__ = old_names(__name__)  # names of the first release still work


# ---- appendix How the kit is built: What every layer can say about itself ----
class Layer:
    """A function from volume to volume, which holds hyperparameters only.

    Shapes are those of one example, (C,H,W) or (D,); arrays have N examples in front.

    A layer says its shapes, and gives its mathematics in two methods:
    `_forward(x, *params) -> (y, cache)`, with the parameters in the order of
    param_names, None for one that it hasn't got; the cache is never None;
    `_backward(dy, cache) -> dx`, or `(dx, *grads)` in that order.
    A layer that needs train, rng or a state has a `_run` and an `init` of its own.
    """

    param_names = ()  # in the order in which _forward takes them
    __repr__ = repr_of_layer

    def out_shape(self, in_shape):
        """Returns the shape of the output. ValueError for an input that it can't read."""
        raise NotImplementedError

    def param_shapes(self, in_shape):
        """Returns {name: shape} of the parameters, which training changes."""
        return {}

    def state_shapes(self, in_shape):
        """Returns {name: shape} of the running statistics, which forward changes."""
        return {}

    def macs(self, in_shape):
        """Returns the multiply-adds for one example; biases are not counted."""
        return 0

    def fan_in(self, in_shape):
        """Returns the number of inputs of one neuron: the size of one filter."""
        return prod(self.param_shapes(in_shape)["weight"][1:])

    def init(self, rng, in_shape, *, like=None, dtype=np.float32):
        """Returns new ({name: parameter}, {name: state}), on the back end of array `like`.

        What is called "bias" is 0, every other parameter he_normal; the state is empty.
        """
        params, dtype = {}, as_dtype(dtype)
        for name, shape in self.param_shapes(as_shape(in_shape)).items():
            values = np.zeros(shape)
            if name != "bias":
                values = he_normal(rng, shape, self.fan_in(in_shape))
            params[name] = np.asarray(values, dtype=dtype, like=like)
        return params, {}

    def forward(self, x, params, state, *, train=False, keep=True, rng=None):
        """Returns (y, cache, state) for x (N, *in_shape), params and state {name: array}.

        y is a new array (Flatten's is a view of x), the state a new dict. With keep=False,
        when no backward will follow, the cache is None; else it may hold x, y and the
        parameters themselves: change none of them in place until backward has run.
        rng is for layers that draw while they train.
        """
        x = as_batch(self, x, params, state)
        y, cache, state = self._run(x, params, state, train=train, keep=keep, rng=rng)
        return y, (pack(self, y, cache) if keep else None), state

    def backward(self, dy, cache):
        """Returns (dx, grads) for the output's gradient dy; grads has params' keys."""
        return self._run_backward(*unpack(self, dy, cache))

    def _run(self, x, params, state, *, train, keep, rng):
        check_params(self, x, params)
        y, cache = self._forward(x, *[params.get(name) for name in self.param_names])
        return y, cache, state

    def _run_backward(self, dy, cache):
        gradients = self._backward(dy, cache)
        dx, *grads = gradients if isinstance(gradients, tuple) else (gradients,)
        named = zip(self.param_names, grads, strict=True)
        return dx, {name: grad for name, grad in named if grad is not None}


def he_normal(rng, shape, fan_in):
    """Returns normal random numbers (shape) with variance 2/fan_in.

    fan_in is the number of inputs of one neuron. Source: He and others, 2015.
    """
    values = rng.standard_normal(shape)
    values *= (2 / fan_in) ** 0.5  # in place: the largest of VGG-16's takes 820 MB
    return values
