"""What an answer needs of other cells is taken along: definitions, imports and plain constants, and nothing else."""

import nbformat
import pytest
from small import SETUP, check_source, code, with_answers

from cs231n_course.checks.source_names import NotebookNames
from cs231n_course.grading import grade
from cs231n_course.notebooks import release
from cs231n_course.notebooks.taken import LONGEST, MOST, taken_along

HEAD = "def answer(W, F):\n    "
# One exercise each: the cells above the answer, the answer, the cells below, its points of 2, and what is said.
ANSWERS = {
    "helper": (
        ["def windows(W, F):\n    return W - F + 1"],
        "return windows(W, F)",
        [],
        2,
        "`windows` was taken along",
    ),
    "below": ([], "return windows_b(W, F)", ["def windows_b(W, F):\n    return W - F + 1"], 2, "`windows_b` was taken"),
    "chain": (
        ["from math import floor as low, ceil\nONE = 1", "STEP = ONE\ndef rest_c(W):\n    return low(W / STEP) + ONE"],
        "return rest_c(W - F)",
        [],
        2,
        "`STEP`, `low` and `rest_c` were taken along",
    ),
    "class": (
        ["class Row:\n    def __init__(self, W):\n        self.W = W"],
        "return Row(W).W - F + 1",
        [],
        2,
        "`Row`",
    ),
    "own-name": (["def local(W):\n    return 0\nW = 99"], "local = W - F\n    return local + 1", [], 2, ""),
    "nearest": (
        ["def near(n):\n    return 0", "def near(n):\n    return n + 1"],
        "return near(W - F)",
        ["def near(n):\n    return 7"],
        2,
        "`near`",
    ),
    "given": (["GIVEN = 99\nlen = 3\nnp = 4"], "return W - F + GIVEN + 0 * len(np.zeros(W))", [], 2, ""),
    "stops": (
        ["def nothing_is_above_this(): pass\ndef stops(W):\n    one = 0\n    return W / one"],
        "a = 1\n    b = 2\n    return stops(W)",
        [],
        0,
        "`answer(7, 3)` stopped in stops, called in line 4 of the answer, with ZeroDivisionError: division by zero.",
    ),
    "raises": (
        ["def fine(): pass\ndef raises(W):\n    return W"],
        "return raises(W) / 0",
        [],
        0,
        "`answer(7, 3)` stopped in line 2 of the answer with ZeroDivisionError",
    ),
    "failing": (
        ["import no_such_module_1"],
        "return no_such_module_1.f(W)",
        [],
        0,
        "The answer needs what another cell defines, and that stops, at no_such_module_1, with ModuleNotFoundError",
    ),
    "computed": (["made = sum([1])"], "return W - F + made", [], 0, "made comes from another cell of the notebook"),
    "computed-again": (
        ["again = 1", "again += 0"],
        "return W - F + again",
        [],
        0,
        "again comes from another cell of the notebook",
    ),
    "at-the-top": (
        ["top = sum([1])"],
        "return W - F + ONE\n\nONE = top",
        [],
        0,
        "top comes from another cell of the notebook and could not be taken along",
    ),
    "magic": (["%%time\ndef timed(n):\n    return n + 1"], "return timed(W - F)", [], 2, "`timed`"),
    "timed": ([], "# Mine.\n\n%%time\ndef answer(W, F):\n    return W - F + 1", [], 2, ""),
    "captured": (
        [],
        "# Mine.\n%%capture\n%%time\ndef answer(W, F):\n    return 1 / 0",
        [],
        0,
        "in line 5 of the answer",
    ),
    "bashed": ([], "# Mine.\n%%bash\necho", [], 0, "begins with %%bash, which does not run the cell"),
}
LEFT_OUT = "\nraise SystemExit  # nothing but definitions is run"
IN_PLACE = "def twice(x):\n    x += x\n    return x"


def learners_copy(chapter):
    """Make a learner's copy of the chapter with ANSWERS in it, and beside each answer the cells that belong to it."""
    answers = {name: answer if "%%" in answer else HEAD + answer for name, (_, answer, *_) in ANSWERS.items()}
    learner = with_answers(release.release_chapter(chapter), **answers, doubled=IN_PLACE)
    cells = []
    for one in learner.cells:
        above, _, below, *_ = ANSWERS.get(one.id.removeprefix("a-"), ((), "", ()))
        cells += [code(f"above-{one.id}-{number}", source + LEFT_OUT) for number, source in enumerate(above)]
        cells.append(one)
        cells += [code(f"below-{one.id}-{number}", source + LEFT_OUT) for number, source in enumerate(below)]
    learner.cells = cells
    return learner


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """Grade ANSWERS, and an answer that changes its input, in one notebook: the result."""
    folder = tmp_path_factory.mktemp("taken")
    cells = [code("setup", SETUP, role="setup")]
    for name in ANSWERS:
        solution = f"{HEAD}### BEGIN SOLUTION\n    return W - F + 1\n    ### END SOLUTION"
        cells.append(code(f"g-{name}", "GIVEN = 1", role="given", exercise=name))
        cells.append(code(f"a-{name}", solution, role="answer", exercise=name, name="answer"))
        for check, width in (("seven", 7), ("nine", 9)):
            source = check_source(name, check, "answer", f"check.show(answer({width}, 3))")
            cells.append(code(f"{check}-{name}", source, role="check", exercise=name, points=1))
    solution = "def twice(x):\n    ### BEGIN SOLUTION\n    return x + x\n    ### END SOLUTION"
    cells.append(code("a-doubled", solution, role="answer", exercise="doubled", name="twice"))
    for number, points in enumerate((2, 1, 3)):
        source = check_source("doubled", f"check {number}", "twice", "x = check.integers(5)\ncheck.show(twice(x))")
        cells.append(code(f"{number}-doubled", source, role="check", exercise="doubled", points=points))
    chapter = nbformat.v4.new_notebook(cells=cells, metadata={"cs231n": {"chapter": "01_taken"}})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CS231N_CHAPTERS", str(folder))
        nbformat.write(chapter, folder / "01_taken.ipynb")
        nbformat.write(learners_copy(chapter), folder / "mine.txt")
        result = grade.grade_notebook(folder / "mine.txt")
    assert result.error is None
    return result


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_gets_what_it_needs_of_other_cells(graded, name):
    (found,) = [one for one in graded.exercises if one.id == name]
    *_, points, says = ANSWERS[name]
    assert found.points == points, found
    notes = [note for note in graded.notes if note.startswith(f"{name}: ")]
    said = "\n".join([*found.words, *notes])
    assert says in said if says else said == ""


def test_an_input_changed_in_place_costs_one_check_the_one_with_the_fewest_points(graded):
    (found,) = [one for one in graded.exercises if one.id == "doubled"]
    assert (found.points, found.possible, found.passed) == (5, 6, False)
    assert found.words == ["Check “check 1”: The value is right, but the function changed its input x: work on a copy."]


CONV_AT = """import numpy as np

def conv_at(x, w, b, row, col, stride=1, pad=0):
    F = w.shape[1]
    top, left = row * stride, col * stride
    return (pad_both(x, pad)[:, top : top + F, left : left + F] * w).sum() + b"""
LAYER = """def forward(x, w, b, stride=1, pad=0):
    rows, columns = ((n - w.shape[2] + 2 * pad) // stride + 1 for n in x.shape[2:])
    return [
        [
            [[conv_at(one, w[k], b[k], i, j, stride, pad) for j in range(columns)] for i in range(rows)]
            for k in range(len(w))
        ]
        for one in x
    ], None"""


def test_an_earlier_answer_is_taken_along_with_what_it_needs_itself(tmp_path):
    cells = [
        code("mine", "def pad_both(x, pad):\n    return np.pad(x, ((0, 0), (pad, pad), (pad, pad)))"),
        code("a-1", CONV_AT, role="answer", exercise="one-output"),
        code("a-2", LAYER, role="answer", exercise="layer"),
    ]
    nb = nbformat.v4.new_notebook(cells=cells, metadata={"cs231n": {"chapter": "02_arithmetic_of_space"}})
    nbformat.write(nb, tmp_path / "mine.ipynb")
    result = grade.grade_notebook(tmp_path / "mine.ipynb", only=["one-output", "layer"])
    assert [(one.id, one.points, one.words) for one in result.exercises] == [("one-output", 4, []), ("layer", 4, [])]
    assert "one-output: `pad_both` was taken along from another cell." in result.notes
    assert "layer: `pad_both` and `conv_at` were taken along from other cells." in result.notes


def taken(answer, *above, below=(), at_hand=()):
    return taken_along(answer, above, below, at_hand, NotebookNames([answer, *above, *below]))


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("def f(x):\n    return x", "f"),
        ("@cache\ndef f(x):\n    return x", "f"),
        ("async def f(x):\n    return x", "f"),
        ("A = 3; B = 4", "B"),
        ("A, (B, C) = 1, ((2, 3), 'x')", "C"),
        ("A = {'a': [1, -2.5, (3 + 4) * 2 ** 3], 'b': None}", "A"),
        ("A: float = 1e-8", "A"),
        ("f = lambda x: sum(x)", "f"),
        ("import numpy.linalg as la", "la"),
        ("from math import (\n    pi,\n    tau,\n)", "tau"),
        ("if True:\n    pass\nPI = math.pi\nimport math", "PI"),
    ],
)
def test_definitions_imports_and_plain_constants_are_taken(cell, name):
    found = taken(f"def answer():\n    return {name}", cell)
    assert name in found.names
    assert "pass" not in found.source


@pytest.mark.parametrize(
    "cell",
    [
        "A = f()",
        "A = [x for x in y]",
        "A = data[0]",
        "A = 1 if x else 2",
        "A = B\nB = f()",
        "A = 1\nA += 1",
        "A = 1\nfor A in range(3): pass",
        "with open('a') as A: pass",
        "A = lambda x=f(): x",
        "A.b = 3",
        "global A",
        "A = 1 +",
        "A = 'x' * 10\nA, len = 1, 2",
        f"A = '{'x' * LONGEST}'",
    ],
    ids=lambda cell: cell[:20],
)
def test_nothing_else_is_taken(cell):
    assert taken("def answer():\n    return A", cell, at_hand={"len"}) == taken("")


def test_a_long_chain_comes_to_an_end():
    chain = "\n".join(f"A{number} = A{number + 1}" for number in range(2 * MOST))
    assert taken("A0", chain).names == ()


def test_functions_that_call_each_other_are_taken_both():
    found = taken(
        "even(4)", "def even(n):\n    return n == 0 or odd(n - 1)", "def odd(n):\n    return n > 0 and even(n - 1)"
    )
    assert set(found.names) == {"even", "odd"}
    exec(found.source, names := {})
    assert names["even"](4)
