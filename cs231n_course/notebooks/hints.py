"""Turn the hints of an answer cell into a folded cell that the reader opens when stuck."""

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from cs231n_course.notebooks.format import METADATA_KEY, Cell, derived_id, metadata_of

FOLDED = "<details>\n<summary>{title}</summary>\n\n{text}\n\n</details>"


def hints(answer: Cell) -> list[str]:
    """Returns the hints of an answer cell, each a text in Markdown."""
    hint = metadata_of(answer).get("hint") or []
    return [text.strip() for text in ([hint] if isinstance(hint, str) else hint)]


def hint_cell(answer: Cell) -> NotebookNode | None:
    """Returns the cell of folded hints that stands before an answer cell, or None if the answer has no hint.

    Each hint is folded by itself, so that a reader can take the first and try again.
    """
    texts = hints(answer)
    if not texts:
        return None
    folded = [FOLDED.format(title="Another hint" if number else "Hint", text=text) for number, text in enumerate(texts)]
    own = {"role": "hint", "exercise": metadata_of(answer).get("exercise")}
    metadata = {METADATA_KEY: own, "editable": False}
    return new_markdown_cell("\n\n".join(folded), id=derived_id(answer, "hint"), metadata=metadata)
