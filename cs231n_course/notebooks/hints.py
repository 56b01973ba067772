"""Turn the hints of an answer cell into a folded cell that the reader opens when stuck."""

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

FOLDED = "<details>\n<summary>{title}</summary>\n\n{text}\n\n</details>"


def hints(cell):
    """List the hints of an answer cell, each a text in Markdown."""
    given = cell["metadata"].get("cs231n", {}).get("hint") or []
    return [text.strip() for text in ([given] if isinstance(given, str) else given)]


def hint_cell(cell: NotebookNode) -> NotebookNode | None:
    """Make the cell of folded hints that stands before an answer cell, or None when it gives no hint.

    The answer's metadata.cs231n.hint is one text or several; each is Markdown and folded by itself, so that a reader
    can take the first and try again. The new cell's id is the answer's with "-hint" after it.
    """
    course, texts = cell["metadata"].get("cs231n", {}), hints(cell)
    if not texts:
        return None
    folded = [FOLDED.format(title="Another hint" if place else "Hint", text=text) for place, text in enumerate(texts)]
    metadata = {"cs231n": {"role": "hint", "exercise": course.get("exercise")}, "editable": False}
    return new_markdown_cell("\n\n".join(folded), id=f"{cell['id']}-hint", metadata=metadata)
