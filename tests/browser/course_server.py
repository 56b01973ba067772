"""`cs231n learn` in a process of its own, for a browser to look at."""

import contextlib
import os
import subprocess
import sys


@contextlib.contextmanager
def course(folder, python=sys.executable):
    """Give the address that `cs231n learn` prints for a copy of the course in `folder`."""
    env = {key: value for key, value in os.environ.items() if key != "CS231N_GRADING"}
    for place in ("CONFIG", "DATA", "RUNTIME"):
        env[f"JUPYTER_{place}_DIR"] = str(folder.parent / place.lower())
    env["JUPYTERLAB_SETTINGS_DIR"] = str(folder.parent / "settings")
    env["JUPYTERLAB_WORKSPACES_DIR"] = str(folder.parent / "workspaces")
    command = [str(python), "-m", "cs231n_course.cli", "learn", str(folder), "--no-browser"]
    log = folder.parent / "server.log"
    with log.open("w") as stderr:
        server = subprocess.Popen(command, cwd=folder.parent, env=env, stdout=subprocess.PIPE, stderr=stderr, text=True)
        try:
            address = next((line.strip() for line in server.stdout if line.startswith("http")), None)
            assert address, log.read_text()
            yield address
        finally:
            server.terminate()
            server.wait(120)
