"""Net surgery: FC layers as CONV layers, and a net that slides over larger images.

Built in 06_fully_connected. Made by tools/tangle.py: edit the chapter, not this file.
"""

from math import prod

import numpy as np

from cs231n_kit.layers.pool import global_avg_pool_forward
from cs231n_kit.net import Net
from cs231n_kit.shapes import as_pair, check_net, check_shift
from cs231n_kit.sliding import (
    as_fc_input,
    check_larger,
    check_matrix,
    convolutional_layer,
    crop_corners,
    resized,
    stride_of,
    values_reshaped,
)

__all__ = [
    "conv_as_fc",
    "fc_as_conv",
    "fully_convolutional",
    "score_map",
    "crop_scores",
    "shifted_passes",
    "average_over_places",
]


# ---- 06 Fully connected and convolutional: Exercise: the matrix of a CONV layer ----
def conv_as_fc(w, b, in_shape, stride=1, pad=0):
    """Returns (matrix, bias): the FC layer that does what a CONV layer does, mostly zeros.

    w (K,C,F,F), b (K,) or None, in_shape (C,H,W) -> matrix (K*H'*W',C*H*W), bias
    (K*H'*W',) or None. Row (k,i,j) has the weights of filter k where window (i,j) stands.
    ValueError for shapes that don't fit, or a matrix above 10**8 numbers. Source: notes,
    Converting FC layers to CONV layers.
    """
    (C, H, W), grid = check_matrix(w, b, in_shape, stride, pad)
    (F_h, F_w), (S_h, S_w), (top, left), (bottom, right) = grid.size, grid.stride, grid.before, grid.after
    matrix = np.zeros((len(w), *grid.out, C, top + H + bottom, left + W + right), dtype=w.dtype, like=w)
    for i in range(grid.out[0]):
        for j in range(grid.out[1]):
            matrix[:, i, j, :, i * S_h : i * S_h + F_h, j * S_w : j * S_w + F_w] = w
    matrix = matrix[..., top : top + H, left : left + W]  # weights on the padding meet zeros only
    bias = None if b is None else np.repeat(b, prod(grid.out))
    return matrix.reshape(len(w) * prod(grid.out), C * H * W), bias


# ---- 06 Fully connected and convolutional: An FC layer is a CONV layer ----
def fc_as_conv(w, in_shape):
    """Returns an FC layer's weights as filters that are as large as its input.

    w (K,C*H*W), in_shape (C,H,W), what the layer reads -> w (K,C,H,W), a view. The biases
    stay the same. Source: notes, Converting FC layers to CONV layers.
    """
    C, H, W = as_fc_input(w, in_shape)
    return w.reshape(len(w), C, H, W)


# ---- 06 Fully connected and convolutional: One pass, or 36 crops ----
def fully_convolutional(net):
    """Returns a Net that gives the same scores by CONV layers alone.

    x (N,C,H,W) -> (N,K,1,1). Each FC layer becomes a CONV layer whose filters are as
    large as the volume that it reads: F=7 for VGGNet's first, and F=1 for those that
    follow. Global average pooling becomes average pooling over windows of that size.
    The numbers are those of net, and are shared with it. score_map runs it on larger
    images. ValueError, which names the layer, if one can't slide. Source: notes,
    Converting FC layers to CONV layers.
    """
    check_net(net)
    layer = convolutional_layer(net.layer, net.in_shape)
    return Net(layer, net.in_shape, *values_reshaped(net, layer))


def score_map(net, images):
    """Returns the scores of all crops of larger images, in one pass.

    images (N,C,H,W) -> scores (N,K,H',W'). Neighbouring crops are stride_of(net.layer)
    pixels apart. The map has a cell for each one that fits whole, as what crop_scores
    gives. Errors are those of fully_convolutional, and ValueError for images that are
    smaller than those that net reads.
    """
    check_larger(net, images)
    image, crop = images.shape[1:], net.in_shape[1:]
    scores = resized(fully_convolutional(net), image)(images)
    rows, columns = crop_corners(image, crop, stride_of(net.layer))
    # Padding may have made room for a crop that sticks out.
    return scores[:, :, : len(rows), : len(columns)]


def crop_scores(net, images, stride=None):
    """Returns the scores of each crop by itself, one run of the net after the other.

    images (N,C,H,W) -> scores (N,K,H',W'). A crop is as large as what net reads; stride
    is that of the net if None, so that cell (i,j) is to be compared with that of
    score_map. Errors are those of score_map.
    """
    check_larger(net, images)
    _, H, W = net.in_shape
    stride = stride_of(net.layer) if stride is None else stride
    rows, columns = crop_corners(images.shape[1:], (H, W), stride)
    lines = [[net(images[:, :, i : i + H, j : j + W]) for j in columns] for i in rows]
    scores = np.stack([np.stack(line, axis=-1) for line in lines], axis=-2)
    # A net that can slide already gives 1x1 scores; these two axes go.
    return scores.reshape(*scores.shape[:2], len(rows), len(columns))


# ---- 06 Fully connected and convolutional: Exercise: four maps into one ----
def interleave(maps):
    """Returns the maps of shifted passes as one; maps[i][j] (N,K,H',W') begins i steps down and j to the right."""
    rows = sum(line[0].shape[2] for line in maps)
    columns = sum(found.shape[3] for found in maps[0])
    whole = np.empty_like(maps[0][0], shape=(*maps[0][0].shape[:2], rows, columns))
    for i, line in enumerate(maps):
        for j, found in enumerate(line):
            whole[:, :, i :: len(maps), j :: len(line)] = found
    return whole


def shifted_passes(net, images, shift):
    """Returns a score map with a place every `shift` pixels.

    images (N,C,H,W) -> scores (N,K,H',W'). The net moves by its own stride, 32 for
    VGGNet's, so it runs once for each shift of the image below that: for 16 four times,
    at (0,0), (0,16), (16,0) and (16,16). shift is a number or (rows, columns). ValueError
    unless it divides the stride; other errors are those of score_map. Source: notes,
    Converting FC layers to CONV layers.
    """
    check_larger(net, images)
    shift, stride = as_pair(shift, "shift", least=1), stride_of(net.layer)
    check_shift(shift, stride)
    shifts = []
    for S, image, crop, step in zip(stride, images.shape[2:], net.in_shape[1:], shift, strict=True):
        shifts.append(range(0, min(S, image - crop + 1), step))  # no further than a crop still fits
    rows, columns = shifts
    return interleave([[score_map(net, images[:, :, i:, j:]) for j in columns] for i in rows])


def average_over_places(scores):
    """Returns the mean of each score over all places: a score map (N,K,H',W') -> (N,K)."""
    return global_avg_pool_forward(scores)[0]
