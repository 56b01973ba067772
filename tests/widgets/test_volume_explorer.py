"""VolumeExplorer in Python: the course's net and the reader's own, pictures of any size, and refusals in words."""

import numpy as np
import pytest
from cs231n_widgets import VolumeExplorer
from cs231n_widgets.pixels import fit_picture, pack_pixels, unpack_pixels

from cs231n_kit.data import photograph
from cs231n_kit.layers import AvgPool2d, Conv2d, Linear, ReLU, Serial
from cs231n_kit.net import Net
from cs231n_kit.weights import CIFAR10_CLASSES, first_net, normalise


def small_net(*layers, shape=(3, 8, 8)):
    return Net.build(Serial(*layers), shape)


def test_the_courses_net_sees_a_cat():
    widget = VolumeExplorer()
    sizes = [(name, values.shape) for name, values in widget.volumes]
    assert sizes[:3] == [("INPUT", (3, 32, 32)), ("CONV 1", (16, 32, 32)), ("RELU 1", (16, 32, 32))]
    assert sizes[-1] == ("FC", (10, 1, 1))
    assert widget.facts()["best"] == "cat"
    scores = first_net()(normalise(widget.image)[None])[0]
    np.testing.assert_allclose(list(widget.scores.values()), scores, rtol=1e-4, atol=1e-4)
    assert tuple(widget.scores) == CIFAR10_CLASSES


def test_a_net_of_the_readers_own_is_shown_as_it_is_now():
    net = small_net(Conv2d(2, 3), ReLU(), Linear(2))
    widget = VolumeExplorer(net, np.full((3, 8, 8), 0.75), ["yes", "no"])
    before = widget.scores
    net.params["2.bias"] += 100
    assert widget.scores == before, "a later step of training doesn't change what is shown"
    assert max(VolumeExplorer(net, labels=["yes", "no"]).scores.values()) > 50


@pytest.mark.parametrize("shape", [(64, 64), (48, 70), (70, 48), (8, 8), (5, 7)])
def test_a_picture_of_any_size_is_cut_to_its_middle_and_averaged(shape):
    rng = np.random.default_rng(1)
    image = rng.random((3, *shape))
    small = fit_picture(image, 8, 8)
    side = min(shape)
    top, left = round((shape[0] - side) / 2), round((shape[1] - side) / 2)
    middle = image[:, top : top + side, left : left + side]
    half = 0.5 / 255 + 1e-12  # of a byte
    np.testing.assert_allclose(small.mean(axis=(1, 2)), middle.mean(axis=(1, 2)), atol=half)
    if side == 64:
        np.testing.assert_allclose(small, image.reshape(3, 8, 8, 8, 8).mean(axis=(2, 4)), atol=half)
    np.testing.assert_allclose(unpack_pixels(pack_pixels(small), 8, 8), small, atol=1e-12)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: VolumeExplorer("net"), "shows a Net of a Serial, as Net.build makes it; you gave str"),
        (
            lambda: VolumeExplorer(small_net(Linear(2), shape=(1, 8, 8))),
            r"this one reads \(1, 8, 8\)",
        ),
        (lambda: VolumeExplorer(small_net(Conv2d(2, 3))), "whose last layer is a Linear"),
        (lambda: VolumeExplorer(small_net(AvgPool2d(2), Linear(2))), "not AvgPool2d"),
        (lambda: VolumeExplorer(small_net(Conv2d(2, 3, dilation=2), Linear(2))), "square windows"),
        (lambda: VolumeExplorer(small_net(Conv2d(400, 3), Linear(2))), "draws up to 320"),
        (lambda: VolumeExplorer(image=np.full((3, 9, 9), 200)), "divide bytes by 255"),
        (lambda: VolumeExplorer(image=np.zeros((9, 9, 3))), r"array of numbers \(3,H,W\)"),
        (lambda: VolumeExplorer(labels=["cat", "dog"]), "needs 10 labels; there are 2"),
        (lambda: VolumeExplorer(goal={"sides": 3}), "goal names what this widget doesn't know"),
    ],
)
def test_what_it_cannot_show_is_told_in_words(make, words):
    with pytest.raises(ValueError, match=words):
        make()


def test_grey_pictures_and_flat_coordinates_are_taken():
    assert VolumeExplorer(image=photograph("camera")).image.shape == (3, 32, 32)
    assert VolumeExplorer(volume=99, slice=99, row=99, col=99).neuron == (10, 9, 0, 0)
