"""A chapter as answers are graded with it: read once, before the first of them runs."""

from __future__ import annotations

import ast
import contextlib
from dataclasses import dataclass
from pathlib import Path

from cs231n_course.notebooks import reading
from cs231n_course.notebooks.format import Notebook, metadata_of, role
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

    @property
    def imports(self) -> list[str]:
        """What the cells of its exercises import, a statement for each module."""
        modules: set[str] = set()
        for cell in self.notebook["cells"]:
            with contextlib.suppress(SyntaxError):  # of a magic
                for node in ast.walk(ast.parse(cell["source"] if "exercise" in metadata_of(cell) else "")):
                    if isinstance(node, ast.Import):
                        modules |= {name.name for name in node.names}
                    elif isinstance(node, ast.ImportFrom) and node.module:
                        modules.add(node.module)
        return [f"import {module}" for module in sorted(modules)]
