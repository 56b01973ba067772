"""NetComparison: the nets of ImageNet by what they get right and what they cost, and where each has its weights."""

from .widget import NetComparison

__all__ = ["NetComparison"]
