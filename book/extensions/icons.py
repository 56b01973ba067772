"""Leave out of the site what the theme brings and no page loads: its icons, as a font and as a script of 1.7 MB."""

import shutil
from pathlib import Path


def drop_unused(app, error):
    """Delete from a finished site what no page refers to (event build-finished)."""
    if error is None and app.builder.format == "html":
        static = Path(app.outdir) / "_static"
        for pattern in ("scripts/fontawesome.js*", "scripts/*.map", "styles/*.map", "*-macros.html"):
            for unused in static.glob(pattern):
                unused.unlink()
        shutil.rmtree(static / "vendor" / "fontawesome", ignore_errors=True)


def setup(app):
    """Register with Sphinx."""
    app.connect("build-finished", drop_unused)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
