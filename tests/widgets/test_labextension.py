"""The panel's TypeScript functions, as far as they need no browser."""

import json
import sys
from pathlib import Path

import numpy as np
import pytest
from node_js import run_node

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
        (404, "", "%run -m cs231n_course doctor"),
        (500, "", "on a hub"),
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


CHOICE, NUMBER, CELL = (
    {"kind": kind, "options": [], "unit": "", "cells": [[""] * 3] * 3} for kind in ("choice", "number", "cell")
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
