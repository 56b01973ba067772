"""Im2col in a page: mouse, touch, keyboard, screen readers, narrow pages, dark pages, and how fast a step is."""

import numpy as np
import pytest
from axe import problems
from cs231n_widgets import Im2col
from playwright.sync_api import expect
from widget_page import TICK, live

pytestmark = pytest.mark.browser
TASK = {
    "task": "Find a stride for which every cell of the input stands in X_col exactly once.",
    "goal": {"most": 1, "least": 1},
}
LARGE = {"x": np.arange(75).reshape(3, 5, 5), "w": np.ones((3, 3, 3, 3), int), "pad": 1}
STATES = {
    "demo": lambda: Im2col(window=4, **TASK),
    "cell": lambda: Im2col(window=4, cell=(0, 1, 1)),
    "padded": lambda: Im2col(pad=1, cell=(1, 0, 0)),
    "unread": lambda: Im2col(stride=3),
    "large": lambda: Im2col(**LARGE, window=20),
}


def knob(page, name):
    return page.get_by_role("spinbutton", name=name)


def window(page):
    return page.evaluate("model.get('window')")


def numbers(page, selector):
    return [float(text.replace("−", "-")) for text in page.locator(selector).all_inner_texts()]


def lit(page, selector, kind="cs-tap"):
    """Read the numbers of the cells in a part that carry a mark."""
    return numbers(page, f"{selector} .cs-field .cs-cell.{kind}")


@pytest.mark.parametrize("settings", [{"window": 4}, {"pad": 1, "window": 7}, {"stride": 2, "window": 1}])
def test_every_number_shown_is_the_kit_s(mount, settings):
    widget = Im2col(**settings)
    page = mount(widget)
    n = widget.position[0]
    assert numbers(page, ".cs-xcol .cs-field .cs-cell") == widget.x_col.ravel().tolist()
    assert numbers(page, ".cs-wrow .cs-field .cs-cell") == widget.w_row.ravel().tolist()
    assert numbers(page, ".cs-ymatrix .cs-field .cs-cell") == widget.product.ravel().tolist()
    assert numbers(page, ".cs-output [role=gridcell]") == widget.product.ravel().tolist(), "reshaped, none moved"
    # What is lit: the window in the input, its column, and what the rows of W_row make of it.
    assert lit(page, ".cs-xcol") == widget.x_col[:, n].tolist()
    assert lit(page, ".cs-input") == widget.x_col[:, n].tolist()
    for part in (".cs-ymatrix", ".cs-output"):
        assert lit(page, part, "cs-here") == widget.product[:, n].tolist()
    assert page.inner_text(".cs-sentence") in widget.describe()
    assert page.inner_text(".cs-memory") in widget.describe()
    assert page.inner_text(".cs-shapes") in widget.describe()


def test_arrows_move_the_window_on_the_output_and_on_x_col(mount):
    page = mount(Im2col())
    page.locator(".cs-output [tabindex='0']").focus()
    for key, want in [("ArrowRight", 1), ("ArrowDown", 4), ("End", 5), ("PageDown", 5), ("Home", 3), ("Control+End", 8),
                      ("Control+Home", 0), ("Enter", 1)]:  # fmt: skip
        page.keyboard.press(key)
        assert window(page) == want, key
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "y[0, 0, 1] is −38"
    page.locator(".cs-xcol [tabindex='0']").focus()
    for key, want in [("ArrowRight", 2), ("ArrowDown", 2), ("End", 8), ("ArrowLeft", 7), ("Enter", 8), ("Enter", 0)]:
        page.keyboard.press(key)
        assert window(page) == want, key
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "X_col[1, 0] is 2"
    assert page.inner_text(".cs-note") == (
        "Row 1 of X_col holds channel 0, row 0, column 1 of every window; for window 0 that is x[0, 0, 1] = 2."
    )
    expect(live(page)).to_have_text(page.inner_text(".cs-sentence"))


def test_a_click_shows_all_copies_of_a_cell(mount):
    widget = Im2col(cell=(0, 1, 1))
    page = mount(Im2col())
    cell = page.locator(".cs-input [role=gridcell]").nth(5)
    cell.click()
    page.locator(".cs-caption").hover()
    assert page.evaluate("model.get('cell')") == [0, 1, 1]
    assert page.inner_text(".cs-note") == "x[0, 1, 1] = 6 stands in X_col 4 times, in columns 0, 1, 3 and 4."
    shown = page.locator(".cs-xcol [role=gridcell]").evaluate_all("(c) => c.map((e) => e.matches('.cs-copy'))")
    assert np.array_equal(np.reshape(shown, (8, 9)), widget.origins == 6)
    page.get_by_role("button", name="Step").click()
    assert page.locator(".cs-xcol .cs-copy").count() == 4, "the copies stay while the window moves"
    expect(live(page)).to_contain_text("Window 1")
    cell.click()
    page.locator(".cs-caption").hover()
    assert page.locator(".cs-field .cs-copy").count() == 0, "once more lets it go"


def test_copies_by_keyboard(mount):
    page = mount(Im2col())
    page.locator(".cs-input [tabindex='0']").focus()
    for key in ("ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
    label = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert label == "x[0, 1, 1] is 6, 4 times in X_col"
    assert lit(page, ".cs-xcol", "cs-copy") == [6, 6, 6, 6], "the focus shows them, too"
    page.keyboard.press("Enter")
    assert page.evaluate("model.get('cell')") == [0, 1, 1]
    expect(live(page)).to_have_text("x[0, 1, 1] = 6 stands in X_col 4 times, in columns 0, 1, 3 and 4.")
    page.keyboard.press("Escape")
    assert page.evaluate("model.get('cell')") == []


def test_pointing_moves_the_window_and_tells_where_an_entry_comes_from(mount):
    page = mount(Im2col())
    page.locator(".cs-xcol [role=gridcell]").nth(5 * 9 + 7).hover()
    assert window(page) == 7
    assert "channel 1, row 0, column 1 of every window; for window 7 that is x[1, 2, 2] = 27" in page.inner_text(
        ".cs-note"
    )
    assert lit(page, ".cs-input", "cs-hot") == [27]
    assert page.locator(".cs-wrow .cs-hot").count() == 2, "and the weight of each filter that it meets"
    page.locator(".cs-output [role=gridcell]").nth(9 + 4).hover()
    assert window(page) == 4
    page.locator(".cs-ymatrix .cs-cell").nth(2).click()
    assert window(page) == 2


def test_touch_moves_the_window_and_chooses_a_cell(mount):
    page = mount(Im2col(), width=358, has_touch=True)
    page.locator(".cs-xcol [role=gridcell]").nth(4).tap()
    assert window(page) == 4
    page.locator(".cs-input [role=gridcell]").nth(0).tap()
    assert page.evaluate("model.get('cell')") == [0, 0, 0]
    assert lit(page, ".cs-xcol", "cs-copy") == [1]


def test_settings_change_the_matrices_and_meet_the_task(mount):
    page = mount(STATES["demo"]())
    assert page.inner_text(".cs-task").startswith("Try it")
    assert page.locator(".cs-bars").inner_text().split() == ["input", "32", "X_col", "72"]
    knob(page, "stride").focus()
    page.keyboard.press("ArrowUp")
    bars = page.locator(".cs-bars [class^=cs-bar-]")
    assert len(set(bars.evaluate_all("(b) => b.map((e) => e.style.getPropertyValue('--share'))"))) == 1
    assert page.inner_text(".cs-memory") == "X_col holds 32 numbers, as many as the input."
    assert page.inner_text(".cs-task").startswith("✓ Done")
    assert lit(page, ".cs-xcol") == [11, 12, 15, 16, 27, 28, 31, 32], "the last window is in view"
    expect(live(page)).to_contain_text("meets the task")
    page.keyboard.press("ArrowUp")
    assert page.inner_text(".cs-task").startswith("✓ Done"), "what is done stays done"
    assert page.locator(".cs-input .cs-unread").count() == 24
    knob(page, "stride").fill("1")
    knob(page, "filter size").fill("3")
    knob(page, "padding").fill("1")
    assert page.inner_text(".cs-memory").endswith("9 times as many.")
    assert page.locator(".cs-xcol [role=gridcell]").count() == 18 * 16
    w = page.evaluate("JSON.stringify(model.get('w')[0][0][0].slice(0, 2))")
    page.get_by_role("button", name="Reset").click()
    assert page.evaluate("[model.get('w')[0][0].length, model.get('pad'), model.get('window')]") == [2, 0, 4]
    assert page.evaluate("JSON.stringify(model.get('w')[0][0][0])") == w


def test_play_goes_through_all_windows(mount):
    page = mount(Im2col(window=7), fresh=True)
    page.clock.install()
    page.get_by_role("button", name="Play").click()
    assert window(page) == 8
    page.clock.run_for(TICK)
    page.get_by_role("button", name="Play").click()
    page.get_by_role("button", name="Pause").click()
    assert window(page) == 0, "at the end it begins again"
    page.get_by_role("button", name="Back").click()
    assert window(page) == 8
    calm = mount(Im2col(), reduced_motion="reduce")
    assert calm.evaluate("getComputedStyle(document.querySelector('.cs-column')).transitionProperty") == "none"


def test_tab_stops_are_few_and_keys_stay_inside(mount):
    page = mount(Im2col())
    page.evaluate("window.leaked = []; document.addEventListener('keydown', (e) => leaked.push(e.key))")
    stops = 0
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement !== document.body") and stops < 30:
        stops += 1
        page.keyboard.press("Tab")
    assert stops == 3 + 4 + 3, "settings, buttons, and one stop for each grid"
    page.locator(".cs-xcol [tabindex='0']").focus()
    page.evaluate("leaked.length = 0")
    for key in ["ArrowDown", "Enter", "a", "Space", "Space", "Escape"]:
        page.keyboard.press(key)
    assert page.evaluate("leaked") == []


def test_changes_from_outside_are_shown(mount):
    page = mount(Im2col())
    page.evaluate("model.set('window', 8); model.set('x', [[[1, 2, 3], [4, 5, 6], [7, 8, 9]]])")
    page.evaluate("model.set('w', [[[[2]]]]); model.set('b', [1]); model.set('cell', [0, 2, 0])")
    assert numbers(page, ".cs-output [role=gridcell]") == [3, 5, 7, 9, 11, 13, 15, 17, 19]
    assert lit(page, ".cs-xcol", "cs-copy") == [7]
    page.evaluate("model.set('b', [0, 1])")
    assert "2 biases" in page.inner_text(".cs-problem")
    page.evaluate("dispose(); model.set('b', [0])")


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(mount, state):
    assert problems(mount(STATES[state]())) == []


@pytest.mark.parametrize("width", [340, 390, 560, 700, 860, 1068])
def test_any_width_holds_it_all(mount, width):
    page = mount(Im2col(), width=width)
    wide = """(edge) => [...document.querySelectorAll('.cs-widget *')].filter((e) =>
        e.getBoundingClientRect().right > edge &&
        !e.closest('.cs-live, .cs-right, .cs-weights')).map((e) => e.className)"""
    for F, S, P in [(2, 1, 0), (1, 1, 1), (3, 1, 1), (3, 3, 0)]:
        for name, value in [("filter size", F), ("stride", S), ("padding", P)]:
            knob(page, name).fill(str(value))
        assert page.evaluate("document.documentElement.scrollWidth") <= max(width + 32, 390), (F, S, P)
        assert page.evaluate(wide, width + 17) == [], (F, S, P)


def test_a_wide_x_col_scrolls_to_its_lit_column(mount):
    page = mount(STATES["large"](), width=358)
    page.get_by_role("button", name="Step").click()
    here, box = page.locator(".cs-xcol .cs-cell.cs-tap").nth(0).bounding_box(), page.locator(".cs-right").bounding_box()
    assert box["x"] <= here["x"] <= box["x"] + box["width"] - here["width"]
