"""Settings of every pytest run in this checkout, also of `pytest --nbval chapters`."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parent

# A check that is run by hand says at once whether it agrees; while a chapter is tested, only its values count.
os.environ.setdefault("CS231N_GRADING", "1")


def pytest_configure(config):
    """While nbval runs the chapters, compare all that they store with what it sees."""
    if config.getoption("nbval", default=False):
        sys.path.insert(0, str(ROOT / "tools"))
        from stored_outputs import StoredOutputsPlugin

        config.pluginmanager.register(StoredOutputsPlugin(ROOT / "chapters"))
