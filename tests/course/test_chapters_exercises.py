"""The exercises of the course's own chapters: the release scores nothing, the reference all, each mistake its words."""

import copy
import functools
import itertools
import json
from pathlib import Path

import nbformat
import pytest
from in_process import CHAPTERS, exercises, is_right, outcomes_of, setup_of
from right_answers import RIGHT
from right_variants import in_form, variants, whole_numbers
from small import with_answers

from cs231n_course.grading import grade, verdict
from cs231n_course.notebooks import reading, release
from cs231n_course.notebooks.format import metadata_of, role
from cs231n_course.notebooks.mistakes import known_mistakes
from cs231n_course.notebooks.submission import Submission

pytestmark = pytest.mark.slow  # hundreds of answers to real exercises
# The reference answers as the first release had them, {chapter: {exercise: lines}}.
FIRST_RELEASE = json.loads(Path(__file__).with_name("answers_of_first_release.json").read_text(encoding="utf-8"))
SEEDS = range(20)


each_chapter = pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)


@each_chapter
def test_the_untouched_release_scores_nothing(path, tmp_path):
    reading.write(tmp_path / "mine.ipynb", release.release_chapter(reading.read(path)))
    result = grade.grade_notebook(tmp_path / "mine.ipynb")
    assert (result.error, result.points, result.notes) == (None, 0, [])
    assert all("not written yet" in one.words[0] for one in result.exercises)


@each_chapter
def test_the_reference_and_answers_written_differently_get_full_points(path, tmp_path, monkeypatch):
    """Grade them at once, in kernels: the chapter of this run has each exercise once for each answer.

    Among them is the reference of the first release, for learners keep what they wrote then. Of the others two are
    enough here: the next test runs all of them.
    """
    chapter = reading.read(path).cells
    cells = [cell for cell in chapter if role(cell) in ("setup", "given")]
    answers = {}
    for exercise in exercises(path):
        if exercise.ask:
            sources = [exercise.answer["source"]]
            cells.append(chapter[[cell.id for cell in chapter].index(exercise.answer["id"]) - 1])  # a choice's options
        else:
            first = FIRST_RELEASE.get(path.stem, {}).get(exercise.id)  # None: a chapter that is newer than that
            sources = [exercise.answer["source"], *RIGHT[exercise.id][:2], *(["\n".join(first)] if first else [])]
        for number, source in enumerate(sources):
            name = f"{exercise.id}-{number}"
            answers[name] = source
            for cell in (exercise.answer, *exercise.checks):
                cell = copy.deepcopy(cell)
                cell.id = f"{cell.id[:40]}-{number}"
                cell.metadata.cs231n["exercise"] = name
                cells.append(cell)
    chapters = tmp_path / "chapters"
    chapters.mkdir()
    chapter = nbformat.v4.new_notebook(cells=cells, metadata=reading.read(path).metadata)
    nbformat.write(chapter, chapters / path.name)
    monkeypatch.setenv("CS231N_CHAPTERS", str(chapters))
    reading.write(tmp_path / "mine.ipynb", with_answers(release.release_chapter(chapter), **answers))
    result = grade.grade_notebook(tmp_path / "mine.ipynb")
    assert result.error is None
    assert {one.id: one.words for one in result.exercises if not one.passed} == {}
    assert (result.points, result.status) == (result.possible, 0)


@each_chapter
def test_answers_written_differently_get_full_points_under_twenty_seeds(path, monkeypatch):
    setup, lost = setup_of(path), []
    for seed in SEEDS:
        monkeypatch.setenv("CS231N_SEED", str(seed))
        for exercise in exercises(path):
            if exercise.ask:
                continue
            assert len(RIGHT[exercise.id]) >= 4, exercise.id
            right = outcomes_of(exercise.answer["source"], exercise, setup)
            for number, answer in enumerate(RIGHT[exercise.id]):
                if not all(map(is_right, right, outcomes_of(answer, exercise, setup))):
                    lost.append((exercise.id, number, seed))
    assert lost == []


@each_chapter
def test_what_an_answer_returns_may_have_another_form(path, monkeypatch):
    """As lists, as float32, as a generator: each form with another right answer. `make exercises` tries them all."""
    setup, lost, tried = setup_of(path), [], 0
    monkeypatch.setenv("CS231N_SEED", "4")
    for exercise in exercises(path):
        if exercise.ask:
            continue
        right = outcomes_of(exercise.answer["source"], exercise, setup)
        answers = itertools.cycle([exercise.answer["source"], *RIGHT[exercise.id]])
        for answer, form in zip(answers, variants(exercise, ""), strict=False):
            changed, source = [], variants(exercise, answer)[form]
            if not all(map(is_right, right, outcomes_of(source, exercise, setup | {"CHANGED": changed}))):
                lost.append((exercise.id, form))
            tried += any(changed)
    assert lost == []
    assert tried >= 4


@each_chapter
def test_decimals_that_are_lost_cost_points(path, monkeypatch):
    """Whole numbers alone would let an answer pass that makes its array with dtype=int."""
    setup, passed = setup_of(path), []
    monkeypatch.setenv("CS231N_SEED", "4")
    for exercise in exercises(path):
        if exercise.ask:
            continue
        right = outcomes_of(exercise.answer["source"], exercise, setup)
        changed, source = [], in_form(whole_numbers, exercise, exercise.answer["source"])
        wrong = outcomes_of(source, exercise, setup | {"CHANGED": changed})
        if any(changed) and all(map(is_right, right, wrong)):
            passed.append(exercise.id)
    assert passed == []


@each_chapter
def test_each_known_wrong_answer_gets_its_own_words(path):
    for exercise, right, wrong in outcomes(path)[7]:
        known = [{"words": mistake.words, "outcomes": shown} for mistake, shown in wrong]
        reference = {"right": right, "wrong": known}
        for mistake, shown in wrong:
            checks = zip(exercise.checks, right, shown, strict=True)
            records = {cell["id"]: record(expected, outcome) for cell, expected, outcome in checks}
            result = verdict.judge(Submission(exercise, mistake.source), reference, records, 20.0)
            assert not result.passed, f"{exercise.id}: {mistake.title!r} gets full points"
            assert result.words[0] == mistake.words, f"{exercise.id}: {mistake.title!r}"


@each_chapter
def test_no_two_known_wrong_answers_show_or_say_the_same(path):
    for exercise, _, wrong in outcomes(path)[7]:
        assert wrong, f"{exercise.id} has no known wrong answer"
        shown = [json.dumps(outcomes) for _, outcomes in wrong]
        words = [mistake.words for mistake, _ in wrong]
        assert len(set(shown)) == len(set(words)) == len(wrong), exercise.id


@each_chapter
def test_verdicts_do_not_depend_on_the_seed(path):
    """Under twelve seeds every known wrong answer passes the same checks, and each check shows many values."""
    passes, shown = {}, {}
    for of_seed in outcomes(path).values():
        for exercise, right, wrong in of_seed:
            for number, expected in enumerate(right):
                if not exercise.ask:  # the same for everybody
                    shown.setdefault((exercise.id, number), set()).add(json.dumps(expected))
            for mistake, actual in wrong:
                passed = tuple(is_right(*pair) for pair in zip(right, actual, strict=True))
                passes.setdefault((exercise.id, mistake.title), set()).add(passed)
    assert {check for check, values in shown.items() if len(values) <= 5} == set(), "such a check can be foreseen"
    assert {name: verdicts for name, verdicts in passes.items() if len(verdicts) > 1} == {}


@each_chapter
def test_a_wrong_judgement_gets_its_words_and_not_the_right_one(path):
    """Every choice, and of a cell all that a learner may take for it, has words; none of them is the right answer's."""
    for exercise, right, wrong in outcomes(path)[7]:
        if not exercise.ask:
            continue
        (outcome,) = right
        value = outcome["shown"]["shown"][0]["values"]
        seen = {json.dumps(shown["shown"]["shown"][0]["values"]) for _, (shown,) in wrong} | {json.dumps(value)}
        if exercise.ask["kind"] == "choice":
            assert seen == {str(number) for number in range(1, len(exercise.ask["options"]) + 1)}
        elif exercise.ask["kind"] == "number":
            assert seen == {str(number) for number in range(len(seen))}
        reference = {"right": right, "wrong": []}
        for _, (shown,) in wrong:
            records = {exercise.checks[0]["id"]: record(outcome, shown)}
            result = verdict.judge(Submission(exercise, ""), reference, records, 20.0)
            assert result.words == [result.checks[0].words] == ["That is not it."]
            assert result.checks[0].expected == ""


@functools.cache
def outcomes(path):
    """Run the answers and the known wrong answers of a chapter under twelve seeds, all in this process.

    Returns {seed: [(exercise, right outcomes, [(mistake, its outcomes)])]}, an outcome as sandbox.reference has it.
    """
    setup = setup_of(path)
    mistakes = known_mistakes(path, exercises(path))
    by_seed = {}
    for seed in range(12):
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("CS231N_SEED", str(seed))
            by_seed[seed] = [
                (
                    exercise,
                    outcomes_of(exercise.answer["source"], exercise, setup),
                    [(mistake, outcomes_of(mistake.source, exercise, setup)) for mistake in mistakes[exercise.id]],
                )
                for exercise in exercises(path)
            ]
    return by_seed


def record(expected, outcome):
    """Returns the runner's record of a check whose outcome is known."""
    error = {"ename": outcome["error"], "evalue": "", "line": None} if "error" in outcome else None
    shown = [] if error else [outcome["shown"]]
    passed = is_right(expected, outcome)
    return {"role": "check", "passed": passed, "shown": shown, "printed": "", "trouble": None, "error": error}


def test_an_answer_with_two_faults_gets_the_words_of_one(tmp_path):
    path = next(path for path in CHAPTERS if path.stem.startswith("02_"))
    learner = release.release_chapter(reading.read(path))
    for cell in learner.cells:
        if role(cell) == "answer" and metadata_of(cell)["exercise"] == "one-output":
            cell.source = (
                "def conv_at(x, w, b, row, col, stride=1, pad=0):\n"  # neither stride nor padding
                "    F = w.shape[1]\n    return (x[:, row:row+F, col:col+F] * w).sum() + b"
            )
    reading.write(tmp_path / "mine.ipynb", learner)
    result = next(
        one for one in grade.grade_notebook(tmp_path / "mine.ipynb", seed=5).exercises if one.id == "one-output"
    )
    assert result.points == 1
    assert result.words[0].startswith("In check “stride”: It looks as if the stride were left out.")
