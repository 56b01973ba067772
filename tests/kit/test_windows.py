"""Where windows stand, and that it is worked out once."""

import sys

import numpy as np
import pytest
from windows_checks import CHECKS

from cs231n_kit.kernels import windows
from cs231n_kit.layers import Conv2d, conv_backward, conv_forward


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_windows(check):
    check(windows)


def calls_of_kit_functions(run):
    """Returns what run() gives, and how many calls of functions in files of cs231n_kit it makes."""
    count = 0

    def profile(frame, event, argument):
        nonlocal count
        count += event == "call" and "cs231n_kit" in frame.f_code.co_filename

    sys.setprofile(profile)
    try:
        result = run()
    finally:
        sys.setprofile(None)
    return result, count


@pytest.mark.parametrize(("n", "most"), [(1, 150), (8, 200)])
def test_windows_are_worked_out_once_a_call(n, most):
    """A small convolution, forward and backward: no image has its windows placed anew."""
    layer, x = Conv2d(4, 3, pad=1), np.ones((n, 3, 8, 8))
    params, _ = layer.init(np.random.default_rng(0), (3, 8, 8), dtype=np.float64)
    layer.forward(x, params, {})  # what is imported or cached once
    (y, cache, _), there = calls_of_kit_functions(lambda: layer.forward(x, params, {}))
    _, back = calls_of_kit_functions(lambda: layer.backward(y, cache))
    assert 10 < there + back < most
    (y, cache), there = calls_of_kit_functions(lambda: conv_forward(x, params["weight"], params["bias"], pad=1))
    _, back = calls_of_kit_functions(lambda: conv_backward(y, cache))
    assert 10 < there + back < most
