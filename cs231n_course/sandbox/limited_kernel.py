"""The kernel that nbval runs an answer in, with limits on its time and on what it writes."""

import collections
import contextlib
import os
import signal
import time
from pathlib import Path
from queue import Empty
from typing import Any, NoReturn

import zmq
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.connect import write_connection_file
from jupyter_client.manager import KernelManager
from nbval.kernel import CURRENT_ENV_KERNEL_NAME, NbvalKernelspecManager, RunningKernel

from cs231n_course.checks.settle import GRACE
from cs231n_course.sandbox.fork_server import MEGABYTE, ForkServer, kernel_home
from cs231n_course.sandbox.protocol import Trouble

POLL = 0.1  # seconds between two looks at whether the kernel lives
STARTUP = 60.0
LONGEST_MESSAGE = 16 * MEGABYTE  # from a kernel; a longer one is not even read
LONGEST_PATH = 90  # of a Unix socket, with some to spare


class KernelTrouble(Exception):
    """A kernel was lost; the text is a protocol.Trouble."""


class LimitedKernel(RunningKernel):
    """Stands in for nbval's kernel: it notices at once when the process dies, and ends one that floods its output."""

    def __init__(self, fork_server: ForkServer | None, folder: Path, output: int) -> None:
        """Start a kernel.

        fork_server forks it; if it is None, the kernel is started anew. folder is an empty one, for its sockets and, in
        folder/work, for what it writes; output is how many bytes one cell may write. Raises RuntimeError if the kernel
        does not answer.
        """
        self.trouble: Trouble | None = None
        self._fork_server, self._output, self._written = fork_server, output, 0
        self._messages: collections.deque[dict[str, Any]] = collections.deque()
        context = zmq.Context()
        context.setsockopt(zmq.MAXMSGSIZE, LONGEST_MESSAGE)
        context.setsockopt(zmq.RECONNECT_IVL, 5)  # milliseconds: the kernel does not listen yet when we first connect
        Path(folder, "work").mkdir()
        if fork_server:
            self._start_forked(fork_server, folder, context)
        else:
            self._start_anew(folder, context)
        self.kc.start_channels(stdin=False, hb=False, control=False)
        self._poller = zmq.Poller()
        for channel in (self.kc.shell_channel, self.kc.iopub_channel):
            self._poller.register(channel.socket, zmq.POLLIN)
        self._disconnected = self.kc.iopub_channel.socket.get_monitor_socket(zmq.EVENT_DISCONNECTED)
        self._poller.register(self._disconnected, zmq.POLLIN)
        self._await_answer()

    def execute_cell_input(self, cell_input: str, allow_stdin: bool | None = None) -> str:
        """Send a cell's source. Returns the id of the message."""
        self._written = 0
        return super().execute_cell_input(cell_input, allow_stdin)

    def await_reply(self, msg_id: str, timeout: float) -> None:
        """Wait until the kernel has run what was sent.

        Raises Empty after `timeout` seconds, KernelTrouble if the kernel dies or floods its output before.
        """
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            heard = self._poller.poll(round(1000 * min(POLL, max(0, deadline - time.monotonic()))))
            self._collect()
            if self._disconnected.poll(0):
                self._give_up_after_disconnection()
            with contextlib.suppress(Empty):
                if self.kc.get_shell_msg(timeout=0)["parent_header"].get("msg_id") == msg_id:
                    return
            if not heard and not self._lives():
                self._give_up("died")
        raise Empty

    def get_message(self, stream: str, timeout: float | None = None) -> dict[str, Any]:
        """Returns the next message. Raises Empty if none comes within `timeout` seconds."""
        if stream == "iopub" and self._messages:
            return self._messages.popleft()
        return super().get_message(stream, timeout)

    def is_alive(self) -> bool:
        """Returns whether the kernel can run another cell, as far as is known; a dead one is noticed by its silence."""
        return self.trouble is None

    def require_settled(self) -> None:
        """Wait until no process runs that an answer has started, and until the kernel answers after that.

        Gives up, as if the kernel had died, if that does not come.
        """
        deadline = time.monotonic() + GRACE
        while self._fork_server and self._fork_server.has_others(self._pid):
            if time.monotonic() > deadline:
                self._give_up("died")
            time.sleep(POLL / 10)
        try:
            self.await_reply(self.kc.kernel_info(), GRACE)
        except Empty:
            self._give_up("died")

    def interrupt(self) -> None:
        """Stop a cell that runs too long; nothing more is run after it."""
        self.trouble = "timeout"
        if self._fork_server:
            self._fork_server.send_signal(self._pid, signal.SIGINT)
        else:
            self.km.interrupt_kernel()

    def stop(self) -> None:
        """End the kernel and all that it started."""
        self.kc.stop_channels()
        self._kill()

    def _start_forked(self, fork_server: ForkServer, folder: Path, context: zmq.Context) -> None:
        connection, sockets = str(folder / "connection.json"), folder / "s"
        ipc = len(os.fsencode(sockets)) < LONGEST_PATH
        write_connection_file(connection, transport="ipc" if ipc else "tcp", ip=str(sockets) if ipc else "127.0.0.1")
        self._pid = fork_server.start_kernel(folder, network=not ipc)
        self.kc = BlockingKernelClient(connection_file=connection, context=context)
        self.kc.load_connection_file()

    def _start_anew(self, folder: Path, context: zmq.Context) -> None:
        self.km = KernelManager(
            kernel_name=CURRENT_ENV_KERNEL_NAME, kernel_spec_manager=NbvalKernelspecManager(), context=context
        )
        work = str(folder / "work")
        env = dict(os.environ) | kernel_home(work)
        with open(os.devnull, "w") as null:  # noqa: PTH123
            self.km.start_kernel(cwd=work, env=env, stdout=null, stderr=null)
        self.kc = self.km.client()

    def _await_answer(self) -> None:
        deadline = time.monotonic() + STARTUP
        while time.monotonic() < deadline:
            msg_id = self.kc.kernel_info()
            with contextlib.suppress(Empty):
                self.await_reply(msg_id, timeout=STARTUP)
                self.await_idle(msg_id, timeout=POLL / 5)
                return
        raise RuntimeError(f"the kernel did not answer within {STARTUP:.0f} seconds")

    def _collect(self) -> None:
        """Take what the kernel has published, and count it."""
        with contextlib.suppress(Empty):
            while True:
                message = self.kc.get_iopub_msg(timeout=0)
                self._written += len(str(message["content"]))
                if self._written > self._output:
                    self._give_up("flood")
                self._messages.append(message)

    def _give_up_after_disconnection(self) -> NoReturn:
        """Give up: the kernel is about to end; or it lives on, and has sent more than LONGEST_MESSAGE."""
        deadline = time.monotonic() + GRACE
        while self._lives():
            if time.monotonic() > deadline:
                self._give_up("flood")
            time.sleep(POLL / 10)
        self._give_up("died")

    def _give_up(self, trouble: Trouble) -> NoReturn:
        self.trouble = trouble
        self._kill()
        raise KernelTrouble(trouble)

    def _lives(self) -> bool:
        return self._fork_server.is_alive(self._pid) if self._fork_server else self.km.is_alive()

    def _kill(self) -> None:
        if self._fork_server:
            self._fork_server.send_signal(self._pid, signal.SIGKILL)
        elif self.km.has_kernel:
            self.km.shutdown_kernel(now=True)
