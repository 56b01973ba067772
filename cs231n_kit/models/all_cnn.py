"""The All Convolutional Net: a stride in place of each pool, and CONV layers only, up to the average at the end."""

from cs231n_kit.layers import Conv2d, GlobalAvgPool2d, MaxPool2d, ReLU, Serial
from cs231n_kit.models.alexnet import drop
from cs231n_kit.models.model import Model
from cs231n_kit.shapes import as_choice

__all__ = ["all_cnn"]

# Table 1: the sizes of the filters in each of the first two blocks.
SIZES = {"A": (5,), "B": (5, 1), "C": (3, 3)}
KINDS = {"base": "Model", "strided": "Strided-CNN", "convpool": "ConvPool-CNN", "all": "All-CNN"}


def all_cnn(num_classes=10, *, model="C", kind="all", dropout=0.5):
    """Returns the All Convolutional Net for CIFAR-10's images of 3x32x32.

    model is "A", "B" or "C", which differ in the sizes of their filters. kind is "all", or one of the three nets that
    the paper compares it with: "base" has max pools, "strided" a stride in the layer before each of them instead, and
    "convpool" the pools and as many layers as "all". dropout=0 leaves the dropout out, that of the input (0.2), too.
    """
    sizes = SIZES[as_choice(model, "model", SIZES)]
    as_choice(kind, "kind", KINDS)
    layers = Serial(
        *drop(0.2 if dropout else 0),
        *block(96, sizes, kind), *drop(dropout),
        *block(192, sizes, kind), *drop(dropout),
        Conv2d(192, 3), ReLU(), Conv2d(192, 1), ReLU(), Conv2d(num_classes, 1), ReLU(),
        GlobalAvgPool2d(),
    )  # fmt: skip
    return Model(f"{KINDS[kind]}-{model}" if kind != "base" else f"Model {model}", layers, (3, 32, 32), SOURCE)


SOURCE = "Springenberg and others, 2014, Tables 1 and 2."


def block(filters, sizes, kind):
    """Returns the layers of a block, which halves the map at its end."""
    sizes = (*sizes, 3) if kind in ("convpool", "all") else sizes
    layers = []
    for size in sizes:
        layers += [Conv2d(filters, size, pad=size // 2), ReLU()]
    if kind in ("base", "convpool"):
        return [*layers, MaxPool2d(3, stride=2, fit="pad")]
    last = Conv2d(filters, sizes[-1], stride=2, pad=sizes[-1] // 2)
    return [*layers[:-2], last, ReLU()]
