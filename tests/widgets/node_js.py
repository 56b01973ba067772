"""Run JavaScript modules of the widgets under node, for comparison with Python."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "widgets" / "js"
sys.path.insert(0, str(ROOT / "tools"))
import node_tool  # noqa: E402


def find_node():
    """Return the path of node; without it skip the test, or fail it in CI."""
    try:
        return str(node_tool.find_node()[0])
    except node_tool.NoTools as error:
        message = f"the tests of the widgets' JavaScript need node: {error}"
        return pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)


def run_script(arguments, payload):
    """Run node with these arguments and the payload as JSON on its stdin; return what it writes, read as JSON."""
    command, text = [find_node(), *map(str, arguments)], json.dumps(payload)
    done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def run_node(module, body, payload):
    """Run `body`, which sees the module's exports as `m` and the payload as `given`; return what it returns."""
    script = (
        f"import * as m from {json.dumps(Path(module).resolve().as_uri())};"
        "let text = ''; for await (const part of process.stdin) text += part;"
        f"const given = JSON.parse(text); const run = () => {{ {body} }};"
        "process.stdout.write(JSON.stringify(await run()));"
    )
    return run_script(["--input-type=module", "-e", script], payload)
