"""ArchitectureBuilder in a page: typing, clicks, keys, repairs, copies, screen readers, narrow pages, dark pages."""

import pytest
from axe import problems
from cs231n_widgets import ArchitectureBuilder
from cs231n_widgets.architecture_builder import EXAMPLES
from playwright.sync_api import expect
from widget_page import live

pytestmark = pytest.mark.browser
STATES = {
    "fits": lambda: ArchitectureBuilder(),
    "task": lambda: ArchitectureBuilder.repair(),
    "broken": lambda: ArchitectureBuilder("INPUT -> [CONV -> RELU -> POOL]*2] -> FC -> RELU -> FC"),
    "left over": lambda: ArchitectureBuilder("INPUT(3,224,224) -> CONV(96,11,4,0) -> RELU -> POOL(3,2) -> FC(10)"),
    "pattern": lambda: ArchitectureBuilder(EXAMPLES["The pattern"], N=2, M=3),
}


def spec(page):
    return page.evaluate("model.get('spec')")


def rows(page):
    """Give the table's rows as lists of texts, their marks left out."""
    return [row.split("\t") for row in page.locator(".cs-net-table tbody tr").all_inner_texts()]


def names(page):
    return page.locator(".cs-net-name").all_inner_texts()


def choose(page, n):
    """Choose layer n by its name; 0 is the input."""
    page.locator(".cs-net-name").nth(n).click()


def knob(page, name):
    return page.get_by_role("spinbutton", name=name)


def test_every_number_shown_is_the_kit_s(mount):
    widget = STATES["fits"]()
    page = mount(widget)
    for row, shown in zip(widget.net.rows, rows(page)[1:], strict=True):
        assert [int(cell.replace(",", "")) for cell in shown[-3:]] == list(row.costs)
        assert shown[-4] == "×".join(map(str, reversed(row.out)))
    total = page.locator(".cs-net-table tfoot td").all_inner_texts()[1:]
    assert [int(cell.replace(",", "")) for cell in total] == list(widget.net.totals)


def test_a_text_is_typed_and_a_broken_one_is_marked_at_its_place(mount):
    page = mount(STATES["fits"]())
    field = page.get_by_label("The net as text")
    field.fill("INPUT(1,28,28) -> CONV(8,5,1,0) -> RELU -> FC(10)")
    assert names(page) == ["INPUT", "CONV(8,5,1,0)", "RELU", "FC(10)"]
    field.press_sequentially("]")
    assert page.locator(".cs-net-wrong").inner_text() == "]"
    assert "one too many" in page.inner_text(".cs-net-said")
    assert names(page) == ["INPUT", "CONV(8,5,1,0)", "RELU", "FC(10)"], "the table waits"
    assert page.evaluate("document.querySelector('.cs-net-body').inert")
    letter, mark = (page.evaluate(f"document.querySelector('{part}').getBoundingClientRect().toJSON()")
                    for part in (".cs-net-field", ".cs-net-wrong"))  # fmt: skip
    assert letter["left"] < mark["left"] < letter["right"]
    expect(live(page)).to_have_text("At character 50: This ] closes nothing: there is one too many, or a [ is missing "
                                    "before it.")  # fmt: skip
    page.get_by_role("button", name="without ]").click()
    assert spec(page) == "INPUT(1,28,28) -> CONV(8,5,1,0) -> RELU -> FC(10)"
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    assert not page.evaluate("document.querySelector('.cs-net-body').inert")
    page.get_by_role("button", name="Undo").click()
    assert spec(page).endswith("FC(10)]")
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA", "the focus doesn't stay on what waits"


def test_the_task_is_solved_by_hand(mount):
    page = mount(STATES["task"]())
    task = page.locator(".cs-task")
    assert page.locator(".cs-net-wrong").inner_text() == "POOL"
    assert page.locator(".cs-net-bad .cs-net-name").inner_text() == "POOL"
    assert page.locator(".cs-net-bad").inner_text().split("\t")[1] == "! does not fit"
    page.get_by_role("button", name="input 36×36").click()
    assert spec(page).startswith("INPUT(3,36,36)")
    expect(task).to_have_text(ArchitectureBuilder.repair().task.join(["Try it ", ""]))
    page.get_by_role("button", name="Undo").click()
    choose(page, 1)
    knob(page, "padding").fill("2")
    assert spec(page) == "INPUT(3,32,32) -> [CONV(16,5,1,2) -> RELU -> POOL]*3 -> FC(10)"
    expect(task).to_contain_text("✓ Done")
    expect(task).to_contain_text("it keeps the size")
    expect(live(page)).to_contain_text("That meets the task.")


def test_layers_are_put_in_changed_repeated_and_taken_out_by_click(mount):
    page = mount(ArchitectureBuilder("INPUT(3,32,32) -> CONV(8,3) -> FC(10)"))
    choose(page, 1)
    page.get_by_role("button", name="Insert RELU").click()
    page.get_by_role("button", name="Insert POOL").click()
    assert spec(page) == "INPUT(3,32,32) -> CONV(8,3) -> RELU -> POOL -> FC(10)"
    assert page.locator("[aria-pressed=true]").inner_text() == "POOL", "what was put in is chosen"
    page.get_by_label("Kind of layer").select_option("AVGPOOL")
    choose(page, 1)
    knob(page, "layers").fill("3")
    assert page.locator("[aria-pressed=true]").all_inner_texts() == ["CONV(8,3)", "RELU", "AVGPOOL"]
    page.get_by_role("button", name="Repeat").click()
    assert spec(page) == "INPUT(3,32,32) -> [CONV(8,3) -> RELU -> AVGPOOL]*2 -> FC(10)"
    knob(page, "times").fill("3")
    assert len(names(page)) == 11
    knob(page, "filters").fill("20")
    assert spec(page) == "INPUT(3,32,32) -> [CONV(20,3) -> RELU -> AVGPOOL]*3 -> FC(10)"
    choose(page, 2)
    page.get_by_role("button", name="Remove").click()
    knob(page, "times").fill("1")
    assert spec(page) == "INPUT(3,32,32) -> CONV(20,3) -> AVGPOOL -> FC(10)"
    page.get_by_label("Insert another kind").select_option("GAP")
    choose(page, 0)
    knob(page, "width").fill("64")
    page.get_by_role("button", name="Insert CONV").click()
    assert spec(page) == "INPUT(3,32,64) -> CONV(16,3) -> CONV(20,3) -> AVGPOOL -> GAP -> FC(10)"
    for _ in range(3):
        page.get_by_role("button", name="Undo").click()
    assert spec(page) == "INPUT(3,32,32) -> CONV(20,3) -> AVGPOOL -> FC(10)"


def test_normalisation_is_put_in_and_its_channels_are_changed_by_click(mount):
    page = mount(ArchitectureBuilder("INPUT(3,32,32) -> CONV(8,3) -> FC(10)"))
    choose(page, 1)
    page.get_by_label("Insert another kind").select_option("LRN")
    assert knob(page, "channels").input_value() == "5"
    knob(page, "channels").fill("7")
    choose(page, 1)
    page.get_by_label("Insert another kind").select_option("BN")
    assert spec(page) == "INPUT(3,32,32) -> CONV(8,3) -> BN -> LRN(7) -> FC(10)"
    assert page.locator(".cs-knob-field:visible").count() == 1, "batch norm has no numbers to count"


def test_layers_are_put_in_repeated_and_taken_out_by_keyboard(mount):
    page = mount(ArchitectureBuilder("CONV(8,3) -> RELU -> FC(10)"))
    page.locator(".cs-net-name").nth(1).focus()
    for key in ("End", "Home", "ArrowDown", "Shift+ArrowDown"):
        page.keyboard.press(key)
    assert page.locator("[aria-pressed=true]").all_inner_texts() == ["CONV(8,3)", "RELU"]
    page.get_by_role("button", name="Repeat").press("Enter")
    assert spec(page) == "[CONV(8,3) -> RELU]*2 -> FC(10)"
    page.locator(".cs-net-name[tabindex='0']").focus()
    page.keyboard.press("End")
    page.keyboard.press("Delete")
    assert spec(page) == "[CONV(8,3) -> RELU]*2"
    assert page.evaluate("document.activeElement.innerText") == "RELU", "the focus stays in the table"
    page.evaluate("window.leaked = []; document.addEventListener('keydown', (e) => leaked.push(e.key))")
    page.keyboard.press("Delete")
    page.keyboard.press("Delete")
    assert spec(page) == "[CONV(8,3)]*2", "the last layer stays"
    page.get_by_label("The net as text").fill("INPUT(3,9,9) -> [[CONV(8,3) -> RELU]*2 -> POOL]*2 -> FC(10)")
    page.locator(".cs-net-name").nth(1).focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Delete")
    assert spec(page) == "INPUT(3,9,9) -> [POOL]*2 -> FC(10)", "a bracket goes with all that stands in it"
    page.keyboard.press("Delete")
    assert spec(page) == "INPUT(3,9,9) -> FC(10)"
    page.keyboard.press("Delete")
    assert spec(page) == "INPUT(3,9,9) -> FC(10)"
    assert page.evaluate("leaked") == []


def test_the_pattern_s_letters_have_knobs(mount):
    page = mount(STATES["pattern"]())
    assert names(page).count("POOL") == 3
    page.get_by_role("checkbox", name="POOL?").uncheck()
    knob(page, "blocks").fill("1")
    assert names(page) == ["INPUT", *["CONV(16,3)", "RELU"] * 2, "FC(100)", "RELU", "FC(10)"]
    page.get_by_label("Net", exact=True).select_option("VGG-16")
    assert page.locator(".cs-net-letters").is_hidden()
    letters = "[model.get('N'), model.get('M'), model.get('K'), model.get('pool')]"
    assert page.evaluate(letters) == [1, 2, 1, True]
    page.get_by_role("button", name="Undo").click()
    assert page.evaluate(letters) == [2, 1, 1, False]


def test_spec_and_code_are_copied(mount):
    widget = STATES["fits"]()
    page = mount(widget)
    field = page.get_by_label("The net as text")
    page.get_by_role("button", name="Copy spec").click()
    expect(page.locator(".cs-net-copied")).to_have_text("Copied.")
    field.fill("")
    field.press("Control+v")
    assert spec(page) == widget.canonical
    page.get_by_role("radio", name="Python").check()
    assert page.locator(".cs-net-code").text_content() == widget.code
    page.get_by_role("button", name="Copy code").click()
    field.fill("")
    field.press("Control+v")
    assert field.input_value() == widget.code


def test_what_is_said_is_what_python_says(mount):
    for make in (STATES["task"], STATES["left over"]):
        widget = make()
        page = mount(widget)
        words = page.locator(f"#{page.locator('.cs-widget').get_attribute('aria-describedby')}")
        assert words.text_content() == widget.describe()
    assert page.locator(".cs-net-left small").all_inner_texts() == ["leaves cells over"] * 2
    page.get_by_role("button", name="input 227×227").click()
    assert page.locator(".cs-net-left").count() == 0


@pytest.mark.parametrize("state", ["task", "broken", "left over", "pattern"])
def test_axe_finds_nothing_and_390_pixels_hold_it_all(mount, state):
    page = mount(STATES[state](), width=358, reduced_motion="reduce")
    assert problems(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    wide = """[...document.querySelectorAll('.cs-widget *')].filter((e) => e.getBoundingClientRect().right > 376
        && !e.closest('.cs-live, option')).map((e) => e.className)"""
    assert page.evaluate(wide) == []
    moving = """[...document.querySelectorAll('.cs-widget *')].map((e) => getComputedStyle(e))
        .filter((style) => style.transitionDuration !== '0s' || style.animationName !== 'none').length"""
    assert page.evaluate(moving) == 0


def test_a_chapter_shows_only_what_it_needs(mount):
    page = mount(ArchitectureBuilder(knobs=["tools"]))
    shown = page.locator(".cs-net-top, .cs-net-letters, .cs-net-tools, .cs-net-output").evaluate_all(
        "(all) => all.filter((one) => one.offsetHeight).map((one) => one.className)"
    )
    assert shown == ["cs-net-tools"]
