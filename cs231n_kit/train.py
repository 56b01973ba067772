"""Training: step after step, and how well it goes.

Built in 07b_watching. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import dataclass
from math import isfinite
from time import perf_counter

import numpy as np

from cs231n_kit.backend import backend_of, to_device
from cs231n_kit.data import batches, mean_std, random_crop, random_flip, standardise
from cs231n_kit.heads import HeadsLoss
from cs231n_kit.losses import SoftmaxLoss
from cs231n_kit.optim import Constant
from cs231n_kit.shapes import as_bool, as_int, check_dataset, check_net, check_optimizer, check_schedule
from cs231n_kit.weights import load_checkpoint, save_checkpoint

__all__ = [
    "Diverged",
    "train_step",
    "Prepare",
    "evaluate",
    "on_device_of",
    "Step",
    "Order",
    "what_to_try",
    "Run",
    "train",
]


# ---- 07b Learning: watching a run: Exercise: a step ----
class Diverged(ArithmeticError):
    """The loss is no number any more, or infinite. The net is as it was before this step."""


def train_step(net, x, labels, optimizer, state, *, loss=None, rate=None, rng=None):
    """Returns (loss, scores, grads, state): one step for x (N, *net.in_shape), labels (N,).

    The net's parameters move. state is what the optimiser remembers, loss SoftmaxLoss()
    if None, rate that of this step, the optimiser's own if None; rng is for layers that
    draw. Diverged, before anything moves, if the loss is not finite.
    """
    loss = loss or SoftmaxLoss()
    before = net.state
    scores, cache = net.forward(x, train=True, rng=rng)
    value, loss_cache = loss.forward(scores, labels)
    if not isfinite(value):
        net.state = before
        raise Diverged(f"The loss is {float(value)}.")
    _, grads = net.backward(loss.backward(loss_cache), cache)
    net.params, state = optimizer.step(net.params, grads, state, rate)
    return float(value), scores, grads, state


@dataclass(frozen=True)
class Prepare:
    """From images (N,C,H,W), bytes or floats, to what a net reads: mean 0, deviation 1.

    With a generator each image is moved by up to `margin` pixels, and half of them are
    mirrored if flip is True: in training only.
    """

    mean: np.ndarray
    std: np.ndarray
    flip: bool = False
    margin: int = 0

    @classmethod
    def of(cls, images, *, flip=False, margin=0):
        """Returns the Prepare for a training set."""
        return cls(*mean_std(images), as_bool(flip, "flip"), as_int(margin, "margin", least=0))

    def __call__(self, images, rng=None):
        if rng is not None and self.margin:
            images = random_crop(images, rng, self.margin)
        if rng is not None and self.flip:
            images = random_flip(images, rng)
        return standardise(images, self.mean, self.std)


def evaluate(net, images, labels, prepare, *, loss=None, batch=500):
    """Returns (loss, accuracy) over images (N,C,H,W) and labels (N,), which teach nothing."""
    loss, losses, right = loss or SoftmaxLoss(), 0.0, 0
    for start in range(0, len(labels), batch):
        part = slice(start, start + batch)
        x, y = on_device_of(net, prepare(images[part]), labels[part])
        scores = net(x)
        losses += float(loss.forward(scores, y)[0]) * len(y)
        right += int((scores.argmax(axis=1) == y).sum())
    return losses / len(labels), right / len(labels)


def on_device_of(net, *arrays):
    """Returns arrays on the back end of a net's parameters."""
    name = backend_of(next(iter(net.params.values()), np.empty(0)))
    return to_device(arrays, name)


@dataclass(frozen=True)
class Step:
    """What one step was like: its number, from 1 on, and its batch before the step."""

    number: int
    loss: float
    accuracy: float
    rate: float


class Order:
    """Which images each step sees: every one once an epoch, in an order by the seed."""

    def __init__(self, count, batch, seed):
        self.count, self.batch, self.seed = count, batch, seed
        self.steps_per_epoch = -(-count // batch)
        self._epoch, self._batches = None, []

    def batch_of(self, step):
        """Returns the numbers of the images of a step, from 0 on."""
        epoch, i = divmod(step, self.steps_per_epoch)
        if epoch != self._epoch:
            rng = np.random.default_rng([self.seed, 2, epoch])
            self._epoch, self._batches = epoch, batches(self.count, self.batch, rng)
        return self._batches[i]


def what_to_try(error, step, rate, losses):
    """Returns what to say of a loss that is not finite."""
    last = ", ".join(f"{value:.3g}" for value in losses[-4:])
    before = f"The last losses: {last}. " if last else ""
    return (
        f"{error} This is step {step}, at a rate of {rate:.3g}. {before}Most often the rate is too high: "
        f"try {rate / 10:.2g}. If that is no help, begin with a few hundred steps at a rate that climbs (WarmUp), "
        "and look whether the images hold what is no number."
    )


class Run:
    """A net in training, which goes a step at a time: `run.advance()`.

    Between steps everything may be looked at and `rate` changed; `grads` are those of the
    last step. The same seed gives the same numbers, also after `save` and `load`.
    """

    def __init__(self, net, data, optimizer, *, batch=64, loss=None, schedule=None, prepare=None, seed=0):
        check_net(net)
        check_dataset(data, net)
        check_optimizer(optimizer)
        self.net, self.data, self.optimizer = net, data, optimizer
        self.batch, self.seed = as_int(batch, "batch", least=1), as_int(seed, "seed", least=0)
        self.loss, self.schedule = loss or SoftmaxLoss(), schedule or Constant()
        check_schedule(self.schedule, "schedule")
        self.prepare = prepare or Prepare.of(data.train_images)
        self.rate, self.state = optimizer.rate, optimizer.init(net.params)
        self.rng = np.random.default_rng([self.seed, 1])  # for images and layers
        self.step, self.seconds, self.grads = 0, 0.0, {}
        self.history = {"loss": [], "accuracy": [], "test_step": [], "test_loss": [], "test_accuracy": []}
        self.order = Order(len(data.train_labels), self.batch, self.seed)

    def advance(self):
        """Returns the Step that was taken. Diverged, with words on what to try, if the loss is not finite."""
        start, chosen = perf_counter(), self.order.batch_of(self.step)
        rate = self.rate * self.schedule(self.step)
        images = self.prepare(self.data.train_images[chosen], self.rng)
        x, labels = on_device_of(self.net, images, self.data.train_labels[chosen])
        try:
            value, scores, self.grads, self.state = train_step(
                self.net, x, labels, self.optimizer, self.state, loss=HeadsLoss(self.loss), rate=rate, rng=self.rng
            )
        except Diverged as error:
            raise Diverged(what_to_try(error, self.step + 1, rate, self.history["loss"])) from error
        scores = scores[0] if isinstance(scores, tuple) else scores  # without those of auxiliary heads
        accuracy = float((scores.argmax(axis=1) == labels).mean())
        self.step += 1
        self.history["loss"].append(value)
        self.history["accuracy"].append(accuracy)
        self.seconds += perf_counter() - start
        return Step(self.step, value, accuracy, rate)

    def test(self):
        """Returns (loss, accuracy) on the images to test on, and notes them in the history."""
        start = perf_counter()
        loss, accuracy = evaluate(self.net, self.data.test_images, self.data.test_labels, self.prepare, loss=self.loss)
        for name, value in [("test_step", self.step), ("test_loss", loss), ("test_accuracy", accuracy)]:
            self.history[name].append(value)
        self.seconds += perf_counter() - start
        return loss, accuracy

    def save(self, path, notes=None):
        """Write all that the run needs to go on to a .safetensors or .npz file. Errors are those of save_arrays."""
        notes = {"step": self.step, "seconds": self.seconds, "rate": self.rate, "notes": notes or {}}
        save_checkpoint(path, self.net, optimizer=self.state, rng=self.rng, history=self.history, notes=notes)

    def load(self, path):
        """Go back, or on, to where the run was when `save` wrote this file. Returns the notes."""
        found = load_checkpoint(path, self.net)
        self.state, self.rng = found.optimizer, found.rng
        self.step, self.seconds, self.rate = (found.notes[name] for name in ("step", "seconds", "rate"))
        self.history = {name: found.history[name].tolist() for name in self.history}
        return found.notes["notes"]


def train(net, data, optimizer, *, steps, **settings):
    """Yields a Step after each of so many steps: for step in train(net, digits(), Adam(), steps=100).

    It trains only while it is asked for the next one. Settings and errors are those of Run.
    """
    run = Run(net, data, optimizer, **settings)
    for _ in range(as_int(steps, "steps", least=0)):
        yield run.advance()


def main():
    """Train as the command line says, and end the program."""
    from cs231n_kit.runs import command

    command()


if __name__ == "__main__" and __spec__:  # as python -m, and not in a notebook
    main()
