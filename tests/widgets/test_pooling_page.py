"""Pooling in a page: mouse, keyboard, screen readers, narrow pages, dark pages, and how fast a step is."""

import re

import numpy as np
import pytest
from axe import problems
from cs231n_widgets import Pooling
from playwright.sync_api import expect
from widget_page import live

pytestmark = pytest.mark.browser
OVERLAPPING = [[1, 0, 2, 0, 1], [0, 3, 1, 1, 0], [2, 1, 7, 0, 4], [0, 1, 0, 5, 1], [6, 0, 1, 0, 2]]
TASK = {"task": "Move the 10 by a tie.", "goal": {"row": 0, "col": 0, "tied": True, "switch": 0}}
STATES = {
    "demo": lambda: Pooling(**TASK),
    "overlap": lambda: Pooling(OVERLAPPING, [[1, 2], [3, 4]], size=3, stride=2),
    "average": lambda: Pooling(OVERLAPPING, size=3, stride=2, kind="average", row=1, col=1),
    "L2": lambda: Pooling(np.arange(36).reshape(6, 6) * 7 % 50 - 20, size=3, stride=1, kind="L2", row=2),
    "misfit": lambda: Pooling(OVERLAPPING, size=2, row=1, col=1),
    "forward": lambda: Pooling(backward=False),
}


def trait(page, name):
    return page.evaluate(f"model.get('{name}')")


def grid(page, name):
    """Find the cells of a table by the first letters of its label."""
    return page.locator(f"[role=grid][aria-label^='{name}'] [role=gridcell]")


def numbers(page, name):
    return [float(text.replace("−", "-")) for text in grid(page, name).all_inner_texts()]


def sentences(page):
    return page.locator(".cs-sentence:visible").all_inner_texts()


@pytest.mark.parametrize("kind", ["max", "average", "L2"])
def test_every_number_shown_is_the_kit_s(mount, kind):
    widget = Pooling(OVERLAPPING, [[1, 2], [3, 4]], size=3, stride=2, kind=kind, row=1)
    page = mount(widget)
    for name, values in [("Input x", widget.x), ("Output y", widget.output), ("Gradient dx", widget.dx)]:
        np.testing.assert_allclose(numbers(page, name), values.ravel(), atol=0.0051)
    assert numbers(page, "Gradient dy") == [1, 2, 3, 4]
    for sentence in sentences(page):
        assert sentence in widget.describe()


def test_arrows_and_clicks_move_the_window(mount):
    page = mount(STATES["demo"]())
    page.locator("[aria-label^='Output y'] [tabindex='0']").focus()
    for key, want in [("ArrowRight", [0, 1]), ("ArrowDown", [1, 1]), ("Home", [1, 0]), ("ArrowUp", [0, 0]),
                      ("ArrowUp", [0, 0]), ("Control+End", [1, 1])]:  # fmt: skip
        page.keyboard.press(key)
        assert [trait(page, "row"), trait(page, "col")] == want, key
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "y[1, 1] is 6"
    assert sentences(page) == ["y[1, 1] = max(4, 6, 2, 5) = 6.", "dy[1, 1] = 40 goes to row 2, column 3, all of it."]
    expect(live(page)).to_contain_text("y[1, 1] = max(4, 6, 2, 5) = 6. The largest stands in row 2")
    grid(page, "Gradient dy").nth(2).click()
    assert [trait(page, "row"), trait(page, "col")] == [1, 0]
    assert page.locator(".cs-forward .cs-part-x .cs-here").inner_text() == "4"


def test_winners_are_marked_and_move(mount):
    page = mount(STATES["demo"]())
    won = page.locator("[aria-label^='Input x'] .cs-won")
    assert won.all_inner_texts() == ["5", "2", "6", "4"]
    cells = grid(page, "Input x")
    cells.nth(0).click()
    for _ in range(4):
        page.get_by_role("button", name="one more").click()
    assert page.locator(".cs-task").inner_text().startswith("✓ Done")
    assert won.all_inner_texts() == ["5", "2", "6", "4"]
    assert page.locator(".cs-stepper").inner_text().split("\n")[0] == "x[0, 0]"
    assert numbers(page, "Gradient dx")[:2] == [10, 0]
    assert page.inner_text(".cs-note") == "The gradient of y[0, 0] moved from row 0, column 1 to row 0, column 0."
    assert page.locator(".cs-forward .cs-more").inner_text().startswith("A tie: 2 cells hold 5.")
    expect(live(page)).to_have_text(re.compile(r"^The gradient of y\[0, 0\] moved.*That meets the task\.$"))
    page.get_by_role("button", name="Reset").click()
    assert trait(page, "x")[0][0] == 1
    assert page.locator(".cs-task").inner_text().startswith("✓ Done"), "what is done stays done"


def test_numbers_are_changed_by_keyboard(mount):
    page = mount(STATES["demo"]())
    page.locator("[aria-label^='Input x'] [tabindex='0']").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("+")
    page.keyboard.press("+")
    page.keyboard.press("-")
    assert trait(page, "x")[1][0] == 4
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "x[1, 0] is 4"
    page.keyboard.press("Enter")
    page.keyboard.type("-7.25")
    page.keyboard.press("Enter")
    assert trait(page, "x")[1][0] == -7.25
    assert page.evaluate("document.activeElement.textContent") == "−7.25"
    page.keyboard.type("9")
    page.keyboard.press("Escape")
    expect(grid(page, "Input x").nth(4)).to_have_text("−7.25")
    page.keyboard.type("9")
    page.keyboard.press("Enter")
    assert numbers(page, "Gradient dx")[4] == 10
    page.keyboard.type("4no")
    page.keyboard.press("Enter")
    assert "not a number" in page.inner_text(".cs-note")
    assert trait(page, "x")[1][0] == 9


def test_a_second_click_opens_a_number(mount):
    page = mount(STATES["demo"]())
    cell = grid(page, "Gradient dy").nth(3)
    cell.click()
    assert page.locator(".cs-edit").count() == 0
    cell.click()
    page.keyboard.type("-8")
    page.locator(".cs-caption").click()
    assert trait(page, "dy") == [[10, 20], [30, -8]]
    assert numbers(page, "Gradient dx")[11] == -8
    grid(page, "Gradient dx").nth(11).click()
    page.keyboard.type("5")
    assert page.locator(".cs-edit").count() == 0, "dx follows from the rest"


@pytest.mark.parametrize("way", ["mouse", "touch"])
def test_a_button_is_hit_though_the_number_being_written_moves_it(mount, way):
    page = mount(Pooling(**TASK, why="Among equals the first one wins, row by row. " * 6), has_touch=way == "touch")
    press = (lambda target: target.tap()) if way == "touch" else (lambda target: target.click())

    def write(cell):
        while not page.locator(".cs-edit").count():
            press(cell)
        page.locator(".cs-edit").fill("5")

    cell = grid(page, "Input x").nth(0)
    write(cell)
    reset = page.get_by_role("button", name="Reset")
    before = reset.bounding_box()["y"]
    if way == "mouse":
        reset.hover()
        page.mouse.down()
        assert reset.bounding_box()["y"] == before
        page.mouse.up()
    else:
        reset.tap()
    assert trait(page, "x")[0][0] == 1
    assert page.locator(".cs-edit").count() == 0
    write(cell)
    press(page.get_by_role("radio", name="average"))
    assert (trait(page, "x")[0][0], trait(page, "kind")) == (5, "average")


def test_kinds_and_windows_can_be_chosen(mount):
    page = mount(STATES["demo"]())
    page.get_by_role("radio", name="average").check()
    assert numbers(page, "Output y") == [2.5, 1.25, 1, 4.25]
    assert numbers(page, "Gradient dx")[:4] == [2.5, 2.5, 5, 5]
    assert page.locator("[aria-label^='Input x'] .cs-won").count() == 0
    page.get_by_role("radio", name="L2 norm").check()
    assert sentences(page)[0] == "y[0, 0] = √(1² + 5² + 3² + 1²) = √36 = 6."
    page.get_by_role("radio", name="3×3, stride 2").check()
    assert len(numbers(page, "Input x")) == 25, "the slice grew, so that the windows fit"
    assert numbers(page, "Input x")[:4] == [1, 5, 2, 1]
    assert page.inner_text(".cs-fit") == "(5 − 3 + 0)/2 + 1 = 2: the windows fit."
    page.get_by_role("radio", name="2×2, stride 2").check()
    assert numbers(page, "Input x") == [1, 5, 2, 1, 3, 1, 2, 0, 0, 0, 4, 6, 0, 4, 2, 5]
    page.get_by_role("radio", name="forward", exact=True).check()
    expect(page.locator(".cs-backward")).to_be_hidden()
    assert trait(page, "backward") is False


def test_pointing_tells_who_reads_a_cell_and_what_it_gets(mount):
    page = mount(STATES["overlap"]())
    grid(page, "Input x").nth(12).hover()
    assert page.inner_text(".cs-note") == "x[2, 2] = 7 is read by 4 windows and wins in them."
    assert page.locator(".cs-forward .cs-reads").count() == 4
    grid(page, "Input x").nth(2).hover()
    assert page.inner_text(".cs-note") == "x[0, 2] = 2 is read by 2 windows and wins in none."
    grid(page, "Gradient dx").nth(12).hover()
    assert page.inner_text(".cs-note") == "dx[2, 2] = 1 + 2 + 3 + 4 = 10, from the 4 windows that it wins in."
    page.locator(".cs-caption").hover()
    assert page.locator(".cs-reads").count() == 0


def test_what_no_window_reads_is_hatched_and_told(mount):
    page = mount(STATES["misfit"]())
    assert page.inner_text(".cs-fit").startswith("(5 − 2 + 0) = 3 is not divisible by 2")
    assert page.locator("[aria-label^='Input x'] .cs-unread").count() == 9
    assert "read by no window" in page.locator(".cs-legend").inner_text()
    grid(page, "Gradient dx").nth(24).hover()
    assert page.inner_text(".cs-note") == "dx[4, 4] = 0: no window reads it."


def test_tab_stops_are_few_and_keys_stay_inside(mount):
    page = mount(STATES["demo"]())
    page.evaluate("window.leaked = []; document.addEventListener('keydown', (e) => leaked.push(e.key))")
    stops = 0
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        stops += 1
    assert stops == 3 + 1 + 4, "three choices, Reset, and one stop in each table"
    page.locator("[aria-label^='Output y'] [tabindex='0']").focus()
    assert page.evaluate("document.activeElement.dataset.lmSuppressShortcuts") == "true", "Notebook 7 asks the target"
    for key in ["ArrowDown", "Enter", "a", "d"]:
        page.keyboard.press(key)
    assert page.evaluate("leaked.filter((key) => key !== 'Tab')") == []


def test_changes_from_outside_are_shown(mount):
    page = mount(STATES["demo"]())
    page.evaluate("model.set('x', [[1, 2, 3], [4, 5, 6], [7, 8, 9]]); model.set('stride', 1); model.set('row', 1)")
    assert numbers(page, "Output y") == [5, 6, 8, 9]
    assert sentences(page)[0] == "y[1, 0] = max(4, 5, 7, 8) = 8."
    assert page.evaluate("window.saves ?? 0") == 0, "what comes from outside is not sent back"
    page.evaluate("model.set('size', 4)")
    assert "does not fit into 3 cells" in page.inner_text(".cs-problem")
    page.evaluate("model.set('size', 3)")
    assert numbers(page, "Output y") == [9]
    page.evaluate("dispose(); model.set('size', 2)")


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(mount, state):
    assert problems(mount(STATES[state]())) == []


CONTRAST = """() => {
  const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const light = (colours) => {
    pen.clearRect(0, 0, 1, 1);
    for (const colour of colours) { pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1); }
    const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map((v) => v / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const page = getComputedStyle(document.body).backgroundColor;
  return Math.min(...[...document.querySelectorAll('.cs-cell:not(.cs-legend *)')].map((cell) => {
    const style = getComputedStyle(cell), ground = light([page, style.backgroundColor]), ink = light([style.color]);
    return (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
  }));
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_numbers_stand_out_from_their_cells(mount, state, theme):
    assert mount(STATES[state](), theme=theme).evaluate(CONTRAST) >= 4.5


@pytest.mark.parametrize("width", [308, 358, 560, 1068])
@pytest.mark.parametrize("state", STATES)
def test_every_width_holds_it_all(mount, state, width):
    page = mount(STATES[state](), width=width)
    wide = f"""[...document.querySelectorAll('.cs-widget *')].filter((e) => !e.closest('.cs-live')
        && e.getBoundingClientRect().right > {width + 18}).map((e) => e.className)"""
    assert page.evaluate(wide) == []
    cut = """[...document.querySelectorAll('.cs-cell:not(.cs-legend *)')].filter((e) => {
        const range = document.createRange(); range.selectNodeContents(e.lastChild ?? e);
        return range.getBoundingClientRect().width > e.getBoundingClientRect().width;
    }).map((e) => e.textContent)"""
    assert page.evaluate(cut) == [], "numbers stay in their cells"


def test_reduced_motion(mount):
    page = mount(STATES["demo"](), reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.querySelector('.cs-window')).transitionProperty") == "none"
