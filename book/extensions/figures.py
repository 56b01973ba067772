"""Make a chapter's figures stand on the page's own paper, light or dark: photographs as they are, drawings in its ink.

Matplotlib draws on white. White is taken out of a drawing exactly, so that over white it looks as before; on a dark
page its black lines and letters become light ones, and its colours stay. A photograph, or any image shown in an axes,
is left alone.
"""

import base64
import hashlib
import html
import io
from pathlib import Path

import numpy as np
from nbformat import NotebookNode
from PIL import Image
from scipy import ndimage

from cs231n_course.notebooks.format import metadata_of

LIGHT_INK = (220, 223, 228)  # the text's colour on a dark page, book.css
LIGHTER = 0.3  # of the way to white, for the colours of lines on a dark page
WHITE = 250  # from here on a channel counts as white
LEAST_SIDE = 24  # pixels of a photograph; letters are smaller
COVERED = 0.4  # of a photograph's area, and of a band inside its edge, at least, isn't white
BAND = slice(3, 7)  # pixels from the edge: past a frame's line


def photographs(pixels):
    """Returns a mask (H, W) of the photographs in a figure, whose pixels are (H, W, 3)."""
    inked = (pixels < WHITE).any(axis=2)
    mask = np.zeros_like(inked)
    labels, _ = ndimage.label(inked, structure=np.ones((3, 3)))
    for box in ndimage.find_objects(labels):
        part = inked[box]
        if min(part.shape) >= LEAST_SIDE and part.mean() >= COVERED and _edge_covered(part) >= COVERED:
            mask[box] = True
    return mask


def _edge_covered(part):
    """Returns how much of a band inside the edge of a part isn't white."""
    bands = [part[BAND], part[::-1][BAND], part[:, BAND], part[:, ::-1][:, BAND]]
    return np.concatenate([band.ravel() for band in bands]).mean()


def on_paper(pixels, photograph, dark):
    """Returns a figure (H, W, 4) without its white: opaque in its photographs, else as transparent as it was white."""
    alpha = 1 - pixels.min(axis=2, keepdims=True) / 255
    colour = np.divide(pixels - 255 * (1 - alpha), alpha, out=np.zeros(pixels.shape), where=alpha > 0)
    if dark:
        grey = np.ptp(colour, axis=2) < 40  # black, however thin its lines
        colour[grey] = np.array(LIGHT_INK) * (1 - colour[grey] / 255)
        colour[~grey] += LIGHTER * (255 - colour[~grey])
    drawn = np.concatenate([colour, 255 * alpha], axis=2)
    shown = np.concatenate([pixels, np.full_like(alpha, 255)], axis=2)
    return np.where(photograph[..., None], shown, drawn).round().astype(np.uint8)


def webp(image):
    """Returns an image as a WebP: the smaller of one that loses nothing and one in which no loss is seen."""
    versions = [io.BytesIO(), io.BytesIO()]
    image.save(versions[0], "WebP", lossless=True, method=1)
    image.save(versions[1], "WebP", quality=90)
    return min((version.getvalue() for version in versions), key=len)


def write_figure(png, folder):
    """Write a PNG's two versions, named by its content, into a folder; returns their names and (width, height)."""
    flat = Image.open(io.BytesIO(png)).convert("RGBA")
    white = Image.new("RGBA", flat.size, "white")
    pixels = np.asarray(Image.alpha_composite(white, flat).convert("RGB"), dtype=float)
    photograph = photographs(pixels)
    name = hashlib.sha256(png).hexdigest()[:12]
    names = [f"{name}-light.webp", f"{name}-dark.webp"]
    for file_name, dark in zip(names, (False, True), strict=True):
        (folder / file_name).write_bytes(webp(Image.fromarray(on_paper(pixels, photograph, dark))))
    return names, flat.size


def place_figures(nb: NotebookNode, folder: Path, address: str):
    """Put, for each PNG in the notebook's outputs, an element that shows it in the page's theme; write their files."""
    folder.mkdir(parents=True, exist_ok=True)
    for cell in nb.cells:
        alt = html.escape(metadata_of(cell).get("alt", ""))
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if "image/png" not in data:
                continue
            (light, dark), (width, height) = write_figure(base64.b64decode(data.pop("image/png")), folder)
            size = f'width="{width}" height="{height}" alt="{alt}"'
            data["text/html"] = (
                f'<img class="plot only-light" src="{address}/{light}" {size}>'
                f'<img class="plot only-dark" src="{address}/{dark}" {size} loading="lazy">'
            )
