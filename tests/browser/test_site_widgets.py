"""The widgets and questions of the built site in a real browser: waiting, live, in the address, kept for the reader."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SAMPLE = "02_sample.html"


def test_a_widget_mounts_when_the_reader_comes_near(visit):
    opened = visit(SAMPLE)
    page = opened.page
    place = page.locator("#w-pooling")
    assert place.locator("svg[role=img]").count() == 1
    assert "static/widgets/pooling.js" not in opened.files
    place.scroll_into_view_if_needed()
    place.and_(page.locator("[data-live]")).wait_for()
    expect(place.locator(".cs231n-still")).to_be_hidden()
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
    opened = read("02_arithmetic_of_space.html")
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
    expect(place.locator("svg[role=img]")).to_be_visible()
    assert len(opened.said) == 2
    opened.said.clear()


def test_an_address_opens_a_widget_in_its_state(visit):
    page = visit(f"{SAMPLE}#w-calculator?W=12&S=9&K=many&F=2.5&caption=Buy&nothing=1").page
    place = page.locator("#w-calculator")
    place.get_by_role("button", name="Copy link").wait_for()
    expect(place.get_by_text("It fits: 2 windows")).to_be_visible()
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
    expect(answer.get_by_text("It is most of them.")).to_be_hidden()
    page.locator("#w-share input").fill("54")
    page.locator("#w-share input").press("Enter")
    expect(answer.get_by_text("It is most of them.")).to_be_visible()
    page.get_by_role("button", name="Read the answer").press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "The answer: What part of all weights?"
    back = answer.get_by_role("button", name="Back to the question")
    assert back.count() == 1
    back.press("Enter")
    assert page.evaluate("document.activeElement.id") == "w-share"
    assert 0 <= page.locator("#w-share").evaluate("place => place.getBoundingClientRect().top") < 300
    page.emulate_media(media="print")
    expect(back).to_be_hidden()
    page.emulate_media(media="screen")
    assert page.locator(".cs231n-said").inner_text() == "You said 54%. "
    page.reload()
    page.get_by_text("You said 54%.").first.wait_for()
    expect(page.locator("details.answer").get_by_text("It is most of them.")).to_be_visible()
    assert page.get_by_role("button", name="Back to the question").count() == 0


@pytest.mark.parametrize("visit", ["file"], indirect=True)
def test_an_answer_can_be_read_without_a_guess(visit):
    page = visit(SAMPLE).page
    page.get_by_role("button", name="Show me").click()
    expect(page.locator("details.answer").get_by_text("It is most of them.")).to_be_visible()
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
@pytest.mark.parametrize(
    "storage",
    [
        "Storage.prototype.getItem = Storage.prototype.setItem = () => { throw new Error('blocked'); }",
        "Storage.prototype.getItem = (key) => (key.startsWith('cs231n') ? 'no JSON' : null)",
        "Storage.prototype.getItem = (key) => (key.startsWith('cs231n') ? '[1]' : null)",
    ],
    ids=["nothing", "no JSON", "a list"],
)
def test_a_browser_that_keeps_nothing_or_something_else_breaks_nothing(visit, storage):
    opened = visit("index.html")
    opened.context.add_init_script(storage)
    opened.page.goto(opened.base + SAMPLE)
    opened.page.locator("#w-share input").fill("54")
    opened.page.locator("#w-share input").press("Enter")
    expect(opened.page.locator("details.answer").get_by_text("It is most of them.")).to_be_visible()


@pytest.mark.parametrize("visit", ["file"], indirect=True)
def test_an_exercise_of_judgement_gives_its_words_at_once(visit):
    page = visit(SAMPLE).page
    place = page.locator("#w-judged")
    place.scroll_into_view_if_needed()
    place.get_by_label("the width").check()
    place.get_by_role("button", name="Check").click()
    said = place.locator(".cs-guess-said")  # a screen reader is told the same, a moment later
    expect(said).to_contain_text("The width shrinks with each window.")
    place.get_by_label("the depth, of course").press("Space")
    place.get_by_role("button", name="Check").press("Enter")
    expect(said).to_contain_text("That’s right.")
    expect(place.locator("ol")).to_be_hidden()
