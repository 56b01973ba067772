"""A pytest plugin: what the chapters store is what `pytest --nbval chapters` has just computed, and fit to be stored.

nbval compares a cell's outputs kind by kind, and leaves out what is never the same twice. tools/execute.py stores all
of it reproducibly, so here all of it is compared: each output as a whole, and their order. Only of pictures it is
enough that they are there, and a cell tagged `nbval-ignore-output` may show something else. This is one more test after
the cells of a chapter, and reads what their one run has shown.
"""

import json
import os

import pytest
from execute import as_stored

from chapters import ChapterError, read
from cs231n_course.notebooks.format import IGNORE_OUTPUT_TAG, tags


def comparable(notebook):
    """Return {cell id: what is compared of its outputs}."""
    found = {}
    for cell in notebook.cells:
        if cell.cell_type != "code" or IGNORE_OUTPUT_TAG in tags(cell):
            continue
        outputs = json.loads(json.dumps(cell.outputs))
        for output in outputs:
            for mime in output.get("data", {}):
                if mime.startswith("image/"):
                    output["data"][mime] = "(a picture)"
        found[cell.id] = outputs
    return found


def differences(path, fresh):
    """List the cells of a chapter whose fresh outputs differ from the stored ones."""
    stored, now = comparable(read(path)), comparable(fresh)
    differing = [key for key in now if stored.get(key) != now[key]]
    advice = f"run `python tools/execute.py {path.name}`"
    return [f"{path.name}, cell {key}: its outputs differ; {advice}." for key in differing]


class StoredOutputs(pytest.Item):
    """The test that follows the cells of a chapter."""

    def __init__(self, cells, **kwargs):
        super().__init__(**kwargs)
        self.cells = cells

    def runtest(self):
        """Compare what the cells have shown with what the notebook stores."""
        shown = {cell.cell["id"]: cell.test_outputs for cell in self.cells}
        notebook = read(self.path)
        if any(shown[cell.id] is None for cell in notebook.cells if cell.cell_type == "code"):
            pytest.skip("Not all cells of the notebook were run.")
        fresh = as_stored(self.path, notebook, shown)
        if problems := differences(self.path, fresh):
            pytest.fail("\n".join(problems), pytrace=False)

    def repr_failure(self, excinfo):
        """Return the words of a ChapterError without where it was raised."""
        return str(excinfo.value) if isinstance(excinfo.value, ChapterError) else super().repr_failure(excinfo)

    def reportinfo(self):
        """Return where the test stands, and its name."""
        return self.path, 0, f"{self.path.name}: {self.name}"


class StoredOutputsPlugin:
    """Adds the test to the notebooks that nbval collects directly in a folder."""

    def __init__(self, folder):
        self.folder = folder
        os.environ["PYTHONHASHSEED"] = "0"  # of the kernels: as when the outputs were stored

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self, collector):
        """Put the test after the cells."""
        report = yield
        if collector.path.suffix == ".ipynb" and collector.path.parent == self.folder and report.passed:
            cells = list(report.result)
            report.result.append(StoredOutputs.from_parent(collector, name="stored outputs", cells=cells))
        return report
