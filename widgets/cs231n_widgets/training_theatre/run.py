"""A net that is trained step by step, and what there is to see of it: curves, filters, gradients, guesses.

widgets/js/training_theatre/run.js does the same on the page, and a test compares them.
"""

from base64 import b64encode

import numpy as np

from cs231n_kit.layers import Conv2d, ReLU, Serial
from cs231n_kit.layers.container import strip_prefix
from cs231n_kit.losses import softmax_loss_forward

SAMPLE = 200  # images at most, of those to train on and of those held out, that a point of the curves is measured on
COST = 4e9  # multiply-adds that measuring one of the two may take
EVERY = 5  # steps from one point of the curves to the next
POINTS = 400  # of a curve, at most: then every other one goes, and the next ones come half as often
MAPS = 16  # of a layer, and filters, that are shown
LAYERS = 8  # that are shown, of maps and of gradients
CURVES = ("steps", "loss", "held_loss", "accuracy", "held_accuracy")


class Watched:
    """A net in training: step() trains it on one more batch, frame() gives what there is to see.

    A subclass trains, in `train`. `train` and `held` are (images as the net reads them, labels), of those to train on
    and of those held out, on which the curves are measured; `wall` are the held-out images whose guesses are shown.
    """

    def __init__(self, net, train, held, wall, *, steps=0, every=EVERY):
        self.net, self.sample, self.held, self.wall = net, train, held, wall
        self.steps, self.every = steps, every
        self.grads, self.updates = {}, {}
        self.curves = {name: [] for name in CURVES}
        self.measure()

    def step(self, **settings):
        """Train on one more batch; returns whether all weights are still numbers."""
        before = self.net.params
        with np.errstate(all="ignore"):  # a rate that is too high is something to see here, and no warning
            self.grads = self.train(**settings)
            self.updates = {key: values - before[key] for key, values in self.net.params.items()}
        self.steps += 1
        if self.steps % self.every == 0 or not self.is_sound:
            self.measure()
        return self.is_sound

    def train(self, **settings):
        """Train on one more batch; returns the gradients, by the names of the parameters."""
        raise NotImplementedError

    @property
    def is_sound(self):
        """Whether all weights are numbers still."""
        return all(np.isfinite(values).all() for values in self.net.params.values())

    def measure(self):
        """Add a point to the curves: loss and share of right guesses, of images to train on and of those held out."""
        train, held = score(self.net, *self.sample), score(self.net, *self.held)
        for name, value in zip(CURVES, (self.steps, train[0], held[0], train[1], held[1]), strict=True):
            self.curves[name].append(value)
        if len(self.curves["steps"]) > POINTS:
            self.curves = {name: values[::2] for name, values in self.curves.items()}
            self.every *= 2

    # ---- what there is to see ----------------------------------------------------------------------------------
    def frame(self, chosen=0):
        """Returns what there is to see now, as JSON can say it; `chosen` is the image of the wall looked into."""
        with np.errstate(all="ignore"):
            scores = self.net(self.wall)
            return {
                "step": self.steps,
                "sound": self.is_sound,
                "classes": scores.shape[1],
                "curves": {name: [rounded(value) for value in values] for name, values in self.curves.items()},
                "filters": self.filters(),
                "gradients": self.gradients(),
                "guesses": guesses_of(scores).tolist(),
                "inside": self.inside(self.wall[min(chosen, len(self.wall) - 1)][None]),
            }

    def filters(self):
        """Returns the first layer's filters as pictures, or those of an FC as images: a picture each; None without."""
        weights = next((w for w in self.net.params.values() if w.ndim > 1), None)
        if weights is None or len(self.net.in_shape) != 3:
            return None
        if weights.ndim == 2:
            weights = weights.reshape(-1, *self.net.in_shape)
        return picture(weights[:MAPS]) if weights.ndim == 4 else None

    def gradients(self):
        """Returns a row for each layer's weights: {name, gradient, weights, update}, each the root of a mean square."""
        names = [key for key, values in self.net.params.items() if values.ndim > 1]
        named = zip(names, layer_names([self.net.params[key] for key in names]), strict=True)
        sizes = {"gradient": self.grads, "weights": self.net.params, "update": self.updates}
        return [
            {"name": name, **{size: rms(values.get(key)) for size, values in sizes.items()}}
            for key, name in list(named)[:LAYERS]
        ]

    def inside(self, x):
        """Returns what the net makes of an image (1,C,H,W): the maps of its layers, and the share of each class."""
        net, maps, last = self.net, [], x
        for layer, last, following in outputs(net.layer, x, net.params, net.state):
            if last.ndim == 4 and not (isinstance(layer, Conv2d) and isinstance(following, ReLU)):
                maps.append({"name": WORDS.get(type(layer).__name__, type(layer).__name__), **picture(last[0, :MAPS])})
        scores = np.asarray(last[0], float)
        exps = np.exp(scores - scores.max())
        return {"maps": maps[:LAYERS], "shares": [rounded(share) for share in exps / exps.sum()]}


WORDS = {"Conv2d": "CONV", "ReLU": "RELU", "MaxPool2d": "POOL", "AvgPool2d": "POOL", "L2Pool2d": "POOL"}


def score(net, images, labels):
    """Returns (loss, share of right guesses) of images; the loss is None where it is no number."""
    with np.errstate(all="ignore"):
        scores = net(images)
        loss = float(softmax_loss_forward(scores, labels)[0])
    return loss if np.isfinite(loss) else None, float((guesses_of(scores) == labels).mean())


def guesses_of(scores):
    """Returns the class with the largest score for each row, the first of equals; -1 where a score is no number."""
    return np.where(np.isfinite(scores).all(axis=1), scores.argmax(axis=1), -1)


def outputs(layer, x, params, state, following=None):
    """Yields (layer, its output, the layer after it) along a row of layers, a Serial within it written out."""
    if not isinstance(layer, Serial):
        yield layer, layer.forward(x, params, state, keep=False)[0], following
        return
    for n, part in enumerate(layer.layers):
        after = layer.layers[n + 1] if n + 1 < len(layer.layers) else following
        for found in outputs(part, x, strip_prefix(n, params), strip_prefix(n, state), after):
            yield found
            x = found[1]


def layer_names(weights):
    """Returns a name for each layer by its weights: CONV 1, CONV 2, FC 1; no number where there is one of a kind."""
    words = ["FC" if w.ndim == 2 else "CONV" if w.ndim == 4 else "LOCAL" for w in weights]
    return [word if words.count(word) == 1 else f"{word} {words[: n + 1].count(word)}" for n, word in enumerate(words)]


def picture(values):
    """Returns numbers as levels from 1 to 255, 128 for 0: {shape, most, levels}; `most` is the largest without sign."""
    most = float(np.abs(values).max())
    levels = np.full(values.shape, 128) if not 0 < most < np.inf else np.floor(values / most * 127 + 128.5)
    return {
        "shape": list(values.shape),
        "most": rounded(most),
        "levels": b64encode(np.clip(levels, 1, 255).astype(np.uint8).tobytes()).decode(),
    }


def rms(values):
    """Returns the root of the mean square, 0 for no values, None where it is no number."""
    return 0.0 if values is None else rounded(np.sqrt(np.square(values, dtype=float).mean()))


def rounded(value):
    """Returns a number in five digits, which travel faster; None for what is no number."""
    if value is None or not np.isfinite(value):
        return None
    return value if isinstance(value, int) else float(f"{value:.5g}")


def arrange(labels, classes, count):
    """Returns the numbers of `count` images for a wall: one of each class in a row, as long as there are some."""
    of_class = [np.flatnonzero(labels == label) for label in range(classes)]
    rows = [[int(some[row]) for some in of_class if row < len(some)] for row in range(len(labels))]
    return [one for row in rows for one in row][:count]
