"""What is shown of a wrong answer: the check in which the mistake shows, and of several values the wrong one."""

import pytest

from cs231n_course.checks import messages, payload
from cs231n_course.grading import grade
from cs231n_course.notebooks import reading, release
from cs231n_course.notebooks.chapter import Chapter
from cs231n_course.notebooks.format import metadata_of, role
from cs231n_course.notebooks.paths import chapter_paths
from cs231n_course.sandbox import reference

pytestmark = pytest.mark.slow  # each grades an answer in a real chapter

NO_STRIDE_NOR_PADDING = """def conv_at(x, w, b, row, col, stride=1, pad=0):
    F = w.shape[1]
    return (x[:, row:row+F, col:col+F] * w).sum() + b"""
DB_DOUBLED = """def linear_backward(dy, cache):
    x, w, b = cache
    db = None if b is None else 2 * dy.sum(axis=0)
    return (dy @ w).reshape(x.shape), dy.T @ x.reshape(len(x), -1), db"""


NO_DILATION_NOR_GROUPS = """import numpy as np
from cs231n_kit.kernels.im2col import im2col
from cs231n_kit.sizing import conv_shape

def forward(x, w, b, stride=1, pad=0, dilation=1, groups=1, fit="crop"):
    K, F = len(w), w.shape[2]
    rows = [w.reshape(K, -1) @ im2col(one, F, stride, pad) for one in x]
    y = np.stack(rows).reshape(len(x), *conv_shape(x.shape[1:], K, F, stride, pad))
    return (y if b is None else y + b[:, None, None]), None"""


@pytest.fixture
def graded(tmp_path):
    """Returns a function that grades one answer in a learner's copy of a chapter."""

    def grade_answer(stem, exercise, answer, **limits):
        path = next(path for path in chapter_paths() if path.stem == stem)
        learner = release.release_chapter(reading.read(path))
        for cell in learner.cells:
            if role(cell) == "answer" and metadata_of(cell)["exercise"] == exercise:
                cell.source = answer
        reading.write(tmp_path / path.name, learner)
        (result,) = grade.grade_notebook(tmp_path / path.name, only=[exercise], seed=3, **limits).exercises
        return result

    return grade_answer


def test_the_case_is_of_the_check_that_shows_the_mistake(graded):
    result = graded("02_arithmetic_of_space", "one-output", NO_STRIDE_NOR_PADDING)
    misconception, check, case = result.words
    assert misconception.startswith("In check “stride”: It looks as if the stride were left out.")
    assert check.startswith("Check “stride”: `conv_at(x, w, 2, 1, 0, stride=2)`: expected ")
    assert case.startswith("with x = array 2x5x7: ")


def test_a_check_that_shows_a_value_comes_before_one_that_stopped(graded):
    result = graded("03_convolution_as_code", "product", NO_DILATION_NOR_GROUPS)
    assert [check.passed for check in result.checks] == [True, True, False, False]
    stopped = "`forward(x, w, b, stride=2, pad=1, groups=3)` stopped in line 7 of the answer with ValueError"
    assert result.checks[3].words.startswith(stopped)
    assert any("Check “stride, padding and dilation”" in words for words in result.words)


def test_of_several_results_the_wrong_one_is_shown(graded):
    result = graded("01_overview", "fc-backward", DB_DOUBLED)
    failing = [check for check in result.checks if not check.passed]
    assert failing
    assert all("(dy, (x, w, b))`: db differs, the others agree." in check.words for check in failing)
    assert all(check.expected.startswith("array ") and check.got.startswith("array ") for check in failing)


def test_a_limit_of_one_second_is_told_as_one(graded):
    result = graded("02_arithmetic_of_space", "parameters", "while True: pass", timeout=1)
    assert "a cell took longer than 1 second." in result.words[0]


def test_every_case_of_the_chapters_is_shown_whole_so_that_it_can_be_tried(monkeypatch):
    monkeypatch.setenv("CS231N_SEED", "3")
    for path in chapter_paths():
        for outcomes in next(reference.reference_parts(Chapter.read(path))).values():
            for outcome in outcomes:
                shown = outcome["shown"]
                texts = [messages.case_text(shown["case"])]
                texts += [payload.text(value) for value in shown["shown"] if value["kind"] == "array"]
                assert not any(" ..." in text for text in texts), (path.stem, shown["check"])
                assert all("..." not in value["call"] for value in shown["shown"]), (path.stem, shown["check"])


def test_what_an_answer_returned_is_shown_as_long_as_what_was_expected(graded):
    result = graded("01_overview", "relu-back", "def relu_backward(dy, cache):\n    return dy * 1.25")
    large = next(check for check in result.checks if check.name == "a volume")
    assert not large.passed
    assert len(large.got) > 300
    assert "..." not in large.case + large.expected + large.got
