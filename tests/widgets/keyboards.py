"""What keys type on the keyboards of the world, read from the layout tables that X11 and Wayland use (xkb-data)."""

import os
import re
from pathlib import Path

import pytest

TABLES = Path("/usr/share/X11/xkb/symbols")
COMMENT = re.compile(r"//.*")
LAYOUT = re.compile(r'xkb_symbols\s+"([^"]+)"\s*\{(.*?)\n\s*\};', re.DOTALL)
INCLUDE = re.compile(r'(?:include|augment|override|replace)\s+"([^"]+)"')
KEY = re.compile(r"key\s*<(\w+)>\s*\{(.*?)\}\s*;", re.DOTALL)
SYMBOLS = re.compile(r"(?:symbols\[Group1\]\s*=\s*)?\[([^\]]*)\]")
TYPES_NOTHING = re.compile(r"NoSymbol|VoidSymbol|F\d+|XF86\w+|SunProps|SunFront|Undo|Redo|\w*Switch_VT_\d+")
FUNCTION_KEY = re.compile(r"F\d+")
ALT, SHIFT = {"Alt"}, {"Shift"}


def layouts():
    """Give {layout: {key: its symbols, by level}}: "fr(mac)": {"AC09": ["l", "L", "notsign", "bar"], ...}.

    Level 1 is the key alone, 2 with Shift, 3 with AltGr or a Mac's Option, 4 with both.
    """
    if not TABLES.is_dir():
        reason = f"{TABLES} is not there. Install xkb-data, which comes with Chromium."
        if os.environ.get("CI"):
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    own, included = {}, {}
    for path in sorted(path for path in TABLES.rglob("*") if path.is_file()):
        file = path.relative_to(TABLES).as_posix()
        for variant, body in LAYOUT.findall(COMMENT.sub("", path.read_text(encoding="utf-8"))):
            layout = f"{file}({variant})"
            own.setdefault(file, {})  # the file's first layout is what its bare name includes
            included.setdefault(file, [layout])
            included[layout] = [name for names in INCLUDE.findall(body) for name in re.split(r"[+|]", names)]
            own[layout] = {
                key: [symbol.strip() for symbol in symbols[1].split(",")]
                for key, definition in KEY.findall(body)
                if (symbols := SYMBOLS.search(re.sub(r"type(\[\w+\])?\s*=\s*\S+", "", definition)))
            }

    def keys_of(layout):
        """Give a layout's keys: those of what it includes, level by level, under its own."""
        name = re.sub(r":\d+$", "", layout)
        keys = {}
        for part in [*map(keys_of, included.get(name, [])), own.get(name, {})]:
            for key, symbols in part.items():
                rest = keys.get(key, [])[len(symbols) :]
                keys[key] = [*symbols, *rest]
        return keys

    return {layout: keys_of(layout) for layout in own if "(" in layout}


def typed(chord, layouts):
    """Give {layout: symbol} where a chord of JupyterLab, such as "Alt Shift L", types a character."""
    *modifiers, key = chord.split()
    if set(modifiers) & {"Ctrl", "Accel", "Cmd"} and not set(modifiers) & ALT:
        return {}
    level = (2 if set(modifiers) & ALT else 0) + (1 if set(modifiers) & SHIFT else 0)
    found = {}
    for layout, keys in layouts.items():
        for name, symbols in keys.items():
            is_key = (
                name == f"FK{int(key[1:]):02}" if FUNCTION_KEY.fullmatch(key) else symbols[0].lower() == key.lower()
            )
            if is_key and level < len(symbols) and not TYPES_NOTHING.fullmatch(symbols[level]):
                found[layout] = symbols[level]
    return found
