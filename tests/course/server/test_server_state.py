"""The state file: written whole or not at all, read with care, and no promise that can't be kept."""

import contextlib
import json
import math
import os
import shutil
import signal
import stat
import tempfile
import time
import types
import urllib.request
from pathlib import Path

import psutil
import pytest
from jupyter_server.services.contents.filemanager import FileContentsManager
from learn_process import LearnProcess
from served import PATH, Sign, hangs
from small import COUNT, NO_ONE, NO_STRIDE, STRIDE_WORDS, WINDOW

from cs231n_course.notebooks.submission import LONGEST
from cs231n_course.server.check_queue import _save
from cs231n_course.server.describe import describe_notebook
from cs231n_course.server.notebook import OTHER_CHECKS, CourseNotebook
from cs231n_course.server.state import SavedState, grading_digest, state_file

CHECK = {
    "title": "t",
    "passed": True,
    "points": 1,
    "possible": 1,
    "message": "",
    "case": "",
    "expected": "5",
    "got": "5",
}
RECORD = {
    "source": "a",
    "digest": "d",
    "points": 1,
    "possible": 2,
    "passed": False,
    "messages": ["w"],
    "checks": [CHECK],
}
RECORD |= {"checked_at": "2026-01-01T00:00:00+00:00"}


def whole(**changes):
    """Give the content of a state file, or of a damaged one."""
    return {"version": 2, "chapter": "01_small", "exercises": {"count": RECORD | changes}}


def test_what_is_kept_is_read_again_and_nobody_else_may_read_more(tmp_path):
    file = tmp_path / "a.b.ipynb"
    file.write_text("{}")
    file.chmod(0o640)
    SavedState(file, "01_small").save("count", RECORD)
    assert state_file(file).name == ".a.b.cs231n.json"
    assert stat.S_IMODE(state_file(file).stat().st_mode) == 0o640
    again = SavedState(file, "01_small")
    assert (again.records, again.notes) == ({"count": RECORD}, [])
    again.save("window", RECORD)
    assert set(SavedState(file, "01_small").records) == {"count", "window"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [".a.b.cs231n.json", "a.b.ipynb"]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "null",
        "[" * 100_000,
        b"\xff",
        {},
        whole() | {"version": 3},
        whole() | {"chapter": "02_other"},
        whole() | {"exercises": []},
        whole() | {"exercises": {"count": None}},
        whole(source=None),
        whole(points="1"),
        whole(messages=[1]),
        whole(points=9999),
        whole(points=-1),
        whole(points=True),
        whole(points=math.nan),
        whole(points=math.inf, possible=math.inf),
        whole(checks=["x"]),
        whole(checks=[{}]),
        whole(checks=[CHECK | {"points": 2}]),
        whole(checks=[CHECK | {"got": None}]),
        whole(passed=1),
        whole(source="a" * (LONGEST + 1)),
        whole(taken="a" * (LONGEST + 1)),
        whole(taken=1),
        whole(messages=["w" * 100_000]),
        whole(messages=["w"] * 10_000),
        whole(checked_at="1" * 100_000),
        whole(checks=[CHECK | {"case": "c" * 100_000}]),
        whole(checks=[CHECK] * 10_000),
    ],
)
def test_a_damaged_or_foreign_file_is_left_out_and_replaced(tmp_path, content):
    file = tmp_path / "a.ipynb"
    file.write_text("{}")
    content = content if isinstance(content, str | bytes) else json.dumps(content)
    state_file(file).write_bytes(content if isinstance(content, bytes) else content.encode())
    state = SavedState(file, "01_small")
    assert state.records == {}
    assert state.notes == [".a.cs231n.json, which keeps what was checked, can't be read; it is left out. Check again."]
    state.save("count", RECORD)
    assert SavedState(file, "01_small").records == {"count": RECORD}


def test_the_results_that_version_1_kept_are_read(folder, write):
    write(window=NO_STRIDE, count=COUNT)
    content = json.loads((Path(__file__).parent / "state_version_1.json").read_text(encoding="utf-8"))
    notebook = CourseNotebook.read(folder / "01_small.ipynb")
    for submission in notebook.submissions:  # the test's chapter may have changed since that was written
        content["exercises"][submission.exercise.id]["digest"] = grading_digest(submission.exercise)
    file = state_file(notebook.file)
    file.write_text(json.dumps(content))
    state = SavedState(notebook.file, "01_small")
    window, count = notebook.describe_exercises(state)
    assert state.notes == []
    assert [(one["status"], one["points"], one["checked_source"]) for one in (window, count)] == [
        ("failed", 2, NO_STRIDE),
        ("passed", 1, COUNT),
    ]
    assert window["messages"][0] == STRIDE_WORDS
    assert [check["message"] for check in window["checks"]] == ["", window["messages"][1].split(": ", 1)[1]]
    state.save("count", state.records["count"])
    assert json.loads(file.read_text())["version"] == 2
    assert SavedState(notebook.file, "01_small").records == state.records


@pytest.mark.parametrize("damage", [{"words": [1]}, {"answer": None}, {"checks": [None]}, {"checks": [{"words": 1}]}])
def test_a_damaged_state_of_version_1_is_left_out(folder, damage):
    content = json.loads((Path(__file__).parent / "state_version_1.json").read_text(encoding="utf-8"))
    content["exercises"]["count"] |= damage
    state_file(folder / "01_small.ipynb").write_text(json.dumps(content))
    state = SavedState(folder / "01_small.ipynb", "01_small")
    assert (state.records, len(state.notes)) == ({}, 1)


def test_what_is_no_file_is_not_opened(tmp_path):
    file = tmp_path / "a.ipynb"
    file.write_text("{}")
    os.mkfifo(state_file(file))
    assert SavedState(file, "01_small").notes


@pytest.mark.slow
async def test_a_damaged_file_is_noted_in_the_panel(panel, right, folder):
    state_file(folder / "01_small.ipynb").write_text("{")
    found = await panel.get("notebook", path=PATH)
    assert "is left out. Check again." in found["notes"][0]
    assert [one["status"] for one in found["exercises"]] == ["unchecked", "unchecked"]
    assert (await panel.check())[-1]["notes"] == found["notes"]
    assert (await panel.get("notebook", path=PATH))["notes"] == []


@pytest.mark.slow
async def test_a_record_that_claims_more_than_the_exercise_gives_does_not_count(panel, right, folder):
    await panel.check()
    file = state_file(folder / "01_small.ipynb")
    content = json.loads(file.read_text())
    content["exercises"]["count"] |= {"points": 100, "possible": 100}
    file.write_text(json.dumps(content))
    found = await panel.get("notebook", path=PATH)
    count = found["exercises"][1]
    assert (found["points"], count["status"], count["points"], count["possible"]) == (4, "changed", 0, 1)
    assert (count["messages"], count["checks"]) == ([OTHER_CHECKS], [])
    assert (await panel.get("course", dir="course"))["chapters"][0]["points"] == 4


LOUD = "def count(W, F):\n    raise type('E' * 50_000, (Exception,), {})('e' * 50_000)"
SHOUTING = "def count(W, F):\n    return 'a' * 70_000"


@pytest.mark.slow
@pytest.mark.parametrize("count", [LOUD, SHOUTING, NO_ONE + "\n#" + "c" * (LONGEST - len(NO_ONE) - 2)])
async def test_the_longest_that_a_check_writes_is_read_again(panel, write, count):
    write(window=WINDOW, count=count)
    await panel.check()
    found = await panel.get("notebook", path=PATH)
    assert (found["notes"], [one["status"] for one in found["exercises"]]) == ([], ["passed", "failed"])


@pytest.mark.slow
async def test_results_that_can_not_be_kept_are_shown_and_it_is_said(panel, right, folder):
    state_file(folder / "01_small.ipynb").mkdir()  # no rename goes over it, not even root's
    events = await panel.check()
    assert [event["exercise"]["status"] for event in events[1:3]] == ["passed", "passed"]
    words = "The results can't be kept beside the notebook (Is a directory). They are shown until you leave."
    assert [event["save_error"] for event in events[1:]] == [words] * 3
    assert (events[-1]["points"], events[-1]["notes"]) == (5, [])
    found = await panel.get("notebook", path=PATH)
    assert (found["points"], found["save_error"], found["notes"]) == (0, words, [])


def as_somebody_else(work):
    """Do work in a child that is not root, whom no folder refuses; give its result."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            os.write(write, json.dumps(work()).encode())
        os._exit(0)
    os.close(write)
    os.waitpid(child, 0)
    with os.fdopen(read) as result:
        return json.load(result)


def test_a_folder_that_is_read_only(folder, chapters, monkeypatch):
    queue = types.SimpleNamespace(is_checking=lambda file: False, prewarm=lambda chapter: None)
    with tempfile.TemporaryDirectory() as place:  # unlike pytest's own, one that others may enter
        Path(place).chmod(0o755)
        shutil.copytree(folder, f"{place}/course")
        shutil.copytree(chapters, f"{place}/chapters")
        monkeypatch.setenv("CS231N_CHAPTERS", f"{place}/chapters")
        Path(place, "course").chmod(0o555)
        manager, file = FileContentsManager(root_dir=place), Path(place, PATH)

        def work():
            save_error = describe_notebook(manager, PATH, queue)["save_error"]
            return [save_error, _save(SavedState(file, "01_small"), "count", RECORD)]

        said = as_somebody_else(work)
        Path(place, "course").chmod(0o755)
    assert (
        said
        == ["The results can't be kept beside the notebook (Permission denied). They are shown until you leave."] * 2
    )


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_server_that_ends_in_a_run_leaves_no_process_and_a_sound_state(scratch, tmp_path, write, folder, number):
    sign = Sign(tmp_path / "end")
    write(window=WINDOW, count=hangs(sign))
    with (tmp_path / "log").open("w") as log:
        server = LearnProcess(folder, log)
    request = urllib.request.Request(
        f"{server.base}cs231n/check",
        headers={"Authorization": f"token {server.token}"},
        data=json.dumps({"path": "01_small.ipynb"}).encode(),
    )
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=120):
        while not sign.exists():
            time.sleep(0.05)
        started = psutil.Process(server.process.pid).children(recursive=True)
        assert len(started) >= 3
        server.process.send_signal(number)
        assert not psutil.wait_procs(started, timeout=120)[1]
        server.process.wait(120)
    assert not list(scratch.iterdir())
    write(window=WINDOW, count=COUNT)
    with (tmp_path / "log").open("w") as log:
        server = LearnProcess(folder, log)
    found = json.loads(server.get("cs231n/notebook?path=01_small.ipynb", server.token))
    assert server.end(signal.SIGTERM) is not None
    assert [one["status"] for one in found["exercises"]] == ["passed", "unchecked"]
    assert (found["being_checked"], found["notes"]) == (False, [])
