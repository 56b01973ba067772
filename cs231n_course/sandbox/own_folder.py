"""The folder that an answer may write into: how much is in it, and how it is removed, whatever was made of it."""

import contextlib
import os
import shutil
import stat
import subprocess
from pathlib import Path

MOST_BYTES = 500_000_000
LARGEST_FILE = 64 << 20  # bytes that one file of an answer may hold
MOST_FILES = 10_000  # folders count, too


def is_overfull(folder: Path, process: int | None = None) -> bool:
    """Returns whether a folder holds more than an answer has any use for, or what can't be looked into.

    What a process has open, or in its memory, and removed from its folders counts, too.
    """
    folders, count, size = [os.fspath(folder)], 0, _removed_bytes(folder, process) if process else 0
    while folders:
        try:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    count += 1
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                    else:
                        size += entry.stat(follow_symlinks=False).st_blocks * 512  # what it takes, not what it pretends
                    if count > MOST_FILES or size > MOST_BYTES:
                        return True
        except (FileNotFoundError, NotADirectoryError):  # gone by now
            continue
        except OSError:  # its path is too long, or nobody may read it
            return True
    return size > MOST_BYTES


def _removed_bytes(folder: Path, process: int) -> int:
    """Returns how much is in the files that a process has open, or in its memory, and that have no name any more."""
    size = LARGEST_FILE * _removed_and_mapped(folder, process)
    with contextlib.suppress(OSError):
        for entry in os.scandir(f"/proc/{process}/fd"):
            with contextlib.suppress(OSError):
                status = entry.stat()
                if stat.S_ISREG(status.st_mode) and status.st_nlink == 0:
                    size += status.st_blocks * 512
    return size


def _removed_and_mapped(folder: Path, process: int) -> int:
    """Returns how many files of a folder are in a process's memory and have no name; their sizes nobody tells."""
    here = f" {os.path.realpath(folder)}/"
    with contextlib.suppress(OSError), open(f"/proc/{process}/maps", errors="replace") as maps:  # noqa: PTH123
        lines = [line.split(maxsplit=5) for line in maps if here in line and line.endswith("(deleted)\n")]
        return len({inode for *_, inode, _ in lines})
    return 0


def remove_tree(folder: Path) -> None:
    """Remove a folder with all that is in it: also what its owner may not read, and what is nested very deeply."""
    with contextlib.suppress(OSError, RecursionError):
        shutil.rmtree(folder)
        return
    for command in (["chmod", "-R", "u+rwx"], ["rm", "-rf"]):  # unlike Python's, they go to any depth
        with contextlib.suppress(OSError):
            subprocess.run([*command, str(folder)], capture_output=True, check=False)
