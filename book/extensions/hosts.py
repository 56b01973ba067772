"""Make the finished site one that every static host serves whole.

Sphinx puts what its pages load into folders whose names begin with "_". GitHub Pages leaves such folders out unless it
finds a file `.nojekyll`, and other hosts leave them out in any case. So here they lose their "_".
"""

import re
import shutil
from pathlib import Path

# What the theme brings and no page loads: icons as a font and a script of 1.7 MB, logos, translations, source maps.
UNUSED = (
    "locales",
    "vendor",
    "images",
    "scripts/fontawesome.js*",
    "scripts/*.map",
    "styles/*.map",
    "*-macros.html",
)
LAST = 900  # the priority that puts a listener behind all others


def finish(app, error):
    """Make a finished site ready for any host (event build-finished)."""
    if error is None and app.builder.format == "html":
        site = Path(app.outdir)
        drop_unused(site / "_static")
        for notes in site.glob(".buildinfo*"):  # Sphinx' own, for builds that read only what changed
            notes.unlink()
        drop_underscores(site)
        (site / ".nojekyll").touch()


def drop_unused(static):
    """Delete from a site's static files what no page refers to."""
    for pattern in UNUSED:
        for unused in static.glob(pattern):
            if unused.is_dir():
                shutil.rmtree(unused)
            else:
                unused.unlink()


def drop_underscores(site):
    """Rename a site's folders that begin with "_", over those of the last build, and the pages' links to them."""
    renamed = []
    for folder in site.glob("_*/"):
        new = site / folder.name.lstrip("_")
        shutil.rmtree(new, ignore_errors=True)
        if any(folder.iterdir()):
            folder.rename(new)
            renamed.append(new.name)
        else:
            folder.rmdir()
    link = re.compile(rf'(=")((?:\.\./)*)_({"|".join(renamed)})/')
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(link.sub(r"\1\2\3/", text), encoding="utf-8")


def load_scripts_from_files(app, pagename, templatename, context, doctree):
    """Leave out the theme's scripts that stand in the page (event html-page-context): a strict host refuses them.

    They only set options for what this book doesn't have, versions to choose from and a search while one types.
    """
    context["script_files"] = [script for script in context["script_files"] if script.filename]


def setup(app):
    """Register with Sphinx."""
    app.connect("html-page-context", load_scripts_from_files, priority=LAST)
    app.connect("build-finished", finish, priority=LAST)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
