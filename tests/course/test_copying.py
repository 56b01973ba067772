"""The learner's copy of the course: made, and brought up to date with what they wrote in it."""

import json
import stat
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_output
from small import COUNT, GIVEN, WINDOW, cell, code, files, newer, old_file

from cs231n_course import cli
from cs231n_course.learn import copy as learner_copy
from cs231n_course.learn import serve
from cs231n_course.learn.copy import RECORD, copy_course
from cs231n_course.notebooks import reading, release
from cs231n_course.notebooks.format import metadata_of, role


def test_the_copy_has_the_released_chapters_and_the_index(chapters, tmp_path, chapter):
    folder = tmp_path / "a" / "course"
    found = copy_course(folder)
    assert sorted(found.written) == sorted(files(folder)) == ["01_small.ipynb", "index.md"]
    assert reading.read(folder / "01_small.ipynb") == release.release_chapter(chapter)
    assert not (folder / "01_small.ipynb").stat().st_mode & stat.S_IXUSR


def test_a_copy_of_this_release_is_not_touched(worked, publish, chapter):
    cell(chapter, "plain").outputs = []  # another execution is no other release
    publish(chapter)
    (worked / "notes.txt").write_text("mine")
    before = files(worked)
    found = copy_course(worked)
    assert (found.written, found.updated, list(found.kept)) == ([], {}, ["01_small.ipynb", "index.md"])
    assert files(worked) == before


def test_a_new_chapter_is_added(worked, publish, chapter):
    before = files(worked)["01_small.ipynb"]
    chapter.metadata.cs231n["chapter"] = "02_new"
    publish(chapter, "02_new.ipynb")
    assert copy_course(worked).written == ["02_new.ipynb"]
    assert files(worked)["01_small.ipynb"] == before


@pytest.mark.parametrize("remembered", [True, False], ids=["by the record", "by digests"])
def test_the_learners_work_is_carried_into_a_newer_release(worked, publish, chapter, capsys, monkeypatch, remembered):
    if not remembered:
        (worked / RECORD).unlink()
    before = files(worked)["01_small.ipynb"]
    publish(newer(chapter))
    monkeypatch.setattr(serve, "serve_folder", lambda *_, **__: 0)
    assert cli.main(["learn", str(worked)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{worked}: 0 files written, 1 brought up to date, 1 file left alone.",
        f"  updated 01_small.ipynb: 1 answer, 2 cells of your own and 1 edit carried over; your old file is "
        f"{old_file()} (1 cell that you changed is only there)",
    ]
    assert files(worked)[old_file()] == before
    now = reading.read(worked / "01_small.ipynb")
    nbformat.validate(now)
    expected = release.release_chapter(newer(chapter))
    assert now.metadata.cs231n == expected.metadata.cs231n
    assert [one.id for one in now.cells] == [
        *("title", "setup", "given", "plain", "note", "w-text", "w-answer-hint", "w-answer", "w-check-1", "w-check-2"),
        *("c-answer-hint", "c-answer", "c-check", "try", "more"),
    ]
    assert cell(now, "w-answer").source == WINDOW
    assert "NotImplementedError" in cell(now, "c-answer").source
    assert cell(now, "plain").source == "print(STEP * 100)"
    assert cell(now, "given").source == GIVEN, "the grader runs the course's own"
    assert cell(now, "note").source == "My own note."
    assert cell(now, "try").outputs == [new_output("display_data", {"text/plain": "a plot"})]
    assert cell(now, "c-check").metadata.cs231n.points == 3
    assert copy_course(worked).updated == {}, "the second time there is nothing to do"


def test_old_files_are_never_overwritten(worked, publish, chapter):
    (worked / old_file()).write_text("an older one")
    for title in ("# Two", "# Three"):
        cell(chapter, "title").source = title
        publish(chapter)
        copy_course(worked)
    kept = sorted(name for name in files(worked) if "before" in name)
    assert kept == [old_file(number=number) for number in ("-2", "-3", "")]
    assert (worked / old_file()).read_text() == "an older one"
    assert cell(reading.read(worked / "01_small.ipynb"), "w-answer").source == WINDOW


def change(worked, publish, chapter, edit):
    """Let the learner edit their copy, bring out the next release, and update: the new notebook."""
    nb = reading.read(worked / "01_small.ipynb")
    edit(nb)
    (worked / "01_small.ipynb").write_text(json.dumps(nb))
    publish(newer(chapter))
    found = copy_course(worked)
    assert list(found.updated) == ["01_small.ipynb"], found
    now = reading.read(worked / "01_small.ipynb")
    nbformat.validate(now)
    return now


def test_answers_are_found_as_the_grader_finds_them(worked, publish, chapter):
    def copies(nb):
        copied = cell(nb, "c-answer").copy()
        copied.update(id="copied", source="def count(W, F):\n    return 'first try'")
        cell(nb, "c-answer").source = COUNT
        nb.cells.insert(0, copied)
        cell(nb, "w-answer").metadata = {}

    now = change(worked, publish, chapter, copies)
    assert (cell(now, "c-answer").source, cell(now, "w-answer").source) == (COUNT, WINDOW)
    assert now.cells[0].source.endswith("'first try'")


def test_guesses_are_carried_by_their_questions(worked, publish, chapter):
    ask = code("ask", 'Predict("share", "How much?")', role="question", question="share")
    publish(with_question(chapter, ask))
    copy_course(worked)
    nb = reading.read(worked / "01_small.ipynb")
    metadata_of(cell(nb, "ask"))["kept"] = {"guess": 54, "shown": True}
    reading.write(worked / "01_small.ipynb", nb)
    moved = code("asked-again", 'Predict("share", "How much is it?")', role="question", question="share")
    publish(with_question(chapter, moved))
    told = copy_course(worked).updated["01_small.ipynb"]
    assert told.startswith("1 answer, 1 guess, 2 cells of your own and 1 edit carried over")
    now = reading.read(worked / "01_small.ipynb")
    assert metadata_of(cell(now, "asked-again"))["kept"] == {"guess": 54, "shown": True}
    publish(newer(chapter))
    assert "guess" not in copy_course(worked).updated["01_small.ipynb"], "the question is gone"


def with_question(chapter, question):
    """Copy a chapter, with a question at its end."""
    chapter = chapter.copy()
    chapter.cells = [*chapter.cells, question]
    return chapter


def test_where_code_goes_is_no_change_of_the_learners(worked, publish, chapter):
    """A release from before answers said which file they go into, without and with its record."""
    old = reading.read(worked / "01_small.ipynb")
    cell(chapter, "c-answer").source = f"#| export small.count\n{COUNT}"
    untouched = cell(release.release_chapter(chapter), "c-answer").source
    assert untouched == f"# goes into cs231n_kit/small/count.py\n{cell(old, 'c-answer').source}"
    for record in (True, False):
        if not record:
            del old.metadata.cs231n["release"]
        reading.write(worked / "01_small.ipynb", old)
        publish(newer(chapter))
        assert copy_course(worked).updated["01_small.ipynb"].startswith("1 answer")
        now = reading.read(worked / "01_small.ipynb")
        assert cell(now, "w-answer").source == WINDOW
        assert cell(now, "c-answer").source == untouched


def test_an_edit_of_a_cell_that_now_says_where_it_goes_is_carried(worked, publish, chapter):
    chapter.cells = [*chapter.cells, code("more", "A = 1")]
    publish(chapter)
    copy_course(worked)
    nb = reading.read(worked / "01_small.ipynb")
    cell(nb, "more").source = "A = 2"
    reading.write(worked / "01_small.ipynb", nb)
    cell(chapter, "more").source = "#| export small.more\nA = 1"
    publish(chapter)
    assert "2 edits" in copy_course(worked).updated["01_small.ipynb"]
    assert cell(reading.read(worked / "01_small.ipynb"), "more").source == "A = 2"


def test_a_copy_of_the_second_release_keeps_every_answer(tmp_path, monkeypatch):
    """Its learner had all exercises right; the course has changed its checks, cells and comments since."""
    monkeypatch.delenv("CS231N_CHAPTERS", raising=False)
    old = json.loads(Path(__file__).with_name("answers_of_second_release.json").read_text(encoding="utf-8"))
    for name, nb in old.items():
        for one in nb["cells"]:
            one["source"] = "\n".join(one["source"])
            one |= {"outputs": [], "execution_count": 1}
        (tmp_path / name).write_text(json.dumps({**nb, "nbformat": 4, "nbformat_minor": 5}))
    told = copy_course(tmp_path).updated
    assert len(old) == len(told) == 4
    for name, nb in old.items():
        now = reading.read(tmp_path / name)
        nbformat.validate(now)
        kept = {metadata_of(one).get("exercise"): one.source for one in now.cells if role(one) == "answer"}
        assert {metadata_of(one)["exercise"]: one["source"] for one in nb["cells"]}.items() <= kept.items()
        assert told[name].startswith(f"{len(nb['cells'])} answers carried over")


def test_an_answer_to_an_exercise_that_is_gone_stays_as_a_cell(worked, publish, chapter):
    chapter.cells = [one for one in chapter.cells if metadata_of(one).get("exercise") != "window"]
    now = change(worked, publish, chapter, lambda nb: None)
    assert cell(now, "w-answer").source == WINDOW


def test_an_odd_copy_is_brought_up_to_date_too(worked, publish, chapter):
    def odd(nb):
        cell(nb, "w-answer")["cell_type"] = "markdown"
        for one in nb.cells:
            one["surplus"] = {"key": 1}
        cell(nb, "note")["id"] = "not an id!"
        cell(nb, "try")["outputs"] = ["x", {"output_type": "strange"}, {"output_type": "stream", "name": "stdout"}]
        nb.cells.append({"cell_type": "heading", "source": "x"})
        nb.cells.append({"cell_type": "code", "source": ["y = 1\n", "y"]})

    now = change(worked, publish, chapter, odd)
    sources = [one.source for one in now.cells]
    assert all(text in sources for text in (WINDOW, "My own note.", "plot(1)", "y = 1\ny"))


def test_without_the_record_the_answers_are_carried(worked, publish, chapter):
    now = change(worked, publish, chapter, lambda nb: nb.metadata.pop("cs231n"))
    assert cell(now, "w-answer").source == WINDOW
    assert cell(reading.read(worked / old_file()), "note").source == "My own note."


@pytest.mark.parametrize(
    ("text", "says"),
    [("my work", "not a notebook"), ('{"cells": [', "saved only half"), (None, "not a copy of this chapter")],
)
def test_a_file_that_is_not_a_copy_is_kept(worked, publish, chapter, text, says):
    own = nbformat.v4.new_notebook(cells=[new_code_cell("1")])
    (worked / "01_small.ipynb").write_text(text or nbformat.writes(own))
    publish(newer(chapter))
    before = files(worked)
    found = copy_course(worked)
    assert says in found.kept["01_small.ipynb"]
    assert files(worked) == before


def test_other_files_are_brought_up_to_date_too(chapters, tmp_path):
    names = ("data/loss.csv", "data/other.csv", "more.md", "picture.png", "unused.bib")
    (chapters / "data").mkdir()
    for name in names:
        (chapters / name).write_text("![](picture.png)" if name == "more.md" else "old")
    (chapters / "index.md").write_text("[more](more.md), [losses](data/loss.csv)")
    folder = tmp_path / "course"
    expected = ["01_small.ipynb", "data/loss.csv", "index.md", "more.md", "picture.png"]
    assert copy_course(folder).written == expected
    (folder / "index.md").write_text("my index")
    (folder / "more.md").unlink()
    found = copy_course(folder)
    assert (found.written, found.updated) == (["more.md"], {})
    assert (folder / "index.md").read_text() == "my index", "the course's has not changed"
    (chapters / "data" / "loss.csv").write_text("new")
    (chapters / "index.md").write_text("[more](more.md), [losses](data/loss.csv)!")
    old = old_file("index.md")
    told = {"data/loss.csv": "you had not changed it", "index.md": f"your old file is {old}"}
    assert copy_course(folder).updated == told
    assert ((folder / "data" / "loss.csv").read_text(), (folder / old).read_text()) == ("new", "my index")
    assert copy_course(folder).updated == {}


def test_known_wrong_answers_stay_with_the_course(chapters, tmp_path):
    (chapters / "index.md").write_text("[no answers](mistakes/01_small.txt)")
    assert (chapters / "mistakes" / "01_small.txt").is_file()
    copy_course(tmp_path / "course")
    assert sorted(files(tmp_path / "course")) == ["01_small.ipynb", "index.md"]


def test_an_outputs_trust_is_the_learners_to_give(worked, publish, chapter, monkeypatch):
    signed = []
    monkeypatch.setattr(learner_copy, "_sign", signed.append)
    monkeypatch.setattr(learner_copy, "_trusted", lambda nb: False)
    publish(newer(chapter))
    copy_course(worked)
    assert signed == []
