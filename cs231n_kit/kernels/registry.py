"""Which kernel computes a CONV layer.

Built in appendix_kit. Made by tools/tangle.py: edit the chapter, not this file.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from cs231n_kit.kernels import im2col as im2col_kernel
from cs231n_kit.kernels import loops
from cs231n_kit.renamed import old_names

__all__ = ["KERNELS", "get_kernel", "using", "any_shape", "RULES", "choose_kernel"]

__getattr__ = old_names(__name__)  # names of the first release still work

# ---- appendix How the kit is built: Who computes a CONV layer ----
# A kernel is a module: forward(x, w, b, grid, groups) -> (y, cache), and
# backward(dy, cache) -> (dx, dw, db). A new one goes here, and into RULES below.
KERNELS = {"loops": loops, "im2col": im2col_kernel}

_override = ContextVar("_override", default=None)


def get_kernel(name):
    """Returns the kernel of that name. ValueError, with the names, if there is none."""
    if name not in KERNELS:
        names = ", ".join(KERNELS)
        raise ValueError(f"There is no kernel {name!r}; there are {names}.")
    return KERNELS[name]


@contextmanager
def using(name):
    """Compute with one kernel inside a block: `with using("loops"): ...`.

    It holds for this thread; threads that start inside the block choose for themselves.
    A backward pass uses the kernel that its forward pass used.
    """
    token = _override.set(get_kernel(name))
    try:
        yield
    finally:
        _override.reset(token)


def any_shape(x_shape, w_shape, grid, groups):
    """Returns True: a rule for kernels that compute every layer."""
    return True


# (rule, kernel): the first row whose rule says True decides, and the last holds always.
# What is faster for some shapes goes above.
RULES = [(any_shape, im2col_kernel)]


def choose_kernel(x_shape, w_shape, grid, groups=1):
    """Returns a CONV layer's kernel: the one that using() names, else by RULES."""
    if chosen := _override.get():
        return chosen
    for rule, kernel in RULES:
        if rule(x_shape, w_shape, grid, groups):
            return kernel
