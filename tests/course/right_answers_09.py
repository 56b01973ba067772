"""Answers to chapter 09's exercises that are right and written differently from ours."""

RIGHT = {
    "inception-size": [
        """
def inception_size(depth, lanes):
    total = 0
    for lane in lanes:
        depths = [depth] + [K for _, K in lane]
        for i, (F, K) in enumerate(lane):
            total += F**2 * depths[i] * K + K
    return total, sum(lane[-1][1] for lane in lanes)
""",
        """
def inception_size(depth, lanes):
    def lane_size(D, lane):
        if not lane:
            return 0
        (F, K), *rest = lane
        return K * (1 + D * F * F) + lane_size(K, rest)
    return sum(lane_size(depth, lane) for lane in lanes), sum(lane[-1][1] for lane in lanes)
""",
        """
import numpy as np

def inception_size(depth, lanes):
    weights = biases = out = 0
    for lane in lanes:
        F, K = np.array(lane).T
        D = np.append(depth, K[:-1])
        weights += int((F * F * D * K).sum())
        biases += int(K.sum())
        out += int(K[-1])
    return weights + biases, out
""",
        """
from cs231n_kit.layers import Concat, Conv2d, Serial

def inception_size(depth, lanes):
    module = Concat(*[Serial(*[Conv2d(K, F, pad=F // 2) for F, K in lane]) for lane in lanes])
    shapes = module.param_shapes((depth, 9, 9)).values()
    return int(sum(np.prod(shape) for shape in shapes)), module.out_shape((depth, 9, 9))[0]
""",
    ],
    "shortcut": [
        """
def shortcut(x, K):
    missing = K - x.shape[1]
    return np.pad(x[:, :, ::2, ::2], ((0, 0), (missing // 2, missing - missing // 2), (0, 0), (0, 0)))
""",
        """
def shortcut(x, K):
    N, C, H, W = x.shape
    y = np.zeros((N, K, -(-H // 2), -(-W // 2)))
    for n in range(N):
        for c in range(C):
            for i in range(0, H, 2):
                for j in range(0, W, 2):
                    y[n, c + (K - C) // 2, i // 2, j // 2] = x[n, c, i, j]
    return y
""",
        """
def shortcut(x, K):
    small = x[..., ::2, ::2]
    N, C, H, W = small.shape
    front = (K - C) // 2
    zeros = [np.zeros((N, front, H, W)), np.zeros((N, K - C - front, H, W))]
    return np.concatenate([zeros[0], small, zeros[1]], axis=1)
""",
        """
from cs231n_kit.layers import pad_channels_forward

def shortcut(x, K):
    C = x.shape[1]
    rows, columns = np.arange(0, x.shape[2], 2), np.arange(0, x.shape[3], 2)
    return pad_channels_forward(x[:, :, rows][..., columns], (K - C) // 2, K - C - (K - C) // 2)[0]
""",
        """
def shortcut(x, K):
    N, C, H, W = x.shape
    which = np.zeros((K, C))
    which[np.arange(C) + (K - C) // 2, np.arange(C)] = 1
    return np.einsum("kc,nchw->nkhw", which, x[:, :, 0:H:2, 0:W:2])
""",
    ],
    "bottleneck": ["number = 2 * 9 * 256**2 / (256 * 64 + 9 * 64**2 + 64 * 256)", "number = 17"],
    "guess-the-net": ["choice = 1 + 2"],
}
