"""Fixtures that several groups of tests share."""

import os
import time
from collections import Counter

import pytest
from chromium_path import CHROMIUM_ARGS, find_chromium
from cpu_seconds import CpuSeconds
from visit import ROOT, build

PATIENCE = 120_000  # milliseconds that a page may take for what a test waits for: far more than it takes


def pytest_configure(config):
    """Count the CPU seconds of every test."""
    config.pluginmanager.register(CpuSeconds())


def no_browser(reason):
    """Skip the test for want of a browser, or fail it where one is promised: in CI."""
    if os.environ.get("CI"):
        pytest.fail(f"{reason} In CI the browser tests must run.", pytrace=False)
    pytest.skip(f"{reason} Install Chromium, or name one in CS231N_CHROMIUM, to run the browser tests.")


def patient(make):
    """Make of a function that opens a page or a context one that lets it take its time, as a busy machine does."""

    def made(**options):
        opened = make(**options)
        opened.set_default_timeout(PATIENCE)
        return opened

    return made


@pytest.fixture(scope="module")
def chromium():
    """Launch one Chromium for a file of tests: `page = chromium.new_page()`; close your pages and contexts.

    Not for the whole session: Playwright keeps an event loop running, and the server's tests need one of their own.
    """
    try:
        from playwright.sync_api import expect, sync_playwright
    except ImportError:
        no_browser("Playwright is not installed.")
    with sync_playwright() as playwright:
        path = find_chromium(playwright)
        if path is None:
            no_browser("No Chromium was found.")
        expect.set_options(timeout=PATIENCE)
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
        browser.new_context, browser.new_page = patient(browser.new_context), patient(browser.new_page)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def real_site(tmp_path_factory):
    """Build the real book once for all test processes of a run; returns the folder of its site, to be read only."""
    root = tmp_path_factory.getbasetemp()
    folder = (root.parent if os.environ.get("PYTEST_XDIST_WORKER") else root) / "real-book"
    said = folder / "said"
    try:
        folder.mkdir()
    except FileExistsError:  # another process builds it, or has
        until = time.monotonic() + PATIENCE / 1000 * 5
        while not said.exists() and time.monotonic() < until:
            time.sleep(0.2)
    else:
        result = build(ROOT / "jupyter_book.yml", folder / "site")
        (folder / "saying").write_text(result.stderr if result.returncode else "", encoding="utf-8")
        (folder / "saying").rename(said)
    assert said.read_text(encoding="utf-8") == ""
    return folder / "site"


@pytest.fixture(scope="session")
def torch():
    """Give PyTorch, the independent reference; without it skip the test, but fail it in CI, which promises it."""
    try:
        import torch
    except ImportError:
        if os.environ.get("CI"):
            pytest.fail("PyTorch is not installed. In CI the comparisons must run.", pytrace=False)
        pytest.skip("PyTorch is not installed: pip install -e '.[bench]' to run the comparisons.")
    torch.set_num_threads(1)  # thousands of tiny arrays: threads would only wait for each other
    return torch


def pytest_terminal_summary(terminalreporter):
    """Print what tests have recorded as properties: the kit's mutants and generated cases, the pages' limits."""
    ended = [report for reports in terminalreporter.stats.values() for report in reports if hasattr(report, "when")]
    noted = [tuple(pair) for report in ended if report.when == "teardown" for pair in report.user_properties]
    mutants, killed, cases = Counter(), Counter(), Counter()
    for name, value in noted:
        if name == "cases":
            cases.update(value)
        elif name in ("mutant", "killed"):
            (mutants if name == "mutant" else killed)[value] += 1
    if mutants:
        modules = ", ".join(f"{module} {killed[module]}/{count}" for module, count in sorted(mutants.items()))
        terminalreporter.write_line(f"Mutants killed: {killed.total()} of {mutants.total()} ({modules}).")
    if again := terminalreporter.stats.get("rerun"):
        terminalreporter.section("failed at first, and was tried again")
        for report in again:
            terminalreporter.write_line(report.nodeid)
            terminalreporter.write_line(report.longreprtext)
    for _, line in sorted(pair for pair in noted if pair[0] == "limits"):
        terminalreporter.write_line(line)
    if cases:
        classes = ", ".join(f"{name} {count}" for name, count in cases.most_common() if name != "cases")
        terminalreporter.write_line(f"Generated cases: {cases['cases']} ({classes}).")
