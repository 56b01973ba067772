"""A learner's notebook, damaged at random: it is read and graded, or there is a sentence; nothing else is raised."""

import copy
import json
import os
import random

import pytest
from small import newer

from cs231n_course.learn.copy import RECORD, copy_course
from cs231n_course.notebooks import reading
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
