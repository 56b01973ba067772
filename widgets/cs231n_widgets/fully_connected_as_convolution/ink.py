"""What is written on the canvas, as a text and as pixels.

A drawing is a text: "3@4,10" is a stamp of a 3 whose upper left corner is at row 4, column 10; "~0e0n090u" is a stroke
through points, each a row and a column in half pixels, two digits of base 36 each.
widgets/js/fully_connected_as_convolution/ink.js has the same.
"""

import re
from functools import lru_cache

import numpy as np

STAMP = 28  # pixels along each side of a stamp
REACH = 1.7  # pixels from the middle of a stroke to where its ink ends; within 0.7 it is black
LONGEST = 2400  # characters of a drawing, so that it fits into an address
MARK = re.compile(r"(\d)@(-?\d{1,3}),(-?\d{1,3})|~((?:[0-9a-z]{4})+)")
DIGITS = [
    "~0a0w090s0a0p0c0l0g0i0m0g0r0g0x0g130i170k1a0o1b0s1a0v180z14120y140t140n140h120d100a0w",
    "~090t1b0r",
    "~0f0h0c0j0a0m090q090u0b0y0e110h120l120p101a0h1a15",
    "~0d0i0a0l090p090t0a0x0e100h110l110p0y0r0q0r0t0t0y0v110z1313131711190x1b0t1b0o190k160h",
    "~090o0u0f0u16 ~0e0z1b0w",
    "~0a140a0k0p0i0p0l0o0q0o0v0r0z0v1210131412180y1a0u1a0o190j160f",
    "~090y0k0m0z0h0v0i0s0l0q0p0p0t0q0x0t110x1311131512180z1a0v1b0r1a0n170j130h0z0h",
    "~0b0g0b150s0v1b0o",
    "~0r0u0r0q0p0m0m0j0i0i0f0j0c0m0a0q0a0u0b0x0e100i110m110p0z0r0v0r0s0s0w0u100x121113151218101a0w1b0s1a0o180k150i110h0x0i0u0k0s0o0r0s",
    "~0j120f100c0y0a0t0a0p0c0k0f0i0j0g0n0i0q0k0s0p0s0t0q0y0n100j120u111b0x",
]


def read_drawing(text):
    """Returns the strokes of a drawing, stamps included: arrays (n,2) of rows and columns, in pixels.

    Raises ValueError in words for a text that is none.
    """
    if len(text) > LONGEST:
        raise ValueError(f"A drawing has at most {LONGEST} characters; this one has {len(text)}. Clear some of it.")
    strokes = []
    for word in text.split():
        mark = MARK.fullmatch(word)
        if not mark:
            raise ValueError(
                f'A drawing is stamps such as "3@4,10", digit@row,column, and strokes, with spaces between them; '
                f'"{word}" is neither.'
            )
        digit, row, col, points = mark.groups()
        if points:
            strokes.append(read_points(points))
        else:
            at = np.array([int(row), int(col)])
            strokes += [at + read_points(stroke[1:]) for stroke in DIGITS[int(digit)].split()]
    return strokes


def read_points(text):
    """Returns the points of a stroke, (n,2), in pixels."""
    return np.array([int(text[at : at + 2], 36) / 2 for at in range(0, len(text), 2)]).reshape(-1, 2)


def write_stamps(stamps):
    """Returns a drawing of stamps (digit, row, column)."""
    return " ".join(f"{digit}@{row},{col}" for digit, row, col in stamps)


@lru_cache(maxsize=16)
def render(text, H, W):
    """Returns the ink of a drawing, (H,W) from 0 to 1; where strokes cross, the darker one counts."""
    ink = np.zeros((H, W))
    for points in read_drawing(text):
        for begin, end in zip(points, points[1:] if len(points) > 1 else points, strict=False):
            draw_line(ink, begin, end)
    return ink


def draw_line(ink, begin, end):
    """Put the ink of a line from one point to another into an array."""
    low, high = np.minimum(begin, end) - REACH, np.maximum(begin, end) + REACH
    top, left = np.maximum(np.floor(low), 0).astype(int)
    bottom, right = np.maximum(np.minimum(np.ceil(high), ink.shape), 0).astype(int)
    y = np.arange(top, bottom)[:, None] + 0.5 - begin[0]
    x = np.arange(left, right) + 0.5 - begin[1]
    down, across = end - begin
    length = down * down + across * across
    along = np.clip((y * down + x * across) / length, 0, 1) if length else np.zeros((1, 1))
    off_y, off_x = y - along * down, x - along * across
    value = np.clip(REACH - np.sqrt(off_y * off_y + off_x * off_x), 0, 1)
    part = ink[top:bottom, left:right]
    np.maximum(part, value, out=part)
