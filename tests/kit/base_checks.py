"""What layers.base must do: `check(base)` fails, or the module is right."""

import numpy as np
import pytest

from cs231n_kit.layers import Conv2d, Linear


def check_names(base):
    values = {"0.1.weight": 1, "1.weight": 2, "0.bias": 3, "01.bias": 4, "10.0.weight": 5, "0.0.0.weight": 6}
    assert base.under("0", values) == {"1.weight": 1, "bias": 3, "0.0.weight": 6}
    assert base.under(1, values) == {"weight": 2}
    assert base.put_under("0", {"1.weight": 1, "bias": 3}) == {"0.1.weight": 1, "0.bias": 3}


def check_drawing(base):
    """Normal with variance 2/fan-in; biases 0; in the dtype that was asked for."""
    for dtype in ("float32", "float64"):
        weight = base.draw(np.random.default_rng(0), "weight", (300, 4, 5, 5), np, dtype)
        assert weight.dtype == dtype
        assert weight.std() == pytest.approx((2 / 100) ** 0.5, rel=0.02)
        assert abs(weight.mean()) < 0.002
        bias = base.draw(np.random.default_rng(0), "3.bias", (7,), np, dtype)
        assert (bias.tolist(), bias.dtype) == ([0] * 7, dtype)


def check_buffers(base):
    assert base.Buffer((2, 3, 5), "float32").nbytes == 120
    assert base.Buffer((2, 3, 5), "float64").nbytes == 240
    assert base.Buffer((4,), "uint8").nbytes == 4
    found = base.parameter_buffers(Linear(3), (4,), "float64")
    assert {name: (one.shape, one.dtype, one.alias) for name, one in found.items()} == {
        "weight": ((3, 4), "float64", "parameter"),
        "bias": ((3,), "float64", "parameter"),
    }


def check_parameters(base):
    weight, bias = np.ones((3, 4)), np.ones(3)
    base.check_params(Linear(3), np.ones((2, 4)), {"weight": weight, "bias": bias})
    base.check_params(Linear(3), np.ones((2, 1, 2, 2)), {"weight": weight, "bias": bias})
    for params in (
        {"weight": weight},
        {"weight": weight, "gain": bias},
        {"weight": weight.T, "bias": bias},
        {"weight": weight, "bias": None},
    ):
        with pytest.raises(ValueError, match=r"Linear.*\(3, 4\).*got .*x is \(2, 4\)"):
            base.check_params(Linear(3), np.ones((2, 4)), params)


def check_batches(base):
    params = {"weight": np.ones((3, 2, 1, 1)), "bias": np.ones(3)}
    for shape in ((2, 5, 5), (5,), (1, 1, 2, 5, 5)):
        with pytest.raises(ValueError, match=r"\(N,D\) or \(N,C,H,W\); got .*x\[None\]"):
            base.check_params(Conv2d(3, 1), np.ones(shape), params)
    for x, given in [([[1.0]], params), (np.ones((1, 2, 5, 5)), params | {"bias": [1.0, 1, 1]})]:
        with pytest.raises(TypeError, match="Expected NumPy or CuPy arrays"):
            base.check_params(Conv2d(3, 1), x, given)


def check_a_cache(base):
    cache = np.zeros(0)
    assert base.require_cache(cache) is cache
    assert base.require_cache([]) == []
    with pytest.raises(ValueError, match="keep=True"):
        base.require_cache(None)


def check_the_protocol(base):
    """What a layer is can be asked; a layer with nothing to say needs to say nothing."""
    assert isinstance(Linear(3), base.Layer)
    assert not isinstance(3, base.Layer)

    class Plain(base.Layer):
        pass

    rng = np.random.default_rng(0)
    assert (Plain().param_shapes((3,)), Plain().state_shapes((3,)), Plain().macs((3,))) == ({}, {}, 0)
    assert (Plain().workspace_bytes((3,)), Plain().init(rng, (3,))) == (0, ({}, {}))


CHECKS = [value for name, value in list(globals().items()) if name.startswith("check_")]
