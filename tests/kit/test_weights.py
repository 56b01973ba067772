"""The net that comes with the course: it is what its record says."""

import os
from pathlib import Path

import numpy as np
import pytest

from cs231n_kit.weights import CIFAR10_CLASSES, FIRST_LAYERS, TRAINED, first_net, normalise, training_record

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "cifar10-exact.npz"


def test_the_first_net_has_the_parameters_of_its_layers_and_is_small():
    net = first_net()
    assert {name: values.shape for name, values in net.params.items()} == FIRST_LAYERS.param_shapes((3, 32, 32))
    assert all(values.dtype == np.float32 for values in net.params.values())
    assert (TRAINED / "first_net.npz").stat().st_size < 500_000
    assert net(np.zeros((2, 3, 32, 32), np.float32)).shape == (2, len(CIFAR10_CLASSES))


def test_what_the_net_reads_goes_from_minus_two_to_two():
    assert normalise(np.array([0, 0.5, 1])).tolist() == [-2, 0, 2]


@pytest.mark.slow  # five hundred images; while other processes compute, BLAS's threads wait busily
@pytest.mark.skipif(not DATA.exists() and not os.environ.get("CI"), reason=f"needs {DATA.name} in shared/data")
def test_the_accuracy_on_the_page_is_what_the_net_has_on_the_exact_test_images():
    with np.load(DATA) as exact:
        images, labels = exact["test_images"], exact["test_labels"]
    right = first_net()(normalise(images / np.float32(255))).argmax(axis=1) == labels
    record = training_record()["exact_test"]
    assert record["images"] == len(labels) == 500
    assert right.mean() == pytest.approx(record["accuracy"], abs=0.002)  # one image may stand on the edge
    assert right.mean() >= 0.65
