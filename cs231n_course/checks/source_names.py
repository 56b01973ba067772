"""Find the names that the cells of a notebook define and rebind, where no cell can hurt the grader.

    python -I -S source_names.py        # sources as JSON in, a line of JSON for each out; the grader starts it

Some sources crash Python's own parser, or let it take all memory. So they are parsed in a process apart, under limits,
the shortest first: what it does not come to has no names, and the words about an answer are then a little poorer.
"""

import ast
import builtins
import json
import subprocess
import sys
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TypedDict

OWN_NAMES = {*dir(builtins), "np"}  # that an answer may count on
LONGEST = 100_000  # characters of a source that is parsed
MOST = 1_000_000  # characters of all that are parsed
TIME = 5  # seconds for all of them
MEMORY = 1 << 30  # bytes
UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)


class Names(TypedDict):
    """The names that a source defines at its top level, and those of Python's own that it binds anew and uses.

    nested_too_deeply says that Python could not take the source in, whatever it means.
    """

    defined: list[str]
    rebound: list[str]
    nested_too_deeply: bool


NO_NAMES: Names = {"defined": [], "rebound": [], "nested_too_deeply": False}


class NotebookNames:
    """The names in a notebook's code cells and answers, found once they are asked for."""

    def __init__(self, cells: Iterable[str], answers: Iterable[str] = ()) -> None:
        """Take the sources of the code cells, and those of the answers, which may be put together from several."""
        self._cells, self._answers = list(cells), list(answers)

    @property
    def defined(self) -> set[str]:
        """The names that the cells define at their top level; cells that are not Python define none."""
        return {name for source in self._cells for name in self.of(source)["defined"]}

    def of(self, source: str) -> Names:
        """Returns the names of one of the sources; none of any other."""
        return self._by_source.get(source, NO_NAMES)

    @cached_property
    def _by_source(self) -> dict[str, Names]:
        short = {source for source in [*self._cells, *self._answers] if 0 < len(source) <= LONGEST}
        sources, left = [], MOST
        for source in sorted(short, key=len):
            left -= len(source)
            if left < 0:
                break
            sources.append(source)
        return dict(zip(sources, _parsed_apart(sources), strict=False))


def names_of(source: str) -> Names:
    """Returns the names of one source, parsed in this very process."""
    lines = [line for line in source.splitlines() if not line.lstrip().startswith(("%", "!"))]
    try:
        tree = ast.parse("\n".join(lines))
        return {"defined": sorted(_defined(tree)), "rebound": _rebound(tree), "nested_too_deeply": False}
    except UNREADABLE as error:
        return {**NO_NAMES, "nested_too_deeply": isinstance(error, RecursionError | MemoryError)}


def _parsed_apart(sources: list[str]) -> list[Names]:
    """Returns what names_of returns for each source, as far as a process under limits has come with them."""
    if not sources:
        return []
    command, content = [sys.executable, "-I", "-S", str(Path(__file__))], json.dumps(sources).encode()
    out, quiet = subprocess.PIPE, subprocess.DEVNULL  # Python's parser warns of what it finds odd
    try:
        lines = subprocess.run(command, input=content, stdout=out, stderr=quiet, timeout=TIME, check=False).stdout
    except subprocess.TimeoutExpired as error:
        lines = error.stdout or b""
    except OSError:  # the system gives no more processes
        lines = b""
    return [json.loads(line) for line in lines.split(b"\n")[:-1]]


def _defined(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
        else:
            stores = (part for part in ast.walk(node) if isinstance(part, ast.Name))
            names |= {part.id for part in stores if isinstance(part.ctx, ast.Store)}
    return names


def _rebound(tree: ast.Module) -> list[str]:
    nodes = list(ast.walk(tree))
    names = [node for node in nodes if isinstance(node, ast.Name)]
    used = {name.id for name in names if isinstance(name.ctx, ast.Load)}
    bound = {name.id for name in names if isinstance(name.ctx, ast.Store)}
    bound |= {node.arg for node in nodes if isinstance(node, ast.arg)}
    bound |= {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    return sorted(OWN_NAMES & used & bound)


def _limit() -> None:
    """Limit this process, where the system has limits."""
    try:
        import resource
    except ImportError:
        return
    limits = {resource.RLIMIT_AS: MEMORY, resource.RLIMIT_CPU: TIME, resource.RLIMIT_CORE: 0}
    for kind, amount in limits.items():
        hard = resource.getrlimit(kind)[1]
        amount = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
        resource.setrlimit(kind, (amount, amount))


def main() -> None:
    """Write the names of each source, as soon as they are known."""
    sources = json.load(sys.stdin)
    _limit()
    for source in sources:
        print(json.dumps(names_of(source)), flush=True)


if __name__ == "__main__":
    main()
