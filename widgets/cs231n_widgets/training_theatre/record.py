"""Recorded runs: what a run looked like at some of its steps, small enough for a page."""

import json
import platform
from base64 import b64encode
from pathlib import Path

import numpy as np

from cs231n_kit.train import Diverged

from .kit_run import KitRun
from .run import POINTS

LARGEST = 300_000  # bytes of a record
FRAMES = 40  # of a record, at most
PICTURED = 40  # held-out images, of those in colour
KEYS = {"about", "command", "seed", "machine", "wall", "curves", "frames"}


def record_run(run, *, steps, about, command="", frames=FRAMES, wall=PICTURED):
    """Train a Run of cs231n_kit.train, and return a record: {about, command, seed, machine, wall, curves, frames}.

    A frame is kept at about `frames` steps, closer together at the beginning, where most happens; `wall` is how many
    images to test on it shows. `about` says in a sentence what was trained, on what; `command` makes it again.
    """
    watched, kept = KitRun(run, wall, every=max(steps // POINTS, 1)), set(frame_steps(steps, frames))
    taken = [small_frame(watched)]
    while watched.steps < steps:
        try:
            watched.step(rate=run.rate)
        except Diverged:
            break
        if watched.steps in kept or watched.steps == steps:
            taken.append(small_frame(watched))
    if taken[-1]["step"] != watched.steps:
        taken.append(small_frame(watched))
    data = run.data
    hung = make_wall(data.test_images[watched.on_wall], data.test_labels[watched.on_wall], data.classes, data.white)
    machine = f"{platform.machine()}, NumPy {np.__version__}"
    about = {"about": about, "command": command, "seed": run.seed, "machine": machine}
    return check_record({**about, "wall": hung, "curves": watched.frame()["curves"], "frames": taken})


def frame_steps(steps, frames):
    """Returns the steps that a record keeps, [0, ..., steps]: their distances grow evenly."""
    along = np.linspace(0, 1, frames) ** 2
    return sorted({int(step) for step in np.rint(along * steps)})


def small_frame(run):
    """Returns a frame without its curves, which a record has once, and without a look into one image."""
    frame = run.frame()
    return {key: value for key, value in frame.items() if key not in ("curves", "inside")}


def make_wall(images, labels, classes, white=255):
    """Returns images (N,C,H,W) from 0 to `white` as a wall, {shape, pixels, labels, classes}: a byte a number.

    With white=None they are stretched, the lowest number to black, the highest to white.
    """
    if white is None:
        images = images - images.min()
        white = images.max() or 1
    levels = np.rint(np.clip(np.asarray(images, float) / white, 0, 1) * 255).astype(np.uint8)
    return {
        "shape": list(levels.shape),
        "pixels": b64encode(levels.tobytes()).decode(),
        "labels": [int(label) for label in labels],
        "classes": [str(name) for name in classes],
    }


def check_record(record):
    """Returns a record as it is; ValueError for what is none, or too large for a page."""
    if not isinstance(record, dict) or not KEYS <= set(record):
        raise ValueError(f"A record is what record_run returns: a dict of {', '.join(sorted(KEYS))}.")
    size = len(json.dumps(record))
    if size > LARGEST:
        raise ValueError(
            f"This record has {size:,} bytes, and a page takes {LARGEST:,}. Record fewer frames, or a smaller wall."
        )
    return record


def write_record(record, path):
    """Write a record as a file of JSON."""
    Path(path).write_text(json.dumps(check_record(record), separators=(",", ":")) + "\n", encoding="utf-8")


def read_record(path):
    """Returns the record in a file; ValueError, with its name, for a file that is none."""
    try:
        return check_record(json.loads(Path(path).read_text(encoding="utf-8")))
    except ValueError as error:
        raise ValueError(f"{Path(path).name} is no record of a run: {error}") from error


def frame_of(record, at):
    """Returns frame number `at` of a record, its curves as far as they go."""
    frame = record["frames"][min(at, len(record["frames"]) - 1)]
    count = sum(step <= frame["step"] for step in record["curves"]["steps"])
    curves = {name: values[: max(count, 1)] for name, values in record["curves"].items()}
    return {**frame, "curves": curves, "inside": None}
