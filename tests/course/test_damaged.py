"""A learner's notebook, damaged at random: it is read and graded, or there is a sentence; nothing else is raised."""

import copy
import json
import os
import random
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from small import newer, old_file

from cs231n_course.learn.copy import RECORD, copy_course
from cs231n_course.notebooks import files, reading
from cs231n_course.notebooks.reading import NotebookError
from cs231n_course.notebooks.release import release_chapter
from cs231n_course.notebooks.submission import chapter_of, read_submissions
from cs231n_course.server.notebook import CourseNotebook
from cs231n_course.server.state import SavedState

ODD = [None, True, -1, 0, 10**30, 1.5, float("nan"), "", "answer", "\udce9", "a\r\nb\rc\0\u2028", [], [[]], [None], {}]
ODD += [{"cs231n": []}, {"a": {"b": 1}}, ["x", 3], "count", "code"]


def parts(part):
    """Find all lists and objects within a part of a notebook."""
    yield part
    for value in part.values() if isinstance(part, dict) else part:
        if isinstance(value, dict | list):
            yield from parts(value)


def damage(nb, rng):
    """Put something odd into a place or two, or take something out of it."""
    for _ in range(rng.choice([1, 1, 2, 5])):
        owner = rng.choice([part for part in parts(nb) if part])
        key = rng.choice(list(owner) if isinstance(owner, dict) else range(len(owner)))
        if rng.random() < 0.3:
            del owner[key]
        else:
            owner[key] = copy.deepcopy(rng.choice(ODD))


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_notebook_is_read_or_there_is_a_sentence(chapters, chapter, publish, tmp_path, seed):
    rng, path, said = random.Random(seed), tmp_path / "course" / "01_small.ipynb", []
    released = release_chapter(chapter)
    publish(newer(chapter))
    path.parent.mkdir()
    for _ in range(40):
        nb = copy.deepcopy(released)
        damage(nb, rng)
        path.write_text(json.dumps(nb), encoding="utf-8")
        before = path.read_bytes()
        try:
            learner = reading.load(path)
            read_submissions(chapter_of(learner, path)[1], learner, "01_small.ipynb")
            json.dumps(CourseNotebook.read(path).describe_exercises(SavedState(path, "01_small")))
        except NotebookError as error:
            said.append(str(error))
        copied = copy_course(path.parent)
        assert before in [one.read_bytes() for one in path.parent.glob("01_small*.ipynb")]
        assert path.name in copied.updated or copied.kept[path.name] or path.read_bytes() == before
        for one in path.parent.glob("01_small*.ipynb"):
            one.unlink()
    assert len(said) < 20
    assert all("01_small" in text for text in said)


def put_socket(path):
    """Put the socket of a server that nobody runs at a path."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path.relative_to(Path.cwd())))  # a path to a socket is at most 107 bytes


NO_FILES = {
    "folder": (os.mkdir, "is a folder; give the notebook in it."),
    "pipe": (os.mkfifo, "is not a file but a pipe or a device"),
    "socket": (put_socket, "is not a file but a pipe or a device"),
    "zeros": (lambda path: path.symlink_to("/dev/zero"), "is not a file but a pipe or a device"),
    "noise": (lambda path: path.symlink_to("/dev/urandom"), "is not a file but a pipe or a device"),
    "terabyte": (lambda path: [path.touch(), os.truncate(path, 10**12)], "is larger than 50 MB. Clear its outputs"),
    "memory": (lambda path: path.symlink_to("/proc/self/mem"), "can't be read: Input/output error."),
}


@pytest.mark.skipif(sys.platform != "linux", reason="has other devices")
@pytest.mark.parametrize("kind", NO_FILES)
def test_what_is_no_notebooks_file_is_said_at_once(tmp_path, monkeypatch, kind):
    put, words = NO_FILES[kind]
    monkeypatch.chdir(tmp_path)
    put(tmp_path / "mine.ipynb")
    with pytest.raises(NotebookError, match=words):
        reading.load(tmp_path / "mine.ipynb")


def test_a_pipe_that_takes_the_place_of_a_file_while_it_is_opened(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "mine.ipynb")
    status = Path(__file__).stat()
    monkeypatch.setattr(Path, "stat", lambda path, **options: status)
    with pytest.raises(files.NotAFile):
        files.read_bytes(tmp_path / "mine.ipynb")


@pytest.mark.skipif(sys.platform != "linux", reason="the system shows no files of its own")
def test_a_file_that_says_it_is_empty_is_read_to_the_limit_only():
    assert Path("/proc/self/maps").stat().st_size == 0
    with pytest.raises(files.TooLarge):
        files.read_bytes(Path("/proc/self/maps"), 1000)


def test_what_stands_under_an_old_files_name_does_not_stop_learn(chapters, chapter, publish, worked):
    """Nobody writes into that pipe, so who reads it waits for good: in a process of its own, which can be ended."""
    publish(newer(chapter))
    os.mkfifo(worked / old_file())
    (worked / "index.md").write_text("mine")
    os.truncate(worked / "index.md", 10**12)
    tell = "import sys; from cs231n_course.learn.copy import copy_course; print(copy_course(sys.argv[1]))"
    done = subprocess.run([sys.executable, "-c", tell, worked], capture_output=True, text=True, timeout=30, check=False)
    assert f"your old file is {old_file(number='-2')}" in done.stdout
    assert "'index.md': \"it is larger than 50 MB; move it away to get the course's own\"" in done.stdout


@pytest.mark.parametrize(
    "put",
    [
        os.mkdir,
        os.mkfifo,
        lambda path: path.symlink_to(path),
        lambda path: path.symlink_to("/dev/zero"),
        lambda path: path.symlink_to("gone"),
        lambda path: path.write_bytes(b"<<<<<<< HEAD\n\xff"),
    ],
    ids=["folder", "pipe", "loop", "device", "dead link", "bytes"],
)
@pytest.mark.parametrize("name", ["01_small.ipynb", "index.md", "pictures", RECORD])
def test_what_stands_in_the_way_of_one_file_stops_no_other(chapters, tmp_path, name, put):
    (chapters / "pictures").mkdir()
    (chapters / "pictures" / "cat.svg").write_text("<svg/>")
    (chapters / "index.md").write_text("# The course\n\n![A cat](pictures/cat.svg)\n")
    folder = tmp_path / "course"
    folder.mkdir()
    put(folder / name)
    before = os.lstat(folder / name)
    copied = copy_course(folder)
    here = {"01_small.ipynb", "index.md", "pictures/cat.svg"}
    assert {one for one in here if not one.startswith(name)} <= set(copied.written)
    after = os.lstat(folder / name)
    assert name == RECORD or (after.st_ino, after.st_mode) == (before.st_ino, before.st_mode)
    for one in here - set(copied.written):
        assert copied.kept[one] or one == "index.md"  # whose text may be a learner's
