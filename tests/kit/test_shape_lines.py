"""The shapes that a docstring gives, `x (N,C,H,W), w (K,C/groups,F,F) -> y (N,K,H',W')`, hold the function to them."""

import inspect
import re
from math import prod

import numpy as np
import pytest

from cs231n_kit import layers
from cs231n_kit.kernels.registry import KERNELS
from cs231n_kit.kernels.windows import WindowGrid

# One size for each letter: windows of F at stride 1 without padding.
SIZES = {"N": 2, "C": 4, "H": 7, "W": 8, "K": 6, "F": 3, "H'": 5, "W'": 6, "D": 9, "out": 5, "in": 9, "groups": 1}
SETTINGS = {"size": 3, "stride": 1, "grid": WindowGrid.of((4, 7, 8), 3), "rng": np.random.default_rng(0)}
SETTINGS |= {"before": 1, "after": 1}

NAMES = "x|w|b|gamma|beta|y|dy|dx|dw|db|dgamma|dbeta"
PAIRS = {
    name.removesuffix("_forward"): (getattr(layers, name), getattr(layers, name.replace("_forward", "_backward")))
    for name in layers.__all__
    if name.endswith("_forward")
} | {f"kernels.{name}": (kernel.forward, kernel.backward) for name, kernel in KERNELS.items()}
BY_NAME = pytest.mark.parametrize("name", PAIRS)


def size(expression):
    """Evaluate a size: C, C/groups, H'*W'."""
    quotient = [prod(SIZES[letter] for letter in part.split("*")) for part in expression.split("/")]
    return quotient[0] if len(quotient) == 1 else quotient[0] // quotient[1]


def shapes_in(text):
    """Read "x (N,C,H,W), b (K,)" -> {"x": (2, 4, 7, 8), "b": (6,)}; of alternatives, the first."""
    found = {}
    for name, sizes in re.findall(rf"\b({NAMES}) \(([^()]*)\)", text):
        if name not in found:
            found[name] = tuple(size(part) for part in sizes.split(",") if part)
    return found


def likes_in(text):
    """Read "dx like x" and "dx, dw and db like x, w and b" -> {"dx": "x", ...}."""
    found = {}
    for left, right in re.findall(r"((?:\w+, )*(?:\w+ and )?\w+) like ((?:\w+, (?=\w+ and ))*(?:\w+ and )?\w+)", text):
        names, models = (re.findall(r"\b(?!and\b)\w+", side) for side in (left, right))
        found |= dict(zip(names[-len(models) :], models, strict=True))
    return found


def shape_line(function):
    """Split what a docstring says of the shapes at its arrow: (before, after)."""
    sentences = re.split(r"(?<=\.)\s", " ".join(function.__doc__.split()))
    lines = [sentence for sentence in sentences if "->" in sentence]
    assert lines, f"{function.__module__}.{function.__name__} gives no shapes: say x (N,C,H,W) -> y (N,C,H',W')."
    return lines[0].split("->", 1)


def run_forward(forward):
    """Call a forward with arrays of the shapes that it names: ({name: shape}, y, cache, what it says of y)."""
    before, after = shape_line(forward)
    shapes = shapes_in(before) or {"x": (2, 3, 4)}  # x of any shape
    settings = {name: value for name, value in SETTINGS.items() if name in inspect.signature(forward).parameters}
    rng = np.random.default_rng(0)
    y, cache = forward(**{name: rng.standard_normal(shape) for name, shape in shapes.items()}, **settings)
    return shapes, y, cache, after


def expect(text, shapes, results):
    """Compare results with the shapes that a text gives their names."""
    said = shapes_in(text) | {name: shapes[model] for name, model in likes_in(text).items()}
    assert said, f"no shape in {text!r}"
    for name, shape in said.items():
        assert results[name].shape == shape, f"{name} is {results[name].shape}, and should be {shape}: {text}"
    return said


@BY_NAME
def test_the_output_has_the_shape_that_the_docstring_gives(name):
    shapes, y, _, after = run_forward(PAIRS[name][0])
    assert "y" in expect(after, shapes, {"y": y})


@BY_NAME
def test_the_gradients_have_the_shapes_that_the_docstring_gives(name):
    forward, backward = PAIRS[name]
    shapes, y, cache, _ = run_forward(forward)
    before, after = shape_line(backward)
    said = shapes_in(before)
    assert said.get("dy", y.shape) == y.shape, before
    gradients = backward(y, cache)
    gradients = gradients if isinstance(gradients, tuple) else (gradients,)
    names = [f"d{key}" for key in shapes]
    results = dict(zip(names, gradients, strict=True))
    expect(after, shapes, results)
    for gradient, shape in zip(gradients, shapes.values(), strict=True):
        assert gradient.shape == shape


def test_im2col_and_back():
    from cs231n_kit.kernels import im2col

    before, after = shape_line(im2col.im2col)
    shape = tuple(size(part) for part in re.search(r"x \(...,([^()]*)\)", before)[1].split(","))
    expected = tuple(size(part) for part in re.search(r"\(...,([^()]*)\)", after)[1].split(","))
    for front in ((), (2,), (2, 3)):
        x_col = im2col.im2col(np.ones((*front, *shape)), 3)
        assert x_col.shape == (*front, *expected)
        assert im2col.col2im(x_col, (*front, *shape), 3).shape == (*front, *shape)


def test_the_reader_reads():
    """A wrong line would be noticed."""
    assert shapes_in("x (N,D) or (N,C,H,W), w (K,C/groups,F,F), b (K,) or None") == {
        "x": (2, 9),
        "w": (6, 4, 3, 3),
        "b": (6,),
    }
    assert likes_in("dx, dw and db like x, w and b") == {"dx": "x", "dw": "w", "db": "b"}
    assert likes_in("dx like x, dw like w, and db (K,)") == {"dx": "x", "dw": "w"}
    with pytest.raises(AssertionError, match=r"y is \(2, 6\), and should be \(2, 4\)"):
        expect("y (N,C)", {}, {"y": np.ones((2, 6))})
