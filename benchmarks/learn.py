"""`cs231n learn` from its start until the URL that it prints answers, against `jupyter lab`.

A ratio is the course's time over JupyterLab's own, both with settings of their own and without a browser. The first
time `cs231n learn` also writes the learner's copy. "The first line" is when it has said what it does. `cs231n learn
--list` stands beside `jupyter lab --version`, which says as little, and beside a Python that does nothing.
"""

import contextlib
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from record import arguments, interleaved, milliseconds, ratio, save


def seconds_to_url(command, folder):
    """Start a server in a folder; return the seconds until the address that it prints answers."""
    env = os.environ | {f"JUPYTER_{place}_DIR": str(folder / place.lower()) for place in ("CONFIG", "DATA", "RUNTIME")}
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as server:
        words = (word for line in server.stdout for word in line.split())
        url = next(word for word in words if word.startswith("http://127.0.0.1") and "token=" in word)
        while True:
            with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=60):
                break
            time.sleep(0.005)
        seconds = time.perf_counter() - began
        server.terminate()
        server.communicate()
    return seconds


def seconds_to_line(folder):
    """Start `cs231n learn` in a folder; return the seconds until its first line."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "cs231n_course.cli", "learn", "course", "--no-browser"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        line = process.stderr.readline()
        seconds = time.perf_counter() - began
        process.kill()
        process.stderr.read()
    if not line.startswith(b"Starting JupyterLab"):
        sys.exit(f"cs231n learn said something else: {line!r}")
    return seconds


def run(*arguments):
    """Run Python with some arguments to its end; what it prints is dropped."""
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)


def main():
    """Measure and write the record."""
    options = arguments(__doc__, rounds=4)
    with tempfile.TemporaryDirectory() as place:
        again = Path(place, "again")
        again.mkdir()
        lab = ["jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1"]
        learn = ["cs231n_course.cli", "learn", "course", "--no-browser"]

        def fresh():
            return Path(tempfile.mkdtemp(dir=place))

        sides = {
            "first": lambda: seconds_to_url(learn, fresh()),
            "again": lambda: seconds_to_url(learn, again),
            "lab": lambda: seconds_to_url(lab, fresh()),
            "line": lambda: seconds_to_line(again),
            "list": lambda: run("-m", "cs231n_course.cli", "learn", "--list"),
            "version": lambda: run("-m", "jupyterlab", "--version"),
            "nothing": lambda: run("-c", "pass"),
        }
        seconds = interleaved(sides, options.rounds, "learn")
    rows = {
        "the first time / jupyter lab": ("first", "lab"),
        "from then on / jupyter lab": ("again", "lab"),
        "its first line / jupyter lab's URL": ("line", "lab"),
        "--list / jupyter lab --version": ("list", "version"),
        "--list / python -c pass": ("list", "nothing"),
    }
    figures = {}
    for what, (ours, theirs) in rows.items():
        both = {"learn_ms": milliseconds(seconds[ours]), "other_ms": milliseconds(seconds[theirs])}
        figures[what] = ratio(seconds[ours], seconds[theirs]) | both
    save("learn", figures, __doc__.partition("\n")[0], options, ["jupyterlab", "jupyter_server"])


if __name__ == "__main__":
    main()
