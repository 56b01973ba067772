"""Scratch memory: what memory.py says of each layer, against the peak that tracemalloc sees in a real pass."""

import itertools
import tracemalloc

import numpy as np
import pytest
from memory import kept, promised

from cs231n_kit import layers
from cs231n_kit.kernels.registry import using
from cs231n_kit.memory import cache_buffers, memory_rows, workspace_bytes

SLACK = 4096  # the interpreter's own objects: views, tuples, numbers
PIECE = 8192  # so many numbers NumPy puts into a buffer, one for each operand with gaps


def pick(rng, *values):
    return values[rng.integers(len(values))]


def sides(rng, least, most):
    """Draw a pair of numbers, for rows and columns."""
    return tuple(int(one) for one in rng.integers(least, most + 1, 2))


def large(rng):
    """Draw a volume that is large beside the slack; its depth is for up to 4 groups."""
    return 4 * int(rng.integers(1, 4)), *sides(rng, 30, 100)


def small(rng):
    """Draw a volume for the loops."""
    return 8, *sides(rng, 6, 8)


def row(rng):
    """Draw a row of many numbers."""
    return (int(rng.integers(1000, 3000)),)


def slices(rng):
    """Draw a volume of many small slices."""
    return 5000, *sides(rng, 2, 4)


def pool(kind):
    """Make a POOL layer; less padding than the window is large."""

    def make(rng):
        size = sides(rng, 1, 3)
        pad = int(rng.integers(0, min(size)))
        return kind(size, stride=sides(rng, 1, 2), pad=pad, fit=pick(rng, "crop", "pad"))

    return make


def conv(filters):
    def make(rng):
        where = {"size": sides(rng, 1, 3), "stride": sides(rng, 1, 3), "pad": sides(rng, 0, 2)}
        rest = {"dilation": sides(rng, 1, 2), "groups": pick(rng, 1, 2, 4), "bias": pick(rng, True, False)}
        return layers.Conv2d(filters * int(rng.integers(1, 5)), **where, **rest, fit=pick(rng, "crop", "pad"))

    return make


def local(rng):
    filters, size = int(rng.integers(2, 8)), sides(rng, 1, 3)
    where = {"stride": sides(rng, 2, 4), "pad": sides(rng, 0, 2)}
    return layers.LocallyConnected2d(filters, size, **where, bias=pick(rng, True, False), fit="pad")


def linear(rng):
    return layers.Linear(int(rng.integers(4000, 9000)), bias=pick(rng, True, False))


KINDS = {
    "Conv2d, im2col": (large, conv(8)),
    "Conv2d, loops": (small, conv(4)),
    "LocallyConnected2d": (large, local),
    "MaxPool2d": (large, pool(layers.MaxPool2d)),
    "AvgPool2d": (large, pool(layers.AvgPool2d)),
    "L2Pool2d": (large, pool(layers.L2Pool2d)),
    "GlobalAvgPool2d": (large, lambda rng: layers.GlobalAvgPool2d()),
    "Linear": (small, linear),
    "Dropout": (large, lambda rng: layers.Dropout(0.3)),
    "BatchNorm": (slices, lambda rng: layers.BatchNorm()),
    "BatchNorm, of rows": (row, lambda rng: layers.BatchNorm()),
    "LRN": (large, lambda rng: layers.LRN(int(rng.integers(1, 7)))),
    "PadChannels": (
        large,
        lambda rng: layers.PadChannels(before=int(rng.integers(0, 4)), after=int(rng.integers(0, 4))),
    ),
    "Flatten": (large, lambda rng: layers.Flatten()),
    "ReLU": (large, lambda rng: layers.ReLU()),
    "LeakyReLU": (large, lambda rng: layers.LeakyReLU(0.3)),
    "Sigmoid": (large, lambda rng: layers.Sigmoid()),
    "Tanh": (large, lambda rng: layers.Tanh()),
}
# Need no room for anything.
WITHOUT = {"Conv2d, loops", "Dropout", "Flatten", "GlobalAvgPool2d", "LeakyReLU", "LRN", "PadChannels", "Tanh"}
EXAMPLES = {
    "16-bit switches": (layers.MaxPool2d(17, stride=1), (4, 60, 50)),
    "one slice": (layers.MaxPool2d(2, stride=1), (1, 150, 180)),
    "counts as large as the image": (layers.AvgPool2d(2, stride=1), (1, 150, 180)),
    "more columns in y than in x": (layers.MaxPool2d((1, 3), stride=1, pad=(0, 0, 2, 2)), (500, 40, 1)),
    "mostly padding": (layers.Conv2d(2, 1, stride=4, pad=20), (8, 30, 20)),
    "locally connected, mostly padding": (layers.LocallyConnected2d(2, 1, stride=4, pad=20), (8, 30, 20)),
}


def cases(kind, count=6, shape=None):
    """Make up layers: (layer, in_shape, n, dtype), the same ones in every run."""
    usual, make = KINDS[kind]
    shape = shape or usual
    rng = np.random.default_rng(list(KINDS).index(kind))
    # Of few examples, batch norm's numbers for each channel are many beside the rest.
    counts = {slices: (8, 16), row: (64, 100)}.get(shape, (1, 4))
    for _, n, dtype in itertools.product(range(count), counts, ("float32", "float64")):
        yield make(rng), shape(rng), n, dtype


def scratch(layer, in_shape, n, dtype):
    """Measure what a forward pass needs at its peak beyond what is still there after it: y and the cache."""
    params, state = layer.init(np.random.default_rng(0), in_shape, dtype=dtype)
    x = np.random.default_rng(1).standard_normal((n, *in_shape)).astype(dtype)
    training = {"train": True, "rng": np.random.default_rng(2)}
    layer.forward(x[:2], params, state, **training)  # what is made once and stays, such as imports
    tracemalloc.start()
    try:
        _y, _cache, _ = layer.forward(x, params, state, **training)  # a new state takes the old one's place
        now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return peak - now


def backward_scratch(layer, in_shape, n, dtype):
    """Measure what a backward pass needs at its peak beyond what is still there after it: the gradients."""
    params, state = layer.init(np.random.default_rng(0), in_shape, dtype=dtype)
    x = np.random.default_rng(1).standard_normal((n, *in_shape)).astype(dtype)
    y, cache, _ = layer.forward(x, params, state, train=True, rng=np.random.default_rng(2))
    tracemalloc.start()
    try:
        _gradients = layer.backward(y, cache)
        now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return peak - now


@pytest.fixture
def no_buffers():
    """Make NumPy's own buffers as small as it lets us."""
    before = np.setbufsize(16)
    yield
    np.setbufsize(before)


def check(layer, in_shape, n, dtype, kernel="im2col"):
    """Assert that a layer says what it needs; give that."""
    with using(kernel):
        needed = scratch(layer, in_shape, n, dtype)
        said = workspace_bytes(layer, in_shape, n=n, dtype=dtype)
    assert needed - SLACK <= said <= 1.3 * needed + SLACK, (layer, in_shape, n, dtype)
    assert workspace_bytes(layer, in_shape, n=n, dtype=dtype, kernel=kernel) == said
    return said


def test_every_layer_is_measured():
    made = {name for name in layers.__all__ if isinstance(getattr(layers, name), type)}
    assert made - {"Layer", "Container", "Serial", "Concat", "Residual"} == {kind.split(",")[0] for kind in KINDS}


@pytest.mark.usefixtures("no_buffers")
@pytest.mark.parametrize("kind", [pytest.param(k, marks=[pytest.mark.slow] * ("loops" in k)) for k in KINDS])
def test_workspace_is_what_a_real_pass_needs(kind):
    kernel = "loops" if kind.endswith("loops") else "im2col"
    said = [check(*case, kernel) for case in cases(kind)]
    assert max(said) == 0 if kind in WITHOUT else max(said) > 5 * SLACK  # much more than what is let pass


def huge(rng):
    """Draw a volume of 64 Ki numbers or more: with fewer, NumPy computes less in place."""
    return 8, *sides(rng, 91, 120)


def middle(rng):
    """Draw a volume of as many numbers, in more slices of less than 64x64 places."""
    return 40, *sides(rng, 45, 64)


def deep(rng):
    """Draw a volume of many slices."""
    return 5000, *sides(rng, 1, 4)


@pytest.mark.usefixtures("no_buffers")
@pytest.mark.parametrize("kind", [kind for kind in KINDS if "loops" not in kind])
def test_backward_workspace_is_what_a_real_pass_needs(kind):
    other = {"Linear": small, "GlobalAvgPool2d": deep, "BatchNorm": middle, "BatchNorm, of rows": row}
    shape = other.get(kind, huge)
    for layer, in_shape, n, dtype in cases(kind, count=2, shape=shape):
        needed = backward_scratch(layer, in_shape, n, dtype)
        said = memory_rows(layer, in_shape, n=n, dtype=dtype)[-1].backward_workspace
        assert abs(said - needed) <= 0.1 * needed + SLACK, (layer, in_shape, n, dtype, said, needed)


@pytest.mark.usefixtures("no_buffers")
@pytest.mark.parametrize("n", [1, 4])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("example", EXAMPLES)
def test_workspace_where_another_array_is_the_largest(example, n, dtype):
    check(*EXAMPLES[example], n, dtype)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "loops" not in kind])
def test_buffers_of_numpy_are_all_that_comes_on_top(kind):
    """An operation with two operands and a result has three."""
    for layer, in_shape, n, dtype in cases(kind, count=3):
        said = workspace_bytes(layer, in_shape, n=n, dtype=dtype)
        buffers = 3 * PIECE * np.dtype(dtype).itemsize
        assert scratch(layer, in_shape, n, dtype) <= said + buffers + SLACK, (layer, in_shape, n, dtype)


def test_only_one_x_col_is_there_at_a_time():
    """However many images there are: forward and backward, a second one would be seen."""
    layer, in_shape = layers.Conv2d(8, 3, pad=1), (8, 60, 60)
    assert workspace_bytes(layer, in_shape, n=4) == workspace_bytes(layer, in_shape, n=1)
    params, state = layer.init(np.random.default_rng(0), in_shape)
    x = np.ones((4, *in_shape), dtype=np.float32)
    y, cache, _ = layer.forward(x, params, state)
    tracemalloc.start()
    try:
        _kept = layer.backward(y, cache)
        now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert 1 < (peak - now) / (x[0].nbytes * 9) < 1.5


def test_parts_of_a_container_take_their_room_in_turns():
    """So the whole needs as much as the hungriest part, wherever that one stands."""
    large, little, shape = layers.Sigmoid(), layers.ReLU(), (4, 30, 30)
    most = workspace_bytes(large, shape)
    assert most > workspace_bytes(little, shape) > 0
    for parts in itertools.permutations([large, little, layers.Sigmoid()]):
        assert workspace_bytes(layers.Serial(*parts), shape) == most
        assert workspace_bytes(layers.Concat(*parts), shape) == most


def test_a_flattened_output_is_kept_once():
    """ReLU keeps its output and Linear its input: with a Flatten between them, one array in two shapes."""
    net, in_shape = layers.Serial(layers.Conv2d(2, 3), layers.ReLU(), layers.Flatten(), layers.Linear(3)), (1, 5, 6)
    params, state = net.init(np.random.default_rng(0), in_shape)
    x = np.random.default_rng(1).standard_normal((2, *in_shape)).astype("float32")
    y, cache, _ = net.forward(x, params, state)
    assert kept(x, y, params, cache) == promised(cache_buffers(net, in_shape, n=2))
