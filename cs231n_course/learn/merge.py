"""Carry what a learner has written into a newer release of a chapter.

The answers go by exercise. Cells that the learner added stand after the cell that they stood after. A cell of the
course that the learner edited keeps the edit where the course has not changed that cell since, unless the grader runs
it. All else that was edited is only in the old file.
"""

import copy
import re
import secrets
from dataclasses import dataclass

from nbformat import from_dict
from nbformat.validator import isvalid

from cs231n_course.notebooks.reading import course, role
from cs231n_course.notebooks.release import digest
from cs231n_course.notebooks.submission import answer_cells

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
COURSES_OWN = {"setup", "given", "check", "hint"}
KEYS = {
    "code": {"id", "cell_type", "metadata", "source", "outputs", "execution_count"},
    "markdown": {"id", "cell_type", "metadata", "source", "attachments"},
    "raw": {"id", "cell_type", "metadata", "source", "attachments"},
}


@dataclass
class Carried:
    """Holds the merged notebook and how many answers, added cells and edits it took over; `left` edits it did not."""

    notebook: dict
    answers: int = 0
    added: int = 0
    edits: int = 0
    left: int = 0


def belongs(old, new):
    """Tell whether a learner's notebook is a copy of the chapter that `new` is the release of."""
    if course(old).get("chapter"):
        return course(old)["chapter"] == course(new).get("chapter")
    mine = {course(cell).get("exercise") for cell in old["cells"]} - {None}
    return bool(mine & {course(cell).get("exercise") for cell in new["cells"]})


def is_current(old, new):
    """Tell whether a learner's notebook comes from the release `new`, whatever the learner did to it since."""
    known = course(old).get("release")
    if isinstance(known, dict) and known.get("digest"):
        return known["digest"] == course(new)["release"]["digest"]
    theirs = {cell.get("id"): cell["source"] for cell in old["cells"]}
    return all(theirs.get(cell["id"]) == cell["source"] for cell in new["cells"] if role(cell) != "answer")


def carry(old, new):
    """Put what the learner wrote in `old` into a copy of the release `new`: give Carried.

    What is the learner's is told by the record that `old` keeps of its own release; without one, only answers are.
    """
    merger = _Merger(old, new)
    for cell in old["cells"]:
        merger.take(cell)
    merger.put_in_place()
    kernel = old["metadata"].get("kernelspec")
    if isinstance(kernel, dict) and all(isinstance(kernel.get(key), str) for key in ("name", "display_name")):
        merger.carried.notebook["metadata"]["kernelspec"] = kernel
    return merger.carried


class _Merger:
    """Goes through the learner's cells in their order."""

    def __init__(self, old, new):
        self.carried = Carried(copy.deepcopy(new))
        cells = self.carried.notebook["cells"]
        self.mine = {cell["id"]: cell for cell in cells}
        self.now = {cell["id"]: digest(cell) for cell in cells}
        known = course(old).get("release")
        known = known.get("cells") if isinstance(known, dict) else None
        self.known = known if isinstance(known, dict) else None
        self.answers = []  # pairs of the learner's cell and the release's
        for answer in (cell for cell in cells if role(cell) == "answer"):
            chosen, _ = answer_cells(old["cells"], course(answer)["exercise"], answer["id"])
            self.answers += [(chosen, answer)] if chosen and chosen.get("cell_type") == "code" else []
        self.place = None
        self.after = {}  # the learner's own cells, by the id of the cell that they follow; None: at the top

    def take(self, cell):
        """Find out whose a cell is, and carry what is the learner's."""
        id, known = cell.get("id"), self.known or {}
        answer = next((mine for theirs, mine in self.answers if theirs is cell), None)
        self.place = answer["id"] if answer else id if id in self.mine else self.place
        untouched = known[id] == digest(cell) if id in known else digest(cell) in known.values()
        if untouched or not cell["source"].strip():
            return
        if answer is not None:
            self.carried.answers += answer["source"] != cell["source"]
            answer["source"] = cell["source"]
        elif self.known is None:
            self.carried.left += id not in self.mine
        elif id in known and role(self.mine.get(id, cell)) != "answer":
            self._keep_edit(id, cell)
        else:
            self._add(cell)

    def put_in_place(self):
        """Put the learner's own cells where they belong."""
        cells = [*self.after.get(None, [])]
        for cell in self.carried.notebook["cells"]:
            cells += [cell, *self.after.get(cell["id"], [])]
        self.carried.notebook["cells"] = cells

    def _keep_edit(self, id, cell):
        mine = self.mine.get(id)
        if mine is None or self.now[id] != self.known[id] or role(mine) in COURSES_OWN:
            self.carried.left += 1
            return
        self.carried.edits += 1
        position = next(i for i, one in enumerate(self.carried.notebook["cells"]) if one is mine)
        edited = _cleaned(cell, id)
        edited["metadata"] = mine["metadata"]
        self.carried.notebook["cells"][position] = self.mine[id] = edited

    def _add(self, cell):
        if cell.get("cell_type") not in KEYS:
            self.carried.left += 1
            return
        taken = {*self.mine, *(one["id"] for cells in self.after.values() for one in cells)}
        id = str(cell.get("id", ""))
        free = re.fullmatch(r"[\w-]{1,64}", id, re.ASCII) and id not in taken
        added = _cleaned(cell, id if free else secrets.token_hex(4))
        added["metadata"].pop("deletable", None)
        self.after.setdefault(self.place, []).append(added)
        self.carried.added += 1


def _cleaned(cell, id):
    """Copy a cell with nothing in it that a valid notebook may not hold, nor views of widgets of the old file."""
    kept = {key: copy.deepcopy(value) for key, value in cell.items() if key in KEYS[cell["cell_type"]]} | {"id": id}
    if cell["cell_type"] == "code":
        outputs = [one for one in kept.get("outputs", []) if isvalid(one, ref="output", version=4, version_minor=5)]
        outputs = [one for one in outputs if WIDGET_VIEW not in one.get("data", {})]
        kept |= {"outputs": outputs, "execution_count": None}
    return from_dict(kept)
