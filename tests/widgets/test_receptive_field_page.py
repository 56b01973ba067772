"""ReceptiveField in Chromium: cells by pointer and keys, layers by click and keys, the steps of its task, the guess."""

import pytest
from axe import problems
from cs231n_widgets import ReceptiveField
from playwright.sync_api import expect
from widget_page import live

pytestmark = pytest.mark.browser
# The cells of a map that are at full strength, [[row, column], ...].
LIT = """(canvas) => {
  const { data, width } = pixels(canvas);
  return Array.from({ length: data.length / 4 }, (_, n) => n).filter((n) => data[4 * n + 3] === 255)
    .map((n) => [Math.floor(n / width), n % width]);
}"""
# How many squares of 3 by 3 are drawn on the padding.
ZEROS = "(canvas) => pixels(canvas).data.reduce((sum, value, k) => sum + (k % 4 === 3 && value === 255), 0) / 9"
PIXELS = """() => { window.pixels = (canvas) => {
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0);
  return copy.getImageData(0, 0, canvas.width, canvas.height);
}}"""


def field(page, level):
    return page.get_by_role("application", name="Photograph" if level == 0 else f"Map {level},")


def lit(page, level):
    return page.locator(".cs-cells").nth(level).evaluate(LIT)


def place(page):
    return page.evaluate("['level', 'row', 'col'].map((name) => model.get(name))")


def add(page, kind="CONV"):
    page.get_by_role("button", name=f"+ {kind}").click()


def cells(widget):
    """Returns what the neuron in view sees of each map, padding left out, as lit() has it."""
    sides = widget.sides
    seen = [[[a for a in axis if 0 <= a < sides[n]] for axis in axes] for n, axes in enumerate(widget.seen)]
    return [[[r, c] for r in rows for c in cols] for rows, cols in seen]


def test_a_click_on_a_cell_lights_up_what_it_sees_in_every_map_below(mount):
    widget = ReceptiveField("CONV 3 dilation 2, POOL 2, CONV 3 stride 2")
    page = mount(widget)
    page.evaluate(PIXELS)
    for level, row, col in [(3, 5, 3), (2, 0, 23), (1, 47, 20), (0, 10, 11), (3, 0, 0)]:
        box = page.locator(".cs-cells").nth(level).bounding_box()
        step = box["width"] / widget.sides[level]
        page.mouse.click(box["x"] + (col + 0.5) * step, box["y"] + (row + 0.5) * step)
        assert place(page) == [level, row, col]
        widget.show(level=level, row=row, col=col)
        assert [lit(page, n) for n in range(level + 1)] == cells(widget)
        assert [lit(page, n) for n in range(level + 1, 4)] == [[]] * (3 - level)
    zeros = [page.locator(".cs-zeros").nth(level).evaluate(ZEROS) for level in range(4)]
    counted = [len(rows) * len(cols) for rows, cols in widget.seen]
    assert zeros == [counted[n] - len(cells(widget)[n]) for n in range(4)]


def test_keys_move_the_neuron_within_its_map_and_between_maps(mount):
    page = mount(ReceptiveField("CONV 3, POOL 2", row=5, col=5))
    field(page, 2).focus()
    for key, at in [
        ("ArrowRight", [2, 5, 6]),
        ("Shift+ArrowDown", [2, 13, 6]),
        ("Home", [2, 13, 0]),
        ("ArrowUp", [2, 12, 0]),
        ("PageDown", [1, 25, 1]),
        ("PageDown", [0, 25, 1]),
        ("PageDown", [0, 25, 1]),
        ("End", [0, 25, 47]),
        ("PageUp", [1, 25, 47]),
        ("PageUp", [2, 12, 23]),
    ]:
        page.keyboard.press(key)
        assert place(page) == at, key
        expect(field(page, at[0])).to_be_focused()
    assert page.locator("[role=application][tabindex='0']").count() == 1
    expect(live(page)).to_contain_text("The neuron in row 12, column 23 of map 2 has a receptive field of 4×4")


def test_layers_are_added_changed_and_taken_away_by_click_and_by_keys(mount):
    page = mount(ReceptiveField("CONV 3"))

    def layers():
        return page.evaluate("model.get('layers')")

    add(page, "POOL")
    add(page)
    assert layers() == "CONV 3, POOL 2, CONV 3"
    assert place(page)[0] == 3
    page.get_by_role("spinbutton", name="dilation").press("ArrowUp")
    page.get_by_role("spinbutton", name="F size").press("ArrowUp")
    assert layers() == "CONV 3, POOL 2, CONV 5 dilation 2"
    page.get_by_role("button", name="map 1").click()
    page.get_by_role("radio", name="POOL").check()
    assert layers() == "POOL 2, POOL 2, CONV 5 dilation 2"
    page.get_by_role("button", name="map 2").press("Delete")
    assert layers() == "POOL 2, CONV 5 dilation 2"
    expect(page.get_by_role("button", name="map 2")).to_be_focused()
    for _ in range(3):
        page.get_by_role("button", name="Remove").click()
        if layers() == "":
            break
    assert layers() == ""
    expect(field(page, 0)).to_be_focused()
    page.get_by_role("button", name="Reset").click()
    assert layers() == "CONV 3"
    assert place(page)[1:] == [24, 24]


def test_what_doesn_t_fit_is_not_taken_and_says_why(mount):
    page = mount(ReceptiveField("POOL 4, POOL 4, POOL 3, CONV 9"))
    add(page, "POOL")
    expect(page.locator(".cs-warning")).to_contain_text("Layer 5, POOL 2: A window of 2 does not fit into 1 cells")
    assert page.evaluate("model.get('layers')") == "POOL 4, POOL 4, POOL 3, CONV 9"
    more = page.get_by_role("button", name="dilation: one more")
    more.click()
    more.click()
    expect(page.locator(".cs-warning")).to_contain_text("span 25 cells; this widget draws up to 17.")
    expect(page.get_by_role("spinbutton", name="dilation")).to_have_value("2")


def test_each_step_comes_after_the_answer_to_the_one_before(mount):
    page = mount(ReceptiveField.reach_15())
    steps = page.locator(".cs-tasks > li")
    expect(steps).to_have_count(1)
    larger, smaller = (page.get_by_role("button", name=f"size: one {way}") for way in ("more", "less"))
    for _ in range(6):
        larger.locator("visible=true").click()
    expect(steps).to_have_count(2)
    expect(steps.first).to_contain_text("✓ Done")
    expect(steps.first).to_contain_text("225C² weights")
    for _ in range(6):
        smaller.locator("visible=true").click()
    for _ in range(6):
        expect(steps).to_have_count(2)
        add(page)
    expect(steps).to_have_count(3)
    expect(steps.nth(1)).to_contain_text("63C² weights instead of 225C²")
    expect(live(page)).to_contain_text("That meets the task. Each layer adds 2")
    page.evaluate("model.set('layers', 'CONV 3, CONV 3 dilation 2, CONV 3 dilation 4')")
    expect(page.locator(".cs-tasks .cs-met")).to_have_count(2)  # nobody has done anything
    page.keyboard.press("Shift")
    add(page)
    page.get_by_role("button", name="Remove").click()
    expect(page.locator(".cs-tasks .cs-met")).to_have_count(3)


def test_a_window_hides_the_rest_until_the_photograph_is_guessed(mount):
    page = mount(ReceptiveField.guess())
    page.evaluate(PIXELS)
    visible = "(canvas) => pixels(canvas).data.filter((value, k) => k % 4 === 3 && value).length"
    photograph = page.locator(".cs-cells").first
    assert photograph.evaluate(visible) == 9
    page.get_by_role("button", name="a frog").click()
    expect(page.locator(".cs-tasks > li")).to_contain_text("Not a frog: see more of it.")
    expect(page.get_by_role("button", name="a frog")).to_be_focused()
    add(page)
    assert photograph.evaluate(visible) == 25
    assert place(page) == [2, 18, 13]
    page.get_by_role("button", name="a cat").click()
    expect(page.locator(".cs-tasks > li")).to_contain_text("✓ Done")
    page.get_by_role("radio", name="whole photograph").check()
    assert photograph.evaluate(visible) == 48 * 48


def test_changes_from_outside_are_shown_and_described(mount):
    widget = ReceptiveField()
    page = mount(widget)
    widget.show(layers="CONV 3 dilation 3, POOL 3 stride 2", level=2, row=0, col=22)
    page.evaluate("(state) => { for (const name in state) model.set(name, state[name]); }", widget.settings())
    words = page.locator(f"#{page.locator('.cs-widget').get_attribute('aria-describedby')}")
    expect(words).to_have_text(widget.describe())
    expect(page.locator(".cs-map:visible")).to_have_count(3)
    expect(page.locator(".cs-card").first).to_contain_text("9C² weights")
    page.evaluate("model.set('layers', 'CONV 99')")
    expect(page.locator(".cs-problem")).to_have_text("The size of CONV goes from 1 to 17; 99 is given.")
    page.evaluate("model.set('layers', 'CONV 3')")
    expect(page.locator(".cs-problem")).to_be_hidden()


@pytest.mark.parametrize("width", [760, 358])
def test_axe_finds_nothing(mount, width):
    widget = ReceptiveField.guess(layers="CONV 3, POOL 2", level=2, picked="an owl", tasks=[])
    page = mount(widget, width)
    assert problems(page) == []
    page.evaluate("(tasks) => model.set('tasks', tasks)", ReceptiveField.guess().tasks)
    assert problems(page) == []
