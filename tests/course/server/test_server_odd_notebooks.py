"""Notebooks that Jupyter alone does not open or save, or that a browser's editor would change unseen."""

import json

import pytest
from small import cell
from tornado.httpclient import HTTPClientError

from cs231n_course.notebooks import reading

PATH = "course/01_small.ipynb"


@pytest.fixture
def contents(jp_fetch):
    """Ask Jupyter for the notebook as a browser does, or save one: gives the status and the JSON."""

    async def ask(nb=None):
        body = json.dumps({"type": "notebook", "format": "json", "content": nb})
        try:
            reply = await jp_fetch("api", "contents", PATH, **({"method": "PUT", "body": body} if nb else {}))
        except HTTPClientError as error:
            reply = error.response
        return reply.code, json.loads(reply.body)

    return ask


async def test_a_text_is_opened_saved_and_graded_with_the_same_ends_of_lines(folder, contents):
    nb = json.loads((folder / "01_small.ipynb").read_text())
    cell(nb, "c-answer")["source"] = ["def count(W, F):\r\n", "    # one\r    return '\\u2028\x0c\t\ufeff'\r\n"]
    (folder / "01_small.ipynb").write_text(json.dumps(nb))
    shown = "def count(W, F):\n    # one\n    return '\\u2028\x0c\t\ufeff'\n"
    status, model = await contents()
    assert (status, cell(model["content"], "c-answer")["source"]) == (200, shown)
    await contents(model["content"])
    assert cell(reading.load(folder / "01_small.ipynb"), "c-answer")["source"] == shown


async def test_half_a_surrogate_pair_is_opened_and_saved(folder, contents):
    nb = json.loads((folder / "01_small.ipynb").read_text())
    cell(nb, "c-answer")["source"] = "# caf\udce9 \U0001f600"
    nb["metadata"]["\udce9"] = [float("nan"), float("inf")]
    (folder / "01_small.ipynb").write_text(json.dumps(nb))
    status, model = await contents()
    assert (status, model["content"]["metadata"]["\udce9"]) == (200, [None, None])
    cell(model["content"], "c-answer")["source"] += "!"
    assert (await contents(model["content"]))[0] == 200
    assert cell(reading.load(folder / "01_small.ipynb"), "c-answer")["source"] == "# caf\udce9 \U0001f600!"


async def test_a_file_with_a_byte_order_mark_is_opened(folder, contents):
    text = (folder / "01_small.ipynb").read_text()
    (folder / "01_small.ipynb").write_text(text, encoding="utf-8-sig")
    status, model = await contents()
    assert (status, model["content"]["cells"][0]["source"]) == (200, "# Small")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"{\n<<<<<<< HEAD\n", "holds the marks of a git merge, at line 2"),
        (b"", "is empty"),
        ("{}".encode("utf-16"), "text in UTF-16"),
        (b'{"cells": 100%s}', "not JSON at line 1"),
    ],
)
async def test_a_file_that_can_not_be_opened_is_told_in_the_course_s_words(folder, panel, contents, content, says):
    (folder / "01_small.ipynb").write_bytes(content)
    status, told = await contents()
    assert status == 400
    assert told["message"].startswith("01_small.ipynb ")
    assert says in told["message"]
    assert (await panel.get("notebook", path=PATH))["not_in_course_reason"] == told["message"]
