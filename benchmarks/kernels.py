"""The kit's CONV, POOL and activations on the CPU against PyTorch's: forward and backward, float32, one thread each.

A ratio is the kit's time over PyTorch's, of the same work in the same round: below 1 the kit is faster. PyTorch gets
the better of its two memory layouts, NCHW and channels_last; both get the same behaviour of the system's allocator.
"""

import os
import statistics
import sys

import numpy as np
from record import arguments, interleaved, milliseconds, ratio, save

from cs231n_kit.layers import AvgPool2d, Conv2d, LeakyReLU, MaxPool2d, ReLU, Sigmoid, Tanh
from cs231n_kit.net import Net

try:
    import torch
except ImportError:
    sys.exit("PyTorch, the peer, is not installed: pip install -e '.[bench]'")

# One thread each, and freed memory is kept: the C libraries read this when the process starts.
SETTINGS = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "MALLOC_MMAP_THRESHOLD_": "1000000000",
    "MALLOC_TRIM_THRESHOLD_": "4000000000",
}
# Name: the kit's layer, the shape of one image, the number of images, and PyTorch's function of x and parameters.
CASES = {
    "CONV 3x3, 64 on 64@56x56": (
        Conv2d(64, 3, pad=1), (64, 56, 56), 2, lambda x, w, b: torch.conv2d(x, w, b, padding=1)
    ),
    "CONV 3x3, 256 on 256@14x14": (
        Conv2d(256, 3, pad=1), (256, 14, 14), 8, lambda x, w, b: torch.conv2d(x, w, b, padding=1)
    ),
    "CONV 1x1, 64 on 256@28x28": (Conv2d(64, 1), (256, 28, 28), 4, torch.conv2d),
    "CONV 3x3, 12 on 3@32x32": (
        Conv2d(12, 3, pad=1), (3, 32, 32), 64, lambda x, w, b: torch.conv2d(x, w, b, padding=1)
    ),
    "MAX POOL 2x2, 64@56x56": (MaxPool2d(2), (64, 56, 56), 8, lambda x: torch.max_pool2d(x, 2)),
    "MAX POOL 3x3/2, 64@55x55": (MaxPool2d(3, stride=2), (64, 55, 55), 8, lambda x: torch.max_pool2d(x, 3, 2)),
    "MAX POOL 3x3/1, 64@28x28": (
        MaxPool2d(3, stride=1, pad=1), (64, 28, 28), 8, lambda x: torch.max_pool2d(x, 3, 1, 1)
    ),
    "MAX POOL 2x2, 12@32x32": (MaxPool2d(2), (12, 32, 32), 64, lambda x: torch.max_pool2d(x, 2)),
    "AVERAGE POOL 2x2, 64@56x56": (AvgPool2d(2), (64, 56, 56), 8, lambda x: torch.nn.functional.avg_pool2d(x, 2)),
    "ReLU, 64@56x56": (ReLU(), (64, 56, 56), 8, torch.relu),
    "leaky ReLU, 64@56x56": (LeakyReLU(0.01), (64, 56, 56), 8, torch.nn.functional.leaky_relu),
    "sigmoid, 64@56x56": (Sigmoid(), (64, 56, 56), 8, torch.sigmoid),
    "tanh, 64@56x56": (Tanh(), (64, 56, 56), 8, torch.tanh),
}  # fmt: skip


def sides(layer, shape, count, function, rng):
    """Return two dicts of functions that take no arguments, forward and backward: the kit's and PyTorch's, by name."""
    net = Net.build(layer, in_shape=shape)
    x = rng.standard_normal((count, *shape), dtype=np.float32)
    y, cache = net.forward(x, train=True)
    dy = rng.standard_normal(y.shape, dtype=np.float32)
    forward = {"kit": lambda: net.forward(x, train=True)}
    backward = {"kit": lambda: net.backward(dy, cache)}
    for name, layout in (("NCHW", torch.contiguous_format), ("channels_last", torch.channels_last)):
        inputs = in_layout(torch.from_numpy(x), layout).requires_grad_()
        params = [torch.from_numpy(one.copy()).requires_grad_() for one in net.params.values()]
        params = [in_layout(one, layout) for one in params]
        leaves = [inputs, *params]
        output = function(inputs, *params)
        np.testing.assert_allclose(output.detach().numpy(), y, rtol=1e-4, atol=1e-4)
        gradient = in_layout(torch.from_numpy(dy), layout)
        forward[name] = lambda inputs=inputs, params=params: function(inputs, *params)
        backward[name] = lambda output=output, leaves=leaves, gradient=gradient: torch.autograd.grad(
            output, leaves, gradient, retain_graph=True
        )
    return forward, backward


def in_layout(tensor, layout):
    """Return a tensor in a memory layout of PyTorch's, if it has the four axes that a layout is of."""
    return tensor.to(memory_format=layout) if tensor.ndim == 4 else tensor


def compare(functions, rounds, description):
    """Time the kit against the better of PyTorch's layouts; return the figures."""
    seconds = interleaved(functions, rounds, description, at_least=0.02)
    best = min(("NCHW", "channels_last"), key=lambda name: statistics.median(seconds[name]))
    figures = ratio(seconds["kit"], seconds[best])
    return figures | {"kit_ms": milliseconds(seconds["kit"]), "torch_ms": milliseconds(seconds[best]), "layout": best}


def main():
    """Measure every case and write the record."""
    if os.environ | SETTINGS != os.environ:
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | SETTINGS)
    options = arguments(__doc__, rounds=15)
    torch.set_num_threads(1)
    rng = np.random.default_rng(options.seed)
    figures = {}
    for name, case in CASES.items():
        for way, functions in zip(("forward", "backward"), sides(*case, rng), strict=True):
            figures[f"{name}, {way}"] = compare(functions, options.rounds, f"{name}, {way}")
    save("kernels", figures, __doc__.partition("\n")[0], options, ["numpy", "torch"])


if __name__ == "__main__":
    main()
