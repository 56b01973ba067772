"""Two nets of fully connected layers with the same weights, without and with batch norm, and histograms of what comes
out of each layer; widgets/js/activation_histograms/model.js has the same.
"""

from functools import lru_cache
from math import floor, log10
from typing import NamedTuple

import numpy as np

from ..dice import Dice

UNITS, BATCH = 100, 100  # of each layer, and numbers of an input; inputs
HE = (2 / UNITS) ** 0.5  # the weights' deviation at scale 1
BINS, TOP = 16, 4  # of equal width, from 0 to TOP; what lies below and above them has one more each
LEAST, MOST = 0.2, 5  # of the scale
FEW, MANY = 2, 10  # layers
DEAD = 0.9  # share of zeros from which on a layer is dead
APART = 1.04  # how far from He's, as a factor, scales are to be found on both sides
HALF = 0.5  # of the first layer's deviation: a net holds if its last layer keeps this much, and at most 1 / HALF
EPS = 1e-5  # of batch norm


class Layer(NamedTuple):
    """A layer in numbers: its name, mean, deviation, the share of zeros, and how many of the other values lie below
    the bins, in each of them, and above them."""

    name: str
    mean: float
    deviation: float
    zeros: float
    counts: list


class Row(NamedTuple):
    """A row of histograms: its title, its Layers, and where the bins begin and end."""

    title: str
    layers: list
    low: float
    high: float

    @property
    def ratio(self):
        """Give the last layer's deviation as a multiple of the first's; None if that is 0."""
        first, last = self.layers[0].deviation, self.layers[-1].deviation
        return last / first if first > 0 else None

    @property
    def fate(self):
        """Tell what has become of the last layer: "dead", "fades", "explodes" or "holds"."""
        dead = self.ratio is None or self.layers[-1].zeros >= DEAD
        return "dead" if dead else fate(self.ratio)


def fate(ratio):
    """Tell what has become of a deviation, as a multiple of the first layer's."""
    return "fades" if ratio < HALF else "explodes" if ratio > 1 / HALF else "holds"


@lru_cache(maxsize=4)
def draw(seed):
    """Returns the inputs (BATCH,UNITS), and the weights (UNITS,UNITS) of MANY layers at deviation 1."""
    dice = Dice(seed)
    x = dice.normal((BATCH, UNITS))
    return x, [dice.normal((UNITS, UNITS)) for _ in range(MANY)]


def normalise(y):
    """Returns y (N,D) after batch norm in training, with gamma 1 and beta 0."""
    return (y - y.mean(axis=0)) / np.sqrt(y.var(axis=0) + EPS)


def outputs(seed, layers, scale, norm):
    """Returns what comes out of each layer's ReLU: arrays (BATCH,UNITS)."""
    x, weights = draw(seed)
    found = []
    for w in weights[:layers]:
        x = scale * HE * np.einsum("nd,kd->nk", x, w)  # for products as small as these, threads only cost time
        x = np.maximum(normalise(x) if norm else x, 0)
        found.append(x)
    return found


def summary(name, values, low, high):
    """Returns the Layer of an array of any shape, for bins from low to high."""
    values = np.asarray(values, float).ravel()
    rest = values[values != 0]
    places = np.floor((rest - low) / (high - low) * BINS).clip(-1, BINS).astype(int)
    counts = np.bincount(places + 1, minlength=BINS + 2).tolist()
    return Layer(name, float(values.mean()), float(values.std()), float((values == 0).mean()), counts)


@lru_cache(maxsize=64)
def study(seed, layers, scale):
    """Returns the Rows of the two nets, without and with batch norm."""
    rows = []
    for title, norm in (("Without batch norm", False), ("With batch norm", True)):
        each = enumerate(outputs(seed, layers, scale, norm), 1)
        rows.append(Row(title, [summary(f"layer {n}", values, 0, TOP) for n, values in each], 0, TOP))
    return rows


def own_bins(arrays):
    """Returns where the bins for a learner's arrays begin and end: wide enough for the first that isn't all zeros."""
    size = next((size for size in (np.sqrt(np.mean(np.square(one, dtype=float))) for one in arrays) if size), 1)
    wide = 3.4 * float(size)  # of half a bell, nearly all
    unit = 10.0 ** floor(log10(wide))
    high = float(np.ceil(wide / unit)) * unit
    return (-high if min(np.min(one) for one in arrays) < 0 else 0), high
