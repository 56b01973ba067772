"""Remind a learner who calls the kit's own function that the exercise is to write it.

A reminder, not a security boundary: the wrapper can be taken off by whoever sets out to.
"""

import contextlib
import functools
import importlib
import sys
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

from cs231n_course.checks.messages import from_kit

KIT = "cs231n_kit"


class KitFunctionUsed(Exception):
    """An answer called the function of the kit that it should be."""


def forbid(name: str, module: str | None = None) -> None:
    """Let the kit's function or class `name` raise KitFunctionUsed when it is called; the kit itself may call it.

    module is where the kit has it, relative to the kit, or None. Modules that are loaded, those that will be, and
    names that the notebook already has are all guarded.
    """
    with contextlib.suppress(ModuleNotFoundError):  # a module that the chapter has yet to make
        importlib.import_module(f"{KIT}.{module}" if module else KIT)
    for loaded in _loaded_kit_modules():
        _guard(name, loaded)
    sys.meta_path.insert(0, _Finder(name))


class _Finder:
    """Guards the modules of the kit that are loaded later, or again."""

    def __init__(self, name: str) -> None:
        self.name = name

    def find_spec(
        self, module: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Returns the spec of a module of the kit, which is guarded as soon as it has run; None for any other."""
        spec = PathFinder.find_spec(module, path, target) if _is_kit(module) else None
        if spec and spec.loader:
            loader: Any = spec.loader
            run = loader.exec_module

            def run_and_guard(loaded: ModuleType) -> None:
                run(loaded)
                _guard(self.name, loaded)

            loader.exec_module = run_and_guard
        return spec


def _loaded_kit_modules() -> list[ModuleType]:
    return [module for name, module in list(sys.modules.items()) if _is_kit(name) and module is not None]


def _guard(name: str, module: ModuleType) -> None:
    """Guard what a module calls `name`, wherever the kit or the notebook has it."""
    original: Any = vars(module).get(name)
    if not callable(original) or not _is_kit(getattr(original, "__module__", "")):
        return
    if isinstance(original, type):
        if not hasattr(original.__init__, "guards"):
            original.__init__ = _guarded(name, original.__init__)
    elif not hasattr(original, "guards"):
        guarded = _guarded(name, original)
        for holder in (module, *_loaded_kit_modules(), sys.modules["__main__"]):
            for key, value in list(vars(holder).items()):
                if value is original:
                    setattr(holder, key, guarded)


def _guarded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def call(*args: Any, **kwargs: Any) -> Any:
        if not _is_kit(sys._getframe(1).f_globals.get("__name__", "")):
            raise KitFunctionUsed(from_kit(name))
        return function(*args, **kwargs)

    guarded: Any = functools.update_wrapper(call, function)
    del guarded.__wrapped__  # inspect.unwrap would take it off
    guarded.guards = name
    return guarded


def _is_kit(module: object) -> bool:
    return str(module).split(".")[0] == KIT
