"""The kit's normalisation on the CPU against PyTorch's: forward, backward and at test time, float32, one thread each.

A ratio is the kit's time over PyTorch's, of the same work in the same round: below 1 the kit is faster. Both get the
same behaviour of the system's allocator.
"""

import os
import sys

import numpy as np
from record import arguments, interleaved, milliseconds, ratio, save

from cs231n_kit.layers import LRN, BatchNorm

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
SHAPES = ((64, 64, 32, 32), (128, 16, 32, 32), (32, 256, 13, 13), (8, 64, 112, 112))
ROWS = ((256, 512), (64, 4096))  # as FC layers make them
# Name: the kit's layer, PyTorch's for so many channels, and the shapes of x.
CASES = {
    "batch norm": (BatchNorm(), torch.nn.BatchNorm2d, SHAPES),
    "batch norm of rows": (BatchNorm(), torch.nn.BatchNorm1d, ROWS),
    "LRN of 5 channels": (
        LRN(5, alpha=5e-4, k=2), lambda channels: torch.nn.LocalResponseNorm(5, alpha=5e-4, k=2), SHAPES
    ),
}  # fmt: skip


def sides(layer, make, shape, rng):
    """Return {way: {side: function of no arguments}}: forward, backward and test, of the kit and of PyTorch."""
    x, dy = (rng.standard_normal(shape, dtype=np.float32) for _ in range(2))
    params, state = layer.init(rng, shape[1:])
    y, cache, _ = layer.forward(x, params, state, train=True)
    module = make(shape[1])
    inputs, gradient = torch.from_numpy(x.copy()).requires_grad_(), torch.from_numpy(dy)
    output = module(inputs)
    np.testing.assert_allclose(output.detach().numpy(), y, rtol=1e-4, atol=1e-4)
    leaves, tested = [inputs, *module.parameters()], make(shape[1]).eval()
    without_gradients = torch.from_numpy(x.copy())
    return {
        "forward": {"kit": lambda: layer.forward(x, params, state, train=True), "torch": lambda: module(inputs)},
        "backward": {
            "kit": lambda: layer.backward(dy, cache),
            "torch": lambda: torch.autograd.grad(output, leaves, gradient, retain_graph=True),
        },
        "at test time": {
            "kit": lambda: layer.forward(x, params, state, keep=False),
            "torch": lambda: tested(without_gradients),
        },
    }


def main():
    """Measure every case and write the record."""
    if os.environ | SETTINGS != os.environ:
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | SETTINGS)
    options = arguments(__doc__, rounds=9, more={"--note": "what to say of the machine"})
    torch.set_num_threads(1)
    rng, figures = np.random.default_rng(options.seed), {}
    for name, (layer, make, shapes) in CASES.items():
        for shape in shapes:
            for way, functions in sides(layer, make, shape, rng).items():
                line = f"{name}, {'x'.join(map(str, shape))}, {way}"
                seconds = interleaved(functions, options.rounds, line, at_least=0.02)
                times = {f"{side}_ms": milliseconds(seconds[side]) for side in functions}
                figures[line] = ratio(seconds["kit"], seconds["torch"]) | times
    about = " ".join(filter(None, [__doc__.partition("\n")[0], options.note]))
    save("norms", figures, about, options, ["numpy", "torch"])


if __name__ == "__main__":
    main()
