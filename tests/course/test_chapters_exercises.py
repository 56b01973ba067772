"""The exercises of the course's own chapters: the release scores nothing, the reference all, each mistake its words."""

import copy

import nbformat
import pytest

from cs231n_kit.course import grading, notebook, release
from cs231n_kit.course.notebook import course, role
from cs231n_kit.course.paths import chapter_paths

CHAPTERS = [path for path in chapter_paths() if notebook.exercises(notebook.load(path), path.name)]


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_the_untouched_release_scores_nothing_and_the_reference_all(path, tmp_path):
    pristine = notebook.read(path)
    notebook.write(tmp_path / "mine.ipynb", release.release(pristine))
    result = grading.grade(tmp_path / "mine.ipynb")
    assert (result.error, result.points, result.notes) == (None, 0, [])
    assert all("not written yet" in one.words[0] for one in result.exercises)
    result = grading.grade(path)
    assert (result.error, result.points, result.status) == (None, result.possible, 0)


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_each_known_wrong_answer_gets_its_own_words(path, tmp_path, monkeypatch):
    """Grade every mistake in one run: a chapter that has each exercise once for each of its wrong answers."""
    pristine = notebook.read(path)
    mistakes, answers = repeated(pristine)
    (tmp_path / "chapters").mkdir()
    nbformat.write(mistakes, tmp_path / "chapters" / path.name)
    monkeypatch.setenv("CS231N_CHAPTERS", str(tmp_path / "chapters"))
    learner = release.release(mistakes)
    for cell in learner.cells:
        if role(cell) == "answer":
            cell.source = answers[course(cell)["exercise"]]["source"]
    notebook.write(tmp_path / "mine.ipynb", learner)
    result = grading.grade(tmp_path / "mine.ipynb", seed=7)
    assert result.error is None
    for one in result.exercises:
        assert not one.passed, f"the wrong answer {one.id} gets full points"
        assert one.words[0] == course(answers[one.id])["says"]


def repeated(pristine):
    """Repeat each exercise once for each of its wrong answers: the chapter, and {new id: the wrong cell}."""
    cells, answers = [cell for cell in pristine.cells if role(cell) in ("setup", "given")], {}
    for exercise in notebook.exercises(pristine, "chapter"):
        for number, wrong in enumerate(exercise.wrong):
            name = f"{exercise.id}-{number}"
            answers[name] = wrong
            for cell in (*exercise.wrong, exercise.answer, *exercise.checks):
                cell = copy.deepcopy(cell)
                cell.id = f"{cell.id[:40]}-{number}"
                cell.metadata.cs231n["exercise"] = name
                cells.append(cell)
    return nbformat.v4.new_notebook(cells=cells, metadata=pristine.metadata), answers
