"""What layers.channels must do: `check(channels)` fails, or the module is right."""

import numpy as np
import standin

from cs231n_kit.gradcheck import gradcheck

X = np.random.default_rng(0).standard_normal((2, 3, 4, 5))


def check_zeros_stand_before_and_after(channels):
    y, cache = channels.pad_channels_forward(X, 1, 2)
    assert y.shape == (2, 6, 4, 5)
    np.testing.assert_array_equal(y[:, 1:4], X)
    assert not y[:, [0, 4, 5]].any()
    dy = np.random.default_rng(1).standard_normal(y.shape)
    dx = channels.pad_channels_backward(dy, cache)
    np.testing.assert_array_equal(dx, dy[:, 1:4])
    dx[...] = 0
    assert dy[:, 1:4].all()


def check_gradient(channels):
    for before, after in ((0, 0), (2, 0), (0, 3), (1, 1)):
        error = gradcheck(
            lambda x, before=before, after=after: channels.pad_channels_forward(x, before, after),
            channels.pad_channels_backward,
            {"x": X},
        )
        assert error < 1e-8


def check_the_layer(channels):
    layer = channels.PadChannels(before=1, after=2)
    assert repr(layer) == "PadChannels(before=1, after=2)"
    assert layer.out_shape((3, 4, 5)) == (6, 4, 5)
    y, cache, state = layer.forward(X.astype("f4"), {}, {})
    assert (y.shape, y.dtype, state) == ((2, 6, 4, 5), np.float32, {})
    np.testing.assert_array_equal(y[:, 1:4], X.astype("f4"))
    dx, grads = layer.backward(y, cache)
    np.testing.assert_array_equal(dx, X.astype("f4"))
    assert grads == {}


def check_back_end(channels):
    with standin.installed() as cupy:
        y, cache = channels.pad_channels_forward(cupy.asarray(X), 1, 2)
        dx = channels.pad_channels_backward(y, cache)
        np.testing.assert_array_equal(cupy.asnumpy(dx), X)


CHECKS = [check_zeros_stand_before_and_after, check_gradient, check_the_layer, check_back_end]
