"""nbval's collector and cells, with our kernels and a comparison of what the checks show and of nothing else."""

import tempfile
from collections import defaultdict
from pathlib import Path

import nbformat
from nbval.plugin import IPyNbCell, IPyNbFile

from cs231n_course.checks.check import MIME, payloads
from cs231n_course.checks.messages import error_line
from cs231n_course.sandbox.limited_kernel import LimitedKernel

UNHEARD = 2  # seconds for a kernel to answer an interrupt before it is killed
PRINTED = 500  # characters of what a cell printed that the record keeps


class OnlyChecks:
    """The keys of an output that nbval shall not compare: all but the bundle and, in it, our own MIME type."""

    def __contains__(self, key):
        return key not in ("data", MIME)


class ExerciseFile(IPyNbFile):
    """Collects the cells of one exercise, which share a kernel that no other exercise sees."""

    def __init__(self, *args, grading, **kwargs):
        super().__init__(*args, **kwargs)
        self.grading = grading
        self.skip_compare = OnlyChecks()

    def collect(self):
        """Give nbval's cells, each of which knows what it should show and keeps a record of its run.

        A comment in an answer, as # NBVAL_SKIP, does not say how it is run.
        """
        for cell in super().collect():
            options = defaultdict(bool, check=True)
            yield ExerciseCell.from_parent(
                self, name=cell.name, cell_num=cell.cell_num, cell=cell.cell, options=options
            )

    def setup(self):
        """Start the exercise's kernel in an empty folder, also where an earlier answer has wrecked its own."""
        grading = self.grading
        if not grading.folder.is_dir():
            grading.folder.unlink(missing_ok=True)
            grading.folder.mkdir(parents=True)
        grading.folder.chmod(0o700)
        folder = Path(tempfile.mkdtemp(prefix="work-", dir=grading.folder))
        connection = grading.folder / f"k{self.path.stem}.json"
        self.kernel = LimitedKernel(grading.nursery, folder, connection, grading.job["output"])

    def teardown(self):
        """End the kernel, also one that has stopped answering."""
        if self.kernel is not None:
            self.kernel.stop()


class ExerciseCell(IPyNbCell):
    """Runs and compares as nbval does, and keeps what came for the report."""

    def expect(self, expected):
        """Put the reference's output into the cell: {exercise: {cell id: payload}}."""
        course = self.cell.metadata["cs231n"]
        self.user_properties = [
            ("event", "cell"),
            ("exercise", course["exercise"]),
            ("role", course["role"]),
            ("cell", self.cell["id"]),
        ]
        shown = expected[course["exercise"]].get(self.cell["id"])
        if shown is not None:
            output = {"output_type": "display_data", "data": {MIME: shown}, "metadata": {}}
            self.cell.outputs = [nbformat.from_dict(output)]

    def runtest(self):
        """Run the cell under nbval."""
        self.output_timeout = UNHEARD
        try:
            super().runtest()
        finally:
            self._keep(self.test_outputs or [])

    def _keep(self, outputs):
        errors = [output for output in outputs if output.output_type == "error"]
        printed = "".join(output.text for output in outputs if output.output_type == "stream")
        self.user_properties += [
            ("shown", payloads(outputs)),
            ("printed", printed[:PRINTED]),
            ("trouble", self.parent.kernel.trouble),
            ("error", self._error(errors[0]) if errors else None),
        ]

    def _error(self, output):
        inside = self.cell.metadata["cs231n"]["role"] != "answer"
        line = error_line(output.traceback, called=inside)
        return {"ename": output.ename, "evalue": output.evalue, "line": line}
