"""A chapter shows only the knobs of its idea; a task is done by the reader, and then says why it matters."""

import re

import pytest
from cs231n_widgets import ActivationHistograms, BackpropConvolution, Im2col, Pooling, SizingCalculator, SlidingFilter
from playwright.sync_api import expect
from widget_page import live


def shown(page):
    """Returns what the visible controls are called, in order."""
    return [text.strip() for text in page.locator(".cs-knob label:visible").all_inner_texts()]


def test_knobs_stand_in_the_widget_s_order_and_all_of_them_are_the_default():
    assert SlidingFilter(knobs=["S", "P"]).knobs == ["S", "P"]
    assert SlidingFilter.sized(W=7, F=3, knobs=("P", "S")).knobs == ["S", "P"]
    assert SlidingFilter(knobs=[]).knobs == []
    assert Im2col().knobs == ["F", "S", "P"]
    assert Pooling().knobs == ["kind", "windows", "backward"]


@pytest.mark.parametrize(
    ("widget", "knobs", "says"),
    [
        (SlidingFilter, ["S", "Q"], "SlidingFilter has no knob 'Q'. Choose from: W, H, D, K, F, S, P, dilation."),
        (Im2col, ["K"], "Im2col has no knob 'K'. Choose from: F, S, P."),
        (Pooling, ["size"], "Pooling has no knob 'size'. Choose from: kind, windows, backward."),
        (Im2col, "SP", "Im2col has no knob 'SP'. Choose from: F, S, P."),
        (SizingCalculator, [3], 'knobs is a list of names, such as ["W", "H"]; you gave [3].'),
        (SizingCalculator, 3, 'knobs is a list of names, such as ["W", "H"]; you gave 3.'),
    ],
)
def test_a_knob_that_is_not_there_is_told_in_words(widget, knobs, says):
    with pytest.raises(ValueError, match=re.escape(says)):
        widget(knobs=knobs)


@pytest.mark.parametrize(
    ("widget", "says", "silent"),
    [
        (SizingCalculator(), "what it costs", "Seven"),
        (SizingCalculator(W=10, F=3, costs=False), "is a whole number.", "costs"),
        (Pooling(), "an average and a norm share it out", "equally"),
        (Pooling(knobs=[]), "to the cell that won.", "average"),
        (Pooling(knobs=["windows"], kind="average"), "equally", "maximum"),
        (Pooling(knobs=[], backward=False), "one number of each window.", "way back"),
        (SizingCalculator(costs=False, caption="Mine."), "Mine.", "windows"),
    ],
)
def test_a_caption_says_what_there_is_to_see(widget, says, silent):
    assert says in widget.caption
    assert silent not in widget.caption


@pytest.mark.browser
def test_only_the_chosen_knobs_are_shown(mount):
    page = mount(SlidingFilter.sized(W=7, F=3, knobs=["S", "P"]))
    assert shown(page) == ["S stride", "P padding"]
    page.evaluate("model.set('knobs', ['W'])")
    assert shown(page) == ["W width"]
    page.get_by_role("spinbutton", name="width").fill("5")
    assert page.evaluate("[model.get('x')[0].length, model.get('x')[0][0].length]") == [5, 5], "it stays square"
    page.evaluate("model.set('knobs', [])")
    expect(page.locator(".cs-knobs")).to_be_hidden()
    assert shown(mount(Im2col(knobs=["S"]))) == ["S stride"]
    page = mount(Pooling(knobs=["kind"]))
    assert page.get_by_role("radiogroup").evaluate_all("(all) => all.map((one) => one.ariaLabel)") == [
        "Kind of pooling"
    ]


@pytest.mark.browser
@pytest.mark.parametrize("widget", [SlidingFilter, Im2col, BackpropConvolution, Pooling, SizingCalculator])
def test_a_state_that_was_stored_before_there_were_knobs_shows_all(mount, widget):
    page = mount(widget())
    before = page.locator(".cs-widget").inner_text()
    page.evaluate("for (const name of ['knobs', 'why', 'costs']) model.set(name, undefined)")
    page.wait_for_timeout(0)
    assert page.locator(".cs-widget").inner_text() == before


@pytest.mark.browser
def test_a_calculator_of_one_question(mount):
    page = mount(SizingCalculator(W=10, F=3, S=2, knobs=["S"], costs=False))
    assert shown(page) == ["S stride"]
    assert (
        page.locator(".cs-top, .cs-options, .cs-tiles, .cs-volume").evaluate_all(
            "(all) => all.filter((one) => one.offsetHeight).length"
        )
        == 0
    )
    assert page.locator(".cs-near button").all_inner_texts() == ["S = 1\n→ 8"], "what has no knob is not offered"


@pytest.mark.browser
def test_done_says_why_it_matters(mount):
    why = "S = 7 fits, and skips 4 cells."
    page = mount(SizingCalculator(W=10, F=3, S=2, task="Find a stride.", goal={"S": 7}, why=why))
    task = page.locator(".cs-task")
    expect(task).to_have_text("Try it Find a stride.")
    page.get_by_role("spinbutton", name="stride").fill("7")
    expect(task).to_have_text(f"✓ Done Find a stride. {why}")
    expect(live(page)).to_contain_text(f"That meets the task. {why}")
    page.get_by_role("spinbutton", name="stride").fill("3")
    expect(task).to_have_text(f"✓ Done Find a stride. {why}")  # it stays, and the page below doesn't move
    page.evaluate("model.set('task', 'Find another.')")
    expect(task).to_have_text("Try it Find another.")


@pytest.mark.browser
def test_a_goal_that_is_met_from_the_start_waits_for_the_reader(mount):
    page = mount(SlidingFilter(task="Is every cell read?", goal={"unread": 0}))
    task = page.locator(".cs-task")
    expect(task).to_have_text("Try it Is every cell read?")
    page.evaluate("model.set('row', 1)")
    expect(task).to_have_text("Try it Is every cell read?")
    page.get_by_role("button", name="Step").click()
    expect(task).to_have_text("✓ Done Is every cell read?")


@pytest.mark.browser
def test_a_task_that_was_met_on_the_way_is_told_when_the_reader_pauses(mount):
    goal = {"without": False, "with": True}
    page = mount(ActivationHistograms(scale=1, task="Leave the range.", goal=goal, why="It is narrow."))
    page.get_by_role("slider").focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")  # before a screen reader is told anything
    expect(live(page)).to_contain_text("That meets the task. It is narrow.")
    page.keyboard.press("ArrowLeft")
    expect(live(page)).not_to_contain_text("That meets the task.")
