"""A red team's answers with the protection off: each does what it is there for, or it would show nothing elsewhere."""

import os

import pytest
from hostile_class import graded
from red_team import ATTACKS, LITTERS

from cs231n_course.sandbox import confine

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(confine.missing()), reason="the protections that this machine lacks are told by doctor"),
]


@pytest.fixture(scope="module")
def unprotected():
    """Grade with the protection off: a Run."""
    return graded(sandbox=False, ordinary=False)


# Read by root alone; where the tests are run by someone else, one can't see it succeed.
NEEDS_ROOT = {"reads-the-environment-of-others"}


@pytest.mark.parametrize("name", [name for name in ATTACKS if name not in LITTERS])
def test_without_the_protection_each_of_them_does_what_it_is_for(unprotected, name):
    if name in NEEDS_ROOT and os.geteuid() != 0:
        pytest.skip("the grader's environment can be read by root alone")
    assert name in unprotected.broken, unprotected.files["mine"]


def test_that_the_protection_is_off_is_said(unprotected):
    assert "cs231n grade: not protected: CS231N_SANDBOX=off" in unprotected.complaints
