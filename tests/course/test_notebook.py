"""Reading and writing notebooks, and what a chapter's exercises must have."""

import json
import os
import re

import nbformat
import pytest
from small import cell

from cs231n_course.notebooks import reading
from cs231n_course.notebooks.format import metadata_of, role
from cs231n_course.notebooks.reading import NotebookError


def save(tmp_path, text):
    """Write a file as a learner's notebook; returns its path."""
    path = tmp_path / "mine.ipynb"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "saved only half"),
        ('{"cells": [{"cell_type": "code"', "saved only half"),
        ('{"cells": [{"source": "x = ', "saved only half"),
        ("# a script\nprint(1)\n", "not JSON at line 1"),
        (b"\x89PNG\r\n\x1a\n\xff", "not text in UTF-8"),
        ("[1, 2]", "JSON but not a notebook"),
        ('{"name": "package"}', "JSON but not a notebook"),
        ('{"nbformat": 5, "cells": []}', "notebook format 5"),
        ('{"nbformat": 4, "metadata": {}}', "no list of cells"),
        ('{"nbformat": 4, "cells": null}', "no list of cells"),
        ('{"nbformat": 4, "cells": ["text"]}', '"text" as number 1'),
        ('{"nbformat": 4, "cells": [{}, null]}', "null as number 2"),
        ('{"nbformat": true, "cells": []}', "notebook format true"),
        ('{"nbformat": -1e999, "cells": []}', "notebook format -Infinity"),
        ('{"nbformat": 4, "cells": [' + "1" * 5000 + "]}", "is not a notebook: Exceeds the limit"),
        ('{"nbformat": 4, "cells": [], "metadata": ' + '{"a":' * 300 + "1" + "}" * 301, "nested too deeply"),
        ('{\n "cells": [\n<<<<<<< HEAD\n  {},\n=======\n>>>>>>> b\n ]\n}', "the marks of a git merge, at line 3"),
        ("<<<<<<< HEAD\r\n{}\r\n=======\r\n{}\r\n>>>>>>> b\r\n", "the marks of a git merge, at line 1"),
        ('{"cells": [\n=======\n]}', "the marks of a git merge, at line 2"),
        ('{"cells": []\n||||||| base\n}', "the marks of a git merge, at line 2"),
        ("Title\n=======\n", "not JSON at line 1"),
        ('{"cells": []}'.encode("utf-16"), "text in UTF-16"),
        ('{"cells": []}'.encode("utf-16-le"), "not JSON at line 1"),
        (b"PK\x03\x04\x14\0", "a zip archive. Unpack it"),
        (b"\x1f\x8b\x08\0", "a gzip archive. Unpack it"),
        (b"%PDF-1.7\n", "a PDF"),
        ("\n<!DOCTYPE html><html><title>Log in</title>", "a web page, maybe one that asks to log in"),
        ("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\n", "`git lfs pull` fetches"),
        (b"\0" * 4096, "nothing but zeros: it was saved only half"),
        ('{"nbformat": 4, "cells": [' + "\0" * 50, "saved only half"),
        (" \n", "is empty"),
        ('{"nbformat": 2, "worksheets": 3}', "old notebook format 2"),
        ("[" * 100_000, "nested too deeply"),
        (
            '{"nbformat": 4, "cells": [' + "[]," * 2_000_000 + "[]]}",
            "holds more than 4,000,000 values and texts. Clear",
        ),
    ],
)
def test_a_file_that_is_no_notebook_is_an_error_in_words(tmp_path, text, says):
    path = save(tmp_path, text)
    with pytest.raises(NotebookError, match=says) as caught:
        reading.load(path)
    said = str(caught.value)
    assert str(path) in said
    assert len(said) < len(str(path)) + 300


def test_what_is_no_readable_file_is_an_error_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "dead").symlink_to(tmp_path / "gone")
    says = {
        "none": "There is no file",
        "": "is a folder",
        "pipe": "not a file but a pipe",
        "loop": "a link that leads to itself",
        "dead": "a link to a file that is not there",
        "x" * 300: "File name too long",
    }
    for name, words in says.items():
        with pytest.raises(NotebookError, match=words) as caught:
            reading.load(tmp_path / name)
        assert str(tmp_path / name) in str(caught.value)
    with pytest.raises(NotebookError, match="a pipe or a device"):
        reading.load(os.devnull)


def test_signs_in_the_texts_of_a_notebook_are_no_values(tmp_path):
    content = json.dumps({"nbformat": 4, "cells": [{"source": '[],"\\' * 1_500_000}]})
    assert len(reading.load(save(tmp_path, content))["cells"][0]["source"]) == 7_500_000


def test_half_a_surrogate_pair_is_kept_as_json_writes_it(tmp_path, chapter):
    nb = reading.read(save(tmp_path, nbformat.writes(chapter)))
    nb["cells"][0]["source"] = "caf\udce9 \U0001f600 \ud83d"
    nb["cells"][0]["metadata"]["\udce9"] = [float("nan"), float("-inf"), 1.5]
    reading.write(tmp_path / "mine.ipynb", nb)
    cell = json.loads((tmp_path / "mine.ipynb").read_bytes().decode())["cells"][0]
    assert "".join(cell["source"]) == "caf\udce9 \U0001f600 \ud83d"
    assert cell["metadata"]["\udce9"] == [None, None, 1.5]


def test_an_old_notebook_is_upgraded(tmp_path):
    worksheet = {"cells": [{"cell_type": "code", "input": ["x = 1\n", "x"], "language": "python", "outputs": []}]}
    old = {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}, "worksheets": [worksheet]}
    assert reading.load(save(tmp_path, json.dumps(old)))["cells"][0]["source"] == "x = 1\nx"


def test_odd_metadata_and_outputs_do_no_harm(tmp_path):
    odd = {"nbformat": 4, "nbformat_minor": 5, "metadata": [], "cells": [{"metadata": None, "outputs": [{"data": 3}]}]}
    nb = reading.load(save(tmp_path, json.dumps(odd)))
    assert metadata_of(nb) == {}
    assert role(nb["cells"][0]) is None


def test_what_is_written_is_read_again(tmp_path, chapter):
    reading.write(tmp_path / "a.ipynb", chapter)
    assert reading.read(tmp_path / "a.ipynb") == chapter
    assert nbformat.read(tmp_path / "a.ipynb", 4) == chapter
    assert [path.name for path in tmp_path.iterdir()] == ["a.ipynb"]


def test_a_failed_write_leaves_the_old_file_whole(tmp_path, monkeypatch):
    path = save(tmp_path, "old")

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(reading.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        reading.write_bytes(path, b"new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_writing_does_not_overwrite_where_it_must_not(tmp_path):
    path = save(tmp_path, "mine")
    with pytest.raises(FileExistsError):
        reading.write_bytes(path, b"theirs", overwrite=False)
    assert path.read_text() == "mine"


def test_exercises_are_found_with_their_cells(chapter):
    window, count = reading.exercises(chapter, "small")
    assert (window.id, window.name, window.title, window.points) == ("window", "window", "A window", 4)
    assert [one["id"] for one in window.checks] == ["w-check-1", "w-check-2"]
    assert [one["id"] for one in count.given] == ["given"]


def without_marks(nb):
    cell(nb, "c-answer").source = "def count(W, F):\n    return W - F + 1"


def without_end(nb):
    cell(nb, "c-answer").source = cell(nb, "c-answer").source.replace("### END SOLUTION", "")


def marks_turned_round(nb):
    source = cell(nb, "c-answer").source.replace("BEGIN", "X").replace("END", "BEGIN").replace("X", "END")
    cell(nb, "c-answer").source = source


def without_name(nb):
    del cell(nb, "c-answer").metadata.cs231n["name"]


def without_exercise(nb):
    del cell(nb, "c-answer").metadata.cs231n["exercise"]


def without_check(nb):
    nb.cells.remove(cell(nb, "c-check"))


def without_points(nb):
    del cell(nb, "c-check").metadata.cs231n["points"]


def doubled(nb):
    cell(nb, "c-answer").metadata.cs231n["exercise"] = "window"


def strange_role(nb):
    cell(nb, "c-check").metadata.cs231n["role"] = "chek"


def check_of_nothing(nb):
    cell(nb, "w-check-1").metadata.cs231n["exercise"] = "cuont"


@pytest.mark.parametrize(
    ("break_it", "says"),
    [
        (without_marks, "no '### BEGIN SOLUTION'"),
        (without_end, "do not pair"),
        (marks_turned_round, "do not pair"),
        (without_name, "lacks the name"),
        (without_exercise, "no exercise in its metadata"),
        (without_check, "has no check"),
        (without_points, "needs points"),
        (doubled, "second answer to 'window'"),
        (strange_role, "role 'chek' is not one of"),
        (check_of_nothing, "'cuont', which no answer is for"),
    ],
)
def test_an_unsound_exercise_is_an_error_with_notebook_and_cell(chapter, break_it, says):
    break_it(chapter)
    with pytest.raises(NotebookError, match=says) as caught:
        reading.exercises(chapter, "01_small.ipynb")
    assert re.match(r"01_small\.ipynb, cell \d+ \(id [\w-]+\)", str(caught.value))
