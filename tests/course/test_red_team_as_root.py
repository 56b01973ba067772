"""A red team's answers, graded by root: none breaks anything, earns a point or costs one."""

import os

import pytest
from hostile_class import graded, require_harmless, require_honest_points
from red_team import ATTACKS

from cs231n_course.sandbox import confine

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.geteuid() != 0, reason="the tests are not run by root"),
    pytest.mark.skipif(bool(confine.missing()), reason="the protections that this machine lacks are told by doctor"),
]


@pytest.fixture(scope="module")
def run():
    """Grade with the protection on: a Run."""
    return graded(sandbox=True, ordinary=False)


@pytest.mark.parametrize("name", ATTACKS)
def test_a_hostile_answer_breaks_and_earns_nothing(run, name):
    require_harmless(run, name)


def test_honest_answers_beside_and_after_them_keep_their_points(run):
    require_honest_points(run)
