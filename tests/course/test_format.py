"""The format of a chapter: what it means, and that it is said nowhere else."""

import ast
from pathlib import Path

import pytest
from small import cell, code

from cs231n_course.notebooks import format as chapter_format
from cs231n_course.notebooks import submission
from cs231n_course.notebooks.format import (
    FIXED_ROLES,
    METADATA_KEY,
    ROLES,
    chapter_files,
    export_of,
    export_problem,
    metadata_of,
    role,
    solutions,
    tags,
    without_export,
    without_solution_marks,
)
from cs231n_course.notebooks.page import prepare
from cs231n_course.notebooks.reading import edges_of, exercises
from cs231n_course.notebooks.release import release_chapter

ROOT = Path(__file__).resolve().parents[2]


def test_chapters_are_found_by_their_names_in_the_order_of_the_book(tmp_path):
    chapters = ["01_overview", "07_training", "07a_rates", "07b_momentum", "12_checked", "appendix_kit"]
    for stem in reversed([*chapters, "notes", "1_short", "07ab_odd", "appendix_other", ".01_hidden", "01_", "x01_a"]):
        (tmp_path / f"{stem}.ipynb").touch()
    (tmp_path / "02_text.md").touch()
    assert [path.stem for path in chapter_files(tmp_path)] == chapters
    assert chapter_files(tmp_path / "nothing") == []


@pytest.mark.parametrize(
    ("source", "export", "rest"),
    [
        ("#| export layers.conv\nx = 1", ("layers.conv", True), "x = 1"),
        ("#| exporti layers.conv\nx = 1", ("layers.conv", False), "x = 1"),
        ("#|exporti  sizing \t\n\n\nx = 1", ("sizing", False), "x = 1"),
        ("#| export sizing", ("sizing", True), ""),
        ("x = 1\n#| export sizing", None, "x = 1\n#| export sizing"),
        ("#| exports sizing\nx = 1", None, "#| exports sizing\nx = 1"),
        ("#| export two words\nx = 1", None, "#| export two words\nx = 1"),
        ("# an export of goods\n", None, "# an export of goods\n"),
        ("", None, ""),
    ],
)
def test_an_export_line_names_a_module_and_is_taken_off(source, export, rest):
    assert export_of(source) == export
    assert without_export(source) == rest


def test_an_exported_cell_names_its_file():
    assert export_of("#| exporti kernels.im2col\n").file == "cs231n_kit/kernels/im2col.py"


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("#| export m\nx = 1", None),
        ("#| exporti m\nx = 1", None),
        ("x = '#| export m'", None),
        ("", None),
        ("x = 1\n  #| exporti m", "must be the first line"),
        ("#| exporti\nx = 1", "needs a module"),
        ("#| export two words", "needs a module"),
    ],
)
def test_a_line_that_is_no_export_though_it_looks_like_one_is_explained(source, says):
    problem = export_problem(source)
    assert (says in problem) if says else problem is None


SOLVED = (
    "def f(x):\n    ### BEGIN SOLUTION\n    return x\n    ### END SOLUTION  \n\n### BEGIN SOLUTION\n### END SOLUTION"
)


def test_solutions_are_found_with_their_indentation():
    first, second = solutions(SOLVED)
    assert SOLVED[first.start : first.end] == "### BEGIN SOLUTION\n    return x\n    ### END SOLUTION  "
    assert (first.indent, second.indent) == ("    ", "")
    assert SOLVED[second.start : second.end] == "### BEGIN SOLUTION\n### END SOLUTION"


def test_marks_are_taken_off_with_their_lines():
    assert without_solution_marks(SOLVED) == "def f(x):\n    return x\n\n"
    assert without_solution_marks("x = 1  ### BEGIN SOLUTION") == "x = 1  ### BEGIN SOLUTION"


@pytest.mark.parametrize("marks", ["", "BEGIN", "END", "BEGIN BEGIN END END", "END BEGIN", "BEGIN END BEGIN"])
def test_marks_that_do_not_pair_are_an_error(marks):
    with pytest.raises(ValueError, match="do not pair" if marks else "has no '### BEGIN SOLUTION'"):
        solutions("\n".join(f"### {mark} SOLUTION" for mark in marks.split()))


@pytest.mark.parametrize("metadata", [None, [], {}, {METADATA_KEY: None}, {METADATA_KEY: "x"}])
def test_odd_metadata_say_nothing(metadata):
    assert metadata_of({"metadata": metadata}) == metadata_of({}) == {}
    assert role({"metadata": metadata}) is None


def test_metadata_can_be_changed_in_place():
    one = code("a", "1", role="given")
    metadata_of(one)["role"] = "setup"
    assert role(one) == "setup"
    assert tags(one) == []


def test_the_ranges_of_a_number_are_read_from_its_check():
    assert edges_of({"source": "def _(check, number):\n    check.judge(number, edges=[1, 2.5, 10_000])"}) == [
        1,
        2.5,
        10_000,
    ]
    assert edges_of({"source": "def _(check, choice):\n    check.judge(choice)"}) == []


def test_the_course_runs_its_own_cells_of_all_roles_but_what_a_learner_writes_and_what_is_not_run():
    assert set(FIXED_ROLES) == set(ROLES) - {"answer", "hint", "question"}


@pytest.fixture
def helping(chapter):
    """The small chapter, with an answer that is a helper of the kit."""
    source = cell(chapter, "w-answer").source
    assert "#| export small.window\n" in source
    cell(chapter, "w-answer").source = source.replace("#| export ", "#| exporti ")
    cell(chapter, "given").source = f"#| exporti small.window\n{cell(chapter, 'given').source}"
    return chapter


def test_helpers_of_the_kit_are_released_and_shown_as_its_other_code(helping):
    released = release_chapter(helping)
    assert not [one for one in released.cells if "#|" in one.source]
    page = prepare(helping)
    assert not [one for one in page.cells if "#|" in one.source]
    labels = [one.source for one in page.cells if one.id in ("w-answer-file", "given-file")]
    assert len(labels) == 2
    assert all("goes into `cs231n_kit/small/window.py`" in label for label in labels)


def test_helpers_of_the_kit_are_guarded_and_their_cells_known_as_unchanged(helping):
    window, _ = exercises(helping, "small")
    setup, *_ = submission.cells_to_run(submission.Submission(window, ""))
    assert "forbid('window', 'small.window')" in setup["source"]
    assert submission.read_submissions(helping, release_chapter(helping), "small")[1] == []


def literals(tree):
    """Yields the texts in a module that are not docstrings, each with its line."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, documented) and ast.get_docstring(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value, node.lineno


def keys(tree):
    """Yields what a module looks up by name, in a dict or a call as `get`, or writes as a key, each with its line."""
    for node in ast.walk(tree):
        found = []
        if isinstance(node, ast.Subscript):
            found = [node.slice]
        elif isinstance(node, ast.Dict):
            found = node.keys
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            found = node.args[:1] if node.func.attr in ("get", "pop", "setdefault") else []
        for key in found:
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield key.value, node.lineno


def second_definitions(source):
    """Returns where a module writes down for itself what notebooks/format.py says: pairs of line and text."""
    tree = ast.parse(source)
    said = ("SOLUTION", "#|", r"#\|", "vnd.", "[0-9][0-9]", chapter_format.IGNORE_OUTPUT_TAG, chapter_format.RAISES_TAG)
    found = [(line, text) for text, line in literals(tree) if any(part in text for part in said)]
    return sorted([*found, *((line, key) for key, line in keys(tree) if key == METADATA_KEY)])


@pytest.mark.parametrize(
    "path",
    [path for room in ("cs231n_course", "tools", "book") for path in sorted((ROOT / room).rglob("*.py"))],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_the_format_is_said_once(path):
    found = second_definitions(path.read_text(encoding="utf-8"))
    assert bool(found) == (path == Path(chapter_format.__file__)), "import it from cs231n_course.notebooks.format"


def test_a_second_definition_is_noticed():
    for source in (
        "BEGIN = '### BEGIN SOLUTION'",
        "EXPORT = re.compile(r'#\\|\\s*export')",
        "if line.startswith('#|'): pass",
        "MIME = 'application/vnd.jupyter.widget-view+json'",
        "folder.glob('[0-9][0-9]_*.ipynb')",
        "cell.metadata.get('cs231n', {})",
        "cell['metadata']['cs231n']",
        "{'cs231n': {'role': 'check'}}",
        "'nbval-ignore-output' in tags",
    ):
        assert second_definitions(source), source
    assert second_definitions('"""A chapter has `#| export` lines."""\nprog = "cs231n"') == []
