"""ResidualBlocks in Chromium: switches by mouse, finger and keys, what the net gets right, the task."""

import pytest
from axe import problems
from cs231n_widgets import ResidualBlocks
from playwright.sync_api import expect
from widget_page import live

pytestmark = pytest.mark.browser


def get(page, name):
    return page.evaluate(f"model.get('{name}')")


def block(page, number):
    """Returns a block's switch, as a screen reader finds it."""
    return page.get_by_role("switch", name=f"Block {number},")


def way_through(page, number):
    """Returns how a block's line through its CONV layers is displayed: "none" where they are out."""
    return block(page, number).locator(".cs-through").evaluate("(line) => getComputedStyle(line).display")


def test_a_click_takes_a_block_out_and_another_puts_it_back(mount):
    page = mount(ResidualBlocks(), reduced_motion="reduce")
    expect(page.get_by_role("switch", checked=True)).to_have_count(9)
    expect(page.locator(".cs-result")).to_have_text("455 of 500 right, 91% ")
    fill = page.locator(".cs-fill")
    assert fill.evaluate("(bar) => bar.style.width") == "91%"
    block(page, 6).click()
    assert get(page, "without") == "6"
    expect(block(page, 6)).not_to_be_checked()
    expect(block(page, 6)).to_contain_text("6 out")
    assert [way_through(page, number) for number in (5, 6)] == ["inline", "none"]
    expect(page.locator(".cs-result")).to_have_text("422 of 500 right, 84% 33 fewer than with all blocks")
    assert fill.evaluate("(bar) => bar.style.width") == "84.4%"
    block(page, 1).click()
    assert get(page, "without") == "1, 6"
    expect(page.locator(".cs-out")).to_have_text("Blocks 1 and 6 taken out.")
    expect(page.locator(".cs-left")).to_have_text("246,490 of 269,722 parameters left, 91%.")
    block(page, 6).click()
    assert get(page, "without") == "1"
    page.get_by_role("button", name="Reset").click()
    assert get(page, "without") == ""


def test_arrow_keys_and_space_do_the_same(mount):
    page = mount(ResidualBlocks())
    page.keyboard.press("Tab")
    expect(block(page, 1)).to_be_focused()
    for key, number in [("ArrowRight", 2), ("ArrowDown", 3), ("End", 9), ("ArrowRight", 9), ("ArrowLeft", 8)]:
        page.keyboard.press(key)
        expect(block(page, number)).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    assert get(page, "without") == "1, 8"
    expect(live(page)).to_have_text("Blocks 1 and 8 taken out: 223 of 500 right, 45%, 232 fewer than with all blocks.")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Reset")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(block(page, 1)).to_be_focused()  # where the reader was


def test_a_finger_does_the_task_on_a_phone(mount):
    page = mount(ResidualBlocks.find(), 358, has_touch=True)
    task = page.locator(".cs-task")
    before = [page.locator(one).first.bounding_box()["y"] for one in (".cs-stage", ".cs-score")]
    for number in (6, 1):
        block(page, number).tap()
    expect(task).to_contain_text("Try it")
    block(page, 2).tap()
    expect(task).to_contain_text("Try it")  # 133 are too few
    assert [page.locator(one).first.bounding_box()["y"] for one in (".cs-stage", ".cs-score")] == before
    block(page, 2).tap()
    block(page, 5).tap()
    expect(task).to_contain_text("✓ Done Take out three blocks")
    expect(task).to_contain_text("They halve the map and double the depth, and their arc has only zeros")
    assert page.locator(".cs-stage").first.bounding_box()["y"] == before[0]  # nothing has moved under the finger
    expect(live(page)).to_contain_text("That meets the task.")
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_changes_from_outside_are_shown_and_described(mount):
    widget = ResidualBlocks()
    page = mount(widget)
    widget.without = "2, 7"
    page.evaluate("(state) => { for (const name in state) model.set(name, state[name]); }", widget.settings())
    words = page.locator(f"#{page.locator('.cs-widget').get_attribute('aria-describedby')}")
    expect(words).to_have_text(widget.describe())
    expect(page.get_by_role("switch", checked=False)).to_have_count(2)


def test_blocks_that_aren_t_free_stay(mount):
    page = mount(ResidualBlocks([4], knobs=[]))
    expect(block(page, 4)).to_be_disabled()
    expect(page.get_by_role("button", name="Reset")).to_have_count(0)
    assert page.get_by_role("switch").count() == 9


@pytest.mark.parametrize("width", [760, 358])
def test_axe_finds_nothing(mount, width):
    page = mount(ResidualBlocks.find(without="2, 7"), width, reduced_motion="reduce")
    assert problems(page) == []
