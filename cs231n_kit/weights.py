"""Weights in files, and those that come with the course.

A file is .safetensors or .npz, never a pickle, and its names are PyTorch's: "0.weight" is the weight of layer 0, so
`load_state_dict(safetensors.torch.load_file(path))` reads it into an nn.Sequential of the same layers. A checkpoint
has more in it, under names with a "/", which load_weights passes over.
"""

import contextlib
import io
import json
import os
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from cs231n_kit.backend import default_like, to_host
from cs231n_kit.data import CIFAR10_CLASSES
from cs231n_kit.layers import Conv2d, Linear, MaxPool2d, ReLU, Serial
from cs231n_kit.net import Net
from cs231n_kit.shapes import as_bool, as_dtype, check_net, check_rng
from cs231n_kit.spec import build_spec

__all__ = [
    "CIFAR10_CLASSES",
    "FIRST_LAYERS",
    "Checkpoint",
    "first_net",
    "load_arrays",
    "load_checkpoint",
    "load_weights",
    "net_of",
    "normalise",
    "save_arrays",
    "save_checkpoint",
    "save_weights",
    "sliding_digits",
    "training_record",
    "write_whole",
]

TRAINED = Path(__file__).parent / "trained"
FIRST_LAYERS = Serial(
    Conv2d(16, 5, pad=2), ReLU(), MaxPool2d(2),
    Conv2d(32, 3, pad=1), ReLU(), MaxPool2d(2),
    Conv2d(48, 3, pad=1), ReLU(), MaxPool2d(2),
    Linear(10),
)  # fmt: skip


def first_net() -> Net:
    """Returns chapter 01's small net, trained on CIFAR-10: x (N,3,32,32) -> scores (N,10), by CIFAR10_CLASSES.

    It reads what `normalise` makes of an image. training_record() says how it was trained, and how well it does.
    """
    stored, _ = load_arrays(TRAINED / "first_net.npz")
    params = {name: values.astype(np.float32) for name, values in stored.items()}
    return Net(FIRST_LAYERS, (3, 32, 32), params, {})


def sliding_digits(*, padding) -> Net:
    """Returns a net that reads a window of 28x28: x (N,1,28,28) -> scores (N,11), the digits 0 to 9 and "nothing".

    It was trained on windows with one digit of MNIST near the middle, or none there, with zero padding in its CONV
    layers or without, and reads what `normalise` makes of an image, white on black. cs231n_kit.surgery slides it over
    larger ones. training_record("sliding_digits") says how it was trained, and how well it does.
    """
    kind = "padding" if as_bool(padding, "padding") else "no_padding"
    layer, in_shape = build_spec(training_record("sliding_digits")["nets"][kind]["spec"], (1, 28, 28))
    stored, _ = load_arrays(TRAINED / f"sliding_digits_{kind}.npz")
    return Net(layer, in_shape, {name: values.astype(np.float32) for name, values in stored.items()}, {})


def training_record(name="first_net") -> dict:
    """Returns how nets of the course were trained and how well they do, as tools/records.py wrote it down.

    ValueError for a name that no record has.
    """
    names = sorted(path.stem for path in TRAINED.glob("*.json"))
    if name not in names:
        raise ValueError(f"There is no record {name!r}; there are {', '.join(names)}.")
    return json.loads((TRAINED / f"{name}.json").read_text(encoding="utf-8"))


def normalise(image: np.ndarray) -> np.ndarray:
    """Returns what first_net reads: from -2 to 2, and 0 for a middle grey. image: any shape, numbers from 0 to 1."""
    return ((image - 0.5) * 4).astype(np.float32)


# ---- files of arrays ----
FORMATS = (".safetensors", ".npz")
NOTES = "cs231n"  # where a file keeps what is no array, as JSON


def save_arrays(path, arrays, notes=None):
    """Write arrays {name: array} to a .safetensors or .npz file; notes is what JSON can hold.

    There is always a whole file at path: the old one until the new one is written to the last byte. ValueError for
    another ending, OSError where it can't be written, as on a full disk.
    """
    path, arrays = _known_format(path), {name: np.asarray(to_host(array)) for name, array in arrays.items()}
    text = json.dumps(notes or {})
    if path.suffix == ".safetensors":
        from safetensors.numpy import save

        data = save({name: np.asarray(array, order="C") for name, array in arrays.items()}, {NOTES: text})
    else:
        file = io.BytesIO()
        np.savez(file, **arrays, **{f"{NOTES}/notes": np.frombuffer(text.encode(), np.uint8)})
        data = file.getvalue()
    write_whole(path, data)


def load_arrays(path):
    """Returns ({name: array}, notes) of a file that save_arrays, PyTorch's users or np.savez have written.

    FileNotFoundError if there is none, ValueError for what isn't a whole file of its format or has a pickle in it.
    """
    path = _known_format(path)
    if not path.is_file():
        raise FileNotFoundError(f"There is no file {path}.")
    read = _read_safetensors if path.suffix == ".safetensors" else _read_npz
    try:
        return read(path)
    except (ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        reason = "it holds a pickle, which can run any code" if "pickle" in str(error) else str(error)
        raise ValueError(f"{path} can't be read as {path.suffix[1:]}: {reason}.") from error


def _known_format(path):
    """Returns a path as a Path, if its ending is known."""
    path = Path(path)
    if path.suffix not in FORMATS:
        raise ValueError(f"Weights are in a file that ends in {' or '.join(FORMATS)}; got {path.name!r}.")
    return path


def _read_safetensors(path):
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(path, framework="numpy") as file:
            arrays = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118, it is no dict
            notes = json.loads((file.metadata() or {}).get(NOTES, "{}"))
    except (SafetensorError, TypeError, AttributeError) as error:  # bfloat16 is no dtype of NumPy's
        raise ValueError(str(error)) from error
    return arrays, notes


def _read_npz(path):
    with np.load(path, allow_pickle=False) as file:
        arrays = {name: file[name] for name in file.files}
    notes = arrays.pop(f"{NOTES}/notes", np.frombuffer(b"{}", np.uint8))
    return arrays, json.loads(notes.tobytes())


def write_whole(path, data):
    """Write bytes to a file so that, whatever happens meanwhile, the old one or the new one is there, whole.

    OSError, which names the file, where it can't be written; the old one stays.
    """
    path = Path(path).resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # on the disk before it takes the old one's name
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        kept = "; the file that was there is as it was" if path.exists() else ""
        raise OSError(f"{path} ({len(data):,} bytes) could not be written: {error.strerror}{kept}.") from error
    _sync_folder(path.parent)


def _sync_folder(folder):
    """Let the new name in a folder outlive a power cut, where the system can do that."""
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


# ---- nets ----
def save_weights(path, net, notes=None):
    """Write a net's parameters and state to a .safetensors or .npz file; errors are those of save_arrays."""
    check_net(net)
    save_arrays(path, {**net.params, **net.state}, notes)


def load_weights(path, net):
    """Put a file's numbers into a net, in the net's dtype and on its back end. Returns the file's notes.

    ValueError that lists every name and shape that doesn't fit, and then the net stays as it was; other errors are
    those of load_arrays.
    """
    check_net(net)
    arrays, notes = load_arrays(path)
    _put_into(net, arrays, path)
    notes.pop("rng", None)  # a checkpoint's
    return notes


def _put_into(net, arrays, path):
    """Give a net the arrays of its names. ValueError if not all fit."""
    wanted = {**net.params, **net.state}
    shapes = {name: array.shape for name, array in wanted.items()}
    given = _fitting(arrays, shapes, f"{path} doesn't fit this net, which stays as it was:")
    new = {name: np.asarray(given[name], dtype=array.dtype, like=array) for name, array in wanted.items()}
    net.params = {name: new[name] for name in net.params}
    net.state = {name: new[name] for name in net.state}


def _fitting(arrays, shapes, problem):
    """Returns the arrays of a file that are a net's, of shapes {name: shape}. ValueError with all that doesn't fit."""
    given = {name: array for name, array in arrays.items() if "/" not in name and not _is_counter(name)}
    lines = []
    for name in {**shapes, **given}:
        there = f"{given[name].shape} in the file" if name in given else "missing in the file"
        here = f"{shapes[name]} in the net" if name in shapes else "not in the net"
        if name not in given or name not in shapes or given[name].shape != shapes[name]:
            lines.append(f"  {name}: {there}, {here}")
        elif given[name].dtype.kind != "f":
            lines.append(f"  {name}: holds {given[name].dtype} in the file")
    if lines:
        raise ValueError("\n".join([problem, *lines]))
    return given


def net_of(layer, in_shape, arrays, names, source, *, like=None, dtype=np.float32) -> Net:
    """Returns a Net with the numbers of arrays {name: array}, whose names are `names` {the net's name: theirs}.

    source is what an error calls the arrays. ValueError that lists every name and shape that doesn't fit.
    """
    params, state = layer.param_shapes(in_shape), layer.state_shapes(in_shape)
    shapes = {names[name]: shape for name, shape in (params | state).items()}
    given = _fitting(arrays, shapes, f"{source} doesn't fit this net:")
    like, dtype = default_like() if like is None else like, as_dtype(dtype)
    new = {name: np.array(given[names[name]], dtype=dtype, like=like) for name in params | state}
    return Net(layer, in_shape, {name: new[name] for name in params}, {name: new[name] for name in state})


def _is_counter(name):
    """Returns whether it is how many batches PyTorch's batch norm has seen, which no pass needs."""
    return name.endswith("num_batches_tracked")


# ---- checkpoints: all that a run needs to go on ----
@dataclass
class Checkpoint:
    """What a run needs besides its net to go on: what the optimiser remembers, the generator, curves, notes."""

    optimizer: dict
    rng: np.random.Generator | None
    history: dict
    notes: dict


def save_checkpoint(path, net, *, optimizer=None, rng=None, history=None, notes=None):
    """Write a net, its optimiser's state {name: array}, a generator's state and curves {name: array} to one file.

    Errors are those of save_arrays.
    """
    check_net(net)
    arrays = {**net.params, **net.state}
    arrays |= {f"optimizer/{name}": array for name, array in (optimizer or {}).items()}
    arrays |= {f"history/{name}": np.asarray(array) for name, array in (history or {}).items()}
    if rng is not None:
        check_rng(rng)
    state = None if rng is None else _as_json(rng.bit_generator.state)
    save_arrays(path, arrays, {**(notes or {}), "rng": state})


def load_checkpoint(path, net):
    """Put a checkpoint's weights into a net, as load_weights does. Returns the rest of it, a Checkpoint."""
    check_net(net)
    arrays, notes = load_arrays(path)
    if "rng" not in notes:
        raise ValueError(f"{path} holds weights and is no checkpoint: use load_weights.")
    _put_into(net, arrays, path)
    optimizer, history = ({name.removeprefix(start): array for name, array in arrays.items() if name.startswith(start)}
                          for start in ("optimizer/", "history/"))  # fmt: skip
    like = next(iter(net.params.values()), np.empty(0))
    optimizer = {name: array if array.ndim == 0 else np.asarray(array, like=like) for name, array in optimizer.items()}
    return Checkpoint(optimizer, _generator(notes.pop("rng")), history, notes)


def _as_json(state):
    """Returns a generator's state without arrays, which JSON doesn't know."""
    if isinstance(state, dict):
        return {key: _as_json(value) for key, value in state.items()}
    return state.tolist() if isinstance(state, np.ndarray) else state


def _generator(state):
    """Returns the generator that has this state, as it goes on."""
    if state is None:
        return None
    kinds = {name: getattr(np.random, name) for name in ("PCG64", "PCG64DXSM", "Philox", "SFC64", "MT19937")}
    generator = kinds[state["bit_generator"]]()
    generator.state = state
    return np.random.Generator(generator)
