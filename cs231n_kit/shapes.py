"""What the kit's functions check at their border: sizes and shapes, with errors that say what was expected."""

from dataclasses import MISSING, fields, is_dataclass
from math import prod
from numbers import Integral

__all__ = [
    "Shape",
    "as_bool",
    "as_fit",
    "as_int",
    "as_pads",
    "as_pair",
    "check_filters",
    "check_gradient",
    "check_linear",
    "check_local",
    "check_params",
    "check_pool_pad",
    "check_same_shape",
    "check_slope",
    "check_volume",
    "check_volumes",
    "filters_of_a_place",
    "repr_of_layer",
]

Shape = tuple[int, ...]


# ---- numbers -------------------------------------------------------------------------------------------------------
def as_int(number, name: str, least: int | None = None) -> int:
    """Returns a whole number, Python's or NumPy's, as an int; ValueError for anything else, or less than `least`."""
    if not isinstance(number, Integral) or isinstance(number, bool):
        raise ValueError(f"{name} is a whole number; got {number!r}.")
    if least is not None and number < least:
        raise ValueError(f"{name} starts at {least}; got {number}.")
    return int(number)


def as_pair(size, name: str = "size", also: str = "", least: int | None = None) -> tuple[int, int]:
    """Returns (rows, columns) for a number given once for both, or as two: 3 -> (3, 3).

    ValueError for anything else, or less than `least`; `also` names further forms for the error's text.
    """
    both = tuple(size) if isinstance(size, tuple | list) else (size, size)
    if len(both) != 2 or not (isinstance(both[0], Integral) and isinstance(both[1], Integral)):
        raise ValueError(f"{name} is a whole number, or two: (rows, columns){also}; got {size!r}.")
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


def as_bool(value, name: str) -> bool:
    """Returns True or False, Python's or NumPy's; ValueError for anything else, a number too."""
    if type(value).__name__ not in ("bool", "bool_"):
        raise ValueError(f"{name} is True or False; got {value!r}.")
    return bool(value)


def as_fit(fit: str) -> str:
    """Returns what to do with sizes that don't fit: "crop", "raise" or "pad"; ValueError for anything else."""
    if fit not in ("crop", "raise", "pad"):
        raise ValueError(f"fit must be 'crop', 'raise' or 'pad'; got {fit!r}.")
    return fit


def check_slope(slope) -> None:
    """Raises ValueError unless slope > 0: the way back through a leaky ReLU reads the sign of x from y."""
    if not slope > 0:
        raise ValueError(f"The slope below 0 must be above 0 itself; got {slope}.")


# ---- shapes --------------------------------------------------------------------------------------------------------
def check_volume(in_shape, reader) -> None:
    """Raises ValueError unless in_shape is a volume (C,H,W); reader is the layer that wants to read it."""
    if len(in_shape) != 3 or min(in_shape) < 1:
        raise ValueError(f"{reader} reads (C,H,W), sizes from 1 on; got {tuple(in_shape)}.")


def check_volumes(x) -> None:
    """Raises unless x is a batch of volumes of real numbers, (N,C,H,W): TypeError for its numbers, ValueError else."""
    if x.dtype.kind not in "biuf":
        raise TypeError(f"x must hold real numbers; got {x.dtype}.")
    if x.ndim != 4 or 0 in x.shape:
        raise ValueError(f"x must be (N,C,H,W) with no size 0; got {tuple(x.shape)}. One image alone is x[None].")


def check_filters(x_shape, w_shape, b_shape=None, groups=1) -> None:
    """Raises ValueError unless filters go with their input: x (N,C,H,W), w (K,C/groups,F,F), b (K,) or None."""
    x_shape, w_shape = tuple(x_shape), tuple(w_shape)
    if len(x_shape) != 4:
        raise ValueError(f"x must be (N,C,H,W); got {x_shape}. One image alone is x[None].")
    if len(w_shape) != 4:
        raise ValueError(f"w must be (K,C,F,F); got {w_shape}. One filter alone is w[None].")
    if min(x_shape + w_shape) < 1:
        raise ValueError(f"No size may be below 1; got x {x_shape} and w {w_shape}.")
    C, K, groups = x_shape[1], w_shape[0], as_int(groups, "groups")
    if groups < 1 or C % groups or K % groups:
        raise ValueError(f"groups={groups} must divide {C} channels and {K} filters.")
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
        raise ValueError(f"{layer} has the parameters {wanted} here; got {given}; x is {tuple(x.shape)}.")


def check_same_shape(body, shortcut) -> None:
    """Raises ValueError unless two volumes have one shape: NumPy might spread one slice over many to add them."""
    if tuple(body) != tuple(shortcut):
        raise ValueError(f"The body gives {tuple(body)}, the shortcut {tuple(shortcut)}: they can't be added.")


def check_pool_pad(grid) -> None:
    """Raises ValueError for padding that a window could stand on alone: it would have no maximum."""
    if max(grid.before[0], grid.after[0]) >= grid.size[0] or max(grid.before[1], grid.after[1]) >= grid.size[1]:
        pad = grid.before[0], grid.after[0], grid.before[1], grid.after[1]
        raise ValueError(
            f"pad={pad} is too much for windows of {grid.size[0]}x{grid.size[1]}: one could stand on padding only, "
            "which has no maximum. Use less than the window's size."
        )


# ---- words ---------------------------------------------------------------------------------------------------------
def repr_of_layer(layer) -> str:
    """Returns a layer as one would write it, Conv2d(12, 3, pad=1): settings that have their default are left out."""
    parts = []
    for field in fields(layer) if is_dataclass(layer) else ():
        value = getattr(layer, field.name)
        if field.default is MISSING or value != field.default:
            parts.append(f"{field.name}={value!r}" if field.kw_only else repr(value))
    return f"{type(layer).__name__}({', '.join(parts)})"
