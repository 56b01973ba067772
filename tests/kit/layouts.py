"""The same numbers laid out in memory in every way that an array can lie there."""

import numpy as np


def layouts(array):
    """List (name, array): equal arrays of other strides; None has one layout."""
    if array is None:
        return [(name, None) for name in ("Fortran", "backwards", "gaps", "permuted", "read-only")]
    read_only = array.copy()
    read_only.flags.writeable = False
    return [
        ("Fortran", np.asfortranarray(array)),
        ("backwards", array[::-1, ..., ::-1].copy()[::-1, ..., ::-1] if array.ndim > 1 else array[::-1].copy()[::-1]),
        ("gaps", np.repeat(array, 2, axis=-1)[..., ::2]),
        ("permuted", np.moveaxis(np.moveaxis(array, 0, -1).copy(), -1, 0)),
        ("read-only", read_only),
    ]


def same_in_any_layout(run, *arrays):
    """Assert that run(*arrays), a list of results, is the same however the arrays lie in memory."""
    expected = run(*arrays)
    for ways in zip(*map(layouts, arrays), strict=True):
        found = run(*(array for _, array in ways))
        for ours, theirs in zip(found, expected, strict=True):
            assert (ours is None) == (theirs is None)
            if ours is not None:
                assert (ours.shape, ours.dtype) == (theirs.shape, theirs.dtype), ways[0][0]
                np.testing.assert_allclose(ours, theirs, rtol=1e-6, atol=1e-6, err_msg=ways[0][0])


def pass_of(forward, backward):
    """Make a function of arrays and dy, as same_in_any_layout takes it: it lists y and the gradients."""

    def run(*arrays):
        *given, dy = arrays
        y, cache = forward(*given)
        gradients = backward(dy, cache)
        return [y, *(gradients if isinstance(gradients, tuple) else (gradients,))]

    return run
