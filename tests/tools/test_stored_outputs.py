"""The check that chapters store what they show: in nbval's own run, beyond what nbval compares."""

import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
import execute
import stored_outputs

pytest_plugins = ["pytester"]
TOOLS = Path(execute.__file__).parent
CONFTEST = f"""
import pathlib, sys
sys.path.insert(0, {str(TOOLS)!r})
from stored_outputs import StoredOutputsPlugin

def pytest_configure(config):
    config.pluginmanager.register(StoredOutputsPlugin(pathlib.Path(__file__).parent))
"""
CELLS = {
    "widget": "from cs231n_widgets import Pooling\nPooling()",
    "number": "41 + 1",
    "measured": "import time\ntime.perf_counter()",
    "words": "print('first')\nprint('second')",
    "picture": "from IPython.display import Image\nImage(b'\\x89PNG\\r\\n\\x1a\\n', format='png')",
}


def cells(**sources):
    """Return a code cell for each id and source."""
    return [new_code_cell(source, id=id) for id, source in sources.items()]


def edit(path, change):
    """Change a notebook that has been executed."""
    nb = nbformat.read(path, 4)
    change(nb, {cell.id: cell for cell in nb.cells})
    nbformat.write(nb, path)


def warn(nb, cells):
    cells["words"].source += "\nimport sys\nprint('third', file=sys.stderr)"
    cells["words"].outputs.append(new_output("stream", name="stderr", text="third\n"))


def name_a_model(nb, cells):
    (output,) = cells["widget"].outputs
    assert output.metadata == {}
    output.metadata[execute.WIDGET_MIME] = {"model_id": "of a kernel that is gone"}


def show_a_place(nb, cells):
    cells["measured"].source = "import pathlib\nprint(pathlib.Path.home())"


def show_another_way(nb, cells):
    (output,) = cells["number"].outputs
    cells["number"].outputs = [new_output("display_data", data=output.data)]


def differ_where_it_may(nb, cells):
    cells["picture"].outputs[0].data["image/png"] = "AAAA"
    cells["measured"].outputs[0].data["text/plain"] = "1.5"


CHANGES = {
    warn: "cell words: wrote to stderr: third",
    name_a_model: "cell widget: its outputs differ; run `python tools/execute.py",
    show_a_place: "cell measured: its output holds a path of this machine",
    show_another_way: "cell number: its outputs differ; run `python tools/execute.py",
    differ_where_it_may: None,
}


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    """Write a notebook of CELLS, executed as a chapter is: its path."""
    path = tmp_path_factory.mktemp("executed") / "01_a.ipynb"
    nb = new_notebook(cells=cells(**CELLS))
    next(cell for cell in nb.cells if cell.id == "measured").metadata["tags"] = ["nbval-ignore-output"]
    nbformat.write(nb, path)
    execute.save(execute.execute(path), path)
    return path


@pytest.fixture
def run(pytester, monkeypatch, executed):
    """Give a function that runs nbval on copies of the executed chapter, one for each change: pytest's result."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makeconftest(CONFTEST)

    def run(changes, *arguments):
        for number, change in enumerate(changes):
            path = pytester.path / f"{number:02d}_{change.__name__}.ipynb"
            path.write_bytes(executed.read_bytes())
            edit(path, change)
        nbval = ("-p", "nbval.plugin", "--nbval", "--nbval-current-env", "-p", "no:cacheprovider")
        return pytester.runpytest(*nbval, *arguments)

    return run


def test_what_nbval_lets_pass_is_found_in_its_own_run(run):
    result = run(CHANGES)
    faulty = [change for change, says in CHANGES.items() if says]
    result.assert_outcomes(passed=len(CHANGES) * (len(CELLS) + 1) - len(faulty), failed=len(faulty))
    for number, (change, says) in enumerate(CHANGES.items()):
        name = f"{number:02d}_{change.__name__}.ipynb"
        if says:
            result.stdout.fnmatch_lines([f"{name}, {says}*"])
            result.stdout.fnmatch_lines([f"FAILED {name}::stored outputs*"])


def test_a_part_of_a_notebook_is_not_compared(run):
    result = run([name_a_model], "-k", "stored")
    result.assert_outcomes(skipped=1, deselected=len(CELLS))


def test_pictures_and_measured_cells_are_not_compared(tmp_path):
    path = tmp_path / "01_a.ipynb"
    nbformat.write(new_notebook(cells=cells(c0="x", c1="y")), path)
    fresh = nbformat.read(path, 4)
    for cell, data in zip(fresh.cells, ({"image/png": "AAAA"}, {"text/plain": "1.0 s"}), strict=True):
        cell.outputs = [new_output("display_data", data=data)]
    execute.save(fresh, path)
    fresh.cells[0].outputs[0]["data"]["image/png"] = "BBBB"
    assert stored_outputs.differences(path, fresh) == []
    fresh.cells[1].outputs[0]["data"]["text/plain"] = "2.0 s"
    assert len(stored_outputs.differences(path, fresh)) == 1
    fresh.cells[1].metadata["tags"] = ["nbval-ignore-output"]
    assert stored_outputs.differences(path, fresh) == []
    fresh.cells[0].outputs = []
    assert len(stored_outputs.differences(path, fresh)) == 1
