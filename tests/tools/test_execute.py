"""The executor: reproducible outputs, models named by cell and place, unfit outputs refused."""

import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from cs231n_course.notebooks.format import IGNORE_OUTPUT_TAG

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
import execute

WIDGET = "import ipywidgets as W\na, b = W.IntSlider(3), W.IntSlider(4)\nlink = W.jslink((a, 'value'), (b, 'value'))\n"


def write(path, *sources, **metadata):
    """Write a notebook of code cells with ids c0, c1, ... and give its path."""
    cells = [new_code_cell(source, id=f"c{place}") for place, source in enumerate(sources)]
    nbformat.write(new_notebook(cells=cells, metadata=metadata), path)
    return path


def test_executing_twice_gives_the_same_notebook(tmp_path):
    path = write(tmp_path / "01_a.ipynb", WIDGET + "a", "b", "W.IntSlider(9)\nprint(1 + 1)")
    first, second = execute.execute(path), execute.execute(path)
    assert nbformat.writes(first) == nbformat.writes(second)
    state = first.metadata["widgets"][execute.STATE]["state"]
    assert {"c0-0", "c1-0", "link-0"} <= set(state)
    assert state["link-0"]["state"]["target"] == ["IPY_MODEL_c1-0", "value"]
    assert state["c0-0"]["state"]["layout"] in {f"IPY_MODEL_{name}" for name in state}
    assert first.cells[0].outputs[0]["data"][execute.VIEW]["model_id"] == "c0-0"
    assert all(state[name]["state"].get("value") != 9 for name in state), "a model that nothing shows is dropped"
    execute.save(first, path)
    assert execute.differences(path, second) == []
    second.cells[2].outputs[0].text = "3\n"
    assert execute.differences(path, second) == [
        "01_a.ipynb, cell c2: its outputs differ; run `python tools/execute.py 01_a.ipynb`."
    ]


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


def test_pictures_and_measured_cells_are_not_compared(tmp_path):
    path = write(tmp_path / "01_a.ipynb", "x", "y")
    fresh = nbformat.read(path, 4)
    for cell, data in zip(fresh.cells, ({"image/png": "AAAA"}, {"text/plain": "1.0 s"}), strict=True):
        cell.outputs = [new_output("display_data", data=data)]
    execute.save(fresh, path)
    fresh.cells[0].outputs[0]["data"]["image/png"] = "BBBB"
    assert execute.differences(path, fresh) == []
    fresh.cells[1].outputs[0]["data"]["text/plain"] = "2.0 s"
    assert len(execute.differences(path, fresh)) == 1
    fresh.cells[1].metadata["tags"] = [IGNORE_OUTPUT_TAG]
    assert execute.differences(path, fresh) == []
    fresh.cells[0].outputs = []
    assert len(execute.differences(path, fresh)) == 1
