"""The kernel that nbval runs an answer in, with an end to its patience."""

import collections
import contextlib
import os
import signal
import time
from pathlib import Path
from queue import Empty

import zmq
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.connect import write_connection_file
from jupyter_client.manager import KernelManager
from nbval.kernel import CURRENT_ENV_KERNEL_NAME, NbvalKernelspecManager, RunningKernel

from cs231n_course.sandbox.fork_server import MEGABYTE, kernel_home

POLL = 0.1  # seconds between two looks at whether the kernel lives
STARTUP = 60.0
LONGEST_MESSAGE = 16 * MEGABYTE  # from a kernel; a longer one is not even read
LONGEST_PATH = 90  # of a Unix socket, with some to spare


class KernelTrouble(Exception):
    """Says that a kernel was lost; its text is timeout, died or flood."""


class LimitedKernel(RunningKernel):
    """Stands in for nbval's kernel: it notices at once when the process dies, and ends one that floods its output."""

    def __init__(self, nursery, folder, connection, output):
        """Start a kernel.

        nursery forks it, or None to start it anew; folder is where it runs; connection is the file to write its sockets
        to; output is how many bytes one cell may write. Raises RuntimeError if the kernel does not answer.
        """
        self.trouble = None
        self._nursery, self._output, self._written = nursery, output, 0
        self._messages = collections.deque()
        context = zmq.Context()
        context.setsockopt(zmq.MAXMSGSIZE, LONGEST_MESSAGE)
        context.setsockopt(zmq.RECONNECT_IVL, 5)  # milliseconds: the kernel is not there yet when we first knock
        if nursery:
            self._start_forked(folder, Path(connection), context)
        else:
            self._start_anew(folder, context)
        self.kc.start_channels(stdin=False, hb=False, control=False)
        self._poller = zmq.Poller()
        for channel in (self.kc.shell_channel, self.kc.iopub_channel):
            self._poller.register(channel.socket, zmq.POLLIN)
        self._hung_up = self.kc.iopub_channel.socket.get_monitor_socket(zmq.EVENT_DISCONNECTED)
        self._poller.register(self._hung_up, zmq.POLLIN)
        self._await_answer()

    def execute_cell_input(self, cell_input, allow_stdin=None):
        """Send a cell's source; give the id of the message."""
        self._written = 0
        return super().execute_cell_input(cell_input, allow_stdin)

    def await_reply(self, msg_id, timeout=None):
        """Wait until the kernel has run what was sent.

        Raises Empty after `timeout` seconds, KernelTrouble if the kernel dies or floods its output before.
        """
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            self._poller.poll(1000 * min(POLL, max(0, deadline - time.monotonic())))
            self._collect()
            if self._hung_up.poll(0):
                self._give_up_after_hanging_up()
            with contextlib.suppress(Empty):
                if self.kc.get_shell_msg(timeout=0)["parent_header"].get("msg_id") == msg_id:
                    return
            if not self._lives():
                self._give_up("died")
        raise Empty

    def get_message(self, stream, timeout=None):
        """Give the next message. Raises Empty if none comes within `timeout` seconds."""
        if stream == "iopub" and self._messages:
            return self._messages.popleft()
        return super().get_message(stream, timeout)

    def is_alive(self):
        """Tell whether the kernel can run another cell."""
        return self.trouble is None and self._lives()

    def interrupt(self):
        """Stop a cell that runs too long; nothing more is run after it."""
        self.trouble = "timeout"
        if self._nursery:
            self._nursery.ask("signal", pid=self._pid, signal=signal.SIGINT)
        else:
            self.km.interrupt_kernel()

    def stop(self):
        """End the kernel and all that it started."""
        self.kc.stop_channels()
        self._kill()

    def _start_forked(self, folder, connection, context):
        sockets = connection.with_suffix("")
        ipc = len(os.fsencode(sockets)) < LONGEST_PATH
        write_connection_file(
            str(connection), transport="ipc" if ipc else "tcp", ip=str(sockets) if ipc else "127.0.0.1"
        )
        self._pid = self._nursery.ask("start", connection=str(connection), folder=str(folder))
        self.kc = BlockingKernelClient(connection_file=str(connection), context=context)
        self.kc.load_connection_file()

    def _start_anew(self, folder, context):
        self.km = KernelManager(
            kernel_name=CURRENT_ENV_KERNEL_NAME, kernel_spec_manager=NbvalKernelspecManager(), context=context
        )
        env = dict(os.environ) | kernel_home(str(folder))
        with open(os.devnull, "w") as null:  # noqa: PTH123
            self.km.start_kernel(cwd=str(folder), env=env, stdout=null, stderr=null)
        self.kc = self.km.client()

    def _await_answer(self):
        deadline = time.monotonic() + STARTUP
        while time.monotonic() < deadline:
            asked = self.kc.kernel_info()
            with contextlib.suppress(Empty):
                self.await_reply(asked, timeout=STARTUP)
                self.await_idle(asked, timeout=POLL / 5)
                return
        raise RuntimeError(f"the kernel did not answer within {STARTUP:.0f} seconds")

    def _collect(self):
        """Take what the kernel has published, and count it."""
        with contextlib.suppress(Empty):
            while True:
                message = self.kc.get_iopub_msg(timeout=0)
                self._written += len(str(message["content"]))
                if self._written > self._output:
                    self._give_up("flood")
                self._messages.append(message)

    def _give_up_after_hanging_up(self):
        """Tell a kernel that died from one whose message was too long for us to take."""
        time.sleep(POLL)
        self._give_up("flood" if self._lives() else "died")

    def _give_up(self, trouble):
        self.trouble = trouble
        self._kill()
        raise KernelTrouble(trouble)

    def _lives(self):
        return self._nursery.ask("alive", pid=self._pid) if self._nursery else self.km.is_alive()

    def _kill(self):
        if self._nursery:
            self._nursery.ask("signal", pid=self._pid, signal=signal.SIGKILL)
        elif self.km.has_kernel:
            self.km.shutdown_kernel(now=True)
