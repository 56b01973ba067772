"""Which library an array belongs to."""

import numpy as np
import pytest

from cs231n_kit.backend import xp_of


class OnAGPU:
    """What xp_of sees of a CuPy array: where its class comes from."""


OnAGPU.__module__ = "cupy"


def test_numpy_arrays_give_numpy():
    assert xp_of(np.ones(2), None, np.float32(1)) is np


def test_mixed_back_ends_are_refused_by_name():
    with pytest.raises(TypeError, match="both NumPy and CuPy"):
        xp_of(np.ones(2), OnAGPU())


@pytest.mark.parametrize("arrays", [(), (None,), ([1.0],), (3.5,)])
def test_what_is_no_array_is_refused(arrays):
    with pytest.raises(TypeError, match="Expected NumPy or CuPy arrays"):
        xp_of(*arrays)


@pytest.mark.gpu
def test_cupy_arrays_give_cupy():
    cupy = pytest.importorskip("cupy")
    assert xp_of(cupy.ones(2)) is cupy


def test_a_class_that_extends_numpys_counts_as_numpy():
    class Mine(np.ndarray):
        pass

    assert xp_of(np.ones(2).view(Mine)) is np
