"""The wheel carries what a learner needs, and works without the checkout."""

import email
import importlib.util
import os
import re
import subprocess
import sys
import tarfile
import zipfile

import pytest
from built_wheel import ROOT, build_sdist, build_wheel, hatchling


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Build the wheel and unpack it: a folder with the three packages as an installer would lay them."""
    folder = tmp_path_factory.mktemp("wheel")
    assert not (ROOT / "_build" / "dist").exists(), "a `make dist` has left its book there, or is at work"
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


def test_the_book_goes_along_where_it_was_built(tmp_path):
    project = build_sdist(tmp_path)
    page = project / "_build" / "dist" / "html" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("the book")
    hatchling("sdist", project, tmp_path / "again")
    hatchling("wheel", project, tmp_path / "again")
    (wheel,) = (tmp_path / "again").glob("*.whl")
    assert zipfile.ZipFile(wheel).read("cs231n_course/_book/index.html") == b"the book"
    (archive,) = (tmp_path / "again").glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        assert f"{project.name}/_build/dist/html/index.html" in packed.getnames()


def test_nothing_is_shipped_that_nobody_needs(site):
    names = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    assert [name for name in names if re.search(r"\.orig$|/node_modules/|/_?static/locales/", name)] == []


def test_a_package_index_shows_the_readme_without_paths(site):
    (folder,) = site.glob("*.dist-info")
    readme = email.message_from_string((folder / "METADATA").read_text(encoding="utf-8")).get_payload()
    assert "# Convolutional Networks, built by hand" in readme
    assert re.findall(r"\]\((?!https?:|#)[^)]*\)", readme) == []


def test_with_a_repository_the_readme_s_links_and_pictures_lead_there():
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    hooks = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(hooks)
    text = "![a cat](docs/course.png)\n\n[How](CONTRIBUTING.md) and [what](https://x.org/y)."
    there = "https://github.com/o/n"
    assert hooks.without_paths(text, there) == (
        f"![a cat]({there}/raw/HEAD/docs/course.png)\n\n"
        f"[How]({there}/blob/HEAD/CONTRIBUTING.md) and [what](https://x.org/y)."
    )
    assert hooks.without_paths(text, "") == "\n\nHow and [what](https://x.org/y)."
