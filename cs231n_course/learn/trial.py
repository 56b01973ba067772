"""Start a server as `cs231n learn` does, and a kernel in it, in an empty folder; say how far that comes; end both.

    python -P -m cs231n_course.learn.trial FOLDER        # `cs231n doctor` starts it
    python -P -m cs231n_course.learn.trial --own FOLDER  # with the user's own settings, and only until it could serve

Writes a line of JSON to stdout for each thing that was tried: a Step.
"""

import json
import os
import secrets
import sys
import threading
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any, TypedDict

from cs231n_course import surroundings
from cs231n_course.learn.settings import course_settings
from cs231n_course.published import install

STARTUP = 60.0  # seconds for a kernel
CODE = """
import anywidget, cs231n_kit, cs231n_widgets, matplotlib.pyplot, numpy
print(f"NumPy {numpy.__version__}, matplotlib {matplotlib.__version__}, anywidget {anywidget.__version__}")
"""


class Step(TypedDict):
    """One thing that was tried: whether it works, and what is to be said of it."""

    name: str
    works: bool
    details: str


def main() -> int:
    """Try it. Returns the exit status, 0 if all that was tried works."""
    *own, folder = sys.argv[1:]
    surroundings.mend()
    if own:
        from jupyterlab.labapp import LabApp

        os.chdir(folder)
        options = {"ServerApp.open_browser": False, "ServerApp.allow_root": True}
        LabApp.initialize_server([f"--{name}={value}" for name, value in options.items()])
        return _tell("own settings", "")
    try:
        return _try_as_learn_does(Path(folder))
    except surroundings.SurroundingsError as error:
        return _tell("server", str(error), works=False)


def _try_as_learn_does(folder: Path) -> int:
    from cs231n_course.learn.serve import run_server, start_server  # after surroundings.mend

    with course_settings():
        token = secrets.token_hex(24)
        server = start_server(folder, "lab", token, browser=False)
        if server is None:
            return 2
        trial = threading.Thread(target=_try_all, args=(server, token), daemon=True)
        server.io_loop.add_callback(trial.start)
        run_server(server)
    return 0


def _try_all(server: Any, token: str) -> None:
    try:
        _try_server(server, token)
        _try_kernel(server, token)
    except Exception as error:
        _tell("error", f"{type(error).__name__}: {error}", works=False)
    finally:
        server.io_loop.add_callback(server.stop)


def _try_server(server: Any, token: str) -> None:
    page = _ask(server, token, "lab").partition('id="jupyter-config-data" type="application/json">')[2]
    config = json.loads(page.partition("</script>")[0])
    _tell("server", "starts and answers")
    try:
        course = json.loads(_ask(server, token, "cs231n/course"))
    except urllib.error.HTTPError as error:
        _tell("panel", f"its server part does not answer ({error}). Install the course again", works=False)
        return
    found = "cs231n-kit" in [extension["name"] for extension in config["federated_extensions"]]
    disabled = any(name.partition(":")[0] == "cs231n-kit" for name in config["disabledExtensions"])
    details = "" if found else f"JupyterLab does not find it. Install the course again: {install()}"
    details = "it is locked or disabled for this whole computer" if disabled else details
    _tell("panel", details or f"JupyterLab shows it, with {len(course['chapters'])} chapters", works=not details)


def _try_kernel(server: Any, token: str) -> None:
    from jupyter_client.blocking import BlockingKernelClient

    id = json.loads(_ask(server, token, "api/kernels", b'{"name": "python3"}'))["id"]
    client = BlockingKernelClient(connection_file=server.kernel_manager.get_kernel(id).connection_file)
    client.load_connection_file()
    client.start_channels(hb=False)  # a kernel whose heart does not beat yet would be taken for dead
    said: list[str] = []
    try:
        client.wait_for_ready(STARTUP)
        reply = client.execute_interactive(
            CODE, timeout=STARTUP, output_hook=lambda message: said.append(_text(message))
        )
    except (RuntimeError, TimeoutError) as error:
        _tell("kernel", f"it does not answer: {error}", works=False)
        return
    finally:
        client.stop_channels()
    content = reply["content"]
    works = content["status"] == "ok"
    details = f"runs, with {''.join(said).strip()}" if works else f"{content['ename']}: {content['evalue']}"
    _tell("kernel", details, works=works)


def _text(message: dict[str, Any]) -> str:
    return message["content"].get("text", "") if message["content"].get("name") == "stdout" else ""


def _ask(server: Any, token: str, path: str, data: bytes | None = None) -> str:
    """Returns what the server answers."""
    request = urllib.request.Request(
        server.connection_url + path, headers={"Authorization": f"token {token}"}, data=data
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=STARTUP) as reply:
        return reply.read().decode()


def _tell(name: str, details: str, *, works: bool = True) -> int:
    step: Step = {"name": name, "works": works, "details": details}
    print(json.dumps(step), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
