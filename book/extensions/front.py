"""The front page: a widget out of a chapter, alive and small, and the chapters as cards.

chapters/index.md is plain Markdown, which any program shows. A comment in it, `<!-- widget: FILE#CELL -->`, becomes
that cell's widget, and its table of chapters becomes cards.
"""

import html
import re
from pathlib import Path

import nbformat
from sphinx.errors import ExtensionError

from cs231n_course.notebooks.format import chapter_number
from cs231n_course.notebooks.pace import minutes_line
from cs231n_course.notebooks.page import widget_place

WIDGET = re.compile(r"^<!-- widget: (\S+\.ipynb)#(\S+) -->$", re.MULTILINE)
ROW = r"^\| !\[\]\((?P<picture>[^)]+)\) \| \[(?P<title>[^\]]+)\]\((?P<file>[^)]+\.ipynb)\) \| (?P<builds>.+?) \|$"
CAPTION = "Every dot is a neuron. Point at one: the frame on the cat is what it sees."


def read_front_page(app, name, content):
    """Put the widget and the cards into the page that opens at the site's address (event source-read)."""
    if name != app.config.root_doc:
        return
    folder = Path(app.srcdir)
    text = WIDGET.sub(lambda found: front_widget(folder / found[1], found[2]), content[0])
    rows = list(re.finditer(ROW, text, re.MULTILINE))
    if rows:
        start = text.rindex("| | |", 0, rows[0].start())
        text = text[:start] + cards(folder, rows) + text[rows[-1].end() :]
    content[0] = text


def front_widget(path, cell_id):
    """Returns a chapter's widget as it stands on the front page: without its task, and compact."""
    nb = nbformat.read(path, as_version=4)
    cell = next((cell for cell in nb.cells if cell.id == cell_id), None)
    changes = {"compact": True, "task": "", "goal": {}, "why": "", "caption": CAPTION}
    place = widget_place(cell, "w-front", changes) if cell else None
    if place is None:
        raise ExtensionError(f"The front page asks for the widget of cell {cell_id} in {path.name}; there is none.")
    return place


def cards(folder, rows):
    """Returns the chapters as cards, in HTML: picture, number, title, what one builds, minutes."""
    return f'<ol class="chapter-cards">{"".join(card(folder, row) for row in rows)}</ol>\n'


def card(folder, row):
    """Returns the card of one chapter."""
    path = folder / row["file"]
    picture = (folder / row["picture"]).read_text(encoding="utf-8").strip()
    number = chapter_number(path.stem)
    label = f'<span class="card-number">{number}</span> ' if number else ""
    minutes = minutes_line(nbformat.read(path, as_version=4))
    return (
        f'<li><a href="{path.stem}.html">{picture}<span class="card-title">{label}{html.escape(row["title"])}</span>'
        f'<span class="card-builds">{html.escape(row["builds"])}</span>'
        f'<span class="card-minutes">{minutes}</span></a></li>'
    )


def setup(app):
    """Register with Sphinx."""
    app.connect("source-read", read_front_page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
