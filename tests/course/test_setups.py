"""What people's computers are like: set-ups in which `cs231n` works, and a few in which it says in words why not.

Those that don't get in each other's way share one run of `doctor`, which starts a server and a kernel as `learn` does,
and one of `grade`. If one fails, so do all that share its run: try it alone. macOS and Windows are not tried.
"""

import ctypes
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.request
import warnings
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
import pytest
from small import MISTAKES, WINDOW, small_chapter, with_answers

from cs231n_course import cli, surroundings
from cs231n_course.notebooks import release

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
PROGRAM = str(Path(sys.executable).with_name("cs231n"))
ODD = "a b'\"$HOME [x] :: #%;é\U0001f600"  # as a part of a path
NOT_UTF8 = os.fsdecode(b"\xe9t\xe9\n")


@dataclass
class Place:
    """Where a run happens: the user's home, the folder that the terminal is in, the environment, what comes first."""

    home: Path
    here: Path
    env: dict = field(default_factory=dict)
    before: list = field(default_factory=list)

    def write(self, name, content):
        """Write a file below the home."""
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def setting(name, content):
    """Give a set-up with a file below the home."""
    return lambda place: place.write(name, content if isinstance(content, str | bytes) else json.dumps(content))


def variables(**env):
    """Give a set-up with environment variables; None takes one away."""
    return lambda place: place.env.update(env)


def odd_folder(place):
    """Work in a folder whose path has what a shell, make, pytest and Jupyter could take for something else."""
    place.here = place.here / ODD / ("x" * 100)
    place.here.mkdir(parents=True)


def odd_temporary_folder(place):
    """Keep temporary files below such a path, too long for a socket."""
    place.env["TMPDIR"] = str(place.home.parent / "tmp" / ODD / ("y" * 150))
    Path(place.env["TMPDIR"]).mkdir(parents=True)


def unwritable_home(place):
    """Let nothing be written into the home, even by root."""
    place.home.chmod(0o555)
    drop_from_bounding_set, dac_override = 24, 1  # of Linux: prctl(2), capabilities(7)
    place.before.append(lambda: ctypes.CDLL(None).prctl(drop_from_bounding_set, dac_override, 0, 0, 0))


def few_open_files(place):
    """Let a process open 64 files, and more if it asks for them."""
    place.before.append(lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (64, 4096)))


def deleted_folder(place):
    """Be in a folder that was deleted."""
    place.here = place.here / "deleted"
    place.here.mkdir()
    place.before.append(place.here.rmdir)


# {name: (the run that it shares, how it is made)}
SETUPS = {
    "a preferred_dir": (
        "settings",
        setting(".jupyter/jupyter_server_config.json", {"FileContentsManager": {"preferred_dir": "/usr"}}),
    ),
    "settings with an error in Python": ("settings", setting(".jupyter/jupyter_server_config.py", "c.x = = 3\n")),
    "settings that end Python": ("settings", setting(".jupyter/jupyter_config.py", "raise SystemExit(3)\n")),
    "settings that are no JSON": ("settings", setting(".jupyter/jupyter_lab_config.json", "{")),
    "the panel disabled": (
        "settings",
        setting(".jupyter/labconfig/page_config.json", {"disabledExtensions": {"cs231n-kit": True}}),
    ),
    "an IPython profile that ends kernels": (
        "settings",
        setting(".ipython/profile_default/startup/00.py", "raise SystemExit(3)\n"),
    ),
    "an IPython profile with an error": (
        "settings",
        setting(".ipython/profile_default/ipython_config.py", "c.x = = 3\n"),
    ),
    "another kernel named python3": (
        "settings",
        setting(
            ".local/share/jupyter/kernels/python3/kernel.json",
            {"argv": ["/bin/false"], "display_name": "x", "language": "python"},
        ),
    ),
    "a matplotlibrc that is no text": ("settings", setting(".config/matplotlib/matplotlibrc", b"backend: \xff\xfe\n")),
    "no HOME": ("variables", variables(HOME=None)),
    "the locale C": ("variables", variables(LANG="C", LC_ALL="POSIX", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")),
    "no TERM": ("variables", variables(TERM=None, COLUMNS="x", BROWSER="none")),
    "warnings as errors": ("variables", variables(PYTHONWARNINGS="error")),
    "Jupyter's variables": (
        "variables",
        variables(JUPYTER_TOKEN="t", JUPYTER_PORT="80", JUPYTER_IP="::", JUPYTERLAB_DIR="/none", JUPYTER_NO_CONFIG="1"),
    ),
    "a proxy": (
        "variables",
        variables(http_proxy="http://127.0.0.1:9", https_proxy="http://127.0.0.1:9", all_proxy="socks5://127.0.0.1:9"),
    ),
    "conda's variables": (
        "variables",
        variables(CONDA_PREFIX="/none", CONDA_DEFAULT_ENV="base", PYTHONDONTWRITEBYTECODE="1"),
    ),
    "a missing MPLBACKEND": ("variables", variables(MPLBACKEND="none")),
    "a HOME that can't be written to": ("folders", unwritable_home),
    "a folder with odd characters": ("folders", odd_folder),
    "a TMPDIR with odd characters": ("folders", odd_temporary_folder),
    "few open files": ("folders", few_open_files),
    "umask 077": ("folders", lambda place: place.before.append(lambda: os.umask(0o077))),
    "a missing HOME": ("missing", variables(HOME="/dev/null/home")),
    "a missing TMPDIR": ("missing", variables(TMPDIR="/none")),
    "files where Jupyter wants folders": (
        "missing",
        variables(JUPYTER_CONFIG_DIR="/dev/null", JUPYTER_DATA_DIR="/dev/null", JUPYTER_RUNTIME_DIR="/proc/x"),
    ),
    "files where kernels want folders": (
        "missing",
        variables(IPYTHONDIR="/dev/null", MPLCONFIGDIR="/dev/null", XDG_CACHE_HOME="/dev/null"),
    ),
}
RUNS = sorted({run for run, _ in SETUPS.values()})


@pytest.fixture(scope="module")
def place_of(tmp_path_factory):
    """Give a function that makes a place with the small chapter for set-ups to be made in."""

    def make(name):
        root = tmp_path_factory.mktemp(name)
        for folder in ("home", "here", "chapters/mistakes"):
            (root / folder).mkdir(parents=True)
        chapter = small_chapter()
        nbformat.write(chapter, root / "chapters" / "01_small.ipynb")
        (root / "chapters" / "mistakes" / "01_small.txt").write_text(MISTAKES)
        (root / "chapters" / "index.md").write_text("# The course\n")
        nbformat.write(with_answers(release.release_chapter(chapter), window=WINDOW), root / "mine.ipynb")
        env = {key: value for key, value in os.environ.items() if not key.startswith(("JUPYTER", "CS231N"))}
        env |= {"HOME": str(root / "home"), "CS231N_CHAPTERS": str(root / "chapters")}
        return Place(root / "home", root / "here", env)

    return make


def start(place, *arguments, **options):
    """Start the program in a place."""
    return subprocess.Popen(
        [PROGRAM, *map(str, arguments)],
        cwd=place.here,
        env={name: value for name, value in place.env.items() if value is not None},
        preexec_fn=lambda: [prepare() for prepare in place.before],
        text=True,
        errors="backslashreplace",
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options,
    )


def cs231n(place, *arguments, **options):
    """Run the program in a place. Gives its exit status, what it prints and what it complains of."""
    process = start(place, *arguments, **options)
    out, complaint = process.communicate(timeout=300)
    assert "Traceback" not in f"{out}{complaint}"
    assert "itself failed" not in f"{out}{complaint}"
    return process.returncode, out, complaint


@pytest.fixture(scope="module")
def outcomes(place_of):
    """Give what `doctor` and `grade` say in each run: {run: (doctor, grade)}, as far as it was asked for."""
    found = {}

    def outcome(run):
        if run not in found:
            place = place_of(run)
            if run == "variables":  # without HOME the system's own would be used
                for name in ("CONFIG", "DATA"):
                    place.env[f"JUPYTER_{name}_DIR"] = str(place.home / name)
            for shared, make in SETUPS.values():
                if shared == run:
                    make(place)
            found[run] = cs231n(place, "doctor"), cs231n(place, "grade", "--csv", place.home.parent / "mine.ipynb")
        return found[run]

    return outcome


@pytest.mark.parametrize("name", SETUPS)
def test_a_set_up_in_which_it_works(outcomes, name):
    (doctor, said, _), (grade, marks, _) = outcomes(SETUPS[name][0])
    found = [line.split(maxsplit=2) for line in said.splitlines()[:-2]]
    assert [line for line in found if line[0] == "MISSING"] == []
    assert {("ok", "server"), ("ok", "kernel"), ("ok", "panel")} <= {(state, about) for state, about, _ in found}
    assert (doctor, grade) == (0, 1)
    assert "A window,4,4,passed" in marks


@pytest.mark.parametrize("run", ["folders", "missing"])
def test_the_doctor_says_that_there_is_no_home(outcomes, run):
    (_, said, _), _ = outcomes(run)
    assert "can't be written to; what Jupyter keeps there is kept only until this ends." in said


def test_what_a_process_is_started_with_is_mended(monkeypatch):
    import pwd

    monkeypatch.setenv("PYTHONWARNINGS", "error")
    monkeypatch.setattr(sys, "warnoptions", ["error"])
    monkeypatch.setenv("TMPDIR", NOT_UTF8)  # where no socket can stand
    monkeypatch.setenv("HOME", "here")  # which says nothing: it depends on the folder that one is in
    monkeypatch.setattr(pwd, "getpwuid", {}.__getitem__)
    monkeypatch.setattr(resource, "getrlimit", lambda _: (64, 128))
    with warnings.catch_warnings():
        few_files, no_home = surroundings.mend()
        warnings.warn("This would be an error.", DeprecationWarning, stacklevel=1)
    assert no_home == surroundings.NO_HOME_NOTE
    assert few_files.startswith("Only 128 files may be open at once")
    assert Path.home().is_dir()
    assert not os.environ.keys() & {"PYTHONWARNINGS", "TMPDIR"}


def serve(place, *arguments):
    """Let `learn` serve a copy until it is interrupted: gives what its server says of the first chapter."""
    process = start(place, "learn", "--no-browser", *arguments, stderr=subprocess.DEVNULL)
    try:
        url = next((line.strip() for line in process.stdout if line.startswith("http")), None)
        assert url, process.wait(120)
        base, _, token = url.partition("lab/tree/01_small.ipynb?token=")
        request = urllib.request.Request(
            f"{base}cs231n/notebook?path=01_small.ipynb", headers={"Authorization": f"token {token}"}
        )
        page = urllib.request.Request(url)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(page, timeout=120) as reply:
            assert '"cs231n-kit"' in reply.read().decode()
        with opener.open(request, timeout=120) as reply:
            return json.load(reply)
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(120) == 0


def test_a_copy_has_any_name_and_is_served_where_it_can_not_be_written_to(place_of):
    place = place_of("learn")
    odd_folder(place)
    found = serve(place, "--", f"-{NOT_UTF8}")
    assert (found["in_course"], found["save_error"]) == (True, None)
    (place.here / f"-{NOT_UTF8}" / "01_small.ipynb").chmod(0o444)
    (place.here / f"-{NOT_UTF8}").chmod(0o555)
    (place.here / "link").symlink_to(f"-{NOT_UTF8}")
    unwritable_home(place)
    found = serve(place, "link")
    assert found["in_course"]
    assert "Permission denied" in found["save_error"]


def hiding(module):
    """Give a set-up with a file in PYTHONPATH that hides a module."""

    def make(place):
        place.write(f"own/{module}.py", "x = 1\n")
        place.env["PYTHONPATH"] = str(place.home / "own")

    return make


def full_disk(place):
    """Let no file become longer than 2000 bytes."""
    place.before.append(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)))


def no_temporary_files(place):
    """Let no file become longer than nothing."""
    place.before.append(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)))


@pytest.mark.parametrize(
    ("make", "arguments", "says"),
    [
        (deleted_folder, ["learn", "course", "--no-browser"], "The folder that this terminal is in is gone"),
        (deleted_folder, ["grade", "mine.ipynb"], "The folder that this terminal is in is gone"),
        (hiding("random"), ["grade", "mine.ipynb"], "random.py hides the module 'random'"),
        (hiding("numpy"), ["grade", "mine.ipynb"], "numpy.py hides the module 'numpy'"),
        (hiding("random"), ["learn", "--no-browser"], "random.py hides the module 'random'"),
        (full_disk, ["learn", "--no-browser"], "File too large"),
        (no_temporary_files, ["learn", "--no-browser"], "no folder for temporary files"),
        (variables(), ["learn", "--no-browser", "/proc/course"], "/proc/course"),
        (variables(), ["learn", "--no-browser", "x" * 300], "File name too long"),
        (variables(CS231N_CHAPTERS="/none"), ["learn", "--no-browser"], "Is CS231N_CHAPTERS spelled right?"),
    ],
)
def test_a_set_up_in_which_it_says_why_not(place_of, make, arguments, says):
    place = place_of("words")
    make(place)
    status, out, complaint = cs231n(place, *arguments)
    assert (status, out) == (2, "")
    assert says in complaint
    assert complaint.removeprefix("Starting JupyterLab...\n").startswith(f"cs231n {arguments[0]}: ")


def test_output_that_can_not_be_written_is_an_error_in_words(place_of):
    with open("/dev/full", "w") as full:  # noqa: PTH123
        status, _, complaint = cs231n(place_of("full"), "learn", "--list", stdout=full)
    assert status == 2
    assert complaint.startswith("cs231n learn: This stopped with an error ([Errno 28] No space left on device).")
    assert len(complaint.splitlines()) == 1


def test_what_nobody_has_foreseen_is_a_sentence_and_a_file_with_the_details(monkeypatch, capsys, tmp_path):
    def fail(*_):
        raise ZeroDivisionError("division\nby zero")

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(cli, "_grade", fail)
    assert cli.main(["grade", "mine.ipynb"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("cs231n grade: This stopped with an error (ZeroDivisionError: division by zero).")
    (details,) = tmp_path.iterdir()
    assert str(details) in said
    assert "in fail" in details.read_text()


@pytest.fixture(autouse=True)
def no_outer_make(monkeypatch):
    """Let make not know that make has started the tests: it would say which folder it enters."""
    for name in ("MAKELEVEL", "MAKEFLAGS", "MFLAGS", "MAKEOVERRIDES"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def checkout(tmp_path):
    """Make a checkout in an odd folder, whose Python only says what it was given."""
    folder = tmp_path / ODD.replace(":", "") / "checkout"
    (folder / ".venv" / "bin").mkdir(parents=True)
    shutil.copy(ROOT / "Makefile", folder)
    python = folder / ".venv" / "bin" / "python"
    python.write_text('#!/bin/sh\nfor one; do printf "<%s>" "$one"; done\n[ "$1" != -P ] || [ "$2" != -c ] || exit 0\n')
    python.chmod(0o755)
    for name in ("pyproject.toml", "constraints.txt", "widgets/labextension/bundle.json", ".venv/.ready"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


@pytest.mark.parametrize(
    "course", ["my course", "a'b\"c", "$HOME $(HOME) $$", "x; touch y #", "-n", "é\n\U0001f600", "%:=\\ "]
)
def test_make_takes_any_name_for_a_folder(checkout, course):
    for given in (["make", "learn", f"COURSE={course}"], ["make", "learn"]):
        env = os.environ | ({} if len(given) > 2 else {"COURSE": course})
        done = subprocess.run(given, cwd=checkout, env=env, capture_output=True, text=True, check=True)
        assert done.stdout.endswith(f"<-P><-m><cs231n_course.cli><learn><--><{course}>")
        assert not (checkout / "y").exists()


def test_make_runs_a_python_whose_path_has_spaces_or_that_has_arguments(checkout):
    python = checkout.parent / "my python $x"
    python.write_text('#!/bin/sh\nprintf "<%s>" "$@" >> "$OUT"\n')
    python.chmod(0o755)
    out = checkout / "out"
    (checkout / ".venv" / ".ready").unlink()
    for given in (str(python), f"{sys.executable} -E"):
        command = ["make", ".venv/.ready", f"PYTHON={given}"]
        subprocess.run(command, cwd=checkout, env=os.environ | {"OUT": str(out)}, capture_output=True, check=False)
    assert out.read_text().startswith("<-c><import sys;")


def test_make_says_where_no_environment_can_be(checkout):
    folder = checkout.rename(checkout.parent / "a:b")
    done = subprocess.run(["make", "learn"], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert 'holds a ":"' in done.stderr
