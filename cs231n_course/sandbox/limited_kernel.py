"""The kernel that nbval runs an answer in, with limits on its time and on what it writes."""

import collections
import contextlib
import math
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty
from typing import NoReturn

import psutil
import zmq
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.connect import write_connection_file
from jupyter_client.manager import KernelManager
from nbval.kernel import CURRENT_ENV_KERNEL_NAME, NbvalKernelspecManager, RunningKernel

from cs231n_course.checks.settle import GRACE
from cs231n_course.sandbox import entrance
from cs231n_course.sandbox.fork_server import MEGABYTE, MOST_THREADS, ForkServer, kernel_home
from cs231n_course.sandbox.own_folder import is_overfull
from cs231n_course.sandbox.protocol import Trouble

POLL = 0.1  # seconds between two looks at whether the kernel lives
STARTUP = 60.0
LONGEST_MESSAGE = 16 * MEGABYTE  # from a kernel, of each of its parts; a longer one is not even read
MOST_MESSAGES = 20_000  # while one cell runs
MOST_DISPLAYED = 100 * MEGABYTE  # pictures and the like, while one cell runs
MOST_PRINTED = 10_000  # characters of what a cell prints, after which nothing more of it is kept
LARGEST_UNREAD = 256 * MEGABYTE  # of a message whose last part has not come
LONGEST_PATH = 90  # of a Unix socket, with some to spare for later ones


class KernelTrouble(Exception):
    """A kernel was lost; the text is a protocol.Trouble."""


class LimitedKernel(RunningKernel):
    """Stands in for nbval's kernel: it notices at once when the process dies, and ends one that floods its output."""

    def __init__(
        self, fork_server: ForkServer | None, folder: Path, output: int, *, everything_shown: bool = False
    ) -> None:
        """Start a kernel.

        fork_server forks it; if it is None, the kernel is started anew. folder is an empty one, for its sockets and, in
        folder/work, for what it writes; output is how many bytes one cell may write. Of what cells display and print
        only what the grader needs is kept, unless everything_shown. Raises RuntimeError if the kernel does not answer.
        """
        self.trouble: Trouble | None = None
        self._folder, self._look_again = folder, 0.0
        self._fork_server, self._output, self._everything_shown = fork_server, output, everything_shown
        self._written = self._displayed = self._count = self._printed = (
            0  # by the cell that runs: bytes, messages, characters
        )
        self._memory = psutil.Process().memory_info().rss  # before it ran
        self._deadline = math.inf  # for what a kernel publishes of it
        self._messages: collections.deque[entrance.Message] = collections.deque()
        self._replies: set[str] = set()  # the ids of what was sent and is answered
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
        self._written = self._displayed = self._count = self._printed = 0
        self._memory = psutil.Process().memory_info().rss
        return super().execute_cell_input(cell_input, allow_stdin)

    def await_reply(self, msg_id: str, timeout: float) -> None:
        """Wait until the kernel has run what was sent; then it has GRACE seconds to send the rest, whatever it sends.

        Raises Empty after `timeout` seconds, KernelTrouble if the kernel dies or floods its output before.
        """
        deadline = time.monotonic() + timeout
        while msg_id not in self._replies and (left := deadline - time.monotonic()) > 0:
            self._listen(left)
        self._deadline = time.monotonic() + GRACE
        if msg_id not in self._replies:
            raise Empty
        self._replies.clear()

    def get_message(self, stream: str, timeout: float | None = None) -> entrance.Message:
        """Returns the next message that the kernel has published.

        Raises Empty if none comes within `timeout` seconds, KernelTrouble once the kernel's time for it is over.
        """
        until = math.inf if timeout is None else time.monotonic() + timeout
        while True:
            if (now := time.monotonic()) > self._deadline:
                self._give_up("timeout")
            if self._messages:
                return self._messages.popleft()
            if now > until:
                raise Empty
            self._listen(min(until, self._deadline) - now)

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
            self._listen(POLL / 10)
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
        if fork_server.ipc is None:  # once for all: the first kernel takes the network from those to come, or leaves it
            fork_server.ipc = len(os.fsencode(sockets)) < LONGEST_PATH
        ipc = fork_server.ipc
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
                self.await_reply(msg_id, timeout=deadline - time.monotonic())
                self.await_idle(msg_id, timeout=POLL / 5)
                return
        raise RuntimeError(f"the kernel did not answer within {STARTUP:.0f} seconds")

    def _listen(self, seconds: float) -> None:
        """Take what the kernel has sent, or sends within `seconds`. Gives up if it has died, or sends without end."""
        heard = self._poller.poll(round(1000 * min(POLL, max(0, seconds))))
        for message in self._received(self.kc.iopub_channel.socket):
            if message["msg_type"] != "stream" or self._printed < MOST_PRINTED or self._everything_shown:
                self._messages.append(message)
            self._printed += len(message["content"].get("text", ""))
        self._replies |= {
            message["parent_header"]["msg_id"] for message in self._received(self.kc.shell_channel.socket)
        }
        if self._disconnected.poll(0):
            self._give_up_after_disconnection()
        if not heard and not self._lives():
            self._give_up("died")
        if (now := time.monotonic()) > self._look_again:  # also where messages come all the time
            self._look_again = now + POLL
            self._require_moderation()

    def _require_moderation(self) -> None:
        """Give up if the answer takes too much of what is everybody's: disk, threads, the memory of this process."""
        process = self._pid if self._fork_server else None
        if is_overfull(self._folder, process):
            self._give_up("files")
        with contextlib.suppress(OSError):
            if process and len(os.listdir(f"/proc/{process}/task")) > MOST_THREADS:  # noqa: PTH208
                self._give_up("died")
        if psutil.Process().memory_info().rss - self._memory > LARGEST_UNREAD:
            self._give_up("flood")

    def _received(self, socket: zmq.Socket) -> Iterator[entrance.Message]:
        """Yields the messages that have come and that the grader reads. Gives up if there are too many of any kind."""
        with contextlib.suppress(zmq.Again):
            while True:
                parts = socket.recv_multipart(zmq.NOBLOCK)
                self._count += 1
                message = entrance.read(parts, self.kc.session.sign, everything_shown=self._everything_shown)
                if message is None and entrance.is_display(parts):  # a plot, say: it is not kept
                    self._displayed += entrance.size(parts)
                else:
                    self._written += entrance.size(parts)
                too_much = self._written > self._output or self._displayed > MOST_DISPLAYED
                if too_much or self._count > MOST_MESSAGES:
                    self._give_up("flood")
                if message:
                    yield message

    def _give_up_after_disconnection(self) -> NoReturn:
        """Give up: the kernel is about to end; or it lives on, and has sent more than LONGEST_MESSAGE."""
        deadline = time.monotonic() + GRACE
        while self._lives():
            if time.monotonic() > deadline:
                self._give_up("flood")
            time.sleep(POLL / 10)
        self._give_up("died")

    def _give_up(self, trouble: Trouble) -> NoReturn:
        self.trouble = self.trouble or trouble  # one that was interrupted may end in any way
        self._kill()
        raise KernelTrouble(self.trouble)

    def _lives(self) -> bool:
        return self._fork_server.is_alive(self._pid) if self._fork_server else self.km.is_alive()

    def _kill(self) -> None:
        if self._fork_server:
            self._fork_server.send_signal(self._pid, signal.SIGKILL)
        elif self.km.has_kernel:
            self.km.shutdown_kernel(now=True)
