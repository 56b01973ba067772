"""The learner's notebook that a chapter releases to."""

import copy

import nbformat
import pytest
from nbformat.v4 import new_output
from small import ask_for, cell, code

from cs231n_course.notebooks import release
from cs231n_course.notebooks.format import metadata_of, without_file_line
from cs231n_course.notebooks.reading import NotebookError, exercises


def test_the_answers_bodies_go_and_all_else_stays(chapter):
    before = copy.deepcopy(chapter)
    out = release.release_chapter(chapter)
    assert chapter == before
    nbformat.validate(out)
    assert [one.id for one in out.cells] == [
        *("title", "setup", "given", "plain", "w-text", "w-answer-hint", "w-answer", "w-check-1", "w-check-2"),
        *("c-answer-hint", "c-answer", "c-check"),
    ]
    assert cell(out, "w-answer").source == (
        "# goes into cs231n_kit/small/window.py\n"
        "def window(x, row, stride=1):\n"
        '    """Give the two numbers of x that start at row * stride."""\n'
        "    # Write your code here, in place of the next line.\n"
        "    raise NotImplementedError"
    )
    for name in ("title", "setup", "plain", "c-check"):
        assert cell(out, name).source == cell(chapter, name).source
    record = out.metadata.cs231n.pop("release")
    assert set(record["cells"]) == {one.id for one in out.cells}
    assert out.metadata == chapter.metadata


def test_no_trace_of_an_answer_is_left(chapter):
    text = nbformat.writes(release.release_chapter(chapter))
    for secret in ("SOLUTION", "row * stride\\n", "W - F", "#| export", "returns", "moves by stride", "seven: 5"):
        assert secret not in text


def test_the_record_tells_releases_apart_but_not_executions(chapter):
    def digest():
        return release.release_chapter(chapter).metadata.cs231n.release.digest

    first = digest()
    cell(chapter, "plain").outputs = []
    cell(chapter, "w-answer").source = cell(chapter, "w-answer").source.replace("return x[start", "return x[0 + start")
    assert digest() == first, "outputs and solutions are no part of it"
    cell(chapter, "c-check").metadata.cs231n["points"] = 2
    second = digest()
    cell(chapter, "title").source += "!"
    assert len({first, second, digest()}) == 3


def test_outputs_of_answers_and_checks_are_cleared_and_others_kept(chapter):
    out = release.release_chapter(chapter)
    assert cell(out, "w-answer").outputs == cell(out, "c-check").outputs == []
    assert cell(out, "plain").outputs[0].text == "2\n"


def test_what_must_stay_is_protected(chapter):
    out = release.release_chapter(chapter)
    for name in ("setup", "given", "w-check-1", "w-check-2", "c-check"):
        assert cell(out, name).metadata["deletable"] is cell(out, name).metadata["editable"] is False
    assert cell(out, "w-answer").metadata["deletable"] is False
    assert cell(out, "w-answer").metadata.get("editable", True)
    assert "deletable" not in cell(out, "plain").metadata


def test_several_parts_of_an_answer_can_be_left_to_write():
    source = (
        "def f(x):\n    ### BEGIN SOLUTION\n    y = x\n    ### END SOLUTION\n    if y:\n        ### BEGIN SOLUTION\n"
    )
    source += "        return y\n        ### END SOLUTION\n    return 0"
    starter = release.starter({"source": source}, None)
    assert starter.count("raise NotImplementedError") == 2
    assert "        raise NotImplementedError\n    return 0" in starter
    compile(starter, "starter", "exec")


@pytest.mark.parametrize(
    ("ask", "starter"),
    [
        ({"kind": "choice"}, "choice = None  # your choice, a number from 1 to 3"),
        ({"kind": "number", "unit": "%"}, "number = None  # your number, in %"),
        ({"kind": "number"}, "number = None  # your number"),
        (
            {"kind": "cell", "cells": [["1", "2"], ["3", "4"]]},
            "cell = None  # your cell, (row, column), both counted from 0",
        ),
    ],
)
def test_a_judgement_is_asked_for_by_a_line_to_fill_in(chapter, ask, starter):
    ask_for(chapter, ask)
    assert cell(release.release_chapter(chapter), "c-answer").source == starter


def test_a_learner_is_not_told_why_a_judgement_is_right():
    for _, released in release.release_all():
        assert not [one["id"] for one in released.cells if "why" in metadata_of(one)]


def test_the_options_of_a_choice_are_the_list_above_it(chapter):
    _, asked = exercises(ask_for(chapter, {"kind": "choice"}), "01_small.ipynb")
    assert asked.ask == {"kind": "choice", "options": ["a", "b and c", "$d$"], "unit": "", "cells": []}
    assert exercises(chapter, "01_small.ipynb")[0].ask is None


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        ({"kind": "colour"}, "asks for 'colour', which is not one of number, choice, cell"),
        ({"kind": "cell", "cells": [["1"], []]}, "needs cells, rows of equal length"),
        ({"kind": "choice"}, "a list numbered from 1 must stand in the text above it"),
    ],
)
def test_a_judgement_that_can_not_be_asked_for_is_refused(chapter, ask, says):
    ask_for(chapter, ask, text="Which?")
    with pytest.raises(NotebookError, match=says):
        release.release_chapter(chapter)


def test_a_judgement_has_the_name_of_its_kind(chapter):
    metadata_of(cell(ask_for(chapter, {"kind": "choice"}), "c-answer"))["name"] = "answer"
    with pytest.raises(NotebookError, match="asks for a choice, so its name must be 'choice'"):
        release.release_chapter(chapter)


def test_a_starter_that_is_not_python_is_refused(chapter):
    cell(chapter, "c-answer").source = "def count(W, F):\n### BEGIN SOLUTION\n    return 1\n### END SOLUTION"
    with pytest.raises(
        NotebookError, match=r"01_small, cell 9 \(id c-answer\): the cell releases to a starter that is not Python"
    ):
        release.release_chapter(chapter)


@pytest.mark.parametrize("name", ["setup", "given", "c-check", "c-answer"])
def test_a_magic_where_the_grader_runs_plain_python_is_refused(chapter, name):
    cell(chapter, name).source = "%matplotlib inline\n" + cell(chapter, name).source
    with pytest.raises(NotebookError, match=f"id {name}.*plain Python"):
        release.release_chapter(chapter)


def test_a_cell_says_where_its_code_goes_and_a_folded_one_what_it_does(chapter):
    chapter.cells += [
        code("more", "#| export small.more\n\nA = 1"),
        code("folded", "#| exporti small.more\nB = 1\n\nC = 2", fold="two numbers"),
        code("alone", "D = 1", fold="one number"),
    ]
    out = release.release_chapter(chapter)
    assert cell(out, "more").source == "# goes into cs231n_kit/small/more.py\nA = 1"
    assert "jupyter" not in cell(out, "more").metadata
    folded = "# goes into cs231n_kit/small/more.py, 3 lines: two numbers\nB = 1\n\nC = 2"
    assert cell(out, "folded").source == folded
    assert cell(out, "alone").source == "# 1 line: one number\nD = 1"
    assert cell(out, "folded").metadata.jupyter == cell(out, "alone").metadata.jupyter == {"source_hidden": True}
    assert [without_file_line(cell(out, id).source) for id in ("more", "folded", "alone", "plain")] == [
        *("A = 1", "B = 1\n\nC = 2", "D = 1", "print(STEP)")
    ]


def test_a_question_shows_its_widget_and_not_its_source(chapter):
    question = code("ask", 'Predict("share", "How much?")', role="question", question="share")
    question.outputs = [new_output("display_data", {"text/plain": "How much?"})]
    chapter.cells.append(question)
    asked = cell(release.release_chapter(chapter), "ask")
    assert asked.metadata.jupyter["source_hidden"]
    assert asked.outputs == question.outputs
    assert asked.metadata.get("editable", True), "the panel keeps the guess in it"


def test_nothing_looks_as_if_it_had_been_run_here(chapter):
    for number, one in enumerate(chapter.cells, 1):
        if one.cell_type == "code":
            one.execution_count = number
    cell(chapter, "plain").outputs = [new_output("execute_result", {"text/plain": "2"}, execution_count=4)]
    cell(chapter, "setup").outputs = [new_output("stream", text="loaded\n")]
    out = release.release_chapter(chapter)
    nbformat.validate(out)
    assert [one.execution_count for one in out.cells if one.cell_type == "code"] == [None] * 8
    assert cell(out, "plain").outputs == [new_output("execute_result", {"text/plain": "2"})]
    assert cell(out, "setup").outputs == []


def test_the_command_writes_and_checks(chapters, tmp_path, capsys, chapter):
    out = tmp_path / "out"
    assert release.main(["--check"]) == 0
    assert release.main([str(out)]) == 0
    assert release.main(["--check", str(out)]) == 0
    cell(chapter, "plain").source = "print('changed')"
    nbformat.write(chapter, chapters / "01_small.ipynb")
    assert release.main(["--check", str(out)]) == 1
    assert "01_small.ipynb is not what" in capsys.readouterr().err


def test_the_command_says_which_cell_is_wrong(chapters, capsys, chapter):
    chapter.cells.remove(cell(chapter, "c-check"))
    nbformat.write(chapter, chapters / "01_small.ipynb")
    assert release.main(["--check"]) == 1
    assert "01_small.ipynb, cell 9 (id c-answer): exercise 'count' has no check" in capsys.readouterr().err


def test_the_courses_own_chapters_can_be_released():
    for name, nb in release.release_all():
        nbformat.validate(nb)
        assert "BEGIN SOLUTION" not in nbformat.writes(nb), name
