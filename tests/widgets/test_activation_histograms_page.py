"""ActivationHistograms in Chromium: the scale by mouse and keys, both rows, the task, a learner's own layers."""

import numpy as np
import pytest
from axe import problems
from cs231n_widgets import ActivationHistograms
from playwright.sync_api import expect
from widget_page import live

pytestmark = pytest.mark.browser
WATCH = """() => {
  window.drawn = [];
  new MutationObserver((all) => drawn.push(...all.map(({ target, oldValue }) => [oldValue, target.getAttribute("d")])))
    .observe(document.querySelector(".cs-widget"), { subtree: true, attributeOldValue: true, attributeFilter: ["d"] });
}"""


def get(page, name):
    return page.evaluate(f"model.get('{name}')")


def figures(page, kind):
    """Returns what stands below the histograms of a row."""
    return page.locator(f".cs-{kind} .cs-figure").all_inner_texts()


def shapes(page, kind):
    """Returns the bars of a row's histograms."""
    return [path.get_attribute("d") for path in page.locator(f".cs-{kind} path").all()]


def test_the_scale_is_set_by_keys_and_both_rows_follow(mount):
    page = mount(ActivationHistograms())
    scale = page.get_by_role("slider", name="scale of the weights (He’s: 1)")
    assert scale.get_attribute("aria-valuetext") == "0.5"
    assert figures(page, "without")[-1] == "0.00081"
    before = shapes(page, "without"), shapes(page, "with")
    scale.focus()
    for key, value in [("ArrowRight", 0.513), ("Home", 0.2), ("PageUp", 0.276), ("PageDown", 0.2), ("End", 5)]:
        page.keyboard.press(key)
        assert get(page, "scale") == value, key
    assert figures(page, "without")[-1] == "8 million"
    assert figures(page, "with")[-1] == "0.59"
    assert all(a != b for a, b in zip(before[0], shapes(page, "without"), strict=True))
    expect(page.locator(".cs-deviation")).to_have_text("Weights’ deviation: 5 × √(2/100) = 0.707")
    expect(live(page)).to_contain_text("Without batch norm: layer 10 has 2 million times")
    page.get_by_role("button", name="Reset").click()
    assert get(page, "scale") == 0.5
    assert (shapes(page, "without"), shapes(page, "with")) == before


def test_what_has_not_changed_is_not_drawn_again(mount):
    page = mount(ActivationHistograms(scale=0.513))
    page.evaluate(WATCH)
    page.get_by_role("slider").press("ArrowRight")
    assert get(page, "scale") == 0.525
    drawn = page.evaluate("drawn")
    assert 0 < len(drawn) < 20
    assert all(before != now for before, now in drawn)


def test_the_task_is_done_by_mouse(mount):
    page = mount(ActivationHistograms.find_scales())
    box = page.get_by_role("slider").bounding_box()
    y, middle = box["y"] + box["height"] / 2, box["x"] + box["width"] / 2
    task, found = page.locator(".cs-task"), page.locator(".cs-held")
    page.mouse.move(box["x"] + box["width"] / 4, y)
    page.mouse.down()
    expect(found).to_have_text("")
    page.mouse.move(middle, y)
    assert get(page, "scale") == 1
    expect(found).to_have_text("Held without batch norm: 1.")
    expect(task).not_to_contain_text("Done")
    for side in (-1, 1):
        page.mouse.move(middle + side * 0.018 * box["width"], y)
    expect(task).not_to_contain_text("Done")
    page.mouse.move(box["x"] + box["width"] - 20, y)
    page.mouse.up()
    expect(task).to_contain_text("✓ Done At which scales")
    expect(task).to_contain_text("Without batch norm it is about 0.93 to 1.08 times He’s.")
    assert page.get_by_role("slider").bounding_box() == box  # the words have not pushed it away
    expect(live(page)).to_contain_text("That meets the task.")


def test_layers_are_told_in_words_and_a_wrong_size_by_a_word(mount):
    page = mount(ActivationHistograms())
    row = page.get_by_role("group", name="Without batch norm")
    expect(row.get_by_role("img")).to_have_count(10)
    expect(row.get_by_role("img", name="layer 10: mean 0.00057, deviation 0.00081, 48% zeros")).to_be_visible()
    assert page.locator(".cs-without .cs-wrong").all_inner_texts() == ["", *["too small"] * 9]
    assert set(page.locator(".cs-with .cs-wrong").all_inner_texts()) == {""}


def test_changes_from_outside_are_shown_and_described(mount):
    widget = ActivationHistograms()
    page = mount(widget)
    widget.show(scale=1.07, layers=4, seed=2)
    page.evaluate("(state) => { for (const name in state) model.set(name, state[name]); }", widget.settings())
    words = page.locator(f"#{page.locator('.cs-widget').get_attribute('aria-describedby')}")
    expect(words).to_have_text(widget.describe())
    expect(page.get_by_role("img")).to_have_count(8)


def test_a_learner_s_own_layers_stand_in_one_row_without_a_slider(mount):
    rng = np.random.default_rng(0)
    arrays = [rng.normal(size=(9, 9)), np.maximum(rng.normal(size=(9, 9)), 0), np.zeros((9, 9))]
    page = mount(ActivationHistograms(activations=arrays, names=["conv", "relu", "a rather long name"]), 358)
    expect(page.get_by_role("group", name="Your layers")).to_contain_text("a rather long name is dead.")
    expect(page.get_by_role("img")).to_have_count(3)
    expect(page.locator(".cs-widget").get_by_role("group")).to_have_count(1)
    expect(page.get_by_role("slider")).to_have_count(0)
    assert page.locator(".cs-without .cs-wrong").last.inner_text() == "100% zeros"
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("width", [760, 358])
def test_axe_finds_nothing(mount, width):
    assert problems(mount(ActivationHistograms.find_scales(scale=5), width)) == []
