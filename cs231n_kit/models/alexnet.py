"""AlexNet, which won ILSVRC 2012: five CONV layers, three FC layers, ReLU and dropout, on two GPUs."""

from cs231n_kit.layers import LRN, Conv2d, Dropout, Linear, MaxPool2d, ReLU, Serial
from cs231n_kit.models.model import Model
from cs231n_kit.shapes import as_choice

__all__ = ["alexnet"]


def alexnet(num_classes=1000, *, variant="paper", dropout=0.5):
    """Returns AlexNet, for images of 3x227x227: variant="paper" in two groups, one for each of its two GPUs.

    "single" is the same net without groups; "torchvision" has fewer filters and no LRN, and reads 3x224x224. dropout=0
    leaves the dropout out.
    """
    as_choice(variant, "variant", ("paper", "single", "torchvision"))
    if variant == "torchvision":
        features, side, source = one_tower(), 224, "Krizhevsky, 2014 (one weird trick), as in torchvision"
    else:
        features, side, source = two_towers(2 if variant == "paper" else 1), 227, SOURCE
    classifier = Serial(
        *drop(dropout), Linear(4096), ReLU(),
        *drop(dropout), Linear(4096), ReLU(),
        Linear(num_classes),
    )  # fmt: skip
    name = "AlexNet" if variant == "paper" else f"AlexNet ({variant})"
    return Model(name, Serial(*features.layers, *classifier.layers), (3, side, side), source, PYTORCH)


SOURCE = (
    "Krizhevsky and others, 2012, Figure 2: two groups, one for each of its two GPUs. Its pictures have 224 pixels a "
    "side there; its sizes need 227. Its normalisation has an alpha of 0.0001, which it doesn't divide by 5, as LRN "
    "does; so it is 0.0005 here."
)
PYTORCH = (*(f"features.{i}" for i in (0, 3, 6, 8, 10)), *(f"classifier.{i}" for i in (1, 4, 6)))


def two_towers(groups):
    """Returns the paper's CONV layers: in two groups, the two halves only meet in the third of them."""
    norm = LRN(5, alpha=5e-4, beta=0.75, k=2)
    return Serial(
        Conv2d(96, 11, stride=4), ReLU(), norm, MaxPool2d(3, stride=2),
        Conv2d(256, 5, pad=2, groups=groups), ReLU(), norm, MaxPool2d(3, stride=2),
        Conv2d(384, 3, pad=1), ReLU(),
        Conv2d(384, 3, pad=1, groups=groups), ReLU(),
        Conv2d(256, 3, pad=1, groups=groups), ReLU(), MaxPool2d(3, stride=2),
    )  # fmt: skip


def one_tower():
    """Returns torchvision's CONV layers, which fit on one GPU."""
    return Serial(
        Conv2d(64, 11, stride=4, pad=2), ReLU(), MaxPool2d(3, stride=2),
        Conv2d(192, 5, pad=2), ReLU(), MaxPool2d(3, stride=2),
        Conv2d(384, 3, pad=1), ReLU(),
        Conv2d(256, 3, pad=1), ReLU(),
        Conv2d(256, 3, pad=1), ReLU(), MaxPool2d(3, stride=2),
    )  # fmt: skip


def drop(share):
    """Returns a list with a dropout layer, or an empty one if nothing is dropped."""
    return [Dropout(share)] if share else []
