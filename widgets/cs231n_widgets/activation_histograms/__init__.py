"""ActivationHistograms: what arrives at the tenth layer, by the scale of the weights, without and with batch norm."""

from .widget import ActivationHistograms

__all__ = ["ActivationHistograms"]
