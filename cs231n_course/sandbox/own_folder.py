"""The folder that an answer may write into: how much is in it, and how it is removed, whatever was made of it."""

import contextlib
import os
import shutil
import subprocess
from pathlib import Path

MOST_BYTES = 500_000_000
MOST_FILES = 10_000  # folders count, too


def is_overfull(folder: Path) -> bool:
    """Returns whether a folder holds more than an answer has any use for; what can't be looked into is passed over."""
    folders, count, size = [os.fspath(folder)], 0, 0
    while folders:
        with contextlib.suppress(OSError), os.scandir(folders.pop()) as entries:
            for entry in entries:
                count += 1
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    size += entry.stat(follow_symlinks=False).st_blocks * 512  # what it takes, not what it pretends
                if count > MOST_FILES or size > MOST_BYTES:
                    return True
    return False


def remove_tree(folder: Path) -> None:
    """Remove a folder with all that is in it: also what its owner may not read, and what is nested very deeply."""
    with contextlib.suppress(OSError, RecursionError):
        shutil.rmtree(folder)
        return
    for command in (["chmod", "-R", "u+rwx"], ["rm", "-rf"]):  # unlike Python's, they go to any depth
        with contextlib.suppress(OSError):
            subprocess.run([*command, str(folder)], capture_output=True, check=False)
