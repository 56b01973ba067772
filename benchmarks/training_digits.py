"""How well, and how fast, the kit learns handwritten digits: five runs of its own command, with five seeds.

Each holds out a fifth of the digits by its seed. The command is `python -m cs231n_kit.train --data digits`, without
any options but the seed and the folder.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import record
from tqdm import tqdm

from cs231n_kit.weights import load_arrays


def run(seed, folder):
    """Return what a run has come to: accuracy, seconds of training and of the whole command, losses by epoch."""
    command = [sys.executable, "-m", "cs231n_kit.train", "--data", "digits", "--seed", str(seed), "--out", str(folder)]
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    seconds = time.perf_counter() - began
    arrays, notes = load_arrays(folder / "checkpoint.safetensors")
    ends = arrays["history/test_step"].tolist()
    losses = np.split(arrays["history/loss"], ends[:-1])
    return {
        "accuracy": round(float(arrays["history/test_accuracy"][-1]), 4),
        "training_s": round(notes["seconds"], 1),
        "command_s": round(seconds, 1),
        "steps": notes["step"],
        "loss_by_epoch": [round(float(loss.mean()), 4) for loss in losses],
        "test_accuracy_by_epoch": [round(float(value), 4) for value in arrays["history/test_accuracy"]],
    }


def main():
    """Train with five seeds, or as many as --rounds says, from --seed on."""
    options = record.arguments(__doc__.split("\n")[0], rounds=5)
    seeds = range(options.seed, options.seed + options.rounds)
    with tempfile.TemporaryDirectory() as folder:
        found = {f"seed {seed}": run(seed, Path(folder) / str(seed)) for seed in tqdm(seeds, "digits", unit=" runs")}
    names = ("accuracy", "training_s", "command_s")
    mean = {name: round(float(np.mean([one[name] for one in found.values()])), 4) for name in names}
    about = "Digits of 8x8, a fifth of them held out by the seed: the right answers among these, and the seconds."
    record.save("training_digits", {"mean": mean} | found, about, options, ["cs231n-kit", "numpy"])


if __name__ == "__main__":
    main()
