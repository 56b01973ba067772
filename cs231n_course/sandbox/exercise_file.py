"""nbval's collector and cells, with limited kernels; of what a cell shows, only what its check shows is compared."""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
from nbval.plugin import IPyNbCell, IPyNbFile

from cs231n_course.checks import agree
from cs231n_course.checks.check import check_outputs
from cs231n_course.checks.messages import CellError, error_place
from cs231n_course.notebooks.format import CHECK_MIME, metadata_of, role
from cs231n_course.notebooks.submission import count_lines
from cs231n_course.sandbox.limited_kernel import LimitedKernel
from cs231n_course.sandbox.own_folder import remove_tree

if TYPE_CHECKING:
    from cs231n_course.sandbox.protocol import CellResult, ExpectedOutputs, Trouble
    from cs231n_course.sandbox.runner import GradingPlugin

INTERRUPT_TIME = 2  # seconds for a kernel to answer an interrupt before it is killed
PRINTED = 500  # characters of what a cell printed that the record keeps


class ExerciseFile(IPyNbFile):
    """Collects the cells of one exercise, which share a kernel that no other exercise sees."""

    def __init__(self, *args: Any, plugin: GradingPlugin, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plugin = plugin

    def collect(self) -> Iterator[ExerciseCell]:
        """Yields nbval's cells, each of which knows what it should show and keeps a record of its run.

        A comment in an answer, as # NBVAL_SKIP, does not say how it is run.
        """
        for cell in super().collect():
            if role(cell.cell) == "answer":
                self.answer_lines = count_lines(cell.cell.source)
            options = defaultdict(bool, check=True)
            yield ExerciseCell.from_parent(
                self, name=cell.name, cell_num=cell.cell_num, cell=cell.cell, options=options
            )

    def setup(self) -> None:
        """Start the exercise's kernel with a folder of its own, also where an answer has wrecked what is above it."""
        above = self.plugin.folder
        if not above.is_dir():
            above.unlink(missing_ok=True)
            above.mkdir(parents=True)
        above.chmod(0o700)
        self.folder = Path(tempfile.mkdtemp(prefix="k", dir=above))
        self.kernel = LimitedKernel(self.plugin.fork_server, self.folder, self.plugin.job["output"])

    def teardown(self) -> None:
        """End the kernel, also one that has stopped answering, and remove what it has written."""
        if self.kernel is not None:
            self.kernel.stop()
        remove_tree(self.folder)


class ExerciseCell(IPyNbCell):
    """Runs as nbval does, compares by the course's own rule, and keeps a record for the report."""

    def expect(self, expected: ExpectedOutputs) -> None:
        """Put the reference's output into the cell."""
        exercise = metadata_of(self.cell)["exercise"]
        self.user_properties = [
            ("event", "cell"),
            ("exercise", exercise),
            ("role", role(self.cell)),
            ("cell", self.cell["id"]),
        ]
        expected_output = expected[exercise].get(self.cell["id"])
        if expected_output is not None:
            output = {"output_type": "display_data", "data": {CHECK_MIME: expected_output}, "metadata": {}}
            self.cell.outputs = [nbformat.from_dict(output)]

    def runtest(self) -> None:
        """Run the cell under nbval; after the last one, nothing that the answer has started may still run."""
        self.output_timeout = INTERRUPT_TIME
        try:
            super().runtest()
            if role(self.cell) == "settle":
                self.parent.kernel.require_settled()
        finally:
            called = role(self.cell) != "answer"
            lines, trouble = self.parent.answer_lines, self.parent.kernel.trouble
            result = result_of(self.test_outputs or [], trouble, called=called, answer_lines=lines)
            self.user_properties += result.items()

    def compare_outputs(self, test: list[Any], ref: list[Any], skip_compare: Any = None) -> bool:
        """Returns whether a cell shows what it should, in place of nbval, for which two values must be the same."""
        self.comparison_traceback: list[str] = []
        shown, expected = check_outputs(test), check_outputs(ref)
        try:
            pairs = zip(expected, shown, strict=True)
            return all(agree.is_right(*pair) for pair in pairs)
        except agree.MALFORMED:
            return False


def result_of(
    outputs: Sequence[Any], trouble: Trouble | None, *, called: bool, answer_lines: int = sys.maxsize
) -> CellResult:
    """Returns what a cell's outputs say of it; called and answer_lines are messages.error_place's."""
    errors = [output for output in outputs if output.output_type == "error"]
    printed = "".join(output.text for output in outputs if output.output_type == "stream")
    error: CellError | None = None
    if errors:
        line, helper = error_place(errors[0].traceback, called=called, answer_lines=answer_lines)
        error = {"ename": errors[0].ename, "evalue": errors[0].evalue, "line": line}
        error = {**error, "helper": helper} if helper else error
    return {"shown": check_outputs(outputs), "printed": printed[:PRINTED], "trouble": trouble, "error": error}
