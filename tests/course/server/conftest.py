"""A real Jupyter Server with our part in it, on a folder with a learner's copy of the small chapter."""

import tempfile
from pathlib import Path

import nbformat
import pytest
from jupyter_server.services.contents.manager import AsyncContentsManager
from pytest_jupyter.jupyter_server import *  # noqa: F403  # its hooks and fixtures shall serve this folder only
from served import Panel, Sign, hangs
from small import COUNT, WINDOW, with_answers

from cs231n_course.learn.copy import copy_course
from cs231n_course.notebooks import reading
from cs231n_course.server.check_queue import CheckQueue
from cs231n_course.server.handlers import QUEUE_SETTING


@pytest.fixture
def jp_server_config():
    """Turn our part on, as the installed configuration does."""
    return {"ServerApp": {"jpserver_extensions": {"cs231n_course.server": True}}}


class Elsewhere(AsyncContentsManager):
    """Keeps notebooks where no path leads."""


@pytest.fixture
def elsewhere(jp_server_config):
    """Let the server keep its notebooks elsewhere than on the disk."""
    jp_server_config["ServerApp"]["contents_manager_class"] = Elsewhere


@pytest.fixture
def folder(chapters, jp_root_dir):
    """Make a learner's copy in the folder that is served."""
    copy_course(jp_root_dir / "course")
    return jp_root_dir / "course"


@pytest.fixture
def write(folder):
    """Write answers into the learner's copy: `wrong`, `right` or sources by exercise."""

    def write(name="01_small.ipynb", **sources):
        nb = with_answers(reading.read(folder / "01_small.ipynb"), **sources)
        nbformat.write(nb, folder / name)
        return nb

    return write


@pytest.fixture
def right(write):
    """Let the learner's copy hold the right answers."""
    return write(window=WINDOW, count=COUNT)


@pytest.fixture
def hanging(write, tmp_path):
    """Let the learner's second answer hang; give the sign that shows it does, and without which it ends."""
    sign = Sign(tmp_path / "end")
    write(window=WINDOW, count=hangs(sign))
    return sign


@pytest.fixture
def scratch(monkeypatch):
    """Give the folder where all processes put their temporary files; its path is short, as a socket's must be."""
    with tempfile.TemporaryDirectory(prefix="t") as place:
        monkeypatch.setenv("TMPDIR", place)
        monkeypatch.setattr(tempfile, "tempdir", place)
        yield Path(place)


@pytest.fixture
def queue(request, jp_serverapp, jp_asyncio_loop, monkeypatch):
    """Give the server's queue of checks; nothing of it outlives the test.

    It keeps a worker ready only for tests that ask for `spare`: its start costs as much as a check.
    """
    if "spare" not in request.fixturenames:
        monkeypatch.setattr(CheckQueue, "prewarm", lambda queue, chapter: None)
    queue = jp_serverapp.web_app.settings[QUEUE_SETTING]
    yield queue
    jp_asyncio_loop.run_until_complete(queue.close())


@pytest.fixture
def spare(queue):
    """Give the server's worker that is kept ready for the next check, which it starts when the panel asks."""
    return queue.spare


@pytest.fixture
def panel(folder, jp_fetch, queue):
    """Give the panel."""
    return Panel(jp_fetch)
