"""What every layer shares."""

import pytest
from base_checks import CHECKS

from cs231n_kit.layers import base


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_base(check):
    check(base)
