"""The integer arithmetic of volumes.

Built in 02_arithmetic_of_space and 03_convolution_as_code. Made by tools/tangle.py: edit the chapter, not this file.
"""

from numbers import Integral

__all__ = [
    "window_weights",
    "extent",
    "travel",
    "formula",
    "same_pad",
    "leftover",
    "fits",
    "in_words",
    "explain",
    "windows",
    "check_sizes",
    "out_size",
    "whole",
    "pair",
    "sides",
    "conv_shape",
    "as_volume",
    "check_filters",
    "neurons",
    "unshared_parameters",
    "conv_weights",
    "conv_macs",
    "check_gradient",
]


def window_weights(F, D):
    """Count the weights of one neuron whose window is F by F cells and D deep."""
    return F * F * D


def extent(F, dilation=1):
    """Count the cells from the first that a filter reads to the last."""
    return (F - 1) * dilation + 1


def travel(W, F, P=0, dilation=1):
    """Count the cells that the window can move: W - F + 2P; negative, it is too big."""
    return W - extent(F, dilation) + 2 * P


def formula(W, F, S=1, P=0, dilation=1):
    """Evaluate (W - F + 2P)/S + 1 as it stands, whole or not."""
    return travel(W, F, P, dilation) / S + 1


def same_pad(F, dilation=1):
    """Give the padding P = (F - 1)/2 that keeps the size at stride 1, for an odd F."""
    span = extent(F, dilation)
    if span % 2 == 0:
        reason = "(F - 1)/2 is not whole"
        raise ValueError(f"A window of {span} has no middle cell: {reason}.")
    return (span - 1) // 2


def leftover(W, F, S=1, P=0, dilation=1):
    """Count the cells that are left over when the last whole window is placed."""
    return travel(W, F, P, dilation) % S


def fits(W, F, S=1, P=0, dilation=1):
    """Tell whether the last window ends exactly at the end of the padded row."""
    return travel(W, F, P, dilation) >= 0 and leftover(W, F, S, P, dilation) == 0


def in_words(W, F, S, padding, dilation=1):
    """Say how many windows of F cells fit into W cells and `padding` zeros."""
    span = extent(F, dilation)
    note = f"; with dilation {dilation} a filter of {F} spans {span}"
    dilated = note if dilation > 1 else ""
    room = W - span + padding
    if room < 0:
        cells = f"{W + padding} cells ({W} and {padding} of padding){dilated}"
        return f"A window of {span} does not fit into {cells}. Make it smaller, or pad."
    travel_in_words = f"({W} - {span} + {padding})"
    count = room // S + 1
    if room % S == 0:
        return f"{travel_in_words}/{S} + 1 = {count}: the windows fit."
    fitting = "1 window fits" if count == 1 else f"{count} windows fit"
    return (
        f"{travel_in_words} = {room} is not divisible by {S}: {fitting}, "
        f"and {room % S} of the {W + padding} cells would be left over{dilated}."
    )


def explain(W, F, S=1, P=0, dilation=1):
    """Say in words, with the numbers in them, whether the windows fit."""
    return in_words(W, F, S, 2 * P, dilation)


def windows(W, F, S, before, after, dilation=1, fit="crop"):
    """Count the windows in a row of W cells with `before` and `after` zeros at its ends.

    A size that doesn't fit is cropped, refused (fit="raise") or rounded up (fit="pad"),
    though never by a window that would read padding only. ValueError if no window fits.
    """
    check_sizes(W, F, S, before, after, dilation, fit)
    room = W - extent(F, dilation) + before + after
    count = room // S + 1
    if fit == "pad" and room % S > 0 and count * S < W + before:
        count = count + 1
    if count < 1 or (fit == "raise" and room % S > 0):
        raise ValueError(in_words(W, F, S, before + after, dilation))
    return count


def check_sizes(W, F, S, before, after, dilation, fit):
    """Refuse what can't be a size, a stride, a padding, a dilation or a fit."""
    if W < 1 or F < 1 or S < 1 or dilation < 1:
        given = f"W={W}, F={F}, S={S}, dilation={dilation}"
        raise ValueError(f"Sizes, stride and dilation start at 1; got {given}.")
    if before < 0 or after < 0:
        raise ValueError(f"Padding starts at 0; got {before} before and {after} after.")
    if fit != "crop" and fit != "raise" and fit != "pad":
        raise ValueError(f"fit must be 'crop', 'raise' or 'pad'; got '{fit}'.")


def out_size(W, F, S=1, P=0, dilation=1, fit="crop"):
    """Count the neurons along one axis: (W - F + 2P)/S + 1."""
    return windows(W, F, S, P, P, dilation, fit)


def whole(number, name):
    """Read a whole number, Python's or NumPy's. ValueError for anything else."""
    if not isinstance(number, Integral):
        raise ValueError(f"{name} is a whole number; got {number!r}.")
    return int(number)


def pair(size, name="size", also=""):
    """Read a number given once for both axes or as (rows, columns): 3 -> (3, 3)."""
    both = tuple(size) if isinstance(size, tuple | list) else (size, size)
    if len(both) != 2 or not all(isinstance(n, Integral) for n in both):
        what = f"a whole number, or two: (rows, columns){also}"
        raise ValueError(f"{name} is {what}; got {size!r}.")
    return int(both[0]), int(both[1])


def sides(pad):
    """Read padding, one, two or four numbers -> (top, bottom, left, right)."""
    if isinstance(pad, tuple | list) and len(pad) == 4:
        return pair(pad[:2], "pad") + pair(pad[2:], "pad")
    P_h, P_w = pair(pad, "pad", ", or four: (top, bottom, left, right)")
    return P_h, P_h, P_w, P_w


def conv_shape(in_shape, K, F, S=1, P=0, dilation=1, fit="crop"):
    """Give the shape of a CONV layer's output for one example: (C,H,W) -> (K,H',W')."""
    _, H, W = in_shape
    (F_h, F_w), (S_h, S_w) = pair(F), pair(S, "stride")
    d_h, d_w = pair(dilation, "dilation")
    top, bottom, left, right = sides(P)
    rows = windows(H, F_h, S_h, top, bottom, d_h, fit)
    columns = windows(W, F_w, S_w, left, right, d_w, fit)
    return K, rows, columns


def as_volume(shape):
    """Write a shape (C,H,W) as the notes do, width x height x depth."""
    return "x".join(str(size) for size in reversed(shape))


def check_filters(x_shape, w_shape, b_shape=None, groups=1):
    """Refuse filters that don't suit: x (N,C,H,W), w (K,C/groups,F,F), b (K,)."""
    x_shape, w_shape = tuple(x_shape), tuple(w_shape)
    if len(x_shape) != 4:
        one = "One image alone is x[None]."
        raise ValueError(f"x must be (N,C,H,W); got {x_shape}. {one}")
    if len(w_shape) != 4:
        one = "One filter alone is w[None]."
        raise ValueError(f"w must be (K,C,F,F); got {w_shape}. {one}")
    if min(x_shape + w_shape) < 1:
        raise ValueError(f"No size may be below 1; got x {x_shape} and w {w_shape}.")
    C, K, groups = x_shape[1], w_shape[0], whole(groups, "groups")
    if groups < 1 or C % groups or K % groups:
        raise ValueError(f"groups={groups} must divide {C} channels and {K} filters.")
    if w_shape[1] * groups != C:
        raise ValueError(
            f"A filter goes through the whole depth. x {x_shape} has {C} channels "
            f"in {groups} group(s), so w must be (K,{C // groups},F,F); got {w_shape}."
        )
    if b_shape is not None and tuple(b_shape) != (K,):
        raise ValueError(f"One bias a filter: b must be ({K},); got {tuple(b_shape)}.")


def neurons(shape):
    """Count the neurons of a volume (C,H,W)."""
    C, H, W = shape
    return C * H * W


def unshared_parameters(out_shape, F, D):
    """Count the parameters if each neuron had F x F x D weights of its own."""
    return neurons(out_shape) * (window_weights(F, D) + 1)


def conv_weights(K, F, D):
    """Count the weights of K filters of F x F x D; there are K biases besides."""
    return K * window_weights(F, D)


def conv_macs(out_shape, F, D):
    """Count a CONV layer's multiply-adds on one example, windows of F x F x D."""
    return neurons(out_shape) * window_weights(F, D)


def check_gradient(dy_shape, y_shape):
    """Refuse a gradient that isn't shaped like the output that it belongs to."""
    if tuple(dy_shape) != tuple(y_shape):
        raise ValueError(f"The gradient dy must have the shape of the output, {tuple(y_shape)}; got {tuple(dy_shape)}.")
