"""No text of a learner's holds a regular expression up: each runs over long hostile ones in a process with a limit."""

import subprocess
import sys

import pytest

# Python can't interrupt a search that takes minutes; the limit ends the process.
HEAD = """import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (6, 6))
PIECES = [
    "Cell In[", "Cell In[1], line ", "\\x1b[", "\\x1b[0", "\\x1b]0;", "# a ", "#| export ", "#|", "### BEGIN SOLUTION ",
    "%%", "%%x", "(", "(x, line 1", "name '", "<<<<<<< ", "1. a\\n  ", "def f ", "f : ", "@check(", "@check('a", "`",
    " ", "\\n", "\\t", "a", "0", "raise NotImplementedError", ".py, 1 lines: ", "# goes into cs231n_kit/a.py",
]
LENGTH = 250_000
def texts():
    for piece in PIECES:
        yield piece * (LENGTH // len(piece))
        for filling in " \\n0":
            yield piece + filling * LENGTH + "!"
"""
PATTERNS = """import importlib, re
for name in sys.argv[1:]:
    patterns = [value for value in vars(importlib.import_module(name)).values() if isinstance(value, re.Pattern)]
    assert patterns, name
    for pattern in patterns:
        print(pattern.pattern, flush=True)
        for text in texts():
            pattern.findall(text)
"""
WORDS = """from cs231n_course import cleaning
from cs231n_course.checks import messages
from cs231n_course.checks.source_names import NotebookNames
from cs231n_course.notebooks import submission
names = NotebookNames([])
LENGTH = 5_000
for text in texts():
    for error in ({"ename": "SyntaxError", "evalue": text}, {"ename": "NameError", "evalue": text, "line": 3}):
        messages.answer_failed(error, text, names), messages.call_failed(error, "f", names, text, "f(x)")
    for called in (True, False):
        messages.error_place([text, text], called=called)
    messages.answer_not_run(text, "f"), submission.is_unwritten(text)
    submission._defines({"cell_type": "code", "source": text}, "f")
    assert len(cleaning.clean(text)) <= 300
    assert not set(cleaning.without_control(text)) & {"\\x1b", "\\x07"}
print("done")
"""
ANAGRAMS = """import random
from cs231n_course.notebooks import align
align.MOST_COMPARED //= 4
rng = random.Random(1)
def cells(texts, whose):
    return [{"cell_type": "code", "id": f"{whose}-{number}", "source": text} for number, text in enumerate(texts)]
course = [f"# {number}\\n" + "".join(rng.choices("abcdefgh (),=", k=3000)) for number in range(10)]
texts = ["".join(rng.sample(text, len(text))) for text in course for _ in range(30)]
found = align.align(cells([*texts, course[3]], "a learner's"), cells(course, "the course's"))
assert found.first == {3: 300}, found.first
print("done")
"""


def run(source, *arguments):
    """Run a program in a process of its own; it fails if the limit has ended it."""
    ran = subprocess.run([sys.executable, "-c", HEAD + source, *arguments], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, f"{ran.stdout}{ran.stderr}"
    return ran.stdout


MODULES = ["cleaning", "checks.messages", "grading.pytest_items"]
MODULES += [f"notebooks.{name}" for name in ("align", "format", "reading", "submission")]


@pytest.mark.parametrize("module", MODULES)
def test_no_regular_expression_that_meets_a_learners_text_takes_long(module):
    assert run(PATTERNS, f"cs231n_course.{module}")


def test_the_words_about_an_answer_do_not_take_long():
    assert run(WORDS) == "done\n"


def test_cells_that_are_hard_to_compare_do_not_take_long():
    assert run(ANAGRAMS) == "done\n"
