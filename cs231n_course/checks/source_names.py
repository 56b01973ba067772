"""Find what the cells of a notebook define and need, where no cell can hurt the grader.

    python -I -S source_names.py        # sources as JSON in, a line of JSON for each out; the grader starts it

Some sources crash Python's own parser, or let it take all memory. So they are parsed in a process apart, under limits,
the shortest first: what it does not come to has no names, and the words about an answer are then a little poorer.
"""

import ast
import builtins
import json
import subprocess
import symtable
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TypedDict

OWN_NAMES = {*dir(builtins), "np"}  # that an answer may count on
LONGEST = 100_000  # characters of a source that is parsed
MOST = 1_000_000  # characters of all that are parsed
MOST_KNOWN, LONGEST_KNOWN = 2000, 5000  # sources, and their characters, whose names are kept for the next notebook
TIME = 5  # seconds for all of them
MEMORY = 1 << 30  # bytes
UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)
# What a plain constant is made of: nothing in it is called.
PLAIN = (
    *(
        ast.Constant,
        ast.Name,
        ast.Attribute,
        ast.Tuple,
        ast.List,
        ast.Set,
        ast.Dict,
        ast.UnaryOp,
        ast.BinOp,
        ast.Lambda,
    ),
    *(ast.expr_context, ast.operator, ast.unaryop),
)


class Part(TypedDict):
    """A statement at the top level of a source that defines names, and the names that it needs from elsewhere.

    source is its text if another cell may take it along, being a definition, an import or a plain constant; else None.
    at_once is whether it needs them as soon as it runs, as a constant does, and not only when it is called.
    """

    names: list[str]
    needs: list[str]
    source: str | None
    at_once: bool


class Names(TypedDict):
    """The names that a source defines at its top level, and those of Python's own that it binds anew and uses.

    needs are the names that it uses and does not define; parts say what defines its own. nested_too_deeply says that
    Python could not take the source in, whatever it means.
    """

    defined: list[str]
    rebound: list[str]
    needs: list[str]
    parts: list[Part]
    nested_too_deeply: bool


NO_NAMES: Names = {"defined": [], "rebound": [], "needs": [], "parts": [], "nested_too_deeply": False}


class NotebookNames:
    """The names in a notebook's code cells and answers, found once they are asked for."""

    def __init__(self, cells: Iterable[str], answers: Iterable[str] = ()) -> None:
        """Take the sources of the code cells, and those of the answers, which may be put together from several.

        Those that are too long, or too many, have no names, and are not kept.
        """
        cells, answers, left = list(cells), {*answers}, MOST
        short = {source for source in [*cells, *answers] if 0 < len(source) <= LONGEST}
        self._answers: list[str] = []  # these are asked for in any case, the others seldom
        self._others: list[str] = []
        for one in sorted(short, key=lambda source: (len(source), source)):
            left -= len(one)
            if left < 0:
                break
            (self._answers if one in answers else self._others).append(one)
        self._sources = {*self._answers, *self._others}
        self._cells = [source for source in cells if self.may_have(source)]

    def may_have(self, source: str) -> bool:
        """Returns whether a source is one of those whose names are found."""
        return source in self._sources

    @property
    def defined(self) -> set[str]:
        """The names that the cells define at their top level; cells that are not Python define none."""
        return {name for source in self._cells for name in self.of(source)["defined"]}

    def of(self, source: str) -> Names:
        """Returns the names of one of the sources; none of any other."""
        if not self.may_have(source):
            return NO_NAMES
        return self._of_answers.get(source) or self._of_others.get(source, NO_NAMES)

    @cached_property
    def _of_answers(self) -> dict[str, Names]:
        return _names_by_source(self._answers)

    @cached_property
    def _of_others(self) -> dict[str, Names]:
        return _names_by_source(self._others)


def names_of(source: str) -> Names:
    """Returns the names of one source, parsed in this very process."""
    lines = ["" if line.lstrip().startswith(("%", "!")) else line for line in source.splitlines()]
    text = "\n".join(lines)
    try:
        tree = ast.parse(text)
        return {
            "defined": sorted(_defined(tree.body)),
            "rebound": _rebound(tree),
            "needs": _needs(text),
            "parts": list(_parts(tree, text)),
            "nested_too_deeply": False,
        }
    except UNREADABLE as error:
        return {**NO_NAMES, "nested_too_deeply": isinstance(error, RecursionError | MemoryError)}


_known: dict[
    str, Names
] = {}  # most cells of a class's notebooks are the course's own, and the panel asks again and again


def _names_by_source(sources: Sequence[str]) -> dict[str, Names]:
    """Returns the names of each source that could be parsed."""
    known = {source: _known[source] for source in sources if source in _known}
    new = [source for source in sources if source not in known]
    found = dict(zip(new, _parsed_apart(new), strict=False))
    if len(_known) > MOST_KNOWN:
        _known.clear()
    _known.update((source, names) for source, names in found.items() if len(source) <= LONGEST_KNOWN)
    return known | found


def _parsed_apart(sources: Sequence[str]) -> list[Names]:
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


def _defined(statements: Iterable[ast.stmt]) -> set[str]:
    names: set[str] = set()
    for node in statements:
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
        else:
            stores = (part for part in ast.walk(node) if isinstance(part, ast.Name))
            names |= {part.id for part in stores if isinstance(part.ctx, ast.Store)}
    return names


def _needs(text: str) -> list[str]:
    """Returns the names that a source uses, in its functions too, and does not define."""
    top = symtable.symtable(text, "<cell>", "exec")
    used = {symbol.get_name() for symbol in top.get_symbols() if symbol.is_referenced()}
    tables = list(top.get_children())
    while tables:
        table = tables.pop()
        tables += table.get_children()
        used |= {symbol.get_name() for symbol in table.get_symbols() if symbol.is_global() and symbol.is_referenced()}
    own = {symbol.get_name() for symbol in top.get_symbols() if symbol.is_assigned() or symbol.is_imported()}
    return sorted(used - own)


def _parts(tree: ast.Module, text: str) -> Iterator[Part]:
    lines = text.split("\n")
    for node in tree.body:
        names = sorted(_defined([node]))
        if isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                node.names = [alias]
                yield {"names": sorted(_defined([node])), "needs": [], "source": ast.unparse(node), "at_once": False}
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or _is_plain(node):
            source = _text_of(node, lines)
            at_once = not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            yield {"names": names, "needs": _needs(source), "source": source, "at_once": at_once}
        elif names:
            yield {"names": names, "needs": [], "source": None, "at_once": True}


def _is_plain(node: ast.stmt) -> bool:
    """Returns whether a statement names a plain constant, as in F, S = 3, 1 or EPS = 1e-8 or f = lambda x: x + 1."""
    if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
        return False
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    named = (ast.Name, ast.Tuple, ast.List, ast.expr_context)
    if not all(isinstance(part, named) for target in targets for part in ast.walk(target)):
        return False
    left = [node.value]
    while left:
        part = left.pop()
        if not isinstance(part, PLAIN):
            return False
        if isinstance(part, ast.Lambda):  # its body runs only when it is called
            left += [*part.args.defaults, *filter(None, part.args.kw_defaults)]
        else:
            left += ast.iter_child_nodes(part)
    return True


def _text_of(node: ast.stmt, lines: Sequence[str]) -> str:
    """Returns the text of a statement; columns are counted in bytes."""
    first = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))])
    own = [*lines[first - 1 : node.end_lineno]]
    own[-1] = own[-1].encode()[: node.end_col_offset].decode()
    own[0] = own[0].encode()[node.col_offset :].decode()
    return "\n".join(own)


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
