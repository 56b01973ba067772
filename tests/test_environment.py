"""The conda environments, constraints.txt and pyproject.toml say the same."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
# What conda-forge calls by another name. CuPy is an extra on PyPI, because there its name holds the CUDA version.
CONDA_NAMES = {"matplotlib": "matplotlib-base", "cupy-cuda12x": "cupy"}
NOT_FROM_PYPI = {"python", "pip"}


def split(requirement):
    """Split a requirement into its name and its set of version clauses."""
    parsed = Requirement(requirement)
    return parsed.name, {str(clause) for clause in parsed.specifier}


@pytest.mark.parametrize(("file", "extra"), [("environment.yml", None), ("environment-gpu.yml", "cuda12")])
def test_a_conda_environment_is_what_pyproject_needs(file, extra):
    wanted = dict(map(split, [*PROJECT["dependencies"], *PROJECT["optional-dependencies"].get(extra, [])]))
    wanted = {CONDA_NAMES.get(name, name): clauses for name, clauses in wanted.items()}
    environment = yaml.safe_load((ROOT / file).read_text(encoding="utf-8"))
    found = dict(map(split, environment["dependencies"]))
    assert found.pop("python") == {PROJECT["requires-python"]}
    assert environment["channels"] == ["conda-forge"]
    assert {name: found[name] for name in found if name not in NOT_FROM_PYPI} == wanted


def test_constraints_pin_every_dependency_and_name_no_address():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[a-z0-9._-]+==[\w.]+( ; .+)?", line) for line in pins)
    pinned = {}
    for pin in map(Requirement, pins):
        pinned.setdefault(pin.name, []).append(str(pin.specifier).removeprefix("=="))
    for requirement in map(Requirement, [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]):
        assert pinned[requirement.name], requirement
        for version in pinned[requirement.name]:
            assert requirement.specifier.contains(version), (str(requirement), version)
