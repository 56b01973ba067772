"""LeNet-5, which read cheques: CONV, subsampling, CONV, subsampling, and three layers that are fully connected."""

from dataclasses import dataclass

import numpy as np

from cs231n_kit.backend import require_same_backend
from cs231n_kit.layers import AvgPool2d, Concat, Conv2d, Linear, Serial, Tanh
from cs231n_kit.layers.base import Layer
from cs231n_kit.memory import Buffer, Rule, rule_of
from cs231n_kit.models.model import Model
from cs231n_kit.shapes import as_choice, as_dtype, as_int, as_shape, check_params, check_volume

__all__ = ["lenet5"]


def lenet5(num_classes=10, *, variant="simple"):
    """Returns LeNet-5 for images of 1x32x32.

    variant="simple" is what is called LeNet-5 today: each filter of C3 reads all six maps, the subsampling has no
    weights, and the scores come from an FC layer. variant="paper" has the paper's table of what each filter reads,
    its subsampling with a weight and a bias for each map, and scores that are distances from fixed codes.
    """
    as_choice(variant, "variant", ("simple", "paper"))
    make = paper if variant == "paper" else simple
    return Model(f"LeNet-5 ({variant})" if variant == "paper" else "LeNet-5", make(num_classes), (1, 32, 32), SOURCE)


SOURCE = (
    "LeCun and others, 1998, Figure 2 and Table I. In the simple variant each filter of the second CONV layer reads "
    "all six maps, the pooling has no weights, and the scores come from an FC layer. In the paper's, the squashing is "
    "tanh(x), not 1.7159 tanh(2x/3), and the ten codes are drawn at random, which the paper mentions beside its own, "
    "small pictures of the characters."
)


def simple(num_classes):
    """Returns the layers as they are built today."""
    return Serial(
        Conv2d(6, 5), Tanh(), AvgPool2d(2),
        Conv2d(16, 5), Tanh(), AvgPool2d(2),
        Linear(120), Tanh(), Linear(84), Tanh(), Linear(num_classes),
    )  # fmt: skip


# Table I: which maps of S2 each of the sixteen filters of C3 reads.
C3 = [
    (0, 1, 2), (1, 2, 3), (2, 3, 4), (3, 4, 5), (0, 4, 5), (0, 1, 5),
    (0, 1, 2, 3), (1, 2, 3, 4), (2, 3, 4, 5), (0, 3, 4, 5), (0, 1, 4, 5), (0, 1, 2, 5),
    (0, 1, 3, 4), (1, 2, 4, 5), (0, 2, 3, 5),
    (0, 1, 2, 3, 4, 5),
]  # fmt: skip


def paper(num_classes):
    """Returns the layers of the paper: C1, S2, C3, S4, C5, F6, and distances from codes."""
    c3 = Concat(*[Serial(Maps(maps), Conv2d(1, 5)) for maps in C3])
    return Serial(
        Conv2d(6, 5), Tanh(), AvgPool2d(2), ScaleMaps(), Tanh(),
        c3, Tanh(), AvgPool2d(2), ScaleMaps(), Tanh(),
        Conv2d(120, 5), Tanh(), Linear(84), Tanh(), Distances(num_classes),
    )  # fmt: skip


@dataclass(frozen=True, repr=False)
class Maps(Layer):
    """Some channels of a volume: x (N,C,H,W) -> y (N,len(channels),H,W)."""

    channels: tuple

    def out_shape(self, in_shape):
        C, *sides = check_volume(in_shape, self)
        if not all(0 <= channel < C for channel in self.channels):
            raise ValueError(f"There are channels 0 to {C - 1}; {self} reads others.")
        return (len(self.channels), *sides)

    def _forward(self, x):
        return x[:, list(self.channels)], x.shape

    def _backward(self, dy, x_shape):
        dx = np.zeros_like(dy, shape=x_shape)
        dx[:, list(self.channels)] = dy
        return dx


@dataclass(frozen=True, repr=False)
class ScaleMaps(Layer):
    """A weight and a bias for each channel: y = weight * x + bias, x (N,C,H,W) -> y like x."""

    param_names = ("weight", "bias")

    def out_shape(self, in_shape):
        return check_volume(in_shape, self)

    def param_shapes(self, in_shape):
        C, *_ = self.out_shape(in_shape)
        return {"weight": (C,), "bias": (C,)}

    def fan_in(self, in_shape):
        return 1

    def _forward(self, x, weight, bias):
        return x * weight[:, None, None] + bias[:, None, None], (x, weight)

    def _backward(self, dy, cache):
        x, weight = cache
        return dy * weight[:, None, None], (dy * x).sum(axis=(0, 2, 3)), dy.sum(axis=(0, 2, 3))


@dataclass(frozen=True, repr=False)
class Distances(Layer):
    """Scores that are distances from fixed codes of -1 and 1: x (N,D) -> y (N,units), -|x - code|^2.

    The codes are a state and not parameters: training doesn't change them. The paper calls these RBF units.
    """

    units: int

    def __post_init__(self):
        as_int(self.units, "units", least=1)

    def out_shape(self, in_shape):
        (_,) = as_shape(in_shape)
        return (int(self.units),)

    def state_shapes(self, in_shape):
        return {"codes": (int(self.units), *as_shape(in_shape))}

    def init(self, rng, in_shape, *, like=None, dtype=np.float32):
        codes = rng.choice([-1.0, 1.0], self.state_shapes(in_shape)["codes"])
        return {}, {"codes": np.asarray(codes, dtype=as_dtype(dtype), like=like)}

    def macs(self, in_shape):
        return int(self.units) * as_shape(in_shape)[0]

    def _run(self, x, params, state, **mode):
        check_params(self, x, params)
        require_same_backend(x, state["codes"])
        apart = x[:, None, :] - state["codes"]
        return -(apart * apart).sum(axis=2), apart, state

    def _backward(self, dy, apart):
        return -2 * (dy[:, :, None] * apart).sum(axis=1)


# ---- what they need of memory --------------------------------------------------------------------------------------
@rule_of.register
def maps_rule(layer: Maps, job):
    return Rule()


@rule_of.register
def scale_maps_rule(layer: ScaleMaps, job):
    return Rule("x", workspace=job.y, backward_workspace=job.x)  # y before the bias is added; dy times x


@rule_of.register
def distances_rule(layer: Distances, job):
    apart = Buffer((job.n, *job.out_shape, *job.in_shape), job.dtype)
    return Rule(own={"apart": apart}, workspace=apart.nbytes, backward_workspace=apart.nbytes)  # the squares
