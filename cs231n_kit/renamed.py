"""Names of the first release that are others now: older code goes on working, and is told the new name."""

import importlib
import warnings
from collections.abc import Callable
from typing import Any

# Where a name was, and where the same thing is now; both within cs231n_kit.
RENAMED = {
    "backend": {"require_wide": "backend.require_float32_or_64"},
    "gradcheck": {"directional_error": "gradcheck.gradcheck"},
    "kernels.im2col": {"place": "renamed.place"},
    "kernels.pooling": {
        "cells": "renamed.cells",
        "lay": "layers.pool.pool_grid",
        "maxima": "kernels.pooling.max_only",
        "route": "kernels.pooling.scatter_to_max",
        "spread": "kernels.pooling.scatter_sum",
    },
    "kernels.registry": {"kernel": "kernels.registry.get_kernel"},
    "layers.base": {
        "Buffer": "memory.Buffer",
        "put_under": "layers.container.add_prefix",
        "under": "layers.container.strip_prefix",
    },
    "layers.conv": {
        "LocallyConnected2d": "layers.local.LocallyConnected2d",
        "local_backward": "layers.local.local_backward",
        "local_forward": "layers.local.local_forward",
    },
    "net": {
        "Concat": "layers.container.Concat",
        "Residual": "layers.container.Residual",
        "Serial": "layers.container.Serial",
    },
    "sizing": {
        "as_volume": "sizing.format_volume",
        "check_filters": "shapes.check_filters",
        "check_gradient": "shapes.check_gradient",
        "extent": "sizing.dilated_size",
        "formula": "sizing.exact_out_size",
        "in_words": "sizing.fit_message",
        "pair": "shapes.as_pair",
        "sides": "shapes.as_pads",
        "travel": "sizing.slack",
        "whole": "shapes.as_int",
        "windows": "sizing.count_windows",
    },
}


def old_names(module: str) -> Callable[[str], Any]:
    """Returns `__getattr__` for a module of the kit: it finds what was renamed, and warns with the new name."""
    table = RENAMED[module.removeprefix("cs231n_kit.")]

    def __getattr__(name):
        if name not in table:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        home, _, new = table[name].rpartition(".")
        if home != "renamed":
            warnings.warn(f"{module}.{name} is called cs231n_kit.{home}.{new} now.", FutureWarning, stacklevel=2)
        return getattr(importlib.import_module(f"cs231n_kit.{home}"), new)

    return __getattr__


def cells(grid):
    """Returns what pooling walked through before there were `WindowGrid.taps`: (number, windows, cells) for each."""
    return [(number, windows, inside) for number, (_, _, windows, inside) in enumerate(grid.taps)]


def place(in_shape, size, stride=1, pad=0, dilation=1, fit="crop"):
    """Returns what im2col's windows were placed with before there was a WindowGrid, for answers written then.

    That is the output's (rows, columns); the padded image's (height, width); for each cell (u, v) of the filter (u, v,
    and the two slices of the padded image that it reads over all windows).
    """
    from cs231n_kit.shapes import as_pads, as_pair
    from cs231n_kit.sizing import conv_shape, dilated_size

    C, H, W = in_shape
    _, rows, columns = conv_shape(in_shape, C, size, stride, pad, dilation, fit)
    (F_h, F_w), (S_h, S_w), (d_h, d_w) = as_pair(size), as_pair(stride), as_pair(dilation)
    top, _, left, _ = as_pads(pad)
    height = max(top + H, (rows - 1) * S_h + dilated_size(F_h, d_h))
    width = max(left + W, (columns - 1) * S_w + dilated_size(F_w, d_w))
    down = [slice(u * d_h, u * d_h + (rows - 1) * S_h + 1, S_h) for u in range(F_h)]
    across = [slice(v * d_w, v * d_w + (columns - 1) * S_w + 1, S_w) for v in range(F_w)]
    cells = [(u, v, down[u], across[v]) for u in range(F_h) for v in range(F_w)]
    return (rows, columns), (height, width), cells
