"""Grading, with real kernels under nbval: the small chapter in every state that a notebook can be in."""

import contextlib
import copy
import json
import shutil
import tempfile
import threading
import time

import nbformat
import psutil
import pytest
from small import (
    COUNT,
    NO_ONE,
    NO_STRIDE,
    ONE_WORDS,
    STRIDE_WORDS,
    WINDOW,
    cell,
    code,
    small_chapter,
    with_answers,
)

from cs231n_course.checks.check import DEFAULT_SEED
from cs231n_course.grading import grade
from cs231n_course.notebooks import release
from cs231n_course.sandbox import child, run


@pytest.fixture
def mine(chapters, chapter, tmp_path):
    """Write a learner's notebook, changed by a function, and grade it."""

    def write_and_grade(change=lambda nb: nb, answers=None, **options):
        learner = release.release_chapter(chapter)
        learner = change(with_answers(learner, **(answers or {}))) or learner
        path = tmp_path / "mine.ipynb"
        path.write_text(nbformat.writes(learner) if not isinstance(learner, str) else learner)
        return grade.grade_notebook(path, **options)

    return write_and_grade


def test_the_untouched_release_scores_nothing(mine):
    result = mine()
    assert (result.points, result.possible, result.status) == (0, 5, 1)
    assert [one.words for one in result.exercises] == [["window is not written yet."], ["count is not written yet."]]
    assert result.notes == []


def test_the_reference_scores_all_under_any_seed(mine):
    for seed in (None, 7):
        result = mine(answers={"window": WINDOW, "count": COUNT}, seed=seed)
        assert (result.points, result.status, result.notes) == (5, 0, [])
        assert result.seed != DEFAULT_SEED


def test_known_wrong_answers_get_their_own_words_first(mine):
    result = mine(answers={"window": NO_STRIDE, "count": NO_ONE}, seed=7)  # under some, two windows are the same
    window, count = result.exercises
    assert (window.points, count.points, result.status) == (2, 0, 1)
    assert window.words[0] == STRIDE_WORDS
    assert window.words[1].startswith("Check “two steps”: `window(x, 2, stride=2)`: ")
    assert window.words[2].startswith("with x = array 9: ")
    assert count.words == [ONE_WORDS, "Check “seven”: `count(7, 3)`: expected 5, got 4."]


def test_known_wrong_answers_stay_out_of_the_learners_process(mine, monkeypatch):
    sent, send = [], child.send_line

    def note(process, content):
        sent.append((" ".join(process.args), json.dumps(content)))
        send(process, content)

    monkeypatch.setattr(child, "send_line", note)
    assert mine(answers={"window": NO_STRIDE}, seed=7).exercises[0].words[0] == STRIDE_WORDS
    told = [content for process, content in sent if "sandbox.runner" in process]
    assert any("x[row : row + 2]" in content for content in told), "the learner's answer is sent"
    assert not any(STRIDE_WORDS in content or "start = row" in content for content in told)


def test_chapters_without_a_file_of_mistakes_are_graded_too(mine, chapters):
    shutil.rmtree(chapters / "mistakes")
    window, count = mine(answers={"window": NO_STRIDE, "count": NO_ONE}, seed=7).exercises
    assert (window.points, count.points) == (2, 0)
    assert count.words == ["Check “seven”: `count(7, 3)`: expected 5, got 4."]


def test_a_broken_file_of_mistakes_is_the_chapters_fault(mine, chapters):
    (chapters / "mistakes" / "01_small.txt").write_text("## cuont\n")
    assert "01_small.txt, line 1: 01_small.ipynb has no exercise 'cuont'" in mine().error


@pytest.mark.slow
def test_a_kernel_that_can_not_be_forked_is_started_anew_and_judges_alike(mine):
    answers = {"window": "def window(x, row, stride=1):\n    while True: pass", "count": COUNT}
    result = mine(answers=answers, fork=False, timeout=3)
    assert [one.points for one in result.exercises] == [0, 1]
    assert "took longer than 3 seconds." in result.exercises[0].words[0]


def test_one_exercise_alone(mine):
    result = mine(answers={"count": COUNT}, only=["count"])
    assert [(one.id, one.passed) for one in result.exercises] == [("count", True)]
    assert mine(only=["cuont"]).error == "01_small has no exercise cuont; it has: window, count."


def drop_answer(nb, of):
    nb["cells"].remove(of("c-answer"))


def double_answer(nb, of):
    copied = of("c-answer").copy()
    copied.update(id="copied", source=COUNT)
    nb["cells"].insert(0, copied)


def lose_metadata(nb, of):
    of("c-answer")["metadata"] = {}


def edit_checks(nb, of):
    of("c-check")["source"] = "print('seven: 5')"


def drop_check(nb, of):
    nb["cells"].remove(of("w-check-1"))
    of("w-check-2")["metadata"]["tags"] = ["nbval-skip", "raises-exception"]


def make_endless(nb, of):
    of("c-answer")["source"] += "#" * 100_001


def make_text(nb, of):
    found = of("c-answer")
    found["cell_type"] = "markdown"
    del found["outputs"], found["execution_count"]


# What was done to one pair of exercises: their answers, their points together, and what is noted of them.
CHANGES = {
    drop_answer: ({"window": WINDOW}, 4, "The answer cell of {count} is missing from the notebook."),
    double_answer: ({"count": NO_ONE}, 0, "There are 2 answer cells for {count}; the original one is graded."),
    lose_metadata: ({"count": COUNT}, 1, "The answer cell of {count} lost its metadata; it was found by its id."),
    edit_checks: ({"count": NO_ONE}, 0, "A check cell of {count} was edited; the course's own is run instead."),
    drop_check: ({"window": WINDOW}, 4, "A check cell of {window} is missing; the course's own is run."),
    make_endless: ({}, 0, "The answer to {count} is longer than 100,000 characters: it has 100,"),
    make_text: ({}, 0, "The answer cell of {count} is not a code cell any more; make it one again."),
}


def with_a_pair_for_each(changes):
    """Return the small chapter with its two exercises once for each change, whose name ends their names and ids."""
    chapter = small_chapter()
    pair = [one for one in chapter.cells if "exercise" in one.metadata.get("cs231n", {})]
    chapter.cells = [one for one in chapter.cells if one not in pair]
    for change in changes:
        for one in copy.deepcopy(pair):
            one.id += f"-{change.__name__}"
            one.metadata.cs231n["exercise"] += f"-{change.__name__}"
            one.source += f"\n# {change.__name__}"  # for a cell is also known by its source
            chapter.cells.append(one)
    return chapter


@pytest.fixture(scope="module")
def changed(tmp_path_factory):
    """Grade one notebook in which all of CHANGES were done, each to a pair of exercises of its own: the result."""
    folder = tmp_path_factory.mktemp("changed")
    chapter = with_a_pair_for_each(CHANGES)
    answers = {
        f"{name}-{change.__name__}": source for change, (some, _, _) in CHANGES.items() for name, source in some.items()
    }
    learner = with_answers(release.release_chapter(chapter), **answers)
    for change in CHANGES:
        change(learner, lambda id, change=change: cell(learner, f"{id}-{change.__name__}"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CS231N_CHAPTERS", str(folder))
        nbformat.write(chapter, folder / "01_small.ipynb")
        (folder / "mine.ipynb").write_text(nbformat.writes(learner))
        result = grade.grade_notebook(folder / "mine.ipynb")
    assert result.error is None
    return result


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_notebook_is_graded_all_the_same(changed, change):
    _, points, note = CHANGES[change]
    names = {name: f"{name}-{change.__name__}" for name in ("window", "count")}
    assert sum(one.points for one in changed.exercises if one.id in names.values()) == points
    said = [*changed.notes, *(words for one in changed.exercises for words in one.words)]
    assert [one.startswith(note.format(**names)) for one in said].count(True) == 1


def test_a_notebook_that_lost_its_metadata_is_graded_all_the_same(mine):
    def lose_all(nb):
        del nb["metadata"]["cs231n"]
        cell(nb, "c-answer")["metadata"] = {}
        return nb

    result = mine(lose_all, {"count": COUNT})
    assert (result.error, result.points) == (None, 1)


def test_notebooks_that_can_not_be_graded_say_why(mine, chapters):
    assert "saved only half" in mine(lambda nb: '{"cells": [').error
    strange = nbformat.v4.new_notebook(cells=[code("a", "1")])
    assert "not a notebook of this course" in mine(lambda nb: strange).error
    strange.metadata["cs231n"] = {"chapter": "99_future"}
    assert "which this version of the course does not have" in mine(lambda nb: strange).error
    broken = small_chapter()
    cell(broken, "setup").source += "\nimport no_such_module"
    nbformat.write(broken, chapters / "01_small.ipynb")
    result = mine()
    assert "ModuleNotFoundError" in result.error
    assert result.status == 2


def test_a_chapter_whose_own_answer_fails_is_not_the_learners_fault(mine, chapters):
    broken = small_chapter()
    cell(broken, "c-answer").source = COUNT.replace("return W - F + 1", "return missing")
    nbformat.write(broken, chapters / "01_small.ipynb")
    assert "the course's own answer fails this check: NameError" in mine().error


def test_each_exercise_is_told_as_soon_as_it_is_judged(mine, tmp_path):
    told, sign = [], tmp_path / "told"
    waits = f"""def count(W, F):
    import pathlib, time
    while not pathlib.Path({str(sign)!r}).exists():
        time.sleep(0.02)
    return W - F + 1"""

    def note(graft, exercise):
        told.append((graft.source, exercise))
        sign.touch()

    result = mine(answers={"window": WINDOW, "count": waits}, timeout=60, on_exercise=note)
    assert [exercise for _, exercise in told] == result.exercises
    assert [source for source, _ in told] == [WINDOW, waits]
    assert result.status == 0, "the second waits until the first has been told"


def is_runner(process):
    with contextlib.suppress(psutil.Error):  # it may end while one looks at it
        return "cs231n_course.sandbox.runner" in process.cmdline()
    return False


def end_the_runner(times, folder, seen):
    """Kill the runner from outside, so often, each time that an answer gives its sign; note what it had started."""
    me, deadline = psutil.Process(), time.monotonic() + 120
    for time_ in range(1, times + 1):
        while len(list(folder.rglob("sign"))) < time_ and time.monotonic() < deadline:
            time.sleep(0.02)
        (runner,) = [one for one in me.children() if is_runner(one)]
        seen.extend([runner, *runner.children(recursive=True)])
        runner.kill()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("times", "timeout", "says"), [(1, 5, "took longer than 5 seconds"), (2, 60, "ended the processes")]
)
def test_a_runner_that_is_ended_from_outside_starts_again(mine, tmp_path, monkeypatch, times, timeout, says):
    seen, folder = [], tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    hangs = "def window(x, row, stride=1):\n    open('sign', 'w').close()\n    while True: pass"
    thread = threading.Thread(target=end_the_runner, args=(times, folder, seen))
    thread.start()
    result = mine(answers={"window": hangs, "count": COUNT}, timeout=timeout)
    thread.join()
    assert (result.error, result.points) == (None, 1)
    assert says in result.exercises[0].words[0]
    assert not psutil.wait_procs(seen, timeout=120)[1]


def test_a_reference_that_is_ended_from_outside_is_no_fault_of_the_course(mine, monkeypatch):
    send = child.send_line

    def send_and_end(process, content):
        send(process, content)
        if "exercises" in content and "folder" not in content:
            process.kill()

    monkeypatch.setattr(child, "send_line", send_and_end)
    result = mine(answers={"window": WINDOW, "count": COUNT})
    assert result.error == "The process that computes the course's own answers was ended from outside. Try again."


KILLERS = {
    "its parent": "import os, time\n\ndef window(*_, **__):\n    os.kill(os.getppid(), 9)\n    time.sleep(9)",
    "all above": "import psutil\n\ndef window(*_, **__):\n    for one in psutil.Process().parents()[:2]: one.kill()",
}


@pytest.mark.slow
@pytest.mark.parametrize("killer", KILLERS)
@pytest.mark.parametrize("sandbox", ["on", "off"])
def test_an_answer_that_ends_what_runs_it_costs_itself_only(mine, monkeypatch, killer, sandbox):
    monkeypatch.setenv("CS231N_SANDBOX", sandbox)
    result = mine(answers={"window": KILLERS[killer], "count": COUNT})
    assert result.error is None
    assert [one.points for one in result.exercises] == [0, 1]
    says = {
        "on": "PermissionError",
        "off": "The answer ended the processes that run it. Take out what kills processes.",
    }
    assert says[sandbox] in result.exercises[0].words[0]


def test_the_whole_run_has_a_limit_too(mine, monkeypatch):
    monkeypatch.setattr(run, "SLACK", 2 - 11 * 5)  # two seconds altogether for eleven cells
    result = mine(answers={"window": "def window(x, row, stride=1):\n    while True: pass"}, timeout=5)
    assert result.error == "The run took longer than 2 seconds, so it was stopped. Try again."
