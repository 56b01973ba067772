"""What a learner's answer may reach while it is graded: Python, its packages and the kit to read, one folder to write.

`confine` is called in the answer's process before anything of the learner's is read there, and `seal` once Jupyter has
its sockets, before the first cell. Nothing that the answer does takes them back. On Linux they need no rights: files
are kept by Landlock, other processes and the network by seccomp; where the grader is root, the answer is somebody else.
What can't be had on a machine, `missing` says. Where the system allows namespaces, the network isn't even there. One
for processes would be no gain: none can be started or signalled anyway, and without a /proc of its own, which
containers refuse, an answer's process wouldn't find itself.
"""

import contextlib
import ctypes
import os
import platform
import re
import site
import socket
import struct
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from cs231n_course.sandbox import landlock, seccomp
from cs231n_course.sandbox.landlock import EVERYTHING, READ, Access

# Of a prefix, the system's or Python's, these: somebody may have put notebooks beside them.
PARTS_OF_PREFIX = ("lib", "lib32", "lib64", "Lib", "DLLs", "share", "pyvenv.cfg", "etc/ipython", "etc/jupyter")
SYSTEM_PREFIXES = ("/usr", "/usr/local", "/")
SYSTEM_FILES = (
    *("/nix/store", "/etc/ld.so.cache", "/etc/localtime", "/etc/fonts", "/etc/mime.types"),
    *("/sys/devices/system/cpu", "/proc/cpuinfo", "/proc/meminfo", "/proc/stat"),
)
OF_ITSELF = ("stat", "statm", "status", "cmdline", "maps")  # in /proc, about this process
WITH_ANSWERS = ("_chapters", "_book")  # in the course's package, where a wheel was installed
DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")
DEVICE_RULES = [(device, Access.READ_FILE | Access.WRITE_FILE | Access.IOCTL_DEV) for device in DEVICES]
COURSE = "cs231n_course"
FROM_ENVIRONMENT = ("MPLCONFIGDIR", "CS231N_DATA")  # folders that answers may read
SWITCH = "CS231N_SANDBOX"  # an environment variable; "off" turns all of this off, and every grading says so
FIRST_USER = 1_900_000_000  # from here on no user is real; each answer is another one
NOBODY = 65534  # where a container knows no such numbers
# What root needs to start a process as another user, look into its folder and end it: CAP_CHOWN, CAP_DAC_OVERRIDE,
# CAP_KILL, CAP_SETGID, CAP_SETUID. In a container it may not have them all.
TO_BECOME_ANOTHER = sum(1 << right for right in (0, 1, 5, 6, 7))
READ_ALL = 2  # CAP_DAC_READ_SEARCH: read also what is another user's, where Landlock allows it
KEEP_RIGHTS, RIGHTS_VERSION = 8, 0x20080522  # for prctl, for capset
NEW_USER, NEW_NETWORK = 1 << 28, 1 << 30  # namespaces, for unshare


def missing() -> list[str]:
    """Returns what answers are not kept from on this machine, a sentence each; none where they are kept from all."""
    if sys.platform != "linux":
        return [
            f"On {platform.system()}, answers run as this user: they can read and change this account's files, use "
            "the network and end other programs. Grade what strangers have written on Linux."
        ]
    sentences = []
    if turned_off():
        return [f"{SWITCH}=off: answers run as this user, and can do what this user can."]
    if not landlock.version():
        sentences.append(
            f"Linux {platform.release()} has no Landlock (it comes with 5.13, and can be turned off): answers can read "
            "this account's files, and change them."
        )
    if os.geteuid() == 0 and not _may_become_another():
        sentences.append(
            "The grader is root, without root's right to become another user: so answers are root, too, as far as "
            "nothing else keeps them from it."
        )
    if not seccomp.available():
        sentences.append(
            f"Linux {platform.release()} on {platform.machine()} takes no filter of system calls from us: answers can "
            "start other programs, end them, and use the network."
        )
    return sentences


def turned_off() -> bool:
    """Returns whether whoever grades wants no protection."""
    return os.environ.get(SWITCH) == "off"


class Readable:
    """What answers may read. Made once for many of them, before any has run."""

    def __init__(self, hidden: Sequence[Path] = ()) -> None:
        """Find where Python, its packages and the kit lie; what is hidden stays so, though it may lie inside.

        Hidden are also the chapters and the book of any copy of the course that could be imported.
        """
        importable = list(_importable())
        prefixes = {*SYSTEM_PREFIXES, sys.prefix, sys.base_prefix, sys.exec_prefix}
        folders = [*SYSTEM_FILES, *(os.environ.get(name) or "" for name in FROM_ENVIRONMENT), *importable]
        folders += [str(Path(prefix, part)) for prefix in prefixes for part in PARTS_OF_PREFIX]
        places = [Path(folder) for folder in {*importable, *site.getsitepackages(), *sys.path}]
        answers = [one / name for place in places for one in (place, place / COURSE) for name in WITH_ANSWERS]
        hide = {os.path.realpath(path) for path in [*hidden, *answers] if path.exists()}
        real = sorted({os.path.realpath(folder) for folder in folders if folder and Path(folder).exists()})
        self._roots = [(root, READ) for root in real]
        self._but_hidden = [rule for root in real for rule in _all_but(root, hide)]
        self._shared: tuple[str, int] | None = None

    def rules_for(self, folder: str, *, network: bool) -> list[int]:
        """Returns Landlock's rules for a process with this folder, which must obey all of them.

        Leaving out what is hidden takes a rule for each of its neighbours, a thousand in all. So these are made once
        for all folders that lie side by side; the others are few, and say which of these folders is the process's own.
        """
        beside = os.path.dirname(folder)  # noqa: PTH120
        if self._shared is None or self._shared[0] != beside:
            if self._shared:
                os.close(self._shared[1])
            here = [*self._but_hidden, *DEVICE_RULES, ("/proc", READ), (beside, EVERYTHING)]
            self._shared = beside, landlock.ruleset(here, network=True)
        sockets = READ | Access.MAKE_SOCK | Access.REMOVE_FILE | Access.WRITE_FILE
        own = [(folder, sockets), (os.path.join(folder, "work"), EVERYTHING)]  # noqa: PTH118
        return [self._shared[1], landlock.ruleset([*self._roots, *DEVICE_RULES, *own], network=network)]


def _importable() -> Iterator[str]:
    """Yields where Python imports from: whole folders of packages, and of any other folder only what is a module."""
    packages = {*site.getsitepackages(), site.getusersitepackages()}
    libraries = [Path(prefix, part) for prefix in (sys.prefix, sys.base_prefix) for part in ("lib", "lib64", "Lib")]
    own = tuple(os.path.realpath(library) + os.sep for library in libraries)
    for folder in filter(os.path.isdir, sys.path):
        if folder in packages or os.path.realpath(folder).startswith(own):
            yield folder
            continue
        for path in Path(folder).iterdir():
            if path.suffix in (".py", ".so") or (path / "__init__.py").is_file():
                yield str(path)


def _all_but(path: str, hide: set[str]) -> Iterator[tuple[str, Access]]:
    if path in hide:
        return
    if not any(one.startswith(path.rstrip("/") + "/") for one in hide):
        yield path, READ
        return
    yield path, Access.READ_DIR
    with contextlib.suppress(OSError):
        for entry in os.scandir(path):
            if not entry.is_symlink():
                yield from _all_but(entry.path, hide)


def confine(folder: str, rules: Sequence[int]) -> None:
    """Keep this process to rules, Readable.rules_for's, and to its folder; where the grader is root, as someone else.

    It may make sockets in the folder, and all that it likes in folder/work. Raises OSError if what this machine has
    does not work.
    """
    if turned_off():
        return
    if os.geteuid() == 0 and _may_become_another():
        _become_nobody(folder)
    if rules:
        about_itself = [(f"/proc/{os.getpid()}/{name}", READ) for name in OF_ITSELF]
        landlock.allow(rules[-1], about_itself)
    for one in rules:
        landlock.restrict(one)
        os.close(one)  # who has it could add to it, for the answers that come after


def seal() -> None:
    """Refuse this process, all its threads, to start others, to reach them, and to open sockets. Raises OSError."""
    if seccomp.available() and not turned_off():
        seccomp.restrict(truncate=landlock.version() >= 3)


def trial() -> str:
    """Returns what goes wrong when a process of this machine is confined, "" if nothing does and it holds."""
    read, write = os.pipe()
    with tempfile.TemporaryDirectory(prefix="cs231n-trial-") as folder:
        Path(folder, "work").mkdir()
        child = os.fork()
        if child == 0:
            try:
                rules = Readable().rules_for(folder, network=False) if landlock.version() else []
                confine(folder, rules)
                seal()
                os.write(write, _what_is_open(folder).encode())
            except BaseException as error:
                os.write(write, f"{type(error).__name__}: {error}".encode())
            finally:
                os._exit(0)
        os.close(write)
        with os.fdopen(read) as pipe:
            said = pipe.read()
        os.waitpid(child, 0)
    return said


def _what_is_open(folder: str) -> str:
    """Returns what this process, confined, can do and should not; "" if there is nothing."""
    found = []
    Path(folder, "work", "mine").touch()
    if landlock.version():
        with contextlib.suppress(PermissionError):
            list(Path(folder).parent.iterdir())
            found.append(f"{Path(folder).parent} can be read")
    if seccomp.available():
        with contextlib.suppress(PermissionError):
            socket.socket().close()
            found.append("a socket can be opened")
    return ", ".join(found)


def _may_become_another() -> bool:
    """Returns whether root has the rights here to become another user, which a container may have taken away."""
    return _rights() & TO_BECOME_ANOTHER == TO_BECOME_ANOTHER


def _rights() -> int:
    """Returns which of root's rights this process has, a bit for each."""
    match = re.search(r"^CapEff:\s*(\w+)$", Path("/proc/self/status").read_text(), re.MULTILINE)
    return int(match[1], 16) if match else 0


def _set_rights(bits: int) -> None:
    """Give up the others of root's rights."""
    head, rights = struct.pack("=Ii", RIGHTS_VERSION, 0), struct.pack("=6I", bits, bits, 0, 0, 0, 0)
    ctypes.CDLL(None).capset(head, rights)


def leave_the_network() -> None:
    """Move this process, and those that it starts, to a network where there is nothing, if the system lets it."""
    if turned_off():
        return
    libc = ctypes.CDLL(None)
    if _rights():  # who has some of root's rights would lose them among users of one's own
        libc.unshare(NEW_NETWORK)
        return
    user, group = os.getuid(), os.getgid()
    if libc.unshare(NEW_USER | NEW_NETWORK) == 0:
        with contextlib.suppress(OSError):  # some systems allow the one and not the other
            Path("/proc/self/setgroups").write_text("deny")
            Path("/proc/self/uid_map").write_text(f"{user} {user} 1")  # this user stays who they are
            Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
        _set_rights(0)


def _become_nobody(folder: str) -> None:
    """Give up root's rights, but to read, for Python may lie where only root does; the folder goes along."""
    libc = ctypes.CDLL(None, use_errno=True)
    user = FIRST_USER + os.getpid()
    try:
        os.setgroups([])
        os.setresgid(user, user, user)
    except OSError:
        user = NOBODY
        os.setresgid(user, user, user)
    for path in (folder, *(entry.path for entry in os.scandir(folder))):
        os.chown(path, user, user)
    libc.prctl(KEEP_RIGHTS, 1, 0, 0, 0)
    os.setresuid(user, user, user)
    _set_rights(1 << READ_ALL)
