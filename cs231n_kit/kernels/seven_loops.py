"""A CONV layer by seven nested loops, with stride and padding, and nothing else.

Built in 02_arithmetic_of_space. Made by tools/tangle.py: edit the chapter, not this file.
"""

import numpy as np

from cs231n_kit.sizing import out_size

__all__ = ["forward"]


# ---- 02 Convolution: the arithmetic of space: Exercise: the whole layer ----
def forward(x, w, b, stride=1, pad=0):
    """Returns (y, None): a CONV layer by seven nested loops.

    x (N,C,H,W), w (K,C,F,F), b (K,) -> y (N,K,H',W').
    Source: notes, Convolutional Layer.
    """
    (N, C, H, W), (K, _, F, _) = x.shape, w.shape
    rows, columns = out_size(H, F, stride, pad), out_size(W, F, stride, pad)
    y = np.zeros((N, K, rows, columns))
    for n in range(N):
        for k in range(K):
            for i in range(rows):
                for j in range(columns):
                    total = b[k]
                    for c in range(C):
                        for u in range(F):
                            for v in range(F):
                                row, col = i * stride - pad + u, j * stride - pad + v
                                inside = 0 <= row < H and 0 <= col < W
                                cell = x[n, c, row, col] if inside else 0  # padding
                                total = total + cell * w[k, c, u, v]
                    y[n, k, i, j] = total
    return y, None
