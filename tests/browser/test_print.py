"""The book on paper: what a browser prints of a chapter."""

import numpy as np
import pypdfium2
import pytest
from visit import ROOT, Visit, served

from cs231n_course.notebooks.format import chapter_files

pytestmark = pytest.mark.browser

CHAPTERS = [path.stem for path in chapter_files(ROOT / "chapters")]
MARGIN = 16 / 297  # of a page's height, above and below: book.css
PAPER = 235  # from here on a grey counts as paper
FULL = 0.75
SHARE = 3 / 30  # of the pages, at most, that are less than full


@pytest.fixture(scope="module")
def printed(tmp_path_factory, real_site, chromium):
    """Print the chapters of the real book; returns {chapter: its pages as arrays of greys}."""
    folder = tmp_path_factory.mktemp("print")
    pages = {}
    with served(real_site, "file") as base:
        for chapter in CHAPTERS:
            visit = Visit(chromium, real_site, base, viewport={"width": 1280, "height": 900}, color_scheme="dark")
            visit.open(f"{chapter}.html")
            visit.page.pdf(path=folder / f"{chapter}.pdf", format="A4", print_background=True)
            visit.context.close()
            document = pypdfium2.PdfDocument(folder / f"{chapter}.pdf")
            pages[chapter] = [np.asarray(page.render(scale=0.5).to_pil().convert("L")) for page in document]
    return pages


def filled(page):
    """Returns how far down a page its last ink is, as a part of the height between its margins."""
    rows = np.flatnonzero((page < PAPER).any(axis=1))
    last = rows.max() / len(page) if len(rows) else 0
    return (last - MARGIN) / (1 - 2 * MARGIN)


def test_few_pages_are_left_half_empty(printed):
    fills = {f"{name}, page {n}": filled(page) for name, one in printed.items() for n, page in enumerate(one[:-1], 1)}
    short = {place: round(fill, 2) for place, fill in fills.items() if fill < FULL}
    assert len(short) <= SHARE * len(fills), short


def test_a_reader_who_reads_in_the_dark_prints_on_white(printed):
    for chapter, pages in printed.items():
        assert all(np.median(page) > PAPER for page in pages), chapter
