"""Right answers to the exercises of chapter 01, written differently from the course's own."""

RIGHT = {
    "fc-count": [
        "def fc_parameters(W, H, D, K):\n    return K * W * H * D + K",
        """
from math import prod

def fc_parameters(W, H, D, K):
    weights = prod([K, D, H, W])
    biases = K
    return weights + biases
""",
        """
import numpy as np

def fc_parameters(W, H, D, K):
    return np.zeros((K, W * H * D)).size + np.zeros(K).size
""",
        """
def fc_parameters(W, H, D, K):
    count = 0
    for neuron in range(K):
        count += 1
        for slice in range(D):
            count += W * H
    return count
""",
    ],
    "relu-back": [
        """
import numpy as np

def relu_backward(dy, cache):
    return np.where(cache > 0, dy, 0)
""",
        """
def relu_backward(dy, cache):
    dx = dy.copy()
    dx[cache <= 0] = 0
    return dx
""",
        """
import numpy as np

def relu_backward(dy, cache):
    dx = np.zeros_like(dy)
    for place in np.ndindex(dy.shape):
        if cache[place] != 0:
            dx[place] = dy[place]
    return dx
""",
        """
def relu_backward(dy, cache):
    if dy.ndim == 0:
        return dy * (1.0 if cache > 0 else 0.0)
    return np.array([relu_backward(one, y) for one, y in zip(dy, cache)])
""",
    ],
    "fc-forward": [
        """
import numpy as np

def linear_forward(x, w, b=None):
    y = np.einsum("ni,ki->nk", x.reshape(len(x), -1), w)
    if b is not None:
        y += b
    return y, (x, w, b)
""",
        """
import numpy as np

def linear_forward(x, w, b=None):
    y = np.zeros((x.shape[0], w.shape[0]))
    for n in range(x.shape[0]):
        row = x[n].flatten()
        for k in range(w.shape[0]):
            y[n, k] = np.dot(row, w[k]) + (0 if b is None else b[k])
    return y, (x, w, b)
""",
        """
import numpy as np

def linear_forward(x, w, b=None):
    rows = x.reshape(x.shape[0], w.shape[1])
    y = (w @ rows.T).T
    return (y if b is None else y + b[np.newaxis, :]), (x, w, b)
""",
        """
def neuron(row, weights, bias):
    return sum(number * weight for number, weight in zip(row, weights)) + bias

def linear_forward(x, w, b=None):
    biases = [0.0] * len(w) if b is None else b
    y = [[neuron(one.ravel(), weights, bias) for weights, bias in zip(w, biases)] for one in x]
    return np.array(y), (x, w, b)
""",
    ],
    "fc-backward": [
        """
import numpy as np

def linear_backward(dy, cache):
    x, w, b = cache
    rows = x.reshape(x.shape[0], -1)
    dx = np.einsum("nk,ki->ni", dy, w).reshape(x.shape)
    dw = np.einsum("nk,ni->ki", dy, rows)
    return dx, dw, None if b is None else np.ones(len(dy)) @ dy
""",
        """
import numpy as np

def linear_backward(dy, cache):
    x, w, b = cache
    dx, dw, db = np.zeros(x.shape), np.zeros(w.shape), np.zeros(w.shape[0])
    for n in range(len(x)):
        for k in range(len(w)):
            dx[n] += (dy[n, k] * w[k]).reshape(x[n].shape)
            dw[k] += dy[n, k] * x[n].ravel()
            db[k] += dy[n, k]
    return dx, dw, db if b is not None else None
""",
        """
def linear_backward(dy, cache):
    x, w, b = cache
    dx = (w.T @ dy.T).T.reshape(x.shape)
    dw = (x.reshape(len(x), -1).T @ dy).T
    return [dx, dw, sum(dy) if b is not None else None]
""",
        """
def outer(a, b):
    return a[:, None] * b[None, :]

def linear_backward(dy, cache):
    x, w, b = cache
    dx = np.stack([sum(d * row for d, row in zip(one, w)).reshape(x.shape[1:]) for one in dy])
    dw = sum(outer(one, example.ravel()) for one, example in zip(dy, x))
    return dx, dw, np.add.reduce(dy) if b is not None else None
""",
    ],
    "volumes": [
        """
def volumes(layers, in_shape):
    shapes = [in_shape]
    for layer in layers:
        in_shape = layer.out_shape(in_shape)
        shapes.append(in_shape)
    return shapes
""",
        """
from itertools import accumulate

def volumes(layers, in_shape):
    return list(accumulate(layers, lambda shape, layer: layer.out_shape(shape), initial=in_shape))
""",
        """
def volumes(layers, in_shape):
    if not layers:
        return (in_shape,)
    return (in_shape, *volumes(layers[1:], layers[0].out_shape(in_shape)))
""",
        """
def volumes(layers, in_shape):
    yield in_shape
    for layer in layers:
        in_shape = layer.out_shape(in_shape)
        yield in_shape
""",
    ],
    "back-through": [
        """
def backward_through(layers, caches, dy):
    grads = [None] * len(layers)
    for i in range(len(layers) - 1, -1, -1):
        dy, grads[i] = layers[i].backward(dy, caches[i])
    return dy, grads
""",
        """
def backward_through(layers, caches, dy):
    if not layers:
        return dy, []
    dy, rest = backward_through(layers[1:], caches[1:], dy)
    dx, grads = layers[0].backward(dy, caches[0])
    return dx, [grads, *rest]
""",
        """
def backward_through(layers, caches, dy):
    found, pairs = [], list(zip(layers, caches))
    while pairs:
        layer, cache = pairs.pop()
        dy, grads = layer.backward(dy, cache)
        found.insert(0, grads)
    return dy, found
""",
        """
from functools import reduce

def backward_through(layers, caches, dy):
    def step(so_far, pair):
        dy, grads = so_far
        dx, own = pair[0].backward(dy, pair[1])
        return dx, (own, *grads)

    return reduce(step, list(zip(layers, caches))[::-1], (dy, ()))
""",
    ],
}
