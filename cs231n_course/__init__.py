"""The tools around the course: notebooks, the learner's copy, checks, the sandbox, grading, the panel's server."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cs231n_course.checks.check import Check

__all__ = ["Check"]


def __getattr__(name: str) -> Any:
    """Import `Check` at its first use: the command line must start without NumPy."""
    if name == "Check":
        from cs231n_course.checks.check import Check

        return Check
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
