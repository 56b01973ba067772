"""Trained weights that come with the course."""

import json
from pathlib import Path

import numpy as np

from cs231n_kit.layers import Conv2d, Linear, MaxPool2d, ReLU, Serial
from cs231n_kit.net import Net

TRAINED = Path(__file__).parent / "trained"
CIFAR10_CLASSES = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")
FIRST_LAYERS = Serial(
    Conv2d(16, 5, pad=2), ReLU(), MaxPool2d(2),
    Conv2d(32, 3, pad=1), ReLU(), MaxPool2d(2),
    Conv2d(48, 3, pad=1), ReLU(), MaxPool2d(2),
    Linear(10),
)  # fmt: skip


def first_net() -> Net:
    """Returns chapter 01's small net, trained on CIFAR-10: x (N,3,32,32) -> scores (N,10), by CIFAR10_CLASSES.

    It reads what `normalise` makes of an image. tools/train_first_net.py trained it; trained/first_net.json says
    how, and how well it does.
    """
    with np.load(TRAINED / "first_net.npz") as stored:
        params = {name: stored[name].astype(np.float32) for name in stored.files}
    return Net(FIRST_LAYERS, (3, 32, 32), params, {})


def training_record() -> dict:
    """Returns how first_net was trained and how well it does, as tools/train_first_net.py wrote it down."""
    return json.loads((TRAINED / "first_net.json").read_text(encoding="utf-8"))


def normalise(image: np.ndarray) -> np.ndarray:
    """Returns what first_net reads: from -2 to 2, and 0 for a middle grey. image: any shape, numbers from 0 to 1."""
    return ((image - 0.5) * 4).astype(np.float32)
