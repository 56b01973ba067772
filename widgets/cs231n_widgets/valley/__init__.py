"""Valley: six rules for a step walk through one valley of a loss."""

from .widget import Valley

__all__ = ["Valley"]
