"""A pytest plugin that keeps unmarked tests small: it counts the CPU seconds of each, and those of its processes.

Counted is what a test itself takes: its set-up, its call and its tear-down, in all threads of this process and in the
child processes that ended (and were waited for) meanwhile. Not counted are fixtures that tests share (of a wider scope
than `function`), which are listed under their own names; what is torn down after a file's last test; and processes that
nobody waited for. CPU seconds are nearly the same on a busy machine, where seconds of the clock are not.
"""

import os
import time

import pytest

LIMIT = 5.0  # CPU seconds of an unmarked test; more is listed, and twice as much is an error in CI
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
        self._fixtures = []  # the shared fixtures that the present test set up: (name, CPU seconds)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_setup(self, item):
        """Start to count."""
        self._began, self._shared, self._fixtures = cpu_seconds(), 0.0, []
        self._clock = time.monotonic()
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
        """Note what the test took; in CI it is an error to take twice the limit."""
        before = cpu_seconds()
        result = yield
        ends_file = nextitem is None or nextitem.path != item.path
        took = (before if ends_file else cpu_seconds()) - self._began - self._shared
        # More than all processors can have done meanwhile is of a process that an earlier test had left running.
        took = min(took, (time.monotonic() - self._clock) * (os.cpu_count() or 1))
        item.user_properties += [("fixture_cpu_seconds", one) for one in self._fixtures if one[1] > self.limit]
        if BIG.isdisjoint(mark.name for mark in item.iter_markers()):
            item.user_properties.append(("cpu_seconds", took))
            if os.environ.get("CI") and took > 2 * self.limit:
                pytest.fail(
                    f"The test took {took:.1f} CPU seconds, more than twice the limit of {self.limit:g}: "
                    "make it smaller, let tests share what they prepare, or mark it `slow`.",
                    pytrace=False,
                )
        return result

    def pytest_terminal_summary(self, terminalreporter):
        """Print a table of the unmarked tests that took more than the limit, and of the fixtures that did."""
        reports = [one for some in terminalreporter.stats.values() for one in some]
        over = []
        for report in (one for one in reports if getattr(one, "when", None) == "teardown"):
            for name, value in report.user_properties:
                if name == "cpu_seconds" and value > self.limit:
                    over.append((value, report.nodeid))
                elif name == "fixture_cpu_seconds":
                    over.append((value[1], f"fixture {value[0]}, first used by {report.nodeid}"))
        if over:
            terminalreporter.section(f"more than {self.limit:g} CPU seconds")
            for seconds, name in sorted(over, reverse=True):
                terminalreporter.write_line(f"{seconds:7.1f}  {name}")
