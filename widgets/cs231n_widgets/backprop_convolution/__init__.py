"""BackpropConvolution: how gradients go back through a small convolution, to its input and to its filter."""

from .widget import BackpropConvolution

__all__ = ["BackpropConvolution"]
