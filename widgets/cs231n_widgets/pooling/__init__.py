"""Pooling: a window on one depth slice, the number that it becomes, and the way back of its gradient."""

from .widget import Pooling

__all__ = ["Pooling"]
