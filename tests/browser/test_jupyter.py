"""A learner's first hour in a real JupyterLab and a real Notebook 7: run all, play, do the exercise, have it graded."""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from accessibility import axe
from course_server import course
from panel import from_menu, rewrite, run_cell, until
from playwright.sync_api import expect
from sample_answers import RIGHT, WRONG

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CHAPTER = "02_arithmetic_of_space.ipynb"


class Learner:
    """Somebody at a notebook in the browser."""

    def __init__(self, page):
        self.page = page
        self.faults = []
        page.on("pageerror", self._fault)

    def _fault(self, error):
        if "cs231n" in (error.stack or ""):  # our extension brings the widgets; what else fails is Jupyter's own
            self.faults.append(f"{error}: {error.stack}")

    def open(self, address):
        """Open the notebook and wait until its kernel is there, idle, and connected to the page."""
        self.page.goto(address, wait_until="domcontentloaded")
        self.page.wait_for_selector(".jp-Notebook .jp-CodeCell:visible")
        parts = urlsplit(address)
        sessions = f"{parts.scheme}://{parts.netloc}/api/sessions?{parts.query}"

        def is_ready():
            kernels = [session["kernel"] for session in self.page.request.get(sessions).json()]
            return any(kernel["execution_state"] == "idle" and kernel["connections"] for kernel in kernels)

        assert until(is_ready, 120)
        self.idle()

    def idle(self):
        """Wait until the kernel has nothing to do."""
        self.page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]")

    def run_all(self):
        """Choose Run > Run All Cells."""
        from_menu(self.page, "Run", "Run All Cells")

    def cell(self, text):
        """Find the code cell that holds a text, and bring it into view (cells far away are not in the page)."""
        cell = self.page.locator(".jp-CodeCell", has_text=text).first
        panel = self.page.locator(".jp-WindowedPanel-outer").first
        panel.evaluate("panel => panel.scrollTo(0, 0)")

        def scroll_to_it():
            self.page.wait_for_timeout(60)  # for the cells to be drawn
            if cell.count() and cell.is_visible():
                return True
            down = "panel.scrollTop + panel.clientHeight + 1 < panel.scrollHeight ? panel.scrollTop + 500 : 0"
            panel.evaluate(f"panel => panel.scrollTo(0, {down})")
            return False

        assert until(scroll_to_it, 120)
        cell.scroll_into_view_if_needed()
        return cell

    def write(self, text, code):
        """Replace the source of the cell that holds `text`, and run it."""
        cell = self.cell(text)
        rewrite(cell.locator(".cm-content").first, code)
        run_cell(cell)
        self.idle()

    def check(self, text, says):
        """Run the check cell that holds `text` and wait until it says so: its verdict comes after its value."""
        cell = self.cell(text)
        run_cell(cell)
        expect(cell.locator(".jp-OutputArea")).to_contain_text(says)


def play(learner):
    """Drive the sliding filter by mouse and by keyboard."""
    page = learner.page
    widget = page.locator(".cs-sliding").first
    expect(widget).to_be_visible()
    widget.scroll_into_view_if_needed()
    sentence = widget.locator(".cs-sentence")
    fifth = widget.locator(".cs-part-y [role=gridcell]").nth(4)
    # After Run All, JupyterLab takes the focus away once, when the last cell is drawn: a learner clicks again.
    for patience in (3_000, 10_000, 60_000):
        fifth.click()
        with contextlib.suppress(AssertionError):
            expect(sentence).to_contain_text("y[0, 1, 1] =", timeout=patience)
            page.keyboard.press("ArrowRight")
            expect(sentence).to_contain_text("y[0, 1, 2] =", timeout=patience)
            break
    page.keyboard.press("Home")
    expect(sentence).to_contain_text("y[0, 1, 0] =")
    widget.get_by_role("button", name="Step").click()
    expect(sentence).to_contain_text("y[0, 1, 1] =")
    page.keyboard.press("d")  # twice d deletes a cell, but not from within a widget
    page.keyboard.press("d")
    page.wait_for_timeout(300)
    expect(sentence).to_contain_text("y[0, 1, 1] =")
    return widget


@pytest.mark.parametrize("application", ["lab", "notebooks"])
def test_the_first_hour(chromium, tmp_path, application):
    folder = tmp_path / "course"
    with course(folder) as address:
        parts = urlsplit(address)
        place = "lab/tree" if application == "lab" else "notebooks"
        address = f"{parts.scheme}://{parts.netloc}/{place}/{CHAPTER}?{parts.query}"
        page = chromium.new_page(viewport={"width": 1400, "height": 1000})
        learner = Learner(page)
        learner.open(address)
        expect(page.get_by_text("official Jupyter news")).to_have_count(0)
        learner.run_all()
        unwritten = learner.cell('"inside the image"').locator(".jp-OutputArea")
        expect(unwritten).to_contain_text("conv_at is not written yet")
        learner.idle()

        learner.cell("Bring the middle output to 0")  # its code is folded
        widget = play(learner)
        found = axe(page, ".cs-sliding")
        assert found == [], found
        assert widget.bounding_box()["width"] > 300

        learner.write("def conv_at(x", WRONG)
        learner.check('check("one-output", "stride")', "stride=2): expected")
        learner.write("def conv_at(x", RIGHT)
        for name in ("inside the image", "stride", "padding", "a whole map"):
            learner.check(f'check("one-output", "{name}")', "agrees with the reference")
        page.keyboard.press("Control+s")
        saved(folder / CHAPTER, "np.pad(x")
        if folder_for_shots := os.environ.get("CS231N_SHOTS"):
            page.screenshot(path=Path(folder_for_shots) / f"{application}-exercise.png")
        assert learner.faults == []
        page.close()
    points = {one["id"]: one["points"] for one in grade(folder / CHAPTER)["files"][0]["exercises"]}
    assert points.pop("one-output") == 4
    assert set(points.values()) == {0}


def saved(path, text):
    """Wait until the notebook on disk holds a text."""

    def holds_it():
        with contextlib.suppress(OSError):
            return text in path.read_text()

    assert until(holds_it, 120), f"{path.name} was not saved"


def grade(path):
    """Run `cs231n grade --json` on a notebook in which some exercises are not done."""
    command = [sys.executable, "-m", "cs231n_course.cli", "grade", "--json", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert done.returncode == 1, done.stdout + done.stderr
    return json.loads(done.stdout)
