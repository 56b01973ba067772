"""The tools around the course: notebooks, the learner's copy, checks, the sandbox, grading, the panel's server."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cs231n_course.checks.check import check

__all__ = ["check"]


def __getattr__(name: str) -> Any:
    """Import `check` at its first use: the command line must start without NumPy."""
    if name == "check":
        from cs231n_course.checks.check import check

        return check
    if name == "Check":  # what a copy of the first releases imports
        raise ImportError(
            "This notebook is of an earlier release of the course. `cs231n learn` brings its folder up to date, and so "
            "does `%run -m cs231n_course learn --no-serve .` in a cell of it. Every answer of yours stays."
        )
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
