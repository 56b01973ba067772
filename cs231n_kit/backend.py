"""Which array library an array belongs to: NumPy on the CPU, CuPy on a GPU."""

import numpy as np


def xp_of(*arrays):
    """Give the array library, numpy or cupy, that all the arrays belong to; None among them is passed over.

    Raises TypeError if there is no array among them, or if they are mixed.
    """
    arrays = [array for array in arrays if array is not None]
    libraries = {_library(array) for array in arrays}
    if libraries == {"numpy"}:
        return np
    if libraries == {"cupy"}:
        import cupy

        return cupy
    kinds = ", ".join(sorted({type(array).__qualname__ for array in arrays})) or "nothing"
    if libraries == {"numpy", "cupy"}:
        raise TypeError("Arrays from both NumPy and CuPy; move them to one device first.")
    raise TypeError(f"Expected NumPy or CuPy arrays; got {kinds}. For a list, use np.array(...) first.")


def _library(array):
    """Name the library that an array's class, or a class that it extends, comes from."""
    homes = (cls.__module__.partition(".")[0] for cls in type(array).__mro__)
    return next((home for home in homes if home in ("numpy", "cupy")), None)
