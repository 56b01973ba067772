"""The built site in a real browser: from a server and from disk, with nothing asked of a network."""

import pytest
import sample_book
from axe_playwright_python.sync_playwright import Axe
from visit import ROOT, Visit, build, served

pytestmark = pytest.mark.browser

CHAPTER = "02_arithmetic_of_space.html"
SAMPLE = "02_sample.html"
OURS = ("book.css", "cells.css", "exercises.css", "page.js", "widgets.js")
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def built(book, folder):
    """Build a book into a folder, without a warning."""
    result = build(book, folder / "site")
    assert result.returncode == 0, result.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def sample(tmp_path_factory, chromium):
    """Build the sample book, once there is a browser to look at it."""
    folder = tmp_path_factory.mktemp("sample")
    return built(sample_book.write(folder), folder)


@pytest.fixture(scope="module")
def book(tmp_path_factory, chromium):
    """Build the real book."""
    return built(ROOT / "jupyter_book.yml", tmp_path_factory.mktemp("book"))


@pytest.fixture(params=["http", "file"])
def visit(request, chromium, sample):
    """Open windows on the sample by http and from disk; at the end nothing may have gone wrong in them."""
    yield from visits(chromium, sample, request.param)


@pytest.fixture(params=["http", "file"])
def read(request, chromium, book):
    """Open windows on the real book, likewise."""
    yield from visits(chromium, book, request.param)


def visits(chromium, site, by):
    """Give a function that opens a window on a site with a page in it; close all, and require quiet, at the end."""
    opened = []
    with served(site, by) as base:

        def open_page(name, **window):
            opened.append(Visit(chromium, site, base, **{"viewport": {"width": 1280, "height": 900}, **window}))
            opened[-1].open(name)
            return opened[-1]

        yield open_page
        for one in opened:
            one.context.close()
    for one in opened:
        one.require_quiet()


def violations(opened):
    """List what axe-core finds in the article: our text, our cells and our widgets."""
    quietly = {"preload": False}  # or axe-core asks for the style sheets again, which a page from disk may not
    found = Axe().run(opened.page, context=".bd-article", options=quietly).response["violations"]
    return [(rule["id"], node["target"], node["failureSummary"]) for rule in found for node in rule["nodes"]]


def is_shown(page, selector):
    """Tell of each element whether it is shown."""
    return [element.is_visible() for element in page.locator(selector).all()]


def test_widgets_are_live_and_linked(visit):
    page = visit(SAMPLE).page
    buttons = page.locator(".counter")
    assert buttons.all_inner_texts() == ["first: 5", "second: 5", "third: 7"]
    buttons.nth(0).click()
    buttons.nth(1).press("Enter")
    assert buttons.all_inner_texts() == ["first: 7", "second: 7", "third: 7"]
    assert page.locator("output").all_inner_texts() == ["2,3,1, second", "no bytes, alone", "no bytes, alone"]
    assert page.locator("style[data-widget]").count() == 1
    assert "IntSlider" in page.locator(".widget-note").inner_text()


@pytest.mark.parametrize("visit", ["http"], indirect=True)
def test_hints_and_answer_are_folded_until_asked_for(visit):
    page = visit(SAMPLE).page
    exercise = page.locator("section.exercise")
    assert "3 points" in exercise.inner_text()
    texts = {"Hint": "Add", "Another hint": "Add it again.", "Show the answer": "return n + n"}
    for title, text in texts.items():
        fold = exercise.locator("details", has=page.get_by_text(title, exact=True))
        content = fold.locator("p, pre").last
        assert not content.is_visible()
        fold.locator("summary").press("Enter")
        assert content.is_visible()
        assert text in content.inner_text()


@pytest.mark.parametrize("visit", ["file"], indirect=True)
def test_formulas_are_drawn_without_a_script(visit):
    page = visit(SAMPLE).page
    heights = page.locator("math").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert len(heights) == 7
    assert min(heights) > 8


@pytest.mark.parametrize("visit", ["http"], indirect=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_of_ours_is_hard_to_read_or_operate(visit, scheme):
    opened = visit(SAMPLE, color_scheme=scheme)
    for summary in opened.page.locator("summary").all():
        summary.click()
    assert violations(opened) == []


@pytest.mark.parametrize("visit", ["http"], indirect=True)
def test_the_reader_can_choose_the_colours(visit):
    page = visit(SAMPLE, color_scheme="light").page
    colour = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(colour)
    page.locator("button.theme-switch-button").first.click()
    page.locator("button.theme-change-button[data-mode=dark]").first.click()
    page.wait_for_function("document.documentElement.dataset.theme == 'dark'")
    assert page.evaluate(colour) != light
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


@pytest.mark.parametrize("visit", ["file"], indirect=True)
def test_print_shows_the_still_pictures(visit):
    page = visit(SAMPLE).page
    assert is_shown(page, ".widget-picture") == [False, False]
    page.emulate_media(media="print")
    assert is_shown(page, ".widget-picture") == [True, True]
    assert is_shown(page, ".counter") == [False, False, True]


@pytest.mark.parametrize("visit", ["file"], indirect=True)
def test_a_reader_without_javascript_has_everything_but_the_motion(visit):
    page = visit(SAMPLE, java_script_enabled=False).page
    assert is_shown(page, ".widget-picture svg") == [True, True]
    assert "needs JavaScript" in page.locator(".widget-note").inner_text()
    page.get_by_text("Hint", exact=True).click()
    assert page.get_by_text("Add").first.is_visible()


@pytest.mark.parametrize("visit", ["http"], indirect=True)
def test_a_phone_scrolls_wide_things_in_their_own_boxes(visit):
    page = visit(SAMPLE, viewport={"width": 390, "height": 844}).page
    assert page.evaluate(WIDER) == 0
    boxes = ".formula, .pst-scrollable-table-container, .output.text_html, div.highlight pre"
    scrolling = page.locator(boxes).evaluate_all("all => all.filter(one => one.scrollWidth > one.clientWidth).length")
    assert scrolling == 5


def test_search_finds_a_page(visit):
    opened = visit("search.html?q=sample")
    opened.page.locator("#search-results a").first.wait_for()
    assert "A sample chapter" in opened.page.locator("#search-results").inner_text()


def test_the_cover_leads_to_the_chapters(read):
    page = read("index.html").page
    page.locator(f".bd-sidebar-primary a[href='{CHAPTER}']").click()
    page.wait_for_url(f"**/{CHAPTER}")
    assert page.locator("h1").last.is_visible()


@pytest.mark.parametrize("read", ["file"], indirect=True)
def test_a_reference_leads_to_its_entry(read):
    page = read("references.html#krizhevsky2012").page
    assert "ImageNet" in page.locator(":target").inner_text()


def test_the_chapters_widgets_move_by_key_and_by_mouse(read):
    page = read(CHAPTER).page
    views = page.locator("script[type='application/vnd.jupyter.widget-view+json']").count()
    assert views > 0
    assert page.locator(".widget-view").count() == views
    assert page.locator(".widget-note").count() == 0
    output = page.locator("[role=grid][aria-label^=Output]").first
    chosen = output.locator("[tabindex='0']")
    assert chosen.get_attribute("aria-label").startswith("y[0, 0, 0]")
    chosen.press("ArrowRight")
    assert chosen.get_attribute("aria-label").startswith("y[0, 0, 1]")
    output.locator("[role=row]").nth(2).locator("[role=gridcell]").first.click()
    assert chosen.get_attribute("aria-label").startswith("y[0, 2, 0]")


@pytest.mark.parametrize("read", ["http"], indirect=True)
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_a_chapter_is_readable_everywhere(read, scheme, width):
    opened = read(CHAPTER, color_scheme=scheme, viewport={"width": width, "height": 844})
    assert opened.page.evaluate(WIDER) == 0
    assert violations(opened) == []


@pytest.mark.parametrize("read", ["http"], indirect=True)
def test_a_chapter_is_light(read):
    opened = read(CHAPTER)
    opened.page.wait_for_load_state("networkidle")
    weights = opened.weights()
    assert sum(weights.values()) < 1_600_000
    assert sum(weights[f"_static/{name}"] for name in OURS) < 20_000
