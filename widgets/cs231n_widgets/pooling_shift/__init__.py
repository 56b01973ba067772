"""PoolingShift: a photograph moves by a few pixels, and how much of the pooled map changes."""

from .widget import PoolingShift

__all__ = ["PoolingShift"]
