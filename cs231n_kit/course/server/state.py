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

from cs231n_kit.course import notebook
from cs231n_kit.course.notebook import course

VERSION = 1
SUFFIX = ".cs231n.json"
LARGEST = 20_000_000
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
    checks = [[cell["source"], course(cell)["points"]] for cell in exercise.checks]
    content = json.dumps([exercise.name, before, exercise.answer["source"], checks])
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def standing(graft, record):
    """Tell what a record says of the saved answer: unchecked, passed, failed or changed."""
    if record is None or record["answer"] is None:
        return "unchecked"
    if record["answer"] != graft.source or record["digest"] != digest(graft.exercise):
        return "changed"
    return "passed" if record["passed"] else "failed"


class State:
    """Holds the records of one notebook, {exercise: record}, and remarks about how they were read."""

    def __init__(self, file, chapter):
        """Read the state of a notebook; a file that is damaged or of another chapter is left out, with a remark."""
        self.file, self.chapter = file, chapter
        self.records, self.notes = {}, []
        self._source = self._find()
        try:
            self.records = self._read(self._source)
        except FileNotFoundError:
            pass
        except (OSError, ValueError, RecursionError):
            name = self._source.name
            if not obstacle(file):  # else there is nothing to be mended by checking again
                self.notes = [f"{name}, which keeps what was checked, can't be read; it is left out. Check again."]

    def keep(self, id, record):
        """Keep the record of an exercise. Raises OSError if it can't be written."""
        self.records[id] = record
        content = {"version": VERSION, "chapter": self.chapter, "exercises": self.records}
        mode = stat.S_IMODE(self.file.stat().st_mode) & 0o666
        target = state_file(self.file)
        notebook.write_bytes(target, (json.dumps(content, indent=1) + "\n").encode(), mode=mode)
        if self._source != target:
            self._source.unlink(missing_ok=True)
            self._source = target

    def _find(self):
        """Find the state file; for a notebook that was renamed, that of its old name.

        Nothing false can come of that: a record counts only for the very answer that was graded.
        """
        own = state_file(self.file)
        if own.exists():
            return own
        for left in sorted(self.file.parent.glob(f".*{SUFFIX}")):
            if not notebook_of(left).exists() and self._is_sound(left):
                return left
        return own

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


def _sound(record):
    """Tell whether a record has the form that `keep` gives it."""
    if not _has(record, SHAPE) or not all(isinstance(word, str) for word in record["words"]):
        return False
    return all(_has(check, CHECK_SHAPE) for check in record["checks"])


def _has(part, shape):
    """Tell whether a record or one of its checks has these keys, and points that are no more than possible."""
    if not isinstance(part, dict) or not all(isinstance(part.get(key), kind) for key, kind in shape.items()):
        return False
    points, possible = part.get("points"), part.get("possible")
    if not all(isinstance(n, int | float) and not isinstance(n, bool) for n in (points, possible)):
        return False
    return 0 <= points <= possible < math.inf
