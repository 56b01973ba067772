"""Start the kernels that learners' answers run in, and hold them to their limits.

Where the system can fork, one process imports what every kernel needs and then forks a kernel for each exercise: a new
kernel in a tenth of the time, with limits set before any of the learner's code runs. It is forked before the grader's
process learns anything that an answer must not see. Elsewhere each kernel is started anew.
"""

import contextlib
import json
import os
import signal
import socket
import sys
from pathlib import Path

MEGABYTE = 1 << 20
CAN_FORK = sys.platform == "linux"  # macOS's own libraries do not survive a fork


def hide_memory():
    """Keep other processes of the same user, an answer's among them, from reading this one; tell whether it worked."""
    if sys.platform != "linux":
        return False
    import ctypes

    return ctypes.CDLL(None).prctl(4, 0, 0, 0, 0) == 0 and os.geteuid() != 0  # PR_SET_DUMPABLE; root reads all


class Nursery:
    """A process that forks kernels; it is their parent, so it also knows which of them live."""

    def __init__(self, memory):
        """Fork the process; memory is the limit of each kernel in bytes."""
        self._socket, theirs = socket.socketpair()
        if os.fork() == 0:
            self._socket.close()
            try:
                _serve(theirs, memory)
            finally:
                os._exit(0)
        theirs.close()
        self._file = self._socket.makefile("rw")

    def ask(self, order, **arguments):
        """Send an order and give its answer.

        Ends the runner, this process, if the nursery has died: an answer killed it, and the grader starts again.
        """
        try:
            self._file.write(json.dumps({"order": order, **arguments}) + "\n")
            self._file.flush()
            return json.loads(self._file.readline())
        except (OSError, ValueError):
            os._exit(3)

    def tell(self, order, **arguments):
        """Send an order that has no answer."""
        self._file.write(json.dumps({"order": order, **arguments}) + "\n")
        self._file.flush()

    def close(self):
        """End the process and every kernel that it started."""
        self._file.close()
        self._socket.close()


def kernel_home(folder):
    """Give the variables that keep a kernel's files in a folder of its own."""
    return {"HOME": folder, "USERPROFILE": folder, "IPYTHONDIR": str(Path(folder, ".ipython")), "TMPDIR": folder}


def _serve(orders, memory):
    """Obey orders, one JSON text a line, until the other side goes; then end every kernel and what they started."""
    os.setsid()  # so that it outlives the grader's group for long enough to clean up
    _adopt_orphans()
    null = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(null, number)
    os.closerange(3, orders.fileno())
    os.closerange(orders.fileno() + 1, 4096)
    kernels = set()
    with orders.makefile("rw") as lines:
        for line in lines:
            request = json.loads(line)
            if request["order"] == "warm":
                _warm(request["sources"])
                continue
            if request["order"] == "set":
                os.environ |= request["variables"]
                continue
            if request["order"] == "start":
                answer = _fork_kernel(orders, memory, request["connection"], request["folder"])
                kernels.add(answer)
            elif request["order"] == "alive":
                answer = _reap(kernels, request["pid"])
            else:
                answer = _signal(kernels, request["pid"], request["signal"])
            lines.write(json.dumps(answer) + "\n")
            lines.flush()
    _end_descendants()


def _adopt_orphans():
    """Become the parent of processes whose own parent ends, as a learner's daemon would be."""
    import ctypes

    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER


def _end_descendants():
    import psutil

    for process in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):
            process.kill()


def _warm(sources):
    """Import what the kernels will import; what the setup cells define is thrown away."""
    sys.modules.setdefault("debugpy", None)  # nobody debugs here, and it takes half of a kernel's start
    import importlib

    for module in ("ipykernel.kernelapp", "IPython.core.completerlib", "IPython.core.oinspect"):
        importlib.import_module(module)
    namespace = {"__name__": "__main__"}
    with contextlib.suppress(Exception):  # a kernel that runs the same cell will report it
        for source in sources:
            exec(compile(source, "<setup>", "exec"), namespace)


def _fork_kernel(orders, memory, connection, folder):
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
        watch = f"--IPKernelApp.parent_handle={parent}"  # should the nursery be killed, its kernels end themselves
        app.initialize(["-f", connection, watch, "--HistoryManager.enabled=False"])
        app.start()
    finally:
        os._exit(0)


def _limit(memory):
    import resource

    limits = {resource.RLIMIT_DATA: memory, resource.RLIMIT_FSIZE: 256 * MEGABYTE, resource.RLIMIT_CORE: 0}
    for kind, amount in limits.items():
        _, hard = resource.getrlimit(kind)
        amount = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
        resource.setrlimit(kind, (amount, amount))


def _reap(kernels, pid):
    """Tell whether a kernel lives, and bury it if it does not."""
    if pid in kernels and os.waitpid(pid, os.WNOHANG)[0]:
        with contextlib.suppress(OSError):
            os.killpg(pid, signal.SIGKILL)  # what it left behind
        kernels.discard(pid)
    return pid in kernels


def _signal(kernels, pid, number):
    if pid not in kernels:
        return False
    with contextlib.suppress(OSError):
        if number == signal.SIGKILL:
            os.killpg(pid, number)
            os.waitpid(pid, 0)
            kernels.discard(pid)
        else:
            os.kill(pid, number)
    return True
