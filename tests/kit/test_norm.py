"""Normalisation: by hand, against PyTorch over generated cases, and against finite differences."""

import itertools
from dataclasses import dataclass

import numpy as np
import pytest
from comparing import DTYPES, close, on, with_torch
from generated import run
from hypothesis import strategies as st
from norm_checks import CHECKS

from cs231n_kit.backend import to_host
from cs231n_kit.gradcheck import gradcheck
from cs231n_kit.layers import LRN, BatchNorm, norm


@dataclass(frozen=True)
class Case:
    """A batch, and the numbers of a layer."""

    shape: tuple
    size: int
    alpha: float
    beta: float
    k: float
    eps: float
    momentum: float
    scale: tuple  # the mean and the deviation of x
    seed: int

    def classes(self):
        N, C, *places = self.shape
        found = {
            "rows": not places,
            "H != W": bool(places) and places[0] != places[1],
            "N = 1": N == 1,
            "even size": self.size % 2 == 0,
            "size 1": self.size == 1,
            "size > C": self.size > C,
            "size > 2C": self.size > 2 * C,
            "one channel": C == 1,
            "far from 0": self.scale[0] != 0,
        }
        return [name for name, belongs in found.items() if belongs]

    def draw(self, dtype):
        """Draw x, gamma, beta, dy."""
        rng, (mean, deviation) = np.random.default_rng(self.seed), self.scale
        x, dy = mean + deviation * rng.standard_normal(self.shape), rng.standard_normal(self.shape)
        return [array.astype(dtype) for array in (x, *rng.standard_normal((2, self.shape[1])), dy)]


def cases(*, rows):
    """Make up batches; of rows, too, or of volumes only."""
    shapes = [*itertools.product((1, 2, 5), (1, 2, 3, 7), (1, 2, 4), (2, 3, 5))]
    if rows:
        shapes += [*itertools.product((2, 3, 9), (1, 2, 4, 8))] * 4
    return st.builds(
        Case,
        shape=st.sampled_from(shapes),
        size=st.integers(1, 9),
        alpha=st.sampled_from([1e-4, 5e-4, 0.1, 2.0]),
        beta=st.sampled_from([0.5, 0.75, 1.0]),
        k=st.sampled_from([0.5, 1.0, 2.0]),
        eps=st.sampled_from([1e-5, 1e-3, 0.5]),
        momentum=st.sampled_from([0.1, 0.01, 0.5, 0.0, 1.0]),
        scale=st.sampled_from([(0, 1), (0, 5), (3, 1), (-20, 7)]),
        seed=st.integers(0, 10**6),
    )


VOLUMES = {"H != W", "N = 1", "even size", "size 1", "size > C", "size > 2C", "one channel"}
BATCHES = {"rows", "H != W", "N = 1", "one channel", "far from 0"}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_norm(check):
    check(norm)


@DTYPES
def test_lrn_equals_pytorch(torch, xp, dtype):
    def check(case):
        x, _, _, dy = case.draw(dtype)
        how = case.size, case.alpha, case.beta, case.k
        y, cache = norm.lrn_forward(xp.asarray(x), *how)
        expected = with_torch(torch, lambda x: torch.nn.functional.local_response_norm(x, *how), [x], dy)
        close([y, norm.lrn_backward(xp.asarray(dy), cache)], expected, dtype)
        layer = LRN(case.size, alpha=case.alpha, beta=case.beta, k=case.k)
        close([layer.forward(xp.asarray(x), {}, {}, train=True)[0]], expected[:1], dtype)

    run(cases(rows=False), check, VOLUMES)


@DTYPES
def test_batch_norm_equals_pytorch(torch, xp, dtype):
    def check(case):
        *arrays, dy = case.draw(dtype)
        y, cache = norm.batch_norm_forward(*on(xp, *arrays), case.eps)

        def compute(x, gamma, beta):
            return torch.nn.functional.batch_norm(x, None, None, gamma, beta, training=True, eps=case.eps)

        expected = with_torch(torch, compute, arrays, dy)
        close([y, *norm.batch_norm_backward(xp.asarray(dy), cache)], expected, dtype)

    run(cases(rows=True), check, BATCHES)


@DTYPES
def test_batch_norm_with_statistics_from_before_equals_pytorch(torch, xp, dtype):
    def check(case):
        *arrays, dy = case.draw(dtype)
        mean, var = arrays[1] * 3, abs(arrays[2]) + np.asarray(0.1, dtype)
        y = norm.batch_norm_inference(*on(xp, *arrays, mean, var), case.eps)

        def compute(x, gamma, beta):
            return torch.nn.functional.batch_norm(x, torch.tensor(mean), torch.tensor(var), gamma, beta, eps=case.eps)

        expected = with_torch(torch, compute, arrays, dy)
        cache = norm.BatchNormCache(*on(xp, arrays[0], arrays[1], mean, var), case.eps)
        close([y, *norm.batch_norm_inference_backward(xp.asarray(dy), cache)], expected, dtype)

    run(cases(rows=True), check, BATCHES)


@DTYPES
def test_the_layer_equals_pytorchs_over_several_batches(torch, xp, dtype):
    """In training and in a test, in turns: outputs, gradients, and the running statistics after each batch."""

    def check(case):
        *arrays, dy = case.draw(dtype)
        x, gamma, beta = arrays
        kind = torch.nn.BatchNorm2d if x.ndim == 4 else torch.nn.BatchNorm1d
        theirs = kind(x.shape[1], eps=case.eps, momentum=case.momentum).to(torch.from_numpy(x).dtype)
        with torch.no_grad():
            theirs.weight.copy_(torch.from_numpy(gamma))
            theirs.bias.copy_(torch.from_numpy(beta))
        layer = BatchNorm(eps=case.eps, momentum=case.momentum)
        params = {"weight": xp.asarray(gamma), "bias": xp.asarray(beta)}
        _, state = layer.init(None, x.shape[1:], like=xp.empty(0), dtype=dtype)
        for step, train in enumerate((True, False, True, True, False)):
            batch = x * np.asarray(1 + step, dtype) + np.asarray(step, dtype)
            y, cache, state = layer.forward(xp.asarray(batch), params, state, train=train)
            dx, grads = layer.backward(xp.asarray(dy), cache)
            theirs.train(train)
            theirs.zero_grad()
            expected = with_torch(torch, theirs, [batch], dy)
            expected += [theirs.weight.grad.numpy(), theirs.bias.grad.numpy()]
            expected += [theirs.running_mean.numpy(), theirs.running_var.numpy()]
            close([y, dx, grads["weight"], grads["bias"], *state.values()], expected, dtype)

    run(cases(rows=True), check, BATCHES, count=40)


def test_against_finite_differences(xp):
    def check(case):
        x, gamma, beta, _ = on(xp, *case.draw("float64"))

        def forward(x, gamma, beta):
            return norm.batch_norm_forward(x, gamma, beta, 0.5)

        given = {"x": x, "gamma": gamma, "beta": beta}
        assert gradcheck(forward, norm.batch_norm_backward, given, seed=case.seed) < 1e-6
        if x.ndim == 4:
            how = case.size, case.alpha, case.beta, case.k
            assert gradcheck(lambda x: norm.lrn_forward(x, *how), norm.lrn_backward, {"x": x}, seed=case.seed) < 1e-6

    run(cases(rows=True), check, BATCHES | VOLUMES)


def test_new_layers_are_on_the_back_end_that_was_asked_for(xp):
    params, state = BatchNorm().init(None, (3, 2, 2), like=xp.empty(0))
    assert {type(array) for array in (*params.values(), *state.values())} == {type(xp.empty(0))}
    assert to_host(state)["running_var"].tolist() == [1, 1, 1]
