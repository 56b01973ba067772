"""Translate the kit's arithmetic of sizes into JavaScript, so that the widgets keep no arithmetic of their own.

python tools/sizing_js.py            write widgets/js/sizing.js and widgets/js/sizing_search.js
python tools/sizing_js.py --check    fail if a committed file differs
"""

import argparse
import ast
import sys
from pathlib import Path

from python_js import Translator, Untranslatable

ROOT = Path(__file__).resolve().parents[1]
SOURCES = {"sizing": ROOT / "cs231n_kit", "sizing_search": ROOT / "widgets" / "cs231n_widgets"}
TARGETS = ROOT / "widgets" / "js"
# Functions of sizing.py that take pairs and arrays of shapes.
LEAVE_OUT = frozenset(("whole", "pair", "sides", "conv_shape", "as_volume", "check_filters", "check_gradient"))

HEADERS = {
    "sizing": "// Made by tools/sizing_js.py from cs231n_kit/sizing.py, which chapter 02 makes: edit the chapter.\n",
    "sizing_search": "// Made by tools/sizing_js.py from cs231n_widgets/sizing_search.py: edit that.\n",
}


def translate(source, leave_out=LEAVE_OUT):
    """Translate Python source text into the text of an ES module."""
    return Translator(ast.parse(source), leave_out).module()


def translate_all():
    """Translate the modules, each of which may import from those before it: {name: text}."""
    texts, done = {}, {}
    for name, folder in SOURCES.items():
        tree = ast.parse((folder / f"{name}.py").read_text(encoding="utf-8"))
        try:
            done[name] = Translator(tree, LEAVE_OUT, done)
            texts[name] = f"{HEADERS[name]}\n{done[name].module()}"
        except Untranslatable as error:
            raise SystemExit(f"sizing_js: {name}.py, {error}") from None
    return texts


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a committed file differs")
    args = parser.parse_args(argv)
    stale = []
    for name, text in translate_all().items():
        target = TARGETS / f"{name}.js"
        if not args.check:
            target.write_text(text, encoding="utf-8")
        elif not (target.exists() and target.read_text(encoding="utf-8") == text):
            stale.append(target.name)
    if stale:
        print(f"sizing_js: {', '.join(stale)} out of date: run python tools/sizing_js.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
