"""A net slid over a canvas: the map of its scores, what that costs, and how a crop by itself differs.

widgets/js/fully_connected_as_convolution/model.js has the same.
"""

from typing import NamedTuple

import numpy as np

from cs231n_kit.sliding import split_classifier, stride_of, untouched_cells
from cs231n_kit.surgery import fully_convolutional

from ..nets import build_net, receptive_field

SURE = 0.9  # the probability from which on a place shows a digit
EQUAL = 1e-9  # of the largest number: what differs by less does so by rounding


class Scan(NamedTuple):
    """What one pass over a canvas gives: the volume before the FC layers (D,h,w), and the scores (K,rows,cols)."""

    before: np.ndarray
    scores: np.ndarray


class Sliding:
    """A net for square images, cut in two: the layers before its first FC layer, and the head, as CONV layers.

    `described` is what JavaScript has of it: {layers, weights, dtype, side, mean, std}.
    """

    def __init__(self, described):
        self.side, self.mean, self.std = described["side"], described["mean"], described["std"]
        self.net = build_net(described, (1, self.side, self.side))
        self.features, classifier = split_classifier(self.net)
        self.head = fully_convolutional(classifier)
        self.step = stride_of(self.features.layer)[0]  # pixels from one place of the map to the next
        self.sees = receptive_field(described["layers"][: len(self.features.layer)])[
            "size"
        ]  # pixels, before the FC layers
        self.cells = self.head.in_shape[1]  # along each side, before the FC layers

    def places(self, H, W):
        """Returns (rows, cols) of the map for a canvas."""
        return (H - self.side) // self.step + 1, (W - self.side) // self.step + 1

    def run_features(self, image):
        """Returns the volume before the FC layers of an image (H,W) of any size: (D,h,w)."""
        return run(self.features, ((image - self.mean) / self.std)[None])

    def scan(self, image):
        """Returns the Scan of an image (H,W)."""
        before = self.run_features(image)
        rows, cols = self.places(*image.shape)
        return Scan(before, run(self.head, before)[:, :rows, :cols])

    def crop(self, image, row, col):
        """Returns the crop of an image that a place of the map stands for, (side,side)."""
        top, left = self.step * row, self.step * col
        return image[top : top + self.side, left : left + self.side]

    def differences(self, scan, image, row, col):
        """Returns by how much each cell before the FC layers differs in the crop by itself: its largest number."""
        alone = self.run_features(self.crop(image, row, col))
        passed = scan.before[:, row : row + self.cells, col : col + self.cells]
        most = np.abs(alone - passed).max(axis=0)
        most[most <= EQUAL * max(1, np.abs(passed).max())] = 0
        return most

    def scores_alone(self, image, row, col):
        """Returns the scores (K,) of a crop by itself."""
        return run(self.head, self.run_features(self.crop(image, row, col))).ravel()

    def untouched(self, H, W, row, col):
        """Returns which cells before the FC layers of a crop see no cut edge, from sizes alone: bools (cells,cells)."""
        corner = self.step * row, self.step * col
        return untouched_cells(self.features.layer, self.net.in_shape, (1, H, W), *corner)

    def macs(self, H, W):
        """Returns multiply-adds: (of one pass over a canvas, of one crop by itself)."""
        features = self.features.layer
        once = features.macs((1, H, W)) + self.head.layer.macs(features.out_shape((1, H, W)))
        return once, self.net.layer.macs(self.net.in_shape)


def run(net, x):
    """Returns what a net makes of one input (C,H,W), which may be larger than those that it was made for."""
    return net.layer.forward(x[None], net.params, net.state, keep=False)[0][0]


def probabilities(scores):
    """Returns the softmax of scores (K,rows,cols) over the classes."""
    exps = np.exp(scores - scores.max(axis=0))
    return exps / exps.sum(axis=0)


def seen_at(scores, labels):
    """Returns the class that each place shows, (rows,cols); -1 where none, or the one without a label, is sure."""
    most = scores.argmax(axis=0)
    named = np.array([label != "" for label in labels])
    return np.where((probabilities(scores).max(axis=0) >= SURE) & named[most], most, -1)


def sightings(shown, labels):
    """Returns at how many places of a map each class is seen, in their order: {class: count}."""
    counts = {k: int((shown == k).sum()) for k in range(len(labels))}
    return {k: count for k, count in counts.items() if count}


def best_place(scores, labels):
    """Returns (k, row, col) of the highest score of a class that has a label."""
    named = [k for k, label in enumerate(labels) if label]
    row, col = first_best(scores[named].max(axis=0))
    return named[int(scores[named, row, col].argmax())], row, col


def first_best(values):
    """Returns the first place of the largest number, and of those that differ from it by rounding."""
    top = values.max()
    row, col = np.argwhere(values >= top - EQUAL * max(1, abs(top)))[0]
    return int(row), int(col)
