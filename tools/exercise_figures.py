"""Count how well the checks tell right answers from wrong ones: python tools/exercise_figures.py [EXERCISE ...]

For each exercise: how many wrong answers are known, how many other mutants of the reference answer the checks catch,
and how many right answers, written differently or in another form, get full points. Each is run under 20 seeds, in
another form under 3. The result goes into tests/course/exercise_figures.json, with the mutants that were not caught,
and as a table into the page of the book about checking. A mutant is the reference answer with one small change, and may
be right all the same.
"""

import ast
import contextlib
import copy
import difflib
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "course"))

import numpy as np  # noqa: E402
from in_process import CHAPTERS, exercises, is_right, outcomes_of, setup_of  # noqa: E402
from right_answers import RIGHT  # noqa: E402
from right_variants import variants  # noqa: E402
from tqdm import tqdm  # noqa: E402

from cs231n_course.notebooks.format import chapter_number, solutions  # noqa: E402
from cs231n_course.notebooks.mistakes import known_mistakes  # noqa: E402
from cs231n_course.notebooks.reading import Exercise  # noqa: E402
from cs231n_course.sandbox.reference import in_child  # noqa: E402
from cs231n_course.server.state import grading_digest  # noqa: E402

RECORD = ROOT / "tests" / "course" / "exercise_figures.json"
PAGE = ROOT / "chapters" / "how_answers_are_checked.md"
BEGIN, END = "<!-- table: made by tools/exercise_figures.py -->", "<!-- end of table -->"
SEEDS = range(20)
SEEDS_OF_FORMS = 3  # how many of them for what a right answer returns in another form
LIMIT = 30.0  # seconds for one answer under all seeds; a mutant that takes longer never ends
OPERATORS = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
}
COMPARISONS = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.Is: ast.IsNot,
}
NAMES = {"max": "min", "min": "max", "any": "all", "zeros": "ones", "argmax": "argmin"}


@dataclass(frozen=True)
class Mutant:
    """The reference answer with one small change: its source, and the change as two lines of code."""

    source: str
    was: str
    becomes: str


def mutants(exercise: Exercise) -> list[Mutant]:
    """Returns the mutants of an exercise's reference answer, each once."""
    answer = exercise.answer["source"]
    (solution, *_) = solutions(answer)
    first, last = (answer.count("\n", 0, place) + 1 for place in (solution.start, solution.end))
    tree = ast.parse(answer)
    original, found = ast.unparse(tree), {}
    nodes = [node for node in ast.walk(tree) if first <= getattr(node, "lineno", 0) <= last]
    for node in nodes:
        for change in _changes(node):
            source = _changed(tree, node, change)
            if source not in (None, original):
                found.setdefault(source, Mutant(source, *_difference(original, source)))
    return list(found.values())


def _changed(tree: ast.Module, node: ast.AST, change: Callable[[Any], Any]) -> str | None:
    """Returns the source with a node changed, or None if that is no Python."""
    memo: dict[int, Any] = {}
    copied = copy.deepcopy(tree, memo)
    twin = memo[id(node)]
    new = change(twin)
    if new is not twin:
        copied = _Replace(twin, new).visit(copied)
    with contextlib.suppress(SyntaxError, ValueError):
        source = ast.unparse(ast.fix_missing_locations(copied))
        compile(source, "<mutant>", "exec")
        return source
    return None


class _Replace(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self._old, self._new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        """Returns the new node for the old one."""
        return self._new if node is self._old else self.generic_visit(node)


def _changes(node: ast.AST) -> Iterator[Callable[[Any], Any]]:
    """Yields functions that change a node a little, or return what stands in its place."""
    if isinstance(node, ast.BinOp):
        yield from _changes_of_operator(node)
    elif isinstance(node, ast.AugAssign):
        yield lambda new: ast.Assign([new.target], new.value)
        if type(node.op) in OPERATORS:
            yield lambda new: _set(new, op=OPERATORS[type(new.op)]())
    elif isinstance(node, ast.Compare):
        if type(node.ops[0]) in COMPARISONS:
            yield lambda new: _set(new, ops=[COMPARISONS[type(new.ops[0])](), *new.ops[1:]])
        if len(node.ops) > 1 and type(node.ops[1]) in COMPARISONS:
            yield lambda new: _set(new, ops=[new.ops[0], COMPARISONS[type(new.ops[1])](), *new.ops[2:]])
    elif isinstance(node, ast.BoolOp):
        yield lambda new: _set(new, op=ast.Or() if isinstance(new.op, ast.And) else ast.And())
    elif isinstance(node, ast.UnaryOp):
        yield lambda new: new.operand
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float, bool):
        yield from _changes_of_number(node)
    elif isinstance(node, ast.Call):
        yield from _changes_of_call(node)
    elif isinstance(node, ast.IfExp | ast.If):
        yield lambda new: _set(new, test=ast.Constant(True))
        yield lambda new: _set(new, test=ast.Constant(False))
    elif isinstance(node, ast.Slice):
        for part in ("lower", "upper", "step"):
            if getattr(node, part) is not None:
                yield lambda new, part=part: _set(new, **{part: None})
    elif isinstance(node, ast.Tuple | ast.List) and len(node.elts) > 1 and isinstance(node.ctx, ast.Load):
        yield lambda new: _set(new, elts=[new.elts[1], new.elts[0], *new.elts[2:]])
    elif isinstance(node, ast.Attribute) and node.attr == "T":
        yield lambda new: new.value
    if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load):
        key = "id" if isinstance(node, ast.Name) else "attr"
        if getattr(node, key) in NAMES:
            yield lambda new: _set(new, **{key: NAMES[getattr(new, key)]})
    if isinstance(node, ast.Assign | ast.AugAssign | ast.Expr | ast.Return | ast.If | ast.For):
        yield lambda new: ast.Pass()


def _changes_of_operator(node: ast.BinOp) -> Iterator[Callable[[Any], Any]]:
    if type(node.op) in OPERATORS:
        yield lambda new: _set(new, op=OPERATORS[type(new.op)]())
    if not isinstance(node.op, ast.Add | ast.Mult):
        yield lambda new: _set(new, left=new.right, right=new.left)
    yield lambda new: new.left
    yield lambda new: new.right


def _changes_of_number(node: ast.Constant) -> Iterator[Callable[[Any], Any]]:
    if isinstance(node.value, bool):
        yield lambda new: _set(new, value=not new.value)
    else:
        yield lambda new: _set(new, value=new.value + 1)
        yield lambda new: _set(new, value=new.value - 1)


def _changes_of_call(node: ast.Call) -> Iterator[Callable[[Any], Any]]:
    if len(node.args) > 1:
        yield lambda new: _set(new, args=[new.args[1], new.args[0], *new.args[2:]])
    if len(node.args) == 1 and getattr(node.func, "id", "") == "range":
        yield lambda new: _set(new, args=[ast.Constant(1), *new.args])
        yield lambda new: _set(new, args=[ast.BinOp(new.args[0], ast.Sub(), ast.Constant(1))])
    if len(node.args) == 1 and not node.keywords:
        yield lambda new: new.args[0]
    for number in range(len(node.keywords)):
        yield lambda new, number=number: _set(new, keywords=new.keywords[:number] + new.keywords[number + 1 :])


def _set(node: Any, **fields: Any) -> Any:
    for name, value in fields.items():
        setattr(node, name, value)
    return node


def _difference(original: str, source: str) -> tuple[str, str]:
    """Returns the lines that differ between two sources, on one line each."""
    lines = list(difflib.ndiff(original.splitlines(), source.splitlines()))
    return tuple("; ".join(line[2:].strip() for line in lines if line.startswith(sign)) for sign in ("- ", "+ "))


def filled(make: Callable[..., np.ndarray]) -> Callable[..., np.ndarray]:
    """Returns np.empty or np.empty_like without the luck of finding a right answer in used memory."""

    def call(*args: Any, **kwargs: Any) -> np.ndarray:
        array = make(*args, **kwargs)
        array.fill(77)
        return array

    return call


def passes(exercise: Exercise, answer: str, setup: dict[str, Any], right: list[list[Any]]) -> list[bool]:
    """Returns whether an answer gets full points under each seed; right are the outcomes of the reference answer."""

    setup = setup | {"CHANGED": []}  # for answers in another form, see right_variants

    def run() -> list[bool]:
        np.empty, np.empty_like = filled(np.empty), filled(np.empty_like)
        return [
            all(map(is_right, expected, run_under(seed, exercise, answer, setup)))
            for seed, expected in zip(SEEDS, right, strict=False)
        ]

    return in_child(run, LIMIT) or [False for _ in right]


def run_under(seed: int, exercise: Exercise, answer: str, setup: dict[str, Any]) -> list[Any]:
    """Returns the outcomes of an exercise's checks under a seed; errors if the answer's own cell stops."""
    os.environ["CS231N_SEED"] = str(seed)
    try:
        return outcomes_of(answer, exercise, setup)
    except Exception as error:
        return [{"error": type(error).__name__} for _ in exercise.checks]


def figures_of(path: Path, exercise: Exercise, setup: dict[str, Any]) -> dict[str, Any]:
    """Returns the figures of one exercise, as the record has them."""
    known = known_mistakes(path, exercises(path))[exercise.id]
    figures: dict[str, Any] = {
        "chapter": path.stem,
        "title": exercise.title,
        "digest": grading_digest(exercise),
        "known": len(known),
    }
    if exercise.ask:
        return figures
    right = [run_under(seed, exercise, exercise.answer["source"], setup) for seed in SEEDS]
    own = {ast.unparse(ast.parse(mistake.source)) for mistake in known}
    tried = [mutant for mutant in mutants(exercise) if mutant.source not in own]
    results = [passes(exercise, mutant.source, setup, right) for mutant in tried]
    missed = [f"{one.was}  ->  {one.becomes}" for one, passed in zip(tried, results, strict=True) if all(passed)]
    lucky = [
        f"{one.was}  ->  {one.becomes}"
        for one, passed in zip(tried, results, strict=True)
        if any(passed) and not all(passed)
    ]
    written = RIGHT[exercise.id]
    in_other_forms = other_forms(exercise, setup)
    full = [all(passes(exercise, answer, setup, right)) for answer in written]
    full += [all(passes(exercise, answer, setup, right[:SEEDS_OF_FORMS])) for answer in in_other_forms]
    return figures | {
        "mutants": len(tried),
        "caught": len(tried) - len(missed) - len(lucky),
        "caught_by_some_seeds": lucky,
        "missed": missed,
        "written_differently": len(written),
        "right": len(full),
        "full_points": sum(full),
    }


def other_forms(exercise: Exercise, setup: dict[str, Any]) -> list[str]:
    """Returns the right answers to an exercise, each in all other forms that it can be brought into."""
    answers = []
    for answer in [exercise.answer["source"], *RIGHT[exercise.id]]:
        for source in variants(exercise, answer).values():
            changed: list[bool] = []
            run_under(0, exercise, source, setup | {"CHANGED": changed})
            answers += [source] if any(changed) else []
    return answers


def table(record: dict[str, Any]) -> str:
    """Returns the figures as a table in Markdown: all of them, each chapter, and each of its exercises."""
    exercises = list(record["exercises"].values())
    lines = [
        "| | known wrong | mutants caught | right, full points |",
        "|---|---:|---:|---:|",
        _row("**All**", exercises),
    ]
    for chapter, of_chapter in groupby(exercises, key=lambda figures: figures["chapter"]):
        figures_of_chapter = list(of_chapter)
        lines.append(_row(f"[**Chapter {chapter_number(chapter)}**]({chapter}.ipynb)", figures_of_chapter))
        lines += [_row(figures["title"], [figures]) for figures in figures_of_chapter]
    return "\n".join(lines)


def _row(name: str, exercises: list[dict[str, Any]]) -> str:
    """Returns a line of the table: the sums over some exercises, where an answer is code with its mutants."""
    code = [figures for figures in exercises if "mutants" in figures]
    cells = [name, f"{sum(figures['known'] for figures in exercises):,}"]
    for part, whole in (("caught", "mutants"), ("full_points", "right")):
        sums = [sum(figures[key] for figures in code) for key in (part, whole)]
        cells.append("{:,} of {:,}".format(*sums) if code else "")
    return f"| {' | '.join(cells)} |"


def page_with(record: dict[str, Any], page: str) -> str:
    """Returns the page of the book with the table of a record in it."""
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n\n{table(record)}\n\n{END}{after}"


def main() -> None:
    """Count, for all exercises or those that are named, and write record and table."""
    os.environ |= {"CS231N_GRADING": "1", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    only = sys.argv[1:]
    known = json.loads(RECORD.read_text(encoding="utf-8"))["exercises"] if only else {}
    record: dict[str, Any] = {"command": "python tools/exercise_figures.py", "seeds": len(SEEDS), "exercises": {}}
    for path in CHAPTERS:
        setup = setup_of(path)
        for exercise in tqdm(exercises(path), desc=path.stem):
            again = not only or exercise.id in only
            record["exercises"][exercise.id] = figures_of(path, exercise, setup) if again else known[exercise.id]
    RECORD.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    PAGE.write_text(page_with(record, PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
