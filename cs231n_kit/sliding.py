"""How a net slides over larger images: what takes each layer's place, how far a net moves, which cells a crop shares.

Surgery (chapter 06) rests on it. The rules go by the type of the layer.
"""

from dataclasses import replace
from functools import singledispatch
from math import prod

import numpy as np

from cs231n_kit.kernels.windows import WindowGrid
from cs231n_kit.layers.activation import LeakyReLU, ReLU, Sigmoid, Tanh
from cs231n_kit.layers.container import Concat, Residual, Serial, add_prefix, strip_prefix
from cs231n_kit.layers.conv import Conv2d, conv_forward
from cs231n_kit.layers.dropout import Dropout
from cs231n_kit.layers.linear import Flatten, Linear
from cs231n_kit.layers.local import LocallyConnected2d
from cs231n_kit.layers.norm import LRN, BatchNorm
from cs231n_kit.layers.pool import AvgPool2d, GlobalAvgPool2d, L2Pool2d, MaxPool2d
from cs231n_kit.net import Net, summary_rows
from cs231n_kit.shapes import (
    add_part,
    as_pair,
    as_shape,
    brief,
    check_arrays,
    check_filters,
    check_images,
    check_layer,
    check_linear,
    check_net,
    check_place,
    check_same_strides,
    check_small,
    check_volume,
)
from cs231n_kit.sizing import count_windows, format_volume

__all__ = [
    "as_conv",
    "convolutional_layer",
    "crop_corners",
    "resized",
    "split_classifier",
    "split_layers",
    "stride_of",
    "untouched_cells",
]


# ---- a net without FC layers ----
def convolutional_layer(layer, in_shape):
    """Returns a layer without FC layers that computes what `layer` does. ValueError, which names it, if it can't be."""
    check_layer(layer)
    in_shape = check_volume(in_shape, "Surgery needs an image: a net that")
    out_shape = layer.out_shape(in_shape)  # raises for a net that doesn't fit its input
    found = as_conv(layer, in_shape, in_shape)
    volume = in_shape if found is None else found.out_shape(in_shape)
    if found is None or (len(out_shape) == 1 and volume[1:] != (1, 1)):
        *_, flatten = [name for name, *_ in summary_rows(layer, in_shape) if "Flatten" in name]
        raise ValueError(
            f"Layer {', '.join(flatten.split())} puts {format_volume(volume)} in one row, and no FC layer reads it: it "
            "would be longer in a larger image. Leave the Flatten out, or add an FC layer."
        )
    return found


@singledispatch
def as_conv(layer, shape, volume):
    """Returns what takes a layer's place in a fully convolutional net, None if nothing has to.

    shape is that of the layer's input in the net as it was, a volume or a row; volume is that of its input now.
    ValueError for a layer that can't slide.
    """
    raise ValueError(
        f"{brief(layer)} may do something else at another place of the image: surgery doesn't know. Use a layer of the "
        "kit, or register yours, as in @as_conv.register(...)."
    )


@as_conv.register(ReLU)
@as_conv.register(LeakyReLU)
@as_conv.register(Sigmoid)
@as_conv.register(Tanh)
@as_conv.register(Dropout)
@as_conv.register(Conv2d)
@as_conv.register(MaxPool2d)
@as_conv.register(AvgPool2d)
@as_conv.register(L2Pool2d)
@as_conv.register(LRN)
def same_everywhere(layer, shape, volume):
    return layer


@as_conv.register(Linear)
def linear_as_conv(layer, shape, volume):
    return Conv2d(layer.units, window_of(volume), bias=layer.bias)


@as_conv.register(GlobalAvgPool2d)
def global_average_as_window(layer, shape, volume):
    return AvgPool2d(window_of(volume), stride=1)


def window_of(volume):
    """Returns the height and width of a volume (C,H,W) as a window's size: a number if they are equal."""
    _, H, W = volume
    return H if H == W else (H, W)


@as_conv.register(Flatten)
def flatten_as_nothing(layer, shape, volume):
    return None  # an FC layer that follows reads the volume itself


@as_conv.register(BatchNorm)
def batch_norm_as_it_is(layer, shape, volume):
    if len(shape) == 1 and volume[1:] != (1, 1):
        raise ValueError(
            f"{brief(layer)} stands behind a Flatten, so it has a mean for each of the {shape[0]:,} numbers of "
            f"{format_volume(volume)}; one that slides has one for each of {volume[0]:,} channels. Put it in front."
        )
    return layer


@as_conv.register(LocallyConnected2d)
def local_has_places(layer, shape, volume):
    raise ValueError(
        f"{brief(layer)} has other weights at each place of its output, and none for the places that a larger image "
        "adds. Use CONV."
    )


@as_conv.register(Serial)
def serial_as_conv(layer, shape, volume):
    found = []
    for i, part in enumerate(layer.layers):
        new = part_as_conv(i, part, shape, volume)
        shape = part.out_shape(shape)
        if new is not None:
            found.append(new)
            volume = new.out_shape(volume)
    return Serial(*found) if found else None


@as_conv.register(Concat)
def concat_as_conv(layer, shape, volume):
    return side_by_side(Concat, layer, shape, volume)


@as_conv.register(Residual)
def residual_as_conv(layer, shape, volume):
    return side_by_side(Residual, layer, shape, volume)


def side_by_side(kind, layer, shape, volume):
    """Returns a Concat or Residual of converted branches. ValueError unless they go on together in a larger image."""
    branches = [part_as_conv(name, part, shape, volume) for name, part, _ in layer.parts(shape)]
    if None in branches:
        raise ValueError(
            f"{brief(layer)} has a branch that is only a Flatten, which can't slide. Put it in front, or leave it out."
        )
    found = kind(*branches)
    found.out_shape(volume)  # raises if the branches, as volumes, don't go together
    alone = [(1, 1)] if kind is Residual and len(branches) == 1 else []  # the input itself
    check_same_strides([*map(stride_of, branches), *alone])
    return found


def part_as_conv(name, part, shape, volume):
    """Returns as_conv of a part; an error names it."""
    try:
        return as_conv(part, shape, volume)
    except ValueError as error:
        add_part(error, name, part)
        raise


def values_reshaped(net, layer):
    """Returns (params, state) of a net for the layer that convolutional_layer gives: the same numbers, other shapes.

    ValueError for a net without its parameters.
    """
    missing = [name for name in net.layer.param_shapes(net.in_shape) if name not in net.params]
    if missing:
        raise ValueError(f"The net has no parameter {missing[0]}. Make it with Net.build, or load its weights first.")
    found = []
    for values, shapes in ((net.params, "param_shapes"), (net.state, "state_shapes")):
        old, new = (getattr(part, shapes)(net.in_shape) for part in (net.layer, layer))  # both in the layers' order
        names = zip(old, new.items(), strict=True)
        found.append({new_name: values[old_name].reshape(shape) for old_name, (new_name, shape) in names})
    return tuple(found)


# ---- one layer as the other ----
def as_fc_input(w, in_shape):
    """Returns (C,H,W) that an FC layer with weights w (K,C*H*W) reads. ValueError if they don't fit each other."""
    check_arrays(w=w)
    C, H, W = check_volume(in_shape, "fc_as_conv")
    check_linear((1, C, H, W), w.shape)
    return C, H, W


def check_matrix(w, b, in_shape, stride, pad):
    """Returns (in_shape, grid) of a CONV layer that conv_as_fc makes a matrix of. ValueError unless it can."""
    check_arrays(w=w, b=b)
    in_shape = check_volume(in_shape, "conv_as_fc")
    check_filters((1, *in_shape), w.shape, None if b is None else b.shape)
    grid = WindowGrid.of(in_shape, w.shape[2:], stride, pad)
    check_small((len(w), *grid.out), in_shape)
    return in_shape, grid


# ---- how a net moves ----
def stride_of(layer):
    """Returns (rows, columns): how far apart in the image neighbouring cells of a layer's output look.

    For VGGNet's five POOL layers that is (32, 32). An FC layer adds nothing, as it will stand at every cell.
    """
    check_layer(layer)
    if isinstance(layer, Serial):
        strides = [stride_of(part) for part in layer.layers]
        return prod(rows for rows, _ in strides), prod(columns for _, columns in strides)
    if isinstance(layer, Concat | Residual):
        return stride_of(layer.branches[0] if isinstance(layer, Concat) else layer.body)
    stride = getattr(layer, "stride", 1)
    return as_pair(layer.size if stride is None else stride, "stride")


def split_layers(layer, in_shape):
    """Returns (features, classifier) of a Serial, two Serials: the first FC layer, or its Flatten, begins the second.

    Global average pooling begins it, too. ValueError for a net without any of them, or that begins with one.
    """
    check_layer(layer)
    if not isinstance(layer, Serial):
        raise ValueError(f"A net that can be split is a Serial of layers; got {type(layer).__name__}.")
    for i, (_, part, shape) in enumerate(layer.parts(as_shape(in_shape))):
        if len(part.out_shape(shape)) == 1:
            if i == 0:
                raise ValueError("The net's first layer makes a row of its input: nothing in front to split off.")
            return layer[:i], layer[i:]
    raise ValueError("The net has no FC layer, so there is no place to split it at.")


def split_classifier(net):
    """Returns (features, classifier), two Nets that share a net's numbers; errors are those of split_layers.

    classifier(features(x)) is net(x), and features(x) the volume that the first FC layer reads.
    """
    check_net(net)
    features, classifier = split_layers(net.layer, net.in_shape)
    volume, start = features.out_shape(net.in_shape), len(features)
    both = []
    for layer, in_shape, first in ((features, net.in_shape, 0), (classifier, volume, start)):
        params, state = {}, {}
        for i in range(len(layer)):
            params |= add_prefix(i, strip_prefix(first + i, net.params))
            state |= add_prefix(i, strip_prefix(first + i, net.state))
        both.append(Net(layer, in_shape, params, state))
    return tuple(both)


# ---- sliding ----
def resized(net, in_shape):
    """Returns a Net that has a net's layers and numbers, and reads images of another size, (C,H,W).

    ValueError if its FC layers would need other weights for that, or for another number of channels.
    """
    check_net(net)
    if check_volume(in_shape, "resized")[0] != net.in_shape[0]:
        raise ValueError(f"The net reads {format_volume(net.in_shape)}, with as many channels; got {tuple(in_shape)}.")
    needed, there = net.layer.param_shapes(in_shape), net.layer.param_shapes(net.in_shape)
    for name, shape in needed.items():
        if shape != there[name]:
            raise ValueError(
                f"The net has {name} {there[name]}, and images of {format_volume(in_shape)} need {shape}: an FC layer "
                "fixes the size of the images. fully_convolutional(net) has none."
            )
    return replace(net, in_shape=in_shape)


def check_larger(net, images):
    """Raises ValueError unless images (N,C,H,W) have the channels that a net reads, and are at least as large.

    And unless the net gives one row of scores for an image of its own size.
    """
    check_net(net)
    check_images(images)
    C, H, W = check_volume(net.in_shape, "Surgery needs an image: a net that")
    out = net.layer.out_shape(net.in_shape)
    if prod(out[1:]) != 1:
        raise ValueError(
            f"The net gives {format_volume(out)} for an image of its own size, and not one score a class. Add an FC "
            "layer or global average pooling."
        )
    _, depth, height, width = images.shape
    if depth != C or height < H or width < W:
        raise ValueError(
            f"The net reads {format_volume(net.in_shape)}, so images are at least as large, with as many channels; got "
            f"{format_volume(images.shape[1:])}. Enlarge them first, or pad them."
        )


def crop_corners(image_shape, size, stride):
    """Returns (rows, columns), two ranges: the upper left corners of all crops that fit into an image (C,H,W).

    size and stride are a number or (rows, columns), in pixels.
    """
    _, *image = check_volume(image_shape, "crop_corners")
    found = []
    for length, F, S in zip(image, as_pair(size), as_pair(stride, "stride"), strict=True):
        count = count_windows(length, F, S, 0, 0)
        found.append(range(0, count * S, S))
    return tuple(found)


# ---- which cells a crop and the whole image share ----
def untouched_cells(layer, in_shape, image_shape, row, column):
    """Returns which cells of a crop's output must equal those of the whole image, bools (H',W'); nothing is run.

    The crop has in_shape (C,H,W), and its upper left corner is at (row, column) of an image of image_shape. With zero
    padding, a cell is touched if any window on its way reads a zero where the whole image has something, or a cell that
    is touched; then it is another number, unless a maximum or a ReLU happens to hide that. layer is a whole net, or its
    features (split_layers). ValueError for a corner that is no multiple of stride_of(layer), where the whole image has
    no such cell; other errors are those of fully_convolutional.
    """
    layer = convolutional_layer(layer, in_shape)
    in_shape, image_shape = as_shape(in_shape), check_volume(image_shape, "untouched_cells")
    corner = check_place(row, column, stride_of(layer), in_shape, image_shape)
    touched = np.zeros(in_shape[1:], bool)
    return ~touched_after(layer, touched, in_shape, image_shape, corner)


def touched_after(layer, touched, crop, image, corner):
    """Returns the touched cells (H',W') of a layer's output for those of its input, touched (H,W).

    crop and image are the shapes of its inputs, corner the cell of the image's at which the crop's begins.
    """
    if isinstance(layer, Serial):
        for part in layer.layers:
            touched = touched_after(part, touched, crop, image, corner)
            stride = stride_of(part)
            corner = corner[0] // stride[0], corner[1] // stride[1]
            crop, image = part.out_shape(crop), part.out_shape(image)
        return touched
    if isinstance(layer, Concat | Residual):
        found = [touched_after(part, touched, crop, image, corner) for _, part, _ in layer.parts(crop)]
        if isinstance(layer, Residual) and layer.shortcut is None:
            found.append(touched)
        return np.logical_or.reduce(found)
    if not hasattr(layer, "pad"):
        return touched  # no windows: each place by itself
    return touched_by_windows(layer, touched, crop, image, corner)


def touched_by_windows(layer, touched, crop, image, corner):
    """Returns touched_after for a CONV or POOL layer: where its windows read a touched cell, or a cut edge."""
    stride = stride_of(layer)
    dilation = getattr(layer, "dilation", 1)
    grid = WindowGrid.of(crop, layer.size, stride, layer.pad, dilation, layer.fit)
    cells, is_inside, was_cut = [], [], []  # for each axis, of all cells that windows read, padding included
    for axis in range(2):
        reach = (grid.out[axis] - 1) * stride[axis] + (grid.size[axis] - 1) * grid.dilation[axis] + 1
        at = np.arange(reach) - grid.before[axis]
        cells.append(at.clip(0, grid.image[axis] - 1))
        is_inside.append((at >= 0) & (at < grid.image[axis]))
        was_cut.append((at + corner[axis] >= 0) & (at + corner[axis] < image[1 + axis]))
    inside, in_image = (np.logical_and.outer(*both) for both in (is_inside, was_cut))
    read = np.where(inside, touched[np.ix_(*cells)], in_image)  # in the padding: what the image has there
    ones = np.ones((1, 1, *grid.size))
    counts, _ = conv_forward(read[None, None].astype(float), ones, stride=stride, dilation=dilation)
    return counts[0, 0] > 0.5
