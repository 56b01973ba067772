"""What the kit's tests share: the back ends that each of them runs under."""

from contextlib import contextmanager

import numpy as np
import pytest
import standin
from generated import GENERATED

from cs231n_kit import backend


def on_gpu():
    """Give CuPy, or skip the test and say what is missing."""
    try:
        return backend.load("cupy")
    except RuntimeError as error:
        pytest.skip(str(error))


CUPY = pytest.param("cupy", marks=pytest.mark.gpu)


@contextmanager
def library(name):
    """Give an array library by name; while it is the stand-in, `import cupy` finds that."""
    if name == "numpy":
        yield np
    elif name == "cupy":
        yield on_gpu()
    else:
        with standin.installed() as found:
            yield found


@pytest.fixture(scope="module", params=["numpy", "standin", CUPY])
def xp(request):
    """Give each array library in turn: NumPy, the strict stand-in for CuPy, and CuPy where there is a GPU."""
    with library(request.param) as found:
        yield found


@pytest.fixture(scope="module", params=["standin", CUPY])
def device(request):
    """Give each array library that is not NumPy."""
    with library(request.param) as found:
        yield found


@pytest.fixture(autouse=True)
def noted_cases(record_property):
    """Note the generated cases that a test has had, for the summary of the run."""
    GENERATED.clear()
    yield
    if GENERATED:
        record_property("cases", dict(GENERATED))
