"""Answers to chapter 07b's exercises that are right and written differently from ours."""

RIGHT = {
    "train-step": [
        """
from cs231n_kit.losses import SoftmaxLoss

class Diverged(ArithmeticError):
    pass

def train_step(net, x, labels, optimizer, state, *, loss=None, rate=None, rng=None):
    loss = SoftmaxLoss() if loss is None else loss
    scores, cache = net.forward(x, train=True, rng=rng)
    value, kept = loss.forward(scores, labels)
    if value != value or value == float("inf"):
        raise Diverged("no number")
    dx, grads = net.backward(loss.backward(kept), cache)
    params, state = optimizer.step(net.params, grads, state, rate=rate)
    net.params = params
    return float(value), scores, grads, state
""",
        """
from cs231n_kit.losses import SoftmaxLoss

class Diverged(ArithmeticError):
    pass

def train_step(net, x, labels, optimizer, state, *, loss=None, rate=None, rng=None):
    if loss is None:
        loss = SoftmaxLoss()
    scores, cache = net.forward(x, train=True, rng=rng)
    value, kept = loss.forward(scores, labels)
    if not np.isfinite(value):
        raise Diverged
    grads = net.backward(loss.backward(kept), cache)[1]
    net.params, state = optimizer.step(net.params, grads, state, optimizer.rate if rate is None else rate)
    return value.item(), scores, grads, state
""",
        """
from cs231n_kit.losses import SoftmaxLoss

class Diverged(ArithmeticError):
    pass

def train_step(net, x, labels, optimizer, state, *, loss=None, rate=None, rng=None):
    loss = loss or SoftmaxLoss()
    y, net_cache = net.forward(x, train=True, rng=rng)
    L, loss_cache = loss.forward(y, labels)
    dy = loss.backward(loss_cache)
    _, gradients = net.backward(dy, net_cache)
    new = optimizer.step(net.params, gradients, state, rate)
    if not np.isfinite(L):  # before it has changed anything
        raise Diverged(f"{L} is no loss")
    net.params = new[0]
    return float(L), y, gradients, new[1]
""",
        """
from cs231n_kit.losses import SoftmaxLoss

class Diverged(ArithmeticError):
    pass

def train_step(net, x, labels, optimizer, state, *, loss=None, rate=None, rng=None):
    loss = loss if loss is not None else SoftmaxLoss()
    scores, cache = net.forward(x, train=True, rng=rng)
    value = float(loss.forward(scores, labels)[0])
    if abs(value) < np.inf:
        grads = net.backward(loss.backward(loss.forward(scores, labels)[1]), cache)[1]
        net.params, remembered = optimizer.step(net.params, grads, state, rate)
        return value, scores, grads, remembered
    raise Diverged(value)
""",
    ],
    "dropout-backward": [
        """
def dropout_backward(dy, cache):
    mask, drop = cache
    return np.where(mask, dy / (1 - drop), 0)
""",
        """
def dropout_backward(dy, cache):
    mask, drop = cache
    return dy * mask / (1 - drop)
""",
        """
def dropout_backward(dy, cache):
    mask, drop = cache
    dx = dy / (1 - drop)
    dx[~mask] = 0
    return dx
""",
        """
def dropout_backward(dy, cache):
    mask, drop = cache
    dx = np.zeros_like(dy)
    dx[mask] = dy[mask] * (1 / (1 - drop))
    return dx
""",
    ],
    "what-is-wrong": ["choice = 4"],
    "first-loss": ["number = 6.9", "number = np.log(1000)", "number = 7", "number = -np.log(0.001)"],
}
