"""Optimisers and schedules: by hand, over a hundred steps against PyTorch's, and what they keep in memory."""

import inspect
import tracemalloc

import numpy as np
import pytest
from comparing import DTYPES, TOLERANCE, on
from optim_checks import CHECKS

from cs231n_kit import optim
from cs231n_kit.backend import to_host
from cs231n_kit.memory import STEP_CACHE

SETTINGS = [{}, {"decay": 0.1}, {"decay": 0.1, "decoupled": True}]
# What PyTorch calls the same: the class, and the words for its arguments.
OF_TORCH = {
    "SGD": ("SGD", {}),
    "momentum": ("SGD", {"momentum": 0.9}),
    "Nesterov": ("SGD", {"momentum": 0.9, "nesterov": True}),
    "Adagrad": ("Adagrad", {}),
    "RMSProp": ("RMSprop", {}),
    "Adam": ("Adam", {}),
}
RATES = {"Adam": 0.05, "Adagrad": 0.2}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_optim(check):
    check(optim)


def problem(dtype):
    """Returns (params, gradient): a valley that is bent and noisy, so that every step counts."""
    rng = np.random.default_rng(0)
    params = {"0.weight": rng.standard_normal((4, 3)).astype(dtype), "0.bias": rng.standard_normal(4).astype(dtype)}
    noise = {name: rng.standard_normal((100, *w.shape)).astype(dtype) for name, w in params.items()}

    def gradient(params, t):
        return {name: w * w * w + 0.3 * w + noise[name][t] for name, w in params.items()}

    return params, gradient


@DTYPES
@pytest.mark.parametrize("settings", SETTINGS, ids=["plain", "decay", "decoupled"])
@pytest.mark.parametrize("name", optim.OPTIMIZERS)
def test_a_hundred_steps_are_pytorchs(torch, xp, name, settings, dtype):
    if settings.get("decoupled") and name != "Adam":
        pytest.skip("PyTorch has it for Adam only; optim_checks.py has it by hand.")
    params, gradient = problem(dtype)
    kind, words = OF_TORCH[name]
    words = words | ({"weight_decay": settings["decay"]} if settings else {})
    kind = "AdamW" if "decoupled" in settings else kind
    leaves = {key: torch.nn.Parameter(torch.from_numpy(w.copy())) for key, w in params.items()}
    reference = getattr(torch.optim, kind)(leaves.values(), lr=RATES.get(name, 0.01), **words)
    scheduler = torch.optim.lr_scheduler.StepLR(reference, 40, 0.5)
    optimizer, schedule = optim.OPTIMIZERS[name](RATES.get(name, 0.01), **settings), optim.StepDecay(40, 0.5)
    params = dict(zip(params, on(xp, *params.values()), strict=True))
    state = optimizer.init(params)
    for t in range(100):
        theirs = gradient({key: leaf.detach().numpy() for key, leaf in leaves.items()}, t)
        for key, leaf in leaves.items():
            leaf.grad = torch.from_numpy(theirs[key])
        reference.step()
        scheduler.step()
        grads = gradient(to_host(params), t)
        grads = dict(zip(grads, on(xp, *grads.values()), strict=True))
        params, state = optimizer.step(params, grads, state, optimizer.rate * schedule(t))
    for key, leaf in leaves.items():
        ours = to_host(params[key])
        assert ours.dtype == dtype
        np.testing.assert_allclose(ours, leaf.detach().numpy(), rtol=TOLERANCE[dtype], atol=TOLERANCE[dtype])
        for slot in optimizer.slots:  # under PyTorch's names
            theirs = reference.state[leaf][slot].numpy()
            np.testing.assert_allclose(to_host(state[f"{key}.{slot}"]), theirs, rtol=1e-4, atol=1e-6)


def test_defaults_are_pytorchs(torch):
    leaf = torch.nn.Parameter(torch.zeros(3))
    for name, (kind, words) in OF_TORCH.items():
        ours, theirs = optim.OPTIMIZERS[name](), getattr(torch.optim, kind)([leaf], **words).defaults
        said = {"lr": ours.rate, "weight_decay": ours.decay, "eps": getattr(ours, "eps", None)}
        said |= {"momentum": getattr(ours, "momentum", None), "alpha": getattr(ours, "forget", None)}
        said |= {"betas": (ours.beta1, ours.beta2)} if name == "Adam" else {}
        assert {key: theirs[key] for key, value in said.items() if key in theirs and value is not None} == {
            key: value for key, value in said.items() if key in theirs and value is not None
        }


@pytest.mark.parametrize(
    ("ours", "kind", "words"),
    [
        (optim.StepDecay(30), "StepLR", {"step_size": 30}),
        (optim.ExponentialDecay(0.98), "ExponentialLR", {"gamma": 0.98}),
        (optim.Cosine(100), "CosineAnnealingLR", {"T_max": 100}),
        (optim.WarmUp(20), "LinearLR", {"start_factor": 1 / 20, "total_iters": 19}),
    ],
)
def test_schedules_are_pytorchs(torch, ours, kind, words):
    reference = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.3)
    scheduler = getattr(torch.optim.lr_scheduler, kind)(reference, **words)
    for t in range(100):
        assert reference.param_groups[0]["lr"] == pytest.approx(0.3 * ours(t), rel=1e-9, abs=1e-12)
        reference.step()
        scheduler.step()


def test_every_optimiser_has_its_line_in_the_memory_model():
    kinds = {kind for _, kind in inspect.getmembers(optim, inspect.isclass) if issubclass(kind, optim.Optimizer)}
    assert kinds - {optim.Optimizer} == set(optim.OPTIMIZERS.values())
    assert set(optim.OPTIMIZERS) == set(STEP_CACHE)


@DTYPES
@pytest.mark.parametrize("name", optim.OPTIMIZERS)
def test_what_an_optimiser_keeps_is_what_the_memory_model_says(name, dtype):
    params = {f"{i}.weight": np.ones((100, 500), dtype) for i in range(4)}
    one, optimizer = params["0.weight"].nbytes, optim.OPTIMIZERS[name](decay=0.1)
    grads = dict(params)
    optimizer.step(params, grads, optimizer.init(params))
    tracemalloc.start()
    try:
        state = optimizer.init(params)
        kept = tracemalloc.get_traced_memory()[0]
        tracemalloc.reset_peak()
        params, state = optimizer.step(params, grads, state)
        assert tracemalloc.get_traced_memory()[0] == pytest.approx(kept + 4 * one, abs=0.05 * one)  # new parameters
    finally:
        tracemalloc.stop()
    assert kept == pytest.approx(STEP_CACHE[name] * 4 * one, abs=0.05 * one)
    assert sum(array.nbytes for key, array in state.items() if key != "step") == STEP_CACHE[name] * 4 * one
