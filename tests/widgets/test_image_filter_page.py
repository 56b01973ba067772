"""ImageFilter in a page: typing weights, pointing, keyboard, screen readers, narrow pages."""

import numpy as np
import pytest
from axe import problems
from cs231n_widgets import ImageFilter
from playwright.sync_api import expect
from widget_page import live

pytestmark = pytest.mark.browser
TASKS = [
    {"task": "Find the posts.", "goal": {"upright": True}, "why": "Left against right."},
    {"task": "Move the picture by one.", "goal": {"shift": True}, "why": "One pixel is read."},
    {"task": "Make flat areas black.", "goal": {"flat": True}, "why": "The sum is 0."},
]
SHOWN = """(n) => {
  const canvas = document.querySelectorAll("canvas")[n], { width, height } = canvas;
  return [...canvas.getContext("2d").getImageData(0, 0, width, height).data];
}"""


def shown(page, n):
    """Returns the colours of the picture (0) or the map (1), as (pixels, 3)."""
    return np.reshape(page.evaluate(SHOWN, n), (-1, 4))[:, :3]


def type_filter(page, weights):
    for n, text in enumerate(weights):
        page.get_by_label(f"Weight, row {n // 3}, column {n % 3}").fill(str(text))


def trait(page, name):
    return page.evaluate(f"model.get('{name}')")


def test_the_map_follows_each_number_that_is_typed(mount):
    widget = ImageFilter()
    page = mount(widget)
    assert (shown(page, 0) == widget.image.ravel()[:, None]).all()
    page.get_by_label("Weight, row 1, column 1").fill("4")
    widget.filter = [[0, -1, 0], [-1, 4, -1], [0, -1, 0]]
    colours, values = shown(page, 1), widget.map.ravel()
    assert (colours[values >= 0] == np.minimum(values[values >= 0], 255)[:, None]).all()
    assert (colours[values < -3, 2] > colours[values < -3, 0]).all(), "below 0 is blue"
    expect(live(page)).to_contain_text("The weights add up to 0, so flat areas come out black.")
    assert page.locator(".cs-sentence").inner_text() in widget.describe()


def test_three_tasks_are_done_one_after_the_other_and_say_why(mount):
    page = mount(ImageFilter(tasks=TASKS))
    tasks = page.locator(".cs-tasks li")
    type_filter(page, [0, 0, 0, 0, 0, "1", 0, 0, 0])
    expect(tasks.nth(1)).to_have_text("✓ Done Move the picture by one. One pixel is read.")
    expect(live(page)).to_contain_text("That meets a task. One pixel is read.")
    page.get_by_label("Weight, row 1, column 0").fill("−1")
    expect(tasks.nth(0)).to_have_text("✓ Done Find the posts. Left against right.")
    expect(tasks.nth(2)).to_have_text("✓ Done Make flat areas black. The sum is 0.")
    page.get_by_role("button", name="Reset").click()
    expect(tasks.nth(1)).to_contain_text("✓ Done")
    assert trait(page, "filter") == [[0, -1, 0], [-1, 5, -1], [0, -1, 0]]


def test_the_first_key_counts(mount):
    page = mount(ImageFilter(tasks=TASKS))
    for _ in range(6):  # the picture, then the weights
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert trait(page, "filter")[1] == [-1, 4, -1]
    expect(page.locator(".cs-tasks li").nth(2)).to_contain_text("✓ Done")


def test_weights_are_numbers_or_stay(mount):
    page = mount(ImageFilter())
    field = page.get_by_label("Weight, row 0, column 0")
    field.fill("1/9")
    assert trait(page, "filter")[0][0] == 1 / 9
    field.fill("-")
    assert trait(page, "filter")[0][0] == 1 / 9, "half a number changes nothing"
    field.press("Tab")
    assert field.input_value() == "0.111"
    expect(page.locator(".cs-hint")).to_have_text("“-” is not a number from −99 to 99; the weight stays 0.111.")
    field.fill("0,5")
    field.press("ArrowUp")
    field.press("ArrowUp")
    assert trait(page, "filter")[0][0] == 2.5
    assert field.input_value() == "2.5"


def test_a_pixel_is_chosen_by_mouse_and_by_keys(mount):
    page = mount(ImageFilter(row=40, col=30))
    field = page.get_by_role("application")
    box = field.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 50.5 / 96, box["y"] + box["height"] * 20.5 / 96)
    assert [trait(page, "row"), trait(page, "col")] == [20, 50]
    field.focus()
    for key, want in [("ArrowDown", [21, 50]), ("Shift+ArrowLeft", [21, 42]), ("PageUp", [13, 42]), ("Home", [13, 1]),
                      ("ArrowLeft", [13, 1]), ("End", [13, 94])]:  # fmt: skip
        page.keyboard.press(key)
        assert [trait(page, "row"), trait(page, "col")] == want, key
    widget = ImageFilter(row=13, col=94)
    assert page.locator(".cs-pixels .cs-one").all_inner_texts() == [str(pixel) for pixel in widget.window.ravel()]
    assert page.locator(".cs-sum b").inner_text().replace("−", "-") == f"{widget.value:g}"
    expect(field).to_have_attribute("aria-label", "Picture: row 13, column 94")
    expect(live(page)).to_have_text(page.locator(".cs-sentence").inner_text())


def test_axe_finds_nothing(mount):
    assert problems(mount(ImageFilter(tasks=TASKS, row=34, col=79))) == []


def test_picture_map_and_weights_are_seen_together_on_a_phone(mount):
    page = mount(ImageFilter(tasks=TASKS), width=358)
    top, low = (page.locator(part).bounding_box() for part in (".cs-pictures", ".cs-calc"))
    assert low["y"] + low["height"] - top["y"] < 500
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
