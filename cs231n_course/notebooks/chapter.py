"""A chapter as answers are graded with it: read once, before the first of them runs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cs231n_course.notebooks import reading
from cs231n_course.notebooks.format import Notebook, role
from cs231n_course.notebooks.mistakes import mistakes_text


@dataclass(frozen=True)
class Chapter:
    """A pristine chapter: its path, its notebook, and the text of its file of known mistakes."""

    path: Path
    notebook: Notebook
    mistakes: str

    @classmethod
    def read(cls, path: str | Path) -> Chapter:
        """Returns the chapter with this path. Raises NotebookError or OSError."""
        return cls(Path(path), reading.load(path), mistakes_text(path))

    @property
    def setup(self) -> list[str]:
        """The sources of its setup cells."""
        return [cell["source"] for cell in self.notebook["cells"] if role(cell) == "setup"]
