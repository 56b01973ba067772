"""The executor: reproducible outputs that name no model of a kernel, unfit outputs refused."""

import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
import execute


def write(path, *sources, **metadata):
    """Write a notebook of code cells with ids c0, c1, ... and give its path."""
    cells = [new_code_cell(source, id=f"c{place}") for place, source in enumerate(sources)]
    nbformat.write(new_notebook(cells=cells, metadata=metadata), path)
    return path


def test_executing_twice_gives_the_same_notebook(tmp_path):
    path = write(tmp_path / "01_a.ipynb", "from cs231n_widgets import Pooling\nPooling(row=1)", "print(1 + 1)")
    first, second = execute.execute(path), execute.execute(path)
    assert nbformat.writes(first) == nbformat.writes(second)
    (output,) = first.cells[0].outputs
    assert output.data[execute.WIDGET_MIME]["state"]["row"] == 1
    assert output.metadata == {}
    assert "widgets" not in first.metadata
    assert path.stat().st_size < 2000, "executing alone writes nothing"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("1 / 0", "01_a.ipynb, cell c0: raised ZeroDivisionError: division by zero"),
        ("import warnings; warnings.warn('hm')", "01_a.ipynb, cell c0: wrote to stderr"),
        ("import pathlib; print(pathlib.Path.home())", "holds a path of this machine"),
    ],
)
def test_unfit_outputs_are_refused(tmp_path, source, message):
    path = write(tmp_path / "01_a.ipynb", source)
    before = path.read_bytes()
    with pytest.raises(execute.ChapterError, match=message):
        execute.execute(path)
    assert path.read_bytes() == before
