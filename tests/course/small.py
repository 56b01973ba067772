"""A small chapter with two exercises, so that these tests need no real chapter, and what tests do with it."""

import copy
import datetime
import os
import subprocess
import sys
import textwrap

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from cs231n_course.learn.copy import RECORD
from cs231n_course.notebooks.format import METADATA_KEY, metadata_of, role

SETUP = "import numpy as np"
GIVEN = "STEP = 2"
WINDOW = '''#| export small.window
def window(x, row, stride=1):
    """Give the two numbers of x that start at row * stride."""
    ### BEGIN SOLUTION
    start = row * stride
    return x[start : start + 2]
    ### END SOLUTION'''
COUNT = '''def count(W, F):
    """Count the windows."""
    ### BEGIN SOLUTION
    return W - F + 1
    ### END SOLUTION'''
NO_STRIDE = "def window(x, row, stride=1):\n    return x[row : row + 2]"
NO_ONE = "def count(W, F):\n    return W - F"
STRIDE_WORDS = "The window moves by stride, not by one."
ONE_WORDS = "The first position counts too."
MISTAKES = f"""# The known wrong answers of the small chapter.

## window

no stride
- start = row * stride
+ start = row
> {STRIDE_WORDS}

## count

no + 1
- W - F + 1
+ W - F
> {ONE_WORDS}
"""


def code(id, source, **course):
    """Make a code cell; its role and the like go to metadata.cs231n."""
    return new_code_cell(source, id=id, metadata={METADATA_KEY: course} if course else {})


def check_source(exercise, name, answer, body):
    """Write the source of a check cell: `body` is the lines of its function, `answer` the name that it checks."""
    head = f'import cs231n_course\n\n@cs231n_course.check("{exercise}", "{name}")\ndef _(check, {answer}):\n'
    return head + textwrap.indent(body, "    ")


def window_check(id, name, stride):
    """Make a check of `window` under a stride. Its x grows, so that no wrong window can look right by chance."""
    body = f"x = check.integers(9) + 10 * np.arange(9)\ncheck.show(window(x, 2, stride={stride}))"
    names = "window, STEP" if stride == "STEP" else "window"
    return code(id, check_source("window", name, names, body), role="check", exercise="window", points=2)


def small_chapter():
    """Make the chapter, not executed, but with an output in a check cell, an answer cell and an ordinary one."""
    answer = code("w-answer", WINDOW, role="answer", exercise="window", title="A window", name="window", hint="Start.")
    counted = code("c-answer", COUNT, role="answer", exercise="count", title="How many", name="count", hint=["A", "B"])
    seven = check_source("count", "seven", "count", "check.show(count(7, 3))")
    count_check = code("c-check", seven, role="check", exercise="count", points=1)
    cells = [
        new_markdown_cell("# Small", id="title"),
        code("setup", SETUP, role="setup"),
        code("given", GIVEN, role="given"),
        code("plain", "print(STEP)"),
        new_markdown_cell("## Exercise: a window", id="w-text"),
        answer,
        window_check("w-check-1", "one step", 1),
        window_check("w-check-2", "two steps", "STEP"),
        counted,
        count_check,
    ]
    cells[3].outputs = [new_output("stream", text="2\n")]
    cells[5].outputs = [new_output("stream", text="left over\n")]
    cells[9].outputs = [new_output("display_data", {"text/plain": "seven: 5"})]
    metadata = {"cs231n": {"chapter": "01_small"}, "kernelspec": {"name": "python3", "display_name": "Python 3"}}
    return new_notebook(cells=cells, metadata=metadata)


OPTIONS = "## Which?\n\n1. not this\n2. nor that\n\nBut:\n\n1. a\n2. b\n   and c\n3. $d$\n\nTake one."


def ask_for(chapter, ask, text=OPTIONS):
    """Make of the exercise `count` one that asks for a judgement, which is 2."""
    answer, check = cell(chapter, "c-answer"), cell(chapter, "c-check")
    answer.source = f"### BEGIN SOLUTION\n{ask['kind']} = 2\n### END SOLUTION"
    answer.metadata.cs231n |= {"name": ask["kind"], "ask": ask, "why": "Its volume is the larger."}
    check.source = check_source("count", "yours", ask["kind"], f"check.judge({ask['kind']})")
    chapter.cells.insert(chapter.cells.index(answer), new_markdown_cell(text, id="c-text"))
    return chapter


def cell(nb, id):
    """Find a cell by its id."""
    return next(cell for cell in nb["cells"] if cell.get("id") == id)


def with_answers(nb, **sources):
    """Copy a notebook with the answers to some exercises put in."""
    nb = copy.deepcopy(nb)
    for one in nb["cells"]:
        exercise = metadata_of(one).get("exercise")
        if role(one) == "answer" and exercise in sources:
            one["source"] = sources[exercise]
    return nb


def cs231n(*args, timeout=300, **env):
    """Run the command line in a process of its own."""
    command = [sys.executable, "-m", "cs231n_course.cli", *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, timeout=timeout, env=os.environ | env, check=False)


def old_file(name="01_small.ipynb", number=""):
    """Return the name that a file of the course keeps today if it is replaced; asked each time, for midnight comes."""
    stem, suffix = name.split(".")
    return f"{stem}.before-{datetime.date.today().isoformat()}{number}.{suffix}"


def files(folder):
    """Read what a folder holds, but the course's record."""
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    found.pop(RECORD, None)
    return found


def newer(chapter):
    """Make the chapter's next release: another title, a cell more, one less, a check that counts more."""
    chapter = chapter.copy()
    chapter.cells = [*chapter.cells, new_markdown_cell("More", id="more")]
    cell(chapter, "title").source = "# Small, again"
    cell(chapter, "c-check").metadata.cs231n["points"] = 3
    return chapter
