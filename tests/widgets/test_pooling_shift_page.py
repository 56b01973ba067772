"""PoolingShift in Chromium: the slider by keys, the curves by pointer, the choice, and what is drawn."""

import numpy as np
import pytest
from axe import problems
from cs231n_widgets import PoolingShift
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
IMAGE = np.zeros((20, 40))
IMAGE[:, 12:] = 0.5
IMAGE[5:15, 25:] = 1
TASK = {"task": "Move it by 3.", "goal": {"shift": 3, "pool": "max3"}, "why": "Because."}
# How much ink is on a canvas: the sum of its opacities.
INK = """(canvas) => {
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0);
  const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
  return data.reduce((sum, value, k) => sum + (k % 4 === 3 ? value : 0), 0);
}"""


def changed(page):
    return page.get_by_role("img", name="what has changed").evaluate(INK)


def test_the_slider_moves_by_keys_and_the_pictures_follow(mount):
    page = mount(PoolingShift(IMAGE, shift=1, **TASK))
    slider = page.get_by_role("slider", name="moved by")
    assert changed(page) > 0
    slider.focus()
    page.keyboard.press("Home")
    expect(page.locator(".cs-sentence")).to_contain_text("nothing changes")
    assert changed(page) == 0
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert slider.get_attribute("aria-valuetext") == "3 pixels"
    assert page.evaluate("model.get('shift')") == 3
    expect(page.locator(".cs-task")).not_to_contain_text("Done")
    page.get_by_role("radio", name="max 3×3").check()
    expect(page.locator(".cs-task")).to_contain_text("✓ Done Move it by 3. Because.")
    size = page.get_by_role("img", name="what has changed").evaluate("(canvas) => [canvas.width, canvas.height]")
    assert size == [14, 9]


def test_a_pointer_on_the_curves_moves_it(mount):
    page = mount(PoolingShift(IMAGE))
    box = page.locator(".cs-shift-chart").bounding_box()
    page.mouse.click(box["x"] + box["width"] - 16, box["y"] + 60)
    assert page.evaluate("model.get('shift')") == 8
    page.mouse.click(box["x"] + 46, box["y"] + 60)
    assert page.evaluate("model.get('shift')") == 0


def test_changes_from_outside_are_shown_and_described(mount):
    widget = PoolingShift(IMAGE)
    page = mount(widget)
    page.evaluate("model.set('shift', 5); model.set('pool', 'average')")
    widget.show(shift=5, pool="average")
    expect(page.get_by_role("slider")).to_have_value("5")
    expect(page.get_by_role("radio", name="average 2×2")).to_be_checked()
    words = page.locator(f"#{page.locator('.cs-widget').get_attribute('aria-describedby')}")
    expect(words).to_have_text(widget.describe())


@pytest.mark.parametrize("width", [760, 358])
def test_axe_finds_nothing(mount, width):
    assert problems(mount(PoolingShift(IMAGE, pool="max2", **TASK), width)) == []
