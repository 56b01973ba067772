"""The small whole numbers that fill a demo of any size; widgets/js/shared/fill.js has the same rule for the browser."""

import numpy as np

SIGNS = np.array([1, 0, -1, 1, 0, -1, 0])


def fill_x(C, H, W):
    """Make an input of small whole numbers, x (C,H,W), with values from 0 to 3."""
    c, i, j = np.ogrid[:C, :H, :W]
    return (3 * i * i + 2 * j * j + i * j + c * (2 * i + 3 * j + 5) + 2 * j) % 7 % 4


def fill_w(K, C, F):
    """Make filters of small whole numbers, w (K,C,F,F), with values from -1 to 1."""
    k, c, i, j = np.ogrid[:K, :C, :F, :F]
    return SIGNS[((2 * k + 3) * i + (c + 1) * j * j + i * j * (k + 1) + 3 * k + 2 * c) % 7]


def fill_b(K):
    """Make biases of small whole numbers, b (K,)."""
    return np.array([1, 0, -1])[np.arange(K) % 3]
