"""A pytest plugin: under `pytest --nbval`, the exercises of a learner's copy are graded.

nbval runs a notebook's cells and compares what they show with what the notebook stores. In a copy of the course nothing
is stored for the checks, so it would find nothing wrong with any answer. Here one item for each exercise takes the
place of the items of its check cells: the grader runs it as `cs231n grade` does, and fails with the grader's words. The
other cells stay nbval's, with two differences. The course's own and the answers are only run: what they show was
compared where the course was made, and here it differs with the machine, or is left from an earlier answer. And the
kernel is that of this environment, whatever a learner's notebook names, and is confined as the grader's are: it sees no
other file than Python's and the kit's, and writes into a folder that goes.

`-p no:cs231n` turns the plugin off. The course's own chapters, and all other notebooks, are nbval's alone.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:  # only there: pytest loads this wherever the course is installed
    from cs231n_course.grading.grade import Grader
    from cs231n_course.sandbox.fork_server import ForkServer

GRADER = pytest.StashKey["Grader"]()
KERNELS = pytest.StashKey["ForkServer"]()
SEED = pytest.StashKey[int]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --cs231n-seed."""
    group = parser.getgroup("cs231n", "Convolutional Networks, built by hand")
    group.addoption(
        "--cs231n-seed",
        type=int,
        help="with --nbval: draw the numbers of the checks from this seed, to repeat a grading (else CS231N_SEED, or a "
        "fresh one that the header names)",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Choose the seed of this run, once for all its processes."""
    if _is_active(config):
        worker = getattr(config, "workerinput", {})
        config.stash[SEED] = worker["cs231n_seed"] if "cs231n_seed" in worker else _choose_seed(config)
        if config.pluginmanager.hasplugin("xdist"):
            from cs231n_course.grading import pytest_xdist

            config.pluginmanager.register(pytest_xdist, "cs231n-xdist")


def pytest_unconfigure(config: pytest.Config) -> None:
    """End the grader's processes."""
    for key in (GRADER, KERNELS):
        if key in config.stash:
            config.stash[key].close()


def pytest_report_header(config: pytest.Config) -> list[str]:
    """Returns a line that names the seed, and one for each protection that is missing here."""
    if SEED not in config.stash:
        return []
    from cs231n_course.sandbox.confine import missing

    seed_line = (
        f"cs231n: seed {config.stash[SEED]} (--cs231n-seed={config.stash[SEED]} grades with the same numbers again)"
    )
    return [seed_line, *(f"cs231n: not protected: {sentence}" for sentence in missing())]


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> Generator[None, list[Any], list[Any]]:
    """Put a collector of ours in the place of nbval's for a copy of the course, and for what is no notebook at all."""
    collectors = yield
    if not _is_active(parent.config) or file_path.suffix != ".ipynb" or not collectors:
        return collectors
    from nbval.plugin import IPyNbFile

    if not any(type(collector) is IPyNbFile for collector in collectors):
        return collectors
    from cs231n_course.grading import pytest_items

    ours = pytest_items.collector_of(file_path, parent)
    return [ours if ours and type(collector) is IPyNbFile else collector for collector in collectors]


@pytest.hookimpl(wrapper=True)
def pytest_collect_directory(path: Path, parent: pytest.Collector) -> Generator[None, Any, Any]:
    """Put a collector of ours in the place of pytest's, which knows no pipe and no device, for a folder with some."""
    collector = yield
    if type(collector) is not pytest.Dir or not _is_active(parent.config):
        return collector
    from cs231n_course.grading import pytest_items

    return pytest_items.folder_collector_of(path, parent) or collector


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the points of each file that was graded, and the grader's notes about it."""
    files: dict[str, list[tuple[str, Any]]] = {}
    for report in [report for reports in terminalreporter.stats.values() for report in reports]:
        if "::Exercise " in getattr(report, "nodeid", "") and getattr(report, "when", None) == "call":
            files.setdefault(report.nodeid.partition("::")[0], []).extend(map(tuple, report.user_properties))
    if files:
        terminalreporter.section("points")
    for file in sorted(files):
        points, possible = (sum(value for name, value in files[file] if name == key) for key in ("points", "possible"))
        terminalreporter.write_line(f"{file}: {points:g} of {possible:g}")
        for name, value in files[file]:
            if name == "note":
                terminalreporter.write_line(f"  Note: {value}")


def grader_of(config: pytest.Config) -> Grader:
    """Returns the grader of this process, whose processes stay warm from one notebook to the next."""
    if GRADER not in config.stash:
        from cs231n_course.grading.grade import TIMEOUT, Grader
        from cs231n_course.sandbox.fork_server import forbid_ptrace

        forbid_ptrace()
        config.stash[GRADER] = Grader(seed=config.stash[SEED], timeout=min(TIMEOUT, config.option.nbval_cell_timeout))
    return config.stash[GRADER]


def kernels_of(config: pytest.Config) -> ForkServer:
    """Returns what starts the kernels of learners' notebooks in this process."""
    if KERNELS not in config.stash:
        from cs231n_course.sandbox import child
        from cs231n_course.sandbox.fork_server import ForkServer
        from cs231n_course.sandbox.run import MEMORY

        config.stash[KERNELS] = ForkServer(MEMORY, child.environment())
        config.stash[KERNELS].warm([])
    return config.stash[KERNELS]


def _is_active(config: pytest.Config) -> bool:
    """Returns whether notebooks are run here, and not by the grader itself."""
    wanted = getattr(config.option, "nbval", False) or getattr(config.option, "nbval_lax", False)
    return bool(wanted) and os.environ.get("CS231N_GRADING") != "1"


def _choose_seed(config: pytest.Config) -> int:
    from cs231n_course.grading.grade import fresh_seed

    given = config.option.cs231n_seed
    text = os.environ.get("CS231N_SEED", "") if given is None else str(given)
    if not text:
        return fresh_seed()
    if not text.isdigit():
        where = "CS231N_SEED" if given is None else "--cs231n-seed"
        raise pytest.UsageError(f"{where} is a whole number of at least 0, not {text!r}.")
    return int(text)
