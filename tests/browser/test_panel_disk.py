"""A notebook that somebody else saves while it is open: the panel says which answer was checked."""

import panel
import pytest
from panel import ENDLESS, EXERCISES, Student, answer, from_menu, jupyter, learners_copy
from playwright.sync_api import expect

from cs231n_course.notebooks import reading

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ANOTHER = "The saved notebook holds another answer than the one shown here"


@pytest.fixture
def fault(student):
    """Find what the panel says of what went wrong."""
    return student.panel.locator(".cs231n-mod-fault")


def save_elsewhere(file, exercise, source):
    """Write an answer into the file, as another tab or git does."""
    nb = reading.read(file)
    next(cell for cell in nb.cells if cell.id == EXERCISES[exercise].answer["id"]).source = source
    reading.write(file, nb)


def opened(student, root, name):
    """Open a notebook with an unfinished answer; then let somebody else save the right one."""
    file = learners_copy(root / name, {"crop": "def neurons_across(W, F, S, P):\n    return 0"})
    student.open(f"{name}/{panel.CHAPTER}")
    student.choose("crop")
    student.page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]")
    student.save()
    save_elsewhere(file, "crop", answer("crop"))
    return file


def test_an_answer_that_somebody_else_saved_is_not_taken_for_the_one_shown(student, root, fault):
    opened(student, root, "disk")
    student.button("Check all").click()
    expect(fault).to_contain_text(ANOTHER)
    expect(student.page.locator(".cs231n-Announcer")).to_contain_text(ANOTHER)
    student.expect("crop", "changed")
    student.expect_total(0)
    student.return_to_tab()
    expect(fault).to_contain_text(ANOTHER)
    from_menu(student.page, "File", "Reload Notebook from Disk")
    expect(student.editor("crop")).to_contain_text("// S + 1")
    student.expect("crop", "passed")
    expect(fault).to_have_count(0)


def test_to_keep_the_answer_shown_it_is_changed_and_saved(student, root, fault):
    opened(student, root, "mine")
    student.button("Check this exercise").click()
    expect(fault).to_contain_text(ANOTHER)
    student.write("crop", "def neurons_across(W, F, S, P):\n    return 1")
    student.answer_dialog("File Changed", "Overwrite")  # which of the two files to keep?
    student.page.keyboard.press("ControlOrMeta+s")
    expect(fault).to_have_count(0)
    student.button("Check this exercise").click()
    student.expect("crop", "failed")


def test_what_could_not_be_kept_stays_while_other_results_can_be(newcomer, root):
    file = learners_copy(root / "unkept", {"crop": answer("crop"), "parameters": answer("parameters")})
    full = file.with_name(f".{file.stem}.cs231n.json")
    full.mkdir()
    points = EXERCISES["crop"].points + EXERCISES["parameters"].points
    newcomer.open(f"unkept/{panel.CHAPTER}")
    newcomer.button("Check all").click()
    newcomer.expect_total(points)
    full.rmdir()
    newcomer.choose("crop")
    with newcomer.page.expect_response("**/cs231n/check**"):  # or the result from before would do
        newcomer.button("Check this exercise").click()
    newcomer.expect("crop", "passed")
    newcomer.return_to_tab()
    newcomer.expect_total(points)
    expect(newcomer.row("parameters")).to_have_attribute("data-state", "passed")
    expect(newcomer.panel).to_contain_text("They are shown until you leave.")
    newcomer.button("Check all").click()
    expect(newcomer.panel).not_to_contain_text("They are shown until you leave.")
    newcomer.expect_total(points)
    newcomer.page.reload(wait_until="domcontentloaded")
    newcomer.page.wait_for_selector(".jp-Notebook .jp-CodeCell:visible")
    newcomer.show()
    newcomer.expect_total(points)


def test_the_welcome_goes_with_the_first_result_and_does_not_come_back(newcomer, root):
    learners_copy(root / "begun", {"crop": answer("crop"), "unread": ENDLESS.replace("neurons_across", "unread_cells")})
    newcomer.open(f"begun/{panel.CHAPTER}")
    welcome = newcomer.panel.locator(".cs231n-Welcome")
    expect(welcome).to_have_count(1)
    newcomer.button("Check all").click()
    expect(newcomer.row("crop")).to_have_attribute("data-state", "passed")
    expect(welcome).to_have_count(0)
    newcomer.button("Cancel").click()
    expect(newcomer.panel).to_contain_text("The check was cancelled")
    newcomer.rename(f"begun/{panel.CHAPTER}", "begun/02_mine.ipynb")
    newcomer.return_to_tab()
    expect(newcomer.row("crop")).to_have_attribute("data-state", "passed")
    expect(welcome).to_have_count(0)


def test_a_read_only_notebook_is_checked_as_it_lies_there(chromium, tmp_path):
    folder = tmp_path / "root" / "read-only"
    file = learners_copy(folder, {"crop": answer("crop")})
    file.chmod(0o444)
    folder.chmod(0o555)
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    try:
        with jupyter(tmp_path / "root", panel.free_port(), panel.give_up_roots_right_to_write) as base:
            student = Student(page, base)
            student.open(f"read-only/{panel.CHAPTER}")
            student.of_jupyter("notebook.context.model.dirty = true")  # as a kernel does that starts
            student.choose("crop")
            student.button("Check this exercise").click()
            student.expect("crop", "passed")
            expect(student.panel).to_contain_text("The results can't be kept beside the notebook")
            student.write("crop", "def neurons_across(W, F, S, P):\n    return 0")
            student.button("Check this exercise").click()
            expect(student.panel.locator(".cs231n-mod-fault")).to_contain_text("This notebook is read-only")
            student.expect("crop", "changed")
            student.expect_total(0)
            assert student.faults == []
            page.close()
    finally:
        folder.chmod(0o755)
