"""Build the book as a static site: python book/build.py [--out _build/html]. A warning is an error.

Where the book is published stands in pyproject.toml, under [project.urls]; --site overrides its Documentation.
"""

import argparse
import os
import sys
from pathlib import Path

import yaml
from sphinx.cmd.build import main as sphinx

ROOT = Path(__file__).resolve().parent.parent


def build(book, out, settings):
    """Build the book that a jupyter_book.yml describes, from its cover's folder. Returns Sphinx' exit status.

    settings, {name: value}, override those of conf.py.
    """
    cover = yaml.safe_load(book.read_text(encoding="utf-8"))["project"]["toc"][0]["file"]
    source = (book.parent / cover).parent
    os.environ["CS231N_BOOK"] = str(book)  # conf.py reads it
    strict = ["-W", "--keep-going", "-q", "-E"]  # -E: read all again, for Sphinx cannot see a change in the extensions
    folders = ["-d", str(out.with_name(f"{out.name}-doctrees")), "-c", str(ROOT / "book")]
    overrides = [f"-D{name}={value}" for name, value in settings.items() if value]
    return sphinx(["-b", "html", *strict, *folders, *overrides, str(source), str(out)])


def main():
    """Build as the command line says. Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--book", type=Path, default=ROOT / "jupyter_book.yml", help="the description of the book")
    parser.add_argument("--out", type=Path, default=ROOT / "_build" / "html", help="the folder of the site")
    parser.add_argument("--site", help="the address that the site will have, for its sitemap and canonical links")
    parser.add_argument("--revision", help="the commit of the repository that the notebooks install the kit from")
    args = parser.parse_args()
    settings = {"html_baseurl": args.site, "book_revision": args.revision}
    status = build(args.book.resolve(), args.out.resolve(), settings)
    if status == 0:
        print(f"Open {args.out / 'index.html'} in a browser.")
    return status


if __name__ == "__main__":
    sys.exit(main())
