"""What a kernel sends, whatever it is, becomes a plain message or nothing, and in the end a verdict in words."""

import json
import sys
from collections import defaultdict, deque
from types import SimpleNamespace

import nbformat
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from jupyter_client.session import Session
from nbval.plugin import nocolors
from small import MISTAKES, OPTIONS, SETUP, ask_for, check_source, code, small_chapter

from cs231n_course.grading import report, verdict
from cs231n_course.notebooks import reading, release
from cs231n_course.notebooks.chapter import Chapter
from cs231n_course.notebooks.format import CHECK_MIME, METADATA_KEY
from cs231n_course.notebooks.submission import read_submissions
from cs231n_course.sandbox import entrance
from cs231n_course.sandbox.exercise_file import ExerciseCell
from cs231n_course.sandbox.reference import reference_parts

SESSION = Session(key=b"of the kernel")
PARENT = {"msg_id": "1"}
MANY = '''def many(x):
    """Give several results."""
    ### BEGIN SOLUTION
    return {"a": 1.5, "b": [1, "two", None, True, x]}, x > 0, (1, 2.5)
    ### END SOLUTION'''


def many_chapter():
    """Make a chapter with an exercise whose results are of every kind."""
    shown = 'check.show(many(check.integers(2, 2)), "pair, mask, rest")'
    cells = [
        code("setup", SETUP, role="setup"),
        code("m-answer", MANY, role="answer", exercise="many", title="Many", name="many"),
        code("m-check", check_source("many", "all", "many", shown), role="check", exercise="many", points=1),
    ]
    return nbformat.v4.new_notebook(cells=cells, metadata={"cs231n": {"chapter": "01_small"}})


CHAPTERS = {
    "values": small_chapter,
    "many": many_chapter,
    "choice": lambda: ask_for(small_chapter(), {"kind": "choice"}, OPTIONS),
    "cell": lambda: ask_for(small_chapter(), {"kind": "cell", "cells": [["1", "2"], ["3", "4"]]}),
}


@pytest.fixture(scope="module")
def exercises(tmp_path_factory):
    """Give every exercise of CHAPTERS: [(submission, reference)], as the grader has them."""
    found = []
    for name, make in CHAPTERS.items():
        chapter, folder = make(), tmp_path_factory.mktemp(name)
        nbformat.write(chapter, folder / "01_small.ipynb")
        if name == "values":
            (folder / "mistakes").mkdir()
            (folder / "mistakes" / "01_small.txt").write_text(MISTAKES)
        pristine = reading.load(folder / "01_small.ipynb")
        submissions, _ = read_submissions(pristine, release.release_chapter(chapter), "01_small.ipynb")
        parts = list(reference_parts(Chapter.read(folder / "01_small.ipynb")))
        right, wrong = parts[0], {id: mistakes for part in parts[1:] for id, mistakes in part.items()}
        for submission in submissions:
            id = submission.exercise.id
            found.append((submission, {"right": right[id], "wrong": wrong[id]}))
    return found


def signed(kind, content, parent=PARENT):
    """Give the parts of a message; a part that is bytes is sent as it is."""
    header = {"msg_type": kind, "msg_id": "2"}
    parts = [part if isinstance(part, bytes) else json.dumps(part).encode() for part in (header, parent, {}, content)]
    return [b"topic", b"<IDS|MSG>", SESSION.sign(parts), *parts]


def read(kind, content, parent=PARENT):
    """Read a message that a kernel could have sent."""
    return entrance.read(signed(kind, content, parent), SESSION.sign)


class Kernel:
    """Plays a kernel that sends some messages, whatever is run."""

    trouble = None

    def __init__(self, messages):
        self._messages = deque(filter(None, [*messages, read("status", {"execution_state": "idle"})]))

    def is_alive(self):
        return True

    def execute_cell_input(self, source, allow_stdin=None):
        return PARENT["msg_id"]

    def await_reply(self, msg_id, timeout):
        pass

    def await_idle(self, msg_id, timeout):
        self._messages.clear()

    def get_kernel_message(self, timeout):
        return self._messages.popleft()


class CellAlone(ExerciseCell):
    """A cell that no session of pytest has collected."""

    ihook = SimpleNamespace(pytest_assertrepr_compare=lambda **compared: [["differs"]])


def run_cell(cell, expected, messages):
    """Run a cell of an exercise under nbval on a kernel that sends these messages: the record, as the grader has it."""
    kernel = Kernel(messages)
    item = CellAlone.__new__(CellAlone)
    item.parent = SimpleNamespace(
        kernel=kernel,
        get_kernel_message=kernel.get_kernel_message,
        skip_compare=(),
        answer_lines=sys.maxsize,
        sanitize_patterns={},
        timed_out=False,
    )
    item.config = SimpleNamespace(option=SimpleNamespace(nbval_cell_timeout=1.0))
    item.options, item.colors, item.cell_num = defaultdict(bool, check=True), nocolors, 0
    item.cell = nbformat.from_dict({**cell, "execution_count": 1, "outputs": []})
    item.expect({cell["metadata"][METADATA_KEY]["exercise"]: {cell["id"]: expected}})
    try:
        item.runtest()
        passed = True
    except Exception:  # pytest takes any for a failure
        passed = False
    return json.loads(json.dumps(dict(item.user_properties) | {"passed": passed, "seconds": 0.0}))


def judged(submission, reference, messages_of):
    """Give the verdict on an exercise of whose check cells the kernel sends messages, and the records."""
    records = {}
    for number, (cell, outcome) in enumerate(zip(submission.exercise.checks, reference["right"], strict=True)):
        records[cell["id"]] = run_cell(cell, outcome["shown"], messages_of(number, outcome["shown"]))
    return verdict.judge(submission, reference, records, 1.0), records


def require_verdict(submission, reference, messages_of):
    """Judge an exercise by the messages, and see that none has earned a point and that each report is plain text."""
    result, records = judged(submission, reference, messages_of)
    for cell, outcome, check in zip(submission.exercise.checks, reference["right"], result.checks, strict=True):
        assert not check.passed or records[cell["id"]]["shown"] == [outcome["shown"]]
    file = verdict.FileResult("mine.ipynb", 1, "01_small", [result])
    for form in report.FORMS.values():
        writer = form()
        text = writer.start + writer.file(file) + writer.end([file])
        text.encode()
        assert not set(text) & {"\x1b", "\x9b", "\x07", "\x00", "\u202e"}


def nested(part, levels=150):
    """Put a part into a list in a list in a list..."""
    for _ in range(levels):
        part = [part]
    return part


NAMES = ["kind", "values", "shape", "dtype", "names", "call", "inputs", "shown", "case", "data", CHECK_MIME, "text"]
KINDS = [*entrance.KINDS, "set"]
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([10**299, -(10**300), 10**4000, -0.0, 1e308])
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from([*KINDS, "\ud800", "\x1b]0;x\x07", "=1+1", "\u202e", "NaN"])
)
PARTS = st.recursive(
    LEAVES,
    lambda part: (
        st.lists(part, max_size=3)
        | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=3), part, max_size=4)
        | st.fixed_dictionaries({"kind": st.sampled_from(KINDS), "values": part})
        | part.map(nested)
    ),
    max_leaves=6,
)


@st.composite
def changed(draw, message, most=3):
    """Draw a message with any JSON at up to three of its places, or with a place left out."""
    whole = [json.loads(json.dumps(message))]
    for _ in range(draw(st.integers(1, most))):
        owner, key = draw(st.sampled_from(places(whole)))
        if isinstance(owner, dict) and draw(st.booleans()):
            del owner[key]
        else:
            owner[key] = draw(PARTS)
    return whole[0]


def places(part):
    """Give every place in nested lists and objects: what holds it, and its key there."""
    keys = part.keys() if isinstance(part, dict) else range(len(part)) if isinstance(part, list) else ()
    return [place for key in keys for place in [(part, key), *places(part[key])]]


def display(shown):
    """Give the content of a message that displays what a check shows."""
    return {"data": {CHECK_MIME: shown, "text/plain": "first: 3"}, "metadata": {}}


BASES = [
    ("stream", {"name": "stdout", "text": "printed"}),
    ("error", {"ename": "ValueError", "evalue": "no", "traceback": ["Cell In[1], line 3, in f(x)", "ValueError: no"]}),
    ("status", {"execution_state": "busy"}),
    ("execute_input", {"code": "1", "execution_count": 1}),
    ("update_display_data", {"data": {}, "metadata": {}, "transient": {"display_id": "1"}}),
    ("comm_msg", {"comm_id": "1", "data": {}}),
]
FEW = settings(max_examples=150, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))


HOSTILE = [
    None,
    True,
    -(10**400),
    1e308,
    "\ud800\x1b]0;x\x07\u202e",
    [],
    {},
    nested(0, 400),
    {"kind": "array", "values": 1},
]


def test_nothing_at_any_place_of_what_a_check_shows_breaks_the_grader_or_earns_a_point(exercises):
    for submission, reference in exercises:
        wrong = [mistake["outcomes"][0].get("shown") for mistake in reference["wrong"]]
        for shown in filter(None, [reference["right"][0]["shown"], *wrong]):
            for number in range(len(places(shown))):
                for part in HOSTILE:
                    copied = json.loads(json.dumps(shown))
                    owner, key = places(copied)[number]
                    owner[key] = part
                    require_verdict(
                        submission, reference, lambda *_, copied=copied: [read("display_data", display(copied))]
                    )


@FEW
@given(data=st.data())
def test_no_message_breaks_the_grader_or_earns_a_point(exercises, data):
    submission, reference = data.draw(st.sampled_from(exercises), "exercise")

    def messages_of(number, right):
        wrong = [mistake["outcomes"][number].get("shown", right) for mistake in reference["wrong"]]
        shown = data.draw(st.sampled_from([right, *wrong]), "shown")
        bases = st.sampled_from([("display_data", display(shown))] * 4 + [("execute_result", display(shown)), *BASES])
        bases = data.draw(st.lists(bases, min_size=1, max_size=2), "messages")
        return [read(kind, data.draw(changed(content), kind)) for kind, content in bases]

    require_verdict(submission, reference, messages_of)


@FEW
@given(parts=st.lists(st.binary(max_size=40) | st.sampled_from([b"<IDS|MSG>", b"{}", b""]), max_size=8))
def test_no_parts_break_the_entrance(parts):
    assert entrance.read(parts, SESSION.sign) is None
    assert 0 <= entrance.size(parts) <= sum(map(len, parts))


@FEW
@given(changed([{"msg_type": "stream"}, PARENT, {}, {"name": "stdout", "text": "x"}], most=2))
@example([{"msg_type": ["stream"]}, PARENT, {}, {}])
@example([{"msg_type": "stream"}, {"msg_id": {}}, {}, {}])
def test_no_header_breaks_the_entrance(message):
    parts = [json.dumps(part).encode() for part in (message if isinstance(message, list) else [message])]
    found = entrance.read([b"<IDS|MSG>", SESSION.sign(parts[:4]), *parts], SESSION.sign)
    assert found is None or (found["msg_type"], type(found["content"]["text"])) == ("stream", str)


def test_what_a_kernel_and_a_check_send_comes_in_whole(exercises):
    for submission, reference in exercises:
        outcomes = [reference["right"], *(mistake["outcomes"] for mistake in reference["wrong"])]
        for outcome in [one for several in outcomes for one in several if "shown" in one]:
            for kind in ("display_data", "execute_result"):
                content = read(kind, display(outcome["shown"]))["content"]
                assert content["data"] == {CHECK_MIME: outcome["shown"]}
        result, _ = judged(submission, reference, lambda number, right: [read("display_data", display(right))])
        assert result.passed, result
    assert read("stream", {"name": "stderr", "text": "a\x1b[1m"})["content"] == {"name": "stderr", "text": "a\x1b[1m"}


def test_an_odd_exception_is_mended():
    odd = read("error", {"ename": None, "evalue": "half \ud800", "traceback": ["a", 1]})
    assert odd["content"] == {"ename": "", "evalue": "half \\ud800", "traceback": []}
    long = read("error", {"ename": "E", "evalue": "", "traceback": ["first", "x" * 300_000, "last"]})
    assert [len(line) for line in long["content"]["traceback"]] == [entrance.LONGEST_TRACEBACK - 4, 4]


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("stream", b"[" * 100_000 + b"]" * 100_000),
        ("stream", b'{"name": "stdout", "text": "x", "n": ' + b"9" * 10_000 + b"}"),
        ("stream", b"\xff\xfe{"),
        ("stream", b'{"name": NaN'),
        ("stream", b""),
        ("comm_msg", {}),
        ("clear_output", {"wait": False}),
        ("status", {"execution_state": 1}),
        ("display_data", {"data": {"text/plain": "a picture"}}),
    ],
)
def test_what_the_grader_needs_nothing_of_is_left_out(kind, content):
    message = read(kind, content)
    assert message is None or message["content"] == {"name": "stdout", "text": ""}


def test_a_signature_must_be_the_kernels():
    parts = signed("stream", {"name": "stdout", "text": "x"})
    assert entrance.read(parts, SESSION.sign)
    assert entrance.read(parts, Session(key=b"another").sign) is None
    parts[2] = b""
    assert entrance.read(parts, SESSION.sign) is None


def test_the_bytes_of_usual_headers_do_not_count():
    parts = signed("stream", {"name": "stdout", "text": "x" * 1000})
    assert entrance.size(parts) == len(parts[-1])
    parts[0] = b"t" * 100_000
    assert entrance.size(parts) == sum(map(len, parts))
