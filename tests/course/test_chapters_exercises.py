"""The exercises of the course's own chapters: the release scores nothing, the reference all, each mistake its words."""

import copy
import json

import nbformat
import pytest
from right_answers import RIGHT

from cs231n_course.checks import check
from cs231n_course.grading import grade
from cs231n_course.notebooks import reading, release
from cs231n_course.notebooks.paths import chapter_paths
from cs231n_course.notebooks.reading import course, role
from cs231n_course.sandbox.reference import reference

pytestmark = pytest.mark.slow  # hundreds of answers to real exercises
CHAPTERS = [path for path in chapter_paths() if reading.exercises(reading.load(path), path.name)]


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_the_untouched_release_scores_nothing_and_the_reference_all(path, tmp_path):
    pristine = reading.read(path)
    reading.write(tmp_path / "mine.ipynb", release.release(pristine))
    result = grade.grade(tmp_path / "mine.ipynb")
    assert (result.error, result.points, result.notes) == (None, 0, [])
    assert all("not written yet" in one.words[0] for one in result.exercises)
    result = grade.grade(path)
    assert (result.error, result.points, result.status) == (None, result.possible, 0)


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_each_known_wrong_answer_gets_its_own_words(path, tmp_path, monkeypatch):
    wrong = {exercise.id: list(exercise.wrong) for exercise in exercises(path)}
    sources = {name: [cell["source"] for cell in cells] for name, cells in wrong.items()}
    for name, number, one in grade_many(path, sources, tmp_path, monkeypatch, wrong, seed=7):
        assert not one.passed, f"{name}: the wrong answer {wrong[name][number]['id']} gets full points"
        assert one.words[0] == course(wrong[name][number])["says"]


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_no_two_known_wrong_answers_show_the_same(path):
    for id, outcomes in reference(path).items():
        shown = [json.dumps(one["outcomes"]) for one in outcomes["wrong"]]
        assert len(set(shown)) == len(shown), id


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_there_are_mistakes_enough_each_with_words_of_its_own(path):
    assert len(exercises(path)) >= 4
    for exercise in exercises(path):
        words = [course(cell)["says"] for cell in exercise.wrong]
        assert len(set(words)) == len(words) >= 6, exercise.id
        assert len(RIGHT[exercise.id]) >= 3


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_answers_written_differently_get_full_points(path, tmp_path, monkeypatch):
    for name, number, one in grade_many(path, RIGHT, tmp_path, monkeypatch):
        assert one.passed, f"{name}, answer {number}: {one.words}"


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_verdicts_do_not_depend_on_the_seed(path, monkeypatch):
    """Run every known wrong answer under twenty seeds, in this process: it passes the same checks each time."""
    shown = []
    monkeypatch.setattr(check, "publish", lambda bundle: shown.append({**bundle[check.MIME], "case": None}))
    setup = [cell.source for cell in reading.read(path).cells if role(cell) == "setup"]

    def outputs(answer, cells):
        found = []
        for cell in cells:
            shown.clear()
            names = {}
            try:
                exec("\n".join([*setup, answer["source"]]), names)
                exec(cell["source"], names)
            except Exception as error:
                shown.append(type(error).__name__)
            found.append(json.dumps(shown))
        return found

    for exercise in exercises(path):
        passes = {cell["id"]: set() for cell in exercise.wrong}
        references = set()
        for seed in range(20):
            monkeypatch.setenv("CS231N_SEED", str(seed))
            expected = outputs(exercise.answer, exercise.checks)
            references.update(enumerate(expected))
            for cell in exercise.wrong:
                got = outputs(cell, exercise.checks)
                passes[cell["id"]].add(tuple(one == other for one, other in zip(got, expected, strict=True)))
        for place in range(len(exercise.checks)):
            values = {shown for check_place, shown in references if check_place == place}
            assert len(values) > 5, f"{exercise.id}: what check {place} shows can be known beforehand"
        assert {name: verdicts for name, verdicts in passes.items() if len(verdicts) > 1} == {}


def exercises(path):
    """List the exercises of a chapter."""
    return reading.exercises(reading.read(path), path.name)


def grade_many(path, sources, folder, monkeypatch, known=None, seed=None):
    """Grade many answers to each exercise, one run an exercise: a list of (exercise, number of the answer, its result).

    The chapter of a run has the exercise once for each of the answers, with the known wrong answer of that number.
    """
    pristine = reading.read(path)
    found = []
    for id in [one.id for one in exercises(path)]:
        chapter, answers = repeated(pristine, {id: sources[id]}, known)
        chapters = folder / id / "chapters"
        chapters.mkdir(parents=True)
        nbformat.write(chapter, chapters / path.name)
        monkeypatch.setenv("CS231N_CHAPTERS", str(chapters))
        learner = release.release(chapter)
        for cell in learner.cells:
            if role(cell) == "answer":
                cell.source = answers[course(cell)["exercise"]][2]
        reading.write(folder / id / "mine.ipynb", learner)
        result = grade.grade(folder / id / "mine.ipynb", seed=seed)
        assert result.error is None
        found += [(*answers[one.id][:2], one) for one in result.exercises]
    return found


def repeated(pristine, sources, known):
    """Repeat each exercise once for each of its answers: the chapter, and {new id: (exercise, number, source)}."""
    cells, answers = [cell for cell in pristine.cells if role(cell) in ("setup", "given")], {}
    for exercise in reading.exercises(pristine, "chapter"):
        for number, source in enumerate(sources.get(exercise.id, [])):
            name = f"{exercise.id}-{number}"
            answers[name] = (exercise.id, number, source)
            wrong = [known[exercise.id][number]] if known else []
            for cell in (*wrong, exercise.answer, *exercise.checks):
                cell = copy.deepcopy(cell)
                cell.id = f"{cell.id[:40]}-{number}"
                cell.metadata.cs231n["exercise"] = name
                cells.append(cell)
    return nbformat.v4.new_notebook(cells=cells, metadata=pristine.metadata), answers


def test_an_answer_with_two_faults_gets_the_words_of_one(tmp_path):
    path = next(path for path in CHAPTERS if path.stem.startswith("02_"))
    learner = release.release(reading.read(path))
    for cell in learner.cells:
        if role(cell) == "answer" and course(cell)["exercise"] == "one-output":
            cell.source = (
                "def conv_at(x, w, b, row, col, stride=1, pad=0):\n"  # neither stride nor padding
                "    F = w.shape[1]\n    return (x[:, row:row+F, col:col+F] * w).sum() + b"
            )
    reading.write(tmp_path / "mine.ipynb", learner)
    result = next(one for one in grade.grade(tmp_path / "mine.ipynb", seed=5).exercises if one.id == "one-output")
    assert result.points == 1
    assert result.words[0].startswith("In check “stride”: It looks as if the stride were left out.")
