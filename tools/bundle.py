"""Join the widgets' sources in widgets/js/ into one self-contained ES module and one style sheet for each widget.

    python tools/bundle.py            write widgets/cs231n_widgets/static/
    python tools/bundle.py --check    fail if a committed file differs

anywidget sends a widget's code as one text, so a bundle has no imports. A source may use `import { a, b } from
"./x.js"`, `export` before a declaration, and, in the entry alone, `export default`. Modules are ordered so that
each stands after those that it imports; nothing is renamed, so two modules may not declare the same name. Comments,
indentation and functions that nobody in the bundle names are left out, nothing else is changed.
"""

import argparse
import re
import sys
from collections import Counter
from pathlib import Path

from scope_css import scoped

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "widgets" / "js"
STATIC = ROOT / "widgets" / "cs231n_widgets" / "static"

# A bundle: the module to begin with, or the style sheets to join.
BUNDLES = {
    "sliding_filter.js": ["sliding_filter.js"],
    "sliding_filter.css": ["widget.css", "controls.css", "cells.css", "sliding_filter.css"],
    "pooling.js": ["pooling.js"],
    "pooling.css": ["widget.css", "controls.css", "cells.css", "pooling.css"],
    "sizing_calculator.js": ["sizing_calculator.js"],
    "sizing_calculator.css": ["widget.css", "controls.css", "sizing_calculator.css"],
    "im2col.js": ["im2col.js"],
    "im2col.css": ["widget.css", "controls.css", "cells.css", "sliding_filter.css", "im2col.css"],
}

IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w./-]+)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?!default\b)", re.MULTILINE)
DECLARED = re.compile(r"^(export )?(?:async )?(?:function\*?|class|const|let) (\w+)", re.MULTILINE)
PIECE = re.compile(r"^(?=(?:async )?function\*? |class |const |let |export default )", re.MULTILINE)
FUNCTION = re.compile(r"(?:async )?function\*? (\w+)")
WORD = re.compile(r"\w+")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
LEFT_OVER = re.compile(r"^\s*(import\b.*|export\b.*)|\bimport\(|<!--|</script", re.MULTILINE | re.IGNORECASE)


class BundleError(Exception):
    """Say which source can't be joined, and why."""


def order(entry, folder, done=None, path=()):
    """List the modules that `entry` needs, itself last, each after its imports: {name: source}."""
    done = {} if done is None else done
    if entry in path:
        raise BundleError(f"{' -> '.join([*path, entry])}: these modules import each other.")
    if entry in done:
        return done
    source = (folder / entry).read_text(encoding="utf-8")
    for names, module in IMPORT.findall(source):
        order(module, folder, done, (*path, entry))
        offered = {name for exported, name in DECLARED.findall(done[module]) if exported}
        missing = {name.strip() for name in names.split(",") if name.strip()} - offered
        if missing:
            raise BundleError(f"{entry}: {module} does not export {', '.join(sorted(missing))}.")
    done[entry] = source
    return done


def join_modules(entry, folder):
    """Join a module and all that it imports into one text without imports."""
    modules, owner, parts = order(entry, folder), {}, []
    for name, source in modules.items():
        for _, declared in DECLARED.findall(source):
            if declared in owner:
                raise BundleError(f"{name} and {owner[declared]} both declare {declared}: rename one.")
            owner[declared] = name
        text = EXPORT.sub("", IMPORT.sub("", source))
        refused = LEFT_OVER.search(text.replace("export default", "") if name == entry else text)
        if refused:
            raise BundleError(f"{name}: '{refused.group().strip()}' can't be bundled.")
        parts += [slim(piece, name) for piece in PIECE.split(text)]
    return header(modules, "//", "") + "".join(prune(parts))


def prune(kept):
    """Leave out the functions that no other piece of the code names: each widget takes what it needs of a module."""
    while True:
        words = Counter(word for piece in kept for word in set(WORD.findall(piece)))
        used = [piece for piece in kept if not (name := FUNCTION.match(piece)) or words[name[1]] > 1]
        if len(used) == len(kept):
            return kept
        kept = used


def slim(source, name):
    """Leave out indentation, blank lines and lines of comment: a page stores the code once for each widget in it."""
    lines = [line.strip() for line in source.splitlines()]
    kept = [line for line in lines if line and not line.startswith("//")]
    for line in kept:
        if line.count("`") % 2:
            raise BundleError(f"{name}: a template text must stand on one line: {line}")
    return "".join(f"{line}\n" for line in kept)


def join_styles(names, folder):
    """Join style sheets in the order given, for one kind of widget: the last sheet's."""
    text = "\n".join((folder / name).read_text(encoding="utf-8") for name in names)
    text = scoped(COMMENT.sub("", text), names[-1].removesuffix(".css").partition("_")[0])
    lines = [line.strip() for line in text.splitlines()]
    return header(names, "/*", " */") + "\n".join(line for line in lines if line) + "\n"


def header(names, begin, end):
    return f"{begin} made by tools/bundle.py from widgets/js/: {', '.join(names)}{end}\n"


def bundle(name, folder=SOURCES):
    """Make the text of one bundle."""
    return join_styles(BUNDLES[name], folder) if name.endswith(".css") else join_modules(BUNDLES[name][0], folder)


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a committed file differs")
    args = parser.parse_args(argv)
    stale = []
    for name in BUNDLES:
        try:
            text, target = bundle(name), STATIC / name
        except (BundleError, OSError) as error:
            print(f"bundle: {name}: {error}", file=sys.stderr)
            return 1
        if args.check and not (target.exists() and target.read_text(encoding="utf-8") == text):
            stale.append(name)
        if not args.check:
            STATIC.mkdir(exist_ok=True)
            target.write_text(text, encoding="utf-8")
    if stale:
        print(f"bundle: {', '.join(stale)} out of date: run python tools/bundle.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
