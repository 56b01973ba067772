"""How many images of ImageNet each net gets right, by one protocol: one model, one crop of 224x224, top-1.

The figures are torchvision's for its weights IMAGENET1K_V1, and hold for its variants of AlexNet and GoogLeNet. LeNet,
ZFNet and the nets for CIFAR-10 have no figure of this protocol.
"""

from cs231n_kit import models

SOURCE = "torchvision 0.28.0, weights IMAGENET1K_V1"
TOP1 = {  # percent of ImageNet's 50,000 validation images
    "AlexNet": 56.522,
    "VGG-11": 69.020,
    "VGG-13": 69.928,
    "VGG-16": 71.592,
    "VGG-19": 72.376,
    "GoogLeNet": 69.778,
    "ResNet-18": 69.758,
    "ResNet-34": 73.314,
    "ResNet-50": 76.130,
    "ResNet-101": 77.374,
    "ResNet-152": 78.312,
}


def measured_models():
    """Returns {name: Model} of the nets that the figures are of."""
    variants = {
        "AlexNet": models.alexnet(variant="torchvision"),
        "GoogLeNet": models.googlenet(variant="torchvision", aux=False),
    }
    return {name: variants.get(name) or models.MODELS[name] for name in TOP1}
