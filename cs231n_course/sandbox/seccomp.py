"""Linux' seccomp: refuse this process the system calls by which it could reach others. It needs no rights.

https://docs.kernel.org/userspace-api/seccomp_filter.html. Landlock watches which files are opened. This is for the
rest: other processes, the network, the properties of files, and what stays in the system when a process ends. A filter
is a small program that the system runs before each call. It is written in full here, for the library that writes such
programs is not on every machine.
"""

import ctypes
import errno
import os
import platform
import struct
import sys

# The system calls that are refused, as {name: (number on x86_64, number on aarch64)}; both have the same from 424 on.
NEW_PROCESSES = {"fork": (57, None), "vfork": (58, None), "execve": (59, 221), "execveat": (322, 281)}
OTHER_PROCESSES = {
    "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "pidfd_send_signal": (424, 424),
    "pidfd_open": (434, 434),
    "pidfd_getfd": (438, 438),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "process_mrelease": (448, 448),
    "kcmp": (312, 272),
    "move_pages": (279, 239),
    "migrate_pages": (256, 238),
    "setpriority": (141, 140),
    "ioprio_set": (251, 30),
    "perf_event_open": (298, 241),
}
NETWORK = {
    "socket": (41, 198),
    "connect": (42, 203),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
}
# Whose file it is, and not where it lies, decides about these. A program that copies files is told that the rights, or
# the lock, are as it wants them; nothing is done. (Of times it would take that for a sign that the file exists.)
DONE_IN_APPEARANCE = {
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "flock": (73, 32),
}
PROPERTIES_OF_FILES = {
    "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None),
    "utimensat": (280, 88),
    "chown": (92, None),
    "lchown": (94, None),
    "fchown": (93, 55),
    "fchownat": (260, 54),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
    "setxattrat": (463, 463),
    "removexattrat": (466, 466),
    "file_setattr": (469, 469),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "inotify_add_watch": (254, 27),
    "inotify_init": (253, None),
    "inotify_init1": (294, 26),
    "fanotify_init": (300, 262),
}
# Gigabytes in no time; the C library then writes, which takes some.
NOT_SUPPORTED_HERE = {"fallocate": (285, 47)}
TRUNCATE = {"truncate": (76, 45)}  # Landlock watches it only from version 3 on
WHAT_STAYS = {
    "memfd_create": (319, 279),  # files in memory that no limit counts
    "memfd_secret": (447, 447),
    "sendmsg": (46, 211),  # may take open files along, which then count nowhere
    "sendmmsg": (307, 269),
    "io_setup": (206, 0),  # of these, all users together have a number
    "shmat": (30, 196),
    "shmdt": (67, 197),
    "semop": (65, 193),
    "semtimedop": (220, 192),
    "msgsnd": (69, 189),
    "msgrcv": (70, 188),
    "shmget": (29, 194),
    "shmctl": (31, 195),
    "semget": (64, 190),
    "semctl": (66, 191),
    "msgget": (68, 186),
    "msgctl": (71, 187),
    "mq_open": (240, 180),
    "mq_unlink": (241, 181),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "unshare": (272, 97),
    "setns": (308, 268),
    "bpf": (321, 280),
    "userfaultfd": (323, 282),
}
RULES = {"landlock_create_ruleset": (444, 444), "landlock_add_rule": (445, 445), "landlock_restrict_self": (446, 446)}
REFUSED = NEW_PROCESSES | OTHER_PROCESSES | NETWORK | PROPERTIES_OF_FILES | WHAT_STAYS | RULES
ALL = REFUSED | TRUNCATE | DONE_IN_APPEARANCE | NOT_SUPPORTED_HERE
NEWEST = 469  # a call that is newer than this list does not exist
# These depend on an argument: which one, and what it may be. Of 0, as of its own number, a process itself is meant.
ABOUT_ITSELF = {
    "kill": (62, 129, 0),
    "tgkill": (234, 131, 0),
    "prlimit64": (302, 261, 0),
    "sched_setaffinity": (203, 122, 0),
    "sched_setparam": (142, 118, 0),
    "sched_setattr": (314, 274, 0),
}
# clone, clone3, socketpair, fcntl, ioctl, sched_setscheduler: some of each are refused, as _program says.
OTHER_NUMBERS = {"x86_64": (56, 435, 53, 72, 16, 144), "aarch64": (220, 435, 199, 25, 29, 119)}
# What a file may do to others: F_SETOWN, F_SETSIG and F_SETOWN_EX signal a process, F_SETLEASE lets it wait.
REFUSED_OF_FCNTL = (8, 10, 15, 1024)
# What may be asked of an open file by ioctl: is it a terminal (TCGETS, TIOCGWINSZ), how much can be read (FIONREAD),
# shall it wait (FIONBIO), shall programs inherit it (FIONCLEX, FIOCLEX). Others change files that may only be read.
ALLOWED_OF_IOCTL = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)

ARCHITECTURES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}  # what the kernel calls them, the column above
SECCOMP = {"x86_64": 317, "aarch64": 277}
SET_FILTER, ALL_THREADS, ASK_ACTION = 1, 1, 2
OLD_CALLS = 0x40000000  # from here on: x86_64's calls in another guise
THREAD, SAME_FILES = 0x10000, 0x400  # the flags of clone for a thread, and for one that has no open files of its own
ORDINARY = 0  # the scheduling that every process has; ZeroMQ sets it for its threads, whose numbers aren't known here
STREAM = 1  # the type of a socket whose other end can't be changed

LOAD, MASK, EQUAL, AT_LEAST, RETURN = 0x20, 0x54, 0x15, 0x35, 0x06  # the filter's instructions
NUMBER, ARCHITECTURE, ARGUMENTS = 0, 4, 16  # where the filter finds these
ALLOW, ERROR, KILL = 0x7FFF0000, 0x00050000, 0x80000000
REFUSE, UNKNOWN, DO_NOTHING = ERROR | errno.EPERM, ERROR | errno.ENOSYS, ERROR

Instruction = tuple[int, int, int, int]  # code, how far to jump if it holds, how far if it doesn't, value


def available() -> bool:
    """Returns whether the kernel takes filters, and ours is known for this machine."""
    if sys.platform != "linux" or platform.machine() not in ARCHITECTURES:
        return False
    error = ctypes.byref(ctypes.c_uint32(ERROR))
    return ctypes.CDLL(None).syscall(SECCOMP[platform.machine()], ASK_ACTION, 0, error) == 0


def restrict(*, truncate: bool) -> None:
    """Refuse all threads of this process, and those to come, what is listed above. Raises OSError.

    truncate is whether files may be cut short by their paths. The process must have given up getting new privileges.
    """
    instructions = _program(platform.machine(), os.getpid(), truncate)
    program = b"".join(struct.pack("=HBBI", *instruction) for instruction in instructions)
    buffer = ctypes.create_string_buffer(program, len(program))
    described = struct.pack("@HP", len(program) // 8, ctypes.addressof(buffer))
    libc = ctypes.CDLL(None, use_errno=True)
    failed = libc.syscall(SECCOMP[platform.machine()], SET_FILTER, ALL_THREADS, described)
    if failed:
        raise OSError(ctypes.get_errno(), "seccomp")


def _program(machine: str, process: int, truncate: bool) -> list[Instruction]:
    architecture, column = ARCHITECTURES[machine]
    clone, clone3, socketpair, fcntl, ioctl, scheduler = OTHER_NUMBERS[machine]
    program = [
        (LOAD, 0, 0, ARCHITECTURE),
        (EQUAL, 1, 0, architecture),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER),
        *_on(AT_LEAST, OLD_CALLS, _end(REFUSE)),
        *_on(AT_LEAST, NEWEST + 1, _end(UNKNOWN)),
        *_on(EQUAL, clone3, _end(UNKNOWN)),  # the C library then takes clone, whose flags can be looked at
        *_on(EQUAL, clone, _if_all_bits(0, THREAD | SAME_FILES)),
        *_on(EQUAL, socketpair, _unless(1, [STREAM], mask=0xF)),
        *_on(EQUAL, scheduler, _unless(1, [ORDINARY])),
        *_on(EQUAL, fcntl, _if(1, REFUSED_OF_FCNTL)),
        *_on(EQUAL, ioctl, _unless(1, list(ALLOWED_OF_IOCTL))),
    ]
    for *numbers, argument in ABOUT_ITSELF.values():
        program += _on(EQUAL, numbers[column], _unless(argument, [0, process]))
    ends = [
        (REFUSED if truncate else REFUSED | TRUNCATE, REFUSE),
        (DONE_IN_APPEARANCE, DO_NOTHING),
        (NOT_SUPPORTED_HERE, ERROR | errno.EOPNOTSUPP),
    ]
    for calls, result in ends:
        for numbers in calls.values():
            if numbers[column] is not None:
                program += _on(EQUAL, numbers[column], _end(result))
    return program + _end(ALLOW)


def _on(test: int, value: int, then: list[Instruction]) -> list[Instruction]:
    """Returns what does `then` if a test of the value at hand holds, and else goes on behind it."""
    return [(test, 0, len(then), value), *then]


def _end(result: int) -> list[Instruction]:
    return [(RETURN, 0, 0, result)]


def _unless(argument: int, allowed: list[int], mask: int = 0xFFFFFFFF) -> list[Instruction]:
    """Returns what refuses a call whose argument is none of the allowed values."""
    tests = [one for value in allowed for one in _on(EQUAL, value, _end(ALLOW))]
    return [(LOAD, 0, 0, ARGUMENTS + 8 * argument), (MASK, 0, 0, mask), *tests, *_end(REFUSE)]


def _if_all_bits(argument: int, bits: int) -> list[Instruction]:
    """Returns what refuses a call whose argument lacks one of some bits."""
    return [(LOAD, 0, 0, ARGUMENTS + 8 * argument), (MASK, 0, 0, bits), *_on(EQUAL, bits, _end(ALLOW)), *_end(REFUSE)]


def _if(argument: int, refused: tuple[int, ...]) -> list[Instruction]:
    """Returns what refuses a call whose argument is one of the refused values."""
    tests = [one for value in refused for one in _on(EQUAL, value, _end(REFUSE))]
    return [(LOAD, 0, 0, ARGUMENTS + 8 * argument), *tests, *_end(ALLOW)]
