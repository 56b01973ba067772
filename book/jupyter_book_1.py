"""For Jupyter Book 1: hide cells of Markdown, too, that are tagged hide-cell. By itself it hides only code."""

import json
from pathlib import Path

HIDE_CELL = "hide-cell"
# As myst-nb writes it for a cell of code. The blank lines begin and end the Markdown.
HIDDEN = """<div class="cell docutils container">
<details class="admonition hide above-input">
<summary aria-label="Toggle hidden content">
<p class="collapsed admonition-title">Show the answer</p>
<p class="expanded admonition-title">Hide the answer</p>
</summary>

{text}

</details>
</div>"""


def hide_markdown(app, name, content):
    """Fold the Markdown of a notebook's tagged cells (event source-read, which may replace content[0])."""
    if Path(app.env.doc2path(name)).suffix != ".ipynb":
        return
    notebook = json.loads(content[0])
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown" and HIDE_CELL in cell["metadata"].get("tags", []):
            cell["source"] = HIDDEN.format(text="".join(cell["source"]))
    content[0] = json.dumps(notebook)


def setup(app):
    """Register with Sphinx."""
    app.connect("source-read", hide_markdown)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
