"""FullyConnectedAsConvolution in Python; test_both_languages.py holds the browser to it."""

import json
import re

import ipywidgets
import numpy as np
import pytest
from cs231n_widgets import FullyConnectedAsConvolution
from cs231n_widgets.fully_connected_as_convolution import ink
from cs231n_widgets.fully_connected_as_convolution.messages import verdict
from node_js import SOURCES, run_node

from cs231n_kit.layers import AvgPool2d, Conv2d, Linear, MaxPool2d, ReLU, Serial
from cs231n_kit.net import Net
from cs231n_kit.weights import normalise, sliding_digits

INNER = [[row, col] for row in (2, 3, 4) for col in (2, 3, 4)]


def small_net(*, in_shape=(1, 8, 8), last=None, **options):
    layers = Conv2d(3, 3, pad=1, **options), ReLU(), MaxPool2d(2), Linear(4) if last is None else last
    return Net.build(Serial(*layers), in_shape, dtype=np.float64)


@pytest.mark.parametrize("padded", [False, True])
def test_the_map_has_the_scores_of_the_kit_s_net_at_every_crop(padded):
    widget = FullyConnectedAsConvolution(padded=padded)
    net, image = sliding_digits(padding=padded), normalise(widget.image)
    rows, cols = widget.places
    assert (rows, cols) == (8, 22)
    crops = np.array([image[4 * r : 4 * r + 28, 4 * c : 4 * c + 28] for r in range(rows) for c in range(cols)])
    scores = net(crops[:, None]).T.reshape(11, rows, cols)
    agrees = np.isclose(scores, widget.scan.scores, atol=1e-3).all(axis=0)
    assert agrees.all() if not padded else agrees.mean() < 0.1


def test_only_cells_that_see_no_cut_edge_must_be_equal():
    counts = {}
    rng = np.random.default_rng(0)
    widget = FullyConnectedAsConvolution(image=rng.random((56, 112)), padded=True)
    for name, row, col in [("inner", 3, 9), ("edge", 0, 9), ("corner", 7, 21)]:
        widget.show(row=row, col=col)
        assert widget.untouched.sum() <= widget.facts()["equal"]
        counts[name] = int(widget.untouched.sum())
    assert counts == {"inner": 9, "edge": 15, "corner": 25}
    assert "In 5 rows and 5 columns they stay within the cut edges: 25 cells." in widget.describe()
    widget.padded = False
    assert widget.facts()["equal"] == 16
    assert "all 16 cells in front of the FC layers are equal." in widget.describe()


def test_each_stamp_is_seen_as_its_digit_most_of_all():
    for padded in (False, True):
        for digit in range(10):
            seen = FullyConnectedAsConvolution(stamps=[(digit, 12, 40)], padded=padded).sightings
            assert max(seen, key=seen.get) == digit, (padded, digit, seen)


def test_the_bill_counts_one_pass_and_every_crop():
    widget = FullyConnectedAsConvolution()
    once, crop = widget.macs
    first = 8 * 54 * 110 * 9
    second = 8 * 52 * 108 * 72
    third, fourth = 16 * 24 * 52 * 72, 16 * 22 * 50 * 144
    assert once == first + second + third + fourth + 8 * 22 * (32 * 256 + 11 * 32)
    assert crop == sliding_digits(padding=False).layer.macs((1, 28, 28))
    assert "176 crops, each by itself: 114,690,048, 12.6 times as many." in widget.describe()


def test_ink_is_black_within_a_stroke_and_ends_beside_it():
    image = FullyConnectedAsConvolution(drawing="~0k0k0k1o").image
    np.testing.assert_allclose(image[7:13, 20], [0, 0.2, 1, 1, 0.2, 0])
    assert image[:, :8].max() == image[:, 33:].max() == 0
    assert FullyConnectedAsConvolution(drawing="").image.max() == 0
    one, other = (ink.render(text, 56, 112) for text in ("7@9,9", "7@12,20"))
    np.testing.assert_array_equal(one[9:37, 9:37], other[12:40, 20:48])


def test_the_task_is_met_by_who_marks_the_cells_that_see_no_cut_edge():
    widget = FullyConnectedAsConvolution.which_cells()
    assert "which of its 49 cells in front of the FC layers are equal?" in widget.describe()
    assert "cut edge" not in widget.describe()
    for marks, said in [
        ([], "Not yet: 9 equal cells have no mark. Choose another place"),
        ([[0, 0], [0, 1], *INNER[1:]], "Not yet: 2 marked cells differ and 1 equal cell has no mark."),
        (INNER, "Right."),
    ]:
        widget.marks = marks
        assert not widget.met
        widget.checked = True
        assert said in widget.describe()
        assert widget.met == (said == "Right.")
        widget.checked = False


def test_a_cell_that_is_equal_by_luck_may_be_marked():
    widget = FullyConnectedAsConvolution.which_cells(drawing="", checked=True, marks=INNER)
    lucky = np.argwhere((widget.differences == 0) & ~widget.untouched).tolist()
    assert lucky
    widget.marks = [*INNER, *lucky]
    assert verdict(widget) == "Right."
    assert f"{len(lucky)} of them are equal by luck" in widget.describe()


def test_another_crop_is_another_question_and_a_stored_one_is_kept():
    widget = FullyConnectedAsConvolution.which_cells(marks=INNER, checked=True)
    again = FullyConnectedAsConvolution(**json.loads(json.dumps(widget.settings())))
    assert (again.marks, again.checked, again.describe()) == (INNER, True, widget.describe())
    again.row = 0
    assert (again.marks, again.checked) == ([], False)


def test_a_net_and_an_image_of_the_learner_s():
    rng = np.random.default_rng(1)
    net, image = small_net(), rng.random((12, 20))
    widget = FullyConnectedAsConvolution(net, image, labels=["a", "b", "c", "d"], mean=0.5, std=2)
    np.testing.assert_allclose(widget.image, image, atol=0.5 / 255)
    crop = (widget.image[2:10, 4:12] - 0.5) / 2
    widget.show(row=1, col=2)
    np.testing.assert_allclose(
        widget.sliding.scores_alone(widget.image, 1, 2), net(crop[None, None])[0], rtol=1e-6, atol=1e-6
    )
    assert "Your net gives scores at 7×3 places, 2 pixels apart." in widget.describe()
    assert "Crop at row 1, column 2: " in widget.describe()
    plain = FullyConnectedAsConvolution(net, image, knobs=["drawing"])
    assert "Crop at" not in plain.describe() + plain.still_svg()
    widget.drawing = "1@0,0"
    assert widget.image.max() == 1


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (
            lambda: FullyConnectedAsConvolution("net"),
            "FullyConnectedAsConvolution shows a Net of a Serial, as Net.build",
        ),
        (
            lambda: FullyConnectedAsConvolution(small_net(in_shape=(3, 8, 8))),
            "nets that read (1,S,S); this one reads (3,",
        ),
        (lambda: FullyConnectedAsConvolution(small_net(last=AvgPool2d(2))), "not AvgPool2d("),
        (lambda: FullyConnectedAsConvolution(small_net(last=ReLU())), "whose last layer is a Linear, which gives"),
        (lambda: FullyConnectedAsConvolution(small_net(), std=0), "std is above 0, and both are numbers; got 0.0, 0."),
        (lambda: FullyConnectedAsConvolution(small_net(), labels=["a"]), "gives 4 scores, so it needs 4 labels"),
        (lambda: FullyConnectedAsConvolution(image=np.ones((20, 30))), "reads 28×28 pixels, so the canvas is at least"),
        (lambda: FullyConnectedAsConvolution(width=27), "it is 27×56."),
        (lambda: FullyConnectedAsConvolution(height=400, width=400), "multiply-adds; a page follows the pen up to"),
        (
            lambda: FullyConnectedAsConvolution(image=np.ones((3, 30, 30))),
            "an array of numbers (H,W), ink 1 and paper 0",
        ),
        (lambda: FullyConnectedAsConvolution(image=np.full((30, 30), 255)), "divide bytes by 255."),
        (lambda: FullyConnectedAsConvolution(drawing="3@4,10 x"), '"x" is neither.'),
        (lambda: FullyConnectedAsConvolution(drawing="~0a0a" * 600), "at most 2400 characters; this one has 3000."),
        (lambda: FullyConnectedAsConvolution(marks=[[4, 0]]), "[row, column] from 0 to 3; [4, 0] is none."),
        (lambda: FullyConnectedAsConvolution(goal={"luck": True}), "goal names what this widget doesn't know: luck."),
        (lambda: FullyConnectedAsConvolution(knobs=["pen"]), "FullyConnectedAsConvolution has no knob 'pen'."),
    ],
)
def test_it_says_what_it_cannot_take(make, says):
    with pytest.raises(ValueError, match=re.escape(says)):
        make()


def test_two_widgets_can_be_linked():
    one, other = FullyConnectedAsConvolution(), FullyConnectedAsConvolution(padded=True)
    ipywidgets.link((one, "drawing"), (other, "drawing"))
    other.drawing = "8@2,4"
    assert "Seen: 8 at" in one.describe()


def test_the_still_picture_is_small_and_shows_what_is_seen():
    widget = FullyConnectedAsConvolution(padded=True)
    picture = widget.still_svg()
    assert len(widget.static_html()) < 60_000
    assert picture.count('class="seen"') == sum(widget.sightings.values())
    assert picture.count(">=</text>") == widget.facts()["equal"]
    asked = FullyConnectedAsConvolution.which_cells(marks=INNER).still_svg()
    assert asked.count(">=</text>") == 0
    assert asked.count('class="mark"') == 9


def test_a_copied_link_opens_the_same_drawing_and_an_empty_canvas():
    first = json.loads(json.dumps(FullyConnectedAsConvolution().settings()))
    body = """return given.drawings.map((drawing) => {
          const then = { ...given.first, drawing, row: 0, nets: [] };
          const { values } = m.readAddress(new URL(m.writeAddress("w-x", given.first, then), "http://a.b/c").hash);
          return m.fitting(values, given.first, {});
        });"""
    full = " ".join(["3@10,10"] * 300)
    drawings = ["", "7@-3,0 ~0e0n090u", full]
    opened = run_node(SOURCES / "page" / "address.js", body, {"first": first, "drawings": drawings})
    assert len(full) > ink.LONGEST - 10
    assert opened == [{"drawing": drawing, "row": 0} for drawing in drawings]
