"""Images for the course. What is here needs no download."""

import numpy as np

PHOTOGRAPHS = {"china": "china.jpg", "flower": "flower.jpg"}


def photograph(name: str = "china") -> np.ndarray:
    """Returns one of the two photographs that scikit-learn ships, "china" or "flower".

    -> (3, 427, 640) float32: red, green and blue from 0 to 1. Raises ValueError for another name.
    """
    if name not in PHOTOGRAPHS:
        raise ValueError(f"There is no photograph called {name!r}; there are {', '.join(PHOTOGRAPHS)}.")
    from sklearn.datasets import load_sample_image  # here, because importing it takes a second

    pixels = load_sample_image(PHOTOGRAPHS[name])
    return np.ascontiguousarray(pixels.transpose(2, 0, 1), dtype=np.float32) / np.float32(255)
