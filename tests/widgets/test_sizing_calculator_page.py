"""SizingCalculator in a page: mouse, keyboard, screen readers, narrow pages, dark pages, and how fast a step is."""

import pytest
from axe import problems
from cs231n_widgets import SizingCalculator
from cs231n_widgets.sizing_calculator import PRESETS
from playwright.sync_api import expect
from widget_page import live

pytestmark = pytest.mark.browser
STATES = {
    "fits": lambda: SizingCalculator(task="Make it fit.", goal={"fits": True}),
    "misfit": lambda: SizingCalculator.preset("AlexNet’s first, on 224"),
    "reverse": lambda: SizingCalculator(mode="reverse"),
    "no answer": lambda: SizingCalculator.preset("ResNet’s first", mode="reverse", target=112),
    "sides": lambda: SizingCalculator(W=1024, H=768, D=2048, K=4096, F=31, S=3, P=15, dilation=7, fit="pad"),
    "none": lambda: SizingCalculator(W=3, F=5),
}


def knob(page, name):
    return page.get_by_role("spinbutton", name=name)


def trait(page, name):
    return page.evaluate(f"model.get('{name}')")


def tiles(page):
    names, values = (page.locator(f".cs-tile {part}").all_inner_texts() for part in ("dt", "dd b"))
    return dict(zip(names, values, strict=True))


def test_every_number_shown_is_the_kit_s(mount):
    widget = SizingCalculator()
    page = mount(widget)
    assert page.inner_text(".cs-volume") == "227×227×3 → 55×55×96"
    n = widget.counts
    assert [int(text.replace(",", "")) for text in tiles(page).values()] == [
        n[name] for name in ("weights", "biases", "unshared", "neurons", "macs", "bytes")
    ]
    assert page.locator(".cs-formula-value").inner_text() == "55"
    assert page.locator(".cs-art .cs-neuron").count() == 55


def test_each_named_layer_can_be_chosen(mount):
    page = mount(SizingCalculator(W=9, F=2, P=1, dilation=2, H=7))
    layers = page.get_by_label("Layer")
    assert layers.locator("option").all_inner_texts() == ["your own", *PRESETS]
    for name, layer in PRESETS.items():
        layers.select_option(name)
        want = SizingCalculator.preset(name)
        assert [trait(page, letter) for letter in "WHKFSPD"] == [getattr(want, letter) for letter in "WHKFSPD"]
        assert page.inner_text(".cs-volume").endswith(f"→ {want.W2}×{want.H2}×{layer['K']}")
    knob(page, "stride").fill("2")
    assert layers.input_value() == ""


def test_a_misfit_says_why_and_offers_what_fits(mount):
    page = mount(STATES["misfit"]())
    assert page.locator(".cs-formula-value").inner_text() == "54.25"
    assert page.inner_text(".cs-fit").startswith("(224 − 11 + 0) = 213 is not divisible by 4")
    assert "No padding helps" in page.inner_text(".cs-near .cs-note")
    assert page.locator(".cs-missed").count() == 2, "in the row and in the legend"
    assert page.locator(".cs-near button").all_inner_texts() == [
        "W = 223\n→ 54", "W = 227\n→ 55", "F = 8\n→ 55", "F = 12\n→ 54", "S = 3\n→ 72",
    ]  # fmt: skip
    page.get_by_role("button", name="W = 227").press("Enter")
    assert trait(page, "W") == 227
    assert page.evaluate("document.activeElement.value") == "227", "the focus goes where the number changed"
    assert page.inner_text(".cs-fit") == "It fits: 55 windows, and every cell is read."
    expect(live(page)).to_have_text("It fits: 55 windows, and every cell is read.")


def test_what_does_not_fit_is_cropped_rounded_up_or_refused(mount):
    page = mount(SizingCalculator.preset("A row of 10, stride 2"))
    for label, out, neurons in [("round up", "5×5×1", 5), ("error", "no output", 0), ("crop", "4×4×1", 4)]:
        page.get_by_role("radio", name=label).check()
        assert page.inner_text(".cs-volume").endswith(out)
        assert page.locator(".cs-art .cs-neuron").count() == neurons
    assert trait(page, "fit") == "crop"


def test_the_question_backwards_by_mouse_and_by_keyboard(mount):
    page = mount(SizingCalculator.preset("AlexNet’s first, on 227", F=3, S=1))
    page.get_by_role("radio", name="Which F, S, P?").check()
    assert (trait(page, "mode"), trait(page, "target")) == ("reverse", 225)
    knob(page, "output size").fill("55")
    rows = page.locator(".cs-table tbody tr")
    assert [row.split("\t")[1:4] for row in rows.all_inner_texts()] == [
        ["11", "4", "0"],
        ["13", "4", "1"],
        ["15", "4", "2"],
    ]
    rows.nth(1).click()
    assert [trait(page, letter) for letter in "FSP"] == [13, 4, 1]
    page.keyboard.press("ArrowUp")
    assert [trait(page, letter) for letter in "FSP"] == [11, 4, 0]
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "F 11, S 4, P 0"
    assert page.locator(".cs-leftout b").all_inner_texts() == [
        "Cells left over", "Large filters", "More than half padding", "Only zeros",
    ]  # fmt: skip
    page.get_by_label("F 9, S 4, P 0").check()
    assert trait(page, "F") == 9
    assert "2 of the 227 cells would be left over" in page.inner_text(".cs-fit")
    knob(page, "output size").fill("57")
    assert trait(page, "target") == 57
    assert page.inner_text(".cs-question") == "From 227 to 57: which F, S, P?"


def test_the_question_backwards_begins_at_the_layer_s_own_output(mount):
    page = mount(SizingCalculator())
    layers = page.get_by_label("Layer")
    layers.select_option("ResNet’s first")
    page.get_by_role("radio", name="Which F, S, P?").check()
    assert page.inner_text(".cs-question") == "From 224 to 112: which F, S, P?"
    layers.select_option("A layer on CIFAR-10")
    assert page.inner_text(".cs-question") == "From 32 to 32: which F, S, P?"
    knob(page, "width").fill("100")
    assert page.inner_text(".cs-question") == "From 100 to 100: which F, S, P?", "it starts from the present W"
    knob(page, "output size").fill("50")
    knob(page, "width").fill("99")
    assert page.inner_text(".cs-question") == "From 99 to 50: which F, S, P?", "a size that was named stays"


def test_the_question_backwards_starts_from_a_width_that_gives_no_output(mount):
    page = mount(SizingCalculator())
    knob(page, "width").fill("8")
    page.get_by_role("radio", name="Which F, S, P?").check()
    assert page.inner_text(".cs-question") == "From 8 to 8: which F, S, P?"


def test_height_follows_width_until_it_is_set(mount):
    page = mount(SizingCalculator(W=9, F=3))
    knob(page, "width").fill("12")
    assert knob(page, "height").input_value() == "12"
    knob(page, "height").fill("7")
    assert trait(page, "H") == 7
    assert page.locator(".cs-rowpic:visible").count() == 2
    box = page.get_by_role("checkbox", name="square: H = W").bounding_box()
    assert min(box["width"], box["height"]) >= 24
    page.get_by_text("square: H = W").click()
    assert trait(page, "H") is None
    assert page.locator(".cs-rowpic:visible").count() == 1


def test_arrows_and_the_mouse_choose_a_neuron(mount):
    page = mount(SizingCalculator.preset("The sliding filter’s"))
    row = page.get_by_role("slider")
    row.focus()
    for key, want in [("ArrowRight", 1), ("End", 2), ("Home", 0), ("ArrowLeft", 0), ("ArrowUp", 1)]:
        page.keyboard.press(key)
        assert row.get_attribute("aria-valuenow") == str(want), key
    assert row.get_attribute("aria-valuetext") == "Neuron 1 of 3 reads cells 1 to 3."
    box = row.bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 90)
    assert page.inner_text(".cs-rowpic .cs-note >> nth=0") == "Neuron 0 of 3 reads cells −1 (padding) to 1."


def test_a_name_can_be_dragged(mount):
    page = mount(SizingCalculator())
    box = page.locator(".cs-knob label", has_text="width").bounding_box()
    page.mouse.move(box["x"] + 10, box["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + 34, box["y"] + 8, steps=4)
    page.mouse.up()
    page.mouse.move(box["x"] + 90, box["y"] + 8)
    assert trait(page, "W") == 231


def test_keys_stay_inside_and_tab_reaches_everything(mount):
    page = mount(STATES["no answer"]())
    page.evaluate("window.leaked = []; document.addEventListener('keydown', (e) => leaked.push(e.key))")
    places, seen = ".cs-knob, .cs-choice, select, .cs-art, .cs-near, .cs-chip, .cs-options", []
    for _ in range(30):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(f"document.activeElement.closest('{places}')?.className"))
        if page.evaluate("document.activeElement === document.body"):
            break
    assert sum((name or "").startswith("cs-knob") for name in seen) == 9
    assert [seen.count(name) for name in ("cs-choice", "cs-select", "cs-art", "cs-near", "cs-chip")] == [2, 1, 1, 5, 1]
    assert page.evaluate("leaked.filter((key) => key !== 'Tab')") == []


def test_changes_from_outside_are_shown_and_a_task_is_met(mount):
    page = mount(SizingCalculator(task="Find a W that does not fit.", goal={"fits": False}))
    assert page.inner_text(".cs-task") == "Try it Find a W that does not fit."
    page.evaluate("model.set('W', 224); model.set('H', 227); model.set('K', 5)")
    assert page.inner_text(".cs-task").startswith("✓ Done")
    assert page.inner_text(".cs-volume") == "224×227×3 → 54×55×5"
    assert page.evaluate("window.saves ?? 0") == 0, "what comes from outside is not sent back"
    page.evaluate("dispose(); model.set('W', 10)")


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(mount, state):
    assert problems(mount(STATES[state]())) == []


@pytest.mark.parametrize("state", STATES)
def test_390_pixels_hold_it_all(mount, state):
    page = mount(STATES[state](), width=358)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    wide = """[...document.querySelectorAll('.cs-widget *')].filter((e) => e.getBoundingClientRect().right > 376
        && !e.closest('.cs-live, svg')).map((e) => e.className)"""
    assert page.evaluate(wide) == []
    clipped = "[...document.querySelectorAll('.cs-knob-field')].filter((e) => e.scrollWidth > e.clientWidth).length"
    assert page.evaluate(clipped) == 0


def test_the_picture_stays_where_it_is_and_reduced_motion_has_nothing_to_reduce(mount):
    page = mount(SizingCalculator(), reduced_motion="reduce")
    top = page.locator(".cs-art").first.bounding_box()["y"]
    knob(page, "stride").fill("3")
    assert page.locator(".cs-art").first.bounding_box()["y"] == top
    moving = """[...document.querySelectorAll('.cs-widget *')].map((e) => getComputedStyle(e))
        .filter((style) => style.transitionDuration !== '0s' || style.animationName !== 'none').length"""
    assert page.evaluate(moving) == 0
