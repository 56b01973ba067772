"""Merge what a learner has written into a newer release of a chapter.

The answers go by exercise, the guesses by question. Cells that the learner added stand after the cell that they stood
after. A cell of the course that the learner edited keeps the edit where the course has not changed that cell since,
unless the grader runs it. All else that was edited is only in the old file.
"""

import copy
import re
import secrets
from dataclasses import dataclass
from typing import Any

from nbformat import from_dict
from nbformat.validator import isvalid

from cs231n_course.notebooks.format import (
    FIXED_ROLES,
    WIDGET_VIEW_MIME,
    Cell,
    Notebook,
    metadata_of,
    role,
    without_file_line,
)
from cs231n_course.notebooks.release import cell_digest
from cs231n_course.notebooks.submission import find_answer_cell

EDITS_NOT_MERGED = FIXED_ROLES | {"hint"}  # roles of cells whose edits are left in the old file
KEYS = {
    "code": {"id", "cell_type", "metadata", "source", "outputs", "execution_count"},
    "markdown": {"id", "cell_type", "metadata", "source", "attachments"},
    "raw": {"id", "cell_type", "metadata", "source", "attachments"},
}


@dataclass
class Merged:
    """The merged notebook and how many answers, guesses, added cells and edits it has; `left` edits it has not."""

    notebook: Notebook
    answers: int = 0
    guesses: int = 0
    added: int = 0
    edits: int = 0
    left: int = 0


def is_copy_of(old: Notebook, new: Notebook) -> bool:
    """Returns whether a learner's notebook is a copy of the chapter that `new` is the release of."""
    if metadata_of(old).get("chapter"):
        return metadata_of(old)["chapter"] == metadata_of(new).get("chapter")
    return bool(_exercise_ids(old) & _exercise_ids(new))


def _exercise_ids(nb: Notebook) -> set[str]:
    return {metadata["exercise"] for metadata in map(metadata_of, nb["cells"]) if "exercise" in metadata}


def is_current(old: Notebook, new: Notebook) -> bool:
    """Returns whether a learner's notebook comes from the release `new`, whatever the learner did to it since."""
    record = metadata_of(old).get("release")
    if isinstance(record, dict) and record.get("digest"):
        return record["digest"] == metadata_of(new)["release"]["digest"]
    sources = {cell.get("id"): cell["source"] for cell in old["cells"]}
    return all(sources.get(cell["id"]) == cell["source"] for cell in new["cells"] if role(cell) != "answer")


def merge(old: Notebook, new: Notebook) -> Merged:
    """Returns a copy of the release `new` with what the learner wrote in `old`.

    What is the learner's is told by the record that `old` keeps of its own release; without one, only answers are.
    """
    merger = _Merger(old, new)
    for cell in old["cells"]:
        merger.take(cell)
    merger.insert_added_cells()
    kernel = old["metadata"].get("kernelspec")
    if isinstance(kernel, dict) and all(isinstance(kernel.get(key), str) for key in ("name", "display_name")):
        merger.merged.notebook["metadata"]["kernelspec"] = kernel
    return merger.merged


class _Merger:
    """Goes through the learner's cells in their order."""

    def __init__(self, old: Notebook, new: Notebook) -> None:
        self.merged = Merged(copy.deepcopy(new))
        cells = self.merged.notebook["cells"]
        self.cells: dict[str, Cell] = {cell["id"]: cell for cell in cells}
        self.new_digests = {cell["id"]: cell_digest(cell) for cell in cells}
        record = metadata_of(old).get("release")
        digests = record.get("cells") if isinstance(record, dict) else None
        # The digest of each cell in the release that the old notebook was made from, or None if it has no record.
        self.old_digests: dict[str, str] | None = digests if isinstance(digests, dict) else None
        self.answers: list[tuple[Cell, Cell]] = []  # pairs of the learner's cell and the release's
        for answer in (cell for cell in cells if role(cell) == "answer"):
            written, _ = find_answer_cell(old["cells"], metadata_of(answer)["exercise"], answer["id"])
            self.answers += [(written, answer)] if written and written.get("cell_type") == "code" else []
        asked = [cell for cell in cells if role(cell) == "question"]
        self.questions: dict[str, Cell] = {metadata_of(cell)["question"]: cell for cell in asked}
        self.last_id: str | None = None  # the cell of the release that the learner's cells now stand after
        self.added: dict[str | None, list[Cell]] = {}  # by the id of the cell that they follow; None: at the top

    def take(self, cell: Cell) -> None:
        """Find out whose a cell is, and take over what is the learner's."""
        self._take_guess(cell)
        id, digests = cell.get("id"), self.old_digests or {}
        answer = next((released for written, released in self.answers if written is cell), None)
        self.last_id = answer["id"] if answer else id if id in self.cells else self.last_id
        untouched = digests[id] == cell_digest(cell) if id in digests else cell_digest(cell) in digests.values()
        if untouched or not cell["source"].strip():
            return
        if answer is not None:
            if without_file_line(answer["source"]) != without_file_line(cell["source"]):
                self.merged.answers += 1
                answer["source"] = cell["source"]
        elif self.old_digests is None:
            self.merged.left += id not in self.cells
        elif id in digests and role(self.cells.get(id, cell)) != "answer":
            self._take_edit(id, cell)
        else:
            self._take_added(cell)

    def insert_added_cells(self) -> None:
        """Put the learner's own cells where they belong."""
        cells = [*self.added.get(None, [])]
        for cell in self.merged.notebook["cells"]:
            cells += [cell, *self.added.get(cell["id"], [])]
        self.merged.notebook["cells"] = cells

    def _take_guess(self, cell: Cell) -> None:
        """Keep what a reader has guessed, if the question is still asked."""
        guess, question = metadata_of(cell).get("kept"), metadata_of(cell).get("question")
        asked = self.questions.get(question) if isinstance(question, str) else None
        if isinstance(guess, dict) and asked is not None:
            metadata_of(asked)["kept"] = guess
            self.merged.guesses += 1

    def _take_edit(self, id: str, cell: Cell) -> None:
        released = self.cells.get(id)
        unchanged = released is not None and self.new_digests[id] == (self.old_digests or {})[id]
        if not released or not unchanged or role(released) in EDITS_NOT_MERGED:
            self.merged.left += 1
            return
        self.merged.edits += 1
        cells = self.merged.notebook["cells"]
        position = next(number for number, other in enumerate(cells) if other is released)
        edited = _cleaned(cell, id)
        edited["metadata"] = released["metadata"]
        cells[position] = self.cells[id] = edited

    def _take_added(self, cell: Cell) -> None:
        if cell.get("cell_type") not in KEYS:
            self.merged.left += 1
            return
        taken = {*self.cells, *(added["id"] for cells in self.added.values() for added in cells)}
        id = str(cell.get("id", ""))
        free = re.fullmatch(r"[\w-]{1,64}", id, re.ASCII) and id not in taken
        added = _cleaned(cell, id if free else secrets.token_hex(4))
        added["metadata"].pop("deletable", None)
        self.added.setdefault(self.last_id, []).append(added)
        self.merged.added += 1


def _cleaned(cell: Cell, id: str) -> Any:
    """Returns a copy of a cell that a valid notebook may have, without views of widgets of the old file."""
    kept = {key: copy.deepcopy(value) for key, value in cell.items() if key in KEYS[cell["cell_type"]]} | {"id": id}
    if cell["cell_type"] == "code":
        outputs = [out for out in kept.get("outputs", []) if isvalid(out, ref="output", version=4, version_minor=5)]
        outputs = [output for output in outputs if WIDGET_VIEW_MIME not in output.get("data", {})]
        kept |= {"outputs": outputs, "execution_count": None}
    return from_dict(kept)
