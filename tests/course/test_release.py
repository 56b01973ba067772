"""The learner's notebook that a chapter releases to."""

import copy

import nbformat
import pytest
from nbformat.v4 import new_output
from small import cell, code

from cs231n_course.notebooks import release
from cs231n_course.notebooks.format import WIDGET_STATE_MIME as STATE
from cs231n_course.notebooks.format import WIDGET_VIEW_MIME as VIEW
from cs231n_course.notebooks.reading import NotebookError


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
    starter = release.starter(source + "        return y\n        ### END SOLUTION\n    return 0")
    assert starter.count("raise NotImplementedError") == 2
    assert "        raise NotImplementedError\n    return 0" in starter
    compile(starter, "starter", "exec")


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


def test_export_lines_go_from_every_cell(chapter):
    chapter.cells.append(code("more", "#| export small.more\n\nA = 1"))
    assert cell(release.release_chapter(chapter), "more").source == "A = 1"


def test_widget_state_keeps_what_a_view_still_shows(chapter):
    def view(model):
        return new_output("display_data", {VIEW: {"model_id": model, "version_major": 2, "version_minor": 0}})

    cell(chapter, "plain").outputs = [view("a")]
    cell(chapter, "w-answer").outputs = [view("gone")]
    models = {"a": {"state": {"layout": "IPY_MODEL_b"}}, "b": {"state": {}}, "gone": {"state": {}}}
    chapter.metadata["widgets"] = {STATE: {"version_major": 2, "version_minor": 0, "state": models}}
    assert set(release.release_chapter(chapter).metadata["widgets"][STATE]["state"]) == {"a", "b"}
    cell(chapter, "plain").outputs = []
    assert "widgets" not in release.release_chapter(chapter).metadata


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
