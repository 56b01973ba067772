"""What Jupyter Book reads in a chapter's cells, made from our roles: its own tags, and myst-nb's metadata.

Jupyter Book 1 and 2 know nothing of our roles, so tools/jupyter_book.py writes these marks into the chapters. Our own
page (page.py) folds by the roles themselves, and a learner's copy is no book: both take the marks out first.
"""

import ast
from collections.abc import MutableMapping
from typing import Any

from cs231n_course.notebooks.format import WIDGET_MIME, Cell, fold_line, metadata_of, role, tags

HIDE_INPUT, HIDE_CELL, REMOVE_INPUT, REMOVE_CELL = "hide-input", "hide-cell", "remove-input", "remove-cell"
TAGS = frozenset({HIDE_INPUT, HIDE_CELL, REMOVE_INPUT, REMOVE_CELL, "hide-output", "remove-output"})
MYST_NB = "mystnb"  # the key of myst-nb's own metadata, which Jupyter Book 1 reads
ANSWER_LINE = "Show the answer"


def folded_code_line(cell: Cell) -> str | None:
    """Returns the line that stands on a page for a code cell's source until it is opened, or None if it is open."""
    if any(WIDGET_MIME in output.get("data", {}) for output in cell["outputs"]):
        return fold_line(cell) or "the code of this widget"
    if metadata_of(cell).get("fold"):
        return fold_line(cell)
    return "imports" if role(cell) == "setup" or _only_imports(cell["source"]) else None


def mark(cell: Cell) -> None:
    """Give a chapter's cell the marks that its role asks for, in place of those that it has."""
    unmark(cell)
    tag, line = _tag_and_line(cell)
    if tag:
        cell["metadata"]["tags"] = [*tags(cell), tag]
    own: dict[str, Any] = {"code_prompt_show": line} if line else {}
    if alt := metadata_of(cell).get("alt"):
        own["image"] = {"alt": alt}
    if own:
        cell["metadata"][MYST_NB] = own


def unmark(cell: Cell) -> None:
    """Take the marks out of a cell."""
    metadata: MutableMapping[str, Any] = cell["metadata"]
    metadata.pop(MYST_NB, None)
    kept = [tag for tag in tags(cell) if tag not in TAGS]
    if kept:
        metadata["tags"] = kept
    else:
        metadata.pop("tags", None)


def _tag_and_line(cell: Cell) -> tuple[str | None, str | None]:
    """Returns Jupyter Book's tag for a cell, and what stands for what the tag hides; None where there is none."""
    if metadata_of(cell).get("reveals"):
        return HIDE_CELL, ANSWER_LINE if cell["cell_type"] == "code" else None
    if cell["cell_type"] != "code":
        return None, None
    if role(cell) == "check":
        return REMOVE_CELL, None
    if role(cell) == "question":
        return REMOVE_INPUT, None
    if role(cell) == "answer":
        return HIDE_INPUT, ANSWER_LINE
    line = folded_code_line(cell)
    return (HIDE_INPUT, line) if line else (None, None)


def _only_imports(source: str) -> bool:
    """Returns whether code does nothing but import. Magics of IPython are not Python: they are something else."""
    try:
        statements = ast.parse(source).body
    except SyntaxError:
        return False
    return bool(statements) and all(isinstance(one, ast.Import | ast.ImportFrom) for one in statements)
