"""What the panel says, how long it stays, who hears it, and where the focus and the keys go meanwhile."""

import json

import panel
import pytest
from nbformat.v4 import new_code_cell
from panel import ENDLESS, EXERCISES, answer, doubled, learners_copy
from playwright.sync_api import expect
from sample_answers import WRONG

pytestmark = [pytest.mark.browser, pytest.mark.slow]
BROKEN = "The chapter's setup does not run here: no NumPy. Try `cs231n doctor`."


@pytest.fixture
def heard(student):
    """Find what a screen reader is told."""
    return student.page.locator(".cs231n-Announcer")


@pytest.fixture
def expect_status(student):
    """Find the panel's own words."""
    return expect(student.panel.locator(".cs231n-Status"))


def fail_checks(student):
    """Let the server say of every check that it could not be done."""
    body = json.dumps({"event": "error", "message": BROKEN}) + "\n"
    student.page.route("**/cs231n/check**", lambda route: route.fulfill(body=body, content_type="application/x-ndjson"))


def test_what_went_wrong_stays_until_it_is_tried_again(student, root, heard, expect_status):
    learners_copy(root / "stays", {"crop": answer("crop")})
    student.open(f"stays/{panel.CHAPTER}")
    student.choose("crop")
    fail_checks(student)
    student.button("Check this exercise").click()
    expect_status.to_contain_text("setup does not run here")
    expect(heard).to_contain_text("setup does not run here")
    student.return_to_tab()
    student.choose("parameters")
    expect_status.to_contain_text("setup does not run here")
    student.page.unroute("**/cs231n/check**")
    student.button("Try again").focus()
    student.page.keyboard.press("Enter")
    student.expect("crop", "passed")
    expect_status.not_to_contain_text("setup does not run here")
    expect(student.button("Check this exercise")).to_be_focused()


def test_a_reset_that_fails_can_be_tried_again(student, root, heard):
    learners_copy(root / "reset", {"parameters": "mine = 1"})
    student.open(f"reset/{panel.CHAPTER}")
    student.choose("parameters")
    student.page.route("**/cs231n/starter**", lambda route: route.abort())
    student.button("Reset Parameters to its starter").click()
    expect(student.panel.locator(".cs231n-mod-fault")).to_have_count(1)
    expect(heard).to_contain_text("The Jupyter server does not answer")
    student.page.unroute("**/cs231n/starter**")
    student.button("Try again").click()
    expect(student.editor("parameters")).to_contain_text("raise NotImplementedError")
    expect(student.panel.locator(".cs231n-mod-fault")).to_have_count(0)
    student.faults[:] = [one for one in student.faults if "Failed to load resource" not in one]


def test_a_remark_goes_when_another_exercise_is_chosen(student, root, heard, expect_status):
    learners_copy(root / "remark", {"crop": answer("crop")})
    student.open(f"remark/{panel.CHAPTER}")
    expect(heard).to_have_attribute("aria-atomic", "false")  # else old lines are heard again
    student.choose("parameters")
    student.button("Reset Parameters to its starter").click()
    expect_status.to_contain_text("This answer is the starter already.")
    expect(heard).to_contain_text("This answer is the starter already.")
    student.choose("crop")
    expect_status.to_contain_text("This exercise: Crop")


def test_an_answer_that_changes_while_it_is_checked_has_no_points(student, root, heard):
    learners_copy(root / "changes", {"crop": answer("crop") + "\nimport time\ntime.sleep(3)\n"})
    student.open(f"changes/{panel.CHAPTER}")
    student.choose("crop")
    student.button("Check this exercise").click()
    student.expect("crop", "checking")
    student.editor("crop").click()
    student.page.keyboard.type("# typed")
    student.expect("crop", "changed")
    expect(heard).to_contain_text("Crop: changed since the last check, 0 of 2 points.")


def test_what_the_grader_said_stays_while_the_answer_is_mended(student, root):
    learners_copy(root / "mended", {"one-output": WRONG})
    student.open(f"mended/{panel.CHAPTER}")
    student.choose("one-output")
    student.button("Check this exercise").click()
    student.expect("one-output", "failed")
    before = student.badge("one-output").bounding_box()["height"]
    student.editor("one-output").click()
    student.page.keyboard.type("#")
    for saved in (False, True):  # the server then calls the answer changed, too
        if saved:
            with student.page.expect_response("**/cs231n/notebook?*"):
                student.page.keyboard.press("ControlOrMeta+s")
        student.expect("one-output", "changed")
        for place in (student.badge("one-output"), student.row("one-output")):
            expect(place).to_contain_text("At the last check:")
            expect(place).to_contain_text("as if the stride were left out")
            expect(place.locator(".cs231n-Case dt")).to_have_text(["With", "Expected", "Got"])
            expect(place).to_contain_text("0 / 4")
        assert before < student.badge("one-output").bounding_box()["height"] < before + 40
    student.write("one-output", answer("one-output"))
    student.button("Check this exercise").click()
    student.expect("one-output", "passed")
    expect(student.badge("one-output")).not_to_contain_text("At the last check:")


def test_a_reset_during_a_check_leaves_what_the_check_says(student, root, expect_status):
    learners_copy(root / "meanwhile", {"crop": ENDLESS, "parameters": "mine = 1"})
    student.open(f"meanwhile/{panel.CHAPTER}")
    student.choose("crop")
    student.button("Check this exercise").click()
    student.expect("crop", "checking")
    student.choose("parameters")
    expect_status.to_contain_text("Checking")
    for _ in range(2):  # the second finds the starter
        student.button("Reset Parameters to its starter").click()
        expect(student.editor("parameters")).to_contain_text("raise NotImplementedError")
        expect_status.to_contain_text("Checking")
    student.button("Cancel").click()
    student.expect("crop", "unchecked")


def test_an_answer_in_a_text_cell_is_told_how_to_become_code_again(student, root):
    learners_copy(root / "text")
    student.open(f"text/{panel.CHAPTER}")
    student.choose("crop")
    student.editor("crop").click()
    student.page.keyboard.press("Escape")
    student.page.keyboard.press("m")
    for _ in range(2):
        expect(student.row("crop")).to_contain_text("Make it one again: select it and press Y")
        student.page.keyboard.press("ControlOrMeta+s")  # the server then has words of its own
    student.page.keyboard.press("y")
    expect(student.row("crop")).not_to_contain_text("no code cell")


def too_long(nb):
    cell = next(one for one in nb.cells if one.id == EXERCISES["crop"].answer["id"])
    cell.source += "\n# " + "x" * 100_001


def text_and_copy(nb):
    doubled("crop")(nb)
    cell = next(one for one in nb.cells if one.id == EXERCISES["crop"].answer["id"])
    cell.cell_type = "markdown"
    del cell["outputs"], cell["execution_count"]


@pytest.mark.parametrize(
    ("change", "state", "says"),
    [
        (too_long, "unchecked", "is longer than 100,000 characters"),
        (text_and_copy, "passed", "2 cells say that they hold this answer"),  # the one with code counts
    ],
)
def test_an_answer_whose_cells_are_odd_says_so(student, root, change, state, says):
    folder = root / change.__name__
    learners_copy(folder, {"crop": answer("crop")}, change)
    student.open(f"{folder.name}/{panel.CHAPTER}")
    # A kernel that starts writes into the notebook's metadata: that should be over before the check saves.
    student.page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]")
    student.row("crop").locator(".cs231n-Row").click()
    student.button("Check this exercise").click()
    expect(student.panel.locator(".cs231n-Status")).to_contain_text("This exercise: Crop")
    expect(student.row("crop")).to_have_attribute("data-state", state)
    expect(student.row("crop")).to_contain_text(says)


def test_keys_on_a_badge_are_the_badge_s_and_shortcuts_are_jupyter_s(student, root):
    learners_copy(root / "keys", {"crop": answer("crop")})
    student.open(f"keys/{panel.CHAPTER}")
    student.choose("crop")
    student.badge("crop").get_by_role("button", name="Check Crop").click()
    student.expect("crop", "passed")
    keys = student.page.keyboard
    cells = student.of_jupyter("return notebook.content.widgets.length")
    for key in ("d", "d", "ArrowDown", "Space"):
        keys.press(key)
    student.expect("crop", "passed")
    assert student.of_jupyter("return [notebook.content.widgets.length, notebook.content.mode]") == [cells, "command"]
    keys.press("Shift+F4")
    expect(student.row("crop").locator(".cs231n-Hints li")).to_have_count(1)
    with student.page.expect_request(lambda request: request.method == "PUT" and panel.CHAPTER in request.url):
        keys.press("ControlOrMeta+s")


def test_the_focus_stays_when_an_exercise_passes(student, root):
    first = next(iter(EXERCISES))
    learners_copy(root / "focus", {first: answer(first)})
    student.open(f"focus/{panel.CHAPTER}")
    expect(student.panel).to_contain_text("Not all chapters are here")
    student.button("Show hint").focus()  # of the exercise that is unfolded at the start
    student.page.keyboard.press("F8")
    expect(student.row(first)).to_have_attribute("data-state", "passed")
    expect(student.row(first).locator("[aria-expanded=true]")).to_have_count(1)
    expect(student.button("Show hint")).to_be_focused()


def test_chapters_come_by_the_line_that_the_panel_gives(student, root):
    line = "%run -m cs231n_course learn --no-serve ."
    learners_copy(root / "alone", change=lambda nb: nb.cells.insert(1, new_code_cell(line)))
    student.open(f"alone/{panel.CHAPTER}")
    expect(student.panel).to_contain_text(f"run this in a cell of a notebook here: {line}")
    student.wait_for_kernel()
    panel.run_cell(student.page.locator(".jp-CodeCell").first)
    before_it_is_saved = 60_000  # as JupyterLab does by itself, after two minutes: then the panel looks, too
    expect(student.panel).not_to_contain_text("Not all chapters are here", timeout=before_it_is_saved)
    assert (root / "alone" / "01_overview.ipynb").is_file()


def test_the_welcome_hands_the_focus_on(student, root):
    first = next(iter(EXERCISES))
    learners_copy(root / "first", {first: answer(first)})
    student.open(f"first/{panel.CHAPTER}")
    student.button("Go to the first exercise").focus()
    student.page.keyboard.press("F8")
    expect(student.row(first)).to_have_attribute("data-state", "passed")
    expect(student.panel.locator("h2")).to_be_focused()


# What keyboards type with AltGr or Option and Shift, as the browser tells it: the character, the key, its code.
TYPED = {"|": ("KeyL", 76), "Ł": ("KeyL", 76), "&": ("KeyK", 75), "Æ": ("KeyJ", 74), "ˇ": ("KeyU", 85)}


def test_an_answer_of_windows_is_typed_into_split_and_put_together(student, root):
    def with_carriage_returns(nb):
        cell = next(one for one in nb.cells if one.id == EXERCISES["crop"].answer["id"])
        cell.source = cell.source.replace("\n", "\r\n")

    file = learners_copy(root / "split", {"crop": answer("crop")}, with_carriage_returns)

    def saved():
        cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
        about = {"role": "answer", "exercise": "crop"}
        (source,) = (one["source"] for one in cells if one["metadata"].get("cs231n", {}).items() >= about.items())
        return "".join(source)

    asked = []
    student.page.on("request", lambda request: asked.append(request.url))
    student.open(f"split/{panel.CHAPTER}")
    student.choose("crop")
    student.editor("crop").click()
    keys, raw = student.page.keyboard, student.page.context.new_cdp_session(student.page)
    keys.press("ControlOrMeta+End")
    keys.type("  # ")
    for text, (code, number) in TYPED.items():
        key = {"modifiers": 9, "key": text, "code": code, "windowsVirtualKeyCode": number}
        raw.send("Input.dispatchKeyEvent", key | {"type": "keyDown", "text": text})
        raw.send("Input.dispatchKeyEvent", key | {"type": "keyUp"})
    written = f"{answer('crop')}  # {''.join(TYPED)}"
    student.save()
    assert saved() == written
    assert [url for url in asked if "/cs231n/check" in url] == []
    keys.press("F8")
    student.expect("crop", "passed")

    answers = "notebook.content.widgets.filter(({ model }) => model.getMetadata('cs231n')?.exercise === 'crop' && "
    answers += "model.getMetadata('cs231n').role === 'answer')"
    deletable = f"return {answers}.map(({{ model }}) => model.getMetadata('deletable') ?? true).sort()"

    def become_deletable(wanted):  # the panel's row is drawn before
        return panel.until(lambda: student.of_jupyter(deletable) == wanted, 60)

    student.editor("crop").click()
    keys.press("ControlOrMeta+Home")
    keys.press("ArrowDown")
    keys.press("Control+Shift+Minus")
    expect(student.row("crop")).to_contain_text("2 cells say that they hold this answer")
    assert become_deletable([False, True])  # the one that counts is kept
    student.save()
    expect(student.row("crop")).to_contain_text("2 cells say that they hold this answer")
    assert become_deletable([False, True])
    run = "await app.commands.execute('notebook:{}')"
    student.of_jupyter(run.format("undo-cell-action"))
    expect(student.row("crop")).not_to_contain_text("2 cells say")
    assert student.of_jupyter(f"return {answers}[0].model.sharedModel.source") == written
    student.of_jupyter(run.format("redo-cell-action"))
    expect(student.row("crop")).to_contain_text("2 cells say that they hold this answer")
    student.of_jupyter(f"notebook.content.activeCellIndex = notebook.content.widgets.indexOf({answers}[1])")
    student.of_jupyter("notebook.content.mode = 'command';" + run.format("merge-cell-above"))
    expect(student.row("crop")).not_to_contain_text("2 cells say")
    student.of_jupyter(run.format("copy-cell") + ";" + run.format("paste-cell-below"))
    expect(student.row("crop")).to_contain_text("2 cells say that they hold this answer")
    student.of_jupyter(run.format("delete-cell"))
    expect(student.row("crop")).not_to_contain_text("2 cells say")
    assert become_deletable([False])
    student.save()
    assert saved().replace("\n\n", "\n") == written
