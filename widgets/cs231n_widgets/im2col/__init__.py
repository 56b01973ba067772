"""Im2col: every window of the input becomes a column of a matrix, and the layer one product of two matrices."""

from .widget import Im2col

__all__ = ["Im2col"]
