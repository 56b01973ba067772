"""Nets: by hand, against finite differences, and made-up nets against PyTorch."""

import random

import numpy as np
import pytest
from comparing import DTYPES, close
from generated import run
from hypothesis import strategies as st
from memory import kept, promised
from net_checks import CHECKS

from cs231n_kit import layers, net
from cs231n_kit.backend import to_host, use
from cs231n_kit.layers import Concat, Residual, Serial
from cs231n_kit.memory import cache_buffers
from cs231n_kit.net import Net

PLAIN = [layers.ReLU(), layers.Tanh(), layers.Sigmoid(), layers.LeakyReLU(0.2)]
SAME_SIZE = [
    layers.MaxPool2d(3, stride=1, pad=1),
    layers.AvgPool2d(3, stride=1, pad=1, count_pad=False),
    layers.AvgPool2d((1, 3), stride=1, pad=(0, 1)),
]
NORMS = [layers.BatchNorm(eps=0.5), layers.LRN(3, alpha=0.5)]


class MadeUp:
    """A net put together by chance, and an input for it."""

    def __init__(self, seed):
        self.seed, self.chance, self.inside = seed, random.Random(seed), []
        self.in_shape = tuple(self.chance.randint(*limits) for limits in ((1, 3), (2, 5), (2, 5)))
        body, _ = self.part(self.in_shape[0], 3)
        end = self.chance.choice(["nothing", "linear", "global average"])
        closing = {"nothing": [], "linear": [layers.Linear(3)], "global average": [layers.GlobalAvgPool2d()]}[end]
        self.layer, self.n = Serial(body, *closing), self.chance.randint(1, 2)

    def __repr__(self):
        return f"MadeUp({self.seed}): {self.layer} on {self.n} x {self.in_shape}"

    def part(self, depth, levels):
        """Put together something that keeps height and width: (layer, depth of its output)."""
        kinds = ["conv", "plain", "pool", "norm"] + ["serial", "concat", "residual", "shortcut"] * 2 * (levels > 0)
        kind = self.chance.choice(kinds)
        self.inside.append(kind)
        if kind == "conv":
            K, F = self.chance.randint(1, 3), self.chance.choice([1, 3])
            return layers.Conv2d(K, F, pad=F // 2, bias=self.chance.random() < 0.7), K
        if kind in ("plain", "pool", "norm"):
            return self.chance.choice({"plain": PLAIN, "pool": SAME_SIZE, "norm": NORMS}[kind]), depth
        if kind == "residual":
            body, K = self.part(depth, levels - 1)
            return Residual(Serial(body, layers.Conv2d(depth, 1)) if K != depth else body), depth
        if kind == "shortcut":
            body, K = self.part(depth, levels - 1)
            return Residual(body, layers.Conv2d(K, 1)), K
        parts, inside = [], depth
        for _ in range(self.chance.randint(1, 3)):
            part, K = self.part(inside if kind == "serial" else depth, levels - 1)
            inside = K if kind == "serial" else inside + K
            parts.append(part)
        return (Serial(*parts), inside) if kind == "serial" else (Concat(*parts), inside - depth)

    def classes(self):
        return set(self.inside) | ({"N = 1"} if self.n == 1 else set())

    def arrays(self, dtype):
        rng = np.random.default_rng(self.seed)
        params, state = self.layer.init(rng, self.in_shape, dtype=dtype)
        x = rng.standard_normal((self.n, *self.in_shape)).astype(dtype)
        return x, params, state, rng.standard_normal((self.n, *self.layer.out_shape(self.in_shape))).astype(dtype)


MADE_UP = st.integers(0, 2**20).map(MadeUp)
EVERY_KIND = {"conv", "plain", "pool", "norm", "serial", "concat", "residual", "shortcut", "N = 1"}


def in_torch(torch, layer, x, params):
    """Run a net in PyTorch, part by part."""
    functional = torch.nn.functional

    def part(name, inside, x):
        return in_torch(
            torch, inside, x, {k[len(name) + 1 :]: p for k, p in params.items() if k.startswith(f"{name}.")}
        )

    if isinstance(layer, Serial):
        for i, inside in enumerate(layer.layers):
            x = part(str(i), inside, x)
        return x
    if isinstance(layer, Concat):
        return torch.cat([part(str(i), inside, x) for i, inside in enumerate(layer.branches)], dim=1)
    if isinstance(layer, Residual):
        return part("body", layer.body, x) + (part("shortcut", layer.shortcut, x) if layer.shortcut else x)
    if isinstance(layer, layers.Conv2d):
        return functional.conv2d(x, params["weight"], params.get("bias"), padding=layer.pad)
    if isinstance(layer, layers.Linear):
        return functional.linear(x.flatten(1), params["weight"], params["bias"])
    if isinstance(layer, layers.BatchNorm):
        return functional.batch_norm(x, None, None, params["weight"], params["bias"], training=True, eps=layer.eps)
    if isinstance(layer, layers.LRN):
        return functional.local_response_norm(x, layer.size, layer.alpha, layer.beta, layer.k)
    if isinstance(layer, layers.MaxPool2d):
        return functional.max_pool2d(x, layer.size, layer.stride, layer.pad)
    if isinstance(layer, layers.AvgPool2d):
        return functional.avg_pool2d(x, layer.size, layer.stride, layer.pad, count_include_pad=layer.count_pad)
    if isinstance(layer, layers.LeakyReLU):
        return functional.leaky_relu(x, layer.slope)
    plain = {layers.ReLU: torch.relu, layers.Tanh: torch.tanh, layers.Sigmoid: torch.sigmoid}
    return plain[type(layer)](x) if type(layer) in plain else x.mean(dim=(2, 3))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_net(check):
    check(net)


@DTYPES
def test_made_up_nets_equal_pytorch(torch, xp, dtype):
    def check(case):
        x, params, state, dy = case.arrays(dtype)
        leaves = {name: torch.from_numpy(p.copy()).requires_grad_() for name, p in params.items()}
        x_leaf = torch.from_numpy(x.copy()).requires_grad_()
        expected = in_torch(torch, case.layer, x_leaf, leaves)
        expected.backward(torch.from_numpy(dy))
        on_device, state = ({name: xp.asarray(p) for name, p in values.items()} for values in (params, state))
        y, cache, _ = case.layer.forward(xp.asarray(x), on_device, state, train=True)
        dx, grads = case.layer.backward(xp.asarray(dy), cache)
        assert grads.keys() == params.keys()
        expected = [expected.detach(), x_leaf.grad, *(leaves[name].grad for name in grads)]
        close([y, dx, *grads.values()], expected, dtype)

    run(MADE_UP, check, EVERY_KIND)


def test_made_up_nets_keep_what_they_say():
    def check(case):
        x, params, state, _ = case.arrays("float32")
        y, cache, _ = case.layer.forward(x, params, state, train=True)
        buffers = cache_buffers(case.layer, case.in_shape, n=case.n, dtype="float32")
        assert kept(x, y, params, cache) == promised(buffers)

    run(MADE_UP, check, EVERY_KIND)


def test_keys_are_those_of_nn_sequential(torch):
    nn = torch.nn
    theirs = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.Sequential(nn.Flatten(), nn.Linear(4 * 6 * 6, 10)))
    row = Serial(layers.Conv2d(4, 3), layers.ReLU(), Serial(layers.Flatten(), layers.Linear(10)))
    assert row.param_shapes((3, 8, 8)) == {key: tuple(value.shape) for key, value in theirs.state_dict().items()}


def test_a_new_net_is_on_the_default_back_end(device):
    layer = Serial(layers.Conv2d(2, 3), layers.ReLU(), layers.Linear(3))
    with use("cupy"):
        on_device = Net.build(layer, (1, 5, 5))
    on_host = Net.build(layer, (1, 5, 5))
    assert {type(p) for p in on_device.params.values()} == {device.ndarray}
    assert {type(p) for p in on_host.params.values()} == {np.ndarray}
    for name, array in to_host(on_device.params).items():
        np.testing.assert_array_equal(array, on_host.params[name])  # the same numbers, drawn on the host
    x = np.ones((1, 1, 5, 5), "f4")
    close(to_host([on_device(device.asarray(x))]), [on_host(x)], "float32")
    with pytest.raises(TypeError, match="both NumPy and CuPy"):
        on_device(x)
