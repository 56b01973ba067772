"""TrainingTheatre in a page: it learns, stops, breaks and starts again; the wall by keys; a record; a phone."""

import importlib.util
import json
import re

import pytest
from axe import problems
from cs231n_widgets import TrainingTheatre
from node_js import ROOT, SOURCES, run_node
from playwright.sync_api import expect
from random_states import short_record
from widget_page import live

pytestmark = pytest.mark.browser
HIDDEN_LAYER = "FC(64) -> RELU -> FC(10)"


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def sentence(page):
    return page.locator(".cs-sentence")


def step(page):
    """Returns the step that the run has got to."""
    return int(re.match(r"Step ([\d,]+)", sentence(page).inner_text())[1].replace(",", ""))


def steps(page, count):
    for _ in range(count):
        button(page, "Step").click()


def test_five_steps_show_what_the_kit_s_five_steps_show(mount):
    widget = TrainingTheatre(steps=5, chosen=12, seed=4)
    page = mount(widget)
    expect(sentence(page)).to_contain_text("Step 0: ")
    steps(page, 5)
    expect(sentence(page)).to_have_text(re.match(r".*?(Step 5: .*)", widget.describe())[1])
    badges = page.locator(".cs-th-badge").all_inner_texts()
    seen, labels = widget.seen, widget.seen_wall["labels"]
    assert badges == ["" if g == label else str(g) for g, label in zip(seen["guesses"], labels, strict=True)]
    assert page.locator(".cs-th-wrong").count() == sum(map(bool, badges))
    shares = page.locator(".cs-th-shares .cs-th-words").all_inner_texts()
    assert shares == [f"{share * 100:.0f}%" for share in seen["inside"]["shares"]]
    assert page.locator(".cs-th-filters canvas").count() == 8
    assert page.locator(".cs-th-map canvas").count() == 16


def test_it_trains_while_the_rate_changes_and_pauses(mount):
    page = mount(TrainingTheatre(HIDDEN_LAYER, pace="fast"))
    page.wait_for_timeout(300)
    assert step(page) == 0, "nothing moves before Play"
    button(page, "Play").click()
    expect(page.locator(".cs-th-values").last).to_contain_text(re.compile("training (9.|100)%"))
    page.get_by_role("slider", name="Rate").press("ArrowLeft")
    expect(page.locator(".cs-th-rate output:visible")).to_have_text("0.05")
    expect(button(page, "Pause")).to_be_visible()
    button(page, "Pause").click()
    stands = step(page)
    assert stands > 20
    page.wait_for_timeout(300)
    assert step(page) == stands
    assert "learnt" in page.evaluate("model.get('reached')")
    assert page.evaluate("model.get('rate')") == 0.05


def test_a_nan_is_a_state_with_words_and_not_the_end(mount):
    page = mount(TrainingTheatre(rate=100, breakage="rate", batch=8, pace="fast"))
    button(page, "Play").click()
    expect(sentence(page)).to_contain_text("the loss is no number any more (NaN)")
    expect(page.locator(".cs-th-remark")).to_contain_text("start again with a lower rate")
    expect(button(page, "Play")).to_have_attribute("aria-disabled", "true")
    assert page.locator(".cs-th-badge").all_inner_texts() == ["?"] * 80
    expect(live(page)).to_contain_text("NaN")
    page.evaluate("model.set('rate', 0.001)")
    button(page, "Rate × 100").click()  # whole again
    expect(sentence(page)).to_contain_text("Step 0: ")
    steps(page, 3)
    assert step(page) == 3
    assert page.evaluate("model.get('reached')") == ["start", "learning"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Rate × 100", "Now all ReLUs of a layer give 0"),
        ("Weights all 0", "Only the biases of the last layer move"),
        ("Labels shuffled", "There is no rule to find in shuffled labels"),
        ("Pixels as they are", "Inputs from 0 to 255 gave scores in the hundreds"),
    ],
)
def test_what_is_broken_on_purpose_says_what_one_sees(mount, name, words):
    page = mount(TrainingTheatre(HIDDEN_LAYER, pace="fast"))
    button(page, name).click()
    expect(button(page, name)).to_have_attribute("aria-pressed", "true")
    button(page, "Play").click()
    expect(page.locator(".cs-th-remark")).to_contain_text(words)
    button(page, name).click()
    expect(page.locator(".cs-th-remark")).not_to_contain_text(words)


def test_labels_learnt_by_heart_meet_the_task(mount):
    page = mount(TrainingTheatre.by_heart())
    button(page, "Play").click()
    expect(page.locator(".cs-task")).to_contain_text("✓ Done")
    expect(page.locator(".cs-task")).to_contain_text("only held-out ones do.")
    expect(page.locator(".cs-th-remark")).to_contain_text("learnt by heart")


def test_the_wall_is_walked_by_keys_and_looked_into(mount):
    page = mount(TrainingTheatre("FC(10)"))
    cells = page.get_by_role("gridcell")
    assert page.locator("[role=gridcell][tabindex='0']").count() == 1
    cells.first.focus()
    for key, chosen in [("ArrowRight", 1), ("ArrowDown", 11), ("End", 19), ("Control+Home", 0)]:
        page.keyboard.press(key)
        assert page.evaluate("model.get('chosen')") == chosen
        expect(cells.nth(chosen)).to_be_focused()
        expect(cells.nth(chosen)).to_have_attribute("aria-selected", "true")
    cells.nth(23).click()
    expect(page.locator(".cs-th-look .cs-th-title")).to_contain_text("A 3")
    assert cells.nth(23).get_attribute("aria-label").startswith("A 3, ")


def test_a_record_is_scrubbed_and_played(mount):
    record = short_record()
    widget = TrainingTheatre(record=record, at=2)
    page = mount(widget)
    expect(sentence(page)).to_contain_text(f"Step {record['frames'][2]['step']}: ")
    slider = page.get_by_role("slider", name="Step")
    slider.press("End")
    expect(sentence(page)).to_contain_text("Step 40: ")
    last = record["frames"][-1]
    wrong = sum(guess != label for guess, label in zip(last["guesses"], record["wall"]["labels"], strict=True))
    expect(page.locator(".cs-th-wall-part .cs-th-title")).to_have_text(f"20 held-out images, {wrong} guessed wrong")
    slider.press("Home")
    expect(sentence(page)).to_contain_text("Step 0: ")
    button(page, "Play").click()
    expect(sentence(page)).to_contain_text("Step 40: ")
    expect(button(page, "Play")).to_be_visible()
    expect(page.locator(".cs-th-about")).to_contain_text("A recorded run")
    expect(page.locator(".cs-th-about")).to_contain_text("make records")
    words = page.locator(f"#{page.locator('.cs-widget').get_attribute('aria-describedby')}")
    expect(words).to_have_text(TrainingTheatre(record=record).describe())
    assert len(json.dumps(record)) < 300_000


def test_two_pages_with_one_seed_show_the_same(mount):
    shown = []
    for seed in (7, 7, 8):
        page = mount(TrainingTheatre("FC(10)", seed=seed))
        steps(page, 2)
        shown.append(
            page.evaluate(
                "[...document.querySelectorAll('.cs-th-train, .cs-th-filters canvas')]"
                ".map((one) => one.toDataURL?.() ?? one.getAttribute('d')).join()"
            )
        )
    assert shown[0] == shown[1] != shown[2]


@pytest.mark.parametrize("width", [744, 358])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(mount, width):
    page = mount(
        TrainingTheatre.by_heart(knobs=["net", "rate", "seed", "breakage", "pace", "optimizer", "batch"]), width
    )
    steps(page, 1)
    assert problems(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width + 32


ADDRESS = """const { hash, state, limits, now } = given;
const { id, values } = m.readAddress(hash);
return [id, m.fitting(values, state, limits), m.writeAddress("w-a", state, { ...state, ...now })];"""


def limits(name):
    """Returns the limits that the book's build gives the page for the traits of a widget."""
    spec = importlib.util.spec_from_file_location("book_widgets", ROOT / "book" / "extensions" / "widgets.py")
    extension = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(extension)
    return extension.limits(name)


def test_net_rate_batch_seed_and_what_is_broken_stand_in_the_address(mount):
    widget = TrainingTheatre(rate=1.0)
    hash = "#w-a?rate=0.02&batch=8&seed=5&breakage=labels&spec=FC%2810%29&reached=%5B%22nan%22%5D&mode=kernel&pace=idle"
    given = {"hash": hash, "state": widget.settings(), "limits": limits("training_theatre")}
    given["now"] = {"rate": 0.5, "breakage": "zeros", "running": True, "reached": ["start"], "chosen": 3}
    id, values, written = run_node(SOURCES / "page" / "address.js", ADDRESS, given)
    assert (id, values) == ("w-a", {"rate": 0.02, "batch": 8, "seed": 5, "breakage": "labels", "spec": "FC(10)"})
    assert written == "#w-a?breakage=zeros&chosen=3&rate=0.5"
    # What is too far, or half, is left out; a net that can't be trained is told.
    far = run_node(SOURCES / "page" / "address.js", ADDRESS, given | {"hash": "#w-a?rate=1000&batch=0.5"})[1]
    assert far == {}
    page = mount(widget)
    for text, words in [("FC(3)", "end with FC(10)"), ("FC(900) -> FC(10)", "up to 20,000"), ("FC(", "never closed")]:
        page.evaluate("(text) => model.set('spec', text)", text)
        expect(page.locator(".cs-th-problem")).to_contain_text(words)
        expect(sentence(page)).to_contain_text("Step 0: ")
    page.evaluate("model.set('spec', 'FC(10)')")
    expect(page.locator(".cs-th-problem")).to_be_hidden()
