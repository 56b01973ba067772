"""The texts of the JupyterLab panel, as its TypeScript hands them to JupyterLab's translator."""

import json
import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "widgets" / "labextension" / "src"
TEXT = r'"(?:[^"\\]|\\.)*"'
CALL = re.compile(rf"\btrans\.(?:__\(\s*({TEXT})|_n\(\s*({TEXT}),\s*({TEXT}))")


def sources():
    """Returns the panel's source files."""
    return sorted(path for path in FOLDER.iterdir() if path.suffix in (".ts", ".tsx"))


def panel_texts():
    """Yields each text that is translated: (text, None), or (singular, plural)."""
    for path in sources():
        for text, singular, plural in CALL.findall(path.read_text(encoding="utf-8")):
            yield json.loads(text or singular), json.loads(plural) if plural else None
