"""Network in Network: a small net of 1x1 CONV layers behind each filter, and an average in place of FC layers."""

from cs231n_kit.layers import AvgPool2d, Conv2d, GlobalAvgPool2d, MaxPool2d, ReLU, Serial
from cs231n_kit.models.alexnet import drop
from cs231n_kit.models.model import Model

__all__ = ["mlpconv", "nin"]


def mlpconv(filters, size, hidden, out):
    """Returns an mlpconv layer: at each place two more layers of 1x1 behind the filters."""
    return [Conv2d(filters, size, pad=size // 2), ReLU(), Conv2d(hidden, 1), ReLU(), Conv2d(out, 1), ReLU()]


def nin(num_classes=10, *, dropout=0.5):
    """Returns the Network in Network for CIFAR-10's images of 3x32x32; dropout=0 leaves the dropout out."""
    layers = Serial(
        *mlpconv(192, 5, 160, 96), MaxPool2d(3, stride=2, fit="pad"), *drop(dropout),
        *mlpconv(192, 5, 192, 192), AvgPool2d(3, stride=2, fit="pad"), *drop(dropout),
        *mlpconv(192, 3, 192, num_classes), GlobalAvgPool2d(),
    )  # fmt: skip
    return Model("Network in Network", layers, (3, 32, 32), SOURCE)


SOURCE = "Lin and others, 2013; the numbers of filters are those of the authors' own net for CIFAR-10."
