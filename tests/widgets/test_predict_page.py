"""Predict in a page: by mouse, by keyboard, wrong on purpose, on a phone, light and dark."""

import pytest
from axe import problems
from cs231n_widgets import Predict
from playwright.sync_api import expect
from test_predict import QUESTIONS

pytestmark = pytest.mark.browser
LISTEN = "window.asked = []; addEventListener('cs231n-reveal', (event) => window.asked.push(event.detail))"


def trait(page, name):
    return page.evaluate(f"model.get('{name}')")


def test_a_number_is_kept_and_the_answer_asked_for(mount):
    page = mount(QUESTIONS["number"]())
    page.evaluate(LISTEN)
    page.get_by_role("button", name="That’s my guess").click()
    expect(page.get_by_role("alert")).to_have_text("Write a number.")
    page.get_by_role("textbox").fill("a lot")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("“a lot” is not a number. Write it in digits.")
    page.get_by_role("textbox").fill("540")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("Between 0 and 100, please.")
    assert trait(page, "guess") is None
    page.get_by_role("textbox").fill("54 %")
    page.keyboard.press("Enter")
    assert (trait(page, "guess"), trait(page, "shown")) == (54, True)
    assert page.evaluate("asked") == [{"question": "share", "go": False}]
    expect(page.locator(".cs-guess-said")).to_have_text("You said 54%.")
    expect(page.get_by_role("button", name="Read the answer")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("asked")[-1] == {"question": "share", "go": True}


def test_show_me_opens_the_answer_without_a_guess(mount):
    page = mount(QUESTIONS["choice"]())
    page.evaluate(LISTEN)
    page.get_by_role("button", name="Show me").click()
    assert (trait(page, "guess"), trait(page, "shown")) == (None, True)
    assert page.evaluate("asked") == [{"question": "layer", "go": True}]
    page.get_by_label("FC").check()  # it is not too late for a guess
    page.get_by_role("button", name="That’s my guess").click()
    assert trait(page, "guess") == 2


def test_a_choice_by_keyboard_and_changed(mount):
    page = mount(QUESTIONS["choice"]())
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert trait(page, "guess") == 1
    page.get_by_role("button", name="Change my guess").click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert trait(page, "guess") == 2
    expect(page.locator(".cs-guess-said")).to_have_text("You said “FC”.")


def test_a_cell_by_mouse_and_by_keyboard(mount):
    page = mount(Predict("tie", "Which cell?", cells=[[1, 5], [5, 0]]))
    page.get_by_role("gridcell", name="row 0, column 1: 5").click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Space")
    page.get_by_role("button", name="That’s my guess").press("Enter")
    assert trait(page, "guess") == [1, 0]
    page.get_by_role("gridcell", name="row 0, column 0").click()
    assert trait(page, "guess") == [1, 0], "a guess that was made stays until it is changed"


def test_a_curve_is_drawn_by_dragging_and_by_keys(mount):
    page = mount(QUESTIONS["curve"]())
    page.get_by_role("button", name="That’s my guess").click()
    expect(page.get_by_role("alert")).to_contain_text("Draw a curve")
    box = page.locator(".cs-guess-curve").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.12, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.95, box["y"] + box["height"] * 0.8, steps=12)
    page.mouse.up()
    points = page.get_by_role("slider")
    heights = [float(value) for value in points.evaluate_all("all => all.map((one) => one.ariaValueNow)")]
    assert heights[0] > heights[1] > heights[2]
    points.nth(0).focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Home")
    page.get_by_role("button", name="That’s my guess").click()
    assert trait(page, "guess")[:2] == [95, 0]


def test_what_came_out_is_laid_over_the_drawn_curve(mount):
    """Only when the answer is opened, and also without a guess; what is too high runs along the edge."""
    curve = {"x": "steps", "y": "loss", "at": [0, 1, 2], "least": 0, "most": 4, "real": [2.3, 9, 1.5]}
    page = mount(Predict("rate", "How does the loss go?", curve=curve))
    drawn = page.locator(".cs-guess-real")
    expect(drawn).to_be_hidden()
    page.get_by_role("button", name="Show me").click()
    expect(drawn).to_be_visible()
    expect(page.locator(".cs-guess-said")).to_have_text("What came out goes 2.3, 9, 1.5.")
    expect(drawn).to_contain_text("higher still")
    points = drawn.locator("polyline").get_attribute("points").split()
    heights = [float(point.split(",")[1]) for point in points]
    axis = page.get_by_role("slider").evaluate_all("all => all.map((one) => Number(one.getAttribute('cy')))")
    assert heights[1] < heights[0] < axis[0] < heights[2]  # the guess is in the middle until somebody draws
    page.get_by_role("slider").first.press("ArrowUp")
    page.get_by_role("button", name="That’s my guess").click()
    said = "You said a curve from 2.2 to 2. What came out goes 2.3, 9, 1.5."
    expect(page.locator(".cs-guess-said")).to_have_text(said)
    page.get_by_role("button", name="Change my guess").click()
    expect(drawn).to_be_hidden()


def test_a_guess_set_from_python_is_shown(mount):
    page = mount(QUESTIONS["number"]())
    page.evaluate("model.set('guess', 7)")
    expect(page.locator(".cs-guess-said")).to_have_text("You said 7%.")
    expect(page.get_by_role("textbox")).to_have_value("7")


def test_an_exercise_of_the_book_gets_its_words_at_once(mount):
    page = mount(QUESTIONS["choice"]())
    page.evaluate("model.set('replies', [{ guess: 0, words: 'CONV shares its weights.' }])")
    page.evaluate("model.set('right', 2)")
    expect(page.get_by_role("button", name="Show me")).to_be_hidden()
    page.get_by_label("CONV").check()
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".cs-guess-said")).to_have_text("✗ CONV shares its weights.")
    page.get_by_label("FC").check()
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".cs-guess-said")).to_have_text("✓ That’s right.")


def test_a_new_answer_takes_the_verdict_on_the_last_one_away(mount):
    page = mount(QUESTIONS["number"]())
    page.evaluate("model.set('why', 'It doesn\\'t share.')")
    page.evaluate("model.set('right', 54)")
    field, said = page.get_by_role("textbox"), page.locator(".cs-guess-said")
    field.fill("54")
    field.press("Enter")
    expect(said).to_have_text("✓ That’s right. It doesn’t share.")
    field.press_sequentially("a")
    expect(said).to_be_hidden()
    field.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("“54a” is not a number")
    expect(said).to_be_hidden()
    assert page.locator(".cs-guess-right, .cs-guess-wrong").count() == 0
    field.fill("12")
    expect(page.get_by_role("alert")).to_be_hidden()
    field.press("Enter")
    expect(said).to_contain_text("✗")


@pytest.mark.parametrize("width", [358, 760])
def test_the_curve_s_letters_can_be_read_on_a_phone(mount, width):
    page = mount(QUESTIONS["curve"](), width)
    scale, height = page.locator(".cs-guess-curve").evaluate("svg => [svg.getScreenCTM().a, svg.clientHeight]")
    size = page.locator(".cs-guess-text").first.evaluate("text => parseFloat(getComputedStyle(text).fontSize)")
    assert size * scale >= 12
    page.locator(".cs-guess-curve").click(position={"x": 300, "y": height / 2})
    assert page.get_by_role("slider").last.get_attribute("aria-valuenow") == "50"
    beyond = (
        "svg => [...svg.querySelectorAll('text')].filter((one) => one.getBBox().x < 0).map((one) => one.textContent)"
    )
    assert page.locator(".cs-guess-curve").evaluate(beyond) == []


@pytest.mark.parametrize("kind", QUESTIONS)
def test_axe_finds_nothing_and_targets_are_large_enough(mount, kind):
    page = mount(QUESTIONS[kind](), 358)
    assert problems(page) == []
    small = "button:not([hidden]), label, input:not([type=radio])"
    boxes = [element.bounding_box() for element in page.locator(small).all() if element.is_visible()]
    assert all(min(box["width"], box["height"]) >= 24 for box in boxes)


@pytest.mark.parametrize("kind", ["choice", "cell", "curve"])
def test_a_kept_guess_of_another_kind_leaves_the_question_open(mount, kind):
    page = mount(QUESTIONS[kind]())
    page.evaluate("model.set('guess', 42)")
    expect(page.get_by_role("button", name="That’s my guess")).to_be_visible()
    root = page.locator(".cs-predict")
    assert root.evaluate("(one) => one.scrollWidth <= one.parentElement.clientWidth")
