"""Nets that have a name: each as text, for `build_spec`, and where it comes from.

The VGG nets are named after their layers with weights; the paper calls VGG-11 A, VGG-13 B, VGG-16 D and VGG-19 E.
"""

from dataclasses import dataclass

__all__ = ["Model", "MODELS"]


@dataclass(frozen=True)
class Model:
    """A net as text, and the paper that it is from, with what is different here."""

    spec: str
    source: str


VGG_PAPER = "Simonyan and Zisserman, 2014, Table 1, configuration"
MODELS = {
    "LeNet-5": Model(
        "INPUT(1,32,32) -> CONV(6,5,1,0) -> TANH -> AVGPOOL -> CONV(16,5,1,0) -> TANH -> AVGPOOL"
        " -> FC(120) -> TANH -> FC(84) -> TANH -> FC(10)",
        "LeCun and others, 1998, Figure 2. Here each filter of the second CONV layer reads all six maps, the pooling"
        " has no weights, and the scores come from an FC layer.",
    ),
    "AlexNet": Model(
        "INPUT(3,227,227) -> CONV(96,11,4,0) -> RELU -> LRN(5,0.0005,0.75,2) -> POOL(3,2)"
        " -> CONV(256,5,groups=2) -> RELU -> LRN(5,0.0005,0.75,2) -> POOL(3,2)"
        " -> CONV(384,3) -> RELU -> CONV(384,3,groups=2) -> RELU -> CONV(256,3,groups=2) -> RELU -> POOL(3,2)"
        " -> [FC(4096) -> RELU]*2 -> FC(1000)",
        "Krizhevsky and others, 2012, Figure 2: two groups, one for each of its two GPUs. Its pictures have 224 pixels"
        " a side there; its sizes need 227. Its normalisation has an alpha of 0.0001, which it doesn't divide by 5, as"
        " LRN does; so it is 0.0005 here. The dropout is left out.",
    ),
    "ZFNet": Model(
        "INPUT(3,224,224) -> CONV(96,7,2,0,fit=pad) -> RELU -> POOL(3,2,fit=pad) -> CONV(256,5,2,0) -> RELU"
        " -> POOL(3,2,fit=pad) -> [CONV(384,3) -> RELU]*2 -> CONV(256,3) -> RELU -> POOL(3,2)"
        " -> [FC(4096) -> RELU]*2 -> FC(1000)",
        "Zeiler and Fergus, 2013, Figure 3. It gives the sizes 110, 55, 26, 13 and 6, and not how its windows fit: here"
        " they are padded. The contrast normalisation, which has no weights, is left out, and so is the dropout.",
    ),
    "VGG-11": Model(
        "INPUT(3,224,224) -> CONV(64,3) -> RELU -> POOL -> CONV(128,3) -> RELU -> POOL -> [CONV(256,3) -> RELU]*2"
        " -> POOL -> [[CONV(512,3) -> RELU]*2 -> POOL]*2 -> [FC(4096) -> RELU]*2 -> FC(1000)",
        f"{VGG_PAPER} A, without the dropout.",
    ),
    "VGG-13": Model(
        "INPUT(3,224,224) -> [CONV(64,3) -> RELU]*2 -> POOL -> [CONV(128,3) -> RELU]*2 -> POOL"
        " -> [CONV(256,3) -> RELU]*2 -> POOL -> [[CONV(512,3) -> RELU]*2 -> POOL]*2"
        " -> [FC(4096) -> RELU]*2 -> FC(1000)",
        f"{VGG_PAPER} B, without the dropout.",
    ),
    "VGG-16": Model(
        "INPUT(3,224,224) -> [CONV(64,3) -> RELU]*2 -> POOL -> [CONV(128,3) -> RELU]*2 -> POOL"
        " -> [CONV(256,3) -> RELU]*3 -> POOL -> [[CONV(512,3) -> RELU]*3 -> POOL]*2"
        " -> [FC(4096) -> RELU]*2 -> FC(1000)",
        f"{VGG_PAPER} D, without the dropout.",
    ),
    "VGG-19": Model(
        "INPUT(3,224,224) -> [CONV(64,3) -> RELU]*2 -> POOL -> [CONV(128,3) -> RELU]*2 -> POOL"
        " -> [CONV(256,3) -> RELU]*4 -> POOL -> [[CONV(512,3) -> RELU]*4 -> POOL]*2"
        " -> [FC(4096) -> RELU]*2 -> FC(1000)",
        f"{VGG_PAPER} E, without the dropout.",
    ),
}
