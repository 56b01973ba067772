"""Answers to chapter 03's exercises that are right and written differently from ours: all must get full points."""

RIGHT = {
    "im2col": [
        """
import numpy as np

def im2col(x, size, stride=1, pad=0, dilation=1, fit="crop"):
    C, H, W = x.shape
    padded = np.pad(x, ((0, 0), (pad, pad), (pad, pad)))
    rows = (H + 2 * pad - size) // stride + 1
    columns = (W + 2 * pad - size) // stride + 1
    found = np.zeros((C * size * size, rows * columns))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            found[:, i * columns + j] = padded[:, top : top + size, left : left + size].ravel()
    return found
""",
        """
import numpy as np

def im2col(x, size, stride=1, pad=0):
    padded = np.pad(x, [(0, 0), (pad, pad), (pad, pad)])
    rows = []
    for channel in padded:
        for u in range(size):
            for v in range(size):
                block = channel[u : u + len(channel) - size + 1, v : v + channel.shape[1] - size + 1]
                rows.append(block[::stride, ::stride].ravel())
    return np.stack(rows)
""",
        """
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def im2col(x, size, stride=1, pad=0, dilation=1, fit="crop"):
    padded = np.pad(x, ((0, 0), (pad, pad), (pad, pad)))
    windows = sliding_window_view(padded, (size, size), axis=(1, 2))[:, ::stride, ::stride]
    C, rows, columns = windows.shape[:3]
    return windows.transpose(0, 3, 4, 1, 2).reshape(C * size * size, rows * columns)
""",
        """
import numpy as np

def im2col(x, size, stride=1, pad=0, **others):
    C, H, W = x.shape
    columns = []
    for top in range(-pad, H + pad - size + 1, stride):
        for left in range(-pad, W + pad - size + 1, stride):
            columns.append([
                x[c, i, j] if 0 <= i < H and 0 <= j < W else 0.0
                for c in range(C) for i in range(top, top + size) for j in range(left, left + size)
            ])
    return np.array(columns).T
""",
    ],
    "product": [
        """
import numpy as np

from cs231n_kit.kernels.im2col import im2col
from cs231n_kit.sizing import conv_shape

def forward(x, w, b, stride=1, pad=0, dilation=1, groups=1, fit="crop"):
    K, depth, F, _ = w.shape
    shape = conv_shape(x.shape[1:], K, F, stride, pad, dilation)
    maps = []
    for image in x:
        parts = []
        for share, filters in zip(np.split(image, groups), np.split(w, groups)):
            parts.append(filters.reshape(len(filters), -1) @ im2col(share, F, stride, pad, dilation))
        maps.append(np.concatenate(parts).reshape(shape))
    y = np.stack(maps)
    return (y if b is None else y + b[:, None, None]), None
""",
        """
import numpy as np

from cs231n_kit.kernels.im2col import im2col

def forward(x, w, b, stride=1, pad=0, dilation=1, groups=1, fit="crop"):
    (N, C, H, W), (K, depth, F, _) = x.shape, w.shape
    E = (F - 1) * dilation + 1
    rows, columns = (H + 2 * pad - E) // stride + 1, (W + 2 * pad - E) // stride + 1
    y = np.zeros((N, K, rows * columns))
    for n in range(N):
        x_col = im2col(x[n], F, stride, pad, dilation)
        for k in range(K):
            first = k // (K // groups) * depth * F * F
            y[n, k] = w[k].ravel() @ x_col[first : first + depth * F * F]
            if b is not None:
                y[n, k] += b[k]
    return y.reshape(N, K, rows, columns), (x, w, b)
""",
        """
import numpy as np

from cs231n_kit.kernels.im2col import im2col
from cs231n_kit.sizing import conv_shape

def forward(x, w, b, stride=1, pad=0, dilation=1, groups=1, fit="crop"):
    K, depth, F, _ = w.shape
    whole = np.zeros((K, x.shape[1], F, F))  # grouped filters as ordinary ones with zeros in them
    for k in range(K):
        first = k // (K // groups) * depth
        whole[k, first : first + depth] = w[k]
    x_col = im2col(x, F, stride, pad, dilation)  # the whole batch
    y = np.matmul(whole.reshape(K, -1), x_col).reshape(len(x), *conv_shape(x.shape[1:], K, F, stride, pad, dilation))
    if b is not None:
        y = y + np.asarray(b).reshape(1, K, 1, 1)
    return y, None
""",
        """
import numpy as np

from cs231n_kit.kernels.im2col import im2col

def one_group(image, filters, **geometry):
    columns = im2col(image, filters.shape[2], **geometry)
    return np.array([[np.dot(row.ravel(), column) for column in columns.T] for row in filters])

def forward(x, w, b, stride=1, pad=0, dilation=1, groups=1, fit="crop"):
    geometry = {"stride": stride, "pad": pad, "dilation": dilation}
    extent = (w.shape[2] - 1) * dilation + 1
    rows = (x.shape[2] + 2 * pad - extent) // stride + 1
    y = np.array([
        np.vstack([one_group(*pair, **geometry) for pair in zip(np.split(image, groups), np.split(w, groups))])
        for image in x
    ])
    y = y.reshape(*y.shape[:2], rows, -1)
    return (y, None) if b is None else (y + b.reshape(-1, 1, 1), None)
""",
    ],
    "row-gradients": [
        """
def slide_backward(row, weights, dy, S=1, P=0):
    padded = [0] * P + row + [0] * P
    spread, dw = [0] * len(padded), [0] * len(weights)
    for i in range(len(dy)):
        for u in range(len(weights)):
            spread[i * S + u] += weights[u] * dy[i]
            dw[u] += padded[i * S + u] * dy[i]
    return spread[P : P + len(row)], dw
""",
        """
import numpy as np

def slide_backward(row, weights, dy, S=1, P=0):
    W, F = len(row), len(weights)
    padded = np.pad(np.asarray(row, dtype=float), P)
    dx, dw = np.zeros(W + 2 * P), np.zeros(F)
    for i in range(len(dy)):
        dx[i * S : i * S + F] += dy[i] * np.asarray(weights)
        dw += dy[i] * padded[i * S : i * S + F]
    return dx[P : P + W], dw
""",
        """
def slide_backward(row, weights, dy, S=1, P=0):
    def slide(numbers, filter, step=1):
        last = len(numbers) - (len(filter) - 1) * step
        return [sum(numbers[i + u * step] * filter[u] for u in range(len(filter))) for i in range(last)]

    W, F = len(row), len(weights)
    spread = [0] * ((len(dy) - 1) * S + 1)
    spread[::S] = dy
    zeros = [0] * (F - 1)
    dx = slide(zeros + spread + zeros, list(weights)[::-1])
    dx += [0] * (W + 2 * P - len(dx))  # cells that no window reads
    padded = [0] * P + list(row) + [0] * P
    return dx[P : P + W], slide(padded, dy, step=S)[:F]
""",
        """
import numpy as np

def slide_backward(row, weights, dy, S=1, P=0):
    W, F = len(row), len(weights)
    matrix = np.zeros((len(dy), W + 2 * P))
    for i in range(len(dy)):
        matrix[i, i * S : i * S + F] = weights
    dx = matrix.T @ np.asarray(dy)
    padded = np.concatenate([np.zeros(P), row, np.zeros(P)])
    dw = np.array([sum(dy[i] * padded[i * S + u] for i in range(len(dy))) for u in range(F)])
    return list(dx[P : len(dx) - P]), dw
""",
        """
def slide_backward(row, weights, dy, S=1, P=0):
    def share(i, u):
        return i * S - P + u

    places = [(i, u, share(i, u)) for i in range(len(dy)) for u in range(len(weights))]
    inside = [(i, u, j) for i, u, j in places if 0 <= j < len(row)]
    dx = [sum(dy[i] * weights[u] for i, u, j in inside if j == cell) for cell in range(len(row))]
    dw = [sum(dy[i] * row[j] for i, u, j in inside if u == place) for place in range(len(weights))]
    return dx, dw
""",
    ],
    "layer-gradients": [
        """
import numpy as np

def backward(dy, cache):
    x, w, b, stride, pad, dilation, groups, fit = cache
    N, C, H, W = x.shape
    K, depth, F, _ = w.shape
    E = (F - 1) * dilation + 1
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dx, dw = np.zeros_like(padded), np.zeros_like(w)
    for n in range(N):
        for k in range(K):
            channels = slice(k // (K // groups) * depth, (k // (K // groups) + 1) * depth)
            for i in range(dy.shape[2]):
                for j in range(dy.shape[3]):
                    down = slice(i * stride, i * stride + E, dilation)
                    across = slice(j * stride, j * stride + E, dilation)
                    dx[n, channels, down, across] += w[k] * dy[n, k, i, j]
                    dw[k] += padded[n, channels, down, across] * dy[n, k, i, j]
    dx = dx[:, :, pad : pad + H, pad : pad + W]
    return dx, dw, dy.sum(axis=(0, 2, 3)) if b is not None else None
""",
        """
import numpy as np

def backward(dy, cache):
    x, w, b, stride, pad, dilation, groups, fit = cache
    (N, C, H, W), (K, depth, F, _), (rows, columns) = x.shape, w.shape, dy.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dx, dw = np.zeros(padded.shape), np.zeros(w.shape)
    share = K // groups
    for g in range(groups):
        some, channels = slice(g * share, (g + 1) * share), slice(g * depth, (g + 1) * depth)
        for u in range(F):
            for v in range(F):
                down = slice(u * dilation, u * dilation + (rows - 1) * stride + 1, stride)
                across = slice(v * dilation, v * dilation + (columns - 1) * stride + 1, stride)
                block = padded[:, channels, down, across]
                dw[some, :, u, v] = np.einsum("nkij,ncij->kc", dy[:, some], block)
                dx[:, channels, down, across] += np.einsum("nkij,kc->ncij", dy[:, some], w[some, :, u, v])
    db = None if b is None else np.array([dy[:, k].sum() for k in range(K)])
    return dx[:, :, pad : H + pad, pad : W + pad], dw, db
""",
        """
import numpy as np

def backward(dy, cache):
    x, w, b, stride, pad, dilation, groups, fit = cache
    K = w.shape[0]
    dx, dw = np.zeros(x.shape), np.zeros(w.shape)
    for n, k, row, col in np.ndindex(*dy.shape):
        for c, u, v in np.ndindex(*w.shape[1:]):
            channel = (k * groups // K) * w.shape[1] + c
            i, j = row * stride + u * dilation - pad, col * stride + v * dilation - pad
            if i in range(x.shape[2]) and j in range(x.shape[3]):
                dx[n, channel, i, j] += w[k, c, u, v] * dy[n, k, row, col]
                dw[k, c, u, v] += x[n, channel, i, j] * dy[n, k, row, col]
    return dx, dw, None if b is None else dy.sum(3).sum(2).sum(0)
""",
        """
import numpy as np

def backward(dy, cache):
    x, w, b, stride, pad, dilation, groups, fit = cache
    (H, W), (K, depth, F, _) = x.shape[2:], w.shape
    rows, columns = dy.shape[2:]
    i = np.arange(rows)[:, None] * stride + np.arange(F) * dilation - pad  # (H', F): which row each reads
    j = np.arange(columns)[:, None] * stride + np.arange(F) * dilation - pad
    down = (i[..., None] == np.arange(H)).astype(float)  # (H', F, H)
    across = (j[..., None] == np.arange(W)).astype(float)
    dx, dw = np.zeros(x.shape), np.zeros(w.shape)
    for k in range(K):
        first = k // (K // groups) * depth
        some = slice(first, first + depth)
        dx[:, some] += np.einsum("nij,cuv,iup,jvq->ncpq", dy[:, k], w[k], down, across)
        dw[k] = np.einsum("nij,ncpq,iup,jvq->cuv", dy[:, k], x[:, some], down, across)
    return dx, dw, None if b is None else np.einsum("nkij->k", dy)
""",
    ],
    "col2im": [
        """
import numpy as np

def col2im(x_col, x_shape, size, stride=1, pad=0, dilation=1, fit="crop"):
    C, H, W = x_shape
    rows, columns = (H + 2 * pad - size) // stride + 1, (W + 2 * pad - size) // stride + 1
    dx = np.zeros((C, H + 2 * pad, W + 2 * pad))
    for p, column in enumerate(x_col.T):
        top, left = p // columns * stride, p % columns * stride
        dx[:, top : top + size, left : left + size] += column.reshape(C, size, size)
    return dx[:, pad : H + pad, pad : W + pad]
""",
        """
import numpy as np

def col2im(x_col, x_shape, size, stride=1, pad=0):
    C, H, W = x_shape
    rows, columns = (H + 2 * pad - size) // stride + 1, (W + 2 * pad - size) // stride + 1
    dx = np.zeros((C, H + 2 * pad, W + 2 * pad))
    for r, line in enumerate(x_col):
        c, u, v = r // size**2, r // size % size, r % size
        block = line.reshape(rows, columns)
        dx[c, u : u + rows * stride : stride, v : v + columns * stride : stride][:rows, :columns] += block
    return dx[:, pad : pad + H, pad : pad + W]
""",
        """
import numpy as np

def col2im(x_col, x_shape, size, stride=1, pad=0, dilation=1, fit="crop"):
    C, H, W = x_shape
    columns = (W + 2 * pad - size) // stride + 1
    dx = np.zeros(x_shape)
    for r, p in np.ndindex(x_col.shape):
        c, u, v = np.unravel_index(r, (C, size, size))
        i, j = p // columns * stride + u - pad, p % columns * stride + v - pad
        if 0 <= i < H and 0 <= j < W:
            dx[c, i, j] += x_col[r, p]
    return dx
""",
        """
import numpy as np

def col2im(x_col, x_shape, size, stride=1, pad=0, dilation=1, fit="crop"):
    C, H, W = x_shape
    padded = np.zeros((C, H + 2 * pad, W + 2 * pad))
    numbers = np.arange(padded.size).reshape(padded.shape)  # where each cell of a column came from
    views = np.lib.stride_tricks.sliding_window_view(numbers, (size, size), axis=(1, 2))[:, ::stride, ::stride]
    places = views.transpose(0, 3, 4, 1, 2).reshape(x_col.shape)
    np.add.at(padded.reshape(-1), places, x_col)
    return padded[:, pad : pad + H, pad : pad + W]
""",
    ],
    "grouped": [
        """
def grouped_costs(C, K, F, groups, rows, columns):
    a_filter = F**2 * (C // groups)
    return K * (a_filter + 1), K * a_filter * rows * columns
""",
        """
def grouped_costs(C, K, F, groups, rows, columns):
    parameters = work = 0
    for group in range(groups):
        for k in range(K // groups):
            parameters += F * F * (C // groups) + 1
            work += F * F * (C // groups) * rows * columns
    return [parameters, work]
""",
        """
from cs231n_kit.sizing import conv_macs, conv_weights

def grouped_costs(C, K, F, groups, rows, columns):
    D = C // groups
    return conv_weights(K, F, D) + K, conv_macs((K, rows, columns), F, D)
""",
        """
import numpy as np

def grouped_costs(C, K, F, groups, rows, columns):
    w, b = np.zeros((K, C // groups, F, F)), np.zeros(K)
    return np.array([w.size + b.size, w.size * rows * columns])
""",
    ],
}
