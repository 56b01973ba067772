"""What the server says of a notebook, whatever state it is in."""

import json

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from served import PATH, by_event
from small import COUNT, NO_ONE, WINDOW, ask_for

from cs231n_course.learn.copy import copy_course
from cs231n_course.notebooks import reading


async def test_a_fresh_notebook(panel):
    found = await panel.get("notebook", path=PATH)
    window, count = found.pop("exercises")
    assert found.pop("book_url") in (None, "cs231n/book/index.html")
    assert found == {
        "path": PATH,
        "in_course": True,
        "not_in_course_reason": None,
        "chapter": "01_small",
        "title": "Small",
        "points": 0,
        "possible": 5,
        "notes": [],
        "being_checked": False,
        "save_error": None,
    }
    assert window == {
        "id": "window",
        "title": "A window",
        "cell_id": "w-answer",
        "points": 0,
        "possible": 4,
        "status": "unchecked",
        "unwritten": False,
        "checked_source": None,
        "messages": [],
        "checks": [],
        "hints": ["Start."],
        "cell_problem": None,
        "gradable": True,
        "checked_at": None,
        "ask": None,
        "reference": None,
        "why": None,
    }
    assert count["hints"] == ["A", "B"]


async def test_an_answer_that_changed_earns_nothing_until_it_is_as_it_was(panel, write):
    write(window=WINDOW, count=COUNT)
    await panel.check()
    write(window=WINDOW, count=NO_ONE)
    found = await panel.get("notebook", path=PATH)
    window, count = found["exercises"]
    assert (found["points"], window["status"], count["status"], count["points"]) == (4, "passed", "changed", 0)
    assert count["checked_source"] == COUNT
    write(window=WINDOW, count=COUNT)
    assert (await panel.get("notebook", path=PATH))["points"] == 5


async def test_an_answer_whose_helper_changed_earns_nothing_until_it_is_as_it_was(panel, folder, write):
    nb = write(window=WINDOW, count="def count(W, F):\n    return steps(W, F) + 1")
    nb.cells.insert(1, new_code_cell())

    def write_with_helper(body):
        nb.cells[1].source = f"def steps(W, F):\n    return {body}"
        nbformat.write(nb, folder / "01_small.ipynb")

    async def results():
        found = await panel.get("notebook", path=PATH)
        return [(one["status"], one["points"]) for one in found["exercises"]]

    write_with_helper("W - F")
    events = by_event(await panel.check())
    assert events["done"][0]["notes"] == ["count: `steps` was taken along from another cell."]
    assert await results() == [("passed", 4), ("passed", 1)]
    write_with_helper("W - F - 1")
    assert await results() == [("passed", 4), ("changed", 0)]
    write_with_helper("W - F")
    assert await results() == [("passed", 4), ("passed", 1)]


@pytest.mark.slow
async def test_the_courses_own_answer_is_told_only_while_an_answer_passes(panel, write):
    write(window=WINDOW, count=NO_ONE)
    done = by_event(await panel.check())["exercise"]
    own = 'def window(x, row, stride=1):\n    """Give the two numbers of x that start at row * stride."""\n'
    own += "    start = row * stride\n    return x[start : start + 2]"
    assert [event["exercise"]["reference"] for event in done] == [own, None]
    write(window=WINDOW + "  # changed", count=NO_ONE)
    assert [one["reference"] for one in (await panel.get("notebook", path=PATH))["exercises"]] == [None, None]


@pytest.mark.slow
async def test_a_choice_is_asked_for_and_judged_without_a_word_of_what_is_right(
    panel, publish, write, chapter, chapters
):
    words = "One is too few."
    (chapters / "mistakes" / "01_small.txt").write_text(f"## count\n\none\n- choice = 2\n+ choice = 1\n> {words}\n")
    publish(ask_for(chapter, {"kind": "choice"}))
    asked = (await panel.get("notebook", path=PATH))["exercises"][1]
    assert asked["ask"] == {"kind": "choice", "options": ["a", "b and c", "$d$"], "unit": "", "cells": []}
    starter = (await panel.get("starter", path=PATH, exercise_id="count"))["source"]
    said = {}
    for source in (starter, "choice = 1", "choice = 3", "choice = 2"):
        write(count=source)
        (event,) = by_event(await panel.check(exercises=["count"]))["exercise"]
        judged = event["exercise"]
        said[source] = judged["messages"]
        assert judged["unwritten"] == (source == starter)
        assert judged["status"] == ("passed" if source == "choice = 2" else "failed")
        assert judged["reference"] == ("choice = 2" if source == "choice = 2" else None)
        assert judged["why"] == ("Its volume is the larger." if source == "choice = 2" else None)
        assert source == "choice = 2" or judged["checks"][0]["expected"] == ""
    assert said == {
        starter: ["Your answer is not written yet. Put it in place of None, as in choice = 2."],
        "choice = 1": [words],
        "choice = 3": ["That is not it."],
        "choice = 2": [],
    }


HALF = (
    "def window(x, row, stride=1):\n    if stride > 1:\n        raise NotImplementedError\n    return x[row : row + 1]"
)


@pytest.mark.slow
@pytest.mark.parametrize(("window", "unwritten"), [(None, True), (HALF, False), (WINDOW, False)])
async def test_an_answer_that_is_not_written_is_told_from_a_wrong_one(panel, write, window, unwritten):
    write(**({"window": window} if window else {}))
    assert [one["unwritten"] for one in (await panel.get("notebook", path=PATH))["exercises"]] == [False, False]
    await panel.check()
    found = (await panel.get("notebook", path=PATH))["exercises"]
    assert [one["unwritten"] for one in found] == [unwritten, True]
    assert found[1]["status"] == "failed"


@pytest.mark.slow
@pytest.mark.parametrize("change", ["points", "source", "given", "answer", "setup"])
async def test_a_result_does_not_outlive_the_checks_that_gave_it(panel, right, publish, chapter, change):
    await panel.check()
    cells = {one.id: one for one in chapter.cells}
    if change == "points":
        cells["c-check"].metadata.cs231n["points"] = 2
    else:
        cells[{"source": "c-check", "answer": "c-answer"}.get(change, change)].source += "\n"
    publish(chapter)
    window, count = (await panel.get("notebook", path=PATH))["exercises"]
    assert window["status"] == ("changed" if change in ("given", "setup") else "passed")
    assert (count["status"], count["points"], count["checks"]) == ("changed", 0, [])
    assert count["messages"] == [
        "The course's checks of this exercise have changed since it was checked. Check it again."
    ]


FOREIGN = {
    "no metadata": (json.dumps(new_notebook(cells=[new_code_cell("1")])), "is not a notebook of this course"),
    "half saved": ('{"cells": [', "was saved only half"),
    "empty": ("", "was saved only half"),
    "no notebook": ("[1]", "it has no 'nbformat'"),
    "a later course": (
        json.dumps(new_notebook(metadata={"cs231n": {"chapter": "99_later"}})),
        "which this version of the course does not have",
    ),
    "no text": (b"\xff\xfe\xff", "it is not text in UTF-8"),
}


@pytest.mark.parametrize("kind", FOREIGN)
async def test_a_notebook_that_is_not_in_the_course(panel, folder, kind):
    content, words = FOREIGN[kind]
    content = content if isinstance(content, bytes) else content.encode()
    (folder / "mine.ipynb").write_bytes(content)
    found = await panel.get("notebook", path="course/mine.ipynb")
    assert (found["in_course"], found["exercises"], found["being_checked"]) == (False, [], False)
    reason = found["not_in_course_reason"]
    assert words in reason
    assert reason.startswith("mine.ipynb ")
    if kind == "no metadata":
        assert reason.endswith("an exercise. Open a chapter below.")
        return
    for verb, body in (("check", {"path": "course/mine.ipynb"}), ("starter", None)):
        assert await panel.refused(400, verb, body, path="course/mine.ipynb", exercise_id="x") == reason


@pytest.mark.slow
async def test_an_old_notebook_whose_cells_have_no_ids(panel, folder, right):
    for one in right.cells:
        one.pop("id")
    (folder / "01_small.ipynb").write_text(json.dumps(right))
    assert (await panel.check())[-1]["points"] == 5
    found = await panel.get("notebook", path=PATH)
    assert [one["cell_id"] for one in found["exercises"]] == [None, None]
    assert found["points"] == 5


async def test_the_starter(panel, folder, right):
    source = (await panel.get("starter", path=PATH, exercise_id="window"))["source"]
    copy_course(folder.parent / "fresh")
    cells = reading.load(folder.parent / "fresh" / "01_small.ipynb")["cells"]
    assert source == next(one["source"] for one in cells if one["id"] == "w-answer")
    assert "raise NotImplementedError" in source
    assert await panel.refused(404, "starter", path=PATH, exercise_id="no") == "01_small has no exercise 'no'."
