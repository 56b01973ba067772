"""A learner's notebook, damaged at random: it is read and graded, or there is a sentence; nothing else is raised."""

import copy
import json
import random

import pytest

from cs231n_course.learn import merge
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
def test_a_damaged_notebook_is_read_or_there_is_a_sentence(chapters, chapter, tmp_path, seed):
    rng, path, read = random.Random(seed), tmp_path / "01_small.ipynb", 0
    said = []
    released, newer = release_chapter(chapter), release_chapter(chapter)
    newer["cells"][0]["source"], newer["metadata"]["cs231n"]["release"]["digest"] = "# Anew", "0"
    for _ in range(60):
        nb = copy.deepcopy(released)
        damage(nb, rng)
        path.write_text(json.dumps(nb), encoding="utf-8")
        try:
            old = reading.read(path)
            if merge.is_copy_of(old, newer) and not merge.is_current(old, newer):
                reading.write(tmp_path / "merged.ipynb", merge.merge(old, newer).notebook)
            learner = reading.load(path)
            read_submissions(chapter_of(learner, path)[1], learner, "01_small.ipynb")
            json.dumps(CourseNotebook.read(path).describe_exercises(SavedState(path, "01_small")))
            read += 1
        except NotebookError as error:
            said.append(str(error))
    assert read > 20
    assert all("01_small" in text or "merged.ipynb" in text for text in said)
