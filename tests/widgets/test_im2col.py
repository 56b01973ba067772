"""Im2col in Python: what it takes, computes and says; test_both_languages.py holds the browser to it."""

import re

import numpy as np
import pytest
from cs231n_widgets import Im2col
from node_js import SOURCES, run_node
from random_states import many, random_im2col

from cs231n_kit.kernels import im2col as im2col_kernel
from cs231n_kit.kernels.registry import using
from cs231n_kit.layers import conv_forward

ARRANGED = """
const found = [];
for (let width = 300; width <= 1100; width += 7) {
  for (const size of given) found.push([width, size, m.arrange(width, size)]);
}
return found;
"""


def test_the_default_is_what_its_paragraph_speaks_of():
    widget = Im2col()
    assert widget.shape == {"D": 2, "H": 4, "W": 4, "K": 2, "F": 2, "S": 1, "P": 0, "H2": 3, "W2": 3}
    assert (widget.x_col.shape, widget.w_row.shape, widget.product.shape) == ((8, 9), (2, 8), (2, 9))
    assert sorted(widget.x.ravel()) == list(range(1, 33)), "every cell can be told by its number"
    # Window 4 by hand: rows 1 and 2, columns 1 and 2, channel 0 and then channel 1.
    assert widget.x_col[:, 4].tolist() == [6, 7, 10, 11, 22, 23, 26, 27]
    assert widget.product[0, 4] == np.dot(widget.w[0].ravel(), [6, 7, 10, 11, 22, 23, 26, 27]) + 1


def test_copies_counted_by_hand():
    widget = Im2col()
    assert widget.copies[0].tolist() == [[1, 2, 2, 1], [2, 4, 4, 2], [2, 4, 4, 2], [1, 2, 2, 1]]
    widget.show(stride=2)
    assert (widget.copies == 1).all()
    widget.show(stride=3)
    assert widget.facts()["unread"] == 24


def test_python_s_matrices_are_the_kit_s():
    for widget in many(random_im2col, 3, 60):
        x, w, b = (np.array(values, dtype=float) for values in (widget.x, widget.w, widget.b))
        settings = {"stride": widget.stride, "pad": widget.pad}
        np.testing.assert_array_equal(widget.x_col, im2col_kernel.im2col(x, w.shape[2], **settings))
        for kernel in ("loops", "im2col"):
            with using(kernel):
                y, _ = conv_forward(x[None], w, b, **settings)
            np.testing.assert_array_equal(widget.product.reshape(y[0].shape), y[0])


def test_describe_says_shapes_memory_the_column_and_the_cell():
    words = Im2col(window=4, cell=(0, 1, 1)).describe()
    assert "An input of 4×4×2 and 2 filters of 2×2×2, stride 1, padding 0." in words
    assert "X_col is 8×9 and W_row is 2×8." in words
    assert "Y: 2×9, reshaped to 3×3×2." in words
    assert "X_col holds 72 numbers, the input 32: 2.25 times as many." in words
    assert "gives Y[0, 4] = −42 and Y[1, 4] = 60: y[0, 1, 1] and y[1, 1, 1] of the output." in words
    assert "x[0, 1, 1] = 6 stands in X_col 4 times, in columns 0, 1, 3 and 4." in words
    assert "as many as the input." in Im2col(stride=2).describe()
    assert "3 of its 4 numbers" not in Im2col(pad=1).describe()
    assert "6 of its 8 numbers are zeros of the padding." in Im2col(pad=1).describe()
    assert "stands nowhere in X_col: no window reads it." in Im2col(stride=3, cell=(0, 3, 3)).describe()
    assert "once, in column 0." in Im2col(cell=(1, 0, 0)).describe()


def test_a_goal_is_met_by_facts():
    widget = Im2col(task="Find a stride.", goal={"most": 1, "least": 1})
    assert not widget.met
    widget.stride = 3
    assert not widget.met, "at stride 3 some cells stand nowhere"
    widget.stride = 2
    assert widget.met


def test_takes_arrays_of_ones_own():
    assert Im2col(x=np.ones((3, 5, 4))).w.shape == (2, 3, 2, 2), "filters are made up to suit the input"
    assert Im2col(w=np.ones((1, 3, 3, 3))).x.shape == (3, 4, 4), "and the input to suit the filters"
    assert Im2col(w=np.ones((1, 3, 3, 3))).b.tolist() == [0], "filters without biases get zeros"
    assert Im2col(b=[1, 2, 3]).w.shape == (3, 2, 2, 2)
    widget = Im2col(cell=(1, 3, 3))
    widget.show(x=np.ones((2, 3, 3)), window=99)
    assert (widget.chosen, widget.position) == (None, (3, 1, 1)), "what lies outside is let go"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"x": np.zeros((2, 6, 5))}, r"\(2, 6, 5\).*up to 3 channels, of 3x3 to 5x5.*x\[:2, :4, :4\]"),
        ({"x": np.zeros((2, 2, 4))}, r"\(2, 2, 4\)"),
        ({"x": np.zeros((4, 4, 4))}, r"\(4, 4, 4\)"),
        ({"x": np.zeros((4, 4))}, r"shape \(C, H, W\); the shape given is \(4, 4\)"),
        ({"x": np.full((1, 3, 3), np.inf)}, "infinity"),
        ({"w": np.zeros((2, 2, 3))}, r"shape \(K, C, F, F\); the shape given is \(2, 2, 3\)"),
        ({"w": np.zeros((2, 2, 2, 3))}, "square filters; these are 2x3"),
        ({"w": np.zeros((2, 2, 4, 4))}, "up to 3 filters of 3x3"),
        ({"x": np.zeros((3, 4, 4)), "w": np.zeros((2, 2, 2, 2))}, "full depth"),
        ({"w": np.zeros((2, 2, 2, 2)), "b": [1]}, r"b needs the shape \(2,\)"),
        ({"cell": (0, 4, 1)}, r"cell is \(0, 4, 1\); it needs \(c, row, column\) of a cell in x, which is \(2, 4, 4\)"),
        ({"cell": (1, 1)}, r"cell is \(1, 1\)"),
        ({"goal": {"twice": 7}}, "doesn't know: twice"),
    ],
)
def test_refuses_in_words(given, says):
    with pytest.raises(ValueError, match=says):
        Im2col(**given)


@pytest.mark.parametrize("pad", [0, 1])
def test_the_picture_stands_as_wide_as_the_page_lets_it(pad):
    sizes = [
        {**w.shape, "rows": w.x_col.shape[0], "columns": w.x_col.shape[1]}
        for w in many(random_im2col, 11 + pad, 25)
        if w.pad == pad
    ]
    for width, size, found in run_node(SOURCES / "im2col" / "layout.js", ARRANGED, sizes):
        assert 18 <= found["cell"] <= 30, (width, size)
        if found["mode"] == "beside":
            across = found["slices"] * (size["W"] + 2 * pad) * found["cell"]
            assert max(across, (size["rows"] + 1) * found["cell"]) + size["columns"] * found["cell"] <= width - 60


def test_the_still_picture_shows_the_state():
    svg = Im2col(window=4, cell=(0, 1, 1)).still_svg()
    assert svg.startswith("<svg ")
    assert 'role="img" aria-label="An input of 4×4×2' in svg
    assert svg.count('class="f"') == 3, "the window in each channel, and its column"
    assert svg.count("<rect") - svg.count('class="f"') - svg.count('class="h"') == 32 + 72 + 16 + 2 + 18 + 18
    chosen = re.findall(r'<rect[^>]*class="c"/><text[^>]*>(\d+)</text>', svg)
    assert chosen == ["6"] * 5, "the cell and its four copies"


@pytest.mark.parametrize("seed", range(6))
def test_the_still_picture_holds_all_of_it_in_any_state(seed):
    widget = random_im2col(np.random.default_rng(seed))
    width, height, _, body = widget.static_svg()
    for x, y, w, h in re.findall(r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', body):
        assert float(x) + float(w) <= width
        assert float(y) + float(h) <= height
