"""What the tools share: where the chapters are, and errors that name notebook and cell."""

import sys
from pathlib import Path

import nbformat

ROOT = Path(__file__).resolve().parent.parent
CHAPTERS = ROOT / "chapters"


class ChapterError(Exception):
    """A mistake in a chapter; the message names the notebook and the cell."""

    def __init__(self, path, cell, message):
        super().__init__(f"{path.name}, cell {cell.get('id', '?')}: {message}")


def chapter_paths(folder=CHAPTERS):
    """List the chapter notebooks of `folder` in the order of the book."""
    return sorted(folder.glob("[0-9][0-9]_*.ipynb"))


def read(path):
    """Read one chapter as a notebook node."""
    return nbformat.read(path, as_version=4)


def fail(messages):
    """Print the messages on stderr and leave with status 1 if there are any."""
    for message in messages:
        print(message, file=sys.stderr)
    sys.exit(1 if messages else 0)
