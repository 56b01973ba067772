"""The learner's copy, and the server that shows it."""

import json
import signal
import urllib.error
import urllib.request

import psutil
import pytest
from learn_process import LearnProcess

from cs231n_course import cli
from cs231n_course.learn import serve


def test_a_dir_that_can_not_be_one(chapters, tmp_path, capsys):
    (tmp_path / "file").write_text("mine")
    assert cli.main(["learn", str(tmp_path / "file"), "--no-browser"]) == 2
    said = f"cs231n learn: {tmp_path / 'file'} is a file, not a folder. Give another DIR.\n"
    assert capsys.readouterr() == ("", said)
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
def test_a_terminated_server_takes_its_kernels_with_it(server):
    server.get("api/kernels", server.token, b"{}")
    kernels = psutil.Process(server.process.pid).children(recursive=True)
    server.end(signal.SIGTERM)
    assert not psutil.wait_procs(kernels, timeout=120)[1]
