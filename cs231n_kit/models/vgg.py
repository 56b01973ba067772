"""VGGNet, second in ILSVRC 2014: nothing but 3x3 filters and 2x2 pools, and 16 or 19 layers with weights."""

from cs231n_kit.layers import LRN, BatchNorm, Conv2d, Linear, MaxPool2d, ReLU, Serial
from cs231n_kit.models.alexnet import drop
from cs231n_kit.models.model import Model
from cs231n_kit.shapes import as_bool, as_choice

__all__ = ["vgg", "vgg11", "vgg13", "vgg16", "vgg19"]

# Table 1, block by block: filters of 3x3, "lrn", or filters of 1x1 as "1x1". A pool ends each block.
CONFIGURATIONS = {
    "A": [[64], [128], [256] * 2, [512] * 2, [512] * 2],
    "A-LRN": [[64, "lrn"], [128], [256] * 2, [512] * 2, [512] * 2],
    "B": [[64] * 2, [128] * 2, [256] * 2, [512] * 2, [512] * 2],
    "C": [[64] * 2, [128] * 2, [256, 256, "1x1"], [512, 512, "1x1"], [512, 512, "1x1"]],
    "D": [[64] * 2, [128] * 2, [256] * 3, [512] * 3, [512] * 3],
    "E": [[64] * 2, [128] * 2, [256] * 4, [512] * 4, [512] * 4],
}
NAMES = {"A": "VGG-11", "A-LRN": "VGG-11 with LRN", "B": "VGG-13", "C": "VGG-16, configuration C", "D": "VGG-16",
         "E": "VGG-19"}  # fmt: skip


def vgg(configuration="D", num_classes=1000, *, batch_norm=False, dropout=0.5):
    """Returns a VGGNet for images of 3x224x224, of a configuration of the paper's Table 1: A, A-LRN, B, C, D or E.

    batch_norm=True puts batch normalisation behind each CONV layer, as torchvision offers it; the paper is older.
    dropout=0 leaves the dropout out.
    """
    blocks = CONFIGURATIONS[as_choice(configuration, "configuration", CONFIGURATIONS)]
    features = [layer for block in blocks for layer in vgg_block(block, as_bool(batch_norm, "batch_norm"))]
    classifier = [
        Linear(4096), ReLU(), *drop(dropout),
        Linear(4096), ReLU(), *drop(dropout),
        Linear(num_classes),
    ]  # fmt: skip
    learning = [f"features.{i}" for i, layer in enumerate(features) if isinstance(layer, Conv2d | BatchNorm)]
    names = (*learning, "classifier.0", "classifier.3", "classifier.6")
    source = f"Simonyan and Zisserman, 2014, Table 1, configuration {configuration}"
    name = NAMES[configuration] + (" with batch norm" if batch_norm else "")
    return Model(name, Serial(*features, *classifier), (3, 224, 224), source, names)


def vgg_block(block, batch_norm):
    """Returns the layers of a block, a pool at its end."""
    layers = []
    for filters in block:
        if filters == "lrn":
            layers.append(LRN(5, alpha=5e-4, beta=0.75, k=2))  # with the paper's settings, which are AlexNet's
            continue
        size, filters = (1, block[0]) if filters == "1x1" else (3, filters)
        layers += [Conv2d(filters, size, pad=size // 2), *([BatchNorm()] if batch_norm else []), ReLU()]
    return [*layers, MaxPool2d(2)]


def vgg11(num_classes=1000, **settings):
    """Returns VGG-11, configuration A; the settings are those of vgg."""
    return vgg("A", num_classes, **settings)


def vgg13(num_classes=1000, **settings):
    """Returns VGG-13, configuration B; the settings are those of vgg."""
    return vgg("B", num_classes, **settings)


def vgg16(num_classes=1000, *, configuration="D", **settings):
    """Returns VGG-16, configuration D, or C with its 1x1 filters; the other settings are those of vgg."""
    return vgg(as_choice(configuration, "configuration", ("C", "D")), num_classes, **settings)


def vgg19(num_classes=1000, **settings):
    """Returns VGG-19, configuration E; the settings are those of vgg."""
    return vgg("E", num_classes, **settings)
