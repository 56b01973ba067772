"""The kit's rules for what it is given, one by one, in every public function and every layer that there is.

What can be wrong with an argument is said by the argument's name, in BAD: a new function or layer is walked over as it
comes, and a parameter of a new name fails here until somebody says what may be given for it.
"""

import contextlib
import inspect
import math

import numpy as np
import pytest
import standin
from dropout_checks import SameDraws
from layouts import same_in_any_layout
from shapes_checks import CHECKS
from test_layers import KINDS as LAYERS

from cs231n_kit import gradcheck, layers, losses, memory, net, optim, shapes, sizing
from cs231n_kit.kernels.windows import WindowGrid
from cs231n_kit.layers import Concat, Residual, Serial
from cs231n_kit.net import Net

NO_ARRAYS = {
    "None": None,
    "a list": [[1.0]],
    "a number": 3.0,
    "text": "x",
    "float16": np.ones((2, 4, 6, 6), "f2"),
    "complex": np.ones((2, 4, 6, 6), "c8"),
    "objects": np.ones((2, 4, 6, 6), "O"),
    "words": np.full((2, 4, 6, 6), "x"),
    "longdouble": np.ones((2, 4, 6, 6), np.longdouble),
}
NO_NUMBERS = [2.0, np.float64(2), True, "2", math.nan, np.ones(2), {}]
NO_WHOLE = [*NO_NUMBERS, None, (2, 2)]
NO_SIZES = [*NO_NUMBERS, 0, -1, (2.0, 2), (2, True), (2, 0), (-1, 2), (2, 2, 2), (), [None, 2]]
NO_SHAPES = [None, 3, "abc", (3.0, 8, 8), (3, True, 8), (3, 8, "8"), (3, 8, None), np.array([3, 8, 8]), (-3, 8, 8)]
LAYERS_THAT_ARE_NONE = [None, 3, "ReLU", layers.ReLU, [layers.ReLU()], (layers.ReLU(),)]
KINDS_OF_BAD = [
    (["filters", "units", "groups", "n", "K", "D", "F", "W", "S"], [*NO_WHOLE, 0, -1]),
    (["P", "before", "after", "padding"], [*NO_WHOLE, -1]),
    (["size", "dilation"], [*NO_SIZES, None]),
    (["windows"], [None, 3, "abc", [3, 1], [(3,)], [(3, 1), (3, 0)], [(0, 1)], [(2.0, 1)], [(3, True)], [(3, None)]]),
    (["stride"], NO_SIZES),  # None is windows side by side, in a POOL layer
    (["pad"], [*NO_NUMBERS, None, -1, (-1, 2), (2.0, 2), (2, True), (2, 2, 2), (), (0, -1, 0, 0), (1, 1, 1, 0.0)]),
    (["bias", "count_pad"], [1, 0.0, "yes", None]),
    (["fit"], ["same", None, 1, True]),
    (["slope"], [0, -0.1, math.nan, None, "small", True]),
    (["rate", "margin", "factor", "eps", "k"], [0, -0.1, math.nan, math.inf, None, "small", True]),
    (["decay", "alpha", "beta"], [-0.1, math.nan, math.inf, None, "small", True]),
    (["rng"], [None, 0, "random", np.random, np.random.RandomState(0)]),
    (["drop", "momentum", "forget", "beta1", "beta2"], [1, -0.1, math.nan, None, "small", True]),
    (["decoupled"], [1, 0.0, "yes", None]),
    (["every", "steps"], [*NO_WHOLE, 0, -1]),
    (["then"], [None, 3, "cosine", optim.Cosine]),
    (["step"], [0, -1e-5, math.nan, math.inf, None, "small", True]),
    (["dtype"], [int, "float16", complex, None, "number", np.uint8]),
    (["in_shape", "shape", "out_shape"], NO_SHAPES),
    (["layer", "body"], LAYERS_THAT_ARE_NONE),
    (["shortcut"], LAYERS_THAT_ARE_NONE[1:]),
    (["arrays"], [None, [np.ones(2)], {"x": [1.0]}, {"x": np.ones(2, "f4")}]),
    (["kernel"], ["winograt", 3]),
    (["train"], [1, 0.0, "yes", None]),
    (["optimizer"], ["adam", None, 3, ["SGD"]]),
    (["budget"], [*NO_WHOLE, -1]),
    (["nbytes"], [*NO_NUMBERS, -1]),
    (["blocks"], [None, 3, "abc", [], [3, 1], [[]], [[3], []], [[3, -1]], [[2.0, 1]], [[3, True]], [[3, None]]]),
]
BAD = {name: bad for names, bad in KINDS_OF_BAD for name in names}
ALSO = {  # other words for an argument that an error may use
    "body": "layer 0", "shortcut": "layer 1", "arrays": "x", "S": "stride", "in_shape": "shape", "out_shape": "shape",
    **dict.fromkeys(["P", "before", "after", "pad"], "pad"),
    **dict.fromkeys(["F", "W", "K", "D", "shape"], "size"),
}  # fmt: skip


def is_refused(call, name, bad):
    """Assert that a call is an error which says what is wrong with an argument, and says it shortly."""
    with pytest.raises((TypeError, ValueError)) as error:
        call()
    text = str(error.value).lower()
    words = {name.lower(), ALSO.get(name, name).lower(), "size" if "shape" in name else name.lower()}
    assert any(word in text for word in words), f"{name} as {type(bad)}: {error.value}"
    assert len(text) < 300
    assert "\n" not in text


def wrong_for(name, function):
    """Give what is wrong for an argument of this name."""
    if (name, function) == ("momentum", layers.BatchNorm):
        return [1.1, *BAD["momentum"][1:]]  # with 1 the last batch's statistics are all that stays
    assert name in BAD, f"{function.__qualname__} has an argument {name}: say what is wrong for it, in KINDS_OF_BAD"
    return BAD[name]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_shapes(check):
    check(shapes)


# ---- functions of the first level ----------------------------------------------------------------------------------
PAIRS = [name.removesuffix("_forward") for name in layers.__all__ if name.endswith("_forward")]
BY_PAIR = pytest.mark.parametrize("name", PAIRS)
ARRAYS = {
    "conv": {"x": (2, 4, 6, 6), "w": (3, 4, 2, 2), "b": (3,)},
    "local": {"x": (2, 4, 6, 6), "w": (3, 5, 5, 4, 2, 2), "b": (3, 5, 5)},
    "linear": {"x": (2, 4), "w": (3, 4), "b": (3,)},
    "batch_norm": {"x": (2, 4, 6, 6), "gamma": (4,), "beta": (4,)},
}
SETTINGS = {"size": 2, "rng": SameDraws(), "before": 1, "after": 2}


def arguments(name, dtype="float64", library=np):
    """Make what a forward function can be called with: {name: value}."""
    function = getattr(layers, f"{name}_forward")
    shapes = ARRAYS.get(name, {"x": (2, 4, 6, 6)})
    rng = np.random.default_rng(3)
    given = {key: library.asarray(rng.standard_normal(shape).astype(dtype)) for key, shape in shapes.items()}
    wanted = inspect.signature(function).parameters
    return given | {key: value for key, value in SETTINGS.items() if key in wanted}


def functions_of(name):
    return getattr(layers, f"{name}_forward"), getattr(layers, f"{name}_backward")


@BY_PAIR
def test_a_forward_function_says_what_is_wrong(name):
    forward, _ = functions_of(name)
    given = arguments(name)
    for key in inspect.signature(forward).parameters:
        if key in arrays_of(given):
            wrong = {what: bad for what, bad in NO_ARRAYS.items() if key != "b" or what != "None"}
            for bad in wrong.values():
                is_refused(lambda key=key, bad=bad: forward(**given | {key: bad}), key, bad)
            with standin.installed() as cupy, contextlib.suppress(KeyError):
                mixed = given | {key: cupy.asarray(given[key])}
                if len(arrays_of(given)) > 1:
                    with pytest.raises(TypeError, match="both NumPy and CuPy"):
                        forward(**mixed)
            if key in ("b", "gamma", "beta"):
                size = given[key].size
                for shape in ((size, 1), (1, size), (size + 1,), ()):
                    is_refused(lambda key=key, shape=shape: forward(**given | {key: np.ones(shape)}), key, shape)
            continue
        for bad in wrong_for(key, forward):
            is_refused(lambda key=key, bad=bad: forward(**given | {key: bad}), key, bad)


def arrays_of(given):
    return [key for key, value in given.items() if isinstance(value, np.ndarray)]


@BY_PAIR
def test_a_backward_function_says_what_is_wrong(name):
    forward, backward = functions_of(name)
    y, cache = forward(**arguments(name))
    for bad in NO_ARRAYS.values():
        is_refused(lambda bad=bad: backward(bad, cache), "dy", bad)
    for shape in (y.shape[1:], (1, *y.shape), y.shape[::-1] if y.shape != y.shape[::-1] else (9,), ()):
        is_refused(lambda shape=shape: backward(np.ones(shape), cache), "dy", shape)
    with standin.installed() as cupy, pytest.raises(TypeError, match="both NumPy and CuPy"):
        backward(cupy.asarray(y), cache)
    others = [functions_of(other)[0](**arguments(other))[1] for other in PAIRS]
    for bad in [None, 3, "cache", [], (), (1, 2), [cache], (cache, cache), *others]:
        alike = isinstance(bad, np.ndarray) and isinstance(cache, np.ndarray)  # an output looks like another
        same = isinstance(bad, tuple) and isinstance(cache, tuple) and list(map(type, bad)) == list(map(type, cache))
        if not alike and not same:
            is_refused(lambda bad=bad: backward(y, bad), "cache", bad)


@BY_PAIR
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("kind", ["?", "u1", "i2", "i4", "i8"])
def test_whole_numbers_take_the_parameters_dtype(name, kind, dtype, xp):
    forward, backward = functions_of(name)
    given = arguments(name, dtype, xp)
    whole = (xp.asnumpy(given["x"]) if xp is not np else given["x"]).round() % 2
    floats, bools = given | {"x": xp.asarray(whole.astype(dtype))}, given | {"x": xp.asarray(whole.astype(kind))}
    y, cache = forward(**bools)
    if len(given) > 1 and name in ARRAYS:
        assert y.dtype == dtype
        assert all(one is None or one.dtype == dtype for one in backward(y, cache))
    expected, _ = forward(**floats)
    np.testing.assert_allclose(*(a if xp is np else xp.asnumpy(a) for a in (y, expected)), rtol=1e-5, atol=1e-6)
    dx = backward(xp.asarray(np.ones(y.shape, kind)), cache)  # whole numbers on the way back become floats
    dx = dx[0] if isinstance(dx, tuple) else dx
    assert dx.dtype.kind == "f"


@BY_PAIR
def test_a_function_takes_any_layout(name):
    forward, backward = functions_of(name)
    given = arguments(name)
    names = arrays_of(given)
    y, _ = forward(**given)

    def run(*arrays):
        y, cache = forward(**given | dict(zip(names, arrays, strict=False)))
        gradients = backward(arrays[-1], cache)
        return [y, *(gradients if isinstance(gradients, tuple) else (gradients,))]

    same_in_any_layout(run, *(given[key] for key in names), np.random.default_rng(4).standard_normal(y.shape))


# ---- layers and nets -----------------------------------------------------------------------------------------------
IN_SHAPE = (4, 6, 6)
MADE = {
    "Conv2d": (3, 2), "LocallyConnected2d": (3, 2), "Linear": (3,), "Serial": (layers.Tanh(), layers.Linear(3)),
    "Concat": (layers.Tanh(), layers.Conv2d(2, 1)), "Residual": (layers.Conv2d(4, 1),),
}  # fmt: skip
CLASSES = [*LAYERS, "Serial", "Concat", "Residual"]
BY_CLASS = pytest.mark.parametrize("name", CLASSES)


def made(name):
    return getattr(layers, name)(*MADE.get(name, ()))


def test_every_layer_is_walked_over():
    there = {name for name in layers.__all__ if isinstance(getattr(layers, name), type)}
    assert there - {"Layer", "Container"} == set(CLASSES)


@BY_CLASS
def test_a_layer_is_made_of_what_it_can_use(name):
    kind, usual = getattr(layers, name), MADE.get(name, ())
    parameters = inspect.signature(kind).parameters
    for i, (key, parameter) in enumerate(parameters.items()):
        if parameter.kind is parameter.VAR_POSITIONAL:
            for bad in [*BAD["layer"], 2.0]:
                is_refused(lambda bad=bad: kind(bad), "layer", bad)
            continue
        for bad in wrong_for(key, kind):
            positional = parameter.kind is parameter.POSITIONAL_OR_KEYWORD and i < len(usual)
            args, extra = ([*usual[:i], bad, *usual[i + 1 :]], {}) if positional else (usual, {key: bad})
            is_refused(lambda args=args, extra=extra: kind(*args, **extra), key, bad)


@BY_CLASS
def test_a_layer_reads_shapes_of_whole_numbers(name):
    layer = made(name)
    for bad in BAD["in_shape"]:
        for ask in (
            layer.out_shape,
            lambda shape: Net.build(layer, shape),
            lambda shape: Net(layer, shape, {}, {}).layer.out_shape(shape),
            lambda shape: net.summary(layer, shape),
            lambda shape: memory.cache_buffers(layer, shape),
            lambda shape: memory.workspace_bytes(layer, shape),
        ):
            is_refused(lambda ask=ask, bad=bad: ask(bad), "shape", bad)


@BY_CLASS
def test_a_pass_says_what_is_wrong(name):
    layer = made(name)
    built, other = Net.build(layer, IN_SHAPE), Net.build(layer, IN_SHAPE)
    x = np.random.default_rng(5).standard_normal((2, *IN_SHAPE)).astype("f4")
    for bad in NO_ARRAYS.values():
        for call in (built, built.forward, lambda x: layer.forward(x, built.params, built.state)):
            is_refused(lambda call=call, bad=bad: call(bad), "x", bad)
    for bad in (None, [], [x], "params", 3):
        is_refused(lambda bad=bad: layer.forward(x, bad, {}), "params", bad)
        is_refused(lambda bad=bad: layer.forward(x, built.params, bad), "state", bad)
    for key, values in built.params.items():
        for bad in NO_ARRAYS.values():
            is_refused(lambda key=key, bad=bad: layer.forward(x, built.params | {key: bad}, {}), key, bad)
        assert values.dtype == np.float32
    if built.params:
        for call in (built, built.forward, lambda x: layer.forward(x, built.params, {})):
            with pytest.raises(TypeError, match=r"x is float64, .* float32\. Use x\.astype\(np\.float32\)"):
                call(x.astype("f8"))
        wide = Net.build(layer, IN_SHAPE, dtype="float64")
        assert wide(x).dtype == np.float64  # nothing is lost: no error
    y, cache = built.forward(x)
    _, of_layer, _ = layer.forward(x, built.params, built.state)
    for backward, kept in ((built.backward, cache), (layer.backward, of_layer)):
        for bad in NO_ARRAYS.values():
            is_refused(lambda backward=backward, bad=bad, kept=kept: backward(bad, kept), "dy", bad)
        for bad in (y[:1], y[0], y[..., None]):
            is_refused(lambda backward=backward, bad=bad, kept=kept: backward(bad, kept), "dy", bad)
        foreign = [made(one) for one in CLASSES if one != name]
        caches = [Net.build(one, IN_SHAPE).forward(x)[1].cache for one in foreign]
        for bad in [None, 3, [], (), y, kept[-1], *caches]:
            is_refused(lambda backward=backward, bad=bad: backward(y, bad), "cache", bad)
    is_refused(lambda: other.backward(y, cache), "cache", cache)
    _, of_one, _ = layer.forward(x[:1], built.params, built.state)
    is_refused(lambda: layer.backward(y, of_one), "dy", y)  # a pass of another shape
    with standin.installed() as cupy, pytest.raises(TypeError, match="both NumPy and CuPy"):
        layer.backward(cupy.asarray(y), of_layer)


@BY_CLASS
@pytest.mark.parametrize("kind", ["?", "u1", "i4", "i8"])
def test_a_net_computes_in_its_own_dtype(name, kind):
    """Pixels as they come: the whole net in the dtype of its parameters, also behind a layer that has none."""
    row = Serial(made(name), layers.Linear(2))
    for dtype in ("float32", "float64"):
        built = Net.build(row, IN_SHAPE, dtype=dtype)
        x = (np.arange(2 * 144).reshape(2, *IN_SHAPE) % 2).astype(kind)
        y, cache = built.forward(x)
        dx, grads = built.backward(y, cache)
        assert {array.dtype.name for array in (y, built(x), dx, *grads.values())} == {dtype}
        np.testing.assert_allclose(y, built(x.astype(dtype)), rtol=1e-5, atol=1e-6)


@BY_CLASS
def test_a_net_takes_any_layout(name):
    layer = made(name)
    for row in (layer, Serial(layers.Tanh(), layer), Concat(layer) if name != "Linear" else layer):
        built = Net.build(row, IN_SHAPE, dtype="float64")

        def run(x, dy, built=built):
            y, cache = built.forward(x)
            dx, grads = built.backward(dy, cache)
            return [y, built(x), dx, *grads.values()]

        rng = np.random.default_rng(6)
        x = rng.standard_normal((2, *IN_SHAPE))
        same_in_any_layout(run, x, rng.standard_normal(built(x).shape))
        weird = {key: np.asfortranarray(values[..., ::-1].copy())[..., ::-1] for key, values in built.params.items()}
        np.testing.assert_allclose(Net(row, IN_SHAPE, weird, built.state)(x), built(x), rtol=1e-12)


@BY_CLASS
def test_seeds(name):
    layer = Serial(made(name), layers.Linear(2), layers.Linear(2))
    usual, zero, same, other = (Net.build(layer, IN_SHAPE, *seed).params for seed in ((), (0,), (0,), (1,)))
    weights = [key for key in usual if key.endswith("weight") and usual[key].ndim > 1]  # batch norm's are ones
    for key in usual:
        np.testing.assert_array_equal(usual[key], zero[key])
        np.testing.assert_array_equal(zero[key], same[key])
    for key in weights:
        assert (usual[key] != other[key]).any()
    drawn = [values for key in weights for values in usual[key].ravel().tolist()]
    assert len(set(drawn)) == len(drawn), "each layer has numbers of its own"


def test_errors_stay_short_in_a_deep_net():
    """They name the layer by its key, and not all the others."""
    block = Residual(Serial(*[layers.Conv2d(4, 3, pad=1, bias=False) for _ in range(30)]))
    deep = Serial(*[block for _ in range(30)], layers.MaxPool2d(2), layers.Linear(3))
    built = Net.build(deep, IN_SHAPE)
    x = np.zeros((2, *IN_SHAPE), "f4")
    y, cache = built.forward(x)
    broken = built.params | {"17.body.5.weight": np.ones((4, 4, 3, 2), "f4")}
    key = r"17\.body\.5, Conv2d\(4, 3, pad=1, bias=False\)"
    for call, words in [
        (lambda: deep.forward(x, broken, {}), f"^Layer {key} has the parameters"),
        (lambda: deep.forward(x, built.params | {"17.body.5.weight": None}, {}), r"17\.body\.5\.weight"),
        (lambda: deep.out_shape((5, 6, 6)), r"^Layer 0, Residual.*can't be added"),
        (lambda: deep.out_shape((4, 1, 1)), r"^Layer 30, MaxPool2d\(\), can't read a volume \(4, 1, 1\)"),
        (lambda: layers.Conv2d(4, 3).forward(x, built.params, {}), "has the parameters"),
        (lambda: built(x.astype("f8")), "float64"),
        (lambda: built(x[:, :3]), r"reads x \(N, 4, 6, 6\)"),
        (lambda: built.backward(y, cache.cache.cache), "cache"),
        (lambda: deep.backward(y, cache), "cache"),
        (lambda: layers.ReLU().backward(y, cache), "cache is that of Net"),
        (lambda: Serial([deep]), "layer 0"),
        (lambda: Serial(deep.layers), "layer 0"),
        (lambda: Net.build(deep.layers, IN_SHAPE), "layer"),
        (lambda: Net.build(str(deep), IN_SHAPE), "layer"),
    ]:
        with pytest.raises((TypeError, ValueError), match=words) as error:
            call()
        assert len(str(error.value)) < 300, error.value
        assert not getattr(error.value, "__notes__", [])


# ---- everything else -----------------------------------------------------------------------------------------------
GOOD = {
    "W": 9, "F": 3, "S": 2, "P": 1, "K": 4, "D": 3, "dilation": 1, "fit": "crop", "before": 1, "after": 1, "padding": 2,
    "windows": [(3, 1), (2, 2)],
    "shape": (3, 8, 8), "in_shape": (3, 8, 8), "out_shape": (3, 8, 8), "layer": layers.ReLU(), "n": 1,
    "dtype": "float32", "kernel": "im2col", "size": 3, "stride": 1, "pad": 0,
    "train": True, "optimizer": "Adam", "budget": 10**6, "nbytes": 2048, "blocks": [[6, 12, 12], [3, 6]],
}  # fmt: skip
REST = {f"sizing.{name}": getattr(sizing, name) for name in sizing.__all__} | {
    "net.summary": net.summary,
    **{
        f"memory.{name}": function
        for name, function in inspect.getmembers(memory, inspect.isfunction)
        if name in memory.__all__ and name != "rule_of"
    },
    "WindowGrid.of": WindowGrid.of,
}


@pytest.mark.parametrize("name", REST)
def test_arithmetic_and_counts_say_what_is_wrong(name):
    function = REST[name]
    given = {key: GOOD[key] for key in inspect.signature(function).parameters}
    function(**given)
    for key in given:
        bad_ones = wrong_for(key, function)
        if function is sizing.conv_shape:
            bad_ones = BAD[{"F": "size", "S": "stride", "P": "pad", "dilation": "dilation"}.get(key, key)]
        if function is sizing.format_volume:
            bad_ones = bad_ones[:-1]  # it writes any numbers
        if key == "dilation" and function not in (sizing.conv_shape, WindowGrid.of):
            bad_ones = [*NO_WHOLE, 0, -1]
        if key == "kernel":
            continue  # a name that a CONV layer asks for
        for bad in bad_ones:
            is_refused(lambda key=key, bad=bad: function(**given | {key: bad}), key, bad)


def test_arithmetic_of_windows_that_do_not_fit():
    for ask in (sizing.leftover, sizing.out_size):
        with pytest.raises(ValueError, match="A window of 10 does not fit into 3 cells"):
            ask(3, 10, 4)
    assert not sizing.fits(3, 10, 4)
    assert "does not fit" in sizing.explain(3, 10, 4)


TABLES = {
    "None": None,
    "a list": [np.ones(2)],
    "a dict of lists": {"w": [1.0]},
    "whole numbers": {"w": np.ones(2, int)},
}


@pytest.mark.parametrize("name", ["softmax", "svm"])
def test_a_loss_says_what_is_wrong(name):
    forward, backward = getattr(losses, f"{name}_loss_forward"), getattr(losses, f"{name}_loss_backward")
    scores, labels = np.ones((2, 3)), np.array([0, 2])
    for bad in [*NO_ARRAYS.values(), np.ones(3), np.ones((0, 3)), np.ones((2, 3, 1))]:
        is_refused(lambda bad=bad: forward(bad, labels), "scores", bad)
    for bad in [*NO_ARRAYS.values(), np.ones(2), np.ones((2, 1), int), np.array([0, 3]), np.array([True, False])]:
        is_refused(lambda bad=bad: forward(scores, bad), "labels", bad)
    for bad in [None, 3, [], (), scores, (scores, labels, 1)]:
        is_refused(lambda bad=bad: backward(bad), "cache", bad)
    made = losses.LOSSES[name]
    for key in inspect.signature(made).parameters:
        for bad in wrong_for(key, made):
            is_refused(lambda key=key, bad=bad: made(**{key: bad}), key, bad)
            is_refused(lambda key=key, bad=bad: forward(scores, labels, **{key: bad}), key, bad)


def test_weight_decay_says_what_is_wrong():
    for bad in TABLES.values():
        is_refused(lambda bad=bad: losses.weight_decay_forward(bad, 0.1), "params", bad)
    for bad in BAD["decay"]:
        is_refused(lambda bad=bad: losses.weight_decay_forward({"w": np.ones(2)}, bad), "decay", bad)
    for bad in [None, 3, {}, ({}, 1), ({}, 0.1, 1)]:
        is_refused(lambda bad=bad: losses.weight_decay_backward(bad), "cache", bad)


OPTIM = {name: getattr(optim, name) for name in optim.__all__ if isinstance(getattr(optim, name), type)}


@pytest.mark.parametrize("name", [name for name in OPTIM if name not in ("Optimizer", "Constant")])
def test_an_optimiser_or_a_schedule_is_made_of_what_it_can_use(name):
    usual = {"StepDecay": (5,), "ExponentialDecay": (0.9,), "Cosine": (5,), "WarmUp": (5,)}.get(name, ())
    kind = OPTIM[name]
    keys = list(inspect.signature(kind).parameters)
    given = dict(zip(keys, usual, strict=False))
    for key in keys:
        for bad in wrong_for(key, kind):
            is_refused(lambda key=key, bad=bad: kind(**given | {key: bad}), key, bad)


@pytest.mark.parametrize("name", optim.OPTIMIZERS)
def test_an_optimiser_says_what_is_wrong(name):
    optimizer, params = optim.OPTIMIZERS[name](), {"w": np.ones(2)}
    state = optimizer.init(params)
    for bad in TABLES.values():
        is_refused(lambda bad=bad: optimizer.init(bad), "params", bad)
        is_refused(lambda bad=bad: optimizer.step(bad, params, state), "params", bad)
        is_refused(lambda bad=bad: optimizer.step(params, bad, state), "grads", bad)
    for bad in [None, [], {}, {"step": 3}, {**state, "v": np.ones(2)}]:
        is_refused(lambda bad=bad: optimizer.step(params, params, bad), "state", bad)
    for bad in [-0.1, math.nan, math.inf, "small", True]:
        is_refused(lambda bad=bad: optimizer.step(params, params, state, bad), "rate", bad)


def test_gradcheck_says_what_is_wrong():
    usual = {"forward": lambda x: (x, 0), "backward": lambda dy, cache: dy.copy(), "arrays": {"x": np.ones(2)}}

    def check(**changed):
        return gradcheck.gradcheck(**usual | changed)

    assert check() < 1e-6
    for key in ("step", "arrays"):
        for bad in BAD[key]:
            is_refused(lambda key=key, bad=bad: check(**{key: bad}), key, bad)
