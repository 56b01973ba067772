"""Which Chromium a test or a benchmark starts, and how."""

import os
import shutil
from pathlib import Path

# Quiet and offline: a test page asks nobody for anything.
CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


def find_chromium(playwright):
    """Find a Chromium: $CS231N_CHROMIUM, one on the PATH, or the one that `playwright install` fetched; else None."""
    named = os.environ.get("CS231N_CHROMIUM")
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    candidates = [named] if named else [*map(shutil.which, names), playwright.chromium.executable_path]
    return next((path for path in candidates if path and Path(path).exists()), None)
