"""Which cell of the course each cell of a notebook is found to be."""

import pytest

from cs231n_course.notebooks.align import align, continues, plain_text, same_text, share

A = "x = np.arange(12)\nprint(x)\nprint(x.shape)"
B = "y = x.reshape(3, 4)\nprint(y)\nprint(y.sum(axis=0))"
C = "for row in y:\n    print(row.mean())\n    print(row.std())"
D = "A convolution slides a filter over its input, and each place gives one number."


def course(*texts):
    """Make cells with ids that no notebook has by chance."""
    return cells(*texts, **{f"at{number}": f"course{number}" for number in range(len(texts))})


def cells(*texts, **ids):
    """Make cells of texts; those that begin with a capital letter and hold spaces are Markdown. ids: {text's place}."""
    named = []
    for number, text in enumerate(texts):
        kind = "markdown" if text.startswith("A conv") else "code"
        named.append({"cell_type": kind, "source": text, "id": ids.get(f"at{number}", f"new{number}")})
    return named


COURSE = cells(A, B, C, D, at0="a", at1="b", at2="c", at3="d")
EDITED = B.replace("axis=0", "axis=1")
CASES = {
    "nothing but ids lost": ((A, B, C, D), {}, [0, 1, 2, 3], {}),
    "one moved": ((D, A, B, C), {}, [3, 0, 1, 2], {}),
    "one edited": ((A, EDITED, C, D), {}, [0, 1, 2, 3], {1: EDITED}),
    "one edited and moved": ((EDITED, A, C, D), {}, [1, 0, 2, 3], {1: EDITED}),
    "one of the learner's own": ((A, "z = 1", B, C, D), {}, [0, None, 1, 2, 3], {}),
    "one rewritten, with its id": ((A, "z = 1", C, D), {"at1": "b"}, [0, 1, 2, 3], {1: "z = 1"}),
    "another kind, with its id": ((A, B, C, D.lower()), {"at3": "d"}, [0, 1, 2, 3], {3: D.lower()}),
    "two that have one id": (
        (A, f"{B}\n1", f"{B}\n2\n3", C, D),
        {"at1": "b", "at2": "b"},
        [0, 1, None, 2, 3],
        {1: f"{B}\n1"},
    ),
    "ids of other cells": ((A, EDITED, C, D), {"at0": "b", "at1": "c", "at2": "d"}, [0, 1, 2, 3], {1: EDITED}),
    "two ids swapped": ((A, B, C, D), {"at0": "b", "at1": "a", "at2": "c", "at3": "d"}, [0, 1, 2, 3], {}),
    "two merged": ((A, f"{B}\n\n{C}", D), {}, [0, 1, 3], {}),
    "two merged, with the first one's id": ((A, f"{B}\n\n{C}", D), {"at1": "b"}, [0, 1, 3], {}),
    "two merged and edited at the front": ((A, f"{EDITED}\n\n{C}", D), {}, [0, 1, 3], {1: EDITED}),
    "two merged and edited at the end": ((f"{A}\n\n{EDITED}", C, D), {"at0": "b"}, [0, 2, 3], {1: EDITED}),
    "three merged": ((f"{A}\n\n{B}\n\n{C}", D), {}, [0, 3], {}),
    "one split": ((A, B[:19], B[20:], C, D), {}, [0, 1, 1, 2, 3], {}),
    "one split in three": ((A, *B.split("\n"), C, D), {}, [0, 1, 1, 1, 2, 3], {}),
    "one split and its end edited": (
        (A, "y = x.reshape(3, 4)", EDITED[20:], C, D),
        {"at2": "b"},
        [0, 1, 1, 2, 3],
        {1: EDITED},
    ),
    "one split and its front edited": (
        (A, "y = x.reshape(4, 3)\nprint(y)", "print(y.sum(axis=0))", C, D),
        {"at1": "b"},
        [0, 1, 1, 2, 3],
        {1: B.replace("3, 4", "4, 3")},
    ),
    "a function split and edited": (
        (A, B, "for row in y:\n    print(row.max())", "    print(row.std())", D),
        {},
        [0, 1, 2, 2, 3],
        {2: C.replace("mean", "max")},
    ),
    "spaces and empty lines": ((f"\n{A}  \n", B.replace("\n", " \n"), C, D), {}, [0, 1, 2, 3], {}),
    "its file named": ((f"# goes into cs231n_kit/net.py\n{A}", B, C, D), {}, [0, 1, 2, 3], {}),
}


@pytest.mark.parametrize("case", CASES)
def test_cells_are_known(case):
    texts, ids, places, changed = CASES[case]
    found = align(cells(*texts, **ids), COURSE)
    assert found.places == places
    assert {
        place: text for place, text in found.texts.items() if not same_text(text, COURSE[place]["source"])
    } == changed
    assert len(found.texts) == 4, "each cell of the course is there"


def test_pieces_too_small_to_be_like_the_whole_are_known():
    lines = ["alpha = x.min()", "beta = y.max()", "gamma = z.mean()", "delta = w.std()"]
    assert align(cells(A, *lines, B), course(A, "\n".join(lines), B)).places == [0, 1, 1, 1, 1, 2]
    merged = align(cells(A, "\n\n".join(lines), B), course(A, *lines, B))
    assert (merged.places, len(merged.texts)) == ([0, 1, 5], 6)


def test_a_copy_of_a_cell_is_not_the_cell():
    found = align(cells(A, EDITED, B, C, D, at1="b", at2="copy"), COURSE)
    assert found.places == [0, 1, None, 2, 3], "the id is good, as those of the others are: that one was edited"


def test_cells_of_one_text_are_matched_in_their_order():
    of_course = course("import numpy as np", A, "import numpy as np", B)
    assert align(cells("import numpy as np", A, B, "import numpy as np"), of_course).places == [0, 1, 3, 2]


def test_what_is_known_before_stays():
    assert align(cells(A, "z = 1", C, D), COURSE, {1: 1}).places == [0, 1, 2, 3]


def test_a_cell_that_begins_indented_is_the_rest_of_another():
    assert [continues(cell) for cell in cells("    return 1", "\n\treturn 1", "return 1", "", "  ")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_how_much_of_the_course_a_notebook_has():
    assert share(cells(A, B, "z"), COURSE) == 0.5
    assert share([], COURSE) == share(COURSE, []) == 0


def test_plain_text():
    assert plain_text("\n# goes into cs231n_kit/net.py\na \n\n  b\n") == "# goes into cs231n_kit/net.py\na\n\n  b"
    assert plain_text("# goes into cs231n_kit/net.py") == ""
