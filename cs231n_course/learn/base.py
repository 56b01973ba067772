"""The release that a learner's notebook was made from, by which their work is told from the course's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypedDict

from cs231n_course.notebooks.align import share
from cs231n_course.notebooks.format import Cell, Notebook, metadata_of, role
from cs231n_course.notebooks.release import cell_digest


class ReleasedChapter(TypedDict):
    """What the record in a learner's folder has of a chapter as the course last wrote it there."""

    digest: str
    cells: list[Cell]  # only id, cell_type and source


@dataclass
class Base:
    """The cells of the release that a notebook was made from, and its digest, or None if it isn't known which it is.

    Of the cells in `guessed` only ids and digests are known, and that the learner has changed them; the sources here
    are those of another release.
    """

    cells: list[Cell]
    digest: str | None
    guessed: frozenset[str] = frozenset()


def described(new: Notebook) -> ReleasedChapter:
    """Returns what the record in a learner's folder keeps of a release."""
    cells = [{key: cell[key] for key in ("id", "cell_type", "source")} for cell in new["cells"]]
    return {"digest": metadata_of(new)["release"]["digest"], "cells": cells}


def is_release(record: Any) -> bool:
    """Returns whether a part of the record in a learner's folder is a ReleasedChapter."""
    cells = record.get("cells") if isinstance(record, dict) else None
    keys = ("id", "cell_type", "source")
    return isinstance(cells, list) and all(
        isinstance(cell, dict) and all(isinstance(cell.get(key), str) for key in keys) for cell in cells
    )


def digest_of(nb: Notebook) -> str | None:
    """Returns the digest of the release that a notebook says it was made from, or None."""
    record = metadata_of(nb).get("release")
    return (record.get("digest") or None) if isinstance(record, dict) else None


def base_of(old: Notebook, new: Notebook, written: Sequence[ReleasedChapter] = ()) -> Base:
    """Returns the release that a learner's notebook was made from.

    `written` is what the course has written into the folder, the last release first. If neither the notebook nor the
    folder tell the release, it is that of `written` of which the notebook has most, else the newest one, `new`.
    """
    digest, newest = digest_of(old), described(new)
    for release in [newest, *written]:
        if release["digest"] == digest:
            return Base(release["cells"], digest)
    record = metadata_of(old).get("release")
    digests = record.get("cells") if isinstance(record, dict) else None
    if digest and isinstance(digests, dict):
        return _from_digests(old, new, digest, digests)
    if written:
        nearest = max(written, key=lambda release: share(old["cells"], release["cells"]))
        return Base(nearest["cells"], nearest["digest"])
    sources = {cell.get("id"): cell["source"] for cell in old["cells"]}
    is_new = all(sources.get(cell["id"]) == cell["source"] for cell in new["cells"] if role(cell) != "answer")
    return Base(newest["cells"], newest["digest"] if is_new else None)


def _from_digests(old: Notebook, new: Notebook, digest: str, digests: dict[str, str]) -> Base:
    """Returns the release with these digests, as far as the notebook or the newest release still has its cells."""
    by_digest = {cell_digest(cell): cell for cell in [*old["cells"], *new["cells"]]}
    by_id = {
        cell.get("id"): cell for cell in [*old["cells"], *new["cells"]]
    }  # of the newest release where both have it
    guessed, cells = set(), {}
    for id, cell_is in digests.items():
        cell = by_digest.get(cell_is)
        if cell is None:
            guessed.add(id)
            cell = by_id.get(id)
        if cell is not None and cell.get("cell_type") in ("code", "markdown", "raw"):
            cells[id] = {"id": id, "cell_type": cell["cell_type"], "source": cell["source"]}
    in_order = [cells[id] for id in _in_order(set(cells), old, new)]
    return Base(in_order, digest, frozenset(guessed & cells.keys()))


def _in_order(ids: set[str], old: Notebook, new: Notebook) -> list[str]:
    """Returns ids in the order of the newest release; those that it lacks stand where the old notebook has them."""
    order = [cell["id"] for cell in new["cells"] if cell["id"] in ids]
    before = None
    for cell in old["cells"]:
        id = cell.get("id")
        if id in ids and id not in order:
            order.insert(order.index(before) + 1 if before in order else 0, id)
        before = id if id in ids else before
    return [*order, *sorted(ids - set(order))]
