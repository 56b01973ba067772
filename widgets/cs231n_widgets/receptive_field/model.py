"""The arithmetic of receptive fields; widgets/js/receptive_field/model.js has the same.

Everything is square, so one axis is enough: a window that reads some rows and some columns reads all cells where they
cross, and so does a stack of such windows.
"""

import re
from typing import NamedTuple

import numpy as np

from cs231n_kit import sizing

LAYERS = 8  # that this widget draws, at most
SPAN = 17  # cells from the first that a window reads to the last, at most
LIMITS = {"size": (1, 17), "stride": (1, 4), "pad": (0, 8), "dilation": (1, 8)}
LAYER = re.compile(r"(CONV|POOL) (\d{1,3})((?: (?:stride|pad|dilation) \d{1,3})*)", re.IGNORECASE)


class Layer(NamedTuple):
    """A CONV or POOL layer with windows of F x F."""

    kind: str
    F: int
    S: int
    P: int
    dilation: int = 1


class Geometry(NamedTuple):
    """How a map looks at the photograph: each neuron at a square of field x field pixels, the next one `jump` pixels
    further; the first of them begins at pixel `start`, which is negative where padding stands before the photograph."""

    field: int
    jump: int
    start: int


def usual_pad(kind, F, dilation=1):
    """Returns the padding of a layer that says none: CONV keeps the size at stride 1, POOL has none."""
    return (sizing.dilated_size(F, dilation) - 1) // 2 if kind == "CONV" else 0


def make_layer(kind, F, stride=None, pad=None, dilation=1):
    """Returns a Layer; a POOL without a stride moves by its size."""
    S = stride or (F if kind == "POOL" else 1)
    return Layer(kind, F, S, usual_pad(kind, F, dilation) if pad is None else pad, dilation)


# ---- a stack as text --------------------------------------------------------------------------------------------
def read_stack(text, side):
    """Returns the layers of a text such as "CONV 3, CONV 3 dilation 2, POOL 2", the lowest first.

    ValueError in words for what is no stack, can't be drawn or doesn't fit on a photograph of `side` pixels.
    """
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) > LAYERS:
        raise ValueError(f"These are {len(parts)} layers; this widget draws up to {LAYERS}.")
    layers = [read_layer(part) for part in parts]
    map_sizes(layers, side)
    return layers


def read_layer(text):
    """Returns the Layer of a text such as "CONV 3 stride 2"."""
    match = LAYER.fullmatch(text)
    if not match:
        raise ValueError(f"“{text}” is no layer. Write CONV 3, CONV 3 stride 2 dilation 2, or POOL 2.")
    kind, size, rest = match[1].upper(), int(match[2]), match[3].lower().split()
    given = {"size": size} | {name: int(value) for name, value in zip(rest[::2], rest[1::2], strict=True)}
    if kind == "POOL" and given.get("dilation", 1) > 1:
        raise ValueError("A POOL layer has no dilation.")
    for name, value in given.items():
        least, most = LIMITS[name]
        if not least <= value <= most:
            raise ValueError(f"The {name} of {kind} goes from {least} to {most}; {value} is given.")
    span = sizing.dilated_size(size, given.get("dilation", 1))
    if span > SPAN:
        raise ValueError(f"The windows of “{text}” span {span} cells; this widget draws up to {SPAN}.")
    return make_layer(kind, given.pop("size"), **given)


def write_stack(layers):
    """Returns the text that read_stack reads, without what goes without saying."""
    return ", ".join(write_layer(layer) for layer in layers)


def write_layer(layer):
    usual = make_layer(layer.kind, layer.F, dilation=layer.dilation)
    stride = f" stride {layer.S}" if usual.S != layer.S else ""
    pad = f" pad {layer.P}" if usual.P != layer.P else ""
    return f"{layer.kind} {layer.F}{stride}{pad}{f' dilation {layer.dilation}' if layer.dilation > 1 else ''}"


# ---- what a neuron sees -----------------------------------------------------------------------------------------
def map_sizes(layers, side):
    """Returns the sides of all maps, the photograph's first. ValueError for a window that doesn't fit."""
    sides = [side]
    for n, layer in enumerate(layers, 1):
        try:
            sides.append(sizing.out_size(sides[-1], layer.F, layer.S, layer.P, layer.dilation))
        except ValueError as error:
            raise ValueError(f"Layer {n}, {write_layer(layer)}: {error}") from None
    return sides


def geometries(layers):
    """Returns the Geometry of each map, the photograph's first: (1, 1, 0)."""
    maps = [Geometry(1, 1, 0)]
    for layer in layers:
        field, jump, start = maps[-1]
        reach = sizing.dilated_size(layer.F, layer.dilation) - 1
        maps.append(Geometry(field + reach * jump, jump * layer.S, start - layer.P * jump))
    return maps


def window(layer, at):
    """Returns the cells of the map below that a neuron reads along one axis; padding is below 0 or beyond the end."""
    first = at * layer.S - layer.P
    return range(first, first + layer.F * layer.dilation, layer.dilation)


def cells_seen(layers, side, level, at):
    """Returns for each map, from the photograph to map `level`, what neuron `at` of that map sees along one axis.

    Padding is listed, too, below 0 or beyond the end, but sees nothing itself.
    """
    sides = map_sizes(layers, side)
    seen = [[at]]
    for n in range(level, 0, -1):
        real = [cell for cell in seen[0] if 0 <= cell < sides[n]]
        seen.insert(0, sorted({cell for one in real for cell in window(layers[n - 1], one)}))
    return seen


def pixels_read(layers):
    """Returns which pixels of its field a neuron far from the edges reads, along one axis, counted from 0."""
    cells = {0}
    for layer in reversed(layers):
        cells = {cell * layer.S + tap * layer.dilation for cell in cells for tap in range(layer.F)}
    return sorted(cells)


def averaging(layer, side, out):
    """Returns the (out, side) matrix of a layer whose neurons average the cells that they read, padding left out."""
    matrix = np.zeros((out, side))
    for row, at in enumerate(matrix):
        cells = [cell for cell in window(layer, row) if 0 <= cell < side]
        at[cells] = 1 / max(len(cells), 1)
    return matrix


def averages(layers, image):
    """Returns the maps, the photograph (3,H,W) first, of layers that average what they read."""
    sides, maps = map_sizes(layers, image.shape[-1]), [image]
    for n, layer in enumerate(layers):
        matrix = averaging(layer, sides[n], sides[n + 1])
        maps.append(matrix @ maps[-1] @ matrix.T)
    return maps


# ---- what it costs ----------------------------------------------------------------------------------------------
def weights(layers):
    """Returns the weights as a multiple of C², with C channels in and out of each CONV layer."""
    return sum(layer.F**2 for layer in layers if layer.kind == "CONV")


def convs(layers):
    """Returns the number of CONV layers: as many as there are non-linearities."""
    return sum(layer.kind == "CONV" for layer in layers)
