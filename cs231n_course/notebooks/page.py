"""Make of a chapter's notebook what its page in the book shows: answers folded, hints in place."""

import copy
import html
import re

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from cs231n_course.notebooks.hints import hint_cell

EXPORT = re.compile(r"#\|\s*export\s+(?P<module>[\w.]+)[ \t]*\n*")
MARK = re.compile(r"^[ \t]*### (?:BEGIN|END) SOLUTION[ \t]*(?:\n|\Z)", re.MULTILINE)
CHECK_MIME = "application/vnd.cs231n.check+json"


def prepare(nb: NotebookNode) -> NotebookNode:
    """Copy a chapter's notebook, changed for the page.

    An answer is folded, with its hints before it; an exported cell says which file it goes into; a figure gets the
    alternative text of its cell; a check keeps its readable line alone. The rest, and the widgets' state, stay as they
    are.
    """
    page = copy.deepcopy(nb)
    page.cells = [shown for cell in page.cells for shown in _shown(cell)]
    return page


def _shown(cell: NotebookNode) -> list[NotebookNode]:
    """Give the cells that stand on the page for one cell of the chapter."""
    course = cell.metadata.get("cs231n", {})
    if cell.cell_type != "code":
        return [cell]
    _describe_figures(cell, course.get("alt"))
    for output in cell.outputs:
        output.get("data", {}).pop(CHECK_MIME, None)
    cell.source, file = _without_export(MARK.sub("", cell.source))
    shown = [_file_label(cell, file), cell] if file else [cell]
    if course.get("role") == "answer":
        hints = hint_cell(cell)
        return [*([hints] if hints else []), *_folded(cell, shown)]
    return shown


def _without_export(source: str) -> tuple[str, str | None]:
    """Split a cell's `#| export MODULE` line off: the source without it, and the file that it names."""
    found = EXPORT.match(source)
    if found is None:
        return source, None
    return source[found.end() :], f"cs231n_kit/{found['module'].replace('.', '/')}.py"


def _file_label(cell: NotebookNode, file: str) -> NotebookNode:
    """Make the label that stands on a code cell whose text goes into a file of the kit."""
    return new_markdown_cell(f"```{{container}} goes-into\ngoes into `{file}`\n```", id=f"{cell.id}-file")


def _folded(answer: NotebookNode, shown: list[NotebookNode]) -> list[NotebookNode]:
    """Put the cells of an answer behind a line to click."""
    begin = new_markdown_cell("<details>\n<summary>Show the answer</summary>", id=f"{answer.id}-fold")
    return [begin, *shown, new_markdown_cell("</details>", id=f"{answer.id}-end")]


def _describe_figures(cell: NotebookNode, alt: str | None) -> None:
    """Give a cell's pictures their alternative text: files through myst-nb, a drawing inside the page directly."""
    if not alt:
        return
    cell.metadata.setdefault("mystnb", {})["image"] = {"alt": alt}
    for output in cell.outputs:
        data = output.get("data", {})
        drawing = data.get("text/html", "")
        if drawing.lstrip().startswith("<svg") and "aria-label" not in drawing:
            label = f'<svg role="img" aria-label="{html.escape(alt)}"'
            data["text/html"] = drawing.replace("<svg", label, 1)
