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


def test_the_courses_own_photographs_are_square():
    cat, camera = photograph("cat"), photograph("camera")
    assert (cat.shape, camera.shape) == ((3, 192, 192), (1, 192, 192))
    for image in (cat, camera):
        assert image.dtype == np.float32
        assert 0 <= image.min() < 0.1
        assert 0.8 < image.max() <= 1
    assert cat[0].mean() > cat[2].mean(), "a ginger cat: more red than blue"


def test_an_unknown_photograph_names_those_there_are():
    with pytest.raises(ValueError, match="called 'dog'; there are cat, camera, china, flower"):
        photograph("dog")
