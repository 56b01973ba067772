"""Compare what the kit computes with a reference."""

import numpy as np
import pytest

from cs231n_kit.backend import to_host

TOLERANCE = {"float32": 1e-5, "float64": 1e-10}
DTYPES = pytest.mark.parametrize("dtype", ["float32", "float64"])


def close(given, expected, dtype="float64", tolerance=None):
    """Assert that arrays agree, to the dtype's tolerance, and have the dtype; a None must be a None."""
    for ours, theirs in zip(given, expected, strict=True):
        if theirs is None:
            assert ours is None
            continue
        ours, theirs = to_host(ours), np.asarray(theirs)
        assert ours.shape == theirs.shape
        assert ours.dtype == dtype
        allowed = tolerance or TOLERANCE[dtype]
        scale = max(1.0, float(np.abs(theirs, where=np.isfinite(theirs), out=np.zeros(theirs.shape)).max(initial=0)))
        np.testing.assert_allclose(ours, theirs, rtol=allowed, atol=allowed * scale)


def fixed(values):
    """Make an array that can't be written to: no mutant may change the numbers that others are tested with."""
    array = np.array(values, dtype=float)
    array.flags.writeable = False
    return array


def on(xp, *arrays):
    """Move arrays to the library under test; None stays None."""
    return [None if array is None else xp.asarray(array) for array in arrays]


def with_torch(torch, compute, arrays, dy):
    """Compute y, and the gradients of sum(y * dy), in PyTorch: [y, gradient of each array]; None stays None."""
    leaves = [None if array is None else torch.from_numpy(np.array(array)).requires_grad_() for array in arrays]
    y = compute(*leaves)
    y.backward(torch.from_numpy(np.array(dy)))
    return [y.detach().numpy(), *(None if leaf is None else leaf.grad.numpy() for leaf in leaves)]
