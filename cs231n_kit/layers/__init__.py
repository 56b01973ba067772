"""Layers, and the functions behind them: `y, cache = conv_forward(x, w, b)`, then `conv_backward(dy, cache)`."""

from cs231n_kit.layers.activation import (
    LeakyReLU,
    ReLU,
    Sigmoid,
    Tanh,
    leaky_relu_backward,
    leaky_relu_forward,
    relu_backward,
    relu_forward,
    sigmoid_backward,
    sigmoid_forward,
    tanh_backward,
    tanh_forward,
)
from cs231n_kit.layers.base import Layer
from cs231n_kit.layers.channels import PadChannels, pad_channels_backward, pad_channels_forward
from cs231n_kit.layers.container import Concat, Container, Residual, Serial
from cs231n_kit.layers.conv import Conv2d, conv_backward, conv_forward
from cs231n_kit.layers.dropout import Dropout, dropout_backward, dropout_forward
from cs231n_kit.layers.linear import Flatten, Linear, linear_backward, linear_forward
from cs231n_kit.layers.local import LocallyConnected2d, local_backward, local_forward
from cs231n_kit.layers.norm import (
    LRN,
    BatchNorm,
    batch_norm_backward,
    batch_norm_forward,
    batch_norm_inference,
    batch_norm_inference_backward,
    lrn_backward,
    lrn_forward,
)
from cs231n_kit.layers.pool import (
    AvgPool2d,
    GlobalAvgPool2d,
    L2Pool2d,
    MaxPool2d,
    avg_pool_backward,
    avg_pool_forward,
    global_avg_pool_backward,
    global_avg_pool_forward,
    l2_pool_backward,
    l2_pool_forward,
    max_pool_backward,
    max_pool_forward,
)

__all__ = [
    "AvgPool2d",
    "BatchNorm",
    "Concat",
    "Container",
    "Conv2d",
    "Dropout",
    "Flatten",
    "GlobalAvgPool2d",
    "L2Pool2d",
    "LRN",
    "Layer",
    "LeakyReLU",
    "Linear",
    "LocallyConnected2d",
    "MaxPool2d",
    "PadChannels",
    "ReLU",
    "Residual",
    "Serial",
    "Sigmoid",
    "Tanh",
    "avg_pool_backward",
    "avg_pool_forward",
    "batch_norm_backward",
    "batch_norm_forward",
    "batch_norm_inference",
    "batch_norm_inference_backward",
    "conv_backward",
    "conv_forward",
    "dropout_backward",
    "dropout_forward",
    "global_avg_pool_backward",
    "global_avg_pool_forward",
    "l2_pool_backward",
    "l2_pool_forward",
    "leaky_relu_backward",
    "leaky_relu_forward",
    "linear_backward",
    "linear_forward",
    "local_backward",
    "local_forward",
    "lrn_backward",
    "lrn_forward",
    "max_pool_backward",
    "max_pool_forward",
    "pad_channels_backward",
    "pad_channels_forward",
    "relu_backward",
    "relu_forward",
    "sigmoid_backward",
    "sigmoid_forward",
    "tanh_backward",
    "tanh_forward",
]


def __dir__():
    return __all__  # what a user calls, and not the files it lies in
