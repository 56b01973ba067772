"""The nets with a name, each at its own size: the memory and the time of a pass forward and back with one picture.

Each net runs in a process of its own, float32, one thread. `peak_mb` is the most that the process has at once, Python
and NumPy included, from building the net to the gradients; `said_mb` is what cs231n_kit.memory says of the pass and the
parameters, without them.
"""

import json
import os
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
from record import arguments, save
from tqdm import tqdm

from cs231n_kit.memory import memory_needed
from cs231n_kit.models import MAKERS, alexnet, googlenet, lenet5, resnet50, vgg

MOST = 2000  # MB that a pass may take
NETS = MAKERS | {
    "LeNet-5, the paper's": lambda: lenet5(variant="paper"),
    "AlexNet, single": lambda: alexnet(variant="single"),
    "AlexNet, torchvision": lambda: alexnet(variant="torchvision"),
    "VGG-16, configuration C": lambda: vgg("C"),
    "GoogLeNet, with its heads": googlenet,
    "GoogLeNet, torchvision": lambda: googlenet(variant="torchvision"),
    "ResNet-50, pre-activation": lambda: resnet50(preact=True),
}


def main():
    """Run every net in a process of its own, and write the record; leave with status 1 if one takes too much."""
    options = arguments(__doc__, rounds=3, more={"--net": "measure one net, and print its figures as JSON"})
    if options.net:
        print(json.dumps(measure(options.net, options.rounds, options.seed)))
        return
    from kernels import SETTINGS  # not where a net is measured: PyTorch comes with it, and its memory

    figures = {}
    for name in tqdm(NETS, unit="net", leave=False):
        command = [
            sys.executable,
            __file__,
            "--net",
            name,
            "--rounds",
            str(options.rounds),
            "--seed",
            str(options.seed),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ | SETTINGS)
        figures[name] = json.loads(done.stdout)
    save("models", figures, __doc__.partition("\n")[0], options, ["numpy"])
    large = [name for name, found in figures.items() if found["peak_mb"] > MOST]
    if large:
        sys.exit(f"More than {MOST} MB: {', '.join(large)}.")


def measure(name, rounds, seed):
    """Return the figures of a net: parameters, multiply-adds, MB, and milliseconds of a pass forward and back."""
    model = NETS[name]()
    net, rng = model.build(seed), np.random.default_rng(seed)
    x = rng.standard_normal((1, *model.in_shape), dtype=np.float32)
    seconds = []
    for _ in range(rounds):
        began = time.perf_counter()
        y, cache = net.forward(x, train=True, rng=rng)
        _, grads = net.backward(tuple(map(np.ones_like, y)) if isinstance(y, tuple) else np.ones_like(y), cache)
        seconds.append(time.perf_counter() - began)
        del y, cache, grads
    return {
        "parameters": model.param_count(),
        "macs": model.macs(),
        "peak_mb": round(peak_kib() * 1024 / 1e6),
        "said_mb": round(memory_needed(model.layer, model.in_shape, n=len(x)).total / 1e6),
        "ms": round(1000 * sorted(seconds)[len(seconds) // 2]),
    }


def peak_kib():
    """Return the most memory that this process has had, in KiB. (Where the system says so, without its parent's.)"""
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="utf-8"))[1])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main()
