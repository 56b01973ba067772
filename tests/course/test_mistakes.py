"""The known wrong answers of a chapter: how their file is read, and what is said of one that is not sound."""

import pytest
from small import MISTAKES, ONE_WORDS, STRIDE_WORDS, cell

from cs231n_course.notebooks import reading
from cs231n_course.notebooks.mistakes import known_mistakes, mistakes_path
from cs231n_course.notebooks.reading import NotebookError

PARTS = '''def total(x):
    """Add up."""
    ### BEGIN SOLUTION
    found = 0
    for row in x:
        for number in row:
            found += number
        found += 0
    ### END SOLUTION
    return found'''


@pytest.fixture
def read_mistakes(tmp_path, chapter):
    """Returns a function that reads a text as the mistakes of the small chapter: {exercise: mistakes}."""

    def read(text):
        path = mistakes_path(tmp_path / "01_small.ipynb")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return known_mistakes(tmp_path / "01_small.ipynb", reading.exercises(chapter, "01_small.ipynb"))

    return read


@pytest.fixture
def slipped(read_mistakes, chapter):
    """Returns a function that puts one slip into PARTS, and returns the source of the wrong answer."""
    cell(chapter, "c-answer").source = PARTS

    def slip(lines):
        (mistake,) = read_mistakes(f"## count\n\na slip\n{lines}\n> Words.\n")["count"]
        return mistake.source

    return slip


def test_the_small_chapters_mistakes(read_mistakes):
    mistakes = read_mistakes(MISTAKES)
    (window,), (count,) = mistakes["window"], mistakes["count"]
    assert (window.title, window.words) == ("no stride", STRIDE_WORDS)
    assert "    start = row\n    return x[start : start + 2]" in window.source
    assert (count.title, count.words) == ("no + 1", ONE_WORDS)
    assert "return W - F\n" in count.source


def test_an_exercise_or_a_chapter_without_mistakes_has_none(read_mistakes, chapter, tmp_path):
    assert read_mistakes("## count\n\nno + 1\n- F + 1\n+ F\n> Words.")["window"] == []
    exercises = reading.exercises(chapter, "01_small.ipynb")
    assert known_mistakes(tmp_path / "02_other.ipynb", exercises) == {"window": [], "count": []}


def test_words_run_on_over_lines(read_mistakes):
    (count,) = read_mistakes("## count\n\nno + 1\n- F + 1\n+ F\n> Some words,\n> and more.\n")["count"]
    assert count.words == "Some words, and more."


def test_a_part_of_a_line_is_replaced(slipped):
    assert slipped("- found = 0\n+ found = 1") == PARTS.replace("found = 0", "found = 1")


def test_more_lines_than_there_were_are_indented_as_the_first(slipped):
    source = slipped("- found += number\n+ if number:\n+     found += number\n+\n+ number = 0")
    assert "            if number:\n                found += number\n\n            number = 0\n" in source


def test_several_lines_are_found_however_far_they_are_indented(slipped):
    right = "- for number in row:\n-     found += number\n- found += 0\n"
    expected = "        for number in row:\n            found = number\n    ### END"
    assert expected in slipped(f"{right}+ for number in row:\n+     found = number")


def test_several_lines_must_be_indented_alike(slipped):
    with pytest.raises(NotebookError, match="has no such lines"):
        slipped("- for number in row:\n- found += number\n+ pass")


def test_a_slip_may_change_several_places(slipped):
    source = slipped("- found = 0\n+ found = 1000\n- return found\n+ return found - 1000")
    assert source == PARTS.replace("found = 0", "found = 1000").replace("return found", "return found - 1000")


def test_lines_may_go_without_others_in_their_place(slipped):
    assert slipped('- """Add up."""') == PARTS.replace('"""Add up."""', "")
    source = slipped("- for number in row:\n-     found += number\n+\n- found = 0\n+ found = 1")
    assert "    found = 1\n    for row in x:\n        \n        found += 0\n" in source


def test_without_lines_to_replace_the_whole_solution_is_written_anew(slipped):
    assert slipped("+ found = 0\n+ for row in x:\n+     found = sum(row)") == (
        'def total(x):\n    """Add up."""\n    found = 0\n    for row in x:\n        found = sum(row)\n    return found'
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("## cuont\n", "line 1: 01_small.ipynb has no exercise 'cuont'. Name one that it has: window, count."),
        ("\nno + 1\n- 1\n+ 2\n", "line 2: put a line '## EXERCISE'"),
        ("## count\n\n## count\n", "line 3: there is a heading for 'count' already."),
        ("## count\n\n- F + 1\n+ F\n", "line 3: begin each slip, after a blank line, with a line that says what"),
        ("## count\n\nno + 1\n- F + 1\n* F\n", "line 5: begin this line with '- ', '+ ' or '> '."),
        ("## count\n\nno + 1\n- F + 1\n+F\n", "line 5: begin this line with '- ', '+ ' or '> '."),
        ("## count\n\nno + 1\n- F + 1\n+ F\n", "line 3: 'no + 1' has no words. Add them after '> '"),
        ("## count\n\nno + 1\n- F + 1\n+ F\n>\n", "line 3: 'no + 1' has no words. Add them after '> '"),
        ("## count\n\nno + 1\n> Words.\n", "line 3: 'no + 1' changes nothing. Add what is wrong after '+ '."),
        ("## count\n\nno + 1\n- F + 1\n+ F + 1\n> Words.\n", "line 3: 'no + 1' changes nothing."),
        ("## count\n\nno + 1\n- F + 2\n+ F\n> Words.\n", "line 4: 'no + 1': the answer to count has no such lines."),
        ("## count\n\nno + 1\n- W\n+ F\n> Words.\n", "line 4: 'no + 1': the answer to count has this 2 times. Take"),
        ("## count\n\nno + 1\n- F + 1\n+ F\n- + 1\n+ + 2\n> Words.\n", "line 6: 'no + 1' changes the same place twice"),
        (
            "## count\n\nno + 1\n+ pass\n- F + 1\n+ F\n> Words.\n",
            "line 4: 'no + 1' has '+ ' lines for an unknown place",
        ),
        ("## count\n\nno + 1\n- F + 1\n+ F +\n> Words.\n", "line 3: 'no + 1' makes an answer that isn't Python"),
        ("## count\n\na\n- F + 1\n+ F\n> A.\n\na\n- F + 1\n+ F + 2\n> B.", "line 8: 'a' is there twice for count."),
    ],
)
def test_an_unsound_file_is_an_error_with_file_and_line(read_mistakes, text, says):
    with pytest.raises(NotebookError) as caught:
        read_mistakes(text)
    assert str(caught.value).startswith(f"mistakes/01_small.txt, {says}")
