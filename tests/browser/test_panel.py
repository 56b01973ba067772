"""The course's panel in a real JupyterLab and Notebook 7: from the welcome to the full score."""

import json
import re
import shutil

import panel
import pytest
from accessibility import axe
from course_server import course
from panel import ENDLESS, EXERCISES, Student, answer, doubled, learners_copy, until
from playwright.sync_api import expect
from sample_answers import WRONG

pytestmark = [pytest.mark.browser, pytest.mark.slow]
# The two applications share the panel, so each long walk is made in one of them; tests/browser/test_jupyter.py and
# test_panel_widgets.py go through both.
IN_LAB = pytest.mark.parametrize("application", ["lab"])
IN_NOTEBOOK = pytest.mark.parametrize("application", ["notebooks"])
THEMES = ("JupyterLab Dark", "JupyterLab Dark High Contrast", "JupyterLab Light")


def from_the_welcome(student, application):
    """Open the course with nothing open yet, and its first chapter by the welcome."""
    page = student.page
    if application == "lab":
        page.goto(f"{student.base}/lab/workspaces/welcome?token={panel.TOKEN}")
        page.locator(".jp-LauncherCard", has_text="Course").click()
        expect(student.panel).to_be_visible()
        student.shoot("welcome")
        student.button("Open the first chapter").click()
        return student
    page.goto(f"{student.base}/tree?token={panel.TOKEN}")
    page.locator("#jupyter-config-data").wait_for(state="attached")
    page.get_by_role("menuitem", name="View", exact=True).wait_for()
    page.keyboard.press("F4")
    with page.expect_popup() as popup:
        student.button("Open the first chapter").click()
    other = Student(popup.value, student.base)
    other.page.wait_for_selector(".jp-Notebook .jp-CodeCell:visible")
    other.show(application)
    return other


@IN_NOTEBOOK
def test_from_the_welcome_to_the_full_score_by_mouse(newcomer, root, application):
    for file in root.glob("course/.*.json"):
        file.unlink()
    learners_copy(root / "course", whole=True)
    learner = from_the_welcome(newcomer, application)
    learner.choose("one-output")
    expect(learner.badge("one-output")).to_contain_text("Not checked")
    learner.write("one-output", WRONG)
    learner.button("Check this exercise").click()
    learner.expect("one-output", "failed")
    for place in (learner.badge("one-output"), learner.row("one-output")):
        expect(place).to_contain_text("as if the stride were left out")
        expect(place).to_contain_text("1 / 4")
        expect(place.locator(".cs231n-Case dt")).to_have_text(["With", "Expected", "Got"])
        inputs = re.compile(r"^x = array .*w = array ", re.DOTALL)
        expect(place.locator(".cs231n-Case dd").first).to_contain_text(inputs)
    learner.shoot(f"{application}-failed")
    learner.write("one-output", answer("one-output"))
    learner.expect("one-output", "changed")
    learner.badge("one-output").get_by_role("button", name="Check One output").click()
    learner.expect("one-output", "passed")
    learner.expect_total(4)
    for exercise in EXERCISES:
        learner.choose(exercise)
        learner.write(exercise, answer(exercise))
    learner.button("Check all").click()
    learner.expect_total(23)
    for exercise in EXERCISES:
        expect(learner.row(exercise)).to_have_attribute("data-state", "passed")
    expect(learner.panel.locator(".cs231n-Chapter[aria-current]")).to_contain_text("23 / 23")
    learner.page.reload(wait_until="domcontentloaded")
    learner.page.wait_for_selector(".jp-Notebook .jp-CodeCell:visible")
    learner.show(application)
    learner.expect_total(23)
    assert learner.faults == []


@IN_LAB
def test_from_the_first_exercise_to_the_full_score_by_keyboard(student, root, application):
    given = {exercise: answer(exercise) for exercise in EXERCISES if exercise != "crop"}
    learners_copy(root / f"keys-{application}", given, whole=True)
    student.open(f"keys-{application}/{panel.CHAPTER}", application)
    page, keys = student.page, student.page.keyboard
    expect(student.row("crop")).to_be_visible()
    student.enter_panel()
    student.focus_by_tab("Go to the first exercise")
    keys.press("Enter")
    student.focus_by_tab("Crop")
    keys.press("Enter")
    student.focus_by_tab("Go to cell")
    keys.press("Space")
    expect(student.editor("crop")).to_be_focused()
    mine = "def neurons_across(W, F, S, P):\n    return (W - F + 2 * P) / S + 1"
    assert until(lambda: panel.type_over(student.editor("crop"), mine), 60)
    keys.press("F8")
    student.expect("crop", "failed")
    expect(page.locator(".cs231n-Announcer")).to_contain_text("Crop: failed, 1 of 2 points. Some of your counts")
    keys.press("Shift+F4")
    expect(student.row("crop")).to_contain_text("The formula gives 4.5")
    assert until(lambda: panel.type_over(student.editor("crop"), answer("crop")), 60)
    student.expect("crop", "changed")
    student.enter_panel()
    student.focus_by_tab("Check this exercise")
    keys.press("Enter")
    student.expect("crop", "passed")
    assert page.evaluate("document.activeElement.textContent") == "Check this exercise"
    student.focus_by_tab("Check all")
    keys.press("Space")
    student.expect_total(23)
    expect(page.locator(".cs231n-Announcer")).to_contain_text("23 of 23 points in this chapter.")
    assert [axe(page, place) for place in ("#cs231n-course", ".cs231n-Badge")] == [[], []]


def test_axe_finds_nothing_light_and_dark_narrow_and_wide(newcomer, root):
    learners_copy(root / "axe", {"crop": answer("crop"), "one-output": WRONG}, doubled("local"), whole=True)
    newcomer.open(f"axe/{panel.CHAPTER}")
    newcomer.shoot("welcome-beside-a-notebook")
    newcomer.button("Check all").click()
    newcomer.expect("crop", "passed")
    newcomer.choose("parameters")
    newcomer.expect("parameters", "unwritten")
    expect(newcomer.badge("parameters")).to_contain_text("Not written yet")
    newcomer.choose("one-output")
    newcomer.expect("one-output", "failed")
    newcomer.button("Show hint").click()
    for theme in THEMES:
        newcomer.theme(theme)
        found = {place: axe(newcomer.page, place) for place in ("#cs231n-course", ".cs231n-Badge")}
        found["the announcer"] = axe(newcomer.page, ".cs231n-Announcer", seen=False)
        assert not any(found.values()), (theme, found)
        newcomer.shoot(theme.lower().replace(" ", "-"))
    for width, name in ((240, "narrow"), (560, "wide")):
        newcomer.widen(width)
        newcomer.shoot(name)
        size = newcomer.panel.evaluate("panel => [panel.clientWidth, panel.scrollWidth]")
        assert size[0] >= size[1], f"{name}: the panel scrolls sideways"
        assert abs(size[0] - width) < 30


def test_badges_follow_their_cells(student, root):
    def three_hundred_more(nb):
        from nbformat.v4 import new_markdown_cell

        nb.cells[:0] = [new_markdown_cell(f"Cell {number}", id=f"more-{number}") for number in range(300)]

    learners_copy(root / "follow", {"crop": answer("crop")}, three_hundred_more, whole=True)
    student.open(f"follow/{panel.CHAPTER}")
    student.choose("crop")
    student.button("Check this exercise").click()
    student.expect("crop", "passed")
    # Up: the badge goes with its cell.
    student.editor("crop").click()
    keys = student.page.keyboard
    keys.press("Escape")
    keys.press("Control+Shift+ArrowUp")
    student.expect("crop", "passed")
    expect(student.badge("crop")).to_have_count(1)
    # Split: two cells hold the answer, and both say so.
    student.editor("crop").click()
    keys.press("ControlOrMeta+End")
    keys.press("Control+Shift+-")
    expect(student.badge("crop")).to_have_count(2)
    expect(student.row("crop")).to_contain_text("2 cells say that they hold this answer")
    keys.press("Escape")
    keys.press("z")
    expect(student.badge("crop")).to_have_count(1)
    student.expect("crop", "passed")
    assert student.page.locator(".cs231n-Badge").count() <= len(EXERCISES)


def test_reset_undo_and_hints(student, root):
    mine = "def conv_parameters(D, K, F):\n    return K  # mine"
    learners_copy(root / "reset", {"parameters": mine})
    student.open(f"reset/{panel.CHAPTER}")
    student.choose("parameters")
    editor = student.editor("parameters")
    reset = student.button("Reset Parameters to its starter")
    reset.click()
    expect(editor).to_contain_text("raise NotImplementedError")
    student.button("Undo reset").click()
    expect(editor).to_contain_text("return K  # mine")
    expect(reset).to_be_focused()
    expect(student.button("Undo reset")).to_have_count(0)
    reset.click()
    expect(student.button("Undo reset")).to_have_count(1)
    student.of_jupyter("await notebook.context.save()")
    student.page.reload(wait_until="domcontentloaded")
    student.page.wait_for_selector(".jp-Notebook .jp-CodeCell:visible")
    student.show()
    student.choose("parameters")
    expect(editor).to_contain_text("raise NotImplementedError")
    student.button("Undo reset").click()
    expect(editor).to_contain_text("return K  # mine")
    hints = student.row("parameters").locator(".cs231n-Hints li")
    student.button("Show hint").click()
    expect(hints).to_have_count(1)
    student.button("Show another hint").click()
    expect(hints).to_have_count(2)
    student.button("Hide hints").click()
    expect(hints).to_have_count(0)


def test_ctrl_z_takes_back_a_reset_and_nothing_else(student, root):
    learners_copy(root / "ctrl-z", {"parameters": "mine = 1"})
    student.open(f"ctrl-z/{panel.CHAPTER}")
    student.choose("parameters")
    editor = student.editor("parameters")
    reset = student.button("Reset Parameters to its starter")
    keys = student.page.keyboard
    editor.click()
    keys.press("ControlOrMeta+End")
    # Typed and reset in less than the half second that makes two changes one.
    keys.type("  # typed")
    expect(editor).to_contain_text("mine = 1  # typed")
    keys.type(" just now")
    reset.evaluate("button => button.click()")
    expect(editor).to_contain_text("raise NotImplementedError")
    editor.click()
    keys.press("ControlOrMeta+z")
    expect(editor).to_contain_text("mine = 1  # typed just now")
    expect(student.button("Undo reset")).to_have_count(0)
    # Reset, taken back and reset: each is a step of its own.
    reset.click()
    undo = student.button("Undo reset")
    undo.evaluate("button => button.click()")
    reset.evaluate("button => button.click()")
    expect(editor).to_contain_text("raise NotImplementedError")
    for text in ("mine = 1", "raise NotImplementedError", "mine = 1"):
        editor.click()
        keys.press("ControlOrMeta+z")
        expect(editor).to_contain_text(text)


def test_checking_on_run_and_the_time_limit_are_settings(newcomer, root):
    learners_copy(root / "settings", {"crop": ENDLESS})
    settings = f"{newcomer.base}/lab/api/settings/cs231n-kit:plugin?token={panel.TOKEN}"
    newcomer.open(f"settings/{panel.CHAPTER}")
    put = newcomer.page.context.request.put
    token = {"Authorization": f"token {panel.TOKEN}"}
    try:
        raw = json.dumps({"checkOnRun": True, "timeLimit": 2})
        assert put(settings, data={"raw": raw}, headers=token).ok
        newcomer.page.reload()
        newcomer.page.wait_for_selector(".jp-Notebook .jp-CodeCell:visible")
        newcomer.show()
        newcomer.choose("crop")
        newcomer.wait_for_kernel()
        panel.run_cell(newcomer.cell("crop"))
        newcomer.expect("crop", "failed")
        expect(newcomer.badge("crop")).to_contain_text("took longer than 2 seconds")
    finally:
        assert put(settings, data={"raw": "{}"}, headers=token).ok


def test_the_book_page_opens_once_there_is_a_book(student, root, real_site):
    learners_copy(root / "reading")
    student.open(f"reading/{panel.CHAPTER}")
    expect(student.panel).to_contain_text("make book in the course's folder builds it")
    shutil.copytree(real_site, root.parent / "book")
    student.return_to_tab()
    context, wrong = student.page.context, []
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    context.on("response", lambda got: got.status >= 400 and "/book/" in got.url and wrong.append(got.url))
    with context.expect_page() as opened:
        student.panel.get_by_role("link", name="Open the book page").click()
    tab = opened.value
    tab.on("console", lambda said: said.type in ("error", "warning") and wrong.append(said.text))
    tab.wait_for_selector("html[data-widgets=ready]")
    assert tab.url == f"{student.base}/cs231n/book/{panel.CHAPTER.replace('.ipynb', '.html')}"
    tab.locator("[data-widget=sliding_filter]").first.scroll_into_view_if_needed()  # it is mounted when one comes near
    chosen = tab.locator("[role=grid][aria-label^=Output]").first.locator("[tabindex='0']")
    expect(chosen).to_have_attribute("aria-label", re.compile(r"^y\[0, 1, 1\]"))
    chosen.press("ArrowRight")
    expect(chosen).to_have_attribute("aria-label", re.compile(r"^y\[0, 1, 2\]"))
    Student(tab, student.base).shoot("book-page")
    assert wrong == []


def test_learn_opens_jupyterlab_with_the_panel_in_view(chromium, tmp_path):
    with course(tmp_path / "course") as address:
        page = chromium.new_page(viewport={"width": 1280, "height": 900})
        page.goto(address)
        expect(page.locator("#cs231n-course")).to_be_visible()
        expect(page.locator("#cs231n-course")).to_contain_text("Chapters")
        page.close()
