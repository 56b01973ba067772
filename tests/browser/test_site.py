"""The built site in a real browser: from a server and from disk, with nothing asked of a network."""

import pytest
import sample_book
from axe_playwright_python.sync_playwright import Axe
from visit import ROOT, Visit, build, served

from cs231n_course.notebooks.format import chapter_files

pytestmark = pytest.mark.browser

CHAPTER = "02_arithmetic_of_space.html"
SAMPLE = "02_sample.html"
OURS = ("book.css", "cells.css", "exercises.css", "icons.css", "widgets.css", "page.js", "widgets/page.js")
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
def book(real_site, chromium):
    """Give the real book, once there is a browser to look at it."""
    return real_site


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


def test_a_widget_mounts_when_the_reader_comes_near(visit):
    opened = visit(SAMPLE)
    page = opened.page
    place = page.locator("#w-pooling")
    assert place.locator("svg[role=img]").count() == 1
    assert "_static/widgets/pooling.js" not in opened.files
    place.scroll_into_view_if_needed()
    place.and_(page.locator("[data-live]")).wait_for()
    assert not place.locator(".cs231n-still").is_visible()
    row = place.locator("[role=grid][aria-label^=Output] [tabindex='0']")
    before = row.get_attribute("aria-label")
    row.press("ArrowRight")
    assert row.get_attribute("aria-label") != before
    assert page.locator("script[src*='predict.js']").count() == 1  # the page has it twice


def test_tab_skips_no_question_and_no_widget(visit):
    page = visit(SAMPLE, viewport={"width": 1280, "height": 300}).page
    page.locator("#w-share[data-live]").wait_for()
    page.locator("#w-judged[data-live]").wait_for()
    assert not page.locator("#w-pooling[data-live]").count()
    waiting = page.locator("#w-pooling")
    assert waiting.get_attribute("aria-label") == "pooling, starting"
    assert waiting.evaluate("place => place.tabIndex") == 0
    waiting.focus()
    page.locator("#w-pooling[data-live]").wait_for()
    inside = "id => document.querySelector(id + ' .widget-view').contains(document.activeElement)"
    page.wait_for_function(inside, arg="#w-pooling")
    assert page.evaluate("document.activeElement.type") == "radio"
    assert [waiting.get_attribute(name) for name in ("tabindex", "role", "aria-label")] == [None] * 3


@pytest.mark.parametrize("visit", ["http"], indirect=True)
def test_what_is_being_read_stays_where_it_is_while_a_widget_above_mounts(visit):
    opened = visit(SAMPLE)
    page = opened.page
    page.evaluate("document.querySelector('#the-end').scrollIntoView()")
    page.reload(wait_until="load")  # the browser comes back to the place, and mounts what is near it
    page.locator("#w-pooling[data-live]").wait_for()
    page.wait_for_function("scrollY > 0")
    page.evaluate("document.querySelector('#long, #a-long-way').scrollIntoView()")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    place = page.locator("#w-calculator")
    top = "document.querySelector('#a-long-way').getBoundingClientRect().top"
    before = page.evaluate(top)
    place.and_(page.locator("[data-live]")).wait_for()
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate(top) == pytest.approx(before, abs=1)


def test_a_waiting_widget_takes_about_the_height_that_it_will_have(read):
    opened = read(CHAPTER)
    height = "document.documentElement.scrollHeight"
    before = opened.page.evaluate(height)
    opened.mount_all()
    assert opened.page.evaluate(height) == pytest.approx(before, abs=900)


@pytest.mark.parametrize("visit", ["file"], indirect=True)
def test_a_widget_that_cannot_start_leaves_its_picture(visit):
    opened = visit(SAMPLE)
    opened.page.route("**/pooling.js*", lambda route: route.abort())
    place = opened.page.locator("#w-pooling")
    place.scroll_into_view_if_needed()
    place.get_by_text("This widget did not start, so here is its picture.").wait_for()
    assert place.locator("svg[role=img]").is_visible()
    assert len(opened.said) == 2
    opened.said.clear()


def test_an_address_opens_a_widget_in_its_state(visit):
    page = visit(f"{SAMPLE}#w-calculator?W=12&S=9&K=many&F=2.5&caption=Buy&nothing=1").page
    place = page.locator("#w-calculator")
    place.get_by_role("button", name="Copy link").wait_for()
    assert place.get_by_text("It fits: 2 windows").is_visible()
    assert "Buy" not in place.inner_text()
    assert place.evaluate("place => place.contains(document.activeElement)")
    assert 0 <= place.evaluate("place => place.getBoundingClientRect().top") < 300
    page.evaluate("location.hash = '#w-pooling?kind=average'")
    page.locator("#w-pooling[data-live]").wait_for()
    assert page.locator("#w-pooling").get_by_role("radio", name="average").is_checked()
    page.evaluate("location.hash = '#w-calculator?W=13'")  # from the author's state, not from the last
    place.get_by_text("13×13×1").first.wait_for()
    assert place.get_by_role("spinbutton", name="stride").input_value() == "2"


@pytest.mark.parametrize(
    "hash",
    [
        "#w-nobody?W=1",
        "#w-calculator?W=1e999&S=-1&F=[1,2]&presets=[]&goal={}",
        "#w-calculator?W=%E0%A4%A&%%%=7&__proto__=1",
        "#w-calculator?W=100000000&H=-5&K=0",
        "#w-pooling?x=[[]]&dy=[[1,2],[3]]&row=99&size=77",
        '#w-pooling?x=[["a"]]&x=1&kind="<b>"',
        "#w-share?guess=12&shown=true",
        "#w-judged?right=0",
        "#w-pooling?" + "x" * 5000,
    ],
)
@pytest.mark.parametrize("visit", ["file"], indirect=True)
def test_an_address_that_says_nonsense_does_no_harm(visit, hash):
    opened = visit(f"{SAMPLE}{hash}")
    opened.mount_all()
    assert not opened.page.get_by_text("did not start").count()
    assert not opened.page.locator("details.answer").evaluate("fold => fold.open")


def test_the_address_follows_the_reader_and_can_be_copied(visit):
    opened = visit(SAMPLE)
    page = opened.page
    if page.url.startswith("http"):
        opened.context.grant_permissions(["clipboard-read", "clipboard-write"])
    place = page.locator("#w-calculator")
    place.scroll_into_view_if_needed()
    link = place.get_by_role("button", name="Copy link")
    link.wait_for()
    field = place.get_by_role("spinbutton", name="stride")
    field.fill("7")
    field.press("Enter")
    page.wait_for_url("**#w-calculator?S=7")
    link.press("Enter")
    said = place.get_by_role("status").last
    said.get_by_text("link").wait_for()
    if page.url.startswith("http"):
        assert page.evaluate("navigator.clipboard.readText()") == page.url
    field.fill("2")
    field.press("Enter")
    page.wait_for_url("**#w-calculator")
    assert said.inner_text() == ""


def test_a_guess_is_kept_opens_its_answer_and_is_quoted(visit):
    page = visit(SAMPLE).page
    answer = page.locator("details.answer")
    assert not answer.get_by_text("It is most of them.").is_visible()
    page.locator("#w-share input").fill("54")
    page.locator("#w-share input").press("Enter")
    assert answer.get_by_text("It is most of them.").is_visible()
    page.get_by_role("button", name="Read the answer").press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "The answer: What part of all weights?"
    back = answer.get_by_role("button", name="Back to the question")
    assert back.count() == 1
    back.press("Enter")
    assert page.evaluate("document.activeElement.id") == "w-share"
    assert 0 <= page.locator("#w-share").evaluate("place => place.getBoundingClientRect().top") < 300
    page.emulate_media(media="print")
    assert not back.is_visible()
    page.emulate_media(media="screen")
    assert page.locator(".cs231n-said").inner_text() == "You said 54%. "
    page.reload()
    page.get_by_text("You said 54%.").first.wait_for()
    assert page.locator("details.answer").get_by_text("It is most of them.").is_visible()
    assert page.get_by_role("button", name="Back to the question").count() == 0


@pytest.mark.parametrize("visit", ["file"], indirect=True)
def test_an_answer_can_be_read_without_a_guess(visit):
    page = visit(SAMPLE).page
    page.get_by_role("button", name="Show me").click()
    assert page.locator("details.answer").get_by_text("It is most of them.").is_visible()
    assert page.locator(".cs231n-said").inner_text() == ""


@pytest.mark.parametrize("visit", ["file"], indirect=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ring_around_the_first_setting_is_seen_whole(visit, scheme):
    opened = visit(SAMPLE, color_scheme=scheme)
    opened.mount_all()
    room = """knob => knob.getBoundingClientRect().left
      - knob.closest('.output').getBoundingClientRect().left"""
    assert opened.page.locator("#w-calculator .cs-knob-box").first.evaluate(room) >= 4


@pytest.mark.parametrize("visit", ["http"], indirect=True)
@pytest.mark.parametrize("kept", ["throw new Error('blocked')", "return 'no JSON'", "return '[1]'"])
def test_a_browser_that_keeps_nothing_breaks_nothing(visit, kept):
    opened = visit("index.html")
    opened.context.add_init_script(f"Storage.prototype.getItem = function () {{ {kept} }}")
    opened.context.add_init_script("Storage.prototype.setItem = () => { throw new Error('blocked'); }")
    opened.said.clear()
    opened.page.goto(opened.base + SAMPLE)
    opened.page.locator("#w-share input").fill("54")
    opened.page.locator("#w-share input").press("Enter")
    assert opened.page.locator("details.answer").get_by_text("It is most of them.").is_visible()
    opened.said.clear()  # the theme keeps its colours there, and complains


@pytest.mark.parametrize("visit", ["file"], indirect=True)
def test_an_exercise_of_judgement_gives_its_words_at_once(visit):
    page = visit(SAMPLE).page
    place = page.locator("#w-judged")
    place.scroll_into_view_if_needed()
    place.get_by_label("the width").check()
    place.get_by_role("button", name="Check").click()
    assert place.get_by_text("The width shrinks with each window.").is_visible()
    place.get_by_label("the depth, of course").press("Space")
    place.get_by_role("button", name="Check").press("Enter")
    assert place.get_by_text("That’s right.").is_visible()
    assert not place.locator("ol").is_visible()


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
    assert page.get_by_text("It is most of them.").is_visible()
    assert not page.get_by_text("return n + n").is_visible()
    assert not page.get_by_text("the check shows 6").first.is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not page.locator("details.answer").evaluate("fold => fold.open")


@pytest.mark.parametrize("visit", ["file"], indirect=True)
def test_a_reader_without_javascript_has_everything_but_the_motion(visit):
    page = visit(SAMPLE, java_script_enabled=False).page
    assert all(is_shown(page, ".widget-place svg, .widget-place p, .widget-place ol"))
    page.get_by_text("The answer: What part of all weights?", exact=True).click()
    assert page.get_by_text("It is most of them.").is_visible()
    page.get_by_text("Hint", exact=True).click()
    assert page.get_by_text("Add").first.is_visible()
    page.emulate_media(media="print")
    assert page.get_by_text("It is most of them.").is_visible()


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
    opened = read(CHAPTER)
    page = opened.page
    opened.mount_all()
    assert page.locator(".widget-view").count() == page.locator(".widget-place").count() > 0
    output = page.locator("[role=grid][aria-label^=Output]").first
    chosen = output.locator("[tabindex='0']")
    assert chosen.get_attribute("aria-label").startswith("y[0, 0, 0]")
    chosen.press("ArrowRight")
    assert chosen.get_attribute("aria-label").startswith("y[0, 0, 1]")
    output.locator("[role=row]").nth(2).locator("[role=gridcell]").first.click()
    assert chosen.get_attribute("aria-label").startswith("y[0, 2, 0]")


@pytest.mark.parametrize("read", ["http"], indirect=True)
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
@pytest.mark.parametrize("chapter", [path.stem for path in chapter_files(ROOT / "chapters") if path.stem[0].isdigit()])
def test_a_chapter_is_readable_everywhere(read, chapter, scheme, width):
    opened = read(f"{chapter}.html", color_scheme=scheme, viewport={"width": width, "height": 844})
    opened.mount_all()
    assert opened.page.evaluate(WIDER) == 0
    assert violations(opened) == []


@pytest.mark.parametrize("read", ["http"], indirect=True)
def test_a_chapter_is_light(read):
    opened = read(CHAPTER)
    opened.mount_all()
    opened.page.wait_for_load_state("networkidle")
    weights = opened.weights()
    assert sum(weights.values()) < 400_000
    assert weights[CHAPTER] < 80_000
    assert sum(weights[f"_static/{name}"] for name in OURS) < 20_000
