"""VGG-16 block by block on the CPU: where the time of a pass goes, against where its multiply-adds are.

Each block is timed by itself, as a training step needs it, forward and backward, in the kit and in PyTorch: float32,
one thread each, all blocks and both sides in turn. `_weights` is the time of its CONV or FC layers alone. PyTorch gets
the better of its two memory layouts, one for the whole net. A share is a block's part of the sum over all blocks, in
percent. The backward pass computes the gradient of the pictures, too, so it has twice the forward pass's multiply-adds
in every block, and the same shares; `macs` are those of one picture, forward.
"""

import os
import statistics
import sys
from itertools import pairwise

import numpy as np
from kernels import SETTINGS, sides
from record import arguments, interleaved, milliseconds, ratio, save

from cs231n_kit.layers import Conv2d, Linear, MaxPool2d, ReLU, Serial
from cs231n_kit.models import MODELS
from cs231n_kit.spec import build_spec

try:
    import torch
except ImportError:
    sys.exit("PyTorch, the peer, is not installed: pip install -e '.[bench]'")

BATCHES = (1, 8)
LAYOUTS = ("NCHW", "channels_last")
PARTS = ("", "_weights")  # a whole block, and its layers with weights alone


def blocks_of(net):
    """Return {name: Serial}: each block ends with a POOL layer; what comes after the last one is called FC."""
    ends = [i + 1 for i, layer in enumerate(net.layers) if isinstance(layer, MaxPool2d)]
    parts = [net[start:end] for start, end in pairwise([0, *ends, len(net)])]
    return {f"block {i}": part for i, part in enumerate(parts[:-1], start=1)} | {"FC": parts[-1]}


def in_pytorch(net):
    """Return PyTorch's function of x and the parameters that computes what a Serial does."""

    def function(x, *params):
        left = list(params)
        for layer in net.layers:
            if isinstance(layer, Conv2d):
                x = torch.conv2d(x, left.pop(0), left.pop(0), padding=layer.pad)
            elif isinstance(layer, Linear):
                x = torch.nn.functional.linear(x.flatten(1), left.pop(0), left.pop(0))
            elif isinstance(layer, ReLU):
                x = torch.relu(x)
            else:
                x = torch.max_pool2d(x, layer.size, layer.stride)
        return x

    return function


def functions_of(blocks, in_shape, count, rng):
    """Return {"forward": {(block, part, side): function}, "backward": likewise}."""
    found = {"forward": {}, "backward": {}}
    for name, block in blocks.items():
        learning = Serial(*[layer for layer in block.layers if isinstance(layer, Conv2d | Linear)])
        for part, net in zip(PARTS, (block, learning), strict=True):
            ways = sides(net, in_shape, count, in_pytorch(net), rng)
            for way, functions in zip(found, ways, strict=True):
                found[way] |= {(name, part, side): function for side, function in functions.items()}
        in_shape = block.out_shape(in_shape)
    return found


def figures_of(seconds, macs):
    """Return {block: figures}: multiply-adds, milliseconds, shares in percent, and the kit's time over PyTorch's."""
    layout = min(LAYOUTS, key=lambda side: sum(statistics.median(seconds[name, "", side]) for name in macs))
    figures = {name: {"macs": macs[name], "macs_share": share(macs, name), "layout": layout} for name in macs}
    for side, key in (("kit", "kit"), ("torch", layout)):
        for part in PARTS:
            ms = {name: milliseconds(seconds[name, part, key]) for name in macs}
            for name in macs:
                figures[name] |= {f"{side}{part}_ms": ms[name], f"{side}{part}_share": share(ms, name)}
    for name in macs:
        figures[name] |= ratio(seconds[name, "", "kit"], seconds[name, "", layout])
    return figures


def share(values, name):
    """Return one value's part of the sum, in percent."""
    return round(100 * values[name] / sum(values.values()), 1)


def main():
    """Measure every block, one batch size after the other, and write the record."""
    if os.environ | SETTINGS != os.environ:
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | SETTINGS)
    options = arguments(__doc__, rounds=7)
    torch.set_num_threads(1)
    rng = np.random.default_rng(options.seed)
    net, in_shape = build_spec(MODELS["VGG-16"].spec)
    blocks, shape, macs = blocks_of(net), in_shape, {}
    for name, block in blocks.items():
        macs[name], shape = block.macs(shape), block.out_shape(shape)
    figures = {}
    for count in BATCHES:
        for way, functions in functions_of(blocks, in_shape, count, rng).items():
            found = figures_of(interleaved(functions, options.rounds, f"batch {count}, {way}"), macs)
            figures |= {f"{name}, batch {count}, {way}": found[name] for name in macs}
    save("vgg_blocks", figures, __doc__.partition("\n")[0], options, ["numpy", "torch"])


if __name__ == "__main__":
    main()
