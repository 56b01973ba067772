"""The widget TrainingTheatre: its settings, their checks, and who trains: the page, the kernel, or a record."""

import json
import os
from functools import lru_cache

import numpy as np
import traitlets

from cs231n_kit.data import Dataset, digits, mean_std, standardise
from cs231n_kit.net import Net
from cs231n_kit.optim import OPTIMIZERS, SGD, Momentum, Optimizer
from cs231n_kit.shapes import as_int
from cs231n_kit.spec import build_spec

from ..base import Widget
from ..knobs import Knobs
from . import messages, record, svg
from .digits import ORDER, SIDE, TOO_HIGH, WALL, packed, page_data, page_net, page_wall
from .run import Data, Run, arrange
from .training import Training

ONE = "CONV(8,3) -> RELU -> POOL -> FC(10)"
PRESETS = {
    "one CONV": ONE,
    "two CONV": "CONV(8,3) -> RELU -> POOL -> CONV(16,3) -> RELU -> POOL -> FC(10)",
    "two FC": "FC(64) -> RELU -> FC(10)",
    "one FC": "FC(10)",
}
ON_PAGE = ("CONV", "RELU", "POOL", "FC", "FLATTEN")  # the layers that train there
MOST = 20_000  # parameters that train on a page
LONGEST = 300  # characters of a spec
BREAKAGES = ["", "rate", "zeros", "labels", "inputs"]
CAPTION = (
    "Watch a net learn. Each step changes all weights a little, so that the loss on one batch falls; what it learns of "
    "images that it never trains on shows in the curve of those held out."
)
BY_HEART = {
    "spec": PRESETS["two FC"],
    "breakage": "labels",
    "rate": 0.05,
    "optimizer": "momentum",
    "batch": 32,
    "pace": "fast",
    "knobs": ["rate", "pace", "seed"],
    "task": "The labels are shuffled: there is nothing to find. Train until half of the training images are guessed "
    "right all the same. What do the held-out ones say?",
    "goal": {"heart": True},
    "why": "With a few thousand weights a net learns images by heart, one by one. So a training loss that falls says "
    "nothing of images that the net has not seen; only held-out ones do.",
}
DIVERGE = {
    "knobs": ["rate", "pace", "seed"],
    "task": "Find a rate at which the net doesn’t learn at all, but which is not so high that the loss becomes NaN.",
    "goal": {"dead": True},
    "why": "One step that is far too long is enough: every ReLU gives 0 for every image, and no gradient brings it "
    "back. The loss then looks harmless, ln 10, that of blind guessing. The gradient of 0 gives it away.",
}


class TrainingTheatre(Widget, module="training_theatre"):
    """Show a net in training: curves, filters, gradients, and a wall of held-out images with what is guessed.

    `TrainingTheatre()` trains on the page itself, without a kernel: a small net on 8x8 digits. `spec` are its layers
    (CONV, RELU, POOL, FC), `rate`, `optimizer` ("SGD" or "momentum"), `batch` and `seed` how it is trained; `breakage`
    is what is broken on purpose: "rate", "zeros", "labels" or "inputs". The still picture is the run after `steps`.

    `TrainingTheatre(net, data)` trains your own Net in the kernel, while the notebook stays free: `data` is a Dataset
    of cs231n_kit.data, or (images, labels, held-out images, their labels); `optimizer` may be one of cs231n_kit.optim.
    play(), pause(), step() and reset() do what the buttons do. Play stops after `steps` steps.

    `TrainingTheatre(record="file.json")` shows a recorded run, step by step; record_run makes one.

    `knobs` are the settings that the reader can change. Raises ValueError for what can't be trained.
    """

    KEEP = ()
    mode = traitlets.Enum(["page", "kernel", "record"], "page").tag(sync=True)
    spec = traitlets.Unicode(ONE).tag(sync=True)
    rate = traitlets.Float(0.1, min=1e-5, max=100).tag(sync=True)
    optimizer = traitlets.Enum(["SGD", "momentum"], "SGD").tag(sync=True)
    batch = traitlets.Int(32, min=1, max=1024).tag(sync=True)
    seed = traitlets.Int(0, min=0, max=999).tag(sync=True)
    breakage = traitlets.Enum(BREAKAGES, "").tag(sync=True)
    pace = traitlets.Enum(["slow", "steady", "fast"], "steady").tag(sync=True)
    chosen = traitlets.Int(0, min=0).tag(sync=True)  # image on the wall that is looked into
    at = traitlets.Int(0, min=0).tag(sync=True)  # frame of a record in view
    steps = traitlets.Int(300, min=0, max=1_000_000).tag(sync=True)
    presets = traitlets.Dict(PRESETS).tag(sync=True)
    digits = traitlets.Dict().tag(sync=True)  # what the page trains on
    record = traitlets.Dict().tag(sync=True)
    about = traitlets.Unicode().tag(sync=True)  # what is trained, where the page doesn't know it
    # Between kernel and page: the kernel sends what there is to see, the page what to do, and each is answered.
    wall = traitlets.Dict().tag(sync=True)
    frame = traitlets.Dict().tag(sync=True)
    running = traitlets.Bool(False).tag(sync=True)
    command = traitlets.Dict().tag(sync=True)  # {"n": 1, "do": "play"}
    answered = traitlets.Int(0).tag(sync=True)
    problem = traitlets.Unicode().tag(sync=True)
    reached = traitlets.List(traitlets.Unicode()).tag(sync=True)  # what has become of the run so far
    knobs = Knobs("net", "rate", "optimizer", "batch", "seed", "breakage", "pace")
    caption = traitlets.Unicode(CAPTION).tag(sync=True)
    training = None  # the thread in the kernel

    def __init__(self, net=None, data=None, *, optimizer=None, record=None, **settings):
        if record is not None:
            settings = record_settings(record) | settings
        elif isinstance(net, str) and data is None:
            settings["spec"] = net
        elif net is not None:
            settings |= {"mode": "kernel"}
        if settings.get("mode", "page") == "page":
            settings.setdefault("digits", packed())
        if isinstance(optimizer, str):
            settings["optimizer"] = optimizer if optimizer in ("SGD", "momentum") or net is None else "SGD"
        super().__init__(**settings)
        if net is not None and self.mode == "kernel":
            self._open(net, data, optimizer, settings)
        missing = {"kernel": not self.frame, "record": not self.record, "page": False}[self.mode]
        if missing:
            raise ValueError(
                "mode follows from what you give: nothing or a text for the page, TrainingTheatre(net, data) for the "
                "kernel, TrainingTheatre(record=...) for a record."
            )

    @classmethod
    def by_heart(cls, **settings):
        """Returns a TrainingTheatre with a task: learn shuffled labels by heart."""
        return cls(**{**BY_HEART, **settings})

    @classmethod
    def kill(cls, **settings):
        """Returns a TrainingTheatre with a task: find a rate that kills every ReLU."""
        return cls(**{**DIVERGE, **settings})

    # ---- in the kernel -----------------------------------------------------------------------------------------
    def _open(self, net, data, optimizer, settings):
        """Make ready to train a reader's own net; the thread starts with Play."""
        self._net, self._data = as_net_and_data(net, data)
        self._start = dict(self._net.params), dict(self._net.state)
        self._optimizer = as_optimizer(optimizer, settings)
        classes = classes_of(data, self._data)
        self._on_wall = arrange(self._data.held_labels, len(classes), wall_size(self._net.in_shape))
        if "rate" not in settings:
            self.rate = min(max(float(self._optimizer.rate), 1e-5), 100.0)
        if "steps" not in settings:
            self.steps = 2000
        self.wall = wall_of(data, self._data, self._on_wall, classes)
        self.about = about_kernel(self._net, data, self._data, self._optimizer)
        self.training = Training(None, settings=self._settings, show=self._show, fail=self._fail)
        self._begin()
        self.observe(self._obey, "command")
        self.observe(lambda _: self._look(), "chosen")

    def _begin(self):
        run = Run(self._net, self._data, self._optimizer, seed=self.seed, wall=self._on_wall)
        self.training.run = run
        self.reached = []
        self._show(over=True)

    def play(self):
        """Train, in a thread, until it is paused or `steps` steps are made."""
        self._train(self.steps)

    def step(self):
        """Train for one step."""
        self._train(1)

    def _train(self, steps):
        self._require_kernel()
        self.problem = ""
        self.running = True
        self.training.play(steps)

    def pause(self):
        """Stop after the step that is being made."""
        self._require_kernel()
        self.training.pause()

    def reset(self):
        """Give the net the weights back that it came with, and start again."""
        self.pause()
        self.problem = ""
        self._net.params, self._net.state = dict(self._start[0]), dict(self._start[1])
        self._begin()

    def close(self):
        """Stop the training, and the widget."""
        if self.training is not None:
            self.training.pause()
        super().close()

    def _require_kernel(self):
        if self.training is None:
            raise RuntimeError("Only a theatre with your own net trains in the kernel: TrainingTheatre(net, data).")

    def _obey(self, change):
        """Do what the page asks for, and say that it is done."""
        asked = change["new"]
        if asked.get("do") in ("play", "pause", "step", "reset"):
            getattr(self, asked["do"])()
        self.answered = int(asked.get("n", 0))

    def _settings(self):
        return {"rate": self.rate, "batch": self.batch}

    def _show(self, over):
        """Send what there is to see; called in the thread that trains, too."""
        frame = self.training.run.frame(self.chosen)
        status = messages.status_of(frame)
        if status not in self.reached:
            self.reached = [*self.reached, status]
        self.frame = frame
        if over:
            self.running = False

    def _look(self):
        if not self.training.is_running:  # else the next frame shows the other image
            self._show(over=True)

    def _fail(self, error):
        self.problem = f"Training stopped with {type(error).__name__}: {error}"

    # ---- checks ------------------------------------------------------------------------------------------------
    @traitlets.validate("spec")
    def _check_spec(self, proposal):
        text = proposal["value"]
        if self.mode == "page":
            check_page_spec(text)
        return text

    @traitlets.validate("digits")
    def _check_digits(self, proposal):
        if proposal["value"] and set(proposal["value"]) != {"pixels", "labels", "train"}:
            raise ValueError('digits is {"pixels", "labels", "train"}, as the widget makes it by itself: leave it out.')
        return proposal["value"]

    @traitlets.validate("record")
    def _check_record(self, proposal):
        return record.check_record(proposal["value"]) if proposal["value"] else {}

    # ---- what the present state amounts to ---------------------------------------------------------------------
    @property
    def seen(self):
        """Give what there is to see at rest: the run after `steps` steps, the kernel's last frame, or a record's."""
        if self.mode == "record":
            return record.frame_of(self.record, self.at)
        if self.mode == "kernel":
            return self.frame
        settings = {name: getattr(self, name) for name in ("spec", "rate", "optimizer", "batch", "seed", "breakage")}
        return rest_frame(json.dumps(self.digits), self.steps, min(self.chosen, WALL - 1), **settings)

    @property
    def seen_wall(self):
        """Give the wall of held-out images: {shape, pixels, labels, classes}."""
        if self.mode == "page":
            return page_wall(self.digits)
        return self.record["wall"] if self.mode == "record" else self.wall

    def facts(self):
        """Collect what a goal may ask for.

        The settings spec, rate, optimizer, batch, seed, breakage, chosen; and whether the run on the page or in the
        kernel has got there so far: learnt (90% of held-out images), heart (half of the training images and no more
        held-out ones than by guessing), nan, dead, zeros, high, stuck.
        """
        names = ("spec", "rate", "optimizer", "batch", "seed", "breakage", "chosen")
        reached = ("learnt", "heart", "nan", "dead", "zeros", "high", "stuck")
        return {name: getattr(self, name) for name in names} | {name: name in self.reached for name in reached}

    def describe(self):
        """Say in words what the widget shows at rest: what is trained, how far it is, and what one sees."""
        return messages.describe(self, self.seen)

    def static_svg(self):
        """Draw the curves, the filters, the gradients and the wall of what is shown at rest."""
        return svg.draw(self)


@lru_cache(maxsize=64)
def rest_frame(given, steps, chosen, *, spec, rate, optimizer, batch, seed, breakage):
    """Returns what there is to see of a run of the page after so many steps, trained by the kit."""
    broken = {"seed": seed, "breakage": breakage}
    data = page_data(json.loads(given), **broken)
    run = Run(
        page_net(spec, **broken),
        data,
        Momentum() if optimizer == "momentum" else SGD(),
        seed=3 * seed + ORDER,
        wall=range(min(WALL, len(data.held))),
    )
    while run.steps < steps and run.step(rate=rate * TOO_HIGH if breakage == "rate" else rate, batch=batch):
        pass
    return run.frame(chosen)


def check_page_spec(text):
    """Raises ValueError, in words for a learner, for a net that doesn't train on the page."""
    if len(text) > LONGEST:
        raise ValueError(f"A net here is written in up to {LONGEST} characters; this one has {len(text)}.")
    layer, in_shape = build_spec(text, (1, SIDE, SIDE))
    if tuple(in_shape) != (1, SIDE, SIDE):
        raise ValueError(f"On the page a net reads digits of {SIDE}x{SIDE} pixels: leave INPUT out of {text!r}.")
    other = sorted({type(one).__name__ for one in layer.layers} - {"Conv2d", "ReLU", "MaxPool2d", "Linear", "Flatten"})
    if other:
        raise ValueError(
            f"On the page train {', '.join(ON_PAGE)}; this net has {', '.join(other)}. In a notebook, "
            f"TrainingTheatre(net, data) trains every net of the kit."
        )
    if any(getattr(one, "groups", 1) != 1 for one in layer.layers):
        raise ValueError("On the page no CONV has groups.")
    sizes = [int(np.prod(shape)) for shape in layer.param_shapes(in_shape).values()]
    if not sizes:
        raise ValueError(f"{text!r} has nothing to learn: give it at least an FC(10).")
    if sum(sizes) > MOST:
        raise ValueError(f"This net has {sum(sizes):,} parameters; up to {MOST:,} train smoothly on a page.")
    if tuple(layer.out_shape(in_shape)) != (10,):
        raise ValueError("The last layer gives a score for each of ten digits: end with FC(10).")


def record_settings(given):
    """Returns the settings of a theatre that shows a record, of a dict or of a file."""
    made = record.read_record(given) if isinstance(given, (str, os.PathLike)) else record.check_record(given)
    return {"mode": "record", "record": made, "at": len(made["frames"]) - 1, "knobs": []}


def as_net_and_data(net, data):
    """Returns (Net, Data) of what a reader gives: a net or its text, a Dataset or four arrays."""
    if data is None:
        data = digits()
    if isinstance(data, Dataset):
        mean, std = mean_std(data.train_images)
        images = [standardise(one, mean, std) for one in (data.train_images, data.test_images)]
        arrays = images[0], data.train_labels, images[1], data.test_labels
    else:
        try:
            arrays = [np.asarray(one) for one in data]
            assert len(arrays) == 4
        except (TypeError, ValueError, AssertionError):
            raise ValueError(
                "data is a Dataset, such as cs231n_kit.data.digits(), or four arrays: images to train on, their "
                "labels, images held out, their labels."
            ) from None
    train, train_labels, held, held_labels = arrays
    for name, images, labels in [("to train on", train, train_labels), ("held out", held, held_labels)]:
        if len(images) == 0 or len(images) != len(labels) or np.ndim(labels) != 1:
            raise ValueError(
                f"There must be one label for each image {name}, and at least one; got images {np.shape(images)} and "
                f"labels {np.shape(labels)}."
            )
    if isinstance(net, str):
        layer, in_shape = build_spec(net, tuple(train.shape[1:]))
        net = Net.build(layer, in_shape)
    if not isinstance(net, Net):
        raise ValueError(f"TrainingTheatre trains a Net, or a net as text; got {type(net).__name__}.")
    if tuple(train.shape[1:]) != tuple(net.in_shape):
        raise ValueError(f"This net reads images of {net.in_shape}; the data has images of {tuple(train.shape[1:])}.")
    dtype = next(iter(net.params.values())).dtype
    return net, Data(train.astype(dtype), train_labels.astype(int), held.astype(dtype), held_labels.astype(int))


def as_optimizer(optimizer, settings):
    """Returns the optimiser for a name, or the one that is given; SGD if none is."""
    if isinstance(optimizer, Optimizer):
        return optimizer
    if optimizer is None:
        return SGD(settings.get("rate", 0.05))
    if optimizer not in OPTIMIZERS:
        raise ValueError(f"optimizer is one of cs231n_kit.optim, or {', '.join(OPTIMIZERS)}; got {optimizer!r}.")
    return OPTIMIZERS[optimizer]()


def classes_of(given, data):
    """Returns the names of the classes."""
    count = 1 + int(max(data.train_labels.max(), data.held_labels.max()))
    names = given.classes if isinstance(given, Dataset) else ()
    return list(names) if len(names) >= count else [str(n) for n in range(count)]


def wall_size(in_shape):
    """Returns how many images a wall has: fewer if they are large."""
    return as_int(WALL if len(in_shape) == 3 and np.prod(in_shape) < 800 else record.PICTURED, "wall")


def wall_of(given, data, on_wall, classes):
    """Returns the wall of a reader's own data; images that are no pixels are stretched from black to white."""
    labels = data.held_labels[on_wall]
    if isinstance(given, Dataset) or given is None:
        source = digits() if given is None else given
        return record.make_wall(source.test_images[on_wall], labels, classes, source.white)
    images = data.held[on_wall].astype(float)
    if images.ndim != 4:
        return record.make_wall(np.zeros((len(on_wall), 1, 1, 1)), labels, classes)
    low, high = images.min(), images.max()
    return record.make_wall((images - low) / (high - low or 1), labels, classes, 1)


def about_kernel(net, given, data, optimizer):
    """Say what trains in the kernel, on what."""
    name = given.name if isinstance(given, Dataset) else "your data" if given is not None else "digits"
    words = f"{len(net.params)} arrays of parameters"
    return (
        f"Your net, {words}, trains in the kernel on {name}: {len(data.train)} images, {len(data.held)} held out. "
        f"{type(optimizer).__name__}."
    )
