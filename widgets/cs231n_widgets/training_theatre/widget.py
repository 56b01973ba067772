"""The widget TrainingTheatre: its settings, their checks, and who trains: the page, the kernel, or a record."""

import json
import os
from functools import lru_cache
from pathlib import Path

import numpy as np
import traitlets

from cs231n_kit import train
from cs231n_kit.data import Dataset, digits
from cs231n_kit.net import Net
from cs231n_kit.optim import OPTIMIZERS, SGD, Optimizer
from cs231n_kit.spec import build_spec

from ..base import Widget
from ..knobs import Knobs
from . import messages, record, svg
from .digits import SIDE, WALL, PageRun, packed, page_wall
from .kit_run import KitRun
from .training import Training

ONE = "CONV(8,3) -> RELU -> POOL -> FC(10)"
CIFAR10 = Path(__file__).with_name("cifar10_run.json")  # tools/record_training.py made it; its command stands in it
PRESETS = {
    "one CONV": ONE,
    "two CONV": "CONV(8,3) -> RELU -> POOL -> CONV(16,3) -> RELU -> POOL -> FC(10)",
    "two FC": "FC(64) -> RELU -> FC(10)",
    "one FC": "FC(10)",
}
ON_PAGE = ("CONV", "RELU", "POOL", "FC", "FLATTEN")  # the layers that train there
MOST = 20_000  # parameters that train on a page
MOST_MACS = 100_000  # multiply-adds for one image
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
    `TrainingTheatre(run)` takes a Run of cs231n_kit.train, with its schedule and what it does to
    the images. play(), pause(), step() and reset() do what the buttons do; Play stops after `steps` steps.

    `TrainingTheatre(record="file.json")` shows a recorded run, step by step; record_run makes one, and
    TrainingTheatre.cifar10() shows the one that comes with the course.

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
        if record:
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

    @classmethod
    def cifar10(cls, **settings):
        """Returns a TrainingTheatre with a recorded run on CIFAR-10, to be looked at step by step."""
        return cls(record=CIFAR10, **settings)

    # ---- in the kernel -----------------------------------------------------------------------------------------
    def _open(self, given, data, optimizer, settings):
        """Make ready to train a reader's own net; the thread starts with Play."""
        run = given if isinstance(given, train.Run) else make_run(given, data, optimizer, settings)
        self._kit_run, self._start = run, (dict(run.net.params), dict(run.net.state))
        if "rate" not in settings:
            self.rate = min(max(float(run.rate), 1e-5), 100.0)
        if "steps" not in settings:
            self.steps = 2000
        data = run.data
        large = run.net.in_shape[0] * run.net.in_shape[-1] ** 2 > 800
        watched = KitRun(run, record.PICTURED if large else WALL)
        images, labels = data.test_images[watched.on_wall], data.test_labels[watched.on_wall]
        self.wall = record.make_wall(images, labels, data.classes, data.white)
        self.about = about_run(run)
        self.training = Training(watched, settings=lambda: {"rate": self.rate}, show=self._show, fail=self._fail)
        self._show(over=True)
        self.observe(self._obey, "command")
        self.observe(lambda _: self._look(), "chosen")

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
        self.problem, run = "", self._kit_run
        run.net.params, run.net.state = dict(self._start[0]), dict(self._start[1])
        again = train.Run(run.net, run.data, run.optimizer, batch=run.batch, loss=run.loss, schedule=run.schedule,
                          prepare=run.prepare, seed=run.seed)  # fmt: skip
        self._kit_run, self.reached = again, []
        self.training.run = KitRun(again, len(self.wall["labels"]))
        self._show(over=True)

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
        name = "" if isinstance(error, train.Diverged) else f"{type(error).__name__}: "
        self.problem = f"Training stopped. {name}{error}"

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
    run = PageRun(json.loads(given), spec, seed=seed, breakage=breakage, optimizer=optimizer)
    while run.steps < steps and run.step(rate=rate, batch=batch):
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
    if layer.macs(in_shape) > MOST_MACS:
        raise ValueError(
            f"This net takes {layer.macs(in_shape):,} multiply-adds for an image; up to {MOST_MACS:,} train smoothly "
            f"on a page."
        )
    if tuple(layer.out_shape(in_shape)) != (10,):
        raise ValueError("The last layer gives a score for each of ten digits: end with FC(10).")


def record_settings(given):
    """Returns the settings of a theatre that shows a record, of a dict or of a file."""
    made = record.read_record(given) if isinstance(given, (str, os.PathLike)) else record.check_record(given)
    return {"mode": "record", "record": made, "at": len(made["frames"]) - 1, "knobs": []}


def make_run(net, data, optimizer, settings):
    """Returns a Run of the kit's for what a reader gives: a net or its text, a Dataset or four arrays, an optimiser."""
    data = digits() if data is None else data
    prepare = None
    if not isinstance(data, Dataset):
        data, prepare = as_dataset(data), as_they_are
    if isinstance(net, str):
        net = Net.build(*build_spec(net, tuple(data.in_shape), classes=len(data.classes)))
    if not isinstance(net, Net):
        raise ValueError(f"TrainingTheatre trains a Net, a net as text, or a Run; got {type(net).__name__}.")
    optimizer = as_optimizer(optimizer, settings)
    return train.Run(
        net, data, optimizer, batch=settings.get("batch", 32), prepare=prepare, seed=settings.get("seed", 0)
    )


def as_they_are(images, rng=None):
    """Returns images as they are: their owner has made them what the net reads."""
    return images


def as_dataset(arrays):
    """Returns a Dataset of (images, labels, images held out, labels). ValueError for what can't be one."""
    try:
        images, labels, held, held_labels = [np.asarray(one) for one in arrays]
    except (TypeError, ValueError):
        raise ValueError(
            "data is a Dataset, such as cs231n_kit.data.digits(), or four arrays: images to train on, their labels, "
            "images held out, their labels."
        ) from None
    for name, some, theirs in [("to train on", images, labels), ("held out", held, held_labels)]:
        if some.ndim != 4 or len(some) == 0 or theirs.shape != (len(some),):
            raise ValueError(
                f"Images {name} are (N,C,H,W), with one label for each; got images {some.shape} and labels "
                f"{theirs.shape}."
            )
    count = 1 + int(max(labels.max(), held_labels.max()))
    classes = tuple(str(n) for n in range(count))
    return Dataset("your data", images, labels.astype(int), held, held_labels.astype(int), classes, None)


def as_optimizer(optimizer, settings):
    """Returns the optimiser for a name, or the one that is given; SGD if none is."""
    if isinstance(optimizer, Optimizer):
        return optimizer
    if optimizer is None:
        return SGD(settings.get("rate", 0.05))
    if optimizer not in OPTIMIZERS:
        raise ValueError(f"optimizer is one of cs231n_kit.optim, or {', '.join(OPTIMIZERS)}; got {optimizer!r}.")
    return OPTIMIZERS[optimizer](**{"rate": settings["rate"]} if "rate" in settings else {})


def about_run(run):
    """Say what trains in the kernel, on what."""
    count, data = sum(values.size for values in run.net.params.values()), run.data
    return (
        f"A net with {count:,} parameters trains in the kernel on {data.name}: {len(data.train_labels):,} images, "
        f"{len(data.test_labels):,} held out, in batches of {run.batch}, by {type(run.optimizer).__name__}."
    )
