"""The panel as a learner gets it: from the wheel, in an environment of its own, with no node to be found."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from built_wheel import build_wheel
from course_server import course
from panel import Student, answer
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def python(tmp_path):
    """Make an environment that has the course from its wheel alone, and all else from this one; give its python."""
    venv.create(tmp_path / "env", symlinks=os.name != "nt")
    programs = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", programs / "python"]
    subprocess.run([*pip, "install", "--quiet", "--no-deps", "--no-index", build_wheel(tmp_path)], check=True)
    (packages,) = (tmp_path / "env").rglob("site-packages")
    others = sysconfig.get_path("purelib")
    (packages / "others.pth").write_text(f"{others}\n")  # the .pth files in there, such as the checkout's, are not read
    return programs / "python"


def test_the_panel_works_from_the_wheel_without_node(chromium, python, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(python.parent))
    monkeypatch.setenv("JUPYTERLAB_DIR", str(Path(sys.prefix) / "share" / "jupyter" / "lab"))  # JupyterLab's own pages
    assert shutil.which("node") is None
    where = "import cs231n_kit; print(cs231n_kit.__file__)"
    found = subprocess.run([python, "-c", where], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert Path(found.strip()).is_relative_to(tmp_path / "env")
    with course(tmp_path / "course", python) as address:
        student = Student(chromium.new_page(viewport={"width": 1280, "height": 900}), address)
        student.page.goto(address.replace("01_overview", "02_arithmetic_of_space"))
        expect(student.panel).to_contain_text("Crop")
        student.choose("crop")
        student.write("crop", answer("crop"))
        student.button("Check this exercise").click()
        student.expect("crop", "passed")
        student.page.close()
    assert student.faults == []
    grade = [python, "-m", "cs231n_course.cli", "grade", "--exercise", "crop", "course/02_arithmetic_of_space.ipynb"]
    graded = subprocess.run(grade, cwd=tmp_path, capture_output=True, text=True)
    assert graded.returncode == 0, graded.stdout + graded.stderr
