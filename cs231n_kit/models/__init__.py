"""Nets that have a name: each call gives a Model, which takes no memory until it is built or loaded.

models.vgg16() says how many parameters it has, its layers and its text; .build(seed=0) makes a Net of it, .load(file)
one with the weights of a file. MODELS has one of each by its name, without dropout and auxiliary heads, and
MAKERS the calls that make these: MAKERS["VGG-16"](num_classes=10).
"""

from functools import partial

from cs231n_kit.models.alexnet import alexnet
from cs231n_kit.models.all_cnn import all_cnn
from cs231n_kit.models.googlenet import googlenet
from cs231n_kit.models.lenet import lenet5
from cs231n_kit.models.model import Model
from cs231n_kit.models.nin import nin
from cs231n_kit.models.resnet import (
    resnet18,
    resnet20,
    resnet32,
    resnet34,
    resnet44,
    resnet50,
    resnet56,
    resnet101,
    resnet110,
    resnet152,
)
from cs231n_kit.models.vgg import vgg, vgg11, vgg13, vgg16, vgg19
from cs231n_kit.models.zfnet import zfnet

__all__ = [
    "MAKERS",
    "MODELS",
    "Model",
    "alexnet",
    "all_cnn",
    "googlenet",
    "lenet5",
    "nin",
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
    "vgg",
    "vgg11",
    "vgg13",
    "vgg16",
    "vgg19",
    "zfnet",
]


def named(*makers):
    """Returns ({name: Model}, {name: the call that makes it}) of calls like vgg16."""
    built = [(make(), make) for make in makers]
    return {model.name: model for model, _ in built}, {model.name: make for model, make in built}


MODELS, MAKERS = named(
    lenet5,
    *[partial(make, dropout=0) for make in (alexnet, zfnet, vgg11, vgg13, vgg16, vgg19)],
    partial(googlenet, aux=False),
    *(resnet18, resnet34, resnet50, resnet101, resnet152),
    *(resnet20, resnet32, resnet44, resnet56, resnet110),
    *[partial(make, shortcuts="none") for make in (resnet20, resnet56)],
    *[partial(make, dropout=0) for make in (nin, all_cnn)],
)
