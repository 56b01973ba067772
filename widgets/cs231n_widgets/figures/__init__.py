"""Drawings of the book: inline SVG that follows the page's light or dark theme, each with its text equivalent."""

from .branches import lanes, shortcut
from .drawing import Drawing, Row
from .field import stacked_windows
from .im2col import stretched_windows
from .nets import two_networks
from .pooling import overlapping, pooled, pooled_volume, routed
from .transposed import stamped
from .volumes import depth_column, filter_tiles, sliding_row, volume_row

__all__ = [
    "Drawing",
    "Row",
    "depth_column",
    "filter_tiles",
    "lanes",
    "overlapping",
    "pooled",
    "pooled_volume",
    "routed",
    "shortcut",
    "sliding_row",
    "stacked_windows",
    "stamped",
    "stretched_windows",
    "two_networks",
    "volume_row",
]
