"""The wheel carries what a learner needs, and works without the checkout."""

import os
import subprocess
import sys
import zipfile

import pytest
from built_wheel import ROOT, build_wheel


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Build the wheel and unpack it: a folder with the three packages as an installer would lay them."""
    folder = tmp_path_factory.mktemp("wheel")
    with zipfile.ZipFile(build_wheel(folder)) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(site, cwd, *arguments):
    """Run `cs231n` from the unpacked wheel."""
    env = {**os.environ, "PYTHONPATH": str(site)}
    command = [sys.executable, "-m", "cs231n_course.cli", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, timeout=600)


def test_the_wheel_holds_chapters_widgets_and_settings(site):
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    folder = ROOT / "chapters"
    chapters = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert any(name.startswith("mistakes/") for name in chapters)
    assert {f"cs231n_course/_chapters/{name}" for name in chapters} <= names
    assert {
        f"cs231n_widgets/static/{path.name}" for path in (ROOT / "widgets/cs231n_widgets/static").iterdir()
    } <= names
    assert "cs231n_course/learn/jupyter/labconfig/default_setting_overrides.json" in names
    assert {f"{package}/py.typed" for package in ("cs231n_kit", "cs231n_course", "cs231n_widgets")} <= names
    assert not [name for name in names if name.split("/")[0] in {"tests", "tools", "book", "course", "docs"}]


@pytest.mark.slow
def test_grading_works_from_the_wheel(site, tmp_path):
    listed = run(site, tmp_path, "learn", "--list")
    assert listed.returncode == 0, listed.stderr
    assert "02_arithmetic_of_space.ipynb" in listed.stdout
    chapter = site / "cs231n_course" / "_chapters" / "02_arithmetic_of_space.ipynb"
    graded = run(site, tmp_path, "grade", chapter)
    assert graded.returncode == 0, graded.stdout + graded.stderr
