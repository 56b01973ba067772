"""FullyConnectedAsConvolution: a net trained on single digits slides over a canvas that the reader writes on."""

from .widget import FullyConnectedAsConvolution

__all__ = ["FullyConnectedAsConvolution"]
