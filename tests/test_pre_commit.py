"""pre-commit's hooks leave a clean clone alone."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
HOOKS = [hook for hook in SETTINGS["repos"][0]["hooks"] if hook["entry"].startswith(".venv/bin/ruff ")]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_leaves_the_files_of_a_clean_clone_alone(hook, tmp_path):
    """pre-commit names each file, and so overrides what pyproject.toml excludes, unless it is told not to."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "chapters").mkdir()
    chapter = ROOT / "chapters" / "04_pooling.ipynb"  # a matrix in it is laid out by hand
    ours = Path(shutil.copy(chapter, tmp_path / "chapters"))
    _, *arguments = hook["entry"].split()
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *arguments, ours], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout
    assert ours.read_bytes() == chapter.read_bytes()
