"""The widget ImageFilter: a 3x3 filter on a photograph."""

from .widget import ImageFilter

__all__ = ["ImageFilter"]
