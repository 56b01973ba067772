"""Check a backward pass against finite differences.

Built in 03_convolution_as_code. Made by tools/tangle.py: edit the chapter, not this file.
"""

import numpy as np

from cs231n_kit.backend import require_same_backend
from cs231n_kit.renamed import old_names

__all__ = ["gradcheck"]

__getattr__ = old_names(__name__)  # names of the first release still work


# ---- 03 Convolution as code: Never trust a backward pass ----
def check_arrays(arrays):
    """Raises TypeError for arrays that are not float64."""
    require_same_backend(*arrays.values())
    for name, array in arrays.items():
        if array is not None and array.dtype != np.float64:
            raise TypeError(f"Small differences need float64; {name} is {array.dtype}.")


def named_gradients(arrays, gradients):
    """Returns {name: gradient} without the Nones. ValueError if a shape is wrong."""
    gradients = gradients if isinstance(gradients, tuple | list) else (gradients,)
    if len(gradients) != len(arrays):
        names, count = ", ".join(arrays), len(gradients)
        raise ValueError(f"Give a gradient or None for each of {names}; got {count}.")
    found = dict(zip(arrays, gradients, strict=True))
    found = {name: one for name, one in found.items() if one is not None}
    if not found:
        names = ", ".join(arrays)
        raise ValueError(f"Nothing to check: no gradient for any of {names}.")
    for name, gradient in found.items():
        expected = None if arrays[name] is None else arrays[name].shape
        if gradient.shape != expected:
            given = gradient.shape
            raise ValueError(f"The gradient of {name} must be {expected}; got {given}.")
    return found


def gradcheck(forward, backward, arrays, seed=0, step=1e-5):
    """Returns the error of a backward pass against finite differences, along a direction.

    arrays {name: float64 array, or None}; forward(**arrays) -> (y, cache) and
    backward(dy, cache) -> a gradient for each array, in the order of arrays; where it
    is None, the array is left alone. The loss is the sum of y times a random dy.
    The error is |numeric - analytic| divided by the sum of the absolute terms of the
    analytic slope: about 1e-10 if the gradients are right. Keep away from ties and
    kinks. TypeError for arrays that aren't float64, ValueError for wrong shapes.
    """
    if not step > 0:
        raise ValueError(f"The step must be above 0; got {step}.")
    check_arrays(arrays)
    rng = np.random.default_rng(seed)
    y, cache = forward(**arrays)
    dy = np.asarray(rng.standard_normal(y.shape), like=y)
    terms, direction = [], {}
    for name, gradient in named_gradients(arrays, backward(dy, cache)).items():
        random = rng.standard_normal(gradient.shape)
        direction[name] = np.asarray(random, like=gradient)
        terms.append(gradient * direction[name])

    def loss(distance):
        moved = {name: arrays[name] + distance * v for name, v in direction.items()}
        return float((forward(**(arrays | moved))[0] * dy).sum())

    numeric = (loss(step) - loss(-step)) / (2 * step)
    analytic = sum([float(term.sum()) for term in terms])
    scale = sum([float(abs(term).sum()) for term in terms])
    return abs(numeric - analytic) / scale if scale else abs(numeric)
