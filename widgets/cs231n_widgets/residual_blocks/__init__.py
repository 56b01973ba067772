"""ResidualBlocks: take blocks out of a trained ResNet-20, and see how many images it still gets right."""

from .widget import ResidualBlocks

__all__ = ["ResidualBlocks"]
