"""Read the chapters: the table of contents, numbers, the notebooks made ready for the page, exercises as boxes."""

import re
import shutil
from pathlib import Path, PurePosixPath

import nbformat
from docutils import nodes
from sphinx.errors import ExtensionError

from cs231n_course.notebooks import reading
from cs231n_course.notebooks.format import WIDGET_MIME, chapter_number, metadata_of, role
from cs231n_course.notebooks.mistakes import known_mistakes
from cs231n_course.notebooks.pace import minutes_line
from cs231n_course.notebooks.page import prepare
from extensions.figures import place_figures
from extensions.front import ROW
from extensions.notebooks import notebook_line
from extensions.widgets import widget_names

FIGURES = "figures"  # their folder in the site's _static
WORDLESS_HEADER = re.compile(
    r"<th\b([^>]*)>((?:<p>)?\s*(?:<math\b(?:(?!</math>).)*</math>)?\s*(?:</p>)?)</th>", re.DOTALL
)


def with_number(page, number):
    """Put a chapter's number before the title in its first cell: it's in the side bar and the browser's tab, too."""
    title = page.cells[0]
    if number and title.source.startswith("# "):
        title.source = f"# {number} {title.source.removeprefix('# ')}"


def docname(entry, root, source):
    """Returns the name that Sphinx has for a file of the table of contents, which is written relative to `root`."""
    path = (Path(root) / entry["file"]).resolve()
    if not path.is_file():
        raise ExtensionError(f"jupyter_book.yml lists {entry['file']}, but there is no such file.")
    if not path.is_relative_to(source):
        raise ExtensionError(f"jupyter_book.yml lists {entry['file']}, which is not in the source directory, {source}.")
    return str(PurePosixPath(path.relative_to(source).with_suffix("")))


def toctrees(toc, root, source):
    """Returns the table of contents, less its first file (the cover), as hidden toctrees, a new one for each part."""
    parts = [("", [])]
    for entry in toc[1:]:
        if "children" in entry:
            parts += [(entry.get("title", ""), entry["children"]), ("", [])]
        else:
            parts[-1][1].append(entry)
    text = ""
    for title, entries in parts:
        names = "\n".join(docname(entry, root, source) for entry in entries)
        caption = f":caption: {title}\n" if title else ""
        text += f"\n\n```{{toctree}}\n:hidden:\n{caption}\n{names}\n```\n" if names else ""
    return text


def read_chapter(app, name, content):
    """Make a chapter's text ready as Sphinx reads it (event source-read, which may replace content[0])."""
    path = Path(app.env.doc2path(name))
    if path.suffix == ".ipynb":
        nb = nbformat.reads(content[0], as_version=4)
        require_known_widgets(nb, path.name)
        mistakes = known_mistakes(path, reading.exercises(nb, path.name))
        page = prepare(nb, mistakes, notebook_line(path.name, app.config.book_addresses.get("Repository", "")))
        with_number(page, chapter_number(name))
        place_figures(page, Path(app.outdir) / "_static" / FIGURES, f"_static/{FIGURES}")
        content[0] = nbformat.writes(page)
    elif name == app.config.root_doc:
        content[0] += toctrees(app.config.book_toc, app.config.book_root, Path(app.srcdir).resolve())


def require_known_widgets(nb, file_name):
    """Raise ExtensionError if a notebook shows a widget that the site has no module for."""
    known = widget_names()
    for cell in nb.cells:
        for output in cell.get("outputs", []):
            name = output.get("data", {}).get(WIDGET_MIME, {}).get("widget")
            if name is not None and name not in known:
                raise ExtensionError(
                    f"{file_name}, cell {cell.id}: there is no widget {name!r}. Known are: {', '.join(known)}."
                )


def drop_old_figures(app):
    """Delete the figures of the last build: all chapters are read again (event builder-inited)."""
    shutil.rmtree(Path(app.outdir) / "_static" / FIGURES, ignore_errors=True)


def check_cover(app, config):
    """Require that the book begins with the page that opens at the site's address (event config-inited)."""
    first = docname(config.book_toc[0], config.book_root, Path(app.srcdir).resolve())
    if first != config.root_doc:
        raise ExtensionError(f"The table of contents must begin with {config.root_doc}.md; it begins with {first}.")


def box_exercises(app, doctree):
    """Mark exercises (event doctree-read): a section gets a class and its points and ends with its last check."""
    cells = {}
    for node in doctree.findall(nodes.container):
        metadata = metadata_of({"metadata": node.get("cell_metadata")})
        if metadata.get("exercise"):
            cells.setdefault(metadata["exercise"], []).append((node, metadata))
    for parts in cells.values():
        section = parts[0][0].parent
        if isinstance(section, nodes.section) and isinstance(section.parent, nodes.section):
            points = sum(metadata.get("points", 0) for _, metadata in parts)
            box_exercise(section, [node for node, _ in parts if node.parent is section], points)


def box_exercise(section, cells, points):
    """Turn a section into an exercise's box; what follows its last cell moves out, behind it."""
    end = max(section.index(cell) for cell in cells) + 1
    while section.children[end:] and section.children[end].astext().strip().startswith("</"):
        end += 1  # what closes a fold is a node of its own
    after = [node for node in section.children[end:] if not isinstance(node, nodes.section)]
    for node in after:
        section.remove(node)
    place = section.parent.index(section) + 1
    section.parent.children[place:place] = after
    for node in after:
        node.parent = section.parent
    section["classes"].append("exercise")
    worth = f"{points} point{'' if points == 1 else 's'}"
    section.insert(1, nodes.paragraph("", worth, classes=["exercise-points"]))


def offer_next_chapter(app, pagename, templatename, context, doctree):
    """Say what the next chapter is about, for the card at the page's end (event html-page-context): `next_card`."""
    following = app.builder.relations.get(pagename, [None] * 3)[2]
    path = Path(app.env.doc2path(following)) if following else Path()
    if path.suffix == ".ipynb":
        nb = nbformat.read(path, as_version=4)
        title = nb.cells[0].source.partition("\n")[0].removeprefix("# ")
        about = opening_question(nb) or what_one_builds(Path(app.srcdir) / f"{app.config.root_doc}.md", path.name)
        context["next_card"] = {
            "number": chapter_number(following),
            "title": title,
            "about": about,
            "minutes": minutes_line(nb),
        }


def opening_question(nb):
    """Returns the question that a chapter opens with, "" if it opens without one."""
    outputs = [output for cell in nb.cells if role(cell) == "question" for output in cell.outputs]
    live = [output.get("data", {}).get(WIDGET_MIME) for output in outputs]
    return next((one["state"]["ask"] for one in live if one), "")


def what_one_builds(cover, file):
    """Returns what the cover's table of chapters says that one builds in a chapter, "" if it isn't in it."""
    rows = re.finditer(ROW, cover.read_text(encoding="utf-8"), re.MULTILINE)
    return next((row["builds"] for row in rows if row["file"] == file), "")


def mark_number(app, pagename, templatename, context, doctree):
    """Set a chapter's number apart from its title (event html-page-context), so that its colour can be its own."""
    number = chapter_number(pagename)
    if number and "body" in context:
        opening = f'<h1><span class="chapter-number">{number}</span> '
        context["body"] = context["body"].replace(f"<h1>{number} ", opening, 1)


def plain_wordless_headers(app, pagename, templatename, context, doctree):
    """Make plain cells of a table's headers without words (event html-page-context): Markdown demands headers."""
    if "body" in context:
        context["body"] = WORDLESS_HEADER.sub(r"<td\1>\2</td>", context["body"])


def setup(app):
    """Register with Sphinx."""
    app.add_config_value("book_toc", [], "env")
    app.add_config_value("book_root", "", "env")
    app.connect("config-inited", check_cover)
    app.connect("builder-inited", drop_old_figures)
    app.connect("source-read", read_chapter)
    app.connect("doctree-read", box_exercises)
    app.connect("html-page-context", plain_wordless_headers)
    app.connect("html-page-context", offer_next_chapter)
    app.connect("html-page-context", mark_number)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
