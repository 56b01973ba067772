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
import re
import sys
from pathlib import Path

from nbformat import NotebookNode, from_dict

from cs231n_course.notebooks import reading
from cs231n_course.notebooks.hints import hint_cell
from cs231n_course.notebooks.paths import chapter_paths
from cs231n_course.notebooks.reading import EXPORT, NotebookError, course, place, role

STARTER = "{indent}# Write your code here, in place of the next line.\n{indent}raise NotImplementedError"
WIDGET_STATE = "application/vnd.jupyter.widget-state+json"
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
FIXED = {"setup", "given", "check"}


def release(nb, where=None):
    """Give the learner's notebook of a chapter; nb stays as it was.

    `where` names the chapter in errors. Raises NotebookError, with notebook and cell, for a chapter whose exercises are
    not sound (see reading.exercises), whose starter would not be Python, or whose checks need more than Python.
    """
    where = where or course(nb).get("chapter") or "the notebook"
    reading.exercises(nb, where)
    for cell in nb["cells"]:
        if role(cell):
            _require_python(cell["source"], place(nb, cell, where), "is not the plain Python that the grader runs")
    out = copy.deepcopy(nb)
    kept = []
    for cell in out["cells"]:
        if role(cell) == "answer":
            kept += filter(None, [hint_cell(cell)])
            cell["source"] = starter(cell["source"])
            _require_python(cell["source"], place(out, cell, where), "releases to a starter that is not Python")
        kept.append(_for_learner(cell))
    out["cells"] = kept
    _prune_widget_state(out)
    out["metadata"].setdefault("cs231n", NotebookNode())["release"] = from_dict(record(out))
    return out


def record(nb):
    """Give what tells releases apart: {digest, cells: {id: digest of kind and source}}; outputs don't count.

    It is kept in the learner's notebook, so that a later release knows what has changed, and who changed it.
    """
    shown = [[cell["id"], digest(cell), course(cell)] for cell in nb["cells"]]
    return {"digest": _hash(shown), "cells": {id: source for id, source, _ in shown}}


def digest(cell):
    """Give a digest of a cell's kind and source."""
    return _hash([cell.get("cell_type"), cell["source"]])


def _hash(content):
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]


def starter(source):
    """Replace what stands between the solution marks, and the marks, by raise NotImplementedError."""
    source = EXPORT.sub("", source)
    for begin, end in reversed(reading.solution_spans(source)):
        indent = re.match(r"[ \t]*", begin.group()).group()
        source = source[: begin.start()] + STARTER.format(indent=indent) + source[end.end() :]
    return source


def _for_learner(cell):
    if cell["cell_type"] == "code":
        cell["source"] = EXPORT.sub("", cell["source"])
    if role(cell) in {"answer", "check"}:
        cell["outputs"], cell["execution_count"] = [], None
    if role(cell) in FIXED:
        cell["metadata"] |= {"deletable": False, "editable": False}
    if role(cell) == "answer":
        cell["metadata"]["deletable"] = False
    if role(cell) == "check":
        # "Run all" goes on past an answer that is not written. The grader takes answers only, so it never sees this.
        cell["metadata"]["tags"] = [*cell["metadata"].get("tags", []), "raises-exception"]
    return cell


def _require_python(source, here, complaint):
    try:
        ast.parse(source)
    except SyntaxError as error:
        raise NotebookError(f"{here}: the cell {complaint} ({error.msg}, line {error.lineno}).") from error


def _prune_widget_state(nb):
    """Keep the models that a remaining view shows, directly or through another model, and drop the rest."""
    kept = nb["metadata"].get("widgets", {}).get(WIDGET_STATE)
    if not kept:
        return
    state, reached = kept.get("state", {}), set()
    outputs = [output for cell in nb["cells"] for output in cell.get("outputs", [])]
    waiting = [out["data"][WIDGET_VIEW]["model_id"] for out in outputs if WIDGET_VIEW in out.get("data", {})]
    while waiting:
        model = waiting.pop()
        if model in state and model not in reached:
            reached.add(model)
            waiting += re.findall(r"IPY_MODEL_([\w-]+)", str(state[model]))
    if reached:
        kept["state"] = {model: state[model] for model in state if model in reached}
    else:
        del nb["metadata"]["widgets"]


def released():
    """Release every chapter: pairs of file name and learner's notebook."""
    return [(path.name, release(reading.read(path), path.name)) for path in chapter_paths()]


def main(argv=None):
    """Check the releases or write them; give the exit status."""
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


def _write(out):
    out.mkdir(parents=True, exist_ok=True)
    for name, nb in released():
        reading.write(out / name, nb)
        print(out / name)
    return 0


def _check(out):
    stale = [name for name, nb in released() if out and (not (out / name).is_file() or reading.read(out / name) != nb)]
    for name in stale:
        print(f"release: {out / name} is not what {name} releases to; run the release again.", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
