"""A small net at work on a picture: all its volumes, and of each neuron what it sees, what comes in and what goes out."""

from .widget import VolumeExplorer

__all__ = ["VolumeExplorer"]
