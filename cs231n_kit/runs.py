"""Training as a command: runs in folders, which can be stopped or killed, and go on.

python -m cs231n_kit.train --data digits
python -m cs231n_kit.train --data cifar10 --spec "[CONV(32) -> RELU -> POOL]*3 -> FC(10)" --epochs 30 --out runs/mine
"""

import argparse
import contextlib
import io
import math
import os
import signal
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from cs231n_kit import backend
from cs231n_kit.data import DATASETS
from cs231n_kit.losses import LOSSES
from cs231n_kit.models import MAKERS
from cs231n_kit.net import Net
from cs231n_kit.optim import OPTIMIZERS, Constant, Cosine, StepDecay, WarmUp
from cs231n_kit.spec import build_spec
from cs231n_kit.train import Diverged, Prepare, Run
from cs231n_kit.weights import load_arrays, write_whole

__all__ = ["command", "draw_curves", "main", "pad_images"]

PROGRAM = "python -m cs231n_kit.train"
CHECKPOINT, CURVES = "checkpoint.safetensors", "curves.png"
# What isn't said on the command line, by the data.
DEFAULTS = {
    "digits": {
        "spec": "CONV(32) -> RELU -> CONV(64) -> RELU -> POOL -> CONV(128) -> RELU -> POOL -> FC(10)",
        "epochs": 12,
    },
    "mnist": {
        "spec": "CONV(20,5) -> RELU -> POOL -> CONV(50,5) -> RELU -> POOL -> FC(500) -> RELU -> FC(10)",
        "epochs": 10,
    },
    "cifar10": {
        "spec": "CONV(16) -> RELU -> POOL -> CONV(32) -> RELU -> POOL -> CONV(64) -> RELU -> POOL -> FC(10)",
        "epochs": 20,
        "flip": True,
        "margin": 4,
    },
}
SCHEDULES = ("cosine", "constant", "step")


# ---- the command line ----
def parser():
    """Returns the parser of the command line."""
    top = argparse.ArgumentParser(
        prog=PROGRAM,
        description="Train a net. What it has learnt is saved in a folder every few seconds; a run that was stopped or "
        "killed goes on with the same command and --resume, and comes to the same numbers.",
    )
    top.add_argument("--data", required=True, choices=DATASETS, help="what to train on")
    net = top.add_mutually_exclusive_group()
    net.add_argument("--spec", help='the net as text, as in "CONV(32) -> RELU -> POOL -> FC(10)"')
    net.add_argument("--model", choices=MAKERS, metavar="NAME", help=f"a net by its name: {', '.join(MAKERS)}")
    length = top.add_mutually_exclusive_group()
    length.add_argument("--epochs", type=_positive, help="how often each image comes")
    length.add_argument("--steps", type=_positive, help="how many steps to take, instead")
    top.add_argument("--batch", type=_positive, default=32, help="images in a step (default: %(default)s)")
    top.add_argument("--optimizer", choices=OPTIMIZERS, default="Adam", help="default: %(default)s")
    top.add_argument("--rate", type=_number, help="the learning rate (default: the optimiser's own)")
    top.add_argument(
        "--schedule", choices=SCHEDULES, default="cosine", help="how the rate falls; step: to a tenth after each third"
    )
    top.add_argument("--warmup", type=_whole, default=0, metavar="STEPS", help="steps in which the rate climbs first")
    top.add_argument("--decay", type=_number, default=0.0, help="weight decay (default: none)")
    top.add_argument("--loss", choices=LOSSES, default="softmax", help="default: %(default)s")
    top.add_argument("--flip", action=argparse.BooleanOptionalAction, help="mirror half of the images")
    top.add_argument("--margin", type=_whole, metavar="PIXELS", help="move each image by up to so many pixels")
    top.add_argument("--seed", type=_whole, default=0, help="decides what is drawn: weights, order, what is held out")
    top.add_argument("--device", choices=["cpu", "gpu"], default="cpu", help="gpu needs CuPy (default: %(default)s)")
    top.add_argument("--threads", type=_positive, default=1, help="of matrix products (default: %(default)s)")
    top.add_argument("--time-limit", type=_number, metavar="SECONDS", help="save and stop then")
    top.add_argument(
        "--save-every", type=_number, default=10.0, metavar="SECONDS", help="and at the end (default: %(default)s)"
    )
    top.add_argument("--out", type=Path, metavar="FOLDER", help="where it saves (default: runs/DATA)")
    top.add_argument("--resume", action="store_true", help="go on with the run in this folder, if there is one")
    return top


def _whole(text):
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"a whole number from 0 on, not {text!r}")
    return int(text)


def _positive(text):
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"a whole number from 1 on, not {text!r}")
    return int(text)


def _number(text):
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number < math.inf:
        raise argparse.ArgumentTypeError(f"a number from 0 on, not {text!r}")
    return number


def main(argv=None) -> int:
    """Train as the command line says. Returns the exit status: 0, 1 if it could not end well, 2 for what can't be."""
    args = parser().parse_args(argv)
    out, err = _Unbreakable(sys.stdout), _Unbreakable(sys.stderr)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            return train_in_folder(args)
        except KeyboardInterrupt:
            print("Stopped at once: what was saved last is kept.", file=sys.stderr)
            return 130
        except (OSError, ValueError, RuntimeError, MemoryError) as error:
            text = str(error) or type(error).__name__
            between = "\n" if "\n" in text else " "  # a caret stands below its place
            print(f"{PROGRAM}:{between}{text}", file=sys.stderr)
            return 2


def command() -> None:
    """Run main as a program: what could not be printed to the end is forgotten, and the exit status is main's."""
    status = main()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    sys.exit(status)


class _Unbreakable:
    """A stream whose errors stop nothing: a log on a full disk must not end a run."""

    def __init__(self, stream):
        self._stream = stream

    def write(self, text):
        with contextlib.suppress(OSError, ValueError):
            return self._stream.write(text)
        return 0

    def flush(self):
        with contextlib.suppress(OSError, ValueError):
            self._stream.flush()

    def __getattr__(self, name):
        return getattr(self._stream, name)


# ---- a run in a folder ----
def train_in_folder(args):
    """Train as args say, from the beginning or from where the folder's run is. Returns the exit status."""
    from threadpoolctl import threadpool_limits

    deadline = time.monotonic() + (math.inf if args.time_limit is None else args.time_limit)
    folder = args.out or Path("runs") / args.data
    _refuse_to_overwrite(folder / CHECKPOINT, args)
    with backend.use("cupy" if args.device == "gpu" else "numpy"), threadpool_limits(args.threads):
        run, steps, settings = build_run(args)
        if args.resume and (folder / CHECKPOINT).is_file():
            _go_on(run, folder / CHECKPOINT, settings)
        with Session(run, steps, settings, folder) as session:
            return session.train(deadline, args.save_every)


def _refuse_to_overwrite(path, args):
    """Raises ValueError for a folder that has a run in it, if it isn't to go on."""
    if path.is_file() and not args.resume:
        _, notes = load_arrays(path)
        raise ValueError(
            f"{path.parent} holds a run of {notes.get('step', '?')} steps. Add --resume to go on with it, or name "
            "another folder, as in --out runs/second."
        )


def build_run(args, data=None):
    """Returns (run, steps, settings): a new Run, its length, and what decides its numbers, for the notes.

    data is another Dataset than the one that args name.
    """
    chosen = DEFAULTS[args.data] | {name: value for name, value in vars(args).items() if value is not None}
    data = data or DATASETS[args.data](seed=args.seed)
    layer, in_shape = _layers(chosen, data)
    data = pad_images(data, in_shape)
    net = Net.build(layer, in_shape, seed=args.seed)
    kind, rate = OPTIMIZERS[args.optimizer], {} if args.rate is None else {"rate": args.rate}
    optimizer = kind(**rate, decay=args.decay)
    prepare = Prepare.of(data.train_images, flip=chosen.get("flip", False), margin=chosen.get("margin", 0))
    run = Run(net, data, optimizer, batch=args.batch, loss=LOSSES[args.loss](), prepare=prepare, seed=args.seed)
    steps = args.steps or chosen["epochs"] * run.order.steps_per_epoch
    run.schedule = _schedule(args, steps)
    settings = {
        "data": data.name, "net": repr(layer), "optimizer": repr(optimizer), "schedule": repr(run.schedule),
        "loss": repr(run.loss), "batch": args.batch, "flip": prepare.flip, "margin": prepare.margin, "seed": args.seed,
    }  # fmt: skip
    return run, steps, settings


def _layers(chosen, data):
    """Returns (layer, in_shape) of the net that is asked for. A named net gets as many scores as there are classes."""
    if "model" not in chosen:
        return build_spec(chosen["spec"], data.in_shape, classes=len(data.classes))
    model = MAKERS[chosen["model"]](num_classes=len(data.classes))
    return model.layer, model.in_shape


def pad_images(data, in_shape, most=4):
    """Returns a Dataset whose images have as many rows and columns as in_shape, with 0 around them.

    LeNet-5 reads MNIST's 28x28 so, as 32x32. ValueError if more than `most` on a side would be needed, or fewer.
    """
    (C, H, W), (depth, height, width) = data.in_shape, in_shape if len(in_shape) == 3 else (0, 0, 0)
    rows, columns = height - H, width - W
    if C != depth or min(rows, columns) < 0 or max(rows, columns) > 2 * most:
        raise ValueError(
            f"{data.name} has images of {W}x{H}x{C}, and this net reads {'x'.join(map(str, reversed(in_shape)))}. "
            "Choose another net, or other data."
        )
    pads = ((0, 0), (0, 0), (rows // 2, rows - rows // 2), (columns // 2, columns - columns // 2))
    return replace(data, train_images=np.pad(data.train_images, pads), test_images=np.pad(data.test_images, pads))


def _schedule(args, steps):
    """Returns the schedule over so many steps."""
    kinds = {"constant": Constant(), "cosine": Cosine(steps), "step": StepDecay(-(-steps // 3))}
    return WarmUp(args.warmup, kinds[args.schedule]) if args.warmup else kinds[args.schedule]


def _go_on(run, path, settings):
    """Bring a run to where its checkpoint is. ValueError if that was made with other settings."""
    _, notes = load_arrays(path)
    there = notes.get("notes", {})
    lines = [
        f"  {name}: {there.get(name)} there, {value} here"
        for name, value in settings.items()
        if there.get(name) != value
    ]
    if lines:
        raise ValueError(
            "\n".join([f"{path.parent} holds a run with other settings:", *lines, "Give it the same ones."])
        )
    run.load(path)


class Session:
    """The time from the start of the command to its end: the bar, the signals, what is saved."""

    def __init__(self, run, steps, settings, folder):
        self.run, self.steps, self.settings, self.folder = run, steps, settings, folder
        self.stopped_by, self._handlers, self._bar = None, {}, None

    def __enter__(self):
        from tqdm import tqdm

        self._bar = tqdm(
            desc=self.run.data.name, total=self.steps, initial=self.run.step, unit=" steps", file=sys.stderr
        )
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM):
                self._handlers[number] = signal.signal(number, self._stop)
        return self

    def __exit__(self, *error):
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._bar.close()

    def _stop(self, number, frame):
        """Let the step that runs come to its end; a second Ctrl-C stops at once."""
        self.stopped_by = signal.Signals(number)
        signal.signal(signal.SIGINT, signal.default_int_handler)

    def train(self, deadline, save_every):
        """Train to the end, or until a signal or the deadline comes. Returns the exit status."""
        self.run.save(self.folder / CHECKPOINT, self.settings)  # a folder that can't be written to is said now
        try:
            with np.errstate(all="ignore"):  # what is no number any more is said once, in words
                self._steps(deadline, save_every)
        except Diverged as error:
            self._bar.close()
            print(f"{self.run.data.name}: {error}", file=sys.stderr)
            self._draw()
            return 1
        saved = self.save() or self._save_elsewhere()
        self._bar.close()
        self._draw()
        print(self.summary(), flush=True)
        if not saved:
            return 1
        return 0 if self.stopped_by is None else 128 + self.stopped_by

    def _steps(self, deadline, save_every):
        run, next_save = self.run, time.monotonic() + save_every
        while run.step < self.steps and self.stopped_by is None and time.monotonic() < deadline:
            run.advance()
            if run.step % run.order.steps_per_epoch == 0 or run.step == self.steps:
                run.test()
            self._bar.set_postfix_str(self._so_far(), refresh=False)
            self._bar.update()
            if time.monotonic() >= next_save:
                self.save()
                next_save = time.monotonic() + save_every

    def _so_far(self):
        """Returns loss and accuracy of the last steps, and the last test, as text."""
        history = self.run.history
        loss, accuracy = (np.mean(history[name][-50:]) for name in ("loss", "accuracy"))
        test = f", test {history['test_accuracy'][-1]:.1%}" if history["test_accuracy"] else ""
        return f"loss {loss:.3f}, accuracy {accuracy:.1%}{test}"

    def save(self):
        """Save all that the run needs to go on. Returns whether it could be written; if not, the old file is kept."""
        try:
            self.run.save(self.folder / CHECKPOINT, self.settings)
        except OSError as error:
            self._bar.write(f"{error} The run goes on, and tries again later: make room.", file=sys.stderr)
            return False
        return True

    def _save_elsewhere(self):
        """Save where temporary files are, if it can't be in the folder, and go there with all that follows."""
        try:
            folder = Path(tempfile.mkdtemp(prefix="cs231n-run-"))
            self.run.save(folder / CHECKPOINT, self.settings)
        except OSError as error:
            self._bar.write(f"{error} What the run has learnt since it was saved last is lost.", file=sys.stderr)
            return False
        self._bar.write(f"It is saved in {folder} instead: --out {folder} --resume goes on with it.", file=sys.stderr)
        self.folder = folder
        return True

    def _draw(self):
        """Draw the curves, if there are any and there is room for them."""
        if self.run.step:
            try:
                draw_curves(self.run.history, self.folder / CURVES, self.run.data.name)
            except OSError as error:
                print(error, file=sys.stderr)

    def summary(self):
        """Returns one line: how well it goes, after how many steps, and where it is."""
        run, history = self.run, self.run.history
        result = "not tested yet"
        if history["test_accuracy"]:
            tested = "" if history["test_step"][-1] == run.step else f" at step {history['test_step'][-1]:,}"
            count = len(run.data.test_labels)
            result = f"{history['test_accuracy'][-1]:.2%} of {count:,} test images right{tested}"
        steps = f"{run.step:,} steps"
        if run.step < self.steps:
            why = "time limit" if self.stopped_by is None else self.stopped_by.name
            steps = f"{run.step:,} of {self.steps:,} steps ({why}; the same command with --resume goes on)"
        return f"{run.data.name}: {result}, after {steps}, {run.seconds:.0f} s, seed {run.seed}; see {self.folder}"


# ---- curves ----
def draw_curves(history, path, title):
    """Write a PNG with the loss and the accuracy over the steps, of training and of the images to test on."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9, 3.6), layout="constrained")
    for axes, name in zip(figure.subplots(1, 2), ("loss", "accuracy"), strict=True):
        values = np.array(history[name])
        steps, width = np.arange(1, len(values) + 1), max(1, len(values) // 50)
        axes.plot(steps, values, color="C0", alpha=0.25, linewidth=0.8)
        smooth = np.convolve(values, np.ones(width) / width, "valid")
        axes.plot(steps[width - 1 :], smooth, color="C0", label=f"training, mean of {width} steps")
        axes.plot(history["test_step"], history[f"test_{name}"], "o-", color="C1", markersize=3, label="test")
        axes.set(xlabel="step", ylabel=name, ylim=(0, 1) if name == "accuracy" else (0, None))
        axes.legend(loc="lower right" if name == "accuracy" else "upper right", fontsize="small")
        axes.grid(alpha=0.3)
    figure.suptitle(title)
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=120)
    write_whole(path, file.getvalue())
