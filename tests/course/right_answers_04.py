"""Answers to chapter 04's exercises that are right and written differently from ours."""

RIGHT = {
    "pool-max": [
        """
import numpy as np

def max_pool(x, size, stride):
    views = np.lib.stride_tricks.sliding_window_view(x, (size, size))
    return views[::stride, ::stride].max(axis=(2, 3))
""",
        """
import numpy as np

def max_pool(x, size, stride):
    rows = range(0, len(x) - size + 1, stride)
    columns = range(0, len(x[0]) - size + 1, stride)
    return np.array([[max(x[i + u][j + v] for u in range(size) for v in range(size)) for j in columns] for i in rows])
""",
        """
import numpy as np

def max_pool(x, size, stride):
    H, W = x.shape
    y = np.full(((H - size) // stride + 1, (W - size) // stride + 1), -np.inf)
    for u in range(size):
        for v in range(size):
            y = np.maximum(y, x[u::stride, v::stride][: y.shape[0], : y.shape[1]])
    return y
""",
        """
def max_pool(x, size, stride):
    def largest(part):
        return part if part.ndim == 0 else max(largest(one) for one in part)

    tops = range(0, x.shape[0] - size + 1, stride)
    lefts = range(0, x.shape[1] - size + 1, stride)
    return [[largest(x[top : top + size, left : left + size]) for left in lefts] for top in tops]
""",
    ],
    "pool-average": [
        """
import numpy as np

def avg_pool(x, size, stride, pad, count_pad):
    H, W = x.shape
    y = []
    for top in range(-pad, H + pad - size + 1, stride):
        y.append([])
        for left in range(-pad, W + pad - size + 1, stride):
            window = x[max(top, 0) : top + size, max(left, 0) : left + size]
            y[-1].append(window.sum() / size**2 if count_pad else window.mean())
    return np.array(y)
""",
        """
import numpy as np

def avg_pool(x, size, stride, pad, count_pad):
    outside = 0.0 if count_pad else np.nan
    padded = np.pad(x.astype(float), pad, constant_values=outside)
    views = np.lib.stride_tricks.sliding_window_view(padded, (size, size))[::stride, ::stride]
    return np.nanmean(views, axis=(2, 3))
""",
        """
import numpy as np

def avg_pool(x, size, stride, pad, count_pad):
    def sums(a):
        H, W = a.shape
        padded = np.zeros((H + 2 * pad, W + 2 * pad))
        padded[pad : pad + H, pad : pad + W] = a
        rows, columns = (H + 2 * pad - size) // stride + 1, (W + 2 * pad - size) // stride + 1
        total = np.zeros((rows, columns))
        for u in range(size):
            for v in range(size):
                total += padded[u::stride, v::stride][:rows, :columns]
        return total
    return sums(x) / (size * size if count_pad else sums(np.ones(x.shape)))
""",
        """
import numpy as np

def avg_pool(x, size, stride, pad, count_pad):
    H, W = x.shape
    def inside(number, length):
        start = number * stride - pad
        return [at for at in range(start, start + size) if 0 <= at < length]
    y = np.zeros(((H + 2 * pad - size) // stride + 1, (W + 2 * pad - size) // stride + 1))
    for i, j in np.ndindex(y.shape):
        seen = [x[row, column] for row in inside(i, H) for column in inside(j, W)]
        y[i, j] = sum(seen) / (size**2 if count_pad else len(seen))
    return y
""",
    ],
    "pool-filters": [
        """
import numpy as np

def averaging_filters(D, F):
    return np.eye(D)[:, :, None, None] * np.full((F, F), 1 / F**2)
""",
        """
import numpy as np

def averaging_filters(D, F):
    return np.array([[[[(k == d) / F / F for _ in range(F)] for _ in range(F)] for d in range(D)] for k in range(D)])
""",
        """
import numpy as np

def averaging_filters(D, F):
    w = np.ones((D, D, F, F))
    w[np.arange(D)[:, None] != np.arange(D)] = 0
    return w / w[0].sum()
""",
        """
import numpy as np

def averaging_filters(D, F):
    return np.kron(np.eye(D), np.ones((F, F)) / (F * F)).reshape(D, F, D, F).transpose(0, 2, 1, 3)
""",
    ],
    "pool-max-back": [
        """
import numpy as np

def max_pool_dx(dy, x, size, stride):
    dx = np.zeros_like(x, dtype=float)
    for i in range(dy.shape[0]):
        for j in range(dy.shape[1]):
            best, place = None, None
            for a in range(i * stride, i * stride + size):
                for b in range(j * stride, j * stride + size):
                    if best is None or x[a, b] > best:
                        best, place = x[a, b], (a, b)
            dx[place] += dy[i, j]
    return dx
""",
        """
import numpy as np

def max_pool_dx(dy, x, size, stride):
    rows, columns = dy.shape
    views = np.lib.stride_tricks.sliding_window_view(x, (size, size))[::stride, ::stride][:rows, :columns]
    won = views.reshape(rows, columns, -1).argmax(axis=2)
    i, j = np.indices(dy.shape) * stride
    dx = np.zeros(x.shape)
    np.add.at(dx, (i + won // size, j + won % size), dy)
    return dx
""",
        """
from cs231n_kit.kernels import pooling

def max_pool_dx(dy, x, size, stride):
    grid = pooling.lay((1, *x.shape), size, stride)
    _, switches = pooling.max_windows(x[None, None], grid)
    return pooling.route(dy[None, None], switches, grid)[0, 0]
""",
        """
import numpy as np

def max_pool_dx(dy, x, size, stride):
    dx = np.zeros(x.shape)
    for (i, j), gradient in np.ndenumerate(dy):
        part = np.s_[i * stride : i * stride + size, j * stride : j * stride + size]
        first = np.argwhere(x[part] == x[part].max())[0]
        dx[part][tuple(first)] += gradient
    return dx
""",
        """
import numpy as np

def max_pool_dx(dy, x, size, stride):
    dx = np.zeros(x.shape)
    for i, j in np.ndindex(dy.shape):
        best, row, column = -np.inf, 0, 0
        for u in range(i * stride, i * stride + size):
            for v in range(j * stride, j * stride + size):
                if x[u, v] > best:
                    best, row, column = x[u, v], u, v
        dx[row, column] += dy[i, j]
    return dx
""",
    ],
    "pool-norm-back": [
        """
import numpy as np
from cs231n_kit.kernels import pooling

def l2_pool_backward(dy, cache):
    x, y, grid = cache
    share = np.zeros_like(dy)
    share[y > 0] = dy[y > 0] / y[y > 0]
    return pooling.scatter_sum(share, grid) * x
""",
        """
import numpy as np

def l2_pool_backward(dy, cache):
    x, y, grid = cache
    dx = np.zeros_like(x)
    (F_h, F_w), (S_h, S_w) = grid.size, grid.stride
    for n, c, i, j in np.ndindex(y.shape):
        if y[n, c, i, j] > 0:
            part = np.s_[n, c, i * S_h : i * S_h + F_h, j * S_w : j * S_w + F_w]
            dx[part] += dy[n, c, i, j] * x[part] / y[n, c, i, j]
    return dx
""",
        """
import numpy as np
from cs231n_kit.kernels import pooling

def l2_pool_backward(dy, cache):
    x, y, grid = cache
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.nan_to_num(dy / y, posinf=0.0, neginf=0.0)
    return x * pooling.scatter_sum(share, grid)
""",
        """
import numpy as np


def l2_pool_backward(dy, cache):
    x, y, grid = cache
    dx = np.zeros_like(x)
    for _, _, windows, inputs in grid.taps:
        slope = np.divide(x[inputs], y[windows], out=np.zeros_like(y[windows]), where=y[windows] != 0)
        dx[inputs] += dy[windows] * slope
    return dx
""",
    ],
    "pool-parameters": [
        """
def count_parameters(W, D, K, M, pooled):
    depths = [D] + [K] * (M - 1)
    side = W // 2**M if pooled else W
    return sum((9 * depth + 1) * K for depth in depths), (side**2 * K + 1) * 10
""",
        """
from math import prod
from cs231n_kit.layers import Conv2d, Linear, MaxPool2d

def count_parameters(W, D, K, M, pooled):
    def count(layer):
        return sum(prod(one) for one in layer.param_shapes(shape).values())
    shape, conv = (D, W, W), 0
    for _ in range(M):
        layer = Conv2d(K, 3, pad=1)
        conv += count(layer)
        shape = layer.out_shape(shape)
        if pooled:
            shape = MaxPool2d(2).out_shape(shape)
    return conv, count(Linear(10))
""",
        """
def count_parameters(W, D, K, M, pooled):
    def walk(depth, side, left):
        if left == 0:
            return [0, 10 * side * side * depth + 10]
        conv, fc = walk(K, side / 2 if pooled else side, left - 1)
        return [conv + 9 * depth * K + K, fc]
    conv, fc = walk(D, W, M)
    return conv, int(fc)
""",
        """
import numpy as np

def count_parameters(W, D, K, M, pooled):
    image = np.zeros((D, W, W))
    shapes = []
    for _ in range(M):
        shapes += [(K, len(image), 3, 3), (K,)]
        image = np.zeros((K, *image.shape[1:]))[:, :: 1 + pooled, :: 1 + pooled]
    return np.array([sum(map(np.prod, shapes)), image.size * 10 + 10])
""",
    ],
}
