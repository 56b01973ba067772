"""What the tools share: where the chapters are, and errors that name notebook and cell."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import nbformat

from cs231n_course.notebooks.format import Cell, chapter_files

ROOT = Path(__file__).resolve().parent.parent
CHAPTERS = ROOT / "chapters"


class ChapterError(Exception):
    """A mistake in a chapter; the message names the notebook and the cell."""

    def __init__(self, path: Path, cell: Cell, message: str) -> None:
        super().__init__(f"{path.name}, cell {cell.get('id', '?')}: {message}")


def chapter_paths(folder: Path = CHAPTERS) -> list[Path]:
    """Returns the chapter notebooks of `folder` in the order of the book."""
    return chapter_files(folder)


def read(path: Path) -> nbformat.NotebookNode:
    """Returns one chapter as a notebook node."""
    return nbformat.read(path, as_version=4)


def fail(messages: Iterable[str]) -> NoReturn:
    """Print the messages on stderr and leave with status 1 if there are any."""
    messages = list(messages)
    for message in messages:
        print(message, file=sys.stderr)
    sys.exit(1 if messages else 0)
