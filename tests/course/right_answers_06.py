"""Answers to chapter 06's exercises that are right and written differently from ours."""

RIGHT = {
    "conv-as-fc": [
        """
def conv_as_fc(w, b, in_shape, stride=1, pad=0):
    K, C, F, _ = w.shape
    _, H, W = in_shape
    rows, columns = (H - F + 2 * pad) // stride + 1, (W - F + 2 * pad) // stride + 1
    matrix = np.zeros((K * rows * columns, C * H * W))
    for k in range(K):
        for i in range(rows):
            for j in range(columns):
                image = np.zeros((C, H + 2 * pad, W + 2 * pad))
                image[:, i * stride : i * stride + F, j * stride : j * stride + F] = w[k]
                matrix[(k * rows + i) * columns + j] = image[:, pad : pad + H, pad : pad + W].ravel()
    return matrix, np.repeat(b, rows * columns)
""",
        """
def conv_as_fc(w, b, in_shape, stride=1, pad=0):
    C, H, W = in_shape
    K, _, F, _ = w.shape
    rows, bias = [], []
    for k in range(K):
        for i in range(-pad, H + pad - F + 1, stride):
            for j in range(-pad, W + pad - F + 1, stride):
                row = [
                    w[k, c, p - i, q - j] if 0 <= p - i < F and 0 <= q - j < F else 0.0
                    for c in range(C) for p in range(H) for q in range(W)
                ]
                rows.append(row)
                bias.append(b[k])
    return np.array(rows, dtype=float), np.array(bias, dtype=float)
""",
        """
from cs231n_kit.layers import conv_forward

def conv_as_fc(w, b, in_shape, stride=1, pad=0):
    # what the layer makes of each unit vector is a column of its matrix
    size = in_shape[0] * in_shape[1] * in_shape[2]
    units = np.eye(size).reshape(size, *in_shape)
    y, _ = conv_forward(units, w, stride=stride, pad=pad)
    _, K, rows, columns = y.shape
    return y.reshape(size, -1).T, np.repeat(b, rows * columns)
""",
        """
def conv_as_fc(w, b, in_shape, stride=1, pad=0):
    C, H, W = in_shape
    K, _, F, _ = w.shape
    rows, columns = 1 + (H + 2 * pad - F) // stride, 1 + (W + 2 * pad - F) // stride
    matrix = np.zeros((K, rows, columns, C, H, W), dtype=np.float32)
    for (i, j, u, v) in np.ndindex(rows, columns, F, F):
        p, q = i * stride + u - pad, j * stride + v - pad
        if 0 <= p < H and 0 <= q < W:
            matrix[:, i, j, :, p, q] = w[:, :, u, v]
    bias = (np.ones((K, rows * columns)) * b[:, None]).ravel()
    return matrix.reshape(K * rows * columns, -1), bias
""",
        """
def conv_as_fc(w, b, in_shape, stride=1, pad=0):
    C, H, W = in_shape
    F = w.shape[-1]
    numbers = np.arange(1, C * H * W + 1).reshape(C, H, W)
    numbers = np.pad(numbers, ((0, 0), (pad, pad), (pad, pad)))  # 0 is padding
    lines, biases = [], []
    for weights, bias in zip(w, b):
        for top in range(0, H + 2 * pad - F + 1, stride):
            for left in range(0, W + 2 * pad - F + 1, stride):
                line = np.zeros(C * H * W + 1)
                line[numbers[:, top : top + F, left : left + F].ravel()] = weights.ravel()
                lines.append(line[1:])
                biases.append(bias)
    return np.stack(lines), np.array(biases)
""",
    ],
    "interleave": [
        """
def interleave(maps):
    rows = sum(maps[i][0].shape[2] for i in range(len(maps)))
    columns = sum(maps[0][j].shape[3] for j in range(len(maps[0])))
    whole = np.zeros(maps[0][0].shape[:2] + (rows, columns))
    for p in range(rows):
        for q in range(columns):
            i, j = p % len(maps), q % len(maps[0])
            whole[:, :, p, q] = maps[i][j][:, :, p // len(maps), q // len(maps[0])]
    return whole
""",
        """
def comb(arrays, axis):
    sizes = [array.shape[axis] for array in arrays]
    parts = [
        np.take(arrays[place], [at], axis=axis)
        for at in range(max(sizes)) for place in range(len(arrays)) if at < sizes[place]
    ]
    return np.concatenate(parts, axis=axis)

def interleave(maps):
    return comb([comb(line, 3) for line in maps], 2)
""",
        """
def interleave(maps):
    S, T = len(maps), len(maps[0])
    tiles = np.block(maps)
    rows = np.concatenate([np.arange(line[0].shape[2]) * S + i for i, line in enumerate(maps)])
    columns = np.concatenate([np.arange(one.shape[3]) * T + j for j, one in enumerate(maps[0])])
    return tiles[:, :, np.argsort(rows)][..., np.argsort(columns)]
""",
        """
def interleave(maps):
    high, wide = len(maps), len(maps[0])
    N, K, H, W = maps[0][0].shape
    whole = np.full((N, K, H * high, W * wide), np.nan)
    for i in range(high):
        for j in range(wide):
            found = maps[i][j]
            whole[:, :, i :: high, j :: wide][:, :, : found.shape[2], : found.shape[3]] = found
    rows = sum(line[0].shape[2] for line in maps)
    return whole[:, :, :rows, : sum(one.shape[3] for one in maps[0])].astype(maps[0][0].dtype)
""",
        """
def interleave(maps):
    whole = {}
    for i, line in enumerate(maps):
        for j, found in enumerate(line):
            for p in range(found.shape[2]):
                for q in range(found.shape[3]):
                    whole[i + p * len(maps), j + q * len(line)] = found[:, :, p, q]
    rows, columns = max(p for p, _ in whole) + 1, max(q for _, q in whole) + 1
    lines = [np.stack([whole[p, q] for q in range(columns)], axis=-1) for p in range(rows)]
    return np.stack(lines, axis=-2)
""",
    ],
    "alexnet-filter": ["number = 3 * 2"],
    "equal-cells": ["number = (8 - 2 * 2) ** 2"],
}
