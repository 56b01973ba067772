"""What optim must do: `check(optim)` fails, or the module is right. test_optim.py compares it with PyTorch."""

import math

import numpy as np
import pytest
import standin

W, DW = np.array([1.0, -2, 0.5]), np.array([2.0, -1, 0])


def steps(optimizer, count=3, rate=None, dtype="f8"):
    """Returns (params, state) after some steps with gradients DW, 2 DW, 3 DW ..."""
    params = {"0.weight": W.astype(dtype)}
    state = optimizer.init(params)
    for t in range(1, count + 1):
        params, state = optimizer.step(params, {"0.weight": (t * DW).astype(dtype)}, state, rate)
    return params["0.weight"], state


def check_sgd_and_momentum_by_hand(optim):
    assert steps(optim.SGD(0.5), 2)[0].tolist() == [-2, -0.5, 0.5]
    w, state = steps(optim.Momentum(0.5, momentum=0.5), 2)
    assert state["0.weight.momentum_buffer"].tolist() == [5, -2.5, 0]  # 0.5 * 2 + 4
    assert w.tolist() == [1 - 1 - 2.5, -2 + 0.5 + 1.25, 0.5]
    w, _ = steps(optim.Nesterov(0.5, momentum=0.5), 2)
    assert w.tolist() == [1 - 1.5 - 3.25, -2 + 0.75 + 1.625, 0.5]  # 2 + 0.5 * 2, then 4 + 0.5 * 5


def check_adaptive_by_hand(optim):
    w, state = steps(optim.Adagrad(0.1), 2)
    assert state["0.weight.sum"].tolist() == [4 + 16, 1 + 4, 0]
    np.testing.assert_allclose(w, W - 0.1 * np.array([1 + 4 / 20**0.5, -1 - 2 / 5**0.5, 0]), rtol=1e-9)
    w, state = steps(optim.RMSProp(0.1, forget=0.75), 2)
    np.testing.assert_allclose(state["0.weight.square_avg"], [0.75 * 1 + 4, 0.75 * 0.25 + 1, 0], rtol=1e-14)
    np.testing.assert_allclose(w[0], 1 - 0.1 * (2 / 1 + 4 / 4.75**0.5), rtol=1e-7)
    first, _ = steps(optim.Adam(0.1), 1)
    np.testing.assert_allclose(first, W - 0.1 * np.sign(DW), rtol=1e-7)  # whatever the gradient's size
    w, state = steps(optim.Adam(0.1, beta1=0.5, beta2=0.75), 2)
    m, v = 0.5 * 1 + 0.5 * 4, 0.75 * 1 + 0.25 * 16
    assert [float(state[f"0.weight.{name}"][0]) for name in ("exp_avg", "exp_avg_sq")] == [m, v]
    np.testing.assert_allclose(w[0], 1 - 0.1 - 0.1 * (m / 0.75) / (v / (1 - 0.75**2)) ** 0.5, rtol=1e-7)


def check_decay(optim):
    """0.5 * w on top of the gradient; decoupled, 0.1 * 0.5 * w off w, whatever the optimiser makes of gradients."""
    w, _ = steps(optim.SGD(0.1, decay=0.5), 1)
    np.testing.assert_allclose(w, W - 0.1 * (DW + 0.5 * W), rtol=1e-14)
    w, _ = steps(optim.Adam(0.1, decay=0.5), 1)
    np.testing.assert_allclose(w, W - 0.1 * np.sign(DW + 0.5 * W), rtol=1e-7)
    w, _ = steps(optim.Adam(0.1, decay=0.5, decoupled=True), 1)
    np.testing.assert_allclose(w, 0.95 * W - 0.1 * np.sign(DW), rtol=1e-7)


def check_a_rate_for_one_step(optim):
    for kind in optim.OPTIMIZERS.values():
        np.testing.assert_array_equal(steps(kind(0.1), 3, rate=0.01)[0], steps(kind(0.01), 3)[0])
        assert steps(kind(0.1), 2, rate=0)[0].tolist() == W.tolist()


def check_nothing_is_changed_in_place(optim):
    for kind in optim.OPTIMIZERS.values():
        optimizer = kind(0.1, decay=0.1)
        params, grads = {"a": W.copy(), "b": W[:1].copy()}, {"b": DW[:1].copy(), "a": DW.copy()}
        params, state = optimizer.step(params, grads, optimizer.init(params))
        before = {name: array.copy() for name, array in {**params, **state}.items()}
        after, later = optimizer.step(params, grads, state)
        assert list(after) == ["a", "b"]
        assert grads["a"].tolist() == DW.tolist()
        for name, array in {**params, **state}.items():
            np.testing.assert_array_equal(array, before[name])
        assert (int(state["step"]), int(later["step"])) == (1, 2)
        assert later.keys() == state.keys() == {"step", *(f"{key}.{slot}" for key in "ab" for slot in kind.slots)}


def check_dtypes(optim):
    """Hyperparameters are numbers: they decide no dtype."""
    for kind in optim.OPTIMIZERS.values():
        w, state = steps(kind(np.float64(0.1), decay=np.float64(0.1)), 3, np.float64(0.2), "f4")
        assert {array.dtype.name for name, array in [("w", w), *state.items()] if name != "step"} == {"float32"}
        np.testing.assert_allclose(w, steps(kind(0.2, decay=0.1), 3)[0], rtol=1e-5)


def check_schedules(optim):
    assert optim.Constant()(7) == 1
    decay = optim.StepDecay(10, 0.5)
    assert [decay(t) for t in (0, 9, 10, 19, 20)] == [1, 1, 0.5, 0.5, 0.25]
    assert [optim.ExponentialDecay(0.5)(t) for t in (0, 1, 3)] == [1, 0.5, 0.125]
    cosine = optim.Cosine(100)
    np.testing.assert_allclose(
        [cosine(t) for t in (0, 25, 50, 100, 150)], [1, (1 + 0.5**0.5) / 2, 0.5, 0, 0], atol=1e-9
    )
    warm = optim.WarmUp(4, decay)
    assert [warm(t) for t in (0, 1, 3, 4, 10)] == [0.25, 0.5, 1, 1, 0.5]
    assert optim.WarmUp(2)(50) == 1


def check_objects(optim):
    assert repr(optim.Momentum(0.1, momentum=0.5, decay=0.1)) == "Momentum(0.1, decay=0.1, momentum=0.5)"
    assert repr([optim.Adam(), optim.WarmUp(5, optim.Cosine(9))]) == "[Adam(), WarmUp(5, Cosine(9))]"
    assert optim.SGD(0.1) == optim.SGD(0.1) != optim.SGD(0.2)
    assert (optim.SGD().rate, optim.Adagrad().rate, optim.Adam().rate) == (1e-3, 1e-2, 1e-3)  # PyTorch's


def check_refusals(optim):
    optimizer, params = optim.Momentum(0.1), {"w": W}
    state = optimizer.init(params)
    for grads, kind, words in [
        ({}, ValueError, "'w' is in params and not in grads"),
        ({"w": DW, "v": DW}, ValueError, "'v' is in grads and not in params"),
        ({"w": DW[:2]}, ValueError, r"grads\['w'\] must be float64 \(3,\); got float64 \(2,\)"),
        ({"w": DW.astype("f4")}, ValueError, r"grads\['w'\] must be float64 \(3,\); got float32"),
        ({"w": [1, 2, 3]}, TypeError, r"grads\['w'\] must be an array"),
        ([DW], TypeError, "grads is a dict of arrays"),
    ]:
        with pytest.raises(kind, match=words):
            optimizer.step(params, grads, state)
    for bad in ({}, optim.SGD().init(params), optim.Adam().init(params), {**state, "w.momentum_buffer": W[:2]}):
        with pytest.raises(ValueError, match=r"state must be what init of Momentum\(0\.1\) gives"):
            optimizer.step(params, {"w": DW}, bad)
    with pytest.raises(TypeError, match="state is what"):
        optimizer.step(params, {"w": DW}, None)
    for bad in (-1, math.nan, math.inf, "fast", True):
        with pytest.raises(ValueError, match="rate must be a number"):
            optimizer.step(params, {"w": DW}, state, bad)
        for kind in optim.OPTIMIZERS.values():
            with pytest.raises(ValueError, match="rate must be a number above 0"):
                kind(bad)
    with standin.installed() as xp, pytest.raises(TypeError, match="both NumPy and CuPy"):
        optimizer.step(params, {"w": xp.asarray(DW)}, state)


CHECKS = [
    check_sgd_and_momentum_by_hand,
    check_adaptive_by_hand,
    check_decay,
    check_a_rate_for_one_step,
    check_nothing_is_changed_in_place,
    check_dtypes,
    check_schedules,
    check_objects,
    check_refusals,
]
