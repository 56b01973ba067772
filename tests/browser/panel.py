"""What the tests of the course's panel share: a server, folders with chapter 02 in them, a student at the panel."""

import contextlib
import copy
import ctypes
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import TimeoutError as TookTooLong
from playwright.sync_api import expect

from cs231n_course.notebooks import reading
from cs231n_course.notebooks.format import role, without_export, without_solution_marks
from cs231n_course.notebooks.release import release_chapter

ROOT = Path(__file__).resolve().parents[2]
CHAPTER = "02_arithmetic_of_space.ipynb"
TOKEN = "panel"
PRISTINE = reading.read(ROOT / "chapters" / CHAPTER)
# Of a window that a file's tests use one after the other: JupyterLab stays, and its notebooks go.
OPEN = """async (path) => {
  delete document.body.dataset.nothingOpen;
  await window.jupyterapp.commands.execute("filebrowser:open-path", { path });
}"""
CLOSE_ALL = """async () => {
  const { serviceManager, shell } = window.jupyterapp;
  for (const widget of [...shell.widgets("main")]) {
    if (widget.context) widget.context._handleError = async () => {};  // else what is being saved shows "Disposed"
    widget.dispose();
  }
  await serviceManager.sessions.shutdownAll();
  document.body.dataset.nothingOpen = "";
}"""
ENDLESS = "def neurons_across(W, F, S, P):\n    while True:\n        pass"
EXERCISES = {one.id: one for one in reading.exercises(PRISTINE, CHAPTER)}
POOLING = "04_pooling.ipynb"  # whose cases are arrays of decimals
TITLES = {one.id: one.title for one in reading.exercises(reading.read(ROOT / "chapters" / POOLING), POOLING)}
TITLES |= {id: one.title for id, one in EXERCISES.items()}


def answer(exercise):
    """Give the reference answer to an exercise, as a learner would write it."""
    return without_solution_marks(without_export(EXERCISES[exercise].answer["source"])).rstrip()


def learners_copy(folder, answers=None, change=None, chapter=CHAPTER, *, whole=False):
    """Put the learner's copy of a chapter into a folder, with some answers written, and changed as `change` wants.

    Unless it is to be whole, only its title, its setup and its exercises: JupyterLab draws them in half the time.
    """
    nb = release_chapter(reading.read(ROOT / "chapters" / chapter))
    if not whole:
        parts = (cell for cell in nb.cells[1:] if {"role", "exercise"} & set(cell.metadata.get("cs231n", {})))
        nb.cells = [nb.cells[0], *parts]
    for cell in nb.cells:
        if role(cell) == "answer" and (written := (answers or {}).get(cell.metadata.cs231n.exercise)):
            cell.source = written
    if change:
        change(nb)
    folder.mkdir(parents=True, exist_ok=True)
    reading.write(folder / chapter, nb)
    return folder / chapter


def doubled(exercise):
    """Give a change that puts a second answer cell for an exercise at the end of a notebook."""

    def change(nb):
        cell = copy.deepcopy(next(one for one in nb.cells if one.id == EXERCISES[exercise].answer["id"]))
        cell.id = "a-copy"
        nb.cells.append(cell)

    return change


def free_port():
    """Find a port that nobody listens to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def give_up_roots_right_to_write():
    """Take from a process that is about to start what lets root write into read-only files; others have it not."""
    drop_from_bounding_set, dac_override = 24, 1  # of Linux: prctl(2), capabilities(7)
    ctypes.CDLL(None).prctl(drop_from_bounding_set, dac_override, 0, 0, 0)


@contextlib.contextmanager
def jupyter(root, port, before=None):
    """Serve a folder in JupyterLab and Notebook 7, with settings and a place for a book of its own."""
    env = {key: value for key, value in os.environ.items() if key != "CS231N_GRADING"}
    home = root.parent / "jupyter"
    for place in ("CONFIG", "DATA", "RUNTIME"):
        env[f"JUPYTER_{place}_DIR"] = str(home / place.lower())
    env["JUPYTERLAB_SETTINGS_DIR"], env["JUPYTERLAB_WORKSPACES_DIR"] = str(home / "settings"), str(home / "workspaces")
    env["CS231N_BOOK"] = str(root.parent / "book")
    options = {
        "ServerApp.root_dir": root,
        "ServerApp.ip": "127.0.0.1",
        "ServerApp.port": port,
        "ServerApp.port_retries": 0,
        "ServerApp.open_browser": False,
        "ServerApp.allow_root": True,
        "IdentityProvider.token": TOKEN,
        "LabApp.expose_app_in_browser": True,
        "JupyterNotebookApp.expose_app_in_browser": True,
        "LabApp.news_url": None,
        "LabApp.check_for_updates_class": "jupyterlab.handlers.announcements.NeverCheckForUpdate",
    }
    command = [sys.executable, "-m", "jupyterlab", *(f"--{name}={value}" for name, value in options.items())]
    base = f"http://127.0.0.1:{port}"
    log_file = root.parent / "server.log"
    with log_file.open("a") as log:
        server = subprocess.Popen(command, env=env, stdout=log, stderr=log, preexec_fn=before)
        try:
            assert until(lambda: answers(f"{base}/api/status?token={TOKEN}"), 300), (
                root.parent / "server.log"
            ).read_text()
            yield base
        finally:
            server.terminate()
            try:
                server.wait(30)
            except subprocess.TimeoutExpired:  # Jupyter now and then waits for a kernel that is gone already
                server.kill()
                server.wait()


def answers(url):
    """Give the JSON at a URL, or None while nobody answers there."""
    with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=60) as response:
        return json.load(response)


def until(done, seconds):
    """Wait until done() is true; give what it gave at last."""
    end = time.monotonic() + seconds
    while not (result := done()) and time.monotonic() < end:
        time.sleep(0.05)
    return result


def from_menu(page, menu, *entries):
    """Choose an entry by mouse: again if JupyterLab, which moves the focus while it starts, has closed the menu."""
    for patience in (5_000, 20_000, 60_000):
        page.get_by_role("menuitem", name=menu, exact=True).click()
        try:
            for entry in entries[:-1]:
                page.get_by_text(entry, exact=True).hover(timeout=patience)
            page.get_by_text(entries[-1], exact=True).first.click(timeout=patience)
            return
        except TookTooLong:
            page.keyboard.press("Escape")
    raise AssertionError(f"{menu} > {' > '.join(entries)} can't be chosen")


def type_over(editor, code):
    """Replace what stands in the editor that has the focus; say whether the editor holds the code now, and only it.

    JupyterLab moves the focus and draws cells anew for seconds after a run: keys that are pressed then may be lost.
    """
    editor.page.keyboard.press("ControlOrMeta+a")
    editor.page.keyboard.insert_text(code)
    return until(lambda: "\n".join(editor.locator(".cm-line").all_text_contents()).strip() == code.strip(), 5)


def rewrite(editor, code):
    """Replace what stands in an editor, as one does who clicks into it and looks at what they typed."""

    def typed():
        editor.click()
        return type_over(editor, code)

    assert until(typed, 60), f"what is typed does not come to stand in the cell: {editor.inner_text()}"


def run_cell(cell):
    """Run a code cell by its keys, and press them again if nothing has happened: its prompt shows that it runs."""
    prompt = cell.locator(".jp-InputPrompt").first
    before = prompt.text_content()

    def runs():
        cell.locator(".cm-content").first.click()
        cell.page.keyboard.press("Control+Enter")
        return until(lambda: prompt.text_content() != before, 10)

    assert until(runs, 120), f"the cell does not run: {cell.inner_text()}"


class Student:
    """Somebody who does the course in the browser, with the panel."""

    def __init__(self, page, base):
        self.page, self.base = page, base
        self.panel = page.locator("#cs231n-course")
        self.faults, self.dialogs, self.old_paths = [], [], []
        page.on("pageerror", lambda error: self._note(f"{error}: {error.stack}"))
        page.on("console", lambda said: said.type == "error" and self._note(f"{said.text} {said.location['url']}"))

    def _note(self, text):
        """Keep an error of the browser's console; Jupyter has some of its own, which name nothing of ours.

        Chromium itself writes one when the panel asks for a notebook's old name in the moment of renaming.
        """
        of_old_path = "status of 404" in text and any(f"path={quote(path, safe='')}" in text for path in self.old_paths)
        if "cs231n" in text and not of_old_path:
            self.faults.append(text)

    def open(self, path, application="lab"):
        """Open a notebook, and the panel beside it: in the JupyterLab that this window shows already, if it does."""
        if application == "lab" and self.page.locator("body[data-nothing-open]").count():
            self.page.evaluate(OPEN, path)
        else:
            place = f"lab/workspaces/{path.split('/')[0]}/tree" if application == "lab" else "notebooks"
            self.page.goto(f"{self.base}/{place}/{path}?token={TOKEN}", wait_until="domcontentloaded")
        self.page.wait_for_selector(".jp-Notebook .jp-CodeCell:visible")
        self.show(application)

    def leave(self):
        """Close all that is open in JupyterLab, unsaved or not, and end its kernels, for the test that follows."""
        for other in self.page.context.pages:
            if other != self.page:
                other.close()
        while self.dialogs:
            self.page.remove_locator_handler(self.dialogs.pop())
        self.page.unroute_all(behavior="ignoreErrors")
        self.page.mouse.move(0, 0)
        self.page.evaluate(CLOSE_ALL)
        while self.page.locator(".jp-Dialog").count():
            self.page.keyboard.press("Escape")
        self.faults.clear()
        self.old_paths.clear()

    def rename(self, path, to):
        """Rename or move a notebook."""
        self.old_paths.append(path)
        self.of_jupyter("await app.serviceManager.contents.rename(...argument)", [path, to])

    def answer_dialog(self, title, button=None):
        """Answer a dialog of Jupyter's own whenever it comes: by a button of this name, or by the last."""
        dialog = self.page.locator(".jp-Dialog", has_text=title)
        buttons = dialog.get_by_role("button", name=button) if button else dialog.get_by_role("button").last
        self.page.add_locator_handler(dialog, buttons.click)
        self.dialogs.append(dialog)

    def show(self, application="lab"):
        """Bring the panel into view as one does with the mouse."""
        if not self.panel.is_visible():
            if application == "lab":
                self.page.locator(".jp-SideBar [data-id='cs231n-course']").click()
            else:
                from_menu(self.page, "View", "Left Sidebar", "Show Course")
        expect(self.panel).to_be_visible()

    def wait_for_kernel(self):
        """Wait until a cell can be run: in JupyterLab a key that is pressed before the kernel is connected is lost."""
        kernel = "window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel"
        ready = f"{kernel}?.connectionStatus === 'connected' && {kernel}.status === 'idle'"
        self.page.wait_for_function(ready)

    def button(self, name):
        """Find a button of the panel."""
        return self.panel.get_by_role("button", name=name, exact=True)

    def row(self, exercise):
        """Find an exercise in the panel's list."""
        return self.panel.locator(f"[data-exercise='{exercise}']")

    def choose(self, exercise):
        """Click an exercise in the list; its cell comes into view."""
        self.row(exercise).locator(".cs231n-Row").click()
        expect(self.badge(exercise).first).to_be_visible()  # cells are drawn bit by bit

    def badge(self, exercise):
        """Find what stands below the answer cell of an exercise."""
        return self.page.get_by_role("group", name=f"Exercise {TITLES[exercise]}", exact=True)

    def cell(self, exercise):
        """Find the answer cell of an exercise."""
        return self.page.locator(".jp-CodeCell", has=self.badge(exercise)).first

    def editor(self, exercise):
        """Find the editor of the answer cell of an exercise."""
        return self.cell(exercise).locator(".cm-content").first

    def write(self, exercise, code):
        """Replace an answer, as one does who clicks into its cell."""
        rewrite(self.editor(exercise), code)

    def expect(self, exercise, state):
        """Wait until list and badge say how an exercise stands."""
        expect(self.row(exercise)).to_have_attribute("data-state", state)
        expect(self.badge(exercise).first).to_have_attribute("data-state", state)

    def expect_total(self, points):
        """Wait until the panel says how many points the chapter has brought."""
        expect(self.panel.locator(".cs231n-Total")).to_contain_text(f"{points} / 23")

    def is_busy(self, path):
        """Ask the server whether a notebook is being checked."""
        url = f"{self.base}/cs231n/notebook?path={path}&token={TOKEN}"
        return self.page.context.request.get(url).json()["being_checked"]

    def of_jupyter(self, script, argument=None):
        """Do something in the page with JupyterLab's own application, `app`, and the open notebook, `notebook`."""
        head = "const app = window.jupyterapp, notebook = app.shell.currentWidget;"
        return self.page.evaluate(f"async (argument) => {{ {head} {script} }}", argument)

    def save(self):
        """Save the open notebook, and again until nothing changes it any more: a kernel leaves its name in it, late."""
        self.of_jupyter("""
            const model = notebook.content.model;
            const later = () => new Promise((resolve) => setTimeout(resolve, 500));
            while (!model.getMetadata("language_info")?.version) await later();
            do {
                await notebook.context.save();
                await later();
            } while (model.dirty);
        """)

    def widen(self, width):
        """Pull the panel's edge with the mouse until it is as wide as this."""
        handle = self.page.locator("#jp-main-split-panel > .lm-SplitPanel-handle:not(.lm-mod-hidden)").first
        box, left = handle.bounding_box(), self.panel.bounding_box()["x"]
        self.page.mouse.move(box["x"] + 1, 450)
        self.page.mouse.down()
        self.page.mouse.move(left + width, 450, steps=4)
        self.page.mouse.up()

    def theme(self, name):
        """Choose a theme from the menu."""
        from_menu(self.page, "Settings", "Theme", name)
        self.page.locator(f"body[data-jp-theme-name='{name}']").wait_for(state="attached")
        self.page.locator("#jupyterlab-splash").wait_for(state="detached")  # it covers the page while a theme is loaded
        self.page.mouse.move(0, 0)

    def return_to_tab(self):
        """Let the page believe that the student was in another tab: the panel then asks the server anew."""
        with self.page.expect_response("**/cs231n/course?*"):
            self.page.evaluate("window.dispatchEvent(new Event('focus'))")

    def enter_panel(self):
        """Press the shortcut that moves the focus to the panel, once JupyterLab no longer moves it to the notebook."""
        self.page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]")
        self.page.keyboard.press("F4")
        self.page.wait_for_function("document.querySelector('#cs231n-course').contains(document.activeElement)")

    def focus_by_tab(self, name, back=False):
        """Press Tab until a thing of this name has the focus, once there is one."""
        things = self.page.get_by_label(name, exact=True).or_(self.page.get_by_text(name, exact=True))
        expect(things.filter(visible=True).first).to_be_visible()
        names = []
        for _ in range(60):
            held = self.page.evaluate(
                "(document.activeElement.ariaLabel || document.activeElement.innerText || '').trim()"
            )
            names.append(held.split("\n")[0])
            if names[-1] == name:
                return
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"Tab does not come to {name!r}, but to {names}")

    def shoot(self, name):
        """Save a picture of the page, if CS231N_SHOTS names a folder for it."""
        if folder := os.environ.get("CS231N_SHOTS"):
            self.page.wait_for_timeout(600)
            self.page.screenshot(path=Path(folder) / f"{name}.png")
