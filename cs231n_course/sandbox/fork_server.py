"""Start the kernels that learners' answers run in, with limits.

    python -m cs231n_course.sandbox.fork_server MEMORY       # bytes; ForkServer starts it

Where the system can fork, one process imports what every kernel needs and then forks a kernel for each exercise: a new
kernel in a tenth of the time, confined (sandbox.confine) and with limits before any of the learner's code runs. It
knows nothing of what the checks should show, and has only some of the grader's environment, so no answer's process ever
holds more. Elsewhere each kernel is started anew.
"""

import contextlib
import functools
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from cs231n_course.notebooks.paths import PACKAGE, chapters_dir
from cs231n_course.sandbox import confine, landlock
from cs231n_course.sandbox.own_folder import LARGEST_FILE

MEGABYTE = 1 << 20
MOST_THREADS = 500  # of one answer
FEW_FILES = 1024  # open at a time in one answer, and in the fork server
WHAT_KERNELS_IMPORT = (
    "ipykernel.kernelapp",
    "ipykernel.debugger",
    "psutil",
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "pygments.formatters.terminal256",  # this and the next for an error, which most answers end in at first
    "stack_data",
    "tornado.platform.asyncio",
    "tornado.queues",
    "numpy.random",
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

    def __init__(
        self, memory: int, environment: Mapping[str, str] | None = None, *, on_loss: Callable[[], None] | None = None
    ) -> None:
        """Start the process; memory is the limit of each kernel in bytes, environment what the process has of it.

        on_loss is called if the process has ended by itself, before any method then raises RuntimeError.
        """
        self._on_loss = on_loss
        self.ipc: bool | None = None  # whether its kernels are reached by files and not by TCP, once there is one
        self._socket, orders = socket.socketpair()
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "cs231n_course.sandbox.fork_server", str(memory)],
            stdin=orders,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            cwd=Path(sys.executable).anchor,
            start_new_session=True,  # so that it outlives the grader's group for long enough to clean up
        )
        orders.close()
        self._file = self._socket.makefile("rw")

    def start_kernel(self, folder: Path, *, network: bool) -> int:
        """Returns the process id of a new kernel, which reads folder/connection.json and runs in folder/work.

        network is whether its sockets are TCP's.
        """
        return self._ask("start", folder=str(folder), network=network)

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
        """Run setup cells and imports once, so that no kernel needs to import the same."""
        self._tell("warm", sources=sources)

    def set_environment(self, variables: dict[str, str]) -> None:
        """Set environment variables of the kernels to come."""
        self._tell("set", variables=variables)

    def _ask(self, order: str, **arguments: Any) -> Any:
        """Send an order. Returns its answer."""
        try:
            self._tell(order, **arguments)
            return json.loads(self._file.readline())
        except (OSError, ValueError) as error:
            if self._on_loss:
                self._on_loss()
            raise RuntimeError("the process that starts the kernels has ended") from error

    def _tell(self, order: str, **arguments: Any) -> None:
        """Send an order that has no answer."""
        self._file.write(json.dumps({"order": order, **arguments}) + "\n")
        self._file.flush()

    def close(self) -> None:
        """End the process and every kernel that it started."""
        with contextlib.suppress(OSError):
            self._file.close()
        self._socket.close()
        self._process.wait()


def kernel_home(folder: str) -> dict[str, str]:
    """Returns the environment variables that keep a kernel's files in a folder of its own."""
    own = {"HOME": folder, "USERPROFILE": folder, "IPYTHONDIR": str(Path(folder, ".ipython")), "TMPDIR": folder}
    return own | {"USER": "learner", "LOGNAME": "learner"}


def _serve(orders: socket.socket, memory: int) -> None:
    """Obey orders, one JSON text a line, until the other side goes; then end every kernel and what they started."""
    _adopt_orphans()
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
                answer = _fork_kernel(orders, memory, order["folder"], order["network"])
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
    """Import what the kernels will import; what the sources define is thrown away."""
    # Nobody debugs here, and importing it takes half of a kernel's start.
    sys.modules.setdefault("debugpy", None)  # type: ignore[arg-type]
    import gc
    import importlib

    for module in (*WHAT_KERNELS_IMPORT, "cs231n_course.checks.check", "cs231n_course.checks.guard"):
        importlib.import_module(module)
    _warm_errors()
    namespace: dict[str, Any] = {"__name__": "__main__"}
    for source in sources:
        with contextlib.suppress(Exception):  # a kernel that runs the same will report it
            exec(compile(source, "<setup>", "exec"), namespace)
    namespace.clear()
    gc.collect()
    gc.freeze()  # a kernel's garbage collector then leaves these pages alone, and they stay shared


def _warm_errors() -> None:
    """Do now what IPython does once, before it shows an error for the first time: most answers start with errors."""
    import importlib
    import inspect

    importlib.import_module("pygments.lexers").get_lexer_by_name("python3")
    inspect.getmodule(_warm_errors.__code__)  # looks where each module's file is, and remembers


def _fork_kernel(orders: socket.socket, memory: int, folder: str, network: bool) -> int:
    parent = os.getpid()
    if not network:
        _leave_the_network()
    rules = _readable().rules_for(folder, network=network) if landlock.version() else []
    pid = os.fork()
    if pid:
        for one in rules[1:]:  # the first are for all kernels
            os.close(one)
        return pid
    try:
        os.close(orders.detach())  # close() leaves it open for the file that was made of it
        os.setsid()
        work = Path(folder, "work")
        os.chdir(work)
        _limit(memory)
        os.environ |= kernel_home(str(work))
        confine.confine(folder, rules)
        os.closerange(3, FEW_FILES)  # whatever else the fork server has open
        from ipykernel.kernelapp import IPKernelApp

        app = IPKernelApp.instance()
        watch = f"--IPKernelApp.parent_handle={parent}"  # if the fork server is killed, its kernels end themselves
        app.initialize(["-f", str(Path(folder, "connection.json")), watch, "--HistoryManager.enabled=False"])
        confine.seal()
        app.start()
    finally:
        os._exit(0)


@functools.cache
def _leave_the_network() -> None:
    """Leave it for good, with all kernels to come: to do so takes some milliseconds each time."""
    confine.leave_the_network()


@functools.cache
def _readable() -> confine.Readable:
    """Returns what kernels may read: all that can be imported, but not the chapters with their answers."""
    hidden = [PACKAGE / "_chapters"]
    with contextlib.suppress(FileNotFoundError):
        hidden.append(chapters_dir())
    return confine.Readable(hidden)


def _limit(memory: int) -> None:
    import resource

    limits = {
        resource.RLIMIT_DATA: memory,
        resource.RLIMIT_AS: memory + 4096 * MEGABYTE,  # what is shared, or only reserved, counts here
        resource.RLIMIT_FSIZE: LARGEST_FILE,
        resource.RLIMIT_NOFILE: FEW_FILES,
        resource.RLIMIT_CORE: 0,
    }
    if os.geteuid() == 0:  # each answer is another user then, with threads of its own only
        limits[resource.RLIMIT_NPROC] = MOST_THREADS
    for kind, amount in limits.items():
        _, hard = resource.getrlimit(kind)
        amount = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
        resource.setrlimit(kind, (amount, amount))
    with contextlib.suppress(OSError):  # should the machine run out of memory, it ends the answer and not the grader
        Path("/proc/self/oom_score_adj").write_text("1000")


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


def main() -> None:
    """Obey the orders that come by stdin, a socket."""
    orders = socket.socket(fileno=os.dup(0))
    os.dup2(os.open(os.devnull, os.O_RDWR), 0)
    _serve(orders, int(sys.argv[1]))


if __name__ == "__main__":
    main()
