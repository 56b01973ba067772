"""What the course finds around itself and mends before it does anything: home, temporary and current folder, limits.

Nothing here is about notebooks. `mend` is called once by the command line; what it changes holds for this process and
for all that it starts.
"""

import atexit
import os
import shutil
import sys
import sysconfig
import tempfile
import warnings
from pathlib import Path

OPEN_FILES = 4096  # that a server with a few kernels may need
HOME_NOTE = "Your home folder, {home}, can't be written to; what Jupyter keeps there is kept only until this ends."
NO_HOME_NOTE = "You have no home folder; what Jupyter keeps there is kept only until this ends."


class SurroundingsError(Exception):
    """Says, for the person at the keyboard, why nothing can be done here and what to try."""


def mend() -> str | None:
    """Makes the best of what the process was started with. Returns what the user should know of it, or None.

    Raises SurroundingsError if there is no folder to work in, or none for temporary files.
    """
    _show_no_warnings()
    _allow_open_files()
    _require_temporary_folder()
    return _mend_home()


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
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def temporary_folder(prefix: str) -> Path:
    """Returns a new folder that is removed when the process ends."""
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def shadows(folders: list[str], packages: set[str]) -> list[Path]:
    """Returns the files in some folders that hide a module of Python, or one of these packages, from `import`."""
    names = sys.stdlib_module_names | packages
    own = {Path(sysconfig.get_path(name)).resolve() for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    found = []
    for folder in map(Path, dict.fromkeys(folders)):
        try:
            if folder.is_dir() and not any(folder.resolve().is_relative_to(one) for one in own):
                found += [path for path in sorted(folder.glob("*.py")) if path.stem in names]
        except OSError:
            continue
    return found


def _show_no_warnings() -> None:
    """Lets warnings be what they are by default: PYTHONWARNINGS=error would make errors of those of Jupyter."""
    if "error" in os.environ.get("PYTHONWARNINGS", ""):
        del os.environ["PYTHONWARNINGS"]
    if any(option.startswith("error") for option in sys.warnoptions):
        sys.warnoptions.clear()
        warnings.resetwarnings()
        warnings.simplefilter("ignore")


def _allow_open_files() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _require_temporary_folder() -> None:
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
