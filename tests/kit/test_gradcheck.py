"""The gradient checker: it passes what is right and sees what is wrong; it must not test itself."""

import numpy as np
import pytest
from gradcheck_checks import CHECKS

from cs231n_kit import gradcheck
from cs231n_kit.backend import to_device


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_gradcheck(check):
    check(gradcheck)


def test_it_checks_on_a_device(device):
    x = to_device({"x": np.linspace(1.0, 2, 6).reshape(2, 3)}, "cupy")
    assert gradcheck.gradcheck(lambda x: (x * x, x), lambda dy, x: 2 * x * dy, x) < 1e-9
    assert gradcheck.gradcheck(lambda x: (x * x, x), lambda dy, x: x * dy, x) > 1e-3
