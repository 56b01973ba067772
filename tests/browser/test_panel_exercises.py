"""Exercises in the panel: answers by a click, what follows a right one, and the way to a far one."""

import pytest
from accessibility import axe
from panel import EXERCISES, answer, learners_copy, rewrite
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CHOICE = ("01_overview.ipynb", "larger-picture", "A larger picture")
CELL = ("04_pooling.ipynb", "largest-share", "The largest share")


def badge_of(student, chapter_exercise):
    """Find the badge of an exercise of another chapter, chosen in the list."""
    _, exercise, title = chapter_exercise
    student.row(exercise).locator(".cs231n-Row").click()
    badge = student.page.get_by_role("group", name=f"Exercise {title}", exact=True)
    expect(badge.locator(".cs231n-Ask > *")).to_be_visible()
    return badge


def source_of(student, exercise):
    """Give the source of an exercise's answer."""
    return student.of_jupyter(
        """
        const cells = [...notebook.content.model.cells];
        const isAnswer = ({ role, exercise }) => role === "answer" && exercise === argument;
        return cells.find((cell) => isAnswer(cell.getMetadata("cs231n") ?? {})).sharedModel.getSource();
        """,
        exercise,
    )


def test_a_choice_by_mouse_and_by_hand(student, root):
    chapter, exercise, title = CHOICE
    learners_copy(root / "choice", chapter=chapter)
    student.open(f"choice/{chapter}")
    badge = badge_of(student, CHOICE)
    assert source_of(student, exercise).startswith("choice = None")
    badge.get_by_role("radio").nth(1).click()
    assert source_of(student, exercise) == "choice = 2"
    expect(badge).to_have_attribute("data-state", "unchecked")  # nothing has run
    student.page.keyboard.press("ArrowDown")
    assert source_of(student, exercise) == "choice = 3"
    assert axe(student.page, ".cs231n-Ask") == []
    # What is written by hand is shown, and what was clicked can be taken back.
    editor = student.page.locator(".jp-CodeCell", has=badge).locator(".cm-content")
    editor.click()
    student.page.keyboard.press("ControlOrMeta+z")
    expect(badge.get_by_role("radio").nth(1)).to_be_checked()
    rewrite(editor, "choice = 1  # I think")
    expect(badge.get_by_role("radio").nth(0)).to_be_checked()
    badge.get_by_role("button", name=f"Check {title}").click()
    expect(badge).to_have_attribute("data-state", "failed")
    badge.get_by_role("radio").nth(2).click()
    badge.get_by_role("button", name=f"Check {title}").click()
    expect(badge).to_have_attribute("data-state", "passed")


def test_a_cell_by_keyboard(student, root):
    chapter, exercise, _ = CELL
    learners_copy(root / "cell", chapter=chapter)
    student.open(f"cell/{chapter}")
    badge = badge_of(student, CELL)
    badge.get_by_role("gridcell").first.focus()
    for key in ("ArrowDown", "ArrowRight", "Enter"):
        student.page.keyboard.press(key)
    assert source_of(student, exercise) == "cell = (1, 1)"
    expect(badge.locator("[aria-selected=true]")).to_have_attribute("aria-label", "row 1, column 1: 2")


def test_a_right_answer_shows_the_course_s_and_leads_on(student, root):
    mine = f"# mine\n{answer('crop')}"
    learners_copy(root / "next", {"crop": mine}, whole=True)
    student.open("next/02_arithmetic_of_space.ipynb")
    student.choose("crop")
    # A check that is run by hand says whether it agrees; once the badge says so, it is said once.
    student.wait_for_kernel()
    student.of_jupyter("""
        const cells = notebook.content.widgets.map((cell) => cell.model.getMetadata("cs231n") ?? {});
        const setup = cells.findIndex(({ role }) => role === "setup");
        const own = cells.flatMap(({ exercise }, n) => (exercise === "crop" ? [n] : []));
        for (const n of [setup, ...own].filter((n) => n >= 0)) {
            notebook.content.activeCellIndex = n;
            await app.commands.execute("notebook:run-cell");
        }
    """)
    verdicts = student.page.locator(".cs231n-verdict:visible")
    expect(verdicts).not_to_have_count(0)
    student.choose("crop")
    badge = student.badge("crop")
    badge.get_by_role("button", name="Check Crop").click()
    student.expect("crop", "passed")
    expect(verdicts).to_have_count(0)
    course = badge.get_by_role("button", name="The course’s answer")
    expect(course).to_have_attribute("aria-expanded", "false")
    course.press("Enter")
    expect(badge.locator(".cs231n-Reference")).to_contain_text("def neurons_across(")
    assert axe(student.page, ".cs231n-Badge") == []
    student.shoot("passed")
    badge.get_by_role("button", name="Next exercise: Cells that nobody reads").press("Enter")
    expect(student.badge("unread")).to_be_in_viewport()
    expect(student.row("unread").locator("[aria-expanded=true]")).to_have_count(1)
    student.write("crop", f"{mine}\n# changed")
    student.expect("crop", "changed")
    expect(verdicts).not_to_have_count(0)
    expect(course).to_have_count(0)


@pytest.mark.parametrize("application", ["lab"])
def test_the_first_click_shows_the_last_exercise_of_a_fresh_chapter(newcomer, root, application):
    learners_copy(root / f"far-{application}", whole=True)
    path = f"far-{application}/02_arithmetic_of_space.ipynb"
    # As on a slow computer, where Jupyter takes long to draw all cells.
    newcomer.page.context.new_cdp_session(newcomer.page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    newcomer.open(path, application)
    last = list(EXERCISES)[-1]
    newcomer.row(last).locator(".cs231n-Row").click()
    expect(newcomer.badge(last)).to_be_in_viewport()
    # What is drawn later, above it, moves it nowhere, and stands in its place.
    newcomer.page.context.new_cdp_session(newcomer.page).send("Emulation.setCPUThrottlingRate", {"rate": 1})
    drawn = "window.jupyterapp.shell.currentWidget.content.widgets.every((cell) => !cell.isPlaceholder())"
    newcomer.page.wait_for_function(drawn)
    expect(newcomer.badge(last)).to_be_in_viewport()
    places = newcomer.page.locator("[data-windowed-list-index]").evaluate_all(
        "all => all.map((cell) => Number(cell.dataset.windowedListIndex))"
    )
    assert places == sorted(places) == list(range(len(places)))
