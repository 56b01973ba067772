"""What `import cs231n_kit` offers: modules that introduce themselves, and old names that say the new ones."""

import importlib
import pkgutil
import subprocess
import sys

import numpy as np
import pytest

import cs231n_kit
from cs231n_kit import layers, renamed


def test_the_package_introduces_its_modules():
    """Each module that is listed is described in help(cs231n_kit), and found without an import of its own."""
    modules = [name for name in cs231n_kit.__all__ if name != "__version__"]
    assert dir(cs231n_kit) == sorted(cs231n_kit.__all__)
    for name in modules:
        assert getattr(cs231n_kit, name) is importlib.import_module(f"cs231n_kit.{name}")
        assert f"\n{name} " in cs231n_kit.__doc__
    there = {module.name for module in pkgutil.iter_modules(cs231n_kit.__path__)} - {"renamed"}
    assert there == set(modules)
    with pytest.raises(AttributeError, match=r"no attribute 'layer'; there are .*layers"):
        _ = cs231n_kit.layer


def test_importing_the_package_imports_none_of_it():
    code = "import sys, cs231n_kit; print([name for name in sys.modules if name.startswith(('cs231n_kit.', 'numpy'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_layers_offer_what_their_modules_call_public():
    names = {}
    for module in pkgutil.iter_modules(layers.__path__):
        found = importlib.import_module(f"cs231n_kit.layers.{module.name}")
        names |= {name: getattr(found, name) for name in found.__all__}
    helpers = {"he_normal", "summary"}
    assert set(names) - helpers == set(layers.__all__)
    assert all(getattr(layers, name) is names[name] for name in layers.__all__)
    assert dir(layers) == sorted(layers.__all__)


OLD = [(module, name) for module, names in renamed.RENAMED.items() for name in names]


@pytest.mark.parametrize(("module", "name"), OLD, ids=[f"{module}.{name}" for module, name in OLD])
def test_an_old_name_works_and_says_the_new_one(module, name):
    home, _, new = renamed.RENAMED[module][name].rpartition(".")
    expected = getattr(importlib.import_module(f"cs231n_kit.{home}"), new)
    found = importlib.import_module(f"cs231n_kit.{module}")
    if home == "renamed":
        assert getattr(found, name) is expected
        return
    with pytest.warns(FutureWarning, match=rf"cs231n_kit\.{module}\.{name} is called cs231n_kit\.{home}\.{new} now"):
        assert getattr(found, name) is expected
    assert name not in found.__all__


def test_a_name_that_never_was_is_an_error():
    with pytest.raises(AttributeError, match="no attribute 'extend'"):
        _ = importlib.import_module("cs231n_kit.sizing").extend


def test_what_took_the_place_of_place_and_cells():
    """Answers of the first release built X_col and pooled by them."""
    from cs231n_kit.kernels.im2col import im2col
    from cs231n_kit.kernels.windows import WindowGrid

    x = np.random.default_rng(0).standard_normal((2, 7, 8))
    settings = {"size": (3, 2), "stride": (2, 1), "pad": (1, 0, 2, 1), "dilation": (1, 2), "fit": "pad"}
    out, (height, width), cells = renamed.place(x.shape, **settings)
    framed = np.zeros((2, height, width))
    framed[:, 1:8, 2:10] = x
    x_col = np.stack([framed[:, down, across].reshape(2, -1) for _, _, down, across in cells], axis=1)
    np.testing.assert_array_equal(x_col.reshape(2 * 6, -1), im2col(x, **settings))
    grid = WindowGrid.of(x.shape, **settings)
    assert out == grid.out
    assert [number for number, _, _ in renamed.cells(grid)] == list(range(6))
