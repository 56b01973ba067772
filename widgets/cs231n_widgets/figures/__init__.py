"""Drawings of the book: inline SVG that follows the page's light or dark theme, each with its text equivalent."""

from .drawing import Drawing
from .im2col import stretched_windows
from .nets import two_networks
from .pooling import overlapping, pooled, routed
from .volumes import depth_column, filter_tiles, sliding_row, volume_row

__all__ = [
    "Drawing",
    "depth_column",
    "filter_tiles",
    "overlapping",
    "pooled",
    "routed",
    "sliding_row",
    "stretched_windows",
    "two_networks",
    "volume_row",
]
