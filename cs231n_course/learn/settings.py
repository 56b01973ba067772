"""The settings of the Jupyter that `cs231n learn` starts.

It serves one folder to one person on this computer, so what the learner has set for servers of their own (another
folder, a password, another kernel, a disabled extension) is not read: much of it contradicts what the course sets, and
the server would not start. Its kernels start as the grader's do, without the learner's IPython profile. What the
learner has set in JupyterLab itself (theme, shortcuts) is read and kept.
"""

import contextlib
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

from cs231n_course.surroundings import SurroundingsError, can_write, temporary_folder

COURSE_SETTINGS = Path(__file__).parent / "jupyter"  # a folder of Jupyter's settings that comes before all others
# What would lead Jupyter or a kernel elsewhere. CS231N_GRADING: checks run by hand say whether they agree. MPLBACKEND:
# figures are shown in the notebook.
DROPPED = (
    *("CS231N_GRADING", "MPLBACKEND", "PYTHONSTARTUP", "PYTHONOPTIMIZE"),
    *("JUPYTERLAB_DIR", "JUPYTER_NO_CONFIG", "JUPYTER_TOKEN_FILE"),
)


@contextlib.contextmanager
def course_settings() -> Iterator[None]:
    """Let Jupyter find the course's settings instead of the learner's, in this process and in those that it starts.

    Raises SurroundingsError if Jupyter can't be started in this process.
    """
    if sys.flags.optimize > 1:
        raise SurroundingsError(
            "Python runs without the texts that Jupyter needs (PYTHONOPTIMIZE=2, or -OO). `unset PYTHONOPTIMIZE`, and "
            "try again."
        )
    before = dict(os.environ)
    variables = _variables()
    for name in DROPPED:
        os.environ.pop(name, None)
    os.environ |= variables
    try:
        yield
    finally:
        os.environ.clear()
        os.environ |= before


def server_options(folder: Path, path: str, *, browser: bool) -> list[str]:
    """Returns the arguments of a server for a folder, with one page to begin with.

    What hangs together is set together, for the settings of a whole computer are read, too.
    """
    root = str(folder.resolve())
    options = {
        "ServerApp.root_dir": root,
        "ServerApp.preferred_dir": root,
        "FileContentsManager.preferred_dir": root,
        "ServerApp.contents_manager_class": "jupyter_server.services.contents.largefilemanager.AsyncLargeFileManager",
        "ServerApp.ip": "127.0.0.1",
        "ServerApp.port": _free_port(),  # for of port 0 older servers print a URL that says 0
        "ServerApp.port_retries": 50,
        "ServerApp.sock": "",
        "ServerApp.base_url": "/",
        "ServerApp.certfile": "",
        "ServerApp.keyfile": "",
        "ServerApp.client_ca": "",
        "ServerApp.identity_provider_class": "jupyter_server.auth.identity.PasswordIdentityProvider",
        "PasswordIdentityProvider.hashed_password": "",
        "PasswordIdentityProvider.password_required": False,
        "ServerApp.answer_yes": True,
        "ServerApp.open_browser": browser,
        "ServerApp.allow_root": hasattr(os, "geteuid") and os.geteuid() == 0,
        "LabApp.default_url": f"/{path}",
        "LabApp.dev_mode": False,
        "LabApp.news_url": None,
        "LabApp.check_for_updates_class": "jupyterlab.handlers.announcements.NeverCheckForUpdate",
        "MultiKernelManager.default_kernel_name": "python3",
    }
    return [f"--{name}={value}" for name, value in options.items()]


def _free_port() -> int:
    """Returns a port of this computer that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]


def learner_settings() -> list[Path]:
    """Returns the learner's own files of settings for Jupyter's server, which a course's server does not read."""
    from jupyter_core.paths import jupyter_config_dir

    folders = [jupyter_config_dir(), *filter(None, os.environ.get("JUPYTER_CONFIG_PATH", "").split(os.pathsep))]
    names = [f"jupyter_{app}_config.{ending}" for app in ("server", "lab", "notebook") for ending in ("py", "json")]
    names = ["jupyter_config.py", "jupyter_config.json", *names, "labconfig/page_config.json"]
    paths = [Path(folder, name) for folder in dict.fromkeys(folders) for name in names]
    return [path for path in paths if os.path.lexists(path)]


def _variables() -> dict[str, str]:
    """Returns the environment variables that tell Jupyter and its kernels where things are."""
    from jupyter_core.paths import jupyter_config_dir, jupyter_data_dir

    data, config = jupyter_data_dir(), jupyter_config_dir()
    own = Path(data, "cs231n")
    if not can_write(own):
        own = temporary_folder("cs231n-jupyter-")
    kept = {
        "JUPYTERLAB_SETTINGS_DIR": os.environ.get("JUPYTERLAB_SETTINGS_DIR") or f"{config}/lab/user-settings",
        "JUPYTERLAB_WORKSPACES_DIR": os.environ.get("JUPYTERLAB_WORKSPACES_DIR") or f"{config}/lab/workspaces",
        "JUPYTER_DATA_DIR": data,
    }
    variables = {name: path if can_write(Path(path)) else str(own / name) for name, path in kept.items()}
    if not all(map(can_write, _matplotlib_folders())):
        variables["MPLCONFIGDIR"] = str(own / "matplotlib")
    shared = [str(Path(sys.prefix, "share", "jupyter")), os.environ.get("JUPYTER_PATH", "")]
    return variables | {
        "JUPYTER_CONFIG_DIR": str(own / "config"),
        "JUPYTER_CONFIG_PATH": str(COURSE_SETTINGS),
        "JUPYTER_RUNTIME_DIR": str(own / "runtime"),
        "IPYTHONDIR": str(own / "ipython"),
        "MATPLOTLIBRC": os.devnull,
        "JUPYTER_PATH": os.pathsep.join(
            filter(None, shared)
        ),  # the kernel and the panel of this installation come first
    }


def _matplotlib_folders() -> list[Path]:
    """Returns where matplotlib keeps its settings and what it knows of fonts."""
    if os.environ.get("MPLCONFIGDIR"):
        return [Path(os.environ["MPLCONFIGDIR"])]
    config, cache = (os.environ.get(name) for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME"))
    return [Path(config or Path.home() / ".config"), Path(cache or Path.home() / ".cache")]
