"""The digits of the page: a thousand of the kit's, small enough to travel in a widget's state."""

from base64 import b64decode, b64encode
from functools import cache

import numpy as np

from cs231n_kit.data import digits
from cs231n_kit.losses import softmax_loss_backward, softmax_loss_forward
from cs231n_kit.net import Net
from cs231n_kit.optim import OPTIMIZERS
from cs231n_kit.spec import build_spec

from ..dice import Dice
from .record import make_wall
from .run import SAMPLE, Watched, arrange

TRAIN, HELD = 80, 20  # of each class
CLASSES, SIDE, WHITE = 10, 8, 15
WALL = 80  # held-out images, of which each column is one digit
RAW = 17  # from 0..15 to 0..255, as files have pixels
TOO_HIGH = 100  # by how much the rate is multiplied that is far too high
# Three beginnings for each seed, so that another order of the images comes with the same weights.
WEIGHTS, ORDER, LABELS = range(3)


@cache
def packed():
    """Returns {"pixels", "labels", "train"}: 4 bits a pixel in base64, a digit a label, and how many are to train on.

    The darkest of the 17 shades becomes the last but one, so that four bits are enough.
    """
    all_digits = digits()
    parts = [
        (all_digits.train_images, all_digits.train_labels, TRAIN),
        (all_digits.test_images, all_digits.test_labels, HELD),
    ]
    images, labels = [], []
    for pixels, classes, each in parts:
        some = arrange(classes, CLASSES, each * CLASSES)
        images.append(pixels[some])
        labels.append(classes[some])
    pixels = np.minimum(np.concatenate(images), WHITE).astype(np.uint8).reshape(-1, 2)
    return {
        "pixels": b64encode((pixels[:, 0] << 4 | pixels[:, 1]).tobytes()).decode(),
        "labels": "".join(map(str, np.concatenate(labels))),
        "train": TRAIN * CLASSES,
    }


def unpacked(state):
    """Returns (images (N,1,8,8) from 0 to 15, labels (N,), how many of them are to train on)."""
    pairs = np.frombuffer(b64decode(state["pixels"]), np.uint8)
    pixels = np.stack([pairs >> 4, pairs & 15], axis=1).reshape(-1, 1, SIDE, SIDE)
    return pixels, np.array([int(digit) for digit in state["labels"]]), state["train"]


def page_wall(state):
    """Returns the wall of the page, as the kernel sends one: {shape, pixels, labels, classes}."""
    pixels, labels, count = unpacked(state)
    some = slice(count, count + WALL)
    return make_wall(pixels[some], labels[some], map(str, range(CLASSES)), WHITE)


class PageRun(Watched):
    """The run that the page makes of a state: the same weights, the same order of images, trained by the kit."""

    def __init__(self, state, spec, *, seed=0, breakage="", optimizer="SGD"):
        train, train_labels, held, held_labels = page_data(state, seed=seed, breakage=breakage)
        self.images, self.labels, self.breakage = train, train_labels, breakage
        self.optimizer = OPTIMIZERS[optimizer]()
        net = page_net(spec, seed=seed, breakage=breakage)
        self.memory = self.optimizer.init(net.params)
        self.dice, self.queue = Dice(3 * seed + ORDER), np.array([], int)
        sample, held_sample = (train[:SAMPLE], train_labels[:SAMPLE]), (held[:SAMPLE], held_labels[:SAMPLE])
        super().__init__(net, sample, held_sample, held[:WALL])

    def train(self, *, rate, batch):
        some = self.next_batch(batch)
        scores, cache = self.net.forward(self.images[some], train=True)
        loss_cache = softmax_loss_forward(scores, self.labels[some])[1]
        grads = self.net.backward(softmax_loss_backward(loss_cache), cache)[1]
        rate = rate * TOO_HIGH if self.breakage == "rate" else rate
        self.net.params, self.memory = self.optimizer.step(self.net.params, grads, self.memory, rate)
        return grads

    def next_batch(self, size):
        """Returns the numbers of the next images, (size,): all in turn, in another order each time round."""
        count = len(self.images)
        if len(self.queue) < min(size, count):
            self.queue = self.dice.order(count)
        batch, self.queue = self.queue[:size], self.queue[size:]
        return batch


def page_data(state, *, seed, breakage):
    """Returns (images to train on, their labels, images held out, theirs), with what is broken on purpose."""
    pixels, labels, count = unpacked(state)
    train = pixels[:count].astype(float)
    images = pixels * float(RAW) if breakage == "inputs" else (pixels - train.mean()) / train.std()
    train_labels = labels[:count]
    if breakage == "labels":
        train_labels = train_labels[Dice(3 * seed + LABELS).order(count)]
    return images[:count], train_labels, images[count:], labels[count:]


def page_net(spec, *, seed, breakage):
    """Returns the Net that the page begins with, float64: He's variance, or only zeros."""
    layer, in_shape = build_spec(spec, (1, SIDE, SIDE))
    net = Net.build(layer, in_shape, dtype=np.float64)
    dice = Dice(3 * seed + WEIGHTS)
    for key, values in net.params.items():
        if values.ndim > 1 and breakage != "zeros":
            net.params[key] = np.sqrt(2 / values[0].size) * dice.normal(values.shape)
        else:
            net.params[key] = np.zeros_like(values)
    return net
