"""Cases that Hypothesis makes up: shapes, settings and numbers, the same ones in every run.

Each case says which classes it belongs to ("H != W", "stride > F", ...); `run` fails if one of the classes that a test
names never came.
"""

import itertools
import os
import zlib
from collections import Counter
from dataclasses import dataclass, field

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from walked import lay_out

LEAST = 200 if os.environ.get("CI") else 40  # so many that no fit refuses
COUNT = 2 * LEAST
GENERATED = Counter()  # what the running test has had; printed at the end of the run
FITS = ("crop", "pad", "raise")
TILTED = ("crop", "pad", "pad", "pad", "raise")  # few of the sizes hang over the edge: more tries


def run(cases, check, wanted=(), count=COUNT):
    """Check `count` generated cases; give how often each class came, and fail if a wanted one never did."""
    seen = Counter()

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(cases)
    def each(case):
        seen.update(["cases", *case.classes()])
        check(case)

    each()
    assert seen["cases"] >= count
    assert count < COUNT or seen["cases"] - seen["refused"] >= LEAST, dict(seen)
    GENERATED.update(seen)
    missing = set(wanted) - set(seen)
    assert not missing, f"never generated: {sorted(missing)}; {dict(seen)}"
    return seen


@dataclass(frozen=True)
class Windows:
    """Where windows stand: everything about a CONV or a POOL layer but its numbers."""

    N: int
    C: int
    H: int
    W: int
    size: tuple
    stride: tuple
    pad: tuple
    fit: str
    dilation: tuple = (1, 1)
    groups: int = 1
    K: int = 1
    bias: bool = False
    numbers: str = "normal"
    seed: int = 0
    starts: tuple = field(init=False)

    def __post_init__(self):
        top, bottom, left, right = self.pad
        ends = ((self.H, top, bottom), (self.W, left, right))
        per_axis = zip(ends, self.size, self.stride, self.dilation, strict=True)
        starts = tuple(lay_out(W, F, S, *ends, d, self.fit) for (W, *ends), F, S, d in per_axis)
        object.__setattr__(self, "starts", starts)

    @property
    def refused(self):
        """Tell whether its fit must refuse it."""
        return None in self.starts

    @property
    def out(self):
        """Give H', W', counted by walking along the image, not by sizing's formula."""
        return tuple(map(len, self.starts))

    @property
    def x_shape(self):
        return self.N, self.C, self.H, self.W

    @property
    def w_shape(self):
        return self.K, self.C // self.groups, *self.size

    def room(self):
        """Count the cells that a window can move, per axis; below 0 it is larger than the padded image."""
        sums = (self.H + self.pad[0] + self.pad[1], self.W + self.pad[2] + self.pad[3])
        return [total - (F - 1) * d - 1 for total, F, d in zip(sums, self.size, self.dilation, strict=True)]

    def leftover(self):
        """Count the cells that the last whole window leaves over, per axis."""
        return [room % S for room, S in zip(self.room(), self.stride, strict=True)]

    def extra(self):
        """Count the cells beyond the padding, at the far ends, that fit="pad" reads: (rows, columns)."""
        ends = (self.pad[0] + self.H + self.pad[1], self.pad[2] + self.W + self.pad[3])
        rows = zip(self.starts, self.size, self.dilation, ends, strict=True)
        return tuple(max(0, starts[-1] + (F - 1) * d + 1 - end) for starts, F, d, end in rows)

    def classes(self):
        """List the classes that this case belongs to."""
        F, S = self.size, self.stride
        top, bottom, left, right = self.pad
        found = {
            "H != W": self.H != self.W,
            "N = 1": self.N == 1,
            "F = 1": F == (1, 1),
            "F > image": F[0] > self.H or F[1] > self.W,
            "F > stride": any(f > s for f, s in zip(F, S, strict=True)),
            "stride > F": any(s > f for f, s in zip(F, S, strict=True)),
            "F_h != F_w": F[0] != F[1],
            "asymmetric padding": top != bottom or left != right,
            "dilation": max(self.dilation) > 1 and max(F) > 1,
            "groups": self.groups > 1,
            "depthwise": self.groups == self.C > 1,
            "no bias": not self.bias,
            "ties": self.numbers == "ties",
            "refused": self.refused,
            f"too large, {self.fit}": any(room < 0 for room in self.room()),
        }
        if any(self.leftover()):
            found[f"does not fit, {self.fit}"] = True
        if not self.refused and any(self.extra()):
            found["beyond the padding"] = True
        return [name for name, belongs in found.items() if belongs]

    def rng(self):
        return np.random.default_rng(self.seed)

    def draw(self, rng, shape, dtype):
        """Draw numbers of the case's kind: normal, with many ties, or far from each other and from 0."""
        if self.numbers == "ties":
            return rng.integers(-2, 3, shape).astype(dtype)
        if self.numbers == "apart":
            apart = rng.permutation(int(np.prod(shape))) + 1
            return (apart * rng.choice([-1.0, 1.0], apart.shape) / 10).reshape(shape).astype(dtype)
        return rng.standard_normal(shape).astype(dtype)


ANY_WINDOWS = {"H != W", "N = 1", "F = 1", "F > image", "F > stride", "stride > F", "F_h != F_w", "asymmetric padding"}
ANY_WINDOWS |= {f"{what}, {fit}" for what in ("does not fit", "too large") for fit in FITS} | {"beyond the padding"}
ANY_FILTERS = ANY_WINDOWS | {"dilation", "groups", "depthwise", "no bias"}


def axes(dilations, most):
    """List how windows may stand along one axis, (W, F, S, dilation, before, after); some are a cell too large."""
    found = []
    for F, S, d, before, after, more in itertools.product(
        (1, 2, 3, 5), (1, 2, 3, 4), dilations, (0, 1, 2), (0, 1, 2), range(-1, 7)
    ):
        W = max(1, (F - 1) * d + 1 - before - after) + more
        if max(before, after) <= most(F) and W > 0:
            found += [(W, F, S, d, before, after)] * (5 if more < 0 else 1)  # few can be too large: more tries
    return found


def along(table):
    """Draw an entry for the rows and one for the columns; as one draw they come out more varied than as two."""
    return st.integers(0, len(table) ** 2 - 1).map(lambda i: (table[i // len(table)], table[i % len(table)]))


def lay(rows, columns, rest):
    """Make a case of what was drawn."""
    N, C, groups, K, bias, fit, numbers = rest
    (H, *_), (W, *_) = rows, columns
    size, stride, dilation = (tuple(axis[i] for axis in (rows, columns)) for i in (1, 2, 3))
    pad = (*rows[4:], *columns[4:])
    seed = zlib.crc32(repr((rows, columns, rest)).encode())
    return Windows(N, C * groups, H, W, size, stride, pad, fit, dilation, groups, K * groups, bias, numbers, seed)


def conv_cases():
    """Make up CONV layers with everything that they can have."""
    rest = itertools.product((1, 2), (1, 2), (1, 2, 3), (1, 2), (True, False), TILTED, ["normal"])
    return st.builds(lambda both, rest: lay(*both, rest), along(CONV_AXES), st.sampled_from(list(rest)))


def local_cases():
    """Make up CONV layers without dilation and groups."""
    rest = itertools.product((1, 2), (1, 2), [1], (1, 2), (True, False), TILTED, ["normal"])
    return st.builds(lambda both, rest: lay(*both, rest), along(PLAIN_AXES), st.sampled_from(list(rest)))


def pool_cases(*numbers):
    """Make up POOL layers: less padding than the window is large."""
    rest = itertools.product((1, 2), (1, 2), [1], [1], [False], TILTED, numbers)
    return st.builds(lambda both, rest: lay(*both, rest), along(POOL_AXES), st.sampled_from(list(rest)))


CONV_AXES = axes((1, 2), lambda F: 2)
PLAIN_AXES = axes((1,), lambda F: 2)
POOL_AXES = axes((1,), lambda F: F - 1)
