"""Where windows stand."""

import pytest
from windows_checks import CHECKS

from cs231n_kit.kernels import windows


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_windows(check):
    check(windows)
