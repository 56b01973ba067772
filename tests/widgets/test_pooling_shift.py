"""PoolingShift in Python: what it takes, computes and says; test_both_languages.py holds the browser to it."""

import re

import numpy as np
import pytest
from cs231n_widgets import PoolingShift
from cs231n_widgets.pooling_shift.widget import mean_difference

from cs231n_kit.data import photograph
from cs231n_kit.layers import max_pool_forward

POST = np.zeros((8, 30))
POST[:, 16:] = 1  # one upright edge, two cells wide


def test_its_maps_are_the_kit_s_pooling_of_the_moved_edges():
    image = photograph("camera")[0, 20:60, 20:70]
    grey = np.floor(255 * image + 0.5)
    edges = np.maximum(grey[:, 2:] - grey[:, :-2], 0)
    widget = PoolingShift(image)
    assert widget.map_at(0, "none").shape == (40, 40)
    np.testing.assert_array_equal(widget.map_at(3, "none"), edges[:, 5:45])
    np.testing.assert_array_equal(widget.map_at(3, "max3"), max_pool_forward(edges[None, None, :, 5:45], 3, 2)[0][0, 0])


def test_its_percentages_run_from_the_same_map_to_a_shuffled_one():
    values = np.array([[0, 1], [5, 2]])
    assert mean_difference(values) == abs(values.reshape(-1, 1) - values.reshape(1, -1)).mean()
    widget = PoolingShift(photograph("camera")[0, 24:120, 44:150])
    assert all(curve[0] == 0 for curve in widget.curves.values())
    one = [widget.curves[pool][1] for pool in ("none", "average", "max2", "max3")]
    assert one == sorted(one, reverse=True), "each helps more than the one before"
    assert all(80 < curve[8] < 120 for curve in widget.curves.values())


def test_what_moves_by_the_stride_is_the_same_map_moved_by_one():
    widget = PoolingShift(POST)
    before, after = widget.map_at(0, "max2"), widget.map_at(2, "max2")
    np.testing.assert_array_equal(after[:, 1:], before[:, :-1])
    assert before.any()


def test_a_picture_of_one_shade_never_changes():
    widget = PoolingShift(np.full((6, 20), 0.5), shift=4)
    assert {value for curve in widget.curves.values() for value in curve} == {0}
    assert "change by 0% without pooling" in widget.describe()


def test_it_says_what_it_shows():
    widget = PoolingShift(POST, shift=1, pool="max2")
    known = widget.facts()
    assert (known["shift"], known["pool"]) == (1, "max2")
    assert f"and by {known['changed']}% after max pooling 2×2." in widget.describe()
    assert "nothing changes" in PoolingShift(POST, shift=0).describe()
    widget.goal = {"shift": 2}
    assert not widget.met
    widget.shift = 2
    assert widget.met


def test_colours_are_averaged():
    image = np.stack([POST, POST, np.zeros_like(POST)])
    assert PoolingShift(image).image.max() == 170


@pytest.mark.parametrize(
    ("image", "says"),
    [
        (np.zeros(9), "image must be (H, W), or (3, H, W) in colour; its shape is (9,)."),
        (np.zeros((4, 13)), "image is 13×4; it needs at least 14 columns and 4 rows"),
        (np.zeros((192, 192)), "up to 138 columns and 128 rows. Take a piece of it, such as image[:96, :106]."),
        (np.full((8, 20), 200.0), "image must hold numbers from 0 (black) to 1 (white)."),
        (np.full((8, 20), np.nan), "image must hold numbers from 0 (black) to 1 (white)."),
    ],
)
def test_it_says_what_it_cannot_take(image, says):
    with pytest.raises(ValueError, match=re.escape(says)):
        PoolingShift(image)


def test_the_still_picture_has_four_pictures_and_four_curves():
    svg = PoolingShift(POST, shift=2, pool="average").still_svg()
    assert svg.count("<image ") == 4
    assert svg.count("<polyline ") == 4
    assert "Moved by 2 pixels" in svg
