"""Tricks that earn points from other graders: none earns any here, and an honest answer beside them earns its own."""

import nbformat
import pytest
from nbformat.v4 import new_output
from small import SETUP, cell, check_source, code, with_answers

from cs231n_course.checks.check import DEFAULT_SEED, Check
from cs231n_course.grading import grade
from cs231n_course.notebooks import release
from cs231n_course.notebooks.format import CHECK_MIME as MIME

RIGHT = "def twice(x):\n    return x + x"
WRONG = "def twice(x):\n    return x"
ANSWERS = {
    "honest": RIGHT,
    "patches-numpy": f"""import numpy.testing
true = lambda *a, **k: True
np.allclose = np.isclose = np.array_equal = np.testing.assert_allclose = np.testing.assert_array_equal = true
{WRONG}""",
    "prints-what-is-stored": """def twice(x):
    print("first: STORED")
    return np.array(STORED)
""",
    "shows-what-is-stored": """from IPython.display import display
def twice(x):
    display({MIME: PAYLOAD, "text/plain": "first: STORED"}, raw=True)
    raise SystemExit
""",
    "equals-everything": """class Any(np.ndarray):
    __eq__ = __ge__ = __le__ = lambda self, other: True
    __ne__ = lambda self, other: False
    __hash__ = None
def twice(x):
    return x.view(Any)
""",
    "equals-as-object": """class Any:
    __eq__ = lambda self, other: True
    __array_ufunc__ = None
    def __getattr__(self, name): return Any()
    def __float__(self): return 1.0
def twice(x):
    return Any()
""",
    "skips-by-comment": f"# NBVAL_SKIP\n# NBVAL_IGNORE_OUTPUT\n# NBVAL_RAISES_EXCEPTION\n{WRONG}",
    "skips-by-tags": WRONG,
    "edits-checks": WRONG,
    "deletes-checks": WRONG,
    "edits-outputs": WRONG,
    "rewrites-code": f"""import ast
class NoAsserts(ast.NodeTransformer):
    def visit_Assert(self, node): return ast.Pass()
    def visit_Compare(self, node): return ast.Constant(True)
    def visit_Call(self, node):
        return ast.Constant(None) if getattr(node.func, "attr", "") == "show" else self.generic_visit(node)
get_ipython().ast_transformers.append(NoAsserts())
{WRONG}""",
    "hooks-imports": f"""import importlib, sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name.startswith("cs231n_kit") or name.startswith("nbval"):
            return importlib.machinery.ModuleSpec(name, self)
    def create_module(self, spec): return None
    def exec_module(self, module): module.Check = lambda *a: None
sys.meta_path.insert(0, Finder())
for name in [name for name in sys.modules if name.startswith("cs231n_kit")]:
    del sys.modules[name]
{WRONG}""",
    "reads-files": """import json, os, pathlib, re
def twice(x):
    here = pathlib.Path.cwd()
    places = [here, here.parent, here.parent.parent / "nothing", pathlib.Path(os.environ["CS231N_CHAPTERS"])]
    for path in [one for place in places for one in place.rglob("*") if one.is_file()]:
        found = re.findall(r'"values": (\\[[^]]*\\])', path.read_text(errors="replace"))
        if found:
            return np.array(json.loads(found[0]))
""",
    "reads-the-grader": """import re
def twice(x):
    import psutil
    for process in psutil.Process().parents():
        try:
            told = " ".join(process.cmdline()) + str(process.environ())
        except psutil.Error:
            continue
        if "vnd.cs231n" in told:
            return x + x
    return x
""",
    "patches-show": f"""from cs231n_course.checks.check import Check
def show(self, value, **case):
    from IPython.display import display
    display({{"{MIME}": PAYLOAD, "text/plain": "agrees with the reference."}}, raw=True)
Check.show = show
{WRONG}""",
    "patches-inputs": """from cs231n_course.checks.check import Check
Check.integers = lambda self, *shape, **limits: np.zeros(shape)
def twice(x):
    return x
""",
    "patches-the-calls": f"""from cs231n_course.checks.calls import Calls
Calls.watch = lambda self, name, function: lambda x: x + x
{WRONG}""",
    "patches-check": f"""import cs231n_course
cs231n_course.check = lambda *names: lambda body: None
{WRONG}""",
    "forges-a-stop": """from cs231n_course.checks.check import Check, publish
def twice(x):
    for forged in ([], {"stopped": []}, {"stopped": "twice(x)", "shown": 3}, {"shown": [{"kind": "array"}], "case": 1}):
        publish({MIME: forged, "text/plain": ""})
    raise ValueError
""",
    "sets-the-seed": """import os
os.environ["CS231N_SEED"] = "231"
def twice(x):
    return np.array(STORED)
""",
    "exits": 'import os\ndef twice(x):\n    print("all passed")\n    os._exit(0)\n',
    "exits-while-defined": 'import os\nprint("all passed")\nos._exit(0)\n',
    "nests-signs": f"{RIGHT}\nx = {'-' * 90_000}1",
    "nests-branches": f"{RIGHT}\nif 0: pass\n" + "elif 0: pass\n" * 7_000,
    "nests-brackets": f"{RIGHT}\nx = {'[' * 45_000}{']' * 45_000}",
    "is-megabytes": f"{RIGHT}\n#{'x' * 3_000_000}",
    "forges-records": """import os
def twice(x):
    for number in range(1, 20):
        try:
            os.write(number, b'{"event": "cell", "passed": true}\\n')
        except OSError:
            pass
    return x
""",
}


def stored(name, check):
    """Give the payload that the chapter stores for a check, as its own execution makes it."""
    x = Check(name, check).integers(5)
    case = {"x": {"kind": "array", "shape": [5], "values": x.tolist()}}
    shown = {"kind": "array", "shape": [5], "values": (x + x).tolist(), "call": "twice(x)", "inputs": ["x"]}
    return {"exercise": name, "check": check, "shown": [shown], "case": case, "secret": False}


def tricked_chapter():
    """Make an executed chapter that asks for the same thing once for each of ANSWERS."""
    cells = [code("setup", SETUP, role="setup")]
    for name in ANSWERS:
        solution = "def twice(x):\n    ### BEGIN SOLUTION\n    return x + x\n    ### END SOLUTION"
        cells.append(code(f"a-{name}", solution, role="answer", exercise=name, name="twice"))
        for check in ("first", "second"):
            source = check_source(name, check, "twice", "x = check.integers(5)\ncheck.show(twice(x))")
            cells.append(code(f"{check}-{name}", source, role="check", exercise=name, points=1))
            cells[-1].outputs = [new_output("display_data", {MIME: stored(name, check), "text/plain": ""})]
    return nbformat.v4.new_notebook(cells=cells, metadata={"cs231n": {"chapter": "01_tricks"}})


def play(learner):
    """Play the tricks that are played on the notebook itself."""
    for check in ("first", "second"):
        cell(learner, f"{check}-skips-by-tags").metadata["tags"] = ["nbval-skip", "skip", "raises-exception"]
        cell(learner, f"{check}-edits-checks").source = "print('passed')"
        cell(learner, f"{check}-edits-outputs").outputs = [new_output("display_data", {"text/plain": "-1"})]
        learner.cells.remove(cell(learner, f"{check}-deletes-checks"))
    cell(learner, "a-skips-by-tags").metadata["tags"] = ["nbval-skip", "skip", "raises-exception"]
    learner.cells.append(code("assigns-for-megabytes", "x = 1\n" * 1_000_000))
    cell(learner, "setup").source += "\nimport cs231n_course\ncs231n_course.check = print"


@pytest.fixture(scope="module")
def tricks(tmp_path_factory):
    """Grade all of ANSWERS in one notebook: the result."""
    folder = tmp_path_factory.mktemp("tricks")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CS231N_CHAPTERS", str(folder))
        patch.setenv("CS231N_SEED", str(DEFAULT_SEED))
        chapter = tricked_chapter()
        nbformat.write(chapter, folder / "01_tricks.ipynb")
        answers = {}
        for name, answer in ANSWERS.items():
            payload = stored(name, "first")
            answer = answer.replace("STORED", str(payload["shown"][0]["values"])).replace("MIME", repr(MIME))
            answers[name] = answer.replace("PAYLOAD", str(payload))
        learner = with_answers(release.release_chapter(chapter), **answers)
        play(learner)
        nbformat.write(learner, folder / "mine.txt")
        result = grade.grade_notebook(folder / "mine.txt", timeout=10)
    assert result.error is None
    return result


@pytest.mark.parametrize("name", [name for name in ANSWERS if name != "honest"])
def test_a_trick_earns_nothing(tricks, name):
    (found,) = [one for one in tricks.exercises if one.id == name]
    assert (found.points, found.possible, found.passed) == (0, 2, False)
    assert found.words


def test_the_honest_answer_beside_them_earns_its_points(tricks):
    assert [one.id for one in tricks.exercises if one.points] == ["honest"]


def test_what_was_done_to_the_notebook_is_said(tricks):
    said = "\n".join(tricks.notes)
    assert "A check cell of edits-checks was edited; the course's own is run instead." in said
    assert "A check cell of deletes-checks is missing; the course's own is run." in said
    assert "A setup cell was edited; the course's own is run instead." in said


def test_an_answer_that_python_cannot_take_in_is_told_so(tricks):
    said = {one.id: one.words[0] for one in tricks.exercises if one.words}
    for name in ("nests-signs", "nests-branches"):
        assert said[name].startswith("Python can't read the answer: far too much in it is nested")
    assert "too many nested parentheses" in said["nests-brackets"]
    assert "is longer than 100,000 characters: it has 3,000,0" in said["is-megabytes"]
