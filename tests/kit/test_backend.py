"""Which library computes, and moving arrays between them."""

import subprocess
import sys
import types
from collections import namedtuple

import numpy as np
import pytest

from cs231n_kit.backend import default_xp, refuse_float16, require_float32_or_64, to_device, to_host, use, xp_of

NESTED = {"w": np.arange(3.0), "deep": [np.ones((2, 2), "f4"), (None, np.array(7))], "none": None}


def test_an_array_gives_its_library(xp):
    assert xp_of(xp.ones(2), None, xp.zeros((1, 1))) is xp


def test_a_number_of_numpys_counts_as_its_array():
    assert xp_of(np.ones(2), np.float32(1)) is np


def test_mixed_back_ends_are_refused_by_name(device):
    with pytest.raises(TypeError, match=r"both NumPy and CuPy: numpy \(2, 3\), cupy \(2,\).*to_device"):
        xp_of(np.ones((2, 3)), None, device.ones(2))


@pytest.mark.parametrize("arrays", [(), (None,), ([1.0],), (3.5,)])
def test_what_is_no_array_is_refused(arrays):
    with pytest.raises(TypeError, match="Expected NumPy or CuPy arrays"):
        xp_of(*arrays)


def test_a_class_that_extends_numpys_counts_as_numpy():
    class Mine(np.ndarray):
        pass

    assert xp_of(np.ones(2).view(Mine)) is np


def same(given, expected):
    """Assert that two nests have the same form, and arrays with the same numbers."""
    assert type(given) is type(expected)
    if isinstance(expected, dict):
        assert given.keys() == expected.keys()
        same(list(given.values()), list(expected.values()))
    elif isinstance(expected, list | tuple):
        for ours, theirs in zip(given, expected, strict=True):
            same(ours, theirs)
    elif expected is not None:
        assert given.dtype == expected.dtype
        np.testing.assert_array_equal(given, expected)


def test_nested_arrays_go_to_the_device_and_back(device):
    there = to_device(NESTED, "cupy")
    for array in (there["w"], there["deep"][0], there["deep"][1][1]):
        assert type(array) is device.ndarray
    assert there["none"] is there["deep"][1][0] is None
    same(to_host(there), NESTED)
    same(to_device(there, "numpy"), NESTED)


def test_a_named_tuple_stays_one(device):
    pair = namedtuple("Pair", "w b")(np.ones(2), None)
    same(to_host(to_device(pair, "cupy")), pair)


def test_what_is_there_already_is_not_copied(device):
    there = device.ones(3)
    assert to_device(there, "cupy") is there
    assert to_host(NESTED["w"]) is NESTED["w"]


def test_what_is_no_array_is_not_moved(device):
    for values in (3.5, [1.0], {"a": "text"}):
        for move in (to_host, to_device, lambda values: to_device(values, "cupy")):
            with pytest.raises(TypeError, match="Expected NumPy or CuPy arrays"):
                move(values)


def test_use_sets_the_default(device):
    assert default_xp() is np
    try:
        use("cupy")
        assert default_xp() is device
        assert xp_of(to_device(np.ones(2))) is device
        assert xp_of(to_device(np.ones(2), "numpy")) is np
    finally:
        use("numpy")
    assert xp_of(to_device(device.ones(2))) is np


def test_use_for_a_while(device):
    with use("cupy"):
        with use("numpy"):
            assert default_xp() is np
        assert default_xp() is device
    with pytest.raises(KeyError), use("cupy"):
        raise KeyError
    assert default_xp() is np


def test_without_cupy_it_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "cupy", None)  # import cupy: ModuleNotFoundError
    with pytest.raises(RuntimeError, match=r"not installed.*NVIDIA GPU: pip install cupy-cuda12x"):
        use("cupy")
    with pytest.raises(RuntimeError, match="not installed"):
        to_device(np.ones(2), "cupy")
    assert default_xp() is np


def cupy_that(answer):
    """Make a CuPy whose driver answers so."""
    module = types.ModuleType("cupy")
    module.cuda = types.SimpleNamespace(runtime=types.SimpleNamespace(getDeviceCount=answer))
    return module


def test_without_a_gpu_it_says_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "cupy", cupy_that(lambda: 0))
    with pytest.raises(RuntimeError, match=r"there is no NVIDIA GPU here.*use\(\"numpy\"\)"):
        use("cupy")

    def no_driver():
        raise RuntimeError("cudaErrorInsufficientDriver: CUDA driver version is insufficient")

    monkeypatch.setitem(sys.modules, "cupy", cupy_that(no_driver))
    with pytest.raises(RuntimeError, match=r"can't use a GPU here: cudaErrorInsufficientDriver.*cupy-cuda12x"):
        use("cupy")
    assert default_xp() is np


def test_another_name_is_refused():
    with pytest.raises(ValueError, match='"numpy" or "cupy"; got \'torch\''):
        use("torch")


def test_float16_is_refused_with_what_to_do():
    refuse_float16(np.ones(2, "f4"), None, np.ones(2))
    with pytest.raises(TypeError, match=r"float16 has too few digits.*x\.astype\(np\.float32\)"):
        refuse_float16(np.ones(2, "f4"), np.ones(2, "f2"))


def test_short_whole_numbers_alone_are_refused_with_what_to_do():
    require_float32_or_64(np.ones(2, "f4"), None, np.ones(2, "u1"))
    require_float32_or_64(np.ones(2, "i8"), np.ones(2, "u1"))
    for dtype in ("u1", "i4", "?", "c8", "O"):
        with pytest.raises(TypeError, match=r"need float32 or float64.*x\.astype\(np\.float32\)"):
            require_float32_or_64(np.ones(2, dtype), None)
    with pytest.raises(TypeError, match="float16"):
        require_float32_or_64(np.ones(2, "f4"), np.ones(2, "f2"))


def test_the_kit_needs_no_cupy():
    """Importing all of it imports neither CuPy nor PyTorch nor the course's tools."""
    code = (
        "import sys; import cs231n_kit.net, cs231n_kit.gradcheck, cs231n_kit.layers, cs231n_kit.kernels.registry;"
        "print([name for name in ('cupy', 'torch', 'cs231n_course', 'cs231n_widgets') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
