"""Turn the paths that a browser sends into files, none of them outside the folder that Jupyter serves."""

from pathlib import Path

from jupyter_core.paths import is_hidden
from jupyter_server.services.contents.filemanager import FileContentsManager

from cs231n_course.server.errors import Refused

WHERE = "in the folder that Jupyter shows. Was it moved, renamed or deleted?"
OPEN = "If it is open here, save it (Ctrl+S): that writes it again."
LINKS = "(Links that lead out are not followed.)"


def notebook_file(manager, path):
    """Find the notebook at a contents path. Raises Refused."""
    file = _inside(manager, path)
    if file is None or file.suffix != ".ipynb" or not file.is_file():
        raise Refused(404, f"There is no notebook {path!r} {WHERE} {OPEN} {LINKS}")
    return file


def folder(manager, path):
    """Find the folder at a contents path; "" is the folder that Jupyter serves. Raises Refused."""
    found = _inside(manager, path)
    if found is None or not found.is_dir():
        raise Refused(404, f"There is no folder {path!r} {WHERE} {LINKS}")
    return found


def _inside(manager, path):
    """Find what a contents path names, with its links followed, or None: if it is not there, hidden or outside."""
    root = _root(manager)
    try:
        parts = [part for part in path.split("/") if part]
        asked = root.joinpath(*parts)
        found = asked.resolve(strict=True)
    except (OSError, ValueError, RuntimeError):
        return None
    if not found.is_relative_to(root) or any(part in (".", "..") for part in parts):
        return None
    if not manager.allow_hidden and (is_hidden(str(found), str(root)) or any(part[0] == "." for part in parts)):
        return None
    return found


def _root(manager):
    if not isinstance(manager, FileContentsManager):
        kind = type(manager).__name__
        elsewhere = f"The course checks notebooks on this computer's disk, but Jupyter keeps them elsewhere ({kind})."
        raise Refused(501, f"{elsewhere} Download the notebook and run `cs231n grade` on it.")
    return Path(manager.root_dir).resolve()
