"""FullyConnectedAsConvolution in Chromium: writing by mouse, touch and keys, the map, crops, and the task."""

import numpy as np
import pytest
from axe import problems
from cs231n_widgets import FullyConnectedAsConvolution
from playwright.sync_api import expect
from widget_page import live

pytestmark = pytest.mark.browser
# A seven, in pixels of the canvas: across, then down.
SEVEN = [(40, 18), (54, 18), (50, 28), (46, 38)]


def get(page, name):
    return page.evaluate(f"model.get('{name}')")


def at(page, x, y):
    """Returns where on the page a pixel of the canvas is."""
    box = page.locator(".cs-canvas").bounding_box()
    return box["x"] + x * box["width"] / 112, box["y"] + y * box["height"] / 56


def write_seven(page):
    page.mouse.move(*at(page, *SEVEN[0]))
    page.mouse.down()
    for x, y in SEVEN[1:]:
        page.mouse.move(*at(page, x, y), steps=12)


def test_a_digit_written_with_the_mouse_is_seen_before_the_pen_is_lifted(mount):
    page = mount(FullyConnectedAsConvolution(drawing=""))
    expect(page.locator(".cs-seen")).to_have_text("Nothing is seen.")
    write_seven(page)
    expect(page.locator(".cs-seen")).to_contain_text("The highest score is for 7,")
    assert get(page, "drawing") == ""
    page.mouse.up()
    drawing = get(page, "drawing")
    assert drawing.startswith("~")
    widget = FullyConnectedAsConvolution(drawing=drawing)
    assert max(widget.sightings, key=widget.sightings.get) == 7
    assert [text == "7" for text in page.locator(".cs-place").all_inner_texts()] == (widget.seen.ravel() == 7).tolist()
    expect(live(page)).to_contain_text("The highest score is for 7,")
    page.get_by_role("button", name="Undo").click()
    assert get(page, "drawing") == ""
    expect(page.locator(".cs-seen")).to_have_text("Nothing is seen.")
    write_seven(page)
    page.mouse.up()
    page.get_by_role("button", name="Reset").click()
    assert get(page, "drawing") == ""
    page.get_by_role("button", name="Undo").click()
    assert get(page, "drawing").startswith("~")


def test_a_finger_writes_and_stamps_on_a_phone(mount):
    page = mount(FullyConnectedAsConvolution(drawing=""), 358, has_touch=True)
    assert page.locator(".cs-canvas").bounding_box()["width"] == 358
    page.get_by_role("radio", name="3", exact=True).check()
    page.touchscreen.tap(*at(page, 30, 30))
    assert get(page, "drawing") == "3@16,16"
    expect(page.locator(".cs-seen")).to_contain_text("The highest score is for 3,")
    page.get_by_role("radio", name="pen").check()
    touch = page.context.new_cdp_session(page)
    for kind, points in [("Start", SEVEN[:1]), *(("Move", [one]) for one in SEVEN[1:]), ("End", [])]:
        spots = [dict(zip("xy", at(page, x + 40, y), strict=True)) for x, y in points]
        touch.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": spots})
    expect(page.locator(".cs-seen")).to_contain_text("7 at")
    assert get(page, "drawing").startswith("3@16,16 ~")
    assert page.evaluate("scrollY") == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_digit_is_stamped_by_keys_alone(mount):
    page = mount(FullyConnectedAsConvolution(drawing=""))
    page.locator(".cs-canvas").focus()
    for key in ["4", "ArrowDown", "ArrowRight", "ArrowRight", "Shift+ArrowRight", "ArrowLeft", "Enter"]:
        page.keyboard.press(key)
    assert get(page, "drawing") == "4@8,9"
    expect(page.locator(".cs-seen")).to_contain_text("The highest score is for 4,")
    for _ in range(40):
        page.keyboard.press("ArrowRight")
    expect(live(page)).to_have_text("Stamp 4 at row 8, column 84")
    page.keyboard.press("9")
    page.keyboard.press(" ")
    assert get(page, "drawing") == "4@8,9 9@8,84"
    for key, left in [("Backspace", "4@8,9"), ("Delete", ""), ("Control+z", "4@8,9")]:
        page.keyboard.press(key)
        assert get(page, "drawing") == left, key


def test_a_crop_is_chosen_on_the_map_and_compared_cell_by_cell(mount):
    widget = FullyConnectedAsConvolution(padded=True)
    page = mount(widget)
    box = page.locator(".cs-map").bounding_box()
    page.mouse.click(box["x"] + box["width"] * 15.5 / 22, box["y"] + box["height"] * 2.5 / 8)
    assert (get(page, "row"), get(page, "col")) == (2, 15)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Control+Home")
    assert (get(page, "row"), get(page, "col")) == (0, 0)
    widget.show(row=0, col=0)
    texts = page.locator(".cs-cell").all_inner_texts()
    assert [text == "=" for text in texts] == (widget.differences == 0).ravel().tolist()
    assert texts.count("=") >= 25
    page.get_by_role("radio", name="without zero padding").check()
    assert page.locator(".cs-cell").all_inner_texts() == ["="] * 16
    expect(page.locator(".cs-sentence")).to_contain_text("all 16 cells in front of the FC layers are equal.")
    expect(page.locator(".cs-bill")).to_contain_text("12.6 times as many")


def test_what_a_cell_sees_is_framed(mount):
    page = mount(FullyConnectedAsConvolution(padded=True, row=1, col=2))
    field = page.locator(".cs-canvas .cs-field-frame")
    expect(field).to_be_hidden()
    page.locator(".cs-cell").nth(8).hover()
    canvas, box = page.locator(".cs-canvas").bounding_box(), field.bounding_box()
    scale = (canvas["width"] - 2) / 112
    assert [round(box[name] / scale) for name in ("width", "height")] == [16, 16]
    assert round((box["x"] - canvas["x"]) / scale) == 8 + 4 - 6
    page.mouse.move(0, 0)
    expect(field).to_be_hidden()


def test_the_task_is_done_by_keys_after_a_wrong_answer(mount):
    page = mount(FullyConnectedAsConvolution.which_cells(row=2, col=8))
    assert set(page.locator(".cs-cell").all_inner_texts()) == {""}
    page.locator(".cs-cell").nth(0).click()
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".cs-verdict")).to_contain_text(
        "Not yet: 1 marked cell differs and 9 equal cells have no mark."
    )
    expect(page.get_by_role("gridcell", name="Cell at row 0, column 0: differs by")).to_be_focused()
    expect(page.locator(".cs-task")).not_to_contain_text("Done")
    page.locator(".cs-map").press("ArrowRight")
    assert (get(page, "col"), get(page, "marks"), get(page, "checked")) == (9, [], False)
    page.locator(".cs-cell").nth(0).focus()
    for key in ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight"]:
        page.keyboard.press(key)
    for back in (False, True, False):
        for step in range(3):
            page.keyboard.press(" ")
            if step < 2:
                page.keyboard.press("ArrowLeft" if back else "ArrowRight")
        page.keyboard.press("ArrowDown")
    for _ in range(2):  # marked, and taken back
        page.keyboard.press(" ")
        expect(page.locator(".cs-canvas .cs-field-frame")).to_be_visible()
    assert sorted(get(page, "marks")) == [[row, col] for row in (2, 3, 4) for col in (2, 3, 4)]
    page.get_by_role("button", name="Check").press("Enter")
    expect(page.locator(".cs-verdict")).to_have_text("Right.")
    expect(page.locator(".cs-task")).to_contain_text("✓ Done")
    expect(live(page)).to_contain_text("That meets the task. With zero padding a crop isn’t what the pass sees")


def test_ink_that_no_address_could_hold_is_not_taken(mount):
    drawing = " ".join(["3@10,10"] * 300)
    page = mount(FullyConnectedAsConvolution(drawing=drawing))
    write_seven(page)
    page.mouse.up()
    assert get(page, "drawing") == drawing
    expect(page.locator(".cs-under")).to_contain_text("The canvas holds no more ink.")
    page.get_by_role("button", name="Clear").click()
    assert get(page, "drawing") == ""
    expect(page.locator(".cs-under")).to_contain_text("Write with the mouse")


def test_changes_from_outside_are_shown_and_described(mount):
    widget = FullyConnectedAsConvolution()
    page = mount(widget)
    widget.show(drawing="6@20,50", padded=True, row=0, col=21, ask=True)
    page.evaluate("(state) => { for (const name in state) model.set(name, state[name]); }", widget.settings())
    words = page.locator(f"#{page.locator('.cs-widget').get_attribute('aria-describedby')}")
    expect(words).to_have_text(widget.describe())
    expect(page.get_by_role("gridcell")).to_have_count(49)


def test_an_image_of_the_learner_s_with_few_knobs_is_only_looked_at(mount):
    image = np.zeros((40, 60))
    image[10:30, 20] = 1
    page = mount(FullyConnectedAsConvolution(image=image, knobs=[]), 358)
    expect(page.get_by_role("button", name="Clear")).to_be_hidden()
    expect(page.get_by_role("gridcell")).to_have_count(0)
    page.mouse.click(*at(page, 30, 30))
    assert get(page, "drawing") == ""
    expect(page.locator(".cs-seen")).to_contain_text("The highest score is for 1,")


@pytest.mark.parametrize("width", [744, 358])
def test_axe_finds_nothing(mount, width):
    page = mount(FullyConnectedAsConvolution.which_cells(marks=[[0, 0]], checked=True), width)
    assert problems(page) == []
