"""What the panel shares with the server, JupyterLab and the widgets, and that its bundle is what the sources build."""

import json
import os
import re
import shutil
import sys
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints, is_typeddict

import pytest
from node_js import find_node
from panel_texts import panel_texts, sources

from cs231n_course.server import types

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
import labextension
from keyboards import layouts, typed

SOURCES = labextension.FOLDER / "src"

INTERFACE = re.compile(r"^export interface I(\w+) \{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
FIELD = re.compile(r"^  (\w+): (.+);$", re.MULTILINE)
ALIAS = re.compile(r"^export type (\w+) = (.+);$", re.MULTILINE)
NAMES = {str: "string", bool: "boolean", int: "number", float: "number", type(None): "null"}
# These never leave the server, its workers and its files.
OF_THE_SERVER = {"Record", "StateContent", "WorkerSetup", "WorkerJob", "WorkerExerciseEvent", "WorkerDoneEvent"}


def as_typescript(hint):
    """Returns a type of Python as TypeScript writes it."""
    parts = get_args(hint)
    if get_origin(hint) is Literal:
        return " | ".join(json.dumps(value) for value in parts)
    if get_origin(hint) is list:
        return f"{as_typescript(parts[0])}[]"
    if parts:
        return " | ".join(map(as_typescript, parts))
    return f"I{hint.__name__}" if is_typeddict(hint) else NAMES[hint]


def test_panel_and_server_have_the_same_types():
    source = (SOURCES / "types.ts").read_text(encoding="utf-8")
    aliases = dict(ALIAS.findall(source))
    in_panel = {
        name: {field: aliases.get(kind, kind) for field, kind in FIELD.findall(body)}
        for name, body in INTERFACE.findall(source)
    }
    in_server = {
        name: {field: as_typescript(hint) for field, hint in get_type_hints(one).items()}
        for name, one in vars(types).items()
        if is_typeddict(one) and name not in OF_THE_SERVER
    }
    assert in_panel == in_server
    assert aliases["CheckEvent"] == as_typescript(types.CheckEvent)
    assert len(in_panel) > 10


def shortcuts(schema):
    """List the shortcuts of a settings schema, as sorted keys."""
    given = json.loads(schema.read_text(encoding="utf-8")).get("jupyter.lab.shortcuts", [])
    kinds = ("keys", "macKeys", "winKeys", "linuxKeys")
    chords = [" ".join(one[kind]) for one in given for kind in kinds if one.get(kind)]
    return {tuple(sorted(chord.split())) for chord in chords}


def test_no_shortcut_collides_with_jupyterlab_or_notebook():
    schemas = Path(sys.prefix) / "share" / "jupyter" / "lab" / "schemas"
    theirs = set().union(*map(shortcuts, schemas.glob("**/*.json")))
    ours = shortcuts(labextension.FOLDER / "schema" / "plugin.json")
    assert len(theirs) > 100
    assert len(ours) == 4
    assert not ours & theirs


def test_no_shortcut_types_a_character_on_any_keyboard():
    known = layouts()
    schema = json.loads((labextension.FOLDER / "schema" / "plugin.json").read_text(encoding="utf-8"))
    (chords,) = zip(*(one["keys"] for one in schema["jupyter.lab.shortcuts"]), strict=True)
    assert [(chord, found) for chord in chords if (found := typed(chord, known))] == []
    theirs = {"fr(mac)": "bar", "macintosh_vndr/fr(extended)": "bar", "pl(basic)": "Lstroke", "es(mac)": "Lstroke"}
    assert theirs.items() <= typed("Alt Shift L", known).items()
    assert {"fr(mac)", "pl(basic)", "de(basic)", "es(basic)", "es(mac)"} <= typed("Alt E", known).keys()
    assert sum("FK08" in keys for keys in known.values()) > 10  # where a layout says what F8 is


def test_every_text_can_be_translated_by_those_who_have_only_the_source():
    calls = sum(len(re.findall(r"\btrans\.(?:__|_n)\(", path.read_text(encoding="utf-8"))) for path in sources())
    texts = list(panel_texts())
    assert len(texts) == calls > 50  # all are literals
    for singular, plural in texts:
        places = [set(re.findall(r"%\d", text)) - {"%1"} for text in (singular, plural or singular)]
        assert places[0] == places[1], "of a plural's forms only %1, the number, may be missing"
    schema = json.loads((labextension.FOLDER / "schema" / "plugin.json").read_text(encoding="utf-8"))
    (domain,) = re.findall(r'DOMAIN = "(\w+)"', (SOURCES / "translation.ts").read_text(encoding="utf-8"))
    assert schema["jupyter.lab.internationalization"] == {"domain": domain}


def test_the_time_limit_is_that_of_the_grader():
    from cs231n_course.grading.grade import TIMEOUT

    schema = json.loads((labextension.FOLDER / "schema" / "plugin.json").read_text(encoding="utf-8"))
    defaults = {name: one["default"] for name, one in schema["properties"].items()}
    assert defaults == {"timeLimit": TIMEOUT, "checkOnRun": False, "openOnStart": False}
    assert "timeLimit: 20, checkOnRun: false, openOnStart: false" in (SOURCES / "settings.ts").read_text()


def test_the_panel_brings_every_widget():
    modules = {path.parent.name for path in (labextension.FOLDER.parent / "js").glob("*/index.js")} - {"page", "shared"}
    brought = re.findall(r'^  \["(\w+)", ', (SOURCES / "widget-modules.ts").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(modules) == brought


def test_the_committed_bundle_is_of_these_sources():
    assert labextension.stale() is None
    assert not (labextension.FOLDER / "bundle" / "install.json").exists()


def test_the_panel_asks_jupyterlab_for_the_versions_that_it_declares():
    package = json.loads((labextension.FOLDER / "package.json").read_text(encoding="utf-8"))
    declared = {name: range for name, range in package["dependencies"].items() if name.startswith("@jupyterlab/")}
    assert package["jupyterlab"]["sharedPackages"] == {
        name: {"requiredVersion": range} for name, range in declared.items()
    }
    assert declared["@jupyterlab/application"] == "^4.2.0"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("src/messages.ts", "its sources have changed since it was built"),
        ("style/panel.css", "its sources have changed since it was built"),
        ("../js/pooling/index.js", "its sources have changed since it was built"),
        ("bundle/package.json", "the bundle was changed by hand"),
        ("bundle.json", "there is no record of a build"),
    ],
)
def test_a_change_makes_the_bundle_stale(tmp_path, change, reason):
    folder = copied(tmp_path)
    with (folder / change).open("a") as file:
        file.write("x")
    assert labextension.stale(folder) == reason


def test_nothing_committed_names_a_host_of_packages():
    names = [*labextension.SOURCES, "bundle", ".yarnrc.yml"]
    for name in labextension.digests(labextension.FOLDER, names):
        text = (labextension.FOLDER / name).read_text(encoding="utf-8")
        assert not re.search(r"https?://registry|npmjs|yarnpkg|verdaccio", text), name
        assert str(labextension.ROOT) not in text, name


@pytest.mark.slow
def test_the_committed_bundle_is_what_the_sources_build(tmp_path):
    folder = copied(tmp_path)
    shutil.rmtree(folder / "bundle")
    modules = labextension.FOLDER / "node_modules"
    if modules.exists():  # in CI there are none, so that they are fetched
        shutil.copytree(modules, folder / "node_modules", symlinks=True)
    find_node()
    try:
        labextension.build(folder)
    except labextension.BuildError as error:
        if os.environ.get("CI") or modules.exists():
            raise
        pytest.skip(f"The panel can't be built here: {error}")
    found, wanted = (labextension.digests(one, ["bundle"]) for one in (folder, labextension.FOLDER))
    assert found == wanted


def copied(tmp_path):
    """Copy what is committed of the panel, and the widgets' sources beside it."""
    folder = tmp_path / "labextension"
    ignored = shutil.ignore_patterns("node_modules", "lib", ".yarn")
    shutil.copytree(labextension.FOLDER.parent / "js", tmp_path / "js")
    shutil.copy(labextension.FOLDER.parent / "package.json", tmp_path)
    return Path(shutil.copytree(labextension.FOLDER, folder, ignore=ignored))
