"""What layers.dropout must do: `check(dropout)` fails, or the module is right."""

import numpy as np
import pytest
import standin


class SameDraws(np.random.Generator):
    """A generator whose draws are the same in every call."""

    def __init__(self):
        super().__init__(np.random.PCG64(0))

    def random(self, *args, **kwargs):
        return np.random.default_rng(5).random(*args, **kwargs)


def check_what_stays_is_scaled(dropout):
    x = np.arange(1.0, 10_001).reshape(100, 100)
    for drop in (0, 0.2, 0.75):
        y, cache = dropout.dropout_forward(x, np.random.default_rng(0), drop)
        kept = y != 0
        assert kept.mean() == pytest.approx(1 - drop, abs=0.02)
        np.testing.assert_allclose(y[kept], x[kept] / (1 - drop), rtol=1e-14)
        assert y.mean() == pytest.approx(x.mean(), rel=0.05)
        dx = dropout.dropout_backward(x + 3, cache)
        np.testing.assert_allclose(dx, np.where(kept, (x + 3) / (1 - drop), 0), rtol=1e-14)


def check_draws(dropout):
    """The generator decides, each call draws anew, and float32 and float64 leave out the same numbers."""
    x = np.ones((8, 9))
    rng = np.random.default_rng(1)
    first, second = (dropout.dropout_forward(x, rng)[0] for _ in range(2))
    again, _ = dropout.dropout_forward(x.astype("f4"), np.random.default_rng(1))
    assert (first != second).any()
    np.testing.assert_array_equal(first, again)
    assert again.dtype == np.float32


def check_dtypes_and_what_is_not_finite(dropout):
    x = np.array([[np.inf, np.nan, 1.0, -np.inf] * 20])
    for dtype in ("f4", "f8"):
        with np.errstate(all="raise"):
            y, cache = dropout.dropout_forward(x.astype(dtype), np.random.default_rng(0), np.float64(0.5))
            dx = dropout.dropout_backward(x.astype(dtype), cache)
        assert y.dtype == dx.dtype == dtype
        assert 20 < (y == 0).sum() == (dx == 0).sum() < 60  # nothing of what is left out, not even NaN
    whole, _ = dropout.dropout_forward(np.full((4, 4), 200, "u1"), np.random.default_rng(0))
    assert set(whole.ravel().tolist()) == {0, 400}


def check_the_layer(dropout):
    layer, x = dropout.Dropout(0.3), np.random.default_rng(2).standard_normal((6, 5, 4))
    y, cache = dropout.dropout_forward(x, np.random.default_rng(3), 0.3)
    out, kept, state = layer.forward(x, {}, {"a": 1}, train=True, rng=np.random.default_rng(3))
    np.testing.assert_array_equal(out, y)
    dx, grads = layer.backward(x, kept)
    np.testing.assert_array_equal(dx, dropout.dropout_backward(x, cache))
    assert (grads, state) == ({}, {"a": 1})
    for rng in (None, np.random.default_rng(3)):  # in a test nothing is drawn
        out, kept, _ = layer.forward(x, {}, {}, rng=rng)
        np.testing.assert_array_equal(out, x)
        np.testing.assert_array_equal(layer.backward(y, kept)[0], y)
        assert not np.shares_memory(out, x)
    with pytest.raises(TypeError, match=r"rng=np\.random\.default_rng\(0\); got None"):
        layer.forward(x, {}, {}, train=True)
    assert dropout.Dropout().drop == 0.5
    assert repr(dropout.Dropout(0.3)) == "Dropout(0.3)"


def check_refusals(dropout):
    x, rng = np.ones((2, 3)), np.random.default_rng(0)
    for bad in (1, -0.1, 1.5, np.nan, "half", True, None):
        for call in (lambda bad: dropout.dropout_forward(x, rng, bad), dropout.Dropout):
            with pytest.raises(ValueError, match="drop must be a number from 0 on and below 1"):
                call(bad)
    for bad in (None, 3, np.random, np.random.RandomState(0)):
        with pytest.raises(TypeError, match="rng draws what is left out"):
            dropout.dropout_forward(x, bad)
    _, cache = dropout.dropout_forward(x, rng)
    with pytest.raises(ValueError, match=r"\(2, 3\).*\(3,\)"):
        dropout.dropout_backward(np.ones(3), cache)
    for wrong in (None, x, (x, 1), (*cache, 1)):
        with pytest.raises(TypeError, match="cache must be what dropout_forward gave"):
            dropout.dropout_backward(x, wrong)
    with standin.installed() as xp, pytest.raises(TypeError, match="both NumPy and CuPy"):
        dropout.dropout_backward(xp.ones((2, 3)), cache)


CHECKS = [
    check_what_stays_is_scaled,
    check_draws,
    check_dtypes_and_what_is_not_finite,
    check_the_layer,
    check_refusals,
]
