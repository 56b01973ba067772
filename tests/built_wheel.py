"""The wheel, built from this checkout's source distribution."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def build_sdist(folder):
    """Build the source distribution into a folder; give the folder that it unpacks to."""
    hatchling("sdist", ROOT, folder)
    (archive,) = folder.glob("cs231n_kit-*.tar.gz")
    shutil.unpack_archive(archive, folder, filter="data")
    return archive.with_name(archive.name.removesuffix(".tar.gz"))


def build_wheel(folder):
    """Build the wheel from the source distribution into a folder; give its path."""
    hatchling("wheel", build_sdist(folder), folder)
    (wheel,) = folder.glob("cs231n_kit-*.whl")
    return wheel


def hatchling(target, project, folder):
    build = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    done = subprocess.run(build, cwd=project, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
