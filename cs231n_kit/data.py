"""Images for the course. What is here needs no download."""

from pathlib import Path

import numpy as np

PICTURES = Path(__file__).parent / "pictures"
SCIKIT_LEARN = ("china", "flower")
OWN = ("cat", "camera")


def photograph(name: str = "china") -> np.ndarray:
    """Returns a photograph: numbers from 0 to 1, float32; (3,H,W) for red, green and blue, or (1,H,W) if it is grey.

    "cat" (3,192,192) and "camera" (1,192,192) come with the course, "china" and "flower" (3,427,640) with
    scikit-learn. Raises ValueError for another name.
    """
    if name in OWN:
        from matplotlib.image import imread  # here, because importing it takes a while

        pixels = np.atleast_3d(imread(PICTURES / f"{name}.png"))[..., :3]  # no alpha
        return np.ascontiguousarray(pixels.transpose(2, 0, 1), dtype=np.float32)
    if name in SCIKIT_LEARN:
        from sklearn.datasets import load_sample_image

        pixels = load_sample_image(f"{name}.jpg")
        return np.ascontiguousarray(pixels.transpose(2, 0, 1), dtype=np.float32) / np.float32(255)
    raise ValueError(f"There is no photograph called {name!r}; there are {', '.join(OWN + SCIKIT_LEARN)}.")
