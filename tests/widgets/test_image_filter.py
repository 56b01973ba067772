"""ImageFilter in Python: what it takes, computes and says; test_both_languages.py holds the browser to it."""

import numpy as np
import pytest
from cs231n_widgets import ImageFilter
from cs231n_widgets.image_filter.widget import as_pixels
from random_states import many, random_image_filter

UPRIGHT = {
    "differences": [[0, 0, 0], [1, -1, 0], [0, 0, 0]],
    "Prewitt": [[1, 0, -1]] * 3,
    "Sobel, the other way": [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]],
    "thin lines": [[-1, 2, -1]] * 3,
    "fractions": [[0.1, 0, -0.1], [0.7, 0, -0.7], [0.1, 0, -0.1]],
}
SHIFTS = [np.eye(9)[n].reshape(3, 3) for n in (0, 1, 2, 3, 5, 6, 7, 8)]
BLACK = {
    "rings": [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]],
    "cross": [[0, -1, 0], [-1, 4, -1], [0, -1, 0]],
    "ninths": [[-1 / 9, -1 / 9, -1 / 9], [-1 / 9, 8 / 9, -1 / 9], [-1 / 9, -1 / 9, -1 / 9]],
    "corners": [[1, 0, 0], [0, 0, 0], [0, 0, -1]],
}


def said(filter):
    facts = ImageFilter(filter=filter).facts()
    return {name for name in ("upright", "level", "shift", "flat") if facts[name]}


def test_every_filter_that_does_what_a_task_asks_counts():
    assert [said(filter) for filter in UPRIGHT.values()] == [{"upright", "flat"}] * len(UPRIGHT)
    assert [said(np.transpose(filter)) for filter in UPRIGHT.values()] == [{"level", "flat"}] * len(UPRIGHT)
    assert [said(filter) for filter in SHIFTS] == [{"shift"}] * 8
    assert [said(filter) for filter in BLACK.values()] == [{"flat"}] * len(BLACK)


@pytest.mark.parametrize(
    "filter",
    [
        np.zeros((3, 3)),  # black everywhere: nothing is found
        np.eye(9)[4].reshape(3, 3),  # the picture as it is
        np.ones((3, 3)) / 9,
        [[0, 0, 0], [0, 0, 2], [0, 0, 0]],  # moved, and twice as bright
        [[1, 0, -1], [0, 0, 0], [0, 0, -1]],
    ],
)
def test_what_does_something_else_does_not_count(filter):
    assert said(filter) == set()


def test_facts_are_what_the_map_shows():
    """Flat areas, posts, shelves: asked of maps that the kit computes."""
    flat, posts = np.full((9, 9), 200), np.zeros((9, 9)) + 255 * (np.arange(9) > 4)
    for widget in many(random_image_filter, 5, 60):
        facts, weights = widget.facts(), widget.filter
        on_flat, on_posts, on_shelves = (
            abs(ImageFilter(image, weights).map).max() > 0.5 for image in (flat, posts, posts.T)
        )
        assert facts["flat"] <= (not on_flat)
        assert facts["upright"] == (facts["flat"] and on_posts and not on_shelves)
        assert facts["level"] == (facts["flat"] and on_shelves and not on_posts)
        row, col = widget.position
        assert facts["value"] == pytest.approx(widget.map[row - 1, col - 1])


def test_it_takes_a_learner_s_own_image():
    grey = np.linspace(0, 1, 35).reshape(5, 7)
    assert as_pixels(grey).tolist() == np.floor(grey * 255 + 0.5).tolist()
    assert as_pixels(np.stack([grey, 0 * grey, grey / 2]))[-1, -1] == 128, "the mean of its channels"
    assert as_pixels((grey * 255).astype(np.uint8)).max() == 255
    assert as_pixels(np.ones((3, 427, 640))).shape == (85, 128), "a large one is made smaller"
    widget = ImageFilter(grey, [[0, 0, 0], [0, 0, 1], [0, 0, 0]], row=2, col=3)
    assert widget.image.shape == (5, 7)
    np.testing.assert_array_equal(widget.map, widget.image[1:-1, 2:])
    assert "a picture of 7×5×1; the map is 5×3×1" in widget.describe()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"image": np.zeros(9)}, r"shape \(H, W\).*its shape is \(9,\)"),
        ({"image": np.zeros((20, 30, 3))}, "transpose"),
        ({"image": np.full((6, 6), -1.0)}, "from 0 to 1 or 0 to 255"),
        ({"image": np.zeros((3, 6))}, "at least 5 pixels"),
        ({"filter": np.ones((5, 5))}, "slides filters of 3x3"),
        ({"filter": np.full((3, 3), 100)}, "-99 to 99"),
        ({"tasks": [{"task": "Do it.", "goal": {"black": True}}]}, "the facts are sum, flat"),
    ],
)
def test_refuses_in_words(given, says):
    with pytest.raises(ValueError, match=says):
        ImageFilter(**given)


def test_the_pixel_in_view_stays_where_the_window_fits():
    widget = ImageFilter(np.zeros((6, 8)), row=0, col=99)
    assert widget.position == (1, 6)
    assert widget.window.shape == (3, 3)


def test_the_still_picture_shows_picture_map_and_products():
    svg = ImageFilter().still_svg()
    assert svg.count("data:image/png;base64,") == 2
    for words in ("Picture 96×96×1", "Map 94×94×1", "The nine products add up to"):
        assert words in svg
    assert len(str(ImageFilter().mimebundle())) < 70_000, "a page stays light"
