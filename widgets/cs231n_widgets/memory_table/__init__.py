"""MemoryTable: what a net needs of memory, layer by layer and moment by moment, and which card holds it."""

from .model import CARDS
from .widget import MemoryTable

__all__ = ["CARDS", "MemoryTable"]
