"""What layers.container and net must do: `check(module)` fails, or the module is right."""

import functools
from types import SimpleNamespace

import numpy as np
import pytest
import standin
from comparing import fixed
from layouts import same_in_any_layout
from watched import Times

from cs231n_kit import layers
from cs231n_kit import net as net_module
from cs231n_kit.gradcheck import gradcheck
from cs231n_kit.layers import Conv2d, LeakyReLU, Linear, MaxPool2d, ReLU, Tanh, container


def run(layer, params, x, dy):
    """Run a pass: y, dx, grads, state after."""
    state = dict.fromkeys(layer.state_shapes(x.shape[1:]), 0)
    y, cache, state = layer.forward(x, params, state)
    dx, grads = layer.backward(dy, cache)
    return y.tolist(), dx.tolist(), {name: grad.tolist() for name, grad in grads.items()}, state


X, DY = fixed([[1, 2], [-3, 4]]), fixed([[1, 10], [100, 1000]])


def check_serial_by_hand(net):
    both = net.Serial(Times([]), LeakyReLU(0.5), Times([]))
    params = {"0.weight": np.array([2.0]), "2.weight": np.array([3.0])}
    y, dx, grads, state = run(both, params, X, DY)
    assert y == [[6, 12], [-9, 24]]
    assert dx == [[6, 60], [300, 6000]]
    assert grads == {"0.weight": [3 * (1 + 20 - 150 + 4000)], "2.weight": [2 + 40 - 300 + 8000]}
    assert state == {"0.passes": 1, "2.passes": 1}


def check_concat_by_hand(net):
    beside = net.Concat(Times([]), ReLU(), Times([]))
    params = {"0.weight": np.array([2.0]), "2.weight": np.array([3.0])}
    y, dx, grads, state = run(beside, params, X, np.array([[1.0, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12]]))
    assert y == [[2, 4, 1, 2, 3, 6], [-6, 8, 0, 4, -9, 12]]
    assert dx == [[2 + 3 + 15, 4 + 4 + 18], [14 + 0 + 33, 16 + 10 + 36]]
    assert grads == {"0.weight": [1 + 4 - 21 + 32], "2.weight": [5 + 12 - 33 + 48]}
    assert state == {"0.passes": 1, "2.passes": 1}


def check_concat_stacks_in_depth(net):
    """Branches of different depth on one image: each gets its own part of the gradient."""
    beside = net.Concat(Conv2d(3, 1), net.Serial(MaxPool2d(3, stride=1, pad=1), Conv2d(1, 1)), ReLU())
    x = np.random.default_rng(0).standard_normal((2, 2, 3, 4))
    params, state = beside.init(np.random.default_rng(1), (2, 3, 4), dtype=np.float64)
    y, cache, _ = beside.forward(x, params, state)
    assert y.shape == (2, *beside.out_shape((2, 3, 4))) == (2, 6, 3, 4)
    np.testing.assert_array_equal(y[:, 4:], np.maximum(x, 0))
    first, *_ = Conv2d(3, 1).forward(x, {"weight": params["0.weight"], "bias": params["0.bias"]}, {})
    np.testing.assert_array_equal(y[:, :3], first)
    dy = np.zeros_like(y)
    dy[:, 3] = 1
    _, grads = beside.backward(dy, cache)
    assert not grads["0.weight"].any()
    assert grads["1.1.weight"].all()


def check_residual_by_hand(net):
    params = {"body.weight": np.array([2.0])}
    y, dx, grads, state = run(net.Residual(Times([])), params, X, DY)
    assert (y, dx) == ([[3, 6], [-9, 12]], [[3, 30], [300, 3000]])
    assert grads == {"body.weight": [1 + 20 - 300 + 4000]}
    assert state == {"body.passes": 1}
    params["shortcut.weight"] = np.array([5.0])
    y, dx, grads, state = run(net.Residual(Times([]), Times([])), params, X, DY)
    assert (y, dx) == ([[7, 14], [-21, 28]], [[7, 70], [700, 7000]])
    assert grads == {"body.weight": [3721], "shortcut.weight": [3721]}
    assert state == {"body.passes": 1, "shortcut.passes": 1}


def check_how_parts_are_run(net):
    """Train, keep and rng reach every part; what nothing is kept of has no cache."""
    for make in (lambda a, b: net.Serial(a, b), lambda a, b: net.Concat(a, b), lambda a, b: net.Residual(a, b)):
        calls, rng = [], np.random.default_rng(0)
        layer = make(Times(calls), Times(calls))
        params, state = layer.init(rng, (2,), dtype=np.float64)
        assert layer.forward(X, params, state, train=True, keep=False, rng=rng)[1] is None
        layer.forward(X, params, state)
        assert calls == [(True, False, rng)] * 2 + [(False, True, None)] * 2


def nets(net):
    """Give nets of every kind, each with the shape that goes in."""
    block = net.Serial(Conv2d(4, 3, pad=1), Tanh(), Conv2d(3, 1))
    branches = net.Concat(Conv2d(2, 1), net.Serial(MaxPool2d(3, stride=1, pad=1), Tanh()), net.Residual(Tanh()))
    return [
        (net.Serial(ReLU()), (3, 4, 5)),
        (net.Serial(Conv2d(2, 3), ReLU(), MaxPool2d(2), Linear(3)), (1, 6, 7)),
        (net.Serial(ReLU(), Conv2d(2, 3, bias=False), LeakyReLU()), (2, 5, 4)),
        (net.Serial(layers.L2Pool2d(2), layers.Sigmoid(), layers.AvgPool2d(2), Linear(2)), (2, 6, 8)),
        (net.Residual(block), (3, 4, 5)),
        (net.Residual(Conv2d(5, 3, stride=2, pad=1), Conv2d(5, 1, stride=2)), (3, 5, 7)),
        (net.Residual(ReLU(), Tanh()), (2, 3, 4)),
        (branches, (3, 4, 5)),
        (net.Serial(branches, Tanh(), net.Residual(net.Serial(Conv2d(8, 1), Tanh())), Linear(2)), (3, 4, 5)),
        (net.Serial(net.Serial(Conv2d(2, 1)), net.Serial(ReLU(), Linear(4)), Tanh(), Linear(2)), (3, 4, 3)),
        (net.Concat(branches, net.Concat(ReLU(), Tanh())), (3, 4, 5)),
        (net.Serial(branches, net.Serial(layers.GlobalAvgPool2d(), Linear(3))), (3, 4, 5)),
    ]


def apart(rng, shape):
    """Draw numbers far from each other and from 0, so that no step meets a tie or a kink in the first layer."""
    return (rng.permutation(int(np.prod(shape))).reshape(shape) + 1) * rng.choice([-1.0, 1.0], shape) / 20


def check_gradients(net):
    for layer, in_shape in nets(net):
        rng = np.random.default_rng(3)
        x = apart(rng, (2, *in_shape))
        params, state = layer.init(rng, in_shape, dtype=np.float64)
        names = {f"p{i}": name for i, name in enumerate(params)}

        def forward(x, _layer=layer, _state=state, _names=names, **given):
            return _layer.forward(x, {name: given[p] for p, name in _names.items()}, _state)[:2]

        def backward(dy, cache, _layer=layer, _names=names):
            dx, grads = _layer.backward(dy, cache)
            assert set(grads) == set(_names.values())
            return dx, *(grads[name] for name in _names.values())

        arrays = {"x": x} | {p: params[name] for p, name in names.items()}
        assert gradcheck(forward, backward, arrays) < 1e-6, layer


def check_shapes(net):
    for layer, in_shape in nets(net):
        rng = np.random.default_rng(4)
        params, state = layer.init(rng, in_shape, dtype=np.float32)
        y, cache, _ = layer.forward(rng.standard_normal((2, *in_shape)).astype("f4"), params, state)
        assert y.shape == (2, *layer.out_shape(in_shape))
        assert {name: p.shape for name, p in params.items()} == layer.param_shapes(in_shape)
        dx, grads = layer.backward(y, cache)
        assert {name: g.shape for name, g in grads.items()} == layer.param_shapes(in_shape)
        assert {array.dtype.name for array in (y, dx, *grads.values(), *params.values())} == {"float32"}


def check_counts(net):
    a, b = Times([]), Times([])
    for layer in (net.Serial(a, b), net.Concat(a, b), net.Residual(a, b)):
        assert layer.macs((2,)) == 14
        assert layer.state_shapes((2,)).keys() == {
            name.replace("weight", "passes") for name in layer.param_shapes((2,))
        }
    assert net.Serial(Linear(5), Times([])).macs((4,)) == 27


def check_refusals(net):
    with pytest.raises(ValueError, match="at least one layer"):
        net.Serial()
    for wrong in (ReLU, 3, None):
        with pytest.raises(TypeError, match="is not a layer"):
            net.Concat(ReLU(), wrong)
    with pytest.raises(TypeError, match=r"layer 0 is one layer; got a list.*Serial\(\*layers\)"):
        net.Serial([ReLU(), ReLU()])
    with pytest.raises(ValueError, match=r"has the parameters") as refused:
        net.Serial(ReLU(), net.Residual(Conv2d(1, 1))).forward(np.ones((1, 1, 2, 2)), {}, {})
    assert str(refused.value).startswith("Layer 1.body, Conv2d(1, 1) has the parameters {'weight'")
    with pytest.raises(ValueError, match=r"Layer 1, MaxPool2d.*\(2, 3, 3\).*does not fit"):
        net.Serial(Conv2d(2, 3), MaxPool2d(5)).out_shape((1, 5, 5))
    with pytest.raises(ValueError, match=r"height and width.*\(2, 3, 3\).*\(1, 5, 5\)"):
        net.Concat(Conv2d(2, 3), ReLU()).out_shape((1, 5, 5))
    for size in [(1, 3), (3, 1)]:  # the heights agree, or the widths
        with pytest.raises(ValueError, match="height and width"):
            net.Concat(ReLU(), MaxPool2d(size, stride=1)).out_shape((1, 5, 5))
    with pytest.raises(ValueError, match=r"\(2, 3, 3\).*\(1, 5, 5\)"):
        net.Residual(Conv2d(2, 3)).out_shape((1, 5, 5))


def check_parts_of_a_residual(net):
    for wrong in (ReLU, 3):
        for given in ([wrong], [ReLU(), wrong]):
            with pytest.raises(TypeError, match="is not a layer"):
                net.Residual(*given)
    one = net.Residual(Conv2d(1, 1))  # NumPy would spread its one slice over all of x
    params, _ = one.body.init(np.random.default_rng(0), (3, 4, 4), dtype=np.float64)
    with pytest.raises(ValueError, match=r"\(1, 1, 4, 4\).*\(1, 3, 4, 4\)"):
        one.forward(np.ones((1, 3, 4, 4)), net.add_prefix("body", params), {})


def check_shapes_may_be_lists(net):
    for layer in (ReLU(), net.Residual(ReLU()), net.Concat(ReLU(), ReLU()), net.Serial(net.Residual(Conv2d(3, 1)))):
        made = net.Net.build(layer, [3, 8, 8])
        assert made.layer.out_shape([3, 8, 8]) == made(np.ones((1, 3, 8, 8), "f4")).shape[1:]


def check_a_net_is_written_as_it_is_made(net):
    layer = net.Serial(net.Concat(ReLU(), Conv2d(2, 3, pad=1)), net.Residual(ReLU()), Linear(3))
    names = {name: getattr(net, name) for name in ("Serial", "Concat", "Residual")}
    assert eval(repr(layer), vars(layers) | names) == layer


def check_the_gradient_of_a_concat(net):
    beside = net.Concat(ReLU(), Tanh())
    _, cache, _ = beside.forward(np.ones((2, 3, 4, 4)), {}, {})
    for depth in (5, 7):
        with pytest.raises(ValueError, match=rf"\(2, {depth}, 4, 4\)"):
            beside.backward(np.ones((2, depth, 4, 4)), cache)


def check_parts_draw_numbers_of_their_own(net):
    for make in (net.Serial, net.Concat, net.Residual):
        params, _ = make(Conv2d(2, 1), Conv2d(2, 1)).init(np.random.default_rng(0), (2, 3, 3))
        first, second = (params[name] for name in params if name.endswith("weight"))
        assert not np.array_equal(first, second)


def check_going_back_with_nothing_kept(net):
    for layer in (net.Serial(ReLU()), net.Concat(ReLU()), net.Residual(ReLU())):
        with pytest.raises(ValueError, match="keep=True"):
            layer.backward(np.ones((1, 3, 3, 3)), layer.forward(np.ones((1, 3, 3, 3)), {}, {}, keep=False)[1])


def check_branches_that_disagree(net):
    beside = net.Concat(MaxPool2d(2), ReLU())
    with pytest.raises(ValueError, match=r"height and width.*\(3, 2, 2\).*\(3, 4, 4\)"):
        beside.forward(np.ones((1, 3, 4, 4)), {}, {})
    with pytest.raises(ValueError, match="Branch 1, MaxPool2d"):
        net.Concat(ReLU(), MaxPool2d(5)).out_shape((3, 4, 4))
    with pytest.raises(TypeError, match="got list"):
        beside.forward([[1.0]], {}, {})


def check_a_net_s_library_and_words(net):
    with standin.installed() as xp:
        made = net.Net.build(net.Serial(Linear(3)), (4,), like=xp.empty(0))
        assert type(made.params["0.weight"]) is xp.ndarray
    made = net.Net(ReLU(), [3, 8, 8], {}, {})
    assert made(np.ones((1, 3, 8, 8))).shape == (1, 3, 8, 8)
    assert repr(made) == "Net(ReLU(), in_shape=(3, 8, 8))"
    assert made != net.Net(ReLU(), [3, 8, 8], {}, {})


def check_rows_as_sequences(net):
    row = net.Serial(Conv2d(2, 3), ReLU(), Linear(3))
    assert (len(row), row[1], row[-1]) == (3, ReLU(), Linear(3))
    assert row[:2] == net.Serial(Conv2d(2, 3), ReLU())
    assert list(row) == list(row.layers)
    with pytest.raises(IndexError):
        row[3]


def check_an_error_says_where_it_comes_from(net):
    deep = net.Serial(net.Residual(net.Serial(*[ReLU()] * 40, Conv2d(3, 3, pad=1))), Linear(4))
    made = net.Net.build(deep, (3, 6, 6))
    made.params["0.body.40.weight"] = made.params["0.body.40.weight"][:2]
    with pytest.raises(ValueError, match=r"^Layer 0\.body\.40, Conv2d\(3, 3, pad=1\) has the parameters") as found:
        made(np.ones((1, 3, 6, 6), "f4"))
    assert len(str(found.value)) < 300
    with pytest.raises(ValueError, match=r"^Layer 0\.body\.0, ReLU\(\), can't read a volume \(3, 0, 6\)"):
        deep.out_shape((3, 0, 6))
    ok = net.Net.build(deep, (3, 6, 6))
    _, cache = ok.forward(np.ones((1, 3, 6, 6), "f4"))
    broken = cache.cache._replace(cache=[*cache.cache.cache[:-1], cache.cache.cache[0]])
    with pytest.raises(TypeError, match=r"^Layer 1, Linear\(4\): cache is that of Residual"):
        ok.backward(np.ones((1, 4), "f4"), cache._replace(cache=broken))


def check_any_layout(net):
    row = net.Serial(Conv2d(2, 3), ReLU(), MaxPool2d(2, stride=1), layers.Flatten(), Linear(3))
    made = net.Net.build(net.Serial(net.Residual(Tanh()), net.Concat(ReLU(), Tanh()), row), (2, 5, 6), dtype="f8")

    def run(x, dy):
        y, cache = made.forward(x)
        dx, grads = made.backward(dy, cache)
        return [y, made(x), dx, *grads.values()]

    rng = np.random.default_rng(5)
    same_in_any_layout(run, rng.standard_normal((2, 2, 5, 6)), rng.standard_normal((2, 3)))


def check_the_summary(net):
    layer = net.Serial(net.Residual(Conv2d(3, 1)), net.Concat(ReLU(), MaxPool2d(3, stride=1, pad=1)), Linear(10))
    lines = net.summary(layer, (3, 8, 9)).split("\n")
    assert [line.split() for line in lines] == [
        ["layer", "output", "parameters", "multiply-adds"],
        ["input", "9x8x3"],
        ["0.body", "Conv2d(3,", "1)", "9x8x3", "12", "648"],
        ["1.0", "ReLU()", "9x8x3", "0", "0"],
        ["1.1", "MaxPool2d(3,", "stride=1,", "pad=1)", "9x8x3", "0", "0"],
        ["2", "Linear(10)", "10", "4,330", "4,320"],
        ["in", "all", "10", "4,342", "4,968"],
    ]
    assert len({len(line) for line in lines}) == 1
    net.Net.build(layer, (3, 8, 9)).summary()


def check_net(net):
    layer = net.Serial(Conv2d(2, 3), Tanh(), Times([]), Linear(3))
    made, same = (net.Net.build(layer, [1, 5, 6], seed=7, dtype=np.float64) for _ in range(2))
    assert (made.in_shape, made.params["0.weight"].dtype) == ((1, 5, 6), np.float64)
    for name, array in made.params.items():
        np.testing.assert_array_equal(array, same.params[name])
    assert (
        net.Net.build(layer, [1, 5, 6], seed=8, dtype=np.float64).params["0.weight"] != made.params["0.weight"]
    ).any()
    x = np.random.default_rng(8).standard_normal((2, 1, 5, 6))
    y, cache = made.forward(x)
    assert made.state == {"2.passes": 1}  # the state moves on
    np.testing.assert_array_equal(made(x), y)
    assert made.state == {"2.passes": 1}  # a plain call leaves it
    assert layer.layers[2].calls == [(False, True, None), (False, False, None)]
    made.forward(x, train=True, rng=5)
    assert layer.layers[2].calls[2:] == [(True, True, 5)]
    dx, grads = made.backward(np.ones((2, 3)), cache)
    assert (dx.shape, grads.keys()) == (x.shape, made.params.keys())
    with pytest.raises(TypeError, match="Expected NumPy or CuPy arrays; got list"):
        made(x.tolist())
    for call in (made, made.forward):
        with pytest.raises(ValueError, match=r"1, 5, 6\).*\(2, 1, 6, 5\)"):
            call(x.transpose(0, 1, 3, 2))
    with pytest.raises(ValueError, match="does not fit"):
        net.Net.build(layer, (1, 2, 2))
    beside, around = net.Concat(ReLU(), MaxPool2d(2)), net.Residual(MaxPool2d(2))
    for wrong in (MaxPool2d(9), net.Serial(ReLU(), MaxPool2d(9)), beside, around):  # there is nothing to draw in these
        with pytest.raises(ValueError, match=r"does not fit|must agree|can't be added"):
            net.Net.build(wrong, (1, 6, 6))
    usual, zero = net.Net.build(layer, (1, 5, 6)), net.Net.build(layer, (1, 5, 6), seed=0)
    for name, array in usual.params.items():
        np.testing.assert_array_equal(array, zero.params[name])
    with pytest.raises(TypeError, match="cache is that of another one"):
        same.backward(np.ones((2, 3)), cache)
    for wrong in (None, 3, [[1.0]], x.astype("f2")):
        with pytest.raises(TypeError, match=r"for x|x must be"):
            made(wrong)
    for wrong in ([ReLU()], (ReLU(),), ReLU, None, 3):
        for make in (net.Net.build, lambda wrong, in_shape: net.Net(wrong, in_shape, {}, {})):
            with pytest.raises(TypeError, match=r"^layer\b"):
                make(wrong, (1, 5, 6))
    for dtype in (int, "float16", None):
        with pytest.raises(TypeError, match="dtype is float32 or float64"):
            net.Net.build(Times([]), (1, 5, 6), dtype=dtype)  # its own init takes any
    assert net.Net.build(layer, (1, 5, 6)).params["0.weight"].dtype == np.float32


def together(check):
    """Make a check of layers.container, of net or of a mutant of one of them: with the other one as it is."""

    @functools.wraps(check)
    def with_both(module):
        check(SimpleNamespace(**(vars(container) | vars(net_module) | vars(module))))

    return with_both


CHECKS = [together(value) for name, value in list(globals().items()) if name.startswith("check_")]
