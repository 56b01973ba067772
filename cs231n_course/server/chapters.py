"""The course as the panel shows it: its chapters, and the learner's copy of each."""

import json
from pathlib import Path

from cs231n_course.notebooks import files, reading
from cs231n_course.notebooks.format import metadata_of
from cs231n_course.notebooks.paths import chapter_paths
from cs231n_course.notebooks.reading import NotebookError, chapter_title
from cs231n_course.server import book, contents, types
from cs231n_course.server.errors import RequestError
from cs231n_course.server.notebook import CourseNotebook, total
from cs231n_course.server.state import SUFFIX, SavedState
from cs231n_kit import __version__

USUAL_FOLDER = "course"  # that `cs231n learn` makes
MAX_SEARCHED = 50  # notebooks of a folder that are searched for chapters under other names
MAX_BYTES = 10_000_000  # of one of them
SET_ASIDE = ".before-"  # in the names of what `cs231n learn` sets aside

Copies = dict[str, tuple[str, CourseNotebook]]  # by the chapter's stem: the copy's contents path, and what it holds


def describe_course(manager, folder: str) -> types.Course:
    """Returns the course, seen from the folder of the open notebook. Raises RequestError."""
    contents.folder(manager, folder)
    try:
        where, copies = _find_copies(manager, folder)
        chapters = [_describe_chapter(path, *copies.get(path.stem, (None, None))) for path in chapter_paths()]
    except (NotebookError, OSError) as error:
        raise RequestError(500, str(error)) from None
    return {
        "version": __version__,
        "dir": where,
        "chapters": chapters,
        "book": {"url": book.page_url("index"), "hint": book.absence()},
        "nothing_checked": not (copies and any(contents.folder(manager, where).glob(f".*{SUFFIX}"))),
    }


def _find_copies(manager, folder: str) -> tuple[str, Copies]:
    """Returns the folder that holds the learner's copies, and the copies.

    A folder where chapters have their own names comes before one where all were renamed.
    """
    candidates = list(dict.fromkeys([folder, USUAL_FOLDER, ""]))
    for candidate in candidates:
        if named := _copies_by_name(manager, candidate):
            return candidate, _copies_by_content(manager, candidate, named) | named
    for candidate in candidates:
        if renamed := _copies_by_content(manager, candidate, {}):
            return candidate, renamed
    return folder, {}


def _copies_by_name(manager, folder: str) -> Copies:
    """Returns the copies in a folder that have their chapters' names."""
    copies = {}
    for chapter in chapter_paths():
        path, notebook = _read(manager, folder, chapter.name)
        if notebook and _chapter_named_in(notebook) == chapter.stem:
            copies[chapter.stem] = path, notebook
    return copies


def _copies_by_content(manager, folder: str, named: Copies) -> Copies:
    """Returns the copies of the chapters not in `named`, whatever their files are called.

    No more is read than it takes, for many may ask.
    """
    missing = {chapter.stem for chapter in chapter_paths()} - named.keys()
    copies = {}
    for name in _other_notebooks(manager, folder, named) if missing else ():
        if _mentions(manager, folder, name, missing - copies.keys()):
            path, notebook = _read(manager, folder, name)
            if notebook and _chapter_named_in(notebook) in missing - copies.keys():
                copies[_chapter_named_in(notebook)] = path, notebook
        if len(copies) == len(missing):
            break
    return copies


def _other_notebooks(manager, folder: str, named: Copies) -> list[str]:
    """Returns the names of the notebooks in a folder that are not in `named`; what was set aside comes last."""
    try:
        names = {path.name for path in contents.folder(manager, folder).glob("*.ipynb")}
    except (RequestError, OSError):
        return []
    names -= {f"{stem}.ipynb" for stem in named}
    return sorted(names, key=lambda name: (SET_ASIDE in name, name))[:MAX_SEARCHED]


def _mentions(manager, folder: str, name: str, stems: set[str]) -> bool:
    """Returns whether a notebook names one of some chapters anywhere, without parsing it."""
    try:
        file = contents.notebook_file(manager, f"{folder}/{name}")
        content = files.read_bytes(file, MAX_BYTES)
    except (RequestError, OSError):
        return False
    return any(json.dumps(stem).encode() in content for stem in stems)


def _read(manager, folder: str, name: str) -> tuple[str, CourseNotebook | None]:
    """Returns the contents path of a notebook, as the folder was asked for, and the notebook; None if it is no copy."""
    path = "/".join([*filter(None, folder.split("/")), name])
    try:
        return path, CourseNotebook.read(contents.notebook_file(manager, path))
    except (RequestError, NotebookError, OSError):
        return path, None


def _chapter_named_in(notebook: CourseNotebook) -> str | None:
    return metadata_of(notebook.learner).get("chapter")


def _describe_chapter(chapter: Path, path: str | None, copy: CourseNotebook | None) -> types.Chapter:
    pristine = copy.pristine if copy else reading.load(chapter)
    exercises = reading.exercises(pristine, chapter.name)
    points = total(copy.describe_exercises(SavedState(copy.file, chapter.stem)))["points"] if copy else 0
    return {
        "stem": chapter.stem,
        "title": chapter_title(pristine) or chapter.stem,
        "path": path,
        "points": points,
        "possible": sum(exercise.points for exercise in exercises),
        "exercise_count": len(exercises),
    }
