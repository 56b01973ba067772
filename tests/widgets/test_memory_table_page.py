"""MemoryTable in a page: numbers, keys and clicks, picture and table together, the task, copies, a phone."""

import re

import pytest
from axe import problems
from cs231n_widgets import MemoryTable
from playwright.sync_api import expect
from test_memory_table import branching_net
from widget_page import live

from cs231n_kit import memory
from cs231n_kit.memory import format_bytes
from cs231n_kit.models import MODELS

pytestmark = pytest.mark.browser
ALL_OPEN = [1, 2, 3, 4, 5, 6, 7]
MOVING = """[...document.querySelectorAll('.cs-widget *')].map((e) => getComputedStyle(e))
    .filter((style) => style.transitionDuration !== '0s' || style.animationName !== 'none').length"""
WIDE = """[...document.querySelectorAll('.cs-widget *')].filter((e) => e.getBoundingClientRect().right > 376
    && !e.closest('.cs-live, option')).map((e) => e.getAttribute('class'))"""


def get(page, name):
    return page.evaluate(f"model.get('{name}')")


def rows(page):
    """Give the lines of the table as lists of texts: the name, the size, the counts that are seen."""
    return page.evaluate("""[...document.querySelectorAll('.cs-mem-row')].map((row) => [
        row.querySelector('.cs-mem-name').textContent,
        ...[...row.querySelectorAll('td:not(.cs-mem-pass)')].filter((cell) => cell.offsetWidth)
            .map((cell) => cell.textContent)])""")


def names(page):
    return [row[0] for row in rows(page)]


def line(page, n):
    return page.locator(".cs-mem-name").nth(n)


def inspector(page):
    return page.locator(".cs-mem-inspector")


def written(nbytes):
    """Returns bytes as the table has them."""
    return format_bytes(nbytes).replace("bytes", "B") if nbytes else "0"


def test_every_number_of_the_table_is_the_kit_s(mount):
    widget = MemoryTable(batch=32, optimizer="Adam", opened=ALL_OPEN)
    page = mount(widget)
    net = [row for row in rows(page) if row[2]]
    wanted = memory.memory_rows(widget.study.layer, widget.study.in_shape, n=32)
    assert len(net) == len(wanted) == 37
    for shown, row in zip(net, wanted, strict=True):
        assert shown[2:] == [written(nbytes) for nbytes in (
            row.activations, row.parameters, row.gradients + row.parameters, 2 * row.parameters,
            max(row.workspace, row.backward_workspace))]  # fmt: skip
    summed, fullest = page.locator(".cs-mem-table tfoot tr").all_inner_texts()
    assert summed.split("\t") == ["all rows summed up", "", "3.4 GiB", "527.8 MiB", "3.9 GiB", "1.0 GiB", "–"]
    assert fullest.split("\t") == [
        "at the fullest moment", "4.8 GiB", "1.9 GiB", "527.8 MiB", "1.3 GiB", "1.0 GiB", "122.5 MiB"]  # fmt: skip
    page.get_by_role("radio", name="as the notes").check()
    summed = page.locator(".cs-mem-table tfoot tr").all_inner_texts()
    assert [one.split("\t") for one in summed] == [["all rows summed up", "", "15,237,608", "138,357,544", "15.5 G"]]
    assert [row[2] for row in rows(page) if row[0] == "RELU"] == ["in place"] * 15


def test_repeats_fold_and_open_by_click_and_keys(mount):
    page = mount(MemoryTable())
    assert names(page)[1:4] == ["▸[CONV(64,3)→RELU]*2", "POOL", "▸[CONV(128,3)→RELU]*2"]
    line(page, 0).focus()
    for key, focused in [
        ("ArrowDown", "▸[CONV(64,3)→RELU]*2"),
        ("ArrowRight", "▾[CONV(64,3)→RELU]*2"),
        ("ArrowDown", "CONV(64,3)"),
        ("ArrowDown", "RELU"),
        ("Home", "INPUT"),
        ("ArrowDown", "▾[CONV(64,3)→RELU]*2"),
        ("ArrowLeft", "▸[CONV(64,3)→RELU]*2"),
        ("Enter", "▾[CONV(64,3)→RELU]*2"),
        ("End", "FC(1000)"),
    ]:
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.textContent") == focused, key
    assert get(page, "opened") == [1]
    assert page.locator(".cs-mem-name[tabindex='0']").count() == 1
    line(page, 1).click()
    expect(inspector(page)).to_contain_text("Layers 1 to 4 together: 49.0 MiB of outputs, and 24.5 MiB stay")
    page.get_by_role("button", name="Open repeats").click()
    assert len(names(page)) == 37 + 7
    page.get_by_role("button", name="Fold repeats").click()
    assert get(page, "opened") == []


def test_the_table_is_sorted_by_any_column(mount):
    page = mount(MemoryTable(batch=32))
    page.get_by_role("button", name="parameters").click()
    assert names(page)[:3] == ["FC(4096)", "FC(4096)", "FC(1000)"]
    assert len(names(page)) == 37, "each layer by itself"
    expect(page.get_by_role("columnheader", name="parameters")).to_have_attribute("aria-sort", "descending")
    page.get_by_role("button", name="parameters").click()
    assert names(page)[0] == "INPUT"
    page.get_by_role("button", name="workspace").press("Enter")
    assert rows(page)[0][-1] == "392.0 MiB"
    page.get_by_role("button", name="W×H×D").click()
    assert [row[1] for row in rows(page)][:4] == ["224×224×64"] * 4
    page.get_by_role("button", name="layer").click()
    assert get(page, "sort") == "pass"
    assert len(names(page)) == 10


def test_a_row_and_its_moments_light_up_together(mount):
    page = mount(MemoryTable(batch=32, opened=ALL_OPEN))
    legend = page.locator(".cs-mem-moment")
    expect(legend).to_have_text("Fullest moment, the backward pass of layer 3, CONV(64,3)")
    line(page, names(page).index("FC(1000)")).click()
    expect(legend).to_have_text("Backward pass of layer 36, FC(1000)")
    said = page.locator(".cs-mem-legend li").all_inner_texts()
    assert [one.split("\n")[0] for one in said] == [
        "workspace", "gradients", "activations", "data", "parameter gradients", "step cache", "parameters", "in all"
    ], "as in the picture, from the top down"  # fmt: skip
    boxes = page.locator(".cs-mem-chosen").get_attribute("d").count("M")
    assert boxes == 2, "once forward, once backward"
    picture = page.locator(".cs-mem-picture")
    picture.focus()
    page.keyboard.press("Home")
    expect(picture).to_have_attribute("aria-valuetext", re.compile(r"^forward pass of layer 1, CONV\(64,3\): "))
    assert get(page, "row") == 1
    assert page.locator(".cs-mem-on .cs-mem-name").inner_text() == "CONV(64,3)"
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    expect(picture).to_have_attribute("aria-valuetext", re.compile("^backward pass of layer 2, RELU: "))
    expect(live(page)).to_contain_text("Layer 2, RELU: 224×224×64, 392.0 MiB of output, which stays")
    box = picture.bounding_box()
    page.mouse.move(box["x"] + 0.3 * box["width"], box["y"] + 150)
    assert page.locator(".cs-mem-lit").count() == 1
    pointed = page.locator(".cs-mem-lit .cs-mem-number").inner_text()
    assert legend.inner_text().startswith(f"Forward pass of layer {pointed}, ")
    page.mouse.down()
    page.mouse.up()
    assert get(page, "row") == int(pointed)
    page.locator(".cs-mem-row").nth(1).hover()
    assert page.locator(".cs-mem-pointed").get_attribute("d").count("M") == 8, "an open repeat has all of its moments"


def test_a_net_with_branches_is_chosen_by_its_name(mount):
    page = mount(MemoryTable())
    choice = page.get_by_label("Net", exact=True)
    choice.select_option("ResNet-50")
    assert get(page, "spec") == "ResNet-50"
    expect(page.locator(".cs-mem-verdict")).not_to_contain_text("Not a net")
    expect(page.locator(".cs-mem-row", has_text="add").first).to_be_visible()
    expect(choice).to_have_value("ResNet-50")
    choice.select_option("as text")
    expect(page.get_by_label("The net as text")).to_have_value("INPUT(3,32,32) -> CONV(16,3) -> RELU -> FC(10)")
    choice.select_option("VGG-11")
    assert get(page, "spec") == MODELS["VGG-11"].spec


def test_a_net_is_chosen_and_typed_and_a_broken_one_is_marked(mount):
    page = mount(MemoryTable())
    page.get_by_label("Net", exact=True).select_option("AlexNet")
    assert get(page, "spec") == MODELS["AlexNet"].spec
    page.get_by_label("Net", exact=True).select_option("as text")
    field = page.get_by_label("The net as text")
    expect(field).to_be_focused()
    field.fill("INPUT(3,32,32) -> CONV(8,3 -> FC")
    verdict = page.locator(".cs-mem-verdict")
    expect(verdict).to_have_text("Not a net yet. At character 28: Expected , or ) before ’->’.")
    assert page.locator(".cs-net-wrong").inner_text() == "->"
    assert page.evaluate("document.querySelector('.cs-mem-body').inert")
    assert "AlexNet" not in page.locator(".cs-mem-batch").first.inner_text()
    field.fill("INPUT(3,32,32) -> CONV(8,3) -> POOL(99) -> FC")
    expect(verdict).to_contain_text("Does not fit together. Layer 2, POOL(99): A window of 99 does not fit into 32")
    field.fill("INPUT(3,32,32) -> CONV(8,3) -> RELU -> FC")
    assert names(page) == ["INPUT", "CONV(8,3)", "RELU", "FC(10)"]
    page.get_by_role("spinbutton", name="W and H").fill("64")
    assert get(page, "side") == 64
    page.get_by_role("spinbutton", name="W and H").fill("32")
    assert get(page, "side") is None, "the net's own size is no change"
    line(page, 1).click()
    assert page.locator(".cs-net-chosen").inner_text() == "CONV(8,3)", "its word is marked in the text"


def test_cards_say_what_they_hold_and_one_s_own_can_be_typed(mount):
    widget = MemoryTable(batch=64, optimizer="Adam")
    page = mount(widget)
    found = {card: memory.largest_batch(widget.study.layer, widget.study.in_shape, card * 2**30, optimizer="Adam")
             for card in (3, 6, 80, 10)}  # fmt: skip
    tiles = page.locator(".cs-mem-tile").all_inner_texts()
    assert [tiles[n].split("\n")[-1] for n in (0, 2, 5)] == [f"up to {found[card]}" for card in (3, 6, 80)]
    assert ["✓" in tile for tile in tiles] == [False, False, False, True, True, True, True]
    own = page.get_by_label("Your own card, GiB")
    own.fill("10")
    assert get(page, "card") == 10
    said = f"fits a card of 10 GiB; the largest batch there is {found[10]}"
    expect(page.locator(".cs-mem-verdict")).to_contain_text(said)
    own.fill("0")
    own.press("Tab")
    expect(own).to_have_value("10")
    page.get_by_role("radio", name="12 GiB").check()
    page.keyboard.press("ArrowRight")
    assert get(page, "card") == 24


def test_the_task_is_met_by_one_change_and_says_what_it_did(mount):
    page = mount(MemoryTable.squeeze())
    task, changed = page.locator(".cs-task"), page.locator(".cs-mem-changed")
    expect(changed).to_have_text("Nothing is changed yet.")
    page.get_by_label("Optimiser").select_option("momentum")
    expect(task).not_to_contain_text("Done")
    expect(changed).to_contain_text("Changed: momentum instead of Adam. At the fullest moment that is 527.8 MiB less")
    page.get_by_role("spinbutton", name="batch").fill("16")
    expect(task).not_to_contain_text("Done")
    page.get_by_label("Optimiser").select_option("Adam")
    expect(task).to_contain_text("✓ Done")
    expect(live(page)).to_contain_text("That meets the task. Activations and their gradients grow")
    assert page.locator(".cs-mem-cards").is_hidden()


def test_the_csv_is_python_s(mount):
    widget = MemoryTable(batch=2, sort="macs", train=False)
    page = mount(widget)
    page.get_by_role("button", name="Copy as CSV").click()
    expect(page.locator(".cs-mem-copied")).to_have_text("Copied.")
    page.evaluate("document.body.append(Object.assign(document.createElement('textarea'), { id: 'paste' }))")
    page.locator("#paste").press("Control+v")
    assert page.locator("#paste").input_value() == widget.csv


def test_changes_from_outside_are_shown_and_described(mount):
    page = mount(MemoryTable())
    layer, in_shape = branching_net()
    widget = MemoryTable(layer, in_shape, batch=32, train=False, row=2, opened=[1])
    page.evaluate("(state) => { for (const name in state) model.set(name, state[name]); }", widget.settings())
    words = page.locator(f"#{page.locator('.cs-widget').get_attribute('aria-describedby')}")
    expect(words).to_have_text(widget.describe())
    assert names(page)[3:6] == ["▾[Residual→RELU]*2", "Residual", "CONV(16,3)"]
    assert "concat" in names(page)
    expect(page.get_by_label("Net", exact=True)).to_have_value("own")
    expect(inspector(page)).to_contain_text("Layer 2, RELU: 64×64×16, 8.0 MiB of output, freed once it has been read.")


@pytest.mark.parametrize("state", ["task", "branches", "broken"])
def test_axe_finds_nothing_and_390_pixels_hold_it_all(mount, state):
    layer, in_shape = branching_net()
    widget = {
        "task": lambda: MemoryTable.squeeze(opened=[1, 4], row=3),
        "branches": lambda: MemoryTable(layer, in_shape, sort="gradients"),
        "broken": lambda: MemoryTable("INPUT -> CONV("),
    }[state]()
    page = mount(widget, 358, reduced_motion="reduce", theme="dark" if state == "task" else "light")
    assert problems(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate(WIDE) == []
    assert page.evaluate(MOVING) == 0
    if state == "task":
        assert len(rows(page)[0]) == 3, "one column at a time"
        page.get_by_label("Column").select_option("gradients")
        assert rows(page)[0] == ["INPUT", "224×224×3", "18.4 MiB"]


def test_a_chapter_shows_only_what_it_needs(mount):
    page = mount(MemoryTable(knobs=["batch", "card"]))
    shown = page.locator(".cs-mem-fields > *, .cs-mem-text, .cs-mem-cards, .cs-mem-bar").evaluate_all(
        "(all) => all.filter((one) => one.offsetHeight).map((one) => one.className)"
    )
    assert shown == ["cs-knob cs-knob-s", "cs-mem-cards"]
