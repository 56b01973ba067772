"""GoogLeNet, which won ILSVRC 2014: nine Inception modules, each of them four lanes side by side."""

from cs231n_kit.heads import WithHeads
from cs231n_kit.layers import (
    LRN,
    AvgPool2d,
    BatchNorm,
    Conv2d,
    Dropout,
    GlobalAvgPool2d,
    Linear,
    MaxPool2d,
    ReLU,
    Serial,
)
from cs231n_kit.models.blocks import conv_relu, inception
from cs231n_kit.models.model import Model
from cs231n_kit.shapes import as_bool, as_choice

__all__ = ["googlenet"]


def conv_norm_relu(filters, size, **settings):
    """Returns torchvision's: [CONV without biases, batch norm, ReLU]."""
    return [Conv2d(filters, size, pad=size // 2, bias=False, **settings), BatchNorm(eps=1e-3), ReLU()]


# Table 1 of the paper, by module: #1x1, #3x3 reduce, #3x3, #5x5 reduce, #5x5, pool proj.
MODULES = {
    "3a": (64, 96, 128, 16, 32, 32), "3b": (128, 128, 192, 32, 96, 64),
    "4a": (192, 96, 208, 16, 48, 64), "4b": (160, 112, 224, 24, 64, 64), "4c": (128, 128, 256, 24, 64, 64),
    "4d": (112, 144, 288, 32, 64, 64), "4e": (256, 160, 320, 32, 128, 128),
    "5a": (256, 160, 320, 32, 128, 128), "5b": (384, 192, 384, 48, 128, 128),
}  # fmt: skip


def googlenet(num_classes=1000, *, variant="paper", aux=True):
    """Returns GoogLeNet for images of 3x224x224; aux=False leaves its two auxiliary heads out.

    Under train=True a net with heads gives (scores, the first head's, the second's), and the losses of the heads are
    added with a weight of 0.3 (cs231n_kit.heads). variant="torchvision" has batch norm and no biases, no LRN, and 3x3
    filters where the paper's module has 5x5.
    """
    in_torchvision = as_choice(variant, "variant", ("paper", "torchvision")) == "torchvision"
    conv, large = (conv_norm_relu, 3) if in_torchvision else (conv_relu, 5)
    modules = {name: inception(*numbers, conv=conv, large=large) for name, numbers in MODULES.items()}

    def halve(size=3):
        return MaxPool2d(size, stride=2, fit="pad")

    stem = stem_of(conv, halve, norm=[] if in_torchvision else [LRN(5, alpha=5e-4, beta=0.75, k=2)])
    stages = (
        Serial(*stem, modules["3a"], modules["3b"], halve(), modules["4a"]),
        Serial(modules["4b"], modules["4c"], modules["4d"]),
        Serial(modules["4e"], halve(2 if in_torchvision else 3), modules["5a"], modules["5b"],
               GlobalAvgPool2d(), Dropout(0.2 if in_torchvision else 0.4), Linear(num_classes)),
    )  # fmt: skip
    heads = (head(num_classes, conv), head(num_classes, conv)) if as_bool(aux, "aux") else ()
    layer = WithHeads(stages, heads) if heads else Serial(*stages)
    name = "GoogLeNet (torchvision)" if in_torchvision else "GoogLeNet"
    return Model(name, layer, (3, 224, 224), SOURCE, tuple(pytorch_layers(in_torchvision, len(heads))))


SOURCE = (
    "Szegedy and others, 2014, Table 1 and Figure 3. LRN has the settings of AlexNet, which the paper doesn't give. In "
    "torchvision, batch norm takes the place of LRN and of the biases (with an eps of 0.001), and 3x3 filters that of "
    "5x5, a slip that is kept for the sake of its weights. Its heads pool adaptively, over windows that are not evenly "
    "apart, and here as in the paper."
)


def stem_of(conv, halve, norm):
    """Returns the layers before the first module, an ordinary ConvNet; norm is a list with its LRN, or an empty one."""
    return [*conv(64, 7, stride=2), halve(), *norm, *conv(64, 1), *conv(192, 3), *norm, halve()]


def head(num_classes, conv):
    """Returns an auxiliary head: 14x14 pooled to 4x4, a 1x1 CONV layer, and two FC layers."""
    return Serial(AvgPool2d(5, stride=3), *conv(128, 1), Linear(1024), ReLU(), Dropout(0.7), Linear(num_classes))


def pytorch_layers(with_norm, heads):
    """Yields torchvision's names of the layers that learn, in the order of a pass, the heads last."""
    parts = ("conv", "bn") if with_norm else ("conv",)
    lanes = ("branch1", "branch2.0", "branch2.1", "branch3.0", "branch3.1", "branch4.1")
    convs = ["conv1", "conv2", "conv3", *[f"inception{name}.{lane}" for name in MODULES for lane in lanes]]
    yield from [f"{conv}.{part}" for conv in convs for part in parts]
    yield "fc"
    for i in range(1, heads + 1):
        yield from [f"aux{i}.conv.{part}" for part in parts]
        yield from (f"aux{i}.fc1", f"aux{i}.fc2")
