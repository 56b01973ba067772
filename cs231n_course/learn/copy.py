"""Write the course into the learner's folder, and bring an older copy up to date, so that nothing of theirs is lost.

A file is replaced only by a rename of a whole new one, after the old one has got a second name beside it. So whenever
this is killed, or the disk is full, each file there is either as it was or as it shall be.
"""

import contextlib
import datetime
import hashlib
import json
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from cs231n_course.notebooks import reading
from cs231n_course.notebooks.bibliography import as_markdown
from cs231n_course.notebooks.mistakes import FOLDER as MISTAKES
from cs231n_course.notebooks.paths import chapters_dir
from cs231n_course.notebooks.reading import NotebookError
from cs231n_course.notebooks.release import released

INDEX = "index.md"
RECORD = ".cs231n.json"  # in the learner's folder: what the course wrote there beside the chapters


@dataclass
class Copied:
    """Holds the names of the files that were written anew, brought up to date, and kept as they were.

    updated and kept are {name: what there is to say}.
    """

    written: list = field(default_factory=list)
    updated: dict = field(default_factory=dict)
    kept: dict = field(default_factory=dict)


def copy_course(folder, copied=None):
    """Bring a folder up to date with the course: give Copied, also filled while the work goes on.

    Files that the folder lacks are written. A chapter of an older release is replaced by the new one with the learner's
    work carried into it, and the old file is kept beside it. Raises OSError if the folder can't be written to.
    """
    copied = Copied() if copied is None else copied
    folder = Path(folder)
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(f"{folder} is a file, not a folder. Give another DIR.")
    folder.mkdir(parents=True, exist_ok=True)
    if folder.resolve() == chapters_dir().resolve():
        raise FileExistsError(f"{folder} holds the course's own chapters. Give another DIR for your copy.")
    notebooks = released()
    with _alone_in(folder):
        _sweep(folder / RECORD)
        for name, nb in notebooks:
            _sweep(folder / name)
            _bring_chapter(folder / name, nb, copied)
        _bring_files(folder, linked_files(nb for _, nb in notebooks), copied)
    return copied


def linked_files(notebooks):
    """List the files beside the chapters that the index, or a page or notebook reached from it, names.

    The known wrong answers are not among them, whoever names them.
    """
    place = chapters_dir()
    others = {path.relative_to(place) for path in place.rglob("*") if path.is_file()}
    others = {path.as_posix() for path in others if path.suffix != ".ipynb" and path.parts[0] != MISTAKES}
    others = {name for name in others if not name.startswith(".")}
    texts = [cell["source"] for nb in notebooks for cell in nb["cells"]]
    found = {INDEX} & others
    waiting = sorted(found)
    while texts or waiting:
        if not texts:
            name = waiting.pop()
            texts = [(place / name).read_text(encoding="utf-8")] if name.endswith(".md") else []
            continue
        text = texts.pop()
        new = {name for name in others - found if re.search(rf"(?<![\w/.-]){re.escape(name)}(?![\w-])", text)}
        found |= new
        waiting += sorted(new)
    return sorted(found)


@contextlib.contextmanager
def _alone_in(folder):
    """Wait for another `cs231n learn` on the same folder, where the system has locks."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # a network's file system without locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _sweep(path):
    """Take away what a run that was killed has left half written."""
    for left in path.parent.glob(f".{path.name}.*.tmp"):
        with contextlib.suppress(OSError):
            left.unlink()


def _bring_chapter(path, new, copied):
    if not path.exists():
        reading.write(path, new, overwrite=False)
        _sign(path)
        copied.written.append(path.name)
        return
    from cs231n_course.learn.merge import belongs, carry, is_current

    try:
        old = reading.read(path)
        if not belongs(old, new):
            copied.kept[path.name] = "it is not a copy of this chapter"
        elif is_current(old, new):
            copied.kept[path.name] = ""
        else:
            carried = carry(old, new)
            trusted = _trusted(old)
            kept = _replace(path, lambda prepare: reading.write(path, carried.notebook, prepare=prepare))
            if trusted:
                _sign(path)
            copied.updated[path.name] = _told(carried, kept.name)
    except NotebookError as error:
        copied.kept[path.name] = str(error)


def _replace(path, write):
    """Replace a file, after giving the old one a second name beside it; give that name's path."""
    kept = []
    write(lambda: kept.append(_keep_beside(path)))
    return kept[0]


def _keep_beside(path):
    """Give a file a second name, with today's date in it, that no file has; give its path."""
    today = datetime.date.today().isoformat()
    for number in range(1, 1000):
        again = f"-{number}" if number > 1 else ""
        beside = path.with_name(f"{path.stem}.before-{today}{again}{path.suffix}")
        if beside.exists():
            if beside.read_bytes() == path.read_bytes():  # from a run that was killed at this point
                return beside
            continue
        try:
            os.link(path, beside)
        except FileExistsError:
            continue
        except OSError:  # a file system without hard links
            reading.write_bytes(beside, path.read_bytes(), overwrite=False)
        return beside
    raise FileExistsError(f"There are too many old files of {path.name} in {path.parent}; move some away.")


def _told(carried, kept):
    counts = {"answer": carried.answers, "cell of your own": carried.added, "edit": carried.edits}
    plural = {"answer": "answers", "cell of your own": "cells of your own", "edit": "edits"}
    parts = [f"{count} {name if count == 1 else plural[name]}" for name, count in counts.items() if count]
    text = f"{_list(parts) if parts else 'nothing of yours to be'} carried over; your old file is {kept}"
    if carried.left:
        cells = "1 cell that you changed is" if carried.left == 1 else f"{carried.left} cells that you changed are"
        text += f" ({cells} only there)"
    return text


def _list(parts):
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]


def _bring_files(folder, names, copied):
    """Write the other files; replace those that changed in the course, keeping beside them what a learner edited."""
    record = _read_record(folder)
    known = dict(record)
    for name in names:
        path, content = folder / name, _for_learners(chapters_dir() / name)
        _sweep(path)
        course, there = _digest(content), path.exists()
        theirs = _digest(path.read_bytes()) if there else None
        if not there:
            path.parent.mkdir(parents=True, exist_ok=True)
            reading.write_bytes(path, content, overwrite=False)
            copied.written.append(name)
        elif theirs == course or known.get(name) in (course, None):
            copied.kept[name] = ""
        elif theirs == known[name]:
            reading.write_bytes(path, content)
            copied.updated[name] = "you had not changed it"
        else:
            kept = _replace(
                path, lambda prepare, path=path, new=content: reading.write_bytes(path, new, prepare=prepare)
            )
            copied.updated[name] = f"your old file is {kept.relative_to(folder).as_posix()}"
        if theirs in (course, None) or name in copied.updated:
            known[name] = course
    if known != record:
        reading.write_bytes(folder / RECORD, (json.dumps(known, indent=1) + "\n").encode())


def _read_record(folder):
    try:
        found = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _for_learners(path):
    """Read a file of the course as it goes into the learner's copy: a page's bibliography is written out."""
    bibliography = path.with_name("references.bib")
    if path.suffix == ".md" and bibliography.exists():
        text, entries = (one.read_text(encoding="utf-8") for one in (path, bibliography))
        return as_markdown(text, entries).encode()
    return path.read_bytes()


def _digest(content):
    return hashlib.sha256(content).hexdigest()


def _trusted(nb):
    """Tell whether the learner's Jupyter trusts a notebook's outputs."""
    import sqlite3

    from nbformat.sign import NotebookNotary

    with contextlib.suppress(OSError, sqlite3.Error):
        return NotebookNotary().check_signature(nb)
    return False


def _sign(path):
    """Sign a notebook, so that JupyterLab shows its widgets and figures before anything is run."""
    import sqlite3

    from nbformat.sign import NotebookNotary

    with contextlib.suppress(OSError, sqlite3.Error):  # no place for signatures: the learner can still trust it by hand
        NotebookNotary().sign(reading.read(path))
