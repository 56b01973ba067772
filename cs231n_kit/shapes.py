"""What the kit's functions check at their border, with errors that say what was expected: the one place for it.

The rules are the same for every layer and every function of the kit:

- A size is a whole number, Python's or NumPy's; a float is not one, even 2.0, nor is True.
- x, dy and parameters are arrays of one library, of float32 or float64. float16, complex numbers and what is no number
  are errors. Whole numbers and bools in x take the parameters' dtype, and in dy they become floats.
- Functions give the wider of two dtypes, as NumPy does. A layer or a net is stricter: x may not be wider than its
  parameters, or all that follows would be computed at half the speed and nobody would know why.
- A cache goes back to the function, the layer or the net that made it.
- An error names the argument, and of a net the layer, by its key and in at most 300 characters.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from math import prod
from numbers import Integral, Real
from typing import Any, NamedTuple

import numpy as np

from cs231n_kit.backend import (
    as_float,
    backend_of,
    require_backend,
    require_float32_or_64,
    require_same_backend,
    result_dtype,
)

__all__ = [
    "Kept",
    "Shape",
    "add_part",
    "as_batch",
    "as_bool",
    "as_dtype",
    "as_fit",
    "as_gradient",
    "as_int",
    "as_lrn_input",
    "as_norm_input",
    "as_operand",
    "as_pads",
    "as_pair",
    "as_scores",
    "as_shape",
    "as_windows",
    "brief",
    "check_arrays",
    "check_batch",
    "check_cache",
    "check_dataset",
    "check_filters",
    "check_fraction",
    "check_gradient",
    "check_images",
    "check_layer",
    "check_linear",
    "check_local",
    "check_lrn",
    "check_net",
    "check_not_negative",
    "check_optimizer",
    "check_optimizer_state",
    "check_params",
    "check_place",
    "check_pool_pad",
    "check_real",
    "check_rng",
    "check_same_shape",
    "check_same_strides",
    "check_same_tensors",
    "check_schedule",
    "check_share",
    "check_shift",
    "check_sizes",
    "check_slope",
    "check_small",
    "check_state",
    "check_tensors",
    "check_volume",
    "check_volumes",
    "filters_of_a_place",
    "pack",
    "repr_of_layer",
    "unpack",
]

Shape = tuple[int, ...]
FLOATS = ("float32", "float64")


# ---- numbers -------------------------------------------------------------------------------------------------------
def is_whole(*numbers) -> bool:
    """Returns whether these are whole numbers, Python's or NumPy's; True and False are none."""
    for number in numbers:
        if type(number) is not int and (not isinstance(number, Integral) or isinstance(number, bool)):
            return False
    return True


def as_int(number, name: str, least: int | None = None) -> int:
    """Returns a whole number, Python's or NumPy's, as an int; ValueError for anything else, or less than `least`."""
    if not is_whole(number):
        raise ValueError(f"{name} is a whole number; got {clip(number)}.")
    if least is not None and number < least:
        raise ValueError(f"{name} starts at {least}; got {number}.")
    return int(number)


def as_pair(size, name: str = "size", also: str = "", least: int | None = None) -> tuple[int, int]:
    """Returns (rows, columns) for a number given once for both, or as two: 3 -> (3, 3).

    ValueError for anything else, or less than `least`; `also` names further forms for the error's text.
    """
    both = tuple(size) if isinstance(size, tuple | list) else (size, size)
    if len(both) != 2 or not is_whole(*both):
        raise ValueError(f"{name} is a whole number, or two: (rows, columns){also}; got {clip(size)}.")
    if least is not None and min(both) < least:
        raise ValueError(f"{name} starts at {least}; got {size!r}.")
    return int(both[0]), int(both[1])


def as_pads(pad) -> tuple[int, int, int, int]:
    """Returns (top, bottom, left, right) for padding given as one, two or four numbers from 0 on, else ValueError."""
    if isinstance(pad, tuple | list) and len(pad) == 4:
        pads = as_pair(pad[:2], "pad") + as_pair(pad[2:], "pad")
    else:
        rows, columns = as_pair(pad, "pad", ", or four: (top, bottom, left, right)")
        pads = rows, rows, columns, columns
    if min(pads) < 0:
        raise ValueError(f"Padding starts at 0; got {pad!r}.")
    return pads


def as_windows(windows) -> list[tuple[int, int]]:
    """Returns [(F, S), ...], the sizes and the strides of layers' windows; ValueError for anything else."""
    pairs = windows if isinstance(windows, tuple | list) else [windows]
    for pair in pairs:
        if not isinstance(pair, tuple | list) or len(pair) != 2 or not is_whole(*pair) or min(pair) < 1:
            form = "pairs (F, S) of whole numbers from 1 on, as in [(3, 1), (2, 2)]"
            raise ValueError(f"windows is a list of {form}; got {clip(windows)}.")
    return [(int(F), int(S)) for F, S in pairs]


def as_blocks(blocks) -> list[list[int]]:
    """Returns lists of bytes, one for each block and none empty; ValueError for anything else."""
    lists = blocks if isinstance(blocks, tuple | list) else [blocks]
    for block in lists or [None]:
        if not isinstance(block, tuple | list) or not block or not is_whole(*block) or min(block) < 0:
            form = "lists of bytes, whole numbers from 0 on, as in [[6, 12, 12], [3, 6]]"
            raise ValueError(f"blocks is a list of {form}; got {clip(blocks)}.")
    return [[int(size) for size in block] for block in lists]


def as_shape(shape, least: int | None = None) -> Shape:
    """Returns the shape of one example, (C,H,W) or (D,), as a tuple of ints; ValueError for anything else."""
    if not isinstance(shape, tuple | list) or not is_whole(*shape):
        raise ValueError(f"A shape is a tuple of whole numbers, as in (3, 32, 32); got {clip(shape)}.")
    if least is not None and min(shape, default=least) < least:
        raise ValueError(f"A shape has sizes from {least} on; got {clip(shape)}.")
    return tuple(map(int, shape))


def check_sizes(*, before=0, after=0, fit="crop", **sizes) -> None:
    """Raises ValueError for what is no size, padding or fit: whole numbers from 1 on, and padding from 0 on."""
    if not is_whole(before, after, *sizes.values()):
        for name, size in [*sizes.items(), ("padding", before), ("padding", after)]:
            as_int(size, name)
    if min(sizes.values(), default=1) < 1:
        given = ", ".join(f"{name}={size}" for name, size in sizes.items())
        raise ValueError(f"Sizes, stride and dilation start at 1; got {given}.")
    if before < 0 or after < 0:
        raise ValueError(f"Padding starts at 0; got {before} before and {after} after.")
    as_fit(fit)


def as_bool(value, name: str) -> bool:
    """Returns True or False, Python's or NumPy's; ValueError for anything else, a number too."""
    if type(value).__name__ not in ("bool", "bool_"):
        raise ValueError(f"{name} is True or False; got {clip(value)}.")
    return bool(value)


def as_fit(fit: str) -> str:
    """Returns what to do with sizes that don't fit: "crop", "raise" or "pad"; ValueError for anything else."""
    return as_choice(fit, "fit", ("crop", "raise", "pad"))


def as_choice(value, name: str, choices) -> str:
    """Returns a value that is one of several texts; ValueError, with all of them, for anything else."""
    if not isinstance(value, str) or value not in choices:
        *most, last = [repr(choice) for choice in choices]
        raise ValueError(f"{name} must be {', '.join(most)} or {last}; got {clip(value)}.")
    return value


def as_dtype(dtype) -> np.dtype:
    """Returns the dtype of new parameters, float32 or float64; TypeError for any other."""
    try:
        found = None if dtype is None else np.dtype(dtype)
    except TypeError:
        found = None
    if found is None or found.name not in FLOATS:
        raise TypeError(f"dtype is float32 or float64, as in dtype=np.float32; got {clip(dtype)}.")
    return found


def check_real(number, name: str) -> None:
    """Raises ValueError unless it is a real number, Python's or NumPy's, that is finite and above 0."""
    if not isinstance(number, Real) or isinstance(number, bool) or not 0 < number < float("inf"):
        raise ValueError(f"{name} must be a number above 0; got {clip(number)}.")


def check_not_negative(number, name: str) -> None:
    """Raises ValueError unless it is a real number, Python's or NumPy's, that is finite and at least 0."""
    if not isinstance(number, Real) or isinstance(number, bool) or not 0 <= number < float("inf"):
        raise ValueError(f"{name} must be a number from 0 on; got {clip(number)}.")


def check_fraction(number, name: str) -> None:
    """Raises ValueError unless it is a real number, Python's or NumPy's, from 0 on and below 1."""
    if not isinstance(number, Real) or isinstance(number, bool) or not 0 <= number < 1:
        raise ValueError(f"{name} must be a number from 0 on and below 1; got {clip(number)}.")


def check_share(number, name: str) -> None:
    """Raises ValueError unless it is a real number, Python's or NumPy's, from 0 to 1."""
    if not isinstance(number, Real) or isinstance(number, bool) or not 0 <= number <= 1:
        raise ValueError(f"{name} must be a number from 0 to 1; got {clip(number)}.")


def check_lrn(size, alpha, beta, k) -> None:
    """Raises ValueError unless these are numbers that local response normalisation can work with."""
    as_int(size, "size", least=1)
    check_not_negative(alpha, "alpha")
    check_not_negative(beta, "beta")
    check_real(k, "k")  # with 0, where all channels are 0, it would be 0 / 0


def check_rng(rng) -> None:
    """Raises TypeError unless it is a generator of random numbers, as np.random.default_rng makes one."""
    if not isinstance(rng, np.random.Generator):
        raise TypeError(f"rng draws what is left out, as in rng=np.random.default_rng(0); got {clip(rng)}.")


def check_schedule(schedule, name: str) -> None:
    """Raises TypeError unless it can be called with the number of a step, as in Cosine(1000)."""
    if isinstance(schedule, type) or not callable(schedule):
        raise TypeError(f"{name} is a schedule, as in Cosine(1000), which is called with a step; got {clip(schedule)}.")


def check_slope(slope) -> None:
    """Raises ValueError unless slope > 0: the way back through a leaky ReLU reads the sign of x from y."""
    if not isinstance(slope, Real) or isinstance(slope, bool) or not slope > 0:
        raise ValueError(f"The slope below 0 must be above 0 itself; got {clip(slope)}.")


# ---- arrays --------------------------------------------------------------------------------------------------------
def check_arrays(*, optional=("b",), **arrays) -> None:
    """Raises TypeError, which names the argument, unless these are arrays of one library that can be computed with.

    They hold float32, float64, whole numbers or bools. An optional one may be None.
    """
    there = {name: array for name, array in arrays.items() if array is not None or name not in optional}
    for name, array in there.items():
        if backend_of(array) is None or not hasattr(array, "dtype"):
            kind = type(array).__qualname__
            hint = (
                f" For a {kind}, use np.array({name}) first." if isinstance(array, list | tuple | int | float) else ""
            )
            raise TypeError(f"Expected NumPy or CuPy arrays; got {kind} for {name}.{hint}")
        if array.dtype.kind not in "biuf":
            raise TypeError(f"{name} must hold real numbers; got {array.dtype}.")
        if array.dtype.kind == "f" and array.dtype.name not in FLOATS:
            why = "float16 has too few digits for sums over a window" if array.dtype.itemsize == 2 else array.dtype.name
            raise TypeError(f"{name} must be float32 or float64, as in {name}.astype(np.float32): {why}.")
    require_same_backend(*there.values())


def as_operand(x, **params):
    """Returns x, the input of a function with these parameters: whole numbers and bools in the parameters' dtype.

    Without parameters x stays as it is. TypeError for what check_arrays and require_float32_or_64 don't take.
    """
    check_arrays(x=x, **params)
    given = [array for array in params.values() if array is not None]
    if not given:
        return x
    require_float32_or_64(x, *given)
    return in_dtype(x, result_dtype(*given))


def as_lrn_input(x, size, alpha, beta, k):
    """Returns x (N,C,H,W) as floats, and the numbers as Python's; errors are those of check_volumes and check_lrn."""
    check_volumes(x)
    check_lrn(size, alpha, beta, k)
    return as_float(x), int(size), float(alpha), float(beta), float(k)  # np.float64(2) would make float32 float64


def as_norm_input(x, eps, **channels):
    """Returns (x, eps): x (N,C,H,W) or (N,D) in the widest dtype of all arrays, eps as Python's float.

    channels are the arrays that hold a number for each channel, (C,) or (D,), by name. TypeError for what as_operand
    doesn't take, ValueError for shapes that don't go together and for an eps that isn't above 0.
    """
    x = as_operand(x, **channels)
    check_real(eps, "eps")
    if x.ndim not in (2, 4) or 0 in x.shape:
        example = " One example alone is x[None]." if x.ndim in (1, 3) else ""
        raise ValueError(f"x must be (N,D) or (N,C,H,W) with no size 0; got {tuple(x.shape)}.{example}")
    for name, values in channels.items():
        if values.shape != x.shape[1:2]:
            a_number_each = f"{name} must be {tuple(x.shape[1:2])}, a number for each channel of x {tuple(x.shape)}"
            raise ValueError(f"{a_number_each}; got {tuple(values.shape)}.")
    return as_float(x.astype(result_dtype(x, *channels.values()), copy=False)), float(eps)


def as_scores(scores, labels):
    """Returns scores (N,K) as floats. labels (N,) holds the number of each example's class, from 0 to K-1.

    TypeError for what check_arrays doesn't take and for labels that aren't whole numbers, ValueError for shapes that
    don't go together and for labels that are no class.
    """
    if isinstance(scores, tuple):
        raise TypeError(
            f"scores are a tuple of {len(scores)}: those of a net with auxiliary heads. Its loss is "
            "HeadsLoss(SoftmaxLoss()), of cs231n_kit.heads."
        )
    check_arrays(scores=scores, labels=labels)
    if scores.ndim != 2 or 0 in scores.shape:
        raise ValueError(f"scores must be (N,K), K classes for each of N examples; got {tuple(scores.shape)}.")
    N, K = scores.shape
    if labels.shape != (N,):
        hint = " Of one-hot rows, take labels.argmax(axis=1)." if labels.shape == (N, K) else ""
        raise ValueError(f"labels must be ({N},), a class for each row of scores; got {tuple(labels.shape)}.{hint}")
    if labels.dtype.kind not in "iu":
        raise TypeError(f"labels must hold whole numbers, as in labels.astype(int); got {labels.dtype}.")
    least, most = int(labels.min()), int(labels.max())
    if least < 0 or most >= K:
        raise ValueError(f"labels go from 0 to {K - 1}, for scores has {K} columns; got {least} to {most}.")
    return as_float(scores)


def check_tensors(values, name: str) -> None:
    """Raises TypeError unless it is a dict of float32 or float64 arrays of one library, as params and grads are."""
    if not isinstance(values, Mapping):
        raise TypeError(f"{name} is a dict of arrays, by name; got {type(values).__qualname__}.")
    for key, array in values.items():
        if backend_of(array) is None or not hasattr(array, "dtype"):
            raise TypeError(f"{name}[{key!r}] must be an array; got {type(array).__qualname__}.")
        if array.dtype.name not in FLOATS:
            raise TypeError(f"{name}[{key!r}] must be float32 or float64; got {array.dtype}.")
    if values:
        require_same_backend(*values.values())


def check_same_tensors(params, grads) -> None:
    """Raises TypeError or ValueError unless grads has an array for each of params, of its shape, dtype and library."""
    check_tensors(params, "params")
    check_tensors(grads, "grads")
    for key in params.keys() ^ grads.keys():
        where, other = ("params", "grads") if key in params else ("grads", "params")
        raise ValueError(f"params and grads must have the same names; {key!r} is in {where} and not in {other}.")
    if params:
        require_same_backend(*params.values(), *grads.values())
    for key, w in params.items():
        if grads[key].shape != w.shape or grads[key].dtype != w.dtype:
            raise ValueError(f"grads[{key!r}] must be {w.dtype} {w.shape}; got {grads[key].dtype} {grads[key].shape}.")


def check_optimizer_state(optimizer, params, state) -> None:
    """Raises TypeError or ValueError unless a state is what this optimiser remembers of these parameters."""
    if not isinstance(state, Mapping):
        raise TypeError(f"state is what {optimizer}.init(params) gives; got {type(state).__qualname__}.")
    wanted = {f"{key}.{slot}": w.shape for key, w in params.items() for slot in optimizer.slots}
    given = {name: getattr(array, "shape", None) for name, array in state.items() if name != "step"}
    if given != wanted or getattr(state.get("step"), "shape", None) != ():
        names = [name for name in wanted.keys() | given.keys() if wanted.get(name) != given.get(name)] or ["step"]
        raise ValueError(
            f"state must be what init of {optimizer} gives for these params, and what its steps give back; "
            f"{min(names)!r} is missing, too much, or has another shape."
        )


def as_batch(layer, x, params, state):
    """Returns x, the input of a layer or a net: whole numbers and bools in the dtype of its parameters, if it has any.

    TypeError for what is no array, no dict of arrays, or for a float64 x where the parameters are float32.
    """
    for name, values in (("params", params), ("state", state)):
        if not isinstance(values, Mapping):
            kind = type(values).__qualname__
            raise TypeError(f"{name} is a dict of arrays, {{}} for a layer without any; got {kind}.")
    check_arrays(x=x, optional=(), **params)
    if not params:
        return x
    dtype = result_dtype(*params.values())
    if x.dtype == np.float64 and dtype == np.float32:
        raise TypeError(
            f"x is float64, and the parameters of {brief(layer)} are float32. Use x.astype(np.float32), "
            "or build the net with dtype=np.float64."
        )
    return in_dtype(x, dtype)


def in_dtype(x, dtype):
    """Returns whole numbers and bools in a dtype, if that is one of floats; x itself if it holds floats already."""
    return x.astype(dtype) if x.dtype.kind in "biu" and dtype.kind == "f" else x


def as_gradient(dy, y_shape, like, *weights):
    """Returns dy, the gradient of an output of y_shape: whole numbers as floats, at least as wide as x and the weights.

    like is x, or an array of the library that the forward pass ran in, or its name, "numpy" or "cupy". TypeError for no
    such array, ValueError for another shape; see check_arrays.
    """
    check_arrays(dy=dy)
    require_backend(like if isinstance(like, str) else backend_of(like), dy)
    check_gradient(dy.shape, y_shape)
    dy = as_float(dy)
    return dy.astype(result_dtype(dy, like, *weights), copy=False) if weights else dy


# ---- caches --------------------------------------------------------------------------------------------------------
class Kept(NamedTuple):
    """What a layer, or a net, keeps of a forward pass for the way back, and whose pass it was."""

    owner: Any
    y_shape: Shape
    library: str
    cache: Any


def pack(owner, y, cache) -> Kept:
    """Returns the cache of a layer or a net, marked with its owner and with the output, or outputs, of its pass."""
    if isinstance(y, tuple):
        return Kept(owner, tuple([tuple(one.shape) for one in y]), backend_of(y[0]), cache)
    return Kept(owner, tuple(y.shape), backend_of(y), cache)


def unpack(owner, dy, cache):
    """Returns (dy, what pack was given). ValueError without a cache, TypeError for one that is not the owner's."""
    if cache is None:
        raise ValueError("cache is None, nothing was kept to go back with: run forward with keep=True.")
    if not isinstance(cache, Kept):
        raise TypeError(f"cache must be what forward of {brief(owner)} gave beside y; got {clip(cache)}.")
    if cache.owner is not owner and cache.owner != owner:
        other = "another one" if brief(cache.owner) == brief(owner) else brief(cache.owner)
        raise TypeError(f"cache is that of {other}, and not of this {brief(owner)}: each goes back with its own.")
    return as_gradients(dy, cache.y_shape, cache.library), cache.cache


def as_gradients(dy, y_shape, library):
    """Returns the gradient of an output, or of each of several: a tuple of as many as y_shape has shapes.

    TypeError for another number of them; else as as_gradient.
    """
    if not y_shape or not isinstance(y_shape[0], tuple):
        return as_gradient(dy, y_shape, library)
    if not isinstance(dy, tuple) or len(dy) != len(y_shape):
        given = f"{len(dy)} gradients" if isinstance(dy, tuple) else clip(dy)
        raise TypeError(
            f"dy is a tuple of {len(y_shape)} gradients, of the scores and of each auxiliary head; got {given}."
        )
    return tuple([as_gradient(one, shape, library) for one, shape in zip(dy, y_shape, strict=True)])


# The parts of a function's cache, by the names that check_cache is told.
PARTS = {
    "b": lambda part: part is None or backend_of(part) is not None,
    "alpha": lambda part: isinstance(part, float),
    "backend": lambda part: isinstance(part, str),
    "before": lambda part: isinstance(part, int),
    "beta": lambda part: isinstance(part, float),
    "count_pad": lambda part: isinstance(part, bool),
    "decay": lambda part: isinstance(part, float),
    "drop": lambda part: isinstance(part, float),
    "eps": lambda part: isinstance(part, float),
    "grid": lambda part: type(part).__name__ == "WindowGrid",
    "kept": lambda part: part is not None,
    "kernel": lambda part: hasattr(part, "backward"),
    "params": lambda part: isinstance(part, dict),
    "size": lambda part: isinstance(part, int),
    "slope": lambda part: isinstance(part, float),
    "x_shape": lambda part: isinstance(part, tuple),
    "y_shape": lambda part: isinstance(part, tuple),
}


def check_cache(cache, function: str, *names: str) -> None:
    """Raises TypeError unless a cache has the parts, by their names, that a forward function keeps beside y."""
    parts = cache if isinstance(cache, tuple) else (cache,)
    if len(parts) != len(names) or (len(names) > 1) != isinstance(cache, tuple):
        fine = False
    else:
        fine = all(PARTS.get(name, is_array)(part) for name, part in zip(names, parts, strict=True))
    if not fine:
        kept = ", ".join(names)
        raise TypeError(f"cache must be what {function} gave beside y, ({kept}); got {clip(cache)}.")


def is_array(value) -> bool:
    """Returns whether it is an array of NumPy or of CuPy."""
    return backend_of(value) is not None


# ---- shapes --------------------------------------------------------------------------------------------------------
def check_volume(in_shape, reader, least: int = 1) -> Shape:
    """Returns in_shape, a volume (C,H,W), else ValueError; reader is the layer or function that wants to read it."""
    volume = as_shape(in_shape)
    if len(volume) != 3 or min(volume) < least:
        raise ValueError(f"{reader} reads (C,H,W), sizes from {least} on; got {volume}.")
    return volume


def check_volumes(x) -> None:
    """Raises unless x is a batch of volumes, (N,C,H,W): TypeError for its numbers, ValueError for its shape."""
    check_arrays(x=x)
    if x.ndim != 4 or 0 in x.shape:
        raise ValueError(f"x must be (N,C,H,W) with no size 0; got {tuple(x.shape)}. One image alone is x[None].")


def check_images(images) -> None:
    """Raises unless images are a batch, (N,C,H,W): TypeError for its numbers, ValueError for its shape."""
    check_arrays(images=images)
    if images.ndim != 4 or 0 in images.shape:
        raise ValueError(f"images must be (N,C,H,W) with no size 0; got {tuple(images.shape)}.")


def check_filters(x_shape, w_shape, b_shape=None, groups=1) -> None:
    """Raises ValueError unless filters go with their input: x (N,C,H,W), w (K,C/groups,F,F), b (K,) or None."""
    x_shape, w_shape = tuple(x_shape), tuple(w_shape)
    if len(x_shape) != 4:
        raise ValueError(f"x must be (N,C,H,W); got {x_shape}. One image alone is x[None].")
    if len(w_shape) != 4:
        raise ValueError(f"w must be (K,C,F,F); got {w_shape}. One filter alone is w[None].")
    C, K, groups = x_shape[1], w_shape[0], as_int(groups, "groups")
    if groups < 1 or C % groups or K % groups:
        raise ValueError(f"groups={groups} must divide {C} channels and {K} filters.")
    if min(x_shape + w_shape) < 1:
        raise ValueError(f"No size may be below 1; got x {x_shape} and w {w_shape}.")
    if w_shape[1] * groups != C:
        raise ValueError(
            f"A filter goes through the whole depth. x {x_shape} has {C} channels "
            f"in {groups} group(s), so w must be (K,{C // groups},F,F); got {w_shape}."
        )
    if b_shape is not None and tuple(b_shape) != (K,):
        raise ValueError(f"One bias a filter: b must be ({K},); got {tuple(b_shape)}.")


def filters_of_a_place(w_shape) -> Shape:
    """Returns the shape (K,C,F,F) that a place's filters have in w (K,H',W',C,F,F). ValueError for other axes."""
    if len(w_shape) != 6:
        raise ValueError(f"w must be (K,H',W',C,F,F); got {tuple(w_shape)}.")
    return w_shape[0], *w_shape[3:]


def check_local(w_shape, b_shape, out_shape) -> None:
    """Raises ValueError unless w (K,H',W',C,F,F) and b (K,H',W') or None have weights for each neuron of out_shape."""
    if tuple(w_shape[:3]) != out_shape or (b_shape is not None and tuple(b_shape) != out_shape):
        given = f"w {tuple(w_shape)} and b {b_shape and tuple(b_shape)}"
        raise ValueError(f"The output is {out_shape}; w and b must begin so. Got {given}.")


def check_linear(x_shape, w_shape, b_shape=None) -> None:
    """Raises ValueError unless weights go with their input: x (N,D) or (N,C,H,W), w (out,D), b (out,) or None."""
    x_shape, w_shape = tuple(x_shape), tuple(w_shape)
    if len(x_shape) not in (2, 4):
        raise ValueError(f"x must be (N,D) or (N,C,H,W); got {x_shape}. One example alone is x[None].")
    if len(w_shape) != 2:
        raise ValueError(f"w must be (out,in); got {w_shape}.")
    if min(x_shape + w_shape) < 1:
        raise ValueError(f"No size may be below 1; got x {x_shape} and w {w_shape}.")
    D = prod(x_shape[1:])
    if w_shape[1] != D:
        raise ValueError(f"x {x_shape} has {D} numbers an example, so w must be (out,{D}); got {w_shape}.")
    if b_shape is not None and tuple(b_shape) != w_shape[:1]:
        raise ValueError(f"One bias a neuron: b must be {w_shape[:1]}; got {tuple(b_shape)}.")


def check_gradient(dy_shape, y_shape) -> None:
    """Raises ValueError unless a gradient has the shape of the output that it belongs to."""
    if tuple(dy_shape) != tuple(y_shape):
        raise ValueError(f"The gradient dy must have the shape of the output, {tuple(y_shape)}; got {tuple(dy_shape)}.")


def check_params(layer, x, params) -> None:
    """Raises ValueError unless x is a batch, and params has the names and shapes, if any, that the layer wants."""
    if layer.param_names and x.ndim not in (2, 4):
        raise ValueError(f"x must be (N,D) or (N,C,H,W); got {tuple(x.shape)}. One example alone is x[None].")
    wanted = layer.param_shapes(x.shape[1:])
    given = {name: array.shape for name, array in params.items()}
    if wanted and given != wanted:
        few = dict(list(given.items())[:3])
        more = f" and {len(given) - 3} more" if len(given) > 3 else ""
        raise ValueError(f"{layer} has the parameters {wanted} here; got {few}{more}; x is {tuple(x.shape)}.")


def check_state(layer, x, params, state) -> None:
    """Raises unless state holds the arrays that the layer wants: ValueError for their names and shapes.

    TypeError for another dtype than that of the parameters, in which all is computed, and for another library.
    """
    check_tensors(state, "state")
    wanted = layer.state_shapes(x.shape[1:])
    given = {name: array.shape for name, array in state.items()}
    if given != wanted:
        few = dict(list(given.items())[:3])
        raise ValueError(f"{brief(layer)} has the state {wanted} here; got {few}. layer.init and Net.build make it.")
    dtype = result_dtype(*params.values())
    for name, array in state.items():
        if array.dtype != dtype:
            raise TypeError(f"state[{name!r}] must be {dtype}, as the parameters are; got {array.dtype}.")
    require_same_backend(x, *state.values())


def check_batch(layer, x) -> None:
    """Raises ValueError for a batch that holds one number for each channel: its variance says nothing."""
    if x.size == x.shape[1]:
        raise ValueError(
            f"{brief(layer)} can't train on x {tuple(x.shape)}: with one number a channel, the mean is that number, "
            "and y would be the bias. Give at least two examples (the last batch of an epoch may have one), or run it "
            "with train=False."
        )


def check_same_shape(body, shortcut) -> None:
    """Raises ValueError unless two volumes have one shape: NumPy might spread one slice over many to add them."""
    if tuple(body) != tuple(shortcut):
        raise ValueError(f"The body gives {tuple(body)}, the shortcut {tuple(shortcut)}: they can't be added.")


def check_same_strides(strides) -> None:
    """Raises ValueError unless branches move over an image in equal steps: else their cells part in a larger one."""
    for stride in strides:
        if stride != strides[0]:
            raise ValueError(
                f"The branches move by {strides[0]} and {stride} pixels (rows, columns) from cell to cell: they agree "
                "on this image, and not on a larger one. Give both the same stride."
            )


def check_shift(shift, stride) -> None:
    """Raises ValueError unless shifts of an image (rows, columns) divide the stride of the net that reads it."""
    if stride[0] % shift[0] or stride[1] % shift[1]:
        raise ValueError(
            f"shift must divide the net's stride, {stride} (rows, columns), so that the maps interleave; got {shift}."
        )


def check_place(row, column, stride, in_shape, image_shape) -> tuple[int, int]:
    """Returns (row, column), the corner of a crop of in_shape in an image; ValueError unless it fits, on the stride."""
    corner = as_int(row, "row", least=0), as_int(column, "column", least=0)
    if in_shape[0] != image_shape[0] or any(
        at + size > whole for at, size, whole in zip(corner, in_shape[1:], image_shape[1:], strict=True)
    ):
        raise ValueError(f"A crop {tuple(in_shape)} at {corner} is not within the image {tuple(image_shape)}.")
    if corner[0] % stride[0] or corner[1] % stride[1]:
        raise ValueError(
            f"row and column must be multiples of the net's stride, {stride}; got {corner}: in between, the whole "
            "image has no cell. shifted_passes makes some."
        )
    return corner


def check_small(out_shape, in_shape, most=10**8) -> None:
    """Raises ValueError for a matrix with a number for each pair of an output and an input, if these are too many."""
    count = prod(out_shape) * prod(in_shape)
    if count > most:
        raise ValueError(
            f"The matrix would hold {count:,} numbers, one for each of {prod(out_shape):,} outputs and "
            f"{prod(in_shape):,} inputs, nearly all of them 0. Try a smaller in_shape."
        )


def check_pool_pad(grid) -> None:
    """Raises ValueError for padding that a window could stand on alone: it would have no maximum."""
    if max(grid.before[0], grid.after[0]) >= grid.size[0] or max(grid.before[1], grid.after[1]) >= grid.size[1]:
        pad = grid.before[0], grid.after[0], grid.before[1], grid.after[1]
        raise ValueError(
            f"pad={pad} is too much for windows of {grid.size[0]}x{grid.size[1]}: one could stand on padding only, "
            "which has no maximum. Use less than the window's size."
        )


# ---- words ---------------------------------------------------------------------------------------------------------
MOST = 80  # characters of one thing in an error
LONGEST = 300  # characters of an error in a net


def clip(thing) -> str:
    """Returns a thing as Python writes it, cut off where it gets long; of an array or a tuple, what it is."""
    if backend_of(thing) is not None and hasattr(thing, "shape"):
        return f"{type(thing).__name__} {tuple(thing.shape)}"
    if isinstance(thing, tuple | list | Mapping) and len(thing) > 4:
        return f"{type(thing).__name__} of {len(thing)}"
    text = " ".join(repr(thing).split())
    return text if len(text) <= MOST else f"{text[: MOST - 3]}..."


def brief(layer) -> str:
    """Returns a layer, or a net, for an error: settings that have their default are left out, and parts are counted."""
    if hasattr(layer, "layer"):
        return f"Net of {brief(layer.layer)}"
    inside = getattr(layer, "layers", None) or getattr(layer, "branches", None)
    if isinstance(inside, tuple):
        return f"{type(layer).__name__} of {len(inside)}"
    return clip(layer)


def repr_of_layer(layer) -> str:
    """Returns a layer as one would write it, Conv2d(12, 3, pad=1): settings that have their default are left out."""
    parts = []
    for field in fields(layer) if is_dataclass(layer) else ():
        value = getattr(layer, field.name)
        if field.default is MISSING or value != field.default:
            parts.append(f"{field.name}={value!r}" if field.kw_only else repr(value))
    return f"{type(layer).__name__}({', '.join(parts)})"


def check_layer(layer, name: str = "layer") -> None:
    """Raises TypeError for what is not a layer, and says what was meant if it is a list or a class."""
    if isinstance(layer, list | tuple):
        raise TypeError(f"{name} is one layer; got a {type(layer).__name__}. Put layers in a row: Serial(*layers).")
    if isinstance(layer, type) or not hasattr(layer, "out_shape"):
        raise TypeError(f"{name}: {clip(layer)} is not a layer; one is made by a call: ReLU().")


def check_net(net, name: str = "net") -> None:
    """Raises TypeError for what is no Net: a layer has no numbers of its own."""
    if not hasattr(net, "layer") or not hasattr(net, "params"):
        raise TypeError(f"{name} is a Net, as Net.build(layer, in_shape) makes it; got {brief(net)}.")


def check_optimizer(optimizer, name: str = "optimizer") -> None:
    """Raises TypeError for what is no optimiser, as SGD(0.1) is one."""
    if isinstance(optimizer, type) or not hasattr(optimizer, "slots"):
        raise TypeError(f"{name} is made by a call, as in SGD(0.1); got {clip(optimizer)}.")


def check_dataset(data, net, name: str = "data") -> None:
    """Raises TypeError for what is no Dataset, ValueError if the net can't read its images or has too few scores."""
    if not hasattr(data, "train_images"):
        raise TypeError(f"{name} is a Dataset, as digits() gives it; got {clip(data)}.")
    if tuple(data.in_shape) != tuple(net.in_shape):
        raise ValueError(f"{name} has images of {tuple(data.in_shape)}, and the net reads {tuple(net.in_shape)}.")
    out_shape, classes = net.layer.out_shape(net.in_shape), len(data.classes)
    if len(out_shape) != 1 or out_shape[0] < classes:
        raise ValueError(f"{name} has {classes} classes, so the net must give {classes} scores; it gives {out_shape}.")


def add_part(error, key, layer, what: str = "Layer", shape=None) -> None:
    """Put the part of a net that an error comes from in front of its words: "Layer 2.body.0, Conv2d(64, 3): ...".

    The key is that of the parameters' names. It grows from part to part outwards, and the words don't.
    """
    name, volume = brief(layer), "" if shape is None else f", can't read a volume {clip(shape)}"
    inner, words = getattr(error, "part", (None, str(error)))
    if inner is None:
        words = name + (words.removeprefix(name) if words.startswith(name) and not volume else f"{volume}: {words}")
    error.part = (f"{key}.{inner}" if inner else str(key), words)
    text = f"{what} {error.part[0]}, {words}"
    error.args = (text if len(text) < LONGEST else f"{text[: LONGEST - 4]}...",)
