"""ZFNet, which won ILSVRC 2013: AlexNet with a smaller first filter and stride."""

from cs231n_kit.layers import Conv2d, Linear, MaxPool2d, ReLU, Serial
from cs231n_kit.models.alexnet import drop
from cs231n_kit.models.model import Model

__all__ = ["zfnet"]


def zfnet(num_classes=1000, *, dropout=0.5):
    """Returns ZFNet for images of 3x224x224; dropout=0 leaves the dropout out."""
    layers = Serial(
        Conv2d(96, 7, stride=2, fit="pad"), ReLU(), MaxPool2d(3, stride=2, fit="pad"),
        Conv2d(256, 5, stride=2), ReLU(), MaxPool2d(3, stride=2, fit="pad"),
        Conv2d(384, 3, pad=1), ReLU(),
        Conv2d(384, 3, pad=1), ReLU(),
        Conv2d(256, 3, pad=1), ReLU(), MaxPool2d(3, stride=2),
        Linear(4096), ReLU(), *drop(dropout),
        Linear(4096), ReLU(), *drop(dropout),
        Linear(num_classes),
    )  # fmt: skip
    return Model("ZFNet", layers, (3, 224, 224), SOURCE)


SOURCE = (
    "Zeiler and Fergus, 2013, Figure 3. It gives the sizes 110, 55, 26, 13 and 6, and not how its windows fit: here "
    "they are padded. The contrast normalisation, which has no weights, is left out."
)
