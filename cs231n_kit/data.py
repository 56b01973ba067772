"""Images for the course: photographs and handwritten digits that need no download, MNIST and CIFAR-10 that do.

MNIST and CIFAR-10 are read from the folder that CS231N_DATA names, else from a cache folder, and what isn't there is
downloaded. What doesn't have the published file's SHA-256 is called "not verified" in the name of the data, which
every result carries. A file that is corrupt or not whole is an error.
"""

import gzip
import hashlib
import io
import os
import sys
import tarfile
import zlib
from dataclasses import dataclass
from math import prod
from pathlib import Path

import numpy as np

from cs231n_kit.download import check_sha256, download
from cs231n_kit.shapes import as_int, check_fraction, check_images, check_rng

__all__ = [
    "CIFAR10_CLASSES",
    "DATASETS",
    "Dataset",
    "batches",
    "cifar10",
    "data_folder",
    "digits",
    "mean_std",
    "mnist",
    "photograph",
    "random_crop",
    "random_flip",
    "read_idx",
    "split",
    "standardise",
]

PICTURES = Path(__file__).parent / "pictures"
SCIKIT_LEARN = ("china", "flower")
OWN = ("cat", "camera")


def photograph(name: str = "china") -> np.ndarray:
    """Returns a photograph: numbers from 0 to 1, float32; (3,H,W) for red, green and blue, or (1,H,W) if it is grey.

    "cat" (3,192,192) and "camera" (1,192,192) come with the course, "china" and "flower" (3,427,640) with
    scikit-learn. Raises ValueError for another name.
    """
    if name in OWN:
        from matplotlib.image import imread  # here, because importing it takes a while

        pixels = np.atleast_3d(imread(PICTURES / f"{name}.png"))[..., :3]  # no alpha
        return np.ascontiguousarray(pixels.transpose(2, 0, 1), dtype=np.float32)
    if name in SCIKIT_LEARN:
        from sklearn.datasets import load_sample_image

        pixels = load_sample_image(f"{name}.jpg")
        return np.ascontiguousarray(pixels.transpose(2, 0, 1), dtype=np.float32) / np.float32(255)
    raise ValueError(f"There is no photograph called {name!r}; there are {', '.join(OWN + SCIKIT_LEARN)}.")


# ---- data sets ----
CIFAR10_CLASSES = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")
DIGITS = tuple("0123456789")


@dataclass(frozen=True)
class Dataset:
    """Images to train on and to test on, (N,C,H,W) uint8, and the number of each one's class, (N,)."""

    name: str  # what results call it
    train_images: np.ndarray
    train_labels: np.ndarray
    test_images: np.ndarray
    test_labels: np.ndarray
    classes: tuple = DIGITS
    white: int = 255  # the largest number in an image

    def __repr__(self):
        size = "x".join(map(str, self.in_shape))
        return f"Dataset({self.name!r}, {len(self.train_labels)} + {len(self.test_labels)} images of {size})"

    @property
    def in_shape(self):
        """The shape of an image, (C,H,W)."""
        return self.train_images.shape[1:]


def digits(seed=0) -> Dataset:
    """Returns 1,797 handwritten digits of 8x8 pixels from 0 to 16; a fifth, held out by the seed, is to test on.

    They come with the course, made by tools/embed_digits.py from scikit-learn's copy. Source: Alpaydin and Kaynak,
    Optical Recognition of Handwritten Digits, 1998, UCI Machine Learning Repository.
    """
    with np.load(PICTURES / "digits.npz") as stored:
        images, labels = stored["images"][:, None], stored["labels"].astype(np.int64)
    return _split_dataset("digits", images, labels, seed, white=16)


def _split_dataset(name, images, labels, seed, **settings):
    train, test = split(labels, 0.2, seed)
    return Dataset(name, images[train], labels[train], images[test], labels[test], **settings)


def split(labels, share, seed=0):
    """Returns (train, test), numbers of examples: of each class the same share is to test on, drawn by the seed.

    labels (N,), 0 <= share < 1. Both are in the order of labels.
    """
    check_fraction(share, "share")
    rng, labels = np.random.default_rng(as_int(seed, "seed", least=0)), np.asarray(labels)
    test = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        of_class = np.flatnonzero(labels == label)
        test[rng.permutation(of_class)[: round(share * len(of_class))]] = True
    return np.flatnonzero(~test), np.flatnonzero(test)


def data_folder() -> Path:
    """Returns the folder that CS231N_DATA names, else the course's cache folder. FileNotFoundError if it names none."""
    if named := os.environ.get("CS231N_DATA"):
        folder = Path(named).expanduser()
        if not folder.is_dir():
            raise FileNotFoundError(f"CS231N_DATA names {folder}, and there is no such folder.")
        return folder
    cache = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME")
    return (Path(cache) if cache else Path.home() / ".cache") / "cs231n"


# ---- MNIST: files in the IDX format ----
MNIST_URL = "https://storage.googleapis.com/cvdf-datasets/mnist"
# Each file: the SHA-256 as it is packed at this address, and unpacked.
MNIST_FILES = {
    "train-images-idx3-ubyte": (
        "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
        "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    ),
    "train-labels-idx1-ubyte": (
        "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
        "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    ),
    "t10k-images-idx3-ubyte": (
        "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
        "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    ),
    "t10k-labels-idx1-ubyte": (
        "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
        "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    ),
}


def mnist(seed=0) -> Dataset:
    """Returns MNIST: 60,000 handwritten digits of 28x28 to train on, 10,000 to test on.

    Where CS231N_DATA has only the 10,000 (t10k-...), these are split: a fifth, held out by the seed, is to test on.
    Errors are those of read_idx and download. Source: LeCun and others, 1998.
    """
    folder = data_folder()
    there = {name: path for name in MNIST_FILES if (path := _find_idx(folder, name))}
    only_test = set(there) == {"t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"}
    for name, (sha256, _) in MNIST_FILES.items():
        if name not in there and not only_test:
            there[name] = download(f"{MNIST_URL}/{name}.gz", folder / f"{name}.gz", sha256)
    arrays, verified = {}, True
    for name, path in there.items():
        data = _unpacked(path)
        arrays[name] = _idx_array(data, path)
        verified &= hashlib.sha256(data).hexdigest() == MNIST_FILES[name][1]
    name = "MNIST" if verified else "MNIST from CS231N_DATA, not verified"
    pairs = [_mnist_pair(arrays, there, part) for part in ("train", "t10k") if part == "t10k" or not only_test]
    if only_test:
        return _split_dataset(f"{name}, the 10,000 test images, split", *pairs[0], seed)
    return Dataset(name, *pairs[0], *pairs[1])


def _mnist_pair(arrays, paths, part):
    """Returns (images (N,1,28,28), labels (N,)) of a part of MNIST. ValueError if they don't go together."""
    names = [f"{part}-images-idx3-ubyte", f"{part}-labels-idx1-ubyte"]
    images, labels = (arrays[name] for name in names)
    if images.ndim != 3 or labels.shape != images.shape[:1]:
        raise ValueError(
            f"{paths[names[0]]} is {images.shape}, {paths[names[1]]} {labels.shape}: no images and labels."
        )
    check_labels_of(paths[names[1]], labels)
    return images[:, None], labels.astype(np.int64)


def check_labels_of(path, labels):
    """Raises ValueError, which names the file, for a label above 9."""
    if labels.max(initial=0) > 9:
        raise ValueError(
            f"{path} has the label {labels.max()}: labels go from 0 to 9. The file is damaged, or another."
        )


def _find_idx(folder, name):
    """Returns the path of an IDX file in a folder, packed or not, with - or . in its name; else None."""
    for written in (name, name.replace("-idx", ".idx")):
        for path in (folder / written, folder / f"{written}.gz"):
            if path.is_file():
                return path
    return None


def read_idx(path) -> np.ndarray:
    """Returns the array in a file of MNIST's IDX format, packed with gzip or not; bytes only.

    ValueError, which names the file, for one of another format, one that is damaged or not whole.
    """
    return _idx_array(_unpacked(Path(path)), path)


def _unpacked(path):
    """Returns a file's bytes, unpacked if it is a .gz. ValueError if it is damaged."""
    data = path.read_bytes()
    if path.suffix != ".gz":
        return data
    try:
        return gzip.decompress(data)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise ValueError(f"{path} is damaged or not whole ({error}): delete it, and get it again.") from error


def _idx_array(data, path):
    """Returns the array that IDX bytes hold: two zeros, 8 for bytes, the number of axes, their sizes, the numbers."""
    if len(data) < 4 or data[:3] != b"\0\0\x08" or len(data) < 4 + 4 * data[3]:
        raise ValueError(f"{path} is no IDX file of bytes: it begins with {data[:4]!r}.")
    start = 4 + 4 * data[3]
    shape = tuple(int(size) for size in np.frombuffer(data[4:start], ">u4"))
    if len(data) - start != prod(shape):
        raise ValueError(f"{path} should have {prod(shape):,} bytes for {shape}; it has {len(data) - start:,}.")
    return np.frombuffer(data, np.uint8, offset=start).reshape(shape)


# ---- CIFAR-10: the binary version ----
@dataclass(frozen=True)
class Archive:
    """A file that is published: where, and its SHA-256."""

    url: str
    sha256: str

    @property
    def name(self):
        """The name of the file."""
        return self.url.rpartition("/")[2]


CIFAR10_ARCHIVE = Archive(
    "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz",
    "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
)
CIFAR10_FILES = (*(f"data_batch_{i}.bin" for i in range(1, 6)), "test_batch.bin")
CIFAR10_FOLDER = "cifar-10-batches-bin"
CIFAR10_BYTES = 30_730_000  # of each file: 10,000 times a byte for the label and 32*32*3 for the image


def cifar10(seed=0) -> Dataset:
    """Returns CIFAR-10: 50,000 photographs of 32x32 in colour to train on, 10,000 to test on, whatever the seed.

    It is read out of the published archive, whose SHA-256 is checked each time; where CS231N_DATA has no archive but
    the .bin files, from these, and then it is "not verified". What isn't there is downloaded (170 MB).
    Source: Krizhevsky, 2009.
    """
    folder = data_folder()
    archive, name = folder / CIFAR10_ARCHIVE.name, "CIFAR-10"
    loose = [path for path in (folder / CIFAR10_FOLDER, folder) if (path / CIFAR10_FILES[0]).is_file()]
    if loose and not archive.is_file():
        files = {name: loose[0] / name for name in CIFAR10_FILES}
        name = "CIFAR-10 from CS231N_DATA, not verified"
        parts = [_cifar10_part(_bytes_of(path), path) for path in files.values()]
    else:
        if not archive.is_file():
            download(CIFAR10_ARCHIVE.url, archive, CIFAR10_ARCHIVE.sha256)
        parts = _read_cifar10_archive(archive)
    *train, (test_images, test_labels) = parts
    images, labels = (np.concatenate(arrays) for arrays in zip(*train, strict=True))
    return Dataset(name, images, labels, test_images, test_labels, CIFAR10_CLASSES)


def _bytes_of(path):
    """Returns a file's bytes. FileNotFoundError, in words, if it isn't there."""
    if not path.is_file():
        raise FileNotFoundError(f"{path.parent} has {CIFAR10_FILES[0]}, but no {path.name}: CIFAR-10 has six files.")
    return path.read_bytes()


def _read_cifar10_archive(path):
    """Returns [(images, labels)] of the six files in the archive, whose hash is checked first."""
    data = path.read_bytes()
    check_sha256(hashlib.sha256(data).hexdigest(), CIFAR10_ARCHIVE.sha256, path)
    files = {}
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        for member in archive:  # in their order there: to go back would unpack all of it again
            if member.name.rpartition("/")[2] in CIFAR10_FILES:
                files[member.name.rpartition("/")[2]] = archive.extractfile(member).read()
    return [_cifar10_part(files[name], f"{path}, {name}") for name in CIFAR10_FILES]


def _cifar10_part(data, path):
    """Returns (images (N,3,32,32), labels (N,)) of a binary file's bytes. ValueError for another size or label."""
    if len(data) != CIFAR10_BYTES:
        raise ValueError(f"{path} has {len(data):,} bytes, not {CIFAR10_BYTES:,}: it is damaged or not whole.")
    rows = np.frombuffer(data, np.uint8).reshape(-1, 3073)
    check_labels_of(path, rows[:, 0])
    return rows[:, 1:].reshape(-1, 3, 32, 32), rows[:, 0].astype(np.int64)


DATASETS = {"digits": digits, "mnist": mnist, "cifar10": cifar10}


# ---- what training does to images ----
def batches(count, size, rng):
    """Returns the numbers from 0 to count - 1, shuffled, in arrays of `size`; the last one may be shorter."""
    check_rng(rng)
    order = rng.permutation(as_int(count, "count", least=1))
    return [order[start : start + size] for start in range(0, count, as_int(size, "size", least=1))]


def mean_std(images):
    """Returns (mean, std) of each channel, (C,1,1) float32, over images (N,C,H,W)."""
    check_images(images)
    total = squares = 0.0
    for start in range(0, len(images), 1000):  # a copy of all of them as floats would be eight times as large
        part = images[start : start + 1000].astype(np.float64)
        total, squares = total + part.sum(axis=(0, 2, 3)), squares + (part * part).sum(axis=(0, 2, 3))
    count = images.size / images.shape[1]
    mean = total / count
    std = np.sqrt(np.maximum(squares / count - mean * mean, 0))
    std[std == 0] = 1  # a channel that is the same everywhere
    return tuple(values.astype(np.float32)[:, None, None] for values in (mean, std))


def standardise(images, mean, std):
    """Returns images (N,C,H,W) as float32 with mean 0 and standard deviation 1, by what mean_std has given."""
    check_images(images)
    return (images.astype(np.float32) - mean) / std


def random_flip(images, rng):
    """Returns images (N,C,H,W), of which about half are mirrored, left to right."""
    check_images(images)
    check_rng(rng)
    flipped = images.copy()
    chosen = rng.random(len(images)) < 0.5
    flipped[chosen] = images[chosen, :, :, ::-1]
    return flipped


def random_crop(images, rng, margin=4):
    """Returns images (N,C,H,W), each moved by up to `margin` pixels in both directions; 0 where nothing was."""
    check_images(images)
    check_rng(rng)
    margin = as_int(margin, "margin", least=0)
    N, _, H, W = images.shape
    padded = np.pad(images, ((0, 0), (0, 0), (margin, margin), (margin, margin)))
    rows, columns = rng.integers(0, 2 * margin + 1, (2, N))
    rows, columns = rows[:, None] + np.arange(H), columns[:, None] + np.arange(W)
    moved = padded[np.arange(N)[:, None, None], :, rows[:, :, None], columns[:, None, :]]  # (N,H,W,C)
    return np.ascontiguousarray(moved.transpose(0, 3, 1, 2))
