"""The built site in a real browser: from a server and from disk, with nothing asked of a network."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from visit import ROOT

from cs231n_course.notebooks.format import chapter_files

pytestmark = pytest.mark.browser

CHAPTER = "02_arithmetic_of_space.html"
SAMPLE = "02_sample.html"
OURS = ("first.js", "book.css", "cells.css", "exercises.css", "icons.css", "widgets.css", "page.js", "widgets/page.js")
# After these, widgets have been told how wide they are, and have drawn themselves.
FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
# The rules about what hangs on colours and widths; the others find the same in the same elements.
OF_LOOKS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def violations(opened, only=None):
    """List what axe-core finds, by all rules or some, in the article and the foot: our text, cells and widgets."""
    # Preloading asks for the style sheets again, which a page from disk may not; of what is right nothing is told.
    options = {"preload": False, "resultTypes": ["violations"]}
    options |= {"runOnly": {"type": "rule", "values": only}} if only else {}
    ours = {"include": [[".bd-article"], [".bd-footer-content"]]}
    found = Axe().run(opened.page, context=ours, options=options).response["violations"]
    return [(rule["id"], node["target"], node["failureSummary"]) for rule in found for node in rule["nodes"]]


def is_shown(page, selector):
    """Tell of each element whether it is shown."""
    return [element.is_visible() for element in page.locator(selector).all()]


def test_code_is_copied_by_the_key_for_copying(visit):
    opened = visit(SAMPLE)
    page = opened.page
    page.evaluate(
        "document.addEventListener('copy', (e) => { window.copied = e.clipboardData.getData('text/plain'); })"
    )
    block = page.locator("pre", has_text="def extent").first
    block.click()
    page.keyboard.press("Control+c")
    assert page.evaluate("copied").startswith("def extent(F, dilation=1):")
    page.get_by_text("Code copied").wait_for()
    page.locator("pre", has_text="very_very").first.hover()
    page.locator("div.highlight:hover .copy").click()
    assert page.evaluate("copied").startswith("print(very_")
    page.evaluate("copied = null; getSelection().selectAllChildren(document.querySelector('h1'))")
    page.keyboard.press("Control+c")
    assert page.evaluate("copied") == ""  # what is selected is copied, as ever


@pytest.mark.parametrize("visit", ["http"], indirect=True)
def test_tab_stops_only_where_there_is_something_to_do(visit):
    page = visit(SAMPLE).page
    stops = """() => [...document.querySelectorAll(".bd-article *")].filter((e) => e.tabIndex >= 0)
      .filter((e) => e.checkVisibility() && !e.matches("a, button:not(.copy), input, select, summary, .widget-place"))
      .filter((e) => e.scrollWidth <= e.clientWidth).map((e) => e.outerHTML.slice(0, 80))"""
    assert page.evaluate(stops) == []
    wide = page.locator("pre", has_text="very_very").first
    assert wide.evaluate("block => block.tabIndex") == 0


@pytest.mark.parametrize("visit", ["http"], indirect=True)
def test_hints_and_answer_are_folded_until_asked_for(visit):
    page = visit(SAMPLE).page
    exercise = page.locator("section.exercise").first
    assert "3 points" in exercise.inner_text()
    texts = {"Hint": "Add", "Another hint": "Add it again.", "Show the answer": "return n + n"}
    for title, text in texts.items():
        fold = exercise.locator("details", has=page.get_by_text(title, exact=True))
        content = fold.locator("p, pre").last
        expect(content).to_be_hidden()
        fold.locator("summary").press("Enter")
        expect(content).to_be_visible()
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
    assert violations(opened) == []
    opened.mount_all()
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
def test_print_has_pictures_and_answers_and_nothing_that_opens(visit):
    opened = visit(SAMPLE)
    opened.mount_all()
    page = opened.page
    page.emulate_media(media="print")
    assert is_shown(page, "summary") == [False] * page.locator("summary").count()
    assert is_shown(page, ".widget-view, .widget-foot") == [False] * page.locator(".widget-view, .widget-foot").count()
    assert all(is_shown(page, ".cs231n-still svg, .widget-place ol"))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.get_by_text("It is most of them.")).to_be_visible()
    expect(page.get_by_text("return n + n")).to_be_hidden()
    expect(page.get_by_text("the check shows 6").first).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not page.locator("details.answer").evaluate("fold => fold.open")


@pytest.mark.parametrize("visit", ["file"], indirect=True)
def test_a_reader_without_javascript_has_everything_but_the_motion(visit):
    page = visit(SAMPLE, java_script_enabled=False).page
    assert all(is_shown(page, ".widget-place svg, .widget-place p, .widget-place ol"))
    page.get_by_text("The answer: What part of all weights?", exact=True).click()
    expect(page.get_by_text("It is most of them.")).to_be_visible()
    page.get_by_text("Hint", exact=True).click()
    expect(page.get_by_text("Add").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_text("It is most of them.")).to_be_visible()


@pytest.mark.parametrize("visit", ["http"], indirect=True)
def test_a_phone_scrolls_wide_things_in_their_own_boxes(visit):
    page = visit(SAMPLE, viewport={"width": 390, "height": 844}).page
    assert page.evaluate(WIDER) == 0
    boxes = ".formula, .pst-scrollable-table-container, .output.text_html, div.highlight pre"
    scrolls = "all => all.filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth).length"
    scrolling = page.locator(boxes).evaluate_all(scrolls)
    assert scrolling == 5


@pytest.mark.parametrize("visit", ["file"], indirect=True)
@pytest.mark.parametrize("width", [390, 1280])
def test_code_and_what_it_prints_are_large_enough_to_read(visit, width):
    page = visit(SAMPLE, viewport={"width": width, "height": 844}).page
    sizes = """() => [...document.querySelectorAll(".bd-article :is(section > p:not([class]), div.highlight pre)")]
      .map((node) => [node.tagName, parseFloat(getComputedStyle(node).fontSize)])"""
    found = page.evaluate(sizes)
    text = next(size for tag, size in found if tag == "P")
    assert {tag for tag, _ in found} == {"P", "PRE"}
    assert min(size for _, size in found) >= 0.799 * text


@pytest.mark.parametrize("visit", ["http"], indirect=True)
@pytest.mark.parametrize("width", [390, 1280])
def test_the_card_at_a_page_s_end_leads_to_the_next_chapter(visit, width):
    opened = visit("index.html", viewport={"width": width, "height": 844})
    page = opened.page
    card = page.get_by_role("navigation", name="Before and after this page").get_by_role("link")
    assert page.evaluate(WIDER) == 0
    assert card.bounding_box()["height"] > 60
    card.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/02_sample.html")
    assert page.locator(".bd-article h1").inner_text().startswith("02 A sample chapter")


@pytest.mark.parametrize("visit", ["http"], indirect=True)
def test_an_exercise_s_folds_stand_in_a_row_until_one_is_opened(visit):
    page = visit(SAMPLE).page
    folds = page.locator("section.exercise").first.locator("> details")
    boxes = [fold.bounding_box() for fold in folds.all()]
    assert len({box["y"] for box in boxes}) == 1
    folds.first.locator("summary").click()
    first, second = (fold.bounding_box() for fold in folds.all()[:2])
    assert second["y"] >= first["y"] + first["height"]


def test_search_finds_a_page(visit):
    opened = visit("search.html?q=sample")
    opened.page.locator("#search-results a").first.wait_for()
    assert "A sample chapter" in opened.page.locator("#search-results").inner_text()


def test_the_cover_leads_to_the_chapters(read):
    page = read("index.html").page
    page.locator(f".bd-sidebar-primary a[href='{CHAPTER}']").click()
    page.wait_for_url(f"**/{CHAPTER}")
    expect(page.locator("h1").last).to_be_visible()


@pytest.mark.parametrize("read", ["file"], indirect=True)
def test_a_reference_leads_to_its_entry(read):
    page = read("references.html#krizhevsky2012").page
    assert "ImageNet" in page.locator(":target").inner_text()


def test_the_chapters_widgets_move_by_key_and_by_mouse(read):
    opened = read(CHAPTER)
    page = opened.page
    opened.mount_all()
    assert page.locator(".widget-view").count() == page.locator(".widget-place").count() > 0
    output = page.locator("[role=grid][aria-label^=Output]").first
    chosen = output.locator("[tabindex='0']")
    assert chosen.get_attribute("aria-label").startswith("y[0, 1, 1]")
    chosen.press("ArrowRight")
    assert chosen.get_attribute("aria-label").startswith("y[0, 1, 2]")
    output.locator("[role=row]").nth(2).locator("[role=gridcell]").first.click()
    assert chosen.get_attribute("aria-label").startswith("y[0, 2, 0]")


@pytest.mark.parametrize("read", ["http"], indirect=True)
@pytest.mark.parametrize("chapter", [path.stem for path in chapter_files(ROOT / "chapters") if path.stem[0].isdigit()])
def test_a_chapter_is_readable_everywhere(read, chapter):
    opened = read(f"{chapter}.html", color_scheme="dark", viewport={"width": 390, "height": 844})
    opened.mount_all()
    assert opened.page.evaluate(WIDER) == 0
    assert violations(opened) == []
    opened.page.emulate_media(color_scheme="light")
    opened.page.set_viewport_size({"width": 1280, "height": 844})
    opened.page.wait_for_function("innerWidth === 1280 && document.documentElement.dataset.theme === 'light'")
    opened.page.evaluate(FRAMES)
    assert opened.page.evaluate(WIDER) == 0
    assert violations(opened, OF_LOOKS) == []


@pytest.mark.parametrize("read", ["http"], indirect=True)
def test_a_chapter_is_light(read):
    opened = read(CHAPTER)
    opened.mount_all()
    opened.page.wait_for_load_state("networkidle")
    weights = opened.weights()
    assert sum(weights.values()) < 400_000
    assert weights[CHAPTER] < 80_000
    assert sum(weights[f"static/{name}"] for name in OURS) < 20_000
