"""The panel's TypeScript: what needs no browser, its shortcuts, and that the bundle is what the sources build."""

import json
import os
import re
import shutil
import sys
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints, is_typeddict

import numpy as np
import pytest
from node_js import find_node, run_node
from panel_texts import panel_texts, sources

from cs231n_course.checks import payload
from cs231n_course.server import types

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
import labextension

SOURCES = labextension.FOLDER / "src"
READ = """
const bytes = new TextEncoder().encode(given.text);
const read = async (size) => {
  const stream = new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    },
  });
  const found = [];
  for await (const record of m.records(stream)) found.push(record);
  return found;
};
return Promise.all(given.sizes.map(read));
"""


# As JupyterLab's nullTranslator does it.
TRANSLATOR = """
const fill = (text, args) => text.replace(/%(\\d+)/g, (_, n) => args[n - 1]);
const trans = {
  __: (text, ...args) => fill(text, args),
  _n: (one, many, n, ...args) => fill(n === 1 ? one : many, [n, ...args]),
};
"""


def run_typescript(module, body, payload):
    """Run `body` on a TypeScript module under node, which strips its types; `trans` is a translator."""
    return run_node(SOURCES / module, TRANSLATOR + body, payload)


def test_records_come_whole_however_the_bytes_are_cut():
    records = [{"event": "exercise", "messages": ["5×5 → “✓”\n", "𝑥"]}, {"event": "done", "points": 2.5}]
    text = "\n".join([json.dumps(records[0], ensure_ascii=False), "", json.dumps(records[1])]) + "\n"
    assert run_typescript("ndjson.ts", READ, {"text": text, "sizes": [1, 2, 3, 7, 1000]}) == [records] * 5


def test_a_line_that_is_cut_short_is_no_record():
    assert run_typescript("ndjson.ts", READ, {"text": '{"a": 1}\n{"event": "do', "sizes": [4]}) == [[{"a": 1}]]


@pytest.mark.parametrize(
    ("status", "server_message", "words"),
    [
        (401, "", "log in"),
        (403, "Forbidden", "log in"),
        (404, "There is no notebook 'x'.", "There is no notebook 'x'."),
        (404, "", "cs231n doctor"),
        (409, "busy", "another tab"),
        (429, "", "Too many checks"),
        (500, "", "error 500"),
    ],
)
def test_failed_requests_are_explained(status, server_message, words):
    assert words in run_typescript(
        "messages.ts", "return m.requestFailedText(trans, ...given)", [status, server_message]
    )


def test_points_and_problems_are_sentences():
    body = "return given.map(([name, ...args]) => m[name](trans, ...args))"
    calls = [
        ["pointsText", 0, 1],
        ["pointsText", 1 / 3, 2],
        ["totalText", 4, 22],
        ["cellCountProblem", 1],
        ["verdictText", "Crop", "failed", 1, 2, ["Too wide."]],
        ["verdictText", "Crop", "passed", 1, 1, []],
        ["verdictText", "Crop", "unwritten", 0, 2, ["f is not written yet."]],
        ["verdictText", "Crop", "changed", 0, 2, ["Too wide."]],
        ["verdictText", "Crop", "unchecked", 0, 2, []],
    ]
    assert run_typescript("messages.ts", body, calls) == [
        "0 of 1 point",
        "0.33 of 2 points",
        "4 of 22 points in this chapter.",
        None,
        "Crop: failed, 1 of 2 points. Too wide.",
        "Crop: passed, 1 of 1 point.",
        "Crop: not written yet, 0 of 2 points.",
        "Crop: changed since the last check, 0 of 2 points.",
        "Crop: not checked, 0 of 2 points.",
    ]
    missing, copies = run_typescript("messages.ts", body, [["cellCountProblem", 0], ["cellCountProblem", 2]])
    assert missing.startswith("The cell for this answer is not in the notebook any more. Edit > Undo")
    assert copies.startswith("2 cells say")


def test_only_what_went_wrong_can_be_tried_again():
    faults = ["server-fault", "check-fault", "not-saved", "other-answer"]
    kinds = ["progress", "remark", "checked-elsewhere", *faults]
    body = "return given.filter((kind) => m.isFault({ kind, text: '' }))"
    assert run_typescript("note.ts", body, kinds) == faults


def test_code_in_a_text_is_told_from_its_words():
    parts = ["Take ", "x[n]", ", not ", "x", "."]
    assert run_typescript("findings.ts", "return m.codeParts(given)", "Take `x[n]`, not `x`.") == parts


def finding(message, **check):
    """Returns what the panel makes of a failing check: its text, and the code of its rows by kind."""
    check = {
        "title": "T",
        "message": message,
        "case": "with x = array 2: [1 2], n = 1",
        "expected": "5",
        "got": "4",
    } | check
    body = "return m.findings(...given)"
    first, second = run_typescript("findings.ts", body, [["Well.", f"Check “T”: {message}", check["case"]], [check]])
    assert first == {"text": "Well.", "rows": []}
    rows = {row["kind"]: row["code"] for row in second["rows"]}
    assert rows.pop("inputs") == "x = array 2: [1 2], n = 1"
    return second["text"], rows


def test_what_was_expected_and_what_came_stand_below_the_grader_s_words():
    assert finding("Expected 5, got 4.") == ("Check “T”:", {"expected": "5", "got": "4"})
    of_calls = "`f(1)`: expected 5, got 4. 2 of 3 calls differ."
    assert finding(of_calls) == ("Check “T”: `f(1)`: 2 of 3 calls differ.", {"expected": "5", "got": "4"})
    entries = "1 of 2 values differ. The first is at [1]: expected 2, got 3."
    arrays = {"expected": "array 2: [1 2]", "got": "array 2: [1 3]"}
    assert finding(f"{entries} Expected in all: array 2: [1 2].", **arrays) == (f"Check “T”: {entries}", arrays)


def test_a_check_is_not_named_twice():
    check = {"title": "T", "message": "Expected 5, got 4.", "expected": "5", "got": "4"}
    messages = ["In check “T”: Too wide.", "Check “T”: Expected 5, got 4."]
    first, second = run_typescript("findings.ts", "return m.findings(...given)", [messages, [check]])
    assert (first["text"], second["text"], len(second["rows"])) == (messages[0], "", 2)


@pytest.mark.parametrize(
    ("message", "got"),
    [
        ("Expected 5, got None: does the function return its result?", "None"),
        ("The value is right, but the function changed its input x: work on a copy.", "5"),
        ("The call stopped in line 2 of the answer with ValueError: no.", ""),
    ],
)
def test_messages_that_need_no_rows_are_left_as_they_are(message, got):
    assert finding(message, got=got) == (f"Check “T”: {message}", {})


def test_inputs_are_parted_before_each_name():
    given = "x = array 2: [1 2], places = 'a, b', rows = (1, 2), n = 3"
    parts = ["x = array 2: [1 2], ", "places = 'a, b', ", "rows = (1, 2), ", "n = 3"]
    assert run_typescript("findings.ts", "return m.splitInputs(given)", given) == parts


def pieces(text):
    """Give what the panel makes of a text with arrays."""
    return run_typescript("arrays.ts", "return m.splitArrays(given)", text)


def test_arrays_are_laid_out_as_grids():
    assert pieces("x = array 2x3: [[1 2 -3] [30 -4 5]], ") == [
        "x = array 2x3:",
        [{"label": "", "rows": " 1  2 -3\n30 -4  5"}],
    ]
    assert pieces("array 1x2x1: [[[1.5] [nan]]] (dtype float32)") == [
        "array 1x2x1:",
        [{"label": "[0]", "rows": "1.5\nnan"}],
        " (dtype float32)",
    ]


def test_each_slice_of_an_array_is_named():
    rng = np.random.default_rng(0)
    x = rng.integers(-99, 99, (2, 3, 4, 5))
    text, grids = pieces(f"x = {payload.text(payload.describe(x), limit=2000)}")
    assert text == "x = array 2x3x4x5:"
    assert [grid["label"] for grid in grids] == [f"x[{n}, {c}]" for n in range(2) for c in range(3)]
    for grid, matrix in zip(grids, x.reshape(6, 4, 5), strict=True):
        assert [[int(value) for value in row.split()] for row in grid["rows"].splitlines()] == matrix.tolist()
        assert len({len(row) for row in grid["rows"].splitlines()}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "x = array 2x2: [[1 2] [3 ...",
        "x = array 2x2: [[1 2] [3]]",
        "x = array 0x2: []",
        "x = array 3: [1 2 3]",
        "x = array 1x2: [[a Foo a Foo]]",
        "places = 'array 2x2: [', n = 1",
        "f is [not] written yet.",
        "",
        "a" * 300_000,  # read once, not again from each letter
    ],
    ids=lambda text: text[:40],
)
def test_what_is_no_whole_array_stays_text(text):
    assert pieces(text) == [text]


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


CHOICE, NUMBER, CELL = (
    {"kind": kind, "options": [], "unit": "", "rows": 3, "cols": 3} for kind in ("choice", "number", "cell")
)


@pytest.mark.parametrize(
    ("ask", "source", "value"),
    [
        (CHOICE, "choice = None  # your choice, a number from 1 to 4", None),
        (CHOICE, "choice = 2", 1),
        (CHOICE, "import numpy\nchoice=1\nchoice =  3  # rather", 2),
        (CHOICE, "choice == 3", None),
        (CHOICE, "choice = two", None),
        (NUMBER, "number = 1_000.5", 1000.5),
        (NUMBER, "number = -2e3 # about", -2000),
        (NUMBER, "number = 3 * 4", None),
        (CELL, "cell = (0, 2)", [0, 2]),
        (CELL, "cell = 0, 2", [0, 2]),
        (CELL, "cell = None", None),
    ],
)
def test_a_judgement_is_read_from_its_source(ask, source, value):
    assert run_typescript("judgement.ts", "return m.readJudgement(...given)", [ask, source]) == value


@pytest.mark.parametrize(
    ("ask", "source", "value", "written"),
    [
        (CHOICE, "choice = None  # your choice, a number from 1 to 4", 1, "choice = 2"),
        (CHOICE, "# I think\nchoice = 1\nprint(choice)", 3, "# I think\nchoice = 4\nprint(choice)"),
        (NUMBER, "", 0.5, "number = 0.5"),
        (NUMBER, "x = 3", 40, "x = 3\nnumber = 40"),
        (CELL, "cell = (1, 1)", [0, 2], "cell = (0, 2)"),
    ],
)
def test_a_judgement_is_written_in_place_of_the_last(ask, source, value, written):
    assert run_typescript("judgement.ts", "return m.writeJudgement(...given)", [ask, source, value]) == written
    assert run_typescript("judgement.ts", "return m.readJudgement(...given)", [ask, written]) == value


@pytest.mark.parametrize(
    "damaged",
    [
        None,
        "text",
        {"widget": "pooling"},
        {"widget": 3, "state": {}},
        {"widget": "pooling", "state": []},
        {"widget": "predict", "state": {"guess": 1}, "keep": "guess"},
        {"widget": "predict", "state": {"guess": 1}, "keep": ["toString"]},
    ],
)
def test_an_output_that_is_damaged_holds_no_widget(damaged):
    mime = "application/vnd.cs231n.widget+json"
    assert run_typescript("widget-format.ts", "return m.widgetOutput(given)", {mime: damaged}) is None
    sound = {"widget": "predict", "state": {"guess": 1}, "keep": ["guess"]}
    assert run_typescript("widget-format.ts", "return m.widgetOutput(given)", {mime: sound}) == sound


def test_the_panel_brings_every_widget():
    modules = {path.parent.name for path in (labextension.FOLDER.parent / "js").glob("*/index.js")} - {"page", "shared"}
    brought = re.findall(r'^  \["(\w+)", ', (SOURCES / "widget-modules.ts").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(modules) == brought


def test_the_committed_bundle_is_of_these_sources():
    assert labextension.stale() is None
    assert not (labextension.FOLDER / "bundle" / "install.json").exists()


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
