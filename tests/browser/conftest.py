"""Fixtures of the panel's tests: a Jupyter server for the tests of a file, and a student at it."""

import pytest
from panel import Student, free_port, jupyter


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return tmp_path_factory.mktemp("panel") / "root"


@pytest.fixture(scope="module")
def base(root):
    root.mkdir()
    with jupyter(root, free_port()) as base:
        yield base


@pytest.fixture
def student(chromium, base):
    """Give a student with a browser of their own; nothing may have gone wrong in its console."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    student = Student(context.new_page(), base)
    yield student
    context.close()
    assert student.faults == []
