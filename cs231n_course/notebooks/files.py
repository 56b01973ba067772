"""Read a file that a learner gives, whatever stands there: never wait for it, and never for more than a limit."""

import errno
import io
import json
import os
import re
import stat
from pathlib import Path
from typing import Any

LARGEST = 50_000_000  # bytes of a notebook, and of any other file of a learner's
MOST_PARTS = 4_000_000  # of JSON: Python may take thirty times the memory that they take in the file
# A part of JSON: a text, which is passed over whole, or a sign that a value begins after.
TEXT_OR_SIGN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[{,]', re.DOTALL)
# Opening doesn't wait for who else opens a pipe; each system has some of these.
AT_ONCE = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"))


class NotAFile(OSError):
    """What stands at a path is a pipe, a socket or a device."""


class TooLarge(OSError):
    """A file holds more than may be read."""


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """Returns what a regular file holds.

    Raises IsADirectoryError, NotAFile, TooLarge for more than `largest` bytes, or another OSError.
    """
    _require_regular(path, path.stat())  # opening a device may already do something
    with os.fdopen(os.open(path, AT_ONCE), "rb", buffering=0) as file:
        status = os.fstat(file.fileno())
        _require_regular(path, status)  # it may be another one by now
        content = b"" if status.st_size > largest else _read_at_most(file, largest + 1)
    if max(status.st_size, len(content)) > largest:  # the system's own files say that they are empty
        raise TooLarge(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return content


def parse_json(text: str) -> Any:
    """Returns what a text of JSON means. Raises TooLarge for more than MOST_PARTS, ValueError or RecursionError."""
    if sum(map(text.count, "[{,")) > MOST_PARTS and _has_too_many_parts(text):  # the signs may stand in its texts
        raise TooLarge(errno.EFBIG, f"more than {MOST_PARTS:,} values and texts")
    return json.loads(text)


def _has_too_many_parts(text: str) -> bool:
    return any(number > MOST_PARTS for number, _ in enumerate(TEXT_OR_SIGN.finditer(text), 1))


def _require_regular(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(status.st_mode):
        raise NotAFile(errno.EINVAL, "not a regular file", str(path))


def _read_at_most(file: io.FileIO, count: int) -> bytes:
    """Returns the first `count` bytes, or as many as there are at once."""
    parts = []
    while count > 0 and (part := file.read(min(count, 1 << 20))):
        parts.append(part)
        count -= len(part)
    return b"".join(parts)
