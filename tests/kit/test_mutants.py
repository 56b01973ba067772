"""Break the kit on purpose, one small mistake at a time: its checks must notice every one.

mutants/MODULE.txt lists the mistakes: what it is, `- ` the right lines, `+ ` the wrong ones. The checks are those that
the tests of the module run. How many mutants were killed is printed at the end of the run.
"""

import contextlib
import functools
import importlib
import sys
import types
from pathlib import Path
from unittest import mock

import activation_checks
import base_checks
import channels_checks
import conv_checks
import conv_layer_checks
import dropout_checks
import gradcheck_checks
import linear_checks
import local_checks
import losses_checks
import models_checks
import net_checks
import norm_checks
import numpy as np
import optim_checks
import pool_checks
import pytest
import registry_checks
import shapes_checks
import surgery_checks
import windows_checks
from conv_checks import through_border

pytestmark = pytest.mark.slow  # all checks, four hundred times

FOLDER = Path(__file__).parent / "mutants"
CHECKS = {
    "gradcheck": gradcheck_checks.CHECKS,
    "kernels.im2col": [*conv_checks.CHECKS, conv_checks.check_im2col_alone],
    "kernels.loops": [*conv_checks.CHECKS, conv_checks.check_one_neuron, conv_checks.check_dilate],
    "kernels.pooling": pool_checks.CHECKS,
    "kernels.registry": registry_checks.CHECKS,
    "layers.activation": activation_checks.CHECKS,
    "layers.base": base_checks.CHECKS,
    "heads": models_checks.HEADS,
    "models.googlenet": models_checks.GOOGLENET,
    "models.resnet": models_checks.RESNET,
    "layers.channels": channels_checks.CHECKS,
    "kernels.windows": windows_checks.CHECKS,
    "layers.container": net_checks.CHECKS,
    "layers.dropout": dropout_checks.CHECKS,
    "layers.conv": conv_layer_checks.CHECKS,
    "layers.linear": linear_checks.CHECKS,
    "layers.local": local_checks.CHECKS,
    "layers.norm": norm_checks.CHECKS,
    "layers.pool": pool_checks.CHECKS,
    "losses": losses_checks.CHECKS,
    "net": net_checks.CHECKS,
    "optim": optim_checks.CHECKS,
    "shapes": shapes_checks.CHECKS,
    "sliding": surgery_checks.CHECKS,
    "surgery": surgery_checks.CHECKS,
}
ABOVE = {"kernels.pooling": "layers.pool", "sliding": "surgery"}  # through which a module's checks go
KERNELS = {"kernels.im2col", "kernels.loops"}  # whose checks go through the border, layers.conv


def read(path):
    """Read a list of mistakes: {what: (right, wrong)}."""
    found = {}
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        what, *lines = block.split("\n")
        right, wrong = ("\n".join(line[2:] for line in lines if line[0] == sign) for sign in "-+")
        assert what not in found, f"{path.name} has {what!r} twice"
        found[what] = right, wrong
    return found


MUTANTS = {name: read(FOLDER / f"{name}.txt") for name in CHECKS}
# Before NumPy 2 a scalar never widens an array, so these are right there.
RIGHT_BEFORE_NUMPY_2 = {
    "LeakyReLU: the slope decides the dtype",
    "ReLU: zeros of the default dtype",
    "SVM: the margin decides the dtype",
    "the rate decides the dtype",
}
EVERY = [(name, what) for name, mutants in MUTANTS.items() for what in mutants]


def source_of(name):
    """Read the source of a module of the kit."""
    return Path(importlib.import_module(f"cs231n_kit.{name}").__file__).read_text(encoding="utf-8")


def load(name, source):
    """Make a module of the kit of another source text."""
    module = types.ModuleType(f"cs231n_kit.{name}")
    exec(compile(source, "mutant", "exec"), module.__dict__)
    return module


@contextlib.contextmanager
def put_below(name, module):
    """Let what is imported meanwhile find a module in place of the kit's own."""
    package, _, last = f"cs231n_kit.{name}".rpartition(".")
    with (
        mock.patch.dict(sys.modules, {f"cs231n_kit.{name}": module}),
        mock.patch.object(importlib.import_module(package), last, module),
    ):
        yield


def failed_by(name, source, checks):
    """List the checks that a module with this source fails, up to the first."""
    module = below = load(name, source)
    if name in ABOVE:
        with put_below(name, below):
            module = load(ABOVE[name], source_of(ABOVE[name]))
    if name == "sliding":
        module = surgery_checks.both(module, below)
    if name == "surgery":
        module = surgery_checks.both(module)
    if name in KERNELS:
        module = through_border(module)
    for check in checks:
        try:
            check(module)
        except (Exception, pytest.fail.Exception) as error:  # a crash kills a mutant as surely as a wrong number
            return [(check.__name__, error)]
    return []


@functools.cache
def sound_checks(name):
    """List the checks that the module itself passes: only these can kill."""
    return [check for check in CHECKS[name] if not failed_by(name, source_of(name), [check])]


def test_every_module_has_at_least_six():
    assert {path.stem for path in FOLDER.iterdir()} == set(CHECKS)
    assert {name: len(mutants) for name, mutants in MUTANTS.items() if len(mutants) < 6} == {}


@pytest.mark.parametrize("name", CHECKS)
def test_the_original_survives(name):
    assert failed_by(name, source_of(name), CHECKS[name]) == []


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize(("name", "what"), EVERY, ids=[f"{name}: {what}" for name, what in EVERY])
def test_mutant_is_killed(name, what, record_property):
    if what in RIGHT_BEFORE_NUMPY_2 and np.lib.NumpyVersion(np.__version__) < "2.0.0":
        pytest.skip("Before NumPy 2 this is no mistake.")
    record_property("mutant", name)
    (right, wrong), source = MUTANTS[name][what], source_of(name)
    assert source.count(right) == 1, f"{right!r} stands {source.count(right)} times in {name}"
    assert failed_by(name, source.replace(right, wrong), sound_checks(name)), "it passes every check"
    record_property("killed", name)
