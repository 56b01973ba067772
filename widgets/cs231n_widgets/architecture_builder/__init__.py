"""ArchitectureBuilder: a net as text, its sizes and costs layer by layer, and what doesn't fit, with a repair."""

from .widget import EXAMPLES, ArchitectureBuilder

__all__ = ["EXAMPLES", "ArchitectureBuilder"]
