"""The learner's copy, and the server that shows it."""

import contextlib
import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

import psutil
import pytest
from learn_process import LearnProcess
from small import cs231n

from cs231n_course import cli
from cs231n_course.learn import serve

LARGE = {"IPython", "jsonschema", "jupyter_core", "jupyterlab", "nbformat", "numpy", "pytest", "tornado", "traitlets"}
# The version that constraints.txt pins doesn't import it; others do, and a learner may have them.
AS_NEWER_JSONSCHEMA = """import sys
class Finder:
    def find_spec(self, name, *_):
        if name == "jsonschema":
            try:
                import rfc3987_syntax
            except ImportError:
                pass
sys.meta_path.insert(0, Finder())
"""
STARTING = "Starting JupyterLab...\n"  # at once, on stderr


def test_a_dir_that_can_not_be_one(chapters, tmp_path, capsys):
    (tmp_path / "file").write_text("mine")
    assert cli.main(["learn", str(tmp_path / "file"), "--no-browser"]) == 2
    said = f"cs231n learn: {tmp_path / 'file'} is a file, not a folder. Give another DIR.\n"
    assert capsys.readouterr() == ("", STARTING + said)
    assert cli.main(["learn", str(chapters), "--no-browser"]) == 2
    assert "holds the course's own chapters" in capsys.readouterr().err


def test_the_list(chapters, tmp_path, capsys):
    folder = tmp_path / "course"
    assert cli.main(["learn", str(folder), "--list"]) == 0
    assert capsys.readouterr().out == f"Small  01_small.ipynb  not in {folder} yet\n"
    assert not folder.exists()
    serve.copy_course(folder)
    (folder / "own.ipynb").write_text("{}")
    assert cli.main(["learn", str(folder), "--list"]) == 0
    assert capsys.readouterr().out == f"Small  01_small.ipynb  in {folder}\nAlso in {folder}: own.ipynb\n"


def run(code, *arguments, **env):
    """Run lines of Python in a process of its own; returns it, ended."""
    command = [sys.executable, "-c", f"import sys\nfrom cs231n_course import cli\n{code}", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=os.environ | env)


def test_the_list_imports_nothing_large(chapters, tmp_path):
    code = "cli.main(['learn', '--list', *sys.argv[1:]])\nprint(*sys.modules)"
    listed, modules = run(code, tmp_path / "course").stdout.splitlines()
    assert listed.startswith("Small  01_small.ipynb  not in ")
    assert not LARGE & set(modules.split())


def test_the_list_says_what_is_wrong_with_a_chapter(chapters, tmp_path, capsys):
    (chapters / "01_small.ipynb").write_text("{")
    assert cli.main(["learn", str(tmp_path), "--list"]) == 2
    out, complaint = capsys.readouterr()
    assert out == ""
    assert complaint.startswith(f"cs231n learn: {chapters / '01_small.ipynb'} ")


def test_it_says_what_it_does_before_it_imports_anything_large(chapters, tmp_path):
    code = "sys.modules['cs231n_course.learn.serve'] = None  # stop it there\ncli.main(['learn', *sys.argv[1:]])"
    done = run(code + "\nprint(*sys.modules)", tmp_path / "course")
    assert done.stderr.startswith(STARTING + "cs231n learn: This stopped")
    assert not LARGE & set(done.stdout.split())


def test_a_copy_can_be_made_and_brought_up_to_date_without_a_server(worked, publish, chapter, capsys):
    chapter.cells[-1].source += "\n# newer"
    publish(chapter)
    assert cli.main(["learn", str(worked), "--no-serve"]) == 0
    out, complaint = capsys.readouterr()
    assert complaint == ""
    first, *_, last = out.splitlines()
    assert first.startswith(f"{worked}: 0 files written, 1 brought up to date")
    assert last == f"Open it in JupyterLab or in Notebook 7: {worked / '01_small.ipynb'}"
    assert cli.main(["learn", str(worked / "01_small.ipynb"), "--no-serve"]) == 2
    assert "is a file, not a folder" in capsys.readouterr().err


@pytest.mark.slow
def test_no_grammar_is_compiled_on_the_way(chapters, worked, tmp_path, monkeypatch):
    note = tmp_path / "imported"
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "rfc3987_syntax.py").write_text(f"open({str(note)!r}, 'a').write('imported')\n")
    (tmp_path / "own" / "sitecustomize.py").write_text(AS_NEWER_JSONSCHEMA)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "own"))
    with (tmp_path / "log").open("w") as log:
        server = LearnProcess(worked, log)
    server.get("cs231n/notebook?path=01_small.ipynb", server.token)
    server.end(signal.SIGINT)
    assert cs231n("grade", worked / "01_small.ipynb").returncode == 1
    trial = [sys.executable, "-m", "cs231n_course.learn.trial", str(tmp_path / "own")]  # as the doctor does
    assert '"kernel", "works": true' in subprocess.run(trial, capture_output=True, text=True).stdout
    assert not note.exists()


@pytest.fixture
def server(chapters, tmp_path):
    with (tmp_path / "log").open("w") as log:
        found = LearnProcess(tmp_path / "course", log)
        yield found
        if found.process.poll() is None:
            found.process.kill()
            found.process.wait()


@pytest.mark.slow
def test_the_url_serves_the_course_and_nothing_is_left_after_ctrl_c(server):
    assert server.url.startswith("http://127.0.0.1:")
    with urllib.request.urlopen(server.url, timeout=120) as reply:
        page = reply.read().decode()
    assert '"news": {"disabled": true}' in page
    names = [one["name"] for one in json.loads(server.get("api/contents", server.token))["content"]]
    assert sorted(names) == ["01_small.ipynb", "index.md"]
    assert "notification" in server.get("lab/api/update", server.token)
    panel = json.loads(server.get("lab/api/settings/cs231n-kit:plugin", server.token))
    assert panel["schema"]["properties"]["openOnStart"]["default"] is True
    assert json.loads(server.get("cs231n/notebook?path=01_small.ipynb", server.token))["in_course"]
    with pytest.raises(urllib.error.HTTPError, match="403"):
        server.get("api/contents")
    server.get("api/kernels", server.token, b"{}")
    kernels = psutil.Process(server.process.pid).children(recursive=True)
    assert kernels
    assert server.end(signal.SIGINT) == 0
    assert not psutil.wait_procs(kernels, timeout=120)[1]


@pytest.mark.slow
def test_a_server_ends_in_the_middle_of_requests(server, tmp_path):
    def ask():  # for what it reads in threads of its own
        with contextlib.suppress(OSError, http.client.HTTPException):
            while True:
                server.get("api/contents/01_small.ipynb", server.token)

    asking = [threading.Thread(target=ask) for _ in range(16)]
    for thread in asking:
        thread.start()
    time.sleep(1)
    assert server.end(signal.SIGTERM) == 0
    for thread in asking:
        thread.join()
    assert "Traceback" not in (tmp_path / "log").read_text()


@pytest.mark.slow
def test_a_terminated_server_takes_its_kernels_with_it(server):
    server.get("api/kernels", server.token, b"{}")
    kernels = psutil.Process(server.process.pid).children(recursive=True)
    server.end(signal.SIGTERM)
    assert not psutil.wait_procs(kernels, timeout=120)[1]
