"""Fixtures of the browser's tests: a Jupyter server for the tests of a file and a student at it; windows on a site."""

import pytest
import sample_book
from panel import Student, free_port, jupyter
from visit import build, visits


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


@pytest.fixture(scope="module")
def sample(tmp_path_factory, chromium):
    """Build the sample book, once there is a browser to look at it."""
    folder = tmp_path_factory.mktemp("sample")
    result = build(sample_book.write(folder), folder / "site")
    assert result.returncode == 0, result.stderr
    return folder / "site"


@pytest.fixture(params=["http", "file"])
def visit(request, chromium, sample):
    """Open windows on the sample by http and from disk; at the end nothing may have gone wrong in them."""
    yield from visits(chromium, sample, request.param)


@pytest.fixture(params=["http", "file"])
def read(request, chromium, real_site):
    """Open windows on the real book, likewise."""
    yield from visits(chromium, real_site, request.param)
