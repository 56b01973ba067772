"""SlidingFilter: a filter slides over an input, and every output is worked out in sight of the reader."""

from .widget import SlidingFilter

__all__ = ["SlidingFilter"]
