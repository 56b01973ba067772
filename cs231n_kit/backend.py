"""Which array library computes: NumPy on the CPU, CuPy on a GPU.

The kit says `np` everywhere: CuPy's arrays answer NumPy's functions themselves (`__array_ufunc__`,
`__array_function__`), and new arrays are made with `like=`, or by np.zeros_like(x, shape=...). What is here checks, at
the border, that arrays are not mixed, and moves them.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import lru_cache
from types import ModuleType
from typing import Any

import numpy as np

from cs231n_kit.renamed import old_names

__all__ = [
    "as_float",
    "backend_of",
    "default_like",
    "default_xp",
    "load",
    "refuse_float16",
    "require_backend",
    "require_float32_or_64",
    "require_same_backend",
    "result_dtype",
    "to_device",
    "to_host",
    "tree_map",
    "use",
    "xp_of",
]

__getattr__ = old_names(__name__)
MOVE = "Move all of them to one device first: to_device(x), or to_host(x)."
INSTALL = "pip install cupy-cuda12x (or cupy-cuda13x; nvidia-smi shows the CUDA version of the driver)"

_default = np  # plain state of the process: a choice made in one cell of a notebook holds in the next


def use(name: str) -> AbstractContextManager[None]:
    """Set the back end that to_device and new nets use: use("cupy"), or `with use("cupy"):` for a while.

    Raises RuntimeError that says what is missing where CuPy can't run, ValueError for another name.
    """
    global _default
    before, _default = _default, load(name)
    return _back_to(before)


def default_xp() -> ModuleType:
    """Returns the array library that `use` has set; without it, numpy."""
    return _default


def default_like() -> Any:
    """Returns an empty array of the library that `use` has set, for `like=`."""
    return _default.empty(0)


def load(name: str) -> ModuleType:
    """Returns the array library called "numpy" or "cupy", once it is sure that it can run here."""
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


def to_device(values: Any, name: str | None = None) -> Any:
    """Returns the same arrays on a back end, the default one or "numpy" or "cupy".

    values is an array, or a dict, list or tuple of arrays at any depth; None in it is passed over. An array that is
    there already stays as it is. Raises TypeError for anything else.
    """
    xp = _default if name is None else load(name)
    if xp is np:
        return to_host(values)
    return tree_map(lambda array: array if xp_of(array) is xp else xp.asarray(array), values)


def to_host(values: Any) -> Any:
    """Returns the same arrays in NumPy, on the CPU; see to_device."""
    return tree_map(lambda array: array if xp_of(array) is np else xp_of(array).asnumpy(array), values)


def xp_of(*arrays: Any) -> ModuleType:
    """Returns the array library, numpy or cupy, that all the arrays belong to; None among them is passed over.

    Raises TypeError if there is no array among them, or if they are mixed.
    """
    require_same_backend(*arrays)
    name = next(_library(type(array)) for array in arrays if array is not None)
    if name == "numpy":
        return np
    import cupy

    return cupy


def require_same_backend(*arrays: Any) -> None:
    """Raises TypeError unless there are arrays and all are of one library; None among them is passed over."""
    libraries = set()
    for array in arrays:
        if array is not None:
            libraries.add(_library(type(array)))
    if libraries == {"numpy"} or libraries == {"cupy"}:
        return
    given = [array for array in arrays if array is not None]
    if libraries == {"numpy", "cupy"}:
        raise TypeError(f"Arrays of both NumPy and CuPy: {_listed(given)}. {MOVE}")
    kinds = ", ".join(sorted({type(array).__qualname__ for array in given})) or "nothing"
    raise TypeError(f"Expected NumPy or CuPy arrays; got {kinds}. For a list, use np.array(...) first.")


def require_backend(name: str, *arrays: Any) -> None:
    """Raises TypeError unless all arrays are of the library, "numpy" or "cupy", that a forward pass ran in."""
    require_same_backend(*arrays)
    if backend_of(arrays[0]) != name:
        raise TypeError(f"The forward pass ran in {name}, now {_listed(arrays)}: both NumPy and CuPy. {MOVE}")


def backend_of(array: Any) -> str | None:
    """Returns "numpy" or "cupy", the library that an array belongs to, or None for what is no array."""
    return _library(type(array))


def refuse_float16(*arrays: Any) -> None:
    """Raises TypeError for float16 arrays; None among them is passed over.

    A layer adds up many numbers: float16 has 11 binary digits, and a sum of some thousands soon loses them.
    """
    for array in arrays:
        if array is not None and array.dtype == np.float16:
            raise TypeError(
                "float16 has too few digits for sums over a window; use float32, as in x.astype(np.float32)."
            )


def require_float32_or_64(*arrays: Any) -> None:
    """Raises TypeError for arrays that a weighted sum can't go well with: float16, or short whole numbers alone.

    Those wrap round: in a byte, 200 + 100 is 44. Whole numbers of 8 bytes don't. None is passed over.
    """
    refuse_float16(*arrays)
    dtype = result_dtype(*arrays)
    if dtype.kind != "f" and dtype not in (np.int64, np.uint64):
        raise TypeError(
            f"Weighted sums need float32 or float64; these arrays give {dtype}, whose sums can go wrong. "
            "Use x.astype(np.float32)."
        )


def result_dtype(*arrays: Any) -> np.dtype:
    """Returns the dtype that NumPy gives to the arrays' sum; None among them is passed over."""
    dtypes = []
    for array in arrays:
        if array is not None:
            dtypes.append(array.dtype)
    return np.result_type(*dtypes)


def as_float(array: Any) -> Any:
    """Returns whole numbers, which hold no fractions, as floats; floats as they are. TypeError for what is no array."""
    require_same_backend(array)
    return array.astype(np.result_type(array.dtype, np.float32)) if array.dtype.kind in "biu" else array


def tree_map(function: Callable[[Any], Any], values: Any) -> Any:
    """Returns a nest of dicts, lists and tuples with function(array) for each array of `values`; None stays None."""
    if values is None:
        return None
    if isinstance(values, dict):
        return {key: tree_map(function, value) for key, value in values.items()}
    if isinstance(values, list | tuple):
        mapped = [tree_map(function, value) for value in values]
        return type(values)(*mapped) if hasattr(values, "_fields") else type(values)(mapped)  # a named tuple: fields
    return function(values)


@contextmanager
def _back_to(before: ModuleType) -> Iterator[None]:
    """Go back to a default back end at the end of a with block."""
    global _default
    try:
        yield
    finally:
        _default = before


@lru_cache(maxsize=256)
def _library(cls: type) -> str | None:
    """Returns the library, "numpy" or "cupy", that a class, or a class that it extends, comes from, or None."""
    homes = (base.__module__.partition(".")[0] for base in cls.__mro__)
    return next((home for home in homes if home in ("numpy", "cupy")), None)


def _listed(arrays: Iterable[Any]) -> str:
    """Returns the library and the shape of each array, for an error."""
    return ", ".join(f"{backend_of(array)} {tuple(array.shape)}" for array in arrays)
