"""What the pytest plugin adds under pytest-xdist: one seed for all processes, and notebooks that stay whole."""

from __future__ import annotations

from typing import Any

from xdist.scheduler import LoadScopeScheduling

from cs231n_course.grading.pytest_plugin import SEED


def pytest_configure_node(node: Any) -> None:
    """Tell a process the seed of this run."""
    node.workerinput["cs231n_seed"] = node.config.stash[SEED]


def pytest_xdist_make_scheduler(config: Any, log: Any) -> LoadScopeScheduling | None:
    """Returns a scheduler that gives each notebook to one process, where `-n` alone would scatter its cells.

    The cells of a notebook share a kernel, and its exercises one grading. Other tests are given out one by one.
    """
    return WholeNotebooks(config, log) if config.getvalue("dist") in ("load", "worksteal") else None


class WholeNotebooks(LoadScopeScheduling):
    """Spreads tests as `--dist load` does, but the items of a notebook go to one process."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return file if file.endswith(".ipynb") else nodeid
