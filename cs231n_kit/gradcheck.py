"""Check a backward pass against finite differences.

Built in 03_convolution_as_code. Made by tools/tangle.py: edit the chapter, not this file.
"""

from types import FunctionType, ModuleType

import numpy as np

from cs231n_kit.backend import backend_of, require_same_backend
from cs231n_kit.renamed import old_names
from cs231n_kit.shapes import check_real

__all__ = ["gradcheck"]

__getattr__ = old_names(__name__)  # names of the first release still work


# ---- 03 Convolution as code: Never trust a backward pass ----
def check_float64(arrays):
    """Raises TypeError for what is no dict of float64 arrays."""
    if not isinstance(arrays, dict):
        raise TypeError(f"arrays is {{name: array}}; got {type(arrays).__name__}.")
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
        if backend_of(gradient) is None:
            kind = type(gradient).__name__
            raise TypeError(f"The gradient of {name} must be an array; got {kind}.")
        expected = None if arrays[name] is None else arrays[name].shape
        if gradient.shape != expected:
            given = gradient.shape
            raise ValueError(f"The gradient of {name} must be {expected}; got {given}.")
    return found


def copies(arrays):
    """Returns {name: copy of the array, or None}."""
    return {name: None if one is None else one.copy() for name, one in arrays.items()}


def arrays_in(value, seen):
    """Returns the arrays in a nest of tuples, dicts and objects; seen is a set of ids."""
    if id(value) in seen or isinstance(value, type | ModuleType | FunctionType):
        return []
    seen.add(id(value))
    if backend_of(value) is not None:
        return [value]
    inside = value if isinstance(value, tuple | list) else []
    if isinstance(value, dict):
        inside = list(value.values())
    elif hasattr(value, "__dict__"):
        inside = list(vars(value).values())
    return [array for part in inside for array in arrays_in(part, seen)]


def watch(**values):
    """Returns [(name, array, copy of it)] for every array in what a function can change."""
    seen, found = set(), []
    for name, value in values.items():
        found += [(name, array, array.copy()) for array in arrays_in(value, seen)]
    return found


def check_unchanged(function, watched):
    """Raises ValueError that says what a function has changed in place, if anything."""
    for name, array, before in watched:
        same = array.shape == before.shape
        if not (same and ((array == before) | ((array != array) & (before != before))).all()):
            advice = "It must work on a copy: who called it still needs the numbers."
            raise ValueError(f"{function} changed {name} in place. {advice}")


def gradcheck(forward, backward, arrays, seed=0, step=1e-5):
    """Returns the error of a backward pass against finite differences, along a direction.

    arrays {name: float64 array, or None}; forward(**arrays) -> (y, cache) and
    backward(dy, cache) -> a gradient for each array, in the order of arrays; where it
    is None, the array is left alone. The loss is the sum of y times a random dy.
    The error is |numeric - analytic| divided by the sum of the absolute terms of the
    analytic slope: about 1e-10 if the gradients are right. Keep away from ties and
    kinks. TypeError for arrays that aren't float64, ValueError for wrong shapes, and if
    forward or backward changes in place what it was given.
    """
    check_real(step, "step")
    check_float64(arrays)
    rng = np.random.default_rng(seed)
    given = copies(arrays)
    watched = watch(**given)
    y, cache = forward(**given)
    check_unchanged("forward", watched)
    dy = np.asarray(rng.standard_normal(y.shape), like=y)
    given_dy = dy.copy()
    watched = watch(dy=given_dy, **given, cache=cache, y=y)
    gradients = backward(given_dy, cache)
    check_unchanged("backward", watched)
    terms, direction = [], {}
    for name, gradient in named_gradients(arrays, gradients).items():
        random = rng.standard_normal(gradient.shape)
        direction[name] = np.asarray(random, like=gradient)
        terms.append(gradient * direction[name])

    def loss(distance):
        moved = {name: arrays[name] + distance * v for name, v in direction.items()}
        return float((forward(**copies(arrays | moved))[0] * dy).sum())

    numeric = (loss(step) - loss(-step)) / (2 * step)
    analytic = sum([float(term.sum()) for term in terms])
    scale = sum([float(abs(term).sum()) for term in terms])
    return abs(numeric - analytic) / scale if scale else abs(numeric)
