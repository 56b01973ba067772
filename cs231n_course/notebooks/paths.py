"""Find the pristine chapters, wherever the course was installed from."""

import os
from pathlib import Path

from cs231n_course.notebooks.format import chapter_files
from cs231n_course.published import install

PACKAGE = Path(__file__).resolve().parent.parent


def chapters_dir() -> Path:
    """Returns the folder of the pristine chapters.

    CS231N_CHAPTERS in the environment comes first (for authors who try chapters of their own), then the chapters that
    the wheel carries, then those of the checkout that holds this package. Raises FileNotFoundError if none is there.
    """
    from_environment = os.environ.get("CS231N_CHAPTERS")
    candidates = [Path(from_environment)] if from_environment else [PACKAGE / "_chapters", PACKAGE.parent / "chapters"]
    for folder in candidates:
        if folder.is_dir():
            return folder
    looked = " and ".join(str(folder) for folder in candidates)
    hint = "Is CS231N_CHAPTERS spelled right?" if from_environment else f"Install the course again: {install()}"
    raise FileNotFoundError(f"The course's chapters are not where they should be ({looked}). {hint}")


def chapter_paths() -> list[Path]:
    """Returns the pristine notebooks in the order of the book."""
    return chapter_files(chapters_dir())
