"""A small book for the tests: a chapter with every kind of cell and output that a chapter may have."""

import base64
import io
import json

import nbformat
from cs231n_widgets import Pooling, Predict, SizingCalculator
from cs231n_widgets.figures import volume_row
from matplotlib.figure import Figure
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from cs231n_course.notebooks.format import CHECK_MIME, METADATA_KEY

BOOK = """
version: 1
project:
  title: A Sample Book
  bibliography: [chapters/references.bib]
  toc:
    - file: chapters/index.md
    - title: Part one
      children:
        - file: chapters/02_sample.ipynb
    - file: chapters/references.md
"""
INDEX = "# A Sample Book\n\nBegin with [the sample](02_sample.ipynb), by [He](references.md#he2015).\n"
REFERENCES = "# References\n\n```{bibliography}\n:all:\n```\n"
BIB = """
@misc{he2015,
  author = {He, Kaiming},
  title = {Residuals},
  year = {2015},
  eprint = {1512.03385},
  archiveprefix = {arXiv},
}
"""
CITATION = """
cff-version: 1.2.0
title: A Sample Book
authors:
  - given-names: Ada
    family-names: Lovelace
  - name: The Analytical Society
version: 1.2.3
date-released: 2026-03-01
license: BSD-3-Clause
"""


def widget(model, task="</script><!-- a state must not end its script -->"):
    """Returns the output that shows a widget, as a chapter stores it."""
    model.task = task
    return new_output("display_data", json.loads(json.dumps(model.mimebundle())))


def figure():
    """Draw a picture, as base64 of a PNG."""
    drawing = Figure(figsize=(5, 2.4))
    drawing.subplots().plot([0, 1, 0, -1, 0])
    file = io.BytesIO()
    drawing.savefig(file, dpi=80)
    return base64.b64encode(file.getvalue()).decode()


def code(id, source, *outputs, tags=(), **course):
    """Make a code cell, executed, with course metadata."""
    metadata = {METADATA_KEY: course} if course else {}
    if tags:
        metadata["tags"] = list(tags)
    return new_code_cell(source, id=id, metadata=metadata, outputs=list(outputs), execution_count=1)


def shown(**data):
    """Make an output of the MIME types given with __ for / ."""
    return new_output("display_data", {mime.replace("__", "/"): value for mime, value in data.items()})


ANSWER = "#| export sizing\ndef twice(n):\n    ### BEGIN SOLUTION\n    return n + n\n    ### END SOLUTION"
WIDE_FORMULA = "$$\n" + " + ".join(f"w_{{{i}}} x_{{{i}}}" for i in range(40)) + "\n$$"
WIDE_TABLE = "| " + " | ".join(f"column {i}" for i in range(14)) + " |\n" + "|--" * 14 + "|\n" + "| 290,400 " * 14 + "|"
HTML_TABLE = "<table><tr>" + "".join(f"<td>290,400 × {i}</td>" for i in range(20)) + "</tr></table>"
FORMULAS = r"""The size is $(W-F+2P)/S+1$, and $\mathbf{w}\in\mathbb{R}^{F\times F}$ has $290{,}400$ entries.

$$
W_2 = \left\lfloor \frac{W_1-F+2P}{S} \right\rfloor + 1
$$

$$
\begin{aligned} a &= b + 1 \\ c &= \sum_{i=0}^{F-1} w_i x_{t+i} + b \end{aligned}
$$
"""


QUESTION = Predict("share", "What part of all weights?", unit="%")
CHOICE = {"kind": "choice"}
CHOICES = "1. the width\n2. the `depth`,\n   of course\n3. neither"
JUDGED = "### BEGIN SOLUTION\nchoice = 2\n### END SOLUTION"
MISTAKES = """
## grows

the width
- choice = 2
+ choice = 1
> The width shrinks with each window.

neither
- choice = 2
+ choice = 3
> One of them does.
"""


def revealed(question):
    """Returns the metadata of a cell that answers a question."""
    return {METADATA_KEY: {"reveals": question}}


def cells():
    """List the cells of the sample chapter."""
    check = {CHECK_MIME: {"exercise": "twice", "shown": [{"values": 6}]}, "text/plain": "the check shows 6"}
    own = {"role": "check", "exercise": "twice"}
    drawing = volume_row({"INPUT": (3, 32, 32), "CONV": (12, 32, 32)})
    return [
        new_markdown_cell("# A sample chapter\n\nEvery kind of cell, [cited](references.md#he2015).", id="title"),
        code("setup", "import numpy as np", role="setup"),
        code("share", "Predict(...)", widget(QUESTION, task=""), role="question", question="share"),
        new_markdown_cell("It is *most* of them.", id="answer-share", metadata=revealed("share")),
        code("counted", "print(99)", new_output("stream", name="stdout", text="99 %\n"), reveals="share"),
        new_markdown_cell("## Mathematics and tables\n\n" + FORMULAS, id="formulas"),
        new_markdown_cell(f"{WIDE_FORMULA}\n\n{WIDE_TABLE}\n\n> A remark on the side.\n\n- one\n- two", id="wide"),
        code("table", "layers", shown(text__html=HTML_TABLE, text__plain="a table")),
        code("grown", "#| export sizing\ndef extent(F, dilation=1):\n    return dilation * (F - 1) + 1"),
        code("framework", "#| export net\nclass Net:\n    layers = ()", fold="run a row of <layers>"),
        code("printed", f"print({'very_' * 30}long)", new_output("stream", name="stdout", text="3 " * 100 + "\n")),
        new_markdown_cell("## Pictures and widgets", id="pictures"),
        code("figure", "figure", shown(image__png=figure(), text__plain="<Figure>"), alt='A line, "up" and down.'),
        code("drawing", "drawing", shown(text__html=drawing._repr_html_(), text__plain=repr(drawing))),
        code("calculator", "SizingCalculator(W=10)", widget(SizingCalculator(W=10, F=3, S=2, D=1, K=1))),
        new_markdown_cell("## Exercise: twice\n\nWrite `twice(n)`.", id="statement"),
        code("answer", ANSWER, role="answer", exercise="twice", name="twice", hint=["*Add* $n$.", "Add it again."]),
        code("check", "check.show(twice(3))", new_output("display_data", check), points=2, **own),
        code("check-2", "check.show(twice(4))", new_output("display_data", check), points=1, **own),
        new_markdown_cell("This paragraph follows the exercise.", id="after"),
        new_markdown_cell("## A long way\n\n" + "\n\n".join(["One more line to scroll over."] * 60), id="long"),
        new_markdown_cell('<span class="cs231n-said cs231n-said--share"></span>It was 99.', id="quoted"),
        new_markdown_cell("### Exercise: a judgement\n\nWhich of *these* grows?\n\n" + CHOICES, id="ask"),
        code("judged", JUDGED, role="answer", exercise="grows", name="choice", title="Which grows", ask=CHOICE),
        code("judged-check", "Check(choice)", points=1, role="check", exercise="grows"),
        code("pooling", "Pooling()", widget(Pooling()), fold="a widget"),
        new_markdown_cell("## The end\n\nThat was all.", id="end"),
    ]


def notebook():
    """Make the sample chapter."""
    metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    metadata |= {"language_info": {"name": "python"}}
    return new_notebook(cells=cells(), metadata=metadata)


def write(folder, **addresses):
    """Write the sample book into a folder; returns the path of its jupyter_book.yml.

    With addresses, those of its [project.urls], it has a version, a licence and how to cite it, too.
    """
    chapters = folder / "chapters"
    chapters.mkdir(parents=True)
    (chapters / "index.md").write_text(INDEX, encoding="utf-8")
    (chapters / "references.md").write_text(REFERENCES, encoding="utf-8")
    (chapters / "references.bib").write_text(BIB, encoding="utf-8")
    (chapters / "mistakes").mkdir()
    (chapters / "mistakes" / "02_sample.txt").write_text(MISTAKES, encoding="utf-8")
    nbformat.write(notebook(), chapters / "02_sample.ipynb")
    book = folder / "jupyter_book.yml"
    book.write_text(BOOK, encoding="utf-8")
    if addresses:
        urls = "".join(f'{label} = "{address}"\n' for label, address in addresses.items())
        text = f'[project]\nname = "sample"\nversion = "1.2.3"\n\n[project.urls]\n{urls}'
        (folder / "pyproject.toml").write_text(text, encoding="utf-8")
        (folder / "CITATION.cff").write_text(CITATION, encoding="utf-8")
        (folder / "LICENSE").write_text("Do as you like.\n", encoding="utf-8")
    return book
