"""Convolutional networks, built by hand: the library that the course's chapters build.

    from cs231n_kit.layers import Conv2d, Linear, MaxPool2d, ReLU, Serial
    from cs231n_kit.net import Net

    net = Net.build(Serial(Conv2d(12, 3, pad=1), ReLU(), MaxPool2d(2), Linear(10)), in_shape=(3, 32, 32))
    net.summary()
    scores = net(images)  # images (N,3,32,32), NumPy or CuPy

net        a layer with its numbers: build, call, forward, backward, summary
layers     Conv2d, MaxPool2d, Linear, ReLU, Serial, Concat, Residual ... and the functions behind them
kernels    the ways to compute a convolution, and `using` to choose one
sizing     the integer arithmetic of volumes: what fits, what comes out, what it counts
spec       nets as text: INPUT(3,32,32) -> [CONV(64,3) -> RELU -> POOL(2)]*2 -> FC(10), both ways
models     nets that have a name, LeNet-5 to ResNet-152: their layers, costs, papers and weights
heads      auxiliary heads, such as GoogLeNet's two, and their loss
surgery    a net that slides over larger images: its FC layers as CONV layers, crops, shifted passes
sliding    what surgery rests on: a rule for each layer, how far a net moves, which cells a crop shares
memory     bytes that a pass keeps and needs, before it runs
losses     softmax and SVM: how far the scores are from right
optim      SGD, momentum, Adam ... and schedules for the rate
train      a step, a run, how well a net does
runs       training as a command, whose runs can be stopped and go on
gradcheck  a backward pass against finite differences
backend    NumPy or CuPy: use, to_device, to_host
data       photographs, digits, MNIST, CIFAR-10; batches, and what training does to images
download   files from the network, whole or not at all
weights    weights and checkpoints in files; a small trained net
shapes     the checks at the kit's border, and their words
"""

import importlib
from importlib.metadata import version

__version__ = version("cs231n-kit")
_MODULES = (
    "backend",
    "data",
    "download",
    "gradcheck",
    "heads",
    "kernels",
    "layers",
    "losses",
    "memory",
    "models",
    "net",
    "optim",
    "runs",
    "shapes",
    "sizing",
    "sliding",
    "spec",
    "surgery",
    "train",
    "weights",
)
__all__ = [*_MODULES, "__version__"]


def __getattr__(name):
    """Import a module when it is asked for: `cs231n_kit.layers` needs no import of its own."""
    if name in _MODULES:
        return importlib.import_module(f"cs231n_kit.{name}")
    raise AttributeError(f"module 'cs231n_kit' has no attribute {name!r}; there are {', '.join(_MODULES)}")


def __dir__():
    return __all__
