"""The blocks of the nets with a name: an Inception module, and residual blocks.

Built in 09_case_studies. Made by tools/tangle.py: edit the chapter, not this file.
"""

from cs231n_kit.layers import BatchNorm, Concat, Conv2d, MaxPool2d, ReLU, Residual, Serial

__all__ = [
    "conv_relu",
    "inception",
    "conv",
    "plain_block",
    "residual_block",
    "basic",
    "bottleneck",
    "preactivation_block",
]


# ---- 09 The nets with a name: GoogLeNet ----
def conv_relu(filters, size, **settings):
    """Returns [CONV, ReLU], as the paper has them; sizes stay as they are at stride 1."""
    return [Conv2d(filters, size, pad=size // 2, **settings), ReLU()]


def inception(one, three_in, three, five_in, five, pooled, *, conv=conv_relu, large=5):
    """Returns an Inception module: four lanes side by side, stacked in depth.

    All lanes read the same volume. The numbers are the filters of a lane's last layer,
    or of the 1x1 layer before it that makes its volume thin. Source: Szegedy and others,
    2014, Figure 2(b).
    """
    return Concat(
        Serial(*conv(one, 1)),
        Serial(*conv(three_in, 1), *conv(three, 3)),
        Serial(*conv(five_in, 1), *conv(five, large)),
        Serial(MaxPool2d(3, stride=1, pad=1), *conv(pooled, 1)),
    )


# ---- 09 The nets with a name: ResNet ----
def conv(filters, size, stride=1):
    """Returns a CONV layer without biases, since batch norm has its own."""
    return Conv2d(filters, size, stride=stride, pad=size // 2, bias=False)


def plain_block(convs):
    """Returns [CONV, batch norm, ReLU, ...], a block without a shortcut."""
    return [layer for one in convs for layer in (one, BatchNorm(), ReLU())]


def residual_block(convs, shortcut=None):
    """Returns ReLU(body(x) + x), with a batch norm behind each CONV layer."""
    return Serial(Residual(Serial(*plain_block(convs)[:-1]), shortcut), ReLU())


# ---- 09 The nets with a name: Fifty layers and more ----
def basic(filters, stride=1):
    """Returns the CONV layers of a basic block: two of 3x3."""
    return [conv(filters, 3, stride), conv(filters, 3)]


def bottleneck(filters, stride=1, stride_in="3x3"):
    """Returns the CONV layers of a bottleneck: 1x1, 3x3, and 1x1.

    The first makes the volume thin, the last four times as deep. stride_in says which of
    them has the stride: "1x1", the first, as in the paper, or "3x3", as in torchvision.
    """
    first, second = (stride, 1) if stride_in == "1x1" else (1, stride)
    return [conv(filters, 1, first), conv(filters, 3, second), conv(4 * filters, 1)]


def preactivation_block(convs, shortcut=None, activated=False):
    """Returns body(x) + x, with a batch norm and a ReLU before each CONV layer.

    Nothing stands behind the sum. With a shortcut, body and shortcut share the first
    batch norm and ReLU. A volume that comes from a batch norm and a ReLU is `activated`,
    and needs no other. Source: He and others, 2016.
    """
    before, body = [BatchNorm(), ReLU()], convs[:1]
    for one in convs[1:]:
        body = [*body, BatchNorm(), ReLU(), one]
    if activated:
        return Residual(Serial(*body), shortcut)
    if shortcut is None:
        return Residual(Serial(*before, *body))
    return Serial(*before, Residual(Serial(*body), shortcut))
