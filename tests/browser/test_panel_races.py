"""What a learner does while the panel is still busy: typing, saving, cancelling, turning to another notebook."""

import json

import panel
import pytest
from panel import ENDLESS, EXERCISES, answer, learners_copy, until
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CONTENTS = "**/api/contents/**"
STARTER = "**/cs231n/starter**"


class Held:
    """Holds back the requests of a kind until they are let go."""

    def __init__(self, page, url, method):
        self.page, self.method, self.routes, self.open = page, method, [], False
        page.route(url, self._hold)

    def _hold(self, route):
        if route.request.method == self.method and not self.open:
            self.routes.append(route)
        else:
            route.continue_()

    def first(self):
        """Wait until there is one."""
        for _ in range(300):
            if self.routes:
                return
            self.page.wait_for_timeout(50)
        raise AssertionError("nothing was asked")

    def let_go(self):
        """Let those that were held and all that come go on."""
        self.open = True
        for route in self.routes:
            route.continue_()


def ready(student, path):
    student.open(path)
    expect(student.row("crop")).to_be_visible()


def test_what_is_typed_while_a_check_saves_is_unsaved_still(student, root):
    file = learners_copy(root / "typed", {"crop": "x = 1"})
    ready(student, f"typed/{panel.CHAPTER}")
    student.choose("crop")
    student.write("crop", "def neurons_across(W, F, S, P):\n    return 0")
    held = Held(student.page, CONTENTS, "PUT")
    student.button("Check this exercise").click()
    held.first()
    student.write("crop", answer("crop"))
    held.let_go()
    student.expect("crop", "changed")
    expect(student.button("Check this exercise")).not_to_have_attribute("aria-disabled", "true")
    assert student.of_jupyter("return notebook.context.model.dirty")
    student.button("Check this exercise").click()
    student.expect("crop", "passed")
    assert not student.of_jupyter("return notebook.context.model.dirty")
    sources = ["".join(cell["source"]) for cell in json.loads(file.read_text())["cells"]]
    assert answer("crop") in sources


def test_a_check_waits_for_a_save_that_is_under_way(student, root):
    learners_copy(root / "saving")
    ready(student, f"saving/{panel.CHAPTER}")
    student.choose("crop")
    student.write("crop", answer("crop"))
    held = Held(student.page, CONTENTS, "PUT")
    student.page.keyboard.press("ControlOrMeta+s")
    held.first()
    student.page.keyboard.press("F8")
    expect(student.panel).to_contain_text("Saving the notebook…")
    student.page.wait_for_timeout(500)
    assert len(held.routes) == 1, (
        "Jupyter saves twice at a time if one lets it, and then asks which of two files to keep"
    )
    held.let_go()
    student.expect("crop", "passed")
    expect(student.page.locator(".jp-Dialog")).to_have_count(0)


def test_a_check_is_cancelled_while_the_notebook_is_saved(student, root):
    learners_copy(root / "cancelled", {"crop": "x = 1"})
    ready(student, f"cancelled/{panel.CHAPTER}")
    student.choose("crop")
    student.write("crop", answer("crop"))
    held = Held(student.page, CONTENTS, "PUT")
    student.button("Check this exercise").click()
    held.first()
    student.button("Cancel").click()
    expect(student.panel).to_contain_text("The check was cancelled")
    student.expect("crop", "unchecked")
    held.let_go()
    student.button("Check this exercise").click()
    student.expect("crop", "passed")


def test_a_check_follows_at_once_on_one_that_was_cancelled(student, root):
    path = f"again/{panel.CHAPTER}"
    endless = ENDLESS.replace("neurons_across", "conv_parameters")
    learners_copy(root / "again", {"crop": answer("crop"), "parameters": endless})
    ready(student, path)
    student.choose("parameters")
    student.button("Check this exercise").click()
    assert until(lambda: student.is_busy(path), 20)
    student.of_jupyter(
        """const buttons = [...document.querySelectorAll("#cs231n-course button")];
        buttons.find((button) => button.textContent === "Cancel").click();
        const all = buttons.find((button) => button.textContent === "Check all");
        while (all.ariaDisabled === "true") await new Promise((done) => setTimeout(done, 5));
        all.click();"""
    )
    expect(student.row("crop")).to_have_attribute("data-state", "passed")
    expect(student.panel).not_to_contain_text("another tab")


def test_an_answer_that_is_reset_comes_back_in_its_own_notebook(student, root):
    learners_copy(root / "one", {"parameters": "mine = 'of one'"})
    learners_copy(root / "two")
    ready(student, f"one/{panel.CHAPTER}")
    student.choose("parameters")
    held = Held(student.page, STARTER, "GET")
    student.button("Reset Parameters to its starter").click()
    held.first()
    student.of_jupyter("await app.commands.execute('docmanager:open', { path: argument })", f"two/{panel.CHAPTER}")
    held.let_go()
    student.row("parameters").locator(".cs231n-Row").click()
    expect(student.button("Reset Parameters to its starter")).to_be_visible()
    expect(student.page.locator(".cs231n-Announcer")).to_contain_text("The answer is the starter again")
    expect(student.button("Undo reset")).to_have_count(0)
    student.page.locator(".lm-DockPanel-tabBar .lm-TabBar-tab", has_text="02_").first.click()
    student.rename(f"one/{panel.CHAPTER}", "one/02_mine.ipynb")
    student.choose("parameters")
    student.button("Undo reset").click()
    expect(student.editor("parameters")).to_contain_text("mine = 'of one'")


def test_all_answers_that_are_run_one_after_the_other_are_checked(newcomer, root):
    ids = list(EXERCISES)[:4]
    learners_copy(root / "on-run", {exercise: answer(exercise) for exercise in ids})
    settings = f"{newcomer.base}/lab/api/settings/cs231n-kit:plugin?token={panel.TOKEN}"
    put, token = newcomer.page.context.request.put, {"Authorization": f"token {panel.TOKEN}"}
    try:
        assert put(settings, data={"raw": json.dumps({"checkOnRun": True})}, headers=token).ok
        ready(newcomer, f"on-run/{panel.CHAPTER}")
        newcomer.wait_for_kernel()
        newcomer.of_jupyter(
            """for (const id of argument) {
              notebook.content.activeCellIndex = notebook.content.widgets.findIndex(({ model }) => {
                const about = model.getMetadata("cs231n");
                return about?.role === "answer" && about.exercise === id;
              });
              await app.commands.execute("notebook:run-cell");
            }""",
            ids,
        )
        for exercise in ids:
            expect(newcomer.row(exercise)).to_have_attribute("data-state", "passed")
    finally:
        put(settings, data={"raw": "{}"}, headers=token)


def test_who_goes_elsewhere_is_not_pulled_back(student, root):
    learners_copy(root / "elsewhere")
    ready(student, f"elsewhere/{panel.CHAPTER}")
    first, *_, last = EXERCISES
    log = """const log = [], cells = notebook.content;
      cells.activeCellChanged.connect(() => log.push(cells.activeCellIndex));
      const choose = (id) => document.querySelector(`[data-exercise='${id}'] .cs231n-Row`).click();
      const pause = (time) => new Promise((done) => setTimeout(done, time));"""
    moves = student.of_jupyter(f"{log} argument.forEach(choose); await pause(1500); return log;", [first, last] * 2)
    assert len(moves) == 4
    script = f"{log} choose(argument); await pause(50); cells.activeCellIndex = 0; await pause(1500); return log;"
    assert student.of_jupyter(script, first)[-1] == 0


def test_a_check_is_told_in_another_view_and_in_the_list_of_chapters(student, root):
    sleeps = answer("crop") + "\nimport time\ntime.sleep(3)\n"
    learners_copy(root / "views", {"crop": sleeps})
    ready(student, f"views/{panel.CHAPTER}")
    student.choose("crop")
    student.button("Check this exercise").click()
    student.expect("crop", "checking")
    student.of_jupyter("await app.commands.execute('docmanager:clone'); await app.commands.execute('launcher:create')")
    states = student.page.locator(".cs231n-Badge [aria-label='Exercise Crop']")
    expect(states).to_have_count(2)
    for view in range(2):
        expect(states.nth(view)).to_have_attribute("data-state", "passed")
    row = student.panel.locator(".cs231n-Chapter", has_text="arithmetic of space")
    expect(row).to_contain_text("2 / 23")


def test_two_views_of_a_notebook_are_one(student, root):
    learners_copy(root / "clone", {"crop": ENDLESS})
    ready(student, f"clone/{panel.CHAPTER}")
    student.choose("crop")
    student.of_jupyter("await app.commands.execute('docmanager:clone')")
    badges = student.page.locator(".cs231n-Badge [aria-label='Exercise Crop']")
    student.choose("crop")  # the view that was just opened draws its cells
    expect(badges).to_have_count(2)
    badges.first.get_by_role("button", name="Check Crop").click()
    for view in range(2):
        expect(badges.nth(view)).to_have_attribute("data-state", "checking")
        expect(badges.nth(view).get_by_role("button", name="Cancel the check")).to_have_count(1)
        expect(badges.nth(view).get_by_role("button", name="Check Crop")).to_have_attribute("aria-disabled", "true")
    expect(student.panel.locator(".cs231n-Status")).to_contain_text("Checking")
    badges.last.get_by_role("button", name="Cancel the check").click()
    expect(student.panel).to_contain_text("The check was cancelled")
    student.of_jupyter("notebook.dispose()")
    expect(badges).to_have_count(1)
    student.write("crop", answer("crop"))
    student.button("Check this exercise").click()
    student.expect("crop", "passed")
    expect(student.panel).not_to_contain_text("another tab")


def test_a_renamed_notebook_keeps_its_results_and_its_place_in_the_list(student, root):
    learners_copy(root / "renamed", {"crop": answer("crop")})
    ready(student, f"renamed/{panel.CHAPTER}")
    student.choose("crop")
    student.button("Check this exercise").click()
    student.expect("crop", "passed")
    student.rename(f"renamed/{panel.CHAPTER}", "renamed/02_mine.ipynb")
    with student.page.expect_response("**/cs231n/notebook?*02_mine*"):
        student.page.evaluate("window.dispatchEvent(new Event('focus'))")
    student.expect("crop", "passed")
    row = student.panel.locator(".cs231n-Chapter[aria-current=true]")
    expect(row).to_contain_text("2 / 23")
    expect(row).not_to_contain_text("not here")
    (root / "renamed" / "sub").mkdir()
    with student.page.expect_response("**/cs231n/notebook?*sub*02_mine*"):
        student.rename("renamed/02_mine.ipynb", "renamed/sub/02_mine.ipynb")
    student.expect("crop", "passed")
    expect(row).to_contain_text("2 / 23")
