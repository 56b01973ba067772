"""Recorded runs: what a run looked like at some of its steps, small enough for a page."""

import json
import platform
from base64 import b64encode
from pathlib import Path

import numpy as np

LARGEST = 300_000  # bytes of a record
FRAMES = 40  # of a record, at most
PICTURED = 40  # held-out images, of those in colour
KEYS = {"about", "command", "seed", "machine", "wall", "curves", "frames"}


def record_run(run, *, steps, rate, batch, wall, about, command="", seed=0, frames=FRAMES):
    """Train a Run, and return a record of it: {about, command, seed, machine, wall, curves, frames}.

    `rate` is a number, or a function of the step from 0 on. A frame is kept at about `frames` steps, closer together at
    the beginning, where most happens. `about` says in a sentence what was trained, on what.
    """
    kept = set(frame_steps(steps, frames))
    taken = [small_frame(run)]
    while run.steps < steps and run.step(rate=rate(run.steps) if callable(rate) else rate, batch=batch):
        if run.steps in kept:
            taken.append(small_frame(run))
    if taken[-1]["step"] != run.steps:
        taken.append(small_frame(run))
    curves = run.frame()["curves"]
    machine = f"{platform.machine()}, NumPy {np.__version__}"
    about = {"about": about, "command": command, "seed": seed, "machine": machine}
    return check_record({**about, "wall": wall, "curves": curves, "frames": taken})


def frame_steps(steps, frames):
    """Returns the steps that a record keeps, [0, ..., steps]: their distances grow evenly."""
    along = np.linspace(0, 1, frames) ** 2
    return sorted({int(step) for step in np.rint(along * steps)})


def small_frame(run):
    """Returns a frame without its curves, which a record has once, and without a look into one image."""
    frame = run.frame()
    return {key: value for key, value in frame.items() if key not in ("curves", "inside")}


def make_wall(images, labels, classes, white=255):
    """Returns images (N,C,H,W) from 0 to `white` as a wall, {shape, pixels, labels, classes}: a byte a number."""
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
