"""Net surgery: equal to the crops where it must be, different where it must be; against PyTorch; the notes' numbers."""

import numpy as np
import pytest
from comparing import close
from surgery_checks import CHECKS, both, check_random_nets, numbers

from cs231n_kit import surgery as taught
from cs231n_kit.layers import Conv2d, Linear, MaxPool2d, ReLU, Serial
from cs231n_kit.models import MODELS
from cs231n_kit.net import Net
from cs231n_kit.spec import build_spec

surgery = both(taught)
VGG, VGG_IN = build_spec(MODELS["VGG-16"].spec)
LARGE = (3, 384, 384)
CORNERS = [(row, column) for row in range(0, 161, 32) for column in range(0, 161, 32)]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_surgery(check):
    check(surgery)


def test_twenty_random_nets_without_padding_equal_their_crops():
    counts = check_random_nets(surgery, range(20), [False])
    assert (counts.different, counts.other_scores) == (0, 0)
    assert counts.scores > 200


def test_twenty_random_nets_with_padding_equal_their_crops_in_the_cells_that_see_no_cut_edge():
    counts = check_random_nets(surgery, range(20), [True])
    assert min(counts.equal, counts.different) > 500
    assert counts.other_scores > 200


def test_equals_pytorch(torch):
    """The same surgery in PyTorch, and an FC matrix made of it by the identity."""
    functional = torch.nn.functional
    layers = Serial(Conv2d(4, 3, pad=1), ReLU(), MaxPool2d(2), Conv2d(6, 3), ReLU(), Linear(7), ReLU(), Linear(5))
    net = Net.build(layers, (3, 12, 10), dtype=np.float64)
    x = numbers((2, 3, 20, 14))
    weights = {name: torch.tensor(array) for name, array in net.params.items()}
    y = functional.conv2d(torch.tensor(x), weights["0.weight"], weights["0.bias"], padding=1)
    y = functional.conv2d(functional.max_pool2d(y.relu(), 2), weights["3.weight"], weights["3.bias"]).relu()
    y = functional.conv2d(y, weights["5.weight"].reshape(7, 6, 4, 3), weights["5.bias"]).relu()
    y = functional.conv2d(y, weights["7.weight"].reshape(5, 7, 1, 1), weights["7.bias"])
    close([surgery.score_map(net, x)], [y.numpy()])

    w, b = numbers((2, 3, 3, 2), 1), numbers(2, 2)
    matrix, bias = surgery.conv_as_fc(w, b, (3, 5, 4), (2, 1), (1, 0))
    each = torch.eye(60, dtype=torch.float64).reshape(60, 3, 5, 4)
    columns = functional.conv2d(each, torch.tensor(w), stride=(2, 1), padding=(1, 0)).reshape(60, -1)
    close([matrix, bias], [columns.T.numpy(), np.repeat(b, len(bias) // 2)])


# ---- the numbers of the notes ----
def test_conv_as_fc_is_mostly_zero_and_its_blocks_repeat():
    """fact conv-as-fc: a CONV layer of 3x3x2 filters on 6x6x2; each weight stands once in each window."""
    w = numbers((4, 2, 3, 3))
    matrix, _ = surgery.conv_as_fc(w, numbers(4), (2, 6, 6))
    assert matrix.shape == (4 * 4 * 4, 2 * 6 * 6)
    assert (matrix != 0).sum() == w.size * 4 * 4
    assert (matrix == 0).mean() == 1 - 18 / 72
    values, counts = np.unique(matrix[matrix != 0], return_counts=True)
    np.testing.assert_array_equal(values, np.sort(w.ravel()))
    assert set(counts) == {16}


def test_the_fc_layers_of_vgg_become_conv_layers():
    """facts fc-as-conv, fc-as-conv-rest, reduce-32, surgery-384."""
    features, classifier = surgery.split_layers(VGG, VGG_IN)
    assert features.out_shape(VGG_IN) == (512, 7, 7)
    assert [224 // 2**halvings for halvings in (4, 5)] == [14, 7]
    assert sum(isinstance(layer, MaxPool2d) for layer in features.layers) == 5
    assert surgery.stride_of(VGG) == (32, 32)
    converted = surgery.convolutional_layer(VGG, VGG_IN)
    head = converted[len(features) :]
    assert head == Serial(Conv2d(4096, 7), ReLU(), Conv2d(4096, 1), ReLU(), Conv2d(1000, 1))
    shapes = [out for _, layer, shape in head.parts((512, 7, 7)) for out in [layer.out_shape(shape)]]
    assert shapes == [(4096, 1, 1)] * 4 + [(1000, 1, 1)]
    assert features.out_shape(LARGE) == (512, 12, 12)
    assert converted.out_shape(LARGE) == (1000, 6, 6)
    old, new = (layer.param_shapes(VGG_IN) for layer in (VGG, converted))
    assert [np.prod(shape) for shape in old.values()] == [np.prod(shape) for shape in new.values()]
    assert old.keys() == new.keys()
    assert len(classifier) == len(head)


def test_of_a_crops_49_cells_1_4_or_16_equal_those_of_the_whole_image():
    """fact surgery-36: with VGGNet's padding no crop has the scores of the one pass; the volume in front shares few."""
    rows, columns = surgery.crop_corners(LARGE, VGG_IN[1:], 32)
    assert [(row, column) for row in rows for column in columns] == CORNERS
    assert len(CORNERS) == 36
    features, _ = surgery.split_layers(VGG, VGG_IN)
    cells = {corner: surgery.untouched_cells(features, VGG_IN, LARGE, *corner) for corner in CORNERS}
    for (row, column), found in cells.items():
        edges = (row in (0, 160)) + (column in (0, 160))
        assert found.sum() == {0: 1, 1: 4, 2: 16}[edges]
    assert np.argwhere(cells[32, 64]).tolist() == [[3, 3]]
    assert np.argwhere(cells[0, 64]).tolist() == [[0, 3], [1, 3], [2, 3], [3, 3]]
    assert not any(surgery.untouched_cells(VGG, VGG_IN, LARGE, *corner).any() for corner in CORNERS[::7])
    bare = Serial(*[Conv2d(one.filters, 3) if isinstance(one, Conv2d) else one for one in features.layers[:10]])
    assert surgery.untouched_cells(bare, (3, 60, 60), (3, 92, 92), 16, 16).all()
    vgg_without = Serial(*[Conv2d(one.filters, 3) if isinstance(one, Conv2d) else one for one in features.layers])
    assert (vgg_without.out_shape(VGG_IN), vgg_without.out_shape(LARGE)) == ((512, 1, 1), (512, 6, 6))  # another net


def test_stride_16_takes_four_passes():
    """fact surgery-stride-16: 36 + 30 + 30 + 25 = 121 places; two passes, (0,0) and (16,16), give 61."""
    layer, in_shape = build_spec("INPUT(1,224,224) -> [CONV(1,3) -> RELU -> POOL]*5 -> FC(2)")
    net, x = Net.build(layer, in_shape), numbers((1, 1, 384, 384)).astype(np.float32)
    merged = surgery.shifted_passes(net, x, 16)
    assert merged.shape == (1, 2, 11, 11)
    passes = {(r, c): surgery.score_map(net, x[:, :, r:, c:]) for r in (0, 16) for c in (0, 16)}
    sizes = {shift: found[0, 0].size for shift, found in passes.items()}
    assert sizes == {(0, 0): 36, (0, 16): 30, (16, 0): 30, (16, 16): 25}
    assert (sum(sizes.values()), sizes[0, 0] + sizes[16, 16]) == (121, 61)
    for (r, c), found in passes.items():
        np.testing.assert_array_equal(merged[:, :, r // 16 :: 2, c // 16 :: 2], found)


def test_alexnet_has_three_pools():
    """fact alexnet-five-pools."""
    alexnet, in_shape = build_spec(MODELS["AlexNet"].spec)
    features, _ = surgery.split_layers(alexnet, in_shape)
    assert sum(isinstance(layer, MaxPool2d) for layer in features.layers) == 3
    assert features.out_shape(in_shape) == (256, 6, 6)
    assert surgery.convolutional_layer(alexnet, in_shape).out_shape((3, 451, 451)) == (1000, 8, 8)
