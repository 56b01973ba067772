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
from base64 import b64encode
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from importlib.metadata import version
from itertools import product
from math import isfinite, prod
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter
from threadpoolctl import threadpool_limits
from tqdm import tqdm

from cs231n_kit.data import CIFAR10_CLASSES, Dataset, data_folder, mnist, standardise
from cs231n_kit.layers.container import Serial, strip_prefix
from cs231n_kit.models import MODELS, resnet20
from cs231n_kit.net import Net
from cs231n_kit.runs import build_run, parser
from cs231n_kit.sliding import convolutional_layer, crop_corners, resized, split_classifier, split_layers, stride_of
from cs231n_kit.spec import build_spec
from cs231n_kit.surgery import average_over_places, crop_scores, score_map, shifted_passes
from cs231n_kit.train import Diverged, Prepare, evaluate
from cs231n_kit.weights import TRAINED, load_arrays, save_arrays, write_whole

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


# Chapter 05: one net without normalisation, with LRN after each ReLU, and with batch norm before each ReLU.
NORMS = Recipe(
    "A net of chapter 05, without normalisation and with two kinds of it, each at its own best rate, and all at ten "
    "times the best rate of the net without, on a part of the JPEG copy of CIFAR-10.",
    "--data cifar10 --epochs 10 --batch 64 --optimizer momentum --warmup 94 --margin 0 --no-flip",
)
NORM_NET = "[CONV(12){0}]*3 -> POOL -> [CONV(24){0}]*3 -> POOL -> [CONV(48){0}]*2 -> POOL -> FC(10)"
NORM_NETS = {
    "none": NORM_NET.format(" -> RELU"),
    "LRN": NORM_NET.format(" -> RELU -> LRN(5, alpha=0.0005, beta=0.75, k=2)"),
    "batch norm": NORM_NET.format(" -> BN -> RELU"),
}
NORM_IMAGES = {"train": 3000, "choose": 2000, "test": 4000}
NORM_RATES = (0.01, 0.03, 0.1, 0.3)
BATCHES = Recipe(
    "A ResNet-20 that others trained on CIFAR-10, tested with its running statistics and with those of the batch, on "
    "500 test images as they were published: in batches of several sizes, and of one class each.",
    "",
)
BATCH_SIZES = (2, 5, 10, 20, 50, 100, 250, 500)
FROG, FROGS = 341, 6  # a test image, and its class
RESNET_MEAN = np.float32([0.485, 0.456, 0.406]).reshape(3, 1, 1)
RESNET_STD = np.float32([0.229, 0.224, 0.225]).reshape(3, 1, 1)

# Chapter 09: a ResNet-20 without some of its blocks, and nets with shortcuts and without.
BLOCKS = Recipe(
    "A ResNet-20 that others trained on CIFAR-10, without any of its nine blocks, in all 512 combinations: how many of "
    "500 test images, as they were published, it gets right. And what it says of twenty of them.",
    "",
)
SHORTCUTS = Recipe(
    "Residual nets of 20 and 56 layers, and the same nets without shortcuts, after one epoch of the JPEG copy of "
    "CIFAR-10: the loss on the way, and the test.",
    "--data cifar10 --epochs 1 --batch 64 --optimizer momentum --rate 0.1 --warmup 100",
    seeds=(0,),
)
SHORTCUT_NETS = ("ResNet-20", "Plain-20", "ResNet-56", "Plain-56")
LOSS_STEPS = 20  # whose mean is one point of a curve

# Chapter 06: nets that know a digit alone, and nothing else, and then slide over a canvas with many.
SLIDING_DIGITS = Recipe(
    "Two nets of chapter 06 that read a window of 28x28, one with zero padding and one without: a digit of MNIST near "
    "its middle, or nothing (blank, parts of digits that stand aside, strokes). They are trained on windows made of "
    "8,000 of MNIST's 10,000 test images, and tested on windows made of the other 2,000.",
    "--data mnist --epochs 10 --batch 64 --optimizer momentum --rate 0.02 --warmup 500 --decay 0.0005 --margin 0",
    seeds=(0,),
)
SLIDING_NETS = {
    "padding": "[CONV(8,3) -> RELU]*2 -> POOL -> [CONV(16,3) -> RELU]*2 -> POOL -> FC(32) -> RELU -> FC(11)",
    "no_padding": "[CONV(8,3,1,0) -> RELU]*2 -> POOL -> [CONV(16,3,1,0) -> RELU]*2 -> POOL -> FC(32) -> RELU -> FC(11)",
}
# Chapter 06: what one pass over a large image costs, against the crops one by one.
VGG_SURGERY = Recipe(
    "VGG-16's own shape with random weights, one image of 384x384: one pass against its 36 crops of 224x224, and how "
    "many of a crop's 7x7 cells are the same in both. And Caffe's example: AlexNet on 451x451, whose map has 8x8 "
    "places, against one crop of 227x227.",
    "",
)
# Chapter 06: FC layers of hundreds of units on a CONV part, or the average of its maps.
FC_OR_GAP = Recipe(
    "A small net in VGGNet's pattern, with its FC layers and with global average pooling in their place, each at its "
    "own best rate, on a part of the JPEG copy of CIFAR-10.",
    "--data cifar10 --epochs 24 --batch 64 --optimizer momentum --warmup 94 --margin 0",
)
CONV_PART = "[CONV(8) -> RELU]*2 -> POOL -> [CONV(16) -> RELU]*2 -> POOL -> [CONV(32) -> RELU]*2 -> POOL"
FC_OR_GAP_NETS = {
    "FC": f"{CONV_PART} -> [FC(192) -> RELU]*2 -> FC(10)",
    "average": f"{CONV_PART} -> GAP -> FC(10)",
}
FC_OR_GAP_IMAGES = {"train": 3000, "choose": 2000, "test": 4000}
FC_OR_GAP_RATES = (0.01, 0.02, 0.05)
# Chapter 06: one crop of an image, or the average over many.
PLACES = Recipe(
    "Nets that read crops of 24x24 from pictures of 32x32, of the JPEG copy of CIFAR-10: the middle crop alone, and "
    "the average of the scores over many crops, in one pass or crop by crop, with zero padding and without.",
    "--data cifar10 --epochs 8 --batch 64 --optimizer momentum --rate 0.03 --warmup 100 --margin 0 --no-flip",
)
PLACES_NETS = {
    "padding": "CONV(16,3) -> RELU -> POOL -> CONV(32,3) -> RELU -> POOL -> FC(64) -> RELU -> FC(10)",
    "no_padding": "CONV(16,3,1,0) -> RELU -> POOL -> CONV(32,4,1,0) -> RELU -> POOL -> FC(64) -> RELU -> FC(10)",
}
PLACES_IMAGES = {"train": 5000, "choose": 0, "test": 4000}
CROP, CROPS_EACH, ENLARGED = 24, 2, 40  # pixels a side, crops of each training image, pixels a side of a larger copy
NOTHING = 10  # the class of a window without a digit near its middle
WINDOWS = {"train": 48000, "test": 6000}
NEAR, ASIDE, FAR = (4, 3), 8, 26  # pixels: a digit counts up to (rows, columns) from the middle, from 8 on it is aside


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


def part_of_cifar10(seed, test, images):
    """Returns a part of the JPEG copy, drawn by the seed. It tests on images of `test`: "choose" for a rate or "test".

    Those to choose a rate by are training images, so that no rate is chosen by what it is tested on. images says how
    many there are of each: {"train": ..., "choose": ..., "test": ...}.
    """
    data, rng = cifar10_jpeg(), np.random.default_rng(seed)
    order, test_order = rng.permutation(len(data.train_labels)), rng.permutation(len(data.test_labels))
    train, chosen = order[: images["train"]], test_order[: images["test"]]
    test_images, test_labels = data.test_images, data.test_labels
    if test == "choose":
        chosen, test_images, test_labels = order[-images["choose"] :], data.train_images, data.train_labels
    return replace(
        data,
        name=f"{data.name}, a part",
        train_images=data.train_images[train],
        train_labels=data.train_labels[train],
        test_images=test_images[chosen],
        test_labels=test_labels[chosen],
    )


# ---- windows of a canvas with digits ----
def digit_windows(images, labels, count, rng):
    """Returns (windows (count,1,28,28) uint8, labels (count,)) made of images (N,1,28,28); two thirds show a digit."""
    windows, kinds = np.zeros((count, 1, 28, 28), np.uint8), np.full(count, NOTHING)
    for i in range(count):
        canvas = np.zeros((84, 84), np.uint8)
        if i % 3 < 2:
            chosen = rng.integers(len(labels))
            kinds[i] = labels[chosen]
            paste(canvas, varied(images[chosen, 0], rng), [rng.integers(-most, most + 1) for most in NEAR])
        elif rng.random() < 0.25:
            scribble(canvas, rng)
        for place in neighbours(rng, ASIDE if kinds[i] == NOTHING else 17):
            paste(canvas, varied(images[rng.integers(len(labels)), 0], rng), place)
        windows[i, 0] = canvas[28:56, 28:56]
    return windows, kinds


def neighbours(rng, least):
    """Returns places (row, column), from the middle, of up to two digits on opposite sides, at least `least` away."""
    places, upright, aside = [], rng.random() < 0.25, rng.integers(-6, 7, 2)
    for side, off in zip((-1, 1), aside, strict=True):
        if rng.random() < 0.5:
            away = side * rng.integers(least, FAR + 1)
            places.append((away, off) if upright else (off, away))
    return places


def varied(image, rng):
    """Returns a digit (28,28) turned, slanted, made larger or smaller, thicker or thinner, by chance."""
    turn, slant, size = rng.uniform(-0.2, 0.2), rng.uniform(-0.3, 0.3), rng.uniform(0.75, 1.25)
    cos, sin = np.cos(turn) / size, np.sin(turn) / size
    a, b, d, e = cos, sin + slant, -sin, cos  # from a pixel of the new picture to one of the old, from the middle
    whole = (a, b, 13.5 - 13.5 * (a + b), d, e, 13.5 - 13.5 * (d + e))
    picture = Image.fromarray(image).transform((28, 28), Image.Transform.AFFINE, whole, Image.Resampling.BILINEAR)
    if rng.random() < 0.3:
        picture = picture.filter(ImageFilter.MaxFilter(3))
    return np.asarray(picture)


def paste(canvas, image, place):
    """Put an image (28,28) on a canvas (84,84), its middle `place` (row, column) from the canvas's."""
    row, column = 28 + place[0], 28 + place[1]
    part = canvas[row : row + 28, column : column + 28]
    np.maximum(part, image, out=part)


def scribble(canvas, rng):
    """Draw a straight stroke or two across the middle of a canvas, or a dot."""
    picture = Image.fromarray(canvas)
    for _ in range(rng.integers(1, 3)):
        ends = 42 + rng.integers(-26, 27, 4)
        ImageDraw.Draw(picture).line([*map(int, ends)], fill=255, width=int(rng.integers(2, 5)))
    canvas[:] = np.asarray(picture.filter(ImageFilter.SMOOTH))


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
    figures = {"seed": seed}
    for _ in tqdm(range(count), title, unit=" steps", leave=False, disable=None):  # no bar in a file
        try:
            run.advance()
        except Diverged:
            figures["diverged"] = run.step
            break
        if test_each_epoch and run.step % run.order.steps_per_epoch == 0:
            run.test()
    if run.history["test_step"][-1:] != [run.step]:
        run.test()
    figures |= {
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
    rounded = {name: [round(value, 4) for value in values] for name, values in (means | tests).items()}
    return {name: [value if isfinite(value) else None for value in values] for name, values in rounded.items()}


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
        run_at = partial(run_on_a_part, words, options=options, images=PATTERN_IMAGES)
        tried, best = try_rates(run_at, RATES)
        runs = [run_at(best, seed, "test") for seed in options.seeds or recipe.seeds]
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


def run_on_a_part(words, rate, seed, test, *, images, options):
    """Returns (run, figures) of a net on a part of CIFAR-10, which `images` measures as in part_of_cifar10."""
    data = part_of_cifar10(seed, test, images)
    run, _, figures = train(f"{words} --rate {rate:g}", seed, data=data, steps=options.steps, test_each_epoch=False)
    return run, figures


def try_rates(run_at, rates):
    """Returns ({rate: accuracy}, the best rate), on images to choose by: run_at(rate, seed, test) as run_on_a_part."""
    tried = {}
    for rate in rates:
        runs = [run_at(rate, seed, "choose") for seed in GRID_SEEDS]
        tried[rate] = over_seeds([figures for _, figures in runs])["mean"]
    return tried, max(tried, key=tried.get)


def record_of_norms(name, recipe, options):
    """Yields the record of chapter 05's nets: rates that were tried, runs at the best one, and runs at a high rate.

    The high rate is the same for all: ten times the best one of the net without normalisation.
    """
    nets, high = {}, None
    for kind, spec in NORM_NETS.items():
        print(f" {kind}: {spec}")
        words = f"{recipe.options} --spec '{spec}'"
        run_at = partial(run_on_a_part, words, options=options, images=NORM_IMAGES)
        tried, best = try_rates(run_at, NORM_RATES)
        high = high or 10 * best  # the net without normalisation comes first
        runs = {rate: [run_at(rate, seed, "test") for seed in options.seeds or recipe.seeds] for rate in (best, high)}
        net = runs[best][0][0].net
        figures = {rate: [one for _, one in made] for rate, made in runs.items()}
        nets[kind] = {
            "spec": spec,
            "macs": net.layer.macs(net.in_shape),
            "parameters": sum(values.size for values in net.params.values()),
            "rates": {f"{rate:g}": accuracy for rate, accuracy in tried.items()},
            **{
                key: {"rate": round(rate, 6), "accuracy": over_seeds(figures[rate]), "runs": figures[rate]}
                for key, rate in (("best", best), ("high", high))
            },
        }
        yield {
            "about": recipe.about,
            "options": recipe.options,
            "images": NORM_IMAGES,
            "grid_seeds": list(GRID_SEEDS),
            "nets": nets,
        }


def comparison(nets, one, other):
    """Returns by how much more images `one` gets right than `other`, seed by seed, and the mean's 95% interval."""
    pairs = zip(nets[one]["runs"], nets[other]["runs"], strict=True)
    return {"nets": [one, other], **with_interval([a["accuracy"] - b["accuracy"] for a, b in pairs])}


def with_interval(differences):
    """Returns {"differences", "mean", "interval"} of the differences of several seeds; the mean's 95% interval."""
    from scipy.stats import sem, t  # here, because importing it takes a while

    differences = np.array(differences)
    low, high = t.interval(0.95, len(differences) - 1, differences.mean(), sem(differences))
    return {
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


def record_of_batches(name, recipe, options):
    """Yields the record of a ResNet-20's test: what it gets right if batch norm takes the statistics of the batch."""
    weights, _ = load_arrays(data_folder() / "resnet20-cifar10.npz")
    with np.load(data_folder() / "cifar10-exact.npz") as exact:
        images, labels = exact["test_images"], exact["test_labels"]

    def right(chosen, running=False):
        return resnet20_scores(weights, images[chosen], running).argmax(axis=1) == labels[chosen]

    rng, everything, mixed = np.random.default_rng(0), np.arange(len(labels)), []
    for size in BATCH_SIZES:
        shares = []
        for _ in range(1 if size == len(labels) else 5):
            parts = rng.permutation(everything).reshape(-1, size)
            shares.append(round(float(np.mean([right(part).mean() for part in parts])), 4))
        mixed.append([size, shares])
    kinds = [np.flatnonzero(labels == kind) for kind in range(10)]
    others = rng.permutation(everything[labels != FROGS])[: len(kinds[FROGS]) - 1]
    beside = {"mixed": np.append(others, FROG), "frogs": np.append(kinds[FROGS][kinds[FROGS] != FROG], FROG)}
    scores = {key: resnet20_scores(weights, images[chosen], running=False)[-1] for key, chosen in beside.items()}
    powers = {key: np.exp(values - values.max()) for key, values in scores.items()}
    yield {
        "about": recipe.about,
        "images": len(labels),
        "running": round(float(right(everything, running=True).mean()), 4),
        "mixed": mixed,
        "one_kind": round(sum(int(right(kind).sum()) for kind in kinds) / len(labels), 4),
        "frog": {
            "pixels": b64encode(images[FROG].tobytes()).decode(),
            "beside": len(kinds[FROGS]) - 1,
            **{key: [round(float(e / values.sum()), 4) for e in values] for key, values in powers.items()},
        },
    }


def resnet20_scores(weights, images, running):
    """Returns a ResNet-20's scores for images (N,3,32,32), by running statistics or by those of the images.

    weights {name: array} are under PyTorch's names.
    """
    net = resnet20().load(weights)
    x = standardise(images, 255 * RESNET_MEAN, 255 * RESNET_STD)
    return net(x) if running else net.forward(x, train=True)[0]


def record_of_blocks(name, recipe, options):
    """Yields the record of a ResNet-20 without some of its blocks.

    "right" has 512 counts: in that at place n, each block i is taken out whose bit, 2**i, is in n. "shown" has ten
    images that it gets right and ten that it gets wrong, the first of each, with its guesses and their probabilities.
    """
    net = resnet20().load(data_folder() / "resnet20-cifar10.npz")
    with np.load(data_folder() / "cifar10-exact.npz") as exact:
        images, labels = exact["test_images"], exact["test_labels"]
    x = standardise(images, 255 * RESNET_MEAN, 255 * RESNET_STD)
    right = {taken: int((scores.argmax(axis=1) == labels).sum()) for taken, scores in without_blocks(net, x)}
    scores = net(x)
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares, guesses = powers.max(axis=1) / powers.sum(axis=1), scores.argmax(axis=1)
    first = [np.flatnonzero(found)[:10] for found in (guesses == labels, guesses != labels)]
    shown = [
        {
            "image": int(i),
            "label": int(labels[i]),
            "guess": int(guesses[i]),
            "probability": round(float(shares[i]), 3),
            "pixels": b64encode(images[i].tobytes()).decode(),
        }
        for i in np.concatenate(first)
    ]
    counts = [right[taken] for taken in range(len(right))]
    yield {"about": recipe.about, "images": len(labels), "right": counts, "shown": shown}


def without_blocks(net, x, first=0, taken=0, block=0):
    """Yields (taken, scores (N,K)) of a ResNet for each choice of blocks to take out; `taken` has their bits.

    x is what layer `first` reads. A block that is taken out leaves its shortcut; what blocks share is computed once.
    """
    layers = net.layer.layers
    while first < len(layers) and not isinstance(layers[first], Serial):
        x = run_layer(net, first, layers[first], x)
        first += 1
    if first == len(layers):
        yield taken, x
        return
    residual, *after = layers[first].layers
    shortcut = Serial(*([residual.shortcut] if residual.shortcut else []), *after)
    for bit, layer in ((0, layers[first]), (1 << block, shortcut)):
        yield from without_blocks(net, run_layer(net, first, layer, x), first + 1, taken | bit, block + 1)


def run_layer(net, i, layer, x):
    """Returns what a layer at place i of a net's row makes of x, with the net's numbers."""
    return layer.forward(x, strip_prefix(i, net.params), strip_prefix(i, net.state), keep=False)[0]


def record_of_shortcuts(name, recipe, options):
    """Yields the record of nets with shortcuts and without, after each net that is done."""
    (seed,) = options.seeds or recipe.seeds
    nets = {}
    for model in SHORTCUT_NETS:
        print(f" {model}", flush=True)
        words = f"{recipe.options} --model {model}"
        run, _, figures = train(words, seed, data=cifar10_jpeg(), steps=options.steps)
        losses = run.history["loss"]
        means = [float(np.mean(losses[i : i + LOSS_STEPS])) for i in range(0, len(losses), LOSS_STEPS)]
        nets[model] = {
            "parameters": MODELS[model].param_count(),
            "macs": MODELS[model].macs(),
            "loss": [round(mean, 4) for mean in means],
            "run": figures,
        }
        yield {"about": recipe.about, "options": recipe.options, "loss_steps": LOSS_STEPS, "nets": nets}


def record_of_sliding_digits(name, recipe, options):
    """Yields the record of the nets that slide over digits, and writes their weights to NAME_NET.npz beside it.

    They are written in half precision, and tested so: on windows, and on canvases of 28x112 with four digits.
    """
    (seed,) = options.seeds or recipe.seeds
    data, rng, found = mnist(seed), np.random.default_rng(seed), {}
    parts = (data.train_images, data.train_labels), (data.test_images, data.test_labels)
    arrays = [digit_windows(*part, WINDOWS[key], rng) for part, key in zip(parts, WINDOWS, strict=True)]
    windows = Dataset(f"windows of {data.name}", *arrays[0], *arrays[1], (*data.classes, "nothing"))
    grey = Prepare(np.full((1, 1, 1), 127.5, np.float32), np.full((1, 1, 1), 63.75, np.float32))  # normalise
    for kind, spec in SLIDING_NETS.items():
        words = f"{recipe.options} --spec '{spec}'"
        run, _, figures = train(words, seed, data=windows, steps=options.steps, prepare=grey)
        stored = {key: values.astype(np.float16) for key, values in run.net.params.items()}
        run.net.params = {key: values.astype(np.float32) for key, values in stored.items()}
        save_arrays(options.out / f"{name}_{kind}.npz", stored)
        found[kind] = {
            "spec": spec,
            "macs": run.net.layer.macs(run.net.in_shape),
            "parameters": sum(values.size for values in stored.values()),
            "canvases": on_canvases(run.net, parts[1], np.random.default_rng(seed + 1), grey),
            "runs": [figures],
        }
        yield {
            "about": recipe.about,
            "options": recipe.options,
            "classes": list(windows.classes),
            "windows": WINDOWS,
            "images": {"train": len(data.train_labels), "test": len(data.test_labels)},
            "nets": found,
        }


def on_canvases(net, part, rng, prepare, count=200):
    """Returns how a net does that slides over canvases of 28x112 with four digits each, of `part` (images, labels).

    "found": the share of digits whose nearest place says which it is; "false": of the places that are 8 pixels or more
    from every digit's middle, how many see one.
    """
    images, labels = part
    canvases, rights, far = np.zeros((count, 1, 28, 112), np.uint8), [], np.ones((count, 22), bool)
    for i in range(count):
        middles = 14 + 28 * np.arange(4) + rng.integers(-2, 3, 4)
        for middle in middles.clip(14, 98):
            chosen = rng.integers(len(labels))
            strip = canvases[i, 0, :, middle - 14 : middle + 14]
            np.maximum(strip, images[chosen, 0], out=strip)
            rights.append((i, round((middle - 14) / 4), labels[chosen]))
            far[i] &= abs(14 + 4 * np.arange(22) - middle) >= ASIDE
    seen = score_map(net, prepare(canvases)).argmax(axis=1)[:, 0]  # (count, 22)
    found = np.mean([seen[i, place] == label for i, place, label in rights])
    return {"found": round(float(found), 4), "false": round(float((seen[far] != NOTHING).mean()), 4)}


def record_of_surgery(name, recipe, options):
    """Yields the record of what one pass costs and what crops cost, on VGG-16's shape and on AlexNet's.

    With --steps there are so many crops only.
    """
    rng = np.random.default_rng(0)
    record = {"about": recipe.about, "vgg": one_pass_and_crops(rng, options.steps)}
    yield record
    yield record | {"alexnet": caffes_example(rng)}


def one_pass_and_crops(rng, most):
    """Returns what VGG-16 costs on 384x384 in one pass, and on its 36 crops, or the first `most`; and what is equal."""
    vgg, in_shape = build_spec(MODELS["VGG-16"].spec)
    image = rng.standard_normal((1, 3, 384, 384), dtype=np.float32)
    net = net_of_normal_numbers(vgg, in_shape, rng)
    features, classifier = split_classifier(net)
    scores, whole = score_map(net, image), resized(features, image.shape[1:])(image)
    corners = [*product(*crop_corners(image.shape[1:], in_shape[1:], stride_of(vgg)))][:most]
    costs, same, differences = [], [], []
    for row, column in corners:
        crop = crop_at(image, (row, column), 224)
        volume, features_cost = timed(lambda crop=crop: features(crop))
        own, classifier_cost = timed(lambda volume=volume: classifier(volume))
        costs.append([features_cost[unit] + classifier_cost[unit] for unit in features_cost])
        i, j = row // 32, column // 32
        same.append(int(np.isclose(volume, whole[:, :, i : i + 7, j : j + 7], rtol=1e-3, atol=1e-5).all((0, 1)).sum()))
        differences.append(round(float(abs(own - scores[:, :, i, j]).max() / own.std()), 4))
    return {
        "crops": dict(zip(features_cost, np.sum(costs, axis=0).round(3).tolist(), strict=True)),
        "one_pass": cost(lambda: score_map(net, image)),
        "macs": multiply_adds(vgg, in_shape, image.shape[1:]),
        "same_cells": same,
        "largest_difference": differences,  # of a score, in standard deviations of the crop's scores
    }


def multiply_adds(layer, in_shape, large):
    """Returns the multiply-adds of CONV and of FC layers, {"CONV", "FC"}: of one crop, and of one pass over `large`."""
    features, _ = split_layers(layer, in_shape)
    slid = convolutional_layer(layer, in_shape)
    return {
        key: {"CONV": features.macs(shape), "FC": whole.macs(shape) - features.macs(shape)}
        for key, whole, shape in (("crop", layer, in_shape), ("one_pass", slid, large))
    }


def net_of_normal_numbers(layer, in_shape, rng):
    """Returns a Net with he_normal weights, drawn as float32: for nets so large that a copy in float64 would not do."""
    params = {}
    for key, shape in layer.param_shapes(in_shape).items():
        params[key] = np.zeros(shape, np.float32)
        if len(shape) > 1:
            rng.standard_normal(out=params[key], dtype=np.float32)
            params[key] *= np.float32((2 / np.prod(shape[1:])) ** 0.5)
    return Net(layer, in_shape, params, {})


def crop_at(image, corner, size):
    """Returns the crop (N,C,size,size) of an image (N,C,H,W) whose upper left corner is at (row, column)."""
    row, column = corner
    return image[:, :, row : row + size, column : column + size]


def timed(run):
    """Returns (what run() returns, {"seconds", "cpu_seconds"})."""
    wall, cpu = time.perf_counter(), time.process_time()
    found = run()
    return found, {"seconds": time.perf_counter() - wall, "cpu_seconds": time.process_time() - cpu}


def cost(run, times=9):
    """Returns {"seconds", "cpu_seconds"} of a call of run(), the medians of so many, and the CPU seconds of each."""
    found = [timed(run)[1] for _ in range(times)]
    medians = {unit: round(float(np.median([one[unit] for one in found])), 4) for unit in found[0]}
    return medians | {"each": sorted(round(one["cpu_seconds"], 3) for one in found)}


def caffes_example(rng):
    """Returns what AlexNet costs on one crop of 227x227, and on 451x451, where its map has 8x8 places."""
    alexnet, in_shape = build_spec(MODELS["AlexNet"].spec)
    net, large = net_of_normal_numbers(alexnet, in_shape, rng), (3, 451, 451)
    image = rng.standard_normal((1, *large), dtype=np.float32)
    return {
        "places": list(score_map(net, image).shape[2:]),
        "crop": cost(lambda: net(crop_at(image, (0, 0), 227))),
        "one_pass": cost(lambda: score_map(net, image)),
        "macs": multiply_adds(alexnet, in_shape, large),
    }


def record_of_fc_or_gap(name, recipe, options):
    """Yields the record of a net with FC layers and of one without: rates that were tried, runs at the best one."""
    nets = {}
    for kind, spec in FC_OR_GAP_NETS.items():
        print(f" {kind}: {spec}")
        words = f"{recipe.options} --spec '{spec}'"
        run_at = partial(run_on_a_part, words, options=options, images=FC_OR_GAP_IMAGES)
        tried, best = try_rates(run_at, FC_OR_GAP_RATES)
        runs = [run_at(best, seed, "test") for seed in options.seeds or recipe.seeds]
        net, figures = runs[0][0].net, [figures for _, figures in runs]
        conv_part, _ = split_layers(net.layer, net.in_shape)
        nets[kind] = {
            "spec": spec,
            "macs": net.layer.macs(net.in_shape),
            "parameters": sum(values.size for values in net.params.values()),
            "conv_parameters": sum(prod(shape) for shape in conv_part.param_shapes(net.in_shape).values()),
            "rates": {f"{rate:g}": accuracy for rate, accuracy in tried.items()},
            "rate": best,
            "accuracy": over_seeds(figures),
            "runs": figures,
        }
    yield {
        "about": recipe.about,
        "options": recipe.options,
        "images": FC_OR_GAP_IMAGES,
        "grid_seeds": list(GRID_SEEDS),
        "nets": nets,
        "comparisons": [comparison(nets, *FC_OR_GAP_NETS)],
    }


def record_of_places(name, recipe, options):
    """Yields the record of one crop against the average over many: shares of the same test images, for each seed."""
    nets = {}
    for kind, spec in PLACES_NETS.items():
        print(f" {kind}: {spec}")
        nets[kind] = {"spec": spec, "runs": []}
        for seed in options.seeds or recipe.seeds:
            data = part_of_cifar10(seed, "test", PLACES_IMAGES)
            words = f"{recipe.options} --spec '{spec}'"
            run, _, figures = train(words, seed, data=crops_of(data, seed), steps=options.steps, test_each_epoch=False)
            nets[kind]["runs"].append({"seed": seed, "training": figures, **of_places(run, data)})
        runs = nets[kind]["runs"]
        nets[kind]["gains"] = {
            way: with_interval([run["averages"][way]["accuracy"] - run["middle"] for run in runs])
            for way in runs[0]["averages"]
        }
    yield {"about": recipe.about, "options": recipe.options, "images": PLACES_IMAGES, "nets": nets}


def crops_of(data, seed):
    """Returns a Dataset of CROPxCROP: crops of the training images by chance, of the others the middle ones."""
    rng, most = np.random.default_rng([seed, 3]), data.in_shape[1] - CROP
    images, labels = (np.repeat(part, CROPS_EACH, axis=0) for part in (data.train_images, data.train_labels))
    corners = rng.integers(0, most + 1, (len(images), 2))
    crops = [crop_at(image[None], corner, CROP) for image, corner in zip(images, corners, strict=True)]
    middle = crop_at(data.test_images, (most // 2, most // 2), CROP)
    return replace(data, train_images=np.concatenate(crops), train_labels=labels, test_images=middle)


def of_places(run, data):
    """Returns how a run's net does on test images of 32x32, by one crop of each and by averages over many.

    Each is the share of images that are right, and for "averages" also how many images they have right that the middle
    crop has wrong, "mended", and the other way round, "spoilt".
    """
    net, half = run.net, (data.in_shape[1] - CROP) // 2
    step = stride_of(net.layer)[0] // 2
    larger = enlarge(data.test_images, ENLARGED)
    ways = {
        "one_pass": (score_map, data.test_images),
        "crops": (crop_scores, data.test_images),
        "shifted": (partial(shifted_passes, shift=step), data.test_images),
        "enlarged": (score_map, larger),
    }
    right = guesses(lambda part: net(crop_at(part, (half, half), CROP)), run, data.test_images) == data.test_labels
    averages = {}
    for name, (scores, images) in ways.items():
        places = prod(scores(net, run.prepare(images[:1])).shape[2:])
        hits = guesses(lambda x, scores=scores: average_over_places(scores(net, x)), run, images) == data.test_labels
        mended, spoilt = int((hits & ~right).sum()), int((right & ~hits).sum())
        accuracy = round(float(hits.mean()), 4)
        averages[name] = {"places": places, "accuracy": accuracy, "mended": mended, "spoilt": spoilt}
    return {"images": len(right), "middle": round(float(right.mean()), 4), "averages": averages}


def guesses(scores, run, images, size=500):
    """Returns the class with the largest of scores(x) for each of images, which a run prepares, `size` at a time."""
    starts = range(0, len(images), size)
    return np.concatenate([scores(run.prepare(images[i : i + size])).argmax(axis=1) for i in starts])


def enlarge(images, size):
    """Returns images (N,3,H,W), bytes, as larger ones of size x size, bilinear."""
    pictures = [Image.fromarray(image.transpose(1, 2, 0)) for image in images]
    resized = [np.asarray(one.resize((size, size), Image.Resampling.BILINEAR)) for one in pictures]
    return np.stack(resized).transpose(0, 3, 1, 2)


# What can be recorded: how, and by which recipe.
RECORDS = {
    "digits": (record_of_seeds, DIGITS),
    "mnist": (record_of_seeds, MNIST),
    "patterns": (record_of_patterns, PATTERNS),
    "cifar10": (partial(record_of_seeds, data=cifar10_jpeg), CIFAR10),
    "first_net": (record_of_first_net, FIRST_NET),
    "norms": (record_of_norms, NORMS),
    "batches": (record_of_batches, BATCHES),
    "blocks": (record_of_blocks, BLOCKS),
    "shortcuts": (record_of_shortcuts, SHORTCUTS),
    "sliding_digits": (record_of_sliding_digits, SLIDING_DIGITS),
    "vgg_surgery": (record_of_surgery, VGG_SURGERY),
    "fc_or_gap": (record_of_fc_or_gap, FC_OR_GAP),
    "places": (record_of_places, PLACES),
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
