"""What the course finds around itself and mends before it does anything: home, temporary and current folder, limits.

Nothing here is about notebooks. `mend` is called once by the command line; what it changes holds for this process and
for all that it starts. Modules are imported where they are needed, for a file of the user's may hide one of them.
"""

import os
import sys
from pathlib import Path

# Packages that notebooks and the course import, besides Python's own: a file of such a name hides them.
PACKAGES = (
    *("IPython", "anywidget", "ipykernel", "ipywidgets", "jupyter_client", "jupyter_core", "jupyter_server"),
    *("jupyterlab", "matplotlib", "nbclient", "nbformat", "nbval", "notebook", "numpy", "packaging", "psutil"),
    *("pytest", "sklearn", "tornado", "tqdm", "traitlets", "zmq"),
)
FEW_FILES = 200  # a kernel in a server does not start with so few
FEW_FILES_NOTE = "Only {limit} files may be open at once, too few for Jupyter: `ulimit -n 4096` before, if you may."
HOME_NOTE = "Your home folder, {home}, can't be written to; what Jupyter keeps there is kept only until this ends."
NO_HOME_NOTE = "You have no home folder; what Jupyter keeps there is kept only until this ends."


class SurroundingsError(Exception):
    """Says, for the person at the keyboard, why nothing can be done here and what to try."""


def mend() -> list[str]:
    """Makes the best of what the process was started with. Returns what the user should know of it.

    Raises SurroundingsError if there is no folder to work in, or none for temporary files.
    """
    _show_no_warnings()
    skip_grammar()
    _require_temporary_folder()
    return [note for note in (_too_few_files(), _mend_home()) if note]


def skip_grammar() -> None:
    """Keep jsonschema from compiling a grammar of addresses, which takes a second or two. Nothing here checks them."""
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def require_current_folder() -> None:
    """Raises SurroundingsError if the folder that the terminal is in has been deleted."""
    try:
        Path.cwd()
    except OSError:
        raise SurroundingsError(
            "The folder that this terminal is in is gone: deleted, moved or renamed. `cd` to another, and try again."
        ) from None


def can_write(folder: Path) -> bool:
    """Returns whether files can be made in a folder, or in the folder where it would be made."""
    while not os.path.lexists(folder) and folder != folder.parent:
        folder = folder.parent
    import tempfile

    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def temporary_folder(prefix: str) -> Path:
    """Returns a new folder that is removed when the process ends."""
    import atexit
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix=prefix))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def shadows(folders: list[str]) -> list[Path]:
    """Returns what stands in some folders and hides a module of Python, or one of PACKAGES, from `import`."""
    import sysconfig

    own = {Path(sysconfig.get_path(name)).resolve() for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    own |= {one / "lib-dynload" for one in own} | {Path(__file__).resolve().parent.parent}
    found = []
    for folder in map(Path, dict.fromkeys(folders)):
        if folder.is_dir() and folder.resolve() not in own:
            modules = [*folder.glob("*.py"), *(path.parent for path in folder.glob("*/__init__.py"))]
            found += [path for path in sorted(modules) if path.stem in sys.stdlib_module_names.union(PACKAGES)]
    return found


def _show_no_warnings() -> None:
    """Lets warnings be what they are by default: PYTHONWARNINGS=error would make errors of those of Jupyter."""
    if "error" in os.environ.get("PYTHONWARNINGS", ""):
        del os.environ["PYTHONWARNINGS"]
    if any(option.startswith("error") for option in sys.warnoptions):
        import warnings

        sys.warnoptions.clear()
        warnings.resetwarnings()
        warnings.simplefilter("ignore")


def _too_few_files() -> str | None:
    """Returns a note if the system allows too few open files, or None. (Jupyter takes as many as it allows.)"""
    try:
        import resource
    except ImportError:  # not on Windows
        return None
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    return FEW_FILES_NOTE.format(limit=limit) if 0 <= limit < FEW_FILES else None


def _require_temporary_folder() -> None:
    import tempfile

    for name in ("TMPDIR", "TEMP", "TMP"):
        if not _is_utf8(os.environ.get(name, "")):  # sockets can't stand there
            del os.environ[name]
    try:
        folder = tempfile.gettempdir()
    except OSError:
        raise SurroundingsError(
            "There is no folder for temporary files that can be written to. Make room in /tmp, or name another folder "
            "in the environment variable TMPDIR."
        ) from None
    for name in ("TMPDIR", "TEMP", "TMP"):
        if os.environ.get(name):
            os.environ[name] = folder  # where that one can't be used, Python has found another


def _is_utf8(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _mend_home() -> str | None:
    """Gives the process a home folder that can be written to. Returns why it is a temporary one, or None."""
    if os.name != "posix":
        return None
    home = os.environ.get("HOME") or ""
    if not Path(home).is_absolute():
        home = _home_of_user()
    if home and Path(home).is_dir() and can_write(Path(home)):
        os.environ["HOME"] = home
        return None
    os.environ["HOME"] = str(temporary_folder("cs231n-home-"))
    return HOME_NOTE.format(home=home) if home else NO_HOME_NOTE


def _home_of_user() -> str:
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_dir
    except KeyError:  # a user without a name, as in a container
        return ""
