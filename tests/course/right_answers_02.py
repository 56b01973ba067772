"""Answers to the exercises that are right and written differently from ours: all of them must get full points."""

RIGHT = {
    "crop": [
        "def neurons_across(W, F, S, P):\n    return int((W - F + 2 * P) / S) + 1",
        "def neurons_across(W, F, S, P):\n    return len(range(0, W + 2 * P - F + 1, S))",
        "import math\n\nneurons_across = lambda W, F, S, P: math.floor((W + P + P - F) / S + 1)",
        """
def neurons_across(W, F, S, P):
    count, end = 0, F
    while end <= W + 2 * P:
        count, end = count + 1, end + S
    return count
""",
    ],
    "unread": [
        """
import numpy as np

def unread_cells(W, F, S, P=0):
    seen = np.zeros(W + 2 * P, dtype=bool)
    start = 0
    while start + F <= W + 2 * P:
        seen[start : start + F] = True
        start += S
    return np.flatnonzero(~seen[P : P + W]).tolist()
""",
        """
def unread_cells(W, F, S, P=0):
    windows = (W + 2 * P - F) // S + 1
    read = [i * S - P + u for i in range(windows) for u in range(F)]
    return sorted(set(range(W)) - set(read))
""",
        """
def unread_cells(W, F, S, P=0, dilation=1):
    def is_read(cell):
        return any(
            cell == i * S - P + u * dilation
            for u in range(F)
            for i in range(W)
            if i * S + (F - 1) * dilation < W + 2 * P
        )
    return tuple(cell for cell in range(W) if not is_read(cell))
""",
        """
def unread_cells(W, F, S, P=0):
    last = (W + 2 * P - F) // S  # the number of the last window
    for cell in range(W):
        before = (cell + P) // S  # the last window that begins at the cell or before it
        if min(before, last) * S + F <= cell + P:
            yield cell
""",
    ],
    "one-output": [
        """
import numpy as np

def conv_at(x, w, b, row, col, stride=1, pad=0):
    F = w.shape[1]
    padded = np.pad(x, ((0, 0), (pad, pad), (pad, pad)))
    top, left = row * stride, col * stride
    return (padded[:, top : top + F, left : left + F] * w).sum() + b
""",
        """
import numpy as np

def conv_at(x, w, b, row, col, stride=1, pad=0):
    C, H, W = x.shape
    padded = np.zeros((C, H + 2 * pad, W + 2 * pad))
    padded[:, pad : pad + H, pad : pad + W] = x
    F = w.shape[-1]
    window = padded[:, row * stride :, col * stride :][:, :F, :F]
    return float(np.dot(window.ravel(), w.ravel()) + b)
""",
        """
def conv_at(x, w, b, row, col, stride=1, pad=0):
    C, H, W = x.shape
    F = w.shape[1]
    def value(c, i, j):
        return x[c, i, j] if 0 <= i < H and 0 <= j < W else 0.0
    return b + sum(
        value(c, row * stride - pad + u, col * stride - pad + v) * w[c, u, v]
        for c in range(C) for u in range(F) for v in range(F)
    )
""",
        """
import numpy as np

def conv_at(x, w, b, row, col, stride=1, pad=0):
    F = w.shape[1]
    i = np.arange(F) + row * stride - pad
    j = np.arange(F) + col * stride - pad
    inside = ((i >= 0) & (i < x.shape[1]))[:, None] & ((j >= 0) & (j < x.shape[2]))
    window = x[:, i.clip(0, x.shape[1] - 1)][:, :, j.clip(0, x.shape[2] - 1)]
    return np.einsum("cuv,cuv,uv->", window, w, inside) + b
""",
    ],
    "layer": [
        """
import numpy as np

def forward(x, w, b, stride=1, pad=0):
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    views = np.lib.stride_tricks.sliding_window_view(padded, w.shape[2:], axis=(2, 3))
    y = np.einsum("ncijuv,kcuv->nkij", views[:, :, ::stride, ::stride], w)
    return y + b[:, None, None], None
""",
        """
import numpy as np
from cs231n_kit.kernels.loops import conv_at
from cs231n_kit.sizing import conv_shape

def forward(x, w, b, stride=1, pad=0):
    y = np.zeros((len(x), *conv_shape(x.shape[1:], len(w), w.shape[2], stride, pad)))
    for n, k, i, j in np.ndindex(y.shape):
        y[n, k, i, j] = conv_at(x[n], w[k], b[k], i, j, stride, pad)
    return y, (x, w)
""",
        """
import numpy as np
from cs231n_kit.kernels.loops import conv_at, dilate
from cs231n_kit.sizing import conv_shape

def forward(x, w, b, stride=1, pad=0, dilation=1, groups=1, fit="crop"):
    shape = conv_shape(x.shape[1:], w.shape[0], w.shape[2], stride, pad, dilation)
    y = np.zeros((x.shape[0],) + shape)
    spread = dilate(w, dilation)
    for n in range(y.shape[0]):
        for k in range(y.shape[1]):
            group = k * groups // w.shape[0]
            channels = slice(group * w.shape[1], (group + 1) * w.shape[1])
            for i in range(y.shape[2]):
                for j in range(y.shape[3]):
                    bias = b[k] if b is not None else 0
                    y[n, k, i, j] = conv_at(x[n, channels], spread[k], bias, i, j, stride, pad)
    return y, (x, w)
""",
        """
import numpy as np

def windows_of(image, F, stride, pad):
    C, H, W = image.shape
    padded = np.zeros((C, H + 2 * pad, W + 2 * pad))
    padded[:, pad : pad + H, pad : pad + W] = image
    for top in range(0, H + 2 * pad - F + 1, stride):
        yield [padded[:, top : top + F, left : left + F] for left in range(0, W + 2 * pad - F + 1, stride)]

def forward(x, w, b, stride=1, pad=0):
    F = w.shape[-1]
    maps = [
        [[[np.vdot(window, one) + bias for window in line] for line in windows_of(image, F, stride, pad)]
         for one, bias in zip(w, b)]
        for image in x
    ]
    return np.array(maps), None
""",
    ],
    "parameters": [
        "def conv_parameters(D, K, F):\n    return F ** 2 * D * K + K",
        """
import numpy as np

def conv_parameters(D, K, F):
    return np.zeros((K, D, F, F)).size + np.zeros(K).size
""",
        """
def conv_parameters(D, K, F):
    one = sum(1 for _ in range(F) for _ in range(F) for _ in range(D)) + 1
    return one * K
""",
        """
from cs231n_kit.sizing import conv_weights

def conv_parameters(D, K, F):
    return conv_weights(K, F, D) + K
""",
    ],
    "reverse": [
        """
def layers_between(W, size):
    return [
        (F, S, P)
        for F in (1, 3, 5, 7, 9, 11)
        for S in range(1, F + 1)
        for P in range(0, (F + 1) // 2)
        if W + 2 * P >= F and (size - 1) * S == W - F + 2 * P
    ]
""",
        """
from itertools import product
from cs231n_kit.sizing import fits, out_size

def layers_between(W, size):
    found = []
    for F, S, P in product(range(1, 12), range(1, 12), range(0, 6)):
        if F % 2 and S <= F and P <= (F - 1) / 2 and fits(W, F, S, P) and out_size(W, F, S, P) == size:
            found.append((F, S, P))
    return found
""",
        """
def layers_between(W, size):
    found = set()
    for P in range(6):
        for S in range(1, 12):
            F = W + 2 * P - (size - 1) * S
            if F % 2 == 1 and 1 <= F <= 11 and S <= F and P <= (F - 1) // 2:
                found.add((F, S, P))
    return sorted(found)
""",
        """
def layers_between(W, size):
    def fits(layer):
        F, S, P = layer
        return W + 2 * P >= F and (W - F + 2 * P) / S + 1 == size

    layers = [(F, S, P) for F in range(11, 0, -2) for S in range(1, F + 1) for P in range(F // 2 + 1)]
    return set(filter(fits, layers))
""",
    ],
    "local": [
        """
import numpy as np

def locally_connected(x, w, b, stride=1):
    K, rows, columns, C, F, _ = w.shape
    y = np.array(b, dtype=float)
    for i in range(rows):
        for j in range(columns):
            part = x[:, i * stride : i * stride + F, j * stride : j * stride + F]
            for k in range(K):
                y[k, i, j] += np.sum(w[k, i, j] * part)
    return y
""",
        """
import numpy as np

def locally_connected(x, w, b, stride=1):
    F = w.shape[-1]
    views = np.lib.stride_tricks.sliding_window_view(x, (F, F), axis=(1, 2))[:, ::stride, ::stride]
    return np.einsum("cijuv,kijcuv->kij", views[:, : w.shape[1], : w.shape[2]], w) + b
""",
        """
import numpy as np

def locally_connected(x, w, b, stride=1):
    K, rows, columns, C, F, _ = w.shape
    flat = w.reshape(K, rows, columns, -1)
    y = []
    for k in range(K):
        y.append([])
        for i in range(rows):
            y[-1].append([])
            for j in range(columns):
                column = x[:, i * stride : i * stride + F, j * stride : j * stride + F].reshape(-1)
                y[-1][-1].append(flat[k, i, j] @ column + b[k, i, j])
    return np.array(y)
""",
        """
import numpy as np

def locally_connected(x, w, b, stride=1):
    K, rows, columns, C, F, _ = w.shape
    y = b.copy()
    for c, u, v in np.ndindex(C, F, F):
        cells = x[c, u : u + stride * rows : stride, v : v + stride * columns : stride]
        y = y + cells * w[:, :, :, c, u, v]
    return y
""",
    ],
}
