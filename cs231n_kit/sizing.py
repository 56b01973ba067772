"""The integer arithmetic of volumes.

Built in 02_arithmetic_of_space and 08_patterns. Made by tools/tangle.py: edit the chapter, not this file.
"""

from cs231n_kit.renamed import old_names
from cs231n_kit.shapes import as_pads, as_pair, as_shape, as_windows, check_sizes, check_volume

__all__ = [
    "window_weights",
    "dilated_size",
    "slack",
    "exact_out_size",
    "same_pad",
    "leftover",
    "fits",
    "fit_message",
    "explain",
    "count_windows",
    "out_size",
    "conv_shape",
    "format_volume",
    "neurons",
    "unshared_parameters",
    "conv_weights",
    "conv_macs",
    "receptive_field",
]

__getattr__ = old_names(__name__)  # names of the first release still work


# ---- 02 Convolution: the arithmetic of space: A neuron that looks through a window ----
def window_weights(F, D):
    """Returns the number of weights of a neuron whose window is F x F x D."""
    check_sizes(F=F, D=D)
    return F * F * D


# ---- 02 Convolution: the arithmetic of space: How many windows fit? ----
def dilated_size(F, dilation=1):
    """Returns the cells from the first that a filter reads to the last."""
    check_sizes(F=F, dilation=dilation)
    return (F - 1) * dilation + 1


def slack(W, F, P=0, dilation=1):
    """Returns the cells that the window can move, W - F + 2P; below 0 it is too big."""
    check_sizes(W=W, before=P, after=P)
    return W - dilated_size(F, dilation) + 2 * P


def exact_out_size(W, F, S=1, P=0, dilation=1):
    """Returns (W - F + 2P)/S + 1 as it stands, whole or not."""
    check_sizes(S=S)
    return slack(W, F, P, dilation) / S + 1


def same_pad(F, dilation=1):
    """Returns the padding P = (F - 1)/2 that keeps the size at stride 1, for an odd F."""
    span = dilated_size(F, dilation)
    if span % 2 == 0:
        reason = "(F - 1)/2 is not whole"
        raise ValueError(f"A window of {span} has no middle cell: {reason}.")
    return (span - 1) // 2


# ---- 02 Convolution: the arithmetic of space: Sizes that do not fit ----
def leftover(W, F, S=1, P=0, dilation=1):
    """Returns the cells that are left over when the last whole window is placed.

    ValueError if not even one window fits.
    """
    check_sizes(S=S)
    room = slack(W, F, P, dilation)
    if room < 0:
        raise ValueError(explain(W, F, S, P, dilation))
    return room % S


def fits(W, F, S=1, P=0, dilation=1):
    """Returns whether the last window ends exactly at the end of the padded row."""
    check_sizes(S=S)
    room = slack(W, F, P, dilation)
    return room >= 0 and room % S == 0


def fit_message(W, F, S, padding, dilation=1):
    """Returns a sentence: how many windows of F fit into W cells and `padding` zeros."""
    check_sizes(W=W, S=S, before=padding)
    span = dilated_size(F, dilation)
    note = f"; with dilation {dilation} a filter of {F} spans {span}"
    dilated = note if dilation > 1 else ""
    room = W - span + padding
    if room < 0:
        cells = f"{W + padding} cells ({W} and {padding} of padding){dilated}"
        return f"A window of {span} does not fit into {cells}. Make it smaller, or pad."
    moves = f"({W} - {span} + {padding})"
    count = room // S + 1
    if room % S == 0:
        return f"{moves}/{S} + 1 = {count}: the windows fit."
    fitting = "1 window fits" if count == 1 else f"{count} windows fit"
    return (
        f"{moves} = {room} is not divisible by {S}: {fitting}, "
        f"and {room % S} of the {W + padding} cells would be left over{dilated}."
    )


def explain(W, F, S=1, P=0, dilation=1):
    """Returns a sentence, with the numbers in it, that says whether the windows fit."""
    check_sizes(before=P, after=P)
    return fit_message(W, F, S, 2 * P, dilation)


def count_windows(W, F, S, before, after, dilation=1, fit="crop"):
    """Returns how many windows stand in W cells with zeros before and after them.

    A size that doesn't fit is cropped, an error (fit="raise") or rounded up (fit="pad"),
    though never by a window that would read padding only. ValueError if no window fits.
    """
    check_sizes(W=W, S=S, before=before, after=after, fit=fit)
    room = W - dilated_size(F, dilation) + before + after
    count = room // S + 1
    if fit == "pad" and room % S > 0 and count * S < W + before:
        count = count + 1
    if count < 1 or (fit == "raise" and room % S > 0):
        raise ValueError(fit_message(W, F, S, before + after, dilation))
    return count


def out_size(W, F, S=1, P=0, dilation=1, fit="crop"):
    """Returns the number of neurons along one axis, (W - F + 2P)/S + 1."""
    return count_windows(W, F, S, P, P, dilation, fit)


# ---- 02 Convolution: the arithmetic of space: Three dimensions ----
def conv_shape(in_shape, K, F, S=1, P=0, dilation=1, fit="crop"):
    """Returns the shape of a CONV layer's output for one example: (C,H,W) -> (K,H',W').

    F, S and dilation are a number or (rows, columns); P is a number, (rows, columns) or
    (top, bottom, left, right); fit is as in count_windows.
    """
    check_sizes(K=K)
    _, H, W = check_volume(in_shape, "conv_shape")
    (F_h, F_w), (S_h, S_w) = as_pair(F, "F"), as_pair(S, "S")
    d_h, d_w = as_pair(dilation, "dilation")
    top, bottom, left, right = as_pads(P)
    rows = count_windows(H, F_h, S_h, top, bottom, d_h, fit)
    columns = count_windows(W, F_w, S_w, left, right, d_w, fit)
    return K, rows, columns


def format_volume(shape):
    """Returns a shape (C,H,W) as the notes write it, width x height x depth: "32x32x3"."""
    return "x".join([str(size) for size in reversed(as_shape(shape))])


# ---- 02 Convolution: the arithmetic of space: One set of weights for a whole map ----
def neurons(shape):
    """Returns the number of neurons in a volume (C,H,W)."""
    C, H, W = check_volume(shape, "neurons", least=0)
    return C * H * W


def unshared_parameters(out_shape, F, D):
    """Returns the parameters if each neuron had F x F x D weights of its own."""
    return neurons(out_shape) * (window_weights(F, D) + 1)


# ---- 02 Convolution: the arithmetic of space: Exercise: parameters ----
def conv_weights(K, F, D):
    """Returns the weights of K filters of F x F x D; there are K biases besides."""
    check_sizes(K=K)
    return K * window_weights(F, D)


# ---- 02 Convolution: the arithmetic of space: What it costs ----
def conv_macs(out_shape, F, D):
    """Returns a CONV layer's multiply-adds on one example, with windows of F x F x D."""
    return neurons(out_shape) * window_weights(F, D)


# ---- 08 Layer and sizing patterns: Exercise: the receptive field ----
def receptive_field(windows):
    """Returns the pixels that one cell of the last layer sees, from side to side.

    windows is [(F, S), ...], from the first layer to the last.
    """
    field, step = 1, 1
    for F, S in as_windows(windows):
        field += (F - 1) * step
        step *= S
    return field
