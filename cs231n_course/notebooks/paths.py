"""Find the pristine chapters, wherever the course was installed from."""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def chapters_dir():
    """Find the folder of the pristine chapters.

    CS231N_CHAPTERS in the environment comes first (for authors who try chapters of their own), then the chapters that
    the wheel carries, then those of the checkout that holds this package. Raises FileNotFoundError if none is there.
    """
    chosen = os.environ.get("CS231N_CHAPTERS")
    places = [Path(chosen)] if chosen else [PACKAGE / "_chapters", PACKAGE.parent / "chapters"]
    for place in places:
        if place.is_dir():
            return place
    looked = " and ".join(str(place) for place in places)
    hint = "Is CS231N_CHAPTERS spelled right?" if chosen else "Install the course again: pip install cs231n-kit"
    raise FileNotFoundError(f"The course's chapters are not where they should be ({looked}). {hint}")


def chapter_paths():
    """List the pristine notebooks in the order of the chapters."""
    return sorted(path for path in chapters_dir().glob("*.ipynb") if not path.name.startswith("."))
