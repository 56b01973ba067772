"""Train the nets whose results the chapters show: python tools/records.py [NAME ...], every one if none is named.

A record is cs231n_kit/trained/NAME.json: how the nets were trained, on what machine, their curves and results. The kit
trains them (cs231n_kit.runs): `options` in a record are those of `python -m cs231n_kit.train`. MNIST and the JPEG copy
of CIFAR-10 (cifar10-jpeg.zip) are read from the folder that CS231N_DATA names.
"""

import argparse
import io
import json
import os
import platform
import re
import shlex
import time
import zipfile
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

import numpy as np
from PIL import Image
from threadpoolctl import threadpool_limits
from tqdm import tqdm

from cs231n_kit.data import CIFAR10_CLASSES, Dataset, data_folder
from cs231n_kit.runs import build_run, parser
from cs231n_kit.train import Prepare, evaluate
from cs231n_kit.weights import TRAINED, save_arrays, write_whole

SEEDS = (0, 1, 2, 3, 4)
GRID_SEEDS = (100,)  # a rate is chosen by other seeds than those that are compared
THREADS = 1  # of matrix products: for nets as small as these two were slower


@dataclass(frozen=True)
class Recipe:
    """How nets are trained for a record: what it is about, the options of the training command, the seeds."""

    about: str
    options: str
    seeds: tuple = SEEDS


DIGITS = Recipe(
    "A net on 8x8 digits; a fifth of them, another one for each seed, is to test on.",
    "--data digits --epochs 12",
)
MNIST = Recipe(
    "A net on MNIST: 8,000 images to train on, 2,000 to test on, split by the seed.",
    "--data mnist --epochs 12 --batch 64 --margin 2 --spec "
    "'CONV(20,5,1,0) -> RELU -> POOL -> CONV(50,5,1,0) -> RELU -> POOL -> FC(500) -> RELU -> FC(10)'",
)
CIFAR10 = Recipe(
    "A net on the JPEG copy of CIFAR-10.",
    "--data cifar10 --epochs 26 --batch 64 --rate 0.002 --margin 2",
    seeds=(0,),
)
FIRST_NET = Recipe(
    "Chapter 01's net, on the JPEG copy of CIFAR-10.",
    "--data cifar10 --epochs 24 --batch 64 --optimizer momentum --rate 0.05 --decay 5e-4 --warmup 938 --margin 3 "
    "--spec 'CONV(16,5) -> RELU -> POOL -> CONV(32,3) -> RELU -> POOL -> CONV(48,3) -> RELU -> POOL -> FC(10)'",
    seeds=(0,),
)

# Chapter 08: nets of nearly as many multiply-adds, two of which are compared at a time.
PATTERNS = Recipe(
    "Nets of chapter 08, two of which are compared at a time, each at its own best rate, on the JPEG copy of CIFAR-10.",
    "--data cifar10 --epochs 10 --margin 0 --no-flip",
)
PATTERN_NETS = {
    "padding": "CONV(8,3) -> RELU -> POOL -> CONV(16,3) -> RELU -> POOL -> CONV(24,3) -> RELU -> FC(10)",
    "no padding": "CONV(11,3,1,0) -> RELU -> POOL -> CONV(21,3,1,0) -> RELU -> POOL -> CONV(36,3,1,0) -> RELU "
    "-> FC(10)",
    "stride 2": "CONV(15,3,2,1) -> RELU -> CONV(30,3,2,1) -> RELU -> CONV(22,3) -> RELU -> FC(10)",
    "three 3x3": "CONV(9,3) -> RELU -> POOL -> [CONV(9,3) -> RELU]*3 -> POOL -> FC(10)",
    "one 7x7": "CONV(7,3) -> RELU -> POOL -> CONV(7,7) -> RELU -> POOL -> FC(10)",
}
COMPARISONS = (("padding", "no padding"), ("padding", "stride 2"), ("three 3x3", "one 7x7"))
RATES = (0.001, 0.002, 0.004, 0.008)
PATTERN_IMAGES = {"train": 2000, "choose": 2000, "test": 4000}


# ---- the JPEG copy of CIFAR-10 ----
@cache
def cifar10_jpeg():
    """Returns the JPEG copy of CIFAR-10 as a Dataset. FileNotFoundError if CS231N_DATA has none."""
    path = data_folder() / "cifar10-jpeg.zip"
    if not path.is_file():
        raise FileNotFoundError(f"{path.parent} has no {path.name}: name the folder that has it in CS231N_DATA.")
    images, labels = {"data": [], "test": []}, {"data": [], "test": []}
    with zipfile.ZipFile(path) as archive:
        for name in tqdm(sorted(archive.namelist()), "reading", unit=" images", leave=False, disable=None):
            images[name[:4]].append(np.asarray(Image.open(io.BytesIO(archive.read(name)))).transpose(2, 0, 1))
            labels[name[:4]].append(int(Path(name).stem[-1]))
    arrays = (np.array(values) for part in ("data", "test") for values in (images[part], labels[part]))
    return Dataset("CIFAR-10, JPEG copy", *arrays, CIFAR10_CLASSES)


def pattern_images(seed, test):
    """Returns a part of the JPEG copy, drawn by the seed. It tests on images of `test`: "choose" for a rate or "test".

    Those to choose a rate by are training images, so that no rate is chosen by what it is tested on.
    """
    data, rng = cifar10_jpeg(), np.random.default_rng(seed)
    order, test_order = rng.permutation(len(data.train_labels)), rng.permutation(len(data.test_labels))
    train, images, labels = order[: PATTERN_IMAGES["train"]], data.test_images, data.test_labels
    chosen = test_order[: PATTERN_IMAGES["test"]]
    if test == "choose":
        chosen, images, labels = order[-PATTERN_IMAGES["choose"] :], data.train_images, data.train_labels
    return replace(
        data,
        name=f"{data.name}, a part",
        train_images=data.train_images[train],
        train_labels=data.train_labels[train],
        test_images=images[chosen],
        test_labels=labels[chosen],
    )


# ---- a run, and what is noted of it ----
def train(options, seed, *, data=None, steps=None, prepare=None, test_each_epoch=True):
    """Returns (run, settings, figures): a net trained and tested, also after each epoch; what is noted of it.

    options are those of the training command; steps are fewer than they say; data and prepare stand in for its own.
    """
    args = parser().parse_args([*shlex.split(options), "--seed", str(seed)])
    run, length, settings = build_run(args, data)
    run.prepare = prepare or run.prepare
    wall, cpu = time.perf_counter(), time.process_time()
    count, title = min(length, steps or length), f"{run.data.name}, seed {seed}"
    for _ in tqdm(range(count), title, unit=" steps", leave=False, disable=None):  # no bar in a file
        run.advance()
        if test_each_epoch and run.step % run.order.steps_per_epoch == 0:
            run.test()
    if run.history["test_step"][-1:] != [run.step]:
        run.test()
    figures = {
        "seed": seed,
        "accuracy": round(run.history["test_accuracy"][-1], 4),
        "steps": run.step,
        "seconds": round(time.perf_counter() - wall, 1),
        "cpu_seconds": round(time.process_time() - cpu, 1),
        "curves": curves(run),
    }
    took = f"{figures['seconds']} s, {figures['cpu_seconds']} s of it on a core"
    print(f"  seed {seed}: {figures['accuracy']:.2%}, {took}", flush=True)
    return run, settings, figures


def curves(run):
    """Returns {name: a number for each epoch}: mean loss and accuracy in training, and the test after it."""
    size = run.order.steps_per_epoch
    means = {
        f"train_{name}": [float(np.mean(run.history[name][i : i + size])) for i in range(0, run.step, size)]
        for name in ("loss", "accuracy")
    }
    tests = {name: run.history[name] for name in ("test_step", "test_loss", "test_accuracy")}
    return {name: [round(value, 4) for value in values] for name, values in (means | tests).items()}


def machine():
    """Returns where and with what versions this runs.

    "load" is how many other processes want a core just now. With "shared", seconds say little: see cpu_seconds.
    """
    load = os.getloadavg()[0]
    return {
        "machine": {
            "cores": os.cpu_count(),
            "system": f"{platform.system()} {platform.machine()}",
            "threads": THREADS,
            "load": round(load, 1),
            "shared": load > 1,
        },
        "versions": {"python": platform.python_version(), "numpy": np.__version__, "cs231n-kit": version("cs231n-kit")},
    }


def as_text(record):
    """Returns a record as JSON, in which each list of numbers stands on one line."""
    text = json.dumps(record, indent=1)
    return re.sub(r"\[\s([^][{}]*)\s\]", lambda found: f"[{' '.join(found[1].split())}]", text) + "\n"


def over_seeds(figures):
    """Returns the mean, the least and the largest accuracy of runs."""
    values = [one["accuracy"] for one in figures]
    return {"mean": round(float(np.mean(values)), 5), "least": min(values), "most": max(values)}


# ---- records ----
def record_of_seeds(name, recipe, options, *, data=None):
    """Yields the record of one net after each of the seeds. data() returns another Dataset than the options name."""
    runs = []
    for seed in options.seeds or recipe.seeds:
        run, settings, figures = train(recipe.options, seed, data=data and data(), steps=options.steps)
        runs.append(figures)
        yield {
            "about": recipe.about,
            "options": recipe.options,
            "settings": {key: value for key, value in settings.items() if key != "seed"},
            "images": {"train": len(run.data.train_labels), "test": len(run.data.test_labels)},
            "accuracy": over_seeds(runs),
            "seconds": round(float(np.mean([one["seconds"] for one in runs])), 1),
            "cpu_seconds": round(float(np.mean([one["cpu_seconds"] for one in runs])), 1),
            "runs": runs,
        }


def record_of_patterns(name, recipe, options):
    """Yields the record of chapter 08's nets: rates that were tried, runs at the best one, differences by seed."""
    nets = {}
    for kind, spec in PATTERN_NETS.items():
        words = f"{recipe.options} --spec '{spec}'"
        print(f" {kind}: {spec}")
        tried = {}
        for rate in RATES:
            runs = [pattern_run(words, rate, seed, "choose", options) for seed in GRID_SEEDS]
            tried[rate] = over_seeds(figures for _, figures in runs)["mean"]
        best = max(tried, key=tried.get)
        runs = [pattern_run(words, best, seed, "test", options) for seed in options.seeds or recipe.seeds]
        net, figures = runs[0][0].net, [figures for _, figures in runs]
        nets[kind] = {
            "spec": spec,
            "macs": net.layer.macs(net.in_shape),
            "parameters": sum(values.size for values in net.params.values()),
            "rates": {str(rate): accuracy for rate, accuracy in tried.items()},
            "rate": best,
            "accuracy": over_seeds(figures),
            "runs": figures,
        }
    yield {
        "about": recipe.about,
        "options": recipe.options,
        "images": PATTERN_IMAGES,
        "grid_seeds": list(GRID_SEEDS),
        "nets": nets,
        "comparisons": [comparison(nets, *pair) for pair in COMPARISONS],
    }


def pattern_run(words, rate, seed, test, options):
    """Returns (run, figures) of one of chapter 08's nets."""
    data = pattern_images(seed, test)
    run, _, figures = train(f"{words} --rate {rate}", seed, data=data, steps=options.steps, test_each_epoch=False)
    return run, figures


def comparison(nets, one, other):
    """Returns by how much more images `one` gets right than `other`, seed by seed, and the mean's 95% interval."""
    from scipy.stats import sem, t  # here, because importing it takes a while

    pairs = zip(nets[one]["runs"], nets[other]["runs"], strict=True)
    differences = np.array([a["accuracy"] - b["accuracy"] for a, b in pairs])
    low, high = t.interval(0.95, len(differences) - 1, differences.mean(), sem(differences))
    return {
        "nets": [one, other],
        "differences": [round(float(value), 5) for value in differences],
        "mean": round(float(differences.mean()), 5),
        "interval": [round(float(low), 5), round(float(high), 5)],
    }


def record_of_first_net(name, recipe, options):
    """Yields the record of chapter 01's net, and writes its weights to NAME.npz beside the record.

    They are written in half precision, which is enough and half of what a page has to carry. These are scored, on the
    JPEG copy's test images and on 500 as they were published.
    """
    (seed,) = options.seeds or recipe.seeds
    grey = Prepare(np.full((3, 1, 1), 127.5, np.float32), np.full((3, 1, 1), 63.75, np.float32), True, 3)  # normalise
    run, settings, figures = train(recipe.options, seed, data=cifar10_jpeg(), steps=options.steps, prepare=grey)
    stored = {name: values.astype(np.float16) for name, values in run.net.params.items()}
    run.net.params = {name: values.astype(np.float32) for name, values in stored.items()}
    save_arrays(options.out / f"{name}.npz", stored)
    with np.load(data_folder() / "cifar10-exact.npz") as exact:
        published = exact["test_images"], exact["test_labels"]
    tests = {"exact_test": published, "jpeg_test": (run.data.test_images, run.data.test_labels)}
    yield {
        "about": recipe.about,
        "options": recipe.options,
        "net": settings["net"],
        "trained_on": f"{run.data.name}: {len(run.data.train_labels):,} images",
        **{
            name: {"images": len(labels), "accuracy": round(evaluate(run.net, images, labels, grey)[1], 4)}
            for name, (images, labels) in tests.items()
        },
        "runs": [figures],
    }


# What can be recorded: how, and by which recipe.
RECORDS = {
    "digits": (record_of_seeds, DIGITS),
    "mnist": (record_of_seeds, MNIST),
    "patterns": (record_of_patterns, PATTERNS),
    "cifar10": (partial(record_of_seeds, data=cifar10_jpeg), CIFAR10),
    "first_net": (record_of_first_net, FIRST_NET),
}


def main(argv=None):
    """Make the records that the command line names."""
    top = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    top.add_argument("names", nargs="*", metavar="NAME", help=f"any of {', '.join(RECORDS)}")
    top.add_argument("--out", type=Path, default=TRAINED, metavar="FOLDER", help="where records are written")
    top.add_argument("--steps", type=int, help="so many steps only, to see whether it runs")
    top.add_argument("--seeds", type=int, nargs="+", help="other seeds than the record's")
    options = top.parse_args(argv)
    if unknown := set(options.names) - set(RECORDS):
        top.error(f"there is no record {', '.join(sorted(unknown))}; there are {', '.join(RECORDS)}")
    for name in options.names or RECORDS:
        function, recipe = RECORDS[name]
        print(f"{name}: {recipe.about}", flush=True)
        shortened = {key: value for key in ("steps", "seeds") if (value := getattr(options, key))}
        notes = machine() | {"command": f"make records ONLY={name}", "date": date.today().isoformat()} | shortened
        with threadpool_limits(THREADS):
            try:
                for record in function(name, recipe, options):  # also what is there before the end, if it is stopped
                    write_whole(options.out / f"{name}.json", as_text(record | notes).encode())
            except FileNotFoundError as error:
                top.exit(2, f"{name}: {error}\n")


if __name__ == "__main__":
    main()
