"""What surgery, and sliding below it, must do: `check(surgery)` fails, or both modules are right.

Each check is given the names of both, `both(surgery)`.
"""

from types import SimpleNamespace

import numpy as np
import pytest
import standin
from comparing import fixed
from surgery_nets import draw_image, finished, random_net

from cs231n_kit import sliding
from cs231n_kit.layers import (
    AvgPool2d,
    BatchNorm,
    Concat,
    Conv2d,
    Flatten,
    GlobalAvgPool2d,
    Linear,
    LocallyConnected2d,
    MaxPool2d,
    ReLU,
    Residual,
    Serial,
    Tanh,
    conv_forward,
)
from cs231n_kit.net import Net


def both(surgery, sliding=sliding):
    """Returns the names of surgery and of sliding together."""
    return SimpleNamespace(**vars(sliding) | vars(surgery))


CLOSE = 1e-10  # in float64: the same but for the order of the sums


def numbers(shape, seed=0):
    array = np.random.default_rng(seed).standard_normal(shape)
    array.flags.writeable = False
    return array


def built(*layers, in_shape=(2, 6, 6), seed=0):
    """Build a net of layers in a row, in float64, with random numbers in all that it has."""
    return finished(Net.build(Serial(*layers), in_shape, seed, dtype="f8"), np.random.default_rng(seed + 1))


# ---- one layer as the other ----
def check_an_fc_layer_as_filters(surgery):
    w = numbers((3, 12))
    filters = surgery.fc_as_conv(w, (2, 3, 2))
    assert filters.shape == (3, 2, 3, 2)
    assert np.shares_memory(w, filters)
    x = numbers((4, 2, 3, 2), 1)
    y, _ = conv_forward(x, filters)
    np.testing.assert_allclose(y, (x.reshape(4, 12) @ w.T)[:, :, None, None], rtol=1e-12)


def check_a_conv_layer_as_a_matrix_by_hand(surgery):
    """One filter, 1 2 / 3 4, on 3x3: each row has it where its window stands."""
    w = fixed([[[[1, 2], [3, 4]]]])
    matrix, bias = surgery.conv_as_fc(w, fixed([5]), (1, 3, 3))
    assert matrix.tolist() == [
        [1, 2, 0, 3, 4, 0, 0, 0, 0],
        [0, 1, 2, 0, 3, 4, 0, 0, 0],
        [0, 0, 0, 1, 2, 0, 3, 4, 0],
        [0, 0, 0, 0, 1, 2, 0, 3, 4],
    ]
    assert bias.tolist() == [5, 5, 5, 5]
    assert surgery.conv_as_fc(w, None, (1, 3, 3))[1] is None


def check_the_matrix_is_conv_forward(surgery):
    for seed, (shape, stride, pad) in enumerate(
        [((2, 3, 3), 1, 1), ((1, 2, 3), (2, 1), 0), ((3, 3, 2), 2, (1, 0, 2, 1)), ((2, 1, 1), 3, 0)]
    ):
        w, b, x = numbers((4, *shape), seed), numbers(4, seed + 10), numbers((2, shape[0], 5, 6), seed + 20)
        matrix, bias = surgery.conv_as_fc(w, b, x.shape[1:], stride, pad)
        y, _ = conv_forward(x, w, b, stride, pad)
        np.testing.assert_allclose(x.reshape(2, -1) @ matrix.T + bias, y.reshape(2, -1), rtol=0, atol=1e-12)
        assert np.unique(matrix[matrix != 0]).size <= w.size
        matrix, _ = surgery.conv_as_fc(w.astype("f4"), None, x.shape[1:], stride, pad)
        assert matrix.dtype == "f4"


# ---- a net without FC layers ----
def check_what_becomes_of_each_layer(surgery):
    def of(*layers, in_shape=(2, 6, 4)):
        return surgery.convolutional_layer(Serial(*layers), in_shape)

    assert of(Linear(3)) == Serial(Conv2d(3, (6, 4)))
    assert of(Linear(3), in_shape=(2, 5, 5)) == Serial(Conv2d(3, 5))
    assert of(Linear(3, bias=False), ReLU(), Linear(2)) == Serial(Conv2d(3, (6, 4), bias=False), ReLU(), Conv2d(2, 1))
    assert of(Conv2d(3, 3), Flatten(), ReLU(), Linear(3)) == Serial(Conv2d(3, 3), ReLU(), Conv2d(3, (4, 2)))
    assert of(MaxPool2d(), GlobalAvgPool2d(), Linear(3)) == Serial(
        MaxPool2d(), AvgPool2d((3, 2), stride=1), Conv2d(3, 1)
    )
    assert of(Conv2d(3, 1)) == Serial(Conv2d(3, 1))
    assert of(Serial(Flatten()), Linear(4), BatchNorm(), Residual(Linear(4))) == Serial(
        Conv2d(4, (6, 4)), BatchNorm(), Residual(Conv2d(4, 1))
    )
    assert of(Concat(Linear(2), GlobalAvgPool2d())) == Serial(Concat(Conv2d(2, (6, 4)), AvgPool2d((6, 4), stride=1)))


def check_the_numbers_are_the_nets_own(surgery):
    net = built(Conv2d(3, 3), Flatten(), Tanh(), Linear(4), BatchNorm(), Linear(2))
    found = surgery.fully_convolutional(net)
    assert [(name, array.shape) for name, array in found.params.items()] == [
        ("0.weight", (3, 2, 3, 3)), ("0.bias", (3,)), ("2.weight", (4, 3, 4, 4)), ("2.bias", (4,)),
        ("3.weight", (4,)), ("3.bias", (4,)), ("4.weight", (2, 4, 1, 1)), ("4.bias", (2,)),
    ]  # fmt: skip
    assert [*found.state] == ["3.running_mean", "3.running_var"]
    assert np.shares_memory(found.params["2.weight"], net.params["3.weight"])
    assert net.params["3.weight"].shape == (4, 48)
    assert found.in_shape == net.in_shape
    x = numbers((3, 2, 6, 6))
    np.testing.assert_allclose(found(x), net(x)[:, :, None, None], rtol=0, atol=CLOSE)
    again = surgery.fully_convolutional(found)
    np.testing.assert_array_equal(again(x), found(x))


def check_features_and_classifier(surgery):
    net = built(Conv2d(3, 3), BatchNorm(), MaxPool2d(), Flatten(), Linear(4), BatchNorm(), Linear(2))
    features, classifier = surgery.split_classifier(net)
    assert features.layer == net.layer[:3]
    assert classifier.in_shape == (3, 2, 2)
    x = numbers((3, 2, 6, 6))
    np.testing.assert_array_equal(classifier(features(x)), net(x))
    assert {*features.state} == {"1.running_mean", "1.running_var"}
    assert {*classifier.state} == {"2.running_mean", "2.running_var"}
    assert surgery.split_layers(Serial(Conv2d(2, 1), GlobalAvgPool2d()), (2, 3, 3))[0] == Serial(Conv2d(2, 1))


# ---- sliding ----
def check_strides(surgery):
    for layer, stride in [
        (Conv2d(2, 3), (1, 1)),
        (Conv2d(2, 3, stride=(2, 3)), (2, 3)),
        (MaxPool2d(3), (3, 3)),
        (MaxPool2d((2, 3)), (2, 3)),
        (MaxPool2d(3, stride=2), (2, 2)),
        (Serial(MaxPool2d(), ReLU(), Conv2d(2, 3, stride=3), Linear(2)), (6, 6)),
        (Serial(MaxPool2d((2, 3)), Conv2d(2, 3, stride=(1, 2))), (2, 6)),
        (Serial(Residual(Conv2d(2, 1, stride=2), MaxPool2d(1, stride=2)), MaxPool2d()), (4, 4)),
        (Concat(MaxPool2d(), Conv2d(2, 2, stride=2)), (2, 2)),
    ]:
        assert surgery.stride_of(layer) == stride


def check_crops(surgery):
    assert surgery.crop_corners((3, 384, 384), 224, 32) == (range(0, 192, 32), range(0, 192, 32))
    assert surgery.crop_corners((1, 7, 12), (7, 5), (4, 3)) == (range(0, 4, 4), range(0, 9, 3))
    net, x = built(Linear(3), in_shape=(2, 4, 3)), numbers((2, 2, 5, 8))
    scores = surgery.crop_scores(net, x, (1, 2))
    assert scores.shape == (2, 3, 2, 3)
    for i in range(2):
        for j in range(3):
            np.testing.assert_array_equal(scores[:, :, i, j], net(x[:, :, i : i + 4, 2 * j : 2 * j + 3]))


def check_random_nets(surgery, seeds=(3, 5, 10), padding=(False, True)):
    """A cell of a crop is that of the whole image where it must be, and another one everywhere else."""
    counts = SimpleNamespace(equal=0, different=0, scores=0, other_scores=0)
    for pads in padding:
        for seed in seeds:
            net = random_net(seed, padding=pads)
            S = surgery.stride_of(net.layer)
            x = draw_image(seed, net, (2 * S[0] + 1, 3 * S[1]))
            compare(surgery, net, x, S, counts)
            shifted = surgery.shifted_passes(net, x, S)
            np.testing.assert_array_equal(shifted, surgery.score_map(net, x))
            if not pads:
                step = max(1, S[0] // 2), S[1]
                shifted, crops = surgery.shifted_passes(net, x, step), surgery.crop_scores(net, x, step)
                np.testing.assert_allclose(shifted, crops, rtol=0, atol=CLOSE)
    return counts


def compare(surgery, net, x, stride, counts):
    """Compare a net's map and its crops, at the scores and before the first FC layer, and count the cells."""
    features, _ = surgery.split_classifier(net)
    scores, crops = surgery.score_map(net, x), surgery.crop_scores(net, x)
    assert scores.shape == crops.shape
    whole, (_, H, W) = surgery.resized(features, x.shape[1:])(x), net.in_shape
    for i, row in enumerate(surgery.crop_corners(x.shape[1:], net.in_shape[1:], stride)[0]):
        for j, column in enumerate(surgery.crop_corners(x.shape[1:], net.in_shape[1:], stride)[1]):
            place = net.in_shape, x.shape[1:], row, column
            same = surgery.untouched_cells(net.layer, *place)
            assert same.shape == (1, 1)
            assert same[0, 0] == (abs(scores - crops)[:, :, i, j].max() < CLOSE)
            crop = features(x[:, :, row : row + H, column : column + W])
            part = whole[:, :, i : i + crop.shape[2], j : j + crop.shape[3]]
            cells = surgery.untouched_cells(features.layer, *place)
            np.testing.assert_array_equal(cells, abs(crop - part).max(axis=(0, 1)) < CLOSE)
            counts.equal += int(cells.sum())
            counts.different += int((~cells).sum())
            counts.scores += int(same.sum())
            counts.other_scores += int((~same).sum())


def check_cells_of_a_small_net(surgery):
    """F=3, P=1, then POOL: on 6x6 three cells a side; a cut edge is seen by one cell, the image's own edge by none."""
    layer, shapes = Serial(Conv2d(2, 3, pad=1), MaxPool2d()), ((1, 6, 6), (1, 8, 10))
    found = {place: surgery.untouched_cells(layer, *shapes, *place).tolist() for place in [(0, 0), (0, 2), (2, 4)]}
    yes, no = True, False
    assert found[0, 0] == [[yes, yes, no], [yes, yes, no], [no, no, no]]
    assert found[0, 2] == [[no, yes, no], [no, yes, no], [no, no, no]]
    assert found[2, 4] == [[no, no, no], [no, yes, yes], [no, yes, yes]]
    layer = Serial(MaxPool2d(), Conv2d(1, 3, pad=1))
    assert surgery.untouched_cells(layer, (1, 6, 6), (1, 10, 10), 2, 2).tolist() == [
        [no, no, no], [no, yes, no], [no, no, no]
    ]  # fmt: skip
    assert surgery.untouched_cells(layer, (1, 6, 6), (1, 10, 10), 4, 4)[1:, 1:].all()
    layer = Residual(Serial(Conv2d(1, 3, pad=1), Conv2d(1, 1)))
    assert surgery.untouched_cells(layer, (1, 3, 4), (1, 3, 6), 0, 1).tolist() == 3 * [[no, yes, yes, no]]
    layer = Serial(Conv2d(1, 3, stride=2, pad=(1, 0, 1, 0)), Conv2d(1, 1))
    assert surgery.untouched_cells(layer, (1, 4, 4), (1, 6, 6), 2, 2).tolist() == [[no, no], [no, yes]]


def check_combs_merge(surgery):
    net = built(Conv2d(2, 2), MaxPool2d(4), Linear(3), in_shape=(2, 6, 6))
    x = numbers((1, 2, 15, 13))
    for shift in (1, 2, (2, 4), (4, 1)):
        expected = surgery.crop_scores(net, x, shift)
        np.testing.assert_allclose(surgery.shifted_passes(net, x, shift), expected, rtol=0, atol=CLOSE)
    exact = surgery.shifted_passes(net, x[:, :, :6, :6], 2)
    np.testing.assert_allclose(exact[:, :, 0, 0], net(x[:, :, :6, :6]), rtol=0, atol=CLOSE)
    assert exact.shape == (1, 3, 1, 1)


def check_averages(surgery):
    scores = numbers((2, 3, 4, 5))
    np.testing.assert_allclose(surgery.average_over_places(scores), scores.mean(axis=(2, 3)), rtol=1e-12)


def check_dtypes_and_libraries(surgery):
    with standin.installed() as xp:
        for dtype in ("float32", "float64"):
            net = random_net(3, padding=True, dtype=dtype, like=xp.empty(0))
            same = random_net(3, padding=True, dtype=dtype)
            image = draw_image(3, net, (8, 8)).astype(dtype)
            x = xp.asarray(image)
            for run in (
                surgery.score_map,
                surgery.crop_scores,
                lambda net, x: surgery.shifted_passes(net, x, 2),
                lambda net, x: surgery.average_over_places(surgery.score_map(net, x)),
            ):
                found, expected = run(net, x), run(same, image)
                assert type(found) is type(x)
                assert found.dtype == expected.dtype == dtype
                np.testing.assert_allclose(xp.asnumpy(found), expected, rtol=1e-4, atol=1e-4)
            w, b = numbers((2, 1, 2, 2)).astype(dtype), numbers(2).astype(dtype)
            matrix, bias = surgery.conv_as_fc(xp.asarray(w), xp.asarray(b), (1, 3, 3))
            assert type(matrix) is type(bias) is type(x)
            assert matrix.dtype == bias.dtype == dtype
            expected, _ = surgery.conv_as_fc(w, b, (1, 3, 3))
            np.testing.assert_array_equal(xp.asnumpy(matrix), expected)


# ---- what is wrong ----
def check_layers_that_cannot_slide(surgery):
    for layers, words in [
        ((Conv2d(2, 1), LocallyConnected2d(2, 3)), r"^Layer 1, LocallyConnected2d\(2, 3\) has other weights at"),
        ((Conv2d(2, 1), Flatten(), ReLU(), BatchNorm(), Linear(3)), r"^Layer 3, BatchNorm\(\) stands behind"),
        ((Conv2d(2, 1), Serial(ReLU(), LocallyConnected2d(2, 3))), r"^Layer 1\.1, LocallyConnected2d\(2, 3\) has"),
        ((Residual(Serial(LocallyConnected2d(2, 1))),), r"^Layer 0\.body\.0, LocallyConnected2d\(2, 1\) has"),
        ((Concat(ReLU(), LocallyConnected2d(2, 1)),), r"^Layer 0\.1, LocallyConnected2d\(2, 1\) has"),
        ((Concat(Flatten(), Linear(2)), Linear(3)), r"^Layer 0, Concat of 2 has a branch that is only a Flatten"),
        ((Conv2d(2, 1), Flatten()), r"^Layer 1, Flatten\(\) puts 6x6x2 in one row, and no FC layer"),
        ((Conv2d(2, 1), Serial(ReLU(), Flatten()), ReLU()), r"^Layer 1\.1, Flatten\(\) puts 6x6x2 in one row"),
        ((Flatten(), Residual(Linear(72)), Linear(2)), r"^Layer 1, Residual\(.*: The body gives \(72, 1, 1\)"),
        ((Flatten(), Concat(ReLU(), Linear(3))), r"^Layer 1, Concat of 2: Branches must agree in height and width"),
        ((Concat(Conv2d(1, 1, stride=2), Conv2d(1, 4)), Linear(2)), r"^Layer 0, .* branches move by \(2, 2\)"),
    ]:  # fmt: skip
        net = built(*layers)
        with pytest.raises(ValueError, match=words) as error:
            surgery.fully_convolutional(net)
        assert len(str(error.value)) < 300


class Unknown(ReLU):
    """A layer of somebody's own, which surgery knows by the class that it extends."""


class Other:
    """A layer that surgery knows nothing about."""

    def out_shape(self, in_shape):
        return in_shape


def check_layers_of_ones_own(surgery):
    assert surgery.convolutional_layer(Serial(Unknown(), Linear(2)), (1, 2, 2)).layers[0] == Unknown()
    with pytest.raises(ValueError, match=r"^Layer 0, .*Other.* may do something else at another place"):
        surgery.convolutional_layer(Serial(Other(), Linear(2)), (1, 2, 2))


def check_refusals(surgery):
    net, x = built(Conv2d(3, 3, pad=1), MaxPool2d(), Linear(4)), numbers((1, 2, 10, 10))
    features, shapes = net.layer[:2], (net.in_shape, x.shape[1:])
    rows, bare = Net.build(Serial(Linear(3)), (5,)), Net(Serial(Linear(3)), (1, 4, 4), {}, {})
    layer = Serial(Conv2d(2, 1))
    for call, error, words in [
        (lambda: surgery.fully_convolutional(net.layer), TypeError, "net is a Net"),
        (lambda: surgery.fully_convolutional(bare), ValueError, r"^The net has no parameter 0\.weight\. Make it with"),
        (lambda: surgery.fully_convolutional(rows), ValueError, r"^Surgery needs an image: a net that reads \(C,H,W\)"),
        (lambda: surgery.score_map(net, x[:, :, :5]), ValueError, "^The net reads 6x6x2, so images are at"),
        (lambda: surgery.score_map(net, x[:, :1]), ValueError, r"^The net reads 6x6x2.*got 10x10x1"),
        (lambda: surgery.crop_scores(net, x[..., :5]), ValueError, r"^The net reads 6x6x2.*got 5x10x2.*Enlarge them"),
        (lambda: surgery.score_map(built(Conv2d(3, 3)), x), ValueError, "^The net gives 4x4x3 for an image of its own"),
        (lambda: surgery.fully_convolutional(built(LocallyConnected2d(3, 1))), ValueError, r"^Layer 0, Locally"),
        (lambda: surgery.convolutional_layer(LocallyConnected2d(3, 1), (1, 2, 2)), ValueError, r"^Locally.* has other"),
        (lambda: surgery.convolutional_layer(Serial(Flatten()), (5, 1, 1)), ValueError, r"^Layer 0, Flatten\(\) puts"),
        (lambda: surgery.resized(net, (2, 8, 8)), ValueError, r"^The net has 2\.weight \(4, 27\), and images of 8x8"),
        (lambda: surgery.resized(net, (1, 6, 6)), ValueError, "^The net reads 6x6x2, with as many channels"),
        (lambda: surgery.score_map(net, x[0]), ValueError, r"^images must be \(N,C,H,W\)"),
        (lambda: surgery.shifted_passes(net, x[0], 1), ValueError, r"^images must be \(N,C,H,W\)"),
        (lambda: surgery.shifted_passes(net, x, 3), ValueError, r"^shift must divide the .* \(2, 2\).*\(3, 3\)"),
        (lambda: surgery.shifted_passes(net, x, 4), ValueError, "^shift must divide the net's stride"),
        (lambda: surgery.shifted_passes(net, x, 0), ValueError, "^shift starts at 1"),
        (lambda: surgery.untouched_cells(features, *shapes, 1, 0), ValueError, r"must be multiples .* \(2, 2\)"),
        (lambda: surgery.untouched_cells(features, *shapes, 0, 3), ValueError, "^row and column must be multiples"),
        (lambda: surgery.untouched_cells(features, *shapes, 0, 6), ValueError, r"crop \(2, 6, 6\) at \(0, 6\) is not"),
        (lambda: surgery.untouched_cells(features, *shapes, -2, 0), ValueError, "^row starts at 0"),
        (lambda: surgery.untouched_cells(features, *shapes, 0, 1.0), ValueError, "^column is a whole number"),
        (lambda: surgery.untouched_cells(features, shapes[0], (1, 9, 9), 0, 0), ValueError, "is not within the image"),
        (lambda: surgery.fc_as_conv(numbers((3, 8)), (2, 2, 3)), ValueError, r"so w must be \(out,12\); got \(3, 8\)"),
        (lambda: surgery.fc_as_conv([1], (2, 2, 3)), TypeError, "got list for w"),
        (lambda: surgery.fc_as_conv(numbers((3, 8)), (8,)), ValueError, r"^fc_as_conv reads \(C,H,W\)"),
        (lambda: surgery.conv_as_fc(numbers((3, 1, 2, 2)), None, (2, 3, 3)), ValueError, "whole depth"),
        (lambda: surgery.conv_as_fc(numbers((3, 1, 2, 2)), numbers(2), (1, 3, 3)), ValueError, "One bias a filter"),
        (lambda: surgery.conv_as_fc(numbers((64, 3, 3, 3)), None, (3, 224, 224), 1, 1), ValueError,
         r"^The matrix would hold 483,385,147,392 numbers.*3,211,264 outputs and 150,528 inputs.*Try a smaller"),
        (lambda: surgery.split_layers(layer, (2, 3, 3)), ValueError, "no FC layer, so there is no place to split"),
        (lambda: surgery.split_layers(Serial(Linear(2)), (2, 3, 3)), ValueError, "first layer makes a row of its"),
        (lambda: surgery.split_layers(Linear(2), (2, 3, 3)), ValueError, "a Serial of layers; got Linear"),
        (lambda: surgery.stride_of([layer]), TypeError, "layer is one layer; got a list"),
    ]:  # fmt: skip
        with pytest.raises(error, match=words) as found:
            call()
        assert len(str(found.value)) < 300


CHECKS = [
    check_an_fc_layer_as_filters,
    check_a_conv_layer_as_a_matrix_by_hand,
    check_the_matrix_is_conv_forward,
    check_what_becomes_of_each_layer,
    check_the_numbers_are_the_nets_own,
    check_features_and_classifier,
    check_strides,
    check_crops,
    check_cells_of_a_small_net,
    check_combs_merge,
    check_averages,
    check_layers_that_cannot_slide,
    check_layers_of_ones_own,
    check_refusals,
    check_random_nets,
    check_dtypes_and_libraries,
]
