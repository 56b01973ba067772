"""Read and write notebooks, and find the exercises in them.

Notebooks are the dicts of their JSON, with sources and texts joined to one string; `read` gives the same as nbformat's
NotebookNode. nbformat is imported only where it is needed, for it takes longer to import than grading has to spare.
"""

import contextlib
import json
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

KNOWN_ROLES = {"setup", "given", "answer", "check", "hint"}
LARGEST = 100_000_000
EXPORT = re.compile(r"\A#\|[ \t]*exporti?[ \t]+([\w.]+)[^\n]*\n*")  # the line that sends a cell into a module of the kit
BEGIN = re.compile(r"^[ \t]*### BEGIN SOLUTION[ \t]*$", re.MULTILINE)
END = re.compile(r"^[ \t]*### END SOLUTION[ \t]*$", re.MULTILINE)


class NotebookError(Exception):
    """Says, for the person at the keyboard, what is wrong with a notebook and what to try."""


@dataclass(frozen=True)
class Exercise:
    """Holds the cells of one exercise of a pristine chapter."""

    id: str
    title: str
    name: str
    answer: dict
    checks: tuple
    given: tuple
    setup: tuple

    @property
    def points(self):
        """Add up the points of the checks."""
        return sum(course(cell)["points"] for cell in self.checks)


def load(path):
    """Read a notebook as a plain dict of format 4.

    Raises NotebookError, with what to try, for a file that is missing, is no JSON, is half saved or is no notebook.
    """
    path = Path(path)
    data = _parse(path)
    if not isinstance(data, dict) or not isinstance(data.get("nbformat"), int):
        raise NotebookError(f"{path} is JSON but not a notebook: it has no 'nbformat'. Give a file that Jupyter saved.")
    if data["nbformat"] < 4:
        data = _upgrade(data, path)
    if data["nbformat"] > 4:
        raise NotebookError(
            f"{path} has notebook format {data['nbformat']}; this course reads format 4 and older ones."
        )
    if not isinstance(data.get("cells"), list) or not all(isinstance(cell, dict) for cell in data["cells"]):
        raise NotebookError(f"{path} is not a whole notebook: it has no list of cells. Save it again in Jupyter.")
    return _joined(data)


def read(path):
    """Read a notebook as nbformat's NotebookNode. Raises NotebookError as `load` does."""
    import nbformat

    return nbformat.from_dict(load(path))


def write(path, nb, *, overwrite=True, prepare=None):
    """Write a notebook whole or not at all, as write_bytes does. Raises NotebookError too, if nb is not valid."""
    import nbformat

    try:
        nbformat.validate(nb)
    except nbformat.ValidationError as error:
        raise NotebookError(f"{path} would not be a valid notebook: {error.message}") from error
    write_bytes(path, (nbformat.writes(nb) + "\n").encode(), overwrite=overwrite, prepare=prepare)


def write_bytes(path, content, *, overwrite=True, prepare=None, mode=None):
    """Write a file whole or not at all: a temporary file beside it, then a rename.

    mode is who may read and write it, as everybody's new files if it is not given. prepare, if given, is called in
    between, when nothing but the rename is left to do. Raises FileExistsError if the file is there and overwrite is
    False; OSError if the disk says no.
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
        _place(temporary, path, overwrite)
    finally:
        temporary.unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # where a folder can be synced, the rename outlives a loss of power
        handle = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def course(cell):
    """Give what the course keeps in a cell's (or a notebook's) metadata: a dict, empty if there is nothing."""
    metadata = cell.get("metadata")
    found = metadata.get("cs231n") if isinstance(metadata, dict) else None
    return found if isinstance(found, dict) else {}


def role(cell):
    """Give a cell's role, or None."""
    return course(cell).get("role")


def place(nb, cell, where):
    """Name a cell for an error: notebook, place from 1, and id."""
    number = next(i for i, other in enumerate(nb["cells"], 1) if other is cell)
    return f"{where}, cell {number} (id {cell.get('id', 'none')})"


def exercises(nb, where):
    """List the exercises of a pristine chapter in the order of their answers.

    Raises NotebookError that names notebook and cell for: an answer without marks, with marks that don't pair, without
    a name or an exercise; two answers to one exercise; an exercise without check; a check without points; a role that
    nobody knows.
    """
    parts = {"answer": {}, "check": {}, "given": {}}
    for cell in nb["cells"]:
        _require_known(nb, cell, where)
        if role(cell) in parts:
            parts[role(cell)].setdefault(course(cell).get("exercise"), []).append(cell)
    found = [_exercise(nb, name, cells, parts, where) for name, cells in parts["answer"].items()]
    for kind in ("check", "given"):
        for name, cells in parts[kind].items():
            if name not in parts["answer"] and (kind, name) != ("given", None):
                raise NotebookError(f"{place(nb, cells[0], where)}: a {kind} for {name!r}, which no answer is for.")
    return found


def solution_spans(source):
    """Find the parts between the solution marks: a list of (begin match, end match).

    Raises ValueError in words if there are none or they do not pair.
    """
    begins, ends = list(BEGIN.finditer(source)), list(END.finditer(source))
    if not begins and not ends:
        raise ValueError("the answer has no '### BEGIN SOLUTION' and '### END SOLUTION' around the part to write")
    marks = sorted(begins + ends, key=lambda mark: mark.start())
    if len(begins) != len(ends) or marks[::2] != begins or marks[1::2] != ends:
        raise ValueError("the solution marks do not pair: each '### BEGIN SOLUTION' needs one '### END SOLUTION'")
    return list(zip(begins, ends, strict=True))


def _exercise(nb, name, answers, parts, where):
    answer, known = answers[0], course(answers[0])
    here = place(nb, answer, where)
    if not name:
        raise NotebookError(f"{here}: the answer cell has no exercise in its metadata.")
    if len(answers) > 1:
        raise NotebookError(f"{place(nb, answers[1], where)}: a second answer to {name!r}; ids must be unique.")
    if not str(known.get("name") or "").isidentifier():
        raise NotebookError(f"{here}: the answer cell's metadata lacks the name that it asks the learner to define.")
    try:
        solution_spans(answer["source"])
    except ValueError as error:
        raise NotebookError(f"{here}: {error}.") from error
    checks = parts["check"].get(name, [])
    if not checks:
        raise NotebookError(f"{here}: exercise {name!r} has no check cell.")
    for cell in checks:
        points = course(cell).get("points")
        if isinstance(points, bool) or not isinstance(points, int | float) or points <= 0:
            raise NotebookError(f"{place(nb, cell, where)}: the check needs points above 0 in its metadata.")
    setup = tuple(cell for cell in nb["cells"] if role(cell) == "setup")
    given = tuple(
        cell for cell in nb["cells"] if role(cell) == "given" and course(cell).get("exercise") in (None, name)
    )
    return Exercise(name, known.get("title") or name, known["name"], answer, tuple(checks), given, setup)


def _require_known(nb, cell, where):
    found = role(cell)
    if found is None:
        return
    here = place(nb, cell, where)
    if found not in KNOWN_ROLES:
        raise NotebookError(f"{here}: role {found!r} is not one of {', '.join(sorted(KNOWN_ROLES))}.")
    if found == "hint":
        raise NotebookError(f"{here}: a chapter holds no hint cells; they are made from the answer's metadata.")
    if cell.get("cell_type") != "code":
        raise NotebookError(f"{here}: a cell of role {found!r} must be a code cell.")


def _parse(path):
    try:
        if path.stat().st_size > LARGEST:
            raise NotebookError(
                f"{path} is larger than {LARGEST // 1_000_000} MB. Clear its outputs and save it again."
            )
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise NotebookError(f"There is no file {path}.") from None
    except IsADirectoryError:
        raise NotebookError(f"{path} is a folder; give the notebook in it.") from None
    except UnicodeDecodeError:
        raise NotebookError(f"{path} is not a notebook: it is not text in UTF-8.") from None
    except OSError as error:
        raise NotebookError(f"{path} can't be read: {error.strerror}.") from None
    try:
        return json.loads(text)
    except RecursionError:
        raise NotebookError(f"{path} is not a notebook: its JSON is nested too deeply.") from None
    except json.JSONDecodeError as error:
        if error.pos >= len(text.rstrip()) - 1 or "Unterminated" in error.msg:
            raise NotebookError(
                f"{path} is empty or ends in the middle: it was saved only half. "
                "Save it again in Jupyter, or take the copy in .ipynb_checkpoints."
            ) from None
        raise NotebookError(f"{path} is not a notebook: not JSON at line {error.lineno} ({error.msg}).") from None
    except ValueError as error:  # as a number of thousands of digits
        raise NotebookError(f"{path} is not a notebook: {error}.") from None


def _upgrade(data, path):
    import nbformat

    try:
        return dict(nbformat.reads(json.dumps(data), 4))
    except Exception as error:
        raise NotebookError(
            f"{path} has the old notebook format {data['nbformat']}, and it can't be upgraded ({error}). "
            "Open it in Jupyter and save it again."
        ) from error


def _joined(data):
    """Join the lists of lines that notebooks are saved with, and fill in what an odd notebook lacks."""
    _mend_metadata(data)
    for cell in data["cells"]:
        _mend_metadata(cell)
        cell["source"] = _text(cell.get("source"))
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


def _mend_metadata(owner):
    """Make sure that a notebook or a cell has metadata, and that what names a thing in it is text."""
    if not isinstance(owner.get("metadata"), dict):
        owner["metadata"] = {}
    for key in ("chapter", "role", "exercise"):
        if not isinstance(course(owner).get(key, ""), str):
            del course(owner)[key]


def _text(lines):
    return "".join(str(line) for line in lines) if isinstance(lines, list) else str(lines or "")


def _place(temporary, path, overwrite):
    if overwrite:
        temporary.replace(path)
        return
    try:
        os.link(temporary, path)  # unlike a rename, refuses when the file is there
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileExistsError(f"{path} is there already") from None
        temporary.replace(path)


def _umask():
    mask = os.umask(0)
    os.umask(mask)
    return mask
