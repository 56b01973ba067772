"""Start the kernels that learners' answers run in, with limits.

Where the system can fork, one process imports what every kernel needs and then forks a kernel for each exercise: a new
kernel in a tenth of the time, with limits set before any of the learner's code runs. It is forked before the grader's
process learns what the checks should show, so no answer's process ever holds that. Elsewhere each kernel is started
anew.

This keeps answers from each other and from what is expected of them, in memory. It is no sandbox: an answer runs as the
user who grades, and may read and write that user's files, the course's chapters with their answers among them.
"""

import contextlib
import json
import os
import re
import signal
import socket
import sys
from pathlib import Path
from typing import Any

MEGABYTE = 1 << 20
WHAT_KERNELS_IMPORT = (
    "ipykernel.kernelapp",
    "ipykernel.debugger",
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "tornado.platform.asyncio",
    "tornado.queues",
)
CAN_FORK = sys.platform == "linux"  # macOS's own libraries do not survive a fork


def forbid_ptrace() -> bool:
    """Keep other processes of the same user, an answer's among them, from reading this one's memory.

    Returns whether that works here.
    """
    if sys.platform != "linux":
        return False
    import ctypes

    return ctypes.CDLL(None).prctl(4, 0, 0, 0, 0) == 0 and os.geteuid() != 0  # PR_SET_DUMPABLE; root reads all


class ForkServer:
    """A process that forks kernels; it is their parent, so it also knows which of them live.

    It obeys orders, each a line of JSON: sandbox.protocol.ForkOrder.
    """

    def __init__(self, memory: int) -> None:
        """Fork the process; memory is the limit of each kernel in bytes."""
        self._socket, orders = socket.socketpair()
        if os.fork() == 0:
            self._socket.close()
            try:
                _serve(orders, memory)
            finally:
                os._exit(0)
        orders.close()
        self._file = self._socket.makefile("rw")

    def start_kernel(self, connection: Path, folder: Path) -> int:
        """Returns the process id of a new kernel, which runs in a folder and writes its sockets to a file."""
        return self._ask("start", connection=str(connection), folder=str(folder))

    def is_alive(self, pid: int) -> bool:
        """Returns whether a kernel lives."""
        return self._ask("alive", pid=pid)

    def has_others(self, pid: int) -> bool:
        """Returns whether a process runs that a kernel has started, also one that has left it."""
        return self._ask("others", pid=pid)

    def send_signal(self, pid: int, number: int) -> None:
        """Send a kernel a signal; SIGKILL goes to all that it started, too."""
        self._ask("signal", pid=pid, signal=number)

    def warm(self, sources: list[str]) -> None:
        """Run setup cells once, so that no kernel needs to import what they import."""
        self._tell("warm", sources=sources)

    def set_environment(self, variables: dict[str, str]) -> None:
        """Set environment variables of the kernels to come."""
        self._tell("set", variables=variables)

    def _ask(self, order: str, **arguments: Any) -> Any:
        """Send an order. Returns its answer.

        Ends the runner, this process, if the fork server has died: an answer killed it, and the grader starts again.
        """
        try:
            self._tell(order, **arguments)
            return json.loads(self._file.readline())
        except (OSError, ValueError):
            os._exit(3)

    def _tell(self, order: str, **arguments: Any) -> None:
        """Send an order that has no answer."""
        self._file.write(json.dumps({"order": order, **arguments}) + "\n")
        self._file.flush()

    def close(self) -> None:
        """End the process and every kernel that it started."""
        self._file.close()
        self._socket.close()


def kernel_home(folder: str) -> dict[str, str]:
    """Returns the environment variables that keep a kernel's files in a folder of its own."""
    return {"HOME": folder, "USERPROFILE": folder, "IPYTHONDIR": str(Path(folder, ".ipython")), "TMPDIR": folder}


def _serve(orders: socket.socket, memory: int) -> None:
    """Obey orders, one JSON text a line, until the other side goes; then end every kernel and what they started."""
    os.setsid()  # so that it outlives the grader's group for long enough to clean up
    _adopt_orphans()
    null = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(null, number)
    os.closerange(3, orders.fileno())
    os.closerange(orders.fileno() + 1, 4096)
    kernels: set[int] = set()  # process ids
    with orders.makefile("rw") as lines:
        for line in lines:
            order = json.loads(line)
            if order["order"] == "warm":
                _warm(order["sources"])
                continue
            if order["order"] == "set":
                os.environ |= order["variables"]
                continue
            answer: int | bool
            if order["order"] == "start":
                answer = _fork_kernel(orders, memory, order["connection"], order["folder"])
                kernels.add(answer)
            elif order["order"] == "alive":
                answer = _reap(kernels, order["pid"])
            elif order["order"] == "others":
                answer = any(_may_act(process) for process in _others(kernels))
            else:
                answer = _signal(kernels, order["pid"], order["signal"])
            lines.write(json.dumps(answer) + "\n")
            lines.flush()
    _end_all()


def _adopt_orphans() -> None:
    """Become the parent of processes whose own parent ends, as a learner's daemon would be."""
    import ctypes

    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER


def _others(kernels: set[int]) -> list[Any]:
    """Returns the processes, as psutil's, that have been started from here and are no kernels."""
    import psutil

    return [process for process in psutil.Process().children(recursive=True) if process.pid not in kernels]


def _may_act(process: Any) -> bool:
    """Returns whether a process has yet to end, and is not one that Python's multiprocessing keeps for itself."""
    import psutil

    with contextlib.suppress(psutil.Error):
        kept = re.search(r"multiprocessing\.(resource_tracker|forkserver)", " ".join(process.cmdline()))
        return process.status() != psutil.STATUS_ZOMBIE and not kept
    return False


def _end_all() -> None:
    """Kill all that has been started from here, kernels too, and wait until it has ended."""
    import psutil

    with contextlib.suppress(ChildProcessError):  # which says that there is nothing left
        while True:
            if os.waitpid(-1, os.WNOHANG)[0]:
                continue
            for process in psutil.Process().children(recursive=True):
                with contextlib.suppress(psutil.Error):
                    process.kill()
            os.waitpid(-1, 0)


def _warm(sources: list[str]) -> None:
    """Import what the kernels will import; what the setup cells define is thrown away."""
    # Nobody debugs here, and importing it takes half of a kernel's start.
    sys.modules.setdefault("debugpy", None)  # type: ignore[arg-type]
    import gc
    import importlib

    for module in (*WHAT_KERNELS_IMPORT, "cs231n_course.checks.check", "cs231n_course.checks.guard"):
        importlib.import_module(module)
    namespace: dict[str, Any] = {"__name__": "__main__"}
    with contextlib.suppress(Exception):  # a kernel that runs the same cell will report it
        for source in sources:
            exec(compile(source, "<setup>", "exec"), namespace)
    namespace.clear()
    gc.collect()
    gc.freeze()  # a kernel's garbage collector then leaves these pages alone, and they stay shared


def _fork_kernel(orders: socket.socket, memory: int, connection: str, folder: str) -> int:
    parent, pid = os.getpid(), os.fork()
    if pid:
        return pid
    try:
        orders.close()
        os.setsid()
        os.chdir(folder)
        _limit(memory)
        os.environ |= kernel_home(folder)
        from ipykernel.kernelapp import IPKernelApp

        app = IPKernelApp.instance()
        watch = f"--IPKernelApp.parent_handle={parent}"  # if the fork server is killed, its kernels end themselves
        app.initialize(["-f", connection, watch, "--HistoryManager.enabled=False"])
        app.start()
    finally:
        os._exit(0)


def _limit(memory: int) -> None:
    import resource

    limits = {resource.RLIMIT_DATA: memory, resource.RLIMIT_FSIZE: 256 * MEGABYTE, resource.RLIMIT_CORE: 0}
    for kind, amount in limits.items():
        _, hard = resource.getrlimit(kind)
        amount = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
        resource.setrlimit(kind, (amount, amount))


def _reap(kernels: set[int], pid: int) -> bool:
    """Returns whether a kernel lives; one that does not is waited for and forgotten."""
    if pid in kernels and os.waitpid(pid, os.WNOHANG)[0]:
        with contextlib.suppress(OSError):
            os.killpg(pid, signal.SIGKILL)  # what it has started and left
        kernels.discard(pid)
    return pid in kernels


def _signal(kernels: set[int], pid: int, number: int) -> bool:
    """Send a kernel a signal. Returns whether it lived."""
    lived = pid in kernels
    if number == signal.SIGKILL:
        if lived:
            with contextlib.suppress(OSError):
                os.killpg(pid, number)
            os.waitpid(pid, 0)
            kernels.discard(pid)
        if not kernels:  # what an answer has started and let go does not outlive it
            _end_all()
    elif lived:
        with contextlib.suppress(OSError):
            os.kill(pid, number)
    return lived
