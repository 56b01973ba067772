"""The state file beside each notebook: what was graded in it, and never a claim of more.

The record of an exercise counts only while its answer is the one that was graded, and the course's checks those that
graded it.
"""

import errno
import hashlib
import json
import math
import os
import stat
from pathlib import Path

from cs231n_course.notebooks import files, reading
from cs231n_course.notebooks.format import metadata_of
from cs231n_course.notebooks.reading import Exercise
from cs231n_course.notebooks.submission import LONGEST, Submission
from cs231n_course.server import types

VERSION = 2
SUFFIX = ".cs231n.json"
MAX_BYTES = 20_000_000  # of a state file
MAX_TEXT = 20_000  # characters of a text other than the answer: a case of six inputs may have 12,000, no other 4,000
MAX_ITEMS = 50  # checks of an exercise, or messages about it
RECORD_FIELDS = {"source": str, "digest": str, "passed": bool, "messages": list, "checks": list, "checked_at": str}
CHECK_FIELDS = {"title": str, "passed": bool, "message": str, "case": str, "expected": str, "got": str}
# How version 1 called some of these fields.
RECORD_NAMES_1 = {"answer": "source", "words": "messages"}
CHECK_NAMES_1 = {"words": "message"}


def state_file(notebook: Path) -> Path:
    """Returns the file that keeps the state of a notebook."""
    return notebook.with_name(f".{notebook.stem}{SUFFIX}")


def notebook_with_state(path: Path) -> Path:
    """Returns the notebook whose state a file keeps."""
    return path.with_name(f"{path.name[1 : -len(SUFFIX)]}.ipynb")


def why_unwritable(notebook: Path) -> str | None:
    """Returns why the state of a notebook can't be written, as the operating system says it, or None if it can."""
    if not os.access(notebook.parent, os.W_OK):
        return os.strerror(errno.EACCES)
    return os.strerror(errno.EISDIR) if state_file(notebook).is_dir() else None


def grading_digest(exercise: Exercise) -> str:
    """Returns a digest of what an answer is graded with: setup, what is given, the reference, the checks and points."""
    before = [cell["source"] for cell in [*exercise.setup, *exercise.given]]
    checks = [[cell["source"], metadata_of(cell)["points"]] for cell in exercise.checks]
    content = json.dumps([exercise.name, before, exercise.answer["source"], checks])
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def has_other_checks(record: types.Record, exercise: Exercise) -> bool:
    """Returns whether a record is of other checks than the course has now, or claims other points than they give."""
    return record["digest"] != grading_digest(exercise) or record["possible"] != exercise.points


def status_of(submission: Submission, record: types.Record | None) -> types.ExerciseStatus:
    """Returns what a record says of the answer that is saved now."""
    if record is None or record["source"] is None:
        return "unchecked"
    if record["source"] != submission.source or has_other_checks(record, submission.exercise):
        return "changed"
    if record.get("taken", "") != submission.taken.source:  # a helper in another cell
        return "changed"
    return "passed" if record["passed"] else "failed"


class SavedState:
    """The records of one notebook, {exercise: record}, and remarks about how they were read."""

    def __init__(self, notebook: Path, chapter: str):
        """Reads the state of a notebook; a file that is damaged or of another chapter is left out, with a remark."""
        self.notebook = notebook
        self.chapter = chapter
        self.records: dict[str, types.Record] = {}
        self.notes: list[str] = []
        source = self._find()
        try:
            self.records = self._read(source)
        except FileNotFoundError:
            pass
        except (OSError, ValueError, RecursionError):
            if not why_unwritable(notebook):  # else there is nothing to be mended by checking again
                self.notes = [
                    f"{source.name}, which keeps what was checked, can't be read; it is left out. Check again."
                ]

    def save(self, exercise_id: str, record: types.Record) -> None:
        """Writes the record of an exercise into the file. Raises OSError if it can't be written."""
        self.records[exercise_id] = record
        content: types.StateContent = {"version": VERSION, "chapter": self.chapter, "exercises": self.records}
        mode = stat.S_IMODE(self.notebook.stat().st_mode) & 0o666
        reading.write_bytes(state_file(self.notebook), (json.dumps(content, indent=1) + "\n").encode(), mode=mode)

    def _find(self) -> Path:
        """Returns the state file; for a notebook that was renamed, the newest that a vanished notebook left behind.

        Nothing false can come of that: a record counts only for the very answer that was graded. The old one is left
        where it is, for its notebook may come back.
        """
        own = state_file(self.notebook)
        if own.exists():
            return own
        candidates = self.notebook.parent.glob(f".*{SUFFIX}")
        orphans = (path for path in candidates if not notebook_with_state(path).exists())
        return next((path for path in sorted(orphans, key=_age) if self._is_valid(path)), own)

    def _is_valid(self, path: Path) -> bool:
        try:
            return bool(self._read(path))
        except (OSError, ValueError, RecursionError):
            return False

    def _read(self, path: Path) -> dict[str, types.Record]:
        """Returns the records in a file. Raises OSError, ValueError or RecursionError."""
        if path.is_symlink():
            raise ValueError("not a state file")
        content = files.parse_json(files.read_bytes(path, MAX_BYTES).decode("utf-8-sig"))
        if not isinstance(content, dict) or content.get("version") not in (1, VERSION):
            raise ValueError("not a state of a known version")
        records = content.get("exercises")
        if content.get("chapter") != self.chapter or not isinstance(records, dict):
            raise ValueError("of another chapter")
        if content["version"] == 1:
            records = {id: _upgraded(record) for id, record in records.items()}
        if not all(_is_valid_record(record) for record in records.values()):
            raise ValueError("damaged")
        return records


def _age(path):
    try:
        return -path.lstat().st_mtime
    except OSError:  # it is gone by now
        return math.inf


def _upgraded(record):
    """Returns a record of version 1 with the names of today."""
    record = _renamed(record, RECORD_NAMES_1)
    if isinstance(record, dict) and isinstance(record.get("checks"), list):
        record["checks"] = [_renamed(check, CHECK_NAMES_1) for check in record["checks"]]
    return record


def _renamed(part, names):
    return {names.get(key, key): value for key, value in part.items()} if isinstance(part, dict) else part


def _is_valid_record(record):
    """Returns whether a record has the form that `save` writes, and is no longer than the grader makes it."""
    if not _has_fields(record, RECORD_FIELDS):
        return False
    if not all(isinstance(text, str) and len(text) <= MAX_TEXT for text in record["messages"]):
        return False
    taken = record.get("taken", "")
    if not isinstance(taken, str) or len(taken) > LONGEST:
        return False
    return all(_has_fields(check, CHECK_FIELDS) for check in record["checks"])


def _has_fields(part, fields):
    """Returns whether a record or one of its checks has these fields, none too long, and points that are possible."""
    if not isinstance(part, dict) or not all(isinstance(part.get(key), kind) for key, kind in fields.items()):
        return False
    if any(len(part[key]) > _max_length(key, kind) for key, kind in fields.items() if kind is not bool):
        return False
    points, possible = part.get("points"), part.get("possible")
    if not all(isinstance(number, int | float) and not isinstance(number, bool) for number in (points, possible)):
        return False
    return 0 <= points <= possible < math.inf


def _max_length(key, kind):
    if kind is list:
        return MAX_ITEMS
    return LONGEST if key == "source" else MAX_TEXT
