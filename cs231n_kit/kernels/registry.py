"""Which kernel computes a CONV layer.

Built in 03_convolution_as_code. Made by tools/tangle.py: edit the chapter, not this file.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from cs231n_kit.kernels import im2col as im2col_kernel
from cs231n_kit.kernels import loops

__all__ = ["KERNELS", "asked_for", "kernel", "using", "any_shape", "TABLE", "pick"]

KERNELS = {"loops": loops, "im2col": im2col_kernel}
asked_for = ContextVar("asked_for", default=None)


def kernel(name):
    """Give the kernel of that name. ValueError, with the names, if there is none."""
    if name not in KERNELS:
        names = ", ".join(KERNELS)
        raise ValueError(f"There is no kernel {name!r}; there are {names}.")
    return KERNELS[name]


@contextmanager
def using(name):
    """Compute with one kernel inside a block: `with using("loops"): ...`.

    It holds for this thread; threads that start inside the block choose for themselves.
    """
    kernel(name)
    before = asked_for.set(name)
    try:
        yield
    finally:
        asked_for.reset(before)


def any_shape(x_shape, w_shape, stride, dilation, groups):
    """Suit every layer."""
    return True


# The first row whose rule holds decides. What is faster for some shapes goes above.
TABLE = [(any_shape, im2col_kernel)]


def pick(x_shape, w_shape, stride=1, dilation=1, groups=1):
    """Choose a CONV layer's kernel: the one that using() names, else by shapes."""
    if asked_for.get():
        return kernel(asked_for.get())
    layer = (x_shape, w_shape, stride, dilation, groups)
    return next(found for suits, found in TABLE if suits(*layer))
