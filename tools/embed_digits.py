"""Write cs231n_kit/pictures/digits.npz, the handwritten digits that come with the course: python tools/embed_digits.py

They are scikit-learn's copy (load_digits) of the test set of "Optical Recognition of Handwritten Digits" (Alpaydin and
Kaynak, 1998, UCI Machine Learning Repository, CC BY 4.0): 1,797 images of 8x8 pixels from 0 to 16. scikit-learn takes
two seconds to import, and a run of training starts more often than that.
"""

from pathlib import Path

import numpy as np
from sklearn.datasets import load_digits

OUT = Path(__file__).resolve().parent.parent / "cs231n_kit" / "pictures" / "digits.npz"


def main():
    found = load_digits()
    images, labels = found.images.astype(np.uint8), found.target.astype(np.uint8)
    assert (images == found.images).all()
    np.savez_compressed(OUT, images=images, labels=labels)
    print(f"{OUT.name}: {len(images):,} images, {OUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
