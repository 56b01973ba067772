"""SizingCalculator: from W, F, S, P to the size of the output, what it costs, and the question backwards."""

from .widget import PRESETS, SizingCalculator

__all__ = ["PRESETS", "SizingCalculator"]
