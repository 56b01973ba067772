"""Every CONV kernel: against numbers worked by hand, against slices, and the fast ones against the loops."""

import pytest
import registry_checks
from comparing import close, on
from conv_checks import CHECKS, arrays_of, settings_of, through_border
from generated import ANY_FILTERS, conv_cases, run

from cs231n_kit.kernels import registry
from cs231n_kit.kernels.registry import KERNELS

FAST = [name for name in KERNELS if name != "loops"]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("kernel", KERNELS)
def test_kernel(kernel, check):
    check(through_border(KERNELS[kernel]))


@pytest.mark.parametrize("kernel", FAST)
def test_a_fast_kernel_equals_the_loops(xp, kernel):
    def check(case):
        if case.refused:
            return
        x, w, b, dy = arrays_of(case)
        fast, loops = through_border(KERNELS[kernel]), through_border(KERNELS["loops"])
        y, cache = fast.forward(*on(xp, x, w, b), **settings_of(case))
        expected, expected_cache = loops.forward(x, w, b, **settings_of(case))
        gradients = fast.backward(xp.asarray(dy), cache)
        close([y, *gradients], [expected, *loops.backward(dy, expected_cache)], tolerance=1e-12)

    run(conv_cases(), check, ANY_FILTERS)


@pytest.mark.parametrize("check", registry_checks.CHECKS, ids=lambda check: check.__name__)
def test_registry(check):
    check(registry)
