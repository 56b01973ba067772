"""Make the learner's notebook out of a chapter: everything in it, but the answers.

python -m cs231n_course.notebooks.release --check      # can every chapter be released?
python -m cs231n_course.notebooks.release OUT          # write the learners' notebooks into OUT
python -m cs231n_course.notebooks.release --check OUT  # is OUT what would be written?
"""

import argparse
import ast
import copy
import hashlib
import json
import sys
from pathlib import Path
from typing import Any, TypedDict

from nbformat import NotebookNode, from_dict

from cs231n_course.notebooks import reading
from cs231n_course.notebooks.format import (
    FIXED_ROLES,
    METADATA_KEY,
    RAISES_TAG,
    Ask,
    Cell,
    Notebook,
    for_learner,
    metadata_of,
    role,
    solutions,
    tags,
    without_file_line,
)
from cs231n_course.notebooks.hints import hint_cell
from cs231n_course.notebooks.jupyter_book import unmark
from cs231n_course.notebooks.paths import chapter_paths
from cs231n_course.notebooks.reading import NotebookError, cell_place

STARTER = "# Write your code here, in place of the next line.\n{indent}raise NotImplementedError"
JUDGEMENT = {
    "choice": "choice = None  # your choice, a number from 1 to {options}",
    "number": "number = None  # your number{unit}",
    "cell": "cell = None  # your cell, (row, column), both counted from 0",
}


# Roles of cells whose outputs nobody reads before running them. All others stay: text and figures rest on them.
UNREAD_BEFORE_RUN = {"setup", "given", "answer", "check"}


class ReleaseRecord(TypedDict):
    """What a learner's copy keeps of the release that it was made from."""

    digest: str  # tells releases apart
    cells: dict[str, str]  # {id: digest of the cell's kind and source}


def release_chapter(nb: NotebookNode, file_name: str | None = None) -> NotebookNode:
    """Returns the learner's notebook of a chapter; nb stays as it was.

    file_name names the chapter in errors. Raises NotebookError, with notebook and cell, for a chapter whose exercises
    are not sound (see reading.exercises), whose starter would not be Python, or whose checks need more than Python.
    """
    file_name = file_name or metadata_of(nb).get("chapter") or "the notebook"
    asks = {exercise.id: exercise.ask for exercise in reading.exercises(nb, file_name)}
    for cell in nb["cells"]:
        if role(cell):
            here = cell_place(nb, cell, file_name)
            _require_python(cell["source"], here, "is not the plain Python that the grader runs")
    out = copy.deepcopy(nb)
    cells: list[Cell] = []
    for cell in out["cells"]:
        if role(cell) == "answer":
            cells += filter(None, [hint_cell(cell)])
            cell["source"] = starter(cell, asks[metadata_of(cell)["exercise"]])
            here = cell_place(out, cell, file_name)
            _require_python(cell["source"], here, "releases to a starter that is not Python")
        cells.append(_for_learner(cell))
    out["cells"] = cells
    out["metadata"].setdefault(METADATA_KEY, NotebookNode())["release"] = from_dict(release_record(out))
    return out


def release_record(nb: Notebook) -> ReleaseRecord:
    """Returns what a learner's notebook keeps, so that a later release knows what has changed, and who changed it.

    Outputs are no part of it: executing a chapter again makes no other release.
    """
    digests = {cell["id"]: cell_digest(cell) for cell in nb["cells"]}
    described = [[cell["id"], cell["source"], metadata_of(cell)] for cell in nb["cells"]]
    return {"digest": _digest(described), "cells": digests}


def cell_digest(cell: Cell) -> str:
    """Returns a digest of a cell's kind and source; the comment about its file, if there is one, doesn't count."""
    return _digest([cell.get("cell_type"), without_file_line(cell["source"])])


def _digest(content: Any) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]


def starter(answer: Cell, ask: Ask | None) -> str:
    """Returns what an answer cell starts with: something to replace between its marks, which go, too."""
    source = for_learner(answer)
    for start, end, indent in reversed(solutions(source)):
        source = source[:start] + _to_replace(ask).format(indent=indent) + source[end:]
    return source


def _to_replace(ask: Ask | None) -> str:
    """Returns what a learner replaces in an answer; with {indent} in it, the indentation of its place."""
    if ask is None:
        return STARTER
    unit = f", in {ask['unit']}" if ask["unit"] else ""
    return JUDGEMENT[ask["kind"]].format(options=len(ask["options"]), unit=unit)


def _for_learner(cell: Cell) -> Cell:
    unmark(cell)
    if cell["cell_type"] == "code":
        if role(cell) != "answer":
            cell["source"] = for_learner(cell)
        if role(cell) in UNREAD_BEFORE_RUN:
            cell["outputs"] = []
        # A count would say that this kernel has run the cell.
        cell["execution_count"] = None
        for output in cell["outputs"]:
            output.update({"execution_count": None} if "execution_count" in output else {})
        if role(cell) == "question" or metadata_of(cell).get("fold"):
            cell["metadata"].setdefault("jupyter", {})["source_hidden"] = True
    if role(cell) in FIXED_ROLES:
        cell["metadata"] |= {"deletable": False, "editable": False}
    if role(cell) == "answer":
        cell["metadata"]["deletable"] = False
        metadata_of(cell).pop("why", None)  # it says what is right
    if role(cell) == "check":
        # "Run all" goes on past an answer that is not written. The grader takes answers only, so it never sees this.
        cell["metadata"]["tags"] = [*tags(cell), RAISES_TAG]
    return cell


def _require_python(source: str, here: str, complaint: str) -> None:
    try:
        ast.parse(source)
    except SyntaxError as error:
        raise NotebookError(f"{here}: the cell {complaint} ({error.msg}, line {error.lineno}).") from error


def release_all() -> list[tuple[str, NotebookNode]]:
    """Returns the release of every chapter: pairs of file name and learner's notebook."""
    return [(path.name, release_chapter(reading.read(path), path.name)) for path in chapter_paths()]


def main(argv: list[str] | None = None) -> int:
    """Check the releases or write them. Returns the exit status."""
    program = "python -m cs231n_course.notebooks.release"
    parser = argparse.ArgumentParser(prog=program, description=__doc__.split("\n")[0])
    parser.add_argument("out", nargs="?", type=Path, help="folder of the learners' notebooks")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if OUT is not what would be written")
    args = parser.parse_args(argv)
    if not args.check and not args.out:
        parser.error("give a folder OUT to write to, or --check")
    try:
        return _check(args.out) if args.check else _write(args.out)
    except (NotebookError, OSError) as error:
        print(f"release: {error}", file=sys.stderr)
        return 1


def _write(out: Path) -> int:
    out.mkdir(parents=True, exist_ok=True)
    for name, nb in release_all():
        reading.write(out / name, nb)
        print(out / name)
    return 0


def _check(out: Path | None) -> int:
    notebooks = release_all()  # which raises what is wrong with a chapter
    if out is None:
        return 0
    stale = [name for name, nb in notebooks if not (out / name).is_file() or reading.read(out / name) != nb]
    for name in stale:
        print(f"release: {out / name} is not what {name} releases to; run the release again.", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
