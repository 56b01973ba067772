"""What every layer promises, before it computes anything, against what a real pass then does."""

import numpy as np
import pytest
from comparing import close
from generated import ANY_FILTERS, ANY_WINDOWS, conv_cases, local_cases, pool_cases, run
from memory import kept, promised

from cs231n_kit import layers
from cs231n_kit.backend import to_host
from cs231n_kit.kernels.registry import KERNELS, using
from cs231n_kit.memory import cache_buffers

WINDOW = ("size", "stride", "pad", "fit")


def given(case, *names):
    return {name: getattr(case, name) for name in names}


def conv(case):
    return layers.Conv2d(case.K, **given(case, *WINDOW, "dilation", "groups", "bias"))


def local(case):
    return layers.LocallyConnected2d(case.K, **given(case, *WINDOW, "bias"))


KINDS = {
    "Conv2d": (conv, conv_cases(), ANY_FILTERS),
    "LocallyConnected2d": (local, local_cases(), ANY_WINDOWS),
    "MaxPool2d": (lambda case: layers.MaxPool2d(**given(case, *WINDOW)), pool_cases("normal", "ties"), ANY_WINDOWS),
    "AvgPool2d": (lambda case: layers.AvgPool2d(**given(case, *WINDOW)), pool_cases("normal"), ANY_WINDOWS),
    "L2Pool2d": (lambda case: layers.L2Pool2d(**given(case, *WINDOW)), pool_cases("normal"), ANY_WINDOWS),
    "GlobalAvgPool2d": (lambda case: layers.GlobalAvgPool2d(), pool_cases("normal"), {"H != W"}),
    "ReLU": (lambda case: layers.ReLU(), pool_cases("normal"), {"H != W"}),
    "LeakyReLU": (lambda case: layers.LeakyReLU(0.3), pool_cases("normal"), {"H != W"}),
    "Sigmoid": (lambda case: layers.Sigmoid(), pool_cases("normal"), {"H != W"}),
    "Tanh": (lambda case: layers.Tanh(), pool_cases("normal"), {"H != W"}),
    "Dropout": (lambda case: layers.Dropout(0.3), pool_cases("normal"), {"H != W"}),
    "BatchNorm": (lambda case: layers.BatchNorm(eps=0.1, momentum=0.3), pool_cases("normal"), {"H != W", "N = 1"}),
    "LRN": (lambda case: layers.LRN(1 + case.seed % 6, alpha=0.3, k=2.0), pool_cases("normal"), {"H != W"}),
    "PadChannels": (
        lambda case: layers.PadChannels(before=case.seed % 3, after=case.seed % 4),
        pool_cases("normal"),
        {"H != W"},
    ),
    "Flatten": (lambda case: layers.Flatten(), pool_cases("normal"), {"H != W"}),
    "Linear": (lambda case: layers.Linear(case.K, bias=case.bias), conv_cases(), {"H != W", "no bias"}),
}


def training():
    """Returns the settings of a pass in training, with a generator of its own."""
    return {"train": True, "rng": np.random.default_rng(0)}


BY_KIND = pytest.mark.parametrize("kind", KINDS)
DTYPES = ("float32", "float64")
WITH_PRODUCTS = ("Conv2d", "LocallyConnected2d", "Linear")
OTHER_KERNELS = [("Conv2d", name) for name in KERNELS if name != "im2col"]


def test_every_layer_there_is_is_tested():
    made = {name for name in layers.__all__ if isinstance(getattr(layers, name), type)}
    assert made - {"Layer", "Container", "Serial", "Concat", "Residual"} == set(KINDS)


def says_nothing(layer, case):
    """Tell whether batch norm can't train on a case: it has one number a channel."""
    return isinstance(layer, layers.BatchNorm) and case.N * case.H * case.W == 1


def each_case(kind, check):
    """Run check(layer, case) over the cases that a layer doesn't refuse."""
    make, cases, wanted = KINDS[kind]

    def with_layer(case):
        layer = make(case)
        if case.refused and "fit" in getattr(layer, "__dataclass_fields__", ()):
            with pytest.raises(ValueError, match=r"is not divisible by|does not fit"):
                layer.out_shape((case.C, case.H, case.W))
        elif not says_nothing(layer, case):
            check(layer, case)

    run(cases, with_layer, wanted)


@BY_KIND
def test_shapes_are_those_of_a_real_pass(xp, kind):
    def check(layer, case):
        in_shape, dtype = (case.C, case.H, case.W), DTYPES[case.seed % 2]
        params, state = layer.init(case.rng(), in_shape, like=xp.empty(0), dtype=dtype)
        assert {name: array.shape for name, array in params.items()} == layer.param_shapes(in_shape)
        assert {name: array.shape for name, array in state.items()} == layer.state_shapes(in_shape)
        x = xp.asarray(case.draw(case.rng(), case.x_shape, dtype))
        y, cache, after = layer.forward(x, params, state, **training())
        assert y.shape == (case.N, *layer.out_shape(in_shape))
        dx, grads = layer.backward(y, cache)
        assert dx.shape == x.shape
        assert {name: array.shape for name, array in grads.items()} == layer.param_shapes(in_shape)
        arrays = [y, dx, *params.values(), *grads.values(), *state.values(), *after.values()]
        assert {array.dtype for array in arrays} == {np.dtype(dtype)}
        assert all(type(array) is type(x) for array in arrays)
        assert {name: array.shape for name, array in after.items()} == layer.state_shapes(in_shape)
        assert not any(after[name] is state[name] for name in state)
        again, nothing, _ = layer.forward(x, params, state, keep=False, **training())
        assert nothing is None
        close([again], to_host([y]), dtype, tolerance=1e-12)

    each_case(kind, check)


def check_cache(layer, in_shape, n, dtype, kernel="im2col"):
    """Assert that a pass keeps what cache_buffers says."""
    params, state = layer.init(np.random.default_rng(0), in_shape, dtype=dtype)
    x = np.random.default_rng(1).standard_normal((n, *in_shape)).astype(dtype)
    with using(kernel):
        y, cache, _ = layer.forward(x, params, state, **training())
    assert kept(x, y, params, cache) == promised(cache_buffers(layer, in_shape, n=n, dtype=dtype))


@pytest.mark.parametrize(("kind", "kernel"), [(kind, "im2col") for kind in KINDS] + OTHER_KERNELS)
def test_cache_buffers_are_what_a_real_pass_keeps(kind, kernel):
    def check(layer, case):
        check_cache(layer, case.x_shape[1:], case.N, DTYPES[case.seed % 2], kernel)

    each_case(kind, check)


def test_switches_of_a_large_window_take_two_bytes():
    for size, nbytes in [(16, 1), (17, 2)]:
        buffers = cache_buffers(layers.MaxPool2d(size, stride=1), (3, 20, 20), n=2)
        assert promised(buffers)[0].keys() == {(2 * 3 * (21 - size) ** 2 * nbytes, f"uint{8 * nbytes}")}
        check_cache(layers.MaxPool2d(size, stride=1), (3, 20, 20), 2, "float32")


@pytest.mark.parametrize("kind", WITH_PRODUCTS)
def test_macs_are_the_products_of_a_real_pass(kind):
    """With ones for input and weights, and no padding, the outputs' sum counts the multiply-adds."""

    def check(layer, case):
        if kind != "Linear" and (any(case.pad) or any(case.extra())):
            K, window = case.K, case.size[0] * case.size[1] * case.C // case.groups
            assert layer.macs(case.x_shape[1:]) == K * case.out[0] * case.out[1] * window
            return
        in_shape = case.x_shape[1:]
        params = {name: np.full(shape, name == "weight", "f8") for name, shape in layer.param_shapes(in_shape).items()}
        y, _, _ = layer.forward(np.ones((1, *in_shape)), params, {})
        assert layer.macs(in_shape) == y.sum()

    each_case(kind, check)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in WITH_PRODUCTS])
def test_layers_without_products_count_none(kind):
    def check(layer, case):
        assert layer.macs(case.x_shape[1:]) == 0

    each_case(kind, check)


@pytest.mark.parametrize("in_shape", [(3,), (3, 5), (1, 3, 5, 5), (0, 5, 5), (3, 5, 0)])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if "2d" in kind])
def test_layers_refuse_what_is_no_volume(kind, in_shape):
    kwargs = {"filters": 2, "size": 3} if kind in ("Conv2d", "LocallyConnected2d") else {}
    with pytest.raises(ValueError, match=str(in_shape).replace("(", r"\(").replace(")", r"\)")):
        getattr(layers, kind)(**kwargs).out_shape(in_shape)


def test_layers_are_values():
    """Frozen: equal if their hyperparameters are, and fit to be a key."""
    assert layers.Conv2d(8, 3, pad=1) == layers.Conv2d(8, 3, pad=1)
    assert len({layers.MaxPool2d(2), layers.MaxPool2d(2), layers.AvgPool2d(2)}) == 2
    with pytest.raises(AttributeError):
        layers.Linear(10).units = 3
