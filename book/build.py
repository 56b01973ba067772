"""Build the book as a static site: python book/build.py [--out _build/html]. A warning is an error."""

import argparse
import os
import sys
from pathlib import Path

import yaml
from sphinx.cmd.build import main as sphinx

ROOT = Path(__file__).resolve().parent.parent


def build(book, out):
    """Build the book that a jupyter_book.yml describes, from its cover's folder. Returns Sphinx' exit status."""
    cover = yaml.safe_load(book.read_text(encoding="utf-8"))["project"]["toc"][0]["file"]
    source = (book.parent / cover).parent
    os.environ["CS231N_BOOK"] = str(book)  # conf.py reads it
    strict = ["-W", "--keep-going", "-q", "-E"]  # -E: read all again, for Sphinx cannot see a change in the extensions
    folders = ["-d", str(out.with_name(f"{out.name}-doctrees")), "-c", str(ROOT / "book")]
    return sphinx(["-b", "html", *strict, *folders, str(source), str(out)])


def main():
    """Build as the command line says. Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--book", type=Path, default=ROOT / "jupyter_book.yml", help="the description of the book")
    parser.add_argument("--out", type=Path, default=ROOT / "_build" / "html", help="the folder of the site")
    args = parser.parse_args()
    status = build(args.book.resolve(), args.out.resolve())
    if status == 0:
        print(f"Open {args.out / 'index.html'} in a browser.")
    return status


if __name__ == "__main__":
    sys.exit(main())
