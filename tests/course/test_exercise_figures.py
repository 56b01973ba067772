"""The record of what the checks catch: of the exercises as they are now, true in a sample, and as the book shows it."""

import json
import random
import sys

import numpy as np
import pytest
from in_process import CHAPTERS, exercises, is_right, setup_of
from right_answers import RIGHT
from visit import ROOT

from cs231n_course.notebooks.mistakes import known_mistakes
from cs231n_course.server.state import grading_digest

sys.path.insert(0, str(ROOT / "tools"))

import exercise_figures as figures

RECORD = json.loads(figures.RECORD.read_text(encoding="utf-8"))
AGAIN = "the exercise has changed: run `make exercises`"
each_chapter = pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)


def test_the_record_is_of_the_exercises_as_they_are():
    now = {exercise.id: (path, exercise) for path in CHAPTERS for exercise in exercises(path)}
    assert list(RECORD["exercises"]) == list(now)
    for id, found in RECORD["exercises"].items():
        path, exercise = now[id]
        assert found["digest"] == grading_digest(exercise), f"{id}: {AGAIN}"
        assert found["known"] == len(known_mistakes(path, exercises(path))[id]), f"{id}: {AGAIN}"
        assert found.get("written_differently", len(RIGHT.get(id, []))) == len(RIGHT.get(id, [])), f"{id}: {AGAIN}"


def test_every_right_answer_gets_full_points_and_most_mutants_are_caught():
    code = [found for found in RECORD["exercises"].values() if "mutants" in found]
    assert all(found["full_points"] == found["right"] > 4 for found in code)
    assert all(
        found["caught"] + len(found["caught_by_some_seeds"]) + len(found["missed"]) == found["mutants"]
        for found in code
    )
    assert sum(found["caught"] for found in code) > 0.8 * sum(found["mutants"] for found in code)


def test_the_page_of_the_book_has_the_table():
    page = figures.PAGE.read_text(encoding="utf-8")
    assert figures.page_with(RECORD, page) == page, "run `make exercises`"


@pytest.mark.slow
@each_chapter
def test_a_sample_of_the_mutants_fares_as_the_record_says(path, monkeypatch):
    monkeypatch.setenv("CS231N_GRADING", "1")
    for name in ("empty", "empty_like"):
        monkeypatch.setattr(np, name, figures.filled(getattr(np, name)))
    setup, draw = setup_of(path), random.Random(path.stem)
    for exercise in exercises(path):
        if exercise.ask:
            continue
        found, tried = RECORD["exercises"][exercise.id], figures.mutants(exercise)
        right = figures.run_under(0, exercise, exercise.answer["source"], setup)
        for mutant in draw.sample(tried, 3):
            change = f"{mutant.was}  ->  {mutant.becomes}"
            if change not in found["caught_by_some_seeds"]:
                passed = all(map(is_right, right, figures.run_under(0, exercise, mutant.source, setup)))
                assert passed == (change in found["missed"]), f"{exercise.id}: {change}"
