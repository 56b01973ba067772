"""NetComparison in Chromium: pointing by mouse, finger and keys, both axes, two nets beside each other, its task."""

import pytest
from axe import problems
from cs231n_widgets import NetComparison
from cs231n_widgets.net_comparison import model
from playwright.sync_api import expect
from widget_page import live

from cs231n_kit.models import resnet20

pytestmark = pytest.mark.browser


def get(page, name):
    return page.evaluate(f"model.get('{name}')")


def radio(page, name):
    """Returns a net's circle, as a screen reader finds it."""
    return page.get_by_role("radio", name=f"{name}: top-1")


def card(page, kind="chosen"):
    return page.locator(f".cs-card.cs-{kind}")


def middle(page, name):
    """Returns where the middle of a net's circle is on the page."""
    box = radio(page, name).locator("circle").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_click_chooses_the_net_and_the_mouse_alone_only_shows_it(mount):
    page = mount(NetComparison())
    expect(card(page).locator(".cs-name")).to_have_text("VGG-16")
    x, y = middle(page, "GoogLeNet")
    page.mouse.move(x - 5, y - 8)
    expect(card(page).locator(".cs-name")).to_have_text("GoogLeNet")
    assert get(page, "chosen") == "VGG-16"
    page.mouse.move(5, 5)
    expect(card(page).locator(".cs-name")).to_have_text("VGG-16")
    page.mouse.click(x - 5, y - 8)
    assert get(page, "chosen") == "GoogLeNet"
    page.mouse.move(5, 5)
    expect(card(page).locator("tbody tr:not([aria-hidden])")).to_have_count(6)
    expect(card(page).get_by_role("row", name="CONV 14×14")).to_contain_text("40% 10.6 MB35% 519 million")
    expect(card(page)).to_contain_text("top-169.8%weights26.5 MBmultiply-adds1.5 billionmemory at test time41 MB")
    widths = card(page).locator(".cs-bar").evaluate_all("(all) => all.map((bar) => bar.style.width)")
    assert widths[6] == "40.05%"


def test_arrow_keys_go_by_the_axis_and_by_top_1(mount):
    page = mount(NetComparison(chosen="AlexNet"))
    radio(page, "AlexNet").focus()
    for key, name in [
        ("ArrowRight", "GoogLeNet"),
        ("ArrowRight", "ResNet-18"),
        ("End", "VGG-19"),
        ("ArrowRight", "VGG-19"),
        ("ArrowUp", "ResNet-34"),
        ("Home", "AlexNet"),
        ("ArrowDown", "AlexNet"),
        ("ArrowUp", "VGG-11"),
    ]:
        page.keyboard.press(key)
        assert get(page, "chosen") == name, key
        expect(radio(page, name)).to_be_focused()
        assert radio(page, name).get_attribute("aria-checked") == "true"
    expect(live(page)).to_contain_text("VGG-11: top-1 69%, 531 MB of weights, 7.61 billion multiply-adds")
    page.get_by_role("radio", name="weights", exact=True).check()
    assert get(page, "axis") == "weights"
    radio(page, "VGG-11").focus()
    page.keyboard.press("Home")
    assert get(page, "chosen") == "GoogLeNet"


def test_the_axis_and_the_areas_change_places(mount):
    page = mount(NetComparison())
    radius = radio(page, "VGG-19").locator("circle")
    assert radius.get_attribute("r") == "30.00"
    assert radio(page, "VGG-11").locator("circle").get_attribute("r") == "28.85"
    expect(page.locator(".cs-areas")).to_have_text("Area of a circle: weights50 MB200 MB")
    page.get_by_role("radio", name="weights", exact=True).check()
    assert radio(page, "VGG-11").locator("circle").get_attribute("r") == "18.68"
    expect(page.locator(".cs-areas")).to_have_text("Area of a circle: multiply-adds1 billion5 billion")
    expect(page.locator(".cs-chart text.cs-title").last).to_have_text("weights in MB, 4 bytes a number")


def test_two_nets_stand_beside_each_other(mount):
    page = mount(NetComparison(chosen="AlexNet"))
    expect(card(page, "beside")).to_be_hidden()
    page.get_by_role("button", name="Keep AlexNet to compare").click()
    expect(card(page, "beside")).to_be_hidden()  # there is only one to see
    radio(page, "GoogLeNet").click()
    expect(card(page, "beside").locator(".cs-name")).to_have_text("AlexNet")
    left, right = card(page).bounding_box(), card(page, "beside").bounding_box()
    assert left["y"] == right["y"]
    assert right["x"] >= left["x"] + left["width"]
    page.get_by_role("button", name="Put AlexNet away").click()
    assert get(page, "beside") == ""
    expect(card(page, "beside")).to_be_hidden()
    page.get_by_role("button", name="Reset").click()
    assert (get(page, "chosen"), get(page, "beside")) == ("AlexNet", "")


def test_the_task_is_done_by_who_chooses_and_not_by_the_way_of_the_mouse(mount):
    page = mount(NetComparison.for_a_phone())
    task = page.locator(".cs-task")
    x, y = middle(page, "GoogLeNet")
    page.mouse.move(x, y)
    expect(card(page).locator(".cs-name")).to_have_text("GoogLeNet")
    expect(task).to_contain_text("Try it")
    radio(page, "ResNet-18").click()
    expect(task).to_contain_text("Try it")
    page.mouse.click(x, y)
    expect(task).to_contain_text("✓ Done An app for a phone")
    expect(task).to_contain_text("GoogLeNet has 26.5 MB of weights, because it has no large FC layers")
    assert middle(page, "GoogLeNet") == pytest.approx((x, y), abs=0.1)  # the words have not pushed it away
    expect(live(page)).to_contain_text("That meets the task.")


def test_a_finger_reaches_both_of_two_near_nets_on_a_phone(mount):
    page = mount(NetComparison(), 358, has_touch=True)
    for name in ("ResNet-18", "GoogLeNet", "VGG-13"):
        label = page.locator(".cs-names text", has_text=name).bounding_box()
        page.touchscreen.tap(label["x"] + label["width"] / 2, label["y"] + label["height"] / 2)
        assert get(page, "chosen") == name
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_nets_without_a_figure_stand_below_the_axis(mount):
    page = mount(NetComparison([resnet20()]))
    own = page.get_by_role("radio", name="ResNet-20: no figure of top-1, 1.08 MB of weights")
    assert own.bounding_box()["y"] > radio(page, "AlexNet").bounding_box()["y"]
    own.click()
    expect(card(page)).to_contain_text("top-1no figure")
    page.keyboard.press("ArrowUp")
    assert get(page, "chosen") == "AlexNet"


def test_changes_from_outside_are_shown_and_described(mount):
    widget = NetComparison()
    page = mount(widget)
    widget.show(chosen="ResNet-50", beside="VGG-19", axis="weights")
    page.evaluate("(state) => { for (const name in state) model.set(name, state[name]); }", widget.settings())
    words = page.locator(f"#{page.locator('.cs-widget').get_attribute('aria-describedby')}")
    expect(words).to_have_text(widget.describe())
    expect(card(page, "beside").locator(".cs-name")).to_have_text("VGG-19")


def test_a_chart_without_knobs_stays_as_it_is(mount):
    page = mount(NetComparison(knobs=[]))
    expect(page.get_by_role("radiogroup")).to_have_count(1)  # the nets
    expect(page.get_by_role("button")).to_have_count(0)
    page.mouse.click(*middle(page, "ResNet-18"))
    radio(page, "VGG-16").press("Home")
    assert get(page, "chosen") == "VGG-16"


def test_a_chart_is_where_python_says(mount):
    page = mount(NetComparison(), 744)
    box = page.locator(".cs-chart > svg").bounding_box()
    for circle in model.chart(NetComparison().nets, "work", 744, 396).circles:
        x, y = middle(page, circle.name)
        assert abs(x - box["x"] - circle.x) < 1
        assert abs(y - box["y"] - circle.y) < 1


@pytest.mark.parametrize("width", [760, 358])
def test_axe_finds_nothing(mount, width):
    assert problems(mount(NetComparison.for_a_phone(beside="AlexNet"), width)) == []
