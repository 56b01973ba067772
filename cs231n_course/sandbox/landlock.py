"""Linux' Landlock: let this process, and no other, see only some files. It needs no rights; a kernel has it from 5.13.

https://docs.kernel.org/userspace-api/landlock.html. What is done here can't be undone, and holds for the calling thread
and all that it starts later: so it comes before any other thread does. The packages that do the same are younger than
this course, and leave out what seccomp.py does.
"""

import ctypes
import os
import struct
import sys
from collections.abc import Iterable
from enum import IntFlag

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446  # system calls, of the same numbers on every machine
ASK_VERSION, PATH_BENEATH = 1, 1
SET_NO_NEW_PRIVILEGES = 38  # an option of prctl
ALL_NETWORK, ALL_SCOPES = 0b11, 0b11  # TCP: bind, connect. Sockets without a file, and signals, of processes outside


class Access(IntFlag):
    """What may be done with a file, or with a folder and all that is below it."""

    EXECUTE = 1 << 0
    WRITE_FILE = 1 << 1
    READ_FILE = 1 << 2
    READ_DIR = 1 << 3
    REMOVE_DIR = 1 << 4
    REMOVE_FILE = 1 << 5
    MAKE_CHAR = 1 << 6
    MAKE_DIR = 1 << 7
    MAKE_REG = 1 << 8
    MAKE_SOCK = 1 << 9
    MAKE_FIFO = 1 << 10
    MAKE_BLOCK = 1 << 11
    MAKE_SYM = 1 << 12
    REFER = 1 << 13  # rename from one folder to another
    TRUNCATE = 1 << 14
    IOCTL_DEV = 1 << 15


READ = Access.READ_FILE | Access.READ_DIR
OF_FILES = Access.EXECUTE | Access.WRITE_FILE | Access.READ_FILE | Access.TRUNCATE | Access.IOCTL_DEV
EVERYTHING = Access(sum(Access)) & ~Access.EXECUTE
KNOWN_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}  # how many of them a version of Landlock knows; from 5 on all
KNOWN_FIELDS = {1: 1, 2: 1, 3: 1, 4: 2, 5: 2}  # files; from 4 on the network; from 6 on scopes, too


def version() -> int:
    """Returns the version of Landlock that the kernel has, 0 if none."""
    if sys.platform != "linux":
        return 0
    return max(0, _libc().syscall(CREATE_RULESET, None, ctypes.c_size_t(0), ASK_VERSION))


def ruleset(allowed: Iterable[tuple[str, Access]], *, network: bool) -> int:
    """Returns a file descriptor of rules: only what is allowed, (path, what) each; a path that isn't there is left out.

    Unless `network`, no TCP either. Raises OSError if the kernel refuses.
    """
    has = version()
    handled = (1 << KNOWN_RIGHTS.get(has, 16)) - 1
    fields = [handled, 0 if network else ALL_NETWORK, ALL_SCOPES][: KNOWN_FIELDS.get(has, 3)]
    attributes = struct.pack(f"={len(fields)}Q", *fields)
    rules = _call(CREATE_RULESET, attributes, ctypes.c_size_t(len(attributes)), 0)
    os.set_inheritable(rules, False)
    allow(rules, allowed)
    return rules


def allow(rules: int, allowed: Iterable[tuple[str, Access]]) -> None:
    """Add what is allowed to rules."""
    handled = (1 << KNOWN_RIGHTS.get(version(), 16)) - 1
    for path, access in allowed:
        _allow(rules, path, access & handled)


def restrict(rules: int) -> None:
    """Let this process do only what these rules allow, and what those allow that it has already. Raises OSError."""
    if _libc().prctl(SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "no_new_privs")
    _call(RESTRICT_SELF, rules, 0)


def _allow(rules: int, path: str, access: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        access &= ~0 if os.path.isdir(path) else OF_FILES  # noqa: PTH112
        if access:
            _call(ADD_RULE, rules, PATH_BENEATH, struct.pack("=Qi", access, place), 0)
    finally:
        os.close(place)


def _call(number: int, *arguments: object) -> int:
    result = _libc().syscall(number, *arguments)
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
