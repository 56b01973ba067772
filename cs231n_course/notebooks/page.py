"""Make of a chapter's notebook what its page in the book shows: answers folded, hints in place."""

import copy
import html

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from cs231n_course.notebooks.format import (
    CHECK_MIME,
    Export,
    derived_id,
    export_of,
    metadata_of,
    role,
    without_export,
    without_solution_marks,
)
from cs231n_course.notebooks.hints import hint_cell


def prepare(nb: NotebookNode) -> NotebookNode:
    """Returns a copy of a chapter's notebook, changed for the page.

    An answer is folded, with its hints before it; an exported cell says which file it goes into; a figure gets the
    alternative text of its cell; a check keeps its readable line alone. The rest, and the widgets' state, stay as they
    are.
    """
    page = copy.deepcopy(nb)
    page.cells = [on_page for cell in page.cells for on_page in _cells_on_page(cell)]
    return page


def _cells_on_page(cell: NotebookNode) -> list[NotebookNode]:
    """Returns the cells that stand on the page for one cell of the chapter, which is changed."""
    if cell.cell_type != "code":
        return [cell]
    _describe_figures(cell, metadata_of(cell).get("alt"))
    for output in cell.outputs:
        output.get("data", {}).pop(CHECK_MIME, None)
    export = export_of(cell.source)
    cell.source = without_export(without_solution_marks(cell.source))
    on_page = [_file_label(cell, export), cell] if export else [cell]
    if role(cell) == "answer":
        hints = hint_cell(cell)
        return [*([hints] if hints else []), *_folded(cell, on_page)]
    return on_page


def _file_label(cell: NotebookNode, export: Export) -> NotebookNode:
    """Returns the label that stands on a code cell whose text goes into a file of the kit."""
    return new_markdown_cell(f"```{{container}} goes-into\ngoes into `{export.file}`\n```", id=derived_id(cell, "file"))


def _folded(answer: NotebookNode, cells: list[NotebookNode]) -> list[NotebookNode]:
    """Returns the cells of an answer behind a line to click."""
    begin = new_markdown_cell("<details>\n<summary>Show the answer</summary>", id=derived_id(answer, "fold"))
    return [begin, *cells, new_markdown_cell("</details>", id=derived_id(answer, "end"))]


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
