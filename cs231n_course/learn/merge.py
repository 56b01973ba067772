"""Merge what a learner has written into a newer release of a chapter, or give their cells back what names them.

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

from cs231n_course.learn.base import Base
from cs231n_course.notebooks.align import Alignment, align, plain_text, same_text, share
from cs231n_course.notebooks.format import (
    FIXED_ROLES,
    METADATA_KEY,
    WIDGET_VIEW_MIME,
    Cell,
    Notebook,
    metadata_of,
    role,
    tags,
)
from cs231n_course.notebooks.submission import MUCH, FoundAnswer, find_answers, is_unwritten

EDITS_NOT_MERGED = FIXED_ROLES | {"hint"}  # roles of cells whose edits are left in the old file
KEYS = {
    "code": {"id", "cell_type", "metadata", "source", "outputs", "execution_count"},
    "markdown": {"id", "cell_type", "metadata", "source", "attachments"},
    "raw": {"id", "cell_type", "metadata", "source", "attachments"},
}
LOCKS = ("deletable", "editable")  # in a cell's metadata: what JupyterLab lets nobody do


@dataclass
class Merged:
    """The new notebook and how many answers, guesses, added cells and edits of the learner's are in it.

    left counts the edits that are not in it. unsure counts the cells that are in it as they were though they differ
    from the course's: nobody knows who has changed them, the learner or the course.
    """

    notebook: Notebook
    answers: int = 0
    guesses: int = 0
    added: int = 0
    edits: int = 0
    left: int = 0
    unsure: int = 0


def is_copy_of(old: Notebook, new: Notebook) -> bool:
    """Returns whether a learner's notebook is a copy of the chapter that `new` is the release of."""
    if metadata_of(old).get("chapter"):
        return metadata_of(old)["chapter"] == metadata_of(new).get("chapter")
    return bool(_exercise_ids(old) & _exercise_ids(new)) or share(old["cells"], new["cells"]) >= MUCH


def _exercise_ids(nb: Notebook) -> set[str]:
    return {metadata["exercise"] for metadata in map(metadata_of, nb["cells"]) if "exercise" in metadata}


def merge(old: Notebook, new: Notebook, base: Base) -> Merged:
    """Returns a copy of the release `new` with what the learner wrote in `old`, which was made from the release `base`.

    Where it isn't known what `old` was made from, every cell that differs from the course's stays as it is in `old`,
    unless the grader runs it.
    """
    merger = _Merger(old, new, base)
    merger.take_guesses()
    merger.take_cells()
    merger.insert_added_cells()
    kernel = old["metadata"].get("kernelspec")
    if isinstance(kernel, dict) and all(isinstance(kernel.get(key), str) for key in ("name", "display_name")):
        merger.merged.notebook["metadata"]["kernelspec"] = kernel
    return merger.merged


def repair(old: Notebook, new: Notebook) -> Merged | None:
    """Returns a copy of `old`, made from the release `new`, whose cells have the course's ids and metadata again.

    Nothing else is changed, and no cell added or taken away. Returns None if ids and metadata are as they should be.
    """
    _, alignment = _aligned(old, new, new["cells"])
    places = {number: place for place, number in sorted(alignment.first.items(), reverse=True)}
    taken, cells = {cell["id"] for cell in new["cells"]}, []
    for number, cell in enumerate(old["cells"]):
        cells.append(_named(cell, new["cells"][places[number]]) if number in places else _unnamed(cell, taken))
        taken.add(cells[-1]["id"])
    metadata = {**new["metadata"], **old["metadata"], METADATA_KEY: new["metadata"][METADATA_KEY]}
    if metadata_of(old) == metadata[METADATA_KEY] and all(map(_same_name, cells, old["cells"])):
        return None
    merged = Merged(from_dict({**old, "cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}))
    merged.guesses = sum("kept" in metadata_of(cell) for cell in cells)
    course = _contents(new["cells"])
    merged.added = sum(
        place is None and plain_text(cell["source"]) != "" and _content(cell) not in course
        for cell, place in zip(cells, alignment.places, strict=True)
    )
    for cell, text in ((new["cells"][place], text) for place, text in alignment.texts.items()):
        changed = not same_text(text, cell["source"])
        merged.answers += changed and role(cell) == "answer"
        merged.edits += changed and role(cell) != "answer"
    return merged


def _aligned(old: Notebook, new: Notebook, course: list[Cell]) -> tuple[dict[str, FoundAnswer], Alignment]:
    """Returns the learner's answers by exercise, and how their cells stand to those of the course."""
    wanted = [cell for cell in new["cells"] if role(cell) == "answer"]
    metadata = {cell["id"]: cell["metadata"] for cell in new["cells"]}
    with_metadata = [{"metadata": metadata.get(cell["id"], {}), **cell} for cell in course]
    answers = find_answers(old["cells"], wanted, lambda: with_metadata)
    places = {cell["id"]: place for place, cell in enumerate(course)}
    ids = {metadata_of(cell)["exercise"]: cell["id"] for cell in wanted}
    known = {places[ids[exercise]]: answer.number for exercise, answer in answers.items() if ids[exercise] in places}
    return answers, align(old["cells"], course, known)


class _Merger:
    """Goes through the learner's cells in their order."""

    def __init__(self, old: Notebook, new: Notebook, base: Base) -> None:
        self.merged = Merged(copy.deepcopy(new))
        self.old, self.base = old["cells"], base
        self.new: dict[str, Cell] = {cell["id"]: cell for cell in self.merged.notebook["cells"]}
        self.released = {id: cell["source"] for id, cell in self.new.items()}
        answers, self.alignment = _aligned(old, new, base.cells)
        cells = {metadata_of(cell)["exercise"]: cell for cell in self.new.values() if role(cell) == "answer"}
        self.answers = {answer.number: (cells[exercise], answer.source) for exercise, answer in answers.items()}
        self.course = _contents([*base.cells, *new["cells"]])
        self.last: str | None = None  # the id of the course's cell that the learner's cells now stand after
        self.added: dict[
            str | None, list[Cell]
        ] = {}  # by the id of the course's cell that they follow; None: at the top

    def take_guesses(self) -> None:
        """Keep what a reader has guessed, where the question is still asked."""
        questions = {metadata_of(cell)["question"]: cell for cell in self.new.values() if role(cell) == "question"}
        for cell in self.old:
            guess, question = metadata_of(cell).get("kept"), metadata_of(cell).get("question")
            asked = questions.get(question) if isinstance(question, str) else None
            if isinstance(guess, dict) and asked is not None and "kept" not in metadata_of(asked):
                metadata_of(asked)["kept"] = guess
                self.merged.guesses += 1

    def take_cells(self) -> None:
        """Take over what is the learner's, cell after cell."""
        for number, cell in enumerate(self.old):
            place = self.alignment.places[number]
            if number in self.answers:
                released, source = self.answers[number]
                self.last = released["id"]
                self._take_answer(cell, released, source, place)
            elif place is None:
                self._take_own(cell)
            elif self.base.cells[place]["id"] in self.new:
                self.last = self.base.cells[place]["id"]
            for one in sorted(one for one, first in self.alignment.first.items() if first == number):
                if number not in self.answers or one != place:  # of several, where cells were merged
                    self._take_edit(cell, one)
                    self.last = self.base.cells[one]["id"] if self.base.cells[one]["id"] in self.new else self.last

    def insert_added_cells(self) -> None:
        """Put the learner's own cells where they belong."""
        cells = [*self.added.get(None, [])]
        for cell in self.merged.notebook["cells"]:
            cells += [cell, *self.added.get(cell["id"], [])]
        self.merged.notebook["cells"] = cells

    def _take_answer(self, cell: Cell, released: Cell, source: str, place: int | None) -> None:
        if place is not None and self.base.cells[place]["id"] == released["id"]:
            source = self.alignment.texts[place]
            if not self._is_changed(place):
                return
        if same_text(source, released["source"]):
            return
        if cell.get("cell_type") != "code":
            self._add({**cell, "source": source})
            return
        released["source"] = source
        if not self.base.digest and is_unwritten(source):
            self.merged.unsure += 1
        else:
            self.merged.answers += 1

    def _take_edit(self, cell: Cell, place: int) -> None:
        """Take over what a cell has as the course's cell at a place, if that isn't the course's."""
        id, source = self.base.cells[place]["id"], self.alignment.texts[place]
        if not self._is_changed(place) or (id in self.new and same_text(source, self.released[id])):
            return
        released = self.new.get(id)
        if released is None or role(released) == "answer":
            self._add({**cell, "source": source})
        elif role(released) in EDITS_NOT_MERGED or cell.get("cell_type") not in KEYS:
            self.merged.left += 1
        elif not self.base.digest:
            self.merged.unsure += 1
            self._replace(released, {**cell, "source": source})
        elif not same_text(self.base.cells[place]["source"], self.released[id]):
            self.merged.left += 1
        else:
            self.merged.edits += 1
            self._replace(released, {**cell, "source": source})

    def _is_changed(self, place: int) -> bool:
        """Returns whether the notebook's cell at a place of the course isn't as the course wrote it."""
        course = self.base.cells[place]
        return course["id"] in self.base.guessed or not same_text(self.alignment.texts[place], course["source"])

    def _take_own(self, cell: Cell) -> None:
        if plain_text(cell["source"]) and _content(cell) not in self.course:
            self._add(cell)

    def _add(self, cell: Cell) -> None:
        if cell.get("cell_type") not in KEYS:
            self.merged.left += 1
            return
        taken = {*self.new, *(added["id"] for cells in self.added.values() for added in cells)}
        self.added.setdefault(self.last, []).append(_cleaned(_unnamed(cell, taken)))
        self.merged.added += 1

    def _replace(self, released: Cell, cell: Cell) -> None:
        """Put a learner's cell in the place of the course's, with the course's id and metadata."""
        cells = self.merged.notebook["cells"]
        number = next(number for number, other in enumerate(cells) if other is released)
        metadata = released["metadata"]
        cells[number] = self.new[released["id"]] = _cleaned({**cell, "id": released["id"], "metadata": metadata})


def _content(cell: Cell) -> tuple[str | None, str]:
    return cell.get("cell_type"), plain_text(cell["source"])


def _contents(cells: list[Cell]) -> set[tuple[str | None, str]]:
    return {_content(cell) for cell in cells}


def _named(cell: Cell, course: Cell) -> Cell:
    """Returns a learner's cell with the id and the metadata of the course's cell that it is; a guess in it stays."""
    own = metadata_of(course) | {key: value for key, value in metadata_of(cell).items() if key == "kept"}
    if cell.get("id") == course["id"] and metadata_of(cell) == own:
        return cell
    metadata = {**course["metadata"], **cell["metadata"], METADATA_KEY: own}
    if tags(course):
        metadata["tags"] = list(dict.fromkeys([*tags(course), *tags(cell)]))
    return {**cell, "id": course["id"], "metadata": metadata}


def _unnamed(cell: Cell, taken: set[str]) -> Cell:
    """Returns a learner's own cell with an id that none of `taken` has, and without what names a cell of the course."""
    id = str(cell.get("id", ""))
    if not re.fullmatch(r"[\w-]{1,64}", id, re.ASCII) or id in taken:
        id = secrets.token_hex(4)
    if METADATA_KEY not in cell["metadata"]:
        return {**cell, "id": id}
    metadata = {key: value for key, value in cell["metadata"].items() if key not in (METADATA_KEY, *LOCKS)}
    return {**cell, "id": id, "metadata": metadata}


def _same_name(one: Cell, other: Cell) -> bool:
    return one["id"] == other.get("id") and metadata_of(one) == metadata_of(other)


def _cleaned(cell: Cell) -> Any:
    """Returns a copy of a cell that a valid notebook may have, without views of widgets of the old file."""
    kept = {key: copy.deepcopy(value) for key, value in cell.items() if key in KEYS[cell["cell_type"]]}
    if cell["cell_type"] == "code":
        outputs = [out for out in kept.get("outputs", []) if isvalid(out, ref="output", version=4, version_minor=5)]
        outputs = [output for output in outputs if WIDGET_VIEW_MIME not in output.get("data", {})]
        kept |= {"outputs": outputs, "execution_count": None}
    return from_dict(kept)
