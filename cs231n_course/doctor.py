"""Print what is installed and what is missing, try what the course promises, and say what to do about the rest."""

import importlib.metadata
import importlib.util
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from cs231n_course import published, surroundings
from cs231n_course.notebooks.paths import PACKAGE, chapter_paths
from cs231n_course.sandbox import confine
from cs231n_course.sandbox.fork_server import CAN_FORK

OLDEST_PYTHON = (3, 11)
CUPY = "pip install cupy-cuda12x, or cupy-cuda13x"
USEFUL = {"torch": "the kernels are compared with it where it is installed", "playwright": "the browser tests need it"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PANEL, SERVER_PART = "cs231n-kit", "cs231n_course.server"
TRIAL_TIME = 150.0  # seconds for a server and a kernel to start, far more than they take
PROBLEMS = re.compile(r"^(?:\[[^\]]*\] *)?(?:Bad config encountered during initialization: )?(.*)")
BAD_FILE = re.compile(r"Exception while loading config file (.+)")
OK, MISSING, OPTIONAL = "ok", "MISSING", "note"
Finding = tuple[str, str, str]  # OK, MISSING or OPTIONAL; what it is about; the details


def print_findings() -> int:
    """Print all findings. Returns the exit status, 1 if something is missing that the course needs."""
    missing = []
    for state, name, text in _findings():
        print(f"{state:<8}{name:<15} {text}", flush=True)
        missing += [name] if state == MISSING else []
    print()
    if missing:
        print(
            f"Missing: {', '.join(dict.fromkeys(missing))}. The lines above say what to do. If nothing helps, install "
            f"the course again in a fresh environment: {published.install()}"
        )
        return 1
    print("Nothing that the course needs is missing.")
    return 0


def _findings() -> Iterator[Finding]:
    """Yields what each check finds; one that fails itself is a finding, too."""
    checks: list[tuple[str, Callable[[], Iterator[Finding]]]] = [
        ("surroundings", _surroundings),
        ("Python", _python),
        ("packages", _packages),
        ("panel", _panel),
        ("server", _server),
        ("settings", _settings),
        ("BLAS", _blas),
        ("GPU", _gpu),
        ("browser", _browser),
        ("data", _data),
        ("grader", _protections),
    ]
    for name, check in checks:
        try:
            yield from check()
        except Exception as error:
            yield MISSING, name, f"could not be looked at: {type(error).__name__}: {_one_line(str(error))}"


def _surroundings() -> Iterator[Finding]:
    """Yields what is odd about the folders that everything rests on."""
    try:
        notes = surroundings.mend()
    except surroundings.SurroundingsError as error:
        yield MISSING, "temporary files", str(error)
        return
    for note in notes:
        yield OPTIONAL, "surroundings", note
    yield OK, "home", os.path.expanduser("~")  # noqa: PTH111
    yield OK, "temporary files", tempfile.gettempdir()
    try:
        surroundings.require_current_folder()
        here = [str(Path.cwd()), str(Path("course").absolute())]  # where notebooks may be
    except surroundings.SurroundingsError as error:
        yield OPTIONAL, "folder", str(error)
        os.chdir("/")
        here = []
    for path in surroundings.shadows([*here, *sys.path]):
        yield MISSING, "files", f"{path} hides the module {path.stem!r} that is meant: give it another name"


def _python() -> Iterator[Finding]:
    state = OK if sys.version_info >= OLDEST_PYTHON else MISSING
    hint = "" if state == OK else f"; the course needs {'.'.join(map(str, OLDEST_PYTHON))} or newer"
    about = f"({sys.executable}), {platform.system()} {platform.machine()}"
    yield state, "Python", f"{platform.python_version()} {about}{hint}"


def requirements() -> dict[str, str]:
    """Returns the packages that the course declares to need, {name: versions}, and "" for itself first."""
    from packaging.requirements import Requirement

    found = {published.KIT: ""}
    try:
        declared = importlib.metadata.requires(published.KIT) or []
    except PackageNotFoundError:
        declared = []
    for one in map(Requirement, declared):
        if one.marker is None or one.marker.evaluate({"extra": ""}):
            found[one.name] = str(one.specifier)
    return found


def _packages() -> Iterator[Finding]:
    """Yields the version of each package that the course needs, or what is wrong with it, then what is useful."""
    for name, versions in requirements().items():
        state, text = _installed(name, versions)
        yield state, name, text
    yield from _needed_by_others()
    for name, use in USEFUL.items():
        try:
            yield OK, name, version(name)
        except PackageNotFoundError:
            yield OPTIONAL, name, f"not installed; {use}"


def _installed(name: str, versions: str) -> tuple[str, str]:
    from packaging.specifiers import SpecifierSet

    install = f"pip install '{name}{versions}'"
    try:
        found = version(name)
    except PackageNotFoundError:
        return MISSING, f"not installed: {install}"
    if name == published.KIT:
        return OK, f"{found} in {PACKAGE.parent}"
    if SpecifierSet(versions).contains(found, prereleases=True):
        return OK, found
    return MISSING, f"{found} is installed, and the course needs {versions}: {install}"


def _needed_by_others() -> Iterator[Finding]:
    """Yields the packages that those of the course need and that are missing, too old or too new."""
    from packaging.requirements import Requirement

    own = requirements()
    waiting, seen, told = list(own), set(own), set()
    while waiting:
        needing = waiting.pop()
        try:
            declared = importlib.metadata.requires(needing) or [] if needing != published.KIT else []
        except PackageNotFoundError:
            continue
        for one in map(Requirement, declared):
            if one.marker is not None and not one.marker.evaluate({"extra": ""}):
                continue
            name = one.name.lower().replace("_", "-").replace(".", "-")
            state, text = _installed(name, str(one.specifier))
            if state == MISSING and name not in told and name not in own:
                told.add(name)
                yield MISSING, name, text.replace("the course needs", f"{needing} needs")
            if name not in seen:
                seen.add(name)
                waiting.append(name)


def _panel() -> Iterator[Finding]:
    """Yields whether a Jupyter that the user starts by hand has both parts of the panel, and neither is turned off."""
    from jupyter_core.paths import jupyter_config_path, jupyter_path
    from jupyter_server.extension.config import ExtensionConfigManager
    from jupyterlab_server.config import get_federated_extensions, get_page_config

    extensions = ExtensionConfigManager(read_config_path=jupyter_config_path()).get_jpserver_extensions()
    server_part_on = extensions.get(SERVER_PART)
    by_hand = "in a Jupyter that you start by hand"
    if server_part_on is None:
        yield OPTIONAL, "panel", f"{by_hand}, its server part {SERVER_PART} is not known"
    elif not server_part_on:
        text = f"{by_hand}, its server part is off; turn it on: jupyter server extension enable {SERVER_PART}"
        yield OPTIONAL, "panel", text
    folders = jupyter_path("labextensions")
    disabled = get_page_config(folders).get("disabledExtensions", [])
    if PANEL not in get_federated_extensions(folders):
        yield OPTIONAL, "panel", f"{by_hand}, JupyterLab does not find it, {PANEL}"
    elif any(name.partition(":")[0] == PANEL for name in disabled):
        yield OPTIONAL, "panel", f"{by_hand}, it is off; turn it on: jupyter labextension enable {PANEL}"


def _server() -> Iterator[Finding]:
    """Yields how far a server and a kernel come that are started as `cs231n learn` starts them, in an empty folder."""
    status, said, complaints = _try()
    steps = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    for step in steps:
        yield OK if step["works"] else MISSING, step["name"], _one_line(step["details"])
    if not steps or (steps[-1]["name"] not in ("kernel", "error") and steps[-1]["works"]):
        reason = _last_complaint(complaints) or f"it ended with status {status}"
        yield MISSING, "kernel" if steps else "server", f"does not start: {reason}"


def _settings() -> Iterator[Finding]:
    """Yields what the user has set for Jupyter servers, and whether one of their own would start with it."""
    from cs231n_course.learn.settings import learner_settings

    paths = learner_settings()
    if not paths:
        yield OK, "settings", "you have none for Jupyter's server; `cs231n learn` brings its own"
        return
    status, said, complaints = _try("--own")
    unread = {match[1].strip(): True for match in BAD_FILE.finditer(complaints)}
    for path in paths:
        text = f"{path}: `cs231n learn` does not read it, only a Jupyter that you start yourself"
        yield OPTIONAL, "settings", f"{text}, and that can't read it" if str(path) in unread else text
    if '"own settings"' not in said:
        reason = _last_complaint(complaints) or f"it ended with status {status}"
        yield OPTIONAL, "settings", f"with them, `jupyter lab` in the course's folder does not start: {reason}"


def _try(*own: str) -> tuple[int, str, str]:
    """Returns the exit status of a trial, what it wrote to stdout, and what to stderr."""
    with tempfile.TemporaryDirectory(prefix="cs231n-trial-", ignore_cleanup_errors=True) as folder:
        command = [sys.executable, "-P", "-m", "cs231n_course.learn.trial", *own, folder]
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, errors="backslashreplace", timeout=TRIAL_TIME, check=False
            )
        except subprocess.TimeoutExpired as error:
            said = (error.stdout or b"").decode(errors="replace")
            return 124, said, f"it took longer than {TRIAL_TIME:.0f} seconds"
    return done.returncode, done.stdout, done.stderr


def _last_complaint(log: str) -> str:
    """Returns the last thing that Jupyter or Python complained of, without the time and the name before it."""
    lines = [line for line in log.splitlines() if line.strip() and not line.startswith((" ", "[I "))]
    return _one_line(PROBLEMS.sub(r"\1", lines[-1])) if lines else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())[:400]


def _blas() -> Iterator[Finding]:
    try:
        import numpy as np

        blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
    except Exception as error:
        yield MISSING, "BLAS", f"NumPy does not load: {error}"
        return
    name = f"{blas.get('name', 'unknown')} {blas.get('version', '')}".strip()
    yield OK, "BLAS", f"{name}; {_threads()} on {os.cpu_count()} CPUs"


def _threads() -> str:
    try:
        from threadpoolctl import threadpool_info

        counts = [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]
    except ImportError:
        counts = []
    return f"{counts[0]} threads" if counts else "threads unknown"


def _gpu() -> Iterator[Finding]:
    if importlib.util.find_spec("cupy") is None:
        driver = shutil.which("nvidia-smi") is not None
        text = f"an NVIDIA driver is here: {CUPY}" if driver else "no NVIDIA driver"
        yield OPTIONAL, "GPU", f"CuPy is not installed; {text}. The course runs on the CPU."
        return
    try:
        import cupy

        name = cupy.cuda.runtime.getDeviceProperties(0)["name"].decode()
        cupy.arange(3).sum()
        yield OK, "GPU", f"{name}, CuPy {cupy.__version__}"
    except Exception as error:
        yield OPTIONAL, "GPU", f"CuPy is installed but finds no GPU that works ({error}). The course runs on the CPU."


def _browser() -> Iterator[Finding]:
    from_environment = os.environ.get("CS231N_CHROMIUM")
    paths = [from_environment] if from_environment else [shutil.which(name) for name in BROWSERS]
    path = next((path for path in paths if path and Path(path).exists()), None)
    if path:
        yield OK, "browser", f"{path} (for the browser tests)"
    else:
        yield OPTIONAL, "browser", "no Chromium; only the browser tests need it. CS231N_CHROMIUM can name one."


def _data() -> Iterator[Finding]:
    try:
        yield OK, "chapters", f"{len(chapter_paths())} in {chapter_paths()[0].parent}"
    except (OSError, IndexError) as error:
        yield MISSING, "chapters", str(error)
    spec = importlib.util.find_spec("sklearn")
    photographs = Path(spec.origin).parent / "datasets" / "images" if spec and spec.origin else None
    if photographs and len(list(photographs.glob("*.jpg"))) >= 2:
        yield OK, "photographs", "scikit-learn's two"
    else:
        yield MISSING, "photographs", "scikit-learn's photographs china.jpg and flower.jpg are not where they should be"
    folder = os.environ.get("CS231N_DATA")
    if not folder:
        yield OPTIONAL, "CS231N_DATA", "not set; the course brings what it needs"
    elif Path(folder).is_dir():
        yield OK, "CS231N_DATA", folder
    else:
        yield OPTIONAL, "CS231N_DATA", f"{folder} is not a folder"


def _protections() -> Iterator[Finding]:
    """Yields what answers are kept from while they are graded, as tried here, and what they are not."""
    lacks = confine.missing()
    for sentence in lacks:
        yield OPTIONAL, "grader", f"not protected: {sentence}"
    if confine.turned_off():
        return
    if not CAN_FORK:
        yield OPTIONAL, "grader", "limits on time and output, none on memory; what is expected could be read in memory"
        return
    if trouble := confine.trial():
        yield MISSING, "grader", f"answers can't be confined here: {trouble}"
    elif not lacks:
        someone = "as another user, " if os.geteuid() == 0 else ""
        limits = "limits on time, memory and output"
        yield OK, "grader", f"answers run {someone}without your files, the network and other processes; {limits}"
