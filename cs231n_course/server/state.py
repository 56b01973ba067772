"""Keep beside each notebook what was graded in it, and never claim more.

The record of an exercise counts only while its answer is the one that was graded, and the course's checks those that
graded it.
"""

import errno
import hashlib
import json
import math
import os
import stat

from cs231n_course.notebooks import reading
from cs231n_course.notebooks.format import metadata_of
from cs231n_course.notebooks.submission import LONGEST

VERSION = 1
SUFFIX = ".cs231n.json"
LARGEST = 20_000_000
TEXT = 20_000  # characters of a text other than the answer: a case of six inputs may have 12,000, no other 4,000
MOST = 50  # checks of an exercise, or sentences about it
SHAPE = {"answer": str, "digest": str, "passed": bool, "words": list, "checks": list, "checked_at": str}
CHECK_SHAPE = {"title": str, "passed": bool, "words": str, "case": str, "expected": str, "got": str}


def state_file(file):
    """Name the file that keeps the state of a notebook."""
    return file.with_name(f".{file.stem}{SUFFIX}")


def notebook_of(path):
    """Name the notebook whose state a file keeps."""
    return path.with_name(f"{path.name[1 : -len(SUFFIX)]}.ipynb")


def obstacle(file):
    """Say why the state of a notebook can't be kept, or None: words of the operating system."""
    if not os.access(file.parent, os.W_OK):
        return os.strerror(errno.EACCES)
    return os.strerror(errno.EISDIR) if state_file(file).is_dir() else None


def digest(exercise):
    """Give a digest of what an answer is graded with: setup, what is given, the reference, the checks and points."""
    before = [cell["source"] for cell in [*exercise.setup, *exercise.given]]
    checks = [[cell["source"], metadata_of(cell)["points"]] for cell in exercise.checks]
    content = json.dumps([exercise.name, before, exercise.answer["source"], checks])
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def graded_otherwise(record, exercise):
    """Tell whether a record is of other checks than the course has now, or claims other points than they give."""
    return record["digest"] != digest(exercise) or record["possible"] != exercise.points


def standing(graft, record):
    """Tell what a record says of the saved answer: unchecked, passed, failed or changed."""
    if record is None or record["answer"] is None:
        return "unchecked"
    if record["answer"] != graft.source or graded_otherwise(record, graft.exercise):
        return "changed"
    return "passed" if record["passed"] else "failed"


class State:
    """Holds the records of one notebook, {exercise: record}, and remarks about how they were read."""

    def __init__(self, file, chapter):
        """Read the state of a notebook; a file that is damaged or of another chapter is left out, with a remark."""
        self.file, self.chapter = file, chapter
        self.records, self.notes = {}, []
        source = self._find()
        try:
            self.records = self._read(source)
        except FileNotFoundError:
            pass
        except (OSError, ValueError, RecursionError):
            name = source.name
            if not obstacle(file):  # else there is nothing to be mended by checking again
                self.notes = [f"{name}, which keeps what was checked, can't be read; it is left out. Check again."]

    def keep(self, id, record):
        """Keep the record of an exercise. Raises OSError if it can't be written."""
        self.records[id] = record
        content = {"version": VERSION, "chapter": self.chapter, "exercises": self.records}
        mode = stat.S_IMODE(self.file.stat().st_mode) & 0o666
        reading.write_bytes(state_file(self.file), (json.dumps(content, indent=1) + "\n").encode(), mode=mode)

    def _find(self):
        """Find the state file; for a notebook that was renamed, that of its old name, the newest if there are several.

        Nothing false can come of that: a record counts only for the very answer that was graded. The old one is left
        where it is, for its notebook may come back.
        """
        own = state_file(self.file)
        if own.exists():
            return own
        left = (path for path in self.file.parent.glob(f".*{SUFFIX}") if not notebook_of(path).exists())
        return next((path for path in sorted(left, key=_age) if self._is_sound(path)), own)

    def _is_sound(self, path):
        try:
            return bool(self._read(path))
        except (OSError, ValueError, RecursionError):
            return False

    def _read(self, path):
        about = path.lstat()
        if not stat.S_ISREG(about.st_mode) or about.st_size > LARGEST:
            raise ValueError("no file of ours")
        content = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(content, dict) or content.get("version") != VERSION:
            raise ValueError("not a state of this version")
        if content.get("chapter") != self.chapter or not isinstance(content.get("exercises"), dict):
            raise ValueError("of another chapter")
        if not all(_sound(record) for record in content["exercises"].values()):
            raise ValueError("damaged")
        return content["exercises"]


def _age(path):
    try:
        return -path.lstat().st_mtime
    except OSError:  # it is gone by now
        return math.inf


def _sound(record):
    """Tell whether a record has the form that `keep` gives it, and is no longer than the grader makes it."""
    if not _has(record, SHAPE) or not all(isinstance(word, str) and len(word) <= TEXT for word in record["words"]):
        return False
    return all(_has(check, CHECK_SHAPE) for check in record["checks"])


def _has(part, shape):
    """Tell whether a record or one of its checks has these keys, none too long, and points that are possible."""
    if not isinstance(part, dict) or not all(isinstance(part.get(key), kind) for key, kind in shape.items()):
        return False
    if any(len(part[key]) > _longest(key, kind) for key, kind in shape.items() if kind is not bool):
        return False
    points, possible = part.get("points"), part.get("possible")
    if not all(isinstance(n, int | float) and not isinstance(n, bool) for n in (points, possible)):
        return False
    return 0 <= points <= possible < math.inf


def _longest(key, kind):
    return MOST if kind is list else LONGEST if key == "answer" else TEXT
