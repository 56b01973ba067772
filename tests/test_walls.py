"""The walls between the packages and inside them: who may import whom, also inside functions, and no circles."""

import ast
import graphlib
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = {
    "cs231n_kit": ROOT / "cs231n_kit",
    "cs231n_course": ROOT / "cs231n_course",
    "cs231n_widgets": ROOT / "widgets" / "cs231n_widgets",
}
# What a layer and a kernel are made of. All else in the kit is a tool: nets, data, training, gradient checks, memory.
ROOMS_OF_LAYERS = ("layers", "kernels", "sizing", "shapes", "backend", "renamed")


@dataclass(frozen=True)
class Import:
    """One name that a module imports: where from, the name itself ("" for a whole module), and when."""

    module: str
    name: str
    lazy: bool  # inside a function, so not while the module is loaded
    line: int


def modules(package):
    """Returns {dotted name: path} of a package's modules."""
    folder = PACKAGES[package]
    names = {}
    for path in folder.rglob("*.py"):
        parts = [package, *path.relative_to(folder).with_suffix("").parts]
        names[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    assert names, f"{folder} has no modules"
    return names


def imports_of(source, name, *, is_package=False):
    """Returns what the module `name` with this source imports; what only a type checker sees is left out."""
    imports = []

    def visit(node, lazy):
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            for child in node.orelse:
                visit(child, lazy)
            return
        if isinstance(node, ast.Import):
            imports.extend(Import(alias.name, "", lazy, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            if node.level:
                above = name.split(".") if is_package else name.split(".")[:-1]
                above = above[: len(above) - node.level + 1]
                module = ".".join([*above, *filter(None, [module])])
            imports.extend(Import(module, alias.name, lazy, node.lineno) for alias in node.names)
        lazy = lazy or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for child in ast.iter_child_nodes(node):
            visit(child, lazy)

    visit(ast.parse(source), False)
    return imports


def all_imports(package):
    """Returns {module: its imports} of a package."""
    return {
        name: imports_of(path.read_text(encoding="utf-8"), name, is_package=path.name == "__init__.py")
        for name, path in modules(package).items()
    }


def top(module):
    """Returns the package that a module belongs to."""
    return module.partition(".")[0]


def offences(package, allowed):
    """Returns the imports of a package that `allowed(module, import)` does not allow, to be read."""
    return [
        f"{module}, line {one.line}: imports {'.'.join(filter(None, [one.module, one.name]))}"
        for module, imports in all_imports(package).items()
        for one in imports
        if not allowed(module, one)
    ]


def test_the_kit_knows_neither_the_course_nor_the_widgets():
    assert offences("cs231n_kit", lambda _, one: top(one.module) not in ("cs231n_course", "cs231n_widgets")) == []


def test_the_kit_loads_numpy_and_nothing_else():
    standard = {*sys.stdlib_module_names, "numpy", "cupy", "cs231n_kit"}
    assert offences("cs231n_kit", lambda _, one: one.lazy or top(one.module) in standard) == []


def test_layers_and_kernels_know_no_tools():
    def allowed(module, one):
        if top(one.module) != "cs231n_kit" or module.split(".")[1:2] not in (["layers"], ["kernels"]):
            return True
        return (one.module.split(".")[1:] or [one.name])[0] in ROOMS_OF_LAYERS

    assert offences("cs231n_kit", allowed) == []


def test_the_course_knows_only_the_version_of_the_kit():
    def allowed(_, one):
        if top(one.module) == "cs231n_kit":
            return (one.module, one.name) == ("cs231n_kit", "__version__")
        return top(one.module) != "cs231n_widgets"

    assert offences("cs231n_course", allowed) == []


def test_the_format_of_a_chapter_needs_only_the_standard_library():
    module = "cs231n_course.notebooks.format"
    assert {top(one.module) for one in all_imports("cs231n_course")[module]} <= set(sys.stdlib_module_names)


def test_the_widgets_do_not_know_the_course():
    assert offences("cs231n_widgets", lambda _, one: top(one.module) != "cs231n_course") == []


@pytest.mark.parametrize("package", PACKAGES)
def test_no_modules_import_each_other_while_they_load(package):
    imports = all_imports(package)
    needs = {}
    for module, made in imports.items():
        names = {
            f"{one.module}.{one.name}" if f"{one.module}.{one.name}" in imports else one.module
            for one in made
            if not one.lazy
        }
        needs[module] = (names & imports.keys()) - {module}
    graphlib.TopologicalSorter(needs).prepare()  # raises CycleError, which names the circle


def test_imports_are_found_wherever_they_stand():
    source = """
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    import unseen
try:
    import early.one
except ImportError:
    from . import sibling
from ..above import name
def function():
    from late import thing
"""
    found = [(one.module, one.name, one.lazy) for one in imports_of(source, "package.room.module")]
    assert found == [
        ("typing", "TYPE_CHECKING", False),
        ("early.one", "", False),
        ("package.room", "sibling", False),
        ("package.above", "name", False),
        ("late", "thing", True),
    ]
    assert imports_of("from . import child", "package.room", is_package=True)[0].module == "package.room"
