"""Train the small net of chapter 01 on CIFAR-10: python tools/train_first_net.py ../shared/data

The folder holds cifar10-jpeg.zip, a JPEG copy of CIFAR-10, to train on, and cifar10-exact.npz, 500 test images as they
were published, to score on. The layers are the kit's; the loss and the steps stand here until chapter 07 brings better
ones. Writes cs231n_kit/trained/first_net.npz, and beside it a record of how it was made. It takes half an hour.
"""

import argparse
import io
import json
import os
import platform
import zipfile
from pathlib import Path

import numpy as np
from PIL import Image
from tqdm import tqdm

from cs231n_kit.net import Net
from cs231n_kit.weights import FIRST_LAYERS, normalise

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "cs231n_kit" / "trained" / "first_net"
BATCH, RATE, MOMENTUM, DECAY, MARGIN = 64, 0.05, 0.9, 5e-4, 3


def read_copy(path):
    """Returns (train images, labels, test images, labels) of the JPEG copy; images (N,3,32,32) uint8."""
    images, labels = {"data": [], "test": []}, {"data": [], "test": []}
    with zipfile.ZipFile(path) as archive:
        for name in tqdm(sorted(archive.namelist()), "reading", unit=" images"):
            images[name[:4]].append(np.asarray(Image.open(io.BytesIO(archive.read(name)))).transpose(2, 0, 1))
            labels[name[:4]].append(int(Path(name).stem[-1]))
    return tuple(np.array(values) for kind in ("data", "test") for values in (images[kind], labels[kind]))


def prepare(images):
    """Returns what the net reads, of images (N,3,32,32) uint8."""
    return normalise(images / np.float32(255))


def varied(x, rng):
    """Returns x (N,3,32,32) with half of the images mirrored, and each moved by up to MARGIN pixels."""
    padded = np.pad(x, ((0, 0), (0, 0), (MARGIN, MARGIN), (MARGIN, MARGIN)))
    moves = rng.integers(0, 2 * MARGIN + 1, (len(x), 2))
    moved = np.stack([one[:, i : i + 32, j : j + 32] for one, (i, j) in zip(padded, moves, strict=True)])
    return np.where(rng.random(len(x))[:, None, None, None] < 0.5, moved, moved[..., ::-1])


def softmax_loss(scores, labels):
    """Returns (loss, dscores): the mean of -log(the right class's share), and its gradient. scores (N,10)."""
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    rows = np.arange(len(labels))
    loss = -np.log(shares[rows, labels]).mean()
    shares[rows, labels] -= 1
    return loss, shares / np.float32(len(labels))


def train(net, images, labels, epochs, seed):
    """Change net's parameters by SGD with momentum; return each epoch's mean loss."""
    rng = np.random.default_rng(seed)
    speed = {name: np.zeros_like(values) for name, values in net.params.items()}
    steps, curve = epochs * (len(labels) // BATCH), []
    for epoch in range(epochs):
        losses = []
        order = rng.permutation(len(labels))[: len(labels) // BATCH * BATCH].reshape(-1, BATCH)
        for batch in tqdm(order, f"epoch {epoch + 1} of {epochs}", unit=" steps"):
            scores, cache = net.forward(varied(prepare(images[batch]), rng), train=True)
            loss, dscores = softmax_loss(scores, labels[batch])
            _, grads = net.backward(dscores, cache)
            done = (epoch * len(order) + len(losses)) / steps
            rate = np.float32(RATE * min(1, 20 * done) * (1 + np.cos(np.pi * done)) / 2)  # warm up, then fall to 0
            for name, weights in net.params.items():
                speed[name] = MOMENTUM * speed[name] - rate * (grads[name] + DECAY * weights)
                net.params[name] = weights + speed[name]
            losses.append(loss)
        curve.append(round(float(np.mean(losses)), 4))
        print(f"loss {curve[-1]:.3f}", flush=True)
    return curve


def accuracy(net, images, labels):
    """Returns the share of images whose right class has the highest score."""
    guesses = [net(prepare(images[i : i + 500])).argmax(axis=1) for i in range(0, len(labels), 500)]
    return float(np.mean(np.concatenate(guesses) == labels))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder with cifar10-jpeg.zip and cifar10-exact.npz")
    parser.add_argument("--epochs", type=int, default=24)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    images, labels, test_images, test_labels = read_copy(options.data / "cifar10-jpeg.zip")
    exact = np.load(options.data / "cifar10-exact.npz")

    net = Net.build(FIRST_LAYERS, (3, 32, 32), seed=options.seed)
    curve = train(net, images, labels, options.epochs, options.seed)
    # Half precision is enough, and halves what a page has to carry: it is these numbers that are scored.
    net.params = {name: values.astype(np.float16) for name, values in net.params.items()}
    stored, net.params = net.params, {name: values.astype(np.float32) for name, values in net.params.items()}
    record = {
        "net": repr(FIRST_LAYERS),
        "trained_on": "CIFAR-10, JPEG copy: 50,000 images",
        "exact_test": {"images": len(exact["test_labels"]),
                       "accuracy": accuracy(net, exact["test_images"], exact["test_labels"])},
        "jpeg_test": {"images": len(test_labels), "accuracy": accuracy(net, test_images, test_labels)},
        "loss_by_epoch": curve,
        "command": f"python tools/train_first_net.py DATA --epochs {options.epochs} --seed {options.seed}",
        "machine": f"{os.cpu_count()} cores, {platform.machine()}, NumPy {np.__version__}",
    }  # fmt: skip
    OUT.parent.mkdir(exist_ok=True)
    temporary = OUT.with_suffix(".tmp.npz")
    np.savez_compressed(temporary, **stored)
    temporary.replace(OUT.with_suffix(".npz"))
    OUT.with_suffix(".json").write_text(json.dumps(record, indent=1) + "\n")
    print(json.dumps(record, indent=1))


if __name__ == "__main__":
    main()
