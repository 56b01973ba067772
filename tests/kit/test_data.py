"""The images that come with the course."""

import numpy as np
import pytest

from cs231n_kit.data import photograph


def test_photograph_is_an_image_of_floats():
    image = photograph("china")
    assert image.shape == (3, 427, 640)
    assert image.dtype == np.float32
    assert image.min() == 0
    assert image.max() == 1
    assert not np.array_equal(image, photograph("flower"))


def test_an_unknown_photograph_names_those_there_are():
    with pytest.raises(ValueError, match="called 'cat'; there are china, flower"):
        photograph("cat")
