"""What a net needs of memory: what `timeline` says of each moment, against what tracemalloc sees in a real pass.

A pass is measured layer by layer. The difference that is let pass is a tenth, and a few kilobytes for the
interpreter's own objects, beside arrays that are far larger.
"""

import itertools
import tracemalloc
from collections import Counter
from dataclasses import dataclass, replace

import numpy as np
import pytest
from memory import kept, promised

from cs231n_kit import layers, models
from cs231n_kit.layers import (
    LRN,
    AvgPool2d,
    BatchNorm,
    Concat,
    Container,
    Conv2d,
    Dropout,
    Flatten,
    GlobalAvgPool2d,
    L2Pool2d,
    Layer,
    LeakyReLU,
    Linear,
    LocallyConnected2d,
    MaxPool2d,
    PadChannels,
    ReLU,
    Residual,
    Serial,
    Sigmoid,
    Tanh,
)
from cs231n_kit.memory import STEP_CACHE, cache_buffers, largest_batch, memory_needed, memory_rows, timeline
from cs231n_kit.models import MODELS
from cs231n_kit.spec import build_spec

SLACK = 2048  # bytes of views, tuples and numbers, for each layer


@pytest.fixture(autouse=True)
def no_buffers():
    """Make NumPy's own buffers as small as it lets us."""
    before = np.setbufsize(16)
    yield
    np.setbufsize(before)


# ---- measuring -----------------------------------------------------------------------------------------------------
@dataclass
class Event:
    """A pass through one layer: the bytes that were there after it, and at its peak."""

    before: int  # the peak since the layer before it, while branches came together
    after: int
    peak: int
    own: int = 0  # the bytes of the gradients of its parameters, on the way back


class Watch:
    """While it is there, each layer notes an Event when it runs; views (Flatten) and containers note nothing."""

    def __init__(self, monkeypatch):
        self.events = {"forward": [], "backward": []}
        for stage, events in self.events.items():
            monkeypatch.setattr(Layer, stage, self.watched(getattr(Layer, stage), events))

    def watched(self, method, events):
        """Returns a method of Layer that notes what it took."""

        def run(layer, *args, **settings):
            if isinstance(layer, Container | Flatten):
                return method(layer, *args, **settings)
            before = peak_since()
            result = method(layer, *args, **settings)
            own = sum(grad.nbytes for grad in result[1].values()) if events is self.events["backward"] else 0
            events.append(Event(before, tracemalloc.get_traced_memory()[0], peak_since(), own))
            return result

        return run

    def end(self, stage):
        """Notes the end of a pass."""
        peak = peak_since()
        self.events[stage].append(Event(peak, tracemalloc.get_traced_memory()[0], peak))


def peak_since():
    """Returns the most bytes that were there since the last call."""
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.reset_peak()
    return peak


def measure(monkeypatch, layer, in_shape, params, *, n, dtype, train):
    """Returns ({"forward": [Event], "backward": [Event]}, x, y, cache), the last event at the end of a pass.

    Input and parameters were there before, and are in no event.
    """
    rng = np.random.default_rng(1)
    x = rng.standard_normal((n, *in_shape)).astype(dtype)
    state = {name: np.ones(shape, dtype) for name, shape in layer.state_shapes(in_shape).items()}
    with monkeypatch.context() as patch:
        watch = Watch(patch)
        tracemalloc.start()
        try:
            y, cache, _ = layer.forward(x, params, state, train=train, keep=train, rng=rng)
            watch.end("forward")
            if train:
                dy = tuple([np.ones_like(one) for one in y]) if isinstance(y, tuple) else np.ones_like(y)
                _gradients = layer.backward(dy, cache)
                watch.end("backward")
        finally:
            tracemalloc.stop()
    return watch.events, x, y, cache


# ---- comparing -----------------------------------------------------------------------------------------------------
def check_net(monkeypatch, layer, in_shape, params, *, n, dtype, train):
    """Compare each moment of a pass, by source, and return {(stage, source): the most bytes that it had}."""
    events, *_ = measured = measure(monkeypatch, layer, in_shape, params, n=n, dtype=dtype, train=train)
    moments, most = timeline(layer, in_shape, n=n, dtype=dtype, train=train), Counter()
    slack = SLACK * (1 + len(events["forward"]))

    def close(said, nbytes, what):
        assert abs(said - nbytes) <= 0.1 * nbytes + slack, f"{what}: said {said:,}, measured {nbytes:,}; {layer}"

    for stage in ("forward", "backward") if train else ("forward",):
        there = [moment for moment in moments if moment.stage == stage]
        most[stage, "total"] = max(max(event.before, event.peak) for event in events[stage])
        close(max(map(held, there)), most[stage, "total"], f"the {stage} pass")
        for moment, found in told_apart(there, events[stage], events["forward"][-1].after):
            for source, nbytes in found.items():
                said = held(moment) if source == "total" else getattr(moment, source)
                close(said, nbytes, f"{source} of {moment.name}, {stage}")
                most[stage, source] = max(most[stage, source], nbytes)
    if train:
        _, x, y, cache = measured
        own, shared = promised(cache_buffers(layer, in_shape, n=n, dtype=dtype))
        found_own, found_shared = kept(x, y, params, cache)
        assert (own, shared) == (found_own, {name: found_shared[name] for name in found_shared if name != "parameter"})
        nbytes = sum(size * times for (size, _), times in own.items()) + sum(shared.values())
        assert sum(row.kept for row in memory_rows(layer, in_shape, n=n, dtype=dtype)) == nbytes
    return most


def held(moment):
    """Returns the bytes of a moment without the data."""
    return moment.total - moment.data


def told_apart(moments, events, kept):
    """Yield (moment, {source: bytes measured}); where branches come together, {"total": bytes}.

    kept is what the forward pass has left, for a backward pass.
    """
    own, left, together = 0, iter(events), []
    for moment in moments:
        if moment.name.split(".")[-1] in ("add", "concat"):
            together.append(moment)
            continue
        event = next(left)
        yield from joint(together, event)
        together, own = [replace(moment, workspace=0)], own + event.own
        found = {"workspace": event.peak - event.after}
        if moment.stage == "forward":
            yield moment, found | {"activations": event.after}
        else:
            gradients = event.after - kept - own
            yield moment, found | {"activations": kept, "parameter_gradients": own, "gradients": gradients}
    [end] = left
    yield from joint(together, end)


def joint(moments, event):
    """Yield the fullest of the moments in which branches come together before an event, and what the peak was.

    The first of them is the end of the layer before.
    """
    if len(moments) > 1:
        yield max(moments, key=held), {"total": event.before}


# ---- nets made up at random ----------------------------------------------------------------------------------------
ACTIVATIONS = (ReLU, Sigmoid, Tanh, lambda: LeakyReLU(0.1), lambda: Dropout(0.3), BatchNorm, lambda: LRN(3))
POOLS = (MaxPool2d, AvgPool2d, L2Pool2d)
TAILS = (
    lambda: [GlobalAvgPool2d(), Linear(10)],
    lambda: [Flatten(), Linear(40), ReLU(), Residual(Linear(40)), Linear(10, bias=False)],
    lambda: [Linear(60), Residual(Serial(Tanh(), Flatten()))],
    lambda: [Concat(Flatten(), Serial(GlobalAvgPool2d(), Flatten()))],
    list,
)
SEEDS = range(20)


def pick(rng, *values):
    return values[rng.integers(len(values))]


def keeps_size(rng, filters, depth):
    """Draw a layer that keeps height and width and makes `filters` channels, with others in it to that depth."""
    F, activation = pick(rng, 1, 3), pick(rng, *ACTIVATIONS)()
    conv = Conv2d(filters, F, pad=F // 2, bias=pick(rng, True, False), groups=pick(rng, 1, 2))
    if not depth:
        return pick(rng, conv, Serial(conv, activation), Serial(pick(rng, *POOLS)(3, stride=1, pad=1), conv))
    one, other, third = [keeps_size(rng, filters, depth - 1) for _ in range(3)]
    half, rest = [keeps_size(rng, filters // 2, depth - 1) for _ in range(2)]
    return pick(
        rng,
        Serial(one, Serial(other, third)),
        Serial(conv, Residual(Serial(one, other))),
        Serial(conv, Residual(one, other), activation),
        Serial(Concat(half, rest), Residual(activation)),
        Concat(half, Serial(rest, pick(rng, *POOLS)(3, stride=1, pad=1))),
    )


def some_net(rng):
    """Draw a net whose volumes have 64 Ki numbers or more: with fewer, NumPy computes less in place."""
    smaller = pick(
        rng,
        lambda: pick(rng, *POOLS)(pick(rng, 2, 3), stride=2, fit="pad"),
        lambda: Conv2d(24, 3, stride=2, pad=1),
        lambda: Residual(Serial(Conv2d(24, 3, stride=2, pad=1), ReLU()), Conv2d(24, 1, stride=2)),
        lambda: LocallyConnected2d(16, 2, stride=2),
        lambda: Residual(Conv2d(24, 3, stride=2, pad=1), Serial(AvgPool2d(1, stride=2), PadChannels(4, 4))),
    )()
    before, after = keeps_size(rng, 16, 2), keeps_size(rng, 24, 2)
    return Serial(before, pick(rng, *ACTIVATIONS)(), smaller, after, *pick(rng, *TAILS)())


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_said_of_a_net_is_what_it_takes(seed, monkeypatch):
    rng = np.random.default_rng(seed)
    layer, in_shape = some_net(rng), (16, int(rng.integers(128, 140)), 128)
    case = {"n": 1 + seed % 4, "dtype": ("float32", "float64")[seed // 4 % 2]}
    params, _ = layer.init(rng, in_shape, dtype=case["dtype"])
    most = check_net(monkeypatch, layer, in_shape, params, **case, train=True)
    del most["backward", "parameter_gradients"]  # few, if no FC layer reads a volume
    assert min(most.values()) > 5 * SLACK * 40  # far more than what is let pass
    check_net(monkeypatch, layer, in_shape, params, **case, train=False)


def types_in(layer):
    """Returns the names of the types of a layer and of all its parts."""
    parts = [layer.body, layer.shortcut] if isinstance(layer, Residual) else getattr(layer, "branches", ())
    parts = [part for part in (*parts, *getattr(layer, "layers", ())) if part is not None]
    return {type(layer).__name__}.union(*map(types_in, parts))


def test_every_layer_is_in_one_of_these_nets():
    made = {name for name in layers.__all__ if isinstance(getattr(layers, name), type)} - {"Layer", "Container"}
    assert set().union(*[types_in(some_net(np.random.default_rng(seed))) for seed in SEEDS]) == made


# ---- nets with a name ----------------------------------------------------------------------------------------------
BY_FAMILY = {
    "LeNet-5": models.lenet5(),
    "LeNet-5, the paper's": models.lenet5(variant="paper"),
    "AlexNet": models.alexnet(),
    "ZFNet": models.zfnet(),
    "GoogLeNet, with its heads": models.googlenet(),
    "ResNet-50": models.resnet50(),
    "ResNet-20, pre-activation": models.resnet20(preact=True),
    "Network in Network": models.nin(),
    "All-CNN-C": models.all_cnn(),
}


@pytest.mark.parametrize("name", BY_FAMILY)
def test_a_net_with_a_name_takes_what_is_said_of_it_and_less_than_2_gb(name, monkeypatch):
    """Forward and backward with one example of its own size; VGG-16 has a test of its own."""
    layer, in_shape = BY_FAMILY[name].layer, BY_FAMILY[name].in_shape
    params = {key: np.zeros(shape, "float32") for key, shape in layer.param_shapes(in_shape).items()}
    case = {"n": 4 if in_shape[1] == 32 else 1, "dtype": "float32"}
    most = check_net(monkeypatch, layer, in_shape, params, **case, train=True)
    weights = sum(array.nbytes for array in params.values())
    assert most["backward", "total"] + weights < 2e9
    assert memory_needed(layer, in_shape, n=1).total < 2e9


# ---- VGG-16 --------------------------------------------------------------------------------------------------------
@pytest.mark.slow
def test_vgg_16_takes_what_is_said_of_it(monkeypatch):
    layer, in_shape = build_spec(MODELS["VGG-16"].spec)
    params = {name: np.zeros(shape, "float32") for name, shape in layer.param_shapes(in_shape).items()}
    case = {"n": 1, "dtype": "float32"}
    check_net(monkeypatch, layer, in_shape, params, **case, train=True)
    most = check_net(monkeypatch, layer, in_shape, params, **case, train=False)
    assert most["forward", "total"] < 250_000_000  # above its weights, at test time


def test_the_rows_of_vgg_16_add_up():
    rows = memory_rows(*build_spec(MODELS["VGG-16"].spec))
    assert sum(row.parameters for row in rows) == 4 * 138_357_544
    assert sum(row.macs for row in rows) == 15_470_264_320
    assert sum(row.activations for row in rows if not isinstance(row.layer, ReLU)) == 4 * 15_237_608  # the notes' table
    assert sum(row.activations for row in rows) == 4 * 28_793_320
    assert [row.gradients for row in rows] == [row.activations for row in rows]
    twice = memory_rows(*build_spec(MODELS["VGG-16"].spec), n=2, dtype="float64")
    assert [row.activations for row in twice] == [4 * row.activations for row in rows]
    assert [row.parameters for row in twice] == [2 * row.parameters for row in rows]
    assert [row.macs for row in twice] == [2 * row.macs for row in rows]


# ---- worked by hand ------------------------------------------------------------------------------------------------
def test_two_pictures_through_a_small_net_worked_by_hand():
    """Two pictures of 3x32x32: 24,576 bytes. What 8 filters make of them has 65,536, pooled 16,384."""
    net, in_shape = Serial(Conv2d(8, 3, pad=1), ReLU(), MaxPool2d(2), Linear(10)), (3, 32, 32)
    x_col, one_y, weights, scores = 27 * 32 * 32 * 4, 32_768, 10 * 2048 * 4 + 10 * 4, 80
    kept = 65_536 + 16_384 + 4_096 + scores  # the ReLU's output, the pooled one, a switch of a byte each
    expected = [  # activations, gradients, gradients of parameters, workspace
        ("0", "forward", 65_536, 0, 0, x_col + one_y),
        ("1", "forward", 65_536 + 65_536, 0, 0, one_y),
        ("2", "forward", kept - scores, 0, 0, 2 * 8 * 16 * 16 * (4 + 1 + 1)),
        ("3", "forward", kept, 0, 0, scores),
        ("3", "backward", kept, scores + 16_384, weights, 0),
        ("2", "backward", kept, scores + 16_384 + 65_536, weights, 2 * 8 * 4_096),
        ("1", "backward", kept, scores + 65_536 + 65_536, weights, 16_384),
        ("0", "backward", kept, scores + 65_536 + 24_576, weights + 8 * 28 * 4, x_col + 12_288),
    ]
    moments = timeline(net, in_shape, n=2)
    assert {moment.data for moment in moments} == {24_576}
    sources = ("name", "stage", "activations", "gradients", "parameter_gradients", "workspace")
    assert [tuple(getattr(moment, source) for source in sources) for moment in moments] == expected
    assert memory_needed(net, in_shape, n=2).moment == moments[-1]  # it has the largest gradient and X_col
    assert memory_needed(net, in_shape, n=2, train=False).moment == timeline(net, in_shape, n=2, train=False)[0]


def test_at_test_time_a_shortcut_keeps_its_input_waiting():
    body, in_shape = [Conv2d(4, 3, pad=1), ReLU(), Conv2d(4, 3, pad=1)], (4, 10, 10)
    size = 4 * 10 * 10 * 4

    def volumes(net):
        return [moment.activations / size for moment in timeline(net, in_shape, train=False)]

    assert volumes(Serial(ReLU(), *body)) == [1, 2, 2, 2]
    assert volumes(Serial(ReLU(), Residual(Serial(*body)))) == [1, 2, 3, 3, 3]
    assert volumes(Serial(ReLU(), Concat(ReLU(), ReLU(), ReLU()))) == [1, 2, 3, 4, 7]


@pytest.mark.parametrize(
    ("net", "expected"),
    [
        (Residual(Serial(Tanh(), Tanh())), [("body.1", 2), ("body.0", 3), ("add", 3)]),
        (Residual(Tanh(), Tanh()), [("body", 2), ("shortcut", 3), ("add", 4)]),
        (Concat(Tanh(), Tanh(), Tanh()), [("0", 4), ("1", 5), ("concat", 6), ("2", 5), ("concat", 6)]),
    ],
)
def test_gradients_wait_for_each_other_where_branches_come_together(net, expected, monkeypatch):
    """In volumes of 1 MiB; the outputs of all layers are kept."""
    in_shape, size = (16, 128, 128), 2**20
    moments = [moment for moment in timeline(net, in_shape) if moment.stage == "backward"]
    assert [(moment.name, moment.gradients / size) for moment in moments] == expected
    events, *_ = measure(monkeypatch, net, in_shape, {}, n=1, dtype="float32", train=True)
    for moment, found in told_apart(moments, events["backward"], events["forward"][-1].after):
        assert found.get("total", held(moment)) == pytest.approx(held(moment), rel=0.01)


# ---- what fits -----------------------------------------------------------------------------------------------------
TIMES = {"SGD": 2, "momentum": 3, "Nesterov": 3, "Adagrad": 3, "RMSProp": 3, "Adam": 4}


@pytest.mark.parametrize("optimizer", STEP_CACHE)
def test_parameters_their_gradients_and_the_step_cache_are_so_many_times_the_parameters(optimizer):
    (net, in_shape), times = build_spec(MODELS["LeNet-5"].spec), TIMES[optimizer]
    needs = memory_needed(net, in_shape, optimizer=optimizer)
    gradients = timeline(net, in_shape)[-1].parameter_gradients
    assert needs.parameters + gradients + needs.step_cache == times * 61_706 * 4
    assert needs.total == needs.moment.total + needs.parameters + needs.step_cache
    assert memory_needed(net, in_shape, optimizer=optimizer, train=False).step_cache == 0


@pytest.mark.parametrize("name", ["LeNet-5", "AlexNet", "VGG-16", "ResNet-20"])
@pytest.mark.parametrize("train", [True, False])
def test_the_largest_batch_fits_and_one_more_does_not(name, train):
    net = MODELS[name].layer, MODELS[name].in_shape
    for card, optimizer in itertools.product((3, 12, 80), ("SGD", "Adam")):
        case = {"dtype": "float64" if card == 12 else "float32", "train": train, "optimizer": optimizer}
        n = largest_batch(*net, card * 2**30, **case)
        assert n == 0 or memory_needed(*net, n=n, **case).total <= card * 2**30
        assert memory_needed(*net, n=n + 1, **case).total > card * 2**30


def test_a_view_takes_no_memory_of_its_own():
    needs = memory_needed(Serial(Flatten(), Flatten()), (3, 4, 5), n=2)
    assert needs.total == needs.moment.data == 2 * 60 * 4


def test_what_does_not_fit_once_has_a_batch_of_none():
    net = build_spec(MODELS["LeNet-5"].spec)
    one = memory_needed(*net).total
    assert [largest_batch(*net, budget) for budget in (0, one - 1, one)] == [0, 0, 1]
