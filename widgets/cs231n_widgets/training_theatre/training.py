"""Training in the kernel: a thread that runs while the reader watches, and ends when they pause, interrupt or close."""

import atexit
import signal
import threading
import time
import weakref

PAUSE = 0.25  # seconds, at least, from one frame that is sent to the page to the next
SHARE = 10  # times as long as a frame takes to make: what is shown is to cost little beside what is trained
_trainings = weakref.WeakSet()


class Training:
    """The thread that trains a Run: play(), pause() and step() may be called at any time, from the kernel's own thread.

    `settings()` gives {"rate", "batch"} anew for each step; `show(over)` is called now and then, and at the end with
    over=True; `fail(error)` when something is raised. There is a thread only while it trains.
    """

    def __init__(self, run, *, settings, show, fail):
        self.run, self.settings, self.show, self.fail = run, settings, show, fail
        self._thread, self._stop = None, threading.Event()
        _trainings.add(self)

    @property
    def is_running(self):
        return self._thread is not None and self._thread.is_alive()

    def play(self, steps):
        """Train for so many steps, unless it is paused before; what else trains in this kernel is paused."""
        pause_all(but=self)
        self.pause()
        self._stop.clear()
        self._thread = threading.Thread(target=self._train, args=(steps,), name="TrainingTheatre", daemon=True)
        self._thread.start()
        stop_on_interrupt()

    def pause(self):
        """Stop after the step that is being made, and wait for that."""
        self._stop.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()
        self._thread = None

    def _train(self, steps):
        due = time.monotonic() + PAUSE
        try:
            for _ in range(steps):
                if self._stop.is_set() or not self.run.step(**self.settings()):
                    break
                if (begun := time.monotonic()) > due:
                    self.show(over=False)
                    took = time.monotonic() - begun
                    due = begun + took + max(PAUSE, SHARE * took)
        except Exception as error:  # the reader's own layers may raise anything: it is for them to read
            self.fail(error)
        finally:
            self.show(over=True)


def pause_all(but=None):
    """Stop all training in this process, but one."""
    for training in list(_trainings):
        if training is not but:
            training.pause()


atexit.register(pause_all)


# ---- the kernel's Interrupt ---------------------------------------------------------------------------------------
def stop_on_interrupt():
    """Let Interrupt stop training, in a kernel: by what it raises while a cell runs, else by its signal."""
    from IPython import get_ipython

    shell = get_ipython()
    kernel = getattr(shell, "kernel", None)
    if kernel is None:
        return
    if stop_after_interrupted_cell not in shell.events.callbacks["post_run_cell"]:
        shell.events.register("post_run_cell", stop_after_interrupted_cell)
    # later, in its main thread: ipykernel puts its own handler back when it has dealt with a message
    kernel.io_loop.add_callback(listen_for_interrupt)


def stop_after_interrupted_cell(result):
    if isinstance(result.error_in_exec, KeyboardInterrupt):
        pause_all()


def listen_for_interrupt():
    """Pause all training at the next SIGINT that comes while no cell runs, and then do what was done before."""
    before = signal.getsignal(signal.SIGINT)
    if before is stop_at_signal:
        return
    stop_at_signal.before = before
    signal.signal(signal.SIGINT, stop_at_signal)


def stop_at_signal(number, stack):
    threading.Thread(target=pause_all, name="TrainingTheatre, pausing").start()
    if callable(stop_at_signal.before):
        stop_at_signal.before(number, stack)
