"""Bundle the widgets: esbuild makes one ES module and one style sheet of each folder in widgets/js/.

    python tools/bundle.py            write widgets/cs231n_widgets/static/
    python tools/bundle.py --watch    write again at every change: with ANYWIDGET_HMR=1, an open notebook follows
    python tools/bundle.py --check    fail if a committed bundle is not what its sources make

How esbuild is called stands in widgets/package.json, as the script `build`.
The bundles are committed, so that only who changes a widget needs node and npm: nothing is built where sources and
bundles are those of the last build, which widgets/bundle.json records. --check builds again and compares byte for byte
where npm's packages are there or can be had, else it goes by that record.
"""

import argparse
import contextlib
import hashlib
import json
import sys
import tempfile
from pathlib import Path

import node_tool
from node_tool import FOLDER

STATIC = Path("cs231n_widgets", "static")
RECORD = "bundle.json"
# What decides what the bundles are.
SOURCES = ["package.json", "package-lock.json", "js"]


class BundleError(Exception):
    """Says that esbuild found a mistake; esbuild itself has told where."""


def digest(folder, names):
    """Return one SHA-256 of all files in some files and folders, their names included."""
    paths = [path for name in names for path in (sorted((folder / name).rglob("*")) or [folder / name])]
    files = {path.relative_to(folder).as_posix(): path for path in paths if path.is_file()}
    parts = [f"{name} {hashlib.sha256(path.read_bytes()).hexdigest()}" for name, path in files.items()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def record(folder=FOLDER):
    """Return what the bundles are made from and what they hold, each as one digest."""
    return {"sources": digest(folder, SOURCES), "static": digest(folder, [STATIC])}


def build(folder, *options):
    """Write all bundles of a folder like widgets/, with more options for esbuild. Raises BundleError and NoTools."""
    node_tool.install(folder)
    _, npm = node_tool.find_node()
    done = node_tool.run([*npm, "run", "--silent", "build", "--", *options], cwd=folder)
    if done.returncode:
        raise BundleError("esbuild failed")


def stale(folder=FOLDER):
    """Return the names of the bundles that are not what the sources make, as (name, why). Raises BundleError."""
    with tempfile.TemporaryDirectory() as fresh:
        try:
            build(folder, f"--outdir={fresh}")
        except node_tool.NoTools as error:
            print(f"bundle: compared with the last build's record only: {error}", file=sys.stderr)
            return stale_by_record(folder)
        texts, committed = (
            {path.name: path.read_bytes() for path in Path(at).iterdir()} for at in (fresh, folder / STATIC)
        )
    names = sorted(texts.keys() | committed.keys())
    found = [(name, "is not what its sources make") for name in names if texts.get(name) != committed.get(name)]
    return found or stale_by_record(folder)


def stale_by_record(folder=FOLDER):
    """Return what the record of the last build says against the sources or the bundles, as (name, why)."""
    try:
        known = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return [(RECORD, "is missing")]
    now = record(folder)
    reasons = {"sources": "have changed since the last build", "static": "was changed by hand"}
    return [(part, reason) for part, reason in reasons.items() if known.get(part) != now[part]]


def main(argv=None):
    """Build, or check that building would change nothing; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a committed bundle differs")
    parser.add_argument("--watch", action="store_true", help="write, and write again at every change of a source")
    args = parser.parse_args(argv)
    try:
        if args.check:
            found = stale()
            for name, reason in found:
                print(f"bundle: {name} {reason}: run python tools/bundle.py", file=sys.stderr)
            return 1 if found else 0
        if args.watch:
            with contextlib.suppress(KeyboardInterrupt):
                build(FOLDER, "--watch")
        elif stale_by_record():
            build(FOLDER)
    except (BundleError, node_tool.NoTools) as error:
        print(f"bundle: {error}", file=sys.stderr)
        return 1
    (FOLDER / RECORD).write_text(json.dumps(record(), indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
