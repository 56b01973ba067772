"""The count of CPU seconds: whose they are, and what the tables list."""

import re
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]
LIMIT = 0.2  # CPU seconds, instead of five: these tests should not be slow themselves
CONFTEST = f"""
import os, subprocess, sys
import pytest
sys.path.insert(0, {str(Path(__file__).parent)!r})
from cpu_seconds import CpuSeconds, cpu_seconds

def pytest_configure(config):
    config.pluginmanager.register(CpuSeconds(limit={LIMIT}))
    for name in ("slow", "browser", "gpu"):
        config.addinivalue_line("markers", name)

def burn(seconds):
    end = cpu_seconds() + seconds
    while cpu_seconds() < end:
        pass

def burn_elsewhere(seconds):
    code = "import os\\nwhile sum(os.times()[:2]) < %s: pass" % seconds
    subprocess.run([sys.executable, "-I", "-S", "-c", code], check=True)

@pytest.fixture
def own():
    burn(0.25)

@pytest.fixture(scope="module")
def shared():
    burn(0.3)

@pytest.fixture(scope="module")
def outer(request):
    request.getfixturevalue("shared")
"""
TESTS = """
import pytest
from conftest import burn, burn_elsewhere

def test_nothing(): pass
def test_burns(): burn(0.25)
def test_burns_much(): burn(0.5)
def test_in_a_child(): burn_elsewhere(0.25)
def test_with_own(own): pass
def test_with_shared(outer, shared): pass
def test_with_shared_again(shared): pass
@pytest.mark.slow
def test_slow(): burn(0.5)
"""
LISTED = {"burns", "burns_much", "in_a_child", "with_own"}


@pytest.fixture
def run(pytester, monkeypatch):
    """Give a function that runs TESTS with the plugin; it returns the result."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # Jupyter's take seconds to load
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(test_sample=TESTS)
    return lambda *arguments: pytester.runpytest("-p", "xdist.plugin", "-p", "no:cacheprovider", *arguments)


def table(result):
    """Return the tests in the table, and the lines about fixtures."""
    text = result.stdout.str().partition("more than 0.2 CPU seconds")[2].partition("files that took most")[0]
    assert all(float(seconds) >= LIMIT for seconds in re.findall(r"^ +(\d+\.\d)  ", text, re.MULTILINE))
    tests = re.findall(r"^ +\d+\.\d  test_sample.py::test_(\w+)$", text, re.MULTILINE)
    assert len(tests) == len(set(tests))
    return set(tests), re.findall(r"^ +\d+\.\d  (fixture .*)$", text, re.MULTILINE)


@pytest.mark.parametrize("arguments", [[], ["-n", "2", "--dist", "loadfile"]], ids=["alone", "with xdist"])
def test_the_table_lists_who_took_more_than_the_limit(run, arguments):
    result = run(*arguments)
    assert table(result) == (LISTED, ["fixture shared, first used by test_sample.py::test_with_shared"])
    result.assert_outcomes(passed=8)


def test_a_file_s_are_those_of_its_tests_and_of_what_they_share(run):
    (seconds,) = re.findall(r"^ +(\d+\.\d)  test_sample.py$", run().stdout.str(), re.MULTILINE)
    assert float(seconds) >= 0.25 + 0.5 + 0.25 + 0.25 + 0.3 + 0.5


def test_nothing_is_said_where_every_test_is_small(run):
    result = run("-k", "nothing")
    result.assert_outcomes(passed=1, deselected=7)
    assert "CPU seconds" not in result.stdout.str()
