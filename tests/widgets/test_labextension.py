"""The panel's TypeScript: what needs no browser, its shortcuts, and that the bundle is what the sources build."""

import json
import os
import re
import shutil
import sys
from pathlib import Path

import numpy as np
import pytest
from node_js import find_node, run_node

from cs231n_course.checks import payload

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


def run_typescript(module, body, payload):
    """Run `body` on a TypeScript module under node, which strips its types."""
    return run_node(SOURCES / module, body, payload)


def test_records_come_whole_however_the_bytes_are_cut():
    records = [{"event": "exercise", "words": ["5×5 → “✓”\n", "𝑥"]}, {"event": "done", "points": 2.5}]
    text = "\n".join([json.dumps(records[0], ensure_ascii=False), "", json.dumps(records[1])]) + "\n"
    assert run_typescript("ndjson.ts", READ, {"text": text, "sizes": [1, 2, 3, 7, 1000]}) == [records] * 5


def test_a_line_that_is_cut_short_is_no_record():
    assert run_typescript("ndjson.ts", READ, {"text": '{"a": 1}\n{"event": "do', "sizes": [4]}) == [[{"a": 1}]]


@pytest.mark.parametrize(
    ("status", "said", "words"),
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
def test_failures_are_said_in_words(status, said, words):
    assert words in run_typescript("words.ts", "return m.failureWords(...given)", [status, said])


def test_points_and_problems_are_said_in_words():
    body = "return given.map(([name, ...args]) => m[name](...args))"
    asked = [
        ["pointWords", 0, 1],
        ["pointWords", 1 / 3, 2],
        ["cellProblem", 1],
        ["verdictWords", "Crop", "failed", 1, 2, ["Too wide."]],
        ["verdictWords", "Crop", "passed", 2, 2, []],
        ["verdictWords", "Crop", "unwritten", 0, 2, ["f is not written yet."]],
        ["codeParts", "Take `x[n]`, not `x`."],
    ]
    assert run_typescript("words.ts", body, asked) == [
        "0 of 1 point",
        "0.33 of 2 points",
        None,
        "Crop: failed, 1 of 2 points. Too wide.",
        "Crop: passed, 2 of 2 points.",
        "Crop: not written yet, 0 of 2 points.",
        ["Take ", "x[n]", ", not ", "x", "."],
    ]
    missing, copies = run_typescript("words.ts", body, [["cellProblem", 0], ["cellProblem", 2]])
    assert "not in the notebook any more" in missing
    assert copies.startswith("2 cells say")


def finding(words, **check):
    """Give what the panel makes of a failing check's words, and of its case."""
    check = {
        "title": "T",
        "words": words,
        "case": "with x = array 2: [1 2], n = 1",
        "expected": "5",
        "got": "4",
    } | check
    body = "return m.findings(...given)"
    said, found = run_typescript("words.ts", body, [["Well.", f"Check “T”: {words}", check["case"]], [check]])
    assert said == {"text": "Well.", "rows": []}
    assert found["rows"].pop(0) == ["With", "x = array 2: [1 2], n = 1"]
    return found["text"], dict(found["rows"])


def test_what_was_expected_and_what_came_stand_below_the_grader_s_words():
    assert finding("Expected 5, got 4.") == ("Check “T”:", {"Expected": "5", "Got": "4"})
    entries = "1 of 2 values differ. The first is at [1]: expected 2, got 3."
    arrays = {"expected": "array 2: [1 2]", "got": "array 2: [1 3]"}
    rows = {"Expected": "array 2: [1 2]", "Got": "array 2: [1 3]"}
    assert finding(f"{entries} Expected in all: array 2: [1 2].", **arrays) == (f"Check “T”: {entries}", rows)


def test_a_check_is_not_named_twice():
    check = {"title": "T", "words": "Expected 5, got 4.", "expected": "5", "got": "4"}
    words = ["In check “T”: Too wide.", "Check “T”: Expected 5, got 4."]
    said, found = run_typescript("words.ts", "return m.findings(...given)", [words, [check]])
    assert (said["text"], found["text"], len(found["rows"])) == (words[0], "", 2)


@pytest.mark.parametrize(
    ("words", "got"),
    [
        ("Expected 5, got None: does the function return its result?", "None"),
        ("The value is right, but the function changed its input x: work on a copy.", "5"),
        ("The call stopped in line 2 of the answer with ValueError: no.", ""),
    ],
)
def test_words_that_need_no_rows_are_left_as_they_are(words, got):
    assert finding(words, got=got) == (f"Check “T”: {words}", {})


def test_inputs_are_parted_before_each_name():
    given = "x = array 2: [1 2], places = 'a, b', rows = (1, 2), n = 3"
    parts = ["x = array 2: [1 2], ", "places = 'a, b', ", "rows = (1, 2), ", "n = 3"]
    assert run_typescript("words.ts", "return m.inputs(given)", given) == parts


def pieces(text):
    """Give what the panel makes of a text with arrays."""
    return run_typescript("arrays.ts", "return m.pieces(given)", text)


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


def test_the_time_limit_is_that_of_the_grader():
    from cs231n_course.grading.grade import TIMEOUT

    schema = json.loads((labextension.FOLDER / "schema" / "plugin.json").read_text(encoding="utf-8"))
    defaults = {name: one["default"] for name, one in schema["properties"].items()}
    assert defaults == {"timeLimit": TIMEOUT, "checkOnRun": False, "openOnStart": False}
    assert "timeLimit: 20, checkOnRun: false, openOnStart: false" in (SOURCES / "settings.ts").read_text()


def test_the_committed_bundle_is_of_these_sources():
    assert labextension.stale() is None
    assert not (labextension.FOLDER / "bundle" / "install.json").exists()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("src/words.ts", "its sources have changed since it was built"),
        ("style/panel.css", "its sources have changed since it was built"),
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
    """Copy what is committed of the panel."""
    folder = tmp_path / "labextension"
    ignored = shutil.ignore_patterns("node_modules", "lib", ".yarn")
    return Path(shutil.copytree(labextension.FOLDER, folder, ignore=ignored))
