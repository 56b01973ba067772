"""List the chapters: `cs231n learn --list`. Nothing large is imported for it, not even nbformat."""

import sys
from pathlib import Path

from cs231n_course.learn.errors import explain
from cs231n_course.notebooks import reading
from cs231n_course.notebooks.paths import chapter_paths
from cs231n_course.notebooks.reading import NotebookError, chapter_title


def list_chapters(folder: Path) -> int:
    """Print the chapters and which of them the folder has. Returns the exit status."""
    try:
        chapters = chapter_paths()
        titles = [chapter_title(reading.load(path)) or path.stem for path in chapters]
    except (NotebookError, OSError) as error:
        print(f"cs231n learn: {explain(error, folder)}", file=sys.stderr)
        return 2
    width = max(map(len, titles), default=0)
    for path, name in zip(chapters, titles, strict=True):
        state = f"in {folder}" if (folder / path.name).exists() else f"not in {folder} yet"
        print(f"{name:<{width}}  {path.name}  {state}")
    known = {path.name for path in chapters}
    others = sorted(path.name for path in folder.glob("*.ipynb") if path.name not in known) if folder.is_dir() else []
    for name in others:
        print(f"Also in {folder}: {name}")
    return 0
