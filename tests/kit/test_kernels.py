"""Every CONV kernel: against numbers worked by hand, against slices, and the fast ones against the loops."""

import numpy as np
import pytest
import registry_checks
from comparing import close, on
from conv_checks import CHECKS, arrays_of, settings_of
from generated import ANY_FILTERS, conv_cases, run

from cs231n_kit.kernels import loops, registry
from cs231n_kit.kernels.registry import KERNELS

FAST = [name for name in KERNELS if name != "loops"]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("kernel", KERNELS)
def test_kernel(kernel, check):
    check(KERNELS[kernel])


@pytest.mark.parametrize("kernel", FAST)
def test_a_fast_kernel_equals_the_loops(xp, kernel):
    def check(case):
        if case.refused:
            return
        x, w, b, dy = arrays_of(case)
        y, cache = KERNELS[kernel].forward(*on(xp, x, w, b), **settings_of(case))
        expected, expected_cache = loops.forward(x, w, b, **settings_of(case))
        gradients = KERNELS[kernel].backward(xp.asarray(dy), cache)
        close([y, *gradients], [expected, *loops.backward(dy, expected_cache)], tolerance=1e-12)

    run(conv_cases(), check, ANY_FILTERS)


@pytest.mark.parametrize("kernel", KERNELS)
def test_arrays_of_two_back_ends_are_refused(device, kernel):
    x, w, b = np.ones((1, 2, 4, 4)), np.ones((2, 2, 3, 3)), np.ones(2)
    for i in range(3):
        mixed = [device.asarray(array) if j == i else array for j, array in enumerate((x, w, b))]
        with pytest.raises(TypeError, match="both NumPy and CuPy"):
            KERNELS[kernel].forward(*mixed)
    _, cache = KERNELS[kernel].forward(x, w, b)
    with pytest.raises(TypeError, match="both NumPy and CuPy"):
        KERNELS[kernel].backward(device.ones((1, 2, 2, 2)), cache)


@pytest.mark.parametrize("check", registry_checks.CHECKS, ids=lambda check: check.__name__)
def test_registry(check):
    check(registry)
