"""ResNet, which won ILSVRC 2015: blocks whose input is added to their output."""

from cs231n_kit.layers import (
    AvgPool2d,
    BatchNorm,
    Conv2d,
    GlobalAvgPool2d,
    Linear,
    MaxPool2d,
    PadChannels,
    ReLU,
    Serial,
)
from cs231n_kit.models.blocks import basic, bottleneck, conv, plain_block, preactivation_block, residual_block
from cs231n_kit.models.model import Model
from cs231n_kit.shapes import as_bool, as_choice

__all__ = [
    "resnet18",
    "resnet20",
    "resnet32",
    "resnet34",
    "resnet44",
    "resnet50",
    "resnet56",
    "resnet101",
    "resnet110",
    "resnet152",
]


# ---- shortcuts -------------------------------------------------------------------------------------------------------
def shortcut_of(option, depth_in, depth_out, stride, preact):
    """Returns the way round a block, or None where the input itself goes round.

    Where the volume changes, option "A" takes every second pixel and fills up with channels of zeros, as many on both
    sides; "B" is a CONV layer of 1x1. "C" is one in every block.
    """
    if option == "none" or (option != "C" and stride == 1 and depth_in == depth_out):
        return None
    if option == "A":
        missing = depth_out - depth_in
        subsample = [AvgPool2d(1, stride=stride)] if stride > 1 else []
        return Serial(*subsample, PadChannels(before=missing // 2, after=missing - missing // 2))
    projection = conv(depth_out, 1, stride)
    return projection if preact else Serial(projection, BatchNorm())


# ---- a net ---------------------------------------------------------------------------------------------------------
def stages(counts, widths, convs, *, shortcuts, preact):
    """Returns (layers, names): all blocks in a row, and PyTorch's names of their layers that learn.

    counts are the blocks of each stage, widths its filters; convs is basic or bottleneck. The first block of a stage
    halves the map, but for that of the first stage.
    """
    layers, names, depth = [], [], widths[0]
    for stage, (count, filters) in enumerate(zip(counts, widths, strict=True), start=1):
        for i in range(count):
            stride = 2 if stage > 1 and i == 0 else 1
            row, first = convs(filters, stride), not layers
            shortcut = shortcut_of(shortcuts, depth, row[-1].filters, stride, preact)
            if shortcuts == "none":
                layers += plain_block(row)
            else:
                layers.append(preactivation_block(row, shortcut, first) if preact else residual_block(row, shortcut))
            names += block_names(f"layer{stage}.{i}", len(row), shortcut, preact, first)
            depth = row[-1].filters
    return layers, names


def block_names(at, convs, shortcut, preact, first):
    """Returns PyTorch's names of a block's layers that learn, in the order of a pass."""
    names = []
    for n in range(1, convs + 1):
        names += [f"{at}.bn{n}", f"{at}.conv{n}"] if preact else [f"{at}.conv{n}", f"{at}.bn{n}"]
    if preact and first:
        names = names[1:]  # the batch norm is that of the first layer
    if isinstance(shortcut, Conv2d):
        names.append(f"{at}.downsample.0")
    elif shortcut is not None and isinstance(shortcut.layers[0], Conv2d):
        names += [f"{at}.downsample.0", f"{at}.downsample.1"]
    return names


def resnet(name, stem, blocks, in_shape, num_classes, fc, preact, source):
    """Returns the Model of a first row of layers, (layers, names) of blocks, and the scores."""
    layers, names = blocks
    last = [BatchNorm(), ReLU()] if preact else []
    net = Serial(*stem, *layers, *last, GlobalAvgPool2d(), Linear(num_classes))
    names = ("conv1", "bn1", *names, *(["bn_last"] if preact else []), fc)
    return Model(f"{name}{' (pre-activation)' if preact else ''}", net, in_shape, source, names)


def imagenet_resnet(depth, counts, convs, num_classes, *, shortcuts="B", preact=False):
    """Returns a ResNet for images of 3x224x224."""
    check(shortcuts, preact)
    stem = [Conv2d(64, 7, stride=2, pad=3, bias=False), BatchNorm(), ReLU(), MaxPool2d(3, stride=2, pad=1)]
    blocks = stages(counts, (64, 128, 256, 512), convs, shortcuts=shortcuts, preact=preact)
    name = f"Plain-{depth}" if shortcuts == "none" else f"ResNet-{depth}"
    return resnet(name, stem, blocks, (3, 224, 224), num_classes, "fc", preact, f"{PAPER}, Table 1. {STRIDE}")


def cifar_resnet(depth, num_classes, *, shortcuts="A", preact=False):
    """Returns a ResNet of 6n + 2 layers for images of 3x32x32."""
    check(shortcuts, preact)
    stem = [conv(16, 3), BatchNorm(), ReLU()]
    blocks = stages([(depth - 2) // 6] * 3, (16, 32, 64), basic, shortcuts=shortcuts, preact=preact)
    name = f"Plain-{depth}" if shortcuts == "none" else f"ResNet-{depth}"
    return resnet(name, stem, blocks, (3, 32, 32), num_classes, "linear", preact, f"{PAPER}, section 4.2.")


PAPER = "He and others, 2015"
STRIDE = (
    "A bottleneck that halves the map does so in its 3x3 layer, as torchvision's; in the paper it is the first 1x1. "
    "Pre-activation is that of He and others, 2016."
)


def check(shortcuts, preact):
    """Raises ValueError for a shortcut or an order of layers that no paper has."""
    as_choice(shortcuts, "shortcuts", ("A", "B", "C", "none"))
    if as_bool(preact, "preact") and shortcuts == "none":
        raise ValueError(
            'Without shortcuts there is no pre-activation: give shortcuts="none" or preact=True, not both.'
        )


def strided(stride_in):
    """Returns bottleneck with the stride in one of its layers, for `stages`."""
    as_choice(stride_in, "stride_in", ("1x1", "3x3"))
    return lambda filters, stride: bottleneck(filters, stride, stride_in)


# ---- the nets of the papers ----------------------------------------------------------------------------------------
def resnet18(num_classes=1000, **settings):
    """Returns ResNet-18 for images of 3x224x224.

    Settings: shortcuts "B", or "A" and "C" of the paper, or "none" for the plain net beside it; preact=True for blocks
    with batch norm and ReLU before their CONV layers.
    """
    return imagenet_resnet(18, (2, 2, 2, 2), basic, num_classes, **settings)


def resnet34(num_classes=1000, **settings):
    """Returns ResNet-34 for images of 3x224x224; the settings are those of resnet18."""
    return imagenet_resnet(34, (3, 4, 6, 3), basic, num_classes, **settings)


def resnet50(num_classes=1000, *, stride_in="3x3", **settings):
    """Returns ResNet-50 for images of 3x224x224, of bottlenecks; stride_in="1x1" has their stride as in the paper.

    The other settings are those of resnet18.
    """
    return imagenet_resnet(50, (3, 4, 6, 3), strided(stride_in), num_classes, **settings)


def resnet101(num_classes=1000, *, stride_in="3x3", **settings):
    """Returns ResNet-101 for images of 3x224x224; the settings are those of resnet50."""
    return imagenet_resnet(101, (3, 4, 23, 3), strided(stride_in), num_classes, **settings)


def resnet152(num_classes=1000, *, stride_in="3x3", **settings):
    """Returns ResNet-152 for images of 3x224x224; the settings are those of resnet50."""
    return imagenet_resnet(152, (3, 8, 36, 3), strided(stride_in), num_classes, **settings)


def resnet20(num_classes=10, **settings):
    """Returns ResNet-20 for images of 3x32x32, CIFAR-10's.

    Settings: shortcuts "A", channels of zeros, or "B" and "C" with weights, or "none" for the plain net beside it;
    preact=True for blocks with batch norm and ReLU before their CONV layers.
    """
    return cifar_resnet(20, num_classes, **settings)


def resnet32(num_classes=10, **settings):
    """Returns ResNet-32 for images of 3x32x32; the settings are those of resnet20."""
    return cifar_resnet(32, num_classes, **settings)


def resnet44(num_classes=10, **settings):
    """Returns ResNet-44 for images of 3x32x32; the settings are those of resnet20."""
    return cifar_resnet(44, num_classes, **settings)


def resnet56(num_classes=10, **settings):
    """Returns ResNet-56 for images of 3x32x32; the settings are those of resnet20."""
    return cifar_resnet(56, num_classes, **settings)


def resnet110(num_classes=10, **settings):
    """Returns ResNet-110 for images of 3x32x32; the settings are those of resnet20."""
    return cifar_resnet(110, num_classes, **settings)
