"""Make of a chapter's notebook what its page in the book shows: widgets in their places, and what is folded, folded.

A fold is a line to click, a <details>. It opens in one cell of Markdown and closes in another, with cells in between.
"""

import ast
import base64
import copy
import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from cs231n_course.notebooks.format import (
    CHECK_MIME,
    WIDGET_MIME,
    Export,
    derived_id,
    export_of,
    metadata_of,
    role,
    without_export,
    without_solution_marks,
)
from cs231n_course.notebooks.hints import hint_cell
from cs231n_course.notebooks.jupyter_book import ANSWER_LINE, REMOVE_INPUT, folded_code_line, unmark
from cs231n_course.notebooks.mistakes import Mistake
from cs231n_course.notebooks.pace import pace_line
from cs231n_course.notebooks.reading import OPTION, edges_of

QUESTION_WIDGET = "predict"  # the widget that asks, and answers at once where it knows what is right
_IMAGE = re.compile(r'<img [^>]*?src="data:image/svg\+xml;base64,(?P<svg>[^"]+)"[^>]*>')
_LEAST_WIDTH = re.compile(r"min-width:(\d+)px")
_FIGCAPTION = re.compile(r"<figcaption>.*?</figcaption>", re.DOTALL)
_FILE = re.compile(r"cs231n_kit/\S+\.py")


def prepare(
    nb: NotebookNode, mistakes: Mapping[str, Sequence[Mistake]] | None = None, notebook_line: str = ""
) -> NotebookNode:
    """Returns a copy of a chapter's notebook, changed for the page. mistakes are its known wrong answers.

    A widget gets a place that holds its state and its still picture, a drawing becomes part of the page, and a check
    keeps its readable line alone. Kit code, checks, answers and hints are folded. The first cell says how long the
    chapter takes and, in `notebook_line` (Markdown), where its notebook is.
    """
    page = copy.deepcopy(nb)
    for cell in page.cells:
        unmark(cell)
    title = next((cell for cell in page.cells if cell.cell_type == "markdown"), None)
    if title is not None:
        title.source = _with_lines_below_title(title.source, pace_line(page), notebook_line)
    edges = {metadata_of(cell)["exercise"]: edges_of(cell) for cell in page.cells if role(cell) == "check"}
    judged = {metadata_of(cell)["exercise"]: cell for cell in page.cells if metadata_of(cell).get("ask")}
    asked = _asked(page)
    cells: list[NotebookNode] = []
    for fold, group in groupby(page.cells, _common_fold):
        members = list(group)
        if fold is None:
            for cell in members:
                cells += _cells_on_page(cell, cells, mistakes or {}, edges)
        elif fold[0] == "answer":
            inner = [one for cell in members for one in _cells_on_page(cell, [], {}, {})]
            line = f"The answer: {html.escape(asked[fold[1]])}" if asked.get(fold[1]) else "The answer"
            cells += _folded(inner, line, members[0], f'class="answer" data-question="{html.escape(fold[1])}"')
        elif fold[1] in judged:
            cells += _judgement(judged[fold[1]], members, cells)
        else:
            for cell in members:
                _for_page(cell)
            cells += _folded(members, _checks_line(members), members[0], 'class="checks"')
    page.cells = cells
    return page


def _asked(nb: NotebookNode) -> dict[str, str]:
    """Returns {question's id: what it asks}, from the widgets that ask."""
    live = [output.get("data", {}).get(WIDGET_MIME) for cell in nb.cells for output in cell.get("outputs", [])]
    return {one["state"]["question"]: one["state"]["ask"] for one in live if one and one["widget"] == QUESTION_WIDGET}


def _common_fold(cell: NotebookNode) -> tuple[str, str] | None:
    """Returns what a cell is folded together with: an answer to a question, an exercise's checks, or nothing (None)."""
    own = metadata_of(cell)
    if own.get("reveals"):
        return "answer", own["reveals"]
    return ("checks", own["exercise"]) if own.get("role") == "check" else None


def _cells_on_page(
    cell: NotebookNode,
    before: Sequence[NotebookNode],
    mistakes: Mapping[str, Sequence[Mistake]],
    edges: Mapping[str, Sequence[float]],
) -> list[NotebookNode]:
    """Returns the cells that stand on the page for one cell of the chapter, which is changed."""
    if cell.cell_type != "code":
        return [cell]
    own, export = metadata_of(cell), export_of(cell.source)
    if own.get("ask"):
        text, exercise = before[-1] if before else None, own["exercise"]
        return [*_hints(cell), *_question(cell, text, mistakes.get(exercise, ()), edges.get(exercise, ()))]
    line = folded_code_line(cell)
    _for_page(cell)
    if role(cell) == "question":
        return [_without_input(cell)]
    if role(cell) == "answer":
        return [*_hints(cell), *_folded(_labelled(cell, export), ANSWER_LINE, cell, 'class="solution"')]
    return _folded_code(cell, _line_of_fold(line)) if line else _labelled(cell, export)


def _for_page(cell: NotebookNode) -> None:
    """Change a code cell's source and outputs to what the page shows of them."""
    widgets = 0
    for output in cell.outputs:
        data = output.get("data", {})
        data.pop(CHECK_MIME, None)
        widget = data.pop(WIDGET_MIME, None)
        if "text/html" in data:
            data["text/html"] = inline_drawings(data["text/html"])
        if widget:
            widgets += 1
            id = f"w-{cell.id}" if widgets == 1 else f"w-{cell.id}-{widgets}"
            data["text/html"] = _place(id, widget, _captioned(data["text/html"], widget["state"].get("caption", "")))
    cell.source = without_export(without_solution_marks(cell.source))


# ---- folds ---------------------------------------------------------------------------------------------------------


def _folded(cells: Iterable[NotebookNode], line: str, named_by: NotebookNode, attributes: str) -> list[NotebookNode]:
    """Returns cells behind a line to click. The line is HTML; the ids of the new cells come from a cell's id."""
    opening = f"<details {attributes}>\n<summary><span>{line}</span></summary>"  # a span, or its parts are set apart
    begin = new_markdown_cell(opening, id=derived_id(named_by, "fold"))
    return [begin, *cells, new_markdown_cell("</details>", id=derived_id(named_by, "end"))]


def _folded_code(cell: NotebookNode, line: str) -> list[NotebookNode]:
    """Returns a cell whose source stands behind a line to click; what it shows stays in sight."""
    if not cell.outputs:
        return _folded([cell], line, cell, 'class="fold"')
    source = copy.deepcopy(cell)
    source.id, source.outputs = derived_id(cell, "source"), []
    return [*_folded([source], line, cell, 'class="fold"'), _without_input(cell)]


def _line_of_fold(line: str) -> str:
    """Returns what a fold of code says, as HTML."""
    return _FILE.sub(r"<code>\g<0></code>", html.escape(line))


def _checks_line(checks: Sequence[NotebookNode]) -> str:
    """Returns what the fold of an exercise's checks says: "3 checks, 3 points"."""
    points = sum(metadata_of(check).get("points", 0) for check in checks)
    return ", ".join(f"{n:g} {what}{'' if n == 1 else 's'}" for n, what in [(len(checks), "check"), (points, "point")])


def _labelled(cell: NotebookNode, export: Export | None) -> list[NotebookNode]:
    """Returns a code cell, below a label that says which file of the kit it goes into, if it goes into one."""
    if not export:
        return [cell]
    label = f"```{{container}} goes-into\ngoes into `{export.file}`\n```"
    return [new_markdown_cell(label, id=derived_id(cell, "file")), cell]


def _hints(answer: NotebookNode) -> list[NotebookNode]:
    hints = hint_cell(answer)
    return [hints] if hints else []


def _without_input(cell: NotebookNode) -> NotebookNode:
    cell.metadata.setdefault("tags", []).append(REMOVE_INPUT)
    return cell


def _with_lines_below_title(source: str, *lines: str) -> str:
    """Returns a chapter's first cell with lines of Markdown, each a paragraph, below its heading."""
    title, _, text = source.partition("\n")
    below = "\n\n".join(filter(None, lines))
    return f"{title}\n\n```{{container}} pace\n{below}\n```\n{text}" if title.startswith("# ") else source


# ---- widgets and drawings ------------------------------------------------------------------------------------------


def inline_drawings(text: str) -> str:
    """Returns HTML with its drawings, <img> of SVG, as the SVG itself, which takes the page's colours.

    One that must not shrink further than to a width says so in its style, and keeps that.
    """

    def inline(image: re.Match[str]) -> str:
        svg = base64.b64decode(image["svg"]).decode()
        least = _LEAST_WIDTH.search(image[0])
        return svg.replace("<svg", f'<svg style="min-width:{least[1]}px"', 1) if least else svg

    # The rest of the look is the page's own, and what scrolls gets its place in the Tab order while it does.
    figure = re.compile(r'<figure class="cs231n-still"[^>]*>')
    return figure.sub('<figure class="cs231n-still">', _IMAGE.sub(inline, text))


def _captioned(still: str, caption: str) -> str:
    """Returns a widget's still picture under its caption; the words for its state are the picture's label already."""
    return _FIGCAPTION.sub(lambda _: f"<figcaption>{html.escape(caption)}</figcaption>", still)


def widget_place(cell: NotebookNode, id: str, changes: Mapping[str, Any]) -> str | None:
    """Returns the place of the widget that a cell shows, as HTML, with other settings; None if it shows none."""
    for output in cell.get("outputs", []):
        data = output.get("data", {})
        if WIDGET_MIME in data:
            state = {**data[WIDGET_MIME]["state"], **changes}
            still = _captioned(inline_drawings(data["text/html"]), state.get("caption", ""))
            return _place(id, {**data[WIDGET_MIME], "state": state}, still)
    return None


def _place(id: str, widget: Mapping[str, Any], still: str) -> str:
    """Returns the place of a widget: what its module starts from, and what stands there until it does, and in print."""
    start = {key: widget[key] for key in ("state", "keep") if key in widget}
    body = json.dumps(start, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    opening = f'<div class="widget-place" id="{id}" data-widget="{html.escape(widget["widget"])}">'
    return f'{opening}<script type="application/json">{body}</script>{still}</div>'


# ---- exercises of judgement ----------------------------------------------------------------------------------------


def _question(
    answer: NotebookNode, text: NotebookNode | None, mistakes: Sequence[Mistake], edges: Sequence[float]
) -> list[NotebookNode]:
    """Returns an exercise that asks for a judgement as a question that says at once whether the guess is right.

    Its choices are the numbered list in the text above, which moves into the widget's place: there it stands until the
    widget does, and in print.
    """
    own = metadata_of(answer)
    ask = own["ask"]
    state: dict[str, Any] = {"question": own["exercise"], "ask": own.get("title", ""), "kind": ask["kind"]}
    state |= {"unit": ask.get("unit", ""), "guess": None, "shown": False}
    choices = ""
    if ask["kind"] == "cell":
        state["cells"] = ask["cells"]
    elif ask["kind"] == "choice" and text is not None:
        items = list(OPTION.finditer(text.source))
        first = max(place for place, item in enumerate(items) if item[1] == "1")
        choices = text.source[items[first].start() : items[-1].end()]
        text.source = text.source.replace(choices, "").rstrip()
        state["choices"] = [_plain(item[2]) for item in items[first:]]
    state |= {"right": _guess(answer.source, own), "edges": list(edges), "why": own.get("why", "")}
    state["replies"] = [{"guess": _guess(one.source, own), "words": one.words} for one in mistakes]
    place = _place(f"w-{answer.id}", {"widget": QUESTION_WIDGET, "state": state, "keep": []}, "")
    begin = new_markdown_cell(place.removesuffix("</div>"), id=derived_id(answer, "place"))
    inner = [new_markdown_cell(choices, id=derived_id(answer, "choices"))] if choices else []
    return [begin, *inner, new_markdown_cell("</div>", id=derived_id(answer, "end"))]


def _judgement(
    answer: NotebookNode, checks: Sequence[NotebookNode], before: Sequence[NotebookNode]
) -> list[NotebookNode]:
    """Returns the right answer of a judgement and the reason for it, folded; its choices stand in the cells before."""
    own = metadata_of(answer)
    value, ask = _guess(answer.source, own), own["ask"]
    if ask["kind"] == "choice":
        choices = next(cell for cell in reversed(before) if cell.id == derived_id(answer, "choices"))
        said = OPTION.findall(choices.source)[value][1]
    elif ask["kind"] == "cell":
        said = f"Row {value[0]}, column {value[1]}."
    else:
        said = f"{value:,} {ask.get('unit', '')}".strip() + "."
    text = new_markdown_cell(f"{said} {own.get('why', '')}".strip(), id=derived_id(answer, "right"))
    _for_page(answer)
    own["points"] = sum(metadata_of(check).get("points", 0) for check in checks)  # the box of the exercise says them
    return _folded([text, answer], ANSWER_LINE, text, 'class="solution"')


def _guess(source: str, own: Mapping[str, Any]) -> Any:
    """Returns what an answer cell's source sets its name to, as the widget has it: choices are counted from 0 there."""
    values = [
        ast.literal_eval(node.value)
        for node in ast.parse(source).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == own["name"]
    ]
    value = values[-1]
    return value - 1 if own["ask"]["kind"] == "choice" else list(value) if isinstance(value, tuple) else value


def _plain(markdown: str) -> str:
    """Returns a choice without Markdown's marks, on one line."""
    return re.sub(r"\s+", " ", re.sub(r"[*`$]", "", markdown)).strip()
