"""Channels of zeros: by hand, against finite differences, and on both back ends."""

import pytest
from channels_checks import CHECKS

from cs231n_kit.layers import channels


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_channels(check):
    check(channels)
