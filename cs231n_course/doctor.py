"""Print what is installed, what is missing, and what that means for the course."""

import importlib.util
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from cs231n_course.notebooks.paths import chapter_paths
from cs231n_course.sandbox.fork_server import CAN_FORK

OLDEST_PYTHON = (3, 11)
REQUIRED = (
    "cs231n-kit numpy jupyterlab notebook ipykernel ipywidgets anywidget matplotlib scikit-learn nbformat nbval pytest"
)
USEFUL = {"torch": "the kernels are compared with it where it is installed", "playwright": "the browser tests need it"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PANEL, SERVER_PART = "cs231n-kit", "cs231n_course.server"
OK, MISSING, OPTIONAL = "ok", "MISSING", "note"
Finding = tuple[str, str, str]  # OK, MISSING or OPTIONAL; what it is about; the details


def print_findings() -> int:
    """Print all findings. Returns the exit status, 1 if something is missing that the course needs."""
    findings = [*_python(), *_packages(), *_panel(), *_blas(), *_gpu(), *_browser(), *_data(), *_protections()]
    for state, name, text in findings:
        print(f"{state:<8}{name:<16}{text}")
    missing = [name for state, name, _ in findings if state == MISSING]
    print()
    if missing:
        print(f"Missing: {', '.join(missing)}. Install the course again in a fresh environment: pip install cs231n-kit")
        return 1
    print("Nothing that the course needs is missing.")
    return 0


def _python() -> Iterator[Finding]:
    state = OK if sys.version_info >= OLDEST_PYTHON else MISSING
    yield state, "Python", f"{platform.python_version()} ({sys.executable}), {platform.system()} {platform.machine()}"


def _packages() -> Iterator[Finding]:
    for name in REQUIRED.split():
        try:
            yield OK, name, version(name)
        except PackageNotFoundError:
            yield MISSING, name, "not installed"
    for name, use in USEFUL.items():
        try:
            yield OK, name, version(name)
        except PackageNotFoundError:
            yield OPTIONAL, name, f"not installed; {use}"


def _panel() -> Iterator[Finding]:
    """Yields whether Jupyter has both parts of the panel, and neither is turned off."""
    from jupyter_core.paths import jupyter_config_path, jupyter_path
    from jupyter_server.extension.config import ExtensionConfigManager
    from jupyterlab_server.config import get_federated_extensions, get_page_config

    extensions = ExtensionConfigManager(read_config_path=jupyter_config_path()).get_jpserver_extensions()
    server_part_on = extensions.get(SERVER_PART)
    if server_part_on is None:
        yield MISSING, "panel", f"Jupyter does not know its server part, {SERVER_PART}"
    elif not server_part_on:
        yield MISSING, "panel", f"its server part is off; turn it on: jupyter server extension enable {SERVER_PART}"
    folders = jupyter_path("labextensions")
    disabled = get_page_config(folders).get("disabledExtensions", [])
    if PANEL not in get_federated_extensions(folders):
        yield MISSING, "panel", f"JupyterLab does not find it, {PANEL}"
    elif any(name.partition(":")[0] == PANEL for name in disabled):
        yield MISSING, "panel", f"it is off; turn it on: jupyter labextension enable {PANEL}"
    elif server_part_on:
        yield OK, "panel", "JupyterLab and Jupyter Server have it"


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
        text = (
            "an NVIDIA driver is here: pip install 'cs231n-kit[cuda12]' or [cuda13]" if driver else "no NVIDIA driver"
        )
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
    limits = "time and output limits"
    if not CAN_FORK:
        lacks = "no memory limit, and an answer could read the grader's memory"
        yield OPTIONAL, "grader", f"{limits}, a process for each exercise; on {platform.system()} {lacks}"
    elif os.geteuid() == 0:
        yield OPTIONAL, "grader", f"{limits}, memory limit; run as root, so an answer could read the grader's memory"
    else:
        text = f"{limits}, memory limit, a process for each exercise, the grader's memory hidden from answers; "
        text += "the files of this account are not"
        yield OK, "grader", text
