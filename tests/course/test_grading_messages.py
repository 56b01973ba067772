"""Answers that send messages of their own over their kernel's sockets: each costs its own exercise and no other."""

import json

import nbformat
import pytest
from small import SETUP, check_source, code, with_answers

from cs231n_course.grading import grade, report
from cs231n_course.notebooks import release
from cs231n_course.notebooks.format import CHECK_MIME

HONEST = "def twice(x):\n    return x + x"
# Sends what an answer likes, signed with the kernel's own key: a dict, or a text that need not be JSON.
FORGE = f"""import json, time
import cs231n_course.checks.check
kernel = get_ipython().kernel
def send(kind, content, channel=kernel.iopub_socket, to=(b"x",)):
    text = content if isinstance(content, str) else json.dumps(content)
    headers = kernel.session.msg_header(kind), kernel.get_parent()["header"]
    parts = [*(json.dumps(header, default=str).encode() for header in headers), b"{{}}", text.encode()]
    channel.send_multipart([*to, b"<IDS|MSG>", kernel.session.sign(parts), *parts])
def reply():
    send("execute_reply", {{"status": "ok", "execution_count": 1}}, kernel.shell_stream, kernel._parent_ident["shell"])
    kernel.shell_stream.flush()
def show(values, **more):
    cs231n_course.checks.check.publish = lambda bundle: None  # so that it is the one output
    one = {{"kind": "number", "values": values, "call": "", "inputs": []}} | more
    shown = {{"exercise": "e", "check": "c", "shown": [one], "case": {{}}, "secret": False}}
    send("display_data", {{"data": {{"{CHECK_MIME}": shown}}, "metadata": {{}}}})
def without_end(work):
    while True:
        try:
            work()
        except BaseException:
            pass
def twice(x):
    return x
"""
SHAPES = {  # what is sent while the cell of the answer runs, and once more when the check calls it
    "traceback-null": 'send("error", {"ename": "E", "evalue": "e", "traceback": None})',
    "traceback-numbers": 'send("error", {"ename": "E", "evalue": "e", "traceback": [1, 2]})',
    "error-empty": 'send("error", {})',
    "stream-number": 'send("stream", {"name": "stdout", "text": 7})',
    "digits-400": "show(10**400)",
    "digits-10000": 'send("stream", \'{"name": "stdout", "text": \' + "9" * 10_000 + "}")',
    "nested-400": """deep = 1
for _ in range(400):
    deep = [deep]
show(deep, kind="array", shape=[1] * 400)""",
    "nested-100000": 'send("display_data", "[" * 100_000 + "]" * 100_000)',
    "no-json": 'for text in ("", "{", "NaN", "[]", "null", "\\ud800".encode("utf-8", "replace").decode()):\n'
    '    send("stream", text)',
    "no-signature": 'kernel.iopub_socket.send_multipart([b"<IDS|MSG>"])\nkernel.iopub_socket.send_multipart([b"x"])',
    "regular-expression": """send("error", {"ename": "E", "evalue": "(" * 100_000,
    "traceback": ["Cell In[" * 30_000, "\\x1b[" * 30_000, "\\x1b]" * 30_000, " " * 100_000 + "%%"]})""",
}
ENDLESS = {
    "replies-and-goes-on": """reply()
without_end(lambda: time.sleep(0.3) or send("stream", {"name": "stdout", "text": "x"}))""",
    "comm-without-end": 'without_end(lambda: time.sleep(0.05) or send("comm_msg", {"comm_id": "1", "data": {}}))',
    "comm-flood": 'without_end(lambda: send("comm_msg", {}))',
    "prints-a-million": "for number in range(1_000_000):\n    print(number, flush=number % 1000 == 0)",
    "one-message-without-end": """import os, socket
sockets = []
for number in range(3, 300):
    try:
        one = socket.socket(fileno=os.dup(number))
        assert one.getsockname()  # a name: of the kernel's own channels
        one.getpeername()
        one.setblocking(True)
        sockets.append(one)
    except (OSError, AssertionError):
        pass
part = b"\\3" + (1 << 20).to_bytes(8, "big") + bytes(1 << 20)  # of ZeroMQ's: long, and more is to come
without_end(lambda: [one.sendall(part) for one in sockets])""",
}
ANSWERS = {}
for name, forge in SHAPES.items():
    called = "\n    ".join(forge.splitlines())
    ANSWERS[name] = f"{FORGE}{forge}\ndef twice(x):\n    {called}\n    return x"
    ANSWERS[f"honest-after-{name}"] = HONEST
for name, forge in ENDLESS.items():
    ANSWERS[name] = f"{FORGE}{forge}"
    ANSWERS[f"honest-after-{name}"] = HONEST


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """Grade all of ANSWERS in one notebook: the result."""
    folder = tmp_path_factory.mktemp("messages")
    cells = [code("setup", SETUP, role="setup")]
    for name in ANSWERS:
        solution = "def twice(x):\n    ### BEGIN SOLUTION\n    return x + x\n    ### END SOLUTION"
        cells.append(code(f"a-{name}", solution, role="answer", exercise=name, name="twice"))
        source = check_source(name, "first", "twice", "x = check.integers(5) + 10 * np.arange(5)\ncheck.show(twice(x))")
        cells.append(code(f"c-{name}", source, role="check", exercise=name, points=1))
    chapter = nbformat.v4.new_notebook(cells=cells, metadata={"cs231n": {"chapter": "01_messages"}})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CS231N_CHAPTERS", str(folder))
        nbformat.write(chapter, folder / "01_messages.ipynb")
        learner = with_answers(release.release_chapter(chapter), **ANSWERS)
        nbformat.write(learner, folder / "mine.txt")
        result = grade.grade_notebook(folder / "mine.txt", timeout=2)
    assert result.error is None
    return {exercise.id: exercise for exercise in result.exercises} | {"": result}


@pytest.mark.parametrize("name", [name for name in ANSWERS if name in SHAPES | ENDLESS])
def test_messages_of_its_own_cost_an_answer_its_own_exercise(graded, name):
    assert (graded[name].points, graded[f"honest-after-{name}"].points) == (0, 1)
    assert graded[name].words


def test_what_never_ends_is_told_so(graded):
    for name in ENDLESS:
        slow = name in ("replies-and-goes-on", "comm-without-end")
        assert graded[name].trouble in ("timeout", *([] if slow else ["flood"])), name  # whichever limit comes first


@pytest.mark.parametrize("form", report.FORMS)
def test_the_report_is_plain_text(graded, form):
    writer = report.FORMS[form]()
    text = writer.start + writer.file(graded[""]) + writer.end([graded[""]])
    text.encode()
    assert not set(text) & {"\x1b", "\x9b", "\x07"}
    if form == "json":
        json.loads(text)
