"""Read and write notebooks, and find the exercises in them.

`load` returns a notebook as the dict of its JSON, with sources and texts joined to one string; `read` returns the same
as nbformat's NotebookNode. nbformat is imported only where it is needed, for it takes longer to import than grading has
to spare.
"""

from __future__ import annotations

import ast
import codecs
import contextlib
import errno
import json
import math
import os
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from cs231n_course.cleaning import clean
from cs231n_course.notebooks import files
from cs231n_course.notebooks.format import (
    CHAPTER_ROLES,
    ROLES,
    Ask,
    AskKind,
    Cell,
    Notebook,
    metadata_of,
    role,
    solutions,
    unix_lines,
)

if TYPE_CHECKING:
    from nbformat import NotebookNode

LONGEST_ERROR = 5000  # characters; a path alone may have 4,096
DEEPEST = 100  # levels of lists and objects; Python's own limit lies at a few hundred
CHECKPOINTS = "Save it again in Jupyter, or take the copy in .ipynb_checkpoints."
MERGE_MARK = re.compile(r"^(<{7}|>{7}|\|{7}|={7})(?=[ \r\n]|\Z)", re.MULTILINE)
# What a file that is no notebook begins with, what it then is, and what to do.
BEGINNINGS = (
    (b"PK\x03\x04", "a zip archive", "Unpack it, and give the notebook in it."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it, and give the notebook in it."),
    (b"%PDF", "a PDF", "Give the notebook that it was printed from."),
    (b"version https://git-lfs", "a pointer of Git LFS", "`git lfs pull` fetches the notebook itself."),
    (b"<", "a web page, maybe one that asks to log in", "Download the notebook itself."),
)
CellsByRole = dict[str, dict[str | None, list[Cell]]]  # {role: {exercise: cells}}
HEADING = re.compile(r"^#+[ \t]+(\S(?:.*\S)?)[ \t]*$", re.MULTILINE)
OPTION = re.compile(r"^ {0,3}(\d+)\. +(\S.*(?:\n {2,}\S.*)*)", re.MULTILINE)  # an item of a numbered list


class NotebookError(Exception):
    """Says, for the person at the keyboard, what is wrong with a notebook and what to try."""

    def __init__(self, text: str) -> None:
        """Take the text, which may quote what the notebook has."""
        super().__init__(clean(text, limit=LONGEST_ERROR))


@dataclass(frozen=True)
class Exercise:
    """One exercise of a pristine chapter: its id and title, the name that the answer defines, and its cells.

    ask is what it asks for, if the answer is a judgement and no code, else None.
    """

    id: str
    title: str
    name: str
    ask: Ask | None
    answer: Cell
    checks: tuple[Cell, ...]
    given: tuple[Cell, ...]
    setup: tuple[Cell, ...]

    @property
    def points(self) -> float:
        """The sum of the checks' points."""
        return sum(metadata_of(cell)["points"] for cell in self.checks)


def load(path: str | Path) -> Notebook:
    """Returns the notebook in a file as a plain dict of format 4.

    Raises NotebookError, with what to try, for a file that is missing, is no JSON, is half saved or is no notebook.
    """
    path = Path(path)
    data = _parse(path)
    if not isinstance(data, dict) or "nbformat" not in data:
        raise NotebookError(f"{path} is JSON but not a notebook: it has no 'nbformat'. Give a file that Jupyter saved.")
    version = data["nbformat"]
    if isinstance(version, bool) or not isinstance(version, int) or not 1 <= version <= 4:
        raise NotebookError(
            f"{path} has notebook format {_short(version)}; this course reads format 4 and older ones. "
            "Open it in JupyterLab and save it as a notebook of format 4."
        )
    if version < 4:
        data = _upgrade(data, path)
    cells = data.get("cells")
    if not isinstance(cells, list):
        raise NotebookError(f"{path} is not a whole notebook: it has no list of cells. {CHECKPOINTS}")
    for number, cell in enumerate(cells, 1):
        if not isinstance(cell, dict):
            raise NotebookError(
                f"{path} is not a whole notebook: its list of cells has {_short(cell)} as number {number}. "
                f"{CHECKPOINTS}"
            )
    _repair_fields(data)
    return _joined(data)


def read(path: str | Path) -> NotebookNode:
    """Returns the notebook in a file as nbformat's NotebookNode. Raises NotebookError as `load` does."""
    import nbformat

    return nbformat.from_dict(load(path))


def write(
    path: str | Path, nb: Notebook, *, overwrite: bool = True, prepare: Callable[[], object] | None = None
) -> None:
    """Write a notebook whole or not at all, as write_bytes does. Raises NotebookError too, if nb is not valid.

    A half of a surrogate pair, which is no character and has no bytes in UTF-8, stays as JSON's escape of it.
    """
    import nbformat

    try:
        nbformat.validate(nb)
    except nbformat.ValidationError as error:
        raise NotebookError(f"{path} would not be a valid notebook: {error.message}") from error
    content = (nbformat.writes(without_infinities(nb)) + "\n").encode(errors="backslashreplace")
    write_bytes(path, content, overwrite=overwrite, prepare=prepare)


def without_infinities(part: Any) -> Any:
    """Returns a part of a notebook with None for NaN and infinities, which JSON has not and no browser reads."""
    if isinstance(part, dict):
        for key, value in part.items():
            part[key] = without_infinities(value)
    elif isinstance(part, list):
        part[:] = [without_infinities(value) for value in part]
    elif isinstance(part, float) and not math.isfinite(part):
        return None
    return part


def write_bytes(
    path: str | Path,
    content: bytes,
    *,
    overwrite: bool = True,
    prepare: Callable[[], object] | None = None,
    mode: int | None = None,
) -> None:
    """Write a file whole or not at all: a temporary file beside it, then a rename.

    mode is who may read and write it, as everybody's new files if it is None. prepare is called in between, when
    nothing but the rename is left to do. Raises FileExistsError if the file exists and overwrite is False; OSError if
    the disk fails.
    """
    path = Path(path)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask() if mode is None else mode)
        if prepare:
            prepare()
        _rename(temporary, path, overwrite)
    finally:
        temporary.unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # where a folder can be synced, the rename outlives a loss of power
        handle = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def chapter_title(nb: Notebook) -> str | None:
    """Returns the first heading of a chapter, or None."""
    headings = (HEADING.search(cell["source"]) for cell in nb["cells"] if cell.get("cell_type") == "markdown")
    return next((heading[1] for heading in headings if heading), None)


def cell_place(nb: Notebook, cell: Cell, file_name: str) -> str:
    """Returns where a cell is, for an error: the notebook's file name, the cell's number from 1, and its id."""
    number = next(number for number, other in enumerate(nb["cells"], 1) if other is cell)
    return f"{file_name}, cell {number} (id {cell.get('id', 'none')})"


def exercises(nb: Notebook, file_name: str) -> list[Exercise]:
    """Returns the exercises of a pristine chapter in the order of their answers.

    Raises NotebookError, which names file and cell, for: an answer without marks, with marks that don't pair, without
    a name or an exercise; two answers to one exercise; an exercise without check; a check without points; a role that
    nobody knows.
    """
    cells: CellsByRole = {"answer": {}, "check": {}, "given": {}}
    for cell in nb["cells"]:
        _require_known_role(nb, cell, file_name)
        kind = role(cell)
        if kind in cells:
            cells[kind].setdefault(metadata_of(cell).get("exercise"), []).append(cell)
    in_order = [_exercise(nb, id, answers, cells, file_name) for id, answers in cells["answer"].items()]
    for kind in ("check", "given"):
        for id, parts in cells[kind].items():
            if id not in cells["answer"] and (kind, id) != ("given", None):
                here = cell_place(nb, parts[0], file_name)
                raise NotebookError(f"{here}: a {kind} for {id!r}, which no answer is for.")
    return in_order


def _exercise(nb: Notebook, id: str | None, answers: list[Cell], cells: CellsByRole, file_name: str) -> Exercise:
    answer, metadata = answers[0], metadata_of(answers[0])
    here = cell_place(nb, answer, file_name)
    if not id:
        raise NotebookError(f"{here}: the answer cell has no exercise in its metadata.")
    if len(answers) > 1:
        raise NotebookError(f"{cell_place(nb, answers[1], file_name)}: a second answer to {id!r}; ids must be unique.")
    if not str(metadata.get("name") or "").isidentifier():
        raise NotebookError(f"{here}: the answer cell's metadata lacks the name that it asks the learner to define.")
    try:
        solutions(answer["source"])
    except ValueError as error:
        raise NotebookError(f"{here}: {error}.") from error
    checks = cells["check"].get(id, [])
    if not checks:
        raise NotebookError(f"{here}: exercise {id!r} has no check cell.")
    for cell in checks:
        points = metadata_of(cell).get("points")
        if isinstance(points, bool) or not isinstance(points, int | float) or points <= 0:
            raise NotebookError(f"{cell_place(nb, cell, file_name)}: the check needs points above 0 in its metadata.")
    setup = tuple(cell for cell in nb["cells"] if role(cell) == "setup")
    given = tuple(
        cell for cell in nb["cells"] if role(cell) == "given" and metadata_of(cell).get("exercise") in (None, id)
    )
    ask = _ask(nb, answer, here)
    return Exercise(id, metadata.get("title") or id, metadata["name"], ask, answer, tuple(checks), given, setup)


def _ask(nb: Notebook, answer: Cell, here: str) -> Ask | None:
    """Returns what an answer cell asks for, if that is a judgement; raises NotebookError where it is not sound."""
    asked = metadata_of(answer).get("ask")
    if asked is None:
        return None
    kind = asked.get("kind")
    if kind not in get_args(AskKind):
        raise NotebookError(f"{here}: asks for {kind!r}, which is not one of {', '.join(get_args(AskKind))}.")
    if metadata_of(answer)["name"] != kind:
        raise NotebookError(f"{here}: asks for a {kind}, so its name must be {kind!r}.")
    ask: Ask = {"kind": kind, "options": [], "unit": asked.get("unit") or "", "cells": []}
    if kind == "choice":
        ask["options"] = _options(nb, answer)
        if len(ask["options"]) < 2:
            raise NotebookError(
                f"{here}: asks for a choice, so a list numbered from 1 must stand in the text above it."
            )
    if kind == "cell":
        ask["cells"] = asked.get("cells") or []
        if not ask["cells"] or not ask["cells"][0] or len({len(row) for row in ask["cells"]}) > 1:
            raise NotebookError(f"{here}: asks for a cell, so it needs cells, rows of equal length.")
    return ask


def _options(nb: Notebook, answer: Cell) -> list[str]:
    """Returns the last list that is numbered from 1 in the text above an answer, each item as one line."""
    options: list[str] = []
    before = nb["cells"][: next(number for number, cell in enumerate(nb["cells"]) if cell is answer)]
    text = next((cell["source"] for cell in reversed(before) if cell.get("cell_type") == "markdown"), "")
    for number, item in OPTION.findall(text):
        options = [] if number == "1" else options
        if int(number) == len(options) + 1:
            options.append(" ".join(item.split()))
    return options


def edges_of(check: Cell) -> list[float]:
    """Returns where the ranges begin that a check sorts a number into, as check.judge has them, or []."""
    keywords = [node for node in ast.walk(ast.parse(check["source"])) if isinstance(node, ast.keyword)]
    return next((ast.literal_eval(node.value) for node in keywords if node.arg == "edges"), [])


def _require_known_role(nb: Notebook, cell: Cell, file_name: str) -> None:
    cell_role = role(cell)
    if cell_role is None:
        return
    here = cell_place(nb, cell, file_name)
    if cell_role not in ROLES:
        raise NotebookError(f"{here}: role {cell_role!r} is not one of {', '.join(sorted(ROLES))}.")
    if cell_role not in CHAPTER_ROLES:
        raise NotebookError(f"{here}: a chapter has no hint cells; they are made from the answer's metadata.")
    if cell.get("cell_type") != "code":
        raise NotebookError(f"{here}: a cell of role {cell_role!r} must be a code cell.")
    if cell_role == "question" and not metadata_of(cell).get("question"):
        raise NotebookError(f"{here}: a question needs an id, `question`, in its metadata.")


def _parse(path: Path) -> Any:
    """Returns the JSON in a file. Raises NotebookError."""
    text = _text_of(path, _content(path))
    try:
        data = files.parse_json(text)
        if _depth(data) > DEEPEST:
            raise RecursionError
        return data
    except files.TooLarge as error:
        raise NotebookError(f"{path} holds {error.strerror}. Clear its outputs and save it again.") from None
    except RecursionError:
        raise NotebookError(f"{path} is not a notebook: its JSON is nested too deeply. {CHECKPOINTS}") from None
    except json.JSONDecodeError as error:
        raise NotebookError(_why_no_json(path, text, error)) from None
    except ValueError as error:  # as a number of thousands of digits
        raise NotebookError(f"{path} is not a notebook: {error}. {CHECKPOINTS}") from None


def _depth(data: Any) -> int:
    """Returns how deep lists and objects are nested, at most DEEPEST + 1."""
    level, depth = [data], 0
    while level and depth <= DEEPEST:
        parts = [part for part in level if isinstance(part, dict | list)]
        level = [value for part in parts for value in (part.values() if isinstance(part, dict) else part)]
        depth += 1
    return depth


def _content(path: Path) -> bytes:
    """Returns what a file holds. Raises NotebookError; never waits for what is no file, as a named pipe."""
    try:
        return files.read_bytes(path)
    except IsADirectoryError:
        raise NotebookError(f"{path} is a folder; give the notebook in it.") from None
    except files.NotAFile:
        raise NotebookError(f"{path} is not a file but a pipe or a device; give a notebook's file.") from None
    except files.TooLarge:
        raise NotebookError(
            f"{path} is larger than {files.LARGEST // 1_000_000} MB. Clear its outputs and save it again."
        ) from None
    except FileNotFoundError:
        if path.is_symlink():
            raise NotebookError(f"{path} is a link to a file that is not there. Give the file itself.") from None
        raise NotebookError(f"There is no file {path}. Is its name spelled right?") from None
    except PermissionError as error:
        hint = "Its owner may let you read it: chmod u+r"
        raise NotebookError(f"{path} can't be read: {error.strerror}. {hint}.") from None
    except OSError as error:
        hint = " It is a link that leads to itself." if error.errno == errno.ELOOP else ""
        raise NotebookError(f"{path} can't be read: {error.strerror}.{hint} Give another file.") from None


def _text_of(path: Path, content: bytes) -> str:
    """Returns a notebook's text. Raises NotebookError for what is empty or begins as something else."""
    if not content.strip():
        raise NotebookError(f"{path} is empty: it was saved only half. {CHECKPOINTS}")
    for beginning, kind, hint in BEGINNINGS:
        if content.lstrip().startswith(beginning):
            if beginning == b"<" and MERGE_MARK.match(content.lstrip()[:8].decode("latin-1")):
                break
            raise NotebookError(f"{path} is not a notebook but {kind}. {hint}")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and _is_utf16(content):
            hint = "Save it as UTF-8 in an editor."
            raise NotebookError(f"{path} is text in UTF-16, which Jupyter can't read either. {hint}") from None
        hint = "Save it as UTF-8 in an editor, or give the file that Jupyter saved."
        raise NotebookError(f"{path} is not a notebook: it is not text in UTF-8. {hint}") from None
    if not text.strip("\0 \t\r\n"):
        raise NotebookError(f"{path} holds nothing but zeros: it was saved only half. {CHECKPOINTS}")
    return text


def _is_utf16(content: bytes) -> bool:
    try:
        content.decode("utf-16")
    except UnicodeDecodeError:
        return False
    return True


def _why_no_json(path: Path, text: str, error: json.JSONDecodeError) -> str:
    """Returns why a text is no notebook, and what to do."""
    marks = list(MERGE_MARK.finditer(text))
    if any(mark[0][0] in "<>" for mark in marks) or (marks and text.lstrip().startswith("{")):
        line = text.count("\n", 0, marks[0].start()) + 1
        return (
            f"{path} holds the marks of a git merge, at line {line}. Take one side whole, `git checkout --ours` or "
            "`--theirs` with the file's name, or merge cell by cell with `nbdime`; then give it again."
        )
    if not text.lstrip().startswith(("{", "[")):
        line = text.strip().splitlines()[0]
        return (
            f"{path} is not a notebook: it begins with {_short(line)}, so it is not JSON at line 1. "
            "Give a file that Jupyter saved."
        )
    if error.pos >= len(text.rstrip("\0 \t\r\n")) - 1 or "Unterminated" in error.msg:
        return f"{path} ends in the middle: it was saved only half. {CHECKPOINTS}"
    return f"{path} is not a notebook: not JSON at line {error.lineno} ({error.msg}). {CHECKPOINTS}"


def _short(value: Any) -> str:
    """Returns a value as an error tells it."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10**20:
        return "a huge number"
    text = json.dumps(value)
    return text if len(text) <= 40 else f"{text[:37]}..."


def _upgrade(data: dict[str, Any], path: Path) -> Notebook:
    import nbformat

    try:
        return dict(nbformat.reads(json.dumps(data), 4))
    except Exception as error:
        raise NotebookError(
            f"{path} has the old notebook format {data['nbformat']}, and it can't be upgraded ({error}). "
            "Open it in Jupyter and save it again."
        ) from error


def _joined(data: Notebook) -> Notebook:
    """Returns the notebook, its lists of lines joined to texts, and what an odd notebook lacks filled in."""
    _repair_metadata(data)
    for cell in data["cells"]:
        _repair_metadata(cell)
        cell["source"] = unix_lines(_text(cell.get("source")))
        if not isinstance(cell.get("id", ""), str):
            del cell["id"]
        if "outputs" in cell:
            outputs = cell["outputs"] if isinstance(cell["outputs"], list) else []
            cell["outputs"] = [output for output in outputs if isinstance(output, dict)]
        for output in cell.get("outputs", []):
            if "text" in output:
                output["text"] = _text(output["text"])
            bundle = output.get("data")
            for mime in bundle if isinstance(bundle, dict) else ():
                if mime != "application/json" and not mime.endswith("+json"):
                    bundle[mime] = _text(bundle[mime])
    return data


def _repair_fields(data: Notebook) -> None:
    """Make sure that what Jupyter expects of a notebook and its cells is there and of its type."""
    if not isinstance(data.get("nbformat_minor"), int) or not 0 <= data["nbformat_minor"] <= 1000:
        data["nbformat_minor"] = 5
    for cell in data["cells"]:
        if cell.get("cell_type") not in ("code", "markdown", "raw"):
            cell["cell_type"] = "raw"


def _repair_metadata(owner: dict[str, Any]) -> None:
    """Make sure that a notebook or a cell has metadata, and that what names a thing in it is text."""
    if not isinstance(owner.get("metadata"), dict):
        owner["metadata"] = {}
    if "tags" in owner["metadata"]:
        tags = owner["metadata"]["tags"]
        owner["metadata"]["tags"] = [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []
    own = metadata_of(owner)
    for key in ("chapter", "role", "exercise", "question", "reveals", "name", "title", "fold"):
        if not isinstance(own.get(key, ""), str):
            del own[key]
    release = own.get("release")
    if release is not None and not _is_release(release):
        del own["release"]


def _is_release(record: Any) -> bool:
    """Returns whether the record of a release has the form that the release writes, as far as it goes."""
    if not isinstance(record, dict) or not isinstance(record.get("digest", ""), str):
        return False
    digests = record.get("cells", {})
    return isinstance(digests, dict) and all(isinstance(digest, str) for digest in digests.values())


def _text(lines: Any) -> str:
    return "".join(str(line) for line in lines) if isinstance(lines, list) else str(lines or "")


def _rename(temporary: Path, path: Path, overwrite: bool) -> None:
    if overwrite:
        temporary.replace(path)
        return
    try:
        os.link(temporary, path)  # unlike a rename, fails when the file exists
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileExistsError(f"{path} is there already") from None
        temporary.replace(path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
