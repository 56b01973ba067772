"""Completion by tab: the script for a shell that shtab makes of the command line's parser."""

import argparse
import contextlib
from collections.abc import Iterator
from pathlib import Path

import shtab

from cs231n_course.notebooks import reading
from cs231n_course.notebooks.format import metadata_of, role
from cs231n_course.notebooks.paths import chapter_paths

NOTEBOOKS = {"bash": "_cs231n_notebooks", "zsh": "_files -g '*.ipynb'"}
PREAMBLE = {"bash": "_cs231n_notebooks() { compgen -f -X '!*.ipynb' -- $1; compgen -d -- $1; }"}
# What is completed may be a file, so that a folder gets its "/" and no space behind it.
FILES_TOO = {"bash": "\ncomplete -o bashdefault -o filenames -F _shtab_cs231n cs231n"}


def script(parser: argparse.ArgumentParser, shell: str) -> str:
    """Returns the script for a shell. It completes commands, options, notebooks, folders and the exercises' ids."""
    for action in _actions(parser):
        if action.dest == "notebooks":
            action.complete = NOTEBOOKS  # type: ignore[attr-defined]
        elif action.type is Path:
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
        elif action.dest == "exercise":
            action.choices = _exercise_ids()
    return shtab.complete(parser, shell, preamble=PREAMBLE) + FILES_TOO.get(shell, "")


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Yields the arguments of a parser and of its commands."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)


def _exercise_ids() -> list[str]:
    """Returns the ids of all exercises; none where the chapters can't be read."""
    with contextlib.suppress(reading.NotebookError, OSError):
        cells = [cell for path in chapter_paths() for cell in reading.load(path)["cells"]]
        return [metadata_of(cell)["exercise"] for cell in cells if role(cell) == "answer"]
    return []
