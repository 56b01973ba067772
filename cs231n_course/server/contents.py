"""Files for the paths that a browser sends, none of them outside the folder that Jupyter serves."""

from pathlib import Path

from jupyter_core.paths import is_hidden
from jupyter_server.services.contents.filemanager import FileContentsManager

from cs231n_course.server.errors import RequestError

WHERE = "in the folder that Jupyter shows. Was it moved, renamed or deleted?"
IF_OPEN = "If it is open here, save it (Ctrl+S): that writes it again."
LINKS = "(Links that lead out are not followed.)"


def notebook_file(manager, path: str) -> Path:
    """Returns the file of the notebook at a contents path. Raises RequestError."""
    file = _resolve(manager, path)
    if file is None or file.suffix != ".ipynb" or not file.is_file():
        raise RequestError(404, f"There is no notebook {path!r} {WHERE} {IF_OPEN} {LINKS}")
    return file


def folder(manager, path: str) -> Path:
    """Returns the folder at a contents path; "" is the folder that Jupyter serves. Raises RequestError."""
    found = _resolve(manager, path)
    if found is None or not found.is_dir():
        raise RequestError(404, f"There is no folder {path!r} {WHERE} {LINKS}")
    return found


def _resolve(manager, path):
    """Returns what a contents path names, its links followed; None if it is not there, hidden or outside."""
    root = _root(manager)
    parts = [part for part in path.split("/") if part]
    try:
        found = root.joinpath(*parts).resolve(strict=True)
    except (OSError, ValueError, RuntimeError):
        return None
    if not found.is_relative_to(root) or any(part in (".", "..") for part in parts):
        return None
    if not manager.allow_hidden and (is_hidden(str(found), str(root)) or any(part[0] == "." for part in parts)):
        return None
    return found


def _root(manager):
    if not isinstance(manager, FileContentsManager):
        raise RequestError(
            501,
            "The course checks notebooks on this computer's disk, but Jupyter keeps them elsewhere "
            f"({type(manager).__name__}). Download the notebook and run `cs231n grade` on it.",
        )
    return Path(manager.root_dir).resolve()
