"""A small net at work on a picture: all its volumes, and what each neuron sees and makes of it."""

from .widget import VolumeExplorer

__all__ = ["VolumeExplorer"]
