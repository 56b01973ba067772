"""Losses: by hand, against finite differences, and against PyTorch."""

import numpy as np
import pytest
from comparing import DTYPES, close
from losses_checks import CHECKS

from cs231n_kit import losses


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_losses(check):
    check(losses)


@DTYPES
@pytest.mark.parametrize("name", ["softmax", "svm"])
def test_equals_pytorch(torch, xp, name, dtype):
    forward, backward = getattr(losses, f"{name}_loss_forward"), getattr(losses, f"{name}_loss_backward")
    functional = torch.nn.functional
    for seed, (N, K) in enumerate([(1, 2), (5, 10), (64, 10), (3, 1000), (7, 1)]):
        rng = np.random.default_rng(seed)
        scores, labels = (rng.standard_normal((N, K)) * 10).astype(dtype), rng.integers(0, K, N)
        leaf = torch.from_numpy(scores.copy()).requires_grad_()
        if name == "softmax":
            expected = functional.cross_entropy(leaf, torch.from_numpy(labels))
        else:
            expected = functional.multi_margin_loss(leaf, torch.from_numpy(labels)) * K
        expected.backward()
        loss, cache = forward(xp.asarray(scores), xp.asarray(labels))
        loss = np.asarray(float(loss)).astype(dtype)
        close([loss, backward(cache)], [expected.detach().numpy(), leaf.grad.numpy()], dtype)
