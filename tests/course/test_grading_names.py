"""An answer may use any name for its helpers, also one that the checks have: the two share no namespace."""

import ast
from types import CodeType

import nbformat
import pytest
from in_process import CHAPTERS, is_right
from right_answers import RIGHT
from small import code

from cs231n_course.grading import grade
from cs231n_course.notebooks import reading
from cs231n_course.sandbox.reference import _AnswerRunner


def names_in(source):
    """List the names that a source binds or uses."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name):
            names.add(node.id)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.alias):
            names.add((node.asname or node.name).partition(".")[0])
    return names


def globals_of(compiled):
    """List the names that code looks up outside its functions."""
    inner = [globals_of(part) for part in compiled.co_consts if isinstance(part, CodeType)]
    return set(compiled.co_names).union(*inner)


@pytest.mark.slow
@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_every_name_of_a_check_is_free_for_a_helper(path, monkeypatch):
    """Give each right answer a variable, then a function, for every name of its checks that it does not need itself."""
    monkeypatch.setenv("CS231N_GRADING", "1")
    monkeypatch.setenv("CS231N_SEED", "7")
    nb = reading.load(path)
    exercises = reading.exercises(nb, path.name)
    runner = _AnswerRunner([cell["source"] for cell in exercises[0].setup], 60.0)
    tried = 0
    for exercise in exercises:
        expected = runner.outcomes(exercise, exercise.answer["source"])
        of_checks = set().union(*(names_in(cell["source"]) for cell in exercise.checks)) | {"values", "rows", "Check"}
        for answer in RIGHT.get(exercise.id, [exercise.answer["source"]]):
            needed = globals_of(compile(answer, "answer", "exec")) | {exercise.name}
            needed |= set().union(*(names_in(cell["source"]) for cell in exercise.given))
            free = sorted(of_checks - needed)
            variables = "".join(f"{name} = (0, 4)\n" for name in free)
            helpers = "".join(f"def {name}(*args, **kwargs):\n    return 42\n\n" for name in free)
            for source in (f"{variables}\n{answer}", f"{answer}\n\n{helpers}"):
                assert all(map(is_right, expected, runner.outcomes(exercise, source))), (exercise.id, source)
            tried += len(free)
    assert tried > 50


VALUES = """def values(x, c, i, j):
    inside = 0 <= i < x.shape[1] and 0 <= j < x.shape[2]
    return x[c, i, j] if inside else 0

def conv_at(x, w, b, row, col, stride=1, pad=0):
    C, F, _ = w.shape
    total = b
    for c in range(C):
        for u in range(F):
            for v in range(F):
                total += values(x, c, row * stride - pad + u, col * stride - pad + v) * w[c, u, v]
    return total
"""
WINDOW = """import numpy as np

def window(x, i, j, size, stride):
    return x[i * stride : i * stride + size, j * stride : j * stride + size]

def max_pool_dx(dy, x, size, stride):
    dx = np.zeros(x.shape)
    for i, j in np.ndindex(dy.shape):
        seen = window(x, i, j, size, stride)
        u, v = np.unravel_index(seen.argmax(), seen.shape)
        dx[i * stride + u, j * stride + v] += dy[i, j]
    return dx
"""
RIGHT_SIZE = "def neurons_across(W, F, S, P):\n    return (W - F + 2 * P) // S + 1\n"
USES_CHECK = (
    "def check(n):\n    return n\n\ndef neurons_across(W, F, S, P):\n    return check((W - F + 2 * P) // S) + 1\n"
)
USES_RANGE = "range = (0, 4)\n\ndef neurons_across(W, F, S, P):\n    return len(range(0, W - F + 2 * P + 1, S))\n"
HALF = "from decimal import Decimal\n\ndef neurons_across(*sizes):\n    return Decimal('0.5')"
# The exercise, the answer, the points and what is said.
REPORTED = {
    "values": ("one-output", VALUES, 4, ""),
    "window": ("pool-max-back", WINDOW, 3, ""),
    "check": ("crop", USES_CHECK, 2, ""),
    "range": ("crop", f"{RIGHT_SIZE}\nrange = (0, 4)", 2, ""),
    "used range": ("crop", USES_RANGE, 0, "range is something else here than what it means in Python"),
    "list in the cell": ("crop", f"list = [1]\nlist(range(3))\n\n{RIGHT_SIZE}", 0, "list is something else here"),
    "timeit": ("crop", f"%%timeit -n 1 -r 1\n{RIGHT_SIZE}", 0, "begins with %%timeit, which runs the cell by itself"),
    "writefile": ("crop", f"%%writefile a.py\n{RIGHT_SIZE}", 0, "begins with %%writefile, which saves the cell in a"),
    "bash": ("crop", "%%bash\necho", 0, "begins with %%bash, which does not run the cell as this notebook's Python"),
    "capture": ("crop", f"\n%%capture\n{RIGHT_SIZE}", 2, ""),
    "decimals": ("crop", HALF, 0, "got 0.5."),
}


@pytest.fixture(scope="module")
def grader():
    """Start a grader that keeps its processes."""
    with grade.Grader(seed=5) as started:
        yield started


@pytest.mark.slow
@pytest.mark.parametrize("name", REPORTED)
def test_what_learners_have_reported(grader, tmp_path, name):
    exercise, source, points, says = REPORTED[name]
    chapter = "04_pooling" if exercise == "pool-max-back" else "02_arithmetic_of_space"
    cell = code("a", source, role="answer", exercise=exercise)
    nb = nbformat.v4.new_notebook(cells=[cell], metadata={"cs231n": {"chapter": chapter}})
    nbformat.write(nb, tmp_path / "mine.ipynb")
    result = grader.grade(tmp_path / "mine.ipynb", only=[exercise])
    (found,) = result.exercises
    assert (found.points, result.error) == (points, None)
    assert says in " ".join(found.words) if says else found.words == []
    assert len(set(result.notes)) == len(result.notes)
