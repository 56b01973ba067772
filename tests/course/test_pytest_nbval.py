"""`pytest --nbval` on learners' copies: exercises are graded, and everything else is left to nbval."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as xml

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output
from small import COUNT, MISTAKES, NO_STRIDE, STRIDE_WORDS, WINDOW, cell, small_chapter, with_answers

from cs231n_course.notebooks import release

pytestmark = pytest.mark.slow  # each starts a pytest, with kernels
ROOT = Path(__file__).resolve().parents[2]
LOUD = f"'\x1b]0;mine\x07'; 1 + 1  # \u202e{'x' * 50_000}"
CANARY = str(Path(tempfile.gettempdir(), f"cs231n-canary-{os.getpid()}"))  # what a learner's own cell tries to leave
EXERCISES = {"Exercise window", "Exercise count"}


def run(id, source, shown):
    """Make a code cell that has been run, of nobody's course."""
    output = new_output("execute_result", {"text/plain": shown}, execution_count=1)
    return new_code_cell(source, id=id, execution_count=1, outputs=[output])


def without_metadata(nb, *, of_cells=False):
    """Take the metadata from a notebook, and from its cells."""
    nb.metadata = {}
    for one in nb.cells if of_cells else ():
        one.metadata = {}
    return nb


def copies():
    """Make what a class hands in, and a notebook that is not of the course: {file: notebook or text}."""
    blank = release.release_chapter(small_chapter(), "01_small.ipynb")
    right = with_answers(blank, window=WINDOW, count=COUNT)
    right.cells += [run("mine", "count(9, 3)", "7"), run("untrue", LOUD, "3")]
    right.cells.append(run("hostile", f"open({CANARY!r}, 'w').close()", ""))
    right.metadata["kernelspec"] = {"name": "of-another-machine", "display_name": "Mine"}
    cell(right, "w-answer").outputs = [new_output("stream", text="of an earlier try")]
    cell(right, "plain").outputs = [new_output("stream", text="shown on another machine")]
    without_checks = with_answers(blank, window=WINDOW, count=COUNT)
    without_checks.cells = [one for one in without_checks.cells if not one.id.startswith("w-check")]
    cell(without_checks, "c-check").source = cell(blank, "c-check").source.replace("7, 3", "8, 3")
    return {
        "blank": blank,
        "right": right,
        "wrong": with_answers(blank, window=NO_STRIDE, count=f"{COUNT}\nexit()"),
        "without-checks": without_checks,
        "no-metadata": without_metadata(with_answers(blank, window=WINDOW, count=COUNT)),
        "none-at-all": without_metadata(with_answers(blank, count="def count(W, F):\n    return 42"), of_cells=True),
        "half": nbformat.writes(blank)[:900],
        "others": new_notebook(cells=[run("one", "1 + 1", "2")]),
    }


@pytest.fixture(scope="module")
def class_folder(tmp_path_factory):
    """Write the small chapter, and what is handed in: the folder of the latter."""
    folder = tmp_path_factory.mktemp("a class")
    (folder / "chapters" / "mistakes").mkdir(parents=True)
    nbformat.write(small_chapter(), folder / "chapters" / "01_small.ipynb")
    (folder / "chapters" / "mistakes" / "01_small.txt").write_text(MISTAKES)
    (folder / "submissions").mkdir()
    for name, content in copies().items():
        path = folder / "submissions" / f"{name}.ipynb"
        path.write_text(content if isinstance(content, str) else nbformat.writes(content))
    os.mkfifo(folder / "submissions" / "pipe.ipynb")
    (folder / "submissions" / "zeros.ipynb").symlink_to("/dev/zero")
    return folder / "submissions"


def nbval(folder, *arguments, cwd=None, **env):
    """Run pytest as a lecturer does. Returns {file: {item: its failure's text, or "" if it passed}} and the output."""
    report = folder.parent / "report.xml"
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", f"--junitxml={report}", *map(str, arguments)]
    env = {key: value for key, value in os.environ.items() if not key.startswith(("CS231N_", "PYTEST_"))} | env
    done = subprocess.run(
        command,
        cwd=cwd or folder.parent,
        env=env | {"CS231N_CHAPTERS": str(folder.parent / "chapters")},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    found = {}
    for case in xml.parse(report).iter("testcase"):
        bad = [part for tag in ("failure", "error", "skipped") for part in case.findall(tag)]
        text = f"{bad[0].tag}: {bad[0].text or bad[0].get('message')}" if bad else ""
        file = case.get("classname").removesuffix(".ipynb").rpartition(".")[2]
        found.setdefault(file, {})[case.get("name")] = text
    return found, done.stdout + done.stderr


@pytest.fixture(scope="module")
def graded(class_folder):
    """Run the whole class in two processes, with nothing said of how to spread its notebooks."""
    return nbval(class_folder, "--nbval", "-n", "2", "--cs231n-seed", "7", "submissions", CI="true")


def test_an_answer_that_is_not_written_fails(graded):
    blank = graded[0]["blank"]
    assert {name for name in blank if blank[name]} == EXERCISES
    assert blank["Exercise window"].startswith("failure: window is not written yet.")
    assert "A window: 0 of 4 points (seed 7)" in blank["Exercise window"]


def test_a_wrong_answer_fails_with_the_graders_words(graded):
    wrong = graded[0]["wrong"]
    assert wrong["Exercise window"].startswith(f"failure: {STRIDE_WORDS}")
    assert "A window: 2 of 4 points" in wrong["Exercise window"]
    assert wrong["Exercise count"].startswith("failure: The answer ended its own Python process")
    skipped = [name for name, text in wrong.items() if text.startswith("skipped: ")]
    assert len(skipped) == 1, "the answer that would end the kernel of the other cells"
    assert {name for name in wrong if wrong[name]} == EXERCISES | {*skipped}


def test_a_right_answer_passes_and_the_lecturers_own_cells_are_compared(graded):
    right = graded[0]["right"]
    assert right.keys() >= EXERCISES
    untrue, hostile = [name for name in right if right[name]]
    assert "Cell outputs differ" in right[untrue]
    assert "PermissionError" in right[hostile]
    assert not Path(CANARY).exists()


def test_what_a_learner_wrote_is_shown_harmless_and_short(graded):
    said = graded[1]
    assert "''; 1 + 1  # xxx" in said, "the source of the cell that fails"
    assert not set(said) & {"\x1b", "\x07", "\u202e"}
    assert "x" * 500 not in said
    assert max(map(len, said.splitlines())) < 1000


def test_a_copy_that_lost_some_of_itself_is_graded(graded):
    for name in ("no-metadata", "without-checks"):
        assert graded[0][name].keys() >= EXERCISES
        assert set(graded[0][name].values()) == {""}, name
    assert any(graded[0]["none-at-all"].values()), "a wrong answer in a copy without any metadata"


def test_what_is_no_notebook_is_one_error_and_stops_nothing(graded):
    assert graded[0]["half"].keys() == {"notebook"}
    assert "half.ipynb ends in the middle: it was saved only half." in graded[0]["half"]["notebook"]
    assert graded[0]["others"] == {"Cell 0": ""}
    for name in ("pipe", "zeros"):
        assert f"{name}.ipynb is not a file but a pipe or a device" in graded[0][name]["notebook"]


def test_points_and_notes_are_told_once(graded):
    assert "submissions/wrong.ipynb: 2 of 5\n" in graded[1]
    assert "submissions/right.ipynb: 5 of 5\n" in graded[1]
    assert graded[1].count("Note: A check cell of count was edited") == 1
    assert graded[1].count("Note: A check cell of window is missing") == 1


def test_the_number_of_other_cells_is_nbvals(graded, class_folder):
    with_ours = graded[0]["blank"]
    plain, _ = nbval(class_folder, "--nbval", "-p", "no:cs231n", "submissions/blank.ipynb")
    assert not EXERCISES & plain["blank"].keys()
    assert len(with_ours) - 2 == len(plain["blank"]) - 3, "two exercises in place of three checks"


def test_lax_one_exercise_and_inside_a_checkout(class_folder):
    folder = class_folder
    inside = ["-c", ROOT / "pyproject.toml", "--rootdir", ROOT]
    found, said = nbval(folder, "--nbval-lax", *inside, "-k", "window", folder / "wrong.ipynb", cwd=ROOT)
    (items,) = found.values()
    assert items.keys() == {"Exercise window"}
    assert STRIDE_WORDS in items["Exercise window"]
    assert ": 2 of 4\n" in said
    seed = said.partition("cs231n: seed ")[2].split()[0]
    assert f"(seed {seed})" in items["Exercise window"]
    _, again = nbval(folder, "--nbval", "-k", "window", folder / "wrong.ipynb", CS231N_SEED=seed)
    assert f"(seed {seed})" in again
    found, _ = nbval(folder, "--nbval", "-k", "window or notebook", folder / "pipe.ipynb", folder / "wrong.ipynb")
    assert [set(items) for items in found.values()] == [{"notebook"}, {"Exercise window"}]


def test_the_chapters_themselves_and_the_graders_own_run_are_nbvals(class_folder):
    collect = ["--nbval", "--collect-only", "-q"]
    shutil.copytree(class_folder.parent / "chapters", class_folder.parent / "of-another-checkout")
    for chapters in ("chapters", "of-another-checkout"):
        _, collected = nbval(class_folder, *collect, chapters)
        assert "Cell 6" in collected
        assert "Exercise" not in collected
    _, inner = nbval(class_folder, *collect, "submissions/blank.ipynb", CS231N_GRADING="1")
    assert "Cell 6" in inner
    assert "Exercise" not in inner
