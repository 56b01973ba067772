"""BackpropConvolution in Python: what it takes, computes and says; test_both_languages.py holds the browser to it."""

import numpy as np
import pytest
from cs231n_widgets import BackpropConvolution

SOBEL = [[1, 2, 1], [0, 0, 0], [-1, -2, -1]]


def test_one_output_gives_each_input_its_weight_and_each_weight_its_input():
    widget = BackpropConvolution(row=1, col=1)
    assert widget.dx[1:4, 1:4].tolist() == (3 * widget.w).tolist()
    assert widget.dw.tolist() == (3 * widget.x[1:4, 1:4]).tolist()
    assert np.count_nonzero(widget.dx) == np.count_nonzero(widget.w)


def test_outputs_add_up_to_the_whole_gradient():
    widget = BackpropConvolution(view="sum", row=2, col=2)
    parts = [BackpropConvolution(row=row, col=col) for row, col in np.ndindex(3, 3)]
    np.testing.assert_array_equal(widget.dx, sum(part.dx for part in parts))
    np.testing.assert_array_equal(widget.dw, sum(part.dw for part in parts))
    assert "All of the 9 outputs" in widget.describe()


@pytest.mark.parametrize(("stride", "pad"), [(1, 0), (1, 2), (2, 1), (3, 0)])
def test_the_flipped_filter_over_dy_with_zeros_is_the_whole_gradient(stride, pad):
    widget = BackpropConvolution(view="input", stride=stride, pad=pad)
    (values, _), turned = widget.spread, widget.w[::-1, ::-1]
    slid = [[(values[r : r + 3, c : c + 3] * turned).sum() for c in range(5)] for r in range(5)]
    np.testing.assert_array_equal(slid, widget.dx)


def test_it_takes_the_learner_s_own_filter_and_makes_up_what_is_left_out():
    widget = BackpropConvolution(w=SOBEL, stride=2)
    assert widget.dy.tolist() == [[1, 2], [3, 4]]
    widget.show(stride=1)
    assert widget.gradient.tolist() == [[1, 2, 3], [4, 5, 6], [7, 8, 9]]


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"x": np.zeros((7, 7))}, "up to 6x6"),
        ({"w": np.zeros((2, 3))}, "square filters"),
        ({"x": np.zeros((2, 2))}, "does not fit"),
        ({"pad": 2, "w": [[1, 2], [3, 4]]}, "Padding of 2 is too much"),
        ({"dy": [[1, 2]]}, "needs the shape"),
        ({"view": "all"}, "use one of"),
        ({"x": np.full((3, 3), 1000)}, "from -999 to 999"),
    ],
)
def test_what_cannot_be_drawn_is_told_in_words(settings, says):
    with pytest.raises(ValueError, match=says):
        BackpropConvolution(**settings)
