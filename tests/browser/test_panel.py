"""The course's panel in a real JupyterLab and Notebook 7: from the welcome to the full score, and what can go wrong."""

import json
import time

import panel
import pytest
from panel import EXERCISES, Student, answer, doubled, jupyter, learners_copy, until
from playwright.sync_api import expect
from test_jupyter import WRONG, axe, course

pytestmark = [pytest.mark.browser, pytest.mark.slow]
BOTH = pytest.mark.parametrize("application", ["lab", "notebooks"])
ENDLESS = "def neurons_across(W, F, S, P):\n    while True:\n        pass"
THEMES = ("JupyterLab Dark", "JupyterLab Dark High Contrast", "JupyterLab Light")


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return tmp_path_factory.mktemp("panel") / "root"


@pytest.fixture(scope="module")
def base(root):
    root.mkdir()
    with jupyter(root, panel.free_port()) as base:
        yield base


@pytest.fixture
def student(chromium, base):
    """Give a student with a browser of their own; nothing may have gone wrong in its console."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    student = Student(context.new_page(), base)
    yield student
    context.close()
    assert student.faults == []


def from_the_welcome(student, application):
    """Open the course with nothing open yet, and its first chapter by the welcome."""
    page = student.page
    if application == "lab":
        page.goto(f"{student.base}/lab/workspaces/welcome?token={panel.TOKEN}")
        page.locator(".jp-LauncherCard", has_text="Course").click(timeout=60_000)
        expect(student.panel).to_be_visible()
        student.shoot("welcome")
        student.button("Open the first chapter").click()
        return student
    page.goto(f"{student.base}/tree?token={panel.TOKEN}")
    page.locator("#jupyter-config-data").wait_for(state="attached")
    page.get_by_role("menuitem", name="View", exact=True).wait_for(timeout=60_000)
    page.keyboard.press("Alt+Shift+U")
    with page.expect_popup() as popup:
        student.button("Open the first chapter").click()
    other = Student(popup.value, student.base)
    other.page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=60_000)
    other.show(application)
    return other


@BOTH
def test_from_the_welcome_to_the_full_score_by_mouse(student, root, application, capsys):
    for file in root.glob("course/.*.json"):
        file.unlink()
    learners_copy(root / "course")
    learner = from_the_welcome(student, application)
    learner.choose("one-output")
    expect(learner.badge("one-output")).to_contain_text("Not checked")
    learner.write("one-output", WRONG)
    began = time.monotonic()
    learner.button("Check this exercise").click()
    learner.expect("one-output", "failed")
    first = time.monotonic() - began
    for place in (learner.badge("one-output"), learner.row("one-output")):
        expect(place).to_contain_text("as if the stride were left out")
        expect(place).to_contain_text("1 / 4")
    learner.shoot(f"{application}-failed")
    learner.write("one-output", answer("one-output"))
    learner.expect("one-output", "changed")
    began = time.monotonic()
    learner.badge("one-output").get_by_role("button", name="Check One output").click()
    learner.expect("one-output", "passed")
    second = time.monotonic() - began
    with capsys.disabled():
        print(f"\n{application}: from click to badge {first:.2f} s, again {second:.2f} s")
    assert max(first, second) < 10
    learner.expect_total(4)
    for exercise in EXERCISES:
        learner.choose(exercise)
        learner.write(exercise, answer(exercise))
    learner.button("Check all").click()
    learner.expect_total(22)
    for exercise in EXERCISES:
        expect(learner.row(exercise)).to_have_attribute("data-state", "passed")
    expect(learner.panel.locator(".cs231n-Chapter[aria-current]")).to_contain_text("22 / 22")
    learner.page.reload(wait_until="domcontentloaded")
    learner.page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=60_000)
    learner.show(application)
    learner.expect_total(22)
    assert learner.faults == []


@BOTH
def test_from_the_first_exercise_to_the_full_score_by_keyboard(student, root, application):
    given = {exercise: answer(exercise) for exercise in EXERCISES if exercise != "crop"}
    learners_copy(root / f"keys-{application}", given)
    student.open(f"keys-{application}/{panel.CHAPTER}", application)
    page, keys = student.page, student.page.keyboard
    expect(student.row("crop")).to_be_visible()
    keys.press("Alt+Shift+U")
    student.focus_by_tab("Go to the first exercise")
    keys.press("Enter")
    student.focus_by_tab("Go to cell")
    keys.press("Space")
    expect(student.editor("crop")).to_be_focused()
    keys.press("ControlOrMeta+a")
    keys.insert_text("def neurons_across(W, F, S, P):\n    return (W - F + 2 * P) / S + 1")
    keys.press("Alt+Shift+K")
    student.expect("crop", "failed")
    expect(page.locator(".cs231n-Announcer")).to_contain_text("Crop: failed, 1 of 2 points. Some of your counts")
    keys.press("Alt+Shift+J")
    expect(student.row("crop")).to_contain_text("The formula gives 4.5")
    keys.press("ControlOrMeta+a")
    keys.insert_text(answer("crop"))
    student.expect("crop", "changed")
    keys.press("Alt+Shift+U")
    student.focus_by_tab("Check this exercise")
    keys.press("Enter")
    student.expect("crop", "passed")
    assert page.evaluate("document.activeElement.textContent") == "Check this exercise"
    student.focus_by_tab("Check all")
    keys.press("Space")
    student.expect_total(22)
    expect(page.locator(".cs231n-Announcer")).to_contain_text("22 of 22 points in this chapter.")


def test_axe_finds_nothing_light_and_dark_narrow_and_wide(student, root):
    learners_copy(root / "axe", {"crop": answer("crop"), "one-output": WRONG}, doubled("local"))
    student.open(f"axe/{panel.CHAPTER}")
    student.shoot("welcome-beside-a-notebook")
    student.button("Check all").click()
    student.expect("crop", "passed")
    student.choose("one-output")
    student.expect("one-output", "failed")
    student.button("Show hint").click()
    for theme in THEMES:
        student.theme(theme)
        found = {place: axe(student.page, place) for place in ("#cs231n-course", ".cs231n-Badge", ".cs231n-Announcer")}
        assert not any(found.values()), (theme, found)
        student.shoot(theme.lower().replace(" ", "-"))
    for width, name in ((240, "narrow"), (560, "wide")):
        handle = student.page.locator("#jp-main-split-panel > .lm-SplitPanel-handle:not(.lm-mod-hidden)").first
        box, left = handle.bounding_box(), student.panel.bounding_box()["x"]
        student.page.mouse.move(box["x"] + 1, 450)
        student.page.mouse.down()
        student.page.mouse.move(left + width, 450, steps=4)
        student.page.mouse.up()
        student.shoot(name)
        size = student.panel.evaluate("panel => [panel.clientWidth, panel.scrollWidth]")
        assert size[0] >= size[1], f"{name}: the panel scrolls sideways"
        assert abs(size[0] - width) < 30


def test_badges_follow_their_cells(student, root):
    def three_hundred_more(nb):
        from nbformat.v4 import new_markdown_cell

        nb.cells[:0] = [new_markdown_cell(f"Cell {number}", id=f"more-{number}") for number in range(300)]

    learners_copy(root / "follow", {"crop": answer("crop")}, three_hundred_more)
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
    reset.click()
    expect(editor).to_contain_text("raise NotImplementedError")
    editor.click()
    student.page.keyboard.press("ControlOrMeta+z")
    expect(editor).to_contain_text("return K  # mine")
    expect(student.button("Undo reset")).to_have_count(0)
    hints = student.row("parameters").locator(".cs231n-Hints li")
    student.button("Show hint").click()
    expect(hints).to_have_count(1)
    student.button("Show another hint").click()
    expect(hints).to_have_count(2)
    student.button("Hide hints").click()
    expect(hints).to_have_count(0)


def busy(student, path):
    """Ask the server whether a notebook is being checked."""
    url = f"{student.base}/cs231n/notebook?path={path}&token={panel.TOKEN}"
    return student.page.context.request.get(url).json()["busy"]


def test_a_check_is_cancelled_and_ends_with_its_tab(student, root):
    path = f"cancel/{panel.CHAPTER}"
    learners_copy(root / "cancel", {"crop": ENDLESS})
    student.open(path)
    student.choose("crop")
    student.button("Check this exercise").click()
    student.expect("crop", "checking")
    assert until(lambda: busy(student, path), 5)
    student.button("Cancel").click()
    expect(student.panel).to_contain_text("The check was cancelled")
    expect(student.button("Check this exercise")).to_be_focused()
    student.expect("crop", "unchecked")
    student.write("crop", answer("crop"))
    student.button("Check this exercise").click()
    student.expect("crop", "passed")
    student.write("crop", ENDLESS)
    student.badge("crop").get_by_role("button", name="Check Crop").click()
    assert until(lambda: busy(student, path), 5)
    # Close the notebook's tab inside of JupyterLab, not the page.
    student.page.locator(".lm-DockPanel-tabBar .lm-TabBar-tab.lm-mod-current .lm-TabBar-tabCloseIcon").click()
    assert until(lambda: not busy(student, path), 5)


def test_a_foreign_notebook_is_offered_nothing(student, root):
    foreign = root / "foreign" / "own.ipynb"
    foreign.parent.mkdir()
    cell = {"cell_type": "code", "id": "a", "metadata": {}, "source": "1 + 1", "outputs": [], "execution_count": None}
    about = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    foreign.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": about, "cells": [cell]}))
    student.open("foreign/own.ipynb")
    expect(student.panel).to_contain_text("not a notebook of this course")
    expect(student.button("Check all")).to_have_count(0)
    expect(student.page.locator(".cs231n-Badge")).to_have_count(0)
    student.page.keyboard.press("Alt+Shift+K")
    student.page.keyboard.press("Alt+Shift+L")
    student.page.wait_for_timeout(300)


def test_two_tabs_on_one_notebook(student, root):
    path = f"tabs/{panel.CHAPTER}"
    learners_copy(root / "tabs", {"crop": ENDLESS, "parameters": answer("parameters")})
    student.open(path)
    other = Student(student.page.context.new_page(), student.base)
    older = other.page.locator(".jp-Dialog", has_text="File Changed")  # Jupyter's own: which of the two files to keep?
    other.page.add_locator_handler(older, lambda: older.get_by_role("button", name="Revert").click())
    other.page.goto(f"{student.base}/notebooks/{path}?token={panel.TOKEN}")
    other.page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=60_000)
    other.show("notebooks")
    expect(other.row("crop")).to_be_visible()
    student.choose("crop")
    student.button("Check this exercise").click()
    assert until(lambda: busy(student, path), 5)
    other.button("Check all").click()
    expect(other.panel).to_contain_text("being checked in another tab")
    expect(other.row("crop")).to_have_attribute("data-state", "unchecked")
    student.button("Cancel").click()
    student.choose("parameters")
    expect(student.button("Check this exercise")).not_to_have_attribute("aria-disabled", "true")
    student.button("Check this exercise").click()
    student.expect("parameters", "passed")
    other.page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(other.row("parameters")).to_have_attribute("data-state", "passed")
    expect(other.panel).not_to_contain_text("being checked in another tab")
    # What Chromium itself writes about an answer of 409.
    assert [one for one in other.faults if "status of 409" not in one] == []


def test_an_expired_token_and_a_network_that_is_down(student, root):
    learners_copy(root / "expired", {"crop": answer("crop")})
    student.open(f"expired/{panel.CHAPTER}")
    student.choose("crop")
    student.page.context.clear_cookies()

    def expire(route):
        route.continue_(headers={**route.request.headers, "authorization": "token expired"})

    student.page.route("**/cs231n/**", expire)
    student.button("Check this exercise").click()
    expect(student.panel).to_contain_text("You are no longer logged in to Jupyter")
    student.expect("crop", "unchecked")
    student.page.unroute("**/cs231n/**")
    student.page.route("**/cs231n/**", lambda route: route.abort())
    student.button("Try again").click()
    expect(student.panel).to_contain_text("The Jupyter server does not answer")
    student.page.unroute("**/cs231n/**")
    student.button("Try again").first.click()
    expect(student.panel.locator(".cs231n-mod-fault")).to_have_count(0)
    student.button("Check this exercise").click()
    student.expect("crop", "passed")
    student.faults[:] = [one for one in student.faults if "Failed to load resource" not in one]


def test_checking_on_run_and_the_time_limit_are_settings(student, root):
    learners_copy(root / "settings", {"crop": ENDLESS})
    settings = f"{student.base}/lab/api/settings/cs231n-kit:plugin?token={panel.TOKEN}"
    student.open(f"settings/{panel.CHAPTER}")
    put = student.page.context.request.put
    token = {"Authorization": f"token {panel.TOKEN}"}
    try:
        raw = json.dumps({"checkOnRun": True, "timeLimit": 2})
        assert put(settings, data={"raw": raw}, headers=token).ok
        student.page.reload()
        student.page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=60_000)
        student.show()
        student.choose("crop")
        student.page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]", timeout=60_000)
        student.editor("crop").click()
        student.page.keyboard.press("Control+Enter")
        student.expect("crop", "failed")
        expect(student.badge("crop")).to_contain_text("took longer than 2 seconds")
    finally:
        assert put(settings, data={"raw": "{}"}, headers=token).ok


def test_a_server_that_is_restarted_in_the_middle_of_a_check(chromium, tmp_path):
    root, port = tmp_path / "root", panel.free_port()
    path = f"course/{panel.CHAPTER}"
    learners_copy(root / "course", {"crop": ENDLESS, "parameters": answer("parameters")})
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    student = Student(page, f"http://127.0.0.1:{port}")
    lost = page.locator(".jp-Dialog", has_text="Server Connection Error")  # JupyterLab's own, sooner or later
    page.add_locator_handler(lost, lambda: lost.get_by_role("button").last.click())
    with jupyter(root, port):
        student.open(path)
        student.choose("parameters")
        student.button("Check this exercise").click()
        student.expect("parameters", "passed")
        student.choose("crop")
        student.button("Check this exercise").click()
        assert until(lambda: busy(student, path), 5)
    expect(student.panel).to_contain_text("The check stopped before its end", timeout=20_000)
    with jupyter(root, port):
        student.button("Try again").click()
        expect(student.panel.locator(".cs231n-mod-fault")).to_have_count(0)
        student.expect("parameters", "passed")
        student.expect("crop", "unchecked")
        assert not busy(student, path)
        assert [one for one in student.faults if "cs231n-kit" in one] == []
        page.close()


def test_learn_opens_jupyterlab_with_the_panel_in_view(chromium, tmp_path):
    with course(tmp_path / "course") as address:
        page = chromium.new_page(viewport={"width": 1280, "height": 900})
        page.goto(address)
        expect(page.locator("#cs231n-course")).to_be_visible(timeout=60_000)
        expect(page.locator("#cs231n-course")).to_contain_text("Chapters")
        page.close()
