"""Say what the panel shows of the course: its chapters, and the learner's copy of each."""

import json

from cs231n_course.notebooks import reading
from cs231n_course.notebooks.format import metadata_of
from cs231n_course.notebooks.paths import chapter_paths
from cs231n_course.notebooks.reading import NotebookError, chapter_title
from cs231n_course.server import book, places
from cs231n_course.server.errors import Refused
from cs231n_course.server.outline import Outline, total
from cs231n_course.server.state import SUFFIX, State
from cs231n_kit import __version__

USUAL = "course"  # the folder that `cs231n learn` makes
MOST = 50  # notebooks of a folder that are searched for chapters under other names
LARGEST = 10_000_000  # bytes of one of them
ASIDE = ".before-"  # in the names of what `cs231n learn` sets aside


def describe_course(manager, folder):
    """Describe the course for the folder of the open notebook: the chapters, and the learner's copy of each."""
    places.folder(manager, folder)
    try:
        where, copies = _copies(manager, folder)
        chapters = [_describe_chapter(path, *copies.get(path.stem, (None, None))) for path in chapter_paths()]
    except (NotebookError, OSError) as error:
        raise Refused(500, str(error)) from None
    return {
        "version": __version__,
        "dir": where,
        "chapters": chapters,
        "book": {"url": book.page("index"), "how": book.HOW},
        "welcome": not (copies and any(places.folder(manager, where).glob(f".*{SUFFIX}"))),
    }


def _copies(manager, folder):
    """Find the learner's copies, and the folder they are in: (folder, {stem: (contents path, Outline)}).

    A folder where chapters have their own names comes before one where all were renamed.
    """
    tried = list(dict.fromkeys([folder, USUAL, ""]))
    for where in tried:
        if named := _named(manager, where):
            return where, _renamed(manager, where, named) | named
    for where in tried:
        if renamed := _renamed(manager, where, {}):
            return where, renamed
    return folder, {}


def _named(manager, where):
    """Find the copies of a folder that have their chapters' names."""
    found = {}
    for path in chapter_paths():
        asked, outline = _read(manager, where, path.name)
        if outline and _chapter(outline) == path.stem:
            found[path.stem] = asked, outline
    return found


def _renamed(manager, where, named):
    """Find the copies of the other chapters under whatever names; no more is read than it takes, for many may ask."""
    missing = {path.stem for path in chapter_paths()} - named.keys()
    found = {}
    for name in _others(manager, where, named) if missing else ():
        if _may_be(manager, where, name, missing - found.keys()):
            asked, outline = _read(manager, where, name)
            if outline and _chapter(outline) in missing - found.keys():
                found[_chapter(outline)] = asked, outline
        if len(found) == len(missing):
            break
    return found


def _others(manager, where, named):
    """Name the notebooks of a folder, but for the copies that were found: in order, what was set aside last."""
    try:
        names = {path.name for path in places.folder(manager, where).glob("*.ipynb")}
    except (Refused, OSError):
        return []
    names -= {f"{stem}.ipynb" for stem in named}
    return sorted(names, key=lambda name: (ASIDE in name, name))[:MOST]


def _may_be(manager, where, name, stems):
    """Tell whether a notebook names one of the chapters anywhere, without parsing it."""
    try:
        file = places.notebook_file(manager, f"{where}/{name}")
        if file.stat().st_size > LARGEST:
            return False
        content = file.read_bytes()
    except (Refused, OSError):
        return False
    return any(json.dumps(stem).encode() in content for stem in stems)


def _read(manager, where, name):
    """Read a notebook of a folder: (contents path as it was asked for, Outline), or None for what is no copy."""
    asked = "/".join([*filter(None, where.split("/")), name])
    try:
        return asked, Outline.of(places.notebook_file(manager, asked))
    except (Refused, NotebookError, OSError):
        return asked, None


def _chapter(outline):
    return metadata_of(outline.learner).get("chapter")


def _describe_chapter(path, asked, copy):
    pristine = copy.pristine if copy else reading.load(path)
    exercises = reading.exercises(pristine, path.name)
    return {
        "stem": path.stem,
        "title": chapter_title(pristine) or path.stem,
        "path": asked,
        "points": total(copy.views(State(copy.file, path.stem)))["points"] if copy else 0,
        "possible": sum(exercise.points for exercise in exercises),
        "exercises": len(exercises),
    }
