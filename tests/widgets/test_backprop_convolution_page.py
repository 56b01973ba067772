"""BackpropConvolution in a page: mouse, keyboard, screen readers, narrow pages and dark pages."""

import numpy as np
import pytest
from axe import problems
from cs231n_widgets import BackpropConvolution
from playwright.sync_api import expect
from widget_page import TICK, live

pytestmark = pytest.mark.browser
TASK = {"task": "Make it 0.", "goal": {"value": 0}, "why": "It lies flipped."}
STATES = {
    "one": lambda: BackpropConvolution(row=1, col=1, **TASK),
    "sum": lambda: BackpropConvolution(view="sum", row=1, col=2, stride=2, pad=1),
    "input": lambda: BackpropConvolution(view="input", stride=2),
}


def numbers(page, name):
    cells = page.locator(f"[role=grid][aria-label^='{name}'] [role=gridcell]").all_inner_texts()
    return [float(text.replace("−", "-")) for text in cells]


def view(page):
    return page.evaluate("[model.get('view'), model.get('row'), model.get('col')]")


@pytest.mark.parametrize("state", STATES)
def test_every_number_shown_is_the_kit_s(mount, state):
    widget = STATES[state]()
    page = mount(widget)
    assert numbers(page, "Gradient dx") == widget.dx.ravel().tolist()
    assert numbers(page, "Gradient dy") == widget.gradient.ravel().tolist()
    if state == "input":
        at, turned = widget.input_position, widget.w[::-1, ::-1]
        under = widget.spread[0][at[0] : at[0] + 3, at[1] : at[1] + 3]
        said = page.locator(".cs-at-products .cs-cell").all_inner_texts()
        assert [float(text.replace("−", "-")) for text in said] == (turned * under).ravel().tolist()
    else:
        assert numbers(page, "Gradient dw") == widget.dw.ravel().tolist()
    for sentence in page.locator(".cs-sentence, .cs-more").all_inner_texts():
        assert sentence in widget.describe()


def test_arrows_step_through_outputs_and_the_sum_grows(mount):
    page = mount(STATES["one"](), fresh=True)
    page.locator("[aria-label^='Gradient dy'] [tabindex='0']").focus()
    for key, want in [("ArrowRight", [1, 2]), ("Home", [1, 0]), ("Control+End", [2, 2]), ("ArrowUp", [1, 2])]:
        page.keyboard.press(key)
        assert view(page) == ["one", *want], key
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "dy[1, 2] is 0"
    assert page.inner_text(".cs-sentence") == "dy[1, 2] = 0: this output sends nothing back."
    page.get_by_role("radio", name="added up").check()
    expect(page.locator(".cs-sentence")).to_have_text("The first 6 of 9 outputs, added up.")
    assert page.locator(".cs-added").count() == 6
    page.clock.install()
    page.get_by_role("button", name="Play").click()
    page.clock.run_for(3 * TICK)
    assert view(page) == ["sum", 2, 2]
    assert numbers(page, "Gradient dx") == BackpropConvolution(view="sum", row=2, col=2).dx.ravel().tolist()
    page.locator("[aria-label^='Gradient dw'] [role=gridcell]").first.hover()
    assert page.inner_text(".cs-note").startswith("dw[0, 0] = 1·1 + 0·0 + 2·2")


def test_a_gradient_is_changed_in_three_steps_and_the_task_says_why(mount):
    page = mount(STATES["one"]())
    page.get_by_role("radio", name="into one input").check()
    dy = page.locator("[aria-label^='Gradient dy'] [role=gridcell]")
    dy.nth(3).click()
    assert page.locator(".cs-stepper").inner_text().split("\n")[0] == "dy[1, 0]"
    for _ in range(3):
        page.get_by_role("button", name="Chosen number: one more").click()
    expect(page.locator(".cs-task")).to_have_text("✓ Done Make it 0. It lies flipped.")
    expect(live(page)).to_contain_text("That meets the task.")
    dy.nth(4).click()
    page.keyboard.press("Enter")
    page.keyboard.type("7.5")
    page.keyboard.press("Enter")
    assert page.evaluate("model.get('dy')[1]") == [2, 7.5, 0]
    page.get_by_role("button", name="Reset").click()
    assert page.evaluate("model.get('dy')") == BackpropConvolution().dy.tolist()


def test_a_stride_puts_zeros_between_the_gradients(mount):
    page = mount(BackpropConvolution(view="input"))
    assert page.locator(".cs-at-dy .cs-zero").count() == 49 - 9
    page.get_by_role("spinbutton", name="stride").fill("2")
    assert numbers(page, "Gradient dy") == [1, 2, 3, 4]
    assert "zeros stand between" in page.inner_text(".cs-words")
    page.get_by_role("button", name="Step").click()
    assert page.evaluate("[model.get('input_row'), model.get('input_col')]") == [2, 3]
    expect(live(page)).to_contain_text("dx[2, 3]")


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(mount, state):
    assert problems(mount(STATES[state](), 358)) == []


@pytest.mark.parametrize("width", [308, 358, 560, 1068])
@pytest.mark.parametrize("state", STATES)
def test_every_width_holds_it_all(mount, state, width):
    page = mount(STATES[state](), width)
    wide = f"""[...document.querySelectorAll('.cs-widget *')].filter((e) => !e.closest('.cs-live')
        && e.getBoundingClientRect().right > {width + 18}).map((e) => e.className)"""
    assert page.evaluate(wide) == []


def test_tab_stops_are_few_and_a_changed_array_is_shown(mount):
    page = mount(STATES["one"]())
    stops = 0
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement !== document.body") and stops < 30:
        stops += 1
        page.keyboard.press("Tab")
    assert stops == 1 + 4 + 2 + 5, "the choice, the buttons, two settings and five tables"
    page.evaluate("model.set('x', [[1, 2], [3, 4]]); model.set('w', [[2]]); model.set('dy', [[1, 0], [0, 5]])")
    page.wait_for_timeout(0)
    assert numbers(page, "Gradient dx") == [0, 0, 0, 10]
    np.testing.assert_array_equal(numbers(page, "Gradient dw"), [20])
