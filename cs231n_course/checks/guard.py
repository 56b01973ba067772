"""Remind a learner who calls the kit's own function that the exercise is to write it.

A reminder, not a security boundary: the wrapper can be taken off by whoever sets out to.
"""

import contextlib
import functools
import importlib
import sys
from importlib.machinery import PathFinder

from cs231n_course.checks.messages import from_kit

KIT = "cs231n_kit"


class KitFunctionUsed(Exception):
    """Says that an answer called the function that it should be."""


def arm(name, module=None):
    """Let the kit's function or class `name` raise KitFunctionUsed when it is called; the kit itself may call it.

    module is where the kit keeps it, relative to the kit, or None. Modules that are loaded, those that will be, and
    names that the notebook already holds are all guarded.
    """
    with contextlib.suppress(ModuleNotFoundError):  # a module that the chapter has yet to make
        importlib.import_module(f"{KIT}.{module}" if module else KIT)
    for key, loaded in list(sys.modules.items()):
        if _is_kit(key) and loaded is not None:
            _guard(name, loaded)
    sys.meta_path.insert(0, _Finder(name))


class _Finder:
    """Guards the modules of the kit that are loaded later, or again."""

    def __init__(self, name):
        self.name = name

    def find_spec(self, module, path=None, target=None):
        spec = PathFinder.find_spec(module, path, target) if _is_kit(module) else None
        if spec and spec.loader:
            run = spec.loader.exec_module

            def run_and_guard(loaded):
                run(loaded)
                _guard(self.name, loaded)

            spec.loader.exec_module = run_and_guard
        return spec


def _guard(name, module):
    """Guard what a module calls `name`, wherever the kit or the notebook holds it."""
    original = vars(module).get(name)
    if not callable(original) or not _is_kit(getattr(original, "__module__", "")):
        return
    if isinstance(original, type):
        if not hasattr(original.__init__, "guards"):
            original.__init__ = _guarded(name, original.__init__)
    elif not hasattr(original, "guards"):
        guarded = _guarded(name, original)
        held = [one for key, one in list(sys.modules.items()) if _is_kit(key) and one is not None]
        for holder in (module, *held, sys.modules["__main__"]):
            for key, value in list(vars(holder).items()):
                if value is original:
                    setattr(holder, key, guarded)


def _guarded(name, function):
    @functools.wraps(function)
    def guarded(*args, **kwargs):
        if not _is_kit(sys._getframe(1).f_globals.get("__name__", "")):
            raise KitFunctionUsed(from_kit(name))
        return function(*args, **kwargs)

    del guarded.__wrapped__  # inspect.unwrap would take it off
    guarded.guards = name
    return guarded


def _is_kit(module):
    return str(module).split(".")[0] == KIT
