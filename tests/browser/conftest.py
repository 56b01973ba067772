"""Fixtures of the browser's tests: a Jupyter server for the tests of a file and a student at it; windows on a site."""

from pathlib import Path

import pytest
import sample_book
from panel import Student, free_port, jupyter
from visit import build, visits

HERE = Path(__file__).parent


FAILED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items):
    """Let each of these tests try twice, as JupyterLab's own may: it loses a key or a click now and then.

    What passes only then is listed at the end of the run, with what went wrong (`tests/conftest.py`).
    """
    for item in items:
        if item.path.parent == HERE:
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    """Tell the test's fixtures, before they are torn down, whether it failed."""
    report = yield
    item.stash[FAILED] = report.failed
    return report


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return tmp_path_factory.mktemp("panel") / "root"


@pytest.fixture(scope="module")
def base(root):
    root.mkdir()
    with jupyter(root, free_port()) as base:
        yield base


@pytest.fixture
def newcomer(chromium, base):
    """Give a student with a browser of their own; nothing may have gone wrong in its console."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    student = Student(context.new_page(), base)
    yield student
    context.close()
    assert student.faults == []


@pytest.fixture(scope="module")
def windows(chromium, base):
    """Keep a browser's window for the tests of a file: the students in it, of whom the last has not left."""
    students = []
    yield students
    for student in students:
        student.page.context.close()


@pytest.fixture
def student(request, chromium, base, windows):
    """Give a student who opens notebooks in the JupyterLab of the test before, for it takes seconds to load.

    Tests that change more of a window than that take a `newcomer`. After a test that fails there is a new window.
    """
    if not windows:
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        windows.append(Student(context.new_page(), base))
    (student,) = windows
    yield student
    faults = [*student.faults]
    if faults or request.node.stash[FAILED]:
        windows.pop().page.context.close()
    else:
        student.leave()
    assert faults == []


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
