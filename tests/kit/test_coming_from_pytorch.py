"""The page for who knows PyTorch: each line of code on it runs, and the two sides of a line give the same."""

import re
from pathlib import Path

import numpy as np
import pytest
from comparing import close

from cs231n_kit import layers, losses, optim
from cs231n_kit.backend import to_device, use
from cs231n_kit.kernels.im2col import im2col
from cs231n_kit.net import Net
from cs231n_kit.sizing import same_pad
from cs231n_kit.weights import save_weights

PAGE = (Path(__file__).resolve().parents[2] / "chapters" / "coming_from_pytorch.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
ROWS = [line.split("|")[1:3] for line in PAGE.split("\n") if line.startswith("| `")]
SIDES = [
    tuple(re.findall(r"`([^`]+)`", cell) for cell in row) for row in ROWS
]  # the code of PyTorch's cell, and of ours
LAYERS = [sides for sides in SIDES if sides[0][0].startswith("nn.") and "Sequential" not in sides[0][0]]
OPTIMIZERS = [(theirs[0], ours[0]) for theirs, ours in SIDES if theirs[0].startswith("torch.optim")]
FUNCTIONS = [(theirs[0], ours[0]) for theirs, ours in SIDES if theirs[0].startswith(("F.", "x.mean"))]


def names():
    """Give what the page's lines are written with, without PyTorch."""
    rng = np.random.default_rng(3)
    kit = {name: getattr(module, name) for module in (layers, losses, optim) for name in module.__all__}
    built = Net.build(layers.Linear(10), (3, 8, 8))
    return kit | {
        "net": built, "grads": built.params, "save_weights": save_weights,
        "scores": rng.standard_normal((2, 10)), "labels": np.array([3, 9]),
        "np": np, "Net": Net, "im2col": im2col, "same_pad": same_pad, "use": use, "to_device": to_device,
        "x": rng.standard_normal((2, 4, 9, 9)), "w": rng.standard_normal((6, 4, 3, 3)), "b": rng.standard_normal(6),
        "images": rng.standard_normal((2, 3, 8, 8)).astype("f4"), "dscores": np.ones((2, 10), "f4"),
        "dy": np.ones((2, 6, 5, 5)),
        "gamma": rng.standard_normal(4), "beta": rng.standard_normal(4), "mean": rng.standard_normal(4),
        "var": 1 + rng.random(4),
        "size": 3, "stride": 2, "pad": 1, "padding": 1, "dilation": 1, "groups": 1, "slope": 0.2,
    }  # fmt: skip


def with_torch(torch):
    return {"torch": torch, "nn": torch.nn, "F": torch.nn.functional}


def tensors(torch, given):
    return {key: torch.from_numpy(one.copy()) if isinstance(one, np.ndarray) else one for key, one in given.items()}


def test_the_page_is_read():
    assert len(LAYERS) >= 10
    assert len(FUNCTIONS) >= 8
    assert len(BLOCKS) == 5
    assert len(OPTIMIZERS) == 7
    mentioned = set(re.findall(r"`(\w+)\(", PAGE))
    made = {name for name in layers.__all__ if isinstance(getattr(layers, name), type)} - {"Layer", "Container"}
    assert made <= mentioned, "a layer that the page forgets"


@pytest.mark.parametrize("block", range(len(BLOCKS)))
def test_the_kits_lines_run(block, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    if "nn." in BLOCKS[block]:
        pytest.skip("a block of both, run with PyTorch")
    exec(BLOCKS[block], names())


def test_what_the_lines_of_the_blocks_say_of_pytorch(torch):
    """The comment of a line that begins with F. is that line in PyTorch."""
    compared = 0
    for line in "".join(BLOCKS).split("\n"):
        ours, _, said = line.partition("  # ")
        theirs = re.search(r"F\.\w+\(.*\)", said)
        if not theirs or "_forward(" not in ours:
            continue
        given = names()
        exec(ours, given)
        expected = eval(theirs[0], with_torch(torch) | tensors(torch, names()))
        close([given["y"]], [expected.numpy()], tolerance=1e-10)
        compared += 1
    assert compared == 3


@pytest.mark.parametrize(("theirs", "ours"), LAYERS, ids=[ours[0] for _, ours in LAYERS])
def test_layers_are_pytorchs(torch, theirs, ours):
    pairs = (
        [(theirs, ours[:1])] if len(ours) != len(theirs) else [([a], [b]) for a, b in zip(theirs, ours, strict=True)]
    )
    for lefts, rights in pairs:
        modules = [eval(left, with_torch(torch)) for left in lefts]
        for module in modules:
            module.double()
        model = torch.nn.Sequential(*modules).eval()
        layer = eval(rights[0], names())
        depth = getattr(modules[0], "in_channels", 3)
        x = abs(np.random.default_rng(4).standard_normal((2, depth, 9, 9)))
        if isinstance(modules[0], torch.nn.Linear):
            x = x.reshape(2, -1)[:, : modules[0].in_features]
        numbers = {name.partition(".")[2]: values.numpy() for name, values in model.state_dict().items()}
        state = {name: numbers.pop(name) for name in layer.state_shapes(x.shape[1:])}
        y, _, _ = layer.forward(x, {name: numbers[name] for name in layer.param_shapes(x.shape[1:])}, state)
        close([y], [model(torch.from_numpy(x)).detach().numpy()], tolerance=1e-9)


@pytest.mark.parametrize(("theirs", "ours"), FUNCTIONS, ids=[ours for _, ours in FUNCTIONS])
def test_functions_are_pytorchs(torch, theirs, ours):
    given = names()
    if "linear" in ours:
        given |= {"x": given["x"][:, 0, 0], "w": given["w"][:, 0, :, :].reshape(6, 9)}
    found = eval(ours, given)
    expected = eval(theirs, with_torch(torch) | tensors(torch, given)).numpy()
    close([found[0] if isinstance(found, tuple) else found], [expected], tolerance=1e-10)


@pytest.mark.parametrize(("theirs", "ours"), OPTIMIZERS, ids=[ours for _, ours in OPTIMIZERS])
def test_optimisers_are_pytorchs(torch, theirs, ours):
    w, gradients = np.random.default_rng(6).standard_normal((2, 3, 5))
    leaf = torch.nn.Parameter(torch.from_numpy(w.copy()))
    reference, optimizer = eval(theirs, with_torch(torch) | {"leaves": [leaf]}), eval(ours, names())
    params = {"0.weight": w}
    state = optimizer.init(params)
    for gradient in gradients:
        leaf.grad = torch.from_numpy(np.full(w.shape, gradient))
        reference.step()
        params, state = optimizer.step(params, {"0.weight": np.full(w.shape, gradient)}, state)
    close([params["0.weight"]], [leaf.detach().numpy()], tolerance=1e-10)


def test_containers_are_pytorchs(torch):
    x = np.random.default_rng(5).standard_normal((2, 4, 5, 5))
    a, b = layers.Tanh(), layers.ReLU()
    given = names() | {"a": a, "b": b}
    functions = with_torch(torch) | {"a": torch.tanh, "b": torch.relu, "x": torch.from_numpy(x)}
    for theirs, ours in SIDES:
        if ours[0].startswith(("Concat", "Residual")):
            for left, right in zip(theirs, ours, strict=True):
                y, _, _ = eval(right, given).forward(x, {}, {})
                close([y], [eval(left, functions).numpy()])


def test_weights_go_from_one_to_the_other(torch):
    given = names() | with_torch(torch)
    exec(next(block for block in BLOCKS if "nn." in block), given)
    images = given["images"]
    close([given["net"](images)], [given["model"](torch.from_numpy(images)).detach().numpy()], "float32")


def test_what_is_different(torch):
    """The last table: what each side does, tried."""
    nn, x = torch.nn, np.ones((1, 1, 4, 4))
    assert nn.MaxPool2d(3).stride == 3
    assert layers.MaxPool2d(3).out_shape((1, 9, 9)) == (1, 3, 3)
    tie, cache = layers.max_pool_forward(x, 2)
    assert layers.max_pool_backward(tie, cache)[0, 0, 0].tolist() == [1, 0, 1, 0]
    with pytest.raises(RuntimeError, match="half"):
        torch.nn.functional.max_pool2d(torch.ones(1, 1, 4, 4), 3, padding=2)
    assert layers.MaxPool2d(3, pad=2).out_shape((1, 4, 4)) == (1, 2, 2)
    built = Net.build(layers.Linear(1000), (500,))
    assert built.params["weight"].std() == pytest.approx((2 / 500) ** 0.5, rel=0.02)
    assert not built.params["bias"].any()
    assert built.params["weight"].dtype == np.float32
    torch.manual_seed(0)
    theirs = nn.Linear(500, 1000)
    assert float(theirs.weight.detach().abs().max()) <= np.nextafter(np.float32(500**-0.5), np.float32(1))
    assert float(theirs.bias.detach().abs().max()) > 0
    with pytest.raises(RuntimeError):
        theirs(torch.ones(1, 500, dtype=torch.float64))
    with pytest.raises(TypeError, match="float64"):
        built(np.ones((1, 500)))
    with pytest.raises(RuntimeError):
        theirs(torch.ones(1, 500, dtype=torch.uint8))
    assert built(np.ones((1, 500), "u1")).dtype == np.float32
    assert layers.linear_forward(np.ones((1, 500)), built.params["weight"])[0].dtype == np.float64
    assert same_pad(5) == 2
