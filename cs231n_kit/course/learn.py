"""Make the learner's own copy of the course and serve it in JupyterLab."""

import contextlib
import os
import re
import secrets
import signal
import sys
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from cs231n_kit.course import notebook
from cs231n_kit.course.notebook import NotebookError
from cs231n_kit.course.paths import chapter_paths, chapters_dir
from cs231n_kit.course.release import released

INDEX = "index.md"
HEADING = re.compile(r"^#+\s+(.+?)\s*$", re.MULTILINE)
PATIENCE = 60.0  # seconds for the server to answer


@dataclass
class Copied:
    """Holds the names of the files that were written, and of those that were there and kept."""

    written: list = field(default_factory=list)
    kept: list = field(default_factory=list)


def learn(folder, *, browser=True):
    """Bring the learner's copy up to date and serve it until Ctrl-C; give the exit status."""
    try:
        copied = copy_course(folder)
    except (NotebookError, OSError) as error:
        print(f"cs231n learn: {_reason(error, folder)}", file=sys.stderr)
        return 2
    print(f"{folder}: {_count(copied.written)} written, {_count(copied.kept)} kept as they were.")
    for name in copied.kept:
        print(f"  kept {name}")
    sys.stdout.flush()
    return serve(folder, chapter_paths()[0].name, browser=browser)


def copy_course(folder):
    """Write into a folder each file of the course that it does not have: give Copied.

    No file that exists is changed, and no file is ever half written. Raises OSError if the folder can't be written to.
    """
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(f"{folder} is a file, not a folder. Give another DIR.")
    folder.mkdir(parents=True, exist_ok=True)
    if folder.resolve() == chapters_dir().resolve():
        raise FileExistsError(f"{folder} holds the course's own chapters. Give another DIR for your copy.")
    notebooks = released()
    copied = Copied()
    for name, nb in notebooks:
        _copy(folder, name, copied, lambda path, nb=nb: _write_trusted(path, nb))
    for name in linked_files(nb for _, nb in notebooks):
        content = (chapters_dir() / name).read_bytes()
        _copy(folder, name, copied, lambda path, content=content: notebook.write_bytes(path, content, overwrite=False))
    return copied


def linked_files(notebooks):
    """List the files beside the chapters that the index, or a page or notebook reached from it, names."""
    place = chapters_dir()
    others = {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}
    others = {name for name in others if not name.endswith(".ipynb") and not name.startswith(".")}
    texts = [cell["source"] for nb in notebooks for cell in nb["cells"]]
    found = {INDEX} & others
    waiting = sorted(found)
    while texts or waiting:
        if not texts:
            name = waiting.pop()
            texts = [(place / name).read_text(encoding="utf-8")] if name.endswith(".md") else []
            continue
        text = texts.pop()
        new = {name for name in others - found if re.search(rf"(?<![\w/.-]){re.escape(name)}(?![\w-])", text)}
        found |= new
        waiting += sorted(new)
    return sorted(found)


def show_list(folder):
    """Print the chapters and which of them the folder has; give the exit status."""
    try:
        chapters = chapter_paths()
        titles = [_title(path) for path in chapters]
    except (NotebookError, OSError) as error:
        print(f"cs231n learn: {_reason(error, folder)}", file=sys.stderr)
        return 2
    width = max((len(title) for title in titles), default=0)
    for path, title in zip(chapters, titles, strict=True):
        state = f"in {folder}" if (folder / path.name).exists() else f"not in {folder} yet"
        print(f"{title:<{width}}  {path.name}  {state}")
    own = {path.name for path in chapters}
    extra = sorted(path.name for path in folder.glob("*.ipynb") if path.name not in own) if folder.is_dir() else []
    for name in extra:
        print(f"Also in {folder}: {name}")
    return 0


def serve(folder, first, *, browser):
    """Serve a folder in JupyterLab, with notebook `first` open, until Ctrl-C; give the exit status.

    The URL, with its token, goes to stdout, alone on a line, once the server answers; the server's log goes to stderr.
    """
    from jupyterlab.labapp import LabApp

    os.environ.pop("CS231N_GRADING", None)  # checks run by hand shall say whether they agree
    # Defaults of ours, under those of the learner: JupyterLab asks nobody for news.
    paths = os.environ.get("JUPYTER_CONFIG_PATH", "")
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, [paths, str(Path(__file__).parent / "jupyter")]))
    token = secrets.token_hex(24)
    path = f"lab/tree/{quote(first)}"
    options = {
        "ServerApp.root_dir": str(folder.resolve()),
        "ServerApp.ip": "127.0.0.1",
        "ServerApp.port": 0,
        "ServerApp.answer_yes": True,
        "ServerApp.open_browser": browser,
        "ServerApp.allow_root": hasattr(os, "geteuid") and os.geteuid() == 0,
        "LabApp.default_url": f"/{path}",
        "LabApp.news_url": None,
        "LabApp.check_for_updates_class": "jupyterlab.handlers.announcements.NeverCheckForUpdate",
    }
    with _environment(JUPYTER_TOKEN=token):  # and not on the command line, where other users could read it
        server = LabApp.initialize_server([f"--{name}={value}" for name, value in options.items()])
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as a shell starts its background jobs
        signal.signal(signal.SIGINT, signal.default_int_handler)
    stopped = threading.Event()
    address = f"{server.connection_url}{path}?token={token}"
    threading.Thread(target=_announce, args=(server.connection_url, token, address, stopped), daemon=True).start()
    try:
        server.start()
    finally:
        stopped.set()
    return 0


def _announce(base, token, address, stopped):
    """Print the address once the server answers to its token."""
    request = urllib.request.Request(f"{base}api/status", headers={"Authorization": f"token {token}"})
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and not stopped.wait(0.05):
        with contextlib.suppress(OSError, urllib.error.URLError), opener.open(request, timeout=5):
            print("The course is served here; Ctrl-C ends it:", address, sep="\n", flush=True)
            return
    if not stopped.is_set():
        print(f"cs231n learn: the server did not answer within {PATIENCE:.0f} seconds.", file=sys.stderr)


def _copy(folder, name, copied, write):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        if path.exists():
            raise FileExistsError
        write(path)
    except FileExistsError:
        copied.kept.append(name)
    else:
        copied.written.append(name)


def _write_trusted(path, nb):
    """Write a notebook and sign it, so that JupyterLab shows its widgets and figures before anything is run."""
    notebook.write(path, nb, overwrite=False)
    import sqlite3

    from nbformat.sign import NotebookNotary

    with contextlib.suppress(OSError, sqlite3.Error):  # no place for signatures: the learner can still trust it by hand
        NotebookNotary().sign(notebook.read(path))


def _title(path):
    cells = notebook.load(path)["cells"]
    headings = (HEADING.search(cell["source"]) for cell in cells if cell.get("cell_type") == "markdown")
    return next((heading[1] for heading in headings if heading), path.stem)


def _reason(error, folder):
    if not isinstance(error, OSError) or error.errno is None:
        return str(error)
    return f"{error.strerror}: {error.filename or folder}. Nothing that was in {folder} was changed."


def _count(names):
    return "1 file" if len(names) == 1 else f"{len(names)} files"


@contextlib.contextmanager
def _environment(**variables):
    before = dict(os.environ)
    os.environ |= variables
    try:
        yield
    finally:
        os.environ.clear()
        os.environ |= before
