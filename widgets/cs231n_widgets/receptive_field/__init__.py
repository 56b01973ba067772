"""ReceptiveField: what a neuron of a stack of layers sees of a photograph."""

from .widget import ReceptiveField

__all__ = ["ReceptiveField"]
