"""Where windows stand on an image, for CONV and POOL alike.

Built in 03_convolution_as_code. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import dataclass
from functools import cached_property

from cs231n_kit.shapes import as_pads, as_pair, check_volume
from cs231n_kit.sizing import count_windows

__all__ = ["WindowGrid"]


# ---- 03 Convolution as code: Row by row ----
@dataclass(frozen=True)
class WindowGrid:
    """Where windows stand on an image; each field is a pair, (rows, columns).

    Window 0 begins `before` cells outside the image, and the next one `stride` cells on.
    """

    image: tuple  # (H, W)
    size: tuple  # (F_h, F_w), the cells of a window
    stride: tuple
    dilation: tuple  # the distance between neighbouring cells of a window
    before: tuple  # padding, (top, left)
    after: tuple  # padding, (bottom, right), without what fit="pad" adds
    out: tuple  # (H', W'), the number of windows

    @classmethod
    def of(cls, in_shape, size, stride=1, pad=0, dilation=1, fit="crop"):
        """Returns the grid of the windows on a volume (C,H,W).

        size, stride and dilation are a number or (rows, columns); pad is a number, (rows,
        columns) or (top, bottom, left, right). fit says what happens if the windows don't
        end with the image: "crop" leaves the rest out, "pad" adds zeros for one more
        window, "raise" is an error. A WindowGrid in place of size is returned as it is.
        ValueError if no window fits, or for what is no size.
        """
        if isinstance(size, cls):
            return size
        F, S, d = as_pair(size), as_pair(stride, "stride"), as_pair(dilation, "dilation")
        top, bottom, left, right = as_pads(pad)
        _, H, W = check_volume(in_shape, "A grid of windows")
        rows = count_windows(H, F[0], S[0], top, bottom, d[0], fit)
        columns = count_windows(W, F[1], S[1], left, right, d[1], fit)
        before, after = (top, left), (bottom, right)
        return cls((H, W), F, S, d, before, after, out=(rows, columns))

    def valid_windows(self, axis, u):
        """Returns (windows, positions), two slices along one axis.

        Which windows have their cell u in the image, and where in the image it is.
        """
        S = self.stride[axis]
        offset = u * self.dilation[axis] - self.before[axis]  # of cell u in window 0
        first = max(0, -(offset // S))  # -offset/S, rounded up
        last = min(self.out[axis] - 1, (self.image[axis] - 1 - offset) // S)
        count = max(0, last - first + 1)
        start = first * S + offset
        return slice(first, first + count), slice(start, start + count * S, S)

    @cached_property
    def taps(self):
        """[(u, v, windows, cells)], one for each cell (u, v) of a window, row by row.

        Two indices: y[windows], y (...,H',W'), are the outputs whose windows have this
        cell in the image; x[cells], x (...,H,W), are the numbers that it reads there.
        """
        found, F_w = [], self.size[1]
        columns = [self.valid_windows(1, v) for v in range(F_w)]
        for u in range(self.size[0]):
            down, i = self.valid_windows(0, u)
            for v, (across, j) in enumerate(columns):
                found.append((u, v, (..., down, across), (..., i, j)))
        return found
