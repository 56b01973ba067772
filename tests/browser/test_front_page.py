"""The book's first page: a net at work, and the chapters as cards."""

import pytest
from visit import ROOT, Visit, served

from cs231n_course.notebooks.format import chapter_files

pytestmark = pytest.mark.browser
CHAPTERS = [path.stem for path in chapter_files(ROOT / "chapters")]


def test_the_front_page_shows_a_net_at_work_and_leads_to_every_chapter(real_site, chromium):
    with served(real_site, "file") as base:
        visit = Visit(chromium, real_site, base, viewport={"width": 1280, "height": 900})
        visit.open("index.html")
        page = visit.page
        widget = page.locator("#w-front[data-live]")
        widget.locator(".cs-best", has_text="cat").wait_for()
        box = widget.bounding_box()
        assert box["y"] + box["height"] < 900, "all of it is on the first screen"
        page.locator("#w-front").get_by_role("button", name="ship").click()
        assert "The neuron for ship sees the whole picture." in widget.inner_text()
        cards = page.locator(".chapter-cards a")
        assert [link.split("/")[-1] for link in cards.evaluate_all("all => all.map((a) => a.href)")] == [
            f"{stem}.html" for stem in CHAPTERS
        ]
        assert page.locator(".chapter-cards svg").count() == len(CHAPTERS)
        for text in cards.all_inner_texts():
            assert "min to read" in text
        cards.first.click()
        page.get_by_role("heading", level=1, name="Architecture overview").wait_for()
        visit.context.close()


def test_the_front_pages_markdown_lists_the_chapters_for_other_programs():
    text = (ROOT / "chapters" / "index.md").read_text(encoding="utf-8")
    for stem in CHAPTERS:
        assert f"({stem}.ipynb)" in text
        number = stem.split("_")[0]  # "07a", or "appendix"
        assert (ROOT / "chapters" / "pictures" / f"{number}.svg").exists()
