"""`cs231n grade` on several files, good and bad: every form of its report, its exit status, and nothing lost."""

import copy
import csv
import io
import json
import os
import random
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as xml

import nbformat
import pytest
from small import COUNT, GIVEN, NO_ONE, NO_STRIDE, WINDOW, cell, code, cs231n, with_answers

from cs231n_course.cleaning import clean
from cs231n_course.grading import grade, report
from cs231n_course.notebooks import reading, release, submission
from cs231n_course.notebooks.chapter import Chapter
from cs231n_course.notebooks.reading import NotebookError
from cs231n_course.sandbox import child, run
from cs231n_course.sandbox.reference_process import Reference

HALF = "def window(x, row, stride=1):\n    return x[2:4]"


@pytest.fixture
def learner(chapters, chapter):
    """Release the small chapter and answer all of it."""
    return with_answers(release.release_chapter(chapter), window=WINDOW, count=COUNT)


def old_format(nb):
    """Save a notebook as IPython did ten years ago."""
    return nbformat.writes(nbformat.convert(nb, 3), 3)


@pytest.fixture
def handed_in(learner, tmp_path):
    """Write what a class hands in: {name: path}."""
    strange = nbformat.v4.new_notebook(cells=[code("a", "1")])
    texts = {
        "=right": nbformat.writes(learner),
        "half": nbformat.writes(with_answers(learner, window=HALF, count=NO_ONE)),
        "script": "print('no JSON')",
        "list": "[1, 2]",
        "strange": nbformat.writes(strange),
        "old": old_format(learner),
        "bom": "\ufeff" + nbformat.writes(learner),
    }
    paths = {name: tmp_path / f"{name}.ipynb" for name in texts}
    for name, path in paths.items():
        path.write_text(texts[name], encoding="utf-8")
    return paths | {"none": tmp_path / "none.ipynb", "folder": tmp_path}


@pytest.fixture
def odd(tmp_path):
    """Hand in what is no notebook's file, or is endless: {name: path}."""
    paths = {name: tmp_path / f"{name}.ipynb" for name in ("pipe", "zeros", "terabyte")}
    os.mkfifo(paths["pipe"])
    paths["zeros"].symlink_to("/dev/zero")
    paths["terabyte"].touch()
    os.truncate(paths["terabyte"], 10**12)
    return paths


@pytest.mark.slow
def test_no_file_stops_the_rest(handed_in, odd):
    before = {path: path.read_bytes() for path in handed_in.values() if path.is_file()}
    done = cs231n("grade", "--csv", "--seed", "7", *odd.values(), *handed_in.values())
    assert (done.returncode, done.stderr) == (2, "")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert tuple(rows[0]) == report.COLUMNS
    found = {name: [row for row in rows if row["file"] == str(path)] for name, path in (handed_in | odd).items()}
    for name in ("=right", "old", "bom"):
        assert [(row["points"], row["possible"], row["state"]) for row in found[name]] == [
            ("4", "4", "passed"),
            ("1", "1", "passed"),
        ], name
    window, count = found["half"]
    assert {row["notes"] for row in rows} == {""}
    assert (window["exercise"], window["points"], window["checks"], window["state"]) == ("window", "2", "1/2", "partly")
    assert (count["points"], count["checks"], count["state"]) == ("0", "0/1", "not yet")
    assert "The first position counts too." in count["words"]
    says = {
        "script": "not JSON at line 1",
        "list": "is JSON but not a notebook",
        "strange": "not a notebook of this course",
        "none": "There is no file",
        "folder": "is a folder",
        "pipe": "is not a file but a pipe or a device",
        "zeros": "is not a file but a pipe or a device",
        "terabyte": "is larger than 50 MB",
    }
    for name, words in says.items():
        (row,) = found[name]
        assert (row["state"], row["points"], row["exercise"]) == ("could not be graded", "0", "")
        assert words in row["words"]
    assert {path: path.read_bytes() for path in handed_in.values() if path.is_file()} == before


@pytest.fixture(scope="module")
def results():
    """Give the results of two files without grading any, with what is hard to write in them."""
    from cs231n_course.grading.verdict import CheckResult, ExerciseResult

    checks = [
        CheckResult("one", 1, True, got="1", expected="1"),
        CheckResult("two <&", 1.5, False, 'a "b", <c>;\nd\x1b[31m\ud800', "with x = 1"),
    ]
    one = ExerciseResult("e", "=SUM(A1:A9)", 1, 2.5, False, ["Nearly\nright."], checks)
    again = [CheckResult("three", 1, False, "got 5.", "with x = 2")]
    two = ExerciseResult("f", "Two", 0, 1, False, ["Check “three”: got 5.", "with x = 2"], again)
    good = grade.FileResult("a.ipynb", 5, "01_small", [one, two], ["A note."])
    return [good, grade.FileResult("@b.ipynb", 5, error="It is\tbroken.")]


def printed(form, results):
    form = report.FORMS[form]()
    return form.start + "".join(map(form.file, results)) + form.end(results)


def test_as_csv(results):
    rows = list(csv.reader(io.StringIO(printed("csv", results))))
    about = ["a.ipynb", "01_small", "5", "e", "'=SUM(A1:A9)", "1", "2.5", "partly", "1/2", "Nearly right.", "A note."]
    words = "Check “three”: got 5. with x = 2"
    other = ["a.ipynb", "01_small", "5", "f", "Two", "0", "1", "not yet", "0/1", words, ""]
    bad = ["'@b.ipynb", "", "5", "", "", "0", "", "could not be graded", "", "It is broken.", ""]
    assert rows == [list(report.COLUMNS), about, other, bad]


def test_as_junit(results):
    good, bad = xml.fromstring(printed("junit", results).encode())
    assert good.attrib == {"name": "a.ipynb", "tests": "3", "failures": "2", "errors": "0"}
    one, two, three = good.findall("testcase")
    assert three.find("failure").text == "Check “three”: got 5.\nwith x = 2", "each sentence once"
    assert (one.attrib, one.find("failure")) == ({"classname": "01_small.e", "name": "one"}, None)
    assert [(p.get("name"), p.get("value")) for p in two.iter("property")] == [("points", "0"), ("possible", "1.5")]
    assert two.get("name") == "two <&"
    assert two.find("failure").text == 'a "b", <c>;\nd\nwith x = 1\nNearly\nright.'
    assert good.find("system-out").text == "A note."
    assert bad.find("testcase/error").get("message") == "It is\tbroken."


HOSTILE = "\x1b]0;title\x07=\x1b[31mA\u202e1\u200b\r" + "a" * 1_000_000


@pytest.mark.parametrize("form", report.FORMS)
def test_a_hostile_text_is_harmless_and_short_in_every_form(form):
    """A file's name and what a notebook says of itself may have anything; words are cleaned where they are made."""
    from cs231n_course.grading.verdict import CheckResult, ExerciseResult

    text = HOSTILE if form != "json" else clean(HOSTILE)
    one = ExerciseResult("e", "E", 0, 1, False, [text], [CheckResult("c", 1, False, text, text)])
    good = grade.FileResult(HOSTILE[:100], 5, "01_small", [one], [text])
    shown = printed(form, [good, grade.FileResult(HOSTILE[:100], 5, error=str(NotebookError(HOSTILE)))])
    assert not {"\x1b", "\x07", "\u202e", "\u200b", "\r"} & set(shown)
    assert len(shown) < 120_000
    rows = list(csv.reader(io.StringIO(shown))) if form == "csv" else []
    assert not [value for row in rows for value in row if value.startswith(report.FORMULA)]


def test_what_a_notebook_says_of_itself_is_quoted_short(learner, tmp_path):
    learner.metadata["cs231n"]["chapter"] = "\x1b[2J\u202e" + "0" * 1_000_000
    for one in learner.cells:
        one.metadata, one.source = {"cs231n": {"role": "answer", "exercise": "\x1b" + "e" * 1_000_000}}, "mine"
    nbformat.write(learner, tmp_path / "mine.ipynb")
    error = grade.grade_notebook(tmp_path / "mine.ipynb").error
    assert "which this version of the course does not have." in error
    assert error.isprintable()
    assert len(error) < 1000


def test_as_a_table_and_as_json(results):
    table = printed("table", results)
    assert "  e         =SUM(A1:A9)   1/2.5  1 of 2 checks\n" in table
    assert "@b.ipynb: could not be graded.\n  It is   broken." in table
    assert table.endswith("2 files: all exercises pass in 0; 1 could not be graded.\n")
    found = json.loads(printed("json", results))
    assert (found["status"], found["files"][0]["points"], found["files"][1]["error"]) == (2, 1, "It is\tbroken.")


def test_the_status_of_one_exercise_and_a_table_that_nobody_reads_on(handed_in):
    done = cs231n("grade", "--json", handed_in["half"], "--exercise", "window", "--seed", "5")
    assert (done.returncode, done.stderr) == (1, "")
    (found,) = json.loads(done.stdout)["files"]
    assert (found["points"], found["possible"], found["seed"], found["exercises"][0]["passed"]) == (2, 4, 5, False)
    command = [sys.executable, "-m", "cs231n_course.cli", "grade", str(handed_in["script"])]
    with subprocess.Popen([*command] + [str(handed_in["list"])] * 3, stdout=-1, stderr=-1, text=True) as read_no_more:
        read_no_more.stdout.close()
        assert read_no_more.stderr.read() == ""
    assert read_no_more.returncode == 141


@pytest.mark.slow
def test_two_gradings_at_once_do_not_meet(handed_in):
    command = [sys.executable, "-m", "cs231n_course.cli", "grade", "--json", str(handed_in["=right"])]
    runs = [subprocess.Popen(command, stdout=-1, stderr=-1, text=True) for _ in range(2)]
    for process in runs:
        out, complaints = process.communicate(timeout=300)
        assert (process.returncode, complaints, json.loads(out)["files"][0]["points"]) == (0, "", 5)


LEAVES = """import builtins, os, pathlib, tempfile
import numpy, cs231n_course.checks.check
os.environ["LEFT"] = builtins.LEFT = numpy.LEFT = "left"
cs231n_course.checks.check.Check.show = print
for folder in (pathlib.Path.cwd(), pathlib.Path.home(), pathlib.Path(tempfile.gettempdir())):
    (folder / "left").touch()
"""
LOOKS = f"""import builtins, os, pathlib, tempfile
import numpy
folders = (pathlib.Path.cwd(), pathlib.Path.home(), pathlib.Path(tempfile.gettempdir()))
left = [name for name in (os.environ, vars(builtins), vars(numpy)) if "LEFT" in name]
left += [folder for folder in folders if (folder / "left").exists()]
assert not left
{COUNT}"""
KILLS = "import psutil\n\ndef window(*_, **__):\n    for one in psutil.Process().parents()[:2]: one.kill()"


@pytest.mark.slow
def test_notebooks_that_share_warm_processes_share_nothing_else(learner, tmp_path, monkeypatch):
    sent, send = [], child.send_line
    monkeypatch.setattr(child, "send_line", lambda process, line: [sent.append(line), send(process, line)])
    answers = {"leaves": {"count": LEAVES + COUNT}, "kills": {"window": KILLS}, "looks": {"count": LOOKS}, "right": {}}
    points = {}
    with grade.Grader(seed=7) as grader:
        for name, changed in answers.items():
            nbformat.write(with_answers(learner, **changed), tmp_path / f"{name}.ipynb")
            result = grader.grade(tmp_path / f"{name}.ipynb")
            assert result.error is None
            points[name] = [one.points for one in result.exercises]
    assert points == {"leaves": [4, 0], "kills": [0, 1], "looks": [4, 1], "right": [4, 1]}
    jobs = [line for line in sent if "exercises" in line and "folder" not in line]
    assert [job["exercises"] for job in jobs] == [["window", "count"]], "the reference is computed once"


@pytest.fixture
def started(monkeypatch):
    """The processes that grading has started, with two processors at hand."""
    start_module, processes = child.start_module, []

    def start(*arguments, **options):
        processes.append(start_module(*arguments, **options))
        return processes[-1]

    monkeypatch.setattr(child, "start_module", start)
    monkeypatch.setattr(grade.os, "cpu_count", lambda: 2)
    return processes


@pytest.mark.slow
def test_notebooks_graded_side_by_side_get_what_each_gets_alone(learner, tmp_path, started):
    answers = [{}, {"count": NO_ONE}, {"window": NO_STRIDE}, {"count": "import os\nos._exit(0)"}]
    paths = [tmp_path / f"{number}.ipynb" for number in range(len(answers))]
    for path, changed in zip(paths, answers, strict=True):
        nbformat.write(with_answers(learner, **changed), path)
    alone = [grade.grade_notebook(path, seed=5) for path in paths]
    started.clear()
    with grade.Grader(seed=5) as grader:
        assert list(grader.grade_all(paths)) == alone
    modules = [process.args[3] for process in started]
    assert modules.count("cs231n_course.sandbox.reference") == 1
    assert modules.count("cs231n_course.sandbox.runner") == 2
    assert all(process.poll() is not None for process in started)


@pytest.mark.slow
def test_nothing_is_read_again_after_the_first_answer_has_run(learner, chapters, tmp_path, started):
    paths = [tmp_path / f"{number}.ipynb" for number in range(4)]
    for path in paths:
        nbformat.write(learner, path)
    with grade.Grader(seed=5) as grader:
        graded = grader.grade_all(paths)
        results = [next(graded)]
        for path in [*paths, *chapters.rglob("*.*")]:
            path.unlink()
        results += graded
    assert [(result.error, result.points) for result in results] == [(None, 5)] * 4


def test_a_reference_lives_until_the_last_one_lets_it_go(started):
    reference = Reference(Chapter(Path("01_none.ipynb"), {"cells": []}, ""))
    assert reference.hold()
    reference.release()
    assert reference.process.poll() is None
    reference.release()
    assert reference.process.poll() is not None
    assert not reference.hold()


def test_who_reads_no_further_ends_what_is_being_graded(learner, tmp_path, started, monkeypatch):
    killed, kill = [], run.PreparedProcesses.kill
    monkeypatch.setattr(run.PreparedProcesses, "kill", lambda processes: [killed.append(processes), kill(processes)])
    paths = [tmp_path / f"{number}.ipynb" for number in range(6)]
    nbformat.write(learner, paths[0])
    for path in paths[1:]:
        nbformat.write(with_answers(learner, count="import time\n\ntime.sleep(19)"), path)
    with grade.Grader(seed=5) as grader:
        graded = grader.grade_all(paths)
        next(graded)
        graded.close()
    assert killed, "nobody waits for the notebooks that were being graded"
    assert all(process.poll() is not None for process in started)


def test_a_grader_that_was_stopped_before_it_began_grades_nothing(learner, tmp_path):
    nbformat.write(learner, tmp_path / "mine.ipynb")
    with grade.Grader(seed=5) as grader:
        grader.kill()
        result = grader.grade(tmp_path / "mine.ipynb")
    assert result.error
    assert not result.exercises


def test_another_seed_has_another_reference(learner, tmp_path):
    nbformat.write(learner, tmp_path / "mine.ipynb")
    processes = run.PreparedProcesses(Chapter.read(submission.chapter_paths()[0]), fork=True)
    for seed in (5, 6):
        grader = grade.Grader(seed=seed)
        grader.keep(submission.chapter_paths()[0], processes)
        result = grader.grade(tmp_path / "mine.ipynb", only=["window"] if seed == 5 else None)
        assert (result.error, result.status, result.seed) == (None, 0, seed)
    grader.close()
    assert processes.runner.poll() is not None


def test_an_answer_is_found_by_its_id_or_its_role_or_the_name_that_it_defines(learner):
    pristine = reading.load(submission.chapter_paths()[0])
    cell(learner, "c-answer")["id"] = "renamed"
    grafts, notes = submission.read_submissions(pristine, learner, "small")
    assert (grafts[1].source, grafts[1].notes, notes) == (COUNT, [], [])
    cell(learner, "renamed")["metadata"] = {}
    grafts, _ = submission.read_submissions(pristine, learner, "small")
    note = "The answer cell of count lost its metadata; it was found by the name 'count'."
    assert (grafts[1].source, grafts[1].notes) == (COUNT, [note])
    cell(learner, "renamed")["source"] = "W = 7"
    grafts, _ = submission.read_submissions(pristine, learner, "small")
    assert grafts[1].source is None
    assert "The answer cell of count is missing" in grafts[1].notes[0]


def test_of_several_cells_for_an_answer_the_written_one_is_graded(learner):
    """A copy of the cell, pasted and written in, while the original still says that nothing is written."""
    pristine = reading.load(submission.chapter_paths()[0])
    twin = copy.deepcopy(cell(learner, "c-answer"))
    twin |= {"id": "twin", "source": "def count(W, F):\n    return W - F + 1"}
    cell(learner, "c-answer")["source"] = "def count(W, F):\n    raise NotImplementedError"
    learner.cells.append(twin)
    grafts, _ = submission.read_submissions(pristine, learner, "small")
    assert (grafts[1].source, grafts[1].cell_id) == (twin["source"], "twin")
    assert grafts[1].notes == ["There are 2 answer cells for count; the first one that is written is graded."]


def test_an_answer_split_inside_its_function_is_graded_whole(learner):
    pristine = reading.load(submission.chapter_paths()[0])
    first = cell(learner, "c-answer")
    rest = {**copy.deepcopy(first), "id": "rest", "source": "    return W - F + 1"}
    first["source"] = "def count(W, F):\n    # the first window counts, too"
    learner.cells.insert(learner.cells.index(first) + 1, rest)
    for metadata in (first["metadata"], {}):
        rest["metadata"] = metadata
        grafts, _ = submission.read_submissions(pristine, learner, "small")
        assert grafts[1].source == f"{first['source']}\n{rest['source']}"


def test_a_chapter_without_exercises_is_no_failure(chapters, tmp_path):
    nb = nbformat.v4.new_notebook(cells=[code("g", GIVEN)], metadata={"cs231n": {"chapter": "02_words"}})
    nbformat.write(nb, chapters / "02_words.ipynb")
    result = grade.grade_notebook(chapters / "02_words.ipynb")
    assert (result.status, result.notes) == (0, ["This chapter has no exercises."])


def test_all_answers_missing(learner, tmp_path):
    learner.cells = [one for one in learner.cells if not one.id.endswith("answer")]
    nbformat.write(learner, tmp_path / "mine.ipynb")
    result = grade.grade_notebook(tmp_path / "mine.ipynb")
    assert (result.error, result.points, result.status) == (None, 0, 1)
    assert "is missing from the notebook" in result.exercises[0].words[0]


def test_an_error_that_nobody_has_foreseen_is_said_and_stops_no_other_file(handed_in, monkeypatch):
    monkeypatch.setattr(run, "run_submissions", lambda *asked: 1 / 0)
    result = grade.grade_notebook(handed_in["=right"])
    assert result.status == 2
    assert result.error.startswith(f"Grading {handed_in['=right']} stopped with an error (ZeroDivisionError: division")


def test_no_damage_to_a_file_confuses_the_reader(learner, tmp_path):
    """Damage the notebook's JSON at random: it is refused in words, or every part of it can still be looked at."""
    draw = random.Random(231)
    pristine = reading.load(submission.chapter_paths()[0])
    whole = nbformat.writes(with_answers(learner, window=NO_STRIDE))
    for _ in range(400):
        data = json.loads(whole)
        for _ in range(draw.randint(1, 3)):
            damage(data, draw)
        path = tmp_path / "mine.ipynb"
        path.write_text(json.dumps(data))
        try:
            nb = reading.load(path)
            submission.chapter_of(nb, path)
        except NotebookError:
            continue
        grafts, _ = submission.read_submissions(pristine, nb, "small")
        for one in grafts:
            assert json.dumps(submission.cells_to_run(one))


def damage(data, draw):
    """Replace, drop or double one part of a nested value, at any depth."""
    while True:
        keys = list(data) if isinstance(data, dict) else list(range(len(data)))
        if not keys:
            return
        key = draw.choice(keys)
        if isinstance(data[key], dict | list) and data[key] and draw.random() < 0.8:
            data = data[key]
            continue
        act = draw.choice(["replace", "drop", "double"])
        if act == "drop":
            del data[key]
        elif act == "double" and isinstance(data, list):
            data.append(data[key])
        else:
            data[key] = draw.choice([None, 3, -1.5, True, "x", "", [], {}, [1], [[]], {"a": 1}])
        return
