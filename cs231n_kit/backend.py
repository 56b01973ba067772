"""Which array library computes: NumPy on the CPU, CuPy on a GPU."""

from contextlib import contextmanager

import numpy as np

MOVE = "Move all of them to one device first: to_device(x), or to_host(x)."
INSTALL = 'pip install "cs231n-kit[cuda12]" (or [cuda13]; nvidia-smi shows the CUDA version of the driver)'

_default = np  # plain state of the process: a choice made in one cell of a notebook holds in the next


def use(name):
    """Set the back end that to_device and new nets use: use("cupy"), or `with use("cupy"):` for a while.

    Raises RuntimeError that says what is missing where CuPy can't run, ValueError for another name.
    """
    global _default
    before, _default = _default, load(name)
    return _back_to(before)


def default_xp():
    """Give the array library that `use` has set; without it, numpy."""
    return _default


def load(name):
    """Give the array library called "numpy" or "cupy", once it is sure that it can run here."""
    if name == "numpy":
        return np
    if name != "cupy":
        raise ValueError(f'The back end is "numpy" or "cupy"; got {name!r}.')
    try:
        import cupy

        found = cupy.cuda.runtime.getDeviceCount()
    except ModuleNotFoundError as error:
        raise RuntimeError(f"CuPy is not installed. On a machine with an NVIDIA GPU: {INSTALL}.") from error
    except Exception as error:  # CuPy has its own for a missing driver; a missing CUDA library is an ImportError
        raise RuntimeError(f"CuPy is installed, but can't use a GPU here: {error}. Perhaps: {INSTALL}.") from error
    if not found:
        raise RuntimeError('CuPy is installed, but there is no NVIDIA GPU here. Use the CPU: use("numpy").')
    return cupy


def to_device(values, name=None):
    """Move arrays to a back end, the default one or "numpy" or "cupy"; an array that is there stays as it is.

    values is an array, or a dict, list or tuple of arrays at any depth; None in it is passed over.
    Raises TypeError for anything else.
    """
    xp = _default if name is None else load(name)
    if xp is np:
        return to_host(values)
    return _each(lambda array: array if xp_of(array) is xp else xp.asarray(array), values)


def to_host(values):
    """Move arrays to NumPy, on the CPU; see to_device."""
    return _each(lambda array: array if xp_of(array) is np else xp_of(array).asnumpy(array), values)


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
        raise TypeError(f"Arrays of both NumPy and CuPy: {_listed(arrays)}. {MOVE}")
    raise TypeError(f"Expected NumPy or CuPy arrays; got {kinds}. For a list, use np.array(...) first.")


def refuse_float16(*arrays):
    """Raise TypeError for float16 arrays; None among them is passed over.

    A layer adds up many numbers: float16 has 11 binary digits, and a sum of some thousands soon loses them.
    """
    if any(array is not None and array.dtype == np.float16 for array in arrays):
        raise TypeError("float16 has too few digits for sums over a window; use float32, as in x.astype(np.float32).")


def require_wide(*arrays):
    """Raise TypeError for arrays that a weighted sum can't go well with: float16, or short whole numbers alone.

    Those wrap round: in a byte, 200 + 100 is 44. Whole numbers of 8 bytes don't. None is passed over.
    """
    refuse_float16(*arrays)
    dtype = np.result_type(*(array.dtype for array in arrays if array is not None))
    if dtype.kind != "f" and dtype not in (np.int64, np.uint64):
        raise TypeError(
            f"Weighted sums need float32 or float64; these arrays give {dtype}, whose sums can go wrong. "
            "Use x.astype(np.float32)."
        )


def require_library(xp, *arrays):
    """Raise TypeError unless all arrays belong to the library xp, the one that a forward pass ran in."""
    if xp_of(*arrays) is not xp:
        raise TypeError(f"The forward pass ran in {xp.__name__}, now {_listed(arrays)}: both NumPy and CuPy. {MOVE}")


def _each(move, values):
    """Apply `move` to each array of a nested dict, list or tuple."""
    if values is None:
        return None
    if isinstance(values, dict):
        return {key: _each(move, value) for key, value in values.items()}
    if isinstance(values, list | tuple):
        moved = [_each(move, value) for value in values]
        return type(values)(*moved) if hasattr(values, "_fields") else type(values)(moved)  # a named tuple takes fields
    return move(values)


@contextmanager
def _back_to(before):
    """Go back to a default back end at the end of a with block."""
    global _default
    try:
        yield
    finally:
        _default = before


def _library(array):
    """Name the library that an array's class, or a class that it extends, comes from."""
    homes = (cls.__module__.partition(".")[0] for cls in type(array).__mro__)
    return next((home for home in homes if home in ("numpy", "cupy")), None)


def _listed(arrays):
    """Name the library and the shape of each array."""
    return ", ".join(f"{_library(array)} {tuple(array.shape)}" for array in arrays)
