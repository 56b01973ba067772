"""Sphinx's settings. The book itself (title, chapters) is described in jupyter_book.yml; which version it is, and where
it is published, stands in the pyproject.toml beside it.

    sphinx-build -b html -W --keep-going -q -d _build/doctrees -c book chapters _build/html

CS231N_BOOK names another jupyter_book.yml, whose chapters then lie in the source directory given.
"""

import os
import sys
import tomllib
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

BOOK = Path(os.environ.get("CS231N_BOOK", HERE.parent / "jupyter_book.yml")).resolve()
described = yaml.safe_load(BOOK.read_text(encoding="utf-8"))["project"]

PYPROJECT = BOOK.parent / "pyproject.toml"
distribution = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"] if PYPROJECT.exists() else {}
project = described["title"]
release = distribution.get("version", "")
author = ", ".join(person["name"] for person in described.get("authors", []))
extensions = [
    "myst_nb",
    "sphinxcontrib.bibtex",
    "extensions.about",
    "extensions.chapters",
    "extensions.citations",
    "extensions.front",
    "extensions.hosts",
    "extensions.mathml",
    "extensions.notebooks",
    "extensions.widgets",
]
exclude_patterns = ["**.ipynb_checkpoints"]
book_toc = described["toc"]
book_root = str(BOOK.parent)
book_addresses = distribution.get("urls", {})

nb_execution_mode = "off"  # tools/execute.py executes the chapters: a build computes nothing
nb_ipywidgets_js = {}  # nothing from a network: extensions.widgets brings what the course's own widgets need
myst_enable_extensions = ["amsmath", "dollarmath"]
myst_heading_anchors = 4

html_math_renderer = "mathml"
bibtex_bibfiles = [str(BOOK.parent / name) for name in described.get("bibliography", [])]
bibtex_default_style = "plain"
bibtex_cite_id = "{key}"  # so that references.md#he2015 is an address
suppress_warnings = ["bibtex.missing_field"]

html_theme = "sphinx_book_theme"
html_title = project
html_baseurl = book_addresses.get("Documentation", "")
html_static_path = ["_static"]
templates_path = ["_templates"]
html_css_files = ["book.css", "icons.css", "cells.css", "exercises.css", "widgets.css", "front.css"]
html_js_files = [("first.js", {"priority": 0}), "page.js"]
html_context = {"default_mode": "auto"}  # without it the theme logs an error on a first visit
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_show_sphinx = False
html_use_index = False
html_theme_options = {
    "article_header_start": ["toggle-primary-sidebar.html"],
    "back_to_top_button": False,
    "footer_content_items": ["colophon.html"],
    "navbar_persistent": [],
    "search_bar_text": "Search the book",
    "show_toc_level": 2,
    "toc_title": "On this page",
    "use_download_button": False,
    "use_fullscreen_button": False,
}
