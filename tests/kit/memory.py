"""What a pass really keeps: walk a cache, and find the memory that each array of it lies in."""

from collections import Counter
from dataclasses import fields, is_dataclass

import numpy as np


def arrays_in(cache):
    """List the arrays anywhere in a cache."""
    if isinstance(cache, np.ndarray):
        return [cache]
    if isinstance(cache, dict):
        return arrays_in(list(cache.values()))
    if isinstance(cache, list | tuple):
        return [array for part in cache for array in arrays_in(part)]
    if is_dataclass(cache):
        return arrays_in([getattr(cache, field.name) for field in fields(cache)])
    return []


def owner(array):
    """Find the array that owns the memory: keeping a view keeps all of that."""
    while isinstance(array.base, np.ndarray):
        array = array.base
    return array


def kept(x, y, params, cache):
    """Give what a cache holds on to: (arrays of its own, {alias: bytes}); memory that is held twice counts once.

    The parameters are there anyway, and don't count.
    """
    outputs = y if isinstance(y, tuple) else (y,)
    places = {id(owner(x)): "input"} | {id(owner(one)): "output" for one in outputs}
    arrays = {id(owner(array)): (owner(array).nbytes, array.dtype.name) for array in arrays_in(cache)}
    held = {where: found for where, found in arrays.items() if where not in {id(owner(p)) for p in params.values()}}
    own = [found for where, found in held.items() if where not in places]
    there = Counter()
    for where, (nbytes, _) in held.items():
        if where in places:
            there[places[where]] += nbytes
    return Counter(own), dict(there)


def promised(buffers):
    """Give the same as `kept`, as cache_buffers says it; input and output are there once."""
    own, there = Counter(), Counter()
    for buffer in buffers.values():
        if buffer.alias is None:
            own[buffer.nbytes, np.dtype(buffer.dtype).name] += 1
        else:
            there[buffer.alias] = buffer.nbytes
    return own, dict(there)
