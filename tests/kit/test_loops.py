"""Convolution by loops: against numbers worked by hand, sums written as slices, and PyTorch."""

import numpy as np
import pytest

from cs231n_kit import sizing
from cs231n_kit.kernels import loops


def draw(rng, dtype=np.float64):
    """Draw one case: arrays and settings, ragged and lopsided on purpose."""
    groups = int(rng.choice([1, 1, 2, 3]))
    N, C, K = int(rng.integers(1, 3)), groups * int(rng.integers(1, 3)), groups * int(rng.integers(1, 3))
    H, W = (int(size) for size in rng.integers(4, 9, 2))
    F = tuple(int(size) for size in rng.integers(1, 4, 2))
    settings = {
        "stride": tuple(int(size) for size in rng.integers(1, 5, 2)),
        "pad": tuple(int(size) for size in rng.integers(0, 3, 2)),
        "dilation": tuple(int(size) for size in rng.integers(1, 3, 2)),
        "groups": groups,
    }
    x = rng.standard_normal((N, C, H, W)).astype(dtype)
    w = rng.standard_normal((K, C // groups, *F)).astype(dtype)
    b = rng.standard_normal(K).astype(dtype) if rng.random() < 0.8 else None
    return x, w, b, settings


def fitting(count, seed, dtype=np.float64):
    """Draw `count` cases in which at least one window fits."""
    rng, found = np.random.default_rng(seed), 0
    while found < count:
        x, w, b, settings = draw(rng, dtype)
        try:
            loops_shape = sizing.conv_shape(
                x.shape[1:], len(w), w.shape[2:], settings["stride"], settings["pad"], settings["dilation"]
            )
        except ValueError:
            continue
        found += 1
        yield x, w, b, settings, loops_shape


def by_slices(x, w, b, stride, pad, dilation, groups):
    """Compute a CONV layer from np.pad and strided slices: shares no code with the loops."""
    (S_h, S_w), (P_h, P_w), (d_h, d_w) = stride, pad, dilation
    padded = np.pad(x, ((0, 0), (0, 0), (P_h, P_h), (P_w, P_w)))
    K, depth, F_h, F_w = w.shape
    last_h, last_w = padded.shape[2] - (F_h - 1) * d_h, padded.shape[3] - (F_w - 1) * d_w
    maps = []
    for k in range(K):
        first = k // (K // groups) * depth
        total = 0.0 if b is None else b[k]
        for u in range(F_h):
            for v in range(F_w):
                part = padded[:, first : first + depth, u * d_h :, v * d_w :][:, :, :last_h, :last_w]
                total = total + np.einsum("nchw,c->nhw", part[:, :, ::S_h, ::S_w], w[k, :, u, v])
        maps.append(total)
    return np.stack(maps, axis=1)


def test_one_dimension_of_the_notes():
    x = np.array([1.0, 2, -1, 1, -3]).reshape(1, 1, 1, 5)
    w = np.array([1.0, 0, -1]).reshape(1, 1, 1, 3)
    assert loops.forward(x, w, None, pad=(0, 1))[0].ravel().tolist() == [-2, 2, 1, 2, 1]
    assert loops.forward(x, w, None, stride=(1, 2), pad=(0, 1))[0].ravel().tolist() == [-2, 1, 1]


def test_worked_by_hand():
    x = np.arange(1.0, 13).reshape(1, 1, 3, 4)
    w = np.array([[1.0, 2], [3, 4]]).reshape(1, 1, 2, 2)
    y, cache = loops.forward(x, w, np.array([10.0]))
    assert y.tolist() == [[[[54, 64, 74], [94, 104, 114]]]]  # 1*1 + 2*2 + 3*5 + 4*6 + 10 = 54
    assert cache[0] is x
    y, _ = loops.forward(x, w, np.array([10.0]), stride=2, pad=1)
    assert y.tolist() == [[[[14, 28, 22], [56, 104, 54]]]]  # at the corner 4*1 + 10 = 14


def test_conv_at_agrees_with_forward():
    for x, w, b, settings, shape in fitting(20, seed=1):
        if settings["groups"] > 1:
            continue
        stride, pad = settings["stride"][0], settings["pad"][0]
        y, _ = loops.forward(x, w, b, stride=stride, pad=pad)
        row, col = y.shape[2] - 1, y.shape[3] // 2
        bias = 0 if b is None else b[-1]
        assert loops.conv_at(x[0], w[-1], bias, row, col, stride, pad) == pytest.approx(y[0, -1, row, col]), shape


def test_forward_equals_slices():
    for x, w, b, settings, shape in fitting(120, seed=2):
        y, _ = loops.forward(x, w, b, **settings)
        assert y.shape[1:] == shape
        np.testing.assert_allclose(y, by_slices(x, w, b, **settings), rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize(("dtype", "tolerance"), [(np.float32, 1e-5), (np.float64, 1e-12)])
def test_forward_equals_pytorch(torch, dtype, tolerance):
    for x, w, b, settings, _ in fitting(150, seed=3, dtype=dtype):
        expected = torch.nn.functional.conv2d(
            *(None if array is None else torch.from_numpy(array) for array in (x, w, b)),
            stride=settings["stride"],
            padding=settings["pad"],
            dilation=settings["dilation"],
            groups=settings["groups"],
        )
        y, _ = loops.forward(x, w, b, **settings)
        assert y.dtype == dtype
        np.testing.assert_allclose(y, expected.numpy(), rtol=tolerance, atol=tolerance)


def test_fit_pad_adds_a_window_of_zeros_at_the_far_end():
    x, w = np.arange(1.0, 11).reshape(1, 1, 1, 10), np.ones((1, 1, 1, 3))
    assert loops.forward(x, w, None, stride=(1, 2))[0].ravel().tolist() == [6, 12, 18, 24]
    assert loops.forward(x, w, None, stride=(1, 2), fit="pad")[0].ravel().tolist() == [6, 12, 18, 24, 19]
    with pytest.raises(ValueError, match="not divisible by 2"):
        loops.forward(x, w, None, stride=(1, 2), fit="raise")


def test_four_sided_padding():
    rng = np.random.default_rng(5)
    x, w = rng.standard_normal((2, 2, 5, 6)), rng.standard_normal((3, 2, 3, 3))
    y, _ = loops.forward(x, w, None, stride=2, pad=(0, 1, 2, 1))
    padded = np.pad(x, ((0, 0), (0, 0), (0, 1), (2, 1)))
    np.testing.assert_allclose(y, loops.forward(padded, w, None, stride=2)[0])


def test_lists_and_mixed_back_ends_are_refused():
    with pytest.raises(TypeError, match=r"use np\.array"):
        loops.forward([[1.0]], [[1.0]], None)
    with pytest.raises(ValueError, match="goes through the whole depth"):
        loops.forward(np.ones((1, 3, 5, 5)), np.ones((1, 2, 3, 3)), None)
