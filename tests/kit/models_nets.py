"""Nets with a name for tests: with numbers, with fewer filters, and as plain calls of PyTorch's."""

from dataclasses import replace

import numpy as np

from cs231n_kit.heads import WithHeads
from cs231n_kit.layers import (
    LRN,
    AvgPool2d,
    BatchNorm,
    Concat,
    Conv2d,
    Dropout,
    GlobalAvgPool2d,
    Linear,
    MaxPool2d,
    PadChannels,
    ReLU,
    Residual,
    Serial,
    Tanh,
)


def numbers_for(layer, in_shape, seed=0):
    """Returns (params, state): random ones, with which the numbers of a pass stay of one size, float32."""
    rng, params, state = np.random.default_rng(seed), {}, {}
    for name, shape in layer.param_shapes(in_shape).items():
        if len(shape) == 1:
            params[name] = rng.uniform(0.5, 1.5, shape).astype("f4") if "weight" in name else rng.normal(0, 0.1, shape)
        else:
            params[name] = rng.standard_normal(shape, "f4") * np.float32((2 / np.prod(shape[1:])) ** 0.5)
        params[name] = params[name].astype("f4", copy=False)
    for name, shape in layer.state_shapes(in_shape).items():
        low, high = (0.5, 2) if name.endswith("var") else (-0.3, 0.3)
        state[name] = rng.uniform(low, high, shape).astype("f4")
    return params, state


def shrunk(layer, in_shape, by=8):
    """Returns (layer, in_shape) of a net with so many times fewer filters and units; small nets stay as they are."""
    if in_shape[1] < 200:
        return layer, in_shape
    return fewer(layer, by), in_shape


def fewer(layer, by):
    """Returns a layer with fewer filters or units, and a container of such; the scores stay."""
    if isinstance(layer, Serial):
        return Serial(*[fewer(part, by) for part in layer.layers])
    if isinstance(layer, Concat):
        return Concat(*[fewer(part, by) for part in layer.branches])
    if isinstance(layer, Residual):
        return Residual(fewer(layer.body, by), layer.shortcut and fewer(layer.shortcut, by))
    if isinstance(layer, WithHeads):
        stages, heads = (tuple([fewer(one, by) for one in some]) for some in (layer.stages, layer.heads))
        return WithHeads(stages, heads)
    if isinstance(layer, Conv2d):
        return replace(layer, filters=max(layer.filters // by, layer.groups))
    return replace(layer, units=layer.units // by) if isinstance(layer, Linear) and layer.units > 1000 else layer


def in_pytorch(torch, layer, x, params, state):
    """Returns what a net makes of x (N,C,H,W) at test time, each layer by PyTorch's own function."""
    tensors = {name: torch.from_numpy(value) for name, value in (params | state).items()}
    with torch.no_grad():
        return run(torch, layer, torch.from_numpy(x), tensors).numpy()


def part(name, tensors):
    """Returns the tensors of a part, by the names that they have in it."""
    return {key.removeprefix(f"{name}."): value for key, value in tensors.items() if key.startswith(f"{name}.")}


def run(torch, layer, x, tensors):
    """Returns what a layer makes of a tensor."""
    functional = torch.nn.functional
    if isinstance(layer, Serial):
        for i, one in enumerate(layer.layers):
            x = run(torch, one, x, part(i, tensors))
        return x
    if isinstance(layer, Concat):
        return torch.cat([run(torch, one, x, part(i, tensors)) for i, one in enumerate(layer.branches)], dim=1)
    if isinstance(layer, Residual):
        skip = x if layer.shortcut is None else run(torch, layer.shortcut, x, part("shortcut", tensors))
        return run(torch, layer.body, x, part("body", tensors)) + skip
    ceil = getattr(layer, "fit", "crop") == "pad"
    if isinstance(layer, Conv2d):
        if ceil:  # the last window of an odd size stands half outside
            x = functional.pad(x, (0, 1, 0, 1))
        return torch.conv2d(x, tensors["weight"], tensors.get("bias"), layer.stride, layer.pad, 1, layer.groups)
    if isinstance(layer, MaxPool2d):
        return functional.max_pool2d(x, layer.size, layer.stride, layer.pad, ceil_mode=ceil)
    if isinstance(layer, AvgPool2d):
        return functional.avg_pool2d(x, layer.size, layer.stride, layer.pad, ceil_mode=ceil)
    if isinstance(layer, BatchNorm):
        names = ("running_mean", "running_var", "weight", "bias")
        return functional.batch_norm(x, *[tensors[name] for name in names], False, 0.1, layer.eps)
    if isinstance(layer, LRN):
        return functional.local_response_norm(x, layer.size, layer.alpha, layer.beta, layer.k)
    if isinstance(layer, PadChannels):
        return functional.pad(x, (0, 0, 0, 0, layer.before, layer.after))
    if isinstance(layer, Linear):
        return functional.linear(x.flatten(1), tensors["weight"], tensors["bias"])
    plain = {ReLU: torch.relu, Tanh: torch.tanh, GlobalAvgPool2d: lambda x: x.mean(dim=(2, 3)), Dropout: lambda x: x}
    return plain[type(layer)](x)
