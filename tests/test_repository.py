"""What stands in the repository for those who come to it: workflows, templates, changes, how to cite."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.specifiers import SpecifierSet
from visit import ROOT

sys.path.insert(0, str(ROOT / "book"))
from extensions.notebooks import COPY, FOLDER

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
TEXTS = [*WORKFLOWS, *FORMS, ROOT / ".github" / "pull_request_template.md", ROOT / "SECURITY.md", ROOT / "CHANGELOG.md"]


def version():
    """Returns the version of pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def steps(path):
    """Returns the steps of a workflow."""
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_uses_actions_of_a_major_version(path):
    used = [step["uses"] for step in steps(path) if "uses" in step]
    assert used
    assert [action for action in used if not re.fullmatch(r"[\w-]+/[\w-]+@v\d+", action)] == []


def test_the_workflows_call_make():
    runs = {path.stem: " ".join(step.get("run", "") for step in steps(path)) for path in WORKFLOWS}
    assert "make test" in runs["ci"]
    assert "make book" in runs["pages"]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_every_make_target_and_path_that_is_named_exists(path):
    text = path.read_text(encoding="utf-8")
    rules = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"\bmake ([a-z.][\w./-]*)(?=[`\s]|$)", text) if path.name != "CHANGELOG.md" else []
    assert [target for target in targets if not re.search(rf"^{re.escape(target)}:", rules, re.MULTILINE)] == []
    named = re.findall(r"`((?:[\w-]+/)+|[A-Z]+\.md)`|\b([A-Z]{4,}\.(?:md|cff))\b", text)
    assert [name for pair in named for name in pair if name and not (ROOT / name).exists()] == []


def test_what_is_published_is_what_the_build_makes():
    published = {
        step["with"]["publish_branch"]: step["with"]
        for step in steps(ROOT / ".github/workflows/pages.yml")
        if "publish_branch" in step.get("with", {})
    }
    assert {name: one["publish_dir"] for name, one in published.items()} == {
        "gh-pages": "_build/html",
        FOLDER: f"_build/html/{FOLDER}",
    }
    assert "force_orphan" not in published[FOLDER], "nbgitpuller needs the history"


def test_binder_makes_the_copy_that_the_pages_links_open(tmp_path):
    script = ROOT / ".binder" / "postBuild"
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    subprocess.run([script], cwd=tmp_path, env=os.environ | {"PATH": programs}, check=True, stdout=subprocess.DEVNULL)
    copies = {path.name for path in (tmp_path / COPY).glob("*.ipynb")}
    assert copies == {path.name for path in (ROOT / "chapters").glob("*.ipynb")}


def test_binder_installs_the_course_with_the_versions_that_it_was_tested_with():
    lines = (ROOT / ".binder" / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == ["-c ../constraints.txt", "./"]
    version = (ROOT / ".binder" / "runtime.txt").read_text(encoding="utf-8").strip().removeprefix("python-")
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    assert SpecifierSet(asked).contains(version)


@pytest.mark.parametrize("path", [path for path in FORMS if path.stem != "config"], ids=lambda path: path.stem)
def test_an_issue_form_is_one(path):
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert form["name"]
    assert form["description"]
    assert {part["type"] for part in form["body"]} <= {"input", "textarea", "dropdown", "checkboxes", "markdown"}
    ids = [part["id"] for part in form["body"]]
    assert len(ids) == len(set(ids))
    assert all(part["attributes"]["label"] for part in form["body"])


def test_the_newest_changes_and_the_citation_are_of_this_version():
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    entries = re.findall(r"^## \[([^\]]+)\] - (unreleased|\d{4}-\d{2}-\d{2})$", changes, re.MULTILINE)
    assert entries[0][0] == version()
    assert len(entries) == len(re.findall("^## ", changes, re.MULTILINE))
    assert yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))["version"] == version()


@pytest.mark.parametrize("path", sorted(ROOT.glob("tests/*/test_*.py")), ids=lambda path: path.name)
def test_a_test_waits_for_what_a_page_is_to_show(path):
    """A page on a loaded machine draws late: Playwright's expect() waits for it, is_visible() looks once."""
    assert not re.findall(r"assert .*\.is_visible\(\)", path.read_text(encoding="utf-8"))
