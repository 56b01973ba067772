"""The images that come with the course, MNIST and CIFAR-10 as files, and what training does to images."""

import gzip
import hashlib
import io
import os
import re
import struct
import tarfile
from pathlib import Path

import numpy as np
import pytest
from file_server import serving

from cs231n_kit import data, download
from cs231n_kit.data import photograph

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"


def test_photograph_is_an_image_of_floats():
    image = photograph("china")
    assert image.shape == (3, 427, 640)
    assert image.dtype == np.float32
    assert image.min() == 0
    assert image.max() == 1
    assert not np.array_equal(image, photograph("flower"))


def test_the_courses_own_photographs_are_square():
    cat, camera = photograph("cat"), photograph("camera")
    assert (cat.shape, camera.shape) == ((3, 192, 192), (1, 192, 192))
    for image in (cat, camera):
        assert image.dtype == np.float32
        assert 0 <= image.min() < 0.1
        assert 0.8 < image.max() <= 1
    assert cat[0].mean() > cat[2].mean(), "a ginger cat: more red than blue"


def test_an_unknown_photograph_names_those_there_are():
    with pytest.raises(ValueError, match="called 'dog'; there are cat, camera, china, flower"):
        photograph("dog")


# ---- digits ----
def test_the_digits_are_scikit_learns():
    from sklearn.datasets import load_digits

    expected, found = load_digits(), data.digits()
    assert (found.name, found.in_shape, found.white, len(found.classes)) == ("digits", (1, 8, 8), 16, 10)
    train, test = data.split(expected.target, 0.2)
    for numbers, images, labels in [
        (train, found.train_images, found.train_labels),
        (test, found.test_images, found.test_labels),
    ]:
        np.testing.assert_array_equal(images[:, 0], expected.images[numbers])
        np.testing.assert_array_equal(labels, expected.target[numbers])
        assert images.dtype == np.uint8
    assert repr(found) == "Dataset('digits', 1438 + 359 images of 1x8x8)"


def test_a_split_holds_out_the_same_share_of_each_class_by_the_seed():
    labels = np.repeat([3, 5, 9], [10, 50, 100])
    train, test = data.split(labels, 0.2, seed=1)
    assert np.bincount(labels[test])[[3, 5, 9]].tolist() == [2, 10, 20]
    assert sorted([*train, *test]) == list(range(160))
    np.testing.assert_array_equal(test, data.split(labels, 0.2, seed=1)[1])
    assert (test != data.split(labels, 0.2, seed=2)[1]).any()
    assert not set(data.digits(0).test_labels.tolist()) - set(range(10))
    assert (data.digits(0).test_images != data.digits(1).test_images).any()
    with pytest.raises(ValueError, match="share must be a number from 0 on and below 1; got 1"):
        data.split(labels, 1)


# ---- MNIST ----
def idx(array):
    """Returns an array in the IDX format."""
    return struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape) + array.tobytes()


def mnist_files(counts):
    """Returns {name: bytes} of a small MNIST, by the number of images of each part."""
    rng = np.random.default_rng(0)
    return {
        f"{part}-{what}": idx(array)
        for part, count in counts.items()
        for what, array in [
            ("images-idx3-ubyte", rng.integers(0, 256, (count, 28, 28)).astype("u1")),
            ("labels-idx1-ubyte", (np.arange(count) % 10).astype("u1")),
        ]
    }


@pytest.fixture
def folder(monkeypatch, tmp_path):
    """Give an empty folder that CS231N_DATA names."""
    monkeypatch.setenv("CS231N_DATA", str(tmp_path))
    monkeypatch.setattr(download, "PAUSE", 0)
    return tmp_path


def test_mnist_is_read_packed_or_not_and_says_that_it_is_not_verified(folder):
    files = mnist_files({"train": 50, "t10k": 20})
    for i, (name, content) in enumerate(files.items()):
        path = folder / (name.replace("-idx", ".idx") if i == 1 else name)
        path.write_bytes(content) if i % 2 else path.with_name(f"{name}.gz").write_bytes(gzip.compress(content))
    found = data.mnist()
    assert found.name == "MNIST from CS231N_DATA, not verified"
    assert found.train_images.shape == (50, 1, 28, 28)
    assert found.test_images.tobytes() == files["t10k-images-idx3-ubyte"][16:]
    assert found.train_labels.tolist() == [i % 10 for i in range(50)]


def test_mnists_test_images_alone_are_split_by_the_seed(folder):
    for name, content in mnist_files({"t10k": 100}).items():
        (folder / name).write_bytes(content)
    found = data.mnist(seed=3)
    assert found.name == "MNIST from CS231N_DATA, not verified, the 10,000 test images, split"
    assert (len(found.train_labels), np.bincount(found.test_labels).tolist()) == (80, [2] * 10)


@pytest.mark.skipif(not SHARED.exists() and not os.environ.get("CI"), reason="needs MNIST's files in shared/data")
def test_mnist_itself_is_verified(monkeypatch):
    monkeypatch.setenv("CS231N_DATA", str(SHARED))
    found = data.mnist()
    assert found.name == "MNIST, the 10,000 test images, split"
    assert (len(found.train_labels), len(found.test_labels)) == (8000, 2000)


def test_mnist_is_downloaded_and_checked(folder, monkeypatch):
    content = gzip.compress(idx(np.zeros((30, 28, 28), "u1")))
    with serving(content) as server:
        monkeypatch.setattr(data, "MNIST_URL", server.url.rpartition("/")[0])
        with pytest.raises(ValueError, match=r"train-images-idx3-ubyte\.gz gave a file with the SHA-256"):
            data.mnist()
        assert list(folder.iterdir()) == []
        name, labels = "train-labels-idx1-ubyte", idx(np.zeros(30, "u1"))
        hashes = {name: (hashlib.sha256(content).hexdigest(), "") for name in data.MNIST_FILES}
        monkeypatch.setattr(data, "MNIST_FILES", hashes)
        (folder / name).write_bytes(labels)
        (folder / name.replace("train", "t10k")).write_bytes(labels)
        assert len(data.mnist().train_labels) == 30
        assert len(server.asked) == 3  # what is there already is not asked for


IMAGES = idx(np.zeros((5, 28, 28), "u1"))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (IMAGES[:-1], r"should have 3,920 bytes for \(5, 28, 28\); it has 3,919"),
        (IMAGES + b"x", "should .* it has 3,921"),
        (IMAGES[:9], "is no IDX file of bytes"),
        (b"", "is no IDX file of bytes"),
        (b"<html>no such page</html>", r"is no IDX file of bytes: it begins with b'<htm'"),
        (b"\0\0\x0d" + IMAGES[3:], "is no IDX file of bytes"),  # floats
        (idx(np.zeros((4, 28, 28), "u1")), r"is \(4, 28, 28\), .* \(5,\): no images and labels"),
        (idx(np.zeros(5, "u1")), r"is \(5,\), .* \(5,\): no images and labels"),
    ],
)
def test_a_file_of_mnist_that_is_damaged_is_never_trained_on(folder, content, words):
    (folder / "t10k-labels-idx1-ubyte").write_bytes(idx(np.zeros(5, "u1")))
    path = folder / "t10k-images-idx3-ubyte"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=rf"{re.escape(str(path))} {words}"):
        data.mnist()


def test_a_packed_file_that_is_damaged_and_a_label_that_is_no_digit(folder):
    (folder / "t10k-labels-idx1-ubyte").write_bytes(idx(np.full(5, 10, "u1")))
    packed, path = gzip.compress(IMAGES), folder / "t10k-images-idx3-ubyte.gz"
    for wrong in (packed[:-5], packed[: len(packed) // 2], packed[:-6] + b"??" + packed[-4:], b"no gzip at all"):
        path.write_bytes(wrong)
        with pytest.raises(ValueError, match=r"images-idx3-ubyte\.gz is damaged or not whole .*: delete it"):
            data.mnist()
    path.write_bytes(packed)
    with pytest.raises(ValueError, match=r"t10k-labels-idx1-ubyte has the label 10: labels go from 0 to 9"):
        data.mnist()


# ---- CIFAR-10 ----
def cifar10_files(count):
    """Returns {name: bytes} of CIFAR-10's six files, of so many images each."""
    files = {}
    for i, name in enumerate(data.CIFAR10_FILES):
        rows = np.full((count, 3073), i, "u1")
        rows[:, 0] = np.arange(count) % 10
        rows[0, 1:] = np.arange(3072) % 251  # to see where a byte goes
        files[name] = rows.tobytes()
    return files


def archive_of(files):
    """Returns a .tar.gz of the files as CIFAR-10 has it: in another order, and other files beside them."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz", compresslevel=1) as archive:
        for name, content in [*reversed(files.items()), ("readme.html", b"hello")]:
            info = tarfile.TarInfo(f"cifar-10-batches-bin/{name}")
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


@pytest.fixture
def small(monkeypatch):
    """Let CIFAR-10's files have 20 images each; give them."""
    monkeypatch.setattr(data, "CIFAR10_BYTES", 20 * 3073)
    return cifar10_files(20)


def is_cifar10(found, count):
    """Assert that images and labels are where they belong."""
    assert (found.train_images.shape, found.test_images.shape) == ((5 * count, 3, 32, 32), (count, 3, 32, 32))
    assert found.train_labels.tolist() == [i % 10 for i in range(count)] * 5
    assert found.train_images[1::count, 0, 0, 0].tolist() == [0, 1, 2, 3, 4]
    assert set(found.test_images[1:].ravel().tolist()) == {5}
    assert found.train_images[0, 1, 2, 3] == (1024 + 2 * 32 + 3) % 251
    assert found.classes[3] == "cat"


def published(monkeypatch, server):
    """Let the server's file be the published one."""
    url, sha256 = server.url.replace("data.bin", "cifar.tar.gz"), hashlib.sha256(server.data).hexdigest()
    monkeypatch.setattr(data, "CIFAR10_ARCHIVE", data.Archive(url, sha256))


def test_cifar10_is_downloaded_once_and_its_hash_checked_each_time(folder, small, monkeypatch):
    with serving(archive_of(small)) as server:
        published(monkeypatch, server)
        server.cuts = [1000]
        is_cifar10(data.cifar10(), 20)
        found = data.cifar10()
        assert found.name == "CIFAR-10"
        assert server.asked == [None, "bytes=1000-"]
        path = folder / "cifar.tar.gz"
        for wrong in (server.data[:-1], server.data[:-1] + b"?", b""):
            path.write_bytes(wrong)
            with pytest.raises(ValueError, match=r"cifar\.tar\.gz has the SHA-256 .* was expected.*Delete it"):
                data.cifar10()
        path.unlink()
        server.status = 404
        with pytest.raises(OSError, match="answers 404"):
            data.cifar10()


def test_the_published_archive_is_the_one_that_is_asked_for():
    assert data.CIFAR10_ARCHIVE.name == "cifar-10-binary.tar.gz"
    assert data.CIFAR10_ARCHIVE.sha256 == "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd"
    assert data.CIFAR10_BYTES == 30_730_000


@pytest.mark.parametrize("within", ["", "cifar-10-batches-bin"])
def test_loose_files_are_called_not_verified(folder, small, within):
    (folder / within).mkdir(exist_ok=True)
    for name, content in small.items():
        (folder / within / name).write_bytes(content)
    found = data.cifar10()
    is_cifar10(found, 20)
    assert found.name == "CIFAR-10 from CS231N_DATA, not verified"
    path = folder / within / "data_batch_4.bin"
    for wrong, words in [
        (small["data_batch_4.bin"][:-1], r"has 61,459 bytes, not 61,460: it is damaged or not whole"),
        (small["data_batch_4.bin"] + b"?", "has 61,461 bytes"),
        (b"\x0b" + small["data_batch_4.bin"][1:], "has the label 11: labels go from 0 to 9"),
    ]:
        path.write_bytes(wrong)
        with pytest.raises(ValueError, match=rf"data_batch_4\.bin {words}"):
            data.cifar10()
    path.unlink()
    with pytest.raises(FileNotFoundError, match=r"has data_batch_1\.bin, but no data_batch_4\.bin"):
        data.cifar10()


@pytest.mark.slow
def test_cifar10_in_its_real_size(folder):
    for name, content in cifar10_files(10_000).items():
        (folder / name).write_bytes(content)
    is_cifar10(data.cifar10(), 10_000)


def test_where_the_data_are(monkeypatch, tmp_path):
    monkeypatch.setenv("CS231N_DATA", str(tmp_path / "none"))
    with pytest.raises(FileNotFoundError, match=r"CS231N_DATA names .*none, and there is no such folder"):
        data.mnist()
    monkeypatch.delenv("CS231N_DATA")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert data.data_folder() == tmp_path / "cs231n"


# ---- what training does to images ----
def test_batches_are_all_examples_once_shuffled_by_the_generator():
    found = data.batches(10, 4, np.random.default_rng(0))
    assert [len(batch) for batch in found] == [4, 4, 2]
    assert sorted(np.concatenate(found).tolist()) == list(range(10))
    again = data.batches(10, 4, np.random.default_rng(0))
    assert np.concatenate(found).tolist() == np.concatenate(again).tolist() != list(range(10))


def test_standardised_images_have_mean_0_and_deviation_1():
    images = np.random.default_rng(0).integers(0, 256, (1500, 3, 4, 5)).astype("u1")
    images[:, 2] = 7  # a channel that is the same everywhere
    mean, std = data.mean_std(images)
    np.testing.assert_allclose(mean[:, 0, 0], images.mean(axis=(0, 2, 3)), rtol=1e-6)
    np.testing.assert_allclose(std[:2, 0, 0], images.std(axis=(0, 2, 3))[:2], rtol=1e-6)
    found = data.standardise(images, mean, std)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found.mean(axis=(0, 2, 3)), 0, atol=1e-5)
    np.testing.assert_allclose(found.std(axis=(0, 2, 3)), [1, 1, 0], atol=1e-5)


def test_a_flip_mirrors_about_half_of_the_images():
    images = np.random.default_rng(0).random((1000, 2, 3, 4), "f4")
    before = images.copy()
    found = data.random_flip(images, np.random.default_rng(1))
    np.testing.assert_array_equal(images, before)
    same = (found == images).all(axis=(1, 2, 3))
    assert 400 < same.sum() < 600
    np.testing.assert_array_equal(found[~same], images[~same][..., ::-1])


def test_a_crop_moves_each_image_and_fills_with_0():
    images = np.arange(1, 1 + 200 * 2 * 5 * 6).reshape(200, 2, 5, 6)
    found = data.random_crop(images, np.random.default_rng(1), margin=2)
    assert found.shape == images.shape
    assert found.flags.c_contiguous
    seen = set()
    for before, after in zip(np.pad(images, ((0, 0), (0, 0), (2, 2), (2, 2))), found, strict=True):
        moves = [(i, j) for i in range(5) for j in range(5) if (before[:, i : i + 5, j : j + 6] == after).all()]
        seen.update(moves)
        assert len(moves) == 1
    assert len(seen) == 25
    np.testing.assert_array_equal(data.random_crop(images, np.random.default_rng(1), margin=0), images)


def test_what_is_no_batch_of_images_is_said():
    rng = np.random.default_rng(0)
    for call in (data.mean_std, lambda x: data.standardise(x, 0, 1), lambda x: data.random_flip(x, rng),
                 lambda x: data.random_crop(x, rng)):  # fmt: skip
        with pytest.raises(ValueError, match=r"images must be \(N,C,H,W\)"):
            call(np.ones((3, 4, 5)))
        with pytest.raises(TypeError, match="images"):
            call([1])
    for call in (lambda rng: data.random_flip(np.ones((1, 1, 2, 2)), rng), lambda rng: data.batches(5, 2, rng)):
        with pytest.raises(TypeError, match="rng"):
            call(None)
