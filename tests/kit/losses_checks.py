"""What losses must do: `check(losses)` fails, or the module is right."""

import math

import numpy as np
import pytest
import standin
from layouts import same_in_any_layout

from cs231n_kit.gradcheck import gradcheck

LABELS = np.array([2, 0, 1])
NAMES = ("softmax", "svm")


def functions(losses, name):
    return getattr(losses, f"{name}_loss_forward"), getattr(losses, f"{name}_loss_backward")


def check_softmax_by_hand(losses):
    """Scores log(1), log(2), log(5): probabilities 1/8, 2/8, 5/8."""
    scores = np.log(np.array([[1.0, 2, 5], [1, 2, 5]]))
    loss, cache = losses.softmax_loss_forward(scores, np.array([2, 1]))
    assert float(loss) == pytest.approx((math.log(8 / 5) + math.log(4)) / 2, rel=1e-14)
    dscores = losses.softmax_loss_backward(cache)
    np.testing.assert_allclose(dscores, np.array([[1, 2, -3], [1, -6, 5]]) / 16, rtol=1e-12)


def check_svm_by_hand(losses):
    """The notes' example: scores 13, -7, 11, the first is right, a margin of 10 -> 8."""
    loss, cache = losses.svm_loss_forward(np.array([[13.0, -7, 11]]), np.array([0]), 10)
    assert loss == 8
    assert losses.svm_loss_backward(cache).tolist() == [[-1, 0, 1]]
    scores = np.array([[1.0, 2, 3], [0, 0, 0]])
    loss, cache = losses.svm_loss_forward(scores, np.array([0, 1]))
    assert loss == (2 + 3 + 1 + 1) / 2
    assert losses.svm_loss_backward(cache).tolist() == [[-1, 0.5, 0.5], [0.5, -1, 0.5]]
    loss, cache = losses.svm_loss_forward(np.array([[1.0, 0]]), np.array([0]))  # just at the margin: no loss
    assert (loss, losses.svm_loss_backward(cache).tolist()) == (0, [[0, 0]])


def check_first_losses(losses):
    """A net that knows nothing: ln 10, and 9 margins."""
    scores, labels = np.zeros((5, 10)), np.arange(5)
    assert float(losses.softmax_loss_forward(scores, labels)[0]) == pytest.approx(math.log(10), rel=1e-14)
    assert losses.svm_loss_forward(scores, labels)[0] == 9
    assert losses.SVMLoss(0.5).forward(scores, labels)[0] == 4.5


def check_large_scores(losses):
    """Neither inf nor NaN, and no warning: in float32 exp overflows from 89 on."""
    for dtype in ("f4", "f8"):
        scores = np.array([[1000, -1000, 0], [-3e4, 3e4, 0], [5e3, 5e3, 5e3]], dtype)
        with np.errstate(all="raise", under="ignore"):
            loss, cache = losses.softmax_loss_forward(scores, np.array([0, 1, 2]))
            assert float(loss) == pytest.approx(math.log(3) / 3, rel=1e-6)
            assert np.isfinite(losses.softmax_loss_backward(cache)).all()
            wrong, _ = losses.softmax_loss_forward(scores, np.array([1, 0, 2]))
            assert float(wrong) == pytest.approx((2000 + 6e4 + math.log(3)) / 3, rel=1e-6)
    nan = np.array([[math.nan, 1.0]])
    for name in NAMES:
        assert math.isnan(functions(losses, name)[0](nan, np.array([1]))[0])


def check_gradients(losses):
    rng = np.random.default_rng(0)
    scores, labels = rng.standard_normal((6, 5)) * 3, rng.integers(0, 5, 6)
    for name in NAMES:
        forward, backward = functions(losses, name)

        def in_an_array(scores, forward=forward):
            loss, cache = forward(scores, labels)
            return np.atleast_1d(loss), cache

        error = gradcheck(in_an_array, lambda dy, cache, backward=backward: dy * backward(cache), {"scores": scores})
        assert error < 1e-8, name


def check_dtypes_and_labels(losses):
    scores = np.random.default_rng(1).standard_normal((3, 4))
    for name in NAMES:
        forward, backward = functions(losses, name)
        expected, cache = forward(scores, LABELS)
        gradient = backward(cache)
        for kind in ("u1", "i2", "i8"):
            loss, cache = forward(scores.astype("f4"), LABELS.astype(kind))
            assert loss.dtype == backward(cache).dtype == np.float32
            np.testing.assert_allclose(loss, expected, rtol=1e-5)
            np.testing.assert_allclose(backward(cache), gradient, rtol=1e-4, atol=1e-7)
        whole, cache = forward(np.array([[200, 100, 7]], "u1"), np.array([1]))
        assert float(whole) == pytest.approx(101 if name == "svm" else 100, abs=1e-4)
        assert backward(cache).dtype == np.float32

        def run(scores, forward=forward, backward=backward):
            loss, cache = forward(scores, LABELS)
            return [np.atleast_1d(loss), backward(cache)]

        same_in_any_layout(run, scores)


def check_weight_decay(losses):
    params = {"w": np.array([[1.0, -2], [3, 0]]), "b": np.array([2.0])}
    loss, cache = losses.weight_decay_forward(params, 0.5)
    assert loss == (1 + 4 + 9 + 4) / 4
    grads = losses.weight_decay_backward(cache)
    assert {name: grad.tolist() for name, grad in grads.items()} == {"w": [[0.5, -1], [1.5, 0]], "b": [1]}
    assert losses.weight_decay_forward({}, 0.5)[0] == losses.weight_decay_forward(params, 0)[0] == 0
    single = {"w": params["w"].astype("f4")}
    loss, cache = losses.weight_decay_forward(single, np.float64(0.5))
    assert loss.dtype == losses.weight_decay_backward(cache)["w"].dtype == np.float32


def check_objects(losses):
    scores = np.random.default_rng(2).standard_normal((3, 4))
    for made, name, args in [(losses.SoftmaxLoss(), "softmax", ()), (losses.SVMLoss(3), "svm", (3,))]:
        forward, backward = functions(losses, name)
        loss, cache = forward(scores, LABELS, *args)
        got, own = made.forward(scores, LABELS)
        assert got == loss
        np.testing.assert_array_equal(made.backward(own), backward(cache))
    assert {name: kind().forward(scores, LABELS)[0] for name, kind in losses.LOSSES.items()} == {
        name: functions(losses, name)[0](scores, LABELS)[0] for name in NAMES
    }
    assert repr([losses.SVMLoss(2), losses.SoftmaxLoss()]) == "[SVMLoss(2), SoftmaxLoss()]"


def check_refusals(losses):
    scores = np.zeros((3, 4))
    for name in NAMES:
        forward, backward = functions(losses, name)
        for bad, words in [
            (np.array([0, 1, 4]), "from 0 to 3, for scores has 4 columns; got 0 to 4"),
            (np.array([0, -1, 1]), "got -1 to 1"),
            (np.zeros((3, 4), int), r"labels\.argmax\(axis=1\)"),
            (np.zeros(2, int), r"labels must be \(3,\)"),
        ]:
            with pytest.raises(ValueError, match=words):
                forward(scores, bad)
        with pytest.raises(TypeError, match=r"labels\.astype\(int\); got float64"):
            forward(scores, np.zeros(3))
        with pytest.raises(ValueError, match=r"scores must be \(N,K\)"):
            forward(np.zeros(4), LABELS)
        _, cache = forward(scores, LABELS)
        for wrong in (None, 3, cache[0], (*cache, 1)):
            with pytest.raises(TypeError, match=f"cache must be what {name}_loss_forward gave"):
                backward(wrong)
        with standin.installed() as xp, pytest.raises(TypeError, match="both NumPy and CuPy"):
            forward(xp.zeros((3, 4)), LABELS)
    for call in (lambda margin: losses.svm_loss_forward(scores, LABELS, margin), losses.SVMLoss):
        with pytest.raises(ValueError, match="margin must be a number above 0; got 0"):
            call(0)


CHECKS = [
    check_softmax_by_hand,
    check_svm_by_hand,
    check_first_losses,
    check_large_scores,
    check_gradients,
    check_dtypes_and_labels,
    check_weight_decay,
    check_objects,
    check_refusals,
]
