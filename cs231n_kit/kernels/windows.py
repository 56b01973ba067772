"""Where windows stand on an image, for CONV and POOL alike.

Built in 03_convolution_as_code. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import dataclass
from functools import cached_property

from cs231n_kit.shapes import as_pads, as_pair
from cs231n_kit.sizing import count_windows

__all__ = ["WindowGrid"]


# ---- 03 Convolution as code: Row by row ----
@dataclass(frozen=True)
class WindowGrid:
    """Where windows stand on an image; each field is (rows, columns).

    Window 0 begins `before` cells outside the image, the next one `stride` cells on, and
    `out` of them fit. A window is `size` cells large, and they are `dilation` apart.
    """

    image: tuple
    size: tuple
    stride: tuple
    dilation: tuple
    before: tuple  # padding above and to the left
    after: tuple  # padding below and to the right
    out: tuple

    @classmethod
    def of(cls, in_shape, size, stride=1, pad=0, dilation=1, fit="crop"):
        """Returns the grid of the windows on a volume (C,H,W).

        size, stride and dilation are a number or (rows, columns); pad is one, two or four
        numbers (top, bottom, left, right); fit is as in sizing.count_windows. A size that
        is a WindowGrid already is returned as it is. ValueError for sizes that can't be.
        """
        if isinstance(size, cls):
            return size
        F, S, d = as_pair(size), as_pair(stride, "stride"), as_pair(dilation, "dilation")
        top, bottom, left, right = as_pads(pad)
        _, H, W = in_shape
        rows = count_windows(H, F[0], S[0], top, bottom, d[0], fit)
        columns = count_windows(W, F[1], S[1], left, right, d[1], fit)
        return cls((H, W), F, S, d, (top, left), (bottom, right), (rows, columns))

    def valid_windows(self, axis, u):
        """Returns two slices: the windows whose cell u is in the image, and what it reads."""
        S, out, W = self.stride[axis], self.out[axis], self.image[axis]
        offset = u * self.dilation[axis] - self.before[axis]  # of cell u in window 0
        first = max(0, -(offset // S))  # -offset/S, rounded up
        last = min(out - 1, (W - 1 - offset) // S)
        count, start = max(0, last - first + 1), first * S + offset
        return slice(first, first + count), slice(start, start + count * S, S)

    @cached_property
    def taps(self):
        """The cells of a window, row by row: (u, v, windows, cells) for each.

        `windows` indexes an array (...,H',W'): the windows that have cell (u, v) in the
        image. `cells` indexes an image (...,H,W): the numbers that they read there.
        """
        found, F_w = [], self.size[1]
        columns = [self.valid_windows(1, v) for v in range(F_w)]
        for u in range(self.size[0]):
            down, i = self.valid_windows(0, u)
            for v, (across, j) in enumerate(columns):
                found.append((u, v, (..., down, across), (..., i, j)))
        return found
