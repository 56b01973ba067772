"""Where the course is published stands in one place, and whatever speaks of it takes it from there."""

import re
import subprocess
from email.message import Message
from pathlib import Path

import pytest

from cs231n_course import cli, published
from cs231n_course.grading import grade
from cs231n_course.server import errors

ROOT = Path(__file__).resolve().parents[2]
HOST = "https://example.org/o/n"
TEXTS = {".py", ".md", ".ipynb", ".ts", ".tsx", ".js", ".yml", ".yaml", ".toml", ".html", ".txt"}


@pytest.fixture
def addresses(monkeypatch):
    """Give a function that fills in the addresses of [project.urls]."""

    def fill(**urls):
        metadata = Message()
        for label, url in urls.items():
            metadata["Project-URL"] = f"{label}, {url}"
        monkeypatch.setattr("importlib.metadata.metadata", lambda name: metadata)

    return fill


def said(monkeypatch, tmp_path):
    """Returns what a command, the grader and the server say after an error that nothing foresaw."""
    monkeypatch.setattr(grade.reading, "load", lambda *_: 1 // 0)
    with grade.Grader() as grader:
        graded = grader.grade(tmp_path / "a.ipynb").error
    try:
        raise ValueError("oh")
    except ValueError as error:
        command = cli._explain(error)
    return [command, graded, errors.error_message(500, None, "")]


def test_errors_name_the_place_for_a_report(addresses, monkeypatch, tmp_path):
    addresses(Repository=HOST, Issues=f"{HOST}/issues")
    assert [f"at {HOST}/issues." in text for text in said(monkeypatch, tmp_path)] == [True] * 3


def test_without_a_place_they_name_who_gave_the_course(addresses, monkeypatch, tmp_path):
    addresses(Notes="https://cs231n.github.io")
    assert ["to whoever gave you the course." in text for text in said(monkeypatch, tmp_path)] == [True] * 3


def test_the_course_is_installed_from_its_repository(addresses):
    addresses()
    assert published.install("cuda12") == "pip install '.[cuda12]' in the course's folder"
    addresses(Repository=HOST)
    assert published.install() == f"pip install 'cs231n-kit @ git+{HOST}'"


def test_nothing_tells_to_install_a_name_that_no_index_has():
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    paths = [ROOT / name for name in files if Path(name).suffix in TEXTS and not name.startswith("tests/")]
    told = re.compile(r"pip install (-\S+ )*[\"']?cs231n[-_]kit(?! @)")
    assert [path.name for path in paths if path.is_file() and told.search(path.read_text(encoding="utf-8"))] == []
