"""Optimisers: from gradients to new parameters. And schedules: a rate for each step.

Built in 07a_learning. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import KW_ONLY, dataclass
from math import cos, pi

import numpy as np

from cs231n_kit.shapes import (
    as_bool,
    as_int,
    check_fraction,
    check_not_negative,
    check_optimizer_state,
    check_real,
    check_same_tensors,
    check_schedule,
    check_tensors,
    repr_of_layer,
)

__all__ = [
    "sgd_step",
    "momentum_step",
    "nesterov_step",
    "adagrad_step",
    "rmsprop_step",
    "adam_step",
    "Optimizer",
    "SGD",
    "Momentum",
    "Nesterov",
    "Adagrad",
    "RMSProp",
    "Adam",
    "OPTIMIZERS",
    "Constant",
    "StepDecay",
    "ExponentialDecay",
    "Cosine",
    "WarmUp",
]


# ---- 07a Learning: losses and steps: Something that learns ----
def sgd_step(w, dw, *, rate):
    """Returns the new w: a step down the slope.

    Source: notes on learning and evaluation, SGD.
    """
    return w - rate * dw


# ---- 07a Learning: losses and steps: Momentum ----
def momentum_step(w, dw, v, *, rate, momentum=0.9):
    """Returns the new (w, v): the velocity v adds up gradients, forgets old ones.

    The rate is not in v, as in PyTorch; in the notes it is. As long as the
    rate stays the same, both go the same way. Source: notes, Momentum update.
    """
    v = momentum * v + dw
    return w - rate * v, v


# ---- 07a Learning: losses and steps: Nesterov's momentum ----
def nesterov_step(w, dw, v, *, rate, momentum=0.9):
    """Returns the new (w, v): momentum that looks one step ahead, PyTorch's form.

    Source: notes, Nesterov Momentum.
    """
    v = momentum * v + dw
    return w - rate * (dw + momentum * v), v


# ---- 07a Learning: losses and steps: Adagrad: a rate for each weight ----
def adagrad_step(w, dw, squares, *, rate, eps=1e-10):
    """Returns the new (w, squares): a rate for each number, which only falls.

    Source: Duchi and others, 2011; notes, Adagrad.
    """
    squares = squares + dw * dw
    return w - rate * dw / (np.sqrt(squares) + eps), squares


# ---- 07a Learning: losses and steps: RMSProp: forget ----
def rmsprop_step(w, dw, squares, *, rate, forget=0.99, eps=1e-8):
    """Returns the new (w, squares): Adagrad that forgets old gradients.

    forget is PyTorch's alpha and the notes' decay_rate. Source: notes, RMSprop.
    """
    squares = forget * squares + (1 - forget) * dw * dw
    return w - rate * dw / (np.sqrt(squares) + eps), squares


# ---- 07a Learning: losses and steps: Exercise: Adam ----
def adam_step(w, dw, m, v, t, *, rate, beta1=0.9, beta2=0.999, eps=1e-8):
    """Returns the new (w, m, v): RMSProp with momentum; t counts the steps from 1 on.

    m and v begin at 0, and the divisions make up for that.
    Source: Kingma and Ba, 2014; notes, Adam.
    """
    m = beta1 * m + (1 - beta1) * dw
    v = beta2 * v + (1 - beta2) * dw * dw
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - rate * m_hat / (np.sqrt(v_hat) + eps), m, v


@dataclass(frozen=True, repr=False)
class Optimizer:
    """A rule for steps, which holds hyperparameters only.

    What it remembers between steps is a plain dict {name: array}, by PyTorch's names:
    {"0.weight.exp_avg": m, ...}, and "step", the number of steps so far. With a decay,
    decay * w is added to each gradient; with decoupled=True, rate * decay * w is
    subtracted from w instead, as AdamW does.
    """

    rate: float
    _: KW_ONLY
    decay: float = 0.0
    decoupled: bool = False
    slots = ()  # what it remembers for each parameter, by PyTorch's names
    __repr__ = repr_of_layer

    def __post_init__(self):
        check_real(self.rate, "rate")
        check_not_negative(self.decay, "decay")
        as_bool(self.decoupled, "decoupled")

    def init(self, params):
        """Returns what it remembers before the first step, {name: array}: zeros."""
        check_tensors(params, "params")
        zeros = {f"{key}.{slot}": np.zeros_like(w) for key, w in params.items() for slot in self.slots}
        return {"step": np.array(0), **zeros}

    def step(self, params, grads, state, rate=None):
        """Returns the new (params, state), in new dicts, for grads by the names of params.

        rate is that of this step, the optimiser's own if None. ValueError for names or
        shapes that don't go together.
        """
        check_same_tensors(params, grads)
        check_optimizer_state(self, params, state)
        rate = self.rate if rate is None else rate
        check_not_negative(rate, "rate")
        t, rate = int(state["step"]) + 1, float(rate)
        params, state = dict(params), {**state, "step": np.array(t)}
        for key, w in params.items():
            names = [f"{key}.{slot}" for slot in self.slots]
            dw = grads[key]
            if self.decay and self.decoupled:
                w = w * (1 - rate * float(self.decay))
            elif self.decay:
                dw = dw + float(self.decay) * w
            params[key], *remembered = self._step(w, dw, *[state[name] for name in names], t=t, rate=rate)
            state |= zip(names, remembered, strict=True)
        return params, state

    def _step(self, w, dw, *remembered, t, rate):
        """Returns (w, *remembered) after step number t."""
        raise NotImplementedError


@dataclass(frozen=True, repr=False)
class SGD(Optimizer):
    """Stochastic gradient descent: w - rate * dw."""

    rate: float = 1e-3

    def _step(self, w, dw, t, rate):
        return (sgd_step(w, dw, rate=rate),)


@dataclass(frozen=True, repr=False)
class Momentum(Optimizer):
    """SGD with a velocity. torch.optim.SGD(momentum=0.9) is the same."""

    rate: float = 1e-3
    _: KW_ONLY
    momentum: float = 0.9
    slots = ("momentum_buffer",)
    _function = staticmethod(momentum_step)

    def __post_init__(self):
        super().__post_init__()
        check_fraction(self.momentum, "momentum")

    def _step(self, w, dw, v, t, rate):
        return self._function(w, dw, v, rate=rate, momentum=float(self.momentum))


@dataclass(frozen=True, repr=False)
class Nesterov(Momentum):
    """Momentum that looks ahead. torch.optim.SGD(momentum=0.9, nesterov=True) is the same."""

    _function = staticmethod(nesterov_step)


@dataclass(frozen=True, repr=False)
class Adagrad(Optimizer):
    """A rate for each number, divided by the root of the sum of its squared gradients."""

    rate: float = 1e-2
    _: KW_ONLY
    eps: float = 1e-10
    slots = ("sum",)

    def __post_init__(self):
        super().__post_init__()
        check_real(self.eps, "eps")

    def _step(self, w, dw, squares, t, rate):
        return adagrad_step(w, dw, squares, rate=rate, eps=float(self.eps))


@dataclass(frozen=True, repr=False)
class RMSProp(Optimizer):
    """A rate for each number, divided by the root of the mean of its latest squared gradients."""

    rate: float = 1e-2
    _: KW_ONLY
    forget: float = 0.99
    eps: float = 1e-8
    slots = ("square_avg",)

    def __post_init__(self):
        super().__post_init__()
        check_fraction(self.forget, "forget")
        check_real(self.eps, "eps")

    def _step(self, w, dw, squares, t, rate):
        return rmsprop_step(w, dw, squares, rate=rate, forget=float(self.forget), eps=float(self.eps))


@dataclass(frozen=True, repr=False)
class Adam(Optimizer):
    """RMSProp with momentum. With decay=0.01, decoupled=True it is PyTorch's AdamW."""

    rate: float = 1e-3
    _: KW_ONLY
    beta1: float = 0.9
    beta2: float = 0.999
    eps: float = 1e-8
    slots = ("exp_avg", "exp_avg_sq")

    def __post_init__(self):
        super().__post_init__()
        check_fraction(self.beta1, "beta1")
        check_fraction(self.beta2, "beta2")
        check_real(self.eps, "eps")

    def _step(self, w, dw, m, v, t, rate):
        betas = {"beta1": float(self.beta1), "beta2": float(self.beta2)}
        return adam_step(w, dw, m, v, t, rate=rate, **betas, eps=float(self.eps))


OPTIMIZERS = {
    "SGD": SGD,
    "momentum": Momentum,
    "Nesterov": Nesterov,
    "Adagrad": Adagrad,
    "RMSProp": RMSProp,
    "Adam": Adam,
}


# ---- 07a Learning: losses and steps: Schedules ----
@dataclass(frozen=True, repr=False)
class Constant:
    """The same rate at all steps: schedule(step) -> 1.0."""

    __repr__ = repr_of_layer

    def __call__(self, step):
        return 1.0


@dataclass(frozen=True, repr=False)
class StepDecay:
    """The rate times `factor` after every so many steps. PyTorch's StepLR is the same."""

    every: int
    factor: float = 0.1
    __repr__ = repr_of_layer

    def __post_init__(self):
        as_int(self.every, "every", least=1)
        check_real(self.factor, "factor")

    def __call__(self, step):
        return float(self.factor) ** (step // self.every)


@dataclass(frozen=True, repr=False)
class ExponentialDecay:
    """The rate times `factor` after each step. PyTorch's ExponentialLR is the same."""

    factor: float
    __repr__ = repr_of_layer

    def __post_init__(self):
        check_real(self.factor, "factor")

    def __call__(self, step):
        return float(self.factor) ** step


@dataclass(frozen=True, repr=False)
class Cosine:
    """From the whole rate down to 0 in so many steps, along half a wave, and then 0.

    PyTorch's CosineAnnealingLR is the same up to there; after that it climbs again.
    """

    steps: int
    __repr__ = repr_of_layer

    def __post_init__(self):
        as_int(self.steps, "steps", least=1)

    def __call__(self, step):
        return (1 + cos(pi * min(step / self.steps, 1))) / 2


@dataclass(frozen=True, repr=False)
class WarmUp:
    """A rate that climbs evenly for so many steps, and then goes by another schedule."""

    steps: int
    then: Constant | StepDecay | ExponentialDecay | Cosine = Constant()
    __repr__ = repr_of_layer

    def __post_init__(self):
        as_int(self.steps, "steps", least=1)
        check_schedule(self.then, "then")

    def __call__(self, step):
        return min((step + 1) / self.steps, 1.0) * self.then(step)
