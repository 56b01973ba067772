"""Pictures and weights as a widget's state can carry them: whole numbers or halves, in base64."""

import struct
import zlib
from base64 import b64decode, b64encode

import numpy as np


def averages(length, out):
    """Returns the (out, length) matrix that makes `out` pixels of `length`: each is the mean of what it covers."""
    edges = np.linspace(0, length, out + 1)
    cells = np.arange(length)
    covered = np.minimum(cells + 1, edges[1:, None]) - np.maximum(cells, edges[:-1, None])
    return np.maximum(covered, 0) * out / length


def fit_picture(image, height, width):
    """Returns the middle of an image (3,H,W), cut to the shape asked for and averaged to it, in whole bytes / 255."""
    _, H, W = image.shape
    across = min(W, H * width / height)
    down = across * height / width
    top, left = round((H - down) / 2), round((W - across) / 2)
    middle = image[:, top : top + round(down), left : left + round(across)]
    small = averages(middle.shape[1], height) @ middle @ averages(middle.shape[2], width).T
    return np.rint(small * 255) / 255  # what a page can carry, so that page and code show the same scores


def pack_pixels(image):
    """Returns an image (3,H,W) of numbers from 0 to 1 as base64: a byte each, red, green and blue of each pixel."""
    return b64encode(np.rint(image * 255).astype(np.uint8).transpose(1, 2, 0).tobytes()).decode()


def unpack_pixels(text, height, width):
    """Returns the image (3,H,W), float64 from 0 to 1, that pack_pixels has packed."""
    values = np.frombuffer(b64decode(text), np.uint8).reshape(height, width, 3)
    return values.transpose(2, 0, 1) / 255


def pack_grey(image):
    """Returns an image (H,W) of numbers from 0 to 1 as base64: a byte each, row by row."""
    return b64encode(np.rint(image * 255).astype(np.uint8).tobytes()).decode()


def unpack_grey(text, height, width):
    """Returns the image (H,W), float64 from 0 to 1, that pack_grey has packed."""
    return np.frombuffer(b64decode(text), np.uint8).reshape(height, width) / 255


def pack_weights(params):
    """Returns (base64 of all numbers in a row, their dtype): float16 where that loses nothing, else float32."""
    values = np.concatenate([np.ravel(one) for one in params]).astype(np.float32)
    dtype = "float16" if np.array_equal(values.astype(np.float16), values) else "float32"
    return b64encode(values.astype(dtype).tobytes()).decode(), dtype


def unpack_weights(text, dtype):
    """Returns the numbers that pack_weights has packed, float64."""
    return np.frombuffer(b64decode(text), dtype).astype(float)


def png(pixels):
    """Returns an image of numbers from 0 to 1, (H,W), (H,W,3) or with opacity (H,W,4), as the bytes of a PNG file."""
    values = np.rint(np.clip(pixels, 0, 1) * 255).astype(np.uint8)
    height, width = values.shape[:2]
    kind = {1: 0, 3: 2, 4: 6}[values[0, 0].size]  # of colour, by the bytes of a pixel
    lines = b"".join(b"\0" + line.tobytes() for line in values)  # a zero: the line is stored as it is
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)), (b"IDAT", zlib.compress(lines, 9))]
    parts = [
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in [*chunks, (b"IEND", b"")]
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def image(x, y, width, height, pixels):
    """Returns an SVG image of numbers from 0 to 1, (H,W), (H,W,3) or (H,W,4), its pixels as squares."""
    return (
        f'<image x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" preserveAspectRatio="none" '
        f'style="image-rendering:pixelated" href="data:image/png;base64,{b64encode(png(pixels)).decode()}"/>'
    )
