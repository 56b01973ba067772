"""Losses: how far the scores are from right, as one number, and its gradient.

Built in 07a_learning. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import dataclass

import numpy as np

from cs231n_kit.shapes import as_scores, check_cache, check_not_negative, check_real, check_tensors, repr_of_layer

__all__ = [
    "softmax_loss_forward",
    "svm_loss_forward",
    "softmax_loss_backward",
    "svm_loss_backward",
    "weight_decay_forward",
    "weight_decay_backward",
    "SoftmaxLoss",
    "SVMLoss",
    "LOSSES",
]


# ---- 07a Learning: losses and steps: A score of 1000 ----
def softmax_loss_forward(scores, labels):
    """Returns (loss, cache): the mean of -log(the right class's probability).

    scores (N,K), labels (N,) from 0 to K-1 -> loss, a number of the scores' dtype.
    ValueError for shapes that don't go together and for labels that are no class.
    Source: notes on linear classification, Softmax classifier.
    """
    scores = as_scores(scores, labels)
    shifted = scores - scores.max(axis=1, keepdims=True)  # exp can't overflow
    sums = np.exp(shifted).sum(axis=1, keepdims=True)
    log_probabilities = shifted - np.log(sums)
    rows = np.arange(len(labels), like=labels)
    loss = -log_probabilities[rows, labels].mean()
    return loss, (log_probabilities, labels)


# ---- 07a Learning: losses and steps: Exercise: the gradient of the softmax loss ----
def softmax_loss_backward(cache):
    """Returns dscores (N,K): the probabilities, less 1 for the right class, over N."""
    check_cache(cache, "softmax_loss_forward", "log_probabilities", "labels")
    log_probabilities, labels = cache
    dscores = np.exp(log_probabilities)
    dscores[np.arange(len(labels), like=labels), labels] -= 1
    return dscores / len(labels)


# ---- 07a Learning: losses and steps: A score of 1000 ----
def svm_loss_forward(scores, labels, margin=1.0):
    """Returns (loss, cache): by how much wrong classes come within a margin of the right.

    The sum over an example's wrong classes of max(0, wrong - right + margin), the mean
    over the examples. scores (N,K), labels (N,) from 0 to K-1 -> loss, a number of the
    scores' dtype. PyTorch's multi_margin_loss is this divided by K. Errors are those of
    softmax_loss_forward. Source: notes on linear classification, Multiclass SVM loss.
    """
    check_real(margin, "margin")
    scores = as_scores(scores, labels)
    rows = np.arange(len(labels), like=labels)
    excess = scores - scores[rows, labels][:, None] + float(margin)
    excess[rows, labels] = 0
    excess = np.maximum(excess, 0)
    return excess.sum(axis=1).mean(), (excess, labels)


# ---- 07a Learning: losses and steps: Exercise: the gradient of the softmax loss ----
def svm_loss_backward(cache):
    """Returns dscores (N,K): 1 for each class within the margin, the right pays for all."""
    check_cache(cache, "svm_loss_forward", "excess", "labels")
    excess, labels = cache
    dscores = (excess > 0).astype(excess.dtype)
    dscores[np.arange(len(labels), like=labels), labels] = -dscores.sum(axis=1)
    return dscores / len(labels)


# ---- 07a Learning: losses and steps: Weight decay ----
def weight_decay_forward(params, decay):
    """Returns (loss, cache): decay/2 times the sum of all parameters' squares.

    params {name: array}, decay a number from 0 on. Its gradient is decay * w, which the
    optimisers of optim.py add themselves when they are given a decay.
    Source: notes on linear classification, Regularization.
    """
    check_not_negative(decay, "decay")
    check_tensors(params, "params")
    squares = sum([(w * w).sum() for w in params.values()])
    return squares * (float(decay) / 2), (params, float(decay))


def weight_decay_backward(cache):
    """Returns the gradients {name: array}: decay * w for each parameter."""
    check_cache(cache, "weight_decay_forward", "params", "decay")
    params, decay = cache
    return {name: decay * w for name, w in params.items()}


@dataclass(frozen=True, repr=False)
class SoftmaxLoss:
    """The softmax loss: forward(scores (N,K), labels (N,)) -> (loss, cache)."""

    __repr__ = repr_of_layer
    forward = staticmethod(softmax_loss_forward)
    backward = staticmethod(softmax_loss_backward)


@dataclass(frozen=True, repr=False)
class SVMLoss:
    """The multiclass SVM loss: forward(scores (N,K), labels (N,)) -> (loss, cache)."""

    margin: float = 1.0
    __repr__ = repr_of_layer
    backward = staticmethod(svm_loss_backward)

    def __post_init__(self):
        check_real(self.margin, "margin")

    def forward(self, scores, labels):
        return svm_loss_forward(scores, labels, self.margin)


LOSSES = {"softmax": SoftmaxLoss, "svm": SVMLoss}
