"""Valley in Chromium: the rate by keys, the start by pointer and keys, rules by click, the steps, and its tasks."""

import pytest
from axe import problems
from cs231n_widgets import Valley
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def get(page, name):
    return page.evaluate(f"model.get('{name}')")


def points(page, name):
    """Returns how many places of a walk are drawn; 0 if it isn't shown."""
    line = page.locator(f".cs-land polyline.cs-rule-{name}")
    return len(line.get_attribute("points").split()) // 2 if line.is_visible() else 0


def test_the_rate_is_found_by_keys(mount):
    page = mount(Valley.plain())
    rate = page.get_by_role("slider", name="rate")
    rate.focus()
    for value in (0.012, 0.015, 0.02, 0.025, 0.03):
        page.keyboard.press("ArrowRight")
        assert get(page, "rate") == value
    assert rate.get_attribute("aria-valuetext") == "0.03"
    expect(page.locator(".cs-task")).not_to_contain_text("Done")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".cs-task")).to_contain_text("✓ Done Find a rate at which 100 steps are enough. Only rates")
    expect(page.locator(".cs-sentence")).to_have_text("Rate 0.04, after 100 steps: SGD has arrived after 91 steps.")


def test_the_start_goes_where_the_pointer_and_the_arrow_keys_put_it(mount):
    page = mount(Valley(turn=30))
    field = page.get_by_role("application", name="Valley. Start: −4 along, 1 across.")
    box = field.bounding_box()
    unit = box["width"] / 10
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 2 * unit * 0.8660254, y - 2 * unit * 0.5, steps=3)  # two along
    page.mouse.up()
    along, across = get(page, "begin")
    assert abs(along - 2) < 0.06
    assert abs(across) < 0.06
    page.evaluate("model.set('begin', [1, 0])")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Shift+ArrowLeft")
    assert get(page, "begin") == [0.5, 0.1]
    for _ in range(20):
        page.keyboard.press("Shift+ArrowUp")
    assert get(page, "begin") == [0.5, 1.2]
    page.get_by_role("button", name="Reset").click()
    assert get(page, "begin") == [-4, 1]


def test_a_start_that_isn_t_free_stays(mount):
    page = mount(Valley.plain(knobs=["rate"]))
    field = page.get_by_role("application")
    field.click(position={"x": 300, "y": 100})
    field.press("ArrowUp")
    assert get(page, "begin") == [-4, 1]
    assert page.get_by_role("slider").count() == 1


def test_rules_come_and_go_by_click_and_walk_step_by_step(mount):
    page = mount(Valley(shown="SGD, Adam"))
    assert [points(page, name) for name in ("SGD", "momentum", "Adam")] == [101, 0, 101]
    page.get_by_role("checkbox", name="momentum").check()
    page.get_by_role("checkbox", name="SGD").uncheck()
    assert get(page, "shown") == "momentum, Adam"
    steps = page.get_by_role("slider", name="steps")
    steps.focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    assert [points(page, name) for name in ("SGD", "momentum", "Adam")] == [0, 2, 2]
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("model.get('step') > 3")
    page.get_by_role("button", name="Pause").click()
    there = get(page, "step")
    page.wait_for_timeout(200)
    assert get(page, "step") == there < 100
    assert points(page, "Adam") == there + 1


def test_it_plays_to_the_end_and_from_the_beginning_again(mount):
    page = mount(Valley(shown="SGD", step=98))
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("model.get('step') === 100")
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("model.get('step') < 50")
    page.evaluate("dispose()")


def test_changes_from_outside_are_shown_and_described(mount):
    widget = Valley()
    page = mount(widget)
    widget.show(rate=0.1, turn=15, begin=[3.5, -0.5], step=37, shown="momentum, Adagrad")
    page.evaluate("(state) => { for (const name in state) model.set(name, state[name]); }", widget.settings())
    words = page.locator(f"#{page.locator('.cs-widget').get_attribute('aria-describedby')}")
    expect(words).to_have_text(widget.describe())
    expect(page.get_by_role("radio", name="turned 15°")).to_be_checked()
    expect(page.get_by_role("checkbox", name="Adagrad")).to_be_checked()
    assert points(page, "SGD") == 0


@pytest.mark.parametrize("width", [760, 358])
def test_axe_finds_nothing(mount, width):
    assert problems(mount(Valley.turned(rate=1.2), width)) == []
