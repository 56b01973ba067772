"""The course's panel in trouble: what is cancelled, foreign, shared, lost, broken. It says so, and claims nothing."""

import json

import panel
import pytest
from nbformat.v4 import new_code_cell
from panel import ENDLESS, EXERCISES, Student, answer, from_menu, jupyter, learners_copy, until
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_check_is_cancelled_and_ends_with_its_tab(student, root):
    path = f"cancel/{panel.CHAPTER}"
    learners_copy(root / "cancel", {"crop": ENDLESS})
    student.open(path)
    student.choose("crop")
    student.button("Check this exercise").click()
    student.expect("crop", "checking")
    assert until(lambda: student.is_busy(path), 20)
    student.button("Cancel").click()
    expect(student.panel).to_contain_text("The check was cancelled")
    expect(student.button("Check this exercise")).to_be_focused()
    student.expect("crop", "unchecked")
    student.write("crop", answer("crop"))
    student.button("Check this exercise").click()
    student.expect("crop", "passed")
    student.write("crop", ENDLESS)
    student.badge("crop").get_by_role("button", name="Check Crop").click()
    assert until(lambda: student.is_busy(path), 20)
    # Close the notebook's tab inside of JupyterLab, not the page.
    student.page.locator(".lm-DockPanel-tabBar .lm-TabBar-tab.lm-mod-current .lm-TabBar-tabCloseIcon").click()
    assert until(lambda: not student.is_busy(path), 20)


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
    asked = []
    student.page.on("request", lambda request: asked.append(request.url))
    student.page.keyboard.press("F8")
    student.page.keyboard.press("Shift+F8")
    student.return_to_tab()
    assert [url for url in asked if "/cs231n/check" in url] == []


def test_two_tabs_on_one_notebook(student, root):
    path = f"tabs/{panel.CHAPTER}"
    learners_copy(root / "tabs", {"crop": ENDLESS, "parameters": answer("parameters")})
    student.open(path)
    other = Student(student.page.context.new_page(), student.base)
    other.answer_dialog("File Changed", "Revert")  # which of the two files to keep?
    other.page.goto(f"{student.base}/notebooks/{path}?token={panel.TOKEN}")
    other.page.wait_for_selector(".jp-Notebook .jp-CodeCell:visible")
    other.show("notebooks")
    expect(other.row("crop")).to_be_visible()
    student.choose("crop")
    student.button("Check this exercise").click()
    assert until(lambda: student.is_busy(path), 20)
    other.button("Check all").click()
    expect(other.panel).to_contain_text("being checked in another tab")
    expect(other.row("crop")).to_have_attribute("data-state", "unchecked")
    other.return_to_tab()
    expect(other.button("Check all")).to_have_attribute("aria-disabled", "true")
    other.choose("unread")
    other.button("Reset Cells that nobody reads to its starter").click()
    expect(other.page.locator(".cs231n-Announcer")).to_contain_text("This answer is the starter already.")
    assert other.button("Check all").get_attribute("aria-disabled") == "true"  # whatever else is said meanwhile
    student.button("Cancel").click()
    expect(other.button("Check all")).not_to_have_attribute("aria-disabled", "true")
    student.choose("parameters")
    expect(student.button("Check this exercise")).not_to_have_attribute("aria-disabled", "true")
    student.button("Check this exercise").click()
    student.expect("parameters", "passed")
    other.return_to_tab()
    expect(other.row("parameters")).to_have_attribute("data-state", "passed")
    expect(other.panel).not_to_contain_text("being checked in another tab")
    # What Chromium itself writes about an answer of 409.
    assert [one for one in other.faults if "status of 409" not in one] == []


def test_an_expired_token_and_a_network_that_is_down(newcomer, root):
    learners_copy(root / "expired", {"crop": answer("crop")})
    newcomer.open(f"expired/{panel.CHAPTER}")
    newcomer.choose("crop")
    newcomer.page.context.clear_cookies()

    def expire(route):
        route.continue_(headers={**route.request.headers, "authorization": "token expired"})

    newcomer.page.route("**/cs231n/**", expire)
    newcomer.button("Check this exercise").click()
    expect(newcomer.panel).to_contain_text("You are no longer logged in to Jupyter")
    newcomer.expect("crop", "unchecked")
    newcomer.page.unroute("**/cs231n/**")
    newcomer.page.route("**/cs231n/**", lambda route: route.abort())
    newcomer.button("Try again").click()
    expect(newcomer.panel).to_contain_text("The Jupyter server does not answer")
    newcomer.page.unroute("**/cs231n/**")
    newcomer.button("Try again").first.click()
    newcomer.expect("crop", "passed")
    expect(newcomer.panel.locator(".cs231n-mod-fault")).to_have_count(0)
    newcomer.faults[:] = [one for one in newcomer.faults if "Failed to load resource" not in one]


def test_a_server_that_is_restarted_in_the_middle_of_a_check(chromium, tmp_path):
    root, port = tmp_path / "root", panel.free_port()
    path = f"course/{panel.CHAPTER}"
    learners_copy(root / "course", {"crop": ENDLESS, "parameters": answer("parameters")})
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    student = Student(page, f"http://127.0.0.1:{port}")
    student.answer_dialog("Server Connection Error")  # it comes sooner or later
    with jupyter(root, port):
        student.open(path)
        student.choose("parameters")
        student.button("Check this exercise").click()
        student.expect("parameters", "passed")
        student.choose("crop")
        student.button("Check this exercise").click()
        assert until(lambda: student.is_busy(path), 20)
    expect(student.panel).to_contain_text("The check stopped before its end")
    with jupyter(root, port):
        student.button("Try again").click()
        student.expect("crop", "checking")
        student.expect("parameters", "passed")
        student.button("Cancel").click()
        student.expect("crop", "unchecked")
        expect(student.panel.locator(".cs231n-mod-fault")).to_have_count(0)
        assert until(lambda: not student.is_busy(path), 20)
        assert [one for one in student.faults if "cs231n-kit" in one] == []
        page.close()


def test_the_learners_own_kernel_dies(student, root):
    def deadly(nb):
        nb.cells.insert(0, new_code_cell("import os\nos._exit(1)", id="deadly"))

    learners_copy(root / "kernel", {"crop": answer("crop")}, deadly)
    student.open(f"kernel/{panel.CHAPTER}")
    student.wait_for_kernel()
    student.page.locator(".jp-CodeCell .cm-content", has_text="os._exit").click()
    student.page.keyboard.press("Control+Enter")
    died = student.page.locator(".jp-Dialog", has_text="appears to have died")  # Jupyter's own
    expect(died).to_be_visible()
    died.get_by_role("button").last.click()
    student.choose("crop")
    student.button("Check this exercise").click()
    student.expect("crop", "passed")


def test_cells_that_are_moved_doubled_and_deleted(student, root):
    def unguarded(nb):  # as other editors leave it
        for cell in nb.cells:
            cell.metadata.pop("deletable", None)

    learners_copy(root / "cells", {exercise: answer(exercise) for exercise in EXERCISES}, unguarded)
    student.open(f"cells/{panel.CHAPTER}")
    keys = student.page.keyboard

    def command(exercise, *pressed):
        student.choose(exercise)
        student.editor(exercise).click()
        keys.press("Escape")
        for key in pressed:
            keys.press(key)

    command("local", *["Control+Shift+ArrowDown"] * 3)
    command("crop", "c", "v")
    expect(student.row("crop")).to_contain_text("2 cells say that they hold this answer")
    expect(student.badge("crop").filter(has_text="This cell does not count")).to_have_count(1)
    command("parameters", "d", "d")
    expect(student.badge("parameters")).to_have_count(0)
    expect(student.row("parameters")).to_contain_text("not in the notebook any more")
    student.shoot("cells")
    student.button("Check all").click()
    points = {exercise: about.points for exercise, about in EXERCISES.items()}
    student.expect_total(23 - points["parameters"])
    for exercise in EXERCISES:
        expected = "unchecked" if exercise == "parameters" else "passed"
        expect(student.row(exercise)).to_have_attribute("data-state", expected)
    from_menu(student.page, "Edit", "Undo Cell Operation")
    student.choose("parameters")
    student.button("Check this exercise").click()
    student.expect("parameters", "passed")
    expect(student.row("parameters")).not_to_contain_text("not in the notebook any more")
    student.expect_total(23)


def test_a_notebook_that_cannot_be_saved_is_not_checked(student, root):
    learners_copy(root / "unsaved")
    student.open(f"unsaved/{panel.CHAPTER}")
    student.choose("crop")
    student.write("crop", answer("crop"))
    student.answer_dialog("File Save Error")
    full = "**/api/contents/**"
    student.page.route(full, lambda it: it.fulfill(status=500) if it.request.method == "PUT" else it.continue_())
    student.button("Check this exercise").click()
    expect(student.panel.locator(".cs231n-mod-fault")).to_contain_text("could not be saved, so nothing was checked")
    student.expect("crop", "unchecked")
    student.page.unroute(full)
    student.button("Try again").click()
    student.expect("crop", "passed")
    expect(student.panel.locator(".cs231n-mod-fault")).to_have_count(0)


def test_results_that_cannot_be_kept_are_shown_with_the_reason(student, root):
    notebook = learners_copy(root / "unkept", {"crop": answer("crop")})
    notebook.with_name(f".{notebook.stem}.cs231n.json").mkdir()
    student.open(f"unkept/{panel.CHAPTER}")
    student.choose("crop")
    student.button("Check this exercise").click()
    student.expect("crop", "passed")
    for _ in range(2):
        expect(student.panel).to_contain_text("The results can't be kept beside the notebook")
        student.expect_total(2)
        expect(student.panel.locator(".cs231n-Chapter[aria-current]")).to_contain_text("2 / 23")
        student.return_to_tab()
    student.shoot("unkept")
    student.choose("one-output")
    student.write("one-output", "def conv_at(*given, **more):\n    while True:\n        pass")
    student.button("Check all").click()
    student.expect("unread", "unwritten")
    student.button("Cancel").click()
    expect(student.panel).to_contain_text("The results so far are shown until you leave.")
    student.return_to_tab()
    student.expect_total(2)
    expect(student.row("unread")).to_have_attribute("data-state", "unwritten")
    student.page.reload(wait_until="domcontentloaded")
    student.page.wait_for_selector(".jp-Notebook .jp-CodeCell:visible")
    student.show()
    student.expect_total(0)
