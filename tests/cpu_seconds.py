"""A pytest plugin that shows which tests are large: it counts the CPU seconds of each, and those of its processes.

Counted is what a test itself takes: its set-up, its call and its tear-down, in all threads of this process and in the
child processes that ended (and were waited for) meanwhile. Not counted are fixtures that tests share (of a wider scope
than `function`), which are listed under their own names; what is torn down after a file's last test; and processes that
nobody waited for. A file's CPU seconds have all but the last of these in them. They are nearly the same on a busy
machine, where seconds of the clock are not. But a slow machine takes twice as many, so none is an error.
"""

import os
import time

import pytest

LIMIT = 5.0  # CPU seconds of an unmarked test; more is listed
FILES = 15  # as many of the files that take most are listed
BIG = {"slow", "browser", "gpu"}  # marks of tests that may take longer


def cpu_seconds():
    """Return the CPU seconds that this process and its ended children have taken so far."""
    return sum(os.times()[:4])


class CpuSeconds:
    """The plugin; register one for each session."""

    def __init__(self, limit=LIMIT):
        self.limit = limit
        self._began = self._shared = 0.0  # when the present test began, and what shared fixtures took since then
        self._clock = 0.0  # the same, by the clock
        self._file_began = None  # what had been taken before the present file
        self._fixtures = []  # the shared fixtures that the present test set up: (name, CPU seconds)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_setup(self, item):
        """Start to count."""
        self._began, self._shared, self._fixtures = cpu_seconds(), 0.0, []
        self._clock = time.monotonic()
        if self._file_began is None:
            self._file_began = self._began
        return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef):
        """Count a shared fixture apart from the test that happens to ask for it first."""
        began, inner = cpu_seconds(), self._shared
        result = yield
        if fixturedef.scope != "function":
            took = cpu_seconds() - began - (self._shared - inner)  # less what fixtures within it took
            self._shared += took
            self._fixtures.append((fixturedef.argname, took))
        return result

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_teardown(self, item, nextitem):
        """Note what the test took, and what its file took if it was the last."""
        before = cpu_seconds()
        result = yield
        ends_file = nextitem is None or nextitem.path != item.path
        took = (before if ends_file else cpu_seconds()) - self._began - self._shared
        # More than all processors can have done meanwhile is of a process that an earlier test had left running.
        took = min(took, (time.monotonic() - self._clock) * (os.cpu_count() or 1))
        item.user_properties += [("fixture_cpu_seconds", one) for one in self._fixtures if one[1] > self.limit]
        if BIG.isdisjoint(mark.name for mark in item.iter_markers()):
            item.user_properties.append(("cpu_seconds", took))
        if ends_file:
            item.user_properties.append(("file_cpu_seconds", cpu_seconds() - self._file_began))
            self._file_began = None
        return result

    def pytest_terminal_summary(self, terminalreporter):
        """Print a table of the tests and fixtures that took more than the limit, and one of the largest files."""
        reports = [one for some in terminalreporter.stats.values() for one in some]
        over, files = [], []
        for report in (one for one in reports if getattr(one, "when", None) == "teardown"):
            for name, value in report.user_properties:
                if name == "cpu_seconds" and value > self.limit:
                    over.append((value, report.nodeid))
                elif name == "fixture_cpu_seconds":
                    over.append((value[1], f"fixture {value[0]}, first used by {report.nodeid}"))
                elif name == "file_cpu_seconds" and value > self.limit:
                    files.append((value, report.nodeid.partition("::")[0]))
        _write_table(terminalreporter, f"more than {self.limit:g} CPU seconds", over)
        whole = f"files that took most, of {sum(seconds for seconds, _ in files):.0f} CPU seconds"
        _write_table(terminalreporter, whole, sorted(files, reverse=True)[:FILES])


def _write_table(terminalreporter, title, lines):
    """Write (CPU seconds, name) as a table, if there are any."""
    if lines:
        terminalreporter.section(title)
        for seconds, name in sorted(lines, reverse=True):
            terminalreporter.write_line(f"{seconds:7.1f}  {name}")
