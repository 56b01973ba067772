"""The records of trained nets are what tools/records.py writes, from beginning to end."""

import importlib.util
import io
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cs231n_kit.data import CIFAR10_CLASSES, mnist
from cs231n_kit.models import MODELS
from cs231n_kit.sliding import crop_corners, split_layers, untouched_cells
from cs231n_kit.spec import build_spec
from cs231n_kit.weights import TRAINED, load_arrays, normalise, sliding_digits, training_record

SCRIPT = Path(__file__).resolve().parents[2] / "tools" / "records.py"
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
spec = importlib.util.spec_from_file_location("records", SCRIPT)
records = importlib.util.module_from_spec(spec)
sys.modules["records"] = records  # a dataclass looks for its module there
spec.loader.exec_module(records)

OF_SEEDS = [name for name in ("digits", "mnist", "cifar10") if (TRAINED / f"{name}.json").is_file()]


def record(folder, *arguments):
    """Make one record in a folder, and return it."""
    records.main([*arguments, "--out", str(folder)])
    return json.loads((folder / f"{arguments[0]}.json").read_text(encoding="utf-8"))


def copy_of_cifar10(folder, count=60):
    """Write files as those of CIFAR-10 that records are made of, with a few random images in them."""
    images = np.random.default_rng(0).integers(0, 256, (count, 32, 32, 3), dtype=np.uint8)
    with zipfile.ZipFile(folder / "cifar10-jpeg.zip", "w") as archive:
        for i, image in enumerate(images):
            file = io.BytesIO()
            Image.fromarray(image).save(file, "jpeg")
            part = "data_batch_1" if i < count // 2 else "test_batch"
            archive.writestr(f"{part}/{i:04}_{i % 10}.jpg", file.getvalue())
    few = {"test_images": images[:20].transpose(0, 3, 1, 2), "test_labels": np.arange(20) % 10}
    np.savez(folder / "cifar10-exact.npz", **few)
    return folder


@pytest.mark.parametrize("name", OF_SEEDS)
def test_a_record_is_of_its_recipe_and_its_mean_that_of_its_runs(name):
    found, recipe = training_record(name), records.RECORDS[name][1]
    assert (found["about"], found["options"]) == (recipe.about, recipe.options)
    assert tuple(run["seed"] for run in found["runs"]) == recipe.seeds
    assert found["accuracy"] == records.over_seeds(found["runs"])
    for run in found["runs"]:
        assert run["curves"]["test_step"][-1] == run["steps"]
        assert run["curves"]["test_accuracy"][-1] == run["accuracy"]
        assert {len(values) for values in run["curves"].values()} == {len(run["curves"]["train_loss"])}


def test_the_comparisons_of_chapter_08_are_those_of_its_nets_at_their_best_rates():
    found, recipe = training_record("patterns"), records.PATTERNS
    assert (found["about"], found["options"]) == (recipe.about, recipe.options)
    assert {name: net["spec"] for name, net in found["nets"].items()} == records.PATTERN_NETS
    for name, net in found["nets"].items():
        layers, shape = pattern_net(name)
        assert net["macs"] == layers.macs(shape)
        assert tuple(run["seed"] for run in net["runs"]) == recipe.seeds
        assert net["accuracy"] == records.over_seeds(net["runs"])
        assert [*map(float, net["rates"])] == [*records.RATES]
        assert net["rates"][str(net["rate"])] == max(net["rates"].values())
    assert found["comparisons"] == [records.comparison(found["nets"], *pair) for pair in records.COMPARISONS]


def pattern_net(name):
    """Return (layers, in_shape) of one of chapter 08's nets."""
    return build_spec(records.PATTERN_NETS[name], (3, 32, 32))


def test_the_nets_of_chapter_05_are_those_of_the_recipe_each_at_its_best_rate_and_all_at_a_high_one():
    found, recipe = training_record("norms"), records.NORMS
    assert (found["about"], found["options"]) == (recipe.about, recipe.options)
    assert {name: net["spec"] for name, net in found["nets"].items()} == records.NORM_NETS
    assert len({net["macs"] for net in found["nets"].values()}) == 1
    for net in found["nets"].values():
        assert [*map(float, net["rates"])] == [*records.NORM_RATES]
        assert net["rates"][f"{net['best']['rate']:g}"] == max(net["rates"].values())
        assert net["high"]["rate"] == pytest.approx(10 * found["nets"]["none"]["best"]["rate"])
        for which in ("best", "high"):
            assert tuple(run["seed"] for run in net[which]["runs"]) == recipe.seeds
            assert net[which]["accuracy"] == records.over_seeds(net[which]["runs"])


@pytest.mark.skipif(not SHARED.exists() and not os.environ.get("CI"), reason="needs the ResNet-20 in shared/data")
def test_a_resnet_20_is_right_as_often_as_its_record_says_with_both_statistics():
    found = training_record("batches")
    weights, _ = load_arrays(SHARED / "resnet20-cifar10.npz")
    with np.load(SHARED / "cifar10-exact.npz") as exact:
        images, labels = exact["test_images"], exact["test_labels"]
    guesses = records.resnet20_scores(weights, images, running=True).argmax(axis=1)
    assert np.mean(guesses == labels) == pytest.approx(found["running"], abs=0.003)
    frogs = np.flatnonzero(labels == records.FROGS)
    guesses = records.resnet20_scores(weights, images[frogs], running=False).argmax(axis=1)
    assert np.mean(guesses == records.FROGS) < 0.2  # all beside each other
    assert CIFAR10_CLASSES[np.argmax(found["frog"]["frogs"])] == "horse"
    assert CIFAR10_CLASSES[guesses[frogs == records.FROG][0]] == "horse"


@pytest.mark.skipif(not SHARED.exists() and not os.environ.get("CI"), reason="needs the ResNet-20 in shared/data")
def test_a_resnet_20_without_blocks_is_right_as_often_as_its_record_says():
    """The blocks taken out in another way: what their layers add is multiplied by 0."""
    found = training_record("blocks")
    net = records.resnet20().load(SHARED / "resnet20-cifar10.npz")
    with np.load(SHARED / "cifar10-exact.npz") as exact:
        images, labels = exact["test_images"], exact["test_labels"]
    x = records.standardise(images, 255 * records.RESNET_MEAN, 255 * records.RESNET_STD)
    first = next(i for i, layer in enumerate(net.layer.layers) if isinstance(layer, records.Serial))
    for taken in (0, 1 << 4, 1 << 3 | 1 << 8):
        params = dict(net.params)
        for name in ("weight", "bias"):
            for block in range(9):
                key = f"{first + block}.0.body.4.{name}"
                params[key] = net.params[key] * (1 - (taken >> block & 1))
        right = (replace(net, params=params)(x).argmax(axis=1) == labels).sum()
        assert abs(int(right) - found["right"][taken]) <= 1
    assert len(found["right"]) == 2**9
    for one in found["shown"]:
        assert (one["guess"] == one["label"]) == (one in found["shown"][:5])


def test_what_the_surgery_on_vgg_costs_is_counted_from_its_shapes():
    """12.25 times less CONV work in one pass than in 36 crops, as much FC work; and which cells are equal."""
    found, (vgg, in_shape) = training_record("vgg_surgery"), build_spec(MODELS["VGG-16"].spec)
    assert found["about"] == records.VGG_SURGERY.about
    macs = found["vgg"]["macs"]
    assert macs == records.multiply_adds(vgg, in_shape, (3, 384, 384))
    assert 36 * macs["crop"]["CONV"] / macs["one_pass"]["CONV"] == 12.25
    assert 36 * macs["crop"]["FC"] == macs["one_pass"]["FC"]
    features, _ = split_layers(vgg, in_shape)
    corners = product(*crop_corners((3, 384, 384), 224, 32))
    equal = [int(untouched_cells(features, in_shape, (3, 384, 384), *corner).sum()) for corner in corners]
    assert found["vgg"]["same_cells"] == equal
    assert min(found["vgg"]["largest_difference"]) > 0.1
    assert found["alexnet"]["places"] == [8, 8]
    assert found["alexnet"]["macs"] == records.multiply_adds(*build_spec(MODELS["AlexNet"].spec), (3, 451, 451))


@pytest.mark.skipif(not (TRAINED / "fc_or_gap.json").is_file(), reason="make records ONLY=fc_or_gap writes it")
def test_a_net_with_fc_layers_and_one_without_have_the_same_conv_part():
    found, recipe = training_record("fc_or_gap"), records.FC_OR_GAP
    assert (found["about"], found["options"]) == (recipe.about, recipe.options)
    assert {name: net["spec"] for name, net in found["nets"].items()} == records.FC_OR_GAP_NETS
    for net in found["nets"].values():
        layers, shape = build_spec(net["spec"], (3, 32, 32))
        assert net["parameters"] == sum(np.prod(one) for one in layers.param_shapes(shape).values())
        assert net["conv_parameters"] == found["nets"]["FC"]["conv_parameters"]
        assert tuple(run["seed"] for run in net["runs"]) == recipe.seeds
        assert net["accuracy"] == records.over_seeds(net["runs"])
        assert [*map(float, net["rates"])] == [*records.FC_OR_GAP_RATES]
        assert net["rates"][f"{net['rate']:g}"] == max(net["rates"].values())
    assert found["comparisons"] == [records.comparison(found["nets"], *records.FC_OR_GAP_NETS)]


WAYS = {"one_pass": 9, "crops": 9, "shifted": 25, "enlarged": 25}  # and at how many places


def test_one_crop_and_many_are_tested_on_the_same_images():
    found, recipe = training_record("places"), records.PLACES
    assert (found["about"], found["options"]) == (recipe.about, recipe.options)
    for name, net in found["nets"].items():
        assert net["spec"] == records.PLACES_NETS[name]
        assert tuple(run["seed"] for run in net["runs"]) == recipe.seeds
        for run in net["runs"]:
            assert run["middle"] == run["training"]["accuracy"]
            assert {way: average["places"] for way, average in run["averages"].items()} == WAYS
            for average in run["averages"].values():
                gained = (average["mended"] - average["spoilt"]) / run["images"]
                assert run["middle"] + gained == pytest.approx(average["accuracy"], abs=2e-4)
        for way, gain in net["gains"].items():
            gains = [run["averages"][way]["accuracy"] - run["middle"] for run in net["runs"]]
            assert gain == records.with_interval(gains)
        if name == "no_padding":
            assert all(run["averages"]["one_pass"] == run["averages"]["crops"] for run in net["runs"])


@pytest.mark.skipif(not SHARED.exists() and not os.environ.get("CI"), reason="needs MNIST in shared/data")
def test_the_nets_that_slide_find_digits_as_often_as_their_record_says(monkeypatch):
    monkeypatch.setenv("CS231N_DATA", str(SHARED))
    found, data = training_record("sliding_digits"), mnist(0)
    assert (found["about"], found["options"]) == (records.SLIDING_DIGITS.about, records.SLIDING_DIGITS.options)
    for name, entry in found["nets"].items():
        assert entry["spec"] == records.SLIDING_NETS[name]
        net, rng = sliding_digits(padding=name == "padding"), np.random.default_rng(7)
        seen = records.on_canvases(net, (data.test_images, data.test_labels), rng, lambda x: normalise(x / 255), 100)
        assert seen["found"] == pytest.approx(entry["canvases"]["found"], abs=0.04)
        assert seen["false"] == pytest.approx(entry["canvases"]["false"], abs=0.04)
        assert net(normalise(np.zeros((1, 1, 28, 28)))).argmax() == records.NOTHING


def test_a_record_is_small_and_written_as_the_script_writes():
    for name in set(records.RECORDS) - {"first_net"}:
        path = TRAINED / f"{name}.json"
        if path.is_file():
            assert path.stat().st_size < 50_000
            text = path.read_text(encoding="utf-8")
            assert text == records.as_text(json.loads(text))


def test_the_same_command_begins_as_the_record_says(tmp_path):
    command = [sys.executable, SCRIPT, "digits", "--steps", "45", "--seeds", "0", "--out", tmp_path]
    assert subprocess.run(command, capture_output=True, text=True).returncode == 0
    found, committed = json.loads((tmp_path / "digits.json").read_text()), training_record("digits")
    assert found.keys() == committed.keys() | {"steps", "seeds"}
    assert found["settings"] == committed["settings"]
    first, there = found["runs"][0]["curves"], committed["runs"][0]["curves"]
    assert (first.keys(), first["test_step"]) == (there.keys(), [45])
    assert first["train_loss"] == pytest.approx(there["train_loss"][:1], abs=0.01)  # another BLAS rounds otherwise
    assert first["test_accuracy"] == pytest.approx(there["test_accuracy"][:1], abs=0.02)


def test_each_record_is_made_from_a_copy_of_cifar10(tmp_path, monkeypatch):
    monkeypatch.setenv("CS231N_DATA", str(copy_of_cifar10(tmp_path)))
    records.cifar10_jpeg.cache_clear()
    found = record(tmp_path / "records", "patterns", "--steps", "1", "--seeds", "0", "1")
    assert found["nets"].keys() == records.PATTERN_NETS.keys()
    for net in found["nets"].values():
        assert len(net["rates"]) == len(records.RATES)
        assert [run["seed"] for run in net["runs"]] == [0, 1]
    one, other = (found["nets"][name] for name in found["comparisons"][0]["nets"])
    gain = one["accuracy"]["mean"] - other["accuracy"]["mean"]
    assert found["comparisons"][0]["mean"] == pytest.approx(gain, abs=1e-4)
    norms = record(tmp_path / "records", "norms", "--steps", "1", "--seeds", "0")["nets"]
    assert {name: len(net["rates"]) for name, net in norms.items()} == dict.fromkeys(
        records.NORM_NETS, len(records.NORM_RATES)
    )
    assert record(tmp_path / "records", "cifar10", "--steps", "1")["images"] == {"train": 30, "test": 30}
    first = record(tmp_path / "records", "first_net", "--steps", "1")
    assert first["net"] == training_record()["net"]
    assert first["exact_test"]["images"] == 20
    weights, committed = (load_arrays(folder / "first_net.npz")[0] for folder in (tmp_path / "records", TRAINED))
    assert {name: (one.shape, one.dtype) for name, one in weights.items()} == {
        name: (one.shape, one.dtype) for name, one in committed.items()
    }


def test_nets_with_and_without_fc_layers_and_at_many_places_are_made_from_a_copy_of_cifar10(tmp_path, monkeypatch):
    monkeypatch.setenv("CS231N_DATA", str(copy_of_cifar10(tmp_path)))
    monkeypatch.setattr(records, "FC_OR_GAP_RATES", (0.01,))
    records.cifar10_jpeg.cache_clear()
    found = record(tmp_path / "records", "fc_or_gap", "--steps", "1", "--seeds", "0", "1")
    fc, average = found["nets"].values()
    assert fc["conv_parameters"] == average["conv_parameters"]
    assert average["parameters"] == average["conv_parameters"] + 330
    assert fc["parameters"] == fc["conv_parameters"] + 512 * 192 + 192 * 192 + 192 * 10 + 192 + 192 + 10
    assert found["comparisons"][0]["nets"] == ["FC", "average"]
    places = record(tmp_path / "records", "places", "--steps", "1", "--seeds", "0", "1")["nets"]
    assert [[run["images"] for run in net["runs"]] for net in places.values()] == [[30, 30], [30, 30]]


def test_the_nets_that_slide_are_made_from_a_copy_of_mnist(tmp_path, monkeypatch):
    images = np.random.default_rng(0).integers(0, 256, (50, 28, 28), dtype=np.uint8)
    for name, array in (("t10k-images-idx3-ubyte", images), ("t10k-labels-idx1-ubyte", np.arange(50) % 10)):
        sizes = np.array(array.shape, ">u4").tobytes()
        (tmp_path / name).write_bytes(bytes([0, 0, 8, array.ndim]) + sizes + array.astype(np.uint8).tobytes())
    monkeypatch.setenv("CS231N_DATA", str(tmp_path))
    monkeypatch.setattr(records, "WINDOWS", {"train": 90, "test": 30})
    found = record(tmp_path / "records", "sliding_digits", "--steps", "1")
    assert found["images"] == {"train": 40, "test": 10}
    for name in found["nets"]:
        weights, committed = (
            load_arrays(folder / f"sliding_digits_{name}.npz")[0] for folder in (tmp_path / "records", TRAINED)
        )
        assert {key: (one.shape, one.dtype) for key, one in weights.items()} == {
            key: (one.shape, one.dtype) for key, one in committed.items()
        }


def test_windows_of_digits_are_two_thirds_digits_near_the_middle():
    """Of digits that are white squares, one stands near the middle, or, but for strokes, nothing does."""
    image = np.zeros((1, 1, 28, 28), np.uint8)
    image[0, 0, 12:16, 12:16] = 255
    windows, kinds = records.digit_windows(image, np.array([7]), 300, np.random.default_rng(0))
    assert [int((kinds == kind).sum()) for kind in (7, records.NOTHING)] == [200, 100]
    middle = windows[:, 0, 9:19, 10:18].reshape(300, -1).max(axis=1) > 200
    assert middle[kinds == 7].all()
    assert middle[kinds == records.NOTHING].mean() < 0.25  # strokes


def test_nets_that_are_compared_cost_the_same():
    for names in records.COMPARISONS:
        one, other = (layers.macs(shape) for layers, shape in (pattern_net(name) for name in names))
        assert abs(one / other - 1) < 0.03


def test_data_that_isnt_there_is_said_in_a_line(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("CS231N_DATA", str(tmp_path))
    records.cifar10_jpeg.cache_clear()
    with pytest.raises(SystemExit):
        records.main(["cifar10", "--out", str(tmp_path)])
    assert capsys.readouterr().err == (
        f"cifar10: {tmp_path} has no cifar10-jpeg.zip: name the folder that has it in CS231N_DATA.\n"
    )


def test_a_record_that_isnt_known_is_named(capsys):
    with pytest.raises(SystemExit):
        records.main(["digit"])
    assert "there is no record digit; there are digits, mnist" in capsys.readouterr().err
