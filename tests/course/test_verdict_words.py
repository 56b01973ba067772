"""What is shown of a wrong answer: the check in which the mistake shows, and of several values the wrong one."""

import pytest

from cs231n_kit.course import grading, notebook, release
from cs231n_kit.course.notebook import course, role
from cs231n_kit.course.paths import chapter_paths

NO_STRIDE_NOR_PADDING = """def conv_at(x, w, b, row, col, stride=1, pad=0):
    F = w.shape[1]
    return (x[:, row:row+F, col:col+F] * w).sum() + b"""
DB_DOUBLED = """def linear_backward(dy, cache):
    x, w, b = cache
    db = None if b is None else 2 * dy.sum(axis=0)
    return (dy @ w).reshape(x.shape), dy.T @ x.reshape(len(x), -1), db"""


@pytest.fixture
def graded(tmp_path):
    """Give a function that grades one answer in a learner's copy of a chapter."""

    def grade(stem, exercise, answer, **limits):
        path = next(path for path in chapter_paths() if path.stem == stem)
        learner = release.release(notebook.read(path))
        for cell in learner.cells:
            if role(cell) == "answer" and course(cell)["exercise"] == exercise:
                cell.source = answer
        notebook.write(tmp_path / path.name, learner)
        (result,) = grading.grade(tmp_path / path.name, only=[exercise], seed=3, **limits).exercises
        return result

    return grade


def test_the_case_is_of_the_check_that_shows_the_mistake(graded):
    result = graded("02_arithmetic_of_space", "one-output", NO_STRIDE_NOR_PADDING)
    says, check, case = result.words
    assert says.startswith("In check “stride”: It looks as if the stride were left out.")
    assert check.startswith("Check “stride”: Expected (")
    assert "stride = 2" in case


def test_of_several_results_the_wrong_one_is_shown(graded):
    result = graded("01_overview", "fc-backward", DB_DOUBLED)
    failing = [check for check in result.checks if not check.passed]
    assert failing
    assert all(check.words.startswith("Value 3 of 3 differs, the others agree.") for check in failing)
    assert all(check.expected.startswith("array ") and check.got.startswith("array ") for check in failing)


def test_a_limit_of_one_second_is_told_as_one(graded):
    result = graded("02_arithmetic_of_space", "parameters", "while True: pass", timeout=1)
    assert "a cell took longer than 1 second." in result.words[0]
