"""Break the loops on purpose, one change at a time: the tests of test_loops.py must notice every change."""

import types
from pathlib import Path

import pytest
import test_loops

from cs231n_kit.kernels import loops

MUTANTS = {
    "H for W": ("0 <= j < W", "0 <= j < H"),
    "W for H": ("0 <= i < H", "0 <= i < W"),
    "padding off by one": ("row * S_h - top", "row * S_h - top + 1"),
    "padding of the rows for the columns": ("col * S_w - left", "col * S_w - top"),
    "padding left out": ("- left", ""),
    "a negative index wraps around": ("if 0 <= i < H and 0 <= j < W", "if i < H and j < W"),
    "dilation ignored": ("spread[:, :, ::d_h, ::d_w] = w", "spread[:, :, : w.shape[2], : w.shape[3]] = w"),
    "dilation of the rows for the columns": ("::d_h, ::d_w]", "::d_h, ::d_h]"),
    "stride of the columns for the rows": ("row * S_h", "row * S_w"),
    "= for +=": ("total += x", "total = x"),
    "the bias left out": ("total = b", "total = 0"),
    "one bias for all filters": ("b[k]", "b[0]"),
    "the filter flipped": ("w[c, u, v]", "w[c, F_h - 1 - u, F_w - 1 - v]"),
    "the first group for all": ("first = k // share * depth", "first = 0"),
    "groups interleaved": ("k // share * depth", "k % groups * depth"),
    "the first image for all": ("x[n, first", "x[0, first"),
    "one channel too few": ("range(C)", "range(max(1, C - 1))"),
    "fit ignored": ("pad, dilation, fit)", "pad, dilation)"),
}
SOURCE = Path(loops.__file__).read_text(encoding="utf-8")
KILLERS = [
    test_loops.test_one_dimension_of_the_notes,
    test_loops.test_worked_by_hand,
    test_loops.test_conv_at_agrees_with_forward,
    test_loops.test_forward_equals_slices,
    test_loops.test_fit_pad_adds_a_window_of_zeros_at_the_far_end,
    test_loops.test_four_sided_padding,
]


def survives(module, monkeypatch):
    """Tell whether a mutant passes every one of the tests."""
    monkeypatch.setattr(test_loops, "loops", module)
    for test in KILLERS:
        try:
            test()
        except Exception:  # a crash kills a mutant as surely as a wrong number
            return False
        except pytest.fail.Exception:  # pytest.raises saw nothing raised
            return False
    return True


def load(source):
    """Make a module of source text."""
    module = types.ModuleType("mutant")
    exec(compile(source, "mutant", "exec"), module.__dict__)
    return module


def test_the_original_survives(monkeypatch):
    assert survives(load(SOURCE), monkeypatch)


@pytest.mark.parametrize("name", MUTANTS)
def test_mutant_is_killed(name, monkeypatch):
    old, new = MUTANTS[name]
    assert SOURCE.count(old) == 1, f"{old!r} stands {SOURCE.count(old)} times in the loops"
    assert not survives(load(SOURCE.replace(old, new)), monkeypatch)
