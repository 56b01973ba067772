"""Which array library an array belongs to: NumPy on the CPU, CuPy on a GPU."""

import numpy as np


def xp_of(*arrays):
    """Give the array library, numpy or cupy, that all the arrays belong to; None among them is passed over.

    Raises TypeError if there is no array among them, or if they are mixed.
    """
    found = {type(array).__module__.partition(".")[0]: array for array in arrays if array is not None}
    libraries = set(found)
    if libraries == {"numpy"}:
        return np
    if libraries == {"cupy"}:
        import cupy

        return cupy
    kinds = ", ".join(type(array).__module__ + "." + type(array).__name__ for array in found.values()) or "nothing"
    if libraries == {"numpy", "cupy"}:
        raise TypeError(f"Arrays from both NumPy and CuPy; move them to one device first (got {kinds}).")
    raise TypeError(f"Expected NumPy or CuPy arrays; got {kinds}. For a list, use np.array(...) first.")
