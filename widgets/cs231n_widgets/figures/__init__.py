"""Drawings of the book: inline SVG that follows the page's light or dark theme, each with its text equivalent."""

from .branches import lanes, shortcut
from .drawing import Drawing, Row
from .field import stacked_windows
from .im2col import stretched_windows
from .memory import memory_over_time, three_sources
from .models import model_diagram
from .nets import two_networks
from .normalisation import normalised_together
from .pooling import overlapping, pooled, pooled_volume, routed
from .shares import where_it_sits
from .surgery import conv_as_matrix, equal_cells, touched_columns
from .transposed import stamped
from .volumes import depth_column, filter_tiles, sliding_row, volume_row

__all__ = [
    "Drawing",
    "Row",
    "conv_as_matrix",
    "depth_column",
    "equal_cells",
    "filter_tiles",
    "lanes",
    "memory_over_time",
    "model_diagram",
    "overlapping",
    "pooled",
    "pooled_volume",
    "routed",
    "shortcut",
    "sliding_row",
    "stacked_windows",
    "stamped",
    "stretched_windows",
    "three_sources",
    "touched_columns",
    "two_networks",
    "volume_row",
    "where_it_sits",
    "normalised_together",
]
