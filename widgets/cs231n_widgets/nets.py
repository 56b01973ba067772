"""Trained nets as a widget's state can carry them; widgets/js/shared/net.js runs them in the browser."""

from math import prod

import numpy as np

from cs231n_kit.layers import Conv2d, Flatten, Linear, MaxPool2d, ReLU, Serial
from cs231n_kit.net import Net

from .pixels import pack_weights, unpack_weights


def describe_layers(net, widget):
    """Returns a net's layers without Flatten, as dicts, and their weights: {layers, weights, dtype}.

    Raises ValueError, in the name of a widget, for a net that isn't a row of layers that JavaScript can run.
    """
    if not isinstance(net, Net) or not isinstance(net.layer, Serial):
        raise ValueError(f"{widget} shows a Net of a Serial, as Net.build makes it; you gave {type(net).__name__}.")
    layers, params = [], []
    for key, layer, _ in net.layer.parts(net.in_shape):
        if isinstance(layer, Flatten):
            continue
        described = describe_layer(layer, widget)
        if described["kind"] in ("CONV", "FC"):
            bias = net.params.get(f"{key}.bias")
            params += [net.params[f"{key}.weight"], np.zeros(described["K"]) if bias is None else bias]
        layers.append(described)
    packed, dtype = pack_weights(params) if params else ("", "float32")
    return {"layers": layers, "weights": packed, "dtype": dtype}


def describe_layer(layer, widget):
    """Returns a layer's kind and hyperparameters. ValueError, in the name of a widget, for one that it can't run."""
    if isinstance(layer, ReLU):
        return {"kind": "RELU"}
    if isinstance(layer, Linear):
        return {"kind": "FC", "K": layer.units}
    if isinstance(layer, Conv2d | MaxPool2d):
        sizes = [layer.size, layer.size if layer.stride is None else layer.stride, layer.pad]
        plain = getattr(layer, "dilation", 1) == getattr(layer, "groups", 1) == 1 and layer.fit != "pad"
        if plain and all(isinstance(size, int | np.integer) for size in sizes):
            F, S, P = (int(size) for size in sizes)
            kind = {"kind": "CONV", "K": layer.filters} if isinstance(layer, Conv2d) else {"kind": "POOL"}
            return {**kind, "F": F, "S": S, "P": P}
    raise ValueError(
        f"{widget} shows Conv2d and MaxPool2d with square windows, ReLU, Flatten and Linear; not {layer!r}."
    )


def build_net(described, in_shape):
    """Returns the Net, float64, that describe_layers has described; without Flatten layers, which change no number."""
    row = Serial(*[build_layer(**layer) for layer in described["layers"]])
    values, params, start = unpack_weights(described["weights"], described["dtype"]), {}, 0
    for name, shape in row.param_shapes(in_shape).items():
        params[name] = values[start : start + prod(shape)].reshape(shape)
        start += prod(shape)
    return Net(row, in_shape, params, {})


def build_layer(kind, K=None, F=None, S=None, P=None):
    """Returns the layer that describe_layer has described."""
    if kind == "CONV":
        return Conv2d(K, F, stride=S, pad=P)
    if kind == "POOL":
        return MaxPool2d(F, stride=S, pad=P)
    return Linear(K) if kind == "FC" else ReLU()


def receptive_field(layers):
    """Returns what a neuron behind some layers sees of the picture, along each side: {size, step, start}, in pixels.

    Neuron n sees the pixels from start + n * step on; a size of None is the whole picture.
    """
    size, step, start = 1, 1, 0
    for layer in layers:
        if layer["kind"] == "FC":
            return {"size": None, "step": 0, "start": 0}
        if layer["kind"] != "RELU":
            size += (layer["F"] - 1) * step
            start -= layer["P"] * step
            step *= layer["S"]
    return {"size": size, "step": step, "start": start}
