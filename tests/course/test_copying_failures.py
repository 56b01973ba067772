"""Nothing of the learner's is lost, whatever stops `cs231n learn`: a kill at any step, a full disk, a locked folder."""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest
from small import WINDOW, cell, files, newer, old_file

from cs231n_course import cli
from cs231n_course.learn import serve  # noqa: F401 # now, for another user may not be able to read modules
from cs231n_course.learn.copy import copy_course
from cs231n_course.notebooks import reading

# Brings a copy of a folder up to date, and is killed at the Nth of the calls that change something on the disk: for
# each N, until it comes to its end.
KILLED = """
import itertools, os, shutil, signal, sys, tempfile
from pathlib import Path
from cs231n_course.learn import merge
from cs231n_course.learn import copy as learner_copy

learner_copy._sign = lambda path: None
calls = [(os, name) for name in ("fsync", "link", "replace", "unlink", "chmod")] + [(tempfile, "mkstemp")]

def deadly(call):
    def counted(*args, **kwargs):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*args, **kwargs)
    return counted

for left in itertools.count(1):
    folder = Path(sys.argv[2], str(left))
    shutil.copytree(sys.argv[1], folder)
    child = os.fork()
    if child == 0:
        for owner, name in calls:
            setattr(owner, name, deadly(getattr(owner, name)))
        learner_copy.copy_course(folder)
        os._exit(0)
    if os.waitpid(child, 0)[1] == 0:
        break
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_run_that_is_killed_half_way_loses_nothing(worked, publish, chapter, tmp_path):
    theirs = files(worked)["01_small.ipynb"]
    publish(newer(chapter))
    (worked / "index.md").write_text("my index")
    (Path(os.environ["CS231N_CHAPTERS"]) / "index.md").write_text("# The course, again\n")
    subprocess.run([sys.executable, "-c", KILLED, str(worked), str(tmp_path / "killed")], check=True)
    killed = list((tmp_path / "killed").iterdir())
    assert len(killed) > 10
    for folder in killed:
        there = files(folder)
        assert {theirs, b"my index"} <= set(there.values()), folder
        for name in {"01_small.ipynb", old_file()} & set(there):
            assert cell(reading.load(folder / name), "w-answer")["source"] == WINDOW, folder
        copy_course(folder)
        found = files(folder)
        assert sorted(found) == [old_file(), "01_small.ipynb", old_file("index.md"), "index.md"], folder
        assert (found[old_file()], found[old_file("index.md")]) == (theirs, b"my index")
        assert cell(reading.load(folder / "01_small.ipynb"), "more")


FULL = """
import sys
from cs231n_course import cli
if sys.argv[2:]:
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
sys.exit(cli.main(["learn", sys.argv[1], "--no-browser"]))
"""


def test_a_file_that_can_not_be_written_whole_loses_nothing(worked, publish, chapter):
    publish(newer(chapter))
    before = files(worked)
    run = [sys.executable, "-c", FULL, str(worked), "2000"]
    done = subprocess.run(run, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 2
    assert "File too large" in done.stderr
    assert f"Nothing of yours in {worked} is lost. Make room, then run `cs231n learn` again." in done.stderr
    assert files(worked) == before


@pytest.mark.slow
def test_a_full_disk_loses_nothing(worked, publish, chapter, tmp_path):
    """Fill a real file system of 64 kilobytes, where this machine lets us have one."""
    publish(newer(chapter))
    script = (
        'mount -t tmpfs -o size=64k none "$1" && cp -r "$2"/. "$1" && cp "$1"/*.ipynb "$3" && '
        '{ cat /dev/zero > "$1"/filler; "$4" -c "$5" "$1"; echo "status $?"; rm "$1"/filler; cp -r "$1"/. "$3"; }'
    )
    disk, after = tmp_path / "disk", tmp_path / "after"
    disk.mkdir()
    after.mkdir()
    run = ["unshare", "-rm", "sh", "-c", script, "sh", disk, worked, after, sys.executable, FULL]
    if not shutil.which("unshare") or subprocess.run(["unshare", "-rm", "true"], stderr=-3, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    done = subprocess.run([*map(str, run)], capture_output=True, text=True, timeout=300, check=False)
    if "status" not in done.stdout:
        pytest.skip(f"no file system can be mounted here: {done.stderr}")
    assert "status 2" in done.stdout
    assert "No space left on device" in done.stderr
    assert files(after) == files(worked)


def test_two_runs_at_once_make_one_copy(worked, publish, chapter):
    theirs = files(worked)["01_small.ipynb"]
    publish(newer(chapter))
    runs = [threading.Thread(target=copy_course, args=(worked,)) for _ in range(3)]
    [run.start() for run in runs]
    [run.join() for run in runs]
    found = files(worked)
    assert sorted(found) == [old_file(), "01_small.ipynb", "index.md"]
    assert found[old_file()] == theirs


def test_a_file_system_without_hard_links(worked, publish, chapter, monkeypatch):
    def refuse(*_):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", refuse)
    before = files(worked)["01_small.ipynb"]
    publish(newer(chapter))
    copy_course(worked)
    assert files(worked)[old_file()] == before
    copy_course(worked.parent / "second")
    with pytest.raises(FileExistsError):
        reading.write_bytes(worked / old_file(), b"x", overwrite=False)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="needs Unix's permissions")
def test_a_dir_that_is_not_writable(chapters, monkeypatch, capsys):
    with tempfile.TemporaryDirectory() as place:  # one that other users may enter
        Path(place).chmod(0o755)
        shutil.copytree(chapters, Path(place, "chapters"))
        monkeypatch.setenv("CS231N_CHAPTERS", str(Path(place, "chapters")))
        locked = Path(place, "locked")
        locked.mkdir(mode=0o555)
        me = os.geteuid()
        if me == 0:  # who may write everywhere
            os.seteuid(65534)
        try:
            status = [cli.main(["learn", str(path), "--no-browser"]) for path in (locked, locked / "new")]
        finally:
            os.seteuid(me)
    assert status == [2, 2]
    assert capsys.readouterr().err.count("Permission denied") == 2
