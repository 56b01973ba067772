"""The net that comes with the course is what its record says; files of weights are whole, and hold what they should."""

import contextlib
import json
import os
import random
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from cs231n_kit import weights
from cs231n_kit.backend import to_host
from cs231n_kit.net import Net
from cs231n_kit.spec import build_spec
from cs231n_kit.surgery import score_map
from cs231n_kit.weights import (
    CIFAR10_CLASSES,
    FIRST_LAYERS,
    TRAINED,
    first_net,
    normalise,
    sliding_digits,
    training_record,
)

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "cifar10-exact.npz"


def test_the_first_net_has_the_parameters_of_its_layers_and_is_small():
    net = first_net()
    assert {name: values.shape for name, values in net.params.items()} == FIRST_LAYERS.param_shapes((3, 32, 32))
    assert all(values.dtype == np.float32 for values in net.params.values())
    assert (TRAINED / "first_net.npz").stat().st_size < 500_000
    assert net(np.zeros((2, 3, 32, 32), np.float32)).shape == (2, len(CIFAR10_CLASSES))


def test_what_the_net_reads_goes_from_minus_two_to_two():
    assert normalise(np.array([0, 0.5, 1])).tolist() == [-2, 0, 2]


@pytest.mark.slow  # five hundred images; while other processes compute, BLAS's threads wait busily
@pytest.mark.skipif(not DATA.exists() and not os.environ.get("CI"), reason=f"needs {DATA.name} in shared/data")
def test_the_accuracy_on_the_page_is_what_the_net_has_on_the_exact_test_images():
    with np.load(DATA) as exact:
        images, labels = exact["test_images"], exact["test_labels"]
    right = first_net()(normalise(images / np.float32(255))).argmax(axis=1) == labels
    record = training_record()["exact_test"]
    assert record["images"] == len(labels) == 500
    assert right.mean() == pytest.approx(record["accuracy"], abs=0.002)  # one image may stand on the edge
    assert right.mean() >= 0.65


@pytest.mark.parametrize("padding", [False, True])
def test_the_nets_that_slide_find_a_seven_on_a_canvas(padding):
    """Drawn as a bar and a slanted stroke; blank to the right of it."""
    net, canvas = sliding_digits(padding=padding), np.zeros((1, 1, 28, 84))
    canvas[0, 0, 5:8, 9:19] = 1
    for row in range(8, 23):
        canvas[0, 0, row, 17 - (row - 8) // 3 : 20 - (row - 8) // 3] = 1
    seen = score_map(net, normalise(canvas)).argmax(axis=1)
    assert seen.shape == (1, 1, 15)
    assert seen[0, 0, 0] == 7
    assert (seen[0, 0, 6:] == 10).all()
    assert sum((TRAINED / f"sliding_digits_{kind}.npz").stat().st_size for kind in ("padding", "no_padding")) < 200_000
    with pytest.raises(ValueError, match="padding is True or False"):
        sliding_digits(padding="yes")


def test_a_record_that_isnt_there_is_an_error_that_names_those_that_are():
    assert training_record("digits")["accuracy"]["mean"] > 0.98
    with pytest.raises(ValueError, match=r"There is no record .digit.; there are .*digits, fc_or_gap, first_net"):
        training_record("digit")


# ---- files ----
SPEC = "INPUT(1,8,8) -> CONV(4) -> RELU -> POOL -> FLATTEN -> FC(10)"
BY_FORMAT = pytest.mark.parametrize("suffix", ["safetensors", "npz"])


def net(seed=0, spec=SPEC, **settings):
    return Net.build(*build_spec(spec), seed=seed, **settings)


def same(some, others):
    return some.keys() == others.keys() and all(
        np.array_equal(to_host(array), to_host(others[name])) for name, array in some.items()
    )


@BY_FORMAT
def test_weights_come_back_bit_by_bit(xp, suffix, tmp_path):
    path = tmp_path / "new folder" / f"net.{suffix}"
    saved = net(like=xp.empty(0))
    saved.params["4.weight"] = xp.asarray(np.asfortranarray(to_host(saved.params["4.weight"])))
    weights.save_weights(path, saved, {"rate": 0.1})
    other = net(seed=1, like=xp.empty(0))
    assert not same(other.params, saved.params)
    assert weights.load_weights(path, other) == {"rate": 0.1}
    assert same(other.params, saved.params)
    assert {type(array) for array in other.params.values()} == {type(xp.empty(0))}
    wide = net(dtype="float64")
    weights.load_weights(path, wide)
    assert {array.dtype.name for array in wide.params.values()} == {"float64"}
    assert [one.name for one in path.parent.iterdir()] == [path.name]


@BY_FORMAT
def test_any_arrays_come_back(suffix, tmp_path):
    arrays = {
        "a": np.array(3),
        "b/c": np.arange(6.0).reshape(2, 3)[:, ::-1],
        "d": np.zeros((0, 2), "u1"),
    }
    weights.save_arrays(tmp_path / f"a.{suffix}", arrays)
    found, notes = weights.load_arrays(tmp_path / f"a.{suffix}")
    assert same(found, arrays)
    assert {name: (array.dtype, array.shape) for name, array in found.items()} == {
        name: (array.dtype, array.shape) for name, array in arrays.items()
    }
    assert notes == {}


def test_pytorch_reads_the_weights_and_computes_the_same(torch, tmp_path):
    from safetensors.torch import load_file, save_file

    ours = net()
    nn = torch.nn
    theirs = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(64, 10))
    weights.save_weights(tmp_path / "ours.safetensors", ours)
    theirs.load_state_dict(load_file(tmp_path / "ours.safetensors"))
    x = np.random.default_rng(0).standard_normal((5, 1, 8, 8)).astype("f4")
    with torch.no_grad():
        np.testing.assert_allclose(ours(x), theirs(torch.from_numpy(x)), rtol=1e-5, atol=1e-5)
    torch.manual_seed(0)
    other = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(64, 10))
    save_file(other.state_dict(), tmp_path / "theirs.safetensors")
    weights.load_weights(tmp_path / "theirs.safetensors", ours)
    with torch.no_grad():
        np.testing.assert_allclose(ours(x), other(torch.from_numpy(x)), rtol=1e-5, atol=1e-5)


def test_running_statistics_go_to_pytorch_and_back(torch, tmp_path):
    """PyTorch's batch norm also counts the batches that it has seen, which no pass needs."""
    from safetensors.torch import load_file, save_file

    nn, path = torch.nn, tmp_path / "net.safetensors"
    images = np.random.default_rng(0).standard_normal((3, 20, 1, 8, 8)).astype("f4")

    def in_torch():
        body = nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.Flatten()
        return nn.Sequential(*body, nn.Linear(256, 6), nn.BatchNorm1d(6))

    def computes_the_same(ours, theirs):
        theirs.eval()
        with torch.no_grad():
            expected = theirs(torch.from_numpy(images[0]))
        np.testing.assert_allclose(ours(images[0]), expected, rtol=1e-4, atol=1e-5)

    theirs, ours = in_torch(), net(spec="INPUT(1,8,8) -> CONV(4) -> BN -> RELU -> FLATTEN -> FC(6) -> BN")
    for batch in images:
        theirs(torch.from_numpy(batch))
    save_file(theirs.state_dict(), path)
    assert "1.num_batches_tracked" in load_file(path)
    weights.load_weights(path, ours)
    assert ours.state["1.running_var"].tolist() == theirs[1].running_var.tolist()
    computes_the_same(ours, theirs)
    for batch in images:
        ours.forward(batch, train=True)
    weights.save_weights(path, ours)
    assert load_file(path)["1.running_mean"].tolist() == ours.state["1.running_mean"].tolist()
    theirs = in_torch()
    theirs.load_state_dict(load_file(path))
    computes_the_same(ours, theirs)


@BY_FORMAT
def test_a_mismatch_lists_every_name_and_shape(suffix, tmp_path):
    path = tmp_path / f"net.{suffix}"
    weights.save_arrays(path, net().params | {"4.bias": np.zeros(10, int)})
    other = net(spec="INPUT(1,8,8) -> CONV(5) -> RELU -> FLATTEN -> FC(10) -> FC(10)")
    before = dict(other.params)
    with pytest.raises(ValueError, match="doesn't fit this net, which stays as it was") as error:
        weights.load_weights(path, other)
    assert str(error.value).splitlines()[1:] == [
        "  0.weight: (4, 1, 3, 3) in the file, (5, 1, 3, 3) in the net",
        "  0.bias: (4,) in the file, (5,) in the net",
        "  3.weight: missing in the file, (10, 320) in the net",
        "  3.bias: missing in the file, (10,) in the net",
        "  4.weight: (10, 64) in the file, (10, 10) in the net",
        "  4.bias: holds int64 in the file",
    ]
    assert same(other.params, before)


@BY_FORMAT
@pytest.mark.parametrize("kind", ["PCG64", "Philox", "MT19937"])
def test_a_checkpoint_has_the_optimiser_and_the_generator_too(suffix, kind, tmp_path):
    path, saved = tmp_path / f"run.{suffix}", net()
    rng = np.random.Generator(getattr(np.random, kind)(3))
    rng.integers(0, 9, 3, dtype=np.int8)  # half of a draw is left over
    optimizer = {"step": np.array(7), "0.weight.exp_avg": saved.params["0.weight"] * 2}
    weights.save_checkpoint(path, saved, optimizer=optimizer, rng=rng, history={"loss": [2.5, 1]}, notes={"spec": SPEC})
    other = net(seed=1)
    found = weights.load_checkpoint(path, other)
    assert same(other.params, saved.params)
    assert same(found.optimizer, optimizer)
    assert found.history["loss"].tolist() == [2.5, 1]
    assert found.notes == {"spec": SPEC}
    assert found.rng.integers(0, 9, 5, dtype=np.int8).tolist() == rng.integers(0, 9, 5, dtype=np.int8).tolist()
    assert found.rng.random(3).tolist() == rng.random(3).tolist()
    assert weights.load_weights(path, other) == {"spec": SPEC}  # its weights alone
    weights.save_weights(path, saved)
    with pytest.raises(ValueError, match="holds weights and is no checkpoint"):
        weights.load_checkpoint(path, other)


def bfloat16():
    """Returns a safetensors file of a dtype that NumPy hasn't got."""
    header = json.dumps({"w": {"dtype": "BF16", "shape": [1], "data_offsets": [0, 2]}}).encode()
    return struct.pack("<Q", len(header)) + header + b"\0\0"


@pytest.mark.parametrize("suffix", ["safetensors", "npz"])
def test_a_file_that_is_not_whole_is_not_read(suffix, tmp_path):
    path = tmp_path / f"net.{suffix}"
    weights.save_weights(path, net())
    data = path.read_bytes()
    for wrong in (b"", b"junk", data[:-1], data[: len(data) // 2], data[:8], data[100:]):
        path.write_bytes(wrong)
        with pytest.raises(ValueError, match=rf"net\.{suffix} can't be read as {suffix}: "):
            weights.load_weights(path, net())
    path.write_bytes(bfloat16() if suffix == "safetensors" else data[:400] + b"?" + data[401:])
    with pytest.raises(ValueError, match=rf"net\.{suffix} can't be read as {suffix}: "):
        weights.load_weights(path, net())


def test_no_pickle_is_opened(tmp_path):
    np.savez(tmp_path / "a.npz", w=np.array([{}], object))
    with pytest.raises(ValueError, match=r"a\.npz can't be read as npz: it holds a pickle"):
        weights.load_arrays(tmp_path / "a.npz")
    for name in ("net.pt", "net.pkl", "net"):
        for call in (weights.load_arrays, lambda path: weights.save_arrays(path, {})):
            with pytest.raises(ValueError, match=rf"ends in \.safetensors or \.npz; got '{name}'"):
                call(tmp_path / name)
    with pytest.raises(FileNotFoundError, match=r"There is no file .*none\.npz"):
        weights.load_arrays(tmp_path / "none.npz")
    with pytest.raises(TypeError, match=r"net is a Net, as Net\.build\(layer, in_shape\) makes it"):
        weights.save_weights(tmp_path / "a.npz", net().layer)


@contextlib.contextmanager
def largest_file(nbytes):
    """Let no file grow beyond so many bytes, as on a disk that is full."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (nbytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@BY_FORMAT
def test_a_full_disk_leaves_the_old_file(suffix, tmp_path):
    path, first = tmp_path / f"net.{suffix}", net()
    weights.save_weights(path, first)
    with largest_file(1000):
        with pytest.raises(
            OSError, match=r"could not be written: File too large; the file that was there is as it was"
        ):
            weights.save_weights(path, net(seed=1))
        with pytest.raises(OSError, match=r"other\.npz \([\d,]+ bytes\) could not be written: File too large\.$"):
            weights.save_weights(tmp_path / "other.npz", first)
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    found = net(seed=2)
    weights.load_weights(path, found)
    assert same(found.params, first.params)


SAVING = """
import itertools, sys
import numpy as np
from cs231n_kit.weights import save_arrays
for i in itertools.count():
    save_arrays(sys.argv[1], {name: np.full(200_000, i) for name in "ab"}, {"i": i})
    print(i, flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kills by a signal")
@BY_FORMAT
def test_killed_while_it_writes_a_whole_file_is_left(suffix, tmp_path):
    """Between the first print and the kill, the child does nothing but write."""
    path, milliseconds = tmp_path / f"a.{suffix}", random.Random(7)
    for _ in range(5):
        child = subprocess.Popen([sys.executable, "-c", SAVING, path], stdout=subprocess.PIPE, text=True)
        child.stdout.readline()
        time.sleep(milliseconds.uniform(0, 0.05))
        child.send_signal(signal.SIGKILL)
        last = int((child.stdout.read().split() or ["0"])[-1])
        child.wait()
        arrays, notes = weights.load_arrays(path)
        assert {int(array.min()) for array in arrays.values()} == {int(array.max()) for array in arrays.values()}
        assert notes["i"] == int(arrays["a"][0]) in (last, last + 1)
