"""A small book for the tests: a chapter with every kind of cell and output that a chapter may have."""

import base64
import io

import nbformat
from matplotlib.figure import Figure
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from cs231n_course.notebooks.format import CHECK_MIME, METADATA_KEY
from cs231n_course.notebooks.format import WIDGET_STATE_MIME as STATE_MIME
from cs231n_course.notebooks.format import WIDGET_VIEW_MIME as VIEW_MIME

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
BIB = (
    "@misc{he2015, author={He, Kaiming}, title={Residuals}, year={2015}, eprint={1512.03385}, archiveprefix={arXiv}}\n"
)

# The comment would cut the page short if the state were not escaped.
COUNTER_ESM = """
// <!-- <script> </Script>
export default {
  initialize({ model }) { model.set("started", model.get("started") + 1); },
  async render({ model, el }) {
    const button = document.createElement("button");
    const show = () => { button.textContent = `${model.get("label")}: ${model.get("value")}`; };
    button.className = "counter";
    button.addEventListener("click", () => { model.set("value", model.get("value") + 1); model.save_changes(); });
    model.on("change:value", show);
    show();
    const bytes = model.get("data");
    const twin = model.get("twin") && (await model.widget_manager.get_model(model.get("twin")));
    const note = document.createElement("output");
    const held = bytes ? new Uint8Array(bytes.buffer).join() : "no bytes";
    note.textContent = ` ${held}, ${twin ? twin.get("label") : "alone"}`;
    el.append(button, note);
  },
};
"""
COUNTER_CSS = ".counter { font-weight: bold }"
STILL = (
    '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="a counter at {0}" width="90" height="20">{1}</svg>'
)


def counter(label, value, **more):
    """Returns the stored record of one anywidget."""
    state = {"_esm": COUNTER_ESM, "_css": COUNTER_CSS, "label": label, "value": value, "started": 0, **more}
    return {"model_name": "AnyModel", "model_module": "anywidget", "model_module_version": "~0.11.0", "state": state}


def core(name, **state):
    """Returns the stored record of a widget of ipywidgets itself."""
    return {
        "model_name": name,
        "model_module": "@jupyter-widgets/controls",
        "model_module_version": "2.0.0",
        "state": state,
    }


def widget_state():
    """Returns the state of two linked counters, a third in a box, and a slider that only a kernel could move."""
    buffers = [{"encoding": "base64", "path": ["data"], "data": base64.b64encode(bytes([2, 3, 1])).decode()}]
    link = {"source": ["IPY_MODEL_one", "value"], "target": ["IPY_MODEL_two", "value"]}
    return {
        "version_major": 2,
        "version_minor": 0,
        "state": {
            "one": counter("first", 5, twin="IPY_MODEL_two") | {"buffers": buffers},
            "two": counter("second", 5),
            "three": counter("third", 7),
            "box": core("VBoxModel", children=["IPY_MODEL_three", "IPY_MODEL_slider"]),
            "slider": core("IntSliderModel", value=3),
            "link": core("LinkModel", **link),
        },
    }


def view(model, still=True):
    """Returns the output that shows a widget, with or without its still picture."""
    data = {VIEW_MIME: {"model_id": model, "version_major": 2, "version_minor": 0}, "text/plain": "Counter()"}
    if still:
        data["text/html"] = STILL.format(model, '<rect width="90" height="20" fill="currentColor"/>')
    return new_output("display_data", data)


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


def cells():
    """List the cells of the sample chapter."""
    check = {CHECK_MIME: {"exercise": "twice", "shown": [{"values": 6}]}, "text/plain": "the check shows 6"}
    drawing = '<svg width="60" height="20"><rect width="60" height="20" fill="currentColor"/></svg>'
    return [
        new_markdown_cell("# A sample chapter\n\nEvery kind of cell, [cited](references.md#he2015).", id="title"),
        code("setup", "import numpy as np", role="setup"),
        new_markdown_cell("## Mathematics and tables\n\n" + FORMULAS, id="formulas"),
        new_markdown_cell(f"{WIDE_FORMULA}\n\n{WIDE_TABLE}\n\n> A remark on the side.\n\n- one\n- two", id="wide"),
        code("table", "layers", shown(text__html=HTML_TABLE, text__plain="a table")),
        code("grown", "#| export sizing\ndef extent(F, dilation=1):\n    return dilation * (F - 1) + 1"),
        code("printed", f"print({'very_' * 30}long)", new_output("stream", name="stdout", text="3 " * 100 + "\n")),
        new_markdown_cell("## Pictures and widgets", id="pictures"),
        code("figure", "figure", shown(image__png=figure(), text__plain="<Figure>"), alt='A line, "up" and down.'),
        code("drawing", "drawing", shown(text__html=drawing, text__plain="svg"), alt="A bar & no more."),
        code("widget", "first", view("one")),
        code("linked", "second", view("two")),
        code("boxed", "VBox([third, slider])", view("box", still=False)),
        new_markdown_cell("## Exercise: twice\n\nWrite `twice(n)`.", id="statement"),
        code("answer", ANSWER, role="answer", exercise="twice", name="twice", hint=["*Add* $n$.", "Add it again."]),
        code(
            "check", "check.show(twice(3))", new_output("display_data", check), role="check", exercise="twice", points=3
        ),
        new_markdown_cell("This paragraph follows the exercise.", id="after"),
        new_markdown_cell("## The end\n\nThat was all.", id="end"),
    ]


def notebook():
    """Make the sample chapter."""
    metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    metadata |= {"language_info": {"name": "python"}, "widgets": {STATE_MIME: widget_state()}}
    return new_notebook(cells=cells(), metadata=metadata)


def write(folder):
    """Write the sample book into a folder; returns the path of its jupyter_book.yml."""
    chapters = folder / "chapters"
    chapters.mkdir(parents=True)
    (chapters / "index.md").write_text(INDEX, encoding="utf-8")
    (chapters / "references.md").write_text(REFERENCES, encoding="utf-8")
    (chapters / "references.bib").write_text(BIB, encoding="utf-8")
    nbformat.write(notebook(), chapters / "02_sample.ipynb")
    book = folder / "jupyter_book.yml"
    book.write_text(BOOK, encoding="utf-8")
    return book
