"""Convolutional networks, built by hand: the library that the course's chapters build."""

from importlib.metadata import version

__version__ = version("cs231n-kit")
