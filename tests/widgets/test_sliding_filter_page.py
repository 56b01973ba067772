"""SlidingFilter in a page: mouse, keyboard, screen readers, narrow pages, dark pages, and how fast a step is."""

import numpy as np
import pytest
from axe import problems
from cs231n_widgets import SlidingFilter
from playwright.sync_api import expect
from widget_page import TICK, live

pytestmark = pytest.mark.browser
STATES = {
    "demo": lambda: SlidingFilter(task="Find a stride that does not fit.", goal={"fits": False}),
    "misfit": lambda: SlidingFilter.sized(W=7, H=6, stride=3, pad=0),
    "dilated": lambda: SlidingFilter.sized(W=7, stride=1, dilation=2, row=1, col=2, k=1),
    "large": lambda: SlidingFilter.sized(W=9, K=3, stride=1),
    "none": lambda: SlidingFilter.sized(W=3, F=5, pad=0),
}


def position(page):
    return page.evaluate("['k', 'row', 'col'].map(model.get)")


def sentence(page):
    return page.inner_text(".cs-sentence")


def knob(page, name):
    return page.get_by_role("spinbutton", name=name)


def test_every_number_shown_is_the_kit_s(mount):
    widget = SlidingFilter.sized(W=7, H=6, K=3, stride=2, row=1, col=2, k=2)
    page = mount(widget)
    cells = page.locator(".cs-part-y [role=gridcell]").all_inner_texts()
    assert [float(text.replace("−", "-")) for text in cells] == widget.output.ravel().tolist()
    sums = page.locator(".cs-product .cs-sum").all_inner_texts()
    assert [float(text.replace("−", "-")) for text in sums] == widget.slice_sums().tolist()
    assert sentence(page) in widget.describe()


def test_arrows_move_the_window(mount):
    page = mount(SlidingFilter())
    page.locator(".cs-part-y [tabindex='0']").focus()
    for key, want in [("ArrowRight", [0, 0, 1]), ("ArrowDown", [0, 1, 1]), ("End", [0, 1, 2]), ("Home", [0, 1, 0]),
                      ("PageDown", [1, 1, 0]), ("Control+End", [1, 2, 2]), ("ArrowRight", [1, 2, 2]),
                      ("PageUp", [0, 2, 2]), ("ArrowDown", [1, 0, 2]), ("Control+Home", [0, 0, 0]),
                      ("ArrowUp", [0, 0, 0]), ("Enter", [0, 0, 1])]:  # fmt: skip
        page.keyboard.press(key)
        assert position(page) == want, key
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "y[0, 0, 1] is −4"
    expect(live(page)).to_have_text(f"{sentence(page)}.")


def test_tab_stops_are_few_and_keys_stay_inside(mount):
    page = mount(SlidingFilter())
    page.evaluate("window.leaked = []; document.addEventListener('keydown', (e) => leaked.push(e.key))")
    assert page.locator(".cs-widget").get_attribute("data-lm-suppress-shortcuts") == "true"
    seen = []
    for _ in range(20):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.closest('.cs-knob, .cs-player, [role=grid]')?.className"))
        if seen[-1] is None:
            break
    assert sum("cs-knob" in (name or "") for name in seen) == 8
    assert sum(name == "cs-player" for name in seen) == 4
    assert [seen.count(name) for name in ("cs-slices", "cs-filters")] == [2, 1], "each grid is one tab stop"
    page.locator(".cs-part-y [tabindex='0']").focus()
    assert page.evaluate("document.activeElement.dataset.lmSuppressShortcuts") == "true", "Notebook 7 asks the target"
    page.evaluate("leaked.length = 0")
    for key in ["ArrowDown", "Enter", "a", "Space", "Space", "Escape"]:
        page.keyboard.press(key)
    assert page.evaluate("leaked") == []


def test_pointing_and_dragging_slide_the_window(mount):
    page = mount(SlidingFilter())
    cells = page.locator(".cs-part-y [role=gridcell]")
    cells.nth(4).hover()
    assert position(page) == [0, 1, 1]
    start, end = cells.nth(9).bounding_box(), cells.nth(17).bounding_box()
    page.mouse.move(start["x"] + 5, start["y"] + 5)
    page.mouse.down()
    assert position(page) == [1, 0, 0]
    page.mouse.move(end["x"] + 5, end["y"] + 5, steps=6)
    page.mouse.up()
    assert position(page) == [1, 2, 2]
    page.locator(".cs-part-sum .cs-cell").nth(0).hover()
    assert "×" in page.inner_text(".cs-note")
    assert page.locator(".cs-hot").count() == 3, "the same place in window, filter and products"
    page.locator(".cs-part-x [role=gridcell]").nth(0).hover()
    assert page.inner_text(".cs-note") == "x[0, 0, 0] = 0 is read by one window"


def test_numbers_are_edited_by_keyboard_and_mouse(mount):
    page = mount(SlidingFilter())
    page.locator(".cs-part-x [tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.keyboard.type("-7")
    page.keyboard.press("Enter")
    assert page.evaluate("model.get('x')[0][0][1]") == -7
    assert page.evaluate("document.activeElement.textContent") == "−7"
    page.keyboard.type("5")  # typing begins at once
    page.keyboard.press("Escape")
    assert page.evaluate("model.get('x')[0][0][1]") == -7
    bias = page.locator(".cs-bias [role=gridcell]").nth(1)
    bias.click()
    page.keyboard.type("2.5")
    page.locator(".cs-caption").click()
    assert page.evaluate("model.get('b')") == [1, 2.5]
    bias.click()
    page.keyboard.type("no")
    page.keyboard.press("Enter")
    assert page.evaluate("model.get('b')") == [1, 2.5]
    assert "not a number" in page.inner_text(".cs-note")


def test_settings_explain_themselves_and_meet_the_task(mount):
    page = mount(STATES["demo"]())
    assert page.locator(".cs-formula-value").inner_text() == "3"
    knob(page, "stride").focus()
    page.keyboard.press("ArrowUp")
    assert page.evaluate("model.get('stride')") == 3
    assert page.locator(".cs-formula-value").inner_text() == "2.33"
    assert "not divisible by 3" in page.inner_text(".cs-fit")
    assert page.locator(".cs-task").inner_text().startswith("✓ Done")
    expect(live(page)).to_contain_text("meets the task")
    assert page.locator(".cs-legend").inner_text().endswith("read by no window")
    knob(page, "padding").fill("0")
    assert page.locator(".cs-part-x .cs-unread:not(.cs-legend *)").count() == 3 * (25 - 9)


def test_numbers_cut_off_come_back(mount):
    page = mount(SlidingFilter())
    before = page.evaluate("JSON.stringify(model.get('x'))")
    for value in ("3", "9", "5"):
        knob(page, "width").fill(value)
    knob(page, "depth").fill("1")
    assert page.evaluate("model.get('w')[0].length") == 1
    knob(page, "depth").fill("3")
    assert page.evaluate("JSON.stringify(model.get('x'))") == before
    knob(page, "filters").fill("1")
    page.get_by_role("button", name="Reset").click()
    assert page.evaluate("model.get('w').length") == 2


def test_play_and_reduced_motion(mount):
    page = mount(SlidingFilter(), fresh=True)
    page.clock.install()
    page.get_by_role("button", name="Play").click()
    page.clock.run_for(TICK)
    assert position(page) == [0, 0, 1]
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Step").click()
    assert position(page) == [0, 0, 2]
    page.get_by_role("button", name="Back").click()
    assert position(page) == [0, 0, 1]
    calm = mount(SlidingFilter(), reduced_motion="reduce")
    assert calm.evaluate("getComputedStyle(document.querySelector('.cs-window')).transitionProperty") == "none"


def test_changes_from_outside_are_shown(mount):
    page = mount(SlidingFilter())
    page.evaluate(
        "model.set('row', 2); model.set('x', [[[1, 2], [3, 4]]]); model.set('w', [[[[2]]]]); model.set('b', [0])"
    )
    page.evaluate("model.set('stride', 1); model.set('pad', 0); model.set('task', 'Now this.')")
    assert page.locator(".cs-part-y [role=gridcell]").all_inner_texts() == ["2", "4", "6", "8"]
    assert page.inner_text(".cs-task") == "Try it Now this."
    page.evaluate("model.set('b', [0, 1])")
    assert "2 biases" in page.inner_text(".cs-problem")
    page.evaluate("dispose(); model.set('b', [0])")


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(mount, state):
    assert problems(mount(STATES[state]())) == []


@pytest.mark.parametrize("state", STATES)
def test_390_pixels_hold_it_all(mount, state):
    page = mount(STATES[state](), width=358)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    wide = """[...document.querySelectorAll('.cs-widget *')].filter((e) =>
        e.getBoundingClientRect().right > 376 && !e.closest('.cs-live')).map((e) => e.className)"""
    assert page.evaluate(wide) == []
    knobs, filters = (page.locator(name).bounding_box() for name in (".cs-knobs", ".cs-filters"))
    assert filters["y"] + 80 - knobs["y"] < 500, "the filter is in sight while a setting changes"


def test_the_picture_stays_where_it_is_when_a_setting_stops_fitting(mount):
    page = mount(SlidingFilter())
    top = page.locator(".cs-stage").bounding_box()["y"]
    knob(page, "stride").fill("3")
    assert page.locator(".cs-stage").bounding_box()["y"] == top


def test_reset_is_hit_though_the_number_being_written_moves_it(mount):
    x = np.array(SlidingFilter().x)
    x[0, 0, 0] = 9
    goal = {"value": SlidingFilter(x=x).facts()["value"]}
    page = mount(SlidingFilter(task="Write a 9.", why="Each number counts. " * 20, goal=goal))
    page.locator("[role=gridcell][aria-label^='x[0, 0, 0]']").click()
    page.keyboard.type("9")
    reset = page.get_by_role("button", name="Reset")
    reset.hover()
    page.mouse.down()
    page.mouse.up()
    assert page.evaluate("model.get('x')[0][0][0]") == SlidingFilter().x[0, 0, 0] != 9
    assert page.locator(".cs-edit").count() == 0
