"""Write the course into the learner's folder, and bring an older copy up to date, so that nothing of theirs is lost.

A file is replaced only by a rename of a whole new one, after the old one has got a second name beside it. So whenever
this is killed, or the disk is full, each file is either the old one or the new one, whole.
"""

from __future__ import annotations

import contextlib
import copy
import datetime
import functools
import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cs231n_course.notebooks import files, reading
from cs231n_course.notebooks.bibliography import as_markdown
from cs231n_course.notebooks.format import Notebook
from cs231n_course.notebooks.mistakes import FOLDER as MISTAKES
from cs231n_course.notebooks.paths import chapters_dir
from cs231n_course.notebooks.reading import NotebookError
from cs231n_course.notebooks.release import release_all

if TYPE_CHECKING:
    from cs231n_course.learn.merge import Merged

INDEX = "index.md"
# In the learner's folder: what the course wrote there. {name: digest}; of a chapter its last releases, newest first.
RECORD = ".cs231n.json"
RELEASES = 3  # of a chapter that the record keeps


@dataclass
class Copied:
    """The names of the files that were written anew, brought up to date, and kept as they were.

    updated and kept are {name: what the learner is told about it}.
    """

    written: list[str] = field(default_factory=list)
    updated: dict[str, str] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)


def copy_course(folder: str | Path, copied: Copied | None = None) -> Copied:
    """Returns what was done to bring a folder up to date with the course; `copied` is also filled along the way.

    Files that the folder lacks are written. A chapter of an older release is replaced by the new one with the learner's
    work merged into it, and the old file is kept beside it. Raises OSError if the folder can't be written to.
    """
    copied = Copied() if copied is None else copied
    folder = Path(folder)
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(f"{folder} is a file, not a folder. Give another DIR.")
    folder.mkdir(parents=True, exist_ok=True)
    if folder.resolve() == chapters_dir().resolve():
        raise FileExistsError(f"{folder} holds the course's own chapters. Give another DIR for your copy.")
    notebooks = release_all()
    with _locked(folder):
        _remove_half_written(folder / RECORD)
        for name, nb in notebooks:
            _remove_half_written(folder / name)
            with _recorded(folder) as record:
                _update_chapter(folder / name, nb, copied, record)
        _update_files(folder, linked_files((nb for _, nb in notebooks), chapters_dir()), copied)
    return copied


def linked_files(notebooks: Iterable[Notebook], chapters: Path) -> list[str]:
    """Returns the files in the chapters' folder that the index, or a page or notebook reached from it, names.

    The known wrong answers are not among them, whoever names them.
    """
    paths = {path.relative_to(chapters) for path in chapters.rglob("*") if path.is_file()}
    names = {path.as_posix() for path in paths if path.suffix != ".ipynb" and path.parts[0] != MISTAKES}
    names = {name for name in names if not name.startswith(".")}
    texts = [cell["source"] for nb in notebooks for cell in nb["cells"]]
    linked = {INDEX} & names
    unread = sorted(linked)
    while texts or unread:
        if not texts:
            name = unread.pop()
            texts = [(chapters / name).read_text(encoding="utf-8")] if name.endswith(".md") else []
            continue
        text = texts.pop()
        new = {name for name in names - linked if re.search(rf"(?<![\w/.-]){re.escape(name)}(?![\w-])", text)}
        linked |= new
        unread += sorted(new)
    return sorted(linked)


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
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


def _remove_half_written(path: Path) -> None:
    """Remove what a run that was killed had begun to write for this path."""
    for temporary in path.parent.glob(f".{path.name}.*.tmp"):
        with contextlib.suppress(OSError):
            temporary.unlink()


def _update_chapter(path: Path, new: Notebook, copied: Copied, record: dict[str, Any]) -> None:
    """Write a chapter's release, or merge what the learner's file has into it; note in `copied` what was done."""
    from cs231n_course.learn.base import base_of, described, is_release

    written = [release for release in record.get(path.name) or () if is_release(release)]
    newest = [described(new)]
    newest += [release for release in written if release != newest[0]][: RELEASES - 1]
    if not os.path.lexists(path):
        reading.write(path, new, overwrite=False)
        _sign(path)
        copied.written.append(path.name)
        record[path.name] = newest
        return
    from cs231n_course.learn.merge import is_copy_of, merge, repair

    try:
        old = reading.read(path)
        if not is_copy_of(old, new):
            copied.kept[path.name] = "it is not a copy of this chapter"
            return
        base = base_of(old, new, written)
        if base.digest == newest[0]["digest"]:
            merged, tell = repair(old, new), _describe_repair
        else:
            merged, tell = merge(old, new, base), _describe_merge
        if merged is None:
            copied.kept[path.name] = ""
        else:
            trusted = _trusted(old)
            kept = _replace(path, functools.partial(reading.write, path, merged.notebook))
            if trusted:
                _sign(path)
            copied.updated[path.name] = tell(merged, kept.name)
        record[path.name] = newest
    except NotebookError as error:
        copied.kept[path.name] = str(error)


def _replace(path: Path, write: Callable[..., object]) -> Path:
    """Replace a file, after giving the old one a second name beside it. Returns that name's path.

    `write` writes the new file, and calls its argument `prepare` just before the new one takes the old one's name.
    """
    kept: list[Path] = []
    write(prepare=lambda: kept.append(_keep_beside(path)))
    return kept[0]


def _keep_beside(path: Path) -> Path:
    """Give a file a second name, with today's date in it, that no file has. Returns its path."""
    today = datetime.date.today().isoformat()
    for number in range(1, 1000):
        suffix = f"-{number}" if number > 1 else ""
        beside = path.with_name(f"{path.stem}.before-{today}{suffix}{path.suffix}")
        if os.path.lexists(beside):
            if _has_content_of(beside, path):  # from a run that was killed at this point
                return beside
            continue
        try:
            os.link(path, beside)
        except FileExistsError:
            continue
        except OSError:  # a file system without hard links
            reading.write_bytes(beside, files.read_bytes(path), overwrite=False)
        return beside
    raise FileExistsError(f"There are too many old files of {path.name} in {path.parent}; move some away.")


def _has_content_of(beside: Path, path: Path) -> bool:
    """Returns whether a file that has an old file's name is a copy of another."""
    with contextlib.suppress(OSError):  # it is no file, or can't be read
        return files.read_bytes(beside) == files.read_bytes(path)
    return False


def _describe_merge(merged: Merged, kept: str) -> str:
    """Returns what the learner is told about a chapter that was brought up to date; kept is the old file's name."""
    text = f"{_counts(merged) or 'nothing of yours to be'} carried over; your old file is {kept}"
    if merged.left:
        cells = "1 cell that you changed is" if merged.left == 1 else f"{merged.left} cells that you changed are"
        text += f" ({cells} only there)"
    if merged.unsure:
        stay, has = ("1 cell stays as it is", "it") if merged.unsure == 1 else (f"{merged.unsure} cells stay", "them")
        text += f"; {stay} in your file, since nothing there says whether you or the course changed {has}"
    return text


def _describe_repair(repaired: Merged, kept: str) -> str:
    """Returns what the learner is told about a chapter whose cells have their ids back; kept is the old file's name."""
    text = "another program had changed the ids by which the course knows its cells; they are right again"
    counts = _counts(repaired)
    return (
        f"{text}, with {counts} where they were; your old file is {kept}"
        if counts
        else f"{text}; your old file is {kept}"
    )


def _counts(merged: Merged) -> str:
    """Returns how many answers, guesses, cells and edits of the learner's a notebook has, in words."""
    counts = {
        "answer": merged.answers,
        "guess": merged.guesses,
        "cell of your own": merged.added,
        "edit": merged.edits,
    }
    plural = {"answer": "answers", "guess": "guesses", "cell of your own": "cells of your own", "edit": "edits"}
    return _list([f"{count} {name if count == 1 else plural[name]}" for name, count in counts.items() if count])


def _list(parts: list[str]) -> str:
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)


def _update_files(folder: Path, names: Iterable[str], copied: Copied) -> None:
    """Write the other files; replace those that changed in the course, keeping beside them what a learner edited."""
    with _recorded(folder) as digests:  # {name: digest of the file as the course last wrote it here}
        for name in names:
            _update_file(folder, name, digests, copied)


def _update_file(folder: Path, name: str, digests: dict[str, Any], copied: Copied) -> None:
    path, content = folder / name, learner_content(chapters_dir() / name)
    if obstacle := _obstacle(path, folder):
        copied.kept[name] = obstacle
        return
    _remove_half_written(path)
    try:
        new, old = _digest(content), _digest(files.read_bytes(path)) if path.exists() else None
    except files.TooLarge:
        copied.kept[name] = f"it is larger than {files.LARGEST // 1_000_000} MB; move it away to get the course's own"
        return
    if old is None:
        path.parent.mkdir(parents=True, exist_ok=True)
        reading.write_bytes(path, content, overwrite=False)
        copied.written.append(name)
    elif old == new or digests.get(name) in (new, None):
        copied.kept[name] = ""
    elif old == digests[name]:
        reading.write_bytes(path, content)
        copied.updated[name] = "you had not changed it"
    else:
        kept = _replace(path, functools.partial(reading.write_bytes, path, content))
        copied.updated[name] = f"your old file is {kept.relative_to(folder).as_posix()}"
    if old in (new, None) or name in copied.updated:
        digests[name] = new


@contextlib.contextmanager
def _recorded(folder: Path) -> Iterator[dict[str, Any]]:
    """Yields what the course has written into a folder; what is changed in it is kept."""
    path = folder / RECORD
    record: Any = {}
    if not _obstacle(path, folder):
        with contextlib.suppress(OSError, ValueError, RecursionError):
            record = files.parse_json(files.read_bytes(path).decode("utf-8-sig"))
    record = record if isinstance(record, dict) else {}
    before = copy.deepcopy(record)
    yield record
    if record != before and not _obstacle(path, folder):
        reading.write_bytes(path, (json.dumps(record, indent=1) + "\n").encode())


def _obstacle(path: Path, folder: Path) -> str | None:
    """Returns why a file of the course can't stand at a path in the learner's folder, or None."""
    for parent in path.relative_to(folder).parents:
        if os.path.lexists(folder / parent) and not (folder / parent).is_dir():
            return f"{parent} is not a folder, so it can't stand there; give that another name"
    if os.path.lexists(path) and not path.is_file():
        return "it is not a file, so the course's own can't stand there; give it another name"
    return "it can't be read" if path.exists() and not os.access(path, os.R_OK) else None


def learner_content(path: Path) -> bytes:
    """Returns a file of the course as it goes into the learner's copy: a page's bibliography is written out."""
    bibliography = path.with_name("references.bib")
    if path.suffix == ".md" and bibliography.exists():
        page, entries = path.read_text(encoding="utf-8"), bibliography.read_text(encoding="utf-8")
        return as_markdown(page, entries).encode()
    return path.read_bytes()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _trusted(nb: Notebook) -> bool:
    """Returns whether the learner's Jupyter trusts a notebook's outputs."""
    import sqlite3

    from nbformat.sign import NotebookNotary

    with contextlib.suppress(OSError, sqlite3.Error, UnicodeError):  # a character cut in two can't be signed
        return NotebookNotary().check_signature(nb)
    return False


def _sign(path: Path) -> None:
    """Sign a notebook, so that JupyterLab shows its widgets and figures before anything is run."""
    import sqlite3

    from nbformat.sign import NotebookNotary

    # No place for signatures, or a character cut in two: the learner can still trust it by hand.
    with contextlib.suppress(OSError, sqlite3.Error, UnicodeError):
        NotebookNotary().sign(reading.read(path))
