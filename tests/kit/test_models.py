"""The nets with a name: their parameters and sizes are those that the papers give."""

from math import prod

import pytest

from cs231n_kit.layers import LRN, Conv2d, Linear
from cs231n_kit.models import MODELS
from cs231n_kit.spec import build_spec, spec_of

PARAMETERS = {
    "LeNet-5": 61_706,
    "AlexNet": 60_965_224,
    "ZFNet": 62_357_608,
    "VGG-11": 132_863_336,
    "VGG-13": 133_047_848,
    "VGG-16": 138_357_544,
    "VGG-19": 143_667_240,
}
VGG = [224, 112, 56, 28, 14, 7]
SIDES = {  # of the volumes, each where it is new: the figures and tables of the papers
    "LeNet-5": [32, 28, 14, 10, 5],
    "AlexNet": [227, 55, 27, 13, 6],
    "ZFNet": [224, 110, 55, 26, 13, 6],
    "VGG-11": VGG,
    "VGG-13": VGG,
    "VGG-16": VGG,
    "VGG-19": VGG,
}
LEARNING = {"LeNet-5": 5, "AlexNet": 8, "ZFNet": 8, "VGG-11": 11, "VGG-13": 13, "VGG-16": 16, "VGG-19": 19}


@pytest.mark.parametrize("name", MODELS)
def test_a_net_has_the_papers_parameters_sizes_and_layers(name):
    layer, in_shape = build_spec(MODELS[name].spec)
    assert sum(map(prod, layer.param_shapes(in_shape).values())) == PARAMETERS[name]
    sides = [shape[1] for _, _, shape in layer.parts(in_shape) if len(shape) == 3]
    assert all(shape[1] == shape[2] for _, _, shape in layer.parts(in_shape) if len(shape) == 3)
    assert list(dict.fromkeys(sides)) == SIDES[name]
    assert sum(isinstance(one, Conv2d | Linear) for one in layer.layers) == LEARNING[name]
    assert layer.out_shape(in_shape) == ((10,) if name == "LeNet-5" else (1000,))


@pytest.mark.parametrize("name", MODELS)
def test_a_net_is_written_in_its_shortest_form(name):
    assert spec_of(*build_spec(MODELS[name].spec)) == MODELS[name].spec


def test_what_two_papers_say_of_their_layers():
    """AlexNet's neurons, layer by layer after the first; VGG's millions of parameters, its Table 2."""
    layer, shape = build_spec(MODELS["AlexNet"].spec)
    norms = [i for i, one in enumerate(layer.layers) if isinstance(one, LRN)]
    assert [type(layer.layers[i + step]).__name__ for i in norms for step in (-1, 1)] == ["ReLU", "MaxPool2d"] * 2
    assert {layer.layers[i] for i in norms} == {LRN(5, alpha=5 * 1e-4, beta=0.75, k=2)}
    neurons = [prod(one.out_shape(shape)) for _, one, shape in layer.parts(shape) if isinstance(one, Conv2d | Linear)]
    assert neurons[1:] == [186_624, 64_896, 64_896, 43_264, 4096, 4096, 1000]
    millions = [round(PARAMETERS[name] / 1e6) for name in ("VGG-11", "VGG-13", "VGG-16", "VGG-19")]
    assert millions == [133, 133, 138, 144]
