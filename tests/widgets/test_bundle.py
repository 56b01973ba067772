"""The bundles are what the sources say, complete, small, and kept to their own kind of widget."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import bundle  # noqa: E402
import node_tool  # noqa: E402

STATIC = bundle.FOLDER / bundle.STATIC
ROOTS = {
    "activation_histograms": "cs-histograms",
    "architecture_builder": "cs-builder",
    "fully_connected_as_convolution": "cs-fcconv",
    "sliding_filter": "cs-sliding",
    "sizing_calculator": "cs-sizing",
    "image_filter": "cs-imagefilter",
    "memory_table": "cs-memory",
    "net_comparison": "cs-nets",
    "pooling": "cs-pooling",
    "pooling_shift": "cs-shift",
    "receptive_field": "cs-receptive",
    "residual_blocks": "cs-blocks",
    "valley": "cs-valley",
    "im2col": "cs-im2col",
    "backprop_convolution": "cs-backprop",
    "training_theatre": "cs-theatre",
}
# Bytes, of those that read specs as the kit does; the table counts memory as the kit does, too.
MOST = {"architecture_builder": 96_000, "memory_table": 134_000, "training_theatre": 112_000}


@pytest.fixture
def no_npm(monkeypatch):
    """Let npm's packages be out of reach."""

    def install(folder):
        raise node_tool.NoTools("there is no network")

    monkeypatch.setattr(node_tool, "install", install)


@pytest.fixture
def npm():
    """Have npm's packages, or skip the test."""
    try:
        node_tool.install()
    except node_tool.NoTools as error:
        pytest.skip(str(error))


@pytest.fixture
def widgets(tmp_path):
    """Return a copy of widgets/, with the packages that are installed in the original."""
    for name in [*bundle.SOURCES, bundle.STATIC, bundle.RECORD, ".npmrc"]:
        copy = shutil.copytree if (bundle.FOLDER / name).is_dir() else shutil.copy
        (tmp_path / name).parent.mkdir(exist_ok=True)
        copy(bundle.FOLDER / name, tmp_path / name)
    if (bundle.FOLDER / "node_modules").exists():
        (tmp_path / "node_modules").symlink_to(bundle.FOLDER / "node_modules")
    return tmp_path


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_is_committed_is_what_the_tool_makes():
    done = subprocess.run([sys.executable, ROOT / "tools/bundle.py", "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_bundle_changed_by_hand_is_found(npm, widgets):
    assert bundle.stale(widgets) == []
    change(widgets / bundle.STATIC / "pooling.css", "cs-choice", "cs-choise")
    (widgets / bundle.STATIC / "old.js").touch()
    assert [name for name, _ in bundle.stale(widgets)] == ["old.js", "pooling.css"]


def test_a_changed_source_is_found(npm, widgets):
    change(widgets / "js/shared/player.js", '"Play"', '"Go"')
    assert [name for name, _ in bundle.stale(widgets)] == [
        "backprop_convolution.js",
        "im2col.js",
        "sliding_filter.js",
    ], "those that use it"


def test_without_npm_the_record_tells(no_npm, widgets, capsys):
    assert bundle.stale(widgets) == []
    assert "the last build's record only: there is no network" in capsys.readouterr().err
    change(widgets / "js/shared/player.js", '"Play"', '"Go"')
    change(widgets / bundle.STATIC / "pooling.css", "cs-choice", "cs-choise")
    found = [("sources", "have changed since the last build"), ("static", "was changed by hand")]
    assert bundle.stale(widgets) == found
    (widgets / bundle.RECORD).unlink()
    assert bundle.stale(widgets) == [(bundle.RECORD, "is missing")]


def test_who_changes_no_widget_needs_no_npm(no_npm):
    assert bundle.main([]) == 0


def test_a_mistake_in_a_source_is_an_error(npm, widgets, capfd):
    change(widgets / "js/pooling/index.js", "class View", "klass View")
    with pytest.raises(bundle.BundleError):
        bundle.stale(widgets)
    assert "js/pooling/index.js" in capfd.readouterr().err


def test_packages_of_another_version_are_not_taken_for_installed(npm, widgets):
    assert node_tool.installed(widgets)
    lock = json.loads((widgets / "package-lock.json").read_text(encoding="utf-8"))
    lock["packages"]["node_modules/esbuild"]["version"] = "0.0.1"
    (widgets / "package-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    assert not node_tool.installed(widgets)


def test_the_lock_file_names_no_registry():
    assert "resolved" not in (bundle.FOLDER / "package-lock.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("widget", ROOTS)
def test_bundles_are_small_and_whole(widget):
    js, css = (STATIC / f"{widget}.{kind}" for kind in ("js", "css"))
    assert js.stat().st_size + css.stat().st_size < MOST.get(widget, 76_000)
    text = js.read_text(encoding="utf-8")
    assert not re.search(r"^\s*import\b|\bimport\(", text, re.MULTILINE)
    assert re.findall(r"^export .*?;", text, re.MULTILINE | re.DOTALL) == [
        f"export {{\n  {widget}_default as default\n}};"
    ]
    assert "<!--" not in text
    assert "</script" not in text.lower()
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


def selectors(css):
    """List the selectors of a style sheet as esbuild writes it, without those inside @keyframes (there are none)."""
    preludes = re.findall(r"^\s*([^\s@{}/][^{};]*) \{$", css, re.MULTILINE)
    return [one.strip() for prelude in preludes for one in prelude.split(",\n")]


@pytest.mark.parametrize(("widget", "root"), ROOTS.items())
def test_a_widget_s_rules_reach_no_other_element(widget, root):
    css = (STATIC / f"{widget}.css").read_text(encoding="utf-8")
    shared, own = css.split(f"/* js/{widget}/style.css */")
    theme = r"(?:html\[data-theme=dark\] |body\[data-jp-theme-light=false\] |body\.vscode-dark )?"
    assert len(selectors(shared)) > 20
    assert [one for one in selectors(shared) if not re.match(theme + r"\.cs-widget\b(?!-)", one)] == []
    assert len(selectors(own)) > 30
    assert [one for one in selectors(own) if not re.match(theme + rf"\.cs-widget\.{root}\b(?!-)", one)] == []
    assert css.count("{") == css.count("}")
    assert "@scope" not in css
    assert " & " not in css


HOT = """
import sys, time
sys.path.insert(0, sys.argv[1])
import cs231n_widgets
from pathlib import Path
widget, told = cs231n_widgets.Pooling(), []
assert cs231n_widgets.__file__.startswith(sys.argv[1])
widget.observe(lambda change: told.append(change["new"]), "_css")
path = Path(cs231n_widgets.__file__).parent / "static" / "pooling.css"
before, until = path.read_text(encoding="utf-8"), time.monotonic() + 60
while not told and time.monotonic() < until:  # the watcher takes a moment to start
    path.write_text(before + "/* new */", encoding="utf-8")
    time.sleep(0.2)
assert told and told[0].endswith("/* new */"), told
"""


def test_an_open_notebook_follows_a_new_bundle(tmp_path):
    shutil.copytree(bundle.FOLDER / "cs231n_widgets", tmp_path / "cs231n_widgets")
    command = [sys.executable, "-c", HOT, str(tmp_path)]
    env = os.environ | {"ANYWIDGET_HMR": "1"}
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
